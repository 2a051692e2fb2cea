"""The graph as a file of Graphviz's language DOT: open blocks are clusters."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from inspector.network.flow.blocks import ROOT, Blocks
from inspector.network.flow.folding import fold
from inspector.network.flow.words import details, title

# No module path holds a space.
_INPUT = "the input"


def dot(blocks: Blocks, unfolded: Collection[str], name: str = "network") -> str:
    """The graph with these blocks open, as DOT."""
    folded = fold(blocks, unfolded)
    lines = [
        f"digraph {quoted(name)} {{",
        "  rankdir=TB;",
        '  node [shape=box, style=rounded, fontname="Helvetica"];',
        f"  {quoted(_INPUT)} [label={quoted('input')}, shape=ellipse];",
        *_level(blocks, ROOT, unfolded, "  "),
        *(f"  {quoted(source or _INPUT)} -> {quoted(target)};" for source, target in folded.edges),
        "}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A text as one of DOT's quoted strings; a line break in it starts a new line of the label."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _level(blocks: Blocks, block: str, unfolded: Collection[str], indent: str) -> Iterator[str]:
    for key in blocks.members[block]:
        if not blocks.is_block(key) or key not in unfolded:
            node = blocks.node(key)
            label = quoted(f"{title(blocks, key)}\n{node.op}\n{details(blocks, key)}")
            look = ", peripheries=2" if blocks.is_block(key) else ""
            yield f"{indent}{quoted(key)} [label={label}{look}];"
        else:
            yield f"{indent}subgraph {quoted('cluster_' + key)} {{"
            yield f"{indent}  label={quoted(title(blocks, key))};"
            yield from _level(blocks, key, unfolded, indent + "  ")
            yield f"{indent}}}"
