"""What the installers are made of. The build itself tries out what it has built (packaging/smoke.py)."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from inspector.app import DESKTOP_ID
from tests.packaging.built import PACKAGING, ROOT, fake_program

LINUX = PACKAGING / "linux"


def version() -> str:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_that_all_files_of_the_desktop_carry_the_id_that_the_window_tells():
    assert {file.name.removeprefix(DESKTOP_ID) for file in LINUX.iterdir()} == {
        ".desktop",
        ".metainfo.xml",
        ".mime.xml",
    }
    metainfo = ElementTree.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").getroot()
    assert metainfo.findtext("id") == DESKTOP_ID
    assert metainfo.findtext("launchable") == f"{DESKTOP_ID}.desktop"


def test_that_the_newest_release_told_is_the_version_built():
    metainfo = ElementTree.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").getroot()
    assert metainfo.find("releases/release").get("version") == version()


def test_that_links_and_weights_are_handed_to_the_program():
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str
    desktop.read(LINUX / f"{DESKTOP_ID}.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    assert entry["Exec"] == "neuron-inspector %U"
    assert "x-scheme-handler/neuron-inspector" in entry["MimeType"].split(";")
    assert "application/x-safetensors" in entry["MimeType"].split(";")


@pytest.mark.parametrize(
    ("tool", "file"),
    [
        (["appstreamcli", "validate", "--no-net"], f"{DESKTOP_ID}.metainfo.xml"),
        (["desktop-file-validate"], f"{DESKTOP_ID}.desktop"),
    ],
)
def test_that_the_desktops_own_checkers_agree(tool, file):
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    done = subprocess.run([*tool, str(LINUX / file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "error" not in done.stdout


def test_that_icons_of_all_sizes_are_drawn(packaging, qtbot, tmp_path):
    from icons import SIZES, make_icons

    for side, file in zip(SIZES, make_icons(tmp_path), strict=True):
        with Image.open(file) as image:
            assert image.size == (side, side)
            assert len(image.convert("RGB").getcolors(side * side)) > 10, "it shows something"
    assert {path.suffix for path in tmp_path.iterdir()} == {".png", ".ico", ".icns"}


def test_that_a_debian_package_holds_program_launcher_desktop_file_and_icons(packaging, qtbot, tmp_path):
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not installed")
    import debian
    from icons import make_icons

    if not (PACKAGING / "icons").is_dir():
        make_icons(PACKAGING / "icons")
    package = debian.make_deb(fake_program(tmp_path / "neuron-inspector", "exit 0"), tmp_path)
    listing = subprocess.run(
        ["dpkg-deb", "-c", str(package)], capture_output=True, text=True, check=True
    ).stdout
    for file in (
        "./opt/neuron-inspector/neuron-inspector",
        "./usr/bin/neuron-inspector -> /opt/neuron-inspector/neuron-inspector",
        f"./usr/share/applications/{DESKTOP_ID}.desktop",
        f"./usr/share/metainfo/{DESKTOP_ID}.metainfo.xml",
        f"./usr/share/mime/packages/{DESKTOP_ID}.xml",
        f"./usr/share/icons/hicolor/48x48/apps/{DESKTOP_ID}.png",
        "./usr/share/doc/neuron-inspector/copyright",
    ):
        assert file in listing
    fields = subprocess.run(
        ["dpkg-deb", "-f", str(package), "Version"], capture_output=True, text=True, check=True
    )
    assert fields.stdout.strip() == version()


def a_runtime(folder: Path) -> Path:
    """A file with the head of AppImage's runtimes."""
    (folder / "runtime").write_bytes(b"\x7fELF\x02\x01\x01\x00AI\x02" + bytes(50_001))
    return folder / "runtime"


def test_that_what_an_appimage_holds_lies_where_its_runtime_and_desktops_look(packaging, qtbot, tmp_path):
    from appimage import lay_out_appdir, make_appimage
    from icons import make_icons

    if not (PACKAGING / "icons").is_dir():
        make_icons(PACKAGING / "icons")
    built = fake_program(tmp_path / "neuron-inspector", 'echo "here with $1"')
    lay_out_appdir(built, tmp_path / "AppDir")
    command = [str(tmp_path / "AppDir" / "AppRun"), "demo"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "here with demo\n"
    entry = (tmp_path / "AppDir" / f"{DESKTOP_ID}.desktop").read_text(encoding="utf-8")
    assert f"Icon={DESKTOP_ID}\n" in entry
    for icon in (f"{DESKTOP_ID}.png", ".DirIcon"):
        with Image.open(tmp_path / "AppDir" / icon) as image:
            assert image.size == (256, 256)
    with pytest.raises(OSError, match="no AppImage runtime"):
        make_appimage(built, built / "neuron-inspector", tmp_path)


def test_that_an_appimage_is_a_runtime_with_the_folder_behind_it(packaging, qtbot, tmp_path):
    if shutil.which("mksquashfs") is None:
        pytest.skip("mksquashfs is not installed")
    from appimage import make_appimage
    from icons import make_icons

    if not (PACKAGING / "icons").is_dir():
        make_icons(PACKAGING / "icons")
    runtime = a_runtime(tmp_path)
    made = make_appimage(fake_program(tmp_path / "neuron-inspector", "exit 0"), runtime, tmp_path)
    assert made.stat().st_mode & 0o111
    assert made.read_bytes().startswith(runtime.read_bytes() + b"hsqs"), "the image begins at once"
    offset = str(runtime.stat().st_size)
    listing = subprocess.run(
        ["unsquashfs", "-o", offset, "-ll", str(made)], capture_output=True, text=True, check=True
    ).stdout
    assert "squashfs-root/AppRun -> opt/neuron-inspector/neuron-inspector" in listing


def test_that_the_installer_for_windows_compiles_and_holds_the_program(packaging, qtbot, tmp_path):
    makensis, lister = shutil.which("makensis"), shutil.which("7z")
    if makensis is None or lister is None:
        pytest.skip("makensis or 7z is not installed")
    from build import make_setup
    from icons import make_icons

    if not (PACKAGING / "icons").is_dir():
        make_icons(PACKAGING / "icons")
    (tmp_path / "built" / "_internal").mkdir(parents=True)
    for file in ("neuron-inspector.exe", "neuron-inspector-window.exe", "_internal/torch.dll"):
        (tmp_path / "built" / file).write_bytes(b"MZ")
    setup = make_setup(makensis, tmp_path / "built", tmp_path / "neuron-inspector-setup.exe")
    listing = subprocess.run([lister, "l", str(setup)], capture_output=True, text=True, check=True).stdout
    names = {line.split()[-1] for line in listing.splitlines() if line}
    assert {
        "neuron-inspector.exe",
        "neuron-inspector-window.exe",
        "_internal/torch.dll",
        "uninstall.exe",
    } <= names


def test_that_plugins_stay_out_with_the_libraries_of_the_machine_that_only_they_need(packaging):
    from collecting import without_unwanted

    gtk, xcb = "PySide6/Qt/plugins/platformthemes/libqgtk3.so", "PySide6/Qt/plugins/platforms/libqxcb.so"
    ours, theirs = f"{sys.prefix}/lib/", "/usr/lib/of-a-machine/"
    entries = [
        (gtk, ours + gtk, "BINARY"),
        (xcb, ours + xcb, "BINARY"),
        ("libgtk-3.so.0", theirs + "libgtk-3.so.0", "BINARY"),
        ("libX11.so.6", theirs + "libX11.so.6", "BINARY"),
        ("torch/bin/protoc", ours + "torch/bin/protoc", "DATA"),
        ("torch/bin/torch_shm_manager", ours + "torch/bin/torch_shm_manager", "DATA"),
        ("libwheel.so", ours + "libwheel.so", "BINARY"),
    ]
    needs = {ours + gtk: {"libgtk-3.so.0", "libX11.so.6", "libwheel.so"}, ours + xcb: {"libX11.so.6"}}
    kept = without_unwanted(entries, lambda source: needs.get(source, set()))
    assert [place for place, _, _ in kept] == [
        xcb,
        "libX11.so.6",
        "torch/bin/torch_shm_manager",
        "libwheel.so",
    ]


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="asks Debian's packages")
def test_that_libraries_of_the_machine_are_told_with_their_licences(packaging, tmp_path):
    from notices import Part, parts_of, texts_of, with_parts

    library = next(Path("/usr/lib").glob("*/libz.so.1"), None)
    if library is None:
        pytest.skip("zlib is not installed")
    parts = parts_of([str(library), str(library)])
    assert [part.name for part in parts] == ["zlib1g"]
    bill = with_parts({"components": [{"name": "torch"}]}, parts)
    assert [component["name"] for component in bill["components"]] == ["torch", "zlib1g"]
    assert bill["components"][1]["purl"] == f"pkg:deb/debian/zlib1g@{parts[0].version}"
    text = texts_of(parts)
    assert "Jean-loup Gailly" in text, "zlib's own notice"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text, "Qt's, whose wheels carry none"

    unknown = tmp_path / "libunknown.so"
    unknown.touch()
    with pytest.raises(OSError, match="its licence is not known"):
        parts_of([str(unknown)])
    (tmp_path / "licence").write_text("take it", encoding="utf-8")
    assert "\nmine 1\n" in texts_of([Part("mine", "1", "pkg:generic/mine@1", tmp_path / "licence")])


def test_that_the_declared_operators_let_torchvision_be_imported_without_its_own(tmp_path):
    script = (
        "import runpy, sys\n"
        f"runpy.run_path({str(PACKAGING / 'hooks' / 'without_operators.py')!r})\n"
        "import torch\n"
        "torch.ops.load_library = lambda path: (_ for _ in ()).throw(OSError(path))\n"
        "import torchvision\n"
        "from torchvision import models\n"
        "assert not torchvision.extension._has_ops()\n"
        "print(models.get_model('squeezenet1_1', weights=None)(torch.zeros(1, 3, 64, 64)).shape[1])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "1000", done.stderr


def test_that_pinned_requirements_are_plain_lines():
    for line in (PACKAGING / "requirements.txt").read_text(encoding="utf-8").splitlines():
        name, equals, number = line.partition("==")
        assert name
        assert equals
        assert number[0].isdigit()
        assert not set(line) & set(" @/;")
