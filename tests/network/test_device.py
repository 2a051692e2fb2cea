"""Device and precision: chosen for the process, told where it cannot be, written into what comes of it."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import numpy as np
import pytest
import torch

import inspector
from inspector.cli import main
from inspector.jobs.bench import Bench
from inspector.jobs.compute import SetCompute
from inspector.lenses.base import Remark
from inspector.lenses.examples.plan import Plan
from inspector.lenses.feature_visualization import FeatureParameters
from inspector.lenses.feature_visualization.export import recipe
from inspector.network.device import Compute, choose, current, there, wished
from inspector.network.location import Location
from inspector.network.lowering import lower
from inspector.pictures.samples import samples
from inspector.probe.cancel import CancelToken
from inspector.probe.engine import default_threads, set_up
from inspector.workspace.features import unit_recipe
from inspector.workspace.recipe import recipe_digest


@pytest.fixture(autouse=True)
def as_before():
    yield
    choose(Compute())


@pytest.fixture(scope="module")
def demo():
    return inspector.open_network("demo")


def test_that_bfloat16_changes_the_third_digit_and_leaves_the_network_as_it_is(demo):
    pictures = [picture.image for picture in samples()[:2]]
    exact = inspector.record(demo, pictures, nodes=["mixed3.cat"])["mixed3.cat"]
    assert choose(Compute("cpu", "bfloat16")) == (Compute("cpu", "bfloat16"), "")
    rough = inspector.open_network("demo")
    assert (rough.compute, demo.compute) == ("cpu, bfloat16", "cpu, float32")
    found = inspector.record(rough, pictures, nodes=["mixed3.cat"])["mixed3.cat"]
    error = np.abs(found - exact).max() / np.abs(exact).max()
    assert 1e-4 < error < 0.05
    assert found.dtype == np.float32
    assert rough.fingerprint == demo.fingerprint, "weights are what they were"
    rough.compute_as(Compute())
    back = inspector.record(rough, pictures, nodes=["mixed3.cat"])["mixed3.cat"]
    assert np.array_equal(back, exact), "float32 computes as before"


def test_that_a_convolution_and_a_linear_layer_compute_with_the_digits_that_are_asked_for():
    module = torch.nn.Sequential(torch.nn.Conv2d(1, 1, 1), torch.nn.Flatten(), torch.nn.Linear(4, 1))
    for layer in (module[0], module[2]):
        torch.nn.init.ones_(layer.weight)
        torch.nn.init.zeros_(layer.bias)
    module.requires_grad_(False)
    picture = torch.full((1, 1, 2, 2), 1 + 2**-9)  # one digit more than bfloat16 holds
    assert float(module(picture)) == 4 * (1 + 2**-9)
    assert lower(module, "bfloat16") == 2
    assert float(module(picture)) == 4.0
    assert float(copy.deepcopy(module)(picture)) == 4.0
    assert lower(module, "float32") == 0
    assert float(module(picture)) == 4 * (1 + 2**-9)


def test_that_a_network_of_foreign_layers_says_that_it_computes_in_float32():
    class Own(torch.nn.Module):
        def forward(self, x):
            return x * 2

    choose(Compute("cpu", "bfloat16"))
    assert inspector.open_network(Own(), name="own", input_size=(3, 4, 4)).compute == "cpu, float32"


@pytest.mark.parametrize("device", [name for name in ("cuda", "mps", "quantum") if name not in there()])
def test_that_a_device_that_is_not_there_is_told_in_one_sentence_and_the_cpu_takes_its_place(device):
    holds, sentence = choose(Compute(device, "bfloat16"))
    assert holds == Compute("cpu", "bfloat16")
    assert sentence == f"There is no device “{device}” that torch can use here: the CPU computes."
    updates = list(SetCompute(Compute(device)).start(Bench(), CancelToken()))
    assert [u.sentence for u in updates if isinstance(u, Remark)] == [sentence]


def test_that_an_unknown_precision_is_told_and_float32_takes_its_place():
    holds, sentence = choose(Compute("cpu", "float4"))
    assert holds == Compute()
    assert "float4" in sentence


def test_that_the_environment_says_device_precision_and_threads(monkeypatch):
    monkeypatch.setenv("NEURON_INSPECTOR_PRECISION", "bfloat16")
    monkeypatch.setenv("NEURON_INSPECTOR_THREADS", "1")
    assert wished() == Compute("cpu", "bfloat16")
    assert default_threads() == 1
    set_up()
    assert current() == Compute("cpu", "bfloat16")


def test_that_recipes_say_what_computed_and_fewer_digits_are_another_recipe(demo):
    place, parameters = Location("demo", "conv1", 3), FeatureParameters(steps=2)
    exact = recipe_digest(unit_recipe(demo, place, parameters))
    assert "precision" not in unit_recipe(demo, place, parameters), "what is kept already stays findable"
    choose(Compute("cpu", "bfloat16"))
    rough = inspector.open_network("demo")
    assert recipe_digest(unit_recipe(rough, place, parameters)) != exact
    assert recipe_digest(unit_recipe(demo, place, parameters)) == exact
    made = inspector.result("feature-visualization", rough, place, steps=2)
    assert recipe(made, 0)["compute"] == "cpu, bfloat16"
    assert np.isfinite(made.values).all()
    tuned = inspector.result("tuning", rough, place, family="grating", axes=(("orientation", (0.0, 90.0)),))
    assert tuned.compute == "cpu, bfloat16"


def test_that_a_scan_in_float32_keeps_its_key_and_one_in_fewer_digits_has_another():
    plain = Plan("n", "{}", "p", 1, 0, ("a",), 1, 1, 0, 1, True, False, False, ())
    rough = replace(plain, precision="bfloat16")
    assert "precision" not in json.loads(plain.to_json())
    assert Plan.from_json(plain.to_json()) == plain
    assert Plan.from_json(rough.to_json()) == rough
    assert plain.key != rough.key


@pytest.mark.parametrize(
    "words",
    [
        ["activations", "demo", "{picture}", "--node", "conv2"],
        ["attribute", "demo", "mixed3", "{picture}"],
        ["ablate", "demo", "conv2", "{picture}"],
        ["circuit", "demo", "conv2/3"],
    ],
)
def test_that_commands_run_in_bfloat16_and_leave_the_environment_alone(words, tmp_path, capsys):
    file = tmp_path / "picture.png"
    samples()[0].image.save(file)
    assert main([*(word.format(picture=file) for word in words), "--precision", "bfloat16", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)
    assert wished() == Compute()
