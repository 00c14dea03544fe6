"""The days of a trial action, as tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinvis.followups.rules import working_day
from trinvis.trial_actions import days
from trinvis.trial_actions.rules import State

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(("today", "next_day"), [
    (MONDAY, date(2026, 11, 24)),
    (date(2026, 11, 27), date(2026, 11, 30)),  # from a Friday to the Monday
    (date(2026, 11, 28), date(2026, 11, 30)),
    (date(2026, 12, 18), date(2027, 1, 4)),  # weeks 52 and 53 are quiet
    (date(2026, 7, 3), date(2026, 8, 3)),  # weeks 28-31 are quiet
])
def test_the_next_working_day(today, next_day):
    assert days.next_working_day(today) == next_day


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_working_day_is_near_and_never_at_a_weekend(today):
    found = days.next_working_day(today)
    assert today < found
    assert found.isoweekday() <= 5
    assert (found - today).days <= 35
    assert working_day(found) == found


def test_a_new_plan_proposes_two_weeks_from_the_next_working_day():
    assert days.proposed_period(MONDAY) == (date(2026, 11, 24), date(2026, 12, 8))


def test_the_next_cycle_lasts_as_long_as_the_former():
    former = date(2026, 5, 4), date(2026, 5, 29)
    assert days.next_period(MONDAY, *former) == (date(2026, 11, 24), date(2026, 12, 19))
    assert days.next_period(MONDAY, None, date(2026, 5, 29)) == days.proposed_period(MONDAY)
    assert days.next_period(MONDAY, date(2000, 1, 1), date(2100, 1, 1))[1] == date(2027, 11, 24)


@pytest.mark.parametrize(("end", "warned"), [
    (date(2027, 2, 23), []), (date(2027, 2, 24), ["longer_than_three_months"]), (None, []),
])
def test_more_than_three_months_is_worth_a_word(end, warned):
    assert days.warnings(MONDAY, end) == warned


def test_when_it_began_and_ended_if_nobody_says():
    early, late = date(2026, 11, 20), date(2026, 12, 8)
    assert days.started_on(MONDAY, early) == early
    assert days.started_on(MONDAY, late) == MONDAY
    assert days.started_on(MONDAY, None) == MONDAY
    assert days.ended_on(MONDAY, early, None) == early
    assert days.ended_on(MONDAY, late, early) == MONDAY
    assert days.ended_on(MONDAY, early, MONDAY) == MONDAY


@pytest.mark.parametrize(("given_day", "end", "former", "former_end", "found"), [
    (None, date(2026, 12, 8), None, None, date(2026, 12, 8)),
    (date(2026, 12, 10), date(2026, 12, 8), None, None, date(2026, 12, 10)),
    # It stood at the end, so it moves with the end ...
    (date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 8), date(2026, 12, 8), date(2026, 12, 15)),
    # ... and stays if it was set apart.
    (date(2026, 12, 10), date(2026, 12, 15), date(2026, 12, 10), date(2026, 12, 8), date(2026, 12, 10)),
    (None, None, None, None, None),
])
def test_the_day_of_evaluation(given_day, end, former, former_end, found):
    assert days.evaluation_day(given_day, end, former=former, former_end=former_end) == found


def test_an_adopted_trial_is_looked_at_after_three_months():
    assert days.result_day(MONDAY) == date(2027, 2, 23)
    assert days.result_day(date(2026, 9, 24)) == date(2027, 1, 4)  # not in weeks 52 and 53


@pytest.mark.parametrize(("state", "evaluate", "today", "due", "overdue"), [
    ("running", MONDAY, MONDAY, True, False),
    ("tried", MONDAY, date(2026, 11, 24), True, True),
    ("tried", MONDAY, date(2026, 11, 22), False, False),
    ("tried", MONDAY, date(2026, 12, 22), True, False),  # nothing is late in a quiet week
    ("planned", MONDAY, date(2026, 11, 24), False, False),
    ("evaluated", MONDAY, date(2026, 11, 24), False, False),
    ("tried", None, MONDAY, False, False),
])
def test_due_for_evaluation(state, evaluate, today, due, overdue):
    assert days.due_for_evaluation(State(state), evaluate, None, today) == (due, overdue)
    assert days.due_for_evaluation(State(state), None, evaluate, today) == (due, overdue)
