"""Build the self-contained program: one command on Linux, macOS and Windows.

    python packaging/build.py [--edition cpu|cuda] [--deb] [--appimage RUNTIME] [--out dist]

It is run with a Python environment that holds the program, its `packaging` extra and the torch that is to
go in. Whatever it makes is started and driven through the tour of the window before it is called done.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build" / "pyinstaller"
sys.path.insert(0, str(HERE))

from appimage import make_appimage  # noqa: E402 - they lie beside this file, wherever it is started
from debian import make_deb  # noqa: E402
from notices import TOLD, write_notices  # noqa: E402
from smoke import SmokeError, start_once, try_out  # noqa: E402


def main(argv: list[str] | None = None) -> int:
    """Build, try out, measure; 1 with one line where a step failed."""
    wish = _wishes(argv)
    try:
        return _build(wish)
    except (SmokeError, OSError, subprocess.CalledProcessError) as error:
        print(f"build: {error}", file=sys.stderr)
        return 1


def _wishes(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edition", choices=("cpu", "cuda"), help="refuse any other torch than this")
    parser.add_argument("--deb", action="store_true", help="also make a Debian package (Linux)")
    parser.add_argument("--appimage", type=Path, metavar="RUNTIME", help="also make an AppImage, with it")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the results go")
    return parser.parse_args(argv)


def _build(wish: argparse.Namespace) -> int:
    edition = _edition()
    if wish.edition and wish.edition != edition:
        raise SmokeError(
            f"this environment holds torch for {edition}; the {wish.edition} edition needs its own."
        )
    _run(sys.executable, str(HERE / "icons.py"))
    _run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath",
        str(wish.out), "--workpath", str(WORK), str(HERE / "inspector.spec"),
    )  # fmt: skip
    folder = wish.out / "neuron-inspector"
    write_notices(folder, json.loads((WORK / "inspector" / "system.json").read_text(encoding="utf-8")))
    pictures = try_out(_program(folder), ROOT)
    print(f"tried out: {pictures} pictures of the tour, clean exit")
    results = [folder, *_installers(folder)]
    if wish.deb:
        results.append(make_deb(folder, wish.out))
    if wish.appimage:
        results.append(make_appimage(folder, wish.appimage, wish.out))
        start_once(results[-1], APPIMAGE_EXTRACT_AND_RUN="1")  # FUSE is not everywhere, a container for one
    for result in results:
        print(f"{result.name} ({edition}): {_size(result) / 1e6:,.0f} MB")
    return 0


def _program(folder: Path) -> Path:
    """What a user starts, of all that was built."""
    if sys.platform == "darwin":
        return folder.parent / "Neuron Inspector.app" / "Contents" / "MacOS" / "neuron-inspector"
    return folder / ("neuron-inspector.exe" if sys.platform == "win32" else "neuron-inspector")


def _installers(folder: Path) -> list[Path]:
    """The platform's own installer, where its tool is there."""
    from inspector import __version__

    out = folder.parent
    if sys.platform == "win32" and (tool := shutil.which("makensis")):
        return [make_setup(tool, folder, out / f"neuron-inspector-{__version__}-setup.exe")]
    if sys.platform == "darwin":
        resources = out / "Neuron Inspector.app" / "Contents" / "Resources"
        for name in TOLD:
            shutil.copy(folder / name, resources / name)
        _run(str(HERE / "macos" / "make-dmg.sh"), str(out))
        return [out / "neuron-inspector.dmg"]
    return []


def make_setup(makensis: str, folder: Path, setup: Path, *definitions: str) -> Path:
    """Compile the installer for Windows; makensis can do it on any system.

    Raises:
        CalledProcessError: makensis refused; it says why itself.
    """
    from inspector import __version__

    given = {"VERSION": __version__, "FOLDER": str(folder.resolve()), "OUT": str(setup.resolve())}
    _run(
        makensis, "-V2", "-WX", *(f"-D{name}={value}" for name, value in given.items()), *definitions,
        str(HERE / "windows" / "inspector.nsi"),
    )  # fmt: skip
    return setup


def _edition() -> str:
    import torch

    return "cuda" if torch.version.cuda else "cpu"


def _run(*command: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.lstat().st_size for file in files if not file.is_dir())


if __name__ == "__main__":
    sys.exit(main())
