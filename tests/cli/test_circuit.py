"""The command `circuit`: lists, expands, draws."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pytest

from inspector.cli import main

UNIT = "demo/mixed5.branch3x3.conv/3"


def test_that_weights_are_expanded_to_a_node_and_said_to_be_linear(capsys):
    assert main(["circuit", "demo", UNIT, "--from", "mixed3.cat", "--top", "3", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["label"] == "linear approximation"
    assert [one["node"] for one in document["inputs"]] == ["mixed3.cat"] * 3
    norms = [one["norm"] for one in document["inputs"]]
    assert norms == sorted(norms, reverse=True)


def test_that_weights_are_expanded_to_users_and_down_to_the_picture(capsys):
    words = [
        "circuit",
        "demo",
        "demo/conv2/3",
        "--to",
        "mixed3.cat",
        "--from",
        "picture",
        "--top",
        "4",
        "--json",
    ]
    assert main(words) == 0
    document = json.loads(capsys.readouterr().out)
    assert {(one["node"], one["unit"]) for one in document["inputs"]} == {("picture", n) for n in range(3)}
    assert {one["colour"]: one["unit"] for one in document["inputs"]} == {"red": 0, "green": 1, "blue": 2}
    assert [one["node"] for one in document["users"]] == ["mixed3.cat"] * 4
    assert main([*words[:-1]]) == 0
    assert "picture/green " in capsys.readouterr().out
    assert "Expanded to picture and mixed3.cat" in document["note"]


def test_that_inhibiting_inputs_come_first_where_asked_for(capsys):
    assert main(["circuit", "demo", UNIT, "--rank=-sum", "--top", "4", "--json"]) == 0
    sums = [one["sum"] for one in json.loads(capsys.readouterr().out)["inputs"]]
    assert sums == sorted(sums)
    assert sums[0] < 0


def test_that_a_circuit_is_drawn_as_svg_and_pdf(capsys, tmp_path, qapp):
    drawing = tmp_path / "circuit.svg"
    arguments = ["circuit", "demo", UNIT, "--depth", "2", "--inputs", "3", "--out", str(drawing)]
    assert main([*arguments, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    texts = [text.text for text in ElementTree.parse(drawing).iter("{http://www.w3.org/2000/svg}text")]
    assert f"{UNIT} · linear approximation" in texts
    assert {str(unit["unit"]) for unit in document["units"]} <= set(texts)
    assert main([*arguments[:-1], str(tmp_path / "circuit.pdf")]) == 0
    assert (tmp_path / "circuit.pdf").read_bytes()[:5] == b"%PDF-"


def test_that_a_source_that_leads_nowhere_is_one_line(capsys):
    assert main(["circuit", "demo", "demo/conv1/3", "--from", "mixed3.cat"]) == 1
    assert "does not lead to" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["circuit.png", "circuit"])
def test_that_other_files_are_refused(name, tmp_path, capsys):
    assert main(["circuit", "demo", UNIT, "--out", str(tmp_path / name)]) == 2
    assert "--out" in capsys.readouterr().err
