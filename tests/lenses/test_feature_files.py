"""Feature visualizations in files, and questions that have no answer."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from inspector.lenses.base import Partial
from inspector.lenses.feature_visualization import FeatureParameters
from inspector.lenses.feature_visualization.export import (
    document,
    file_name,
    parameters_from,
    read_recipe,
    save,
)
from inspector.network.errors import AddressError, InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from tests.lenses.feature_networks import LENS, Small, visualize


@pytest.fixture
def small():
    return Network(Small(), name="small", preprocessing=Preprocessing(crop=(24, 24)))


def test_that_bad_questions_get_one_clear_sentence(small):
    with pytest.raises(AddressError, match="8 units"):
        visualize(small, "cat/8", steps=1)
    with pytest.raises(AddressError, match="8 units"):
        visualize(small, "cat/0", units=(0, 9), steps=1)
    with pytest.raises(AddressError, match="no node"):
        visualize(small, "dog/0", steps=1)
    with pytest.raises(InspectorError, match="name one of its units"):
        visualize(small, "cat", steps=1)
    with pytest.raises(InspectorError, match="banana"):
        visualize(small, "cat/0", objectives=("banana",))


@pytest.mark.parametrize(
    "parameters",
    [
        {"size": 0},
        {"size": 1 << 20},
        {"steps": 0},
        {"learning_rate": float("nan")},
        {"transform": -1.0},
        {"objectives": ()},
    ],
)
def test_that_parameters_out_of_bounds_are_refused(parameters):
    with pytest.raises(InspectorError, match=next(iter(parameters)).rstrip("s")):
        FeatureParameters(**parameters)


def test_that_a_saved_picture_can_be_made_again_from_its_file(small, tmp_path):
    feature = visualize(small, "cat/1", steps=8, seed=3, units=(1, 4), objectives=("channel", "-channel"))
    files = save(feature, tmp_path / "new" / "folder")
    assert len({file.name for file in files}) == len(files) == 4
    assert sorted(files[0].parent.iterdir()) == sorted(files), "no temporary file is left"
    recipe = read_recipe(files[2])
    assert recipe["location"] == "small/cat/4"
    assert recipe["objective"] == "channel"
    assert recipe["fingerprint"] == small.fingerprint
    assert recipe["versions"]["torch"] == torch.__version__
    run = LENS.run(small, Location.parse(recipe["location"]), parameters_from(recipe), CancelToken())
    again = [update.payload for update in run if isinstance(update, Partial)][-1]
    assert np.array_equal(again.images, feature.images)
    from PIL import Image

    assert np.array_equal(np.asarray(Image.open(files[2])), feature.images[recipe["index"]])


def test_that_the_document_is_what_the_command_line_promises(small, tmp_path):
    feature = visualize(small, "cat/1", steps=4)
    feature = replace(feature, values=np.array([np.nan], np.float32))
    (entry,) = document(feature, [tmp_path / "a.png"])
    assert {"location", "objective", "file", "value", "steps", "seed", "seconds"} <= entry.keys()
    assert entry["value"] is None
    json.dumps(entry, allow_nan=False)


def test_that_saving_replaces_and_says_where_it_cannot(small, tmp_path):
    feature = visualize(small, "cat/1", steps=2)
    assert save(feature, tmp_path) == save(feature, tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(InspectorError, match="file"):
        save(feature, tmp_path / "file")


def test_that_a_file_of_others_holds_no_recipe(tmp_path):
    (tmp_path / "x.png").write_bytes(b"no picture")
    with pytest.raises(InspectorError, match="holds no recipe"):
        read_recipe(tmp_path / "x.png")


def test_that_file_names_are_safe_and_differ_where_only_case_or_signs_do():
    places = [
        "net/a/1",
        "net/A/1",
        "net/a:1/1",
        "net/a%2F/1",
        "CON.x/a/1",
        "n/" + "ö" * 300 + "/1",
        "net/a/1@2,3",
    ]
    names = [file_name(place, objective, 0) for place in places for objective in ("channel", "-channel")]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789+_-.")
        assert len(name) < 150
        assert name.count(".") == 1
        assert not name.startswith(("-", "."))
