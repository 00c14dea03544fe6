"""Why a department is on HR's list, and what a quarter is. Pure.

Source: the domain's section "Overview": HR's list adds stuck, overdue, help wanted, no contact for 60
days. A reason is a fact with its date, never a score: a department has it or has it not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trinvis.errors import Code, Refused, invalid
from trinvis.followups.rules import in_quiet_week

LONG = timedelta(days=60)
"""After so long without contact, or without a word about the work, HR asks how it goes."""
SETTLING = timedelta(days=14)
"""So long after the last word nobody is asked for the next date: the meeting was only just held."""

_QUARTER = re.compile(r"(20\d\d)-Q([1-4])", re.ASCII)


class Stage(StrEnum):
    """ikke inviteret, planlagt til 3. kvartal, i gang."""

    NOT_INVITED = "not_invited"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"


class Why(StrEnum):
    """Why HR is asked to get in touch, in the order in which it is told."""

    HELP_WANTED = "help_wanted"
    """A wish for help that nobody has answered."""
    DUE = "due"
    """The day of a promise has come, and nothing is written about it. A fact for HR alone."""
    STUCK = "stuck"
    """They have begun, and nothing dated lies ahead or nothing has been written for 60 days."""
    START_PASSED = "start_passed"
    """The quarter planned for their start is over, and they have not begun."""
    NO_CONTACT = "no_contact"
    """HR has not spoken with them for 60 days."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a day: which kind of promise, and when."""

    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class Seen:
    """What HR's list knows of a department.

    `steps`: state of each step of the open round, empty where none is open. `passed`: the oldest
    promise whose day has come (today counts); `ahead`: the next day from today on. `moved_on`: the last
    day somebody wrote about the work. `contact_on`: the last day HR spoke with them; `known_since`: the
    day they were invited or began, whichever came first, from which the silence counts before any contact.
    """

    round: int = 0
    planned_start: str | None = None
    steps: Sequence[str] = ()
    wished_on: date | None = None
    passed: Dated | None = None
    ahead: date | None = None
    moved_on: date | None = None
    contact_on: date | None = None
    known_since: date | None = None


Reason = Mapping[str, object]


def stage(round_: int, planned_start: str | None) -> Stage:
    """Where the department stands in the roll-out."""
    if round_ > 0:
        return Stage.IN_PROGRESS
    return Stage.PLANNED if planned_start else Stage.NOT_INVITED


def reasons(seen: Seen, today: date) -> list[Reason]:
    """Why HR should get in touch: `{"code", ...facts}` in the order of `Why`; empty if there is nothing."""
    found = (_help(seen), _due(seen, today), _stuck(seen, today), _start(seen, today), _silence(seen, today))
    return [reason for reason in found if reason]


def _help(seen: Seen) -> Reason | None:
    return {"code": Why.HELP_WANTED, "on": seen.wished_on} if seen.wished_on else None


def _due(seen: Seen, today: date) -> Reason | None:
    """The oldest promise whose day has come; in a quiet week nothing waits for anybody."""
    if seen.passed is None or seen.passed.on > today or in_quiet_week(today):
        return None
    return {"code": Why.DUE, "kind": seen.passed.kind, "on": seen.passed.on, "late": seen.passed.on < today}


def _stuck(seen: Seen, today: date) -> Reason | None:
    """A step is not done, and either nothing has been written for 60 days, or no day lies ahead.

    What was written in the last two weeks is still settling: a department that held its meeting
    yesterday is not stuck because the next date is not in the calendar yet.
    """
    step = current_step(seen.steps)
    if step is None or seen.moved_on is None:
        return None
    still = today - seen.moved_on
    facts: Reason = {"code": Why.STUCK, "step": step, "on": seen.moved_on}
    if still >= LONG:
        return {**facts, "why": "no_movement", "ahead": seen.ahead}
    if seen.ahead is None and still >= SETTLING:
        return {**facts, "why": "nothing_ahead", "ahead": None}
    return None


def _start(seen: Seen, today: date) -> Reason | None:
    if seen.round or not seen.planned_start or last_day(seen.planned_start) >= today:
        return None
    return {"code": Why.START_PASSED, "quarter": seen.planned_start}


def _silence(seen: Seen, today: date) -> Reason | None:
    """Only of departments that have been invited or have begun: the others wait for nothing."""
    if stage(seen.round, seen.planned_start) is Stage.NOT_INVITED:
        return None
    since = seen.contact_on or seen.known_since
    if since is None or today - since < LONG:
        return None
    return {"code": Why.NO_CONTACT, "on": seen.contact_on}


def current_step(steps: Sequence[str]) -> int | None:
    """The first step that is not done; None where all are, or no round is open."""
    return next((number for number, state in enumerate(steps, 1) if state != "done"), None)


# ---- quarters

def quarter_of(day: date) -> str:
    """The quarter of a day, as '2026-Q3'."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def last_day(quarter: str) -> date:
    """The last day of a quarter written as '2026-Q3'."""
    year, number = int(quarter[:4]), int(quarter[-1])
    begins_next = date(year + number // 4, number % 4 * 3 + 1, 1)
    return begins_next - timedelta(days=1)


def check_start(wanted: str | None, standing: str | None, round_: int, today: date) -> None:
    """Refuse a planned start that is none.

    Raises `invalid`: no quarter, or one that is over. Raises `Refused(WRONG_STATE)` for a department
    that has begun: when it was to begin is history then.
    """
    if wanted == standing:
        return
    if wanted is not None and not _QUARTER.fullmatch(wanted):
        raise invalid("planned_start", "not_a_quarter")
    if wanted is not None and last_day(wanted) < today:
        raise invalid("planned_start", "in_past")
    if round_ > 0:
        raise Refused(Code.WRONG_STATE, state=Stage.IN_PROGRESS)
