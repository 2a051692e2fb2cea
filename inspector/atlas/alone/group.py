"""The page of a group as one file: its members side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.atlas.alone.facts import AloneFacts
from inspector.atlas.alone.inline import data_address, inlined
from inspector.atlas.alone.memory import MemorySite
from inspector.atlas.alone.style import style
from inspector.atlas.alone.unit import NETWORK
from inspector.atlas.node_page import cut_of
from inspector.atlas.render import page
from inspector.atlas.shown_pictures import ShownPictures
from inspector.atlas.sprites import TILE, Array, fitted, webp
from inspector.atlas.unit_made import made_rows
from inspector.atlas.unit_page import UnitFacts
from inspector.atlas.words import short, title_of
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.workspace.taxonomy import unit_of

if TYPE_CHECKING:
    from inspector.atlas.unit_view import Shown
    from inspector.lenses.examples import UnitExamples
    from inspector.probe.cancel import CancelToken

_EXAMPLES = 5


@dataclass(frozen=True)
class Member:
    """A unit as its group's page shows it.

    Attributes:
        node, unit: The unit.
        sure: How sure its membership is, for people.
        label, note, star: What is said of it.
        picture: Its visualization, or its strongest example, as an address that holds it; "" for none.
        title, value: What that shows, and what the unit answers to it.
        width, height: The picture's size in px.
        examples: Its strongest examples.
    """

    node: str
    unit: int
    sure: str
    label: str
    note: str
    star: bool
    picture: str
    title: str
    value: str
    width: int
    height: int
    examples: tuple[Shown, ...]


def group_page(facts: AloneFacts, name: str, token: CancelToken) -> str:
    """A group's members with their pictures, examples and notes, the surest first.

    Raises:
        InspectorError: There is no such group, or it has no units of this network.
        Cancelled: The token was set.
    """
    group, network = facts.taxonomy.groups.get(name), facts.network
    if group is None:
        known = ", ".join(facts.taxonomy.groups)
        there = say("there are {known}", known=known) if known else say("there are none yet")
        raise InspectorError(
            say("{name} has no group “{group}”: {there}.", name=network.name, group=name, there=there)
        )
    ends = [(found, sure) for place, sure in group.members.items() if (found := unit_of(place)) is not None]
    ends = [
        (end, sure) for end, sure in ends if end[0] in network.nodes and end[1] < network.nodes[end[0]].units
    ]
    if not ends:
        raise InspectorError(say("The group “{name}” has no units.", name=name))
    site, members = MemorySite(), list[Member]()
    shown = ShownPictures(site, Path(NETWORK), left_out=facts.parameters.without_pictures)
    for (node, unit), sure in sorted(ends, key=lambda item: -item[1]):
        token.check()
        members.append(_member(facts, node, unit, sure, shown))
    (node, unit), _ = ends[0]
    made = UnitFacts(facts.pictures(node, unit), facts.examples(node, unit), {}, None)
    counts = Counter(node for (node, _), _ in ends)
    text = page(
        "group-alone.html",
        root="",
        alone=style(),
        name=name,
        network=network.name,
        comment=group.comment,
        trained=network.trained,
        licence=facts.parameters.licence,
        nodes=[(node, count, f"{count / network.nodes[node].units:.1%}") for node, count in counts.items()],
        members=members,
        made=made_rows(network, made, facts.parameters),
    )
    return inlined(text, f"{NETWORK}/index.html", site.files)


def _member(facts: AloneFacts, node: str, unit: int, sure: float, shown: ShownPictures) -> Member:
    mark, examples = facts.mark(node, unit), facts.examples(node, unit)
    title, value, pixels = _picture(facts, node, unit, examples)
    return Member(
        node=node,
        unit=unit,
        sure=f"{sure:.0%}",
        label=mark.label,
        note=mark.note,
        star=mark.star,
        picture=data_address(webp(pixels), ".webp") if pixels is not None else "",
        title=title,
        value=value,
        width=pixels.shape[1] if pixels is not None else 0,
        height=pixels.shape[0] if pixels is not None else 0,
        examples=tuple(map(shown.shown, examples.top[:_EXAMPLES])) if examples is not None else (),
    )


def _picture(
    facts: AloneFacts, node: str, unit: int, examples: UnitExamples | None
) -> tuple[str, str, Array | None]:
    """What stands for a unit: its first visualization, else its strongest example, else nothing."""
    for objective, finding in facts.pictures(node, unit).items():
        return f"{title_of(objective)} visualization", short(finding.value), finding.images[0]
    best = examples.top[0] if examples is not None and examples.top else None
    if best is None or not best.thumbnail.size or facts.parameters.without_pictures:
        return "", "", None
    return "Strongest example", short(best.value), fitted(cut_of(best), TILE)
