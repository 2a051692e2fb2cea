"""A network whose forward pass takes long: it tells how far it is and is let go of between two layers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn.modules.module import register_module_forward_pre_hook

from inspector.jobs.bench import Bench
from inspector.jobs.beside import OpenBeside
from inspector.jobs.messages import Finished, Message, Progressed, Stopped
from inspector.jobs.queue import Job, JobQueue
from inspector.jobs.requests import ChangePreprocessing, LensRequest, OpenNetwork
from inspector.jobs.runner import Runner
from inspector.lenses.activations import ActivationsParameters
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.pictures.samples import samples
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import output_and_values, record, values_at

LAYERS = 60
CODE = """from torch import nn


class Slow(nn.Module):
    def forward(self, x):
        return x * 1


def net():
    return nn.Sequential(nn.Conv2d(3, 4, 1), *(Slow() for _ in range(59)))
"""


class Counted(nn.Module):
    """A layer that says when it runs, and what it does to the job then."""

    def __init__(self, ran: list[int], number: int, act: dict[int, Callable[[], None]]) -> None:
        super().__init__()
        self.ran, self.number, self.act = ran, number, act

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.ran.append(self.number)
        self.act.get(self.number, lambda: None)()
        return x * 1


def chain(ran: list[int], act: dict[int, Callable[[], None]]) -> nn.Module:
    return nn.Sequential(*(Counted(ran, number, act) for number in range(LAYERS)))


@pytest.mark.parametrize("look", [
    lambda net, x, token: values_at(net, x, [str(LAYERS - 1)], token),
    lambda net, x, token: output_and_values(net, x, [], token),
    lambda net, x, token: record(net, x, None, token),
])  # fmt: skip
def test_that_a_pass_that_is_cancelled_in_the_middle_runs_no_further_layer(look):
    ran: list[int] = []
    act: dict[int, Callable[[], None]] = {}
    net = open_network(chain(ran, act), input_size=(3, 4, 4))
    assert str(LAYERS - 1) in net.nodes
    ran.clear()
    token = CancelToken()
    act[19] = token.cancel
    with pytest.raises(Cancelled):
        look(net, torch.rand(2, 3, 4, 4), token)
    assert ran == list(range(20))
    act.clear()
    ran.clear()
    look(net, torch.rand(2, 3, 4, 4), CancelToken())
    assert ran == list(range(LAYERS)), "what was let go of left nothing behind"


@pytest.fixture
def slow(tmp_path: Path) -> str:
    (tmp_path / "slow.py").write_text(CODE)
    open_network(f"{tmp_path / 'slow.py'}:net@3x4x4", trust=True)  # allowed from now on
    return f"{tmp_path / 'slow.py'}:net@3x4x4"


@pytest.fixture
def at_layer():
    """Counts the slow layers that run and does something at one of them; taken away afterwards."""
    ran: list[str] = []
    act: dict[int, Callable[[], None]] = {}

    def look(module: nn.Module, args: object) -> None:
        if type(module).__name__ in ("Slow", "Counted"):
            ran.append(type(module).__name__)
            act.get(len(ran), lambda: None)()

    handle = register_module_forward_pre_hook(look)
    yield ran, act
    handle.remove()


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("last", [20, 80, 130])
def test_that_opening_is_cancelled_in_the_middle_of_each_of_its_passes(slow, at_layer, beside, last):
    ran, act = at_layer
    bench, job = Bench(), Job((OpenBeside if beside else OpenNetwork)(slow), "network", "opening")
    act[last] = job.token.cancel
    said = run(job, bench)
    assert isinstance(said[-1], Stopped)
    assert len(ran) == last
    assert bench.names == ()


def test_that_changing_preprocessing_is_cancelled_and_the_old_one_stays(slow, at_layer):
    ran, act = at_layer
    bench = Bench()
    run(Job(OpenNetwork(slow), "network", "opening"), bench)
    name = bench.names[0]
    before = bench.network(name)
    job = Job(ChangePreprocessing(name, slow, (("crop", (8, 8)),)), "network", "changing")
    ran.clear()
    act[10] = job.token.cancel
    assert isinstance(run(job, bench)[-1], Stopped)
    assert len(ran) == 10
    assert bench.network(name) is before


def run(job: Job, bench: Bench) -> list[Message]:
    queue, said = JobQueue(), []
    queue.put(job)
    Runner(queue, bench, said.append).run_until_idle()
    return said


@pytest.fixture
def impatient(monkeypatch):
    """Every pass counts as a slow one, every layer as worth a word."""
    monkeypatch.setattr("inspector.network.pace.PATIENCE", 0.0)
    monkeypatch.setattr("inspector.network.pace.EVERY", 0.0)


def told(said: list[Message]) -> list[tuple[float, str]]:
    heard = [message.progress for message in said if isinstance(message, Progressed)]
    return [(progress.done / progress.total, progress.note) for progress in heard]


def test_that_opening_tells_at_which_layer_it_is_and_its_bar_never_goes_back(slow, impatient):
    said = run(Job(OpenNetwork(slow), "network", f"Opening {slow}"), Bench())
    assert isinstance(said[-1], Finished)
    shares, notes = zip(*told(said), strict=True)
    assert notes[:3] == (f"Opening {slow}", f"layer 1 of {LAYERS}", f"layer 2 of {LAYERS}")
    assert {f"layer {n} of {LAYERS}" for n in range(1, LAYERS + 1)} <= set(notes)
    assert list(shares) == sorted(shares)
    assert shares[-1] == 0.5
    assert 0.45 < shares[notes.index(f"layer {LAYERS} of {LAYERS}")] < 0.5


def test_that_a_lens_tells_at_which_layer_its_slow_pass_is(impatient):
    bench, ran = Bench(), []
    net = open_network(chain(ran, {}), name="mine", input_size=(3, 4, 4))
    bench.put(net)
    assert net.nodes
    picture = samples()[0]
    request = LensRequest("activations", Location("mine", "30"), ActivationsParameters(picture))
    heard = told(run(Job(request, "panel", "looking"), bench))
    assert (0.5, f"Running mine · layer 31 of {LAYERS}") in [(round(share, 3), note) for share, note in heard]
    assert [share for share, _ in heard] == sorted(share for share, _ in heard)


def test_that_a_quick_pass_tells_nothing(slow):
    assert not any("layer" in note for _, note in told(run(Job(OpenNetwork(slow), "n", "opening"), Bench())))
