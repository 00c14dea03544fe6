"""Who sees a result from which day, and which waves may be compared. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from trinvis.access import May
from trinvis.surveys.rules import Shown
from trinvis.surveys.scoring.rules import Difference, Spread, index, interval, rounded, welch

RANGE_OF = 3
"""Departments that a range without names is made of at least."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The wave's dates as printed on its slips; `closed_on` is None until it closed."""

    closed_on: date | None
    dialogue_on: date
    hmu_on: date


@dataclass(frozen=True, slots=True)
class Seen:
    """The scale of a node in a wave, as it was released."""

    shown: Shown
    instrument: str
    people: frozenset[object]
    """The nodes that were beneath it: what makes it the same department in another wave."""
    scale: Spread | None
    """With detail only."""


def visible_from(held: Collection[May], dates: Dates) -> date | None:
    """The first day on which somebody with these permissions at the node sees its result; None: never.

    Leader and TRIO on the day it closes, the department's people by the dialogue meeting. A committee
    that reads the overview only has its own reply (`committee_from`).
    """
    if dates.closed_on is None:
        return None
    if May.READ_RESULT in held:
        return dates.closed_on
    return max(dates.dialogue_on, dates.closed_on) if May.READ in held else None


def committee_from(held: Collection[May], dates: Dates) -> date | None:
    """The first day on which HMU sees hospital, centres and the range."""
    if dates.closed_on is None or May.READ_OVERVIEW not in held:
        return None
    return max(dates.hmu_on, dates.closed_on)


def not_comparable(before: Seen, after: Seen) -> str | None:
    """Why two waves are not compared: "hidden", "few", "instrument", "changed"; None if they are."""
    if Shown.HIDDEN in (before.shown, after.shown):
        return "hidden"
    if before.instrument != after.instrument:
        return "instrument"
    if before.people != after.people:
        return "changed"
    if before.scale is None or after.scale is None:
        return "few"
    return None


def difference(before: Seen, after: Seen) -> Difference | None:
    """Later minus earlier, where the two are comparable and the interval has a width."""
    if not_comparable(before, after) or before.scale is None or after.scale is None:
        return None
    return welch(before.scale, after.scale)


def tenths(value: float | Fraction) -> int:
    """A number as it is shown, one decimal, in tenths; half up."""
    return int(rounded(Fraction(value), 1) * 10)


def band_of(scale: Spread) -> tuple[int, int] | None:
    """The mean's 95 % interval in tenths, as the pale band shows it."""
    found = interval(scale)
    return (tenths(found[0]), tenths(found[1])) if found else None


def index_of(scale: Spread) -> int:
    """0 to 100, an integer."""
    return int(rounded(index(scale.mean)))
