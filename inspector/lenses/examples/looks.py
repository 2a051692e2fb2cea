"""torch's ways to look through a node's value: maxima, their positions, minima and means of every unit."""

from __future__ import annotations

import functools
import math
from typing import Any

import numpy as np
import torch

from inspector.network.graph import Node

Array = np.ndarray[Any, Any]
# What is looked through at once: three looks find it in a core's own cache, which has 1 to 2 MB nowadays.
_CACHED_BYTES = 1_600_000


def positions(node: Node) -> int:
    """How many positions a unit's map has."""
    return math.prod(node.map_shape)


@functools.lru_cache
def map_axes(axes: int, unit_axis: int) -> tuple[int, ...]:
    """The axes of a value of so many that neither picture nor unit runs along."""
    return tuple(axis for axis in range(1, axes) if axis != unit_axis)


def in_rows(value: torch.Tensor, unit_axis: int) -> Array | None:
    """A value as [n, positions, units], without a copy; None where memory does not hold it so.

    It must be float32 on a processor. What numpy does of it takes a fraction of torch's time.
    """
    if not value.is_cpu or value.dtype != torch.float32:
        return None
    array = value.numpy()
    last = array.transpose(0, *map_axes(array.ndim, unit_axis), unit_axis)
    return last.reshape(len(last), -1, last.shape[-1]) if last.flags.c_contiguous else None


def all_places(value: torch.Tensor) -> torch.Tensor:
    """Flat positions [n, units] of the maxima of [n, units, ...]."""
    if lies_last(value):
        _, places = torch.nn.functional.max_pool2d(value, value.shape[2:], return_indices=True)
        return places.flatten(1).cpu()
    return value.flatten(2).argmax(2).cpu()


def lies_last(value: torch.Tensor) -> bool:
    """Whether a value [N,C,H,W] has its channels last in memory."""
    return value.ndim == 4 and value.is_contiguous(memory_format=torch.channels_last)


def looked_through(value: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """Maxima, their positions, minima and means of maps whose channels lie last: [n, units] each.

    So many pictures at once that their maps stay in the processor's cache from one look to the next.
    """
    at_once = max(_CACHED_BYTES // (value[0].numel() * value.element_size()), 1)
    parts = [_looked_at(part) for part in torch.split(value, at_once)]
    return parts[0] if len(parts) == 1 else tuple(torch.cat(some) for some in zip(*parts, strict=True))


def _looked_at(value: torch.Tensor) -> tuple[torch.Tensor, ...]:
    means = means_of(value, (2, 3))
    # Where channels lie last this gives both in less time than `amax` takes for the one.
    peaks, places = torch.nn.functional.max_pool2d(value, value.shape[2:], return_indices=True)
    return peaks.flatten(1).float(), places.flatten(1), _lowest(value), means


def _lowest(value: torch.Tensor) -> torch.Tensor:
    # Over rows first, as columns and channels together make runs of memory that are long and of a good
    # length: with 16, 24 or 48 channels at once it takes a tenth of the time.
    n, channels, height, width = value.shape
    rows = value.permute(0, 2, 3, 1).reshape(n, height, width * channels).amin(1)
    return rows.view(n, width, channels).amin(1).float()


def means_of(value: torch.Tensor, axes: tuple[int, ...]) -> torch.Tensor:
    """Means float32 [n, units] over these axes."""
    if axes != (2, 3) or not lies_last(value) or value.dtype != torch.float32:
        return value.mean(axes).float()
    # A product with ones reads memory faster than a mean does.
    n, channels, height, width = value.shape
    ones = value.new_ones(1).expand(n, 1, height * width)
    sums = torch.bmm(ones, value.permute(0, 2, 3, 1).reshape(n, height * width, channels))
    return sums.squeeze(1).div_(height * width)
