"""An SVG drawing as a PDF file, its lines and letters kept as such."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from inspector.files import replacing
from inspector.gui.translation import tr
from inspector.network.errors import InspectorError

_POINTS_PER_PIXEL = 0.75
_KEPT: list[QGuiApplication] = []


def with_fonts() -> None:
    """Make Qt's fonts available to a program without a window, and without a screen."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _KEPT.append(QGuiApplication(["neuron-inspector"]))


def write_pdf(svg: str, path: Path) -> None:
    """Write a drawing as a page of its own size; needs an application, see `with_fonts`.

    Raises:
        InspectorError: The file cannot be written.
    """
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    with replacing(path) as temporary:
        writer = QPdfWriter(str(temporary))
        points = QSizeF(size.width() * _POINTS_PER_PIXEL, size.height() * _POINTS_PER_PIXEL)
        writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setCreator("Neuron Inspector")
        painter = QPainter()
        if not painter.begin(writer):
            raise InspectorError(tr("{path} cannot be written.").format(path=path))
        renderer.render(painter)
        painter.end()
