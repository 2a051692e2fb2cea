"""Numbers behind pages: what their dimensions are, as arrays and as tables, written whole or not at all."""

from __future__ import annotations

import csv
import dataclasses
import errno
import importlib
import json
import pkgutil
from pathlib import Path

import numpy as np
import pytest

import inspector.lenses
from inspector.jobs.bench import Bench
from inspector.jobs.datasheets.dims import DIMS, LEFT_OUT
from inspector.jobs.datasheets.results import sheet_of, stacked, together
from inspector.jobs.datasheets.sheet import Datasheet, Named
from inspector.jobs.datasheets.special import (
    comparison_sheet,
    examples_sheet,
    graph_sheet,
    notes_sheet,
    tuning_sheet,
)
from inspector.jobs.datasheets.writing import ExportSheet, write_csv, write_npz
from inspector.jobs.scanning import scan_kept
from inspector.lenses.circuit import Circuit, CircuitEdge, CircuitUnit
from inspector.lenses.comparison import Comparison, Matching, Responses, TimeLine
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.run import result
from inspector.lenses.weights import Connection, Weights
from inspector.network.errors import InspectorError
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from inspector.workspace.scans import Scans
from inspector.workspace.taxonomy import Group, Mark, Taxonomy


def rows(path):
    with Path(path).open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


@pytest.fixture
def sheet():
    return Datasheet(
        "Made by hand",
        (
            Named("angle", np.array([0.0, 45.0]), ("angle",), "deg"),
            Named("response", np.array([[1.0, np.nan], [3.0, 4.0]]), ("angle", "unit"), "sigma"),
            Named("noise", np.array([[0.1, 0.2], [0.3, 0.4]]), ("angle", "unit")),
            Named("best", np.array(["a", "b"]), ("unit",)),
            Named("picture", np.zeros((2, 3, 3), np.uint8), ("row", "column", "channel")),
        ),
        {"seed": 7, "reach": float("nan")},
    )


def test_that_arrays_over_the_same_dimensions_are_one_table(sheet, tmp_path):
    first, second = sheet.tables()
    assert first.heads() == ["angle (deg)", "unit", "response (sigma)", "noise"]
    assert "by angle × unit" in first.name
    write_csv(first, tmp_path / "t.csv")
    assert rows(tmp_path / "t.csv") == [
        ["angle (deg)", "unit", "response (sigma)", "noise"],
        ["0.0", "0", "1.0", "0.1"],
        ["0.0", "1", "", "0.2"],
        ["45.0", "0", "3.0", "0.3"],
        ["45.0", "1", "4.0", "0.4"],
    ]
    assert list(second.lines()) == [[0, "a"], [1, "b"]]


def test_that_arrays_come_back_from_the_file_with_what_they_are(sheet, tmp_path):
    write_npz(sheet, tmp_path / "d.npz", {"location": "net/conv/3"})
    with np.load(tmp_path / "d.npz", allow_pickle=False) as found:
        assert np.array_equal(found["response"], sheet["response"], equal_nan=True)
        assert found["best"].tolist() == ["a", "b"]
        about = json.loads(str(found["about"]))
    assert about["location"] == "net/conv/3"
    assert about["facts"] == {"seed": 7, "reach": None}
    assert about["arrays"]["response"] == {"dims": ["angle", "unit"], "unit": "sigma", "shape": [2, 2]}


def test_that_every_array_of_every_lens_has_dimensions_of_its_own():
    """A new result, or a new field of one, is to be told in `DIMS`."""
    told = 0
    for info in pkgutil.walk_packages(inspector.lenses.__path__, "inspector.lenses."):
        module = importlib.import_module(info.name)
        for kind in vars(module).values():
            if (
                isinstance(kind, type)
                and dataclasses.is_dataclass(kind)
                and kind.__name__ in DIMS
                and kind.__module__ == info.name != "inspector.lenses.tuning.query"
            ):
                names = {entry.name for entry in dataclasses.fields(kind)}
                assert set(DIMS[kind.__name__]) <= names, kind.__name__
                arrays = {
                    e.name
                    for e in dataclasses.fields(kind)
                    if "Array" in str(e.type) or "ndarray" in str(e.type)
                }
                left = {name for owner, name in LEFT_OUT if owner == kind.__name__}
                nested = {"shares"} if kind.__name__ == "UnitExamples" else set()
                assert arrays - left - nested <= set(DIMS[kind.__name__]), kind.__name__
                told += 1
    assert told >= 25


def test_that_a_tuning_has_its_axes_as_coordinates(tmp_path):
    net = open_network("demo")
    tuning = result(
        "tuning",
        net,
        "demo/conv1/3",
        family="grating",
        axes=(("orientation", (0.0, 30.0, 60.0)), ("frequency", (2.0, 8.0))),
    )
    sheet = tuning_sheet(tuning)
    table = next(table for table in sheet.tables() if table.dims == ("orientation", "frequency"))
    assert table.heads()[:2] == ["orientation (deg)", "frequency (cycles/image)"]
    lines = list(table.lines())
    assert [line[:2] for line in lines[:3]] == [[0.0, 2.0], [0.0, 8.0], [30.0, 2.0]]
    assert lines[3][2] == pytest.approx(float(tuning.response[1, 1]))
    write_npz(sheet, tmp_path / "t.npz")
    with np.load(tmp_path / "t.npz", allow_pickle=False) as found:
        assert np.array_equal(found["responses"], tuning.responses)
        assert found["OSI"].shape == (32,)


def test_that_kernels_of_several_sizes_are_filled_up():
    ends = tuple(
        Connection("conv", unit, 1.0, 0.5, np.full((side, side), unit, np.float32))
        for unit, side in ((1, 1), (2, 3))
    )
    sheet = sheet_of(Weights("net/a/0", ends, (), counts=(2, 0)))
    kernels = sheet["inputs.kernel"]
    assert kernels.shape == (2, 3, 3)
    assert np.isfinite(kernels[0]).sum() == 1
    assert sheet["inputs.unit"].tolist() == [1, 2]
    assert sheet.facts["location"] == "net/a/0"
    assert stacked([np.ones((2,), int), np.ones((3,), int)]).tolist() == [[1, 1, 0], [1, 1, 1]]


def test_that_a_circuit_is_two_tables():
    edge = CircuitEdge(("conv1", 4), ("conv2", 0), 1.0, -0.5, 0.25, 0.25, np.zeros((3, 3), np.float32))
    circuit = Circuit(
        "net/conv2/0", (CircuitUnit("conv2", 0, 0, 1.0), CircuitUnit("conv1", 4, 1, 0.25)), (edge,)
    )
    sheet = sheet_of(circuit)
    units, edges = sheet.tables()[:2]
    assert units.heads() == ["units", "units.node", "units.unit", "units.depth", "units.strength"]
    assert next(edges.lines()) == [0, "conv1", 4, "conv2", 0, 1.0, -0.5, 0.25, 0.25]


def test_that_a_graph_and_notes_are_tables():
    nodes = open_network("demo").nodes
    sheet = graph_sheet(nodes)
    assert sheet["node"].tolist() == list(nodes)
    ends = set(zip(sheet["from"].tolist(), sheet["to"].tolist(), strict=True))
    assert ends == {(source, node.name) for node in nodes.values() for source in node.inputs}

    taxonomy = Taxonomy(
        {"conv1/3": Mark("curve", star=True), "conv2/1": Mark("elsewhere")},
        {"Curves": Group("bent", {"conv1/3": 0.5, "conv1/5": 1.0})},
    )
    sheet = notes_sheet(taxonomy, "conv1")
    assert sheet["marked.label"].tolist() == ["curve"]
    assert sheet["member.unit"].tolist() == [3, 5]
    assert sheet["units"].tolist() == [2]
    assert not notes_sheet(Taxonomy(), "conv1").arrays


def test_that_a_comparison_holds_answers_pairs_and_time():
    first = Responses("a", {"conv": np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]], np.float32)})
    second = Responses("b", {"c1": np.ones((3, 1), np.float32), "c2": np.ones((3, 2), np.float32)})
    comparison = Comparison(first, second, np.array([[0.5, 0.25]], np.float32), ("x", "y", "z"), "set", "max")
    two = np.zeros(2)
    matching = Matching("conv", "c2", np.array([1, 0]), two, two, two, two, two, 0.5)
    line = TimeLine(("s1", "s2"), ("conv",), np.zeros((2, 1)), np.ones((2, 1)), complete=True)
    sheet = comparison_sheet(comparison, matching, None, line)
    cka = next(table for table in sheet.tables() if "cka" in table.name)
    assert list(cka.lines()) == [["conv", "c1", 0.5], ["conv", "c2", 0.25]]
    answers = next(table for table in sheet.tables() if "first.conv" in table.name)
    assert answers.rows == 6
    assert sheet["matching.partners"].tolist() == [1, 0]
    assert sheet["time.correlations"].shape == (2, 1)
    assert sheet.facts["second"] == "b"


def test_that_examples_have_their_quilt_and_histogram(tmp_path):
    net, scans = open_network("demo"), Scans(tmp_path)
    run = scan_kept(net, scans, ExamplesParameters(("samples",), nodes=("pool4",), top=4), CancelToken())
    try:
        while True:
            next(run)
    except StopIteration as end:
        found = scans.evidence(end.value.key, "demo/pool4/7", "pool4", 7)
    finally:
        scans.close()
    sheet = examples_sheet(found)
    assert sheet["top.name"].tolist() == [example.name for example in found.top]
    assert sheet["top.value"].tolist() == pytest.approx([example.value for example in found.top])
    assert sheet["counts"].sum() == found.counts.sum()
    assert len(sheet["edges"]) == len(sheet["counts"]) + 1
    assert sheet["quilt.count"].tolist() == [part.count for part in found.quilt]
    assert len(sheet["quilt example.name"]) == sum(len(part.examples) for part in found.quilt)
    assert sheet.facts["selectivity"] == found.selectivity
    write_npz(sheet, tmp_path / "e.npz")
    with np.load(tmp_path / "e.npz", allow_pickle=False) as arrays:
        assert arrays["top.thumbnail"].ndim == 4
    for number, table in enumerate(sheet.tables()):
        write_csv(table, tmp_path / f"{number}.csv")
        assert len(rows(tmp_path / f"{number}.csv")) == table.rows + 1


def test_that_the_first_of_two_arrays_of_one_name_is_kept():
    one = Datasheet("", (Named("a", np.zeros(1), ("x",)),), {"k": 1})
    two = Datasheet("", (Named("a", np.ones(1), ("x",)), Named("b", np.ones(1), ("x",))), {"k": 2})
    assert together("", one, two)["a"].tolist() == [0]
    assert together("", one, two).facts == {"k": 1}


@pytest.mark.parametrize("name", ["d.npz", "d.csv"])
def test_that_a_full_disk_leaves_the_older_file_and_no_rest(sheet, tmp_path, monkeypatch, name):
    path = tmp_path / name
    path.write_bytes(b"older")

    def full(self, *args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(InspectorError, match=f"{name} cannot be written: No space left on device."):
        list(ExportSheet(sheet, str(path)).start(Bench(), CancelToken()))
    monkeypatch.undo()
    assert path.read_bytes() == b"older"
    assert [item.name for item in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "sentence"), [("d.txt", "written as .csv or .npz, not “.txt”"), ("no/d.npz", "No such file")]
)
def test_that_what_cannot_be_is_said_in_a_sentence(sheet, tmp_path, name, sentence):
    with pytest.raises(InspectorError, match=sentence):
        list(ExportSheet(sheet, str(tmp_path / name)).start(Bench(), CancelToken()))


def test_that_pictures_alone_are_no_table(tmp_path):
    pictures = Datasheet("", (Named("a", np.zeros((2, 2, 3), np.uint8), ("row", "column", "channel")),))
    assert pictures.tables() == ()
    with pytest.raises(InspectorError, match=r"export it as arrays"):
        list(ExportSheet(pictures, str(tmp_path / "d.csv")).start(Bench(), CancelToken()))
