"""What a tuning is asked for: the family, its axes, what it is about, and which response is read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from inspector.gui.icons import icon
from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.axis_knobs import AxisKnobs
from inspector.gui.views.response_menu import ResponseMenu
from inspector.stimuli.axes import FamilyCard

_REST_MS = 350
_OPEN = "\0open"


class TuningControls(QWidget):
    """The widgets of a tuning's heading; the view lays them out.

    Signals:
        request_changed: {"family", "axes", "fixed", "reduction", "pre_activation", "subject", "sigma"}.
        family_changed: The `FamilyCard` of the chosen family.
        file_requested: The user wants to open stimuli from a file.
    """

    request_changed = Signal(dict)
    family_changed = Signal(object)
    file_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards: dict[str, FamilyCard] = {}
        self._asked: dict[str, Any] = {}
        self.hide()
        self.family = QComboBox(objectName="tuningFamily")
        self.family.setAccessibleName(tr("Stimulus family"))
        self.family.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.family.setMaxVisibleItems(30)
        self.response = ResponseMenu()
        self.axes = QToolButton(objectName="tuningAxes", text=tr("Axes"))
        self.axes.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.axes.setToolTip(tr("Choose which properties of the stimulus to vary, and over what."))
        self.axes.setAccessibleName(tr("Axes of the stimuli"))
        self.axes.setIconSize(QSize(16, 16))
        self.words = QLineEdit(objectName="tuningWords", placeholderText=tr("Words that the stimuli write"))
        self.words.setAccessibleName(tr("Words that the stimuli write"))
        self.picture = ElidedLabel(name="tuningPicture", muted=True, factor=0.92)
        self.knobs = AxisKnobs(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._join()
        self._draw_icons()
        self._show_subject()

    def _join(self) -> None:
        self.family.activated.connect(self._on_family_activated)
        self.response.changed.connect(self._ask)
        self.axes.clicked.connect(self._on_axes_clicked)
        self.knobs.changed.connect(self._ask)
        self.words.textEdited.connect(self._on_words_edited)
        self.words.returnPressed.connect(self._ask)
        self._rest.timeout.connect(self._ask)

    @property
    def card(self) -> FamilyCard | None:
        """The chosen family."""
        return self._cards.get(self.family.currentData())

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked for last."""
        return self._asked

    def set_families(self, cards: list[FamilyCard]) -> None:
        """Offer families; the chosen one stays chosen where it is still there."""
        before = self.card
        self._cards = {card.name: card for card in cards}
        self.family.clear()
        for place, card in enumerate(cards):
            self.family.addItem(tr(card.title), card.name)
            sentence = (
                tr("{sentence}\nFrom {source}").format(sentence=tr(card.sentence), source=card.source)
                if card.source
                else tr(card.sentence)
            )
            self.family.setItemData(place, sentence, Qt.ItemDataRole.ToolTipRole)
        self.family.insertSeparator(len(cards))
        self.family.addItem(tr("From a file…"), _OPEN)
        if not cards:
            return
        name = before.name if before is not None else ""
        self.family.setCurrentIndex(max(0, self.family.findData(name)))
        if self.card != before:
            self._adopt_family()
        self._ask()

    def choose_family(self, name: str) -> None:
        """Choose a family as if it had been picked from the list; an unknown one changes nothing."""
        place = self.family.findData(name) if name in self._cards else -1
        if place >= 0:
            self.family.setCurrentIndex(place)
            self._on_family_activated()

    def set_picture(self, name: str) -> None:
        """Name the picture that a family of pictures changes; "" where there is none."""
        self.picture.setText(
            tr("Of the current picture: {name}").format(name=name)
            if name
            else tr("Drop or choose a picture first")
        )

    @Slot()
    def _on_family_activated(self) -> None:
        card = self._cards.get(self.family.currentData())
        if card is None:  # the entry that opens a file is no family to stay at
            self.family.setCurrentIndex(max(0, self.family.findData(self._asked.get("family"))))
            self.file_requested.emit()
            return
        self._adopt_family()
        self._ask()

    def _adopt_family(self) -> None:
        card = self.card
        if card is not None:
            self.family.setToolTip(tr(card.sentence))
            self.knobs.set_family(card)
            self._show_subject()
            self.family_changed.emit(card)

    def _show_subject(self) -> None:
        subject = self.card.subject if self.card is not None else ""
        self.words.setVisible(subject == "text")
        self.picture.setVisible(subject == "picture")

    @Slot()
    def _on_axes_clicked(self) -> None:
        self.knobs.open_below(self.axes)

    @Slot()
    def _on_words_edited(self) -> None:
        self._rest.start()

    @Slot()
    def _ask(self) -> None:
        self._rest.stop()
        knobs, card = self.knobs.request(), self.card
        if knobs is None or card is None:
            return
        subject = self.words.text().strip() if card.subject == "text" else ""
        asked = {"family": card.name, **knobs, **self.response.chosen, "subject": subject}
        if asked != self._asked:
            self._asked = asked
            self.request_changed.emit(asked)

    def _draw_icons(self) -> None:
        self.axes.setIcon(icon("sliders", tokens_of(self.palette())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
