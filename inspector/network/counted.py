"""How many nodes, units and parameters the catalogue's networks have: counted once, shipped as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from inspector import paths


@cache
def counted() -> Mapping[str, Mapping[str, int]]:
    """By name, "nodes", "units" and "parameters" at the network's own input size; empty where not counted.

    Written by `python -m tests.networks_matrix --facts resources/catalogue.json`; optional libraries of
    another version may build a few nodes more or less.
    """
    try:
        found: Mapping[str, Mapping[str, int]] = json.loads(
            (paths.resources() / "catalogue.json").read_text(encoding="utf-8")
        )
    except (OSError, ValueError):
        return {}
    return found
