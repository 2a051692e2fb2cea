"""Forms of pictures, penalties, recipes and knobs of feature visualization."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from inspector.lenses.feature_visualization import FeatureParameters
from inspector.lenses.feature_visualization.export import document, parameters_from, read_recipe, save
from inspector.lenses.feature_visualization.penalties import at_the_edges, distance_from_grey, total_variation
from inspector.lenses.feature_visualization.recipes import KNOBS, recipes, with_recipe
from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import open_picture
from tests.lenses.feature_kinds_networks import Classes, shown, visualize


@pytest.fixture
def network():
    labels = ("tabby, tabby cat", "great grey owl", "toucan")
    return Network(Classes(), name="net", labels=labels, preprocessing=Preprocessing(crop=(24, 24)))


@pytest.fixture
def picture(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (24, 24, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    return open_picture(tmp_path / "noise.png")


@pytest.mark.parametrize("form", ["fourier", "pixels", "maco"])
def test_that_every_form_of_picture_grows_the_objective(network, form):
    recipe = "maco" if form == "maco" else "standard"
    parameters = with_recipe(recipe, parameterization=form, size=24, crops=2)
    feature = result("feature-visualization", network, "relu/3", **changed(parameters, steps=40))
    assert feature.values[0] > feature.course[0, :3].mean()
    assert feature.images.shape == (1, 24, 24, 3)
    assert (feature.alpha is not None) == (form == "maco")


def changed(parameters, **values):
    return dict(vars(parameters)) | values


def test_that_macos_magnitudes_stay_those_of_nature_and_its_places_are_weighed(network, tmp_path):
    feature = result(
        "feature-visualization", network, "two/3", **changed(with_recipe("maco", size=48, steps=24))
    )
    before = result(
        "feature-visualization", network, "two/3", **changed(with_recipe("maco", size=48, steps=1))
    )
    assert not np.array_equal(feature.images, before.images)
    spectra = [np.abs(np.fft.rfft2(f.images[0].mean(2) / 255 - 0.5)) for f in (feature, before)]
    slopes = [np.polyfit(np.log(np.arange(2, 20)), np.log(s[0, 2:20]), 1)[0] for s in spectra]
    assert slopes[0] == pytest.approx(-1, abs=0.5), "amplitude falls as 1/f, which the sigmoid hardly changes"
    assert 0.15 < feature.images[0].std() / 255 < 0.35
    assert feature.alpha.shape == (1, 48, 48)
    assert feature.alpha.dtype == np.uint8
    assert feature.alpha.min() < 200 < feature.alpha.max()
    (file,) = save(feature, tmp_path)
    with Image.open(file) as image:
        assert image.mode == "RGBA"
    assert document(feature, [file])[0]["moved"] is True


def test_that_penalties_are_what_they_say():
    grey, half = torch.full((1, 3, 20, 20), 0.5), torch.full((1, 3, 20, 20), 0.5)
    half[..., :10] = 1.0
    assert [float(p(grey)) for p in (total_variation, distance_from_grey, at_the_edges)] == [0, 0, 0]
    assert float(total_variation(half)) == pytest.approx(0.5 / 19)
    assert float(distance_from_grey(half)) == pytest.approx(0.5)
    assert float(at_the_edges(half)) == pytest.approx(0.5)
    middle = grey.clone()
    middle[..., 5:15, 5:15] = 1
    assert float(at_the_edges(middle)) == 0


@pytest.mark.parametrize(
    ("name", "measure"),
    [("total_variation", total_variation), ("grey", distance_from_grey), ("boundary", at_the_edges)],
)
def test_that_a_regulariser_lowers_what_it_weighs_and_is_not_told_in_the_value(network, name, measure):
    plain, weighed = (visualize(network, "two/3", "channel", **{name: w}) for w in (0.0, 3.0))
    found = [
        float(measure(torch.from_numpy(f.images).permute(0, 3, 1, 2).float() / 255)) for f in (plain, weighed)
    ]
    assert found[1] < 0.9 * found[0]
    two = shown(network, weighed)["two"][0]
    assert weighed.values[0] == pytest.approx(two[3].mean(), abs=0.01)


def test_that_recipes_are_what_they_are_called():
    assert list(recipes()) == ["preview", "standard", "strong", "distill-2017", "lucid", "microscope", "maco"]
    assert with_recipe("standard") == FeatureParameters()
    assert with_recipe("lucid").steps == 512
    assert with_recipe("lucid", steps=7).steps == 7
    assert with_recipe("microscope").recipe == "microscope"
    assert all(recipe.sentence.endswith(".") and recipe.title for recipe in recipes().values())
    with pytest.raises(InspectorError, match="no recipe “cake”; there are preview"):
        with_recipe("cake")
    with pytest.raises(InspectorError, match="flour"):
        with_recipe("maco", flour=1)


@pytest.mark.parametrize("knob", KNOBS, ids=lambda knob: knob.name)
def test_that_every_knob_is_a_parameter_with_bounds_and_a_sentence(knob):
    usual = getattr(FeatureParameters(), knob.name)
    assert knob.sentence.endswith(".")
    if knob.kind == "choice":
        assert usual in knob.choices
        bad = "other"
    else:
        assert usual is None or knob.minimum <= usual <= knob.maximum
        assert FeatureParameters(**{knob.name: type(usual or 1)(knob.maximum)})
        bad = float("nan")
    with pytest.raises(InspectorError, match=knob.name):
        FeatureParameters(**{knob.name: bad})


def test_that_recipes_and_objectives_need_no_torch():
    import subprocess

    code = (
        "import sys; import inspector.lenses.feature_visualization.recipes as r;"
        "import inspector.lenses.feature_visualization.objectives as o;"
        "o.parse('channel'); r.with_recipe('maco');"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_that_a_recipe_with_a_picture_finds_it_again_or_says_what_is_wrong(network, picture, tmp_path):
    feature = visualize(network, "two", "caricature", pictures=(picture,), steps=2)
    (file,) = save(feature, tmp_path / "out")
    recipe = read_recipe(file)
    assert replace(parameters_from(recipe), frame_every=0.1) == replace(feature.parameters, resume=None)
    Image.new("RGB", (24, 24)).save(picture.path)
    with pytest.raises(InspectorError, match="another picture now"):
        parameters_from(recipe)
    recipe["parameters"]["pictures"][0]["path"] = None
    with pytest.raises(InspectorError, match="was never a file"):
        parameters_from(recipe)
