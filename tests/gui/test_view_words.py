"""How numbers read, and where ticks stand."""

from __future__ import annotations

import numpy as np
import pytest

from inspector.gui.views.parts import Facts
from inspector.gui.views.scale_axis import ScaleAxis, coordinates, round_values
from inspector.gui.views.words import axis_label, index_texts, number, quantity, reading


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (45, "45"), (0.5, "0.5"), (2.3456, "2.35"), (-1.5, "−1.5"), (123.4, "123"), (98.76, "98.8"),
        (12345.6, "12,346"), (0.01234, "0.012"), (0.000012, "1.2e−05"), (float("nan"), "–"),
    ],
)  # fmt: skip
def test_that_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(4.5, "4.50"), (-0.058, "−0.0580"), (12.0, "12.0"), (123.4, "123"), (0, "0")]
)
def test_that_readings_keep_their_digits(value: float, text: str) -> None:
    assert reading(value) == text


def test_that_quantities_carry_their_unit() -> None:
    assert [quantity(45, "deg"), quantity(12.5, "px"), quantity(0.5, "")] == ["45°", "12.5 px", "0.5"]
    assert [axis_label("hue", "deg"), axis_label("saturation", "")] == ["hue (deg)", "saturation"]


def test_that_indices_read_with_units_ratios_first_and_gaps_left_out() -> None:
    texts = index_texts(
        {
            "preferred orientation (deg)": 45.2,
            "frequency bandwidth (octaves)": 1.25,
            "hue selectivity (1 - circular variance)": 0.5,
            "sparseness": float("nan"),
            "OSI": 0.82,
        }
    )
    assert texts == [
        "OSI 0.82",
        "preferred orientation 45.2°",
        "frequency bandwidth 1.25 octaves",
        "hue selectivity (1 − circular variance) 0.5",
    ]


@pytest.mark.parametrize(
    ("low", "high", "most", "options", "expected"),
    [
        (0, 175, 8, {"unit": "deg"}, [0, 30, 60, 90, 120, 150]),
        (0, 350, 4, {"unit": "deg"}, [0, 90, 180, 270]),
        (1, 32, 8, {"octaves": True}, [1, 2, 4, 8, 16, 32]),
        (1, 1000, 5, {"octaves": True}, [1, 4, 16, 64, 256]),
        (0, 1, 6, {}, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (3, 5, 4, {"octaves": True}, [3, 3.5, 4, 4.5, 5]),
        (-10, 10, 4, {}, [-10, -5, 0, 5, 10]),
    ],
)
def test_that_ticks_stand_at_round_values(
    low: float, high: float, most: int, options: dict, expected: list
) -> None:
    assert round_values(low, high, most, **options) == pytest.approx(expected)


def test_that_an_axis_by_ratio_puts_its_ticks_where_the_samples_stand(qapp) -> None:
    values = np.geomspace(1, 32, 11)
    axis = ScaleAxis("bottom")
    axis.set_scale(values, np.arange(11) + 0.5, "cycles/image", True)
    places = axis.tickValues(0, 11, 400)[0][1]
    assert places == pytest.approx([0.5, 2.5, 4.5, 6.5, 8.5, 10.5])
    assert axis.tickStrings(places, 1, 1) == ["1", "2", "4", "8", "16", "32"]
    assert coordinates(values, True)[-1] == 5


def test_that_a_short_axis_still_has_two_ticks(qapp) -> None:
    axis = ScaleAxis("bottom")
    axis.set_scale([7.3, 7.4], [0, 1], "px", False)
    assert len(axis.tickValues(0, 1, 60)[0][1]) >= 2


def test_that_facts_that_do_not_fit_are_in_the_tooltip(qtbot) -> None:
    facts = Facts("facts")
    qtbot.addWidget(facts)
    facts.resize(150, 40)
    every = [f"fact number {n} of many" for n in range(8)]
    facts.set_facts(every)
    assert facts.text().startswith("fact")
    assert facts.text().endswith("…")
    assert facts.toolTip().splitlines() == every
    facts.resize(3000, 40)
    facts.set_facts(every)
    assert not facts.text().endswith("…")
