"""Attention patterns: who looks at whom, which torch's fused attention computes without handing it out."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F

PATTERN = "attention_pattern"
"""The operation, and the last part of the name, of a node [N, heads, queries, keys] whose rows add to 1."""


def attends(func: Callable[..., Any]) -> bool:
    """Whether a call of `func` is attention."""
    return func is F.multi_head_attention_forward or _is_dot_product(func)


def _is_dot_product(func: Callable[..., Any]) -> bool:
    # By name: exported programs call torch.ops.aten.scaled_dot_product_attention.default.
    return str(getattr(func, "__name__", "")).partition(".")[0] == "scaled_dot_product_attention"


def pattern_of(func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> torch.Tensor:
    """The pattern [N, heads, queries, keys] of a call for which `attends` is true, without dropout.

    Vaswani et al. 2017, "Attention Is All You Need": softmax(q k^T / sqrt(d)).
    """
    if _is_dot_product(func):
        return _dot_product_pattern(*args, **kwargs)
    asked = {**kwargs, "need_weights": True, "average_attn_weights": False, "training": False}
    return func(*args, **asked)[1]  # type: ignore[no-any-return]


def of_windows(pattern: torch.Tensor, batch: int) -> torch.Tensor | None:
    """Patterns within windows laid side by side, [N, heads, down * queries, across * keys].

    The windows lie in rows, one behind the other as the network cuts them, in a rectangle as near to a square
    as their number allows; every window's rows add to 1.

    Args:
        pattern: [N * windows, heads, queries, keys] (Swin) or [N, windows, heads, queries, keys] (MaxViT).
        batch: N.

    Returns:
        None where it is no pattern of several windows.
    """
    if pattern.ndim == 4 and batch and len(pattern) > batch and len(pattern) % batch == 0:
        pattern = pattern.reshape(batch, -1, *pattern.shape[1:])
    if pattern.ndim != 5 or len(pattern) != batch:
        return None
    windows = pattern.shape[1]
    down = next(rows for rows in range(math.isqrt(windows), 0, -1) if windows % rows == 0)
    laid = pattern.reshape(batch, down, -1, *pattern.shape[2:]).permute(0, 3, 1, 4, 2, 5)
    return laid.flatten(4, 5).flatten(2, 3)


def _dot_product_pattern(
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attn_mask: torch.Tensor | None = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    scale: float | None = None,
    enable_gqa: bool = False,
) -> torch.Tensor:
    if enable_gqa:
        key = key.repeat_interleave(query.shape[-3] // key.shape[-3], -3)
    logits = query @ key.transpose(-2, -1) * (1 / math.sqrt(query.shape[-1]) if scale is None else scale)
    if is_causal:
        attn_mask = torch.ones(logits.shape[-2:], dtype=torch.bool, device=logits.device).tril()
    if attn_mask is not None:
        forbidden = attn_mask.dtype == torch.bool
        logits = logits.masked_fill(~attn_mask, -math.inf) if forbidden else logits + attn_mask
    return logits.softmax(-1)
