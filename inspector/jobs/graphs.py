"""The graph of the open network: laid out, and written to a file."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.network.flow.blocks import blocks_of
from inspector.network.flow.layout import GraphLayout
from inspector.probe.cancel import CancelToken
from inspector.saying import say


@dataclass(frozen=True)
class LayOutGraph:
    """Lay out a network's graph; returns a `GraphLayout`.

    Attributes:
        network: Its name.
        unfolded: The blocks that stand open.
    """

    network: str
    unfolded: frozenset[str]
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, GraphLayout]:
        """Block by block, each a chance to give up."""
        from inspector.network.flow.layout import lay_out

        yield Progress(0, 1, "Laying out the graph")
        return lay_out(blocks_of(bench.network(self.network).nodes), self.unfolded, token.check)


@dataclass(frozen=True)
class ExportGraph:
    """Write a network's graph to a file, .svg or .dot; returns its path.

    Attributes:
        network: Its name.
        unfolded: The blocks that stand open.
        path: The file.
        thumbnails: (key, PNG file's bytes) of cards, for .svg.
    """

    network: str
    unfolded: frozenset[str]
    path: Path
    thumbnails: tuple[tuple[str, bytes], ...] = ()
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Path]:
        """Lay it out and write it in one piece.

        Raises:
            OSError: The file cannot be written.
        """
        from inspector.files import replacing
        from inspector.network.flow.dot import dot
        from inspector.network.flow.layout import lay_out
        from inspector.network.flow.svg import svg

        yield Progress(0, 1, say("Writing {name}", name=self.path.name))
        blocks = blocks_of(bench.network(self.network).nodes)
        if self.path.suffix.lower() == ".dot":
            text = dot(blocks, self.unfolded, self.network)
        else:
            layout = lay_out(blocks, self.unfolded, token.check)
            text = svg(blocks, layout, self.network, dict(self.thumbnails))
        with replacing(self.path) as temporary:
            temporary.write_text(text, encoding="utf-8")
        return self.path
