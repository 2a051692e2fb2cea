"""Suggestions beside what is said already: which are offered, and what accepting or rejecting one says."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from inspector.lenses.suggestions import Suggestion
from inspector.saying import say
from inspector.workspace.taxonomy import Group, Rejected, Taxonomy, unit_of, unit_place

# Two sets of units that agree by so much are one suggestion: other pictures move a unit in or out.
_SAME = 0.75


def offered(suggestions: Iterable[Suggestion], taxonomy: Taxonomy) -> tuple[Suggestion, ...]:
    """Those that were not rejected before, and whose units are not in one group together already."""
    grouped = [
        frozenset(place for place in map(unit_of, group.members) if place is not None)
        for group in taxonomy.groups.values()
    ]
    return tuple(
        one
        for one in suggestions
        if not _was_rejected(one, taxonomy)
        and not any(group.issuperset((one.node, unit) for unit in one.units) for group in grouped)
    )


def accepted(suggestion: Suggestion, taxonomy: Taxonomy) -> Taxonomy:
    """What is said once a suggestion is taken: an ordinary group, with a word on where it comes from."""
    there = taxonomy.groups.get(suggestion.name, Group())
    members = dict(there.members)
    for unit, sure in suggestion.members:
        members.setdefault(unit_place(suggestion.node, unit), sure)
    comment = there.comment or say("Suggested. {source}", source=suggestion.source)
    return taxonomy.with_group(suggestion.name, Group(comment, members))


def rejected(suggestion: Suggestion, taxonomy: Taxonomy) -> Taxonomy:
    """What is said once a suggestion is refused: that it is not to be made again."""
    one = Rejected(suggestion.by, suggestion.node, tuple(sorted(suggestion.units)))
    return replace(taxonomy, rejected=taxonomy.rejected | {one})


def _was_rejected(suggestion: Suggestion, taxonomy: Taxonomy) -> bool:
    return any(
        (one.by, one.node) == (suggestion.by, suggestion.node)
        and _agreement(one.units, suggestion.units) >= _SAME
        for one in taxonomy.rejected
    )


def _agreement(one: Collection[int], other: Collection[int]) -> float:
    """Shared units of all (Jaccard 1901)."""
    return len(set(one) & set(other)) / max(len(set(one) | set(other)), 1)
