"""Writing everything of one node: its units' pages, their tiles, its data, and last of all its page."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.atlas.facts import Facts
from inspector.atlas.names import folder_name
from inspector.atlas.node_orders import MOST, by_name, by_number
from inspector.atlas.node_table import NodeTable, scan_columns, tuning_columns
from inspector.atlas.render import page
from inspector.atlas.site import Site, as_json
from inspector.atlas.sprites import (
    COLUMNS,
    ROWS,
    TILE,
    Sprite,
    contact,
    sheet,
    sheet_of,
    side_by_side,
    webp,
)
from inspector.atlas.tiles import Tiles
from inspector.atlas.unit_page import UnitPages, figure
from inspector.atlas.words import SENTENCES, file_of, sentence_of, title_of
from inspector.batch.spoken import at_level
from inspector.lenses.base import Progress, Update
from inspector.network.flow.words import sides

if TYPE_CHECKING:
    from inspector.lenses.examples.evidence import Example
    from inspector.lenses.tuning import Tuning
    from inspector.probe.cancel import CancelToken
    from inspector.workspace.finding import Finding

Array = np.ndarray[Any, Any]
_ONE_SHEET = COLUMNS * ROWS
_STIMULUS = 48
EXAMPLES = "examples"


class NodePages:
    """The pages of one network's nodes.

    Args:
        site: The site.
        network: The network's folder in it.
        facts: What is known.
        tiles: The units that have pages.

    Attributes:
        site: The site.
        facts: What is known.
    """

    def __init__(self, site: Site, network: Path, facts: Facts, tiles: Tiles) -> None:
        self.site, self.facts, self._network = site, facts, network
        self._units = UnitPages(site, network, facts, tiles)

    def write(
        self, node: str, tunings: Mapping[str, Tuning], token: CancelToken
    ) -> Generator[Update, None, None]:
        """Write a node; a progress for every unit.

        Raises:
            InspectorError: A file cannot be written.
            Cancelled: The token was set.
        """
        folder, units = self._network / folder_name(node), self.facts.network.nodes[node].units
        sprites = {
            family: stimuli_sprite(self.site, self._network, family, tuning)
            for family, tuning in tunings.items()
        }
        tops = self.facts.tops(node, units)
        values: dict[str, Array] = {}
        gathered: dict[str, dict[int, Array]] = {}
        for unit in range(units):
            token.check()
            yield Progress(unit, units, f"{node}/{unit}")
            known = self._units.known(node, unit, tunings, token)
            self._units.write(node, unit, known, sprites)
            for objective, finding in known.pictures.items():
                gathered.setdefault(file_of(objective), {})[unit] = finding.images[0]
                column = values.setdefault(f"{title_of(objective)} value", np.full(units, np.nan))
                column[unit] = np.nan if finding.value is None else finding.value
            if unit in tops and tops[unit].thumbnail.size:
                gathered.setdefault(EXAMPLES, {})[unit] = cut_of(tops[unit])
            if (unit + 1) % _ONE_SHEET == 0 or unit == units - 1:
                self._sheets(folder, unit, gathered)
        columns = {**scan_columns(self.facts.columns(node)), **tuning_columns(tunings), **values}
        self._finish(node, folder, node_table(self.facts, node, units, columns), sorted(gathered, key=_order))

    def _sheets(self, folder: Path, last: int, gathered: dict[str, dict[int, Array]]) -> None:
        """Write the sheets that end with this unit, and let go of their tiles."""
        number = sheet_of(last)[0]
        for name, tiles in gathered.items():
            if not tiles:
                continue
            side = min(TILE, max(min(pixels.shape[:2]) for pixels in tiles.values()))
            placed = {sheet_of(unit)[1]: pixels for unit, pixels in tiles.items()}
            self.site.write(folder / f"{name}-{number}.webp", sheet(placed, side))
            tiles.clear()

    def _finish(self, node: str, folder: Path, table: NodeTable, techniques: list[str]) -> None:
        about = self.facts.network.nodes[node]
        thumbnail = self.facts.thumbnail(node)
        if thumbnail is not None:
            self.site.write(folder / "thumbnail.webp", webp(thumbnail.images[0]))
        whole = self.facts.whole(node)
        for objective, finding in whole.items():
            self.site.write(folder / f"{file_of(objective)}.webp", webp(side_by_side(finding.images)))
        told = {
            "node": node,
            "op": about.op,
            "shape": list(about.shape),
            "units": about.units,
            "parameters": about.parameters,
            "tiles": techniques,
            "thumbnail": self.facts.parameters.wish.thumbnail if thumbnail is not None else "",
            "columns": list(table.columns),
        }
        self.site.write(folder / "units.csv", table.as_csv())
        self.site.write(folder / "units.json", as_json({**told, "rows": table.rows()}))
        script = json.dumps(table.for_script(), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        self.site.write(folder / "units.js", f"atlasUnits({script})\n")
        self.site.write(folder / "orders.html", self._orders(node, table))
        self.site.write(folder / "index.html", self._page(node, told, table, whole))
        # Last: who finds it finds all of the node.
        self.site.write(folder / "node.json", as_json(told))

    def _techniques(self) -> dict[str, tuple[str, str]]:
        """What is told of the techniques that are called by their files: a title and a sentence."""
        asked = at_level(self.facts.parameters.wish.objectives, "unit")
        told = {file_of(text): (title_of(text), sentence_of(text)) for text in asked}
        return {EXAMPLES: ("Examples", SENTENCES["tiles"])} | told

    def _orders(self, node: str, table: NodeTable) -> str:
        network = self.facts.network
        return page(
            "orders.html",
            root="../../../",
            network=network.name,
            licence=self.facts.parameters.licence,
            node=node,
            names=by_name(table),
            numbers=by_number(table),
            most=MOST,
        )

    def _page(
        self, node: str, told: Mapping[str, Any], table: NodeTable, whole: Mapping[str, Finding]
    ) -> str:
        network = self.facts.network
        return page(
            "node.html",
            root="../../../",
            network=network.name,
            trained=network.trained,
            licence=self.facts.parameters.licence,
            node=node,
            told=told,
            figures=[figure(objective, finding) for objective, finding in whole.items()],
            names={name: title for name, (title, _) in self._techniques().items()},
            said={name: sentence for name, (_, sentence) in self._techniques().items()},
            shape=sides(network.nodes[node].shape),
            table=table,
            note=self.facts.mark(node).note,
            label=self.facts.mark(node).label,
            sheets=range(-(-told["units"] // _ONE_SHEET)),
            one_sheet=_ONE_SHEET,
            groups=sorted({group for groups in table.groups for group in groups}),
        )


def stimuli_sprite(site: Site, network: Path, family: str, tuning: Tuning) -> Sprite:
    """The file of a family's stimuli in a network's folder, made with the first node that was shown them.

    Raises:
        InspectorError: It cannot be written.
    """
    *_, last = tuning.response.shape
    pictures = tuning.stimuli.reshape(-1, *tuning.stimuli.shape[-3:])
    columns = last if tuning.response.ndim > 1 else len(pictures)
    sprite = Sprite(f"files/stimuli/{folder_name(family)}.webp", columns, -(-len(pictures) // columns))
    if not site.holds(network / sprite.file):
        site.write(network / sprite.file, contact(list(pictures), columns, _STIMULUS))
    return sprite


def node_table(facts: Facts, node: str, units: int, columns: Mapping[str, Array]) -> NodeTable:
    """The units of a node in rows: these columns, and what is said of each."""
    marks = [facts.mark(node, unit) for unit in range(units)]
    found, scan = facts.columns(node), facts.scan
    preferred = found.preferred.tolist() if found is not None and scan is not None else [-1] * units
    return NodeTable(
        columns=columns,
        labels=tuple(mark.label for mark in marks),
        groups=tuple(facts.groups(node, unit) for unit in range(units)),
        stars=tuple(mark.star for mark in marks),
        classes=tuple(scan.classes[one] if scan is not None and one >= 0 else "" for one in preferred),
    )


def cut_of(example: Example) -> Array:
    """The part of an example that its unit sees, square."""
    from inspector.atlas.shown_pictures import squared

    height, width = example.thumbnail.shape[:2]
    left, top, right, bottom = squared(example.box, width, height)
    rows = slice(round(top * height), max(round(bottom * height), round(top * height) + 1))
    columns = slice(round(left * width), max(round(right * width), round(left * width) + 1))
    return np.ascontiguousarray(example.thumbnail[rows, columns])


def _order(technique: str) -> tuple[int, str]:
    """Channel, neuron, examples, and the others behind them."""
    known = ("channel", "neuron", EXAMPLES, "negative")
    return (known.index(technique) if technique in known else len(known), technique)
