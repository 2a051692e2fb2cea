"""Facets: the probe against scikit-learn, the objective against its formula, training on two folders."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

import inspector
from inspector.cli import main
from inspector.lenses.facets import Facet
from inspector.lenses.facets.train import fitted
from inspector.lenses.feature_visualization.export import read_recipe
from inspector.lenses.feature_visualization.objectives import Channel, Faceted, Neuron, parse
from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.record import record
from inspector.workspace.facets import Facets


@pytest.mark.parametrize(("count", "units"), [(60, 5), (20, 100)])
@pytest.mark.parametrize("penalty", [0.1, 1.0, 10.0])
def test_that_the_probe_is_that_of_scikit_learn(count, units, penalty):
    linear_model = pytest.importorskip("sklearn.linear_model")
    random = np.random.default_rng(count)
    values = random.normal(2, 3, (count, units)) * random.uniform(0.1, 10, units)
    values[:, 0] = 7  # says nothing
    classes = (values[:, 1] + values[:, 2] + random.normal(0, 3, count) > values.mean()).astype(float)
    spread = values.std(0)
    spread[0] = 1
    model = linear_model.LogisticRegression(C=1 / penalty, tol=1e-10, max_iter=10_000)
    model.fit((values - values.mean(0)) / spread, classes)
    weights, offset = fitted(values, classes, penalty)
    np.testing.assert_allclose(weights * spread, model.coef_[0], atol=1e-4)
    np.testing.assert_allclose(offset + weights @ values.mean(0), model.intercept_[0], atol=1e-4)


def test_that_the_objectives_text_reads_back():
    for text in ('facet(channel, "face")', 'facet(channel(3), "a b", 2.5)', 'facet(neuron(7@2,3), "x", -1)'):
        assert str(parse(text)) == text
    assert parse('facet(channel(3), "f", 2)') == Faceted(Channel(3), "f", 2.0)
    assert parse('facet(channel, "f")').at(5, None) == Faceted(Channel(5), "f")
    assert parse('facet(neuron, "f")').at(5, (1, 2)).inner == Neuron(5, (1, 2))
    for wrong in ("facet", 'facet(layer, "f")', "facet(channel)", "facet(channel, f)"):
        with pytest.raises(InspectorError):
            parse(wrong)


def small():
    torch.manual_seed(5)
    module = nn.Sequential(
        nn.Conv2d(3, 6, 3, padding=1),
        nn.ReLU(),
        nn.Conv2d(6, 4, 3, stride=2),
        nn.Softplus(),
        nn.Conv2d(4, 3, 1),
    )
    return Network(module, name="small", preprocessing=Preprocessing((16, 16)))


def test_that_the_objective_is_worth_what_its_formula_says():
    network = small()
    weights = tuple(np.linspace(-1, 1, 6).round(3).tolist())
    facet = Facet("tilt", "1", weights)
    made = result(
        "feature-visualization", network, "4/2", objectives=("channel", 'facet(channel, "tilt", 1.5)'),
        facets=(facet,), steps=6, transform=0.0,
    )  # fmt: skip
    pictures = torch.from_numpy(made.images).permute(0, 3, 1, 2) / 255
    near = network.module[:2](pictures).detach().requires_grad_()
    plain = network.module[2:](near)[:, 2].mean((1, 2))
    (gradient,) = torch.autograd.grad(plain.sum(), near)
    part = (near * gradient * torch.tensor(weights).view(1, -1, 1, 1)).sum((1, 2, 3)) * 1.5
    plain, part = plain.detach(), part.detach()
    assert made.values[0] == pytest.approx(float(plain[0]), abs=2e-2)
    assert made.values[1] == pytest.approx(float(plain[1] + part[1]), abs=2e-2), "pixels are of 8 bits"
    assert part[1] > part[0], "the facet shapes the picture"
    assert made.values[1] > made.course[1, 0]


def test_that_two_facets_of_one_picture_do_not_mix():
    network = small()
    facets = tuple(
        Facet(name, "1", tuple(float(i == unit) for i in range(6))) for unit, name in enumerate("ab")
    )
    text = 'facet(channel(0), "a") + facet(channel(1), "b")'
    made = result(
        "feature-visualization", network, "4", objectives=(text,), facets=facets, steps=2, transform=0.0
    )
    near = (
        network.module[:2](torch.from_numpy(made.images).permute(0, 3, 1, 2) / 255).detach().requires_grad_()
    )
    expected = 0.0
    for unit in (0, 1):
        plain = network.module[2:](near)[:, unit].mean()
        (gradient,) = torch.autograd.grad(plain, near)
        expected += float((plain + (near * gradient)[:, unit].sum()).detach())
    assert made.values[0] == pytest.approx(expected, abs=1e-2)


def test_that_facets_that_do_not_fit_are_refused():
    network = small()
    given = {"steps": 1, "objectives": ('facet(channel, "f")',)}
    with pytest.raises(InspectorError, match="none was given"):
        result("feature-visualization", network, "4/0", **given)
    with pytest.raises(InspectorError, match="another network"):
        result("feature-visualization", network, "4/0", facets=(Facet("f", "1", (1.0,)),), **given)
    behind = Facet("f", "4", (1.0, 1.0, 1.0))
    with pytest.raises(InspectorError, match="before the unit"):
        result("feature-visualization", network, "2/0", facets=(behind,), **given)


@pytest.fixture
def folders(tmp_path):
    """Vertical stripes, and horizontal ones."""
    random = np.random.default_rng(0)
    for name, axis in (("upright", 1), ("flat", 0)):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(12):
            wave = np.sin(np.arange(96) * random.uniform(0.5, 0.9) + random.uniform(0, 6))
            grid = np.broadcast_to(wave[None, :] if axis else wave[:, None], (96, 96))
            pixels = (128 + 90 * grid)[..., None] + random.normal(0, 10, (96, 96, 3))
            Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(folder / f"{number}.png")
    return tmp_path


def test_that_a_facet_trained_on_two_folders_turns_a_units_picture(folders, tmp_path, capsys):
    where = tmp_path / "workspace"
    words = [
        "facet",
        "demo",
        "conv2",
        "upright",
        "--positive",
        folders / "upright",
        "--negative",
        folders / "flat",
    ]
    assert main([str(word) for word in [*words, "--workspace", where, "--json"]]) == 0
    network = inspector.open_network("demo")
    facet = Facets(where).find(network.fingerprint, "upright")
    assert facet.held_out == 1.0
    assert facet.pictures == (12, 12)
    assert max(map(abs, facet.weights)) == 1
    assert facet.node == "conv2"
    shown = {
        name: record(network, sorted((folders / name).iterdir()), ["conv2"])["conv2"].mean((2, 3))
        for name in ("upright", "flat")
    }
    scores = {name: values @ np.array(facet.weights) for name, values in shown.items()}
    assert scores["upright"].min() > scores["flat"].max(), "the kept weights tell them apart"

    out = tmp_path / "made"
    made = ["visualize", "demo", "mixed3/4", "--objective", 'facet(channel, "upright", 2)', "--steps", 4]
    assert main([str(word) for word in [*made, "--workspace", where, "--out", out]]) == 0
    (file,) = out.glob("*.png")
    told = read_recipe(file)["parameters"]["facets"][0]
    assert Facet.from_json(told) == facet
    capsys.readouterr()
    assert main([str(word) for word in [*made[:-2], "--workspace", tmp_path / "empty", "--out", out]]) == 1
    assert "no facet “upright”" in capsys.readouterr().err


def test_that_too_few_pictures_are_refused(folders):
    network = inspector.open_network("demo")
    few = str(folders / "flat" / "0.png")
    with pytest.raises(InspectorError, match="needs 4 of each"):
        result("facet", network, "conv2", name="a", positives=(few,), negatives=(str(folders / "upright"),))
