"""Accuracy over a picture set without and with edits, picture by picture: the difference is paired."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from inspector.lenses.ablation.measure import class_scores
from inspector.lenses.base import LensRun, Partial, Progress
from inspector.lenses.comparing import AccuracyChange
from inspector.lenses.statistics import bootstrap_interval
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.pictures.sources import PictureSet
from inspector.probe.cancel import CancelToken
from inspector.probe.record import output_and_values, prepare
from inspector.probe.resume import answer_of
from inspector.saying import say

_BATCH, _TOP, _MOST_SKIPPED, _SAMPLES_LIVE = 16, 5, 10, 200
Array = np.ndarray[Any, Any]


def compare_accuracy(plain: Network, edited: Network, pictures: PictureSet, token: CancelToken) -> LensRun:
    """Count right answers of both networks; yields and returns `AccuracyChange`.

    A picture's class counts where the network knows it: by the name of one of its labels (the whole name or
    one of those between commas), else by its number. Without any, right is what the unedited network says.

    Raises:
        InspectorError: There are no pictures, or the network gives no class scores.
        Cancelled: The token was set.
    """
    wanted = [class_index(plain, entry.label) for entry in pictures.entries]
    labelled = [i for i, index in enumerate(wanted) if index is not None]
    chosen = labelled or list(range(len(pictures)))
    if not chosen:
        raise InspectorError(say("There are no pictures in {title}.", title=pictures.title))
    hits: list[Array] = []
    skipped: list[str] = []
    for start in range(0, len(chosen), _BATCH):
        yield Progress(start, len(chosen))
        part, images = [], []
        for i in chosen[start : start + _BATCH]:
            try:
                images.append(pictures.open(i).image)
                part.append(i)
            except InspectorError as error:
                skipped.append(str(error))
        if images:
            right = [wanted[i] for i in part] if labelled else None
            hits.append(_hits(plain, edited, prepare(plain, images), right, token))
        yield Partial(_summary(pictures, chosen, hits, skipped, labelled, complete=False))
    return _summary(pictures, chosen, hits, skipped, labelled, complete=True)


def class_index(network: Network, label: str) -> int | None:
    """The class that a picture set's label means to the network, or None."""
    if not label:
        return None
    for index, name in enumerate(network.labels):
        if label == name or label.lower() in {part.strip().lower() for part in name.split(",")}:
            return index
    return int(label) if label.isdigit() and int(label) < max(network.outputs, 1) else None


def _hits(
    plain: Network,
    edited: Network,
    batch: torch.Tensor,
    right: Sequence[int | None] | None,
    token: CancelToken,
) -> Array:
    """Whether each picture's class is the first and among the first five, before and after: [n, 4]."""
    columns = []
    truth = torch.tensor(right) if right is not None else None
    for network in (plain, edited):
        with torch.inference_mode():
            scores = class_scores(network, answer_of(output_and_values(network, batch, (), token)[0]))
            best = scores.topk(min(_TOP, scores.shape[1]), dim=1).indices.cpu()
        truth = best[:, 0] if truth is None else truth
        columns += [best[:, 0] == truth, (best == truth[:, None]).any(1)]
    return torch.stack(columns, 1).numpy()


def _summary(
    pictures: PictureSet,
    chosen: Sequence[int],
    hits: list[Array],
    skipped: list[str],
    labelled: Sequence[int],
    *,
    complete: bool,
) -> AccuracyChange:
    counted = np.concatenate(hits).astype(float) if hits else np.zeros((0, 4))
    shares = counted.mean(0) if len(counted) else np.full(4, np.nan)
    samples = 2000 if complete else _SAMPLES_LIVE
    return AccuracyChange(
        title=pictures.title,
        pictures=len(counted),
        total=len(chosen),
        against="labels" if labelled else "unedited",
        before=float(shares[0]),
        after=float(shares[2]),
        before_top5=float(shares[1]),
        after_top5=float(shares[3]),
        difference=float(shares[2] - shares[0]),
        difference_top5=float(shares[3] - shares[1]),
        interval=bootstrap_interval(counted[:, 2] - counted[:, 0], samples=samples),
        interval_top5=bootstrap_interval(counted[:, 3] - counted[:, 1], samples=samples),
        skipped=tuple(skipped[:_MOST_SKIPPED]),
        complete=complete,
    )
