"""Joins what is said of units with the pages that show it: a unit's notes and a node's groups."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.controllers.notes import NotesController
from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.groups import GroupsView
from inspector.gui.views.notes import NotesView
from inspector.workspace.taxonomy import REST, Group, Place, Taxonomy, page_of, unit_of, unit_place

_CLIENT = "groups"


class NotesPages(QObject):
    """Lets both pages follow the session and the notes."""

    def __init__(
        self,
        session: Session,
        notes: NotesController,
        view: NotesView,
        groups: GroupsView,
        pictures: UnitPictures,
    ) -> None:
        super().__init__(view)
        self._session, self._notes, self._view, self._groups = session, notes, view, groups
        self._pictures, self._place = pictures, notes.place
        # A change comes from within a section that is drawn anew: only after its event is over.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_groups)
        session.location_changed.connect(self._on_location_changed)
        session.network_changed.connect(self._on_location_changed)
        notes.changed.connect(self._show)
        pictures.changed.connect(groups.refresh_images)
        self._join_unit(view)
        self._join_groups(groups)

    def _join_unit(self, view: NotesView) -> None:
        view.label_changed.connect(self._on_label)
        view.note_changed.connect(self._on_note)
        view.star_toggled.connect(self._notes.toggle_star)
        view.joined.connect(self._on_joined)
        view.left.connect(self._on_left)

    def _join_groups(self, groups: GroupsView) -> None:
        groups.made.connect(self._on_made)
        groups.joined.connect(self._on_dropped)
        groups.left.connect(self._on_taken_out)
        groups.renamed.connect(self._on_renamed)
        groups.commented.connect(self._on_commented)
        groups.chosen.connect(self._session.go_to_unit)

    @Slot()
    def _on_location_changed(self) -> None:
        if self._place != self._notes.place:
            self._view.write_out()  # of the place that one leaves
            self._place = self._notes.place
        self._show()

    @Slot()
    def _show(self) -> None:
        place, taxonomy = self._place, self._notes.taxonomy
        self._view.setEnabled(place is not None)
        where = f"{self._session.network.name}/{place}" if self._session.network and place else ""
        self._view.show_place(where, self._notes.mark, taxonomy.groups_of(place or ""), list(taxonomy.groups))
        self._soon.start()

    @Slot()
    def _show_groups(self) -> None:
        node = self._session.node
        if node is None or not node.units:
            self._groups.show_page("", [])
            return
        page = page_of(self._notes.taxonomy, node.name, node.units)
        empty = [name for name, group in self._notes.taxonomy.groups.items() if not group.members]
        self._groups.show_page(node.name, page, empty)
        shown = [(node.name, unit) for share in page for unit in share.units]
        self._pictures.want(_CLIENT, shown if self._groups.isVisible() else [])

    @Slot(str)
    def _on_label(self, label: str) -> None:
        if label != self._notes.taxonomy.mark(self._place or "").label:
            self._notes.set_mark(self._place, label=label)

    @Slot(str)
    def _on_note(self, note: str) -> None:
        if note != self._notes.taxonomy.mark(self._place or "").note:
            self._notes.set_mark(self._place, note=note)

    @Slot(str, float)
    def _on_joined(self, group: str, confidence: float) -> None:
        place = self._place
        if place is not None and unit_of(place) is not None:
            self._notes.change(
                tr("{place} in {group}").format(place=place, group=group),
                lambda old: old.with_members(group, [place], confidence),
            )

    @Slot(str)
    def _on_left(self, group: str) -> None:
        place = self._place
        if place is not None:
            self._notes.change(
                tr("{place} out of {group}").format(place=place, group=group),
                lambda old: old.without_members(group, [place]),
            )

    @Slot(str)
    def _on_made(self, name: str) -> None:
        if name not in self._notes.taxonomy.groups:
            self._notes.change(
                tr("group {name}").format(name=name), lambda old: old.with_group(name, Group())
            )

    @Slot(str, str, object)
    def _on_dropped(self, group: str, node: str, units: tuple[int, ...]) -> None:
        places = [unit_place(node, unit) for unit in units]
        if group == REST:
            self._take_out(list(self._notes.taxonomy.groups), places)
        else:
            self._notes.change(
                tr("units in {group}").format(group=group), lambda old: old.with_members(group, places)
            )

    @Slot(str, object)
    def _on_taken_out(self, group: str, units: tuple[int, ...]) -> None:
        node = self._session.node
        if node is not None and group != REST:
            self._take_out([group], [unit_place(node.name, unit) for unit in units])

    def _take_out(self, groups: list[str], places: list[Place]) -> None:
        def without(old: Taxonomy) -> Taxonomy:
            for group in groups:
                old = old.without_members(group, places)
            return old

        self._notes.change(tr("units out of groups"), without)

    @Slot(str, str)
    def _on_renamed(self, old: str, new: str) -> None:
        self._notes.change(
            tr("name of {old}").format(old=old), lambda taxonomy: taxonomy.with_group_renamed(old, new)
        )
        self._show()

    @Slot(str, str)
    def _on_commented(self, name: str, comment: str) -> None:
        group = self._notes.taxonomy.groups.get(name)
        if group is not None:
            commented = Group(comment, group.members)
            self._notes.change(
                tr("comment on {name}").format(name=name), lambda old: old.with_group(name, commented)
            )
