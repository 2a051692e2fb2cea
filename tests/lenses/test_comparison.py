"""Comparing networks: known truth for correlation, assignment, CKA and depth."""

from __future__ import annotations

import copy
import itertools

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.lenses.base import Progress
from inspector.lenses.comparison import Responses
from inspector.lenses.comparison import measures as m
from inspector.lenses.comparison.profile import depth_profile
from inspector.lenses.comparison.responses import Shown, compare, of_pictures, of_set
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture, PictureError
from inspector.pictures.samples import samples
from inspector.pictures.sources import open_set
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import record
from tests.drawn import ended


def module(seed=0):
    torch.manual_seed(seed)
    return nn.Sequential(
        nn.Conv2d(3, 8, 5, stride=2), nn.BatchNorm2d(8), nn.ReLU(), nn.Conv2d(8, 12, 3, stride=2), nn.ReLU(),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(12, 6),
    )  # fmt: skip


def network(body, name="a", side=32):
    return Network(body, name=name, preprocessing=Preprocessing(crop=(side, side), resize=side))


def permuted(body, seed=3):
    """The same function with the channels of both convolutions in another order, and the two orders."""
    twin = copy.deepcopy(body)
    torch.manual_seed(seed)
    first, second = torch.randperm(8), torch.randperm(12)
    with torch.no_grad():
        twin[0].weight.copy_(body[0].weight[first])
        twin[0].bias.copy_(body[0].bias[first])
        for name in ("weight", "bias", "running_mean", "running_var"):
            getattr(twin[1], name).copy_(getattr(body[1], name)[first])
        twin[3].weight.copy_(body[3].weight[second][:, first])
        twin[3].bias.copy_(body[3].bias[second])
        twin[7].weight.copy_(body[7].weight[:, second])
    return twin, first.numpy(), second.numpy()


def noise(count=40, seed=0):
    rng = np.random.default_rng(seed)
    images = []
    for number in range(count):
        rough = Image.fromarray(rng.integers(0, 256, (4 + number % 9, 5, 3), np.uint8))
        images.append(rough.resize((40, 40), Image.Resampling.BICUBIC))
    return [Shown(f"noise {i}", lambda image=image: image) for i, image in enumerate(images)]


def compared(one, two, pictures=None, **given):
    return ended(compare(one, two, pictures or noise(), CancelToken(), **given))


def textbook_cka(x, y):
    """HSIC of linear kernels with explicit centring matrices (Kornblith et al. 2019, equations 1 and 2)."""
    n = len(x)
    centring = np.eye(n) - np.ones((n, n)) / n

    def hsic(k, l):  # noqa: E741
        return np.trace(k @ centring @ l @ centring) / (n - 1) ** 2

    k, l = x @ x.T, y @ y.T  # noqa: E741
    return hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l))


def test_that_cka_is_the_textbook_formula_for_every_pair():
    rng = np.random.default_rng(1)
    first = [rng.normal(size=(30, units)) + 5 for units in (3, 7, 50)]
    second = [rng.normal(size=(30, units)) @ rng.normal(size=(units, units)) for units in (4, 40)]
    second.append(first[1] @ rng.normal(size=(7, 9)))
    table = m.cka_table(first, second)
    for i, j in itertools.product(range(3), range(3)):
        assert table[i, j] == pytest.approx(textbook_cka(first[i], second[j]), abs=1e-6)
        assert m.linear_cka(first[i], second[j]) == pytest.approx(textbook_cka(first[i], second[j]), abs=1e-9)


def test_that_many_pictures_take_the_other_way_to_the_same_table(monkeypatch):
    rng = np.random.default_rng(2)
    first, second = [[rng.normal(size=(20, u)) for u in (5, 30)] for _ in range(2)]
    by_grams = m.cka_table(first, second)
    monkeypatch.setattr(m, "_GRAM_PICTURES", 10)
    assert np.allclose(m.cka_table(first, second), by_grams, atol=1e-6)


def test_that_cka_ignores_rotation_shift_and_scale_but_not_other_maps():
    rng = np.random.default_rng(3)
    x = rng.normal(size=(60, 12))
    rotation = np.linalg.qr(rng.normal(size=(12, 12)))[0]
    assert m.linear_cka(x, 3.5 * x @ rotation - 7) == pytest.approx(1, abs=1e-12)
    assert m.linear_cka(x, x @ np.diag(np.arange(12.0) ** 2)) < 0.9
    assert m.linear_cka(x, rng.normal(size=(60, 12))) < 0.5
    assert np.isnan(m.linear_cka(x, np.ones((60, 3))))


def test_that_correlations_are_numpys_and_silent_units_have_none():
    rng = np.random.default_rng(4)
    x, y = rng.normal(size=(25, 4)).astype(np.float32), rng.normal(size=(25, 3)).astype(np.float32) + 1000
    assert np.allclose(m.correlations(x, y), np.corrcoef(x.T, y.T)[:4, 4:], atol=1e-5)
    x[:, 2] = 0.3
    table = m.correlations(x, y)
    assert not table[2].any()
    assert m.assigned(table)[0][2] == -1


def test_that_the_assignment_is_the_best_of_all_assignments():
    rng = np.random.default_rng(5)
    table = rng.uniform(-1, 1, (5, 6))
    partners, found = m.assigned(table)
    best = max(sum(table[i, p[i]] for i in range(5)) for p in itertools.permutations(range(6), 5))
    assert table[np.arange(5), partners].sum() == pytest.approx(best)
    assert len(set(partners.tolist())) == 5
    assert np.allclose(found, table[np.arange(5), partners])
    few, _ = m.assigned(table[:, :3])
    assert (few == -1).sum() == 2, "two units are left over"


@pytest.mark.parametrize("reading", ["max", "mean"])
def test_that_a_network_matches_itself_unit_by_unit(reading):
    one, two = network(module()), network(module(), "b")
    found = compared(one, two, reading=reading)
    assert np.allclose(np.diag(found.cka), 1, atol=1e-5)
    for number, node in enumerate(found.first.nodes):
        matching = m.matched(found, node)
        living = found.first.values[node].std(0) > 1e-6
        units = np.arange(len(living))
        assert living.sum() >= 3
        assert np.array_equal(matching.partners[living], units[living])
        assert np.allclose(matching.correlations[living], 1, atol=1e-5)
        assert (matching.partners[~living] == -1).all()
        assert np.isnan(matching.correlations[~living]).all()
        assert np.allclose(matching.best[living], 1, atol=1e-5)
        assert (matching.best_nodes[living] == number).all(), "among equals the one nearest in depth"
        assert matching.depth == number / (len(found.first.nodes) - 1)


def test_that_permuted_channels_are_found_again():
    body = module()
    twin, first, second = permuted(body)
    found = compared(network(body), network(twin, "b"))
    for node, order in (("0", first), ("1", first), ("3", second)):
        matching = m.matched(found, node)
        where = np.argsort(order)  # the twin's channel i is channel order[i] of the original
        assert np.array_equal(matching.partners, where)
        assert np.allclose(matching.correlations, 1, atol=1e-4)
    assert not np.array_equal(first, np.arange(8))
    assert np.allclose(np.diag(found.cka), 1, atol=1e-4)


def test_that_noise_on_the_weights_lowers_all_measures_step_by_step():
    body = module()
    torch.manual_seed(9)
    steps = [torch.randn_like(p) for p in body.parameters()]
    measured = []
    for amount in (0.0, 0.02, 0.06, 0.2):
        noisy = copy.deepcopy(body)
        with torch.no_grad():
            for parameter, step in zip(noisy.parameters(), steps, strict=True):
                parameter.add_(amount * step)
        found = compared(network(body), network(noisy, "b"))
        same = m.of_same_number(found.first.values["3"], found.second.values["3"])
        measured.append((found.cka[4, 4], found.cka[3, 3], same, np.nanmean(m.matched(found, "3").best)))
    assert measured[0] == pytest.approx((1, 1, 1, 1), abs=1e-4)
    assert (np.diff(np.array(measured), axis=0) < 0).all(), measured


def test_that_answers_are_those_that_recording_finds_and_each_network_sees_its_own_size():
    one, two = network(module(), side=32), network(module(1), "b", side=48)
    pictures = noise(21)
    found = compared(one, two, pictures)
    for net, answers in ((one, found.first), (two, found.second)):
        exact = record(net, [shown.open() for shown in pictures])
        for node, values in answers.values.items():
            maps = exact[node].reshape(21, exact[node].shape[1], -1)
            assert np.allclose(values, maps.max(2), atol=1e-5)
    assert "" not in found.first.values


def test_that_the_best_match_tells_its_depth():
    rng = np.random.default_rng(6)
    own = rng.normal(size=(50, 4)).astype(np.float32)
    other = {name: rng.normal(size=(50, 3)).astype(np.float32) for name in "pqr"}
    other["q"][:, 2] = 2 * own[:, 0] + 1
    other["r"][:, 1] = own[:, 3]
    first, second = Responses("a", {"x": own, "y": own * 0}), Responses("b", other)
    from inspector.lenses.comparison import Comparison

    table = m.cka_table(list(first.values.values()), list(other.values()))
    found = m.matched(Comparison(first, second, table, ("",) * 50, "", "max"), "x")
    assert (found.best_nodes[0], found.best_units[0], found.depths[0]) == (1, 2, 0.5)
    assert (found.best_nodes[3], found.best_units[3], found.depths[3]) == (2, 1, 1.0)
    assert found.best[[0, 3]] == pytest.approx(1)
    brute = np.max([np.corrcoef(own[:, 1], v[:, j])[0, 1] for v in other.values() for j in range(3)])
    assert found.best[1] == pytest.approx(brute, abs=1e-5)
    assert np.isnan(table[1]).all()
    silent = m.matched(Comparison(first, second, table, (), "", "max"), "y", "p")
    assert (silent.best_nodes == -1).all()
    assert np.isnan(silent.depths).all()


def test_that_pictures_that_do_not_open_are_left_out_of_both_and_two_are_too_few():
    def broken():
        raise PictureError("hole.png is damaged.")

    pictures = [*noise(3), Shown("hole.png", broken)]
    one, two = network(module()), network(module(), "b")
    found = compared(one, two, pictures)
    assert found.skipped == ("hole.png is damaged.",)
    assert len(found.pictures) == 3 == len(found.first.values["0"])
    with pytest.raises(InspectorError, match="three pictures or more; 2 opened"):
        compared(one, two, pictures[1:])


def test_that_a_set_is_spread_evenly_and_opened_pictures_are_taken_as_they_are():
    shown = of_set(open_set(["samples"]), 5)
    names = [entry.name for entry in open_set(["samples"]).entries]
    assert shown[0].name.endswith(names[0])
    assert shown[-1].name.endswith(names[-1])
    assert len(shown) == 5
    assert shown[0].open().mode == "RGB"
    two: list[Picture] = list(samples())[:2]
    assert [one.open() for one in of_pictures(two)] == [picture.image for picture in two]


def test_that_comparing_says_how_far_it_is_and_can_be_cancelled():
    token = CancelToken()
    run = compare(network(module()), network(module(), "b"), noise(40), token)
    first = next(run)
    assert isinstance(first, Progress)
    assert (first.done, first.total) == (0, 40)
    assert next(run).done == 16
    token.cancel()
    with pytest.raises(Cancelled):
        ended(run)


def test_that_the_profile_of_all_nodes_is_that_of_each_node_by_itself():
    one, two = network(module()), network(module(1), "b")
    for other in (one, two):
        found = compared(one, other)
        profile = ended(depth_profile(found, CancelToken()))
        for number, node in enumerate(found.first.nodes):
            matching = m.matched(found, node)
            depths = matching.depths[np.isfinite(matching.depths)]
            assert profile.quartiles[number] == pytest.approx(np.percentile(depths, (25, 50, 75)), abs=1e-6)
            assert profile.best[number] == pytest.approx(np.nanmean(matching.best), abs=1e-5)
        if other is one:
            assert profile.quartiles == pytest.approx(np.repeat(profile.depths[:, None], 3, 1))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        ended(depth_profile(found, token))
