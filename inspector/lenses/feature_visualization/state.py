"""Writing down where an ascent stands, and going on from there."""

from __future__ import annotations

import hashlib

import torch

from inspector.lenses.feature_visualization.ascent import Ascent
from inspector.lenses.feature_visualization.checkpoint import Checkpoint
from inspector.network.errors import InspectorError
from inspector.network.network import Network


def checkpoint_of(ascent: Ascent, network: Network, seconds: float) -> Checkpoint:
    """Everything that the next step of an ascent depends on."""
    return Checkpoint(
        about=_about(ascent, network),
        step=len(ascent.course),
        coefficients=ascent.coefficients.cpu().numpy().copy(),
        moments=tuple(moment.cpu().numpy().copy() for moment in ascent.optimiser.moments),
        fired=ascent.fired.cpu().numpy().copy(),
        generators=torch.stack([generator.get_state() for generator in ascent.generators]).numpy(),
        course=torch.stack(ascent.course, dim=1).contiguous().numpy(),
        salience=ascent.salience.cpu().numpy().copy() if ascent.salience is not None else None,
        seconds=seconds,
    )


def go_on(ascent: Ascent, network: Network, checkpoint: Checkpoint) -> None:
    """Bring an ascent that has not begun to where another stopped.

    Raises:
        InspectorError: It was another's: of another network, of other objectives, of another size or form.
    """
    if checkpoint.about != _about(ascent, network):
        raise InspectorError(
            "These pictures cannot go on from there: they were others, "
            "of another network, objective, size, seed or kind."
        )

    def loaded(array: object) -> torch.Tensor:
        return torch.tensor(array, device=network.device)

    ascent.coefficients = loaded(checkpoint.coefficients)
    ascent.optimiser.go_on(checkpoint.step, tuple(loaded(moment) for moment in checkpoint.moments))
    ascent.fired = loaded(checkpoint.fired)
    ascent.course = list(torch.from_numpy(checkpoint.course.copy()).unbind(1))
    for generator, state in zip(ascent.generators, checkpoint.generators, strict=True):
        generator.set_state(torch.from_numpy(state.copy()))
    if checkpoint.salience is not None:
        ascent.salience = loaded(checkpoint.salience)


def _about(ascent: Ascent, network: Network) -> str:
    parameters = ascent.scene.parameters
    parts = [
        network.fingerprint,
        *(f"{aim.objective}|{aim.seed}|{aim.location.node}|{aim.group}" for aim in ascent.aims),
        *(picture.digest for picture in parameters.pictures),
        parameters.parameterization,
        parameters.optimiser,
        str(parameters.seed),
        str(ascent.scene.shape),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
