"""Whole networks in files: TorchScript, exported programs, ONNX; every node as in the original network."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from inspector.network.errors import OpenError
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.trust import NeedsTrust
from inspector.probe.record import record

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
WEIGHTS = SHARED / "models" / "squeezenet1_1-imagenet.pth"
SIDE = 64


class Branching(nn.Module):
    """Control flow, an in-place operation on what was read, a module called twice, a tuple on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 3)
        self.relu = nn.ReLU(inplace=True)
        self.twice = nn.Conv2d(6, 6, 1)
        self.head = nn.Linear(6, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.relu(self.conv(x))
        if x.shape[-1] > 1000:
            x = x * 2
        for _ in range(2):
            x = self.twice(x)
        low, high = x.chunk(2, 1)
        return self.head(torch.cat([high, low], 1).mean((2, 3)))


@cache
def squeezenet() -> nn.Module:
    from torchvision import models

    torch.manual_seed(0)
    module = models.squeezenet1_1(weights=None).eval()
    for name, values in module.named_parameters():
        if name.endswith("bias"):  # equal ones are exported to ONNX as one, which onnx2torch does not know
            nn.init.normal_(values, std=0.1)
    if WEIGHTS.is_file():
        module.load_state_dict(torch.load(WEIGHTS, weights_only=True))
    return module


def saved(module: nn.Module, folder: Path, form: str) -> Path:
    """The module in a file of that form; torch warns of TorchScript's age."""
    example = torch.rand(1, 3, SIDE, SIDE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if form == "pt2":
            torch.export.save(torch.export.export(module, (example,)), folder / "net.pt2")
            return folder / "net.pt2"
        path = folder / "net.pt"
        if form == "onnx":
            path = folder / "net.onnx"
            torch.onnx.export(module, (example,), path, opset_version=17, dynamo=False)
        elif form == "scripted":
            torch.jit.script(module).save(str(path))
        else:
            torch.jit.trace(module, example, check_trace=False).save(str(path))
    return path


def assert_alike(found: Network, expected: Network, tolerance: float = 1e-4) -> None:
    pictures = torch.rand(2, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(0))
    one, other = record(found, pictures), record(expected, pictures)
    assert one.keys() == other.keys()
    for node, values in other.items():
        assert abs(one[node] - values).max() <= tolerance * max(1.0, abs(values).max()), node
        assert found.nodes[node].units == expected.nodes[node].units, node
        assert found.nodes[node].op == expected.nodes[node].op, node


@pytest.mark.parametrize("form", ["traced", "scripted", "pt2"])
def test_that_a_saved_squeezenet_has_the_originals_nodes_and_activations(tmp_path, form):
    path = saved(squeezenet(), tmp_path, form)
    assert_alike(
        open_network(path, input_size=(3, SIDE, SIDE)), open_network(squeezenet(), input_size=(3, SIDE, SIDE))
    )


def test_that_a_squeezenet_saved_as_safetensors_has_the_originals_activations(tmp_path):
    state = {key: value.contiguous() for key, value in squeezenet().state_dict().items()}
    save_file(state, tmp_path / "w.safetensors")
    found = open_network(f"squeezenet1_1={tmp_path / 'w.safetensors'}", input_size=(3, SIDE, SIDE))
    assert_alike(found, open_network(squeezenet(), input_size=(3, SIDE, SIDE)))


@pytest.mark.parametrize("form", ["traced", "scripted", "pt2"])
def test_that_control_flow_and_repeated_calls_are_followed(tmp_path, form):
    torch.manual_seed(3)
    module = Branching().eval()
    found = open_network(saved(module, tmp_path, form), input_size=(3, SIDE, SIDE))
    assert_alike(found, open_network(module, input_size=(3, SIDE, SIDE)))
    assert "twice:1" in found.nodes


@pytest.mark.parametrize("form", ["traced", "pt2"])
def test_that_gradients_reach_the_input_of_a_program(tmp_path, form):
    found = open_network(saved(Branching().eval(), tmp_path, form), input_size=(3, SIDE, SIDE))
    x = torch.rand(2, 3, SIDE, SIDE, requires_grad=True)
    found.module(x).sum().backward()
    assert x.grad is not None
    assert x.grad.abs().sum() > 0


@pytest.mark.parametrize("form", ["traced", "pt2"])
def test_that_a_programs_weights_fit_a_catalogue_name(tmp_path, form):
    path = saved(squeezenet(), tmp_path, form)
    found = open_network(f"squeezenet1_1={path}", input_size=(3, SIDE, SIDE))
    assert torch.equal(
        found.module.state_dict()["features.0.weight"], squeezenet().state_dict()["features.0.weight"]
    )


def test_that_an_exported_program_tells_its_input_size_and_a_card_its_preprocessing(tmp_path):
    path = saved(Branching().eval(), tmp_path, "pt2")
    assert open_network(path).input_shape == (3, SIDE, SIDE)
    path.with_suffix(".json").write_text(
        json.dumps({"preprocessing": {"crop": 48, "mean": [0.5] * 3}, "labels": list("abcd")})
    )
    found = open_network(path)
    assert (found.input_shape, found.preprocessing.mean, found.labels) == (
        (3, 48, 48),
        (0.5,) * 3,
        tuple("abcd"),
    )


class FixedBatch(nn.Module):
    """Joins the batch with another axis where it does not come first, as attention does."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, c, h, w = x.shape
        tokens = x.flatten(2).permute(2, 0, 1).reshape(h * w, n * c)
        return tokens.reshape(h * w, n, c).softmax(0).permute(1, 2, 0).mean(2)


def test_that_a_program_exported_for_one_picture_says_so_to_a_batch(tmp_path):
    found = open_network(saved(FixedBatch(), tmp_path, "pt2"))
    assert found.module(torch.rand(1, 3, SIDE, SIDE)).shape == (1, 3)
    with pytest.raises(OpenError, match="exported for batches of 1 and not for 4"):
        found.module(torch.rand(4, 3, SIDE, SIDE))


# What ONNX and onnx2torch call the operations that torch calls otherwise.
RENAMED = {"OnnxConcat": "cat", "OnnxGlobalAveragePoolWithKnownInputShape": "AdaptiveAvgPool2d"}


def leaves(net: Network, left_out: str) -> list[str]:
    """Nodes that compute something, in order; of a module round a single function, the module."""
    nodes = [node for node in net.nodes.values() if not node.container and node.op != left_out]
    wrapped = {f"{node.name}.{op}" for node in nodes for op in ("cat", "mean") if node.op in RENAMED}
    return [node.name for node in nodes if node.name not in wrapped]


def test_that_a_squeezenet_saved_as_onnx_has_the_originals_activations_at_every_node(tmp_path):
    pytest.importorskip("onnx")
    path = saved(squeezenet(), tmp_path, "onnx")
    pytest.importorskip("onnx2torch")
    found, expected = open_network(path), open_network(squeezenet(), input_size=(3, SIDE, SIDE))
    assert found.input_shape == (3, SIDE, SIDE)
    # Dropout does nothing here and is not exported; the last flattening is a function in the original.
    ours, theirs = leaves(found, "Flatten"), leaves(expected, "Dropout")
    twin = dict(zip(theirs, ours, strict=True))
    pictures = torch.rand(2, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(0))
    values, originals = record(found, pictures), record(expected, pictures)
    for name, other in twin.items():
        one, node = found.nodes[other], expected.nodes[name]
        assert (RENAMED.get(one.op, one.op), one.shape) == (node.op, node.shape), name
        assert [twin[source] for source in sources(expected, name)] == list(one.inputs), name
        assert_near(values[other], originals[name], name)
    # What is left on either side is another name of a value that was compared: blocks, dropout, wrappers.
    for name in expected.nodes.keys() - twin.keys():
        last = [leaf for leaf in theirs if leaf.startswith(f"{name}.")] or sources(expected, "classifier.1")
        assert_near(values[twin[last[-1]]], originals[name], name)
    for name in found.nodes.keys() - set(ours):
        (source,) = [leaf for leaf in ours if name.startswith(f"{leaf}.")] or ours[-1:]
        assert_near(values[name].reshape(values[source].shape), values[source], name)


def sources(net: Network, name: str) -> list[str]:
    """Inputs of a node, dropout passed over."""
    found = net.nodes[name].inputs
    skipped = {node.name for node in net.nodes.values() if node.op == "Dropout"}
    return [source for one in found for source in (net.nodes[one].inputs if one in skipped else (one,))]


def assert_near(one: np.ndarray, other: np.ndarray, node: str) -> None:
    assert one.shape == other.shape, node
    assert abs(one - other).max() <= 1e-4 * max(1.0, abs(other).max()), node


def test_that_without_onnx2torch_an_onnx_file_is_told_what_it_needs(tmp_path, monkeypatch):
    monkeypatch.setattr("inspector.network.extras.is_there", lambda extra: False)
    (tmp_path / "net.onnx").write_bytes(b"\x08\x08\x12\x07pytorch\x3a\x04\x0a\x02\x08\x01")
    with pytest.raises(OpenError, match=r"needs onnx2torch: pip install “neuron-inspector\[onnx\]”"):
        open_network(tmp_path / "net.onnx")


# Files made to run code


class Canary:
    """Pickled code: unpickling it would make a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return (Path.touch, (self.path,))


def changed(path: Path, member: str, content: bytes) -> None:
    """Put other content into one member of an archive."""
    with zipfile.ZipFile(path) as archive:
        members = {item.filename: archive.read(item) for item in archive.infolist()}
    (name,) = [name for name in members if name.endswith(member)]
    members[name] = content
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def member(path: Path, end: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(end)]
        return archive.read(name)


def test_that_a_pickle_in_an_exported_program_is_not_run(tmp_path):
    path, canary = saved(Branching().eval(), tmp_path, "pt2"), tmp_path / "canary"
    buffer = io.BytesIO()
    torch.save((Canary(canary),), buffer)
    changed(path, "sample_inputs/model.pt", buffer.getvalue())
    with pytest.raises(NeedsTrust, match="would run its code"):
        open_network(path)
    assert not canary.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("torch.ops.aten.cat.default", "torch.hub.load"),
        ('"range_constraints": {}', '"range_constraints": {"s0": 1}, "x": {"expr_str": "__import__(1)"}'),
        ('"guards_code": []', '"guards_code": ["print(1)"]'),
        ("L__self__conv,conv,", 'L__self___conv,con\\"v,'),
    ],
)
def test_that_a_graph_that_says_more_than_a_computation_is_asked_about(tmp_path, old, new):
    path = saved(Branching().eval(), tmp_path, "pt2")
    text = member(path, "models/model.json").decode()
    if old not in text:
        pytest.skip("this version of torch writes it otherwise")
    changed(path, "models/model.json", text.replace(old, new).encode())
    with pytest.raises(NeedsTrust):
        open_network(path)


def test_that_a_torchscript_program_that_writes_files_is_asked_about(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = saved(nn.Conv2d(3, 4, 1), tmp_path, "traced")
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if "/code/" in name and name.endswith(".py"))
        code = archive.read(name).decode()
    assert "    return" in code
    changed(
        path, name, code.replace("    return", '    torch.save(input, "canary.pt")\n    return', 1).encode()
    )
    with pytest.raises(NeedsTrust, match="does more than compute"):
        open_network(path)
    assert not (tmp_path / "canary.pt").exists()


@pytest.mark.parametrize("form", ["traced", "pt2"])
@pytest.mark.parametrize("part", [0.0, 0.1, 0.6, 0.98])
def test_that_truncated_programs_are_said(tmp_path, form, part):
    path = saved(nn.Conv2d(3, 4, 1), tmp_path, form)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    with pytest.raises(OpenError, match=r"truncated or damaged|is empty") as caught:
        open_network(path)
    assert str(path) in str(caught.value)
