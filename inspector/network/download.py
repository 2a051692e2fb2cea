"""Fetching official weights: only when asked, with progress, going on where it stopped, and checked."""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Generator
from pathlib import Path
from typing import Any

from inspector.network.errors import OpenError
from inspector.network.official import Official, advice, weights_folder
from inspector.saying import say

_CHUNK = 1 << 18
_TIMEOUT = 30.0
_PARTIAL = 206
_NOT_SATISFIABLE = 416

Fetching = Generator[tuple[int, int], None, Path]
"""Yields how many bytes are there and how many there will be (0: not known); returns the file."""


def fetch(name: str, official: Official, folder: Path | None = None) -> Fetching:
    """Fetch the weights of the architecture `name` into `folder` (ours, where None is given).

    What was fetched before an interruption is kept beside as FILE.part, and the next call goes on from there.

    Raises:
        OpenError: There is no connection, the server refuses, or the checksum is another; the text says where
            to put the file by hand.
    """
    target = (folder or weights_folder()) / official.file
    part = target.with_name(target.name + ".part")
    if target.is_file():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield from _received(official.address, part)
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
        reason = getattr(error, "reason", error)
        raise OpenError(
            say(
                "{name}’s weights could not be fetched ({reason}). {advice}",
                name=name,
                reason=reason,
                advice=advice(name, official),
            )
        ) from error
    except OSError as error:
        raise OpenError(
            say("{part} cannot be written: {reason}.", part=part, reason=error.strerror or error)
        ) from error
    _check(part, official)
    return part.replace(target)


def _received(address: str, part: Path) -> Generator[tuple[int, int], None, None]:
    done = part.stat().st_size if part.is_file() else 0
    request = urllib.request.Request(address, headers={"User-Agent": "neuron-inspector"})
    if done:
        request.add_header("Range", f"bytes={done}-")
    try:
        answer = urllib.request.urlopen(request, timeout=_TIMEOUT)
    except urllib.error.HTTPError as error:
        if error.code == _NOT_SATISFIABLE and done:
            return  # all of it was there already; the checksum says whether it is right
        raise
    with answer:
        if answer.status != _PARTIAL:
            done = 0  # a server that cannot go on in the middle sends all of it again
        length = int(answer.headers.get("Content-Length") or 0)
        total = done + length if length else 0
        with part.open("ab" if done else "wb") as stream:
            while chunk := answer.read1(_CHUNK):
                stream.write(chunk)
                done += len(chunk)
                yield done, total
    if total and done < total:
        raise ConnectionError(say("it ended after {done:,} of {total:,} bytes", done=done, total=total))


def _check(part: Path, official: Official) -> None:
    kind, _, expected = official.digest.partition(":")
    if not expected:
        return
    with part.open("rb") as stream:
        found = hashlib.file_digest(stream, kind).hexdigest()
    if not found.startswith(expected):
        part.unlink()
        raise OpenError(
            say(
                "{file} from {address} is not what was published: its {kind} begins with {found} and not "
                "with {expected}; it was thrown away.",
                file=official.file,
                address=official.address,
                kind=kind,
                found=found[:8],
                expected=expected[:8],
            )
        )


def finished(fetching: Fetching, report: Any = None) -> Path:
    """Run a fetch to its end, telling `report(done, total)` how far it is."""
    while True:
        try:
            done, total = next(fetching)
        except StopIteration as end:
            file: Path = end.value
            return file
        if report is not None:
            report(done, total)
