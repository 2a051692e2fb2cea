"""Folding: which blocks stand open, and the smaller graph that is left when the others are closed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from inspector.network.flow.blocks import INPUT, ROOT, Blocks

OPEN_UP_TO = 80
"""How many operations and folded blocks are shown at first, at most."""
# Convolution, norm, nonlinearity, dropout.
_STEP = 4


@dataclass(frozen=True)
class Folded:
    """What is left of a graph.

    Attributes:
        keys: Operations and folded blocks, by first execution.
        edges: (source, target) between them, `INPUT` among the sources: there is one exactly where any
            operation of the one feeds any operation of the other. Blocks that are left and entered again
            make circles, so a target may stand before its source.
    """

    keys: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]


def shown_as(blocks: Blocks, key: str, unfolded: Collection[str]) -> str:
    """What an operation or block is seen as: itself, or the outermost folded block around it."""
    return next((path for path in reversed([*blocks.around(key)]) if path not in unfolded), key)


def fold(blocks: Blocks, unfolded: Collection[str]) -> Folded:
    """The graph in which only these blocks stand open (a block in a folded one cannot)."""
    seen = {name: shown_as(blocks, name, unfolded) for name in blocks.operations} | {INPUT: INPUT}
    edges = {(seen[source], seen[target]): None for source, target in blocks.edges}
    keys = dict.fromkeys(seen[name] for name in blocks.operations)
    return Folded(tuple(keys), tuple(edge for edge in edges if edge[0] != edge[1]))


def open_at_first(blocks: Blocks, limit: int = OPEN_UP_TO) -> frozenset[str]:
    """Blocks to open at first: one depth after the other, as long as not more than `limit` keys are shown.

    A convolution with what belongs to it (norm, nonlinearity) stays one card, as the Microscope had it.
    """
    unfolded: set[str] = set()
    layer = _worth_opening(blocks, ROOT)
    count = len(blocks.members[ROOT])
    while layer:
        count += sum(len(blocks.members[path]) - 1 for path in layer)
        if count > limit:
            break
        unfolded.update(layer)
        layer = [key for path in layer for key in _worth_opening(blocks, path)]
    return frozenset(unfolded)


def _worth_opening(blocks: Blocks, path: str) -> list[str]:
    return [key for key in blocks.members[path] if blocks.is_block(key) and not _is_one_step(blocks, key)]


def _is_one_step(blocks: Blocks, block: str) -> bool:
    members = blocks.members[block]
    kernels = [key for key in members if not blocks.is_block(key) and blocks.operations[key].kernel]
    return len(members) <= _STEP and not any(map(blocks.is_block, members)) and len(kernels) == 1


def opened_for(blocks: Blocks, key: str, unfolded: frozenset[str]) -> frozenset[str]:
    """These blocks and those that have to stand open, too, for an operation or block to be seen."""
    return unfolded | frozenset(blocks.around(key))
