"""Pictures that come twice: found by what their files hold, so that each is counted once. Free of torch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from typing import TYPE_CHECKING

from inspector.lenses.base import Progress, Update
from inspector.pictures.picture import PictureError

if TYPE_CHECKING:
    from inspector.pictures.sources import PictureSet
    from inspector.probe.cancel import CancelToken

_AT_ONCE = 64


def twins_of(pictures: PictureSet, token: CancelToken) -> Generator[Update, None, tuple[int, ...]]:
    """The numbers of all pictures that equal one of a smaller number, in order.

    A file whose length no other has is not read: it has no twin.

    Raises:
        Cancelled: The token was set.
    """
    lengths = Counter(entry.size for entry in pictures.entries)
    known: set[bytes] = set()
    found: list[int] = []
    for number, entry in enumerate(pictures.entries):
        if number % _AT_ONCE == 0:
            token.check()
            yield Progress(number, len(pictures), "Looking for pictures that come twice")
        if entry.size >= 0 and lengths[entry.size] == 1:
            continue
        try:
            digest = pictures.digest(number)
        except PictureError:
            continue  # the scan says what is wrong with it
        if digest in known:
            found.append(number)
        known.add(digest)
    return tuple(found)
