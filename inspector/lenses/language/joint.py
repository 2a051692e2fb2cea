"""Directions of the space that pictures and texts share, and what their cosines mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch.nn.functional import normalize

from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.text_tower import TextTower
from inspector.network.walk import first_tensor
from inspector.probe.cancel import CancelToken
from inspector.probe.record import output_and_values
from inspector.saying import say

_BATCH = 64


def picture_directions(network: Network, batch: torch.Tensor, token: CancelToken) -> torch.Tensor:
    """Directions [N,D] of length 1 of preprocessed pictures [N,C,H,W], on the CPU.

    Raises:
        InspectorError: The network's output is no direction.
        Cancelled: The token was set.
    """
    with torch.inference_mode():
        output, _ = output_and_values(network, batch, (), token)
    return directions_of(output, len(batch))


def directions_of(output: Any, count: int) -> torch.Tensor:
    """A network's output for `count` pictures as directions [N,D] of length 1, on the CPU.

    Raises:
        InspectorError: It is none.
    """
    found = first_tensor(output)
    if found is None or found.shape[0] != count or found[0].numel() != found.shape[1]:
        raise InspectorError("The network's output is no direction of a space that texts lie in too.")
    return normalize(found.flatten(1).float(), dim=1).cpu()


def text_directions(tower: TextTower, texts: Sequence[str], token: CancelToken) -> Iterator[torch.Tensor]:
    """Directions of texts [n,D], some at a time, so that there is progress.

    Raises:
        Cancelled: The token was set; looked at before every part.
    """
    for start in range(0, len(texts), _BATCH):
        token.check()
        yield tower(texts[start : start + _BATCH])


def class_directions(tower: TextTower, prompts: Sequence[str], templates: Sequence[str]) -> torch.Tensor:
    """One direction [D] of length 1 for each prompt: the mean of those of all templates (Radford et al.)."""
    filled = filled_templates(prompts, templates)
    found = torch.cat(list(text_directions(tower, filled, CancelToken())))
    return normalize(found.view(len(prompts), len(templates), -1).mean(1), dim=1)


def filled_templates(prompts: Sequence[str], templates: Sequence[str]) -> list[str]:
    """Every prompt in every template, prompt by prompt.

    Raises:
        InspectorError: There is none of either, a prompt is empty, or a template has no place for one.
    """
    if not prompts or not templates:
        raise InspectorError("There is nothing to compare with: type a prompt.")
    if any(not prompt.strip() for prompt in prompts):
        raise InspectorError("A prompt is empty.")
    for template in templates:
        if template.count("{}") != 1:
            raise InspectorError(
                say("The template “{template_}” needs one {{}}, where the prompt goes.", template_=template)
            )
    return [template.replace("{}", prompt) for prompt in prompts for template in templates]


def probabilities(pictures: torch.Tensor, texts: torch.Tensor, scale: float) -> torch.Tensor:
    """Softmax [N,P] of the scaled cosines between pictures [N,D] and prompts [P,D]."""
    return (scale * (pictures @ texts.T)).softmax(1)
