"""Thumbnails of units, made in short turns when someone has asked for them, the last asked for first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPixmap

from inspector.gui.models.lru import ByteLru
from inspector.gui.models.tiles import Tiles, tile_image

CACHE_BYTES = 128 << 20
# How long one turn of making thumbnails may hold the window up, and the pause before it.
_TURN_MS = 8
_PAUSE_MS = 5
# More than any screen shows; what was asked for before that has long scrolled away.
_LONGEST_LIST = 600


class Thumbnails(QObject):
    """The pixmaps of one lens's tiles.

    A stale thumbnail is handed out until the new one is made, so that nothing flickers.

    Signals:
        made: The units (list of int) whose thumbnails are there now.
    """

    made = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tiles: Tiles | None = None
        self._side, self._ratio = 96, 1.0
        self._cache: ByteLru[int, QPixmap] = ByteLru(CACHE_BYTES)
        self._fresh: set[int] = set()
        self._at_once = False
        self._wanted: dict[int, None] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._make_wanted)

    @property
    def cached_bytes(self) -> int:
        """Bytes of thumbnails held."""
        return self._cache.size

    def show(self, tiles: Tiles | None) -> None:
        """Make them of these tiles from now on; None: there is nothing to show."""
        self._tiles = tiles

    def of(self, unit: int) -> QPixmap | None:
        """A unit's thumbnail, where there is one; a better one, where there can be, is made soon."""
        if self._tiles is None or not self._tiles.has(unit):
            return None
        if unit not in self._fresh or self._cache.get(unit) is None:
            if self._at_once:
                self._make(unit)
            else:
                self._want(unit)
        return self._cache.get(unit)

    def set_size(self, side: int, ratio: float) -> bool:
        """Make them of `side` logical pixels with `ratio` device pixels to each; whether that is new."""
        if (side, ratio) == (self._side, self._ratio):
            return False
        self._side, self._ratio = side, ratio
        self._fresh.clear()
        return True

    def grow_stale(self, unit: int | None = None) -> None:
        """Make a unit's thumbnail anew when it is asked for again, or all of them."""
        if unit is None:
            self._fresh.clear()
        else:
            self._fresh.discard(unit)

    def forget(self) -> None:
        """Let go of all of them."""
        self._cache.clear()
        self._fresh.clear()
        self._wanted.clear()

    @contextmanager
    def sharpened(self, ratio: float) -> Iterator[None]:
        """Make them at once and at that many pixels to each of the screen's, for the length of the block."""
        before, self._at_once = self._ratio, True
        self._ratio = max(ratio, before)
        self._fresh.clear()
        try:
            yield
        finally:
            self._at_once, self._ratio = False, before
            self._fresh.clear()

    def _want(self, unit: int) -> None:
        self._wanted.pop(unit, None)
        self._wanted[unit] = None
        if len(self._wanted) > _LONGEST_LIST:
            del self._wanted[next(iter(self._wanted))]
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _make_wanted(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        made = []
        while self._wanted and clock.elapsed() < _TURN_MS:
            unit, _ = self._wanted.popitem()
            if self._make(unit):
                made.append(unit)
        if self._wanted:
            self._timer.start()
        self.made.emit(made)

    def _make(self, unit: int) -> bool:
        if self._tiles is None or not self._tiles.has(unit):
            return False
        pixmap = QPixmap.fromImage(tile_image(self._tiles, unit, round(self._side * self._ratio)))
        pixmap.setDevicePixelRatio(self._ratio)
        self._cache.put(unit, pixmap, pixmap.width() * pixmap.height() * 4)
        self._fresh.add(unit)
        return True
