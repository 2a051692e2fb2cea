"""The difference between two taxonomies: what is written, sent to another window's file, and undone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inspector.workspace.taxonomy import Group, Mark, Place, Rejected, Taxonomy


@dataclass(frozen=True)
class GroupEdit:
    """What becomes of one group.

    Attributes:
        name: The group.
        exists: Whether it is there afterwards.
        comment: Its comment afterwards; None leaves what stands there.
        joined: Units that are members afterwards, with their confidence.
        left: Units that are no members afterwards.
    """

    name: str
    exists: bool = True
    comment: str | None = None
    joined: tuple[tuple[Place, float], ...] = ()
    left: tuple[Place, ...] = ()


@dataclass(frozen=True)
class TaxonomyEdit:
    """A change, small and hashable.

    It names only what changes, so it can be applied to a taxonomy that another window has changed meanwhile.

    Attributes:
        marks: What is said of places afterwards.
        groups: What becomes of groups.
        rejected: Suggestions that are not to be made again.
        reconsidered: Suggestions that may be made again.
    """

    marks: tuple[tuple[Place, Mark], ...] = ()
    groups: tuple[GroupEdit, ...] = ()
    rejected: frozenset[Rejected] = frozenset()
    reconsidered: frozenset[Rejected] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.marks or self.groups or self.rejected or self.reconsidered)

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """The taxonomy after this."""
        for place, mark in self.marks:
            taxonomy = taxonomy.with_mark(place, mark)
        for edit in self.groups:
            taxonomy = _with_group_edited(taxonomy, edit)
        rejected = (taxonomy.rejected | self.rejected) - self.reconsidered
        return taxonomy if rejected == taxonomy.rejected else replace(taxonomy, rejected=rejected)


def difference(old: Taxonomy, new: Taxonomy) -> TaxonomyEdit:
    """The edit that makes `new` of `old`, but for the order of groups."""
    places = dict.fromkeys((*old.marks, *new.marks))
    marks = tuple((place, new.mark(place)) for place in places if old.mark(place) != new.mark(place))
    names = dict.fromkeys((*old.groups, *new.groups))
    groups = (_group_difference(name, old.groups.get(name), new.groups.get(name)) for name in names)
    edits = tuple(edit for edit in groups if edit is not None)
    return TaxonomyEdit(marks, edits, new.rejected - old.rejected, old.rejected - new.rejected)


def _group_difference(name: str, old: Group | None, new: Group | None) -> GroupEdit | None:
    if new is None:
        return GroupEdit(name, exists=False)
    if old is not None and (old.comment, dict(old.members)) == (new.comment, dict(new.members)):
        return None
    before = old or Group()
    joined = tuple((place, c) for place, c in new.members.items() if before.members.get(place) != c)
    left = tuple(place for place in before.members if place not in new.members)
    comment = new.comment if new.comment != before.comment else None
    return GroupEdit(name, comment=comment, joined=joined, left=left)


def _with_group_edited(taxonomy: Taxonomy, edit: GroupEdit) -> Taxonomy:
    if not edit.exists:
        return taxonomy.without_group(edit.name)
    group = taxonomy.groups.get(edit.name, Group())
    gone = set(edit.left)
    members = {place: c for place, c in group.members.items() if place not in gone} | dict(edit.joined)
    comment = group.comment if edit.comment is None else edit.comment
    return taxonomy.with_group(edit.name, replace(group, comment=comment, members=members))
