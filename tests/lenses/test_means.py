"""Channel means against plain recordings."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from torch import nn

import inspector
from inspector.network.location import Location
from inspector.pictures.decode import from_image
from inspector.pictures.samples import samples
from inspector.probe.cancel import Cancelled, CancelToken


def means_of(network, picture, token=None):
    run = inspector.lenses.base.lens("means").run
    parameters = inspector.lenses.base.lens("means").make_parameters({"picture": picture})
    generator = run(network, Location(network.name), parameters, token or CancelToken())
    try:
        while True:
            next(generator)
    except StopIteration as end:
        return end.value


def test_that_every_node_has_the_mean_over_its_units():
    network, picture = inspector.open_network("demo"), samples()[0]
    recorded = inspector.record(network, [picture.image])
    means = means_of(network, picture)
    assert means.picture == picture.digest
    assert set(means.maps) == {node.name for node in network.nodes.values() if node.units}
    for name, value in recorded.items():
        assert np.allclose(value.mean(1).reshape(means.maps[name].shape), means.maps[name], atol=1e-5)


def test_that_values_are_averaged_before_an_operation_in_place_overwrites_them():
    module = nn.Sequential(nn.Conv2d(3, 5, 1), nn.ReLU(inplace=True))
    network = inspector.open_network(module, name="mine", input_size=(3, 8, 8))
    picture = from_image(
        Image.fromarray(np.random.default_rng(0).integers(0, 255, (8, 8, 3), np.uint8)), "noise"
    )
    means = means_of(network, picture).maps
    recorded = inspector.record(network, [picture.image])
    assert np.allclose(means["0"], recorded["0"][0].mean(0), atol=1e-6)
    assert np.allclose(means["1"], recorded["1"][0].mean(0), atol=1e-6)
    assert means["0"].min() < means["1"].min(), "else the test could not tell the two"


def test_that_it_is_given_up_within_the_pass():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        means_of(inspector.open_network("demo"), samples()[0], token)
