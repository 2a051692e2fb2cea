"""Weights that go to workers which do not have them: once to each, and known there by what they are."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from inspector import paths
from inspector.files import replacing
from inspector.network.card import card_beside
from inspector.network.code import names_code
from inspector.network.errors import InspectorError, OpenError
from inspector.network.network import Network
from inspector.network.spec import split, split_size
from inspector.saying import say
from inspector.workspace.lock import exclusively

Shipment = tuple[str, tuple[tuple[str, bytes], ...]]
"""What to open, with {} for the folder, and the files: plain values, see `cluster_greeting`."""

_MOST = 2 << 30
_LONGEST = 600.0  # seconds in which another worker has written as much, on any disk


def shipment_of(network: Network, spec: str) -> Shipment | None:
    """The files of a network that `spec` opens; None where it has none of its own or they are code.

    Raises:
        InspectorError: They cannot be read, or are too large to be sent.
    """
    plain, size = split_size(spec)
    architecture, file = split(plain)
    file = file or network.source
    if file is None or file.is_relative_to(paths.resources()) or names_code(architecture or ""):
        return None
    behind = "@{}x{}x{}".format(*size) if size is not None else ""
    named = f"{architecture}=" if architecture is not None else ""
    if file.is_dir():
        return f"{named}{{}}{behind}", _read(sorted(path for path in file.iterdir() if path.is_file()))
    files = [file]
    card = card_beside(file)
    if card.path is not None and card.path != file:
        files.append(card.path)
    if card.weights is not None and card.weights not in files:
        files.append(card.weights)
    return f"{named}{{}}/{file.name}{behind}", _read(files)


def _read(files: list[Path]) -> tuple[tuple[str, bytes], ...]:
    try:
        if sum(file.stat().st_size for file in files) > _MOST:
            raise InspectorError(
                say(
                    "{files} is too large to be sent: put it where the workers find it under the same name.",
                    files=files[0],
                )
            )
        return tuple((file.name, file.read_bytes()) for file in files)
    except OSError as error:
        raise OpenError(
            say("{filename} cannot be read: {reason}.", filename=error.filename, reason=error.strerror)
        ) from error


def unpacked(shipment: Shipment) -> str:
    """Lay the files out on this machine, where they are not there yet; what to open.

    They lie in a folder that only this user may enter, and what is there already is compared byte by byte: on
    a machine that several people use, nobody can have a worker open what was not sent.

    Raises:
        InspectorError: They cannot be written, or the folder is another user's.
    """
    spec, files = shipment
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    folder = _private(_private(_own_folder()) / digest.hexdigest()[:32])
    try:
        with exclusively(folder.with_suffix(".lock"), _LONGEST):  # workers of one machine write the same
            for path in set(folder.iterdir()) - {folder / name for name, _ in files}:
                _cleared(path)
            for name, data in files:
                _laid(folder / name, data)
    except OSError as error:
        raise InspectorError(
            say("{folder} cannot be written: {reason}.", folder=folder, reason=error.strerror or error)
        ) from error
    return spec.replace("{}", str(folder))


def _own_folder() -> Path:
    who = os.getuid() if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"neuron-inspector-{who}"


def _private(folder: Path) -> Path:
    """The folder, made where it is missing, for this user alone.

    Raises:
        InspectorError: It cannot be made, is a link or no folder, or belongs to another user.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        about = folder.lstat()  # a link is another's choice of where we write
        if not stat.S_ISDIR(about.st_mode) or (hasattr(os, "getuid") and about.st_uid != os.getuid()):
            raise InspectorError(
                say("{folder} belongs to somebody else: set TMPDIR to a folder of your own.", folder=folder)
            )
        if os.name == "posix" and about.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise InspectorError(
            say("{folder} cannot be made: {reason}.", folder=folder, reason=error.strerror or error)
        ) from error
    return folder


def _cleared(path: Path) -> None:
    """Away with what was not sent: a network that is a folder would be opened with it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _laid(path: Path, data: bytes) -> None:
    if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
        _cleared(path)
        with replacing(path) as temporary:
            temporary.write_bytes(data)
