"""Opening networks by name, by file, by NAME=FILE and from a module."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from inspector.network.errors import InspectorError, OpenError
from inspector.network.opening import open_network, with_preprocessing
from inspector.network.preprocessing import Preprocessing
from tests.network.opening_files import IMAGENET_MEAN, SMALL, equal, module_of, refusal


@pytest.fixture(scope="module")
def state() -> dict[str, torch.Tensor]:
    """Weights of SqueezeNet 1.1."""
    return module_of("squeezenet1_1").state_dict()


@pytest.fixture
def file(tmp_path, state) -> Path:
    torch.save(state, tmp_path / "mine.pth")
    return tmp_path / "mine.pth"


# By name


def test_that_the_demonstration_network_opens_trained_with_its_labels():
    net = open_network("demo")
    assert (net.name, net.architecture, net.trained) == ("demo", "demo", True)
    assert net.preprocessing.crop == (96, 96)
    assert len(net.labels) == net.nodes["logits"].units
    assert net.card["accuracy"]
    assert net.source is not None
    assert net.source.is_file()


def test_that_a_catalogue_name_without_weights_opens_untrained_and_always_the_same():
    torch.manual_seed(1)
    before = torch.get_rng_state()
    first, second = (open_network("squeezenet1_1", input_size=SMALL) for _ in range(2))
    assert not first.trained
    assert first.source is None
    assert first.fingerprint == second.fingerprint
    assert torch.equal(torch.get_rng_state(), before), "the caller's random numbers were disturbed"


def test_that_preprocessing_and_labels_come_from_the_architectures_metadata():
    net = open_network("alexnet")
    assert net.preprocessing == Preprocessing((224, 224), 256, mean=IMAGENET_MEAN, std=(0.229, 0.224, 0.225))
    assert len(net.labels) == 1000
    assert net.labels[340] == "zebra"


def test_that_an_unknown_name_is_answered_with_near_ones():
    assert "“resnet81”; did you mean resnet18" in refusal("resnet81")
    assert "did you mean" in refusal("ResNet18")
    assert "neuron-inspector networks" in refusal("qqqq")
    assert "“resnet81”" in refusal("resnet81=w.pth")


@pytest.mark.parametrize("text", ["", "  ", "=", "=w.pth", "resnet18="])
def test_that_a_text_that_names_nothing_is_refused(text):
    assert "NAME=FILE" in refusal(text)


# By file


@pytest.mark.parametrize("suffix", [".pth", ".pt", ".safetensors"])
def test_that_name_equals_file_opens(tmp_path, state, suffix):
    path = tmp_path / f"w{suffix}"
    if suffix == ".safetensors":
        save_file(state, path)
    else:
        torch.save({"epoch": 3, "state_dict": {f"module.{key}": value for key, value in state.items()}}, path)
    net = open_network(f"squeezenet1_1={path}")
    assert (net.name, net.architecture, net.trained, net.source) == (
        "squeezenet1_1",
        "squeezenet1_1",
        True,
        path,
    )
    assert equal(net, state)
    assert net.preprocessing.mean == IMAGENET_MEAN
    assert len(net.labels) == 1000


def test_that_weights_may_be_given_apart(file, state):
    assert equal(open_network("squeezenet1_1", weights=file), state)


@pytest.mark.parametrize(
    "prefix", ["module.", "_orig_mod.", "module._orig_mod.", "_orig_mod.module.", "model."]
)
def test_that_prefixes_of_wrappers_are_taken_off(tmp_path, state, prefix):
    torch.save({prefix + key: value for key, value in state.items()}, tmp_path / "w.pth")
    assert equal(open_network(f"squeezenet1_1={tmp_path / 'w.pth'}", input_size=SMALL), state)


def test_that_an_averaged_models_counter_is_passed_over(tmp_path, state):
    averaged = {"n_averaged": torch.tensor(3), **{f"module.{key}": value for key, value in state.items()}}
    torch.save({"model_ema": averaged}, tmp_path / "w.pth")
    assert equal(open_network(f"squeezenet1_1={tmp_path / 'w.pth'}", input_size=SMALL), state)


@pytest.mark.parametrize("kind", [torch.float16, torch.bfloat16, torch.float64])
def test_that_other_precisions_become_float32(tmp_path, state, kind):
    torch.save({key: value.to(kind) for key, value in state.items()}, tmp_path / "w.pth")
    net = open_network(f"squeezenet1_1={tmp_path / 'w.pth'}", input_size=SMALL)
    assert {weight.dtype for weight in net.module.parameters()} == {torch.float32}
    assert equal(net, {key: value.to(kind).float() for key, value in state.items()})


@pytest.mark.parametrize("name", ["squeezenet1_1", "resnet18", "mobilenet_v3_small", "shufflenet_v2_x0_5"])
def test_that_a_head_of_another_size_opens(tmp_path, name):
    state = module_of(name, num_classes=10).state_dict()
    torch.save(state, tmp_path / "w.pth")
    net = open_network(f"{name}={tmp_path / 'w.pth'}", input_size=SMALL)
    assert equal(net, state)
    assert list(net.nodes.values())[-1].units == 10
    assert net.labels == ()  # ImageNet's thousand names would be wrong
    assert net.label(3) == "class 3"


def test_that_a_file_of_before_batch_counters_opens(tmp_path):
    state = module_of("resnet18").state_dict()
    torch.save({k: v for k, v in state.items() if not k.endswith("num_batches_tracked")}, tmp_path / "w.pth")
    assert equal(open_network(f"resnet18={tmp_path / 'w.pth'}", input_size=SMALL), state)


def test_that_weights_of_another_architecture_are_refused_with_the_first_keys(file):
    text = refusal(f"resnet18={file}")
    assert f"{file} holds weights of another architecture than resnet18" in text
    assert "102 missing (first “conv1.weight”)" in text
    assert "52 unexpected (first “features.0.weight”)" in text


def test_that_a_key_of_another_shape_is_named_with_both_shapes(tmp_path, state):
    wrong = {
        **state,
        "features.3.squeeze.weight": torch.zeros(8, 64, 1, 1),
        "features.0.bias": torch.zeros(3),
    }
    torch.save(wrong, tmp_path / "w.pth")
    text = refusal(f"squeezenet1_1={tmp_path / 'w.pth'}")
    assert "2 of another shape (first “features.0.bias”: 3 in the file, 64 in the architecture)" in text
    torch.save({**wrong, "features.0.bias": state["features.0.bias"]}, tmp_path / "w.pth")
    assert "8 x 64 x 1 x 1 in the file, 16 x 64 x 1 x 1" in refusal(f"squeezenet1_1={tmp_path / 'w.pth'}")


def test_that_a_file_alone_asks_for_its_architecture(file):
    assert f"{file} does not say which architecture" in refusal(file)
    assert "give NAME=FILE" in refusal(str(file))


def test_that_what_is_no_weights_file_is_said_before_its_architecture_is_asked_for(tmp_path):
    assert "does not exist" in refusal(tmp_path / "gone.pth")
    assert "is a directory" in refusal(tmp_path)
    assert "is a directory" in refusal("/")
    assert "does not exist" in refusal("gone.safetensors")
    assert "does not exist" in refusal("folder/gone")
    assert "does not exist" in refusal("resnet18=gone.pth")


def test_that_a_path_with_an_equals_sign_is_a_path(tmp_path, state):
    folder = tmp_path / "lr=0.1"
    folder.mkdir()
    torch.save(state, folder / "w.pth")
    assert "give NAME=FILE" in refusal(str(folder / "w.pth"))
    assert equal(open_network(f"squeezenet1_1={folder / 'w.pth'}", input_size=SMALL), state)


# From a module


class Small(nn.Module):
    def __init__(self, channels: int = 3) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, 5, 3)
        self.head = nn.Linear(5, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.conv(x).mean((2, 3)))


def test_that_a_module_of_ones_own_opens_on_zero_to_one():
    module = Small().train()
    net = open_network(module, name="mine", input_size=(3, 32, 48), labels=["a", "b"])
    assert (net.name, net.architecture, net.trained, net.labels) == ("mine", "Small", True, ("a", "b"))
    assert net.module is module
    assert not module.training
    assert net.preprocessing == Preprocessing((32, 48))
    assert net.input_shape == (3, 32, 48)
    white = torch.ones(1, 3, 32, 48)
    assert torch.equal(net.preprocessing.normalise(white), white)


def test_that_a_modules_channels_are_seen_where_no_size_is_given():
    assert open_network(Small(1)).input_shape == (1, 224, 224)
    assert open_network(Small(1)).preprocessing.channels == "L"
    assert open_network(Small(3)).name == "Small"


@pytest.mark.parametrize("options", [{}, {"input_size": (4, 32, 32)}])
def test_that_an_input_of_neither_one_nor_three_channels_is_refused(options):
    assert "4 channels; pictures have 1 (grey) or 3 (colour)" in refusal(Small(4), **options)


def test_that_preprocessing_may_be_a_mapping_of_what_differs():
    net = open_network(Small(1), input_size=(1, 28, 28), preprocessing={"mean": [0.13], "std": [0.3]})
    assert net.preprocessing == Preprocessing((28, 28), channels="L", mean=(0.13,), std=(0.3,))
    net = open_network(Small(), preprocessing={"crop": 40, "channels": "BGR", "range": [0, 255]})
    assert net.preprocessing == Preprocessing((40, 40), channels="BGR", range=(0.0, 255.0))


def test_that_preprocessing_may_be_a_preprocessing():
    wanted = Preprocessing((40, 40), 44, mean=(0.5, 0.5, 0.5))
    assert open_network(Small(), preprocessing=wanted).preprocessing == wanted
    smaller = open_network(Small(), preprocessing=wanted, input_size=(3, 20, 20))
    assert smaller.preprocessing == replace(wanted, crop=(20, 20), resize=22)


def test_that_size_and_preprocessing_that_disagree_are_refused():
    grey = Preprocessing((8, 8), channels="L", mean=(0.0,), std=(1.0,))
    assert "3 channels, but the preprocessing makes 1" in refusal(
        Small(), preprocessing=grey, input_size=(3, 8, 8)
    )


def test_that_another_input_size_keeps_the_field_of_view():
    net = open_network("squeezenet1_1", input_size=(3, 112, 112))
    assert (net.preprocessing.crop, net.preprocessing.resize) == ((112, 112), 128)


def test_that_labels_must_fit_the_output():
    assert "3 labels are given for 2 outputs" in refusal(Small(), labels="abc", input_size=(3, 8, 8))


def test_that_weights_may_be_loaded_into_a_module_of_ones_own(tmp_path):
    trained, fresh = Small(), Small()
    save_file(trained.state_dict(), tmp_path / "w.safetensors")
    assert equal(
        open_network(fresh, weights=tmp_path / "w.safetensors", input_size=SMALL), trained.state_dict()
    )
    torch.save({"other": torch.zeros(1)}, tmp_path / "w.pth")
    assert "4 missing (first “conv.weight”)" in refusal(Small(), weights=tmp_path / "w.pth")


def test_that_a_module_that_does_not_run_is_refused_when_it_is_opened():
    assert "Small: the network does not run on an input of 3 x 2 x 2" in refusal(
        Small(), input_size=(3, 2, 2)
    )


# Another preprocessing


def test_that_preprocessing_can_be_changed_without_loading_again():
    net = open_network(Small(), name="mine", input_size=(3, 32, 32), labels=["a", "b"])
    larger = with_preprocessing(net, {"crop": [48, 64], "mean": [0.5, 0.5, 0.5]})
    assert larger.module is net.module
    assert net.nodes["conv"].shape == (5, 30, 30)
    assert larger.nodes["conv"].shape == (5, 46, 62)
    assert (larger.name, larger.labels, larger.fingerprint) == (net.name, net.labels, net.fingerprint)


def test_that_a_preprocessing_the_network_cannot_take_is_refused():
    net = open_network(Small(), name="mine", input_size=(3, 32, 32))
    with pytest.raises(OpenError, match="mine: the network does not run on an input of 1 x 32 x 32"):
        with_preprocessing(net, {"channels": "L"})
    with pytest.raises(InspectorError, match="Unknown preprocessing setting “colour”"):
        with_preprocessing(net, {"colour": "red"})


def test_that_opening_makes_one_pass_for_each_layout_and_leaves_no_hooks():
    passes = []
    module = Small()
    handle = module.register_forward_hook(lambda *args: passes.append(1))
    open_network(module, input_size=(3, 8, 8))
    assert len(passes) == 3  # and one to see what cannot be had
    handle.remove()
    assert not module._forward_hooks


def test_that_a_transformer_is_built_for_the_input_size_and_refuses_one_its_patches_do_not_divide():
    assert open_network("vit_b_32", input_size=SMALL).nodes["encoder.ln"].grid == (2, 2)
    assert "indivisible by patch size" in refusal("vit_b_32", input_size=(3, 50, 50))
