"""Networks beside the one in front: names, lifetime, and the same measurement in another input size."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.beside import OpenBeside, TakeAway, TuneBeside, fitted
from inspector.jobs.scanning import ScanPictures
from inspector.jobs.scans_shown import ShowScale
from inspector.lenses.base import Partial, Progress, lens
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.tuning import TuningParameters
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.opening import with_preprocessing
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.workspace.findings import Findings
from tests.drawn import drawn, ended


def network(name, side, seed=0):
    torch.manual_seed(seed)
    module = nn.Sequential(nn.Conv2d(3, 4, 5, padding=2), nn.ReLU())
    return Network(module, name=name, preprocessing=Preprocessing(crop=(side, side), resize=side))


def done(request, bench):
    return drawn(request.start(bench, CancelToken()))


def tuned(one, location, **parameters):
    return ended(lens("tuning").run(one, location, TuningParameters(**parameters), CancelToken()))


def test_that_networks_lie_beside_the_one_in_front_until_taken_away():
    bench, front = Bench(), network("a", 32)
    bench.put(front)
    same, other = network("a", 32, seed=1), network("b", 32)
    for one in (same, other):
        bench.put_beside(one)
    assert bench.names == ("a", "a-2", "b")
    assert [bench.network(name) for name in bench.names] == [front, same, other]
    done(TakeAway(("a-2", "a")), bench)
    assert bench.names == ("a", "b"), "the one in front cannot be taken away"
    again = network("c", 32)
    bench.put(again)
    assert bench.names == ("c", "b")
    bench.put(network("b", 32, seed=2))
    assert bench.names == ("b",), "a name means one network"
    with pytest.raises(InspectorError, match="“a” is not open"):
        bench.network("a")


def test_that_a_network_is_opened_beside_another_of_its_name():
    bench = Bench()
    bench.put(network("demo", 32))
    updates, card = done(OpenBeside("demo"), bench)
    assert (card.name, card.spec) == ("demo-2", "demo")
    assert {"grating", "curve"} <= {family.name for family in card.families}
    assert len(updates) == 2
    assert bench.network("demo-2").nodes.keys() == card.nodes.keys()
    with pytest.raises(InspectorError):
        done(OpenBeside("no-such-network"), bench)
    assert bench.names == ("demo", "demo-2")


def test_that_both_networks_see_the_same_picture_in_their_own_size():
    bench, location = Bench(), Location("large", "1", 2)
    bench.put(network("small", 32))
    bench.put_beside(network("large", 64, seed=3))
    asked = TuningParameters("grating", (("radius", (4.0, 8.0, 14.0)),), (("x", 3.0), ("frequency", 6.0)))
    updates, found = done(TuneBeside(location, asked, (32, 32)), bench)
    by_hand = tuned(
        bench.network("large"),
        location,
        family="grating",
        axes=(("radius", (8.0, 16.0, 28.0)),),
        fixed=(("x", 6.0), ("frequency", 6.0)),
    )
    np.testing.assert_allclose(found.responses, by_hand.responses, rtol=1e-5)
    assert found.axes["radius"].tolist() == [8, 16, 28]
    assert (found.location, found.measured, found.recorded) == ("large/1/2", "raw", "0")
    assert any(isinstance(update, Partial) for update in updates)


def test_that_what_the_other_input_cannot_show_is_left_out():
    fine = TuningParameters("grating", (("frequency", (4.0, 8.0, 30.0)),), (("contrast", 0.5),))
    assert fitted(fine, network("small", 32), (64, 64)).axes == (("frequency", (4.0, 8.0)),)
    finest = TuningParameters("grating", (("frequency", (20.0, 30.0)),))
    with pytest.raises(InspectorError, match="small can show none of these values of frequency"):
        fitted(finest, network("small", 32), (64, 64))


def test_that_responses_are_in_sigma_over_the_same_pictures(tmp_path):
    generator, paths, shown = np.random.default_rng(0), [], []
    for number in range(6):
        pixels = generator.integers(0, 256, (24, 24, 3), np.uint8)
        paths.append(str(tmp_path / f"{number}.png"))
        Image.fromarray(pixels).save(paths[-1])
        shown.append(torch.from_numpy(pixels).permute(2, 0, 1) / 255)
    bench, other = Bench(), network("other", 24)
    bench.put_beside(other)
    location, asked = Location("other", "1", 1), TuningParameters("spot", (("radius", (2.0, 4.0, 6.0)),))
    updates, found = done(TuneBeside(location, asked, (24, 24), sigma=True, pictures=tuple(paths)), bench)
    raw = tuned(other, location, family="spot", axes=asked.axes)
    with torch.no_grad():
        values = other.module[0](other.preprocessing.normalise(torch.stack(shown)))
    mean, deviation = values.mean((0, 2, 3)).numpy(), values.std((0, 2, 3), correction=0).numpy()
    np.testing.assert_allclose(found.responses, (raw.responses - mean) / deviation, rtol=2e-3, atol=2e-3)
    assert (found.measured, found.recorded, found.scale_source) == ("sigma", "0", "6 pictures")
    assert not any(isinstance(u, Partial) and not hasattr(u.payload, "responses") for u in updates)
    assert any(isinstance(update, Progress) for update in updates)
    bench.close()


def test_that_a_scan_of_its_own_tells_its_sigma_before_the_pictures_do(tmp_path):
    """The second network was scanned once, by itself: its σ is that over the scanned set, and says so."""
    generator = np.random.default_rng(2)
    for folder, count in (("set", 8), ("strip", 3)):
        (tmp_path / folder).mkdir()
        for number in range(count):
            pixels = generator.integers(0, 256 if folder == "set" else 90, (24, 24, 3), np.uint8)
            Image.fromarray(pixels).save(tmp_path / folder / f"{number}.png")
    strip = tuple(map(str, sorted((tmp_path / "strip").iterdir())))
    bench, other = Bench(Findings(tmp_path / "workspace")), network("other", 24)
    bench.put(other)
    scan = ScanPictures("other", ExamplesParameters((str(tmp_path / "set"),), batch_size=4))
    key = done(scan, bench)[1].key
    bench.put(network("front", 24, seed=5))
    bench.put_beside(other)
    location, asked = Location("other", "1", 1), TuningParameters("spot", (("radius", (2.0, 4.0, 6.0)),))
    for pictures in (strip, ()):
        found = done(TuneBeside(location, asked, (24, 24), sigma=True, pictures=pictures), bench)[1]
        assert (found.measured, found.scale_source) == ("sigma", "8 pictures of set")
        raw = tuned(other, location, family="spot", axes=asked.axes)
        scale = done(ShowScale(key, ("0",)), bench)[1]
        expected = (raw.responses - scale.means) / scale.deviations
        np.testing.assert_allclose(found.responses, expected, rtol=2e-3, atol=2e-3)
    changed = with_preprocessing(other, {"crop": 20})
    changed.name = "changed"
    bench.put_beside(changed)
    there = Location("changed", "1", 1)
    shown = done(TuneBeside(there, asked, (24, 24), sigma=True), bench)[1]
    assert shown.measured == "raw", "a scan of pictures that were shown otherwise tells nothing of it"
    bench.close()
