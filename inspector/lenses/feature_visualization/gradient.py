"""One look at a batch of pictures: what their objectives are worth, and what would raise them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import torch

from inspector.lenses.feature_visualization.interrupt import CancelBackward
from inspector.lenses.feature_visualization.parameterizations import Parameterization
from inspector.lenses.feature_visualization.penalties import penalties
from inspector.lenses.feature_visualization.redirect import RedirectedReLU
from inspector.lenses.feature_visualization.scene import Scene
from inspector.lenses.feature_visualization.transforms import Draw
from inspector.network.errors import InspectorError


@dataclass(frozen=True)
class Ask:
    """A batch of pictures to be looked at.

    Attributes:
        coefficients: The pictures [N, ...] as they are parameterized.
        part: Which of all pictures they are.
        draws: How each is moved.
        allowed: Which may be helped past silent ReLUs, bool [N].
        salient: Whether the gradients of their pixels are wanted too.
    """

    coefficients: torch.Tensor
    part: Sequence[int]
    draws: Sequence[Draw]
    allowed: torch.Tensor
    salient: bool = False


@dataclass(frozen=True)
class Answer:
    """What was found.

    Attributes:
        values: The objectives [N] of the pictures as they were moved, on the CPU.
        gradient: Of what is to grow, by the coefficients [N, ...].
        helped: Which pictures were helped past silent ReLUs, bool [N].
        salience: Size of the gradient at each pixel [N,H,W], or None.
    """

    values: torch.Tensor
    gradient: torch.Tensor
    helped: torch.Tensor
    salience: torch.Tensor | None = None

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The answers to several batches as one."""
        if len(parts) == 1:
            return parts[0]
        salience = [part.salience for part in parts if part.salience is not None]
        return cls(
            torch.cat([part.values for part in parts]),
            torch.cat([part.gradient for part in parts]),
            torch.cat([part.helped for part in parts]),
            torch.cat(salience) if salience else None,
        )


def differentiate(scene: Scene, form: Parameterization, ask: Ask) -> Answer:
    """The objectives' values on moved pictures, and the gradient of what is to grow.

    Raises:
        Cancelled: The token was set; looked at before every leaf module and on the way back.
        InspectorError: The network hands no gradients back from here.
    """
    views = scene.view.views
    coefficients = ask.coefficients.detach().requires_grad_()
    redirection = RedirectedReLU(ask.allowed.repeat_interleave(views) if views > 1 else ask.allowed)
    with torch.enable_grad(), CancelBackward(scene.token), redirection:
        pictures = form.picture(coefficients)
        values, growing = _growing(scene, ask, pictures)
    if not growing.requires_grad:  # the node does not depend on the picture
        if scene.without_gradients:
            raise InspectorError(scene.without_gradients)
        return Answer(values.detach().cpu(), torch.zeros_like(ask.coefficients), redirection.helped[::views])
    wanted = [coefficients, pictures] if ask.salient else [coefficients]
    gradients = torch.autograd.grad(growing, wanted, allow_unused=True, materialize_grads=True)
    helped = redirection.helped.view(-1, views).any(1)
    salience = gradients[1].abs().mean(1) if ask.salient else None
    return Answer(values.detach().cpu(), gradients[0], helped, salience)


def _growing(scene: Scene, ask: Ask, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The objectives' values [N], and the one number that is to grow."""
    views = scene.view.views
    score = scene.score(ask.part, views)
    seen = scene.feed(scene.view.show(pictures, ask.draws), score.nodes)
    values = score(seen)
    growing = score.aimed(values)
    # Weighed against what the objective is worth, so that a weight means the same for every unit.
    likeness = score.likeness(seen)
    if likeness is not None:
        growing = growing - values.detach().abs() * likeness
    if views > 1:
        values, growing = (each.view(-1, views).mean(1) for each in (values, growing))
    against = penalties(pictures, scene.parameters)
    if against is not None:
        growing = growing - values.detach().abs() * against
    return values, growing.sum()
