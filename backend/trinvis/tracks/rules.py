"""Why a department is on HR's list, what a quarter is, when a talk is held, who is a new leader. Pure.

Source: the domain's section "Overview": HR's list adds stuck, overdue, help wanted, no contact for 60
days. A reason is a fact with its date, never a score: a department has it or has it not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

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


# ---- talks, courses, introduction days


class Held(StrEnum):
    """A talk, a course, an introduction day: planned, held, or cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class ForWhom(StrEnum):
    """Whom a course is for."""

    AMBASSADORS = "ambassadors"
    EDUCATION_DOCTORS = "education_doctors"
    LEADERS = "leaders"
    EVERYONE = "everyone"


OTHER = "other"
"""The forum of a talk to somebody whom the content pack does not name: then the title says whom."""


def check_forum(forum: str, title: str | None, forums: Sequence[str]) -> None:
    """Refuse a forum that the content pack does not have, and a talk to others that does not say whom to."""
    if forum != OTHER and forum not in forums:
        raise invalid("forum", "unknown")
    if forum == OTHER and not title:
        raise invalid("title", "missing")


def check_day(state: Held, on: date, today: date, before: date | None = None) -> None:
    """What is planned lies ahead (or stood there `before`), what was held lies behind; today is both."""
    if state is Held.PLANNED and on < today and on != before:
        raise invalid("on", "in_past")
    if state is Held.HELD and on > today:
        raise invalid("on", "in_future")


def check_came(state: Held, came: int | None, named: int = 0) -> None:
    """Who came is known once it was held, and is no fewer than those who are named."""
    if state is not Held.HELD and came is not None:
        raise invalid("came", "not_yet")
    if came is not None and came < named:
        raise invalid("came", "fewer_than_named", named=named)


# ---- new leaders

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """A leader's role: from a day to a day, both included; `held_on`: the programme was held with her."""

    role_id: UUID
    person_id: UUID
    role: str
    first: date | None
    last: date | None
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewLeader:
    """Somebody who began to lead within a year: `role_id` is the role she holds today."""

    role_id: UUID
    since: date
    held_on: date | None


def new_leaders(terms: Iterable[Term], today: date) -> list[NewLeader]:
    """Who began to lead within the last twelve months and leads today, the newest first.

    Roles of the same kind that follow each other without a gap, or beside each other, are one: whoever's
    department was merged, or who took on a second one, is not new. A role without a first day is old.
    """
    of: dict[tuple[UUID, str], list[Term]] = {}
    for term in terms:
        if term.first is None or term.first <= today:
            of.setdefault((term.person_id, term.role), []).append(term)
    found = []
    for each in of.values():
        run = _current_run(sorted(each, key=lambda term: (term.first or date.min, str(term.role_id))))
        since, now = run[0].first, [term for term in run if term.last is None or term.last >= today]
        if since is not None and now and since > a_year_before(today):
            held = [term.held_on for term in run if term.held_on]
            found.append(NewLeader(now[-1].role_id, since, max(held, default=None)))
    return sorted(found, key=lambda one: (one.since, str(one.role_id)), reverse=True)


def _current_run(terms: Sequence[Term]) -> list[Term]:
    """The last terms between which there is no gap."""
    run: list[Term] = []
    reached: date | None = date.min
    for term in terms:
        if run and reached is not None and (term.first or date.min) > reached + _DAY:
            run, reached = [], date.min
        run.append(term)
        reached = None if reached is None or term.last is None else max(reached, term.last)
    return run


def a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
