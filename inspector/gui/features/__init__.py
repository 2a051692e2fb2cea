"""What the window can do beyond walking, looking and tuning: a feature a module, found by itself.

A module here has a function `install(window) -> QObject`: it makes the feature's views and controllers,
puts the views into the window's places (`window.stage` for what is shown of a whole node or network,
`window.desk` of the current picture, `window.evidence` of the current unit) and its actions into the menus
(`window.add_entries`). What it returns is kept as `window.features[name of the module]`; the module's `ORDER`
says where its tabs stand among those of the others.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow


def install(window: MainWindow) -> None:
    """Install every feature into `window.features`, the lowest order first: others may build on it."""
    modules = {
        found.name: importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
    }
    ordered = sorted(modules.items(), key=lambda item: (item[1].ORDER, item[0]))
    for name, module in ordered:
        window.features[name] = module.install(window)
