"""Kept scans: one file of arrays per network and node, and an index that names them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np

from inspector import paths
from inspector.files import replacing
from inspector.lenses.examples import NodeExamples
from inspector.network.errors import InspectorError
from inspector.network.network import Network

_TEXTS = ("pictures", "skipped")


class Store:
    """Scans in a workspace folder.

    A scan belongs to a network's weights and to how it is shown pictures; with either changed it is not
    found. Files are written beside their place and moved there, so that no reader sees half of one.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is the workspace, the user's own where None; made when something is written."""
        self.folder = folder if folder is not None else paths.data_dir()

    def save_scan(self, network: Network, examples: Mapping[str, NodeExamples]) -> None:
        """Keep a scan, in place of an earlier one of the same nodes.

        Raises:
            InspectorError: The folder cannot be written.
        """
        folder = self._folder(network)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InspectorError(f"{folder} cannot be made: {error.strerror or error}.") from error
        for name, found in examples.items():
            with replacing(folder / _file(name)) as temporary, temporary.open("wb") as file:
                np.savez_compressed(file, **_packed(found))
        self._write_index(network, examples)

    def load_scan(self, network: Network, node: str) -> NodeExamples:
        """The kept scan of a node.

        Raises:
            InspectorError: It has not been scanned, or the file is damaged.
        """
        path = self._folder(network) / _file(node)
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                return _unpacked({key: arrays[key] for key in arrays.files})
        except FileNotFoundError:
            raise InspectorError(
                f"{network.name}/{node} has not been scanned in {self.folder}: run "
                f"“neuron-inspector scan {network.name} PICTURES” first."
            ) from None
        except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
            raise InspectorError(f"{path} is damaged: scan again to replace it.") from error

    def scanned(self, network: Network) -> tuple[str, ...]:
        """Names of the nodes that have a kept scan."""
        return tuple(self._read_index(network).get("nodes", {}))

    def _folder(self, network: Network) -> Path:
        shown = json.dumps(network.preprocessing.to_json(), sort_keys=True)
        key = hashlib.sha256(f"{network.fingerprint} {shown}".encode()).hexdigest()
        return self.folder / "scans" / key[:32]

    def _read_index(self, network: Network) -> dict[str, Any]:
        try:
            index = json.loads((self._folder(network) / "index.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return index if isinstance(index, dict) else {}

    def _write_index(self, network: Network, examples: Mapping[str, NodeExamples]) -> None:
        nodes = dict(self._read_index(network).get("nodes", {}))
        nodes |= {
            name: {"file": _file(name), "pictures": len(found.pictures)} for name, found in examples.items()
        }
        index = {
            "network": network.name,
            "architecture": network.architecture,
            "fingerprint": network.fingerprint,
            "preprocessing": network.preprocessing.to_json(),
            "nodes": nodes,
        }
        with replacing(self._folder(network) / "index.json") as temporary:
            temporary.write_text(json.dumps(index, indent=1), encoding="utf-8")


def _file(node: str) -> str:
    return f"{quote(node, safe=' ')}.npz"


def _packed(examples: NodeExamples) -> dict[str, Any]:
    """Arrays only: names as UTF-8 text of a JSON list, so that nothing needs pickle."""
    values = {field.name: getattr(examples, field.name) for field in fields(examples)}
    for key in _TEXTS:
        values[key] = np.frombuffer(json.dumps(values[key]).encode(), np.uint8)
    return {**values, "node": np.array(examples.node), "map_shape": np.array(examples.map_shape, np.int64)}


def _unpacked(arrays: dict[str, Any]) -> NodeExamples:
    texts = {key: tuple(json.loads(arrays[key].tobytes())) for key in _TEXTS}
    shape = tuple(int(side) for side in arrays["map_shape"])
    return NodeExamples(**{**arrays, **texts, "node": str(arrays["node"]), "map_shape": shape})
