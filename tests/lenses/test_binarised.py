"""Binarised networks: feature visualization moves their pictures, or says why it cannot."""

from __future__ import annotations

import pytest
import torch
from torch import nn

import inspector
from inspector.cli import main
from inspector.network.opening import open_network

SIZE = (3, 32, 32)


class PassedOn(torch.autograd.Function):
    """The sign; backwards the gradient goes straight through where the value is small (Courbariaux 2016)."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.sign()

    @staticmethod
    def backward(ctx, gradient):
        (x,) = ctx.saved_tensors
        return gradient * (x.abs() <= 1)


class Windowed(nn.Module):
    def forward(self, x):
        return PassedOn.apply(x)


class Straight(nn.Module):
    """The sign with the gradient of the identity, by detaching, as most code has it."""

    def forward(self, x):
        return x + (x.sign() - x).detach()


class Hard(nn.Module):
    def forward(self, x):
        return x.sign()


class BinaryConv(nn.Conv2d):
    """Weights of -1 and 1."""

    def forward(self, x):
        return self._conv_forward(x, PassedOn.apply(self.weight), self.bias)


def network(kind: type[nn.Module]) -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), kind(), BinaryConv(8, 6, 3), nn.BatchNorm2d(6), kind(),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(6, 4),
    )  # fmt: skip


def made(kind: type[nn.Module], location: str):
    net = open_network(network(kind), name="binary", input_size=SIZE)
    return net, inspector.result("feature-visualization", net, location, recipe="preview", steps=32)


@pytest.mark.parametrize(("kind", "location"), [
    (Windowed, "3/1"), (Straight, "3/1"), (Straight, "5/1"), (Straight, "8/2"), (Hard, "0/0"),
])  # fmt: skip
def test_that_pictures_move_where_gradients_pass_straight_through(kind, location):
    net, feature = made(kind, location)
    assert set(inspector.record(net, torch.rand(1, *SIZE), nodes=["2"])["2"].ravel()) == {-1.0, 1.0}
    assert feature.moved == (True,)
    assert feature.course[0, -1] > feature.course[0, 0]
    assert feature.images.std() > 5
    assert (net.limits == ()) == (kind is not Hard)


def test_that_a_hard_sign_leaves_mid_grey_and_the_network_has_said_why():
    net, feature = made(Hard, "8/2")
    assert net.limits == (
        "binary’s gradients are zero everywhere, as those of rounded or binary values are: feature "
        "visualization cannot move its pictures; all other lenses work.",
    )
    assert feature.moved == (False,)
    assert feature.images.std() == 0


def test_that_the_command_line_says_both(tmp_path, capsys):
    file = tmp_path / "hard.py"
    file.write_text(
        "from torch import nn\n\nclass Hard(nn.Module):\n    def forward(self, x):\n"
        "        return x.sign()\n\n"
        "def net():\n    return nn.Sequential(nn.Conv2d(3, 4, 3), Hard(), nn.Conv2d(4, 2, 1))\n"
    )
    words = ["visualize", f"{file}:net@3x16x16", "2/1", "--recipe", "preview", "--steps", "2", "--trust"]
    assert main([*words, "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "gradients are zero everywhere, as those of rounded or binary values are" in said
    assert "2/1 could not be moved: no gradient reached the picture." in said
