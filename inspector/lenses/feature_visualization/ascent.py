"""The state of a batch of growing pictures, and one step of it.

Tried on SqueezeNet at 128 px and 256 steps, by eye: shrinking the coefficients (weight decay of 0.1 to
0.3) gives the most natural pictures and costs nothing. What did not pay: a smaller or linearly falling step
size (0.02: still glaring, fewer details; 0.02 falling: faint), a decay of 1 (faint), transforms of double
strength (glaring, more copies of the feature in one picture). What pays most is told in `adam`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import torch

from inspector.lenses.feature_visualization import FeatureParameters
from inspector.lenses.feature_visualization.adam import Adam
from inspector.lenses.feature_visualization.feed import Feed, picture_shape
from inspector.lenses.feature_visualization.fourier import Fourier
from inspector.lenses.feature_visualization.interrupt import CancelBackward
from inspector.lenses.feature_visualization.objectives import Aim, Score
from inspector.lenses.feature_visualization.redirect import RedirectedReLU
from inspector.lenses.feature_visualization.transforms import Transform
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken

# A picture is helped past silent ReLUs until it has got so many gradients without help,
_STEPS_ON_ITS_OWN = 16
# but no longer than this share of all steps: what never fires by then is dead.
_HELPED_SHARE = 0.5


def picture_seed(seed: int, node: str, unit: int) -> int:
    """The seed of one unit's picture: its own, whatever else is in the batch."""
    digest = hashlib.sha256(f"{seed}/{node}/{unit}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


class Ascent:
    """The pictures under way: one batch at one node, each independent of the others in it.

    Attributes:
        aims: What each picture is to drive.
        course: The objectives' values [N] at each step so far, of the transformed pictures.
    """

    def __init__(
        self,
        network: Network,
        node: str,
        aims: Sequence[Aim],
        parameters: FeatureParameters,
        token: CancelToken,
    ) -> None:
        self.aims = tuple(aims)
        self.course: list[torch.Tensor] = []
        self._fired = torch.zeros(len(aims), dtype=torch.int64, device=network.device)
        seeds = [picture_seed(parameters.seed, node, aim.unit) for aim in aims]
        generators = [torch.Generator().manual_seed(seed) for seed in seeds]
        shape = picture_shape(network.preprocessing.crop, parameters.size)
        self._feed = Feed(network, node, shape, token)
        self._fourier = Fourier(shape, network.device)
        self._coefficients = torch.stack([self._fourier.start(g) for g in generators]).to(network.device)
        self._transform = Transform(parameters.transform, generators)
        self._score = Score(network.node(node), aims)
        self._adam = Adam(parameters.learning_rate)
        self._decay = parameters.decay
        self._token = token
        self._helped_steps = int(parameters.steps * _HELPED_SHARE)

    @property
    def moved(self) -> torch.Tensor:
        """Per picture whether the network itself, no redirected ReLU, has passed it a gradient: bool [N]."""
        return self._fired > 0

    def step(self) -> None:
        """Move every picture once.

        Raises:
            Cancelled: The token was set; looked at before every leaf module and on the way back.
        """
        early = len(self.course) < self._helped_steps
        redirection = RedirectedReLU((self._fired < _STEPS_ON_ITS_OWN) & early)
        values, gradient = self._differentiate(redirection)
        self.course.append(values)
        self._fired += gradient.flatten(1).any(1) & ~redirection.helped
        self._adam.step(self._coefficients, -gradient)
        self._coefficients.mul_(1 - self._adam.rate * self._decay)

    def finish(self) -> None:
        """Leave mid grey what the network never answered to: it would be shown as if it were a result."""
        self._coefficients[~self.moved] = 0

    def images(self) -> torch.Tensor:
        """The pictures as they are, RGB in (0,1), [N,3,H,W]."""
        with torch.no_grad():
            return self._fourier.picture(self._coefficients)

    def values(self) -> torch.Tensor:
        """The objectives [N] on the pictures as they are, untransformed."""
        with torch.no_grad():
            return self._score(self._feed(self.images())).cpu()

    def _differentiate(self, redirection: RedirectedReLU) -> tuple[torch.Tensor, torch.Tensor]:
        """The objectives' values [N] on transformed pictures, and the gradient of what is to grow."""
        coefficients = self._coefficients.detach().requires_grad_()
        with torch.enable_grad(), CancelBackward(self._token), redirection:
            values = self._score(self._feed(self._transform(self._fourier.picture(coefficients))))
            aimed = self._score.aimed(values).sum()
        if not aimed.requires_grad:  # the node does not depend on the picture
            return values.cpu(), torch.zeros_like(self._coefficients)
        (gradient,) = torch.autograd.grad(aimed, coefficients, allow_unused=True, materialize_grads=True)
        return values.detach().cpu(), gradient
