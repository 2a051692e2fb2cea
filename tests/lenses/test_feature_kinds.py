"""Every kind of objective, form of picture and recipe, on networks whose answers are known."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from torch import nn

from inspector.lenses.feature_visualization.objectives import Channel, Neuron
from inspector.lenses.run import run
from inspector.network.errors import AddressError, InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import open_picture
from inspector.probe.record import record
from tests.lenses.feature_kinds_networks import Classes, shown, visualize


@pytest.fixture
def network():
    labels = ("tabby, tabby cat", "great grey owl", "toucan")
    return Network(Classes(), name="net", labels=labels, preprocessing=Preprocessing(crop=(24, 24)))


@pytest.fixture
def picture(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (24, 24, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    return open_picture(tmp_path / "noise.png")


def test_that_a_weighted_sum_is_worth_the_sum_of_its_parts(network):
    feature = visualize(network, "two/1", Channel(3) - 0.5 * Neuron(2, (2, 3)))
    two = shown(network, feature)["two"][0]
    assert feature.values[0] == pytest.approx(two[3].mean() - 0.5 * two[2, 2, 3], abs=0.01)
    assert feature.values[0] > feature.course[0, 0] + 0.1
    assert feature.objectives == ("channel(3) - 0.5*neuron(2@2,3)",)
    assert feature.locations == ("net/two",), "it is about no one unit"


def test_that_a_named_unit_makes_the_same_picture_as_its_own_location(network):
    own = visualize(network, "two/3", "channel", "-neuron", steps=8)
    named = visualize(network, "two", "channel(3)", "-neuron(3)", steps=8)
    assert np.array_equal(own.images, named.images)
    assert own.locations == named.locations


def test_that_a_layers_value_is_its_mean_of_squares(network):
    feature = visualize(network, "two", "layer")
    two = shown(network, feature)["two"][0]
    assert feature.values[0] == pytest.approx(np.square(two).mean(), rel=0.02)
    assert feature.values[0] > 2 * feature.course[0, 0]


def test_that_a_logit_is_read_before_the_softmax_by_number_or_label(network):
    feature = visualize(network, "net", "logit(1)", "logit(tabby cat)", 'logit("toucan")')
    head = shown(network, feature)["head"]
    for index, number in enumerate((1, 0, 2)):
        assert feature.values[index] == pytest.approx(head[index, number], abs=0.02)
        assert feature.values[index] > feature.course[index, 0]
        assert feature.locations[index] == f"net/head/{number}"


def test_that_a_direction_along_one_unit_is_its_channel_weighed_by_the_cosine(network):
    feature = visualize(network, "two", "direction(3: 2, power=0)", "direction(3: 2, 1: -1)")
    two = shown(network, feature)["two"]
    assert feature.values[0] == pytest.approx(2 * two[0, 3].mean(), abs=0.03)
    aim = np.zeros((5, 1, 1))
    aim[3], aim[1] = 2, -1
    dots = (two[1] * aim).sum(0)
    cosines = dots / np.linalg.norm(two[1], axis=0) / np.linalg.norm(aim)
    assert feature.values[1] == pytest.approx((dots * cosines.clip(0.1)).mean(), abs=0.03)


def test_that_pictures_of_a_pictures_activations_come_near_to_them(network, picture):
    feature = visualize(
        network, "two", "caricature", "activation(@2,3)", pictures=(picture,), steps=60, transform=0.0
    )
    (real,) = record(network, [picture.image], ["two"])["two"]
    made = shown(network, feature)["two"]

    def cosine(a, b):
        return (a * b).sum() / np.linalg.norm(a) / np.linalg.norm(b)

    start = visualize(network, "two", "caricature", pictures=(picture,), steps=1, transform=0.0)
    assert cosine(made[0], real) > 0.8 > 0.65 > cosine(shown(network, start)["two"][0], real)
    assert cosine(made[1].mean((1, 2)), real[:, 2, 3]) > 0.9


def test_that_a_strip_goes_from_one_unit_to_another(network):
    feature = visualize(network, "two", "interpolate(1, 3, 4)", steps=40)
    assert feature.objectives[0] == "channel(1)"
    assert feature.objectives[1] == "0.6667*channel(1) + 0.3333*channel(3)"
    assert feature.objectives[3] == "channel(3)"
    two = shown(network, feature)["two"].mean((2, 3))
    assert two[0, 1] > two[3, 1]
    assert two[3, 3] > two[0, 3]


def likeness(network, feature, first=0):
    grams = [map_ @ map_.T for map_ in shown(network, feature)["two"][first : first + 3].reshape(3, 5, -1)]
    flat = np.array([gram.ravel() / np.linalg.norm(gram) for gram in grams])
    return (flat @ flat.T)[np.triu_indices(3, 1)].mean()


def test_that_diversity_tells_the_pictures_of_one_unit_apart_and_leaves_others_alone(network):
    alike = visualize(network, "two", "diversity(channel(2), 3)", diversity=0.0)
    apart = visualize(network, "two", "diversity(channel(2), 3)", diversity=2.0)
    assert likeness(network, apart) < likeness(network, alike) - 0.02
    beside = visualize(network, "two", "channel(4)", "diversity(channel(2), 3)", "diversity(channel(1), 2)")
    alone = visualize(network, "two", "channel(4)")
    assert np.abs(beside.images[0].astype(int) - alone.images[0]).max() <= 2
    group = visualize(network, "two", "diversity(channel(2), 3)")
    assert np.abs(beside.images[1:4].astype(int) - group.images).max() <= 4
    assert len(set(beside.objectives)) == 6, "file names come from them"


@pytest.mark.parametrize(
    ("address", "objective", "sentence"),
    [
        ("two/0", "channel(9)", "has 5 units, 0 to 4; 9 is none"),
        ("two/0", "neuron(1@99,0)", r"@99,0 lies outside the map of net/two, 8 x 8"),
        ("head/0", "neuron(1@1,1)", "@1,1 lies outside the map of net/head, one number"),
        ("net", "logit(3)", "net has 3 classes, 0 to 2; 3 is none"),
        ("net", "logit(great gray owl)", "no class “great gray owl”. Did you mean great grey owl?"),
        ("two", "caricature", "pictures: none was given"),
        ("two", "direction(7: 1)", "7 is none"),
        ("two", "channel", "names none"),
        ("net", "layer", "names no node|names none"),
    ],
)
def test_that_what_is_not_there_is_named(network, address, objective, sentence):
    with pytest.raises(InspectorError, match=sentence):
        visualize(network, address, objective, steps=1)


class Unbatched(nn.Module):
    """Has a node whose value knows no pictures any more."""

    def __init__(self):
        super().__init__()
        self.conv, self.flat = nn.Conv2d(3, 4, 3), nn.Flatten(0)

    def forward(self, x):
        x = self.conv(x)
        return x.mean((2, 3)) * self.flat(x).sum()


@pytest.mark.parametrize(
    "objective",
    ["channel(0)", "layer", "-layer", "direction(0: 1)", "activation", "caricature", "diversity(layer, 2)"],
)
def test_that_a_node_without_units_says_so(objective, picture):
    unbatched = Network(Unbatched(), name="net", preprocessing=Preprocessing(crop=(12, 12)))
    assert unbatched.node("flat").units == 0
    with pytest.raises(InspectorError, match=r"net/flat (cannot be visualized: it )?has no units"):
        visualize(unbatched, "flat", objective, steps=1, pictures=(picture,))


def test_that_a_network_without_classes_says_so():
    network = Network(
        nn.Sequential(nn.Conv2d(3, 2, 3)), name="maps", preprocessing=Preprocessing(crop=(9, 9))
    )
    with pytest.raises(InspectorError, match="maps has no classes"):
        visualize(network, "maps", "logit(0)", steps=1)
    with pytest.raises(AddressError):
        list(run("feature-visualization", network, "maps", objectives=("channel",)))
