"""The project's own promises: README, versions, dependencies, what an import costs."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import inspector

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_that_the_version_is_the_same_everywhere():
    assert inspector.__version__ == PROJECT["version"]
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_that_the_broken_pyside_is_kept_out():
    assert "PySide6-Essentials>=6.8,<6.12" in PROJECT["dependencies"]


def test_that_the_pictures_that_the_readme_shows_exist():
    shown = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    assert shown
    assert all((ROOT / picture).is_file() for picture in shown)


@pytest.mark.parametrize("mark", ["start", "test"])
def test_that_the_readme_holds_one_command_to_start_and_one_to_test(mark):
    blocks = re.findall(rf"<!-- {mark} -->\n```sh\n(.+)\n```", README)
    assert len(blocks) == 1
    assert "venv" in blocks[0]


def test_that_every_command_in_the_readme_is_one_that_the_program_has():
    from inspector.cli import make_parser

    known = make_parser().format_help()
    used = re.findall(r"neuron-inspector ([a-z]+) ", README)
    assert {"nodes", "tune", "visualize"} <= set(used)
    assert all(command in known for command in used if command not in ("demo",))


def _modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement", ["import inspector", "import inspector.cli", "import inspector.lenses.base as b; b.lenses()"]
)
def test_that_naming_things_costs_neither_torch_nor_qt(statement):
    assert not {"torch", "torchvision", "PySide6"} & _modules_after(statement)


def test_that_the_window_is_there_without_torch():
    assert not {"torch", "torchvision"} & _modules_after("import inspector.app, inspector.gui.window")


def test_that_the_main_window_stays_small():
    lines = (ROOT / "inspector" / "gui" / "window.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 240
