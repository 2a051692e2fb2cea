"""The commands print what DESIGN section 5 promises."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import numpy as np
import pytest

from inspector.pictures.decode import open_picture
from inspector.probe.record import record


def test_that_nodes_are_listed_in_order_of_execution(call):
    found = call("nodes", "tiny", "--json").json()
    assert [node["name"] for node in found] == ["0", "1", "2", "3", "4", "5"]
    assert found[2] == found[2] | {"op": "Conv2d", "shape": [5, 14, 14], "units": 5, "parameters": 185}
    text = call("nodes", "tiny").text
    assert "5 x 14 x 14" in text
    assert "untrained" not in text


def test_that_an_untrained_network_is_said_to_be(call):
    done = call("nodes", "random")
    assert "untrained" in done.text.splitlines()[0]
    assert len(done.errors) == 1
    assert "untrained" in done.errors[0]


def test_that_networks_list_the_catalogue(call):
    found = {entry["name"]: entry for entry in call("networks", "--json").json()}
    assert found["demo"]["weights"] == "shipped"
    assert found["squeezenet1_1"]["input"] == [3, 224, 224]
    assert "squeezenet1_1" in call("networks").text


def test_that_activations_list_classes_and_units_of_every_picture(call, network, pictures):
    found = call("activations", "tiny", pictures, "--node", "0", "--top", 2, "--json").json()
    assert [entry["picture"] for entry in found] == [str(pictures / f"{name}.png") for name in "abc"]
    values = record(network, sorted(pictures.iterdir()), ["0", "5"])
    for i, entry in enumerate(found):
        scores = np.exp(values["5"][i]) / np.exp(values["5"][i]).sum()
        best = entry["predictions"][0]
        assert best["index"] == scores.argmax()
        assert best["label"] == ("cat", "dog", "owl")[best["index"]]
        assert best["probability"] == pytest.approx(float(scores.max()), rel=1e-4)
        assert entry["node"] == "0"
        strongest = entry["top"][0]
        assert strongest["unit"] == values["0"][i].max((1, 2)).argmax()
        at = values["0"][i][strongest["unit"], strongest["y"], strongest["x"]]
        assert strongest["value"] == pytest.approx(float(at), rel=1e-5)
        assert len(entry["top"]) == len(entry["predictions"]) == 2


def test_that_activations_without_a_node_only_predict(call, pictures):
    (entry,) = call("activations", "tiny", pictures / "a.png", "--json").json()
    assert (entry["node"], entry["top"]) == (None, [])
    assert "%" in call("activations", "tiny", pictures / "a.png").text


def test_that_maps_are_written(call, network, pictures, tmp_path):
    out = tmp_path / "maps.npz"
    assert call("activations", "tiny", pictures, "--node", "2", "--out", out).status == 0
    with np.load(out) as arrays:
        expected = record(network, sorted(pictures.iterdir()), ["2"])["2"]
        np.testing.assert_allclose(arrays["maps"], expected, atol=1e-5)
        np.testing.assert_allclose(arrays["peaks"], expected.max((2, 3)), atol=1e-5)
        assert str(arrays["node"]) == "2"
        assert len(arrays["pictures"]) == 3


def test_that_a_broken_picture_is_named_and_the_others_go_on(call, pictures):
    (pictures / "b.png").write_bytes(b"nothing")
    done = call("activations", "tiny", pictures, "--json")
    assert done.status == 1
    assert len(done.json()) == 2
    assert len(done.errors) == 1
    assert "b.png" in done.errors[0]


@pytest.mark.parametrize("location", ["2/3", "tiny/2/3"])
def test_that_a_tuning_is_printed_over_the_axes_asked_for(call, location):
    words = ["--family", "grating", "--axis", "orientation=0:180:4", "--axis", "frequency=2:6:3", "--json"]
    found = call("tune", "tiny", location, *words).json()
    assert (found["network"], found["location"], found["family"]) == ("tiny", "tiny/2/3", "grating")
    # 180 deg is 0 deg again, so it is left out; 6 cycles are not 2 cycles.
    assert found["axes"] == {"orientation": [0, 45, 90, 135], "frequency": [2, 4, 6]}
    assert np.array(found["response"]).shape == (4, 3)
    assert found["measured"] == "raw"
    assert isinstance(found["indices"], dict)


def test_that_a_half_turn_of_orientations_keeps_its_end(call):
    words = ["--family", "grating", "--axis", "orientation=0:90:3", "--fix", "frequency=3", "--json"]
    found = call("tune", "tiny", "2/3", *words).json()
    assert found["axes"] == {"orientation": [0, 45, 90]}


@pytest.mark.parametrize("ending", ["csv", "npz", "png"])
def test_that_a_tuning_is_written_as_its_file_name_says(call, tmp_path, ending):
    out = tmp_path / f"tuning.{ending}"
    done = call("tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation=0:180:6", "--out", out)
    assert (done.status, done.text) == (0, "")
    if ending == "csv":
        rows = list(csv.reader(out.read_text(encoding="utf-8").splitlines()))
        assert rows[0] == ["orientation", "response"]
        assert len(rows) == 7
    elif ending == "npz":
        with np.load(out) as arrays:
            assert arrays["response"].shape == (6,)
    else:
        assert min(open_picture(out).image.size) > 100


def test_that_a_tuning_is_drawn_round_a_circle_as_svg(call, tmp_path):
    words = ["--family", "grating", "--axis", "orientation=0:180:6", "--polar", "--out", tmp_path / "t.svg"]
    assert call("tune", "tiny", "2/3", *words).status == 0
    assert "<circle" in (tmp_path / "t.svg").read_text(encoding="utf-8")


def test_that_units_are_found_by_their_indices(call, tmp_path):
    words = ["--family", "grating", "--axis", "orientation=0:180:6"]
    table = tmp_path / "t.csv"
    done = call("tune", "tiny", "2/3", *words, "--find", "OSI >= 0 and drive > 0", "--table", table)
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["unit"] for row in rows] == ["0", "1", "2", "3", "4"]
    driven = [row for row in rows if row["drive"]]
    assert done.text.startswith(f"{len(driven)} of 5 units of 2")
    found = call("tune", "tiny", "2/3", *words, "--find", "OSI < 0", "--json").json()
    assert found["found"] == []
    assert "nothing to look for" in call("tune", "tiny", "2/3", *words, "--find", " ").errors[0]


def test_that_a_nonlinearity_is_read_before_it_or_as_it_is(call):
    words = ["tune", "tiny", "1/2", "--family", "spot"]
    assert "before its nonlinearity, at 0" in call(*words).text
    assert call(*words, "--json").json()["recorded"] == "0"
    assert call(*words, "--as-it-is", "--json").json()["recorded"] == "1"


def test_that_words_and_pictures_are_subjects(call, pictures):
    words = ["tune", "tiny", "2/3", "--family", "words", "--axis", "size=4:8:2", "--subject", "yes", "--json"]
    assert call(*words).json()["subject"] == "yes"
    shown = min(pictures.iterdir())
    words = ["tune", "tiny", "2/3", "--family", "picture", "--axis", "rotation=0:360:4", "--json"]
    assert call(*words, "--subject", shown).json()["subject"] == shown.name
    assert "picture first" in call(*words).errors[0]


def test_that_a_tuning_is_a_table_for_a_person(call):
    text = call("tune", "tiny", "2/3", "--family", "grating", "--axis", "orientation=0:180:6").text
    assert "orientation (deg)" in text
    assert "mid grey" in text


def test_that_examples_are_those_of_the_scan(call, network, pictures, tmp_path, monkeypatch):
    monkeypatch.chdir(pictures.parent)
    workspace = tmp_path / "workspace"
    scanned = call(
        "scan", "tiny", "pictures", "--node", "0", "--node", "2", "--workspace", workspace, "--json"
    )
    assert scanned.json() == scanned.json() | {"nodes": ["0", "2"], "pictures": 3, "skipped": []}
    monkeypatch.chdir(tmp_path)
    found = call(
        "examples", "tiny", "2/4", "--workspace", workspace, "--out", tmp_path / "views", "--json"
    ).json()
    values = record(network, sorted(pictures.iterdir()), ["2"])["2"][:, 4]
    order = np.argsort(-values.max((1, 2)), kind="stable")
    assert [entry["picture"] for entry in found["top"]] == [str(sorted(pictures.iterdir())[i]) for i in order]
    assert [entry["picture"] for entry in found["bottom"]] == [
        entry["picture"] for entry in reversed(found["top"])
    ]
    for i, entry in zip(order, found["top"], strict=True):
        assert entry["value"] == pytest.approx(float(values[i, entry["y"], entry["x"]]), rel=1e-5)
    assert set(found) >= {"location", "histogram", "mean", "variance", "firing"}
    views = sorted(path.name for path in (tmp_path / "views").iterdir())
    assert len(views) == 6
    assert views[3].startswith("top-01 ")
    assert open_picture(tmp_path / "views" / views[3]).image.size == (16, 16)


def test_that_a_scan_is_kept_in_the_users_own_folder_and_shown_to_a_person(call, pictures):
    (pictures / "d.png").write_bytes(b"nothing")
    done = call("scan", "tiny", pictures)
    assert done.status == 0
    assert "3 pictures" in done.text
    assert len(done.errors) == 1
    assert "d.png" in done.errors[0]
    assert "over 3 pictures" in call("examples", "tiny", "0/1").text


def test_that_examples_ask_for_a_scan_first(call):
    done = call("examples", "tiny", "0/1")
    assert done.status == 1
    assert "neuron-inspector scan tiny PICTURES" in done.errors[0]


def test_that_a_picture_gone_since_the_scan_is_left_out_of_the_views(call, pictures, tmp_path):
    call("scan", "tiny", pictures)
    (pictures / "b.png").unlink()
    done = call("examples", "tiny", "0/1", "--out", tmp_path / "views")
    assert done.status == 0
    assert len(list((tmp_path / "views").iterdir())) == 4
    assert all("b.png does not exist" in line for line in done.errors)


def test_that_a_circuit_lists_the_strongest_kernels(call, network, tmp_path):
    found = call("circuit", "tiny", "2/3", "--top", 2, "--out", tmp_path / "c.csv", "--json").json()
    weight = network.module[2].weight[3]
    norms = weight.pow(2).sum((1, 2)).sqrt()
    assert [entry["unit"] for entry in found["inputs"]] == norms.argsort(descending=True)[:2].tolist()
    first = found["inputs"][0]
    assert first["node"] == "0"
    assert first["norm"] == pytest.approx(float(norms.max()), rel=1e-5)
    assert first["sum"] == pytest.approx(float(weight[first["unit"]].sum()), rel=1e-4)
    assert {entry["node"] for entry in found["users"]} == {"5"}
    rows = list(csv.reader((tmp_path / "c.csv").read_text().splitlines()))
    assert rows[0] == ["side", "node", "unit", "norm", "sum"]
    assert [row[0] for row in rows[1:]] == ["inputs"] * 2 + ["users"] * 2
    assert "inputs" in call("circuit", "tiny", "2/3").text


def test_that_a_circuit_is_written_as_json_too(call, tmp_path):
    call("circuit", "tiny", "0/1", "--out", tmp_path / "c.json")
    found = json.loads((tmp_path / "c.json").read_text())
    assert found["inputs"] == []
    assert "reads the picture itself" in found["note"]


def test_that_weights_are_fetched_from_the_command_line_only_when_asked(call, served, monkeypatch):
    from inspector.network.catalogue import catalogue, entry
    from inspector.network.official import Official, weights_folder

    kind, address = served
    known = dict(catalogue())
    known["resnet20_cifar"] = replace(entry("resnet20_cifar"), official=Official(address, "free"))
    monkeypatch.setattr("inspector.network.catalogue.catalogue", lambda: known)
    assert address in call("networks", "resnet20_cifar", "--json").text
    assert kind.ranges == ()
    fetched = call("networks", "--download", "resnet20_cifar")
    assert fetched.text.strip() == str(weights_folder() / "weights.pth")
    assert any("no checksum is published" in line for line in fetched.errors)
    assert (weights_folder() / "weights.pth").read_bytes() == kind.content
    assert call("networks", "--download", "resnet32_cifar").status == 1


def test_that_cards_hold_all_that_is_promised(call):
    for card in call("networks", "--json").json():
        for key in ("title", "source", "input", "nodes", "units", "parameters"):
            assert card[key], (card["name"], key)
        assert (
            card["name"] == "demo" or card["name"].endswith("_cifar") or (card["address"] and card["licence"])
        )
        assert card["name"] == "demo" or card["year"] > 2000
