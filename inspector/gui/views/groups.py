"""A node's page as the published taxonomies have it: its groups by size, and what is in none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from inspector.gui.panels.parts import MARGIN, ElidedLabel, EmptyState
from inspector.gui.translation import plural, tr
from inspector.gui.views.group_section import GroupSection, Image
from inspector.gui.views.suggestions import SuggestionSection, SuggestionsHeading, sections
from inspector.lenses.suggestions import Suggestion
from inspector.workspace.taxonomy import REST, Share


class GroupsView(QWidget):
    """The page; it says what was done, whoever listens keeps it.

    Signals:
        made: (name) a new group is wanted.
        joined: (group, node, units) were dropped into a group.
        left: (group, units) were taken out of a group.
        renamed: (old, new).
        commented: (group, comment).
        chosen: (unit) was clicked.
        accepted: A `Suggestion` is wanted as a group.
        rejected: A `Suggestion` is not.
    """

    made = Signal(str)
    joined = Signal(str, str, object)
    left = Signal(str, object)
    renamed = Signal(str, str)
    commented = Signal(str, str)
    chosen = Signal(int)
    accepted = Signal(object)
    rejected = Signal(object)

    def __init__(self, image: Image, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="groupsPage")
        self._image = image
        self.sections: list[GroupSection] = []
        self.suggested: list[SuggestionSection] = []
        self._page: tuple[str, Sequence[Share]] = ("", ())
        self._suggestions: Sequence[Suggestion] = ()
        self.title = ElidedLabel("", Qt.TextElideMode.ElideMiddle, name="groupsTitle", factor=1.15, bold=True)
        self.about = ElidedLabel("", name="groupsAbout", muted=True)
        self.new = QLineEdit(objectName="newGroup", placeholderText=tr("New group"))
        self.new.setAccessibleName(tr("Name of a new group"))
        make = QPushButton(tr("Make"), objectName="makeGroup")
        make.clicked.connect(self._on_make)
        self.new.returnPressed.connect(self._on_make)
        self.suggest = QPushButton(tr("Suggest"), objectName="suggestGroups")
        self.suggest.setAccessibleName(tr("Suggest groups"))
        self.heading = SuggestionsHeading()
        self._area = QScrollArea(objectName="groupsArea", widgetResizable=True)
        self._area.setAccessibleName(tr("Groups of this node"))
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.empty = EmptyState("groupsEmpty")
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.new)
        top.addWidget(make)
        top.addWidget(self.suggest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        layout.addLayout(top)
        layout.addWidget(self.about)
        layout.addWidget(self.heading)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.empty, 1)
        self.show_page("", [])

    def show_page(self, node: str, page: Sequence[Share], empty: Sequence[str] = ()) -> None:
        """Show a node's groups, and those that have no units anywhere, which wait to be filled."""
        rest = [share for share in page if share.name == REST]
        full = [share for share in page if share.name != REST]
        page = [*full, *(Share(name, (), 0.0, "") for name in empty), *rest]
        self.title.setText(node)
        grouped = len({unit for share in full for unit in share.units})
        units = len({unit for share in page for unit in share.units})
        self.about.setText(
            plural(
                "{count} group · {grouped:,} of {units:,} units · drag tiles into groups",
                "{count} groups · {grouped:,} of {units:,} units · drag tiles into groups",
                len(full),
            ).format(count=len(full), grouped=grouped, units=units)
        )
        self._area.setVisible(bool(page))
        self.empty.setVisible(not page)
        self.empty.say(tr("No units to group"), tr("Choose a node that has units."))
        self._page = (node, page)
        self._lay_out()

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show suggested groups above the others; none takes them away."""
        self._suggestions = suggestions
        self._lay_out()

    def _lay_out(self) -> None:
        """Build suggestions and groups anew, at the same place of scrolling."""
        node, page = self._page
        place = self._area.verticalScrollBar().value()
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 8, MARGIN)
        self.suggested = sections(self._suggestions if page else (), self._image)
        for suggestion in self.suggested:
            suggestion.accepted.connect(self.accepted)
            suggestion.rejected.connect(self.rejected)
            suggestion.chosen.connect(self.chosen)
        self.sections = [self._section(node, share) for share in page]
        for section in (*self.suggested, *self.sections):
            layout.addWidget(section)
        layout.addStretch(1)
        self._area.setWidget(inside)
        self._area.verticalScrollBar().setValue(place)

    def refresh_images(self) -> None:
        """Draw pictures that have come since."""
        for section in (*self.suggested, *self.sections):
            section.tiles.set_images(self._image)

    def _section(self, node: str, share: Share) -> GroupSection:
        section = GroupSection(node, share, self._image)
        section.tiles.dropped.connect(lambda origin, units: self.joined.emit(share.name, origin, units))
        section.tiles.removed.connect(lambda units: self.left.emit(share.name, units))
        section.tiles.chosen.connect(self.chosen)
        section.renamed.connect(lambda name: self.renamed.emit(share.name, name))
        section.commented.connect(lambda comment: self.commented.emit(share.name, comment))
        return section

    @Slot()
    def _on_make(self) -> None:
        name = self.new.text().strip()
        if name:
            self.new.clear()
            self.made.emit(name)
