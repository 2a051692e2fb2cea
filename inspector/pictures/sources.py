"""Sets of pictures to scan: folders, archives, lists and data sets, all read in place and never unpacked."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PIL import Image

from inspector.network.errors import InspectorError
from inspector.pictures.decode import decoded
from inspector.pictures.picture import PictureError
from inspector.saying import say

DIGEST_BYTES = 16
MAX_FILE_BYTES = 512 << 20
"""Files larger than this are no pictures that anyone wants to look at; they are not even read."""


@dataclass(frozen=True)
class Entry:
    """One picture of a set, known before it is opened.

    Attributes:
        name: What it is called in the set, with forward slashes; unique in it.
        label: Its class, or "".
        size: Bytes, or -1 where that is not known.
        stamp: What changes with its content where that can be told without reading it (time of change,
            check sum), else 0.
    """

    name: str
    label: str = ""
    size: int = -1
    stamp: int = 0


@dataclass(frozen=True)
class Opened:
    """A decoded picture of a set.

    Attributes:
        image: RGB, upright.
        digest: 16 bytes, of the file's bytes or of the pixels where there is no file.
    """

    image: Image.Image
    digest: bytes


class PictureSet(ABC):
    """Pictures in a fixed order; any thread may open them.

    Attributes:
        title: What to call the set.
        paths: What was named to get it.
        entries: Its pictures.
        refusals: One sentence for each line or file that is not among them and should have been.
    """

    def __init__(
        self, title: str, paths: Sequence[str], entries: Sequence[Entry], refusals: Sequence[str] = ()
    ) -> None:
        self.title = title
        self.paths = tuple(paths)
        self.entries = tuple(entries)
        self.refusals = tuple(refusals)

    def __len__(self) -> int:
        return len(self.entries)

    def open(self, index: int) -> Opened:
        """Decode one picture.

        Raises:
            PictureError: It is gone, unreadable, damaged or too large.
        """
        data = self.read(index)
        return Opened(decoded(data, self.shown(index)), digest_of(data))

    def digest(self, index: int) -> bytes:
        """The digest of one picture, without decoding it.

        Raises:
            PictureError: It cannot be read.
        """
        return digest_of(self.read(index))

    @abstractmethod
    def read(self, index: int) -> bytes:
        """The bytes of one picture.

        Raises:
            PictureError: They cannot be read.
        """

    def shown(self, index: int) -> str:
        """How errors call a picture."""
        return self.entries[index].name

    def path(self, index: int) -> str:
        """The picture's file, "" where it has none of its own."""
        return ""

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes, whole numbers in their own order; empty where no picture has one."""
        return tuple(sorted({entry.label for entry in self.entries} - {""}, key=_by_number))

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of names, sizes and classes: the same for a copy of the set on another machine."""
        return _hash(f"{entry.name}\0{entry.size}\0{entry.label}\n" for entry in self.entries)

    @cached_property
    def stamp(self) -> str:
        """SHA-256 of the entries' stamps: changes where a picture was written anew with the same size."""
        return _hash(f"{entry.stamp}\n" for entry in self.entries)


def open_set(paths: Sequence[str]) -> PictureSet:
    """The set that a person named: folders, files, an archive, a list, a data set, or "samples".

    Raises:
        InspectorError: Nothing is there, or an archive, list or data set does not read; one sentence.
    """
    from inspector.pictures import sources_archives, sources_arrays, sources_files, sources_lists

    if not paths:
        raise InspectorError("There are no pictures in an empty list.")
    if len(paths) == 1:
        for opener in (sources_files.samples, sources_archives.opened, sources_lists.opened,
                       sources_arrays.opened):  # fmt: skip
            found = opener(paths[0])
            if found is not None:
                return _filled(found)
    return _filled(sources_files.opened(paths))


def digest_of(data: bytes) -> bytes:
    """What two equal pictures share."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).digest()


def check_size(size: int, name: str) -> None:
    """Raise `PictureError` for a file too large to be read."""
    if size > MAX_FILE_BYTES:
        raise PictureError(
            say(
                "{name} is too large: files of at most {max_file_bytes} MiB are read.",
                name=name,
                max_file_bytes=MAX_FILE_BYTES >> 20,
            )
        )
    if size == 0:
        raise PictureError(say("{name} is empty.", name=name))


def _filled(found: PictureSet) -> PictureSet:
    if not found.entries:
        why = say(" The first line refused: {refusals}", refusals=found.refusals[0]) if found.refusals else ""
        raise InspectorError(
            say("There are no pictures in {paths}.{why}", paths=", ".join(found.paths), why=why)
        )
    return found


def _by_number(label: str) -> tuple[bool, int, str]:
    is_number = label.isascii() and label.isdigit() and len(label) < 16
    return (not is_number, int(label) if is_number else 0, label)


def _hash(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
