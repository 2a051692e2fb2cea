"""Diagnostics: what is told, and what is not unless allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector import __version__, diagnostics, paths
from inspector.settings import Settings

SECRETS = ("mathilda", "tax papers", "thesis", "clinic", "scan_of_patient", "workhorse-7")


@pytest.fixture
def somebody(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/mathilda"))
    monkeypatch.setattr("getpass.getuser", lambda: "mathilda")
    monkeypatch.setattr("platform.node", lambda: "workhorse-7.lan")


def settings() -> Settings:
    return Settings(
        network="resnet18=/home/mathilda/tax papers/thesis.pth",
        recent=["demo", "/data/clinic/net.pt", "vgg=C:\\Users\\mathilda\\thesis\\vgg.pth", "~/thesis/a.onnx"],
        weights=["/mnt/clinic/tax papers"],
    )


LINES = """2026-01-01 ERROR inspector.jobs.runner: Job Scan failed
  File "/home/mathilda/env/lib/python3.12/site-packages/inspector/jobs/runner.py", line 61, in step
FileNotFoundError: [Errno 2] No such file or directory: '/data/clinic/scan_of_patient 12.png'
WARNING /srv/clinic/set/scan_of_patient.jpg does not open, nor does D:\\clinic\\scan_of_patient.tif
WARNING /srv/my clinic/tax papers/scan_of_patient 7.jpg cannot be read: Permission denied
WARNING mathilda@workhorse-7: file:///home/mathilda/thesis/x.png
"""


def write_log() -> None:
    paths.log_dir().mkdir(parents=True)
    (paths.log_dir() / "inspector.log").write_text(LINES, encoding="utf-8")


def test_that_no_private_path_or_name_is_told(somebody):
    write_log()
    told = diagnostics.report(settings())
    assert not [secret for secret in SECRETS if secret in told.lower()], told
    assert str(paths.log_dir()) not in told


def test_that_what_helps_stays(somebody):
    write_log()
    told = diagnostics.report(settings(), window="Qt 6.9 · xcb")
    assert f"Neuron Inspector {__version__}" in told
    assert "torch 2" in told
    assert "Qt 6.9 · xcb" in told
    assert "processors" in told
    assert "inspector/jobs/runner.py" in told
    assert "line 61" in told
    assert "cannot be read: Permission denied" in told
    assert "FileNotFoundError" in told
    assert ".png" in told
    assert '"resnet18=<path.pth>"' in told
    assert '"demo"' in told


def test_that_all_is_told_where_it_is_allowed(somebody):
    write_log()
    told = diagnostics.report(settings(), private=True)
    assert "/home/mathilda/tax papers/thesis.pth" in told
    assert "/data/clinic/scan_of_patient 12.png" in told


def test_that_words_with_a_stroke_are_no_paths(somebody):
    sentence = "Location demo/conv1/17, 3 of 4 px/deg and 1/2; input 3x96x96; see docs/networks.md"
    assert diagnostics.without_names(sentence) == sentence


def test_that_only_the_last_lines_of_a_long_log_are_told():
    paths.log_dir().mkdir(parents=True)
    lines = "\n".join(f"line-{number}-" for number in range(500))
    (paths.log_dir() / "inspector.log").write_text(lines, encoding="utf-8")
    told = diagnostics.report(Settings())
    assert "line-499-" in told
    assert "line-440-" in told
    assert "line-439-" not in told


def test_that_a_missing_log_is_said():
    assert "(there is none)" in diagnostics.report(Settings())
