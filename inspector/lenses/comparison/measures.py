"""Correlation, assignment and centred kernel alignment of responses [pictures, units]."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from inspector.lenses.comparison import Array, Comparison, Matching, Responses

# Of its size: a spread below this is rounding (float32), not an answer to the pictures.
_SPREAD = 1e-6
_GRAM_PICTURES = 512
Float = np.ndarray[Any, np.dtype[np.float64]]


def standardised(values: Array) -> Float:
    """Columns with mean 0 and length 1, float64 [pictures, units]; zeros where a unit never varies."""
    exact = values.astype(np.float64)
    centred = exact - exact.mean(0)
    length = np.linalg.norm(centred, axis=0)
    size = np.linalg.norm(exact, axis=0)
    varies: Array = length > _SPREAD * np.maximum(size, np.finfo(np.float32).tiny)
    result: Float = np.where(varies, centred / np.where(varies, length, 1.0), 0.0)
    return result


def correlations(first: Array, second: Array) -> Float:
    """Pearson's correlation of every unit with every unit, [units, units]; 0 where one never varies."""
    return np.clip(standardised(first).T @ standardised(second), -1.0, 1.0)


def assigned(table: Float) -> tuple[Array, Array]:
    """The one-to-one pairs with the largest sum of correlations (Li et al. 2015, "Convergent Learning").

    Args:
        table: [units, others].

    Returns:
        Partners int64 [units], -1 for none, and their correlations float32 [units], NaN for none. A pair of
        units that do not vary is no pair.
    """
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(table, maximize=True)
    partners = np.full(len(table), -1, np.int64)
    found = np.full(len(table), np.nan, np.float32)
    living = np.any(table, 1)[rows] & np.any(table, 0)[columns]
    partners[rows[living]] = columns[living]
    found[rows[living]] = table[rows[living], columns[living]]
    return partners, found


def linear_cka(first: Array, second: Array) -> float:
    """Linear CKA (Kornblith et al. 2019, "Similarity of Neural Network Representations Revisited").

    ||Y'X||² / (||X'X|| ||Y'Y||) of centred X [pictures, units] and Y [pictures, units]; NaN where one never
    varies.
    """
    x, y = _centred(first), _centred(second)
    below = float(np.linalg.norm(x.T @ x) * np.linalg.norm(y.T @ y))
    return float(np.linalg.norm(y.T @ x) ** 2 / below) if below > 0 else float("nan")


def cka_table(first: Sequence[Array], second: Sequence[Array]) -> Array:
    """Linear CKA of every node with every node, float32 [nodes, nodes].

    For few pictures all Gram matrices fit into one product; for many, pairs are worked out one by one.
    """
    if not first or not second:
        return np.zeros((len(first), len(second)), np.float32)
    if len(first[0]) > _GRAM_PICTURES:
        return np.array([[linear_cka(x, y) for y in second] for x in first], np.float32)
    table = _grams(first) @ _grams(second).T
    return np.asarray(table, np.float32)


def _centred(values: Array) -> Float:
    """Columns with mean 0, float64; columns that never vary are exactly 0."""
    exact = values.astype(np.float64)
    centred = exact - exact.mean(0)
    return np.where(standardised(values).any(0), centred, 0.0)


def _grams(nodes: Sequence[Array]) -> Float:
    """Gram matrices of length 1 as rows [nodes, pictures²]; NaN where a node never varies."""
    rows = np.empty((len(nodes), len(nodes[0]) ** 2))
    for row, values in zip(rows, nodes, strict=True):
        centred = _centred(values)
        gram = (centred @ centred.T).ravel()
        length = np.linalg.norm(gram)
        row[:] = gram / length if length > 0 else np.nan
    return rows


def matched(comparison: Comparison, node: str, other: str = "") -> Matching:
    """The units of a node of the first network with their like in the second.

    Args:
        comparison: The two networks' answers.
        node: The node.
        other: The node whose units it is paired with, one to one; the nearest where empty.
    """
    other = other or comparison.nearest(node)
    own = comparison.first.values[node]
    partners, found = assigned(correlations(own, comparison.second.values[other]))
    nodes, units, best = _best_anywhere(own, comparison.second, comparison.first.depth(node))
    depths = np.where(nodes >= 0, comparison.second.depths[nodes], np.nan)
    depth = comparison.first.depth(node)
    return Matching(node, other, partners, found, nodes, units, best, depths, depth)


def _best_anywhere(own: Array, responses: Responses, depth: float) -> tuple[Array, Array, Array]:
    """Node number, unit and correlation of the best match of each unit.

    Among equals (a unit and its copy behind a concatenation, say) the one nearest in depth.
    """
    exact = standardised(own)
    best = np.full(own.shape[1], -np.inf)
    nodes, units = np.full((2, own.shape[1]), -1, np.int64)
    tables = list(responses.values.values())
    for number in np.argsort(np.abs(responses.depths - depth), kind="stable"):
        table = exact.T @ standardised(tables[number])
        top = table.argmax(1)
        value = table[np.arange(len(table)), top]
        better = (value > best + _SPREAD) & exact.any(0)
        best[better], nodes[better], units[better] = value[better], number, top[better]
    found = np.where(nodes >= 0, np.clip(best, -1.0, 1.0), np.nan).astype(np.float32)
    return nodes, units, found


def of_same_number(first: Array, second: Array) -> float:
    """Mean correlation of a unit with that of its number, over units that vary in both; NaN for none."""
    if first.shape[1] != second.shape[1]:
        return float("nan")
    one, two = standardised(first), standardised(second)
    living = one.any(0) & two.any(0)
    return float((one * two).sum(0)[living].mean()) if living.any() else float("nan")
