"""What the window asks about scans, and scanned pictures looked at again where they lie."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.looking import LookAgain, OpenScanned, Scanned, crop_box
from inspector.jobs.requests import OpenedPictures
from inspector.jobs.scanning import ScanPictures, ShowEvidence
from inspector.jobs.scans_shown import CountPictures, FindSelective, ListScans, ShowScale, ShowTops
from inspector.lenses.base import Partial
from inspector.lenses.examples import ExamplesParameters, UnitExamples
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import record
from inspector.workspace.findings import Findings
from tests.drawn import drawn

COUNT = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Pictures with a bright spot at a place that the file's number tells."""
    where, random = tmp_path_factory.mktemp("pictures"), np.random.default_rng(5)
    for number in range(COUNT):
        path = where / ("even" if number % 2 == 0 else "odd") / f"{number:02}.png"
        path.parent.mkdir(exist_ok=True)
        pixels = random.integers(0, 40, (24, 24, 3), np.uint8)
        pixels[2 * (number % 10) : 2 * (number % 10) + 4, 8:12] = 120 + 10 * number
        Image.fromarray(pixels).save(path)
    return where


def network(crop: int = 24) -> Network:
    torch.manual_seed(1)
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Conv2d(4, 3, 3, stride=2))
    return Network(module, name="n", preprocessing=Preprocessing((crop, crop)))


@pytest.fixture
def bench(tmp_path):
    made = Bench(Findings(tmp_path / "workspace"))
    made.put(network())
    yield made
    made.close()


def finish(request, bench, token=None):
    """The result of a request, and what came before it."""
    updates, found = drawn(request.start(bench, token or CancelToken()))
    return found, updates


def parameters(folder, **options) -> ExamplesParameters:
    return ExamplesParameters((str(folder),), **{"batch_size": 3, "top": 4, **options})


def scanned(folder, bench):
    return finish(ScanPictures("n", parameters(folder)), bench)[0]


def leave(folder, bench, batches=2) -> None:
    """Scan so many batches, then stop."""
    token = CancelToken()
    run = ScanPictures("n", parameters(folder)).start(bench, token)
    for update in run:
        if update.note.startswith("Laying"):
            pytest.fail("the scan came to its end")
        batches -= "pictures/s" in update.note
        if not batches:
            token.cancel()
            break
    with pytest.raises(Cancelled):
        next(run)


def test_that_a_finished_scan_is_listed_and_can_be_forgotten(folder, bench):
    summary = scanned(folder, bench)
    shelf, _ = finish(ListScans("n"), bench)
    assert [scan.key for scan in shelf.scans] == [summary.key]
    assert shelf.left == ()
    assert shelf.bytes > 0
    shelf, _ = finish(ListScans("n", forget=summary.key), bench)
    assert shelf.scans == ()


def test_that_a_scan_of_another_network_or_preprocessing_is_not_mixed_in(folder, bench):
    scanned(folder, bench)
    bench.put(network(crop=20))
    shelf, _ = finish(ListScans("n"), bench)
    assert shelf.scans == ()


def test_that_a_scan_that_was_left_tells_what_to_ask_for_and_goes_on(folder, bench):
    leave(folder, bench)
    left = finish(ListScans("n"), bench)[0].left
    assert [(one.title, one.done, one.total, one.shelved) for one in left] == [(folder.name, 6, COUNT, False)]
    assert left[0].parameters == parameters(folder)
    summary, updates = finish(ScanPictures("n", left[0].parameters), bench)
    assert summary.pictures == COUNT
    assert next(u.done for u in updates if "pictures/s" in u.note) == 9, "six were behind it"
    assert finish(ListScans("n"), bench)[0].left == ()


def test_that_a_scan_that_was_stopped_is_shelved_and_what_was_left_can_be_deleted(folder, bench):
    leave(folder, bench)
    key = finish(ListScans("n"), bench)[0].left[0].key
    left = finish(ListScans("n", shelve=key), bench)[0].left
    assert [one.shelved for one in left] == [True]
    assert finish(ListScans("n", forget=key), bench)[0].left == ()


def test_that_all_but_the_quilt_comes_first(folder, bench):
    key = scanned(folder, bench).key
    whole, updates = finish(ShowEvidence(Location("n", "2", 1), key), bench)
    first = next(update.payload for update in updates if isinstance(update, Partial))
    assert isinstance(first, UnitExamples)
    assert [e.picture for e in first.top] == [e.picture for e in whole.top]
    assert all(e.thumbnail.size for e in first.top)
    assert not any(e.thumbnail.size for one in first.quilt for e in one.examples)
    assert all(e.thumbnail.size for one in whole.quilt for e in one.examples)
    assert [one.count for one in first.quilt] == [one.count for one in whole.quilt]


def test_that_tiles_show_each_units_highest_example(folder, bench):
    key = scanned(folder, bench).key
    tops, _ = finish(ShowTops(key, "2", (0, 2, 99)), bench)
    assert sorted(tops) == [0, 2]
    for unit, example in tops.items():
        evidence, _ = finish(ShowEvidence(Location("n", "2", unit), key), bench)
        assert example.name == evidence.top[0].name
        assert example.box == evidence.top[0].box


def test_that_the_units_most_selective_for_a_class_are_found_in_one_node_and_in_all(folder, bench):
    key = scanned(folder, bench).key
    everywhere = finish(FindSelective(key, "odd"), bench)[0].units
    assert {node for node, _, _ in everywhere} > {"2"}
    assert [value for _, _, value in everywhere] == sorted((v for *_, v in everywhere), reverse=True)
    here = finish(FindSelective(key, "odd", "2"), bench)[0].units
    assert here == tuple(one for one in everywhere if one[0] == "2")
    with pytest.raises(InspectorError, match="“none” is no class"):
        finish(FindSelective(key, "none"), bench)


def test_that_a_scan_tells_the_scale_of_several_nodes(folder, bench):
    key = scanned(folder, bench).key
    scale, _ = finish(ShowScale(key, ("0", "2")), bench)
    values = record(bench.network("n"), sorted(folder.rglob("*.png")), ["0", "2"])
    means = [values[node].mean((0, 2, 3)) for node in ("0", "2")]
    np.testing.assert_allclose(scale.means, np.concatenate(means), rtol=1e-3, atol=1e-5)
    assert scale.source == f"{COUNT} pictures of {folder.name}"
    assert finish(ShowScale(key, ("0", "nothing")), bench)[0] is None


def test_that_looking_again_gives_sharp_crops_and_the_units_map(folder, bench):
    path = folder / "even" / "04.png"
    place = Scanned(4, "even/04.png", str(path), "even", (0.25, 0.25, 0.75, 0.5))
    request = LookAgain(Location("n", "2", 1), (str(folder),), (place,), maps=True)
    looks, updates = finish(request, bench)
    assert [update.payload for update in updates if isinstance(update, Partial)] == list(looks)
    with Image.open(path) as image:
        pixels = np.asarray(image)
    left, top, right, bottom = (round(side) for side in crop_box(place.box, 24, 24))
    np.testing.assert_array_equal(looks[0].crop, pixels[top:bottom, left:right])
    expected = record(bench.network("n"), [path], ["2"])["2"][0, 1]
    np.testing.assert_allclose(looks[0].heat, expected, rtol=1e-5, atol=1e-6)
    np.testing.assert_array_equal(looks[0].view, pixels)


def test_that_pictures_that_are_gone_are_left_out_of_a_second_look(folder, bench, tmp_path):
    there = Scanned(4, "even/04.png", str(folder / "even" / "04.png"))
    gone = Scanned(5, "odd/05.png", str(tmp_path / "gone.png"))
    looks, _ = finish(LookAgain(Location("n", "2", 1), (str(folder),), (gone, there)), bench)
    assert [look.number for look in looks] == [4]


def test_that_a_scanned_file_is_opened_with_its_class_or_refused_by_name(folder, bench, tmp_path):
    place = Scanned(4, "even/04.png", str(folder / "even" / "04.png"), "even")
    opened, _ = finish(OpenScanned((str(folder),), place), bench)
    assert isinstance(opened, OpenedPictures)
    assert [(p.name, p.label, t.shape) for p, t in opened.pictures] == [("04.png", "even", (24, 24, 3))]
    with pytest.raises(InspectorError, match=r"gone\.png does not exist"):
        finish(OpenScanned((str(folder),), replace(place, path=str(tmp_path / "gone.png"))), bench)


def test_that_a_picture_in_an_archive_is_found_by_name_where_its_number_is_another_now(
    folder, bench, tmp_path
):
    archive = tmp_path / "set.zip"

    def pack(*numbers: int) -> None:
        with zipfile.ZipFile(archive, "w") as file:
            for number in numbers:
                kind = "even" if number % 2 == 0 else "odd"
                file.write(folder / kind / f"{number:02}.png", f"{kind}/{number:02}.png")

    pack(2, 4, 6)
    paths = (str(archive),)
    four = Scanned(1, "even/04.png")
    first = finish(OpenScanned(paths, four), bench)[0].pictures[0][0]
    with Image.open(folder / "even" / "04.png") as image:
        np.testing.assert_array_equal(np.asarray(first.image), np.asarray(image))
    pack(4, 6)
    assert finish(OpenScanned(paths, four), bench)[0].pictures[0][0] == first
    pack(6)
    with pytest.raises(InspectorError, match=r"even/04\.png is not in .*set\.zip any more"):
        finish(OpenScanned(paths, four), bench)


def test_that_pictures_in_folders_are_counted(folder, bench):
    assert finish(CountPictures((str(folder),)), bench)[0].count == COUNT


def test_that_a_bench_without_findings_keeps_scans_as_long_as_it_lives(folder):
    bench = Bench()
    bench.put(network())
    scanned(folder, bench)
    where = bench.workspace
    assert len(finish(ListScans("n"), bench)[0].scans) == 1
    bench.close()
    assert not where.exists()
