"""Exit statuses, one line per error, no torch for help, and what happens when nobody listens."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inspector import __version__
from inspector.cli import main, make_parser, output
from inspector.cli.parser import commands
from inspector.lenses.base import Progress
from inspector.network.opening import open_network

ROOT = Path(__file__).resolve().parents[2]


def test_that_help_names_every_command(capsys):
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    looking = {"networks", "nodes", "activations", "tune", "visualize", "graph", "suggest", "export"}
    kept = {"scan", "merge", "examples", "workspace", "circuit", "batch", "atlas"}
    language = {"zero-shot", "attack", "words", "facet", "stroop"}
    editing = {"ablate", "edit", "effects", "attribute", "compare"}
    known = looking | kept | language | editing | {"tour"}
    assert commands(make_parser()) == known
    assert all(re.search(rf"^    {name}\s", text, re.MULTILINE) for name in known)
    told = (ROOT / "README.md").read_text()
    assert not [name for name in sorted(known) if f"neuron-inspector {name} " not in told]


@pytest.mark.parametrize("command", sorted(commands(make_parser())))
def test_that_every_command_explains_itself(capsys, command):
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: neuron-inspector {command} ")


def test_that_the_version_is_said(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"neuron-inspector {__version__}\n"


def python(*words, **options):
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **options,
    )


def test_that_the_package_runs_as_a_module():
    done = python("-m", "inspector", "nodes")
    assert done.returncode == 2
    assert "neuron-inspector nodes: error" in done.stderr
    assert python("-m", "inspector", "--version").stdout.endswith(f"{__version__}\n")


def test_that_help_loads_neither_torch_nor_qt():
    code = (
        "import sys\nfrom inspector.cli import main\n"
        "main(['--help']), main(['tune', '--help']), main(['tune'])\n"
        "sys.exit(', '.join({'torch', 'torchvision', 'PySide6'} & set(sys.modules)) or None)"
    )
    done = python("-c", code)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["nodes"],
        ["tune", "tiny", "2/3"],
        ["tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation"],
        ["tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation=0:180"],
        ["tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation=0:x:3"],
        ["tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation=0:inf:3"],
        ["tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation=0:180:0"],
        ["tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation=0:180:999999999"],
        ["tune", "tiny", "2/3", "--family", "grating", "--fix", "orientation"],
        ["tune", "tiny", "2/3", "--family", "grating", "--out", "t.pdf"],
        ["activations", "tiny", "a.png", "--top", "0"],
        ["visualize", "tiny", "2/3"],
        ["visualize", "tiny", "2/3", "--out", "d", "--steps", "many"],
        ["nodes", "tiny", "--nonsense"],
        ["tiny", "--nonsense"],
    ],
)
def test_that_wrong_usage_is_status_2(call, words):
    done = call(*words)
    assert done.status == 2
    assert "error: " in done.errors[-1]
    assert done.text == ""


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["nodes", "nothing"], "no architecture “nothing”"),
        (["tune", "tiny", "2/99", "--family", "grating"], "5 units"),
        (["tune", "tiny", "nowhere/1", "--family", "grating"], "no node “nowhere”"),
        (["tune", "tiny", "2", "--family", "grating"], "names no unit"),
        (["tune", "tiny", "2/3/4/5", "--family", "grating"], "is no address"),
        (["tune", "tiny", "2/3", "--family", "nothing"], "no stimulus family"),
        (["tune", "tiny", "2/3", "--family", "grating", "--axis", "nothing=0:1:2"], "no axis “nothing”"),
        (["tune", "tiny", "2/3", "--family", "grating", "--out", "/nowhere/t.csv"], "cannot be written"),
        (["circuit", "tiny", "2/3", "--out", "/nowhere/c.csv"], "cannot be written"),
        (["visualize", "tiny", "2/3", "--objective", "nothing", "--out", "x"], "no objective “nothing”"),
        (["activations", "tiny", "/nowhere.png"], "does not exist"),
        (["activations", "tiny", "/nowhere.png", "--out", "m.npz"], "needs --node"),
        (["activations", "tiny", "/nowhere.png", "--node", "9"], "no node “9”"),
        (["scan", "tiny", "/nowhere.png"], "No picture could be opened"),
        (["examples", "tiny", "2"], "names no unit"),
    ],
)
def test_that_what_cannot_be_done_is_one_line_and_status_1(call, tmp_path, monkeypatch, words, reason):
    monkeypatch.chdir(tmp_path)
    done = call(*words)
    assert done.status == 1
    (line,) = done.errors
    assert line.startswith("neuron-inspector: ")
    assert reason in line


def test_that_a_folder_that_cannot_be_made_is_named(call, tmp_path):
    (tmp_path / "file").touch()
    done = call("visualize", "tiny", "2/3", "--out", tmp_path / "file" / "below")
    assert done.status == 1
    assert str(tmp_path / "file") in done.errors[0]


def fail(error):
    def handler(arguments):
        raise error

    return handler


@pytest.mark.parametrize("words", [["nodes", "tiny", "--debug"], ["--debug", "nodes", "tiny"]])
def test_that_only_debug_shows_a_traceback(call, monkeypatch, words):
    monkeypatch.setattr("inspector.cli.networks.nodes", fail(TypeError("of no kind")))
    done = call("nodes", "tiny")
    assert done.errors == ["neuron-inspector: unexpected TypeError: of no kind (--debug shows where)"]
    assert call(*words).errors[0].startswith("Traceback")


def test_that_an_interrupted_command_is_status_130(call, monkeypatch):
    monkeypatch.setattr("inspector.cli.networks.nodes", fail(KeyboardInterrupt()))
    done = call("nodes", "tiny")
    assert done.status == 130
    assert done.errors == ["neuron-inspector: interrupted"]


def test_that_an_installation_without_resources_says_so(call, monkeypatch):
    monkeypatch.setattr("inspector.cli.networks.nodes", fail(FileNotFoundError("install it again")))
    assert call("nodes", "tiny").errors == ["neuron-inspector: install it again"]


def test_that_nobody_reading_the_output_is_no_failure():
    code = (
        "import sys; from inspector.cli import dispatch, output\n"
        "dispatch._run = lambda arguments: output.print_line('word ' * 100_000)\n"
        "sys.exit(dispatch.main(['networks']))"
    )
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=120,
        check=False,
    )  # fmt: skip
    os.close(writer)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_that_letters_that_a_terminal_lacks_do_not_end_in_an_error(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    output.print_json({"label": "Größe"})
    sys.stdout.flush()
    assert b"Gr??e" in raw.getvalue()


def steps(count, result):
    for i in range(count):
        yield Progress(i, count, "a note")
    return result


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_that_progress_shows_on_a_terminal_and_is_wiped_at_the_end(monkeypatch):
    monkeypatch.setattr(output, "_PATIENCE", 0)
    monkeypatch.setattr(output, "_REDRAW", 0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert output.finish(lambda token: steps(3, "result"), "Title") == "result"
    written = sys.stderr.getvalue()
    assert "Title · 2 / 3 · a note" in written
    assert written.endswith("\r\x1b[K")


@pytest.fixture
def impatient(monkeypatch):
    """Every pass counts as a slow one, every layer as worth a word."""
    for place in ("inspector.network.pace.PATIENCE", "inspector.network.pace.EVERY"):
        monkeypatch.setattr(place, 0.0)
    monkeypatch.setattr(output, "_PATIENCE", 0)
    monkeypatch.setattr(output, "_REDRAW", 0)


@pytest.mark.usefixtures("impatient")
def test_that_a_slow_network_tells_at_which_layer_it_is_while_it_opens_and_runs(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["circuit", "demo", "demo/conv2/3", "--from", "conv1"]) == 0
    said = terminal.getvalue().split("\r\x1b[K")
    opening = [line for line in said if line.startswith("Opening demo · ")]
    looking = [line for line in said if line.startswith("demo/conv2/3 · ")]
    layers = len([m for m in open_network("demo").module.modules() if next(m.children(), None) is None])
    for number in (1, 2, layers):
        assert any(f"layer {number} of {layers}" in line for line in opening)
    assert any(f"Running to conv2 · layer 2 of {layers}" in line for line in looking)
    assert said[-1] == "", "the line is wiped at the end"


def test_that_progress_stays_silent_without_a_terminal_and_in_short_jobs(monkeypatch, capsys):
    monkeypatch.setattr(output, "_PATIENCE", 0)
    output.finish(lambda token: steps(3, None), "Title")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(output, "_PATIENCE", 60)
    monkeypatch.setattr(sys, "stderr", Terminal())
    output.finish(lambda token: steps(3, None), "Title")
    assert sys.stderr.getvalue() == ""
