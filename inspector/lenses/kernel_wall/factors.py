"""Factorisations of many kernels: non-negative, one-sided, singular; and an order of likeness."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering
from scipy.spatial.distance import pdist
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning

from inspector.lenses.kernel_wall import FACTORS

Array = np.ndarray[Any, Any]
_TINY = 1e-12
_ROUNDS, _ROUNDS_ONE_SIDED = 60, 120
_PRECISION = 1e-3
_OPTIMAL_UP_TO = 400


def as_rows(weights: Array) -> Array:
    """Kernels [units, inputs, h, w] with a row a unit and position: [units * h * w, inputs]."""
    return np.ascontiguousarray(weights.transpose(0, 2, 3, 1).reshape(-1, weights.shape[1]))


def non_negative(rows: Array, seed: int) -> tuple[Array, float]:
    """Three factors [n, 3] of rows [n, inputs], positive and negative parts apart; what they leave out."""
    apart = np.concatenate([np.maximum(rows, 0), np.maximum(-rows, 0)], axis=1)
    count = min(FACTORS, *apart.shape)
    init = "nndsvda" if count < min(apart.shape) else "random"
    model = NMF(count, init=init, random_state=seed, tol=_PRECISION, max_iter=_ROUNDS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # good enough for a picture
        found = model.fit_transform(apart)
    # A factor's length goes to the rows, so that colours are comparable.
    found = found * np.linalg.norm(model.components_, axis=1)
    whole = float(np.linalg.norm(apart))
    return _three(found), float(model.reconstruction_err_) / whole if whole else 0.0


def one_sided(rows: Array, seed: int) -> tuple[Array, Array, float]:
    """Rows [n, inputs] ≈ signed [n, 3] times non-negative [3, inputs] (semi-NMF; Ding, Li and Jordan 2010).

    Returns:
        The signed factors, the factors of the inputs (each of length one), and what they leave out.
    """
    count = min(FACTORS, *rows.shape)
    rows = rows.astype(np.float64)
    generator = np.random.default_rng(seed)
    inputs = np.abs(np.linalg.svd(rows.T @ rows)[0][:, :count])
    inputs = inputs + 0.05 * generator.random(inputs.shape)
    for _ in range(_ROUNDS_ONE_SIDED):
        signed = rows @ inputs @ np.linalg.pinv(inputs.T @ inputs)
        with_rows, with_self = rows.T @ signed, signed.T @ signed
        rises = np.maximum(with_rows, 0) + inputs @ np.maximum(-with_self, 0)
        falls = np.maximum(-with_rows, 0) + inputs @ np.maximum(with_self, 0)
        inputs = inputs * np.sqrt((rises + _TINY) / (falls + _TINY))
        inputs = inputs / np.maximum(np.linalg.norm(inputs, axis=0), _TINY)
    signed = rows @ inputs @ np.linalg.pinv(inputs.T @ inputs)
    whole = np.linalg.norm(rows)
    error = float(np.linalg.norm(rows - signed @ inputs.T) / whole) if whole else 0.0
    return _three(signed), _three(inputs).T.astype(np.float32), error


def singular(weights: Array) -> tuple[Array, tuple[float, float]]:
    """Units [units, 2] in the plane of the two strongest singular vectors of |weights|, and their shares."""
    absolute = np.abs(weights).sum(axis=(2, 3)).astype(np.float64)
    left, values, _ = np.linalg.svd(absolute, full_matrices=False)
    points = np.zeros((len(absolute), 2))
    held = min(2, len(values))
    points[:, :held] = left[:, :held] * values[:held]
    # Of either sign of a vector the one is taken in which most lies above zero.
    points *= np.where(points.sum(axis=0) < 0, -1, 1)
    shares = np.zeros(2)
    shares[:held] = values[:held] ** 2 / max(float((values**2).sum()), _TINY)
    return points.astype(np.float32), (float(shares[0]), float(shares[1]))


def by_likeness(features: Array) -> Array:
    """An order of rows [units, n] in which those that point the same way stand together; zeros come last."""
    length = np.linalg.norm(features, axis=1)
    alive, dead = np.flatnonzero(length > 0), np.flatnonzero(length == 0)
    if len(alive) < 3:
        return np.concatenate([alive, dead])
    distances = np.maximum(pdist(features[alive] / length[alive, None]), 0)
    tree = linkage(distances, "average")
    if len(alive) <= _OPTIMAL_UP_TO:
        tree = optimal_leaf_ordering(tree, distances)
    return np.concatenate([alive[leaves_list(tree)], dead])


def _three(columns: Array) -> Array:
    """Columns [n, k] filled up with zeros to three."""
    return np.pad(columns, ((0, 0), (0, FACTORS - columns.shape[1])))
