"""The names that scripts rely on."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import inspector

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


@pytest.mark.parametrize("name", sorted(set(inspector.__all__)))
def test_that_every_public_name_is_there(name):
    assert getattr(inspector, name) is getattr(inspector, name)
    assert name in dir(inspector)


def test_that_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        inspector.nonsense  # noqa: B018


def test_that_the_version_is_the_distributions():
    assert inspector.__version__ == tomllib.loads(PYPROJECT.read_text())["project"]["version"]


@pytest.mark.parametrize(
    "code",
    [
        "import inspector",
        "import inspector; inspector.Location.parse('demo/conv1/3'); inspector.InspectorError; inspector.run",
        "from inspector.lenses.base import lenses; assert len(lenses()) >= 5",
    ],
)
def test_that_names_and_lenses_are_known_without_torch(code):
    check = f"import sys; {code}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], cwd=PYPROJECT.parent, check=False).returncode == 0
