"""The walk leaves the network as it was, stops as soon as it may, and looks at the token on the way."""

from __future__ import annotations

import threading

import pytest
import torch
from torch import nn
from torch.nn.modules import module as everywhere

from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import output_and_values, values_at


class Counted(nn.Module):
    """A convolution that counts its runs and may do something in each."""

    def __init__(self, ran: list[int], number: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 3, 1)
        self.ran, self.number = ran, number

    def forward(self, x):
        self.ran.append(self.number)
        return self.conv(x)


@pytest.fixture
def ran() -> list[int]:
    return []


@pytest.fixture
def net(ran) -> Network:
    module = nn.Sequential(*(Counted(ran, number) for number in range(6)))
    found = Network(module, name="test", preprocessing=Preprocessing((4, 4)))
    assert len(found.nodes) == 12
    ran.clear()
    return found


BATCH = torch.rand(1, 3, 4, 4)


def hooks(module: nn.Module) -> int:
    """How many hooks are on the module's parts, and on all modules of the process."""
    own = [(part._forward_hooks, part._forward_pre_hooks, part._backward_hooks) for part in module.modules()]
    of_all = (everywhere._global_forward_hooks, everywhere._global_forward_pre_hooks)
    return sum(len(table) for tables in [*own, of_all] for table in tables)


def modes() -> int:
    return torch._C._len_torch_function_stack()


def test_that_the_pass_ends_at_the_last_wanted_node(net, ran):
    values = values_at(net, BATCH, ["2", "1.conv"])
    assert ran == [0, 1, 2]
    assert set(values) == {"2", "1.conv"}


def test_that_the_whole_output_runs_the_whole_network(net, ran):
    output, values = output_and_values(net, BATCH, ["1.conv"])
    assert ran == [0, 1, 2, 3, 4, 5]
    assert torch.equal(output, net.module(BATCH))
    assert set(values) == {"1.conv"}


def test_that_nothing_is_left_in_the_network_after_success(net):
    values_at(net, BATCH, ["5"])
    values_at(net, BATCH, ["0.conv"])
    assert (hooks(net.module), modes()) == (0, 0)


def test_that_nothing_is_left_in_the_network_after_an_exception(net):
    def fail(*args):
        raise ZeroDivisionError

    handle = net.module[3].register_forward_pre_hook(fail)
    with pytest.raises(ZeroDivisionError):
        values_at(net, BATCH, ["5"])
    handle.remove()
    assert (hooks(net.module), modes()) == (0, 0)


def test_that_nothing_is_left_in_the_network_after_cancelling(net):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        values_at(net, BATCH, ["5"], token)
    assert (hooks(net.module), modes()) == (0, 0)


def test_that_a_users_own_hooks_stay(net):
    calls = []
    handle = net.module[1].register_forward_hook(lambda *args: calls.append(1))
    values_at(net, BATCH, ["5"])
    assert calls == [1]
    assert hooks(net.module) == 1
    handle.remove()


def test_that_the_token_stops_before_the_next_leaf(net, ran):
    token = CancelToken()
    handle = net.module[2].conv.register_forward_hook(lambda *args: token.cancel())
    with pytest.raises(Cancelled):
        values_at(net, BATCH, ["5"], token)
    handle.remove()
    assert ran == [0, 1, 2, 3]  # the next block was entered, its convolution was not run


def test_that_the_token_may_be_set_from_another_thread(net, ran):
    token, reached, go = CancelToken(), threading.Event(), threading.Event()

    def wait(*args):
        reached.set()
        assert go.wait(20)

    def cancel():
        assert reached.wait(20)
        token.cancel()
        go.set()

    net.module[1].conv.register_forward_hook(wait)
    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(Cancelled):
        values_at(net, BATCH, ["5"], token)
    thread.join()
    assert max(ran) == 2


def test_that_a_network_cannot_swallow_the_stop_or_the_cancelling():
    class Careless(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 3, 1)

        def forward(self, x):
            try:
                return self.conv(x)
            except Exception:
                return x

    net = Network(Careless(), name="test", preprocessing=Preprocessing((4, 4)))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        values_at(net, BATCH, ["conv"], token)
    assert set(values_at(net, BATCH, ["conv"])) == {"conv"}


def test_that_training_mode_and_gradients_are_off_in_an_opened_network():
    module = nn.Sequential(nn.BatchNorm2d(3), nn.Dropout())
    before = module[0].running_mean.clone()
    net = Network(module, name="test", preprocessing=Preprocessing((4, 4)))
    values_at(net, BATCH, ["1"])
    assert not any(part.training for part in module.modules())
    assert not any(weight.requires_grad for weight in module.parameters())
    assert torch.equal(module[0].running_mean, before)
