"""Keeping real pictures out of a site that may have shown them before."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from inspector.atlas.names import folder_name
from inspector.atlas.node_page import EXAMPLES
from inspector.atlas.shown_pictures import FOLDER
from inspector.atlas.site import AtlasError, Site
from inspector.saying import say
from inspector.workspace.errors import explained


def check_no_pictures_elsewhere(
    site: Site, place: Path, nodes: Mapping[str, Any], chosen: Collection[str]
) -> None:
    """Look that no page that is not written anew shows real pictures.

    Raises:
        AtlasError: One does.
    """
    for name in nodes:
        told = site.read_json(place / folder_name(name) / "node.json")
        if told is not None and name not in chosen and EXAMPLES in told["tiles"]:
            raise AtlasError(
                say(
                    "The site in {folder} shows real pictures at {name}, which is not among the nodes: "
                    "name it, too, or another folder.",
                    folder=site.folder,
                    name=name,
                )
            )


def remove_pictures(site: Site, place: Path) -> None:
    """Delete all real pictures of a network; its pages do not show them any more.

    Raises:
        WorkspaceError: One cannot be deleted.
    """
    with explained(say("The pictures in {folder} cannot be deleted", folder=site.folder / place)):
        for sheet in (site.folder / place).glob(f"*/{EXAMPLES}-*.webp"):
            sheet.unlink()
        if (site.folder / place / FOLDER).exists():
            shutil.rmtree(site.folder / place / FOLDER)
