"""The command `activations`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from inspector.cli.opening import opened
from inspector.cli.output import complain, finish, print_json, print_line
from inspector.files import replacing
from inspector.lenses.activations import Activations
from inspector.lenses.activations.measure import measure_pictures
from inspector.lenses.base import LensRun, Progress
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.folders import collect
from inspector.pictures.picture import PictureError
from inspector.probe.cancel import CancelToken

_BATCH = 16


def activations(arguments: Namespace) -> int:
    """Classes and strongest units of every picture; 1 where a picture did not open."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    node = network.node(arguments.node) if arguments.node is not None else None
    if arguments.out is not None and node is None:
        raise InspectorError(f"{arguments.out} needs --node NODE: whose maps should it hold?")
    files = collect(arguments.pictures)
    if not files:
        raise InspectorError(f"There are no pictures in {', '.join(arguments.pictures)}.")
    measured = finish(lambda token: _measure(network, files, node, arguments.top, token), network.name)
    if arguments.out is not None and measured:
        _write_npz(measured, arguments.out)
    if arguments.json:
        print_json([_document(file, result) for file, result in measured])
    else:
        for file, result in measured:
            _print(file, result)
    return 0 if len(measured) == len(files) else 1


def _measure(network: Network, files: list[Path], node: Node | None, top: int, token: CancelToken) -> LensRun:
    """Batch by batch; files that do not open are complained of, the others go on."""
    measured: list[tuple[Path, Activations]] = []
    for start in range(0, len(files), _BATCH):
        yield Progress(start, len(files))
        pictures = dict(_opened(files[start : start + _BATCH]))
        if pictures:
            results = measure_pictures(network, list(pictures.values()), node, top=top, token=token)
            measured += zip(pictures, results, strict=True)
    return measured


def _opened(files: list[Path]) -> Iterator[tuple[Path, Any]]:
    for file in files:
        try:
            yield file, open_picture(file)
        except PictureError as error:
            complain(str(error))


def _document(file: Path, result: Activations) -> dict[str, Any]:
    return {
        "picture": str(file),
        "predictions": [vars(prediction) for prediction in result.predictions],
        "node": result.node,
        "top": [vars(response) for response in result.top if np.isfinite(response.value)],
    }


def _print(file: Path, result: Activations) -> None:
    print_line(str(file))
    for prediction in result.predictions:
        print_line(f"  {prediction.probability:7.2%}  {prediction.label}")
    for response in result.top:
        print_line(f"  {result.node}/{response.unit}  {response.value:.6g} at {response.y},{response.x}")


def _write_npz(measured: list[tuple[Path, Activations]], path: Path) -> None:
    """Keys: `pictures` (paths), `node`, `maps` float32 [pictures, units, h, w], `peaks` [pictures, units]."""
    results = [result for _, result in measured]
    with replacing(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(
            file,
            pictures=np.array([str(name) for name, _ in measured]),
            node=np.array(results[0].node),
            maps=np.stack([result.maps for result in results]),
            peaks=np.stack([result.peaks for result in results]),
        )
