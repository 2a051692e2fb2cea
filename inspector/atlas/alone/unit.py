"""The page of a unit as one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.atlas.alone.facts import AloneFacts
from inspector.atlas.alone.inline import inlined
from inspector.atlas.alone.memory import MemorySite
from inspector.atlas.alone.style import style
from inspector.atlas.alone.tiles import AloneTiles
from inspector.atlas.names import folder_name
from inspector.atlas.node_page import stimuli_sprite
from inspector.atlas.unit_page import UnitPages

if TYPE_CHECKING:
    from inspector.atlas.unit_view import Link, UnitView
    from inspector.probe.cancel import CancelToken

NETWORK = "networks/alone"


def unit_page(facts: AloneFacts, node: str, unit: int, token: CancelToken) -> str:
    """Everything of a unit: visualizations, examples, tuning, weights, what is said of it, how it was made.

    Raises:
        WorkspaceError: The workspace cannot be read.
        Cancelled: The token was set.
    """
    site, place = MemorySite(), Path(NETWORK)
    pages = _AlonePages(site, place, facts, AloneTiles({}, {}, site, NETWORK, facts))
    tunings = facts.tunings(node)
    sprites = {family: stimuli_sprite(site, place, family, one) for family, one in tunings.items()}
    pages.write(node, unit, pages.known(node, unit, tunings, token), sprites)
    page = f"{NETWORK}/{folder_name(node)}/{unit}/index.html"
    return inlined(site.files[page].decode("utf-8"), page, site.files)


class _AlonePages(UnitPages):
    """Pages without neighbours."""

    def _context(self, view: UnitView) -> dict[str, Any]:
        return {**super()._context(view), "alone": style()}

    def _siblings(self, node: str, unit: int, units: int) -> tuple[tuple[int, Link], ...]:
        return ()
