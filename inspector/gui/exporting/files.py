"""A figure as the bytes of a PNG, SVG or PDF file, its caption and recipe in the file's metadata."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from inspector import __version__
from inspector.gui.exporting.figure import Figure, Laid
from inspector.gui.exporting.pdf_subject import with_subject
from inspector.gui.exporting.svg_text import polished
from inspector.gui.translation import tr
from inspector.network.errors import InspectorError

Kind = Literal["png", "svg", "pdf"]
MM_PER_INCH, SCREEN_DPI = 25.4, 96
MOST_PIXELS = 160_000_000
"""A picture larger than that would take more memory than a desk has to spare."""
_PROGRAM = f"Neuron Inspector {__version__}"


@dataclass(frozen=True)
class Sheet:
    """How large the file is.

    Attributes:
        width: In millimetres.
        dpi: Pixels per inch of a picture; a drawing and a page have none.
    """

    width: float
    dpi: float = 300.0

    @classmethod
    def of_pixels(cls, pixels: int, dpi: float = 300.0) -> Sheet:
        """So many pixels wide."""
        return cls(pixels * MM_PER_INCH / dpi, dpi)

    @property
    def pixels(self) -> int:
        """The width of a picture."""
        return max(1, round(self.width * self.dpi / MM_PER_INCH))


def write(figure: Figure, kind: Kind, sheet: Sheet) -> bytes:
    """The figure as a file.

    Raises:
        InspectorError: The picture would be too large.
    """
    with figure.laid_out() as laid:
        return {"png": _png, "svg": _svg, "pdf": _pdf}[kind](figure, laid, sheet)


def image(figure: Figure, pixels: int, dpi: float = SCREEN_DPI) -> QImage:
    """The figure as a picture so many pixels wide.

    Raises:
        InspectorError: It would be too large.
    """
    with figure.laid_out() as laid:
        return _image(figure, laid, pixels, dpi)


def _image(figure: Figure, laid: Laid, pixels: int, dpi: float) -> QImage:
    scale = pixels / laid.size.width()
    size = QSize(pixels, max(1, round(laid.size.height() * scale)))
    if size.width() * size.height() > MOST_PIXELS:
        raise InspectorError(
            tr(
                "A picture of {width:,} × {height:,} pixels is too large: choose a smaller "
                "width, or SVG or PDF."
            ).format(width=size.width(), height=size.height())
        )
    made = QImage(size, QImage.Format.Format_RGB32)
    made.setDotsPerMeterX(round(dpi / MM_PER_INCH * 1000))
    made.setDotsPerMeterY(round(dpi / MM_PER_INCH * 1000))
    made.setDevicePixelRatio(scale)  # as on a screen so dense: the widths of lines grow with it
    made.fill(QColor(figure.how.tokens.window))
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    laid.paint(painter)
    painter.end()
    made.setDevicePixelRatio(1.0)
    return made


def _png(figure: Figure, laid: Laid, sheet: Sheet) -> bytes:
    made = _image(figure, laid, sheet.pixels, sheet.dpi)
    made.setText("Title", figure.title)
    made.setText("Description", figure.caption)
    made.setText("recipe", _recipe(figure))
    made.setText("Software", _PROGRAM)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _svg(figure: Figure, laid: Laid, sheet: Sheet) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the newer of Qt's two: it can clip
    generator.setOutputDevice(buffer)
    scale = sheet.width / MM_PER_INCH * SCREEN_DPI / laid.size.width()
    generator.setResolution(SCREEN_DPI)
    generator.setSize((laid.size * scale).toSize())
    generator.setViewBox(QRectF(0, 0, laid.size.width(), laid.size.height()))
    generator.setTitle(figure.title or "Neuron Inspector")
    generator.setDescription(f"{figure.caption}\n\n{_recipe(figure)}\n\n{_PROGRAM}")
    painter = QPainter(generator)
    laid.paint(painter, vectors=True)
    painter.end()
    return polished(bytes(buffer.data().data()).decode()).encode()


def _pdf(figure: Figure, laid: Laid, sheet: Sheet) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(
        SCREEN_DPI
    )  # that of the screen, for which sizes of letters and widths of lines hold
    millimetres = QSizeF(sheet.width, sheet.width * laid.size.height() / laid.size.width())
    points = millimetres * (72 / MM_PER_INCH)
    match = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, figure.title, match))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(figure.title)
    writer.setCreator(_PROGRAM)
    writer.addFileAttachment("recipe.json", QByteArray(_recipe(figure).encode()), "application/json")
    painter = QPainter(writer)
    scale = millimetres.width() / MM_PER_INCH * SCREEN_DPI / laid.size.width()
    painter.scale(scale, scale)
    laid.paint(painter, vectors=True)
    painter.end()
    return with_subject(bytes(buffer.data().data()), figure.caption)


def _recipe(figure: Figure) -> str:
    return json.dumps(figure.about, ensure_ascii=False, default=str)
