"""Nodes of every kind, and one small network of each family through every kind of lens."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from inspector.network.errors import OpenError
from inspector.network.opening import open_network
from inspector.probe.record import record

MATRIX = Path(__file__).resolve().parents[1] / "networks_matrix.py"


class Strip(nn.Module):
    """Rows of the picture as a signal, and back: 1-d convolutions and a recurrent network."""

    def __init__(self) -> None:
        super().__init__()
        self.line = nn.Conv1d(3, 6, 3, padding=1)
        self.memory = nn.LSTM(6, 5, batch_first=True, bidirectional=True)

    def forward(self, x):
        states, (last, _) = self.memory(self.line(x.mean(3)).transpose(1, 2))
        return {"states": states, "answer": (last.sum(0), states.mean(1))}


class Stack(nn.Module):
    """The picture as a volume of one slice a channel, made smaller and larger again."""

    def __init__(self) -> None:
        super().__init__()
        self.volume = nn.Conv3d(1, 4, 3, padding=1)
        self.larger = nn.ConvTranspose2d(12, 6, 2, stride=2)
        self.grouped = nn.Conv2d(6, 4, 1, groups=2)
        self.depthwise = nn.Conv2d(4, 8, 3, groups=4)
        self.norm = nn.InstanceNorm2d(8)

    def forward(self, x):
        volume = self.volume(x.unsqueeze(1))
        return self.norm(self.depthwise(self.grouped(self.larger(volume.flatten(1, 2))))).mean((2, 3))


KINDS = [
    (Strip, {"line": (6, (16,)), "memory": (10, (16,))}),
    (
        Stack,
        {
            "volume": (4, (3, 16, 16)), "larger": (6, (32, 32)), "grouped": (4, (32, 32)),
            "depthwise": (8, (30, 30)), "norm": (8, (30, 30)), "mean": (8, ()),
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "expected"), KINDS)
def test_that_layers_of_every_kind_have_their_channels_as_units(kind, expected):
    net = open_network(kind(), name="mine", input_size=(3, 16, 16))
    values = record(net, torch.rand(2, 3, 16, 16))
    for name, (units, shape) in expected.items():
        assert (net.nodes[name].units, net.nodes[name].map_shape) == (units, shape), name
        assert values[name].shape[0] == 2
        assert np.isfinite(values[name]).all()
    assert net.limits == ()


@pytest.fixture(scope="module")
def matrix():
    spec = importlib.util.spec_from_file_location("networks_matrix", MATRIX)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# One of each family that takes less than a second; `python -m tests.networks_matrix` tries them all.
OWN = ("inception_v1", "googlenet_bvlc", "resnet20_cifar", "squeezenet1_1", "mobilenet_v3_small",
       "regnet_y_400mf", "shufflenet_v2_x0_5", "mnasnet0_5", "efficientnet_b0")  # fmt: skip
TIMM = ("test_vit", "test_convnext", "test_resnet", "test_efficientnet", "test_mambaout", "ghostnet_050",
        "xcit_nano_12_p16_224", "mobilevit_xxs", "lcnet_035", "fasternet_t0", "repvit_m0_9")  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [*OWN, *(f"timm.{name}" for name in TIMM)])
def test_that_every_family_opens_and_goes_through_every_lens(matrix, name):
    if name.startswith("timm."):
        timm = pytest.importorskip("timm")
        if name.removeprefix("timm.") not in timm.list_models():
            pytest.skip("this version of timm has not got it")
    result = matrix.tried(name)
    assert result.startswith("ok"), result


@pytest.mark.parametrize("part", [0.0, 0.1, 0.6, 0.98])
@pytest.mark.filterwarnings("ignore")
def test_that_a_truncated_onnx_file_is_said(tmp_path, part):
    pytest.importorskip("onnx2torch")
    onnx = pytest.importorskip("onnx")
    helper, kind = onnx.helper, onnx.TensorProto.FLOAT
    weights = helper.make_tensor("w", kind, (4, 3, 3, 3), np.ones(108, np.float32).tobytes(), raw=True)
    graph = helper.make_graph(
        [helper.make_node("Conv", ["x", "w"], ["y"])], "net",
        [helper.make_tensor_value_info("x", kind, (1, 3, 8, 8))],
        [helper.make_tensor_value_info("y", kind, (1, 4, 6, 6))], [weights],
    )  # fmt: skip
    content = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]).SerializeToString()
    path = tmp_path / "net.onnx"
    path.write_bytes(content)
    assert open_network(path).input_shape == (3, 8, 8)
    path.write_bytes(content[: int(part * len(content))])
    with pytest.raises(OpenError) as caught:
        open_network(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
