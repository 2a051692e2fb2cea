"""Other processes for the tests of the workspace: one that is killed at every step, one that writes beside.

Run as a script: `findings_process.py WHAT FOLDER`. A run that is not killed ends with status 0; what is wrong
stands on standard error. Kills are SIGKILL, by the process itself at its n-th operation on files or database,
or by its parent at a random moment.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path

import numpy as np

from inspector.workspace.database import NAME
from inspector.workspace.finding import Finding
from inspector.workspace.finding_files import FindingFiles, stem_of
from inspector.workspace.findings import Findings

FINGERPRINT = "f" * 64
# Audit events of the Python interpreter, raised before the operation.
FILE_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.scandir", "sqlite3.connect"}


def finding(unit: int, level: int = 0, pictures: int = 2, size: int = 6) -> Finding:
    """A finding whose every number is `level`; equal units have equal recipes."""
    return Finding(
        fingerprint=FINGERPRINT,
        location=f"demo/conv1/{unit}",
        lens="feature-visualization",
        recipe={"unit": unit, "seed": 1},
        images=np.full((pictures, size, size, 3), level, np.uint8),
        arrays={"course": np.full((pictures, 5), level, np.float32)},
        value=float(level),
        made_at=1000.0 + level,
        seconds=0.5,
    )


def levels(findings: Findings) -> dict[int, int]:
    """The level of every finding that is listed, each looked through."""
    result = {}
    for kept in findings.for_node(FINGERPRINT, "conv1"):
        found = findings.load(kept)
        numbers = {*np.unique(found.images).tolist(), *np.unique(found.arrays["course"]).tolist()}
        assert numbers == {found.value}, f"{kept.location} is a mixture of {numbers}"
        result[found.recipe["unit"]] = int(found.value)
    return result


def sound(folder: Path, allowed: list[dict[int, int]]) -> None:
    """The workspace holds one of the allowed states, nothing listed is broken, and it goes on working."""
    with Findings(folder) as findings:
        state = levels(findings)
        assert state in allowed, f"{state} is none of {allowed}"
        assert findings.check_and_repair().forgotten == ()
        assert levels(findings) == state
        files = FindingFiles(folder)
        named = {kept.stem for kept in findings.for_node(FINGERPRINT, "conv1")}
        assert {stem_of(path) for path in files.all()} == named, "files were left over"
        findings.keep(finding(99, 9))
        assert levels(findings) == {**state, 99: 9}


def die_at(step: int) -> None:
    """Kill this process at its step-th operation on files or statement of SQL."""
    left = step

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*args: object, **values: object) -> sqlite3.Connection:
        connection = really(*args, **values)
        connection.set_trace_callback(count)
        return connection

    really, sqlite3.connect = sqlite3.connect, connect
    sys.addaudithook(lambda event, _: count() if event in FILE_EVENTS else None)


def sweep(template: Path, action, allowed: list[dict[int, int]]) -> int:
    """Do `action` in copies of a workspace, killed at its first operation, at its second, to the last."""
    for step in range(10_000):
        folder = template.with_name(f"{template.name}-{step}")
        shutil.copytree(template, folder)
        child = os.fork()
        if child == 0:
            die_at(step)
            with Findings(folder) as findings:
                action(findings)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert status in (0, signal.SIGKILL), f"step {step}: status {status}"
        sound(folder, allowed)
        shutil.rmtree(folder)
        if status == 0:
            return step
    raise AssertionError("the action never comes to its end")


def replacing(findings: Findings) -> None:
    findings.keep(finding(0, 2))
    findings.keep(finding(1, 3), finding(2, 3))
    findings.remove(FINGERPRINT, finding(3).digest)


def kill_while_keeping(folder: Path) -> None:
    template = folder / "keeping"
    with Findings(template) as findings:
        findings.keep(finding(0, 1), finding(3, 1))
    allowed = [{0: 1, 3: 1}, {0: 2, 3: 1}, {0: 2, 1: 3, 2: 3, 3: 1}, {0: 2, 1: 3, 2: 3}]
    assert sweep(template, replacing, allowed) > 30


def kill_while_making(folder: Path) -> None:
    template = folder / "making"
    template.mkdir(parents=True)
    assert sweep(template, lambda findings: findings.keep(finding(0, 1)), [{}, {0: 1}]) > 10


def kill_while_mending(folder: Path) -> None:
    template = folder / "mending"
    with Findings(template) as findings:
        findings.keep(*(finding(unit, 1) for unit in range(3)))
    (template / NAME).write_bytes(b"damaged" * 2000)
    assert sweep(template, levels, [{0: 1, 1: 1, 2: 1}]) > 10


def kill_at_random(folder: Path, rounds: int = 8) -> None:
    """Nothing that a process said it had kept is missing after it is killed at any moment."""
    chance = random.Random(0)
    said: dict[int, int] = {}
    for level in range(1, rounds + 1):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            with Findings(folder) as findings:
                for unit in range(200):
                    findings.keep(finding(unit % 5, level))
                    os.write(writer, f"{unit % 5}\n".encode())
            os._exit(0)
        os.close(writer)
        text = os.read(reader, 2) if select.select([reader], [], [], 20)[0] else b""
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reader, 4096):
            text += more
        os.close(reader)
        said |= {int(unit): level for unit in text.split()}
        with Findings(folder) as findings:
            there = levels(findings)
            late = [unit for unit in there if there[unit] != said.get(unit)]
            assert set(said) <= set(there), f"{said} were kept, {there} are there"
            assert all(there[unit] == level for unit in late), "an old finding came back"
            assert len(late) <= 1, "more than the one under way"
            assert findings.check_and_repair().forgotten == ()
        said = there


def write_slowly(folder: Path) -> None:
    """Keep a finding; stand still within the transaction until a line comes in."""
    really = FindingFiles.write

    def slowly(self: FindingFiles, finding: Finding, stem: str) -> int:
        size = really(self, finding, stem)
        print("writing", flush=True)
        sys.stdin.readline()
        return size

    FindingFiles.write = slowly
    with Findings(folder) as findings:
        findings.keep(finding(1, 2))
    print("kept", flush=True)
    sys.stdin.readline()


def write_much(folder: Path) -> None:
    """Replace the same few findings again and again, each time that a line comes in."""
    with Findings(folder) as findings:
        for level in range(1, 40):
            sys.stdin.readline()
            findings.keep(*(finding(unit, level) for unit in range(2)))


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]))
