"""The evidence of a unit: filled by its lenses, judged by a person, written as one page."""

from __future__ import annotations

import re

import pytest

from inspector.jobs.bench import Bench
from inspector.jobs.evidence import ARGUMENTS, GatherEvidence, KeepVerdict, ReadVerdicts, Verdict, WriteReport
from inspector.lenses.base import Partial
from inspector.lenses.run import result
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from inspector.workspace.findings import Findings


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    bench = Bench(Findings(tmp_path_factory.mktemp("workspace")))
    bench.put(open_network("demo"))
    run, partials = GatherEvidence(Location("demo", "conv1", 5)).start(bench, CancelToken()), []
    try:
        while True:
            update = next(run)
            partials += [update.payload] if isinstance(update, Partial) else []
    except StopIteration as end:
        yield bench, end.value, partials
    bench.close()


def done(request, bench):
    run = request.start(bench, CancelToken())
    try:
        while True:
            next(run)
    except StopIteration as end:
        return end.value


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
    assert page.count("<section>") == len(ARGUMENTS)
    assert "Speaks for it" in page
    assert "&lt;b&gt;lines&lt;/b&gt; &amp; edges" in page
    sources = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert sources
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert evidence.arguments[0].recipe in page
