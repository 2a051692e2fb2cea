"""The command `compare`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np

from inspector.cli.opening import opened
from inspector.cli.output import finish, print_json, print_line, print_table
from inspector.lenses.comparison import Comparison, Matching
from inspector.lenses.comparison.measures import matched
from inspector.lenses.comparison.responses import compare as compared
from inspector.lenses.comparison.responses import of_set
from inspector.lenses.comparison.tables import MATCHES, cka_rows, document, match_rows, write_csv
from inspector.network.errors import InspectorError
from inspector.pictures.sources import open_set


def compare(arguments: Namespace) -> None:
    """CKA of two networks' nodes, or the matching units of one node."""
    first = opened(arguments.network, arguments.trust, arguments.edits)
    second = opened(arguments.other, arguments.trust)
    if second.name == first.name:
        second.name = f"{first.name}-2"
    pictures = open_set(arguments.pictures)
    shown = of_set(pictures, arguments.most)
    found: Comparison = finish(
        lambda token: compared(first, second, shown, token, reading=arguments.reading, title=pictures.title),
        f"{first.name} and {second.name}",
    )
    matching = _matching(found, arguments.node, arguments.other_node)
    if arguments.json:
        print_json(document(found, matching))
    elif matching is not None:
        _print_matching(found, matching, arguments.top)
    else:
        _print_nodes(found)
    if arguments.out is not None:
        _write(arguments.out, found, matching)


def _matching(found: Comparison, node: str | None, other: str | None) -> Matching | None:
    if node is None:
        if other is not None:
            raise InspectorError("--other-node needs --node: the node whose units are paired with it.")
        return None
    for name, side in ((node, found.first), (other, found.second)):
        if name is not None and name not in side.values:
            raise InspectorError(
                f"{side.network} has no node “{name}” that is compared (containers are not)."
            )
    return matched(found, node, other or "")


def _print_matching(found: Comparison, matching: Matching, top: int) -> None:
    mean = np.nanmean(matching.correlations) if np.isfinite(matching.correlations).any() else float("nan")
    print_line(
        f"{found.first.network}/{matching.node} with {found.second.network}/{matching.other} · "
        f"{len(found.pictures)} pictures · mean correlation {mean:.3f}"
    )
    rows = sorted(match_rows(found, matching), key=lambda row: -1.0 if row[2] == "" else row[2], reverse=True)
    print_table([[_cell(cell) for cell in row] for row in rows[:top]], MATCHES)


def _print_nodes(found: Comparison) -> None:
    rows = []
    for name, row in zip(found.first.nodes, found.cka, strict=True):
        best = int(np.nan_to_num(row, nan=-1.0).argmax())
        same = found.second.nodes.index(name) if name in found.second.values else -1
        rows.append(
            (name, _cell(float(row[same])) if same >= 0 else "–", found.second.nodes[best], float(row[best]))
        )
    print_line(
        f"{found.first.network} and {found.second.network} · {len(found.pictures)} pictures · linear CKA"
    )
    print_table(rows, ("node", "same node", "most alike", "CKA"))


def _cell(value: Any) -> Any:
    return "–" if value == "" else f"{value:.3f}" if isinstance(value, float) else value


def _write(path: Path, found: Comparison, matching: Matching | None) -> None:
    if matching is None:
        write_csv(path, cka_rows(found))
    else:
        write_csv(path, [MATCHES, *match_rows(found, matching)])
