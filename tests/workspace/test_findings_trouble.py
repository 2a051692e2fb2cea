"""Findings where the disk is full, files are damaged, or folders may not be written."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from PIL import Image

from inspector.workspace.errors import WorkspaceError
from inspector.workspace.finding import Finding
from inspector.workspace.finding_files import FindingFiles
from inspector.workspace.findings import Findings
from tests.workspace.findings_made import files, finding, same


@pytest.fixture
def findings(tmp_path):
    with Findings(tmp_path / "w") as findings:
        yield findings


@pytest.mark.parametrize("damage", ["gone", "empty", "half", "foreign", "arrays"])
def test_that_a_finding_with_a_damaged_file_is_not_found_and_repair_forgets_it(findings, damage, caplog):
    findings.keep(finding(), finding(seed=1))
    digest = finding().digest
    kept = next(kept for kept in findings.for_node("abc", "conv1") if kept.digest == digest)
    path = FindingFiles(findings.folder).picture(kept.stem, 1)
    if damage == "gone":
        path.unlink()
    elif damage == "arrays":
        first = FindingFiles(findings.folder).picture(kept.stem, 0)
        start = first.read_bytes().index(b"niAr") + 30
        first.write_bytes(first.read_bytes()[:start] + b"damage" + first.read_bytes()[start + 6 :])
    elif damage == "foreign":
        Image.new("RGB", (9, 7)).save(FindingFiles(findings.folder).picture(kept.stem, 0))
    else:
        path.write_bytes(path.read_bytes()[: {"empty": 0, "half": 100}[damage]])
    assert findings.find("abc", digest) is None
    assert "net/conv1/3" in caplog.text
    with pytest.raises(WorkspaceError, match=r"^net/conv1/3 cannot be read from .*: .*\.$"):
        findings.load(kept)
    repair = findings.check_and_repair()
    assert repair.forgotten == ("net/conv1/3",)
    assert len(findings.for_node("abc", "conv1")) == 1
    same(finding(seed=1), findings.find("abc", finding(seed=1).digest))
    assert len(files(findings)) == 2, "the rest of its files went too"
    assert findings.check_and_repair() == type(repair)()


def test_that_a_thumbnail_of_a_damaged_picture_is_refused_in_a_sentence(findings):
    findings.keep(finding())
    (kept,) = findings.for_node("abc", "conv1")
    FindingFiles(findings.folder).picture(kept.stem, 0).write_bytes(b"nothing")
    with pytest.raises(WorkspaceError, match=r"net/conv1/3 cannot be read from"):
        findings.thumbnail(kept)


def test_that_repair_deletes_what_belongs_to_nothing(findings):
    findings.keep(finding())
    folder = next(iter(files(findings))).parent
    strays = {folder / ".x-0.png.12.part", folder / "0123-4567-0.png", folder / "notes.txt"}
    for path in strays:
        path.write_bytes(b"stray")
    assert set(findings.check_and_repair().deleted) == strays
    same(finding(), findings.find("abc", finding().digest))


class Failing:
    """Makes the n-th operation on files fail, as a full disk would."""

    def __init__(self, monkeypatch, at: int) -> None:
        self.left = at
        for owner, name in ((Path, "mkdir"), (Path, "open"), (Path, "replace"), (os, "fsync")):
            monkeypatch.setattr(owner, name, self.failing(getattr(owner, name)))

    def failing(self, really):
        def operation(*args, **values):
            self.left -= 1
            if self.left == -1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return really(*args, **values)

        return operation


def refusal(findings: Findings, *wanted: Finding) -> str | None:
    try:
        findings.keep(*wanted)
    except WorkspaceError as error:
        return str(error)
    return None


def test_that_a_disk_that_is_full_at_any_write_loses_nothing(findings, monkeypatch):
    findings.keep(finding())
    before = files(findings)
    newer = [finding(value=7.0), finding(seed=1)]
    for at in range(100):
        with monkeypatch.context() as patch:
            failing = Failing(patch, at)
            said = refusal(findings, *newer)
        if failing.left >= 0:
            break
        where = findings.folder
        assert said == f"net/conv1/3 and 1 more could not be kept in {where}: No space left on device."
        same(finding(), findings.find("abc", finding().digest))
        assert findings.find("abc", newer[1].digest) is None
        assert files(findings) == before, "no half file is left"
    assert at > 10
    assert said is None
    for one in newer:
        same(one, findings.find("abc", one.digest))


def test_that_an_index_that_cannot_grow_loses_nothing(findings):
    findings.keep(finding())
    before = files(findings)

    def limit(pages: int) -> None:
        findings._database.read(
            lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
        )

    limit(1)
    many = [finding(f"net/{'n' * 3000}/{unit}") for unit in range(6)]
    with pytest.raises(WorkspaceError, match=r"could not be kept in .*: No space left on device\.$"):
        findings.keep(*many)
    assert files(findings) == before
    same(finding(), findings.find("abc", finding().digest))
    limit(100_000)
    findings.keep(*many)
    same(many[5], findings.find("abc", many[5].digest))


def test_that_a_full_disk_can_be_cleared(findings, monkeypatch):
    findings.keep(finding(), finding(seed=1))
    really = findings._database.write

    def full_while_there_are_files(action):
        if files(findings):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return really(action)

    monkeypatch.setattr(findings._database, "write", full_while_there_are_files)
    assert findings.clear() == 2
    assert findings.for_node("abc", "conv1") == []


def test_that_a_workspace_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with Findings(tmp_path / "file" / "w") as findings:
        with pytest.raises(WorkspaceError, match=r"^net/conv1/3 could not be kept in .*: Not a directory\.$"):
            findings.keep(finding())
        assert findings.find("abc", finding().digest) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_that_a_folder_that_may_not_be_written_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with Findings(tmp_path) as findings, pytest.raises(WorkspaceError, match="Permission denied"):
        findings.keep(finding())
    tmp_path.chmod(0o700)
