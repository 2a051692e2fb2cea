"""Suggested groups of networks built by hand, whose families are known."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from inspector.lenses.base import Progress
from inspector.lenses.kernels.read import first_layer_kernels
from inspector.lenses.run import result, run
from inspector.lenses.suggestions import KeptScan
from inspector.lenses.suggestions.kernel_kinds import described
from inspector.lenses.suggestions.turns import Turn, turned, turns
from inspector.network.errors import AddressError, InspectorError
from inspector.network.opening import open_network
from inspector.probe.cancel import Cancelled, CancelToken
from tests.lenses.suggestion_networks import (
    SIDE,
    WIDE,
    blob,
    gabor,
    grey,
    network_of,
    ring,
    units,
)


def hook(mirrored=False):
    """A long arm up and a short one to the right: no turn makes it its mirror image."""
    shape = np.zeros((WIDE, WIDE))
    shape[1:11, 5:7] = 1
    shape[9:11, 7:11] = 1
    shape -= shape.mean()
    return grey(shape[:, ::-1] if mirrored else shape)


PLANTED = [
    *(gabor(turn) for turn in (0, 45, 90, 135)),  # 0 to 3: a ring of turns
    hook(), hook(mirrored=True),  # 4 and 5: mirrored
    blob(1, 0, 0), blob(0, 1, 0), blob(0, 0, 1),  # 6 to 8: a ring of hues
    ring(),  # 9: nobody's sibling
]  # fmt: skip


@pytest.fixture(scope="module")
def planted():
    return network_of(PLANTED)


@pytest.fixture
def folder(tmp_path):
    """A picture for each planted kernel, somewhere on grey."""
    random = np.random.default_rng(1)
    for number, kernel in enumerate(PLANTED):
        picture = np.full((SIDE, SIDE, 3), 0.5)
        y, x = random.integers(8, SIDE - WIDE - 8, 2)
        patch = kernel / np.abs(kernel).max()
        picture[y : y + WIDE, x : x + WIDE] += 0.5 * patch.transpose(1, 2, 0)
        Image.fromarray((picture * 255).round().astype(np.uint8)).save(tmp_path / f"{number}.png")
    return str(tmp_path)


def test_that_the_planted_siblings_are_found_by_transforms(planted, folder):
    found = result("suggestions", planted, "1", by="transform", pictures=(folder,), examples=1)
    assert {group.name.rsplit(" of ")[0]: set(group.units) for group in found.groups} == {
        "Turned siblings": {0, 1, 2, 3},
        "Mirrored siblings": {4, 5},
        "Siblings in hue": {6, 7, 8},
    }
    assert units(found, "Turned") == (0, 1, 2, 3)
    assert next(g for g in found.groups if "Turned" in g.name).words[1:] == (
        "turned by 45°", "turned by 90°", "turned by 135°",
    )  # fmt: skip
    assert all(0.6 < sure <= 1 for group in found.groups for _, sure in group.members)


def test_that_each_siblings_turn_is_the_planted_one(planted, folder):
    found = result("suggestions", planted, "1", by="transform", pictures=(folder,), examples=1)
    fires = {(one.unit, one.kind, one.amount): one for one in found.siblings}
    for unit in range(4):
        for step in range(1, 8):
            one = fires[unit, "rotation", 45.0 * step]
            assert (one.sibling, one.mutual) == ((unit + step) % 4, True)
    assert (fires[4, "flip", 0.0].sibling, fires[5, "flip", 0.0].sibling) == (5, 4)
    assert [fires[6, "hue", amount].sibling for amount in (120.0, 240.0)] == [7, 8]
    assert fires[9, "rotation", 90.0].sibling == 9  # round: it does not care


def test_that_kernels_and_transforms_of_a_trained_network_tell_the_same():
    """Two ways that share no code: the angle between siblings' kernels, and the turn that makes them fire."""
    demo = open_network("demo")
    kernels = first_layer_kernels(demo, demo.nodes["conv1"]) - 0.5
    read = {unit: described(kernel) for unit, kernel in enumerate(kernels)}
    angle = {unit: one.along for unit, one in read.items() if one is not None and one.kind == "Gabor"}
    found = result("suggestions", demo, "relu1", by="transform", kinds=("rotation",), examples=2)
    pairs = [one for one in found.siblings if one.mutual and one.sibling != one.unit]
    pairs = [one for one in pairs if {one.unit, one.sibling} <= set(angle)]
    apart = [(angle[one.unit] + one.amount - angle[one.sibling] + 90) % 180 - 90 for one in pairs]
    assert len(pairs) >= 20
    assert np.mean(np.abs(apart) < 22.5) > 0.75  # a quarter by chance


def test_that_one_units_siblings_can_be_asked_for(planted, folder):
    found = result("suggestions", planted, "1/4", by="transform", pictures=(folder,), examples=1)
    assert {one.unit for one in found.siblings} == {4}
    assert set(units(found, "Mirrored")) == {4, 5}


def test_that_a_pure_move_brings_every_example_where_it_was_seen(planted, folder):
    from inspector.lenses.suggestions.gaze import Gaze

    picture = np.asarray(Image.open(f"{folder}/0.png"), np.float32) / 255
    view = torch.from_numpy(picture).permute(2, 0, 1)[None]
    maps = planted.module(planted.preprocessing.normalise(view))[0]
    place = int(maps[0].argmax())
    gaze = Gaze(planted, planted.nodes["1"])
    moved = turned(view, torch.tensor([gaze.centre(place)]), gaze.target, None)
    answer = gaze.read(planted.preprocessing.normalise(moved), CancelToken())
    assert answer[0, 0] == pytest.approx(float(maps[0].max()), abs=1e-5)


@pytest.mark.parametrize("turn", [None, *turns(("rotation", "flip", "hue"))], ids=str)
def test_that_turning_there_and_back_gives_the_picture_again(turn):
    y, x = torch.meshgrid(torch.linspace(-1, 1, 41), torch.linspace(-1, 1, 41), indexing="ij")
    soft = torch.exp(-4 * (x**2 + y**2)) * torch.stack([x, y, x * y])[None] * 0.4 + 0.5
    middle = torch.tensor([[20.0, 20.0]])
    there = turned(soft, middle, (20.0, 20.0), turn)
    back = turned(there, middle, (20.0, 20.0), turn.back if turn is not None else None)
    assert float((back - soft).abs().max()) < 0.02
    if turn is not None:
        assert float((there - soft).abs().max()) > 0.05


def test_that_turning_by_a_right_angle_is_what_numpy_does():
    picture = torch.rand(1, 3, 9, 9, generator=torch.Generator().manual_seed(0))
    middle = torch.tensor([[4.0, 4.0]])
    expected = np.rot90(picture[0].numpy(), 1, (1, 2))
    made = turned(picture, middle, (4.0, 4.0), Turn("rotation", 90.0))
    np.testing.assert_allclose(made[0].numpy(), expected, atol=1e-5)


def test_that_a_kept_scan_answers_in_place_of_pictures(planted):
    table = np.eye(10, dtype=np.float32)
    table[2, 7] = table[7, 2] = 0.9
    kept = KeptScan("k", "1", "photographs", ("nowhere",), table, ())
    found = result("suggestions", planted, "1", by="responses", kept=kept, pictures=("nowhere",))
    assert [(group.units, group.confidence) for group in found.groups] == [((2, 7), pytest.approx(0.9))]
    assert found.note == ""


def test_that_it_can_be_cancelled_and_says_how_far_it_is(planted, folder):
    for by in ("tuning", "transform", "responses"):
        token = CancelToken()
        updates = run("suggestions", planted, "1", token=token, by=by, pictures=(folder,), examples=1)
        assert isinstance(next(updates), Progress)
        token.cancel()
        with pytest.raises(Cancelled):
            list(updates)


def test_that_what_cannot_be_done_is_said_in_a_sentence(planted, tmp_path):
    with pytest.raises(InspectorError, match="not by “looks”"):
        result("suggestions", planted, "1", by="looks")
    with pytest.raises(AddressError):
        result("suggestions", planted, "nothing", by="kernels")
    with pytest.raises(InspectorError):
        result("suggestions", planted, "1", by="responses", pictures=(str(tmp_path),))
    alone = network_of([ring()])
    assert result("suggestions", alone, "0", by="kernels").note == "Nothing belongs together clearly enough."
