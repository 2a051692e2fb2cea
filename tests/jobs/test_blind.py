"""Blind labelling of a unit whose truth is known: labelled by the truth, compared with every place."""

from __future__ import annotations

import csv

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.blind import ExportBlind, KeepBlind, ReadBlind
from inspector.jobs.scanning import ScanPictures
from inspector.lenses.examples import ExamplesParameters
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.workspace.blind import crops
from inspector.workspace.blind_results import results
from tests.drawn import ended

PLACE = Location("n", "0", 0)


def done(request, bench):
    return ended(request.start(bench, CancelToken()))


@pytest.fixture
def bench():
    """One unit that measures how red a picture is."""
    layer = nn.Conv2d(3, 1, 1)
    layer.weight.data = torch.tensor([1.0, -0.5, -0.5]).view(1, 3, 1, 1)
    layer.bias.data.zero_()
    made = Bench()
    made.put(Network(nn.Sequential(layer), name="n", preprocessing=Preprocessing((6, 6))))
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    """400 plain pictures: the redder, the more of them are named roses."""
    random = np.random.default_rng(0)
    for number in range(400):
        red = random.uniform(0, 1)
        name = "rose" if random.uniform() < red else "leaf"
        pixels = np.full((6, 6, 3), (int(255 * red), 20, 20), np.uint8)
        (tmp_path / "set" / name).mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(tmp_path / "set" / name / f"{number}.png")
    return tmp_path / "set"


@pytest.fixture
def sheet(bench, folder):
    scan = done(ScanPictures("n", ExamplesParameters((str(folder),), positions=1)), bench)
    return done(ReadBlind(PLACE, scan.key, scan.paths, ("rose", "leaf")), bench)


def by_truth(sheet):
    blind = sheet.blind
    for crop in crops(sheet.bins, blind.seed):
        blind = blind.answered(crop.key, blind.classes.index(crop.example.label))
    return blind


def test_that_labels_of_the_drawn_crops_tell_the_share_of_all_places(bench, folder, sheet):
    found = results(by_truth(sheet), sheet.bins)
    values, rose = [], []
    for file in folder.glob("*/*.png"):
        red, green, blue = np.asarray(Image.open(file), np.float32)[0, 0] / 255
        values.append(red - (green + blue) / 2)
        rose.append(file.parent.name == "rose")
    values, rose = np.array(values), np.array(rose)
    inside = 0
    for low, high, places, share, bottom, top in zip(
        found.low,
        found.high,
        found.places,
        found.shares[0],
        found.share_low[0],
        found.share_high[0],
        strict=True,
    ):
        members = (values >= low - 1e-6) & (values < high - 1e-6 if high < values.max() else values <= 9)
        assert members.sum() == places  # by brute force
        if places <= 16:  # every crop of the range was drawn
            assert share == pytest.approx(rose[members].mean())
        inside += bottom <= rose[members].mean() <= top
    assert inside >= 0.9 * len(found.low)
    assert found.of_all[0] == pytest.approx(rose.mean(), abs=0.06)
    expected = values[rose & (values > 0)].sum() / values[values > 0].sum()
    assert found.of_mean[0] == pytest.approx(expected, abs=0.06)


def test_that_labels_are_kept_and_labelling_goes_on(bench, sheet):
    half = sheet.blind
    for crop in crops(sheet.bins, half.seed)[:20]:
        half = half.answered(crop.key, 1)
    done(KeepBlind(sheet.fingerprint, "n", half), bench)
    again = done(ReadBlind(PLACE, half.scan, sheet.paths), bench)
    assert again.blind == half
    assert again.blind.classes == ("rose", "leaf")
    assert [c.key for c in crops(again.bins, half.seed)] == [c.key for c in crops(sheet.bins, half.seed)]


def test_that_results_and_crops_are_written(bench, sheet, tmp_path):
    from dataclasses import replace

    sheet = replace(sheet, blind=by_truth(sheet))
    files = done(ExportBlind(sheet, str(tmp_path / "labels.csv")), bench)
    assert [file.name for file in files] == ["labels.csv", "labels-crops.csv"]
    rows = list(csv.DictReader(files[1].read_text(encoding="utf-8").splitlines()))
    assert len(rows) == sum(len(one.examples) for one in sheet.bins)
    assert all(row["picture"].startswith(f"{row['label']}/") for row in rows)
