"""Parts of a scan, made by several processes or machines, put together into the whole one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from inspector.lenses.examples.evidence import ScanSummary
from inspector.lenses.examples.nodes import node_arrays
from inspector.lenses.examples.plan import COUNTED, DUPLICATE, SKIPPED
from inspector.lenses.examples.state import ScanState
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError, explained
from inspector.workspace.scan_arrays import read_arrays, write_arrays
from inspector.workspace.scan_files import (
    DAMAGE,
    FOLDER,
    PICTURES,
    RUNNING,
    STATE,
    THUMBNAILS,
    NodeFile,
    read_summary,
    size_of,
    write_node,
    write_summary,
)
from inspector.workspace.scan_rows import finished
from inspector.workspace.scan_run import put_in_place
from inspector.workspace.scan_thumbnails import Thumbnails

Array = np.ndarray[Any, Any]


def merge_parts(workspaces: Sequence[Path], target: Path) -> list[ScanSummary]:
    """Merge the parts that lie in these workspaces; each whole scan is kept in `target`.

    The result is, to the last bit, that of one scan of the whole set on the same kind of machine: extremes,
    quilts and counts always; sums too, because they are made of whole multiples of small numbers that the
    set's first pictures tell. Nothing of the network is needed.

    Raises:
        WorkspaceError: There are no parts, one is missing or damaged, or they do not belong together.
    """
    groups: dict[str, dict[int, Path]] = {}
    totals: dict[str, int] = {}
    for folder in (folder for workspace in workspaces for folder in finished(workspace)):
        number, parts = read_summary(folder).part
        if parts > 1:
            key = folder.name.split("-")[0]
            if totals.setdefault(key, parts) != parts:
                raise WorkspaceError(
                    say(
                        "{folder} is one of {parts} parts; another of the same scan is not.",
                        folder=folder,
                        parts=parts,
                    )
                )
            groups.setdefault(key, {}).setdefault(number, folder)
    if not groups:
        raise WorkspaceError(
            say("There are no parts of scans in {folders}.", folders=", ".join(map(str, workspaces)))
        )
    for key, found in groups.items():
        missing = [str(number) for number in range(1, totals[key] + 1) if number not in found]
        if missing:
            title = read_summary(next(iter(found.values()))).title
            raise WorkspaceError(
                say(
                    "Of the scan of {title}, part {missing} of {totals} is missing.",
                    title=title,
                    missing=", ".join(missing),
                    totals=totals[key],
                )
            )
    return [
        _merged(key, [found[number] for number in sorted(found)], target) for key, found in groups.items()
    ]


def _merged(key: str, folders: list[Path], target: Path) -> ScanSummary:
    final = target / FOLDER / key
    folder = final.with_name(f"{key}.merging{RUNNING}")
    with explained(say("The merged scan cannot be kept in {target}", target=target)):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    try:
        summary = _write(folder, folders, key)
        with explained(say("The merged scan cannot be kept in {target}", target=target)):
            put_in_place(folder, final)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return replace(summary, bytes=size_of(final))


def _write(folder: Path, folders: list[Path], key: str) -> ScanSummary:
    first = read_summary(folders[0])
    thumbnails = Thumbnails(folder / THUMBNAILS, first.total)
    state: ScanState | None = None
    summaries = []
    try:
        for part in folders:
            arrays, words = _read(part)
            thumbnails.append(part / THUMBNAILS, arrays["thumbnails/offset"], arrays["thumbnails/length"])
            summaries.append(read_summary(part))
            other = ScanState.restored(arrays, words)
            if state is None:
                state = other
            else:
                state.merge(other)
        thumbnails.sync()
    finally:
        thumbnails.close()
    assert state is not None
    for name in state.plan.nodes:
        words = NodeFile(folders[0], name).words | {"counted": str(state.counted)}
        write_node(folder, name, node_arrays(state, name), words)
    _write_pictures(folder, folders[0], state, thumbnails)
    summary = _summary(state, summaries, key)
    write_summary(folder, summary)
    summary = replace(summary, bytes=size_of(folder))
    write_summary(folder, summary)
    return summary


def _read(folder: Path) -> tuple[dict[str, Array], dict[str, str]]:
    try:
        return read_arrays(folder / STATE)
    except (*DAMAGE, InspectorError) as error:
        raise WorkspaceError(
            say("{folder} is damaged: scan this part again.", folder=folder / STATE)
        ) from error


def _write_pictures(folder: Path, first: Path, state: ScanState, thumbnails: Thumbnails) -> None:
    arrays, words = read_arrays(first / PICTURES)
    labels = state.labels[(state.seen == COUNTED) & (state.labels >= 0)]
    arrays |= {
        "seen": state.seen,
        "labels": state.labels,
        "sizes": state.sizes,
        "class_counts": np.bincount(labels, minlength=state.plan.classes),
        "offset": thumbnails.offset,
        "length": thumbnails.length,
    }
    write_arrays(folder / PICTURES, arrays, words)


def _summary(state: ScanState, parts: Sequence[ScanSummary], key: str) -> ScanSummary:
    return replace(
        parts[0],
        key=key,
        part=(1, 1),
        pictures=state.counted,
        skipped=tuple(dict.fromkeys(sentence for part in parts for sentence in part.skipped))[:100],
        skipped_count=int((state.seen == SKIPPED).sum()),
        duplicates=int((state.seen == DUPLICATE).sum()),
        made_at=max(part.made_at for part in parts),
        seconds=sum(part.seconds for part in parts),
        bytes=0,
    )
