"""Reading weights files: what opens, and one clear sentence for all that does not."""

from __future__ import annotations

import argparse
import io
import pickle
import warnings
import zipfile
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from safetensors.torch import save_file
from torch import nn

from inspector.network.errors import OpenError
from inspector.network.formats import read_state


@pytest.fixture
def state() -> dict[str, torch.Tensor]:
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4)).state_dict()


def written(path: Path, value: object, **options: object) -> Path:
    torch.save(value, path, **options)
    return path


def same(found: dict[str, torch.Tensor], expected: dict[str, torch.Tensor]) -> bool:
    return found.keys() == expected.keys() and all(torch.equal(found[key], expected[key]) for key in expected)


def sentence(path: Path) -> str:
    """The one sentence with which a file is refused; it names the file."""
    with pytest.raises(OpenError) as caught:
        read_state(path)
    text = str(caught.value)
    assert str(path) in text
    assert "\n" not in text
    assert text.endswith(".")
    return text


@pytest.mark.parametrize("name", ["w.pth", "w.pt", "w.PTH", "w.ckpt", "w.pth.tar"])
def test_that_a_plain_state_dict_reads(tmp_path, state, name):
    assert same(read_state(written(tmp_path / name, state)), state)


def test_that_safetensors_read(tmp_path, state):
    save_file(state, tmp_path / "w.safetensors")
    assert same(read_state(tmp_path / "w.safetensors"), state)


def test_that_the_format_of_before_torch_1_6_reads(tmp_path, state):
    assert same(read_state(written(tmp_path / "w.pth", state, _use_new_zipfile_serialization=False)), state)


def test_that_content_counts_and_not_the_suffix(tmp_path, state):
    save_file(state, tmp_path / "w.pth")
    assert same(read_state(tmp_path / "w.pth"), state)


@pytest.mark.parametrize("key", ["state_dict", "model_state_dict", "model", "net", "module", "params"])
def test_that_a_wrapped_state_dict_is_unwrapped(tmp_path, state, key):
    checkpoint = {"epoch": 3, "optimizer": {"state": {0: torch.zeros(2)}}, key: state, "note": "best"}
    assert same(read_state(written(tmp_path / "w.pth", checkpoint)), state)


def test_that_a_state_dict_wrapped_twice_is_unwrapped(tmp_path, state):
    assert same(read_state(written(tmp_path / "w.pth", {"model": {"state_dict": state}})), state)


def test_that_a_checkpoint_may_keep_its_command_line(tmp_path, state):
    checkpoint = {"model": state, "args": argparse.Namespace(lr=0.1, name="run")}
    assert same(read_state(written(tmp_path / "w.pth", checkpoint)), state)


def test_that_a_module_called_model_is_no_wrapper(tmp_path):
    state = {"model.weight": torch.rand(2), "head.weight": torch.rand(2)}
    assert same(read_state(written(tmp_path / "w.pth", state)), state)


def test_that_a_missing_file_a_directory_and_an_empty_file_are_said(tmp_path):
    (tmp_path / "empty.pth").touch()
    (tmp_path / "folder.pth").mkdir()
    assert "does not exist" in sentence(tmp_path / "gone.pth")
    assert "is a directory" in sentence(tmp_path / "folder.pth")
    assert "is empty" in sentence(tmp_path / "empty.pth")


def test_that_an_unknown_suffix_is_said(tmp_path, state):
    assert "suffix" in sentence(written(tmp_path / "w.weights", state))


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.97])
def test_that_a_truncated_torch_file_is_said(tmp_path, state, part, old):
    path = written(tmp_path / "w.pth", state, _use_new_zipfile_serialization=not old)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    assert "truncated or damaged" in sentence(path)


@pytest.mark.parametrize("part", [0.004, 0.02, 0.3, 0.97])
def test_that_a_truncated_safetensors_file_is_said(tmp_path, state, part):
    path = tmp_path / "w.safetensors"
    save_file(state, path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    assert "truncated or damaged" in sentence(path)


@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255), old=st.booleans())
@settings(max_examples=60)
def test_that_a_damaged_file_reads_or_is_refused_in_one_sentence(tmp_path_factory, place, flip, old):
    path = tmp_path_factory.getbasetemp() / "damaged.pth"
    buffer = io.BytesIO()
    torch.save({"weight": torch.arange(9.0)}, buffer, _use_new_zipfile_serialization=not old)
    content = bytearray(buffer.getvalue())
    content[int(place * len(content))] ^= flip
    path.write_bytes(content)
    try:
        found = read_state(path)
    except OpenError:
        return
    assert all(isinstance(value, torch.Tensor) for value in found.values())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_that_a_picture_is_called_a_picture(tmp_path, kind):
    path = tmp_path / "w.pth"
    Image.new("RGB", (300, 200), (90, 20, 3)).save(path, kind)
    assert "is a picture" in sentence(path)


class Canary:
    """Pickled code: unpickling it would make a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return (Path.touch, (self.path,))


@pytest.mark.parametrize("old", [False, True])
def test_that_code_in_a_pickle_is_refused_and_not_run(tmp_path, state, old):
    canary = tmp_path / "canary"
    checkpoint = {"state_dict": state, "extra": Canary(canary)}
    path = written(tmp_path / "w.pth", checkpoint, _use_new_zipfile_serialization=not old)
    text = sentence(path)
    assert "would execute code" in text
    assert not canary.exists()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.load(path, weights_only=False)
    assert canary.exists(), "the file would not have done anything, so nothing was tested"


def test_that_a_bare_pickle_with_code_is_refused_and_not_run(tmp_path):
    canary = tmp_path / "canary"
    (tmp_path / "w.pth").write_bytes(pickle.dumps(Canary(canary)))
    assert sentence(tmp_path / "w.pth")
    assert not canary.exists()


def test_that_a_whole_pickled_module_is_refused_with_the_remedy(tmp_path):
    text = sentence(written(tmp_path / "w.pth", nn.Conv2d(3, 4, 3)))
    assert "torch.nn.modules.conv.Conv2d" in text
    assert "state_dict()" in text


@pytest.mark.parametrize("value", [[1, 2], {"epoch": 3}, {}, torch.rand(3), {"state_dict": {}}])
def test_that_a_file_without_weights_is_said(tmp_path, value):
    assert "holds no weights" in sentence(written(tmp_path / "w.pth", value))


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("kind", [torch.float32, torch.float16])
def test_that_weights_that_are_no_numbers_are_refused_by_name(tmp_path, state, bad, kind):
    state = {key: value.to(kind) if value.is_floating_point() else value for key, value in state.items()}
    state["1.weight"][2] = bad
    assert "“1.weight” hold NaN or infinite" in sentence(written(tmp_path / "w.pth", state))


def test_that_other_files_are_refused(tmp_path):
    (tmp_path / "text.pth").write_text("hello, here are no weights\n")
    (tmp_path / "keras.pth").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(50))
    with zipfile.ZipFile(tmp_path / "zip.pth", "w") as archive:
        archive.writestr("readme.txt", "no weights")
    assert "no format known" in sentence(tmp_path / "text.pth")
    assert "HDF5" in sentence(tmp_path / "keras.pth")
    assert "zip archive without weights" in sentence(tmp_path / "zip.pth")


def test_that_a_file_that_may_not_be_read_is_said(tmp_path, state, monkeypatch):
    path = written(tmp_path / "w.pth", state)

    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so the mode bits would not do
    assert "cannot be read: Permission denied" in sentence(path)
