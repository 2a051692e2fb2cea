"""The activations lens: predictions, maps and strongest units from one forward pass."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.activations import ActivationsParameters
from inspector.lenses.activations.measure import measure, measure_pictures, predictions, unit_maps
from inspector.lenses.base import lens
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import from_array, open_picture
from inspector.probe.cancel import Cancelled, CancelToken


def tiny(module=None, **arguments):
    torch.manual_seed(3)
    module = module or nn.Sequential(
        nn.Conv2d(3, 6, 3, padding=1),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(2),
        nn.Conv2d(6, 8, 3),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(8, 4),
    )
    arguments.setdefault("preprocessing", Preprocessing((12, 12), mean=(0.5,) * 3))
    arguments.setdefault("labels", ("a", "b", "c", "d"))
    return Network(module, name="tiny", **arguments)


def picture(seed=0, size=12):
    pixels = np.random.default_rng(seed).integers(0, 255, (size, size, 3), np.uint8)
    return from_array(pixels, f"picture {seed}")


def run(network, address, token=None, **parameters):
    generator = measure(
        network,
        Location.parse(address),
        ActivationsParameters(**{"picture": picture(), **parameters}),
        token or CancelToken(),
    )
    while True:
        try:
            next(generator)
        except StopIteration as end:
            return end.value


def reference(network, source, upto):
    """The value behind the module of that number, by running copies out of place."""
    value = network.preprocessing(source.image)[None]
    for module in list(network.module)[: upto + 1]:
        value = torch.relu(value) if isinstance(module, nn.ReLU) else module(value)
    return value


@pytest.mark.parametrize("node", [0, 1, 2, 3])
def test_that_maps_are_the_nodes_values_even_before_an_in_place_operation(node):
    network = tiny()
    result = run(network, f"tiny/{node}")
    expected = reference(network, picture(), node)[0].numpy()
    np.testing.assert_allclose(result.maps, expected, atol=1e-6)
    np.testing.assert_allclose(result.peaks, expected.max((1, 2)), atol=1e-6)
    assert result.maps.dtype == np.float32
    assert result.maps.flags.c_contiguous
    assert result.node == str(node)


def test_that_the_strongest_units_come_first_with_the_place_of_their_peak():
    result = run(tiny(), "tiny/0", top=6)
    assert [u.value for u in result.top] == sorted((float(p) for p in result.peaks), reverse=True)
    for response in result.top:
        assert result.maps[response.unit, response.y, response.x] == response.value
        assert response.value == result.maps[response.unit].max()


def test_that_top_bounds_both_lists():
    result = run(tiny(), "tiny/0", top=2)
    assert len(result.top) == len(result.predictions) == 2
    assert len(run(tiny(), "tiny/0", top=99).top) == 6


def test_that_predictions_are_the_softmax_of_the_output_with_their_labels():
    network = tiny()
    result = run(network, "tiny/1")
    expected = reference(network, picture(), 6).softmax(1)[0]
    assert [p.index for p in result.predictions] == expected.argsort(descending=True).tolist()
    assert result.predictions[0].probability == pytest.approx(float(expected.max()), abs=1e-6)
    assert result.predictions[0].label == "abcd"[int(expected.argmax())]
    assert sum(p.probability for p in result.predictions) == pytest.approx(1)


def test_that_without_a_node_only_predictions_are_made():
    result = run(tiny(), "tiny")
    assert result.node is None
    assert result.top == ()
    assert len(result.maps) == len(result.peaks) == 0
    assert len(result.predictions) == 4


def test_that_without_predictions_nothing_behind_the_node_runs():
    network, ran = tiny(), []
    network.nodes  # noqa: B018  # traced before the hook counts
    network.module[3].register_forward_hook(lambda *_: ran.append(3))
    assert run(network, "tiny/1", predict=False).predictions == ()
    assert not ran
    run(network, "tiny/1")
    assert ran


def test_that_a_node_without_positions_has_maps_of_one_pixel():
    assert run(tiny(), "tiny/6").maps.shape == (4, 1, 1)


def test_that_the_view_is_what_the_network_saw():
    network = tiny(preprocessing=Preprocessing((12, 12), resize=24))
    large = picture(size=48)
    result = run(network, "tiny/0", picture=large)
    np.testing.assert_array_equal(result.view, network.preprocessing.view(large.image))
    assert (result.picture, result.digest) == (large.name, large.digest)


def test_that_a_batch_gives_each_picture_its_own_activations():
    network = tiny()
    pictures = [picture(seed) for seed in range(3)]
    together = measure_pictures(network, pictures, network.nodes["3"])
    for one, result in zip(pictures, together, strict=True):
        alone = run(network, "tiny/3", picture=one)
        np.testing.assert_allclose(result.maps, alone.maps, atol=1e-6)
        assert result.predictions[0].index == alone.predictions[0].index
        assert result.digest == one.digest


def token_node(tokens, units=5, axis=2):
    shape = (tokens, units) if axis == 2 else (units, tokens)
    grid = (4, 4) if axis == 2 and tokens in (16, 17) else None
    return Node("t", "Linear", shape, units, axis, 0, grid=grid)


@pytest.mark.parametrize(
    ("tokens", "shape", "first"), [(16, (4, 4), 0), (17, (4, 4), 1), (12, (1, 12), 0), (2, (1, 2), 0)]
)
def test_that_tokens_fall_into_their_grid_without_the_class_token(tokens, shape, first):
    value = torch.arange(2 * tokens * 5.0).reshape(2, tokens, 5)
    maps = unit_maps(value, token_node(tokens))
    assert maps.shape == (2, 5, *shape)
    np.testing.assert_array_equal(maps[1, 3].ravel(), value[1, first:, 3].numpy())


def test_that_a_one_dimensional_convolution_is_no_row_of_tokens():
    assert unit_maps(torch.zeros(1, 5, 16), token_node(16, axis=1)).shape == (1, 5, 1, 16)


def test_that_units_in_the_last_axis_of_a_map_are_found():
    value = torch.rand(1, 2, 3, 7)
    maps = unit_maps(value, Node("n", "LayerNorm", (2, 3, 7), 7, 3, 0))
    np.testing.assert_array_equal(maps[0, 4], value[0, :, :, 4].numpy())
    assert maps.flags.c_contiguous


@pytest.mark.parametrize(
    "output",
    [
        torch.zeros(2, 5, 7, 7),
        torch.zeros(2, 1),
        torch.zeros(3, 5),
        torch.full((2, 5), float("nan")),
        {"boxes": torch.zeros(2)},
        None,
    ],
)
def test_that_an_output_without_classes_gives_no_predictions(output):
    assert predictions(tiny(), output, 2, 5) == [(), ()]


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: (x, None), lambda x: {"out": x}])
@pytest.mark.parametrize("shape", [(2, 4), (2, 4, 1, 1)])
def test_that_class_scores_are_found_in_whatever_the_network_returns(wrap, shape):
    scores = torch.zeros(2, 4)
    scores[1, 2] = 5
    found = predictions(tiny(), wrap(scores.reshape(shape)), 2, 1)
    assert found[1][0].label == "c"
    assert found[1][0].probability == pytest.approx(float(scores.softmax(1)[1, 2]))


def test_that_probabilities_are_not_flattened_by_another_softmax():
    found = predictions(tiny(), torch.tensor([[0.9, 0.1, 0, 0]]), 1, 2)
    assert [p.probability for p in found[0]] == pytest.approx([0.9, 0.1])


def test_that_a_class_without_a_label_is_called_by_its_number():
    found = predictions(tiny(labels=()), torch.tensor([[0.0, 9, 0, 0]]), 1, 1)
    assert found[0][0].label == "class 1"


def test_that_a_node_without_units_gives_no_maps():
    class Shapes(nn.Module):
        def forward(self, x):
            return torch.stack([x.mean((1, 2, 3)), x.amax((1, 2, 3))])  # not [N, ...]

    network = tiny(nn.Sequential(nn.Conv2d(3, 2, 1), Shapes()))
    node = next(node for node in network.nodes.values() if not node.units)
    assert run(network, f"tiny/{node.name}").maps.shape == (0, 1, 1)


def test_that_a_cancelled_token_stops_the_pass():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        run(tiny(), "tiny/3", token=token)


def test_that_the_lens_is_registered_and_runs():
    network = tiny()
    found = lens("activations")
    parameters = found.make_parameters({"picture": picture()})
    updates = found.run(network, Location("tiny", "0"), parameters, CancelToken())
    assert next(updates).total == 1
    updates.close()


@pytest.mark.timeout(120)
def test_that_squeezenet_knows_what_is_on_the_marked_photographs(shared):
    from inspector.network.opening import open_network

    network = open_network(f"squeezenet1_1={shared / 'models' / 'squeezenet1_1-imagenet.pth'}")
    entries = json.loads((shared / "images" / "manifest.json").read_text())["pictures"]
    marked = [entry for entry in entries if entry["in_squeezenet_top5"]]
    assert marked
    for entry in marked:
        shown = open_picture(shared / "images" / entry["file"])
        (result,) = measure_pictures(network, [shown], None)
        assert {p.label for p in result.predictions} & set(entry["classes"]), entry["file"]
