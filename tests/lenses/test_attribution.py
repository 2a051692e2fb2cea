"""Attribution: sums that have to come out, captum's answers, and what is planted in hand-built networks."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.lenses.attribution.nmf import nmf
from inspector.lenses.base import Partial
from inspector.lenses.comparing.making import weight_edits
from inspector.lenses.run import result, run
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import from_image
from inspector.pictures.samples import samples
from inspector.probe.cancel import CancelToken
from inspector.probe.edited import edited
from inspector.probe.edits import Edit
from inspector.probe.record import prepare


@pytest.fixture(scope="module")
def demo():
    return open_network("demo")


@pytest.mark.parametrize("place", ["demo", "demo/conv2", "demo/mixed3", "demo/res4"])
def test_that_integrated_gradients_are_complete_to_one_percent(demo, place):
    for picture in samples()[:3]:
        found = result("attribution", demo, place, picture=picture, method="integrated")
        assert found.error <= 0.01
        assert found.total == pytest.approx(found.score - found.reference, rel=0.01)
        assert float(found.heat.sum()) == pytest.approx(found.total, rel=1e-3)


def test_that_integrated_gradients_are_captums(demo):
    from captum.attr import IntegratedGradients

    picture = samples()[1]
    batch = prepare(demo, [picture.image])
    target = int(demo.module(batch).argmax())
    grey = demo.preprocessing.normalise(torch.full_like(batch, 0.5))
    theirs = IntegratedGradients(demo.module).attribute(
        batch, grey, target=target, n_steps=256, internal_batch_size=32
    )
    ours = result("attribution", demo, "demo", picture=picture, method="integrated", tolerance=0.0005)
    expected = theirs.sum(1)[0].detach().numpy()
    assert np.corrcoef(ours.heat.ravel(), expected.ravel())[0, 1] > 0.98


def test_that_grad_cam_is_captums(demo):
    from captum.attr import LayerGradCam

    picture = samples()[2]
    batch = prepare(demo, [picture.image])
    target = int(demo.module(batch).argmax())
    theirs = LayerGradCam(demo.module, demo.module.mixed5).attribute(batch.requires_grad_(), target)
    ours = result("attribution", demo, "demo/mixed5", picture=picture, method="grad-cam")
    expected = theirs[0, 0].detach().clamp(min=0).numpy()
    assert np.allclose(ours.heat, expected, atol=1e-4 * max(1.0, expected.max()))


def test_that_activation_times_gradient_adds_up_where_the_rest_is_linear(demo):
    node = next(n.name for n in reversed(list(demo.nodes.values())) if n.op == "AdaptiveAvgPool2d")
    found = result("attribution", demo, f"demo/{node}", picture=samples()[0])
    assert found.error < 1e-3
    weights = demo.module.get_submodule("logits").weight[found.target_class].detach().numpy()
    assert np.allclose(found.units, weights * found.activations[:, 0, 0], atol=1e-4)


class Patch(nn.Module):
    """Class 1 is how red the upper left quarter is, class 0 how blue the lower right one."""

    def __init__(self) -> None:
        super().__init__()
        self.see = nn.Conv2d(3, 2, 1, bias=False)
        self.see.weight.data = torch.tensor([[0.0, 0, 1], [1, 0, 0]]).view(2, 3, 1, 1)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        maps = self.relu(self.see(x))
        half = maps.shape[2] // 2
        return torch.stack([maps[:, 0, half:, half:].mean((1, 2)), maps[:, 1, :half, :half].mean((1, 2))], 1)


def _quarters():
    pixels = np.full((32, 32, 3), 128, np.uint8)
    pixels[:16, :16] = 255, 0, 0
    pixels[16:, 16:] = 0, 0, 255
    plain = Preprocessing(resize=32, crop=(32, 32), mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))
    return Network(Patch(), name="patch", preprocessing=plain), from_image(
        Image.fromarray(pixels), "quarters"
    )


@pytest.mark.parametrize("method", ["gradient", "integrated", "occlusion", "grad-cam"])
def test_that_every_method_finds_the_quarter_that_makes_the_class(method):
    network, picture = _quarters()
    place = "patch" if method == "occlusion" else "patch/relu"
    found = result("attribution", network, place, picture=picture, method=method, target=1)
    heat = found.heat / found.heat.max()
    if method == "grad-cam":
        assert heat[:16, :16].mean() > heat[16:, 16:].mean(), "its weights know no place"
        return
    assert heat[:12, :12].min() > 0.3
    assert np.abs(heat[20:, 20:]).max() < 1e-5


def test_that_two_classes_are_compared_with_opposite_signs():
    network, picture = _quarters()
    found = result("attribution", network, "patch/relu", picture=picture, target=1, versus=0)
    assert found.heat[:16, :16].min() > 0 > found.heat[16:, 16:].max()
    assert found.units[1] > 0 > found.units[0]
    assert found.error < 1e-4


def test_that_a_units_response_is_explained_by_what_comes_before_it(demo):
    found = result(
        "attribution", demo, "demo/conv2", picture=samples()[0], method="integrated", unit="demo/mixed3/4"
    )
    assert found.target == "unit mixed3/4"
    assert found.error <= 0.01
    with pytest.raises(InspectorError, match="does not depend"):
        result("attribution", demo, "demo/res4", picture=samples()[0], unit="demo/conv2/0")


def test_that_groups_hold_what_was_planted():
    generator = np.random.default_rng(0)
    left, right = np.kron(np.eye(3), np.ones((4, 1))), np.kron(np.eye(3), np.ones((1, 5)))
    found_left, found_right = nmf(left @ right + 0.001 * generator.random((12, 15)), 3)
    owners = found_left.argmax(1)
    assert len(set(owners)) == 3
    assert all(len(set(owners[i : i + 4])) == 1 for i in (0, 4, 8))
    assert np.abs(found_left @ found_right - left @ right).max() < 0.01


def test_that_groups_of_a_picture_add_up_to_nearly_the_scores_slope(demo):
    found = result("attribution", demo, "demo/mixed5", picture=samples()[0], groups=6).groups
    assert found.spatial.shape[0] == found.channels.shape[0] == 6
    assert (found.spatial >= 0).all()
    assert found.spatial.max((1, 2)) == pytest.approx(1, abs=1e-5)
    assert 0.5 < found.explained <= 1
    plain = result("attribution", demo, "demo/mixed5", picture=samples()[0])
    assert found.classes[0] == plain.target_class
    assert found.effects[:, 0].sum() == pytest.approx(plain.total, rel=0.25)


def test_that_occlusion_is_live_and_methods_that_are_not_there_are_refused(demo):
    updates = run("attribution", demo, "demo", picture=samples()[0], method="occlusion")
    first = next(u.payload for u in updates if isinstance(u, Partial))
    assert not first.complete
    assert np.isnan(first.heat).any()
    assert math.isnan(first.total)
    for values in ({"method": "magic"}, {"target": 999}, {"method": "grad-cam"}):
        with pytest.raises(InspectorError):
            result("attribution", demo, "demo", picture=samples()[0], **values)


class Inhibited(nn.Module):
    """A detector of the black and white: brightness excites it, colour (by negative weights) inhibits it."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 2, 1, bias=False)
        self.first.weight.data = torch.tensor([[1.0, 1, 1], [3, -3, 0]]).view(2, 3, 1, 1)
        self.relu = nn.ReLU(inplace=True)
        self.detector = nn.Conv2d(2, 2, 1, bias=False)
        self.detector.weight.data = torch.tensor([[1.0, -2], [-1, 2]]).view(2, 2, 1, 1)
        self.norm = nn.BatchNorm2d(2)
        self.norm.weight.data = torch.tensor([1.0, -1.0])  # the second is the first one, turned by the norm
        self.norm.running_var.fill_(1 - self.norm.eps)
        self.out = nn.ReLU()

    def forward(self, x):
        return self.out(self.norm(self.detector(self.relu(self.first(x))))).mean((2, 3))


@pytest.mark.parametrize("unit", [0, 1])
def test_that_without_negative_weights_suppressed_responses_come_back(unit):
    plain = Preprocessing(resize=8, crop=(8, 8), mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))
    network = Network(Inhibited(), name="bw", preprocessing=plain)
    grey, red = (from_image(Image.new("RGB", (8, 8), c), c) for c in ("#808080", "#ff0000"))
    location = Location("bw", "out", unit)
    edits = [Edit(e) for e in weight_edits(network, location, "zero", "negative", CancelToken())]
    assert [e.change.node for e in edits] == ["detector"]
    made = edited(network, edits)
    peaks = {
        (net is made, p.name): float(result("activations", net, "bw/out", picture=p).peaks[unit])
        for net in (network, made)
        for p in (grey, red)
    }
    assert peaks[False, "#808080"] > 1
    assert peaks[False, "#ff0000"] == 0, "suppressed"
    assert peaks[True, "#ff0000"] == pytest.approx(1.0, abs=1e-4), "back, at what excites it alone"
    assert peaks[True, "#808080"] == pytest.approx(peaks[False, "#808080"], abs=1e-5)
