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


class Windows(nn.Module):
    """Attention within windows of 2 by 2 patches, which share the batch's axis, or have one of their own."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.qkv, self.kind, self.soft = nn.Linear(WIDTH, 3 * WIDTH), kind, nn.Softmax(-1)

    def forward(self, x: Tensor) -> Tensor:
        n, down, across = len(x), 2, 3
        x = x[:, 1:].unflatten(1, (down, 2, across, 2)).transpose(2, 3)
        x = x.reshape(n, down * across, 4, WIDTH)
        x = x if self.kind == "own axis" else x.flatten(0, 1)
        q, k, v = (part.unflatten(-1, (HEADS, -1)).transpose(-2, -3) for part in self.qkv(x).chunk(3, -1))
        if self.kind == "fused":
            x = F.scaled_dot_product_attention(q, k, v)
        else:
            score = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
            x = (self.soft(score) if self.kind == "module" else score.softmax(-1)) @ v
        return x.transpose(-2, -3).flatten(-2).reshape(n, -1, WIDTH).mean(1, keepdim=True)


@pytest.mark.parametrize("kind", ["function", "module", "fused", "own axis"])
def test_that_patterns_within_windows_lie_side_by_side_one_unit_a_head(kind):
    net, batch = network(Windows(kind), crop=(16, 24)), torch.rand(BATCH, 3, 16, 24)
    name = "attention.attention_pattern"
    node = net.nodes[name]
    assert (node.units, node.map_shape, node.on_picture) == (HEADS, (2 * 4, 3 * 4), False)
    found = values_at(net, batch, [name, "cat"])
    assert found[name].shape == (BATCH, HEADS, 8, 12)
    qkv, grid = net.module.attention.qkv, found["cat"][:, 1:].unflatten(1, (4, 6))
    for y, x in ((0, 0), (0, 2), (1, 1)):
        window = grid[:, 2 * y : 2 * y + 2, 2 * x : 2 * x + 2].reshape(BATCH, 4, WIDTH)
        q, k, _ = heads(qkv.weight, qkv.bias, window)
        block = found[name][:, :, 4 * y : 4 * y + 4, 4 * x : 4 * x + 4]
        torch.testing.assert_close(block, by_hand(q, k))


def test_that_one_picture_in_windows_gives_what_it_gives_among_others():
    net, batch = network(Windows("function"), crop=(16, 24)), torch.rand(BATCH, 3, 16, 24)
    name = "attention.attention_pattern"
    together = record(net, batch, [name])[name]
    alone = record(net, batch[1:2], [name])[name]
    np.testing.assert_allclose(together[1:2], alone, rtol=1e-5)


@pytest.mark.parametrize("name", ["swin_t", "maxvit_t"])
def test_that_the_heads_of_torchvisions_windows_are_units(name):
    from inspector.network.opening import open_network

    size = (3, 64, 64) if name == "swin_t" else (3, 224, 224)
    net = open_network(name, input_size=size)
    patterns = [node for node in net.nodes.values() if node.op == "attention_pattern"]
    assert patterns
    assert all(node.units and node.inputs for node in patterns)
    first = patterns[0]
    found = record(net, torch.rand(2, *size), [first.name])[first.name]
    assert found.shape == (2, *first.shape)
    queries = 49
    windows = first.map_shape[1] // queries
    np.testing.assert_allclose(found.sum(-1), windows, rtol=1e-4)
