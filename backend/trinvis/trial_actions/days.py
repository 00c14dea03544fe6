"""The days of a trial action: what is proposed, what is assumed, when it is due. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from trinvis.followups.rules import overdue, plus_months, working_day
from trinvis.trial_actions.rules import AT_WORK, State


def next_working_day(today: date) -> date:
    """The first working day after today."""
    return working_day(today + timedelta(days=1))


def proposed_period(today: date) -> tuple[date, date]:
    """Start and end for a new plan: the next working day, for two weeks."""
    start = next_working_day(today)
    return start, start + timedelta(weeks=2)


def next_period(today: date, starts_on: date | None, ends_on: date | None) -> tuple[date, date]:
    """Start and end for the next cycle: the next working day, for as long as the former."""
    start, end = proposed_period(today)
    if starts_on and ends_on:
        end = start + min(ends_on - starts_on, timedelta(days=365))
    return start, end


def started_on(today: date, planned: date | None) -> date:
    """When a trial began if nobody says: on the planned day, today at the latest."""
    return min(planned or today, today)


def ended_on(today: date, planned: date | None, starts_on: date | None) -> date:
    """When a trial ended if nobody says: on the planned day, today at the latest."""
    return max(min(planned or today, today), starts_on or date.min)


def evaluation_day(
    given: date | None, ends_on: date | None, *, former: date | None = None, former_end: date | None = None
) -> date | None:
    """The day of evaluation: the end, unless set apart from it; then it stays when the end moves."""
    if given is None or (given == former == former_end and ends_on is not None):
        return ends_on
    return given


def result_day(today: date) -> date:
    """When an adopted trial is looked at again: the first working day after three months."""
    return working_day(plus_months(today, 3))


def warnings(starts_on: date | None, ends_on: date | None) -> list[str]:
    """What is allowed and yet worth a word: a trial longer than three months."""
    if starts_on and ends_on and ends_on > plus_months(starts_on, 3):
        return ["longer_than_three_months"]
    return []


def due_for_evaluation(
    state: State, evaluate_on: date | None, ends_on: date | None, today: date
) -> tuple[bool, bool]:
    """Whether it should be evaluated, and whether that day has passed (never in a quiet week)."""
    day = evaluate_on or ends_on
    if state not in AT_WORK or day is None or day > today:
        return False, False
    return True, overdue(day, today)
