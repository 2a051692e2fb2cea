"""The ranges of values that quilt, histogram and classes share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from inspector.gui.translation import digits, plural, tr
from inspector.gui.views.words import number
from inspector.lenses.examples import QuiltBin


def range_at(bins: Sequence[QuiltBin], value: float) -> int:
    """The range that a value lies in, the last one's upper end included; -1 for none."""
    place = bisect_right([one.low for one in bins], value) - 1
    inside = place >= 0 and (
        value < bins[place].high or (place == len(bins) - 1 and value == bins[place].high)
    )
    return place if inside else -1


def range_text(one: QuiltBin) -> str:
    """A range for a person: "0.5 to 1"."""
    return tr("{low} to {high}").format(low=number(one.low), high=number(one.high))


def zero_at(bins: Sequence[QuiltBin]) -> int | None:
    """The range that begins at zero, where there is one."""
    return next((place for place, one in enumerate(bins) if one.low == 0), None)


def columns(bins: Sequence[QuiltBin]) -> list[int]:
    """Which column each range stands in: ranges that do not occur leave theirs empty."""
    if len(bins) < 2:
        return [0] * len(bins)
    step = max(one.high - one.low for one in bins)
    # The outer ranges may be cut short at the lowest and the highest value.
    first = bins[0].high - step
    return [0, *(round((one.low - first) / step) for one in bins[1:])]


def span(bins: Sequence[QuiltBin]) -> tuple[float, float]:
    """From where to where the columns reach; the outer ranges may be cut short, their columns are not."""
    step = max(one.high - one.low for one in bins)
    return bins[0].high - step, bins[0].high - step + (columns(bins)[-1] + 1) * step


def share_text(one: QuiltBin, total: int) -> str:
    """How many of the places looked at lie in a range: "1,204 places, 3.1 %"."""
    share = 100 * one.count / total if total else 0.0
    percent = tr("under 0.01") if 0 < share < 0.01 else digits(share, ".2g" if share < 10 else ".0f")
    places = plural("{count:,} place", "{count:,} places", one.count).format(count=one.count)
    return tr("{places}, {percent} %").format(places=places, percent=percent)
