"""The small buttons in the feature view’s heading: transparency, which pictures, export, and how made."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from inspector.gui.translation import mark, tr
from inspector.gui.views.feature_pictures import PicturesMenu
from inspector.gui.views.icon_button import IconButton
from inspector.gui.views.objective_words import explained
from inspector.lenses.feature_visualization import Feature

_FORMATS = (
    ("png", mark("Pictures as PNG…"), mark("Every picture as a file that knows how it was made.")),
    ("webp", mark("Growth as animated WebP…"), mark("All kept frames as a small film in full colour.")),
    (
        "gif",
        mark("Growth as animated GIF…"),
        mark("All kept frames as a film that every program shows, in 256 colours."),
    ),
)
_FILMS = ("webp", "gif")


class FeatureMenus(QWidget):
    """A few buttons.

    Attributes:
        pictures: The menu of which pictures to make.
        export: The menu of what can be written and copied.
        transparency: Whether transparency maps are used; offered where there are any.

    Signals:
        objectives_chosen: Which pictures to make, as texts of objectives.
        export_requested: "png", "webp" or "gif".
        copy_requested: A picture is wanted on the clipboard: its place in the row.
        explanation_requested: How was it made? A place in the row.
    """

    objectives_chosen = Signal(tuple)
    export_requested = Signal(str)
    copy_requested = Signal(int)
    explanation_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feature: Feature | None = None
        self.pictures = PicturesMenu(self)
        self.pictures.objectives_chosen.connect(self.objectives_chosen)
        self.export = QMenu(self, objectName="featureExportMenu")
        self.export.setToolTipsVisible(True)
        self._exports = {name: self._export_entry(name, text, tip) for name, text, tip in _FORMATS}
        self.export.addSeparator()
        self._copies: list[QAction] = []
        self._make_buttons()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self._buttons.values():
            row.addWidget(button)
        self.set_feature(None)

    def _make_buttons(self) -> None:
        self.transparency = IconButton(
            "transparency",
            "featureTransparency",
            tr("Transparency"),
            tr("Show only what the picture needs: where no gradient pointed it is clear."),
        )
        self.transparency.setCheckable(True)
        self.transparency.setChecked(True)
        self._buttons = {
            "transparency": self.transparency,
            "columns": IconButton(
                "columns",
                "featureChoose",
                tr("Pictures to make"),
                tr("Which pictures are made side by side."),
            ),
            "export": IconButton(
                "export",
                "featureExport",
                tr("Export"),
                tr("Write the pictures or their growth to files, or copy one."),
            ),
            "info": IconButton(
                "info",
                "featureExplain",
                tr("How was this made?"),
                tr("How were these pictures made? And make them again."),
            ),
        }
        for name, menu in (("columns", self.pictures), ("export", self.export)):
            self._buttons[name].open_menu(menu)
        self._buttons["info"].clicked.connect(lambda: self.explanation_requested.emit(0))

    def _export_entry(self, name: str, text: str, tip: str) -> QAction:
        action = QAction(tr(text), self, objectName=f"export-{name}")
        action.setToolTip(tr(tip))
        action.triggered.connect(lambda: self.export_requested.emit(name))
        self.export.addAction(action)
        return action

    def set_objectives(self, objectives: tuple[str, ...]) -> None:
        """Check what is made, without asking for anything."""
        self.pictures.set_objectives(objectives)

    def set_feature(self, feature: Feature | None) -> None:
        """Offer what can be done with these pictures; None: nothing."""
        before, self._feature = self._feature, feature
        for name in ("export", "info"):
            self._buttons[name].setEnabled(feature is not None)
        self.transparency.setVisible(feature is not None and feature.alpha is not None)
        objectives = feature.objectives if feature is not None else ()
        if before is None or before.objectives != objectives:
            self._offer_copies(objectives)

    def set_has_film(self, has: bool) -> None:
        """Whether there is more than one frame."""
        for name in _FILMS:
            self._exports[name].setEnabled(has)

    def _offer_copies(self, objectives: tuple[str, ...]) -> None:
        for action in self._copies:
            self.export.removeAction(action)
            action.deleteLater()
        self._copies = [
            QAction(tr("Copy “{title}”").format(title=explained(text)[0]), self.export) for text in objectives
        ]
        for place, action in enumerate(self._copies):
            action.setObjectName(f"copy-{place}")
            action.triggered.connect(self._on_copy_triggered)
            self.export.addAction(action)

    @Slot()
    def _on_copy_triggered(self) -> None:
        self.copy_requested.emit(self._copies.index(self.sender()))
