"""The evidence of a unit: filled by its lenses, judged by a person, written as one page."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.atlas.alone.request import WriteReport
from inspector.jobs import evidence_edits
from inspector.jobs.bench import Bench
from inspector.jobs.editing import Edited, KeepEdits
from inspector.jobs.evidence import GatherEvidence, KeepVerdict, ReadVerdicts
from inspector.jobs.evidence_arguments import ARGUMENTS, Verdict
from inspector.jobs.scanning import ScanPictures
from inspector.lenses.base import Partial
from inspector.lenses.comparing.concerning import concerning
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.run import result
from inspector.lenses.tuning import TuningParameters
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import ActivationEdit, Edit, WeightEdit
from inspector.probe.record import record
from inspector.workspace.findings import Findings
from tests.drawn import drawn, ended


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    bench = Bench(Findings(tmp_path_factory.mktemp("workspace")))
    bench.put(open_network("demo"))
    updates, evidence = drawn(GatherEvidence(Location("demo", "conv1", 5)).start(bench, CancelToken()))
    yield bench, evidence, [update.payload for update in updates if isinstance(update, Partial)]
    bench.close()


def done(request, bench):
    return ended(request.start(bench, CancelToken()))


def test_that_every_argument_is_filled_in_order_as_it_comes(gathered):
    _, evidence, partials = gathered
    assert [argument.name for argument in evidence.arguments] == list(ARGUMENTS)
    assert all(argument.facts for argument in evidence.arguments)
    assert [len(partial.arguments) for partial in partials] == [1, 2, 4, 6, 7]
    found = {argument.name: argument for argument in evidence.arguments}
    assert "scan" in found["examples"].facts[0], "what is missing is said"
    assert found["feature"].pictures[0][1].shape[2] == 3


def test_that_the_use_is_that_of_the_weights_lens(gathered):
    bench, evidence, _ = gathered
    weights = result("weights", bench.network("demo"), "demo/conv1/5", top=6)
    captions = [caption for caption, _ in evidence.arguments[5].pictures]
    assert captions == [f"{user.node}/{user.unit}" for user in weights.users]


def test_that_the_circuit_is_measured_under_the_edits_that_concern_the_unit(tmp_path):
    """A unit that reads one line filter: cutting its weights kills the tuning, other edits are not told."""
    bench = Bench(Findings(tmp_path))
    module = nn.Sequential(
        nn.Conv2d(3, 2, 5, padding=2, bias=False), nn.ReLU(), nn.Conv2d(2, 2, 1, bias=False), nn.ReLU()
    )
    with torch.no_grad():
        module[0].weight[:] = torch.tensor([-1.0, -1, 4, -1, -1])[None, None, None, :] / 5
        module[2].weight[:] = torch.tensor([[2.0, 0.0], [0.0, 2.0]])[..., None, None]
    made = Network(module, name="n", preprocessing=Preprocessing((32, 32)))
    bench.put(made)
    unit = Location("n", "3", 0)
    own, read, other = WeightEdit("2", 0), ActivationEdit("1", (0, 1)), WeightEdit("2", 1)
    itself, unread = ActivationEdit("3", (0,)), ActivationEdit("1", (1,))
    assert concerning(made, unit, map(Edit, (own, other, read, itself, unread)), CancelToken()) == (
        Edit(own),
        Edit(read),
    )
    parameters = TuningParameters("grating")

    def told(*edits):
        done(KeepEdits("n", edits), bench)
        through = Edited(_Tested(unit, parameters), "n", edits)
        return done(through, bench)

    facts, pictures, _ = told(Edit(own), Edit(other))
    assert facts[0] == Edit(own).title
    assert len(facts) == 3
    assert "becomes 0 there" in facts[1]
    assert re.search(r"its maximum goes from \d.* to 0\.", facts[2])
    unedited, edited = (pixels for _, pixels in pictures[:2])
    assert [" → 0" in caption for caption, _ in pictures[2:]] == [True] * 3
    assert len(np.unique(unedited.reshape(-1, 3), axis=0)) > 2
    assert len(np.unique(edited.reshape(-1, 3), axis=0)) == 1, "on one scale with the unedited"
    facts, pictures, _ = told(Edit(WeightEdit("2", 0, "flip", "negative")))
    assert all("correlate by 1.00" in fact for fact in facts[-2:]), "there are no negative weights to flip"
    assert told(Edit(other))[0][0].startswith("The 1 edit does not test it")
    assert told(Edit(own, on=False))[0] == (f"Switched off: {Edit(own).title}.",)
    bench.close()


def test_that_a_kernel_written_by_hand_is_compared_with_the_learned_one_and_on_pictures(tmp_path):
    """The learned kernel written down is the unit itself; its opposite is the opposite of it."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    random = np.random.default_rng(3)
    for number in range(4):
        Image.fromarray(random.integers(0, 255, (32, 32, 3), np.uint8)).save(folder / f"{number}.png")
    bench = Bench(Findings(tmp_path / "workspace"))
    torch.manual_seed(2)
    module = nn.Sequential(nn.Conv2d(3, 2, 5, padding=2, bias=False), nn.ReLU())
    made = Network(module, name="n", preprocessing=Preprocessing((32, 32)))
    bench.put(made)
    done(ScanPictures("n", ExamplesParameters((str(folder),), top=4)), bench)
    learned = module[0].weight[1, 2].tolist()
    for sign, cosine in ((1, "1.00"), (-1, "−1.00")):
        kernel = tuple(tuple(sign * value for value in row) for row in learned)
        done(KeepEdits("n", (Edit(WeightEdit("0", 1, "kernel", sources=(2,), kernel=kernel)),)), bench)
        facts, pictures, recipe = done(_Tested(Location("n", "1", 1), TuningParameters("spot")), bench)
        assert f"at cosine {cosine} to the learned one" in facts[1]
        assert (all("correlate by 1.00" in fact for fact in facts[2:])) == (sign == 1)
        assert "its top examples in pictures and shipped ones" in recipe
        maxima = record(made, [folder / f"{n}.png" for n in range(4)], ["1"])["1"][:, 1].max((1, 2))
        assert pictures[2][0].startswith(f"{maxima.argmax()}.png {maxima.max():.3g} → ")
    bench.close()


@dataclass(frozen=True)
class _Tested:
    place: Location
    parameters: TuningParameters
    keep: bool = False

    def start(self, bench, token):
        return evidence_edits.tested(self.place, bench, self.parameters, token)


def test_that_verdicts_are_kept_by_unit_and_argument(gathered):
    bench, _, _ = gathered
    one, other = Location("demo", "conv1", 5), Location("demo", "conv1", 6)
    verdicts = (Verdict("feature", "for", "a line"), Verdict("use", "against"))
    for verdict in verdicts:
        done(KeepVerdict(one, verdict), bench)
    assert done(ReadVerdicts(one), bench) == verdicts
    assert done(ReadVerdicts(other), bench) == ()
    done(KeepVerdict(one, Verdict("feature", "open", "or a bar")), bench)
    assert done(ReadVerdicts(one), bench)[0] == Verdict("feature", "open", "or a bar")


def test_that_the_report_is_one_page_that_needs_no_other_file(gathered, tmp_path):
    bench, evidence, _ = gathered
    said = (Verdict("feature", "for", "<b>lines</b> & edges"),)
    (file,) = done(WriteReport(evidence, said, str(tmp_path / "unit.html")), bench)
    page = file.read_text(encoding="utf-8")
    assert page.count("<section ") == len(ARGUMENTS)
    assert "Speaks for it" in page
    assert "&lt;b&gt;lines&lt;/b&gt; &amp; edges" in page
    sources = re.findall(r'src="([^"]+)"', page)
    assert len(sources) == sum(len(argument.pictures) for argument in evidence.arguments)
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert set(re.findall(r'href="([^"]+)"', page)) == {"data:,", "#main"}
    assert "url(" not in page
    assert evidence.arguments[0].recipe in page
