"""A built program is tried out: one that fails, or measures otherwise than the source, is not done."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.packaging.built import ROOT, fake_program

_NODES = """if [ "$1" = nodes ]; then echo '[{"name": "conv1"}]'; fi\n"""
_TOP = json.dumps({"top": [{"picture": "/a/b.png", "value": 3, "y": 1, "x": 2}]})
_EXAMPLES = f"""if [ "$1" = examples ]; then echo '{_TOP}'; fi\n"""
_COMPILED = """if [ "$1" = scan ]; then touch "$HOME/loop.nbi"; fi\n"""
_ATLAS = """if [ "$1" = atlas ]; then mkdir site; touch site/a.html site/b.html; fi\n"""


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'cannot open display' >&2; exit 3", "status 3: cannot open display"),
        ('if [ "$1" = nodes ]; then echo "[]"; fi', "no node conv1"),
        (_NODES, "found no picture"),
        (_NODES + _EXAMPLES, "compiled none"),
        (_NODES + _EXAMPLES + _COMPILED, "has 0 pages"),
        (_NODES + _EXAMPLES + _COMPILED + _ATLAS, "left 0 pictures"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_that_a_built_program_that_fails_is_not_called_done(packaging, tmp_path, script, said):
    from smoke import SmokeError, try_out

    with pytest.raises(SmokeError, match=said):
        try_out(fake_program(tmp_path / "built", script) / "neuron-inspector")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_that_a_built_program_that_measures_something_else_than_the_source_is_not_called_done(
    packaging, tmp_path
):
    from smoke import SmokeError, try_out

    program = fake_program(tmp_path / "built", _NODES + _EXAMPLES + _COMPILED) / "neuron-inspector"
    (tmp_path / "source" / "inspector").mkdir(parents=True)
    main = tmp_path / "source" / "inspector" / "__main__.py"
    main.with_name("__init__.py").touch()
    for value, said in ((3, "has 0 pages"), (3.0000001, "that of the source")):
        document = {"top": [{"picture": "/elsewhere/b.png", "value": value, "y": 1, "x": 2}]}
        main.write_text(f"print({json.dumps(document)!r})", encoding="utf-8")
        with pytest.raises(SmokeError, match=said):
            try_out(program, tmp_path / "source")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_that_the_program_is_tried_out_without_this_environment(packaging, tmp_path, monkeypatch):
    from smoke import SmokeError, try_out

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    script = f'echo "PYTHONPATH=$PYTHONPATH HOME=$HOME" > {tmp_path}/seen; exit 1'
    with pytest.raises(SmokeError):
        try_out(fake_program(tmp_path / "built", script) / "neuron-inspector")
    seen = (tmp_path / "seen").read_text(encoding="utf-8").strip()
    assert seen.startswith("PYTHONPATH= HOME=")
    assert str(Path.home()) not in seen
