"""The state of a batch of growing pictures, and one step of it.

Tried on SqueezeNet at 128 px and 256 steps, by eye: shrinking the coefficients (weight decay of 0.1 to
0.3) gives the most natural pictures and costs nothing. What did not pay: a smaller or linearly falling step
size (0.02: still glaring, fewer details; 0.02 falling: faint), a decay of 1 (faint), transforms of double
strength (glaring, more copies of the feature in one picture). What pays most is told in `optimisers`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import torch

from inspector.lenses.feature_visualization.batches import Batches, is_out_of_memory
from inspector.lenses.feature_visualization.gradient import Answer, Ask, differentiate
from inspector.lenses.feature_visualization.optimisers import OPTIMISERS
from inspector.lenses.feature_visualization.parameterizations import PARAMETERIZATIONS
from inspector.lenses.feature_visualization.parameters import FeatureParameters
from inspector.lenses.feature_visualization.plan import Aim
from inspector.lenses.feature_visualization.scene import Scene
from inspector.lenses.feature_visualization.transforms import Draw
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

# A picture is helped past silent ReLUs until it has got so many gradients without help,
_STEPS_ON_ITS_OWN = 16
# but no longer than so many steps, however many there are in all: what never fires by then is dead, and going
# on from a checkpoint must not change what had been.
_HELPED_STEPS = 128


def picture_seed(seed: int, node: str, key: str) -> int:
    """The seed of one picture: its own, whatever else is in the batch.

    `key` is the number of the unit that it is about, where it is about one.
    """
    digest = hashlib.sha256(f"{seed}/{node}/{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


class Ascent:
    """The pictures under way: one batch at one node, each independent of the others in it.

    Attributes:
        aims: What each picture is to drive.
        course: The objectives' values [N] at each step so far, of the transformed pictures.
        note: What is to be said about how it goes; mostly nothing.
    """

    def __init__(
        self,
        network: Network,
        node: str | None,
        aims: Sequence[Aim],
        parameters: FeatureParameters,
        token: CancelToken,
    ) -> None:
        self.aims = tuple(aims)
        self.course: list[torch.Tensor] = []
        self.scene = Scene(network, node, aims, parameters, token)
        self.note = self.scene.note
        self.fired = torch.zeros(len(aims), dtype=torch.int64, device=network.device)
        self.generators = [
            torch.Generator().manual_seed(picture_seed(parameters.seed, node or "", aim.seed)) for aim in aims
        ]
        form = PARAMETERIZATIONS[parameters.parameterization]
        self.form = form(self.scene.shape, network.device)
        self.coefficients = torch.stack([self.form.start(g) for g in self.generators]).to(network.device)
        self.optimiser = OPTIMISERS[parameters.optimiser](parameters.learning_rate, parameters.sharing)
        self.salience: torch.Tensor | None = None
        if not self.form.fades:
            self.salience = torch.zeros((len(aims), *self.scene.shape), device=network.device)
        self._decay = parameters.decay if self.form.fades else 0.0
        self._batches = Batches(aims)
        self._given_up = torch.zeros_like(self.fired, dtype=torch.bool)

    @property
    def moved(self) -> torch.Tensor:
        """Per picture whether the network itself, no redirected ReLU, has passed it a gradient: bool [N]."""
        return self.fired > 0

    def step(self) -> None:
        """Move every picture once.

        Raises:
            Cancelled: The token was set; looked at before every leaf module and on the way back.
            InspectorError: Memory does not suffice for one picture.
        """
        step = len(self.course)
        draws = [self.scene.view.draw(self.scene.shape, step, g) for g in self.generators]
        allowed = (self.fired < _STEPS_ON_ITS_OWN) & (step < _HELPED_STEPS)
        answer = self._answer(draws, allowed)
        self.course.append(answer.values)
        if (self.fired < _STEPS_ON_ITS_OWN).any():
            self.fired += answer.gradient.flatten(1).any(1) & ~answer.helped
            self.fired.clamp_max_(_STEPS_ON_ITS_OWN)
        self.optimiser.step(self.coefficients, -answer.gradient)
        self.coefficients.mul_(1 - self.optimiser.rate * self._decay)
        if self.salience is not None and answer.salience is not None:
            self.salience += answer.salience

    def finish(self) -> None:
        """Leave mid grey what the network never answered to: it would be shown as if it were a result."""
        self._given_up = ~self.moved

    def images(self) -> torch.Tensor:
        """The pictures as they are, RGB in (0,1), [N,3,H,W]."""
        with torch.no_grad():
            pictures = self.form.picture(self.coefficients)
        return pictures.masked_fill(self._given_up.view(-1, 1, 1, 1), 0.5)

    def values(self) -> torch.Tensor:
        """The objectives [N] on the pictures as they are, untransformed."""
        images = self.images()
        while True:
            try:
                with torch.set_grad_enabled(self.scene.needs_gradient):
                    return torch.cat([self._clean(images, part) for part in self._batches.parts()])
            except Exception as error:
                self._make_room(error)

    def _clean(self, images: torch.Tensor, part: list[int]) -> torch.Tensor:
        score = self.scene.score(part)
        shown = images[part].requires_grad_(self.scene.needs_gradient)
        return score(self.scene.feed(shown, score.nodes)).detach().cpu()

    def _answer(self, draws: Sequence[Draw], allowed: torch.Tensor) -> Answer:
        """The objectives and gradients of all pictures, in smaller batches where memory is short."""
        while True:
            try:
                parts = self._batches.parts()
                return Answer.joined([self._part(part, draws, allowed) for part in parts])
            except Exception as error:
                self._make_room(error)

    def _part(self, part: list[int], draws: Sequence[Draw], allowed: torch.Tensor) -> Answer:
        whole = len(part) == len(self.aims)
        return differentiate(
            self.scene,
            self.form,
            Ask(
                self.coefficients if whole else self.coefficients[part],
                part,
                [draws[index] for index in part],
                allowed if whole else allowed[part],
                self.salience is not None,
            ),
        )

    def _make_room(self, error: Exception) -> None:
        if not is_out_of_memory(error):
            raise error
        self._batches.halve()
        self.note = say("Memory is short: {size} at a time", size=self._batches.size)
