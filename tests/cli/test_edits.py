"""Edits on the command line: how they read, what they make, and every command that looks through them."""

from __future__ import annotations

import argparse
import json

import numpy as np
import pytest

from inspector.cli import main
from inspector.cli.edit_text import Wish, wish
from inspector.cli.edits import edits_for
from inspector.lenses.comparing import making
from inspector.lenses.run import result
from inspector.network.errors import AddressError, InspectorError
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.pictures.decode import open_picture
from inspector.pictures.samples import sample_paths
from inspector.probe.cancel import CancelToken
from inspector.probe.edited import edited
from inspector.probe.edits import ActivationEdit, Edit, Values, to_json


@pytest.fixture(scope="module")
def demo():
    return open_network("demo")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("conv3/17=zero", Wish("zero", "conv3", (17,))),
        ("a.b:1/3,7-9,8=scale:-0.5", Wish("scale", "a.b:1", (3, 7, 8, 9), (-0.5,), "-0.5")),
        ("conv3/1=clamp:-1:2e1", Wish("clamp", "conv3", (1,), (-1, 20), "-1:2e1")),
        ("conv3/1=picture:C:\\a=b.png", Wish("picture", "conv3", (1,), (), "C:\\a=b.png")),
        ("conv3/1=flip-weights:negative", Wish("flip-weights", "conv3", (1,), (), "negative")),
        ("kept", Wish("kept")),
        ("mine.json", Wish("file", rest="mine.json")),
    ],
)
def test_that_an_edit_reads(text, expected):
    assert wish(text) == expected


@pytest.mark.parametrize(
    "text",
    ["conv3", "conv3/=zero", "conv3/1=nothing", "conv3/1=scale", "conv3/1=scale:x", "conv3/1=clamp:1",
     "conv3/1=zero:1", "conv3/5-2=zero", "conv3/1=mean", "conv3/1=zero-weights:blue",
     "conv3/1=scale:nan", ""],
)  # fmt: skip
def test_that_what_is_no_edit_is_wrong_usage(text, capsys):
    with pytest.raises(argparse.ArgumentTypeError, match="“"):
        wish(text)
    assert main(["nodes", "demo", "--edit", text]) == 2, "a command that knows no edits takes none"
    assert main(["edit", "demo", "--edit", text]) == 2
    assert "--edit" in capsys.readouterr().err


def test_that_each_way_of_writing_makes_the_edit_that_it_names(demo, tmp_path):
    files = list(map(str, sample_paths()[:2]))
    place, token = Location("demo", "mixed3", 4), CancelToken()

    def made(*texts):
        return [edit.change for edit in edits_for(demo, [wish(text) for text in texts])]

    assert made("conv1/1,2=zero", "conv1/3=steer:2") == [
        ActivationEdit("conv1", (1, 2)), ActivationEdit("conv1", (3,), "steer", amount=2.0),
    ]  # fmt: skip
    (value,) = made("conv1/1,2=value:1.5")
    assert value.values == Values.of(np.array([1.5, 1.5]))
    assert made("conv1/3=clamp:0:1") == [ActivationEdit("conv1", (3,), "clamp", low=0.0, high=1.0)]
    pictures = [open_picture(file) for file in files]
    assert made(f"mixed3/4=picture:{files[0]}") == [
        making.picture_edit(demo, "mixed3", (4,), pictures[0], token)
    ]
    assert made(f"mixed3/4=mean:{files[0]}") == [making.mean_edit(demo, "mixed3", (4,), pictures[:1], token)]
    expected = making.weight_edits(demo, place, "flip", "negative", token)
    assert made("mixed3/4=flip-weights:negative") == list(expected)
    file = tmp_path / "edits.json"
    edits = [Edit(change, "mine") for change in expected]
    file.write_text(json.dumps([to_json(edit) for edit in edits]))
    assert edits_for(demo, [wish(str(file))]) == tuple(edits)
    file.write_text("{")
    with pytest.raises(InspectorError, match="holds no list of edits"):
        edits_for(demo, [wish(str(file))])


def test_that_kept_edits_are_those_of_the_window(demo, tmp_path):
    from inspector.jobs.bench import Bench
    from inspector.jobs.editing import KeepEdits
    from inspector.paths import data_dir
    from inspector.workspace.findings import Findings

    with pytest.raises(InspectorError, match="No edits of demo are kept"):
        edits_for(demo, [wish("kept")])
    edits = (Edit(ActivationEdit("conv1", (1,)), "one"), Edit(ActivationEdit("conv1", (2,)), "two", on=False))
    bench = Bench(Findings(data_dir()))
    bench.put(demo)
    list(KeepEdits("demo", edits).start(bench, CancelToken()))
    bench.close()
    assert edits_for(demo, [wish("kept")]) == edits


def test_that_commands_look_through_edits(demo, capsys):
    """The tuning of a unit whose inhibiting weights are cut is that of the lens on the edited network."""
    words = ["tune", "demo", "mixed3/4", "--family", "spot", "--json"]
    assert main([*words, "--edit", "mixed3/4=zero-weights:negative"]) == 0
    output, errors = capsys.readouterr()
    assert errors.count("edited: ") == len(edits_for(demo, [wish("mixed3/4=zero-weights:negative")]))
    made = edited(demo, edits_for(demo, [wish("mixed3/4=zero-weights:negative")]))
    expected = result("tuning", made, "demo/mixed3/4", family="spot").response
    np.testing.assert_allclose(json.loads(output)["response"], expected, rtol=1e-4, atol=1e-5)
    assert main(words) == 0
    plain = json.loads(capsys.readouterr().out)["response"]
    assert np.abs(np.array(plain) - expected).max() > 0.01


@pytest.mark.parametrize(
    "command",
    ["activations", "attack", "attribute", "circuit", "compare", "effects", "examples", "scan", "stroop",
     "suggest", "visualize", "words", "zero-shot"],
)  # fmt: skip
def test_that_every_command_that_runs_a_network_takes_edits(command, capsys):
    assert main([command, "--help"]) == 0
    assert "--edit EDIT" in capsys.readouterr().out


def test_that_edit_compares_classes_and_accuracy_and_writes_what_it_did(demo, tmp_path, capsys):
    picture, file = str(sample_paths()[0]), tmp_path / "edits.json"
    words = ["edit", "demo", picture, "--edit", "mixed5/0-199=zero", "--top", "3", "--over", "samples"]
    assert main([*words, "--json", "--out", str(file)]) == 0
    document = json.loads(capsys.readouterr().out)
    made = edited(demo, edits_for(demo, [wish("mixed5/0-199=zero")]))
    for side, network in (("before", demo), ("after", made)):
        found = result("activations", network, "demo", picture=open_picture(picture)).predictions[:3]
        told = document["pictures"][0][side]
        assert [one["index"] for one in told] == [one.index for one in found]
        shares = [one.probability for one in found]
        assert [one["probability"] for one in told] == pytest.approx(shares, rel=1e-3)
    accuracy = document["accuracy"]
    assert accuracy["difference"] == pytest.approx(accuracy["after"] - accuracy["before"])
    assert accuracy["interval"][0] <= accuracy["difference"] <= accuracy["interval"][1]
    assert accuracy["difference"] < 0, "without most of its last units it errs"
    assert main([*words[:3], "--edit", str(file)]) == 0, "what was written is an edit again"
    assert document["edits"][0] in capsys.readouterr().out


def test_that_edits_that_do_not_fit_and_none_at_all_are_one_line(capsys):
    assert main(["edit", "demo"]) == 1
    assert "There is nothing to compare" in capsys.readouterr().err
    assert main(["edit", "demo", "--edit", "conv1/99999=zero"]) == 1
    assert "conv1 has" in capsys.readouterr().err
    assert main(["edit", "demo", "--edit", "nowhere/1=zero"]) == 1
    assert "no node" in capsys.readouterr().err


def test_that_weights_of_a_unit_that_is_not_there_are_refused(demo):
    with pytest.raises(AddressError):
        edits_for(demo, [wish("conv1/99999=zero-weights")])
    with pytest.raises(AddressError):
        edits_for(demo, [wish(f"conv1/99999=picture:{sample_paths()[0]}")])
