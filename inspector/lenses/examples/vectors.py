"""The look through maps in vectors of 16 units, written in LLVM's own terms. Needs Numba; see `fused`.

Four running values of each unit stay in the processor's registers while a block of positions goes by, and
what comes next is asked for in time, so that reading memory is all that a look takes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

Array = np.ndarray[Any, Any]
LANES, WIDE = 16, 4
_AHEAD = 12
"""Positions from the one that is read to the one that is asked for."""
_RUNNING = ("top", "least", "some", "above")


def _columns_of(width: int) -> Any:
    """The look at a block of positions of `width` vectors of units.

    Its arguments: the maps as one row float32, the index of the block's first value there, values from one
    position to the next, positions, factors and offsets of the units, the first unit's number, and where the
    highest, lowest, sum and sum of what is above zero along the units' lines go.
    """

    @intrinsic
    def columns(
        typing: Any,
        x: Any,
        at: Any,
        stride: Any,
        count: Any,
        factor: Any,
        offset: Any,
        unit: Any,
        top: Any,
        least: Any,
        some: Any,
        above: Any,
    ) -> tuple[Any, Callable[..., Any]]:
        given = (x, at, stride, count, factor, offset, unit, top, least, some, above)
        return types.void(*given), _written(width)

    return columns


def _written(width: int) -> Callable[..., Any]:
    def write(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        def data(k: int) -> Any:
            return context.make_array(signature.args[k])(context, builder, given[k]).data

        at, stride, count, unit = (given[k] for k in (1, 2, 3, 6))
        maps, factors, offsets, results = data(0), data(4), data(5), [data(k) for k in range(7, 11)]
        chunks = range(width)
        lines = [tuple(_load(builder, line, unit, c) for line in (factors, offsets)) for c in chunks]
        kept = [_begun(builder, _load(builder, maps, at, c)) for c in chunks]
        with cgutils.for_range(builder, count) as loop:
            row = builder.add(at, builder.mul(loop.index, stride))
            ahead = builder.add(row, builder.mul(stride, ir.Constant(stride.type, _AHEAD)))
            for c, line, running in zip(chunks, lines, kept, strict=True):
                _ask_for(builder, _pointer(builder, maps, ahead, c))
                _take(builder, _load(builder, maps, row, c), line, running)
        for c, running in zip(chunks, kept, strict=True):
            for result, one in zip(results, running, strict=True):
                builder.store(builder.load(one), _pointer(builder, result, unit, c), align=4)
        return context.get_dummy_value()

    return write


def _vector() -> Any:
    return ir.VectorType(ir.FloatType(), LANES)


def _zero() -> Any:
    return ir.Constant(_vector(), [0.0] * LANES)


def _pointer(builder: Any, base: Any, index: Any, chunk: int) -> Any:
    index = builder.add(index, ir.Constant(index.type, chunk * LANES))
    return builder.bitcast(builder.gep(base, [index]), _vector().as_pointer())


def _load(builder: Any, base: Any, index: Any, chunk: int) -> Any:
    return builder.load(_pointer(builder, base, index, chunk), align=4)


def _begun(builder: Any, first: Any) -> list[Any]:
    """The running values before the first position, in registers as far as LLVM has them."""
    room: Callable[..., Any] = cgutils.alloca_once
    kept = [room(builder, _vector()) for _ in _RUNNING]
    for one, value in zip(kept, (first, first, _zero(), _zero()), strict=True):
        builder.store(value, one)
    return kept


def _take(builder: Any, value: Any, line: tuple[Any, ...], running: list[Any]) -> None:
    """Let one vector of values in. What is no number is neither highest nor lowest, but in the sum."""
    top, least, some, above = (builder.load(one) for one in running)
    factor, offset = line
    contract = ("contract",)
    along = builder.fadd(builder.fmul(value, factor, flags=contract), offset, flags=contract)
    along = builder.select(builder.fcmp_ordered(">", along, _zero()), along, _zero())
    new = (
        builder.select(builder.fcmp_ordered(">", value, top), value, top),
        builder.select(builder.fcmp_ordered("<", value, least), value, least),
        builder.fadd(some, value),
        builder.fadd(above, along),
    )
    for one, made in zip(running, new, strict=True):
        builder.store(made, one)


def _ask_for(builder: Any, pointer: Any) -> None:
    """Have the processor fetch what lies there; it may lie behind the end."""
    byte, number = ir.IntType(8).as_pointer(), ir.IntType(32)
    kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
    fetch = builder.module.declare_intrinsic("llvm.prefetch", [byte], kind)
    read, keep, data = (ir.Constant(number, value) for value in (0, 3, 1))
    builder.call(fetch, [builder.bitcast(pointer, byte), read, keep, data])


_wide, _narrow = _columns_of(WIDE), _columns_of(1)


def look(
    x: Array,
    factor: Array,
    offset: Array,
    start: int,
    above_start: int,
    peaks: Array,
    lowest: Array,
    means: Array,
    fired: Array,
    edges: Array,
    block: int,
) -> None:
    """Fill in what is found of maps float32 [n, positions, units], for Numba to compile.

    Args:
        x: The maps.
        factor: float32 [units], of the lines that values take next.
        offset: float32 [units].
        start: The units' first column in a room.
        above_start: That of those whose means of what is above zero along the lines these are.
        peaks: float32 [n, columns], for the maxima.
        lowest: float32 [n, columns], for the minima.
        means: float32 [n, columns].
        fired: float32 [n, columns], for the means of what is above zero along the lines.
        edges: float32 [n, 2, blocks, units], for the maxima and the minima of each block of positions.
        block: Positions of a block.
    """
    n, positions, units = x.shape
    zero, share = np.float32(0), np.float32(1) / np.float32(positions)
    some, above = np.empty(units, np.float32), np.empty(units, np.float32)
    row = x.reshape(-1)
    for i in range(n):
        high, low = peaks[i, start : start + units], lowest[i, start : start + units]
        mean, fire = means[i, start : start + units], fired[i, above_start : above_start + units]
        for k in range(edges.shape[2]):
            many = min(block, positions - k * block)
            top, least = edges[i, 0, k], edges[i, 1, k]
            first = (i * positions + k * block) * units
            u = 0
            while u + WIDE * LANES <= units:
                _wide(row, first + u, units, many, factor, offset, u, top, least, some, above)
                u += WIDE * LANES
            while u + LANES <= units:
                _narrow(row, first + u, units, many, factor, offset, u, top, least, some, above)
                u += LANES
            for v in range(u, units):
                a = b = row[first + v]
                c = d = zero
                for p in range(many):
                    e = row[first + p * units + v]
                    a, b, c = e if e > a else a, e if e < b else b, c + e
                    e = e * factor[v] + offset[v]
                    d += e if e > zero else zero
                top[v], least[v], some[v], above[v] = a, b, c, d
            for v in range(units):
                if k == 0:
                    high[v], low[v], mean[v], fire[v] = top[v], least[v], some[v], above[v]
                else:
                    high[v] = top[v] if top[v] > high[v] else high[v]
                    low[v] = least[v] if least[v] < low[v] else low[v]
                    mean[v] += some[v]
                    fire[v] += above[v]
        for v in range(units):
            mean[v] *= share
            fire[v] *= share
