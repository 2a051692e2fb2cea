"""Kills and other windows: kept findings stay, half ones are never seen. All with real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.workspace import database
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.findings import Findings

SCRIPT = Path(__file__).with_name("findings_process.py")
sys.path.insert(0, str(SCRIPT.parent))
from findings_process import FINGERPRINT, finding, levels  # noqa: E402

sys.path.remove(str(SCRIPT.parent))
ROOT = Path(__file__).resolve().parents[2]
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills itself after a fork")


def start(what: str, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    command = [sys.executable, str(SCRIPT), what, str(folder)]
    return subprocess.Popen(command, env=environment, text=True, stdin=pipe, stdout=pipe, stderr=pipe)


@forks
@pytest.mark.parametrize(
    "what", ["kill_while_keeping", "kill_while_making", "kill_while_mending", "kill_at_random"]
)
def test_that_nothing_kept_is_lost_and_nothing_half_is_seen(tmp_path, what):
    with start(what, tmp_path / "w") as process:
        _, errors = process.communicate(timeout=200)
    assert process.returncode == 0, errors


@pytest.fixture
def slow_writer(tmp_path):
    """A process that stands in the middle of replacing the finding of unit 1."""
    with Findings(tmp_path) as findings:
        findings.keep(finding(1, 1))
    with start("write_slowly", tmp_path) as process:
        assert process.stdout.readline() == "writing\n"
        yield process
        _, errors = process.communicate(timeout=200)
        assert process.returncode == 0, errors


def test_that_another_process_reads_while_one_writes(tmp_path, slow_writer):
    with Findings(tmp_path) as findings:
        assert levels(findings) == {1: 1}, "reading does not wait for the writer, who waits for us"
        slow_writer.stdin.write("\n")
        slow_writer.stdin.flush()
        assert slow_writer.stdout.readline() == "kept\n"
        assert levels(findings) == {1: 2}


def test_that_a_second_writer_waits_and_then_says_why_it_could_not(tmp_path, slow_writer, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with Findings(tmp_path) as findings:
        with pytest.raises(WorkspaceError, match=r"demo/conv1/7 could not be kept in .*another window"):
            findings.keep(finding(7))
        assert levels(findings) == {1: 1}


def test_that_a_repair_in_another_window_leaves_alone_what_is_being_written(
    tmp_path, slow_writer, monkeypatch
):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    files = set(tmp_path.rglob("*.png"))
    with Findings(tmp_path) as findings, pytest.raises(WorkspaceError, match="another window"):
        findings.check_and_repair()
    assert set(tmp_path.rglob("*.png")) == files


def test_that_a_reader_never_misses_a_finding_while_it_is_replaced(tmp_path):
    with Findings(tmp_path) as findings:
        findings.keep(finding(0), finding(1))
        seen = [(0.0, 0.0)]
        with start("write_much", tmp_path) as process:
            for _ in range(39):
                last = seen[-1]
                print(file=process.stdin, flush=True)
                while seen[-1] == last and process.poll() is None:  # the other is writing
                    found = [findings.find(FINGERPRINT, finding(unit).digest) for unit in range(2)]
                    assert None not in found
                    seen.append(tuple(item.value for item in found))
            errors = process.stderr.read()
        assert process.returncode == 0, errors
        assert seen == sorted(seen), "never an older one after a newer one"
        assert len(set(seen)) >= 39, "it did read while the other wrote"
        assert levels(findings) == {0: 39, 1: 39}
        assert findings.check_and_repair().forgotten == ()
