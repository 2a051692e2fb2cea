"""A Debian package of the built folder: program below /opt, launcher, desktop file, icons, MIME type."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ID = "io.github.neuron_inspector.NeuronInspector"
# What the folder asks of the system and does not hold (`readelf -d` of all its files tells): drivers, the
# connection to the X server, and the data that its libraries of fonts and keyboards read.
DEPENDS = ("libegl1", "libgl1", "libxcb1", "fontconfig-config", "xkb-data")
RECOMMENDS = ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "libdrm2", "xdg-desktop-portal")


def make_deb(folder: Path, out: Path) -> Path:
    """Write the package beside the folder and return its path.

    Raises:
        CalledProcessError: dpkg-deb refused; it says why itself.
    """
    from inspector import __version__

    package = out / f"neuron-inspector_{__version__}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=out) as temporary:
        tree = Path(temporary) / "tree"
        lay_out(folder, tree, __version__)
        # Gigabytes of machine code compress slowly: zstd at its default is the fair trade.
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(tree), str(package)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return package


def lay_out(folder: Path, tree: Path, version: str) -> None:
    """Lay the files out below `tree` as they are installed, hard links where the disk has them."""
    shutil.copytree(folder, tree / "opt" / "neuron-inspector", symlinks=True, copy_function=link)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "neuron-inspector").symlink_to("/opt/neuron-inspector/neuron-inspector")
    share = lay_out_share(tree)
    (share / "doc" / "neuron-inspector").mkdir(parents=True)
    shutil.copy(folder / "LICENSE", share / "doc" / "neuron-inspector" / "copyright")
    (share / "doc" / "neuron-inspector" / "NOTICES.txt").symlink_to("/opt/neuron-inspector/NOTICES.txt")
    _write_control(tree, version)


def lay_out_share(tree: Path) -> Path:
    """Lay desktop file, metainfo, MIME type and icons out below `tree`; returns their folder."""
    share = tree / "usr" / "share"
    for place, name in (
        ("applications", f"{ID}.desktop"),
        ("metainfo", f"{ID}.metainfo.xml"),
        ("mime/packages", f"{ID}.mime.xml"),
    ):
        (share / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "linux" / name, share / place / name.replace(".mime.xml", ".xml"))
    for icon in sorted((HERE / "icons").glob("*.png")):
        place = share / "icons" / "hicolor" / f"{icon.stem}x{icon.stem}" / "apps"
        place.mkdir(parents=True)
        shutil.copy(icon, place / f"{ID}.png")
    return share


def _write_control(tree: Path, version: str) -> None:
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir()) // 1024
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(
        f"Package: neuron-inspector\nVersion: {version}\nArchitecture: amd64\nInstalled-Size: {size}\n"
        f"Depends: {', '.join((*DEPENDS, *_c_library()))}\nRecommends: {', '.join(RECOMMENDS)}\n"
        "Section: science\nPriority: optional\n"
        "Maintainer: The Neuron Inspector developers <neuron-inspector@localhost>\n"
        "Description: Microscope for the units of vision networks\n"
        " Open a PyTorch network from your own disk, walk its layers and units, and see\n"
        " what drives each of them.\n",
        encoding="utf-8",
    )


def _c_library() -> list[str]:
    # What was built beside a C library runs with that or a newer one, never with an older.
    name, version = platform.libc_ver()
    return [f"libc6 (>= {version})"] if name == "glibc" else []


def link(source: str, target: str) -> None:
    """Copy a file without its bytes, where the disk allows it."""
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)
