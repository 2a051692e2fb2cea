"""Opening networks by name, by file, by NAME=FILE and from a module."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from inspector.network.errors import InspectorError, OpenError
from inspector.network.network import Network
from inspector.network.opening import open_network, with_preprocessing
from inspector.network.preprocessing import Preprocessing

IMAGENET_MEAN = (0.485, 0.456, 0.406)
SMALL = (3, 64, 64)


def module_of(name: str, **arguments) -> nn.Module:
    from torchvision import models

    torch.manual_seed(7)
    return models.get_model(name, weights=None, **arguments).eval()


@pytest.fixture(scope="module")
def state() -> dict[str, torch.Tensor]:
    """Weights of SqueezeNet 1.1."""
    return module_of("squeezenet1_1").state_dict()


@pytest.fixture
def file(tmp_path, state) -> Path:
    torch.save(state, tmp_path / "mine.pth")
    return tmp_path / "mine.pth"


def equal(network: Network, state: dict[str, torch.Tensor]) -> bool:
    own = network.module.state_dict()
    return own.keys() == state.keys() and all(torch.equal(own[key], state[key]) for key in own)


def refusal(spec: object, **options) -> str:
    with pytest.raises(OpenError) as caught:
        open_network(spec, **options)
    text = str(caught.value)
    assert "\n" not in text
    return text


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


# The JSON beside


def card(file: Path, **changes) -> Path:
    path = file.with_suffix(".json")
    data = {
        "architecture": "squeezenet1_1",
        "weights": file.name,
        "preprocessing": {"crop": 64, "resize": 72},
    }
    path.write_text(json.dumps({**data, **changes}), encoding="utf-8")
    return path


def test_that_a_file_with_a_json_beside_opens_and_so_does_the_json(file, state):
    path = card(file, title="Mine")
    for spec in (file, str(file), path, f"squeezenet1_1={file}"):
        net = open_network(spec)
        assert equal(net, state)
        assert net.preprocessing == Preprocessing((64, 64), 72)
        assert net.card["title"] == "Mine"
        assert net.name == ("squeezenet1_1" if "=" in str(spec) else "mine")


def test_that_labels_come_from_the_json_or_a_file_it_names(tmp_path, state, file):
    labels = [f"thing {number}" for number in range(1000)]
    card(file, labels=labels)
    assert open_network(file).labels == tuple(labels)
    (tmp_path / "names.json").write_text(json.dumps(labels[::-1]))
    card(file, labels="names.json")
    assert open_network(file).labels == tuple(labels[::-1])


def test_that_the_json_may_hand_arguments_to_the_architecture(tmp_path):
    state = module_of("googlenet", num_classes=5, aux_logits=False, init_weights=False).state_dict()
    torch.save(state, tmp_path / "w.pth")
    arguments = {"num_classes": 5, "transform_input": True}
    card(tmp_path / "w.pth", architecture="googlenet", arguments=arguments, labels=list("abcde"))
    net = open_network(tmp_path / "w.pth")
    assert net.labels == tuple("abcde")
    assert net.module.transform_input is True


@pytest.mark.parametrize(("mean", "expected"), [(IMAGENET_MEAN, True), ((0.5, 0.5, 0.5), False)])
def test_that_googlenet_goes_to_its_own_range_only_from_imagenets(mean, expected):
    std = (0.229, 0.224, 0.225) if expected else (0.5, 0.5, 0.5)
    net = open_network("googlenet", preprocessing={"mean": mean, "std": std}, input_size=SMALL)
    assert net.module.transform_input is expected


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"labels": "gone.json"}, "gone.json cannot be read"),
        ({"labels": ["one", "two"]}, "2 labels are given for 1000 outputs"),
        ({"labels": [1, 2]}, "“labels” must be a list"),
        ({"labels": {"0": "one"}}, "“labels” must be a list"),
        ({"architecture": "squeezenet9"}, "no architecture “squeezenet9”; did you mean squeezenet"),
        ({"architecture": 3}, "“architecture” must be a text"),
        ({"architecture": "gone.py:Net"}, "gone.py does not exist"),
        ({"arguments": []}, "“arguments” must be a JSON object"),
        ({"arguments": {"colour": 1}}, "cannot be built with the arguments"),
        ({"arguments": {"weights": "DEFAULT"}}, "“weights” cannot be set"),
        ({"preprocessing": {"crop": "large"}}, "does not read"),
        ({"preprocessing": 3}, "“preprocessing” must be a JSON object"),
        ({"preprocessing": {"std": [0, 1, 1]}}, "no std may be 0"),
        ({"preprocessing": {"crop": 4}}, "does not run on an input of 3 x 4 x 4"),
    ],
)
def test_that_a_json_of_no_sense_is_refused_with_the_reason(file, changes, reason):
    card(file, **changes)
    assert reason in refusal(file)


@pytest.mark.parametrize("text", ["{", "", "[1, 2]", "\x00", '"text"', "[" * 100_000])
def test_that_a_broken_json_is_refused_by_name(file, text):
    file.with_suffix(".json").write_text(text)
    for spec in (file, file.with_suffix(".json"), f"squeezenet1_1={file}"):
        assert str(file.with_suffix(".json")) in refusal(spec)


def test_that_a_json_whose_weights_are_missing_is_refused(tmp_path):
    path = card(tmp_path / "gone.pth")
    assert "gone.pth does not exist" in refusal(path)
    path.write_text('{"architecture": "squeezenet1_1"}')
    assert "names no “weights” file" in refusal(path)


def test_that_code_named_by_a_json_is_not_run(tmp_path, state, file):
    canary = tmp_path / "canary"
    (tmp_path / "mine.py").write_text(f"open({str(canary)!r}, 'w')\nclass Net: pass\n")
    card(file, architecture="mine.py:Net")
    assert "mine.py is a Python file, and opening it would run its code" in refusal(file)
    assert not canary.exists()


def test_that_the_name_given_counts_more_than_the_jsons(file):
    card(file)
    assert "another architecture than resnet18" in refusal(f"resnet18={file}")


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
