"""Suggested groups of networks built by hand, whose families are known."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.lenses.base import Progress
from inspector.lenses.kernels.read import first_layer_kernels
from inspector.lenses.run import result, run
from inspector.lenses.suggestions import KeptScan, Suggestion
from inspector.lenses.suggestions.by_responses import correlated
from inspector.lenses.suggestions.clustering import chained, clusters
from inspector.lenses.suggestions.kernel_kinds import described
from inspector.lenses.suggestions.turns import Turn, turned, turns
from inspector.network.errors import AddressError, InspectorError
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken

SIDE, REACH = 49, 6
WIDE = 2 * REACH + 1
Y, X = np.mgrid[REACH : -REACH - 1 : -1, -REACH : REACH + 1].astype(float)


def grey(shape):
    return np.repeat((shape / np.abs(shape).sum())[None], 3, axis=0)


def gabor(orientation, cycles=0.16, phase=0.0):
    turn = np.radians(orientation)
    across = Y * np.cos(turn) - X * np.sin(turn)
    window = np.exp(-(X**2 + Y**2) / 12)
    wave = np.cos(2 * np.pi * cycles * across - phase)
    return grey(window * (wave - (window * wave).sum() / window.sum()))


def blob(red, green, blue):
    window = np.exp(-(X**2 + Y**2) / 8)
    colour = np.array([red, green, blue], float)
    return (colour - colour.mean())[:, None, None] * window / window.sum()


def hook(mirrored=False):
    """A long arm up and a short one to the right: no turn makes it its mirror image."""
    shape = np.zeros((WIDE, WIDE))
    shape[1:11, 5:7] = 1
    shape[9:11, 7:11] = 1
    shape -= shape.mean()
    return grey(shape[:, ::-1] if mirrored else shape)


def ring(sign=1.0):
    radius = np.hypot(X, Y)
    shape = np.exp(-(radius**2) / 3) / 3 - np.exp(-(radius**2) / 12) / 12
    return grey(sign * (shape - shape.mean()))


def network_of(kernels, bias=0.0):
    kernels = torch.as_tensor(np.asarray(kernels), dtype=torch.float32)
    layer = nn.Conv2d(3, len(kernels), WIDE, padding=REACH)
    layer.weight.data, layer.bias.data = kernels, torch.full((len(kernels),), bias)
    preprocessing = Preprocessing((SIDE, SIDE), mean=(0.5,) * 3, std=(1.0,) * 3)
    return Network(nn.Sequential(layer, nn.ReLU()), name="hand", preprocessing=preprocessing)


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


def units(found, name):
    return next(group.units for group in found.groups if name in group.name)


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


def test_that_oriented_units_come_along_their_preferred_angle():
    angles = (120, 30, 90, 0, 60, 150, 95)
    network = network_of([*(gabor(angle) for angle in angles), blob(1, 0, 0), ring()])
    found = result("suggestions", network, "0", by="tuning", families=("grating",))
    assert units(found, "Oriented") == (3, 1, 4, 2, 6, 0, 5)
    assert units(found, "at about 90°") == (2, 6)
    assert found.groups[0].words[0] == "0 deg"
    assert all(sure >= 0.5 for sure in (s for group in found.groups for _, s in group.members))
    assert "OSI of 0.5 or more" in found.groups[0].source


def test_that_colour_units_come_by_hue_and_light_ones_do_not():
    colours = [(1, 0, 0), (0, 0, 1), (0.9, 0.15, 0), (0, 1, 0)]
    network = network_of([*(blob(*colour) for colour in colours), grey(np.exp(-(X**2 + Y**2) / 8))])
    found = result("suggestions", network, "0", by="tuning", families=("hue",))
    assert set(units(found, "Tuned to hue")) == {0, 1, 2, 3}
    assert set(units(found, "Tuned to red")) == {0, 2}


def test_that_first_layer_kernels_are_told_apart():
    kernels = [
        gabor(0), gabor(70), gabor(120, phase=np.pi / 2), ring(), ring(-1.0),
        grey(np.exp(-(X**2 + Y**2) / 8)), -grey(np.exp(-(X**2 + Y**2) / 12)),
        *(np.array(c)[:, None, None] * gabor(45, 0.1, np.pi / 2)[0] for c in ((1, -1, 0), (0.5, 0.5, -1))),
        *(np.array(c)[:, None, None] * ring()[0] for c in ((1, -1, 0), (0.5, 0.5, -1))),
        np.zeros((3, WIDE, WIDE)),
    ]  # fmt: skip
    network = network_of(kernels)
    for node in ("0", "1"):  # and of the nonlinearity behind it
        found = result("suggestions", network, node, by="kernels")
        assert {group.name: set(group.units) for group in found.groups} == {
            "Gabor": {0, 1, 2},
            "Centre-surround": {3, 4},
            "Brightness": {5, 6},
            "Colour contrast": {7, 8},
            "Colour centre-surround": {9, 10},
        }
    assert units(found, "Gabor") == (0, 1, 2)  # along their angle


@pytest.mark.parametrize("angle", [0, 20, 45, 77, 90, 130, 170])
def test_that_a_gabors_angle_is_the_planted_one(angle):
    found = described(gabor(angle).transpose(1, 2, 0).astype(np.float32))
    assert found.kind == "Gabor"
    assert abs((found.along - angle + 90) % 180 - 90) < 3


def test_that_deeper_units_are_grouped_by_what_they_are_made_of():
    torch.manual_seed(0)
    first, second = nn.Conv2d(3, 6, 3), nn.Conv2d(6, 5, 3)
    with torch.no_grad():
        second.weight[3] = second.weight[1] * 2 + 0.05 * second.weight[3]
    preprocessing = Preprocessing((16, 16))
    network = Network(nn.Sequential(first, nn.ReLU(), second), name="deep", preprocessing=preprocessing)
    found = result("suggestions", network, "2", by="kernels")
    assert [set(group.units) for group in found.groups] == [{1, 3}]
    assert found.groups[0].confidence > 0.9


def test_that_units_that_fire_together_are_grouped(tmp_path):
    random = np.random.default_rng(0)
    for number in range(30):
        pixels = random.integers(0, 256, (7, 7, 3), np.uint8)
        Image.fromarray(pixels).resize((SIDE, SIDE), Image.Resampling.BICUBIC).save(
            tmp_path / f"{number}.png"
        )
    kernels = [gabor(0), blob(1, 0, 0), 2 * gabor(2), blob(1, 0.05, 0), gabor(90), np.zeros((3, WIDE, WIDE))]
    network = network_of(kernels)
    found = result("suggestions", network, "1", by="responses", pictures=(str(tmp_path),), likeness=0.8)
    assert sorted(sorted(group.units) for group in found.groups) == [[0, 2], [1, 3]]
    assert "Only 30 pictures" in found.note
    assert "a mean correlation of 0.8 or more" in found.groups[0].source


def test_that_a_kept_scan_answers_in_place_of_pictures(planted):
    table = np.eye(10, dtype=np.float32)
    table[2, 7] = table[7, 2] = 0.9
    kept = KeptScan("k", "1", "photographs", ("nowhere",), table, ())
    found = result("suggestions", planted, "1", by="responses", kept=kept, pictures=("nowhere",))
    assert [(group.units, group.confidence) for group in found.groups] == [((2, 7), pytest.approx(0.9))]
    assert found.note == ""


def test_that_correlation_is_numpys_and_still_units_have_none():
    values = np.random.default_rng(0).normal(size=(40, 5)).astype(np.float32)
    values[:, 3] = 7
    table, expected = correlated(values), np.corrcoef(np.delete(values, 3, 1).T)
    np.testing.assert_allclose(np.delete(np.delete(table, 3, 0), 3, 1), expected, atol=1e-6)
    assert np.isnan(table[3]).all()
    assert np.isnan(table[:, 3]).all()


def test_that_average_linkage_keeps_to_its_promise():
    random = np.random.default_rng(3)
    table = correlated(random.normal(size=(12, 30)).astype(np.float32))
    for members in clusters(table, 0.4):
        group = [unit for unit, _ in members]
        pairs = [table[a, b] for a in group for b in group if a < b]
        # The two halves that joined last were alike by 0.4 on the average; members are told by that mean.
        assert all(
            sure == pytest.approx(max(np.mean([table[unit, o] for o in group if o != unit]), 0))
            for unit, sure in members
        )
        assert np.mean(pairs) >= 0.4


def test_that_pairs_are_chained_like_a_graphs_components():
    import networkx

    random = np.random.default_rng(5)
    for _ in range(50):
        pairs = [tuple(map(int, pair)) for pair in random.integers(0, 12, (random.integers(0, 9), 2))]
        graph = networkx.Graph([pair for pair in pairs if pair[0] != pair[1]])
        expected = sorted(sorted(part) for part in networkx.connected_components(graph))
        assert chained(pair for pair in pairs if pair[0] != pair[1]) == expected


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


def test_that_a_suggestion_tells_its_units_and_its_mean_confidence():
    made = Suggestion("a", "kernels", "n", ((3, 0.5), (1, 1.0)), "because")
    assert (made.units, made.confidence) == ((3, 1), 0.75)
