"""Networks that misbehave: one clear sentence each, and nothing of them runs that was not asked for."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
import torch
from torch import nn

import inspector
from inspector.jobs.bench import Bench
from inspector.jobs.messages import InputQuestion
from inspector.jobs.requests import OpenNetwork
from inspector.network.errors import InspectorError, OpenError
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from inspector.probe.record import record
from tests.drawn import ended

SIZE = (3, 16, 16)


class Raising(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        raise RuntimeError("out of luck\nand a second line")


class TwoInputs(nn.Module):
    def forward(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return x + y


class Nothing(nn.Module):
    def forward(self, x: torch.Tensor) -> None:
        return None


class Complex(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.fft.fft2(self.conv(x)).abs().mean((2, 3))


class Answers(nn.Module):
    """A dict of a tuple: outputs as detection networks have them."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)

    def forward(self, x: torch.Tensor) -> dict[str, tuple[torch.Tensor, ...]]:
        x = self.conv(x)
        return {"logits": (x.mean((2, 3)), x)}


def refusal(module: nn.Module, size: tuple[int, int, int] = SIZE) -> str:
    with pytest.raises(OpenError) as caught:
        open_network(module, name="mine", input_size=size)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_that_a_forward_pass_that_raises_is_told_with_the_input_it_was_given():
    assert refusal(Raising()) == "mine: the network does not run on an input of 3 x 16 x 16: out of luck."


def test_that_a_network_that_needs_other_inputs_says_which():
    assert "missing 1 required positional argument: 'y'" in refusal(TwoInputs())


def test_that_a_network_that_answers_nothing_opens_without_outputs():
    net = open_network(Nothing(), input_size=SIZE)
    assert (net.outputs, dict(net.nodes)) == (0, {})


def test_that_complex_values_within_a_network_do_not_stand_in_the_way():
    net = open_network(Complex(), input_size=SIZE)
    assert net.outputs == 4
    assert net.nodes["conv"].units == 4


def test_that_dicts_and_tuples_as_outputs_are_read():
    assert open_network(Answers(), input_size=SIZE).outputs == 4


@pytest.mark.parametrize("kind", [torch.float16, torch.bfloat16, torch.float64])
def test_that_networks_of_other_precision_open_and_are_read(kind):
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU()).to(kind)
    net = open_network(module, input_size=SIZE)
    values = record(net, torch.rand(2, *SIZE), ["2"])
    assert values["2"].shape == (2, 4, 14, 14)
    assert values["2"].dtype == "float32"


def test_that_a_quantised_network_says_what_to_do():
    # By the place of its class: building a real one warns that torch will drop them.
    packed = type("Conv2d", (nn.Identity,), {"__module__": "torch.ao.nn.quantized.modules.conv"})
    text = refusal(nn.Sequential(packed()))
    assert "quantised" in text
    assert "float" in text


def test_that_three_thousand_nodes_open():
    module = nn.Sequential(*(nn.ReLU() for _ in range(3000)), nn.Flatten())
    assert len(open_network(module, input_size=(3, 2, 2)).nodes) == 3001


class Rounded(nn.Module):
    """Binarised: every value behind the convolution is -1 or 1."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.head = nn.Conv2d(3, 4, 3), nn.Conv2d(4, 2, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(torch.sign(self.conv(x))).mean((2, 3))


class Detached(Rounded):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.conv(x).detach()).mean((2, 3))


class Imaginary(nn.Module):
    """Complex weights, as in networks of waves."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.wave = nn.Linear(4, 2, dtype=torch.complex64)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.wave(self.conv(x).mean((2, 3)).to(torch.complex64)).abs()


@pytest.mark.parametrize(
    ("module", "told"),
    [
        (Rounded, "gradients are zero everywhere"),
        (
            Detached,
            "hands no gradients back from its output to the picture: feature visualization, attribution",
        ),
        (Imaginary, r"nodes hold complex numbers \(first “wave”\): they are listed without units"),
    ],
)
def test_that_what_cannot_be_had_is_said_and_the_rest_works(module, told):
    net = open_network(module(), name="mine", input_size=SIZE)
    assert len(net.limits) == 1
    assert re.search(told, net.limits[0])
    assert record(net, torch.rand(2, *SIZE), ["conv"])["conv"].shape == (2, 4, 14, 14)


def test_that_a_visualization_without_gradients_is_refused_with_the_reason_and_one_before_it_is_made():
    net = open_network(Detached(), name="mine", input_size=SIZE)
    before = inspector.result("feature-visualization", net, "conv/0", recipe="preview", steps=1)
    assert before.course.size
    with pytest.raises(InspectorError, match="hands no gradients back"):
        inspector.result("feature-visualization", net, "head/0", recipe="preview", steps=1)


def test_that_nothing_is_missed_in_a_network_of_convolutions():
    assert open_network(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU()), input_size=SIZE).limits == ()


@pytest.mark.filterwarnings("ignore")  # that torch will drop it
def test_that_a_network_quantised_within_its_calls_works_but_for_gradients():
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 3)).eval()
    if not torch.backends.quantized.supported_engines or torch.backends.quantized.engine == "none":
        pytest.skip("this build of torch cannot quantise")
    module = torch.ao.quantization.quantize_dynamic(module, {nn.Linear})
    net = open_network(module, input_size=SIZE)
    assert record(net, torch.rand(2, *SIZE), ["3"])["3"].shape == (2, 3)
    assert "gradients" in net.limits[0]


def test_that_another_input_size_is_asked_for_and_may_stand_behind_the_name(tmp_path):
    file = tmp_path / "mine.py"
    file.write_text(
        "from torch import nn\n\ndef net():\n"
        "    return nn.Sequential(nn.Conv2d(1, 4, 3), nn.Flatten(), nn.Linear(4 * 18 * 26, 3))\n"
    )
    spec = f"{file}:net"
    question = ended(OpenNetwork(spec, trust=True).start(Bench(), CancelToken()))
    assert question == InputQuestion(spec, question.sentence, True)
    assert "does not run on an input of" in question.sentence
    card = ended(OpenNetwork(f"{spec}@1x20x28").start(Bench(), CancelToken()))
    assert (card.input_shape, card.spec) == ((1, 20, 28), f"{spec}@1x20x28")


# Files


@pytest.mark.parametrize(
    "suffix", [".pth", ".pt", ".safetensors", ".pt2", ".onnx", ".caffemodel", ".ckpt", ".pth.tar"]
)
@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"PK\x03\x04", b"\x80\x02", bytes(100), b"hello, no network\n"]
)
def test_that_a_file_of_no_sense_is_one_sentence(tmp_path, suffix, content):
    path = tmp_path / f"w{suffix}"
    path.write_bytes(content)
    for spec in (path, f"resnet18={path}"):
        with pytest.raises(OpenError) as caught:
            open_network(spec)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["w.pt", "w.pt2", "w.pth"])
def test_that_a_zip_bomb_is_not_unpacked(tmp_path, name):
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("net/constants.pkl", b"")
        archive.writestr("net/archive_format", b"pt2")
        archive.writestr("net/code/__torch__.py", bytes(80_000_000))
    with pytest.raises(OpenError) as caught:
        open_network(tmp_path / name)
    assert str(tmp_path / name) in str(caught.value)


class Canary:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return (Path.touch, (self.path,))


@pytest.mark.parametrize(
    "name", ["w.pth", "w.pt", "w.ckpt", "w.bin", "w.pth.tar", "model.safetensors", "w.pt2", "w.caffemodel"]
)
def test_that_no_way_of_opening_a_pickle_runs_it(tmp_path, name):
    canary = tmp_path / "canary"
    torch.save({"state_dict": {"a": torch.zeros(1)}, "extra": Canary(canary)}, tmp_path / name)
    (tmp_path / "config.json").write_text('{"architecture": "resnet18"}')
    for spec in (tmp_path / name, f"resnet18={tmp_path / name}", tmp_path):
        with pytest.raises(OpenError):
            open_network(spec)
    assert not canary.exists()
