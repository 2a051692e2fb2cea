"""Operations and the blocks that hold them: the dotted module paths of a network as a tree with edges."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.network.graph import Node

INPUT = ""
"""Key of the network's input, which is no node and feeds every operation that has no other source."""
ROOT = ""
"""Path of the whole network among the blocks."""


@dataclass(frozen=True)
class Blocks:
    """A network's operations in the blocks that fold.

    Attributes:
        operations: What computes, by name, in order of execution; modules that only hold others are blocks.
        edges: (source, target) between operations; the source is `INPUT` where the picture goes in.
        parents: Path of the block right around each operation and block; `ROOT` for the outermost.
        members: Operations and blocks right inside each block (and `ROOT`), by first execution.
        values: The node whose value stands for a block: its module's own, else its last operation's.
    """

    operations: Mapping[str, Node]
    edges: tuple[tuple[str, str], ...]
    parents: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Node]

    def is_block(self, key: str) -> bool:
        """Whether the key is a block's path."""
        return key in self.values

    def around(self, key: str) -> Iterator[str]:
        """The blocks around an operation or block, from the innermost out."""
        while (key := self.parents.get(key, ROOT)) != ROOT:
            yield key

    def inside(self, block: str) -> list[str]:
        """All operations in a block, however deep, in order."""
        found: list[str] = []
        for key in self.members[block]:
            found += self.inside(key) if self.is_block(key) else [key]
        return found

    def node(self, key: str) -> Node:
        """The node to look at for an operation or a block."""
        return self.values[key] if self.is_block(key) else self.operations[key]

    def key_of(self, name: str) -> str | None:
        """The operation or block that a node's name means; None where there is none.

        A module that is no block by itself means its operation; what is read aside means what it is read of.
        """
        path = path_of(name)
        if name in self.operations:
            return name
        if path in self.values:
            return path
        inside = (key for key in reversed([*self.operations]) if key.startswith(f"{path}."))
        around = (key for key in _prefixes(path) if key in self.operations or key in self.values)
        return next(inside, None) or next(around, None)


# Attention patterns are computed aside, for those who want to look: nothing in the network depends on them.
_ASIDE = "attention_pattern"


def path_of(name: str) -> str:
    """A node's name without the number of its call: `relu:1` is a call of `relu`."""
    path, colon, number = name.rpartition(":")
    return path if colon and number.isdigit() else name


def blocks_of(nodes: Mapping[str, Node]) -> Blocks:
    """The blocks of traced nodes (in order of execution).

    A module around other nodes is a block, unless it holds a single operation, or nothing beside one block.
    """
    nodes = {name: node for name, node in nodes.items() if node.op != _ASIDE}
    prefixes = {prefix for name in nodes for prefix in _prefixes(path_of(name))}
    operations = {name: node for name, node in nodes.items() if path_of(name) not in prefixes}
    counts = _counts(operations)
    kept = {path for path, count in counts.items() if count > 1 and not _is_whole(path, counts, operations)}
    parents = {name: _parent(path_of(name), kept) for name in operations}
    parents |= {path: _parent(path, kept) for path in kept}
    members = _members(operations, parents)
    return Blocks(
        operations=operations,
        edges=_edges(nodes, operations),
        parents=parents,
        members=members,
        values=_values(nodes, members, operations),
    )


def _prefixes(path: str) -> Iterator[str]:
    while "." in path:
        path = path.rpartition(".")[0]
        yield path


def _counts(operations: Collection[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in operations:
        for prefix in _prefixes(path_of(name)):
            counts[prefix] = counts.get(prefix, 0) + 1
    return counts


def _is_whole(path: str, counts: Mapping[str, int], operations: Collection[str]) -> bool:
    """Whether a block holds just what the one around it holds (or the network): one box is enough."""
    around = [counts[prefix] for prefix in _prefixes(path)]
    return counts[path] in (*around[:1], len(operations))


def _parent(path: str, kept: Collection[str]) -> str:
    return next((prefix for prefix in _prefixes(path) if prefix in kept), ROOT)


def _members(operations: Collection[str], parents: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    members: dict[str, dict[str, None]] = {ROOT: {}}
    for name in operations:
        key = name
        while True:
            parent = parents[key]
            members.setdefault(parent, {})[key] = None
            if parent == ROOT:
                break
            key = parent
    return {path: tuple(keys) for path, keys in members.items()}


def _values(
    nodes: Mapping[str, Node], members: Mapping[str, tuple[str, ...]], operations: Mapping[str, Node]
) -> dict[str, Node]:
    def last(path: str) -> Node:
        key = members[path][-1]
        return operations[key] if key in operations else last(key)

    return {path: nodes.get(path) or last(path) for path in members if path != ROOT}


def _edges(nodes: Mapping[str, Node], operations: Mapping[str, Node]) -> tuple[tuple[str, str], ...]:
    """Edges between operations; a source that is a module around others means its last operation."""
    last: dict[str, str] = {}
    meant: dict[str, str] = {}
    edges: dict[tuple[str, str], None] = {}
    for name, node in nodes.items():
        if name not in operations:
            meant[name] = last.get(path_of(name), INPUT)
            continue
        meant[name] = name
        for source in [meant[source] for source in node.inputs if source in meant] or [INPUT]:
            edges[source, name] = None
        last |= dict.fromkeys(_prefixes(path_of(name)), name)
    return tuple(edges)
