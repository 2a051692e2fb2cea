"""The architectures written here: unit counts of the literature, and the names their weights come under."""

from __future__ import annotations

import contextlib
import struct

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.network.architectures.googlenet_bvlc import GoogLeNetBVLC
from inspector.network.architectures.inception_v1 import InceptionV1
from inspector.network.architectures.parts import padded_same
from inspector.network.caffe import read_caffemodel
from inspector.network.errors import OpenError
from inspector.network.opening import open_network

SMALL = (3, 64, 64)


def test_that_inception_v1_has_the_units_of_the_literature():
    nodes = open_network("inception_v1").nodes
    units = {
        name: nodes[name].units
        for name in nodes
        if name in ("conv2d0", "conv2d1", "conv2d2") or len(name) == 7
    }
    assert units["mixed3a"] == 256
    assert units["mixed3b"] == 480
    assert units["mixed4a"] == 508
    assert units["mixed5b"] == 1024
    assert [nodes[f"conv2d{i}"].units for i in range(3)] == [64, 64, 192]
    assert nodes["mixed4a"].map_shape == (14, 14)
    assert nodes["mixed3b"].inputs == ("mixed3b_1x1", "mixed3b_3x3", "mixed3b_5x5", "mixed3b_pool_reduce")
    assert not any(node.op.startswith("BatchNorm") for node in nodes.values())
    assert nodes["softmax2_pre_activation_matmul"].units == 1008


def test_that_googlenet_of_caffe_has_caffes_names_and_units():
    network = open_network("googlenet_bvlc")
    nodes = network.nodes
    assert nodes["inception_4a"].units == nodes["inception_4a.output"].units == 512
    assert nodes["conv1.7x7_s2"].shape == (64, 112, 112)
    assert nodes["pool1.3x3_s2"].shape == (64, 56, 56)  # 55 were it not for ceil mode
    assert {"inception_3a.3x3_reduce", "pool1.norm1", "conv2.norm2", "loss3.classifier"} <= nodes.keys()
    assert (network.preprocessing.channels, network.preprocessing.mean) == ("BGR", (104.0, 117.0, 123.0))
    assert sum(p.numel() for p in network.module.parameters()) == 6_998_552


@pytest.mark.parametrize("side", [7, 8, 224])
def test_that_padding_is_tensorflows(side):
    padded = padded_same(torch.zeros(1, 1, side, side), 3, 2)
    assert (padded.shape[-1] - 3) // 2 + 1 == -(-side // 2)


# Weights under other names


def caffe_message(number: int, content: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(value: int) -> bytes:
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def caffemodel(state: dict[str, torch.Tensor], old: bool = False) -> bytes:
    """A .caffemodel as Caffe writes it: layers with blobs, or (old) V1 layers with four sizes."""
    layers: dict[str, list[bytes]] = {}
    for key, value in state.items():
        layers.setdefault(key.rpartition(".")[0], []).append(blob(value, old))
    content = caffe_message(1, b"net") + (b"" if old else caffe_message(100, caffe_message(1, b"data")))
    for name, blobs in layers.items():
        fields = caffe_message(4 if old else 1, name.encode())
        fields += b"".join(caffe_message(6 if old else 7, data) for data in blobs)
        content += caffe_message(2 if old else 100, fields)
    return content


def blob(value: torch.Tensor, old: bool) -> bytes:
    data = struct.pack(f"<{value.numel()}f", *value.flatten().tolist())
    if not old:
        dims = b"".join(varint(size) for size in value.shape)
        return caffe_message(7, caffe_message(1, dims)) + caffe_message(5, data)
    sizes = [1] * (4 - value.ndim) + list(value.shape)
    return b"".join(varint(i << 3) + varint(size) for i, size in enumerate(sizes, 1)) + caffe_message(5, data)


def slashed(key: str) -> str:
    """Caffe's own name of a weight: "inception_3a.1x1.weight" is "inception_3a/1x1.weight" there."""
    first, *rest, part = key.split(".")
    return "/".join([first, *rest]) + f".{part}"


@pytest.mark.parametrize("old", [False, True])
def test_that_a_caffemodel_reads(tmp_path, old):
    state = {
        "conv1/7x7.weight": torch.rand(4, 3, 2, 2),
        "conv1/7x7.bias": torch.rand(4),
        "fc.weight": torch.rand(5, 6),
    }
    (tmp_path / "net.caffemodel").write_bytes(caffemodel(state, old))
    found = read_caffemodel(tmp_path / "net.caffemodel")
    assert found.keys() == state.keys()
    assert all(torch.equal(found[key], state[key]) for key in state)


@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255), cut=st.booleans())
@settings(max_examples=80)
def test_that_a_damaged_caffemodel_reads_or_is_refused_in_one_sentence(tmp_path_factory, place, flip, cut):
    path = tmp_path_factory.getbasetemp() / "damaged.caffemodel"
    content = bytearray(caffemodel({"a.weight": torch.arange(6.0).reshape(2, 3), "a.bias": torch.rand(2)}))
    at = int(place * len(content))
    if cut:
        del content[at:]
    else:
        content[at] ^= flip
    path.write_bytes(content)
    try:
        found = read_caffemodel(path)
    except OpenError:
        return
    assert all(isinstance(value, torch.Tensor) for value in found.values())


@given(st.binary(max_size=200))
@settings(max_examples=80)
def test_that_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.caffemodel"
    path.write_bytes(content)
    with contextlib.suppress(OpenError):
        read_caffemodel(path)


def test_that_googlenet_takes_its_weights_from_a_caffemodel_under_caffes_names(tmp_path):
    torch.manual_seed(5)
    state = GoogLeNetBVLC(num_classes=12).state_dict()
    named = {slashed(key): value for key, value in state.items()} | {"loss1/conv.weight": torch.rand(2, 2)}
    (tmp_path / "net.caffemodel").write_bytes(caffemodel(named))
    found = open_network(f"googlenet_bvlc={tmp_path / 'net.caffemodel'}", input_size=SMALL)
    own = found.module.state_dict()
    assert own.keys() == state.keys()
    assert all(torch.equal(own[key], state[key]) for key in state)
    assert "Caffe" in found.card["renamed"]
    torch.save(named, tmp_path / "net.pth")
    assert (
        open_network(f"googlenet_bvlc={tmp_path / 'net.pth'}", input_size=SMALL).fingerprint
        == found.fingerprint
    )


def captum_name(key: str) -> str:
    stem, _, part = key.rpartition(".")
    stem = stem.removesuffix("_pre_relu_conv")
    if stem.startswith("conv2d"):
        return f"conv{int(stem[-1]) + 1}.{part}"
    if stem.startswith("softmax2"):
        return f"fc.{part}"
    block, _, rest = stem.partition("_")
    rest = rest.replace("bottleneck", "reduce")
    return f"{block}.{'pool_proj' if rest == 'pool_reduce' else 'conv_' + rest}.{part}"


@pytest.mark.parametrize("rename", [lambda key: key, captum_name, lambda key: f"module.{key}"])
def test_that_inception_v1_opens_from_its_ports(tmp_path, rename):
    torch.manual_seed(6)
    state = InceptionV1(num_classes=9).state_dict()
    torch.save({rename(key): value for key, value in state.items()}, tmp_path / "w.pth")
    found = open_network(f"inception_v1={tmp_path / 'w.pth'}", input_size=SMALL)
    own = found.module.state_dict()
    assert all(torch.equal(own[key], state[key]) for key in state)
    assert ("renamed" in found.card) == (rename("softmax2.x") != "softmax2.x")


def test_that_bvlcs_weights_are_not_taken_for_googles_own(tmp_path):
    state = {slashed(key): value for key, value in GoogLeNetBVLC().state_dict().items()}
    (tmp_path / "net.caffemodel").write_bytes(caffemodel(state))
    with pytest.raises(OpenError, match="of another shape"):
        open_network(f"inception_v1={tmp_path / 'net.caffemodel'}")
