"""The wheel: installed into an environment of its own, it finds its resources and opens its network."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

_CHECK = """
import sys
from pathlib import Path
import inspector
from inspector import paths
package = Path(inspector.__file__).parent
assert package.is_relative_to(sys.prefix), package
assert paths.resources() == package / "resources", paths.resources()
network = inspector.open_network("demo")
assert network.trained and network.labels and network.nodes
from inspector.pictures.samples import samples
print(len(samples()))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_that_the_wheel_carries_resources_and_licence_and_nothing_of_the_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "inspector/resources/demo/demo.safetensors" in names
    assert any(name.endswith("LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "resources/"))]


def test_that_the_installed_wheel_finds_its_resources_and_opens_the_demonstration_network(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    if not python.exists():
        python = tmp_path / "env" / "Scripts" / "python.exe"
    packages = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*pip, packages, str(wheel)], check=True, capture_output=True)
    # torch and the like come from this environment, behind the installed wheel: they weigh gigabytes.
    (Path(packages) / "behind.pth").write_text(sysconfig.get_path("purelib") + "\n")
    done = subprocess.run([python, "-I", "-c", _CHECK], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 48
