"""Light and dark themes."""

from __future__ import annotations

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QSpinBox, QTabWidget, QWidget

from inspector.gui.theme import CONTRAST, DARK, LIGHT, Theme, Tokens, palette, tokens_of


def luminance(colour: str) -> float:
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_that_text_can_be_read_on_every_ground(tokens: Tokens) -> None:
    for ground in (tokens.window, tokens.panel, tokens.base, tokens.raised):
        assert contrast(tokens.text, ground) > 7
    for ground in (tokens.window, tokens.panel, tokens.base):
        assert contrast(tokens.muted, ground) > 4.5
        for state in (tokens.good, tokens.warn, tokens.bad):
            assert contrast(state, ground) > 4.5
    assert contrast(tokens.accent_text, tokens.accent) > 4.5


def test_that_high_contrast_is_what_the_guidelines_call_enhanced() -> None:
    grounds = (CONTRAST.window, CONTRAST.panel, CONTRAST.base, CONTRAST.raised)
    texts = (CONTRAST.text, CONTRAST.muted, CONTRAST.faint, CONTRAST.accent)
    for colour in (*texts, CONTRAST.good, CONTRAST.warn, CONTRAST.bad, *CONTRAST.series):
        assert min(contrast(colour, ground) for ground in grounds) >= 7, colour
    assert contrast(CONTRAST.accent_text, CONTRAST.accent) >= 7
    for line in (CONTRAST.border, CONTRAST.edge, CONTRAST.grid):
        assert contrast(line, CONTRAST.base) >= 3, line


def test_that_the_tab_in_front_is_told_by_more_than_a_shade(theme: Theme, qtbot) -> None:
    theme.set_mode("contrast")
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "One")
    tabs.addTab(QWidget(), "Two")
    tabs.resize(300, 100)
    qtbot.addWidget(tabs)
    tabs.show()
    shown, bar = tabs.grab().toImage(), tabs.tabBar()
    places = [bar.mapTo(tabs, bar.tabRect(i).topLeft() + QPoint(5, 5)) for i in range(2)]
    front, behind = (shown.pixelColor(place).name() for place in places)
    assert contrast(front, behind) > 7


def test_that_high_contrast_reaches_the_application(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode("contrast")
    assert theme.tokens is CONTRAST
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#000000")
    assert CONTRAST.border in qapp.styleSheet()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_that_curves_stand_out_from_the_plot_and_from_each_other(tokens: Tokens) -> None:
    assert len(set(tokens.series)) == len(tokens.series) == 6
    assert all(contrast(colour, tokens.base) > 2 for colour in tokens.series)


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox])
def test_that_the_frame_of_a_field_stands_out_from_the_ground(theme: Theme, qtbot, mode, kind) -> None:
    theme.set_mode(mode)
    page = QWidget()
    page.setFixedSize(100, 50)
    field = kind(page)
    field.setGeometry(10, 10, 80, 26)
    qtbot.addWidget(page)
    page.show()
    shown = page.grab().toImage()
    down = [shown.pixelColor(50, y).name() for y in range(6, 16)]
    assert max(contrast(colour, theme.tokens.window) for colour in down) > 1.9


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_that_a_box_to_check_is_seen_before_it_is_checked(theme: Theme, qtbot, mode, kind) -> None:
    theme.set_mode(mode)
    page = QWidget()
    page.setFixedSize(100, 50)
    box = kind(page)
    box.setGeometry(10, 10, 80, 26)
    qtbot.addWidget(page)
    page.show()
    shown = page.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(8, 30) for y in range(6, 36)}
    assert max(contrast(colour, theme.tokens.window) for colour in colours) > 1.7


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_that_a_palette_tells_its_tokens(tokens: Tokens) -> None:
    made = palette(tokens)
    assert tokens_of(made) is tokens
    assert made.color(QPalette.ColorRole.Highlight) == QColor(tokens.accent)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(tokens.faint)


def test_that_a_chosen_mode_reaches_palette_style_sheet_and_plots(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode("dark")
    assert theme.is_dark
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert DARK.border in qapp.styleSheet()
    assert "$" not in qapp.styleSheet()
    assert pg.getConfigOption("background") == DARK.base
    assert pg.getConfigOption("imageAxisOrder") == "row-major"


def test_that_a_change_is_told_once(theme: Theme, qtbot) -> None:
    told = []
    theme.changed.connect(lambda: told.append(theme.tokens))
    theme.set_mode("dark")
    theme.set_mode("dark")
    theme.set_mode("light")
    assert told == [DARK, LIGHT]


def test_that_widgets_that_exist_get_the_new_palette(theme: Theme, qtbot) -> None:
    class Watcher(QWidget):
        seen: list[Tokens]

        def changeEvent(self, event: QEvent) -> None:
            if event.type() == QEvent.Type.PaletteChange:
                self.seen.append(tokens_of(self.palette()))

    widget = Watcher()
    widget.seen = []
    qtbot.addWidget(widget)
    widget.show()
    theme.set_mode("dark")
    assert widget.seen
    assert widget.seen[-1] is DARK


def test_that_the_system_mode_follows_the_system(theme: Theme, qapp: QApplication, monkeypatch) -> None:
    from PySide6.QtCore import Qt

    scheme = [Qt.ColorScheme.Dark]

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme[0]

        def unsetColorScheme(self) -> None:
            pass

    monkeypatch.setattr(theme, "_application", _WithHints(qapp, Hints()))
    theme.set_mode("system")
    assert theme.is_dark
    scheme[0] = Qt.ColorScheme.Light
    theme._on_system_changed()
    assert not theme.is_dark


class _WithHints:
    def __init__(self, application: QApplication, hints: object) -> None:
        self._application, self._hints = application, hints

    def styleHints(self) -> object:
        return self._hints

    def __getattr__(self, name: str) -> object:
        return getattr(self._application, name)


def test_that_a_chosen_mode_does_not_follow_the_system(theme: Theme) -> None:
    theme.set_mode("light")
    theme._on_system_changed()
    assert not theme.is_dark
