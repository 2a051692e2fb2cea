"""The edits of the command line, made for an open network; `edit_text` says how they are written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.cli.edit_text import KEPT, LOOKS, WEIGHTS, Wish
from inspector.network.errors import InspectorError
from inspector.probe.edits import ActivationEdit, Edit, Values, from_json

if TYPE_CHECKING:
    from inspector.network.network import Network


def edits_for(network: Network, wishes: Sequence[Wish]) -> tuple[Edit, ...]:
    """The edits that are asked for; those that need a look at the network look.

    Raises:
        InspectorError: An edit does not fit, a file does not read, or nothing is kept.
    """
    return tuple(edit for one in wishes for edit in _made(network, one))


def _made(network: Network, one: Wish) -> Sequence[Edit]:
    if one.what in (KEPT, "file"):
        return _kept(network) if one.what == KEPT else _read(Path(one.rest))
    if one.what in WEIGHTS or one.what in LOOKS:
        return _looked(network, one)
    return (Edit(_changed(one.node, one.units, one.what, *one.numbers)),)


def _changed(node: str, units: tuple[int, ...], what: str, *numbers: float) -> ActivationEdit:
    if what == "value":
        values = Values.of(np.full(len(units), numbers[0]))
        return ActivationEdit(node, units, "replace", values=values, source=f"{numbers[0]:g}")
    if what == "clamp":
        return ActivationEdit(node, units, "clamp", low=numbers[0], high=numbers[1])
    kind: Any = what
    return ActivationEdit(node, units, kind, amount=sum(numbers))


def _looked(network: Network, one: Wish) -> Sequence[Edit]:
    from inspector.lenses.comparing import making
    from inspector.network.location import Location
    from inspector.pictures.decode import open_picture
    from inspector.pictures.folders import collect
    from inspector.probe.cancel import CancelToken

    token = CancelToken()
    if one.what in WEIGHTS:
        kind: Any = WEIGHTS[one.what]
        which: Any = one.rest or "all"
        places = [Location(network.name, one.node, unit) for unit in one.units]
        each = (making.weight_edits(network, place, kind, which, token) for place in places)
        return [Edit(change) for changes in each for change in changes]
    network.check(Location(network.name, one.node, max(one.units)))
    if one.what == "picture":
        picture = open_picture(Path(one.rest))
        return (Edit(making.picture_edit(network, one.node, one.units, picture, token)),)
    pictures = [open_picture(file) for file in collect([one.rest])]
    return (Edit(making.mean_edit(network, one.node, one.units, pictures, token)),)


def _read(file: Path) -> Sequence[Edit]:
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        return [from_json(item) for item in document]
    except (ValueError, TypeError) as error:
        raise InspectorError(f"{file} holds no list of edits.") from error


def _kept(network: Network) -> Sequence[Edit]:
    from inspector import paths
    from inspector.jobs.editing import KIND
    from inspector.workspace.said import Said

    content = Said(paths.data_dir(), KIND).read(network.fingerprint)
    found = [from_json(item) for item in content.get("edits", ())]
    if not found:
        raise InspectorError(f"No edits of {network.name} are kept in {paths.data_dir()}.")
    return found
