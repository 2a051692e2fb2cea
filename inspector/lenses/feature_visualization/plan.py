"""From a location and texts to pictures: one aim each, its objective said in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from inspector.lenses.feature_visualization.objectives import (
    Diversity,
    Interpolate,
    Logit,
    Neuron,
    Objective,
    Strip,
    Term,
    parse,
)
from inspector.lenses.feature_visualization.objectives.sums import Position
from inspector.lenses.feature_visualization.output import logit_node, with_class_numbers
from inspector.lenses.feature_visualization.parameters import FeatureParameters
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.saying import say


@dataclass(frozen=True)
class Aim:
    """What one picture is to drive.

    Attributes:
        objective: The objective, with the units and classes that it speaks of.
        text: The objective as it was asked for, which tells the pictures of one location apart.
        location: Where it is asked.
        seed: What beside the seed decides about the start and the movements of the picture.
        group: The number of the group of pictures that are to differ from each other, or None.
    """

    objective: Objective
    text: str
    location: Location
    seed: str
    group: int | None = None

    @property
    def sign(self) -> float:
        """-1 for a lone negative term, whose value is told as it is: "-channel" makes the channel small."""
        terms = self.objective.terms
        return -1.0 if len(terms) == 1 and terms[0][0] < 0 else 1.0

    @property
    def terms(self) -> tuple[tuple[float, Term], ...]:
        """The weighted terms whose sum is the value told."""
        return tuple((weight * self.sign, term) for weight, term in self.objective.terms)


def plan(network: Network, location: Location, parameters: FeatureParameters) -> list[Aim]:
    """One aim per picture, in order: every objective of the first unit, then of the next.

    Raises:
        AddressError: Node, unit or position are not in the network.
        InspectorError: No unit is named where one is needed, or an objective is unknown.
    """
    objectives = [parse(text) for text in parameters.objectives]
    units: tuple[int | None, ...] = parameters.units or (location.unit,)
    node = network.check(location) if location.node is not None else None
    for number in parameters.units:
        network.check(location.at(location.node, number))
    aims: list[Aim] = []
    for unit in units:
        for objective in objectives:
            if objective.is_relative and unit is None:
                what = (
                    say("it has no units")
                    if node is not None and not node.units
                    else say("name one of its units")
                )
                raise InspectorError(
                    say("{location} cannot be visualized: {what}.", location=location, what=what)
                )
            place = replace(location, unit=unit) if unit is not None else location
            aims += _aims(network, node, place, objective, group=len(aims))
    return aims


def _aims(
    network: Network, node: Node | None, place: Location, asked: Objective | Strip, group: int
) -> Iterator[Aim]:
    said = asked.at(place.unit, place.position)
    if isinstance(said, Objective):
        objective = _checked(network, node, place, said)
        yield Aim(objective, str(asked), _address(network, place, objective, asked), _key(objective))
        return
    assert isinstance(asked, Interpolate | Diversity)
    for index, (part, text) in enumerate(zip(said.parts, asked.parts, strict=True)):
        objective = _checked(network, node, place, part)
        address = _address(network, place, objective, text)
        if isinstance(said, Interpolate):  # one start for all, so that neighbours are alike
            yield Aim(objective, str(text), address, str(said))
        else:
            seed = _key(objective) + (f"#{index + 1}" if index else "")
            yield Aim(objective, say("{asked} #{index}", asked=asked, index=index + 1), address, seed, group)


def _checked(network: Network, node: Node | None, place: Location, objective: Objective) -> Objective:
    """The objective with numbers of classes for labels, after a look that all it names is there."""
    objective = with_class_numbers(network, objective)
    for _, term in objective.terms:
        if isinstance(term, Logit):
            continue
        if node is None:
            raise InspectorError(
                say("“{objective}” is asked of a node; {place} names none.", objective=objective, place=place)
            )
        if not node.units:  # nor has its value a row for each picture of a batch
            raise InspectorError(say("{place} cannot be visualized: it has no units.", place=place))
        for unit in term.units:
            network.check(place.at(node.name, unit))
        _check_position(node, place, getattr(term, "position", None))
    return objective


def _check_position(node: Node, place: Location, position: Position | None) -> None:
    shape = node.map_shape
    if position is None or (len(shape) == 1 and len(position) == 2):  # a place in the picture, of tokens
        return
    if len(position) != len(shape) or not all(p < n for p, n in zip(position, shape, strict=True)):
        size = " x ".join(map(str, shape)) or "one number"
        where = ",".join(map(str, position))
        raise InspectorError(
            say(
                "@{where} lies outside the map of {network}/{name}, {size}.",
                where=where,
                network=place.network,
                name=node.name,
                size=size,
            )
        )


def _key(objective: Objective) -> str:
    """What the seed is mixed with: the unit, where it is about one, so that its pictures begin alike."""
    units = {unit for _, term in objective.terms for unit in term.units}
    alone = len(units) == 1 and all(len(term.units) == 1 for _, term in objective.terms)
    return str(units.pop()) if alone else str(objective)


def _address(network: Network, place: Location, objective: Objective, asked: Objective | Strip) -> Location:
    """Where a picture belongs: to the unit or neuron it is about, else to the node or the network."""
    if len(objective.terms) == 1:
        term = objective.terms[0][1]
        if isinstance(term, Logit) and isinstance(term.target, int):
            return place.at(logit_node(network).name, term.target)
        if len(term.units) == 1:
            position = term.position if isinstance(term, Neuron) else None
            pair = (position[0], position[1]) if position is not None and len(position) == 2 else None
            return replace(place, unit=term.units[0], position=pair)
    return place if asked.is_relative else place.at(place.node)
