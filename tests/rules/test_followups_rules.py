"""Days, series, and who may do what with a dated promise."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinvis.access import TABLE, May, Role
from trinvis.followups import rules
from trinvis.followups.rules import (
    AgreementState,
    Audience,
    FollowUpState,
    LogAct,
    PromiseAct,
    Unit,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        ("2026-11-22", "2026-11-23", True),
        ("2026-11-23", "2026-11-23", False),
        ("2026-11-24", "2026-11-23", False),
        ("2026-07-03", "2026-07-05", True),  # the Sunday before week 28
        ("2026-07-03", "2026-07-06", False),  # week 28 begins
        ("2026-07-03", "2026-08-02", False),  # week 31 ends
        ("2026-07-03", "2026-08-03", True),
        ("2026-07-15", "2026-08-03", True),
        ("2026-12-01", "2026-12-21", False),  # week 52
        ("2026-12-01", "2026-12-28", False),  # week 53, in the years that have one
        ("2026-12-01", "2027-01-04", True),
        ("2024-12-01", "2024-12-30", True),  # week 1 of the next year
    ],
)
def test_late_is_what_has_passed_except_in_quiet_weeks(due: str, today: str, late: bool) -> None:
    assert rules.overdue(day(due), day(today)) is late


def test_quiet_weeks_can_be_others() -> None:
    assert rules.overdue(day("2026-07-03"), day("2026-07-06"), {7})
    assert not rules.overdue(day("2026-02-01"), day("2026-02-12"), {7})


@pytest.mark.parametrize(
    ("today", "first", "second"),
    [
        ("2026-06-04", "2026-06-11", "2026-06-18"),  # as in the sketch
        ("2026-11-21", "2026-11-30", "2026-12-07"),  # a Saturday
        ("2026-06-29", "2026-08-03", "2026-08-10"),  # the summer between
        ("2026-06-22", "2026-06-29", "2026-08-03"),
        ("2026-12-10", "2026-12-17", "2027-01-04"),  # Christmas between
    ],
)
def test_two_working_days_are_proposed(today: str, first: str, second: str) -> None:
    assert rules.proposed_dates(day(today)) == (day(first), day(second))


@given(DAYS)
def test_proposed_days_are_never_quiet_never_at_a_weekend_and_never_the_same(today: date) -> None:
    first, second = rules.proposed_dates(today)
    assert today < first < second
    assert second - first >= timedelta(days=7)
    for proposed in (first, second):
        assert proposed.isoweekday() <= 5
        assert not rules.in_quiet_week(proposed)


@pytest.mark.parametrize(
    ("due", "every", "unit", "on", "expected"),
    [
        ("2026-11-23", 1, Unit.WEEK, None, "2026-11-30"),
        ("2026-11-23", 3, Unit.WEEK, None, "2026-12-14"),
        ("2026-11-23", 1, Unit.MONTH, None, "2026-12-23"),
        ("2026-11-23", 2, Unit.MONTH, None, "2027-01-23"),
        ("2026-01-31", 1, Unit.MONTH, None, "2026-02-28"),
        ("2028-01-31", 1, Unit.MONTH, None, "2028-02-29"),
        ("2026-02-28", 1, Unit.MONTH, None, "2026-03-28"),
        ("2026-02-28", 1, Unit.MONTH, 31, "2026-03-31"),  # a series set to the 31st returns to it
        ("2026-03-31", 1, Unit.MONTH, 31, "2026-04-30"),
        ("2026-12-31", 12, Unit.MONTH, None, "2027-12-31"),
        ("2026-01-15", 52, Unit.MONTH, None, "2030-05-15"),
    ],
)
def test_the_next_date_by_the_calendar(
    due: str, every: int, unit: Unit, on: int | None, expected: str
) -> None:
    assert rules.next_date(day(due), every, unit, on) == day(expected)


@pytest.mark.parametrize(
    ("due", "every", "unit", "after", "on", "expected"),
    [
        ("2026-11-23", 1, Unit.WEEK, "2026-11-23", None, "2026-11-30"),
        ("2026-11-23", 1, Unit.WEEK, "2026-11-20", None, "2026-11-30"),  # looked at early
        ("2026-11-02", 1, Unit.WEEK, "2026-11-23", None, "2026-11-30"),  # late: nothing is caught up on
        ("2026-07-02", 1, Unit.WEEK, "2026-07-02", None, "2026-08-06"),  # a Thursday stays one
        ("2026-12-17", 1, Unit.WEEK, "2026-12-17", None, "2027-01-07"),
        ("2026-11-21", 1, Unit.WEEK, "2026-11-21", None, "2026-11-28"),  # a Saturday that was chosen
        ("2026-11-15", 1, Unit.MONTH, "2026-11-15", 15, "2026-12-15"),
        ("2026-10-15", 1, Unit.MONTH, "2026-10-15", 15, "2026-11-16"),  # a Sunday
        ("2026-11-16", 1, Unit.MONTH, "2026-11-16", 15, "2026-12-15"),  # and back to the 15th
        ("2026-06-20", 1, Unit.MONTH, "2026-06-20", 20, "2026-08-03"),  # out of the summer
    ],
)
def test_a_series_goes_on(
    due: str, every: int, unit: Unit, after: str, on: int | None, expected: str
) -> None:
    found = rules.next_in_series(day(due), every, unit, after=day(after), day_of_month=on)
    assert found == day(expected)


def test_a_series_ends_with_the_calendar() -> None:
    assert rules.next_in_series(rules.LAST_DAY, 1, Unit.WEEK, after=rules.LAST_DAY) is None
    assert rules.next_in_series(day("2100-12-01"), 1, Unit.MONTH, after=day("2100-12-01")) is None


@given(DAYS, st.integers(1, 52), st.sampled_from(Unit), st.integers(-30, 4000))
def test_a_series_is_never_quiet_and_never_behind(due: date, every: int, unit: Unit, late: int) -> None:
    after = min(max(due + timedelta(days=late), rules.FIRST_DAY), date(2099, 12, 31))
    found = rules.next_in_series(due, every, unit, after=after, day_of_month=due.day)
    if found is not None:
        assert found > max(after, due)
        assert not rules.in_quiet_week(found)
        if unit is Unit.WEEK:
            assert found.isoweekday() == due.isoweekday()


LEADER, MEMBER = TABLE[Role.LEADER], TABLE[Role.MEMBER]
SECTION, AMBASSADOR = TABLE[Role.SECTION_LEADER], TABLE[Role.AMBASSADOR]


@pytest.mark.parametrize(
    ("held", "state", "owner", "expected"),
    [
        (
            LEADER,
            FollowUpState.PLANNED,
            False,
            ["log", "log_candid", "edit", "cancel"],
        ),
        (
            AMBASSADOR,
            FollowUpState.PLANNED,
            False,
            ["log", "log_candid", "edit", "cancel"],
        ),
        (SECTION, FollowUpState.PLANNED, False, ["log", "edit", "cancel"]),
        (LEADER, FollowUpState.HELD, False, ["log", "log_candid"]),
        (LEADER, FollowUpState.CANCELLED, True, ["reopen"]),
        (MEMBER, FollowUpState.PLANNED, False, []),
        (MEMBER, FollowUpState.PLANNED, True, ["log"]),
        (MEMBER, FollowUpState.CANCELLED, True, []),
        (frozenset(), FollowUpState.PLANNED, True, []),
        (TABLE[Role.HR], FollowUpState.PLANNED, False, []),
    ],
)
def test_who_may_what_with_a_follow_up(
    held: frozenset[May], state: FollowUpState, owner: bool, expected: list[str]
) -> None:
    assert rules.acts(held, state, owner=owner) == expected


@pytest.mark.parametrize(
    ("held", "audience", "own", "note", "readable", "expected"),
    [
        (LEADER, Audience.SHARED, False, True, True, [LogAct.CORRECT]),
        (LEADER, Audience.CANDID, False, True, True, [LogAct.CORRECT, LogAct.OPEN_NOTE]),
        (LEADER, Audience.CANDID, False, False, True, [LogAct.CORRECT]),
        (LEADER, Audience.CANDID, False, True, False, []),  # written before her time
        (AMBASSADOR, Audience.CANDID, False, True, True, [LogAct.OPEN_NOTE]),
        (AMBASSADOR, Audience.SHARED, False, True, True, []),
        (AMBASSADOR, Audience.SHARED, True, True, True, [LogAct.CORRECT]),
        (SECTION, Audience.SHARED, False, True, False, [LogAct.CORRECT]),
        (SECTION, Audience.CANDID, False, True, False, []),
        (MEMBER, Audience.SHARED, True, True, False, [LogAct.CORRECT]),
        (MEMBER, Audience.SHARED, False, True, False, []),
        (TABLE[Role.HR], Audience.CANDID, False, True, False, []),
        (frozenset(), Audience.SHARED, True, True, False, []),
    ],
)
def test_who_may_what_with_a_log(
    held: frozenset[May], audience: Audience, own: bool, note: bool, readable: bool, expected: list[LogAct]
) -> None:
    assert rules.log_acts(held, audience, own=own, has_note=note, readable=readable) == expected


def test_notes_written_before_ones_time_stay_closed() -> None:
    assert rules.reads_candid(day("2026-01-01"), day("2026-01-01"))
    assert not rules.reads_candid(day("2026-01-02"), day("2026-01-01"))
    assert not rules.reads_candid(None, day("2026-01-01"))


OPEN, DONE, CANCELLED = AgreementState.OPEN, AgreementState.DONE, AgreementState.CANCELLED


@pytest.mark.parametrize(
    ("held", "state", "owner", "expected"),
    [
        (LEADER, OPEN, False, [PromiseAct.EDIT, PromiseAct.DONE, PromiseAct.CANCEL]),
        (SECTION, OPEN, False, [PromiseAct.EDIT, PromiseAct.DONE, PromiseAct.CANCEL]),
        (LEADER, DONE, False, [PromiseAct.REOPEN]),
        (LEADER, CANCELLED, False, [PromiseAct.REOPEN]),
        (AMBASSADOR, OPEN, False, []),
        (AMBASSADOR, OPEN, True, [PromiseAct.DONE]),
        (MEMBER, OPEN, True, [PromiseAct.DONE]),
        (MEMBER, DONE, True, [PromiseAct.REOPEN]),
        (MEMBER, CANCELLED, True, []),
        (frozenset(), OPEN, True, []),
    ],
)
def test_who_may_what_with_an_agreement(
    held: frozenset[May], state: AgreementState, owner: bool, expected: list[PromiseAct]
) -> None:
    assert rules.promise_acts(held, state, owner=owner) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi prøver korte morgenmøder", "Vi prøver korte morgenmøder"),
        ("Vi prøver at begynde vagten med, at alle siger én ting", "Vi prøver at begynde vagten med…"),
        ("a" * 90, "a" * 80 + "…"),
        ("", ""),
    ],
)
def test_first_words(text: str, expected: str) -> None:
    assert rules.first_words(text) == expected


def test_the_pages_have_the_same_quiet_weeks() -> None:
    source = (Path(__file__).parents[2] / "frontend" / "src" / "ui" / "quietWeeks.ts").read_text()
    found = re.search(r"QUIET = \[([\d, ]+)\]", source)
    assert found
    assert {int(week) for week in found.group(1).split(",")} == rules.QUIET_WEEKS
