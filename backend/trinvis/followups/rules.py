"""When something is late, which days are proposed, how a series goes on, who may do what. Pure.

Source: the section "Follow-ups" of the domain. Days are Copenhagen days, given by the caller.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

from trinvis.access import May

QUIET_WEEKS = frozenset({28, 29, 30, 31, 52, 53})
"""ISO weeks that get no proposed dates and in which nothing is late: summer and Christmas."""

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
"""Days outside are typing errors."""

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


class FollowUpKind(StrEnum):
    """*Gør vi det, vi aftalte?* and *Mærker vi en forskel?*"""

    PROCESS = "process"
    RESULT = "result"


class FollowUpState(StrEnum):
    """A follow-up is planned until it is held or cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Assessed(StrEnum):
    """How it goes: *Som planlagt, Vi justerer, Vi stopper*."""

    AS_PLANNED = "as_planned"
    ADJUSTED = "adjusted"
    STOPPED = "stopped"


class Audience(StrEnum):
    """*Fælles* or *Kun for os*."""

    SHARED = "shared"
    CANDID = "candid"


class Unit(StrEnum):
    """What a series repeats by."""

    WEEK = "week"
    MONTH = "month"


class AgreementState(StrEnum):
    """An agreement is open until it is done or cancelled."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class FollowUpAct(StrEnum):
    """What can be done with a follow-up."""

    LOG = "log"
    LOG_CANDID = "log_candid"
    """Log it with a note *Kun for os*."""
    EDIT = "edit"
    CANCEL = "cancel"
    REOPEN = "reopen"


class LogAct(StrEnum):
    """What can be done with what was logged."""

    CORRECT = "correct"
    OPEN_NOTE = "open_note"


class PromiseAct(StrEnum):
    """What can be done with an agreement."""

    EDIT = "edit"
    DONE = "done"
    CANCEL = "cancel"
    REOPEN = "reopen"


# ---- days


def in_quiet_week(day: date, quiet_weeks: Collection[int] = QUIET_WEEKS) -> bool:
    """Whether the day falls in a quiet week."""
    return day.isocalendar().week in quiet_weeks


def overdue(due: date, today: date, quiet_weeks: Collection[int] = QUIET_WEEKS) -> bool:
    """Whether the day has passed; in a quiet week nothing is late."""
    return due < today and not in_quiet_week(today, quiet_weeks)


def working_day(day: date, quiet_weeks: Collection[int] = QUIET_WEEKS) -> date:
    """The first day from this one on that is neither at a weekend nor in a quiet week."""
    while day.isoweekday() > 5 or in_quiet_week(day, quiet_weeks):
        day += _DAY
    return day


def proposed_dates(start: date, quiet_weeks: Collection[int] = QUIET_WEEKS) -> tuple[date, date]:
    """Two working days to look at it again: a week and two weeks from `start`."""
    first = working_day(start + _WEEK, quiet_weeks)
    return first, working_day(max(start + 2 * _WEEK, first + _WEEK), quiet_weeks)


def plus_months(day: date, months: int, day_of_month: int | None = None) -> date:
    """So many months later, on `day_of_month` (default: the same), or the month's last day if it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day_of_month or day.day, last))


def next_date(due: date, every: int, unit: Unit, day_of_month: int | None = None) -> date:
    """The next date of a series by the calendar alone.

    `day_of_month` is the day a monthly series was set to: without it one begun on the 31st would
    stay on the 28th after its first February.
    """
    return due + every * _WEEK if unit is Unit.WEEK else plus_months(due, every, day_of_month)


def next_in_series(
    due: date,
    every: int,
    unit: Unit,
    *,
    after: date,
    day_of_month: int | None = None,
    quiet_weeks: Collection[int] = QUIET_WEEKS,
) -> date | None:
    """The date a series goes on with once it was looked at on `after`; None past the last day.

    A weekly series keeps its weekday and waits until a quiet week is over; a monthly one moves to the
    next working day. What was looked at late is not caught up on.
    """
    for step in count(1):
        found = next_date(due, step * every, unit, day_of_month)
        if unit is Unit.MONTH:
            found = working_day(found, quiet_weeks)
        while in_quiet_week(found, quiet_weeks):
            found += _WEEK
        if found > after:
            return found if found <= LAST_DAY else None
    return None


# ---- who may do what


def acts(held: frozenset[May], state: FollowUpState, *, owner: bool) -> list[FollowUpAct]:
    """What may be done with a follow-up in this state.

    Its owner looks at it again even where her role alone would not let her.
    """
    found: list[FollowUpAct] = []
    records = May.RECORD in held
    if state is not FollowUpState.CANCELLED and (records or (owner and May.READ in held)):
        found.append(FollowUpAct.LOG)
        if May.READ_CANDID in held:
            found.append(FollowUpAct.LOG_CANDID)
    if records:
        found += {
            FollowUpState.PLANNED: [FollowUpAct.EDIT, FollowUpAct.CANCEL],
            FollowUpState.HELD: [],
            FollowUpState.CANCELLED: [FollowUpAct.REOPEN],
        }[state]
    return found


def may_ever(held: frozenset[May], act: FollowUpAct, *, owner: bool) -> bool:
    """Whether the act is this actor's in some state."""
    return any(act in acts(held, state, owner=owner) for state in FollowUpState)


def reads_candid(since: date | None, written_on: date) -> bool:
    """Whether a note written that day is read by whoever reads such notes from `since` on."""
    return since is not None and since <= written_on


def log_acts(
    held: frozenset[May],
    audience: Audience,
    *,
    own: bool,
    has_note: bool,
    readable: bool,
) -> list[LogAct]:
    """What may be done with a log. `readable`: the actor reads notes *Kun for os* of its day."""
    candid = audience is Audience.CANDID
    found: list[LogAct] = []
    if May.READ in held and (own or (May.DECIDE in held and (readable or not candid))):
        found.append(LogAct.CORRECT)
    if candid and has_note and readable and May.READ_CANDID in held:
        found.append(LogAct.OPEN_NOTE)
    return found


def promise_acts(held: frozenset[May], state: AgreementState, *, owner: bool) -> list[PromiseAct]:
    """What may be done with an agreement: whoever owns it says when it is done."""
    promises = May.PROMISE in held
    found: list[PromiseAct] = []
    if state is AgreementState.OPEN:
        found += [PromiseAct.EDIT] if promises else []
        found += [PromiseAct.DONE] if promises or (owner and May.READ in held) else []
        found += [PromiseAct.CANCEL] if promises else []
    elif promises or (owner and May.READ in held and state is AgreementState.DONE):
        found.append(PromiseAct.REOPEN)
    return found


def may_ever_promise(held: frozenset[May], act: PromiseAct, *, owner: bool) -> bool:
    """Whether the act on an agreement is this actor's in some state."""
    return any(act in promise_acts(held, state, owner=owner) for state in AgreementState)


def first_words(text: str) -> str:
    """The first six words, as a heading for what has none of its own."""
    words = text.split()
    first = " ".join(words[:6])
    cut = len(words) > 6 or len(first) > 80
    return first[:80].rstrip(" ,.;:") + "…" if cut else first
