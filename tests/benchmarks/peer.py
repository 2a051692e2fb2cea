"""Lucent, the peer that feature visualization is measured beside; the extra "benchmarks" installs it."""

from __future__ import annotations

import copy
import importlib.util
import time
import warnings
from typing import Any

import torch
from torch import nn

from inspector.network.network import Network


def installed() -> bool:
    """Whether it is there."""
    return importlib.util.find_spec("lucent") is not None


def as_torch_lays_it_out(network: Network) -> nn.Module:
    """A copy of the module with its weights as torch makes them: ours are laid out for speed."""
    return copy.deepcopy(network.module).to(memory_format=torch.contiguous_format)


def render(module: nn.Module, node: str, unit: int, size: int, steps: int) -> torch.Tensor:
    """Lucent's picture [1,3,size,size] in [0,1] of a channel, by `render_vis` with its own defaults."""
    return _rendered(module, f"{_named(node)}:{unit}", size, steps)


def step_moments(module: nn.Module, node: str, size: int, steps: int) -> list[float]:
    """When each step of `render_vis` asked for its objective, unit 0, in seconds of `perf_counter`."""
    from lucent.optvis import objectives

    moments: list[float] = []
    channel = objectives.channel(_named(node), 0)

    def timed(values: Any) -> Any:
        moments.append(time.perf_counter())
        return channel(values)

    _rendered(module, objectives.Objective(timed, "channel"), size, steps)
    return moments


def _named(node: str) -> str:
    return node.replace(".", "_")  # lucent writes underscores for dots


def _rendered(module: nn.Module, objective: Any, size: int, steps: int) -> torch.Tensor:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from lucent.optvis import param
        from lucent.optvis import render as optimise

        pictures = optimise.render_vis(
            module,
            objective,
            lambda: param.image(size),
            thresholds=(steps,),
            show_image=False,
            progress=False,
        )
    return torch.from_numpy(pictures[-1]).permute(0, 3, 1, 2).float()
