"""Circuits come back as they were left."""

from __future__ import annotations

import numpy as np
import pytest

from inspector.lenses.circuit import Circuit, CircuitEdge, CircuitUnit
from inspector.lenses.circuit.edit import document
from inspector.workspace.circuits import Circuits, KeptCircuit
from inspector.workspace.errors import WorkspaceError

CIRCUIT = Circuit(
    "n/b/2",
    (CircuitUnit("b", 2, 0, 1.0), CircuitUnit("a", 7, 1, 0.5)),
    (CircuitEdge(("a", 7), ("b", 2), 1.5, -0.25, 0.5, 0.5, np.array([[0.5, -1.0]], np.float32)),),
)


def test_that_a_kept_circuit_comes_back_as_it_was_left(tmp_path):
    circuits = Circuits(tmp_path)
    kept = KeptCircuit("curves: why/how?", CIRCUIT, 0.1, (("a", 7),), (("b", 2),))
    circuits.keep("f" * 64, kept)
    (found,) = Circuits(tmp_path).all_of("f" * 64)
    assert (found.name, found.least, found.removed, found.held) == (kept.name, 0.1, kept.removed, kept.held)
    assert document(found.circuit) == document(CIRCUIT)
    assert circuits.all_of("0" * 64) == (), "those of another network"


def test_that_a_circuit_of_the_same_name_takes_its_place_and_can_be_forgotten(tmp_path):
    circuits = Circuits(tmp_path)
    circuits.keep("f" * 64, KeptCircuit("b", CIRCUIT, 0.1))
    circuits.keep("f" * 64, KeptCircuit("a", CIRCUIT))
    circuits.keep("f" * 64, KeptCircuit("b", CIRCUIT, 0.3))
    assert [(one.name, one.least) for one in circuits.all_of("f" * 64)] == [("a", 0.0), ("b", 0.3)]
    circuits.remove("f" * 64, "a")
    assert [one.name for one in circuits.all_of("f" * 64)] == ["b"]


def test_that_a_damaged_file_is_passed_over(tmp_path):
    circuits = Circuits(tmp_path)
    path = circuits.keep("f" * 64, KeptCircuit("a", CIRCUIT))
    path.with_name("broken.json").write_text("{", "utf-8")
    path.with_name("other.json").write_text("[1, 2]", "utf-8")
    assert [one.name for one in circuits.all_of("f" * 64)] == ["a"]


def test_that_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "circuits").write_text("a file where a folder belongs", "utf-8")
    with pytest.raises(WorkspaceError, match="could not be kept"):
        Circuits(tmp_path).keep("f" * 64, KeptCircuit("a", CIRCUIT))
