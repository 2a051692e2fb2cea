"""Suggestions asked for by the window: from a kept scan the same as from its pictures."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.editing import Edited
from inspector.jobs.scanning import ScanPictures
from inspector.jobs.suggesting import SuggestGroups
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.suggestions import SuggestionParameters
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import ActivationEdit, Edit
from tests.drawn import ended


def done(request, bench):
    return ended(request.start(bench, CancelToken()))


@pytest.fixture
def bench():
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, 12, 5), nn.ReLU(), nn.Conv2d(12, 10, 3), nn.ReLU())
    made = Bench()
    made.put(Network(module, name="n", preprocessing=Preprocessing((24, 24))))
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    random = np.random.default_rng(2)
    for number in range(20):
        pixels = random.integers(0, 256, (6, 6, 3), np.uint8)
        Image.fromarray(pixels).resize((24, 24)).save(tmp_path / f"{number:02}.png")
    return str(tmp_path)


@pytest.mark.parametrize("by", ["responses", "transform"])
def test_that_a_scan_tells_what_its_pictures_do(bench, folder, by):
    scan = done(ScanPictures("n", ExamplesParameters((folder,))), bench)
    place = Location("n", "3")
    asked = {"by": by, "likeness": 0.3, "share": 0.4}
    kept = done(SuggestGroups(place, SuggestionParameters(**asked), scan.key), bench)
    shown = done(SuggestGroups(place, SuggestionParameters(**asked, pictures=(folder,))), bench)
    assert kept.groups
    assert [group.units for group in kept.groups] == [group.units for group in shown.groups]
    for one, other in zip(kept.groups, shown.groups, strict=True):
        assert one.confidence == pytest.approx(other.confidence, abs=2e-3)
    assert kept.siblings == shown.siblings


def test_that_asking_again_is_the_same_question_unless_the_scan_is_another():
    place, parameters = Location("n", "3"), SuggestionParameters(by="responses")
    assert SuggestGroups(place, parameters) == SuggestGroups(place, parameters)
    assert hash(SuggestGroups(place, parameters)) == hash(SuggestGroups(place, parameters))
    assert SuggestGroups(place, parameters, "a") != SuggestGroups(place, parameters, "b")


def test_that_edits_are_seen_and_not_what_was_scanned_without_them(bench, folder):
    scan = done(ScanPictures("n", ExamplesParameters((folder,))), bench)
    silent = (Edit(ActivationEdit("1", tuple(range(12)), "zero")),)
    request = SuggestGroups(Location("n", "3"), SuggestionParameters(by="responses", likeness=0.3), scan.key)
    assert done(request, bench).groups
    assert done(Edited(request, "n", silent), bench).groups == ()  # nothing varies any more
