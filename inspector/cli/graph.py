"""The command that draws: `graph`."""

from __future__ import annotations

from argparse import Namespace

from inspector.cli.opening import opened
from inspector.cli.output import print_json, print_line
from inspector.files import replacing
from inspector.network.flow.blocks import Blocks, blocks_of
from inspector.network.flow.dot import dot
from inspector.network.flow.folding import fold, open_at_first
from inspector.network.flow.layout import lay_out
from inspector.network.flow.svg import svg


def graph(arguments: Namespace) -> None:
    """Draw a network's graph to a file, or tell its edges."""
    network = opened(arguments.network, arguments.trust)
    blocks = blocks_of(network.nodes)
    unfolded = _unfolded(blocks, arguments.unfold)
    folded = fold(blocks, unfolded)
    if arguments.out is not None:
        with replacing(arguments.out) as temporary:
            temporary.write_text(_document(network.name, blocks, unfolded, arguments.out.suffix), "utf-8")
    if arguments.json:
        print_json({"network": network.name, "nodes": folded.keys, "edges": folded.edges})
    elif arguments.out is None:
        for source, target in folded.edges:
            print_line(f"{source or '(input)'} -> {target}")


def _unfolded(blocks: Blocks, how: str) -> frozenset[str]:
    return {"all": frozenset(blocks.values), "none": frozenset[str]()}.get(how, open_at_first(blocks))


def _document(name: str, blocks: Blocks, unfolded: frozenset[str], suffix: str) -> str:
    if suffix.lower() == ".dot":
        return dot(blocks, unfolded, name)
    return svg(blocks, lay_out(blocks, unfolded), name)
