"""Ablation and effects: against silencing by hand, and on a real network with real photographs."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from inspector.lenses.ablation.measure import ablated
from inspector.lenses.base import Partial, Progress
from inspector.lenses.run import result, run
from inspector.lenses.statistics import bootstrap_interval
from inspector.network.opening import open_network
from inspector.pictures.decode import from_image, open_picture
from inspector.pictures.samples import samples
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.edited import edited
from inspector.probe.edits import ActivationEdit, Edit
from inspector.probe.record import prepare
from inspector.probe.resume import Resumed


@pytest.fixture(scope="module")
def demo():
    return open_network("demo")


@pytest.mark.parametrize("node", ["conv2", "mixed3", "res4", "mixed3.branch3x3.relu"])
def test_that_the_table_is_that_of_editing_unit_by_unit(demo, node):
    picture = samples()[0]
    table = result("ablation", demo, f"demo/{node}", picture=picture, batch=7)
    assert table.complete
    assert table.replayed
    assert len(table.classes) == 5
    batch = prepare(demo, [picture.image])
    with torch.inference_mode():
        plain = demo.module(batch)[0]
        assert np.allclose(table.before, plain[list(table.classes)], atol=1e-4)
        for unit in (0, 1, 6, 7, len(table.changes) - 1):
            made = edited(demo, [Edit(ActivationEdit(node, (unit,)))])
            after = made.module(batch)[0]
            assert np.allclose(table.changes[unit], (after - plain)[list(table.classes)], atol=1e-3)
            assert table.winners[unit] == int(after.argmax())


@pytest.mark.parametrize("name", ["resnet18", "googlenet", "vit_b_32", "densenet121", "mobilenet_v3_small"])
def test_that_real_architectures_are_gone_on_from_in_their_middle(name):
    network = open_network(name)
    torch.manual_seed(0)
    batch = torch.rand(1, 3, *network.preprocessing.crop)
    nodes = [n for n in network.nodes.values() if n.units and not n.container and len(n.shape) > 1]
    node = nodes[len(nodes) // 2]
    with torch.inference_mode():
        rest = Resumed(network, node.name, batch)
        copies = ablated(rest.value, node, [0, node.units - 1])
        found = rest.run(copies)
        rest.replays = False
        assert torch.allclose(found, rest.run(copies), atol=1e-3, rtol=1e-3)


def test_that_a_table_is_live_and_can_be_cancelled(demo):
    token = CancelToken()
    updates = run("ablation", demo, "demo/mixed3", picture=samples()[0], batch=8, token=token)
    seen = [next(updates) for _ in range(3)]
    assert [type(update) for update in seen] == [Progress, Progress, Partial]
    measured = np.isfinite(seen[2].payload.changes[:, 0])
    assert measured.sum() == 8
    token.cancel()
    with pytest.raises(Cancelled):
        list(updates)


def test_that_effects_are_confirmed_by_ablation(demo):
    pictures = tuple(p for p in samples() if p.label == "cat")[:3] or tuple(samples()[:3])
    target = list(demo.labels).index(pictures[0].label)
    found = result("effects", demo, "demo/mixed5", pictures=pictures, target=target, confirm=4)
    assert found.complete
    assert (np.diff(found.attribution[found.order]) <= 0).all()
    assert (np.diff(found.means) <= 0).all()
    batch = prepare(demo, [p.image for p in pictures])
    with torch.inference_mode():
        plain = demo.module(batch)[:, target]
        for row, unit in enumerate(found.confirmed):
            after = edited(demo, [Edit(ActivationEdit("mixed5", (int(unit),)))]).module(batch)[:, target]
            assert np.allclose(found.drops[row], plain - after, atol=1e-3)
    assert (found.intervals[:, 0] <= found.means).all()
    assert (found.means <= found.intervals[:, 1]).all()


def test_that_top_units_of_a_class_matter_more_than_random_ones_on_photographs(shared):
    """SqueezeNet: ranked on six photographs, confirmed on six others, paired by photograph.

    One class is shown on both halves, one on the first only, one on the second only.
    """
    network = open_network(str(shared / "models" / "squeezenet1_1-imagenet.pth"))
    seen = ["tabby-cat", "zebra", "king-penguin", "basset-hound", "peacock", "jay"]
    held_out = ["chelsea", "toucan", "elephant", "dalmatian", "hummingbird", "siamese-cat"]
    first, second = (
        [open_picture(next((shared / "images").glob(f"{name}.*"))) for name in names]
        for names in (seen, held_out)
    )
    differences, generator = np.zeros((3, len(second))), np.random.default_rng(0)
    for row, shown in enumerate((first[0], first[1], second[1])):
        with torch.inference_mode():
            target = int(network.module(prepare(network, [shown.image]))[0].argmax())
        place = f"{network.name}/features.10"
        found = result("effects", network, place, pictures=tuple(first), target=target, confirm=5)
        draws = [generator.choice(len(found.attribution), 5, replace=False).tolist() for _ in range(10)]
        for column, picture in enumerate(second):
            drops = _drops(network, picture, target, [found.confirmed.tolist(), *draws])
            differences[row, column] = drops[0] - drops[1:].mean()
    low, _ = bootstrap_interval(differences.mean(0))
    assert differences.min() > 0, differences
    assert low > 1.0, "by more than a logit, at the lower end of the interval"


def _drops(network, picture, target, sets):
    """By how much the class's score falls where each of the sets of units is silenced."""
    with torch.inference_mode():
        rest = Resumed(network, "features.10", prepare(network, [picture.image]))
        copies = rest.value.expand(len(sets), -1, -1, -1).clone()
        for row, units in enumerate(sets):
            copies[row, units] = 0
        return (rest.output[0, target] - rest.run(copies)[:, target]).numpy()


def test_that_an_interval_holds_the_mean_and_narrows_with_pairs():
    few, many = np.array([1.0, 2.0, 3.0]), np.tile([1.0, 2.0, 3.0], 100)
    low, high = bootstrap_interval(few)
    assert low < 2 < high
    narrow = bootstrap_interval(many)
    assert low < narrow[0] < 2 < narrow[1] < high
    assert bootstrap_interval(many) == narrow
    # Against the normal approximation, which holds for hundreds of pairs.
    half = 1.96 * many.std() / np.sqrt(len(many))
    assert narrow == pytest.approx((2 - half, 2 + half), abs=0.01)
    assert np.isnan(bootstrap_interval(np.zeros(0))).all()


def test_that_a_node_without_scores_is_refused():
    from inspector.network.errors import InspectorError
    from inspector.network.network import Network

    network = Network(torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3)), name="maps")
    with pytest.raises(InspectorError, match="no class scores"):
        result("ablation", network, "maps/0", picture=from_image(Image.new("RGB", (32, 32)), "black"))
