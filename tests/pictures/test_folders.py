"""Folders give their pictures in order; files named by themselves are taken as they are."""

from __future__ import annotations

import os

import pytest

from inspector.pictures.folders import collect


@pytest.fixture
def tree(tmp_path):
    for name in ("b.png", "A.JPG", "notes.txt", ".hidden.png", "sub/c.webp", ".git/d.png", "z.tif"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def test_that_a_folder_is_walked_in_order_without_hidden_and_other_files(tree):
    found = [path.relative_to(tree).as_posix() for path in collect([tree])]
    assert found == ["A.JPG", "b.png", "sub/c.webp", "z.tif"]


def test_that_named_files_are_taken_as_they_are(tree):
    named = [tree / "notes.txt", tree / ".hidden.png", tree / "missing.png"]
    assert collect(map(str, named)) == named


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
def test_that_folders_linked_in_a_circle_end(tree):
    (tree / "sub" / "up").symlink_to(tree, target_is_directory=True)
    assert len(collect([tree])) == 4


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
def test_that_a_linked_folder_is_followed(tree, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "e.png").touch()
    (tree / "linked").symlink_to(elsewhere, target_is_directory=True)
    assert tree / "linked" / "e.png" in collect([tree])


def test_that_an_empty_folder_gives_nothing(tmp_path):
    assert collect([tmp_path]) == []
