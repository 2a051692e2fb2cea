"""Looking at scanned pictures again where they lie: sharper crops, a unit’s maps, whole pictures."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.requests import OpenedPictures
from inspector.lenses.base import Partial, Progress, Update
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.pictures.picture import Picture, PictureError
from inspector.probe.cancel import CancelToken
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.pictures.sources import PictureSet

Array = np.ndarray[Any, Any]
Box = tuple[float, float, float, float]
THUMBNAIL_SIDE = 128
# Where a receptive field is a few pixels, some of what is around it is shown, too.
_LEAST_SHARE = 0.14


def crop_box(box: Box, width: float, height: float) -> Box:
    """What is shown of a picture of that size around a box: left, top, right, bottom in pixels.

    A square around the box, within the picture as far as that is possible.
    """
    left, top, right, bottom = box[0] * width, box[1] * height, box[2] * width, box[3] * height
    side = max(right - left, bottom - top, _LEAST_SHARE * min(width, height))
    across, down = min(side, width), min(side, height)
    x = min(max((left + right - across) / 2, 0.0), width - across)
    y = min(max((top + bottom - down) / 2, 0.0), height - down)
    return x, y, x + across, y + down


@dataclass(frozen=True)
class Scanned:
    """A picture of a scanned set.

    Attributes:
        number: Its number in the set.
        name: Its name there.
        path: Its file, "" where it lies in an archive or a data set.
        label: Its class, or "".
        box: The part of it that matters, as shares of its sides.
    """

    number: int
    name: str
    path: str = ""
    label: str = ""
    box: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, eq=False)
class Look:
    """A scanned picture looked at again.

    Attributes:
        number: Its number in the set.
        box: The part of it that matters.
        crop: What `crop_box` says of it, uint8 [h,w,3].
        view: What the network sees of it, uint8 [h,w,3]; None where no map was asked for.
        heat: The unit's map, float32 [h,w]; None likewise.
    """

    number: int
    box: Box
    crop: Array
    view: Array | None = None
    heat: Array | None = None


@dataclass(frozen=True)
class LookAgain:
    """Open scanned pictures again; yields a `Look` at each and returns all, those that are gone left out.

    Attributes:
        location: The unit.
        paths: What was scanned.
        pictures: Those to look at.
        maps: Whether the unit's maps are wanted, a forward pass each.
        side: Longest side of crops and views in pixels.
    """

    location: Location
    paths: tuple[str, ...]
    pictures: tuple[Scanned, ...]
    maps: bool = False
    side: int = 192
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Look, ...]]:
        """One by one, in order."""
        network = bench.network(self.location.network)
        looks: list[Look] = []
        for number, scanned in enumerate(self.pictures):
            yield Progress(number, len(self.pictures), scanned.name)
            token.check()
            try:
                picture = opened(bench, self.paths, scanned)
            except InspectorError:
                continue  # its thumbnail stays; who clicks on it is told why
            looks.append(self._look(network, picture, scanned, token))
            yield Partial(looks[-1])
        return tuple(looks)

    def _look(self, network: Network, picture: Picture, scanned: Scanned, token: CancelToken) -> Look:
        crop = self._shrunk(picture.image.crop(rounded(crop_box(scanned.box, *picture.image.size))))
        if not self.maps:
            return Look(scanned.number, scanned.box, crop)
        from PIL import Image

        from inspector.lenses.activations.measure import measure_pictures

        node = network.check(self.location)
        found = measure_pictures(network, [picture], node, predict=False, token=token)[0]
        heat = found.maps[self.location.unit or 0].copy()
        return Look(scanned.number, scanned.box, crop, self._shrunk(Image.fromarray(found.view)), heat)

    def _shrunk(self, image: Any) -> Array:
        image.thumbnail((self.side, self.side))
        return np.asarray(image)


@dataclass(frozen=True)
class OpenScanned:
    """Decode one picture of a scanned set; returns `OpenedPictures`.

    Attributes:
        paths: What was scanned.
        scanned: The picture.
    """

    paths: tuple[str, ...]
    scanned: Scanned
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, OpenedPictures]:
        """Open it where it lies.

        Raises:
            InspectorError: It is gone, or does not open any more.
        """
        yield Progress(0, 1, self.scanned.name)
        from inspector.pictures.decode import thumbnail

        picture = opened(bench, self.paths, self.scanned)
        return OpenedPictures(((picture, thumbnail(picture, THUMBNAIL_SIDE)),), ())


def opened(bench: Bench, paths: tuple[str, ...], scanned: Scanned) -> Picture:
    """A scanned picture, from its file or out of its set.

    Raises:
        InspectorError: It is gone, or does not open any more; one sentence.
    """
    from dataclasses import replace

    from inspector.pictures.decode import from_image, open_picture

    if scanned.path:
        return replace(open_picture(scanned.path), label=scanned.label)
    pictures = bench.pictures(paths)
    number = _number(pictures, scanned)
    return replace(from_image(pictures.open(number).image, scanned.name), label=scanned.label)


def top_examples(
    bench: Bench, scan: str, location: Location, token: CancelToken
) -> Generator[Update, None, tuple[tuple[Picture, ...], str]]:
    """The pictures that drive a unit most in a scan, opened where they lie, and what the set is called.

    Those that are gone or do not open any more are left out.

    Raises:
        WorkspaceError: There is no such scan, or it is damaged.
    """
    from inspector.jobs.scans_shown import opened_scans

    scans = opened_scans(bench)
    try:
        unit = location.unit or 0
        top = scans.evidence(scan, str(location), location.node or "", unit, quilted=False).top
        summary = next(one for one in scans.summaries() if one.key == scan)
    finally:
        scans.close()
    found: list[Picture] = []
    for number, example in enumerate(top):
        yield Progress(number, len(top), example.name)
        token.check()
        with suppress(InspectorError):
            scanned = Scanned(example.picture, example.name, example.path, example.label)
            found.append(opened(bench, summary.paths, scanned))
    return tuple(found), summary.title


def _number(pictures: PictureSet, scanned: Scanned) -> int:
    """Where the picture is now: the set may have changed since the scan."""
    entries = pictures.entries
    if scanned.number < len(entries) and entries[scanned.number].name == scanned.name:
        return scanned.number
    found = next((number for number, entry in enumerate(entries) if entry.name == scanned.name), None)
    if found is None:
        raise PictureError(
            say("{name} is not in {paths} any more.", name=scanned.name, paths=", ".join(pictures.paths))
        )
    return found


def rounded(box: Box) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of a box in whole pixels, at least one across and down."""
    left, top, right, bottom = (round(side) for side in box)
    return left, top, max(right, left + 1), max(bottom, top + 1)
