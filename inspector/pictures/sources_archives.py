"""Sets inside zip and tar files, read in place: nothing is unpacked, so no name in them can do harm."""

from __future__ import annotations

import tarfile
import threading
import weakref
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from inspector.network.errors import InspectorError
from inspector.pictures.folders import SUFFIXES
from inspector.pictures.picture import PictureError
from inspector.pictures.sources import Entry, PictureSet, check_size
from inspector.pictures.sources_files import class_of
from inspector.saying import say


class ZipSet(PictureSet):
    """The pictures in a zip file, by name."""

    def __init__(self, path: str, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        weakref.finalize(self, archive.close)
        members = {member.filename: member for member in archive.infolist() if _is_wanted(member.filename)}
        self._members = [members[name] for name in sorted(members, key=lambda name: (name.casefold(), name))]
        prefix = _common([member.filename for member in self._members])
        entries = [
            Entry(member.filename, _class_of(member.filename, prefix), member.file_size, member.CRC)
            for member in self._members
        ]
        super().__init__(Path(path).name, (path,), entries)

    def read(self, index: int) -> bytes:
        member = self._members[index]
        try:
            # The declared size bounds what is read, whatever the compressed data would unpack to.
            check_size(member.file_size, self.shown(index))
            return self._archive.read(member)
        except (OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
            raise PictureError(
                say("{shown} cannot be read: {reason}.", shown=self.shown(index), reason=_reason(error))
            ) from error
        except (zipfile.BadZipFile, zlib.error) as error:
            raise PictureError(
                say("{shown} is damaged: {reason}.", shown=self.shown(index), reason=_reason(error))
            ) from error

    def shown(self, index: int) -> str:
        return f"{self.paths[0]}/{self.entries[index].name}"


class TarSet(PictureSet):
    """The pictures in a tar file, compressed or not, in its own order: that is the fast way through it."""

    def __init__(self, path: str, archive: tarfile.TarFile) -> None:
        self._archive = archive
        weakref.finalize(self, archive.close)
        self._lock = threading.Lock()
        # A name that comes again replaces the earlier one, as unpacking would.
        members = {member.name: member for member in archive if member.isfile() and _is_wanted(member.name)}
        self._members = sorted(members.values(), key=lambda member: member.offset_data)
        prefix = _common([member.name for member in self._members])
        entries = [
            Entry(member.name, _class_of(member.name, prefix), member.size, int(member.mtime))
            for member in self._members
        ]
        super().__init__(Path(path).name, (path,), entries)

    def read(self, index: int) -> bytes:
        member = self._members[index]
        check_size(member.size, self.shown(index))
        try:
            with self._lock:
                file = self._archive.extractfile(member)
                data = file.read() if file is not None else b""
        except (OSError, EOFError, tarfile.TarError, zlib.error) as error:
            raise PictureError(
                say("{shown} cannot be read: {reason}.", shown=self.shown(index), reason=_reason(error))
            ) from error
        if len(data) != member.size:
            raise PictureError(say("{shown} is cut off.", shown=self.shown(index)))
        return data

    def shown(self, index: int) -> str:
        return f"{self.paths[0]}/{self.entries[index].name}"


def opened(path: str) -> PictureSet | None:
    """The pictures in an archive; None where `path` is none.

    Raises:
        InspectorError: The archive is damaged.
    """
    file = Path(path)
    if not file.is_file():
        return None
    try:
        if zipfile.is_zipfile(file):
            return ZipSet(path, zipfile.ZipFile(file))
        if _ends_like_tar(file) and tarfile.is_tarfile(file):
            return TarSet(path, tarfile.open(file))
    except (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile, ValueError) as error:
        raise InspectorError(
            say("{path} is a damaged archive: {reason}.", path=path, reason=_reason(error))
        ) from error
    if _ends_like_tar(file) or file.suffix.lower() == ".zip":
        raise InspectorError(say("{path} is a damaged archive, or none.", path=path))
    return None


def _ends_like_tar(file: Path) -> bool:
    return ".tar" in [suffix.lower() for suffix in file.suffixes[-2:]] or file.suffix.lower() in (
        ".tgz",
        ".tbz2",
        ".txz",
    )


def _is_wanted(name: str) -> bool:
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    return not hidden and "__MACOSX" not in parts and PurePosixPath(name).suffix.lower() in SUFFIXES


def _common(names: list[str]) -> int:
    """How many leading folders all names share: the archive's own, which tell no class."""
    folders = [PurePosixPath(name).parts[:-1] for name in names]
    shared = 0
    while folders and all(len(parts) > shared and parts[shared] == folders[0][shared] for parts in folders):
        shared += 1
    return shared


def _class_of(name: str, prefix: int) -> str:
    return class_of(PurePosixPath(name).parts[prefix:])


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".")
