"""Build the self-contained program: one command on Linux, macOS and Windows.

    python packaging/build.py [--edition cpu|cuda] [--deb] [--out dist]

It is run with a Python environment that holds the program, its `packaging` extra and the torch that is to
go in. Whatever it makes is started and driven through the tour of the window before it is called done.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from debian import make_deb  # noqa: E402 - they lie beside this file, wherever it is started
from notices import write_notices  # noqa: E402
from smoke import SmokeError, try_out  # noqa: E402


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
        str(wish.out), "--workpath", str(ROOT / "build" / "pyinstaller"), str(HERE / "inspector.spec"),
    )  # fmt: skip
    folder = wish.out / "neuron-inspector"
    write_notices(folder)
    pictures = try_out(folder)
    print(f"tried out: {pictures} pictures of the tour, clean exit")
    results = [folder]
    if wish.deb:
        results.append(make_deb(folder, wish.out))
    for result in results:
        print(f"{result.name} ({edition}): {_size(result) / 1e6:,.0f} MB")
    _installers(wish.out)
    return 0


def _installers(out: Path) -> None:
    """The platform's own installer, where its tool is there."""
    from inspector import __version__

    if sys.platform == "win32" and (tool := shutil.which("iscc")):
        _run(tool, f"/DVersion={__version__}", str(HERE / "windows" / "inspector.iss"))
    elif sys.platform == "darwin":
        _run(str(HERE / "macos" / "make-dmg.sh"))


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
