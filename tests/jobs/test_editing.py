"""Edits as jobs: other jobs run through them, they are kept, and their effects are compared."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from inspector.jobs.bench import Bench
from inspector.jobs.editing import (
    CompareAccuracy,
    ComparePicture,
    CompareResponses,
    CompareTuning,
    Edited,
    KeepEdits,
    MakeEdits,
    ReadEdits,
)
from inspector.jobs.queue import Job
from inspector.jobs.requests import LensRequest
from inspector.jobs.scanning import ScanPictures, ShowEvidence
from inspector.lenses.activations import ActivationsParameters
from inspector.lenses.base import Partial
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.tuning import TuningParameters
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.pictures.samples import samples
from inspector.probe.cancel import CancelToken
from inspector.probe.edited import edited
from inspector.probe.edits import ActivationEdit, Edit
from inspector.probe.record import prepare
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.findings import Findings
from inspector.workspace.said import Said
from tests.drawn import drawn


@pytest.fixture(scope="module")
def demo():
    return open_network("demo")


@pytest.fixture
def bench(tmp_path, demo):
    bench = Bench(Findings(tmp_path / "workspace"))
    bench.put(demo)
    yield bench
    bench.close()


def done(request, bench):
    updates, made = drawn(request.start(bench, CancelToken()))
    return made, [update.payload for update in updates if isinstance(update, Partial)]


EDITS = (Edit(ActivationEdit("mixed3", (2,), "steer", 3.0)),)


def test_that_any_request_runs_through_the_edits_and_the_bench_stays_as_it_is(bench, demo):
    request = LensRequest("activations", Location("demo", "mixed3"), ActivationsParameters(samples()[0]))
    plain, _ = done(request, bench)
    made, _ = done(Edited(request, "demo", EDITS), bench)
    assert np.allclose(made.maps[2], plain.maps[2] + 3, atol=1e-4)
    assert bench.network("demo") is demo
    assert np.array_equal(done(request, bench)[0].maps, plain.maps)
    assert Edited(request, "demo", EDITS) != Edited(request, "demo", ())


def test_that_edits_are_kept_for_each_network(bench, demo):
    assert done(ReadEdits("demo"), bench)[0] == ()
    done(KeepEdits("demo", EDITS), bench)
    assert done(ReadEdits("demo"), bench)[0] == EDITS
    file = Said(bench.workspace, "edits").file(demo.fingerprint)
    file.write_text("{ broken", encoding="utf-8")
    assert done(ReadEdits("demo"), bench)[0] == ()
    assert list(file.parent.glob("*.damaged-*")), "what a person made is moved aside, not lost"
    file.write_text('{"version": 99, "content": {}}', encoding="utf-8")
    with pytest.raises(WorkspaceError, match="newer"):
        done(ReadEdits("demo"), bench)


def test_that_a_unit_is_set_to_its_mean_or_to_its_map_on_another_picture(bench, demo):
    place, pictures = Location("demo", "mixed3", 5), tuple(samples()[:3])
    request = LensRequest("activations", Location("demo", "mixed3"), ActivationsParameters(pictures[0]))
    maps = [
        done(LensRequest("activations", place.at("mixed3"), ActivationsParameters(p)), bench)[0].maps[5]
        for p in pictures
    ]
    (mean,), _ = done(MakeEdits(place, "mean", pictures), bench)
    shown = done(Edited(request, "demo", (mean,)), bench)[0].maps[5]
    assert np.allclose(shown, np.mean(maps), atol=1e-4)
    (other,), _ = done(MakeEdits(place, "picture", (pictures[1],)), bench)
    shown = done(Edited(request, "demo", (other,)), bench)[0].maps[5]
    assert np.allclose(shown, maps[1], atol=1e-5)
    negative, _ = done(MakeEdits(place, "weights"), bench)
    node = edited(demo, negative).module.get_submodule(negative[0].change.node)
    assert (node.weight[negative[0].change.unit] * negative[0].change.sign >= 0).all()


def test_that_classes_and_responses_are_compared(bench, demo):
    picture = samples()[0]
    edits = (Edit(ActivationEdit("mixed5", tuple(range(40)))),)
    change, _ = done(ComparePicture("demo", edits, picture), bench)
    with torch.inference_mode():
        batch = prepare(demo, [picture.image])
        for side, network in ((change.before, demo), (change.after, edited(demo, edits))):
            scores = network.module(batch)[0].softmax(0)
            assert [p.index for p in side] == scores.topk(5).indices.tolist()
            assert side[0].probability == pytest.approx(float(scores.max()), abs=1e-5)
    place = Location("demo", "mixed3", 2)
    responses, partials = done(CompareResponses("demo", EDITS, place, tuple(samples()[:20])), bench)
    assert (np.diff(responses.before) <= 0).all()
    assert np.allclose(responses.after, responses.before + 3, atol=1e-4)
    assert len(partials[0].names) == 16


def test_that_a_scan_through_edits_may_stand_still_as_any_scan(bench):
    """What wraps a request is as pausable as what it wraps, and no other request is."""
    scan = ScanPictures("demo", ExamplesParameters(("samples",), ("mixed3",)))
    lens = LensRequest("activations", Location("demo", "mixed3"), ActivationsParameters(samples()[0]))
    for request, goes_on in ((scan, True), (lens, False)):
        assert Job(request, "p", "t").goes_on is goes_on
        assert Job(Edited(request, "demo", EDITS), "p", "t").goes_on is goes_on


def test_that_responses_are_those_of_the_units_top_examples_where_a_scan_knows_them(bench):
    scan, _ = done(ScanPictures("demo", ExamplesParameters(("samples",), ("mixed3",), top=5)), bench)
    place, laid_out = Location("demo", "mixed3", 2), tuple(samples()[:2])
    known, _ = done(ShowEvidence(place), bench)
    change, _ = done(CompareResponses("demo", EDITS, place, laid_out, scan.key), bench)
    assert len(change.before) == 5
    assert np.allclose(change.before, [example.value for example in known.top], atol=1e-4)
    assert np.allclose(change.after, change.before + 3, atol=1e-4)
    assert scan.title in change.source
    change, _ = done(CompareResponses("demo", EDITS, place, laid_out), bench)
    assert (len(change.before), change.source) == (2, "the pictures laid out")


def test_that_accuracy_is_compared_pair_by_pair(bench, demo):
    edits = (Edit(ActivationEdit("mixed5", tuple(range(30)))),)
    change, partials = done(CompareAccuracy("demo", edits, ("samples",)), bench)
    pictures = samples()
    truth = torch.tensor([demo.labels.index(p.label) for p in pictures])
    batch = prepare(demo, [p.image for p in pictures])
    with torch.inference_mode():
        before = (demo.module(batch).argmax(1) == truth).numpy()
        after = (edited(demo, edits).module(batch).argmax(1) == truth).numpy()
    assert change.complete
    assert change.against == "labels"
    assert change.pictures == len(pictures)
    assert (change.before, change.after) == pytest.approx((before.mean(), after.mean()))
    assert change.difference == pytest.approx(after.mean() - before.mean())
    assert change.interval[0] <= change.difference <= change.interval[1]
    assert not partials[0].complete
    none, _ = done(CompareAccuracy("demo", (), ("samples",)), bench)
    assert none.difference == 0
    assert none.interval == (0, 0)


def test_that_tuning_curves_are_laid_over_each_other(bench):
    request = CompareTuning(
        "demo", EDITS, Location("demo", "mixed3", 2), TuningParameters("spot", pre_activation=False)
    )
    change, partials = done(request, bench)
    assert np.allclose(change.after.response, change.before.response + 3, atol=1e-3)
    assert partials[0].after is None
    assert partials[-1].before.complete
