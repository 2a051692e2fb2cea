"""The shipped sample pictures open, carry their class and are enough to begin with."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from inspector import paths
from inspector.pictures import samples


@pytest.fixture
def resources(tmp_path, monkeypatch):
    folder = tmp_path / "resources" / "demo" / "samples"
    folder.mkdir(parents=True)
    for index, name in enumerate(("b.png", "a.png")):
        Image.new("RGB", (4, 4), (index, 0, 0)).save(folder / name)
    entries = [{"file": "b.png", "class": "star"}, {"file": "a.png", "class": "eye"}]
    (folder / "manifest.json").write_text(json.dumps({"pictures": entries}))
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    samples.labelled_samples.cache_clear()
    yield folder
    samples.labelled_samples.cache_clear()


def test_that_samples_keep_the_manifests_order_and_carry_their_class(resources):
    assert samples.sample_paths() == [resources / "b.png", resources / "a.png"]
    assert [(p.name, p.label) for p in samples.samples()] == [("b.png", "star"), ("a.png", "eye")]


def test_that_the_shipped_samples_open_and_are_at_least_48():
    shipped = samples.samples()
    assert len(shipped) >= 48
    assert len({picture.digest for picture in shipped}) == len(shipped)
    for picture in shipped:
        assert picture.label
        assert np.asarray(picture.image).std() > 1
