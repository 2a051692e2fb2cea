"""What a scan is to do, settled before it begins: everything that its numbers depend on. Free of torch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from inspector.lenses.examples.spectrum_size import SLOTS
from inspector.network.errors import InspectorError
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.lenses.examples import ExamplesParameters
    from inspector.network.graph import Node
    from inspector.network.network import Network
    from inspector.pictures.sources import PictureSet

VERSION = 4
# What became of each picture of a set.
WAITING, COUNTED, SKIPPED, DUPLICATE = range(4)
# Places of all pictures together that make a histogram fine enough, and the fewest of one picture.
_ENOUGH_PLACES, _FEWEST_PLACES = 100_000, 3
_CLASS_BYTES, _PAIR_BYTES, _MOST_PAIRED = 64 << 20, 128 << 20, 2048


@dataclass(frozen=True)
class Plan:
    """Everything that the numbers of a scan depend on; two scans of one plan can be merged.

    Attributes:
        network: The network's fingerprint.
        preprocessing: How it is shown pictures, as JSON.
        pictures: The set's fingerprint.
        total: How many pictures the set has.
        classes: How many classes it has.
        nodes: The nodes to scan, in order of execution.
        top: How many pictures are kept at either end.
        batch_size: Pictures that are taken at once; a processor passes fewer of them at a time.
        positions: Places looked at in each picture where the map is larger; 0 for all.
        quilt: Places kept of each range of values.
        unique: Whether equal pictures are counted once.
        spectrum: Whether histograms, quilt, variances and correlations are made.
        classes_by_value: Whether classes are counted by range of values; there may be too many.
        paired: Nodes whose units' correlations are made.
        version: Of this program's scans.
        precision: In which the network computed.
    """

    network: str
    preprocessing: str
    pictures: str
    total: int
    classes: int
    nodes: tuple[str, ...]
    top: int
    batch_size: int
    positions: int
    quilt: int
    unique: bool
    spectrum: bool
    classes_by_value: bool
    paired: tuple[str, ...]
    version: int = VERSION
    precision: str = "float32"

    @property
    def key(self) -> str:
        """32 hexadecimal digits that tell this plan from every other."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:32]

    def to_json(self) -> str:
        """The plan as text."""
        values = asdict(self)
        if self.precision == "float32":  # scans made before there was a choice keep their keys
            del values["precision"]
        return json.dumps(values, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Plan:
        """The inverse of `to_json`.

        Raises:
            InspectorError: Another version of the program wrote it.
        """
        values: dict[str, Any] = json.loads(text)
        try:
            plan = cls(**values)
        except TypeError as error:
            raise InspectorError(
                say("The scan was written by another version of the program: {error}.", error=error)
            ) from error
        if plan.version != VERSION:
            raise InspectorError("The scan was written by another version of the program: scan again.")
        return replace(plan, nodes=tuple(plan.nodes), paired=tuple(plan.paired))

    def batches(self, part: tuple[int, int]) -> list[range]:
        """The numbers of each batch of a part (from 1, of how many): every so manieth batch of the whole."""
        number, parts = part
        starts = range((number - 1) * self.batch_size, self.total, parts * self.batch_size)
        return [range(start, min(start + self.batch_size, self.total)) for start in starts]


def own_part(numbers: Iterable[int], batch_size: int, part: tuple[int, int]) -> tuple[int, ...]:
    """Those of some pictures' numbers that are in a part (from 1, of how many)."""
    number, parts = part
    return tuple(n for n in numbers if n // batch_size % parts + 1 == number)


def make_plan(
    network: Network, nodes: Sequence[Node], pictures: PictureSet, parameters: ExamplesParameters
) -> Plan:
    """The plan of a scan of these nodes with these parameters.

    Raises:
        InspectorError: A number among the parameters does not fit.
    """
    for name in ("top", "batch_size", "quilt"):
        if getattr(parameters, name) < 1:
            raise InspectorError(say("A scan's {name} must be 1 or more.", name=name.replace("_", " ")))
    classes = len(pictures.classes)
    units = sum(node.units for node in nodes)
    by_value = parameters.spectrum and 0 < units * SLOTS * classes * 4 <= _CLASS_BYTES
    return Plan(
        network=network.fingerprint,
        preprocessing=json.dumps(network.preprocessing.to_json(), sort_keys=True),
        pictures=pictures.fingerprint,
        total=len(pictures),
        classes=classes,
        nodes=tuple(node.name for node in nodes),
        top=parameters.top,
        batch_size=parameters.batch_size,
        positions=_positions(parameters, len(pictures)),
        quilt=parameters.quilt,
        unique=parameters.unique,
        spectrum=parameters.spectrum,
        classes_by_value=by_value,
        paired=_paired(network.nodes, nodes) if parameters.spectrum else (),
        precision=network.precision,
    )


def _positions(parameters: ExamplesParameters, total: int) -> int:
    """As asked; else so many that all pictures together give enough."""
    if parameters.positions is not None:
        return max(parameters.positions, 0)
    return max(_FEWEST_PLACES, -(-_ENOUGH_PLACES // total))


def _paired(order: Mapping[str, Node], nodes: Sequence[Node]) -> tuple[str, ...]:
    """The nodes that have room for the products of all pairs, the smallest first served."""
    room, chosen = _PAIR_BYTES, set()
    for node in sorted(nodes, key=lambda node: node.units):
        room -= 8 * node.units**2
        if room < 0 or node.units > _MOST_PAIRED:
            break
        chosen.add(node.name)
    return tuple(name for name in order if name in chosen)
