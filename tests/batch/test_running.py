"""Batches by one process: kept piece by piece, gone on with after kills, the same in the end."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inspector.batch.address import address_of
from inspector.batch.reading import Kept
from inspector.batch.running import run
from inspector.batch.wish import AtlasWish, plan
from inspector.jobs.scanning import scan_kept
from inspector.lenses.base import Progress
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.pictures.decode import open_picture
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.features import unit_recipe
from inspector.workspace.findings import Findings
from inspector.workspace.recipe import recipe_digest
from inspector.workspace.scans import Scans
from tests.batch.batch_process import FACET, FACETED, wish
from tests.batch.contents import contents, left_of
from tests.drawn import drawn


def done(pieces, network, workspace):
    return drawn(run(pieces, network, workspace, CancelToken()))[1]


def test_that_a_plan_is_the_same_every_time_and_has_every_unit_once(pictures, demo):
    pieces = plan(wish(pictures), demo, "demo")
    assert pieces == plan(wish(pictures), demo, "demo")
    assert len({piece.key for piece in pieces}) == len(pieces)
    asked = [(p.node, p.objective, unit) for p in pieces if p.kind == "visualization" for unit in p.units]
    nodes, objectives = ("conv1", "mixed3.branch5x5.conv"), ("channel", "-channel", FACETED)
    expected = [(n, o, u) for n in nodes for o in objectives for u in (0, 1, 2, 3, 4, 5, 6, 7, 9)]
    assert asked == expected
    whole = [(p.node, p.objective) for p in pieces if p.kind == "visualization" and not p.units]
    assert whole == [(n, o) for o in ("layer", "caricature") for n in nodes]
    assert [p.part for p in pieces if p.kind == "scan"] == [(1, 3), (2, 3), (3, 3)]


def test_that_a_plan_of_everything_leaves_containers_and_nothing_else_out(demo):
    nodes = {piece.node for piece in plan(AtlasWish(), demo)}
    assert nodes == {node.name for node in demo.nodes.values() if node.units and not node.container}


def test_that_results_are_those_of_the_lenses(pictures, demo, whole):
    with Kept(wish(pictures), demo, whole) as kept:
        units = (0, 1, 2, 3, 4, 5, 6, 7)
        settings = {"steps": 3, "size": 32, "learning_rate": 0.1, "recipe": "preview"}
        made = result("feature-visualization", demo, "conv1/0", units=units, **settings)
        found = kept.picture("conv1", 5)
        assert np.array_equal(found.images[0], made.images[5])
        assert found.value == made.values[5]
        made = result("feature-visualization", demo, "conv1/0", units=units, objectives=(FACETED,),
                      facets=(FACET,), **settings)  # fmt: skip
        assert np.array_equal(kept.picture("conv1", 5, FACETED).images[0], made.images[5])
        shown = (open_picture(wish(pictures).objective_pictures[0]),)
        made = result("feature-visualization", demo, "conv1", objectives=("caricature",), pictures=shown,
                      **settings)  # fmt: skip
        assert np.array_equal(kept.whole("conv1", "caricature").images, made.images)
        tuning = result("tuning", demo, "conv1/3", family="spot", at_once=16)
        read = kept.tuning("conv1", "spot")
        assert np.array_equal(read.responses, tuning.responses)
        assert np.array_equal(read.stimuli, tuning.stimuli)
        assert read.axis_cards == tuning.axis_cards
        assert kept.thumbnail(demo.nodes["conv1"]).images.shape == (1, 96, 96, 3)
        assert kept.picture("conv1", 8) is None


def test_that_the_window_finds_what_a_batch_has_made_of_facets_and_pictures(pictures, demo, whole):
    settings = {"steps": 3, "size": 32}
    shown = (open_picture(wish(pictures).objective_pictures[0]),)
    asked = {
        Location("demo", "conv1", 3): with_recipe(
            "preview", objectives=(FACETED,), facets=(FACET,), **settings
        ),
        Location("demo", "conv1"): with_recipe(
            "preview", objectives=("caricature",), pictures=shown, **settings
        ),
    }
    with Findings(whole) as findings:
        for place, parameters in asked.items():
            digest = recipe_digest(unit_recipe(demo, place, parameters))
            assert findings.find(demo.fingerprint, digest) is not None, place


def test_that_a_scan_in_shards_is_that_of_one_process_to_the_last_byte(pictures, demo, whole, tmp_path):
    parameters = next(p.parameters for p in plan(wish(pictures), demo) if p.kind == "scan")
    scans = Scans(tmp_path)
    summary = drawn(scan_kept(demo, scans, parameters, CancelToken()))[1]
    scans.close()
    alone = {name: digest for name, digest in contents(tmp_path).items() if "request" not in name}
    assert (summary.pictures, summary.duplicates) == (78, 1)
    assert len(alone) == 5  # two nodes, pictures, thumbnails, what it is
    assert alone == {name: digest for name, digest in contents(whole).items() if name.startswith("scans/")}


def test_that_what_is_kept_is_not_done_again(pictures, demo, whole):
    before = contents(whole)
    pieces = plan(wish(pictures), demo, "demo")
    assert left_of(pieces, whole) == []
    updates, summary = drawn(run(pieces, demo, whole, CancelToken()))
    assert (summary.done, summary.kept) == (0, len(pieces))
    assert len(updates) == 1
    assert contents(whole) == before


@pytest.mark.parametrize("updates", [84, 116])  # among the shards, and in pictures by a facet
def test_that_a_killed_batch_goes_on_to_the_same_bytes(pictures, demo, whole, tmp_path, updates):
    script = Path(__file__).with_name("batch_process.py")
    environment = {**os.environ, "PYTHONPATH": str(script.parents[2])}
    killed = subprocess.run([sys.executable, script, pictures, tmp_path, str(updates)], env=environment)
    assert killed.returncode == -9
    pieces = plan(wish(pictures), demo, "demo")
    left = left_of(pieces, tmp_path)
    assert left
    summary = done(pieces, demo, tmp_path)
    assert (summary.done, summary.kept) == (len(left), len(pieces) - len(left))
    assert contents(tmp_path) == contents(whole)


def test_that_a_cancelled_batch_keeps_what_was_done(pictures, demo, whole, tmp_path):
    pieces, token = plan(wish(pictures, pictures=()), demo), CancelToken()
    steps = run(pieces, demo, tmp_path, token)
    for update in steps:
        if isinstance(update, Progress) and update.done == 3:
            token.cancel()
            break
    with pytest.raises(Cancelled):
        next(steps)
    assert len(left_of(pieces, tmp_path)) == len(pieces) - 3
    done(pieces, demo, tmp_path)
    assert contents(tmp_path).items() <= contents(whole).items()


def test_that_units_from_elsewhere_are_not_made_again(pictures, demo, tmp_path):
    only = {"pictures": (), "families": (), "thumbnail": "", "objectives": ("channel", "-channel")}
    pieces = plan(wish(pictures, **only), demo)
    first = replace(pieces[0], units=(2, 5))
    done((first,), demo, tmp_path)
    assert not left_of([first], tmp_path)
    left = left_of(pieces, tmp_path)
    assert left[0].units == (0, 1, 3, 4, 6, 7)
    assert len(left) == len(pieces)


def test_that_progress_tells_rate_and_time_left(pictures, demo, tmp_path):
    pieces = plan(wish(pictures, pictures=(), families=(), thumbnail=""), demo)
    updates, _ = drawn(run(pieces, demo, tmp_path, CancelToken()))
    progress = [update for update in updates if isinstance(update, Progress)]
    assert [update.done for update in progress] == sorted(update.done for update in progress)
    assert (progress[0].done, progress[-1].done, progress[-1].total) == (0, len(pieces), len(pieces))
    assert any("pieces/" in update.note and "left" in update.note for update in progress)


def test_that_a_unit_that_fails_costs_only_itself(pictures, demo, tmp_path, monkeypatch):
    only = {"pictures": (), "families": (), "thumbnail": "", "objectives": ("channel",)}
    pieces = plan(wish(pictures, **only, nodes=("conv1",)), demo)
    broken = replace(pieces[0], node="conv1", units=(0, 1, 40, 3))  # conv1 has 32 units
    summary = done((broken, *pieces[1:]), demo, tmp_path)
    assert [failure.title for failure in summary.failed] == ["conv1/40: channel"]
    assert "32 units, 0 to 31; 40 is none" in summary.failed[0].why
    assert not left_of([replace(broken, units=(0, 1, 3))], tmp_path)
    assert summary.sentences()[1].startswith("conv1/40: channel: ")


def test_that_pictures_that_change_under_way_are_not_mixed(pictures, demo, tmp_path):
    shown = tmp_path / "shown"
    shutil.copytree(pictures, shown)
    only = {"families": (), "objectives": (), "thumbnail": "", "nodes": ("conv1",)}
    pieces = plan(wish(shown, **only), demo)
    steps = run(pieces, demo, tmp_path / "w", CancelToken())
    while next(steps).done < 2:
        pass
    shutil.copy(shown / "warm" / "02.png", shown / "another.png")
    failed = drawn(steps)[1].failed
    assert [one.title for one in failed] == ["pictures, shard 3 of 3", "pictures, 3 shards together"]
    assert "the pictures are others here than those planned" in failed[0].why
    again = done(plan(wish(shown, **only), demo), demo, tmp_path / "w")
    assert (again.done, again.failed) == (4, ())


def test_that_an_unwritable_workspace_is_one_sentence(pictures, demo, tmp_path):
    (tmp_path / "file").write_text("")
    pieces = plan(wish(pictures, pictures=()), demo)
    with pytest.raises(WorkspaceError, match="file"):
        done(pieces, demo, tmp_path / "file" / "workspace")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 400 kB, and what makes it larger; skips where disks may not be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(place)]
    if not sys.platform.startswith("linux") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("disks may not be mounted here")
    yield place, lambda: subprocess.run(["mount", "-o", "remount,size=40m", str(place)], check=True)
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_that_a_full_disk_is_one_sentence_and_costs_nothing(pictures, demo, whole, small_disk):
    place, enlarge = small_disk
    pieces = plan(wish(pictures, pictures=()), demo)
    with pytest.raises(WorkspaceError, match="No space left on device"):
        done(pieces, demo, place / "w")
    assert 0 < len(left_of(pieces, place / "w")) < len(pieces)
    assert contents(place / "w").items() <= contents(whole).items()
    enlarge()
    done(pieces, demo, place / "w")
    assert not left_of(pieces, place / "w")
    assert contents(place / "w").items() <= contents(whole).items()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"nodes": ("conv1", "nothing")}, "no node “nothing”"),
        ({"units": (50,)}, "32 units"),
        ({"recipe": "fine"}, "no recipe “fine”"),
        ({"objectives": ("chanel",)}, "chanel"),
        ({"objectives": ('facet(channel, "x", 2)',)}, "the facet “x”; facets: warm"),
        ({"facets": (replace(FACET, weights=(1.0,)),)}, "of another network than demo"),
        ({"facets": (replace(FACET, node="conv2", weights=(1.0,) * 64),)}, "its facet lies at a later node"),
        ({"objectives": ("caricature(3)",)}, "the picture “3”; pictures: 00.png"),
        ({"objective_pictures": ("nowhere.png",)}, "nowhere.png does not exist"),
        ({"families": ("lines",)}, "no stimulus family “lines”"),
        ({"thumbnail": "dream"}, "“layer” or a “caricature”"),
        ({"thumbnail": "caricature"}, "a picture that it is of"),
        ({"settings": (("size", -3),)}, "size"),
        ({"pictures": ("nowhere",)}, "nowhere"),
    ],
)
def test_that_a_wish_that_makes_no_sense_is_refused_before_anything_runs(pictures, demo, changes, words):
    with pytest.raises(InspectorError, match=words):
        plan(wish(pictures, **changes), demo)


def test_that_a_file_is_named_in_full_for_processes_in_other_folders(demo, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("net.pt", "code.py"):
        (tmp_path / name).write_text("")
    expected = {
        "demo": "demo",
        "net.pt": f"{tmp_path}/net.pt",
        "net.pt@3x64x64": f"{tmp_path}/net.pt@3x64x64",
        "resnet18=net.pt": f"resnet18={tmp_path}/net.pt",
        "code.py:build": f"{tmp_path}/code.py:build",
        "torchvision:resnet18": "torchvision:resnet18",
        "resnet18=gone.pt": "resnet18=gone.pt",
    }
    assert {spec: address_of(demo, spec).spec for spec in expected} == expected
