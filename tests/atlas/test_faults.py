"""A full disk, a folder that may not be written, and what is left then."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from inspector.atlas.request import AtlasParameters
from inspector.atlas.site import Site
from inspector.network.errors import InspectorError
from tests.atlas.conftest import FIRST, colours
from tests.atlas.site_files import bytes_of

SMALL = {"nodes": (FIRST,), "families": ("edge",), "objectives": ("channel",)}


class FullDisk:
    """Lets so many bytes through, and none from then on; a file that does not fit is left half."""

    def __init__(self, monkeypatch, folder: Path, room: int) -> None:
        self.room = room
        really = Path.write_bytes

        def write(path, data):
            if folder not in path.parents:
                return really(path, data)
            if len(data) > self.room:
                really(path, data[: self.room])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self.room -= len(data)
            return really(path, data)

        monkeypatch.setattr(Path, "write_bytes", write)


@pytest.mark.parametrize("room", [0, 4_000, 60_000, 200_000])
def test_that_a_full_disk_is_one_sentence_and_leaves_whole_files_only(maker, tmp_path, monkeypatch, room):
    whole, out = tmp_path / "whole", tmp_path / "full"
    maker.make(colours(), out=str(whole), **SMALL)
    expected = bytes_of(whole)
    with monkeypatch.context() as patch:
        FullDisk(patch, out, room)
        with pytest.raises(InspectorError, match="cannot be written: No space left on device") as caught:
            maker.make(colours(), out=str(out), **SMALL)
    assert "\n" not in str(caught.value)
    left = bytes_of(out)
    assert sum(map(len, left.values())) <= room
    for name, data in left.items():
        if name != "index.html" and not name.endswith("network.json"):
            assert data == expected[name], f"{name} is not whole"
    maker.make(colours(), out=str(out), **SMALL)
    assert bytes_of(out) == expected


def test_that_a_page_is_there_only_with_everything_that_it_shows(maker, tmp_path, monkeypatch):
    out = tmp_path / "full"
    with monkeypatch.context() as patch:
        FullDisk(patch, out, 120_000)
        with pytest.raises(InspectorError):
            maker.make(colours(), out=str(out), **SMALL)
    pages = list((out / "networks").rglob("index.html"))
    assert pages
    for page in pages:
        assert (page.parent / "unit.json").is_file()
        assert (page.parent / "channel.webp").is_file()
    assert not (out / "networks/colours/index.html").exists()
    assert "networks/colours" not in (out / "index.html").read_text(encoding="utf-8")


def test_that_an_older_page_outlives_a_full_disk(maker, tmp_path, monkeypatch):
    maker.make(colours(), out=str(tmp_path), **SMALL)
    before = bytes_of(tmp_path)
    with monkeypatch.context() as patch:
        FullDisk(patch, tmp_path, 300)
        with pytest.raises(InspectorError):
            maker.make(colours(), out=str(tmp_path), licence="another", **SMALL)
    assert bytes_of(tmp_path) == before


def test_that_a_folder_that_may_not_be_written_is_one_sentence(maker, tmp_path, monkeypatch):
    really = Path.mkdir

    def refused(path, *arguments, **options):
        if path.name == "locked":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return really(path, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(InspectorError, match=r"atlas\.json cannot be written: Permission denied"):
        maker.make(colours(), out=str(tmp_path / "locked"), **SMALL)


def test_that_a_network_under_way_is_not_in_the_index_and_keeps_its_name(tmp_path):
    from inspector.atlas.writing import claimed

    claimed(AtlasParameters(str(tmp_path)), colours())
    assert "networks/colours" not in (tmp_path / "index.html").read_text(encoding="utf-8")
    with pytest.raises(InspectorError, match="another network of the name “colours”"):
        claimed(AtlasParameters(str(tmp_path)), colours(scale=2.0))


def test_that_equal_bytes_are_not_written_again(tmp_path):
    site = Site(tmp_path)
    site.write("a/b.txt", "text")
    before = (tmp_path / "a/b.txt").stat()
    site.write("a/b.txt", "text")
    after = (tmp_path / "a/b.txt").stat()
    assert site.written == 1
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_that_a_damaged_description_is_as_none(maker, tmp_path):
    maker.make(colours(), out=str(tmp_path), **SMALL)
    about = tmp_path / "networks/colours/network.json"
    about.write_text("{half")
    maker.make(colours(), out=str(tmp_path), **SMALL)
    assert json.loads(about.read_text(encoding="utf-8"))["nodes"] == [FIRST]
