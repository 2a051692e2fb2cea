"""What the window asks about labels, notes and groups: read and change them, import and export them."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from inspector.files import replacing
from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Remark, Update
from inspector.network.errors import InspectorError
from inspector.probe.cancel import CancelToken
from inspector.saying import say
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import Taxonomy
from inspector.workspace.taxonomy_edit import TaxonomyEdit
from inspector.workspace.taxonomy_json import fitting, from_csv, from_json, to_csv, to_json


@dataclass(frozen=True)
class Notes:
    """What is said of a network, and where it is kept."""

    fingerprint: str
    workspace: Path
    taxonomy: Taxonomy


@dataclass(frozen=True)
class ReadNotes:
    """Read what is said of an open network; returns `Notes`."""

    network: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Notes]:
        """Read the file."""
        yield Progress(0, 1, "Reading notes")
        fingerprint, store = bench.network(self.network).fingerprint, Taxonomies(bench.workspace)
        taxonomy = store.read(fingerprint)
        for notice in store.notices:
            yield Remark(notice)
        return Notes(fingerprint, bench.workspace, taxonomy)


@dataclass(frozen=True)
class ChangeNotes:
    """Apply an edit to what is said of a network, open or not; returns the `Taxonomy` on disk then."""

    fingerprint: str
    network: str
    edit: TaxonomyEdit
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Taxonomy]:
        """Read, change and write in one go, so that another window's changes stay."""
        yield Progress(0, 1, "Keeping notes")
        return Taxonomies(bench.workspace).change(self.fingerprint, self.network, self.edit.apply)


@dataclass(frozen=True)
class ImportNotes:
    """Read labels and groups from a JSON or CSV file; returns the `Taxonomy` in it that fits the network.

    Nothing is written: what is read is shown first, as any other change that can be undone.
    """

    network: str
    path: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Taxonomy]:
        """Read the file and say what the network has no place for."""
        yield Progress(0, 1, "Reading labels")
        units = {node.name: node.units for node in bench.network(self.network).nodes.values()}
        read = fitting(read_taxonomy(Path(self.path)), units)
        if read.left_out:
            more = say(" and {count:,} more", count=len(read.left_out) - 1) if len(read.left_out) > 1 else ""
            yield Remark(
                say(
                    "Left out of {name}: {left_out}{more}.",
                    name=Path(self.path).name,
                    left_out=read.left_out[0].rstrip("."),
                    more=more,
                )
            )
        return read.taxonomy


@dataclass(frozen=True)
class ExportNotes:
    """Write a taxonomy as JSON or as a table of units, as the file's ending says; returns the path."""

    fingerprint: str
    path: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, str]:
        """Write the file whole or not at all."""
        yield Progress(0, 1, "Writing labels")
        write_taxonomy(Taxonomies(bench.workspace).read(self.fingerprint), Path(self.path))
        return self.path


def read_taxonomy(path: Path) -> Taxonomy:
    """The taxonomy in a JSON or CSV file.

    Raises:
        InspectorError: The file is gone, or holds no labels.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return from_csv(text) if path.suffix.lower() == ".csv" else from_json(json.loads(text))
    except OSError as error:
        raise InspectorError(
            say("{path} cannot be read: {reason}.", path=path, reason=error.strerror)
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InspectorError(
            say("{name} holds no labels and groups that can be read: {error}.", name=path.name, error=error)
        ) from error


def write_taxonomy(taxonomy: Taxonomy, path: Path) -> None:
    """Write a taxonomy as the file's ending says: .csv a table of units, else JSON.

    Raises:
        InspectorError: The file cannot be written.
    """
    text = to_csv(taxonomy) if path.suffix.lower() == ".csv" else json.dumps(to_json(taxonomy), indent=1)
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8")
