"""What cannot be had of a network, and why: found by trying, told once when it opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import torch

from inspector.network.walk import Walk, places_in, tensors_in
from inspector.saying import say

if TYPE_CHECKING:
    from typing import Any

    from torch import nn

    from inspector.network.network import Network

_MISSING = say(
    "feature visualization, attribution and whatever else follows gradients is not available behind the node "
    "where they stop; activations, tuning, examples and weights are"
)


class _Kinds(Walk):
    """The nodes whose values are no real numbers."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__(places_in(module))
        self.complex: list[str] = []
        self.whole: list[str] = []

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        if output.is_complex():
            self.complex.append(name)
        elif not output.is_floating_point():
            self.whole.append(name)


def limits(network: Network, example: torch.Tensor) -> tuple[str, ...]:
    """One sentence for each thing that cannot be had; runs the network once, and once backwards.

    Args:
        network: The network, its nodes found.
        example: An input [N, ...].
    """
    kinds = _Kinds(network.module)
    # Tokens are whole numbers, which nothing is differentiated by.
    of_gradients = _of_gradients(network, example, kinds) if example.is_floating_point() else ()
    return (*of_gradients, *_of_values(network, kinds))


def _of_gradients(network: Network, example: torch.Tensor, kinds: _Kinds) -> Iterator[str]:
    # Noise: at a picture without contrast many networks' gradients vanish.
    noise = torch.rand(example.shape, generator=torch.Generator().manual_seed(0)).to(example)
    noise.requires_grad_(True)
    try:
        with torch.enable_grad():
            with kinds:
                output = network.module(noise)
            answers = [tensor for tensor in tensors_in(output) if tensor.requires_grad]
            if not answers:
                yield say(
                    "{name} hands no gradients back from its output to the picture: {missing}.",
                    name=network.name,
                    missing=_MISSING,
                )
                return
            torch.autograd.backward([_weighed(answer) for answer in answers])
    except (RuntimeError, NotImplementedError) as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
        yield say(
            "{name} gives no gradients ({reason}): {missing}.",
            name=network.name,
            reason=reason,
            missing=_MISSING,
        )
        return
    if noise.grad is None or not noise.grad.any():
        yield (
            say(
                "{name}’s gradients are zero everywhere, as those of rounded or binary values are: "
                "feature visualization cannot move its pictures; all other lenses work.",
                name=network.name,
            )
        )


def _weighed(answer: torch.Tensor) -> torch.Tensor:
    """One number of which every part counts differently: plain sums of softmax do not change."""
    flat = answer.abs().flatten() if answer.is_complex() else answer.flatten()
    return (flat * torch.linspace(0.5, 1.5, flat.numel(), device=flat.device)).sum()


def _of_values(network: Network, kinds: _Kinds) -> Iterator[str]:
    for names, what in (
        (kinds.complex, say("complex numbers")),
        (kinds.whole, say("whole numbers or packed values")),
    ):
        if names:
            yield (
                say(
                    "{count} of {name}’s nodes hold {what} (first “{names}”): they are listed without "
                    "units, the nodes before and behind can be looked into.",
                    count=len(names),
                    name=network.name,
                    what=what,
                    names=names[0],
                )
            )
