"""Writing nodes in several processes of this machine: pages are text, and text keeps one processor busy."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.atlas.request import AtlasParameters
from inspector.batch.address import NetworkAddress
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.atlas.node_page import NodePages

_LOOK_S = 0.2


@dataclass(frozen=True)
class WritingTask:
    """What a process needs to know to write any node of an atlas.

    Attributes:
        network: The network, to be opened there.
        parameters: What the atlas holds.
        scan: The key of the scan whose examples are shown; "" for none.
        workspace: Where the results are kept.
        nodes: All nodes of the atlas.
    """

    network: NetworkAddress
    parameters: AtlasParameters
    scan: str
    workspace: Path
    nodes: tuple[str, ...]


def write_nodes(
    task: WritingTask, units: dict[str, int], hands: int, token: CancelToken
) -> Generator[Update, None, int]:
    """Write all nodes, `hands` at a time; returns how many files are new or changed.

    Args:
        task: What is to be written.
        units: How many units each node has.
        hands: How many processes.
        token: Cancels it; the nodes under way are finished.

    Raises:
        InspectorError: A file cannot be written, or the network cannot be opened again.
        Cancelled: The token was set.
    """
    pool = ProcessPoolExecutor(hands, mp_context=get_context("spawn"))
    try:
        # The largest first, so that no process is left alone with one in the end.
        order = sorted(task.nodes, key=lambda node: -units[node])
        left: dict[Future[int], str] = {pool.submit(_write, task, node): node for node in order}
        done = written = 0
        while left:
            token.check()
            finished, _ = wait(left, _LOOK_S, FIRST_COMPLETED)
            for future in finished:
                node = left.pop(future)
                written += future.result()
                done += units[node]
                yield Progress(done, sum(units.values()), say("Written {node}", node=node))
        return written
    finally:
        pool.shutdown(cancel_futures=True)


def _write(task: WritingTask, node: str) -> int:
    pages = _pages(task)
    before = pages.site.written
    for _ in pages.write(node, pages.facts.tunings(node), CancelToken()):
        pass
    return pages.site.written - before


@cache
def _pages(task: WritingTask) -> NodePages:
    """What this process writes with; opened once, and closed with the process."""
    from inspector.atlas.facts import opened_facts
    from inspector.atlas.node_page import NodePages
    from inspector.atlas.writing import claimed, tiles_of
    from inspector.batch.address import opened
    from inspector.probe.engine import set_up

    set_up()
    network = opened(task.network)
    site, place = claimed(task.parameters, network)
    facts = _STACK.enter_context(opened_facts(network, task.parameters, task.scan, task.workspace))
    return NodePages(site, place, facts, tiles_of(site, place, facts, task.nodes))


_STACK = ExitStack()
