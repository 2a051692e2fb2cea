"""What a view shows and how that came to be: for a caption, for a file's metadata, for exported data."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from inspector import __version__
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

_FINGERPRINT = 12
_LONGEST = 60
_UNTOLD = frozenset(
    {"fingerprint", "network", "location", "node", "picture", "digest", "seconds", "complete"}
)
"""What a caption says elsewhere, or need not say."""
_PLAIN = re.compile(r"[^\w.+=-]+")


def about(
    window: MainWindow, what: str, recipe: Mapping[str, Any], *, unit: bool, picture: bool
) -> dict[str, Any]:
    """How something in the window came to be, as JSON can hold it.

    `unit` says whether it is of the current unit (else of its node), `picture` whether of the current
    picture.
    """
    session = window.session
    location, card = session.location, session.network
    place = location if unit or location is None else location.at(location.node)
    made: dict[str, Any] = {"what": what, "location": str(place or "")}
    if card is not None:
        fingerprint = window.features["notes"].notes.fingerprint
        made |= {"network": card.name, "architecture": card.architecture, "fingerprint": fingerprint}
        made |= {"trained": card.trained}
    edits = [edit.title for edit in window.engine.looked_through[1] if edit.on]
    if edits:
        made["edits"] = edits
    if picture and session.picture is not None:
        made["picture"] = session.picture.name
    made["recipe"] = dict(recipe)
    made |= {"program": f"Neuron Inspector {__version__}", "date": datetime.date.today().isoformat()}
    return made


def title_of(about: Mapping[str, Any]) -> str:
    """What and where, in a few words."""
    return " · ".join(part for part in (about.get("what", ""), about.get("location", "")) if part)


def caption_of(about: Mapping[str, Any]) -> str:
    """The same for a person: what, where, of which network, how, by which program."""
    network = [str(about.get("architecture", ""))]
    if about.get("fingerprint"):
        network.append(
            tr("fingerprint {fingerprint}").format(fingerprint=about["fingerprint"][:_FINGERPRINT])
        )
    if about.get("trained") is False:
        network.append("untrained")
    if about.get("edits"):
        network.append(tr("edited: {edits}").format(edits="; ".join(about["edits"])))
    if about.get("picture"):
        network.append(tr("picture {name}").format(name=about["picture"]))
    told = ((name.replace("_", " "), value) for name, value in _single(about["recipe"]))
    recipe = ", ".join(f"{name} {_told(value)}" for name, value in told)
    lines = (title_of(about), " · ".join(filter(None, network)), recipe)
    return "\n".join(filter(None, (*lines, f"{about['program']} · {about['date']}")))


def name_of(about: Mapping[str, Any]) -> str:
    """A name for a file, without its ending."""
    parts = [*str(about.get("location", "")).split("/"), str(about.get("what", "")).lower()]
    return "-".join(filter(None, (_PLAIN.sub("-", part).strip("-") for part in parts))) or "view"


def _single(recipe: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What of a recipe can be said in a line: single numbers and words, also those of a recipe in it."""
    for name, value in recipe.items():
        if isinstance(value, Mapping) and name == "recipe":
            yield from _single({key: item for key, item in value.items() if key not in recipe})
        elif (
            not isinstance(value, Mapping | list | tuple) and value not in ("", None) and name not in _UNTOLD
        ):
            yield name, value


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
