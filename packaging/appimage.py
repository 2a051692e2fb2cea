"""An AppImage of the built folder: AppImage's own runtime, with a squashfs image of the folder behind it.

The runtime is a program of the AppImage project (type2-runtime, MIT), which no registry of packages holds:
who builds names its file. The image is made by mksquashfs (Debian: squashfs-tools).
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from debian import ID, lay_out_share, link

_MAGIC = b"AI\x02"
"""What stands in the ELF header of a runtime of type 2, at its ninth byte."""


def make_appimage(folder: Path, runtime: Path, out: Path, compression: str = "zstd") -> Path:
    """Write the AppImage beside the folder and return its path.

    Args:
        folder: The built program.
        runtime: AppImage's runtime of type 2 for this machine.
        out: Where the result goes.
        compression: mksquashfs's name of it; the runtime must know it.

    Raises:
        OSError: The file is no such runtime, or there is no mksquashfs.
        CalledProcessError: mksquashfs failed; it says why itself.
    """
    from inspector import __version__

    head = runtime.read_bytes()
    if not head.startswith(b"\x7fELF") or head[8:11] != _MAGIC:
        raise OSError(f"{runtime} is no AppImage runtime of type 2")
    if (tool := shutil.which("mksquashfs")) is None:
        raise OSError("an AppImage needs mksquashfs (package squashfs-tools)")
    made = out / f"neuron-inspector-{__version__}-{platform.machine()}.AppImage"
    with tempfile.TemporaryDirectory(dir=out) as temporary:
        tree, image = Path(temporary) / "AppDir", Path(temporary) / "image"
        lay_out_appdir(folder, tree)
        options = ("-root-owned", "-no-xattrs", "-noappend", "-comp", compression)
        subprocess.run([tool, str(tree), str(image), *options], check=True, stdout=subprocess.DEVNULL)
        with made.open("wb") as file, image.open("rb") as packed:
            file.write(head)  # the image stands right behind the last byte of the program
            shutil.copyfileobj(packed, file, 1 << 20)
    made.chmod(0o755)
    return made


def lay_out_appdir(folder: Path, tree: Path) -> None:
    """Lay the files out below `tree` as the runtime and desktops look for them."""
    shutil.copytree(folder, tree / "opt" / "neuron-inspector", symlinks=True, copy_function=link)
    share = lay_out_share(tree)
    (tree / "AppRun").symlink_to("opt/neuron-inspector/neuron-inspector")
    shutil.copy(share / "applications" / f"{ID}.desktop", tree)
    shutil.copy(share / "icons" / "hicolor" / "256x256" / "apps" / f"{ID}.png", tree)
    (tree / ".DirIcon").symlink_to(f"{ID}.png")
