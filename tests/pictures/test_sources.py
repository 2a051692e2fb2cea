"""Sets of pictures: what is in them, in which order, and what is wrong with what is not."""

from __future__ import annotations

import gzip
import os
import pickle
import struct
import tarfile
import zipfile

import numpy as np
import pytest
from PIL import Image

from inspector.network.errors import InspectorError
from inspector.pictures.picture import PictureError
from inspector.pictures.sources import open_set


def picture(path, level=100):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 6), (level, level, level)).save(path)
    return path


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "set"
    for name, level in (("cats/ä.png", 1), ("cats/b.png", 2), ("dogs/犬.png", 3), ("alone.png", 4)):
        picture(where / name, level)
    return where


def about(found):
    return [(entry.name, entry.label) for entry in found.entries]


def test_that_sub_folders_are_classes(folder):
    found = open_set([str(folder)])
    expected = [("alone.png", ""), ("cats/b.png", "cats"), ("cats/ä.png", "cats"), ("dogs/犬.png", "dogs")]
    assert about(found) == expected
    assert found.classes == ("cats", "dogs")
    assert found.open(3).image.getpixel((0, 0)) == (3, 3, 3)


def test_that_imagenets_layout_gives_the_classes_below_its_parts(tmp_path):
    picture(tmp_path / "i" / "train" / "n01440764" / "1.png")
    picture(tmp_path / "i" / "val" / "n01440764" / "2.png")
    assert open_set([str(tmp_path / "i")]).classes == ("n01440764",)


def test_that_a_circle_of_links_is_walked_once(folder):
    (folder / "cats" / "again").symlink_to(folder, target_is_directory=True)
    assert len(open_set([str(folder)])) == 4


@pytest.mark.parametrize("suffix", ["zip", "tar", "tar.gz"])
def test_that_archives_are_the_same_set_whatever_their_names_say(folder, tmp_path, suffix):
    path = tmp_path / f"set.{suffix}"
    files = sorted(file for file in folder.rglob("*.png"))
    if suffix == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for file in files:
                archive.write(file, f"set/{file.relative_to(folder)}")
            archive.writestr("../../evil.png", files[0].read_bytes())
            archive.writestr("__MACOSX/set/._b.png", b"x")
    else:
        with tarfile.open(path, "w:gz" if suffix.endswith("gz") else "w") as archive:
            for file in files:
                archive.add(file, f"set/{file.relative_to(folder)}")
            link = tarfile.TarInfo("set/link.png")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(link)
            archive.add(files[0], "../../evil.png")
    before = sorted(tmp_path.rglob("*"))
    found = open_set([str(path)])
    assert len(found) == 5
    assert {entry.name for entry in found.entries} >= {"set/cats/ä.png", "set/dogs/犬.png", "../../evil.png"}
    assert all(found.open(number).image.size == (8, 6) for number in range(5))
    assert sorted(tmp_path.rglob("*")) == before


def test_that_an_archives_own_folder_is_no_class(folder, tmp_path):
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        for file in folder.rglob("*.png"):
            archive.write(file, f"set/{file.relative_to(folder)}")
    assert open_set([str(tmp_path / "s.zip")]).classes == ("cats", "dogs")


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz"])
def test_that_a_damaged_archive_is_said(tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x05\x06 nothing of the kind")
    with pytest.raises(InspectorError, match="is a damaged archive"):
        open_set([str(tmp_path / name)])


def test_that_a_damaged_member_costs_only_itself(folder, tmp_path):
    path = tmp_path / "s.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "alone.png", "a.png")
        archive.write(folder / "cats" / "b.png", "b.png")
    data = bytearray(path.read_bytes())
    data[60] ^= 255
    path.write_bytes(data)
    found = open_set([str(path)])
    with pytest.raises(PictureError, match=r"s\.zip/a\.png"):
        found.open(0)
    assert found.open(1).image.size == (8, 6)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.csv", "file,label\ncats/b.png,cat\ndogs/犬.png,dog\n"),
        ("l.csv", "label;path\ncat;cats/b.png\ndog;dogs/犬.png\n"),
        ("l.csv", "cats/b.png,cat\ndogs/犬.png,dog\n"),
        ("l.tsv", "cats/b.png\tcat\ndogs/犬.png\tdog\n"),
        ("l.txt", "# mine\ncats/b.png cat\n\ndogs/犬.png\tdog\n"),
    ],
)
def test_that_lists_name_pictures_and_classes(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8-sig")
    found = open_set([str(folder / name)])
    assert about(found) == [("cats/b.png", "cat"), ("dogs/犬.png", "dog")]
    assert found.open(1).image.getpixel((0, 0)) == (3, 3, 3)


def test_that_a_lists_contradictions_and_gaps_are_listed(folder):
    (folder / "l.csv").write_text("cats/b.png,cat\ncats/b.png,dog\n,dog\ngone.png,dog\n")
    found = open_set([str(folder / "l.csv")])
    assert about(found) == [("cats/b.png", "cat"), ("gone.png", "dog")]
    assert "line 2 gives cats/b.png the class “dog”" in found.refusals[0]
    assert "line 3 names no picture" in found.refusals[1]
    with pytest.raises(PictureError, match=r"gone\.png does not exist"):
        found.open(1)


def test_that_a_list_that_is_no_text_is_said(tmp_path):
    (tmp_path / "l.txt").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(InspectorError, match="not UTF-8"):
        open_set([str(tmp_path / "l.txt")])


def cifar(folder, evil=None):
    where = folder / "cifar-10-batches-py"
    where.mkdir(parents=True)
    random = np.random.default_rng(0)
    for name in ("data_batch_1", "test_batch"):
        data = {b"data": random.integers(0, 256, (3, 3072), np.uint8), b"labels": [0, 1, 0]}
        (where / name).write_bytes(pickle.dumps(evil if evil and name == "test_batch" else data))
    (where / "batches.meta").write_bytes(pickle.dumps({b"label_names": [b"aeroplane", b"car"]}))
    return where


def test_that_cifar_is_read_as_torchvision_leaves_it(tmp_path):
    where = cifar(tmp_path)
    found = open_set([str(tmp_path)])
    assert (len(found), found.classes) == (6, ("aeroplane", "car"))
    data = pickle.loads((where / "data_batch_1").read_bytes())[b"data"]
    np.testing.assert_array_equal(
        np.asarray(found.open(1).image), data[1].reshape(3, 32, 32).transpose(1, 2, 0)
    )
    assert len(found.refusals) == 4
    assert "data_batch_2 cannot be read" in found.refusals[0]


class Evil:
    def __reduce__(self):
        return os.mkdir, ("evil",)


def test_that_no_code_in_a_pickle_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    cifar(tmp_path, Evil())
    found = open_set([str(tmp_path)])
    assert len(found) == 3
    assert any("mkdir, which no data set needs" in refusal for refusal in found.refusals)
    assert not (tmp_path / "evil").exists()


def test_that_mnist_is_read_and_labels_that_do_not_match_are_said(tmp_path):
    where = tmp_path / "MNIST" / "raw"
    where.mkdir(parents=True)
    images = np.random.default_rng(0).integers(0, 256, (4, 28, 28), np.uint8)
    packed = struct.pack(">HBBIII", 0, 8, 3, 4, 28, 28) + images.tobytes()
    (where / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(packed))
    labels = struct.pack(">HBBI", 0, 8, 1, 4) + bytes([7, 0, 7, 10])
    (where / "train-labels-idx1-ubyte").write_bytes(labels)
    found = open_set([str(tmp_path)])
    assert about(found)[0] == ("train/00000", "7")
    assert found.classes == ("0", "7", "10")
    np.testing.assert_array_equal(np.asarray(found.open(2).image)[..., 1], images[2])
    (where / "train-labels-idx1-ubyte").write_bytes(struct.pack(">HBBI", 0, 8, 1, 3) + bytes(3))
    found = open_set([str(tmp_path)])
    assert "holds 3 classes for 4 pictures" in found.refusals[0]
    assert found.classes == ()


def test_that_the_samples_are_a_set_of_their_own():
    found = open_set(["samples"])
    assert len(found.classes) > 10
    assert found.open(0).image.mode == "RGB"


def test_that_the_fingerprint_follows_names_sizes_and_classes_and_the_stamp_a_change(folder):
    before = open_set([str(folder)])
    again = open_set([str(folder)])
    assert (before.fingerprint, before.stamp) == (again.fingerprint, again.stamp)
    os.utime(folder / "alone.png", ns=(1, 1))
    touched = open_set([str(folder)])
    assert touched.fingerprint == before.fingerprint
    assert touched.stamp != before.stamp
    (folder / "cats" / "b.png").rename(folder / "dogs" / "b.png")
    assert open_set([str(folder)]).fingerprint != before.fingerprint


def test_that_an_empty_folder_is_said(tmp_path):
    with pytest.raises(InspectorError, match="There are no pictures in"):
        open_set([str(tmp_path)])


def test_that_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(PictureError, match="is no ordinary file"):
        open_set([str(tmp_path)]).open(0)
