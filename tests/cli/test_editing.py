"""The commands that test what units do."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

from inspector.cli import main
from inspector.lenses.run import result
from inspector.network.opening import open_network
from inspector.pictures.decode import open_picture
from inspector.pictures.samples import sample_paths


@pytest.fixture(scope="module")
def demo():
    return open_network("demo")


def test_that_ablate_prints_the_table_and_writes_all_units(demo, tmp_path, capsys):
    picture, file = sample_paths()[0], tmp_path / "table.csv"
    assert main(["ablate", "demo", "mixed3", str(picture), "--json", "--out", str(file)]) == 0
    document = json.loads(capsys.readouterr().out)
    table = result("ablation", demo, "demo/mixed3", picture=open_picture(picture))
    assert [c["index"] for c in document["classes"]] == list(table.classes)
    first = document["units"][0]
    assert first["unit"] == int(table.changes[:, 0].argmin())
    assert first["changes"] == pytest.approx(table.changes[first["unit"]].tolist(), abs=1e-4)
    with file.open(newline="") as lines:
        assert len(list(csv.reader(lines))) == len(table.changes) + 1
    assert main(["ablate", "demo", "mixed3", str(picture), "--top", "3"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_that_effects_and_attribute_print_what_the_lenses_give(demo, capsys):
    files = [str(path) for path in sample_paths()[:2]]
    label = demo.labels[3]
    assert main(["effects", "demo", "mixed5", *files, "--class", label, "--confirm", "2", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["class"] == label
    assert len(document["confirmed"]) == 2
    assert np.all(np.diff([u["attribution"] for u in document["units"]]) <= 0)
    assert main(["attribute", "demo", "mixed3", files[0], "--method", "integrated", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["error"] <= 0.01
    assert sum(u["share"] for u in document["units"]) == pytest.approx(document["total"], rel=1e-3)


def test_that_occlusion_tells_places_where_it_tells_no_units(demo, capsys):
    picture = sample_paths()[0]
    words = ["attribute", "demo", "mixed3", str(picture), "--method", "occlusion"]
    assert main([*words, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    expected = result("attribution", demo, "demo/mixed3", picture=open_picture(picture), method="occlusion")
    np.testing.assert_allclose(document["heat"], expected.heat, rtol=1e-4, atol=1e-5)
    assert document["units"] == []
    assert main([*words, "--top", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    y, x = np.unravel_index(expected.heat.argmax(), expected.heat.shape)
    assert lines[2].split()[0] == f"{y},{x}"
    assert len(lines) == 5


def test_that_an_unknown_class_is_one_line(capsys):
    assert main(["effects", "demo", "mixed5", str(sample_paths()[0]), "--class", "unicorn"]) == 1
    assert "unicorn" in capsys.readouterr().err
