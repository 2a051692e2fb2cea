"""A scan under way in a workspace: taken up where it stopped, checkpointed, finished in one step."""

from __future__ import annotations

import json
import logging
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.examples.evidence import ScanSummary
from inspector.lenses.examples.nodes import node_arrays
from inspector.lenses.examples.plan import COUNTED, DUPLICATE, SKIPPED, Plan
from inspector.lenses.examples.receptive import fields
from inspector.lenses.examples.state import ScanState
from inspector.network.errors import InspectorError
from inspector.saying import counted, say
from inspector.workspace.errors import WorkspaceError, explained
from inspector.workspace.lock import exclusively
from inspector.workspace.scan_arrays import read_arrays, write_arrays
from inspector.workspace.scan_files import (
    CHECKPOINT,
    DAMAGE,
    FOLDER,
    PICTURES,
    RUNNING,
    STATE,
    THUMBNAILS,
    lock_of,
    size_of,
    write_node,
    write_summary,
)
from inspector.workspace.scan_thumbnails import Thumbnails

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.pictures.sources import PictureSet

CHECKPOINT_SECONDS = 20.0
_log = logging.getLogger(__name__)


class ScanRun:
    """The files of a scan under way.

    Attributes:
        name: What its folder is called: the plan's key and the part.
        state: What to go on from, or None.
        notices: Sentences for the user on what was found there.
    """

    def __init__(self, workspace: Path, plan: Plan, part: tuple[int, int], pictures: PictureSet) -> None:
        self.name = folder_name(plan, part)
        self.state: ScanState | None = None
        self.notices: list[str] = []
        self._final = workspace / FOLDER / self.name
        self._lock = lock_of(workspace, self.name)
        self._folder = workspace / FOLDER / f"{self.name}{RUNNING}"
        self._plan, self._pictures = plan, pictures
        self._thumbnails: Thumbnails | None = None
        self._next = 0.0

    @contextmanager
    def opened(self) -> Iterator[ScanRun]:
        """Hold the folder alone and look for what to go on from.

        Raises:
            WorkspaceError: Another process scans the same, or the folder cannot be made.
        """
        with explained(say("The scan cannot be kept in {parent}", parent=self._final.parent)):
            self._folder.mkdir(parents=True, exist_ok=True)
        lock = exclusively(self._lock, 0)
        try:
            lock.__enter__()
        except TimeoutError:
            raise WorkspaceError("Another window is scanning the same pictures with this network.") from None
        try:
            self._take_up()
            self._next = time.monotonic() + CHECKPOINT_SECONDS
            yield self
        finally:
            if self._thumbnails is not None:
                self._thumbnails.close()
            lock.__exit__(None, None, None)

    def sink(self, number: int, data: bytes) -> None:
        """Take a picture's thumbnail."""
        assert self._thumbnails is not None
        self._thumbnails.add(number, data)

    def checkpoint(self, state: ScanState, *, now: bool = False) -> None:
        """Write down what is found so far, where the last time is long ago.

        Raises:
            InspectorError: It cannot be written; what was written before is still good.
        """
        if not now and time.monotonic() < self._next:
            return
        assert self._thumbnails is not None
        self._thumbnails.sync()
        index = {"thumbnails/offset": self._thumbnails.offset, "thumbnails/length": self._thumbnails.length}
        words = state.words() | {"stamp": self._pictures.stamp}
        write_arrays(self._folder / CHECKPOINT, state.arrays() | index, words)
        self._next = time.monotonic() + CHECKPOINT_SECONDS

    def finish(self, network: Network, state: ScanState) -> ScanSummary:
        """Lay the numbers out by unit and put the scan in its place; of a part, keep what merges.

        Raises:
            InspectorError: It cannot be written; the last checkpoint is still good.
        """
        assert self._thumbnails is not None
        self.checkpoint(state, now=True)
        if state.part[1] > 1:
            with explained(say("The scan cannot be kept in {final}", final=self._final)):
                shutil.copyfile(self._folder / CHECKPOINT, self._folder / STATE)
        write_results(self._folder, network, state, self._pictures, self._thumbnails)
        summary = summarised(network, state, self._pictures, self.name)
        with explained(say("The scan cannot be kept in {final}", final=self._final)):
            checkpoint = (self._folder / CHECKPOINT).stat().st_size
            summary = replace(summary, bytes=size_of(self._folder) - checkpoint)
            write_summary(self._folder, summary)
            self._thumbnails.close()
            put_in_place(self._folder, self._final)
            (self._final / CHECKPOINT).unlink()
        return summary

    def _take_up(self) -> None:
        index = None
        try:
            arrays, words = read_arrays(self._folder / CHECKPOINT)
            if words["stamp"] != self._pictures.stamp:
                self.notices.append(say("Pictures have changed since the scan was left: it begins anew."))
            else:
                index = arrays.pop("thumbnails/offset"), arrays.pop("thumbnails/length")
                self.state = ScanState.restored(arrays, words)
        except FileNotFoundError:
            pass
        except (*DAMAGE, InspectorError) as error:
            _log.info("%s: %s", self._folder, error)
            self.notices.append(say("What the scan would go on from is damaged: it begins anew."))
            self.state = index = None
        try:
            self._thumbnails = Thumbnails(self._folder / THUMBNAILS, self._plan.total, index)
        except InspectorError:
            if index is None:
                raise
            self.notices.append(say("What the scan would go on from is damaged: it begins anew."))
            self.state = None
            self._thumbnails = Thumbnails(self._folder / THUMBNAILS, self._plan.total)


def folder_name(plan: Plan, part: tuple[int, int]) -> str:
    """What the folder of a scan or of a part of it is called."""
    return plan.key if part[1] == 1 else f"{plan.key}-{part[0]}-of-{part[1]}"


def write_results(
    folder: Path, network: Network, state: ScanState, pictures: PictureSet, thumbnails: Thumbnails
) -> None:
    """Write every node's numbers by unit, and what is known of the pictures.

    Raises:
        InspectorError: They cannot be written.
    """
    boxes = fields(network, state.same, state.plan.nodes)
    for name in state.plan.nodes:
        node = network.nodes[name]
        words = {
            "field": json.dumps(asdict(boxes[name])),
            "map_shape": json.dumps(node.map_shape),
            "counted": str(state.counted),
        }
        write_node(folder, name, node_arrays(state, name), words)
    names = [entry.name for entry in pictures.entries]
    paths = [pictures.path(number) for number in range(len(pictures))]
    arrays = {
        "seen": state.seen,
        "labels": state.labels,
        "sizes": state.sizes,
        "class_counts": np.bincount(
            state.labels[(state.seen == COUNTED) & (state.labels >= 0)], minlength=state.plan.classes
        ),
        "offset": thumbnails.offset,
        "length": thumbnails.length,
        **{f"names_{key}": array for key, array in _texts(names).items()},
        **{f"paths_{key}": array for key, array in _texts(paths).items()},
    }
    write_arrays(folder / PICTURES, arrays, {"plan": state.plan.to_json(), "stamp": pictures.stamp})


def summarised(network: Network, state: ScanState, pictures: PictureSet, key: str) -> ScanSummary:
    """What a finished scan is; its size is not known yet."""
    sentences = (*pictures.refusals, *(sentence for _, sentence in state.skipped))
    if state.unclean:
        sentences = (
            counted(
                "{count} picture made values that are no numbers; they count as 0.",
                "{count} pictures made values that are no numbers; they count as 0.",
                count=state.unclean,
            ),
            *sentences,
        )
    return ScanSummary(
        key=key,
        network=network.name,
        fingerprint=network.fingerprint,
        pictures_fingerprint=state.plan.pictures,
        title=pictures.title,
        paths=pictures.paths,
        total=state.plan.total,
        pictures=state.counted,
        skipped=sentences[:100],
        skipped_count=int((state.seen == SKIPPED).sum()) + len(pictures.refusals),
        duplicates=int((state.seen == DUPLICATE).sum()),
        classes=pictures.classes,
        nodes=state.plan.nodes,
        top=state.plan.top,
        positions=state.plan.positions,
        part=state.part,
        complete=True,
        made_at=time.time(),
        seconds=state.seconds,
        bytes=0,
    )


def put_in_place(folder: Path, final: Path) -> None:
    """Let a finished folder take its place; an earlier one there is moved out of the way first."""
    old = final.with_name(f"{final.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    with suppress(FileNotFoundError):
        final.rename(old)
    folder.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def _texts(texts: list[str]) -> dict[str, Any]:
    """Many texts as one array of bytes and where each ends, so that one is read without all others."""
    encoded = [text.encode("utf-8", "surrogateescape") for text in texts]
    ends = np.cumsum([0, *map(len, encoded)])
    return {"bytes": np.frombuffer(b"".join(encoded), np.uint8), "ends": ends}
