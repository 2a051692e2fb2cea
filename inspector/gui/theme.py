"""Light, dark and high contrast: the colours by name, the palette made of them, the system’s choice."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from string import Template
from typing import Literal

import pyqtgraph as pg
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from inspector.gui.style_sheet import CONTRAST_STYLE, STYLE

Mode = Literal["system", "light", "dark", "contrast"]
_MIDDLE = 128
_FRAME_FACTOR = 140
_FIELDS = ("QLineEdit", "QAbstractSpinBox", "QCheckBox", "QRadioButton")


@dataclass(frozen=True)
class Tokens:
    """Colours by what they are for, as "#rrggbb".

    Attributes:
        window: Ground of the window.
        panel: Ground of buttons, headers and alternate rows.
        base: Ground of lists, fields and plots.
        raised: Ground of what the pointer is over.
        text: Text.
        muted: Captions, axis labels, what matters less.
        faint: Text of what cannot be used now; marks of no weight.
        border: Hairlines.
        edge: Frames of what can be typed into.
        grid: Lines behind curves.
        accent: The one colour that says "this": selection, progress, the main curve.
        accent_text: Text on the accent.
        good: State: done, found.
        warn: State: untrained, estimated.
        bad: State: failed.
        series: Curves, in order (Okabe and Ito's colour-blind-safe set, those that stand out on the base).
    """

    window: str
    panel: str
    base: str
    raised: str
    text: str
    muted: str
    faint: str
    border: str
    edge: str
    grid: str
    accent: str
    accent_text: str
    good: str
    warn: str
    bad: str
    series: tuple[str, ...]


LIGHT = Tokens(
    window="#f3f4f6",
    panel="#f9fafb",
    base="#ffffff",
    raised="#e8edf3",
    text="#1b1f24",
    muted="#5c6570",
    faint="#8e96a0",
    border="#d8dce2",
    edge="#a3abb5",
    grid="#e9ebef",
    accent="#0b6aa8",
    accent_text="#ffffff",
    good="#00734f",
    warn="#945200",
    bad="#b3261e",
    series=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"),
)
PRINT = replace(LIGHT, window="#ffffff", panel="#ffffff")
"""Light, on the white of paper; the window itself is never shown so."""
DARK = Tokens(
    window="#181a1e",
    panel="#1f2227",
    base="#121417",
    raised="#2a2f36",
    text="#e6e9ed",
    muted="#a0a8b2",
    faint="#6f7781",
    border="#30353c",
    edge="#545d68",
    grid="#24282e",
    accent="#56b4e9",
    accent_text="#08151e",
    good="#3ec28f",
    warn="#e6a23c",
    bad="#ff8a80",
    series=("#56b4e9", "#e69f00", "#1fc198", "#e39ac4", "#f0e442", "#f2803a"),
)
# All text, captions and states among it, has a contrast of 7:1 at least (WCAG level AAA); lines have 3:1.
CONTRAST = Tokens(
    window="#000000",
    panel="#0a0a0a",
    base="#000000",
    raised="#262626",
    text="#ffffff",
    muted="#e2e2e2",
    faint="#b4b4b4",
    border="#8f8f8f",
    edge="#ffffff",
    grid="#6a6a6a",
    accent="#57d0ff",
    accent_text="#000000",
    good="#5ee9a8",
    warn="#ffc83d",
    bad="#ffb0a8",
    series=("#57d0ff", "#ffb300", "#2ee6a6", "#ffa3d7", "#fff45c", "#ff9a66"),
)
TOKENS: dict[str, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
"""The colours of every mode but that of the system."""


def tokens_of(palette: QPalette) -> Tokens:
    """The tokens that a palette was made of, told by its ground: black, or how light it is."""
    if palette.color(QPalette.ColorRole.Window) == QColor(CONTRAST.window):
        return CONTRAST
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < _MIDDLE else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """The palette of all widgets."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.base,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.panel,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.bad,
        role.ToolTipBase: tokens.panel,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.base,
        role.Midlight: tokens.raised,
        role.Mid: tokens.border,
        role.Dark: tokens.border,
        role.Shadow: tokens.border,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.border))
    return made


def field_palette(tokens: Tokens) -> QPalette:
    """The palette of fields, check boxes and radio buttons, whose frames stand out from the ground.

    Fusion draws a frame in the window's colour, darkened by 1.4: on a dark ground that is next to nothing.
    """
    made = palette(tokens)
    made.setColor(QPalette.ColorRole.Window, QColor(tokens.edge).lighter(_FRAME_FACTOR))
    return made


class Theme(QObject):
    """Light, dark, high contrast, or the system's choice; style, palette and plot colours follow.

    Widgets notice by Qt's own palette-change event; `changed` is for what is no widget (icons).

    Signals:
        changed: The tokens are others now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode = "system") -> None:
        super().__init__(application)
        self._application = application
        # Where the platform does not tell its scheme, its own palette does; ours hides that one from now on.
        self._native = LIGHT if tokens_of(QGuiApplication.palette()) is LIGHT else DARK
        self._mode: Mode = mode
        self._tokens: Tokens | None = None
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self.set_mode(mode)

    @property
    def mode(self) -> Mode:
        """What was chosen."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens or self._native

    @property
    def is_dark(self) -> bool:
        """Whether colours on a dark ground are in force."""
        return self.tokens is not LIGHT

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark, high contrast, or whatever the system has."""
        self._mode = mode
        hints = self._application.styleHints()
        if mode == "system":
            hints.unsetColorScheme()
        else:  # so that title bars and the system's own dialogs follow; does nothing on some platforms
            hints.setColorScheme(Qt.ColorScheme.Light if mode == "light" else Qt.ColorScheme.Dark)
        self._apply()

    @Slot()
    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self._apply()

    def _wanted(self) -> Tokens:
        if self._mode != "system":
            return TOKENS[self._mode]
        scheme = self._application.styleHints().colorScheme()
        known = {Qt.ColorScheme.Dark: DARK, Qt.ColorScheme.Light: LIGHT}
        return known.get(scheme, self._native)

    def _apply(self) -> None:
        tokens = self._wanted()
        if tokens is self._tokens:
            return
        self._tokens = tokens
        pg.setConfigOptions(
            imageAxisOrder="row-major",
            antialias=True,
            background=tokens.base,
            foreground=tokens.muted,
            mouseRateLimit=-1,  # else the move that brings the pointer to rest may be dropped
        )
        self._application.setPalette(palette(tokens))
        for kind in _FIELDS:
            self._application.setPalette(field_palette(tokens), kind)
        self._application.setStyleSheet(style_of(tokens))
        self.changed.emit()


def style_of(tokens: Tokens) -> str:
    """The little that a palette cannot say."""
    style = STYLE + (CONTRAST_STYLE if tokens is CONTRAST else "")
    return Template(style).substitute(asdict(tokens))
