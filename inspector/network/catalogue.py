"""The architectures that open by name: the demonstration network and torchvision's classifiers."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from torch import nn

from inspector import paths
from inspector.network import families
from inspector.network.card import read_card
from inspector.network.errors import OpenError
from inspector.network.fitting import Builder
from inspector.network.preprocessing import Preprocessing

DEMO = "demo"
# Of torchvision's builders: these would download, print, or give outputs of training only.
_OURS = frozenset(
    {"weights", "weights_backbone", "pretrained", "pretrained_backbone", "progress", "aux_logits"}
)


@dataclass(frozen=True)
class Entry:
    """An architecture that opens by name.

    Attributes:
        name: Its name in the catalogue.
        title: Its name for a person.
        source: One sentence on where it comes from.
        preprocessing: What its published weights expect.
        labels: The classes of its published weights.
        card: The JSON of the weights that are shipped with the program, or None.
    """

    name: str
    title: str
    source: str
    preprocessing: Preprocessing
    labels: tuple[str, ...] = field(repr=False)
    builder: Builder = field(repr=False)
    card: Path | None = None

    @property
    def input_size(self) -> tuple[int, int, int]:
        """Channels, height and width of its input."""
        return (self.preprocessing.depth, *self.preprocessing.crop)

    def build(self, **arguments: Any) -> nn.Module:
        """The module, with fresh weights."""
        return self.builder(**arguments)


@cache
def catalogue() -> Mapping[str, Entry]:
    """All architectures by name, the demonstration network first; imports torchvision.

    Raises:
        OpenError: The installation is damaged.
    """
    from torchvision import models

    names = models.list_models(module=models)
    return MappingProxyType({DEMO: demo_entry(), **{name: _torchvision_entry(name) for name in names}})


def entry(name: str) -> Entry:
    """The architecture of that name.

    Raises:
        OpenError: There is none; the text suggests near ones.
    """
    if name == DEMO:
        return demo_entry()  # without torchvision, whose import costs seconds
    if name in catalogue():
        return catalogue()[name]
    near = difflib.get_close_matches(name.lower(), list(catalogue()), n=3, cutoff=0.5)
    hint = (
        f"did you mean {' or '.join(near)}?" if near else "“neuron-inspector networks” lists what there is."
    )
    raise OpenError(f"There is no architecture “{name}”; {hint}")


@cache
def demo_entry() -> Entry:
    """The demonstration network's entry, from its card.

    Raises:
        OpenError: The installation is damaged.
    """
    from inspector.network import demo_network

    try:
        card = read_card(paths.resources() / "demo" / "demo.json")
    except FileNotFoundError as error:
        raise OpenError(str(error)) from error
    return Entry(
        name=DEMO,
        title=str(card.about.get("title", "Demonstration network")),
        source=str(card.about.get("source", "")),
        preprocessing=card.preprocessing or Preprocessing(),
        labels=card.labels,
        builder=demo_network.build,
        card=card.path,
    )


def _torchvision_entry(name: str) -> Entry:
    from torchvision import models

    weights = models.get_model_weights(name).DEFAULT
    preset = weights.transforms()
    return Entry(
        name=name,
        title=families.title(name),
        source=families.source(name),
        preprocessing=Preprocessing(
            crop=(preset.crop_size[0], preset.crop_size[-1]),
            resize=preset.resize_size[0],
            mean=tuple(preset.mean),
            std=tuple(preset.std),
        ),
        labels=tuple(weights.meta["categories"]),
        builder=partial(_torchvision_module, name),
    )


def _torchvision_module(name: str, **arguments: Any) -> nn.Module:
    from torchvision import models

    if refused := sorted(_OURS & arguments.keys()):
        raise OpenError(f"{name}: the argument “{refused[0]}” cannot be set here.")
    if name in ("googlenet", "inception_v3"):
        # Their own initialisation takes half a minute; the auxiliary heads serve training only.
        arguments = {"aux_logits": False, "init_weights": False, **arguments}
    module: nn.Module = models.get_model(name, weights=None, **arguments)
    return module
