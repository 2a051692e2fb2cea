"""A figure: a view with its caption below it, painted at any size onto a picture, a drawing or a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QWidget

from inspector.gui.exporting.arranging import Arrangement, arranged
from inspector.gui.exporting.tree import paint_tree
from inspector.gui.models.units import UnitsModel

_MARGIN = 12
_SHARPNESS = 4.0


@dataclass(frozen=True)
class Figure:
    """What is exported.

    Attributes:
        view: The view.
        how: How it is laid out.
        title: A few words on it.
        caption: What stands below it; "" for nothing.
        about: How it came to be, for machines: what goes into the file's metadata as JSON.
    """

    view: QWidget
    how: Arrangement
    title: str = ""
    caption: str = ""
    about: dict[str, Any] = field(default_factory=dict)

    @contextmanager
    def laid_out(self) -> Iterator[Laid]:
        """The figure ready to be painted, for the length of the block."""
        with arranged(self.view, self.how) as size:
            yield Laid(self, size)


class Laid:
    """A figure whose view is laid out now.

    Attributes:
        size: Its size with the caption, in pixels of the screen.
    """

    def __init__(self, figure: Figure, view: QSize) -> None:
        self._figure, self._view = figure, view
        self._text = _document(figure, view.width() - 2 * _MARGIN)
        below = self._text.size().height() + _MARGIN if figure.caption else 0.0
        self.size = QSizeF(view.width(), view.height() + below)

    def paint(self, painter: QPainter, *, vectors: bool = False) -> None:
        """Paint it at the painter's origin, a unit for a pixel of the screen; `vectors` for drawings."""
        tokens = self._figure.how.tokens
        painter.fillRect(QRectF(QPointF(), self.size), QColor(tokens.window))
        painter.save()
        with _in_full(self._figure.view):
            if vectors:
                paint_tree(painter, self._figure.view)
            else:
                QWidget.render(self._figure.view, painter, QPoint())
        painter.restore()
        if self._figure.caption:
            painter.save()
            painter.translate(_MARGIN, self._view.height() + _MARGIN / 2)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor(tokens.text))
            self._text.documentLayout().draw(painter, context)
            painter.restore()


def _document(figure: Figure, width: int) -> QTextDocument:
    made = QTextDocument()
    made.setDefaultFont(figure.view.font())
    made.setDocumentMargin(0)
    made.setPlainText(figure.caption)
    made.setTextWidth(width)
    return made


@contextmanager
def _in_full(view: QWidget) -> Iterator[None]:
    """Let tiles be as sharp as print, and pyqtgraph's points shapes instead of copies of a small picture."""
    points = [
        item
        for plot in (*view.findChildren(pg.PlotWidget), *([view] if isinstance(view, pg.PlotWidget) else []))
        for item in plot.scene().items()
        if isinstance(item, pg.ScatterPlotItem)
    ]
    models = {tiles.model() for tiles in view.findChildren(QAbstractItemView)}
    with ExitStack() as undoing:
        for item in points:
            item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
            undoing.callback(item.setExportMode, False)
        for model in models:
            if isinstance(model, UnitsModel):
                undoing.enter_context(model.sharpened(_SHARPNESS))
        yield
