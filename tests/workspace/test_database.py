"""The index: versions, damage, other windows."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inspector.workspace import database, lock, schema
from inspector.workspace.database import NAME, Database
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.finding import Finding
from inspector.workspace.finding_files import FindingFiles
from inspector.workspace.findings import Findings


def finding(unit: int, made_at: float = 1.0, recipe: dict[str, object] | None = None) -> Finding:
    return Finding(
        fingerprint="abc",
        location=f"net/conv1/{unit}",
        lens="feature-visualization",
        recipe=recipe or {"unit": unit},
        images=np.full((1, 4, 4, 3), unit, np.uint8),
        arrays={"course": np.zeros((1, 3), np.float32)},
        made_at=made_at,
    )


def units(findings: Findings) -> list[int]:
    return [int(findings.load(kept).images[0, 0, 0, 0]) for kept in findings.for_node("abc", "conv1")]


@pytest.fixture
def folder(tmp_path) -> Path:
    """A workspace with three findings, its database closed."""
    with Findings(tmp_path) as findings:
        findings.keep(*map(finding, range(3)))
    return tmp_path


def pragma(folder: Path, name: str) -> object:
    connection = sqlite3.connect(folder / NAME)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def test_that_a_new_workspace_has_the_latest_version_and_a_log_written_ahead(folder):
    assert pragma(folder, "user_version") == schema.LATEST
    assert pragma(folder, "journal_mode") == "wal"


def test_that_an_empty_database_is_migrated(tmp_path):
    (tmp_path / NAME).write_bytes(b"")
    with Findings(tmp_path) as findings:
        assert findings.for_node("abc", "conv1") == []
        findings.keep(finding(1))
        assert units(findings) == [1]
    assert pragma(tmp_path, "user_version") == schema.LATEST


def test_that_an_older_workspace_goes_on_with_what_it_holds(folder, monkeypatch):
    monkeypatch.setattr(
        schema,
        "MIGRATIONS",
        (*schema.MIGRATIONS, ("ALTER TABLE findings ADD COLUMN star INTEGER DEFAULT 7",)),
    )
    monkeypatch.setattr(schema, "LATEST", schema.LATEST + 1)
    monkeypatch.setattr(database, "LATEST", schema.LATEST)
    with Findings(folder) as findings:
        assert units(findings) == [0, 1, 2]
    assert pragma(folder, "user_version") == schema.LATEST
    connection = sqlite3.connect(folder / NAME)
    assert connection.execute("SELECT star FROM findings").fetchall() == [(7,)] * 3
    connection.close()


def test_that_a_migration_that_fails_leaves_everything_as_it_was(folder, monkeypatch):
    bad = ("CREATE TABLE extra (a)", "INSERT INTO nowhere VALUES (1)")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, bad))
        patch.setattr(schema, "LATEST", schema.LATEST + 1)
        patch.setattr(database, "LATEST", schema.LATEST)
        with Findings(folder) as findings, pytest.raises(WorkspaceError, match="nowhere"):
            findings.for_node("abc", "conv1")
    with Findings(folder) as findings:
        assert units(findings) == [0, 1, 2]
    connection = sqlite3.connect(folder / NAME)
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'extra'").fetchall() == []
    connection.close()


def test_that_a_newer_workspace_is_refused_in_a_sentence_and_left_alone(folder):
    connection = sqlite3.connect(folder / NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (folder / NAME).read_bytes()
    sentence = rf"written by a newer version of the program \(schema 99, this one knows {schema.LATEST}\)"
    with Findings(folder) as findings:
        for attempt in (
            lambda: findings.keep(finding(5)),
            lambda: findings.for_node("abc", "conv1"),
            lambda: findings.find("abc", finding(0).digest),
            findings.check_and_repair,
            findings.clear,
        ):
            with pytest.raises(WorkspaceError, match=sentence):
                attempt()
        assert findings.take_notices() == ()
    assert (folder / NAME).read_bytes() == before
    assert len(list((folder / "findings").rglob("*.png"))) == 3


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 400)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def holes(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE something (else_)")
    connection.execute(f"PRAGMA user_version = {schema.LATEST}")
    connection.close()


def deleted(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [garbage, cut, holes, foreign])
def test_that_a_damaged_index_is_moved_aside_said_and_made_again_from_the_pictures(folder, damage):
    damage(folder / NAME)
    damaged = (folder / NAME).read_bytes()
    with Findings(folder) as findings:
        assert units(findings) == [0, 1, 2]
        assert [findings.find("abc", finding(unit).digest).value for unit in range(3)] == [None] * 3
        (sentence,) = findings.take_notices()
        assert findings.take_notices() == ()
        (aside,) = folder.glob(f"{NAME}.damaged-*")
        assert aside.read_bytes() == damaged
        assert sentence == (
            f"The workspace's index {folder / NAME} was damaged: it was moved to {aside.name} and made again "
            "from the kept pictures."
        )
        findings.keep(finding(3))
        assert units(findings) == [0, 1, 2, 3]
        assert findings.check_and_repair().deleted == ()


def test_that_an_index_that_was_deleted_is_made_again(folder):
    deleted(folder / NAME)
    with Findings(folder) as findings:
        assert units(findings) == [0, 1, 2]
        assert findings.take_notices() == ()


def test_that_an_index_damaged_or_deleted_under_an_open_window_is_mended_too(folder):
    with Findings(folder) as findings, Findings(folder) as other:
        assert units(findings) == units(other) == [0, 1, 2]
        deleted(folder / NAME)
        findings.keep(finding(3))
        other.keep(finding(4))
        assert units(findings) == units(other) == [0, 1, 2, 3, 4]


def test_that_keeping_mends_a_damaged_index_first(folder):
    garbage(folder / NAME)
    with Findings(folder) as findings:
        findings.keep(finding(3))
        assert units(findings) == [0, 1, 2, 3]
        assert len(findings.take_notices()) == 1


def test_that_repair_finds_damage_that_nobody_has_met(folder):
    with Findings(folder) as findings:
        findings.keep(*map(finding, range(3, 60)))
    path = folder / NAME
    data = bytearray(path.read_bytes())
    data[-2000:] = bytes(2000)
    path.write_bytes(bytes(data))
    with Findings(folder) as findings:
        assert findings.check_and_repair().forgotten == ()
        assert len(findings.take_notices()) == 1
        assert units(findings) == list(range(60))


def test_that_of_two_pictures_alike_the_newer_one_counts_when_the_index_is_made_again(folder):
    with Findings(folder / "other") as other:
        other.keep(finding(9, made_at=5.0, recipe={"unit": 0}))
    for path in (folder / "other" / "findings").rglob("*.*"):
        target = folder / path.relative_to(folder / "other")
        target.parent.mkdir(exist_ok=True)
        path.rename(target)
    deleted(folder / NAME)
    with Findings(folder) as findings:
        assert sorted(units(findings)) == [1, 2, 9]
        assert len(findings.check_and_repair().deleted) == 1


def test_that_pictures_that_are_not_whole_do_not_come_into_a_new_index(folder):
    pair = replace(finding(9), images=np.zeros((2, 4, 4, 3), np.uint8))
    with Findings(folder) as findings:
        findings.keep(pair)
        kept = findings.for_node("abc", "conv1")[0]
    half = FindingFiles(folder).picture(kept.stem, 0)
    next((folder / "findings").rglob("*-1.png")).unlink()
    half.write_bytes(half.read_bytes()[:60])
    deleted(folder / NAME)
    with Findings(folder) as findings:
        assert findings.find("abc", pair.digest) is None
        assert len(units(findings)) == 2


def test_that_what_fails_in_the_middle_of_a_transaction_has_not_happened(tmp_path):
    base = Database(tmp_path, lambda connection: None)

    def half(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE t (a)")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        base.write(half)
    assert base.read(lambda c: c.execute("SELECT * FROM sqlite_master WHERE name = 't'").fetchall()) == []
    base.close()


def test_that_the_lock_lets_one_in_at_a_time_and_says_when_it_waited_too_long(tmp_path):
    path, inside, leave = tmp_path / "lock", threading.Event(), threading.Event()

    def hold() -> None:
        with lock.exclusively(path, 1.0):
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    assert inside.wait(10)
    with pytest.raises(TimeoutError, match="another window"), lock.exclusively(path, 0.05):
        pass
    leave.set()
    with lock.exclusively(path, 10.0):
        thread.join()


def test_that_two_windows_that_meet_a_damaged_index_mend_it_once(folder):
    garbage(folder / NAME)
    windows = [Findings(folder) for _ in range(4)]
    found: list[list[int]] = []
    start = threading.Barrier(len(windows))

    def look(findings: Findings) -> None:
        start.wait(10)
        found.append(units(findings))

    threads = [threading.Thread(target=look, args=(findings,)) for findings in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[0, 1, 2]] * 4
    assert len(list(folder.glob(f"{NAME}.damaged-*"))) == 1
    for findings in windows:
        findings.close()
