"""A second network of the same weights: modules of its own that share every tensor."""

from __future__ import annotations

import copy
from typing import Any

from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.saying import say


def twin(network: Network) -> Network:
    """A network of copied modules that hold the same parameters and buffers, not copies of them.

    Its nodes are the original's, its places its own. What its modules keep from one forward pass to the next
    is its own too, so both may run at the same time.

    Raises:
        InspectorError: The modules do not let themselves be copied.
    """
    module = network.module
    shared: dict[int, Any] = {id(t): t for t in [*module.parameters(), *module.buffers()]}
    nodes = network.nodes  # lays the weights out, so it goes first
    try:
        copied = copy.deepcopy(module, shared)
    except Exception as error:  # whatever a user's module raises
        raise InspectorError(
            say("The modules of {name} do not let themselves be copied.", name=network.name)
        ) from error
    made = copy.copy(network)
    for name in ("places", "fingerprint"):
        made.__dict__.pop(name, None)
    made.module = copied
    made.__dict__["nodes"] = nodes
    return made
