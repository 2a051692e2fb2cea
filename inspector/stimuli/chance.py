"""Chance that can be repeated: numbers that depend on a seed and a key alone, the same on every device."""

from __future__ import annotations

from torch import Tensor

from inspector.stimuli.axes import Axis

_WORD = 0xFFFFFFFF
_APART = 0x9E3779B9  # 2^32 over the golden ratio: neighbouring seeds begin far from each other


def seed(sentence: str = "Which of the random patterns; the same number makes the same one.") -> Axis:
    """The axis that tells one random pattern from another; whole numbers count."""
    return Axis("seed", "", 0, 15, 16, 0, sentence, minimum=0, maximum=1_000_000)


def uniform(seeds: Tensor, keys: Tensor) -> Tensor:
    """Numbers in [0,1) for whole seeds and keys >= 0, which broadcast; each key is an independent draw."""
    start = _scrambled(seeds.round().long() * _APART)
    return (_scrambled(start + keys) >> 8).float() / 2**24  # what float32 holds without rounding up to 1


def _scrambled(number: Tensor) -> Tensor:
    """A 32-bit number that looks unlike its argument (the two-round hash of Wellons' "hash-prospector")."""
    number = number & _WORD
    number = ((number ^ (number >> 16)) * 0x21F0AAAD) & _WORD
    number = ((number ^ (number >> 15)) * 0x735A2D97) & _WORD
    return number ^ (number >> 15)
