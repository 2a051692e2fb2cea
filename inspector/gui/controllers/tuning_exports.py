"""Writing what was measured, or what is seen of it, to files and to the clipboard."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QRect, QSize, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.gui.controllers.feature_exports import EXPORT
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import mark, tr
from inspector.gui.views.curves import Curve
from inspector.gui.views.tuning import TuningView
from inspector.jobs.exports import ExportBytes, ExportLive, ExportTuning
from inspector.jobs.queue import Priority
from inspector.lenses.tuning import Tuning

_FILTERS = {
    "png": mark("Picture (*.png)"),
    "svg": mark("Drawing (*.svg)"),
    "csv": mark("Table (*.csv)"),
    "npz": mark("Arrays for numpy (*.npz)"),
}
_VIEW, TABLE, CURVES = "view-", "table", "curves"
_SCALE = 2


class TuningExports(QObject):
    """Joins the export menu with the engine. `FeatureExports.wrote` tells of these files, too."""

    def __init__(self, session: Session, engine: Engine, view: TuningView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self._numbers = itertools.count(1)
        view.menus.export_requested.connect(self._on_export_requested)

    def export(self, kind: str, path: str) -> None:
        """Write the measurement ("png", "csv" ...), the "table" of indices, or what is seen of it.

        The latter is "view-png", "view-svg", or the "curves" in sight, those of pinned units among them.
        While stimuli are shown live, the table and the arrays are those of the stimulus that is shown.
        """
        shown, live = self._view.shown, self._view.live.shown
        if kind.startswith(_VIEW):
            data = png(self._view.page) if kind.endswith("png") else svg(self._view.page)
            self._submit(ExportBytes(data, path))
        elif kind == CURVES:
            if shown is not None and self._view.drawn:
                self._submit(ExportBytes(curves_csv(shown, self._view.drawn), path))
        elif self._view.mode == "live":
            if live is not None:
                self._submit(ExportLive(live, path))
        elif shown is not None and shown.complete:
            form: Literal["plain", "polar"] = "polar" if self._view.mode == "polar" else "plain"
            self._submit(ExportTuning(shown, path, kind == TABLE, form))

    def copy(self) -> None:
        """Put what is seen on the clipboard."""
        QGuiApplication.clipboard().setPixmap(pixmap(self._view.page))

    def _submit(self, request: ExportBytes | ExportLive | ExportTuning) -> None:
        panel = f"{EXPORT}tuning-{next(self._numbers)}"
        self._engine.submit(request, panel, tr("Writing the tuning"), Priority.PICTURE)

    @Slot(str)
    def _on_export_requested(self, kind: str) -> None:
        if kind == "copy":
            self.copy()
            return
        ending = "csv" if kind in (TABLE, CURVES) else kind.removeprefix(_VIEW)
        dialog = QFileDialog(self._view.window(), tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr(_FILTERS[ending]))
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{self._name()}.{ending}")
        dialog.fileSelected.connect(self._exporter(kind))
        dialog.open()

    def _exporter(self, kind: str) -> Callable[[str], None]:
        return lambda path: self.export(kind, path)

    def _name(self) -> str:
        return "-".join([*str(self._session.location).split("/"), self._view.asked.get("family", "tuning")])


def curves_csv(tuning: Tuning, drawn: Sequence[Curve]) -> bytes:
    """Curves as CSV: "curve" (what it is called, or the unit), "axis", "value", "response" ("" for a gap)."""
    text, axes = io.StringIO(), list(tuning.axes)
    writer = csv.writer(text)
    writer.writerow(["curve", "axis", "value", "response"])
    for curve in drawn:
        for value, response in zip(curve.values, curve.response, strict=True):
            told = repr(float(response)) if np.isfinite(response) else ""
            writer.writerow([curve.label or tuning.location, axes[curve.axis], repr(float(value)), told])
    return text.getvalue().encode()


def pixmap(widget: QWidget) -> QPixmap:
    """What a widget shows, at twice its size."""
    made = QPixmap(widget.size() * _SCALE)
    made.setDevicePixelRatio(_SCALE)
    made.fill(widget.palette().window().color())
    widget.render(made)
    return made


def png(widget: QWidget) -> bytes:
    """What a widget shows as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap(widget).save(buffer, "PNG")
    return bytes(buffer.data().data())


def svg(widget: QWidget) -> bytes:
    """What a widget shows as an SVG: lines and text stay such."""
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(widget.width(), widget.height()))
    generator.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    generator.setTitle("Neuron Inspector")
    painter = QPainter(generator)
    painter.fillRect(widget.rect(), widget.palette().window())
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())
