"""Passes side by side find what passes one after another find, and only where that is so."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.examples.lanes import AT_ONCE, Lanes
from inspector.lenses.examples.scan import planned
from inspector.lenses.examples.scanning import Scanning
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.network.twin import twin
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.edited import edited
from inspector.probe.edits import ActivationEdit, Edit

COUNT = 3 * AT_ONCE + 5


class Counting(nn.Module):
    """Keeps something of its own during a pass, which two passes at a time would mix up."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.norm, self.act = nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU(inplace=True)
        self.kept = torch.zeros(1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.kept = x.mean((1, 2, 3), keepdim=True)
        return self.act(self.norm(self.conv(x))) + self.kept


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(6)
    return Network(Counting(), name="n", preprocessing=Preprocessing((12, 12)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("many")
    random = np.random.default_rng(7)
    for index in range(COUNT):
        Image.fromarray(random.integers(0, 256, (12, 12, 3), np.uint8)).save(where / f"{index:03}.png")
    return where


@pytest.fixture
def two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


def scanned(network, folder, token=None):
    parameters = ExamplesParameters((str(folder),), batch_size=2 * AT_ONCE, top=5)
    pictures, plan = planned(network, Location(network.name), parameters)
    scanning = Scanning(network, pictures, plan)
    for _ in scanning.steps(token or CancelToken()):
        pass
    return scanning.state.arrays()


def test_that_two_lanes_find_what_one_finds(network, folder, two_threads):
    of_two = scanned(network, folder)
    torch.set_num_threads(1)
    of_one = scanned(network, folder)
    assert of_two.keys() == of_one.keys()
    for name, array in of_one.items():
        np.testing.assert_array_equal(of_two[name], array, err_msg=name)


def test_that_lanes_have_modules_of_their_own_and_threads_of_their_own(network, two_threads):
    both, seen = threading.Barrier(2), []
    made = Lanes(network, ["conv", "norm", "act"], most=9)

    def act(one, part):
        seen.append((one.module, torch.get_num_threads(), threading.get_ident()))
        both.wait(20)
        return part

    futures = made.begin(act, made.parts(2 * AT_ONCE))
    assert [future.result() for future in futures] == [slice(0, AT_ONCE), slice(AT_ONCE, 2 * AT_ONCE)]
    made.close()
    (module, threads, thread), (other, others, another) = seen
    assert module is not other
    assert thread != another
    assert threads == others == 1
    assert torch.get_num_threads() == 2
    assert all(a is b for a, b in zip(module.parameters(), other.parameters(), strict=True))


def test_that_a_twin_keeps_for_itself_what_a_pass_leaves(network):
    other = twin(network)
    with torch.inference_mode():
        network.module(torch.ones(1, 3, 12, 12))
        other.module(torch.zeros(1, 3, 12, 12))
    assert network.module.kept.item() == 1
    assert other.module.kept.item() == 0


def lanes_of(network, nodes=("conv",)):
    made = Lanes(network, list(nodes), most=4)
    try:
        return 1 if made._pool is None else made._pool._max_workers
    finally:
        made.close()


def test_that_there_is_one_lane_where_a_second_would_not_be_the_same(two_threads):
    def network():
        return Network(Counting(), name="n", preprocessing=Preprocessing((12, 12)))

    assert lanes_of(network()) == 2
    borrowed = network()
    forward = borrowed.module.forward
    borrowed.module.forward = lambda x: forward(x)  # a copy of it would run the original's layers
    assert lanes_of(borrowed) == 1
    uncopied = network()
    uncopied.module.lock = threading.Lock()
    assert lanes_of(uncopied) == 1
    scripted = Network(torch.jit.trace(nn.Conv2d(3, 8, 3), torch.zeros(1, 3, 12, 12)), name="s")
    assert lanes_of(scripted, ()) == 1
    change = ActivationEdit("act", (0,), "zero")
    assert lanes_of(edited(network(), [Edit(change)])) == 1


def test_that_a_cancelled_pass_leaves_whole_batches(network, folder, two_threads, monkeypatch):
    token, passes = CancelToken(), []
    check = token.check

    def counted():
        passes.append(1)
        if len(passes) == 12:
            token.cancel()
        check()

    monkeypatch.setattr(token, "check", counted)
    parameters = ExamplesParameters((str(folder),), batch_size=AT_ONCE, top=5)
    pictures, plan = planned(network, Location(network.name), parameters)
    scanning = Scanning(network, pictures, plan)
    with pytest.raises(Cancelled):
        for _ in scanning.steps(token):
            pass
    assert scanning.state is None or scanning.state.counted == scanning.state.done * AT_ONCE


def threads_of_passes():
    return [thread for thread in threading.enumerate() if thread.name.startswith("inspector-pass")]


def test_that_no_thread_outlives_a_scan_wherever_it_is_left(network, folder, two_threads):
    parameters = ExamplesParameters((str(folder),), batch_size=2 * AT_ONCE, unique=True)
    pictures, plan = planned(network, Location(network.name), parameters)
    scanning = Scanning(network, pictures, plan)  # held, so that nothing but its end ends the threads
    steps = scanning.steps(CancelToken())
    next(steps)
    assert "twice" in next(steps).note  # after the first look, before the first batch
    assert threads_of_passes()
    steps.close()
    assert not threads_of_passes()


def test_that_the_parts_of_a_batch_do_not_follow_the_threads(network, two_threads):
    some = [Lanes(network, ["conv"], most) for most in (1, 2)]
    assert some[0].parts(COUNT) == some[1].parts(COUNT)
    assert sum(part.stop - part.start for part in some[0].parts(COUNT)) == COUNT
    for one in some:
        one.close()
