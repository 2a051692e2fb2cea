"""Weights that were sent lie where nobody else could have put others in their place."""

import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from inspector.batch.cluster_weights import unpacked
from inspector.network.errors import InspectorError

SENT = ("arch={}@3x8x8", (("config.json", b"{}"), ("model.bin", b"weights")))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX systems")


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """What the system's folder for temporary files is, as every user may write to it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    tmp_path.chmod(0o1777)
    return tmp_path


@pytest.fixture
def own(temporary):
    return temporary / f"neuron-inspector-{os.getuid()}"


def lies(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def laid(own):
    """Lay out what was sent; the folder where it lies."""
    folder = Path(unpacked(SENT).removeprefix("arch=").removesuffix("@3x8x8"))
    assert folder.parent == own
    return folder


def test_that_the_files_lie_in_folders_for_this_user_alone(own):
    before = os.umask(0)
    try:
        folder = laid(own)
    finally:
        os.umask(before)
    assert lies(folder) == dict(SENT[1])
    assert [stat.S_IMODE(place.stat().st_mode) for place in (own, folder)] == [0o700, 0o700]


def test_that_what_lies_there_already_stays_where_it_is_the_same(own):
    folder = laid(own)
    before = {path: path.stat().st_ino for path in folder.iterdir()}
    assert unpacked(SENT) == f"arch={folder}@3x8x8"
    assert {path: path.stat().st_ino for path in folder.iterdir()} == before


def test_that_files_planted_before_are_replaced_and_cleared(own, temporary):
    """Of the right size, by a link to another file, and such as were never sent."""
    folder = laid(own)
    (folder / "model.bin").write_bytes(b"WEIGHTS")
    (temporary / "elsewhere").write_bytes(b"{}")
    (folder / "config.json").unlink()
    (folder / "config.json").symlink_to(temporary / "elsewhere")
    (folder / "modeling.py").write_text("raise SystemExit")
    (folder / "more").mkdir()
    own.chmod(0o777)
    unpacked(SENT)
    assert lies(folder) == dict(SENT[1])
    assert not (folder / "config.json").is_symlink()
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert (temporary / "elsewhere").read_bytes() == b"{}"


def test_that_a_folder_behind_a_link_is_refused(own, temporary):
    (temporary / "others").mkdir()
    own.symlink_to(temporary / "others")
    with pytest.raises(InspectorError, match="belongs to somebody else: set TMPDIR"):
        unpacked(SENT)
    assert not list((temporary / "others").iterdir())


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives folders away")
def test_that_a_folder_of_another_user_is_refused(own):
    own.mkdir()
    os.chown(own, 65534, 65534)
    with pytest.raises(InspectorError, match="belongs to somebody else"):
        unpacked(SENT)
    assert not list(own.iterdir())


def test_that_a_file_in_its_place_is_told(own):
    own.write_bytes(b"")
    with pytest.raises(InspectorError, match="cannot be made: File exists"):
        unpacked(SENT)
