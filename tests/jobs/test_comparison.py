"""Requests that compare: the other network is opened and found again, checkpoints become a time line."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from inspector.cli import main
from inspector.jobs.bench import Bench
from inspector.jobs.comparison import (
    CompareCheckpoints,
    CompareNetworks,
    MatchUnits,
    ShownPictures,
    called,
    checkpoints,
)
from inspector.lenses.base import Partial, Progress
from inspector.network.errors import InspectorError
from inspector.network.opening import open_network
from inspector.pictures.samples import samples
from inspector.probe.cancel import CancelToken
from tests.drawn import drawn

FEW = ShownPictures(most=12)


@pytest.fixture
def bench():
    bench = Bench()
    bench.put(open_network("demo"))
    yield bench
    bench.close()


@pytest.fixture
def folder(tmp_path):
    """Checkpoints of the demonstration network, noisier and noisier."""
    place = tmp_path / "checkpoints"
    place.mkdir()
    source = open_network("demo").source
    state = load_file(source)
    torch.manual_seed(0)
    noise = {name: torch.randn_like(v) * v.float().std() for name, v in state.items() if v.ndim == 4}
    for number, amount in ((1, 0.0), (2, 0.1), (10, 0.5)):
        changed = {name: v + amount * noise[name] if name in noise else v for name, v in state.items()}
        save_file(changed, place / f"step-{number}.safetensors")
    (place / "log.txt").write_text("nothing")
    return place


def done(request, bench):
    return drawn(request.start(bench, CancelToken()))


def test_that_the_other_network_is_opened_once_and_its_units_are_matched(bench):
    _, found = done(CompareNetworks("demo", "demo", shown=FEW), bench)
    assert (found.card.name, bench.names) == ("demo-2", ("demo", "demo-2"))
    assert np.allclose(np.diag(found.comparison.cka), 1, atol=1e-4)
    _, again = done(CompareNetworks("demo", "demo", "demo-2", FEW), bench)
    assert bench.names == ("demo", "demo-2")
    assert np.array_equal(again.comparison.cka, found.comparison.cka)
    _, matching = done(MatchUnits(found.comparison, "mixed3.cat"), bench)
    assert matching.other == "mixed3.cat"
    living = matching.partners >= 0
    assert living.sum() > 80
    assert np.array_equal(matching.partners[living], np.flatnonzero(living))
    with pytest.raises(InspectorError, match="mixed3 is only a container"):
        done(MatchUnits(found.comparison, "mixed3"), bench)


def test_that_pictures_that_lie_open_are_shown_instead_of_files(bench):
    few = tuple(samples())[:4]
    _, found = done(CompareNetworks("demo", "demo", shown=ShownPictures(few, title="strip")), bench)
    assert found.comparison.pictures == tuple(picture.name for picture in few)


def test_that_a_folder_of_checkpoints_becomes_a_falling_time_line(bench, folder):
    specs = checkpoints(str(folder), "demo")
    assert [called(spec) for spec in specs] == ["step-1", "step-2", "step-10"]
    updates, line = done(CompareCheckpoints("demo", specs, FEW), bench)
    assert bench.names == ("demo",), "checkpoints do not stay open"
    assert line.names == ("step-1", "step-2", "step-10")
    assert line.complete
    at = line.nodes.index("mixed5.cat")
    for table in (line.cka, line.correlations):
        assert table.shape == (3, len(line.nodes))
        assert table[0] == pytest.approx(1, abs=1e-3)
        assert (np.diff(table[:, at]) < 0).all()
    partial = [update.payload for update in updates if isinstance(update, Partial)]
    assert [len(one.names) for one in partial] == [1, 2, 3]
    assert [one.complete for one in partial] == [False, False, True]
    assert max(update.done for update in updates if isinstance(update, Progress)) <= 16
    (folder / "empty").mkdir()
    with pytest.raises(InspectorError, match="no checkpoints in empty"):
        checkpoints(str(folder / "empty"), "demo")
    with pytest.raises(InspectorError, match="cannot be read"):
        checkpoints(str(folder / "none"), "demo")


def test_that_the_command_prints_and_writes_what_the_job_finds(bench, folder, tmp_path, capsys):
    other = f"demo={folder / 'step-2.safetensors'}"
    table = tmp_path / "cka.csv"
    assert main(["compare", "demo", other, "--most", "12", "--json", "--out", str(table)]) == 0
    told = json.loads(capsys.readouterr().out)
    _, found = done(CompareNetworks("demo", other, shown=FEW), bench)
    assert np.allclose(np.array(told["cka"], float), found.comparison.cka, atol=1e-5)
    assert told["pictures"] == 12
    lines = table.read_text().splitlines()
    assert len(lines) == len(found.comparison.first.nodes) + 1
    assert lines[0].startswith("demo / demo-2,conv1,")

    matches = tmp_path / "matches.csv"
    words = ["compare", "demo", other, "--most", "12", "--node", "conv1", "--top", "3", "--out", str(matches)]
    assert main(words) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("demo/conv1 with demo-2/conv1 · 12 pictures")
    assert len(printed) == 2 + 3
    assert len(matches.read_text().splitlines()) == 33
    assert main(["compare", "demo", other, "--node", "mixed3"]) == 1
    assert "no node “mixed3” that is compared" in capsys.readouterr().err
    assert main(["compare", "demo", other, "--most", "2"]) == 1
    assert "three pictures or more" in capsys.readouterr().err
