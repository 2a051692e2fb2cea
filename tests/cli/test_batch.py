"""A whole network computed, estimated and told, as a user types it."""

from __future__ import annotations

import shutil

import pytest

from inspector.lenses.facets import Facet
from inspector.probe.edited import edited
from inspector.probe.edits import ActivationEdit, Edit
from inspector.workspace.facets import Facets
from inspector.workspace.findings import Findings

SMALL = ("--node", "0", "--node", "2", "--objective", "channel", "--set", "steps=2", "--thumbnail", "none")


def test_that_a_batch_is_done_once_and_told(call, pictures, tmp_path):
    words = ("batch", "tiny", *SMALL, "--pictures", pictures, "--workspace", tmp_path / "w")
    first = call(*words, "--json")
    assert first.status == 0, first.errors
    assert (first.json()["done"], first.json()["kept"], first.json()["failed"]) == (4, 0, [])
    again = call(*words)
    assert again.text.startswith("0 pieces done in 0 s; 4 were there already. Kept in ")
    examples = call("examples", "tiny", "2/1", "--workspace", tmp_path / "w", "--json")
    assert examples.json()["scanned"] == 3


def test_that_facets_pictures_edits_and_equal_pictures_are_as_elsewhere(call, network, pictures, tmp_path):
    """Against `visualize` and `scan` told the same: a facet of the workspace, a picture, an edit, a twin."""
    shutil.copy(pictures / "a.png", pictures / "d.png")
    workspace, settings = ("--workspace", tmp_path / "w"), ("--set", "steps=2", "--edit", "0/1=scale:2")
    edits = (Edit(ActivationEdit("0", (1,), "scale", 2.0)),)
    fingerprint = edited(network, edits).fingerprint
    Facets(tmp_path / "w").keep(Facet("f", "0", (1.0, 0.5, 0.0, -1.0), fingerprint=fingerprint))
    asked = ('facet(channel, "f", 2)', "activation(0)", "logit(2)")
    words = [word for text in asked for word in ("--objective", text)] + ["--picture", pictures / "b.png"]
    done = call("batch", "tiny", "--node", "2", *words, *settings, "--set", "size=16", "--thumbnail", "none",
                "--pictures", pictures, "--unique", *workspace)  # fmt: skip
    assert done.status == 0, done.errors
    assert done.errors == ["neuron-inspector: edited: 0/1 × 2"]
    with Findings(tmp_path / "w") as findings:
        assert findings.count() == 5 + 1 + 1  # of each unit, of the node, of the network
        kept = [findings.load(one) for one in findings.for_node(fingerprint, "2")]
    made = call("visualize", "tiny", "2/3", "--objective", asked[0], "--recipe", "preview", "--size", "16",
                *settings, *workspace, "--out", tmp_path / "out", "--json").json()  # fmt: skip
    faceted = next(one for one in kept if str(one.location).endswith("2/3"))
    # The batch made it beside four others, which changes the last digits alone.
    assert faceted.value == pytest.approx(made[0]["value"], rel=1e-3)
    examples = call("examples", "tiny", "2/1", "--edit", "0/1=scale:2", *workspace, "--json")
    assert examples.json()["scanned"] == 3


def test_that_a_dry_run_tells_pieces_time_and_disk_and_leaves_nothing(call, pictures, tmp_path):
    words = ("batch", "tiny", *SMALL, "--family", "spot", "--pictures", pictures, "--workspace")
    told = call(*words, tmp_path / "w", "--dry-run", "--json").json()
    kinds = {kind["kind"]: kind for kind in told["kinds"]}
    assert {name: kind["pieces"] for name, kind in kinds.items()} == {
        "scan": 1,
        "merging": 1,
        "tuning": 2,
        "visualization": 2,
    }
    assert told["pieces"] == 6
    assert told["bytes"] > 1000
    assert kinds["tuning"]["seconds"] > 0
    assert kinds["visualization"]["seconds"] > 0
    assert told["seconds"] == pytest.approx(sum(k["seconds"] * k["pieces"] for k in told["kinds"]))
    assert not (tmp_path / "w").exists()
    text = call(*words, tmp_path / "w", "--dry-run").text
    assert text.startswith("6 pieces, about ")


def test_that_an_estimate_is_of_the_size_of_the_truth(call, tmp_path):
    words = ("batch", "tiny", "--node", "0", "--thumbnail", "none", "--workspace", tmp_path / "w", "--json")
    told = call(*words, "--dry-run").json()
    call(*words)
    size = sum(path.stat().st_size for path in (tmp_path / "w").rglob("*.png"))
    assert told["bytes"] == pytest.approx(size, rel=0.2)


def test_that_failures_are_listed_and_the_status_tells(call, tmp_path):
    words = ("batch", "tiny", "--node", "0", "--thumbnail", "none", "--set", "steps=2", "--workspace")
    beside = "channel + neuron(0@90,90)"  # the map is smaller
    done = call(*words, tmp_path / "w", "--objective", "channel", "--objective", beside)
    assert done.status == 1
    assert done.text.startswith("1 pieces done in ")
    assert "4 failed" in done.text  # each unit was tried for itself
    assert len(done.errors) == 4
    assert done.errors[0].startswith(f"neuron-inspector: 0/0: {beside}: @90,90 lies outside the map")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--node", "nothing"), "no node “nothing”"),
        (("--family", "lines"), "no stimulus family “lines”"),
        (("--pictures", "nowhere"), "There are no pictures at nowhere"),
        (("--recipe", "best"), "no recipe “best”"),
        (("--thumbnail", "caricature"), "needs a picture"),
        (("--scheduler", "tcp://127.0.0.1:9"), "at tcp://127.0.0.1:9: Connection refused."),
        (("--scheduler", "nowhere.json"), "There is no Dask scheduler at nowhere.json: No such file"),
        (("--scheduler", "nonsense"), "There is no Dask scheduler at nonsense: an address reads tcp://"),
    ],
)
def test_that_what_makes_no_sense_is_one_sentence(call, tmp_path, words, told):
    done = call("batch", "tiny", *words, "--workspace", tmp_path / "w")
    assert done.status == 1
    assert len(done.errors) == 1
    assert told in done.errors[0]


def test_that_processes_and_a_scheduler_exclude_each_other(call):
    assert call("batch", "tiny", "--local", "2", "--scheduler", "tcp://x:1").status == 2
