"""A network ready to look into."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from torch import nn

from inspector.network.device import Compute, current
from inspector.network.errors import AddressError, InputError
from inspector.network.graph import Node
from inspector.network.layout import trace_laid_out
from inspector.network.limits import limits
from inspector.network.location import Location
from inspector.network.lowering import lower
from inspector.network.preprocessing import Preprocessing
from inspector.network.walk import Place, places_in
from inspector.saying import counted, say


class Network:
    """A module in eval mode with everything needed to show it pictures and name its parts.

    Attributes:
        name: How it is called in addresses.
        module: The module, in eval mode, its weights frozen.
        preprocessing: From pictures to its input.
        labels: Names of the classes, in order; may be empty.
        outputs: How many numbers it answers per picture, as far as that is known.
        architecture: Name of the architecture in the catalogue, or the module's class.
        trained: False where the weights are random; to be said wherever the network is shown.
        source: The weights file, or None.
        limits: Sentences on what cannot be had of it; looked for in networks that are not of the catalogue.
        card: What is known beside: title, description, accuracy, licence, training.
        precision: In which its convolutions and linear layers compute.
        memory_format: How its weights lie in memory, and best its maps, once its nodes are known.
    """

    def __init__(
        self,
        module: nn.Module,
        *,
        name: str,
        preprocessing: Preprocessing | None = None,
        labels: tuple[str, ...] = (),
        architecture: str | None = None,
        trained: bool = True,
        source: Path | None = None,
        card: Mapping[str, Any] | None = None,
    ) -> None:
        self.name = name
        # Pictures come as float32, and half precision on a processor is slow where it runs at all.
        self.module = module.eval().float().requires_grad_(False)
        self.precision = "float32"
        if current() != Compute():
            self.compute_as(current())
        self.preprocessing = preprocessing or Preprocessing()
        self.labels = labels
        self.outputs = len(labels)
        self.architecture = architecture or type(module).__name__
        self.trained = trained
        self.source = source
        self.card = dict(card or {})
        self.limits: tuple[str, ...] = ()
        self.memory_format = torch.contiguous_format

    @property
    def input_shape(self) -> tuple[int, int, int]:
        """Channels, height and width of one input."""
        return (self.preprocessing.depth, *self.preprocessing.crop)

    @property
    def device(self) -> torch.device:
        """Where the weights are; the CPU for a module without any."""
        first = next(self.module.parameters(), None)
        return first.device if first is not None else torch.device("cpu")

    @property
    def compute(self) -> str:
        """Where and how it computes, to be written down with what came of it: "cpu, float32"."""
        return str(Compute(self.device.type, self.precision))

    def compute_as(self, wish: Compute) -> None:
        """Let it compute so from now on; it keeps float32 where none of its layers is torch's own."""
        self.module.to(wish.device)
        self.precision = wish.precision if lower(self.module, wish.precision) else "float32"

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """All nodes by name, in order of execution; made by forward passes of a mid-grey picture.

        Lays the weights out for speed first, see `inspector.network.layout`.

        Raises:
            OpenError: The forward pass fails at this input shape.
        """
        example = self.example()
        try:
            nodes, self.memory_format = trace_laid_out(self.module, example)
            return nodes
        except Exception as error:
            shape = " x ".join(map(str, self.input_shape if self.reads == "pictures" else example.shape))
            raise InputError(
                say(
                    "{name}: the network does not run on an input of {shape}: {first_line}.",
                    name=self.name,
                    shape=shape,
                    first_line=_first_line(error),
                )
            ) from error

    @property
    def reads(self) -> str:
        """What its input is: "pictures", or "words" as tokens (the module says so)."""
        return str(getattr(self.module, "reads", "pictures"))

    def find_limits(self) -> None:
        """Try what can be had of it, and fill `limits`."""
        self.limits = limits(self, self.example())

    def example(self) -> torch.Tensor:
        """A mid-grey picture [1,C,H,W], or the module's own example where it reads no pictures."""
        own = getattr(self.module, "example_input", None)
        if isinstance(own, torch.Tensor):
            return own.to(self.device)
        grey = torch.full((1, 3, *self.preprocessing.crop), 0.5, device=self.device)
        return self.preprocessing.normalise(grey)

    @property
    def counts(self) -> dict[str, int]:
        """How many nodes, units (of nodes that hold no others) and learned numbers it has."""
        return {
            "nodes": len(self.nodes),
            "units": sum(node.units for node in self.nodes.values() if not node.container),
            "parameters": sum(weights.numel() for weights in self.module.parameters()),
        }

    @cached_property
    def places(self) -> Mapping[int, Place]:
        """What a walk needs to know of the modules; found once: asking costs a tenth of a small pass."""
        return places_in(self.module)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the architecture's node names and every weight: the network's identity."""
        digest = hashlib.sha256(self.architecture.encode())
        for key, value in self.module.state_dict().items():
            if isinstance(value, torch.Tensor):
                digest.update(f"{key}{tuple(value.shape)}{value.dtype}".encode())
                digest.update(value.detach().cpu().contiguous().flatten().view(torch.uint8).numpy().data)
        return digest.hexdigest()

    def node(self, name: str | None) -> Node:
        """The node of that name.

        Raises:
            AddressError: There is none; the text suggests near ones.
        """
        if name is not None and name in self.nodes:
            return self.nodes[name]
        near = difflib.get_close_matches(name or "", list(self.nodes), n=3, cutoff=0.4)
        hint = say(" Did you mean {near}?", near=" or ".join(near)) if near else ""
        raise AddressError(
            say("{name} has no node “{node}”.{hint}", name=self.name, node=name or "", hint=hint)
        )

    def check(self, location: Location) -> Node:
        """The location's node, after a look that its unit and position are there.

        Raises:
            AddressError: Node, unit or position are not in the network.
        """
        node = self.node(location.node)
        if location.unit is not None and location.unit >= node.units:
            there = counted(
                "{count} unit, {last}; {unit} is none",
                "{count} units, 0 to {last}; {unit} is none",
                count=node.units,
                last=node.units - 1,
                unit=location.unit,
            )
            raise AddressError(
                say(
                    "{name}/{node_name} has {there}.",
                    name=self.name,
                    node_name=node.name,
                    there=there if node.units else say("no units"),
                )
            )
        if location.position is not None and not (
            len(node.map_shape) == 2
            and all(i < n for i, n in zip(location.position, node.map_shape, strict=True))
        ):
            raise AddressError(
                say(
                    "{location} lies outside the node's map of {map}.",
                    location=location,
                    map=" x ".join(map(str, node.map_shape)) or say("one number"),
                )
            )
        return node

    def label(self, index: int) -> str:
        """The name of class `index`, or a plain "class 3" where none is known."""
        return self.labels[index] if index < len(self.labels) else say("class {index}", index=index)


def _first_line(error: Exception) -> str:
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0].rstrip(".")
