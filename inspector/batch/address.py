"""Which network a piece is about, said so that any process of any machine can open it and knows it again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.network.errors import OpenError
from inspector.probe.edits import Edit, from_json, to_json
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.network import Network


@dataclass(frozen=True)
class NetworkAddress:
    """A network in full.

    Attributes:
        spec: What to open; "" for a module that was handed over in Python, which no other process can open.
        name: How it is called in addresses.
        fingerprint: What its weights must be.
        preprocessing: How it is shown pictures, as JSON.
        trust: Whether code that opening needs may run.
        precision: In which it computes.
        edits: Through which edits it is looked at, as JSON; "" for none.
    """

    spec: str
    name: str
    fingerprint: str
    preprocessing: str
    trust: bool = False
    precision: str = "float32"
    edits: str = ""

    @property
    def shown(self) -> Mapping[str, Any]:
        """How it is shown pictures, as plain values."""
        values: dict[str, Any] = json.loads(self.preprocessing)
        return values


def address_of(
    network: Network, spec: str = "", trust: bool = False, edits: Sequence[Edit] = ()
) -> NetworkAddress:
    """The address of an open network that `spec` opens, and that shows what it does with these edits."""
    shown = json.dumps(network.preprocessing.to_json(), sort_keys=True)
    where = _from_anywhere(spec)
    told = json.dumps([to_json(edit) for edit in edits]) if edits else ""
    return NetworkAddress(where, network.name, network.fingerprint, shown, trust, network.precision, told)


def _from_anywhere(spec: str) -> str:
    """The same spec with its file named in full, for processes in other folders."""
    name, equals, rest = spec.partition("=")
    file, colon, builder = rest.partition(":") if equals else spec.partition(":")
    if ("/" in spec or Path(spec).suffix) and Path(spec).exists():
        return str(Path(spec).absolute())
    path, at, size = file.partition("@")
    if not Path(path).is_absolute() and Path(path).is_file() and ("/" in path or Path(path).suffix):
        file = f"{Path(path).absolute()}{at}{size}"
    return f"{name}{equals}{file}{colon}{builder}" if equals else f"{file}{colon}{builder}"


def opened(address: NetworkAddress, spec: str = "") -> Network:
    """The network of an address; `spec` where the weights lie elsewhere on this machine.

    Raises:
        OpenError: It cannot be opened here, or its weights are others.
        InspectorError: The edits do not fit it.
    """
    from inspector.network.device import Compute, choose, current, wished
    from inspector.network.opening import open_network, with_preprocessing

    chosen = spec or address.spec
    if not chosen:
        raise OpenError(
            say(
                "{name} was made in Python: save it to a file, so that others can open it.", name=address.name
            )
        )
    # A process of its own has not been told yet.
    before = wished() if current() == Compute() else current()
    choose(replace(before, precision=address.precision))
    network = open_network(chosen, name=address.name, trust=address.trust)
    if network.preprocessing.to_json() != address.shown:
        network = with_preprocessing(network, dict(address.shown))
    network = _edited(network, address)
    if network.fingerprint != address.fingerprint:
        raise OpenError(
            say("{chosen} has other weights here than where the work was planned.", chosen=chosen)
        )
    if network.precision != address.precision:
        raise OpenError(
            say(
                "{chosen} computes in {precision} here, and not in {address_precision}.",
                chosen=chosen,
                precision=network.precision,
                address_precision=address.precision,
            )
        )
    return network


def _edited(network: Network, address: NetworkAddress) -> Network:
    if not address.edits:
        return network
    from inspector.probe.edited import edited

    return edited(network, [from_json(one) for one in json.loads(address.edits)])
