import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from inspector.demonstration import train
from inspector.demonstration.fit import _decay_means, initialised
from inspector.demonstration.recipe import Recipe
from inspector.demonstration.scene import LABELS

SMALL = ["--pictures", "100", "--epochs", "1", "--held-out", "40", "--threads", "1"]


@pytest.fixture
def threads():
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("threads")
def test_that_a_tiny_run_writes_weights_card_and_samples(tmp_path, capsys):
    assert train.main(["--out", str(tmp_path), *SMALL]) == 0
    assert "held-out generated pictures" in capsys.readouterr().out
    card = json.loads((tmp_path / "demo.json").read_text())
    assert card["architecture"] == "demo"
    assert card["labels"] == list(LABELS)
    assert card["accuracy"].endswith("top-1 on 40 held-out generated pictures")
    assert card["training"]["pictures"] == 100
    assert "--pictures 100 --epochs 1 --seed" in card["training"]["command"]
    assert (tmp_path / card["weights"]).is_file()
    assert len(list((tmp_path / "samples").glob("*.png"))) == 3 * len(LABELS)


@pytest.mark.usefixtures("threads")
def test_that_the_same_seed_gives_the_same_weights_and_another_seed_others(tmp_path, monkeypatch):
    monkeypatch.setattr(train, "write_samples", lambda folder, recipe: None)
    monkeypatch.setattr(train, "samples_recognised", lambda folder, network: 0.0)
    runs = []
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        train.train(tmp_path / name, Recipe(pictures=64, epochs=1, held_out=20, threads=1, seed=seed))
        runs.append(load_file(tmp_path / name / "demo.safetensors"))
    assert all(torch.equal(runs[0][key], runs[1][key]) for key in runs[0])
    assert not torch.equal(runs[0]["conv1.weight"], runs[2]["conv1.weight"])


def test_that_training_held_out_and_sample_seeds_differ():
    recipe = Recipe()
    assert len({recipe.seed, recipe.held_out_seed, recipe.sample_seed}) == 3


def test_that_the_first_layer_starts_small():
    usual = initialised(Recipe(first_layer_start=1.0)).get_parameter("conv1.weight")
    small = initialised(Recipe()).get_parameter("conv1.weight")
    np.testing.assert_allclose(small.detach(), usual.detach() * Recipe().first_layer_start, rtol=1e-6)


def test_that_the_mean_decay_takes_the_mean_from_kernels_and_leaves_their_shape():
    kernels = torch.rand(4, 3, 7, 7)
    before = kernels.clone()
    _decay_means(kernels, 0.5, Recipe(first_layer_mean_decay=1.0))
    torch.testing.assert_close(kernels.mean((2, 3)), before.mean((2, 3)) / 2)
    torch.testing.assert_close(kernels.std((2, 3)), before.std((2, 3)))
