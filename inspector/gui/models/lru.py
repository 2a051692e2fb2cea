"""A cache that forgets what was not used for longest once it holds too many bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Generic, TypeVar

import numpy as np

_LITTLE = 64
K = TypeVar("K")
V = TypeVar("V")


class ByteLru(Generic[K, V]):
    """Least-recently-used cache bounded by the bytes that its values are said to take.

    Attributes:
        cap: The bound in bytes.
        size: Bytes held now.
    """

    def __init__(self, cap: int) -> None:
        self.cap = cap
        self.size = 0
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K) -> V | None:
        """The value, now the most recently used one, or None."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def put(self, key: K, value: V, size: int) -> None:
        """Hold a value of `size` bytes and forget the oldest ones until the bound is kept."""
        self.discard(key)
        self._entries[key] = (value, size)
        self.size += size
        self._trim()

    def resize(self, cap: int) -> None:
        """Keep another bound from now on."""
        self.cap = cap
        self._trim()

    def _trim(self) -> None:
        while self.size > self.cap and len(self._entries) > 1:
            _, (_, freed) = self._entries.popitem(last=False)
            self.size -= freed

    def discard(self, key: K) -> None:
        """Forget a value, if it is there."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.size -= entry[1]

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self.size = 0


def bytes_of(value: Any) -> int:
    """About how many bytes a result takes: its arrays, however deep they lie, and a little for each part."""
    if isinstance(value, np.ndarray):
        return value.nbytes
    parts: list[Any] = []
    if is_dataclass(value) and not isinstance(value, type):
        parts = [getattr(value, entry.name) for entry in fields(value)]
    elif isinstance(value, Mapping):
        parts = list(value.values())
    elif isinstance(value, (tuple, list)):
        parts = list(value)
    return _LITTLE + sum(map(bytes_of, parts))
