"""Circuits that were kept: a JSON file each, by network and name."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from inspector.files import replacing
from inspector.lenses.circuit import Circuit, End
from inspector.lenses.circuit.edit import document, from_document
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError, explained


@dataclass(frozen=True, eq=False)
class KeptCircuit:
    """A circuit as it was left.

    Attributes:
        name: What the user calls it.
        circuit: The whole of it.
        least: Edges of less strength were hidden.
        removed: Units that were taken out.
        held: Units that were to stay however weak.
    """

    name: str
    circuit: Circuit
    least: float = 0.0
    removed: tuple[End, ...] = ()
    held: tuple[End, ...] = ()


class Circuits:
    """The circuits of a workspace folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the workspace."""
        self.folder = folder / "circuits"

    def keep(self, fingerprint: str, kept: KeptCircuit) -> Path:
        """Keep a circuit in place of an earlier one of that name; returns the file.

        Raises:
            WorkspaceError: It could not be written.
        """
        values = document(kept.circuit) | {
            "name": kept.name,
            "fingerprint": fingerprint,
            "least": kept.least,
            "removed": [list(end) for end in kept.removed],
            "held": [list(end) for end in kept.held],
        }
        path = self._path(fingerprint, kept.name)
        with explained(
            say("The circuit {name} could not be kept in {folder}", name=kept.name, folder=self.folder)
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path) as temporary:
                temporary.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
        return path

    def all_of(self, fingerprint: str) -> tuple[KeptCircuit, ...]:
        """The circuits of a network by name; files that do not read are passed over."""
        found = []
        for path in self._home(fingerprint).glob("*.json"):
            try:
                found.append(_read(path))
            except WorkspaceError:
                continue
        return tuple(sorted(found, key=lambda kept: kept.name.casefold()))

    def remove(self, fingerprint: str, name: str) -> None:
        """Forget a circuit.

        Raises:
            WorkspaceError: It could not be deleted.
        """
        with explained(say("The circuit {name} could not be deleted", name=name)):
            self._path(fingerprint, name).unlink(missing_ok=True)

    def _home(self, fingerprint: str) -> Path:
        return self.folder / fingerprint[:16]

    def _path(self, fingerprint: str, name: str) -> Path:
        plain = re.sub(r"[^\w. -]+", "_", name).strip(". ")[:80] or "circuit"
        return self._home(fingerprint) / f"{plain}.json"


def _read(path: Path) -> KeptCircuit:
    with explained(say("{path} cannot be read", path=path)):
        try:
            values = json.loads(path.read_text("utf-8"))
            return KeptCircuit(
                str(values["name"]),
                from_document(values),
                float(values["least"]),
                _ends(values["removed"]),
                _ends(values["held"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise WorkspaceError(say("{path} is no circuit of ours.", path=path)) from error


def _ends(pairs: Collection[tuple[str, int]]) -> tuple[End, ...]:
    return tuple((str(node), int(unit)) for node, unit in pairs)
