"""The Enter key does what a dialog is for, and does not close it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from inspector.gui.dialogs.diagnostics import DiagnosticsDialog
from inspector.gui.dialogs.export_data import ExportDataDialog
from inspector.gui.dialogs.export_page import ExportPageDialog
from inspector.gui.dialogs.export_view import ExportViewDialog
from inspector.gui.dialogs.recipe import RecipeDialog
from inspector.gui.dialogs.recipe_settings import RecipeSettings
from inspector.lenses.feature_visualization.knobs import KNOBS

DIALOGS = {
    ExportViewDialog: "exportViewGo",
    ExportDataDialog: "exportDataGo",
    ExportPageDialog: "exportPageGo",
    DiagnosticsDialog: "diagnosticsCopy",
    RecipeDialog: "makeAgain",
    RecipeSettings: "applySettings",
}
GIVEN = {DiagnosticsDialog: (lambda private: "",), RecipeSettings: (KNOBS,)}


@pytest.mark.parametrize("kind", DIALOGS)
def test_that_enter_presses_the_button_that_the_dialog_is_for(qtbot, kind):
    dialog = kind(*GIVEN.get(kind, ()))
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QPushButton, DIALOGS[kind])
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
