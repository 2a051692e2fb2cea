from __future__ import annotations

import sys

import pytest

from tests.packaging.built import PACKAGING


@pytest.fixture
def packaging(monkeypatch):
    """Lets the build's modules be imported; they are no package."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield
    for name in ("appimage", "build", "collecting", "debian", "smoke", "icons", "notices"):
        sys.modules.pop(name, None)
