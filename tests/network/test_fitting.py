"""State dicts of published and older files, brought into the architectures without a file in between."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

from inspector.network.catalogue import entry
from inspector.network.errors import OpenError
from inspector.network.fitting import built_with

SOURCE = Path("w.pth")


def same(module: nn.Module, state: dict[str, torch.Tensor]) -> bool:
    own = module.state_dict()
    return own.keys() == state.keys() and all(torch.equal(own[key], state[key]) for key in own)


@pytest.mark.parametrize(("name", "head"), [("googlenet", "aux"), ("inception_v3", "AuxLogits")])
@pytest.mark.parametrize("auxiliary", [True, False])
def test_that_auxiliary_heads_in_the_file_do_not_matter(name, head, auxiliary):
    from torchvision import models

    state = models.get_model(name, weights=None, aux_logits=auxiliary, init_weights=False).state_dict()
    kept = {key: value for key, value in state.items() if not key.startswith(head)}
    assert (kept.keys() != state.keys()) == auxiliary
    assert same(built_with(entry(name).build, name, state, SOURCE), kept)


def test_that_torchvisions_older_names_of_dense_layers_fit():
    from torchvision.models import DenseNet

    def build() -> nn.Module:
        return DenseNet(growth_rate=4, block_config=(2, 2), num_init_features=8, num_classes=3)

    state = build().state_dict()
    old = {
        key.replace("norm1.", "norm.1.").replace("norm2.", "norm.2.").replace("conv1.", "conv.1."): value
        for key, value in state.items()
    }
    assert sum("denselayer1.norm.1." in key for key in old) == 10
    assert same(built_with(build, "densenet", old, SOURCE), state)


@pytest.mark.timeout(60)
def test_that_truncated_initialisation_comes_to_an_end_whatever_lies_in_memory():
    def build() -> nn.Module:
        module = nn.Linear(64, 64)
        module.weight.data.fill_(1e30)
        nn.init.trunc_normal_(module.weight, std=0.02)
        return module

    state = nn.Linear(64, 64).state_dict()
    assert same(built_with(build, "linear", state, SOURCE), state)


def test_that_torchvisions_older_names_of_transformer_layers_fit():
    from torchvision.models import VisionTransformer

    def build() -> nn.Module:
        return VisionTransformer(32, 16, num_layers=2, num_heads=2, hidden_dim=8, mlp_dim=16, num_classes=3)

    state = build().state_dict()
    old = {
        key.replace(".mlp.0.", ".mlp.linear_1.").replace(".mlp.3.", ".mlp.linear_2."): value
        for key, value in state.items()
    }
    assert sum("mlp.linear_" in key for key in old) == 8
    assert same(built_with(build, "vit", old, SOURCE), state)


def test_that_building_for_given_weights_draws_no_random_numbers():
    state = entry("squeezenet1_1").build().state_dict()
    before = torch.get_rng_state()
    built_with(entry("squeezenet1_1").build, "squeezenet1_1", state, SOURCE)
    assert torch.equal(torch.get_rng_state(), before)


def test_that_an_architecture_of_one_size_refuses_another_head():
    with pytest.raises(OpenError, match=r"1 of another shape \(first “weight”: 7 x 3 in the file, 4 x 3"):
        built_with(lambda: nn.Linear(3, 4, bias=False), "linear", {"weight": torch.rand(7, 3)}, SOURCE)


def test_that_a_given_number_of_classes_is_not_changed():
    state = entry("squeezenet1_1").build(num_classes=7).state_dict()
    with pytest.raises(OpenError, match=r"7 x 512 x 1 x 1 in the file, 9 x 512 x 1 x 1 in the architecture"):
        built_with(entry("squeezenet1_1").build, "squeezenet1_1", state, SOURCE, num_classes=9)


def test_that_a_difference_elsewhere_is_not_taken_for_another_head():
    state = entry("squeezenet1_1").build().state_dict()
    state["features.0.weight"] = torch.rand(64, 1, 3, 3)
    with pytest.raises(
        OpenError, match=r"first “features.0.weight”: 64 x 1 x 3 x 3 in the file, 64 x 3 x 3 x 3"
    ):
        built_with(entry("squeezenet1_1").build, "squeezenet1_1", state, SOURCE)
