"""Weights that go to workers which do not have them: once to each, and known there by what they are."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from inspector import paths
from inspector.files import replacing
from inspector.network.card import card_beside
from inspector.network.code import names_code
from inspector.network.errors import InspectorError, OpenError
from inspector.network.network import Network
from inspector.network.spec import split, split_size

Shipment = tuple[str, tuple[tuple[str, bytes], ...]]
"""What to open, with {} for the folder, and the files: plain values, see `cluster_greeting`."""

_MOST = 2 << 30


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
                f"{files[0]} is too large to be sent: put it where the workers find it under the same name."
            )
        return tuple((file.name, file.read_bytes()) for file in files)
    except OSError as error:
        raise OpenError(f"{error.filename} cannot be read: {error.strerror}.") from error


def unpacked(shipment: Shipment) -> str:
    """Lay the files out on this machine, where they are not there yet; what to open.

    Raises:
        InspectorError: They cannot be written.
    """
    spec, files = shipment
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    who = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"neuron-inspector-{who}" / digest.hexdigest()[:32]
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files:
        path = folder / name
        if not path.exists() or path.stat().st_size != len(data):
            with replacing(path) as temporary:
                temporary.write_bytes(data)
    return spec.replace("{}", str(folder))
