"""Non-negative matrix factorisation: V is about W H, all of them at least zero."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_TINY = 1e-9


def nmf(values: Array, k: int, *, steps: int = 200, seed: int = 0) -> tuple[Array, Array]:
    """Factors [n,k] and [k,m] of non-negative values [n,m], by hierarchical alternating least squares.

    Cichocki and Phan 2009, "Fast local algorithms for large scale nonnegative matrix and tensor
    factorizations". Written here because it is twenty lines, and the library that has it is a large one.
    """
    generator = np.random.default_rng(seed)
    scale = np.sqrt(max(float(values.mean()), _TINY) / k)
    left = generator.random((values.shape[0], k)) * scale
    right = generator.random((k, values.shape[1])) * scale
    for _ in range(steps):
        _improve(left, values @ right.T, right @ right.T)
        _improve(right.T, values.T @ left, left.T @ left)
    return left, right


def _improve(factor: Array, products: Array, squares: Array) -> None:
    """One sweep over the columns of a factor, each the best one while the others stand."""
    for j in range(factor.shape[1]):
        step = (products[:, j] - factor @ squares[:, j]) / max(float(squares[j, j]), _TINY)
        factor[:, j] = np.maximum(factor[:, j] + step, 0)
