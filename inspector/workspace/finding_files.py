"""A finding's files: one PNG per picture, which tells all about it; the first holds the arrays too.

The names begin with a stem made of digests, so node names of any script and length do no harm; a stem is
used once, so files of a finding are never overwritten. What one goes on from is another file, see `states`.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from inspector.files import replacing
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.workspace.finding import HEADER, INDEX, Array, Finding
from inspector.workspace.states import StateFiles, digest_of

# The key under which the feature visualization lens writes its recipes too.
RECIPE_KEY = "neuron-inspector"
# A chunk of our own, which other programs pass over: numpy's npz. One file less to bring to the disk.
ARRAYS_CHUNK = b"niAr"
FOLDER = "findings"
_PLAIN = ("fingerprint", "location", "lens", "value", "made_at", "seconds")
# What reading a damaged or foreign file ends in.
DAMAGE = (OSError, ValueError, KeyError, TypeError, SyntaxError, EOFError, zipfile.BadZipFile)
# A fifth of the time of Pillow's default (2 ms for 128 px) for an eighth more bytes.
_COMPRESSION = 3


class FindingFiles:
    """The files of all findings in a workspace folder.

    Attributes:
        folder: Where they lie.
        states: Those of what findings go on from.
    """

    def __init__(self, workspace: Path) -> None:
        self.folder = workspace / FOLDER
        self.states = StateFiles(self.folder)

    def write(self, finding: Finding, stem: str) -> int:
        """Write all pictures of a finding; the bytes written.

        Raises:
            OSError: The folder cannot be made.
            InspectorError: A file cannot be written.
        """
        self._place(stem).mkdir(parents=True, exist_ok=True)
        pictures = [_png(finding, index) for index in range(len(finding.images))]
        for index, data in enumerate(pictures):
            _write(self.picture(stem, index), data)
        return sum(map(len, pictures))

    def read(self, stem: str) -> Finding:
        """The finding as it was written.

        Raises:
            FileNotFoundError: A file of it is not there.
            InspectorError: A file is damaged.
        """
        with self._undamaged(stem):
            recipe, about = self.text(stem)
            images = np.stack([_pixels(self.picture(stem, i)) for i in range(about["images"])])
            arrays = _arrays(self.picture(stem, 0)) if about["arrays"] else {}
            return Finding(
                recipe=recipe,
                images=images,
                arrays=arrays,
                told=tuple(about["told"]),
                state=self.states.read(stem, about.get("state", "")),
                **{key: about[key] for key in _PLAIN},
            )

    def text(self, stem: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """The recipe and the header in a finding's first picture.

        Raises:
            OSError, ValueError, KeyError, TypeError, SyntaxError: The file is missing, damaged or foreign.
        """
        with Image.open(self.picture(stem, 0)) as image:
            text = json.loads(image.info[RECIPE_KEY])
        about = text[HEADER]
        told = {HEADER, INDEX, *(about["told"][0] if about["told"] else ())}
        return {key: value for key, value in text.items() if key not in told}, about

    def thumbnail(self, stem: str, side: int) -> Array:
        """The finding's first picture, uint8 [h,w,3], `side` pixels at most.

        Raises:
            FileNotFoundError: The file is not there.
            InspectorError: The file is damaged.
        """
        with self._undamaged(stem), Image.open(self.picture(stem, 0)) as image:
            small = image.convert("RGB")
        small.thumbnail((side, side), Image.Resampling.BOX)
        return np.asarray(small).copy()

    def expected(self, stem: str, about: Mapping[str, Any]) -> list[Path]:
        """The files that a finding with this header cannot do without."""
        return [self.picture(stem, i) for i in range(about["images"])]

    def is_whole(self, stem: str) -> bool:
        """Whether every file of a finding is there and undamaged, by their check sums."""
        try:
            for path in self.expected(stem, self.text(stem)[1]):
                _verify(path)
        except DAMAGE:
            return False
        return True

    def discard(self, stem: str) -> None:
        """Delete the files of a finding; what cannot be deleted is left to the next repair."""
        for path in self._place(stem).glob(f"{stem}*"):
            with suppress(OSError):
                path.unlink()

    def all(self) -> Iterator[Path]:
        """Every file in the folder, unfinished ones included."""
        return (path for path in self.folder.glob("*/*") if path.is_file())

    def stems(self) -> Iterator[str]:
        """The stem of everything that has a first picture."""
        return (path.name.removesuffix("-0.png") for path in self.folder.glob("*/[!.]*-0.png"))

    def picture(self, stem: str, index: int) -> Path:
        """The file of one picture."""
        return self._place(stem) / f"{stem}-{index}.png"

    def _place(self, stem: str) -> Path:
        return self.folder / stem[:2]

    @contextmanager
    def _undamaged(self, stem: str) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise
        except DAMAGE as error:
            raise InspectorError(
                say("{picture} or a file beside it is damaged.", picture=self.picture(stem, 0))
            ) from error


def new_stem(fingerprint: str, digest: str) -> str:
    """A stem that says which network and recipe it belongs to and that no other finding has had."""
    return f"{hashlib.sha256(f'{fingerprint} {digest}'.encode()).hexdigest()[:24]}-{secrets.token_hex(6)}"


def stem_of(path: Path) -> str:
    """The stem of one of a finding's files."""
    return "-".join(path.name.removesuffix(path.suffix).split("-")[:2])


def header(finding: Finding) -> dict[str, Any]:
    """What a finding's pictures tell about it beside its recipe."""
    return {
        **{key: getattr(finding, key) for key in _PLAIN},
        "images": len(finding.images),
        "arrays": sorted(finding.arrays),
        "told": [dict(about) for about in finding.told],
        "state": digest_of(finding.state),
    }


def _text(finding: Finding, index: int) -> dict[str, Any]:
    about = finding.told[index] if finding.told else {}
    return {**finding.recipe, **about, INDEX: index, HEADER: header(finding)}


def _png(finding: Finding, index: int) -> bytes:
    info, buffer = PngInfo(), io.BytesIO()
    info.add_itxt(RECIPE_KEY, json.dumps(_text(finding, index), ensure_ascii=False))
    if finding.arrays and index == 0:
        info.add(ARRAYS_CHUNK, _npz(finding.arrays))
    Image.fromarray(finding.images[index]).save(buffer, "PNG", pnginfo=info, compress_level=_COMPRESSION)
    return buffer.getvalue()


def _npz(arrays: Mapping[str, Array]) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **dict[str, Any](arrays))
    return buffer.getvalue()


def _write(path: Path, data: bytes) -> None:
    with replacing(path) as temporary, temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # else a power cut may leave an empty file under the final name


def _pixels(path: Path) -> Array:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def _arrays(path: Path) -> dict[str, Array]:
    with Image.open(path) as image:
        # Pillow gives (name, data), and (name, data, True) for those behind the pixels.
        chunks = {chunk[0]: chunk[1] for chunk in getattr(image, "private_chunks", [])}
    with np.load(io.BytesIO(chunks[ARRAYS_CHUNK]), allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def _verify(path: Path) -> None:
    with Image.open(path) as image:
        image.verify()
