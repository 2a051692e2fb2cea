"""Batches of the size that pays, on machines whose speed is known."""

from __future__ import annotations

import pytest

from inspector.lenses.feature_visualization.pace import Pace


def settle(step_of, longest=10.0, batches=12):
    """The sizes that are tried on a machine that needs `step_of(units)` seconds for a step."""
    pace, sizes = Pace(longest), []
    for _ in range(batches):
        sizes.append(pace.size)
        pace.measured(pace.size, step_of(pace.size))
    return sizes


@pytest.mark.parametrize(
    ("step_of", "best"),
    [
        (lambda units: 0.04 + 0.01 * units, 8),  # a small network: the step itself costs most
        (lambda units: 0.1 * units, 8),  # nothing lost, nothing won
        (lambda units: 0.1 * units**1.3, 1),  # what no longer fits into the cache
        (lambda units: 0.1 * max(units, 4) if units <= 4 else 0.2 * units, 4),
    ],
)
def test_that_the_fastest_size_is_found_in_a_few_batches_and_kept(step_of, best):
    sizes = settle(step_of)
    assert sizes[0] == 8
    assert set(sizes[5:]) == {best}
    assert best == 8 or step_of(best) / best < step_of(8) / 8


def test_that_no_step_stays_longer_than_what_is_urgent_may_wait():
    sizes = settle(lambda units: 0.05 + 0.05 * units, longest=0.3)
    assert sizes[:2] == [8, 4]
    assert set(sizes[4:]) == {4}
    assert set(settle(lambda units: 1.0 * units, longest=0.1)[4:]) == {1}


def test_that_batches_grow_again_once_the_machine_is_quiet():
    pace = Pace(longest=0.2)
    for _ in range(6):
        pace.measured(pace.size, 1.0)
    assert pace.size == 1
    for _ in range(12):
        pace.measured(pace.size, 0.01 + 0.001 * pace.size)
    assert pace.size == 8


def test_that_a_last_batch_of_fewer_units_is_no_measurement():
    pace = Pace(longest=1.0)
    pace.measured(3, 0.001)
    assert pace.size == 8
