"""Networks built by code that the user allows, Hugging Face folders, and official weights."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from inspector import settings
from inspector.network import trust
from inspector.network.catalogue import catalogue
from inspector.network.download import fetch, finished
from inspector.network.errors import OpenError
from inspector.network.official import Official, weights_folder
from inspector.network.opening import open_network
from inspector.network.trust import NeedsTrust

SIZE = (3, 16, 16)
SOURCE = """
from pathlib import Path

import torch
from torch import nn

Path({canary!r}).touch()
print("noise")

class Net(nn.Module):
    def __init__(self, width=4):
        super().__init__()
        self.conv = nn.Conv2d(3, width, 3)

    def forward(self, x):
        print("more noise")
        return self.conv(x).mean((2, 3))

def wrong():
    return 3

def failing():
    raise RuntimeError("no luck\\nsecond line")
"""


@pytest.fixture
def canary(tmp_path) -> Path:
    return tmp_path / "canary"


@pytest.fixture
def code(tmp_path, canary) -> Path:
    (tmp_path / "mine.py").write_text(SOURCE.format(canary=str(canary)))
    return tmp_path / "mine.py"


def test_that_code_asks_first_and_is_remembered_by_its_content(code, canary):
    with pytest.raises(NeedsTrust) as caught:
        open_network(f"{code}:Net", input_size=SIZE)
    assert caught.value.file == code
    assert caught.value.digest == hashlib.sha256(code.read_bytes()).hexdigest()
    assert not canary.exists()
    assert open_network(f"{code}:Net", input_size=SIZE, trust=True).nodes["conv"].units == 4
    assert canary.exists()
    assert open_network(f"{code}:Net", input_size=SIZE).name == "Net"
    code.write_text(code.read_text() + "\n# changed\n")
    with pytest.raises(NeedsTrust):
        open_network(f"{code}:Net", input_size=SIZE)


def test_that_what_code_prints_while_it_is_loaded_stays_out_of_the_output(code, capsys):
    open_network(f"{code}:Net", input_size=SIZE, trust=True)
    assert "\nnoise" not in "\n" + capsys.readouterr().out.replace("more noise", "")


def test_that_code_takes_weights_and_a_card_may_name_it(code, tmp_path):
    net = open_network(f"{code}:Net", input_size=SIZE, trust=True)
    torch.save(net.module.state_dict(), tmp_path / "w.pth")
    assert open_network(f"{code}:Net={tmp_path / 'w.pth'}", input_size=SIZE).trained
    card = {"architecture": "mine.py:Net", "arguments": {"width": 4}, "preprocessing": {"crop": 20}}
    (tmp_path / "w.json").write_text(json.dumps(card))
    assert open_network(tmp_path / "w.pth").input_shape == (3, 20, 20)


def test_that_a_module_on_the_path_is_found_without_running_its_parents(tmp_path, canary, monkeypatch, code):
    package = tmp_path / "somebodys_nets"
    package.mkdir()
    (package / "__init__.py").write_text(f"from pathlib import Path\nPath({str(canary)!r}).touch()")
    (package / "inner.py").write_text(code.read_text())
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(NeedsTrust, match=r"inner\.py"):
        open_network("somebodys_nets.inner:Net", input_size=SIZE)
    assert not canary.exists(), "the package's own code has run"
    assert open_network("somebodys_nets.inner:Net", input_size=SIZE, trust=True).nodes["conv"].units == 4


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("wrong", "makes a int, not a torch.nn.Module"),
        ("failing", "fails with RuntimeError: no luck."),
        ("gone", "has no class or function “gone”"),
    ],
)
def test_that_code_that_builds_no_network_says_so(code, name, reason):
    with pytest.raises(OpenError, match=reason):
        open_network(f"{code}:{name}", trust=True)


def test_that_missing_code_is_said(tmp_path):
    with pytest.raises(OpenError, match=r"gone\.py does not exist"):
        open_network(f"{tmp_path / 'gone.py'}:Net", trust=True)
    with pytest.raises(OpenError, match="no Python module “no_such_module_here”"):
        open_network("no_such_module_here:Net", trust=True)


def test_that_a_broken_list_of_trusted_files_trusts_nothing(code):
    open_network(f"{code}:Net", input_size=SIZE, trust=True)
    trust.trusted_file().write_text("{")
    with pytest.raises(NeedsTrust):
        open_network(f"{code}:Net", input_size=SIZE)


# Hugging Face folders


def folder_with(path: Path, config: dict, state: dict[str, torch.Tensor]) -> Path:
    path.mkdir()
    (path / "config.json").write_text(json.dumps(config))
    save_file({key: value.contiguous() for key, value in state.items()}, path / "model.safetensors")
    return path


def resnet_name(key: str) -> str:
    """transformers' name of a torchvision ResNet's weight."""
    parts = key.split(".")
    if parts[0] == "fc":
        return f"classifier.1.{parts[1]}"
    if parts[0] in ("conv1", "bn1"):
        return (
            f"resnet.embedder.embedder.{'convolution' if parts[0] == 'conv1' else 'normalization'}.{parts[1]}"
        )
    start = f"resnet.encoder.stages.{int(parts[0][-1]) - 1}.layers.{parts[1]}"
    if parts[2] == "downsample":
        return f"{start}.shortcut.{'convolution' if parts[3] == '0' else 'normalization'}.{parts[4]}"
    kind = "convolution" if parts[2].startswith("conv") else "normalization"
    return f"{start}.layer.{int(parts[2][-1]) - 1}.{kind}.{parts[3]}"


def test_that_a_hugging_face_resnet_opens(tmp_path):
    from torchvision import models

    state = models.resnet18(num_classes=3).state_dict()
    config = {
        "model_type": "resnet",
        "layer_type": "basic",
        "depths": [2, 2, 2, 2],
        "id2label": {"0": "a", "1": "b", "2": "c"},
    }
    folder = folder_with(tmp_path / "net", config, {resnet_name(key): value for key, value in state.items()})
    (folder / "preprocessor_config.json").write_text(
        json.dumps({"size": {"shortest_edge": 64}, "image_mean": [0.1] * 3, "resample": 3})
    )
    found = open_network(folder)
    own = found.module.state_dict()
    assert all(torch.equal(own[key], state[key]) for key in state)
    assert (found.name, found.labels, found.input_shape) == ("net", ("a", "b", "c"), (3, 64, 64))
    assert (found.preprocessing.mean, found.preprocessing.interpolation) == ((0.1,) * 3, "bicubic")
    assert "Hugging Face" in found.card["renamed"]


def test_that_a_folder_that_names_its_architecture_opens(tmp_path):
    from torchvision import models

    state = models.squeezenet1_1(num_classes=3).state_dict()
    folder = folder_with(
        tmp_path / "net", {"architecture": "squeezenet1_1", "input_size": [3, 64, 64]}, state
    )
    assert open_network(folder).architecture == "squeezenet1_1"
    assert open_network(f"squeezenet1_1={folder}", input_size=(3, 64, 64)).trained


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ("{", "is no JSON that reads"),
        ("[]", "must hold a JSON object"),
        ('{"model_type": "gpt2"}', "“gpt2”, which is not known here"),
        ('{"model_type": "resnet"}', "does not describe a network that can be built"),
    ],
)
def test_that_a_folder_that_does_not_read_is_refused(tmp_path, config, reason):
    folder_with(tmp_path / "net", {}, {"a": torch.zeros(1)})
    (tmp_path / "net" / "config.json").write_text(config)
    with pytest.raises(OpenError, match=reason):
        open_network(tmp_path / "net")


# Official weights

CONTENT = bytes(range(256)) * 4000


def digest() -> str:
    return f"sha256:{hashlib.sha256(CONTENT).hexdigest()[:8]}"


def test_that_weights_are_fetched_with_progress_and_checked(served):
    kind, address = served
    seen: list[tuple[int, int]] = []
    file = finished(fetch("net", Official(address, "free", digest())), lambda *step: seen.append(step))
    assert file == weights_folder() / "weights.pth"
    assert file.read_bytes() == CONTENT
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    finished(fetch("net", Official(address, "free", digest())))
    assert len(kind.ranges) == 1, "it was there already"


def test_that_an_interrupted_fetch_goes_on_where_it_stopped(served):
    kind, address = served
    kind.breaks = 1
    official = Official(address, "free", digest())
    with pytest.raises(OpenError, match="could not be fetched"):
        finished(fetch("net", official))
    part = weights_folder() / "weights.pth.part"
    got = part.stat().st_size
    assert 0 < got < len(CONTENT)
    assert finished(fetch("net", official)).read_bytes() == CONTENT
    assert kind.ranges[-1] == f"bytes={got}-"


def test_that_a_file_of_another_checksum_is_thrown_away(served):
    _, address = served
    with pytest.raises(OpenError, match="is not what was published"):
        finished(fetch("net", Official(address, "free", "sha256:00000000")))
    assert list(weights_folder().iterdir()) == []


def test_that_without_a_connection_it_is_said_where_to_put_the_file():
    official = Official("http://127.0.0.1:9/weights.pth", "free")
    with pytest.raises(OpenError, match=r"Get http://127.0.0.1:9/weights.pth and put it into .*weights"):
        finished(fetch("net", official))


def test_that_weights_in_a_registered_folder_are_found_by_name(tmp_path):
    from torchvision import models

    assert not open_network("squeezenet1_1", input_size=(3, 64, 64)).trained
    state = models.squeezenet1_1().state_dict()
    torch.save(state, tmp_path / "squeezenet1_1-mine.pth")
    known = settings.load()
    known.register_weights(str(tmp_path))
    known.save()
    found = open_network("squeezenet1_1", input_size=(3, 64, 64))
    assert found.trained
    assert found.source == tmp_path / "squeezenet1_1-mine.pth"
    assert catalogue()["resnet18"].installed is None
