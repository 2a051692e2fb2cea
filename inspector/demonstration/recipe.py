"""Every number that the training of the demonstration network depends on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """How the network is trained; written into its card.

    Attributes:
        pictures: size of the training set.
        epochs: passes over it.
        seed: of the weights, the order and the training pictures; `seed + 1` names the held-out pictures and
            `seed + 2` the samples.
        threads: torch's threads; another number may change the last digits of the weights.
        held_out: number of pictures for the accuracy.
        batch: pictures per step.
        learning_rate: the peak of the one-cycle schedule (SGD with Nesterov momentum).
        momentum: of SGD.
        weight_decay: of the convolutions and the linear head.
        first_layer_decay: of conv1: strong, so that what the pictures do not ask for fades from its kernels.
        first_layer_start: factor on conv1's random start: small, so that what is learnt outweighs it.
        first_layer_mean_decay: extra decay of the spatial mean of each colour in conv1's kernels. Most of a
            picture's energy lies at the lowest frequencies, and without this a third of the kernels end as
            plain colours; with it they become edges, bars and colour contrasts.
        label_smoothing: of the cross entropy.
        grey: share of the training pictures shown without colour, so that lightness alone suffices too.
    """

    pictures: int = 24_000
    epochs: int = 6
    seed: int = 7
    threads: int = 2
    held_out: int = 4_000
    batch: int = 64
    learning_rate: float = 0.1
    momentum: float = 0.9
    weight_decay: float = 5e-4
    first_layer_decay: float = 1e-2
    first_layer_start: float = 0.1
    first_layer_mean_decay: float = 2.0
    label_smoothing: float = 0.05
    grey: float = 0.25

    @property
    def held_out_seed(self) -> int:
        """The seed of the pictures that the accuracy is measured on."""
        return self.seed + 1

    @property
    def sample_seed(self) -> int:
        """The seed of the sample pictures."""
        return self.seed + 2
