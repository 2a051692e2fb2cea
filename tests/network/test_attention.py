"""Attention patterns as nodes, and tokens in the grid in which they lie on the picture."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from inspector.lenses.activations.measure import measure_pictures
from inspector.lenses.weights.wiring import wiring
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import from_image
from inspector.probe.cancel import CancelToken
from inspector.probe.record import record, values_at

WIDTH, HEADS, BATCH = 8, 2, 3


class Tokens(nn.Module):
    """Patches of 4 px and `apart` tokens before them, then one attention of the given kind, and a mean."""

    def __init__(self, attention: nn.Module, apart: int = 1) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, WIDTH, 4, stride=4)
        self.first = nn.Parameter(torch.rand(1, apart, WIDTH))
        self.attention = attention

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.patches(x).flatten(2).transpose(1, 2)
        tokens = torch.cat([self.first.expand(len(x), -1, -1), tokens], 1)
        return (tokens + self.attention(tokens)).mean(1)


class Module(nn.Module):
    """torch's own attention, batch second as in older code."""

    def __init__(self, batch_first: bool) -> None:
        super().__init__()
        self.batch_first = batch_first
        self.attend = nn.MultiheadAttention(WIDTH, HEADS, batch_first=batch_first)

    def forward(self, x: Tensor) -> Tensor:
        x = x if self.batch_first else x.transpose(0, 1)
        x = self.attend(x, x, x, need_weights=False)[0]
        return x if self.batch_first else x.transpose(0, 1)


class Function(nn.Module):
    """torch's function, as timm calls it."""

    def __init__(self, **how: object) -> None:
        super().__init__()
        self.qkv, self.how = nn.Linear(WIDTH, 3 * WIDTH), how

    def forward(self, x: Tensor) -> Tensor:
        n, t, c = x.shape
        q, k, v = self.qkv(x).reshape(n, t, 3, HEADS, c // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        return F.scaled_dot_product_attention(q, k, v, **self.how).transpose(1, 2).reshape(n, t, c)


def network(attention: nn.Module, apart: int = 1, crop: tuple[int, int] = (12, 16)) -> Network:
    torch.manual_seed(1)
    return Network(Tokens(attention, apart), name="test", preprocessing=Preprocessing(crop))


def heads(weights: Tensor, bias: Tensor, tokens: Tensor) -> list[Tensor]:
    """Queries, keys and values [N, heads, T, d], computed by hand."""
    parts = (tokens @ weights.T + bias).chunk(3, -1)
    return [part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in parts]


def by_hand(q: Tensor, k: Tensor, scale: float | None = None, mask: Tensor | None = None) -> Tensor:
    pattern = torch.zeros(*q.shape[:3], k.shape[2])
    for query in range(q.shape[2]):
        score = (q[:, :, query, None] * k).sum(-1) * (scale or 1 / math.sqrt(q.shape[-1]))
        if mask is not None:
            score = (
                score.masked_fill(~mask[query], -math.inf)
                if mask.dtype == torch.bool
                else score + mask[query]
            )
        exponential = (score - score.amax(-1, keepdim=True)).exp()
        pattern[:, :, query] = exponential / exponential.sum(-1, keepdim=True)
    return pattern


T = 13
BELOW = torch.ones(T, T, dtype=torch.bool).tril()
BIAS = torch.linspace(-1, 1, T * T).reshape(T, T)


@pytest.mark.parametrize(
    ("how", "scale", "mask"),
    [
        ({}, None, None), ({"scale": 0.3}, 0.3, None), ({"is_causal": True}, None, BELOW),
        ({"attn_mask": BELOW}, None, BELOW), ({"attn_mask": BIAS}, None, BIAS),
    ],
)  # fmt: skip
def test_that_the_pattern_of_torchs_function_is_that_by_hand(how, scale, mask):
    net, batch = network(Function(**how)), torch.rand(BATCH, 3, 12, 16)
    found = values_at(net, batch, ["attention.attention_pattern", "attention.qkv", "cat"])
    qkv = net.module.attention.qkv
    q, k, _ = heads(qkv.weight, qkv.bias, found["cat"])
    torch.testing.assert_close(found["attention.attention_pattern"], by_hand(q, k, scale, mask))
    assert net.nodes["attention.attention_pattern"].inputs == ("attention.qkv",)


@pytest.mark.parametrize("batch_first", [False, True])
def test_that_the_pattern_of_torchs_module_is_that_by_hand(batch_first):
    net, batch = network(Module(batch_first)), torch.rand(BATCH, 3, 12, 16)
    name = "attention.attend.attention_pattern"
    found = values_at(net, batch, [name, "cat"])
    module = net.module.attention.attend
    q, k, _ = heads(module.in_proj_weight, module.in_proj_bias, found["cat"])
    torch.testing.assert_close(found[name], by_hand(q, k))
    node = net.nodes[name]
    assert (node.op, node.units, node.map_shape, node.on_picture) == (
        "attention_pattern",
        HEADS,
        (T, T),
        False,
    )
    assert node.inputs == ("cat",)
    assert list(net.nodes).index(name) < list(net.nodes).index("attention.attend")


def test_that_looking_at_a_pattern_changes_nothing_and_gradients_go_through_it():
    net = network(Module(True))
    batch = torch.rand(BATCH, 3, 12, 16, requires_grad=True)
    plain = net.module(batch)
    assert torch.equal(values_at(net, batch, ["attention.attend", "mean"])["mean"], plain)
    values_at(net, batch, ["attention.attend.attention_pattern"])["attention.attend.attention_pattern"][
        :, 0, 3, 5
    ].sum().backward()
    assert batch.grad is not None
    assert batch.grad.abs().sum() > 0


def test_that_wires_are_found_where_patterns_are():
    net = network(Function())
    assert set(wiring(net, CancelToken())) <= set(net.nodes)
    assert "attention.qkv" in wiring(net, CancelToken())


@pytest.mark.parametrize(
    ("apart", "crop"), [(0, (16, 16)), (1, (16, 16)), (1, (12, 16)), (5, (8, 16)), (2, (12, 12))]
)
def test_that_tokens_lie_in_the_grid_of_their_patches_and_the_others_stand_apart(apart, crop):
    net = network(Function(), apart, crop)
    node = net.nodes["cat"]
    assert node.grid == (crop[0] // 4, crop[1] // 4)
    assert node.apart == apart
    assert node.on_picture


def test_that_the_map_of_tokens_is_that_of_the_patches_and_the_class_token_is_told():
    from PIL import Image

    net = network(Function(), 2)
    pixels = np.random.default_rng(0).integers(0, 255, (12, 16, 3), np.uint8)
    picture = from_image(Image.fromarray(pixels), "noise")
    tokens, patches, pattern = (
        measure_pictures(net, [picture], net.nodes[name])[0]
        for name in ("cat", "patches", "attention.attention_pattern")
    )
    np.testing.assert_allclose(tokens.maps, patches.maps)
    assert tokens.apart.shape == (WIDTH, 2)
    np.testing.assert_allclose(tokens.apart, net.module.first[0].numpy().T)
    assert patches.apart is None
    assert tokens.placed
    assert not pattern.placed
    assert pattern.maps.shape == (HEADS, 14, 14)


def test_that_all_values_are_recorded_with_their_patterns():
    values = record(network(Module(True)), torch.rand(2, 3, 12, 16))
    pattern = values["attention.attend.attention_pattern"]
    assert pattern.shape == (2, HEADS, T, T)
    np.testing.assert_allclose(pattern.sum(-1), 1, rtol=1e-5)
