"""Pictures in batches that fit into memory, pictures of one group always in the same batch."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from inspector.lenses.feature_visualization.pace import LARGEST_BATCH
from inspector.lenses.feature_visualization.plan import Aim
from inspector.network.errors import InspectorError


class Batches:
    """Which pictures go through the network together: eight, fewer where memory does not suffice.

    Attributes:
        size: How many pictures a batch has at most; a group of more goes whole all the same.
    """

    def __init__(self, aims: Sequence[Aim]) -> None:
        self.size = min(len(aims), LARGEST_BATCH)
        self._blocks = _blocks(aims)

    def parts(self) -> list[list[int]]:
        """Numbers of the pictures of each batch, in order."""
        parts: list[list[int]] = [[]]
        for block in self._blocks:
            if parts[-1] and len(parts[-1]) + len(block) > self.size:
                parts.append([])
            parts[-1] += block
        return parts

    def halve(self) -> None:
        """Make smaller batches.

        Raises:
            InspectorError: They cannot be any smaller.
        """
        before = len(self.parts())
        while len(self.parts()) == before and self.size > 1:
            self.size = max(self.size // 2, 1)
        if len(self.parts()) == before:
            raise InspectorError(
                "Memory does not suffice for even one picture (or one group of them); choose a smaller size."
            )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory does not suffice, on any device; torch has no one class for it."""
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and any(words in text for words in _WORDS)


_WORDS = ("out of memory", "can't allocate memory", "not enough memory", "alloc_cpu")


def _blocks(aims: Sequence[Aim]) -> list[list[int]]:
    """Pictures that cannot be parted: those of a group together, any other for itself."""
    blocks: dict[object, list[int]] = {}
    for index, aim in enumerate(aims):
        blocks.setdefault(("group", aim.group) if aim.group is not None else index, []).append(index)
    return list(blocks.values())
