"""Tunings asked for as the tests of their truth do."""

from inspector.lenses.base import lens
from inspector.lenses.tuning import TuningParameters
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken


def tune(network, node, unit=0, **parameters):
    """The finished tuning of one unit."""
    run = lens("tuning").run(
        network, Location(network.name, node, unit), TuningParameters(**parameters), CancelToken()
    )
    while True:
        try:
            next(run)
        except StopIteration as stop:
            return stop.value


def away(found, expected, period):
    """Distance round a circle."""
    return abs((found - expected + period / 2) % period - period / 2)
