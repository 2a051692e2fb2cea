"""The little that a palette cannot say: templates of style sheets, in which $name stands for a token."""

from __future__ import annotations

STYLE = """
QToolTip { color: $text; background: $panel; border: 1px solid $border; padding: 4px 6px; }
QSplitter::handle { background: $border; }
QMainWindow::separator { background: $border; width: 3px; height: 3px; }
QMainWindow::separator:hover { background: $accent; }
QTabWidget::tab-bar { left: 6px; }
QTabBar::tab { color: $muted; padding: 7px 8px 4px 8px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; border-bottom-color: $border; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { background: $raised; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $border; padding: 4px; spacing: 4px; }
QStatusBar { background: $window; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QFrame#banner { background: $raised; border-bottom: 1px solid $border; }
QFrame#tourBubble { background: $panel; border: 2px solid $accent; border-radius: 6px; }
QHeaderView { background: $base; border: none; }
QHeaderView::section { background: $base; color: $muted; padding: 4px 7px; }
QHeaderView::section { border: none; border-bottom: 1px solid $border; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QSlider::groove:horizontal { height: 3px; background: $border; border-radius: 1px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 1px; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal { width: 10px; margin: -5px 0; border-radius: 6px; }
QSlider::handle:horizontal { background: $panel; border: 1px solid $accent; }
QSlider::handle:horizontal:hover { background: $raised; }
QSlider::handle:horizontal:disabled { border-color: $faint; }
"""
CONTRAST_STYLE = """
QTabBar::tab { color: $text; background: $window; border: 1px solid $border; padding: 5px 10px; }
QTabBar::tab:selected { color: $accent_text; background: $accent; border-color: $accent; }
QTabBar::tab:hover:!selected { background: $raised; }
QTabBar::tab:disabled { color: $faint; }
QTabBar:focus { outline: none; }
QTabBar::tab:selected:focus { border: 2px solid $text; padding: 4px 9px; }
"""
"""Fusion tells the tab in front by a shade, which nobody sees on black."""
