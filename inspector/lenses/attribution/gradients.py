"""A node's value and the gradient of a score with respect to it."""

from __future__ import annotations

from collections.abc import Callable

import torch

from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.resume import run_with

Score = Callable[[torch.Tensor], torch.Tensor]
"""From a network's answer [N, classes] to one number a picture [N]."""


def value_and_gradient(
    network: Network, batch: torch.Tensor, node: str | None, score: Score, token: CancelToken | None = None
) -> tuple[torch.Tensor, torch.Tensor]:
    """What a node makes of pictures [N,C,H,W], and the gradient of each one's score there; both [N, ...].

    Args:
        network: The network; its weights ask for no gradient, so nothing before the node is kept.
        batch: The pictures, preprocessed.
        node: The node; None for the pictures themselves.
        score: What is differentiated.
        token: Looked at before every leaf module.

    Raises:
        Cancelled: The token was set.
    """
    leaves: list[torch.Tensor] = []

    def put(value: torch.Tensor) -> torch.Tensor:
        leaf = value.detach().requires_grad_()
        leaves.append(leaf)
        return leaf.clone()  # a leaf may not be overwritten, as a ReLU in place behind it would

    with torch.inference_mode(False), torch.enable_grad():
        if node is None:
            batch = put(batch.clone())
        answer = score(run_with(network, batch, node or "", put, token))
        (gradient,) = torch.autograd.grad(answer.sum(), leaves)
    return leaves[0].detach(), gradient
