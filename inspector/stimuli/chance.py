"""Chance that can be repeated: numbers that depend on a seed and a key alone, the same on every device."""

from __future__ import annotations

from torch import Tensor

from inspector.stimuli.axes import Axis

_APART = -0x61C88647  # 2^32 over the golden ratio: neighbouring seeds begin far from each other


def seed(sentence: str = "Which of the random patterns; the same number makes the same one.") -> Axis:
    """The axis that tells one random pattern from another; whole numbers count."""
    return Axis("seed", "", 0, 15, 16, 0, sentence, minimum=0, maximum=1_000_000)


def uniform(seeds: Tensor, keys: Tensor) -> Tensor:
    """Numbers in [0,1) for whole seeds and keys >= 0, which broadcast; each key is an independent draw."""
    start = _scrambled(seeds.round().int() * _APART)
    # 24 bits are what float32 holds without rounding up to 1.
    return (_scrambled(start + keys.int()) >> 8 & 0xFFFFFF).float() / 2**24


def _scrambled(number: Tensor) -> Tensor:
    """32 bits that look unlike the argument's (the two-round hash of Wellons' "hash-prospector")."""
    # Multiplication wraps around as in C; the shift keeps the sign, whose copies are masked out.
    number = (number ^ (number >> 16 & 0xFFFF)) * 0x21F0AAAD
    number = (number ^ (number >> 15 & 0x1FFFF)) * 0x735A2D97
    return number ^ (number >> 15 & 0x1FFFF)
