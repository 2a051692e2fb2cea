"""A network that reads words: what its units answer to texts, its weights, and what it refuses."""

from __future__ import annotations

import json

import numpy as np
import pytest

from inspector.cli import main
from inspector.jobs.bench import Bench
from inspector.jobs.requests import OpenNetwork
from inspector.jobs.scanning import ScanPictures
from inspector.lenses.base import Remark, lenses
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.network.opening import open_network
from inspector.pictures.samples import sample_paths
from inspector.probe.cancel import CancelToken
from inspector.probe.record import record
from tests.text_truth import CODE


@pytest.fixture
def spec(tmp_path):
    (tmp_path / "texts.py").write_text(CODE)
    return f"{tmp_path / 'texts.py'}:tower"


@pytest.fixture
def tower(spec):
    return open_network(spec, trust=True)


def test_that_units_answer_to_texts_by_their_tokens_and_not_by_what_fills_the_row(tower):
    texts = ("ab", "b", "ccc", "a b")
    found = result("word-responses", tower, "tower/pairs", words=texts)
    assert found.words == texts
    # The text of "b" alone is inhibited: the filling behind it, which answers 0, would hide that.
    np.testing.assert_allclose(found.responses, [[2, 0], [-3, 0], [0, 1], [2, 0]])
    assert found.best(0, 1)[0] in (0, 3)
    letters = result("word-responses", tower, "tower/letters", words=texts).responses
    np.testing.assert_allclose(letters[0], [1, 1, *[0] * 24])
    assert found.views.shape[0] == 4
    assert result("word-responses", tower, "tower/mean", words=texts).responses.shape == (4, 3)


def test_that_its_weights_are_followed(tower):
    found = result("weights", tower, "tower/out/1")
    assert [(one.node, one.unit) for one in found.inputs] == [("pairs", 0), ("pairs", 1)] or [
        (one.node, one.unit) for one in found.inputs
    ] == [("pairs", 1), ("pairs", 0)]
    weight = tower.module.out.weight[1]
    for one in found.inputs:
        assert one.sum == pytest.approx(float(weight[one.unit]), rel=1e-5)


def test_that_every_other_lens_says_what_it_needs(tower):
    refused = [lens for lens in lenses().values() if "words" not in lens.reads]
    assert len(refused) >= 12
    for lens in refused:
        sentence = f"^{lens.title} needs a network that reads pictures; tower reads words"
        with pytest.raises(InspectorError, match=sentence):
            lens.run(tower, None, None, CancelToken())
    with pytest.raises(InspectorError, match="tower reads words and no pictures"):
        record(tower, sample_paths()[:1], ["pairs"])


def test_that_the_window_opens_it_and_says_what_can_be_looked_at(spec, tower):
    bench, said = Bench(), []
    run = OpenNetwork(spec).start(bench, CancelToken())
    try:
        while True:
            said.append(next(run))
    except StopIteration as end:
        card = end.value
    assert not card.sees
    assert card.families == ()
    assert "reads words" in [one.sentence for one in said if isinstance(one, Remark)][-1]
    with pytest.raises(InspectorError, match="no pictures that could be scanned"):
        next(ScanPictures("tower", ExamplesParameters(("samples",))).start(bench, CancelToken()))
    bench.close()


def test_that_the_command_of_words_asks_it(spec, tower, tmp_path, capsys):
    (tmp_path / "list.txt").write_text("abba bob cab")
    words = ["words", spec, "pairs/1", "--list", str(tmp_path / "list.txt"), "--top", "1", "--json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["words"] == [{"word": "cab", "value": 1.0}]
