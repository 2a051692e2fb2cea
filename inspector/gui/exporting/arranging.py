"""A view arranged for an export: other colours, another size, without its controls, and put back after it.

All happens within one turn of the event loop, so that nobody sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QToolButton,
    QWidget,
)

from inspector.gui.theme import Tokens, palette, style_of, tokens_of
from inspector.gui.views.graph_minimap import GraphMinimap
from inspector.gui.views.parts import FittedPicture
from inspector.gui.views.segments import Segments

LONGEST = 16_000
"""A view is never laid out wider or taller, in pixels of the screen: painting has its limits."""
_SHORT_NAME = 10
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_CONTROLS = (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QPushButton,
    QRadioButton,
    QSlider,
    QToolButton,
    Segments,
    GraphMinimap,
)


@dataclass(frozen=True)
class Arrangement:
    """How a view is laid out for an export.

    Attributes:
        tokens: The colours.
        size: The room that it has, in pixels of the screen; None for the one it has now.
        whole: Whether what is scrolled out of sight is shown, too.
        controls: Whether buttons and fields are shown.
    """

    tokens: Tokens
    size: QSize | None = None
    whole: bool = False
    controls: bool = False


@contextmanager
def arranged(view: QWidget, how: Arrangement) -> Iterator[QSize]:
    """The view laid out so for the length of the block: its size, in pixels of the screen."""
    focus = view.window().focusWidget()
    with ExitStack() as undoing:
        undoing.callback(_focus, focus)
        undoing.callback(_settle, view)
        undoing.enter_context(_sized(view))
        undoing.enter_context(_coloured(view, how.tokens))
        if not how.controls:
            undoing.enter_context(_without_controls(view))
        view.resize((how.size or view.size()).boundedTo(QSize(LONGEST, LONGEST)))
        _settle(view)
        if how.whole:
            undoing.enter_context(_unrolled(view))
        yield view.size()


def _focus(focus: QWidget | None) -> None:
    if focus is not None and focus.isVisible():
        focus.setFocus(Qt.FocusReason.OtherFocusReason)


@contextmanager
def _sized(view: QWidget) -> Iterator[None]:
    before, least = view.geometry(), view.minimumSize()
    # What is within may grow; those around the view are not to make room for it.
    view.setMinimumSize(least.expandedTo(QSize(1, 1)))
    try:
        yield
    finally:
        view.setMinimumSize(least)
        view.setGeometry(before)


@contextmanager
def _coloured(view: QWidget, tokens: Tokens) -> Iterator[None]:
    """Every widget in other colours: below a style sheet Qt lets no child inherit its parent's."""
    if tokens_of(view.palette()) is tokens:
        yield
        return
    sheet, own = view.styleSheet(), Qt.WidgetAttribute.WA_SetPalette
    widgets = [view, *view.findChildren(QWidget)]
    before = [QPalette(widget.palette()) if widget.testAttribute(own) else QPalette() for widget in widgets]
    view.setStyleSheet(style_of(tokens))
    new = palette(tokens)
    for widget in widgets:
        widget.setPalette(new)
    try:
        yield
    finally:
        view.setStyleSheet(sheet)
        for widget, old in zip(widgets, before, strict=True):
            widget.setPalette(old)


@contextmanager
def _without_controls(view: QWidget) -> Iterator[None]:
    pictures = [(picture, picture.minimumSize()) for picture in view.findChildren(FittedPicture)]
    for picture, _ in pictures:  # often it is the controls below a picture that give it its width
        picture.setMinimumWidth(picture.width())
    areas = [(area, *_policies(area)) for area in view.findChildren(QAbstractScrollArea)]
    for area, *_ in areas:
        _set_policies(area, _OFF, _OFF)
    hidden = [widget for widget in view.findChildren(QWidget) if _is_control(widget) and _is_shown(widget)]
    hidden += [name for widget in hidden for name in _names_of(widget)]
    for widget in hidden:
        widget.hide()
    try:
        yield
    finally:
        for widget in hidden:
            widget.show()
        for area, across, down in areas:
            _set_policies(area, across, down)
        for picture, least in pictures:
            picture.setMinimumSize(least)


def _policies(area: QAbstractScrollArea) -> tuple[Qt.ScrollBarPolicy, Qt.ScrollBarPolicy]:
    return area.horizontalScrollBarPolicy(), area.verticalScrollBarPolicy()


def _set_policies(area: QAbstractScrollArea, across: Qt.ScrollBarPolicy, down: Qt.ScrollBarPolicy) -> None:
    area.setHorizontalScrollBarPolicy(across)
    area.setVerticalScrollBarPolicy(down)


def _is_control(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(parent, _CONTROLS):  # a part of one
        return False
    # A field without a frame is text that can be changed where it stands, such as the name of a group.
    field = isinstance(widget, QLineEdit) and (widget.hasFrame() or not widget.text())
    return isinstance(widget, _CONTROLS) or field


def _is_shown(widget: QWidget) -> bool:
    return not widget.isHidden() and not widget.isWindow()


def _names_of(control: QWidget) -> list[QWidget]:
    """The short label that stands before a control in its row."""
    parent = control.parentWidget()
    row = _row_of(parent.layout(), control) if parent is not None and parent.layout() is not None else None
    at = row.indexOf(control) if row is not None else 0
    before = row.itemAt(at - 1).widget() if row is not None and at > 0 else None
    short = isinstance(before, QLabel) and len(before.text()) <= _SHORT_NAME and not before.font().bold()
    return [before] if short and before.font().weight() < 600 and not before.isHidden() else []


def _row_of(layout: QLayout, widget: QWidget) -> QBoxLayout | None:
    if isinstance(layout, QBoxLayout) and layout.indexOf(widget) >= 0:
        return layout
    for index in range(layout.count()):
        inner = layout.itemAt(index).layout()
        found = _row_of(inner, widget) if inner is not None else None
        if found is not None:
            return found
    return None


@contextmanager
def _unrolled(view: QWidget) -> Iterator[None]:
    """Every list and scrolled area as large as what is in it."""
    before: list[tuple[QWidget, QSize]] = []
    lists = [(items, items.verticalScrollMode()) for items in view.findChildren(QAbstractItemView)]
    for items, _ in lists:  # else its bar counts lines
        items.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    _settle(view)
    for area in view.findChildren(QAbstractScrollArea):
        right, below = area.horizontalScrollBar().maximum(), area.verticalScrollBar().maximum()
        if area.isVisibleTo(view) and (right or below):
            around = list(_between(area, view))
            before += [(widget, widget.minimumSize()) for widget in (area, *around)]
            for widget in around:  # one that says how small it may be hides what is in it needs
                widget.setMinimumSize(0, 0)
            wanted = area.size() + QSize(right, below)
            area.setMinimumSize(wanted.boundedTo(QSize(LONGEST, LONGEST)))
    try:
        _settle(view)
        view.resize(view.size().expandedTo(_needed(view)).boundedTo(QSize(LONGEST, LONGEST)))
        _settle(view)
        yield
    finally:
        for widget, least in reversed(before):
            widget.setMinimumSize(least)
        for items, mode in lists:
            items.setVerticalScrollMode(mode)


def _between(widget: QWidget, view: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None and parent is not view:
        yield parent
        parent = parent.parentWidget()


def _needed(view: QWidget) -> QSize:
    layout = view.layout()
    return layout.totalMinimumSize() if layout is not None else view.minimumSizeHint()


def _settle(view: QWidget) -> None:
    """Let all layouts below a view take effect at once."""
    for widget in (*view.findChildren(QWidget), view):
        QApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)
    for widget in (view, *view.findChildren(QWidget)):
        layout = widget.layout()
        if layout is not None:
            layout.activate()
    for items in view.findChildren(QAbstractItemView):
        items.doItemsLayout()  # else its tiles are moved a moment later
