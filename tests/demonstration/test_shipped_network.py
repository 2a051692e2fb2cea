import json
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from inspector.demonstration import first_layer
from inspector.demonstration.dataset import generate
from inspector.demonstration.fit import accuracy, initialised
from inspector.demonstration.recipe import Recipe
from inspector.demonstration.samples import samples_recognised
from inspector.demonstration.scene import LABELS
from inspector.network.demo_network import build

DEMO = Path(__file__).parents[2] / "resources" / "demo"


@pytest.fixture(scope="module")
def card():
    return json.loads((DEMO / "demo.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def recipe(card):
    return Recipe(**{field.name: card["training"][field.name] for field in fields(Recipe)})


@pytest.fixture(scope="module")
def network(card):
    network = build()
    network.load_state_dict(load_file(DEMO / card["weights"]), strict=True)
    return network.eval()


@pytest.fixture(scope="module")
def kernels(network):
    return network.get_parameter("conv1.weight").detach().numpy()


def test_that_the_weights_are_small_enough_to_ship(card):
    assert (DEMO / card["weights"]).stat().st_size <= 3_000_000


def test_that_the_recipe_on_the_card_is_the_script_s_own(recipe):
    assert recipe == Recipe()


def test_that_the_card_s_labels_are_the_generator_s_classes(card, network):
    assert card["labels"] == list(LABELS)
    assert network(torch.zeros(1, 3, 96, 96)).shape == (1, len(LABELS))


def test_that_the_card_claims_at_least_90_percent_on_held_out_pictures(card):
    assert card["training"]["held_out_accuracy"] >= 0.9
    assert card["accuracy"].startswith(f"{100 * card['training']['held_out_accuracy']:.1f} %")


def test_that_freshly_rendered_held_out_pictures_are_named_right(network, recipe):
    assert accuracy(network, generate(recipe.held_out_seed, 600)) >= 0.9


def test_that_most_first_layer_kernels_are_oriented_or_colour_opponent(kernels):
    assert first_layer.structured(kernels).mean() >= 0.75


def test_that_the_first_layer_s_measure_refuses_noise(recipe):
    noise = initialised(recipe).get_parameter("conv1.weight").detach().numpy()
    assert first_layer.structured(noise).mean() <= 0.1


def test_that_first_layer_orientations_cover_the_circle(kernels):
    oriented = first_layer.orientation(kernels) > 0.6
    assert oriented.sum() >= 10
    angles = first_layer.angle(kernels[oriented])
    assert len(np.unique(angles // 45)) == 4


def test_that_the_first_layer_holds_colour_opponent_and_colour_blind_kernels(kernels):
    opponency = first_layer.opponency(kernels)
    assert (opponency > 0.5).sum() >= 5
    assert (opponency < 0.25).sum() >= 5


def test_that_at_least_48_labelled_samples_ship(card):
    manifest = json.loads((DEMO / "samples" / "manifest.json").read_text(encoding="utf-8"))
    pictures = manifest["pictures"]
    assert len(pictures) >= 48
    assert {entry["class"] for entry in pictures} == set(card["labels"])
    assert {entry["file"] for entry in pictures} == {path.name for path in (DEMO / "samples").glob("*.png")}


def test_that_samples_are_rgb_pictures_of_one_size():
    for path in sorted((DEMO / "samples").glob("*.png")):
        with Image.open(path) as picture:
            assert (picture.mode, picture.size) == ("RGB", (192, 192))


def test_that_the_samples_are_as_the_script_renders_them_and_are_recognised(network, card):
    share = samples_recognised(DEMO / "samples", network)
    assert share == pytest.approx(card["training"]["samples_recognised"], abs=0.02)
    assert share >= 0.9


def test_that_all_samples_together_stay_below_three_and_a_half_megabytes():
    assert sum(path.stat().st_size for path in (DEMO / "samples").iterdir()) < 3_500_000
