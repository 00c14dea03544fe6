"""Planning a wave: days, units, what will probably be shown, what stands in its way, who may do what. Pure.

Source: "Waves" of the specification of the seven questions.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from trinvis.access import May
from trinvis.followups.rules import in_quiet_week, working_day
from trinvis.surveys.rules import SHOW, Shown, Unit, release

OFFERED = 16
"""Heads from which a unit reaches the threshold even if only half answer, and some say "Ved ikke"."""
OFFERED_DETAIL = 28
"""Heads from which it reaches detail in the same way."""
APART = timedelta(weeks=8)
"""No wave on a node within so long of another one's closing there."""
DIALOGUE_WITHIN = timedelta(weeks=4)
LONGEST = timedelta(weeks=8)
SHORTEST = timedelta(days=3)
HMU_AFTER = 3
"""Months after closing, at least, before HMU sees it."""
ITEMS = ("q1", "q2", "q3", "q4", "q5", "q6", "q7")
"""The statements' keys in the questionnaire's order, the same in every instrument version."""
SCALE = "scale"


class WaveMove(StrEnum):
    """What can be done with a wave."""

    EDIT = "edit"
    PLAN = "plan"
    """Record the committee's decision."""
    CONFIRM = "confirm"
    PRINT = "print"
    ANNUL = "annul"


@dataclass(frozen=True, slots=True)
class Days:
    """The wave's days; `closes_on` is the last one to answer."""

    opens_on: date
    closes_on: date
    dialogue_on: date
    hmu_on: date


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the wave: `heads` are the people attached directly to it."""

    id: UUID
    parent: UUID | None
    department: UUID | None
    """The walking department it belongs to; None above them."""
    heads: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field of the plan, with facts for the words."""

    field: str
    problem: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Other:
    """Another wave that touches one of the nodes, above or below them too."""

    id: UUID
    node: UUID
    open: bool
    closed_on: date | None


def _months_after(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def proposed_days(today: date) -> Days:
    """Opens in three weeks for two weeks; dialogue two weeks after; HMU after three months."""
    return days_of(working_day(today + timedelta(weeks=3)))


def days_of(opens: date, closes: date | None = None) -> Days:
    """The days of a wave that is open so long, with the proposed ones for what comes after."""
    closes = closes or working_day(opens + timedelta(weeks=2))
    # Before the summer the meeting is held sooner rather than put off until nobody remembers; after a wave
    # that closes on its eve there is no working day in time, and the last one that is allowed is proposed.
    last = closes + DIALOGUE_WITHIN
    after = (working_day(closes + timedelta(days=days)) for days in (14, 7, 1))
    dialogue = next((day for day in after if day <= last), last)
    return Days(opens, closes, dialogue, working_day(_months_after(closes, HMU_AFTER)))


def check_days(days: Days, today: date) -> list[Problem]:
    """What is wrong with the days."""
    found: list[Problem] = []

    def wrong(field: str, problem: str, **facts: object) -> None:
        found.append(Problem(field, problem, facts))

    if days.opens_on <= today:
        wrong("opens_on", "not_ahead", least=today + timedelta(days=1))
    if days.closes_on < days.opens_on + SHORTEST:
        wrong("closes_on", "too_short", least=days.opens_on + SHORTEST)
    elif days.closes_on > days.opens_on + LONGEST:
        wrong("closes_on", "too_long_open", most=days.opens_on + LONGEST)
    for field, day in (("opens_on", days.opens_on), ("closes_on", days.closes_on)):
        if in_quiet_week(day):
            wrong(field, "quiet_week", week=day.isocalendar().week)
    if not days.closes_on < days.dialogue_on <= days.closes_on + DIALOGUE_WITHIN:
        wrong(
            "dialogue_on", "not_soon_after", least=days.closes_on + timedelta(days=1),
            most=days.closes_on + DIALOGUE_WITHIN,
        )  # fmt: skip
    if days.hmu_on < _months_after(days.closes_on, HMU_AFTER):
        wrong("hmu_on", "too_early", least=_months_after(days.closes_on, HMU_AFTER))
    return found


def as_one(nodes: Sequence[Node]) -> dict[UUID, UUID]:
    """The default: everybody in a department answers as the department."""
    return {node.id: node.department for node in nodes if node.department}


def offered(nodes: Sequence[Node]) -> list[UUID]:
    """Sections that may answer by themselves, because half of their people would be enough."""
    return [node.id for node in nodes if node.department not in (None, node.id) and node.heads >= OFFERED]


def heads_of(nodes: Sequence[Node], units: Mapping[UUID, UUID]) -> dict[UUID, int]:
    """How many people answer with each unit."""
    found: dict[UUID, int] = {}
    for node in nodes:
        unit = units.get(node.id)
        if unit is not None:
            found[unit] = found.get(unit, 0) + node.heads
    return found


def check_units(nodes: Sequence[Node], units: Mapping[UUID, UUID]) -> list[Problem]:
    """Everybody answers with a unit of her own department, and none but a whole department is too small."""
    found: list[Problem] = []
    by_id = {node.id: node for node in nodes}
    for node in nodes:
        unit = units.get(node.id)
        if node.department is None:
            continue
        if unit is None:
            found.append(Problem("units", "unit_missing", {"node": node.id}))
        elif unit not in by_id or by_id[unit].department != node.department or units.get(unit) != unit:
            found.append(Problem("units", "unit_elsewhere", {"node": node.id}))
    found += [Problem("units", "unknown", {"node": one}) for one in units if one not in by_id]
    several = {node.department for node in nodes if node.department and units.get(node.id) != node.department}
    for unit, heads in heads_of(nodes, units).items():
        home = by_id[unit].department if unit in by_id else None
        if home in several and heads < OFFERED:
            found.append(Problem("units", "unit_too_small", {"node": unit, "heads": heads, "least": OFFERED}))
    return found


def prospects(nodes: Sequence[Node], units: Mapping[UUID, UUID], show: int = SHOW) -> dict[UUID, Shown]:
    """What will probably be shown, if half of each unit answer everything."""
    heads = heads_of(nodes, units)
    guessed = [
        Unit(
            node.id, node.parent, heads.get(node.id, 0), heads.get(node.id, 0) // 2,
            dict.fromkeys((*ITEMS, SCALE), heads.get(node.id, 0) // 2),
        )
        for node in nodes
    ]  # fmt: skip
    return release(guessed, (*ITEMS, SCALE), show)


def conflicts(others: Sequence[Other], days: Days) -> list[Problem]:
    """Waves in the way: one that is open on a node above, at or beneath, or one that closed too recently."""
    found = []
    for other in others:
        if other.open:
            found.append(Problem("departments", "wave_open", {"node": other.node, "wave": other.id}))
        elif other.closed_on and days.opens_on < other.closed_on + APART:
            facts = {"node": other.node, "wave": other.id, "least": other.closed_on + APART}
            found.append(Problem("opens_on", "too_close", facts))
    return found


def decider(departments: int) -> str:
    """Whose decision a wave needs: HMU's for several departments, LMU's for one."""
    return "hmu" if departments > 1 else "lmu"


def moves(
    state: str, held: Collection[May], *, confirms: bool, confirmed: bool, planner: bool
) -> list[WaveMove]:
    """What the actor may do now. `confirms`: holds CONFIRM_WAVE at one of its departments."""
    found = []
    planning = state in ("draft", "planned")
    if May.PLAN_WAVE in held and planning:
        # What was confirmed is what the committee decided: changing it needs a new decision.
        found.append(WaveMove.EDIT)
        if state == "draft":
            found.append(WaveMove.PLAN)
    if state == "planned" and confirms and not confirmed and not planner:
        found.append(WaveMove.CONFIRM)
    if May.PRINT_CODES in held and state in ("planned", "open") and confirmed:
        found.append(WaveMove.PRINT)
    if May.PLAN_WAVE in held and state in ("draft", "planned", "open"):
        found.append(WaveMove.ANNUL)
    return found
