"""The command that looks at a unit's tuning: `tune`."""

from __future__ import annotations

from argparse import Namespace
from itertools import product
from pathlib import Path

import numpy as np

from inspector.cli.families import open_families
from inspector.cli.opening import located, opened
from inspector.cli.output import look, print_json, print_line, print_table
from inspector.cli.values import AxisRange
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.document import document as tuning_document
from inspector.lenses.tuning.document import noise
from inspector.lenses.tuning.export import write as write_tuning
from inspector.lenses.tuning.export import write_table
from inspector.lenses.tuning.search import parse
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.picture import Picture
from inspector.stimuli.axes import Axis
from inspector.stimuli.family import family


def tune(arguments: Namespace) -> None:
    """Measure a unit's tuning curve."""
    open_families(arguments.family_file, arguments.trust)
    network = opened(arguments.network, arguments.trust, arguments.edits)
    location, _ = located(network, arguments.location)
    query = parse(arguments.find) if arguments.find is not None else None
    tuning: Tuning = look(
        str(location),
        "tuning",
        network,
        location,
        family=arguments.family,
        axes=_axes(network, arguments.family, arguments.axes),
        fixed=tuple(arguments.fixed),
        reduction=arguments.reduction,
        subject=_subject(arguments.family, arguments.subject),
        pre_activation=not arguments.as_it_is,
    )
    found = np.flatnonzero(query.matches(tuning.table)).tolist() if query is not None else None
    if arguments.out is not None:
        write_tuning(tuning, arguments.out, "polar" if arguments.polar else "plain")
    if arguments.table is not None:
        write_table(tuning, arguments.table)
    if arguments.json:
        print_json({**tuning_document(tuning), **({} if found is None else {"found": found})})
    elif found is not None:
        _print_found(tuning, found)
    elif arguments.out is None:
        _print_tuning(tuning)


def _subject(name: str, subject: str | None) -> str | Picture | None:
    """The words as they are; the picture in that file where the family shows one."""
    if subject is None or family(name).subject != "picture":
        return subject
    return open_picture(Path(subject))


def _axes(network: Network, name: str, ranges: list[AxisRange]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    known = {axis.name: axis for axis in family(name).axes_for(network.preprocessing.crop)}
    return tuple((wanted.name, _values(wanted, known.get(wanted.name))) for wanted in ranges)


def _values(wanted: AxisRange, axis: Axis | None) -> tuple[float, ...]:
    """Evenly spaced from start to stop, the stop left out where it is the start again (0 and 180 deg)."""
    round_trip = axis is not None and axis.periodic and wanted.stop - wanted.start == axis.high - axis.low
    values = np.linspace(wanted.start, wanted.stop, wanted.count, endpoint=not round_trip)
    return tuple(values.tolist())


def _print_found(tuning: Tuning, units: list[int]) -> None:
    total = tuning.responses.shape[-1]
    print_line(f"{len(units)} of {total} units of {Location.parse(tuning.location).node}")
    rows = [(unit, *(float(values[unit]) for values in tuning.table.values())) for unit in units]
    print_table(rows, ("unit", *tuning.table))


def _print_tuning(tuning: Tuning) -> None:
    before = f" · before its nonlinearity, at {tuning.recorded}" if _elsewhere(tuning) else ""
    print_line(f"{tuning.location} · {tuning.family} · {tuning.measured} · {tuning.reduction}{before}")
    points = product(*(values.tolist() for values in tuning.axes.values()))
    rows = [(*point, float(value)) for point, value in zip(points, tuning.response.flat, strict=True)]
    heads = [
        f"{name} ({unit})" if unit else name
        for name, unit in zip(tuning.axes, tuning.axis_units, strict=True)
    ]
    print_table(rows, (*heads, "response"))
    print_line()
    grey = [("mid grey", tuning.baseline), ("noise at mid grey", noise(tuning))]
    print_table([*grey, *tuning.indices.items()], ("index", "value"))
    if tuning.note:
        print_line(tuning.note)


def _elsewhere(tuning: Tuning) -> bool:
    return tuning.recorded != Location.parse(tuning.location).node
