"""Which architecture of the catalogue a state dict is of, from its names and shapes."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import torch

from inspector.network.catalogue import DEMO, catalogue
from inspector.network.entry import Entry
from inspector.network.renaming import State, renamed

logger = logging.getLogger(__name__)

_TRIED = 6
_ENOUGH = 0.9


def suggested(state: State) -> str | None:
    """The name of the architecture that the weights fit best, or None where none fits nearly.

    Builds the few candidates of about the same number of parameters, without memory for their weights.
    """
    scored = [(_score(state, entry), entry.name) for entry in _candidates(state)]
    best = max(scored, default=(0.0, ""), key=lambda item: item[0])
    return best[1] if best[0] >= _ENOUGH else None


def _candidates(state: State) -> Iterator[Entry]:
    size = sum(value.numel() for value in state.values() if value.is_floating_point())
    known = [entry for name, entry in catalogue().items() if name != DEMO]
    near = [entry for entry in known if entry.parameters is not None]
    near.sort(key=lambda entry: abs((entry.parameters or 0) - size))
    yield from near[:_TRIED]
    yield from (entry for entry in known if entry.parameters is None and not entry.extra)


def _score(state: State, entry: Entry) -> float:
    """How much of the architecture the weights give, and how much of the weights it takes: 0 to 1."""
    try:
        with torch.device("meta"):
            own = entry.build().state_dict()
        light = {key: value.to("meta") for key, value in state.items()}
        found, _ = renamed(light, own)
    except Exception:
        logger.debug("%s cannot be compared", entry.name, exc_info=True)
        return 0.0
    same = sum(key in found and found[key].shape == value.shape for key, value in own.items())
    return float(min(same / len(own), same / len(found)))
