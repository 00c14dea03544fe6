"""HR's list: each reason when it holds, and on the day before it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from trinvis.errors import Code, Refused
from trinvis.tracks.rules import Dated, Seen, check_start, current_step, last_day, quarter_of, reasons, stage

TODAY = date(2026, 11, 23)
QUIET = date(2026, 12, 23)
"""In week 52."""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


GOING = Seen(
    round=1, steps=("done", "in_progress", "not_started"), moved_on=ago(3), ahead=TODAY + timedelta(days=7),
    contact_on=ago(10), known_since=ago(200),
)
INVITED = Seen(planned_start="2027-Q1", known_since=ago(10))
ALL_DONE = replace(GOING, steps=("done",) * 3)


def codes(seen: Seen, today: date = TODAY) -> list[str]:
    return [str(reason["code"]) for reason in reasons(seen, today)]


@pytest.mark.parametrize(
    ("seen", "wanted"),
    [
        (Seen(), []),
        (GOING, []),
        (INVITED, []),
        # help wanted
        (replace(GOING, wished_on=ago(0)), ["help_wanted"]),
        (Seen(wished_on=ago(1)), ["help_wanted"]),
        # due: today, and before
        (replace(GOING, passed=Dated("follow_up", TODAY)), ["due"]),
        (replace(GOING, passed=Dated("agreement", ago(1))), ["due"]),
        (replace(ALL_DONE, passed=Dated("evaluate", ago(1))), ["due"]),
        (replace(GOING, passed=Dated("follow_up", TODAY + timedelta(days=1))), []),
        # stuck: nothing ahead, once two weeks have passed since the last word
        (replace(GOING, ahead=None, moved_on=ago(13)), []),
        (replace(GOING, ahead=None, moved_on=ago(14)), ["stuck"]),
        (replace(GOING, moved_on=ago(14)), []),
        # stuck: nothing written for 60 days, whatever lies ahead
        (replace(GOING, moved_on=ago(59)), []),
        (replace(GOING, moved_on=ago(60)), ["stuck"]),
        # ... but never with all three steps in place, nor before a round
        (replace(ALL_DONE, ahead=None, moved_on=ago(100)), []),
        (replace(GOING, steps=(), ahead=None, moved_on=ago(100)), []),
        (replace(INVITED, moved_on=ago(100)), []),
        # the planned quarter is over
        (replace(INVITED, planned_start="2026-Q3"), ["start_passed"]),
        (replace(INVITED, planned_start="2026-Q4"), []),
        (replace(GOING, planned_start="2026-Q1"), []),
        # no contact
        (replace(GOING, contact_on=ago(59)), []),
        (replace(GOING, contact_on=ago(60)), ["no_contact"]),
        (replace(GOING, contact_on=None, known_since=ago(59)), []),
        (replace(GOING, contact_on=None, known_since=ago(60)), ["no_contact"]),
        (replace(ALL_DONE, contact_on=ago(61)), ["no_contact"]),
        (replace(INVITED, known_since=ago(60)), ["no_contact"]),
        (Seen(known_since=ago(300)), []),
        (Seen(contact_on=ago(300)), []),
        # all of it, in this order
        (
            replace(
                GOING, wished_on=ago(5), passed=Dated("session", ago(2)), moved_on=ago(70),
                contact_on=ago(80),
            ),
            ["help_wanted", "due", "stuck", "no_contact"],
        ),
    ],
)
def test_reasons(seen: Seen, wanted: list[str]) -> None:
    assert codes(seen) == wanted


def test_a_reason_carries_what_its_sentence_needs() -> None:
    seen = replace(GOING, passed=Dated("follow_up", ago(4)), moved_on=ago(61), contact_on=ago(90))
    assert reasons(seen, TODAY) == [
        {"code": "due", "kind": "follow_up", "on": ago(4), "late": True},
        {"code": "stuck", "step": 2, "on": ago(61), "why": "no_movement", "ahead": seen.ahead},
        {"code": "no_contact", "on": ago(90)},
    ]
    still = replace(GOING, ahead=None, moved_on=ago(20), contact_on=None, known_since=ago(99))
    assert reasons(still, TODAY) == [
        {"code": "stuck", "step": 2, "on": ago(20), "why": "nothing_ahead", "ahead": None},
        {"code": "no_contact", "on": None},
    ]


def test_in_a_quiet_week_nothing_is_due() -> None:
    passed = Dated("follow_up", QUIET - timedelta(days=9))
    seen = replace(GOING, passed=passed, moved_on=QUIET, contact_on=QUIET)
    assert codes(seen, QUIET) == []
    assert codes(seen, QUIET + timedelta(days=14)) == ["due"]


@pytest.mark.parametrize(
    ("round_", "planned", "wanted"),
    [
        (0, None, "not_invited"),
        (0, "2027-Q1", "planned"),
        (1, "2026-Q1", "in_progress"),
        (2, None, "in_progress"),
    ],
)
def test_stage(round_: int, planned: str | None, wanted: str) -> None:
    assert stage(round_, planned) == wanted


def test_the_step_to_speak_of() -> None:
    assert current_step(GOING.steps) == 2
    assert current_step(("in_progress", "done", "not_started")) == 1
    assert current_step(ALL_DONE.steps) is None
    assert current_step(()) is None


@pytest.mark.parametrize(
    ("day", "quarter", "last"),
    [
        (date(2026, 1, 1), "2026-Q1", date(2026, 3, 31)),
        (date(2026, 6, 30), "2026-Q2", date(2026, 6, 30)),
        (date(2026, 7, 1), "2026-Q3", date(2026, 9, 30)),
        (date(2026, 12, 31), "2026-Q4", date(2026, 12, 31)),
    ],
)
def test_quarters(day: date, quarter: str, last: date) -> None:
    assert quarter_of(day) == quarter
    assert last_day(quarter) == last


@pytest.mark.parametrize(
    ("wanted", "standing", "round_", "code", "problem"),
    [
        ("2026-Q5", None, 0, Code.INVALID, "not_a_quarter"),
        ("2026-Q0", None, 0, Code.INVALID, "not_a_quarter"),
        ("26-Q1", None, 0, Code.INVALID, "not_a_quarter"),
        ("2027-Q1 ", None, 0, Code.INVALID, "not_a_quarter"),
        ("2026-Q3", None, 0, Code.INVALID, "in_past"),
        ("2027-Q1", None, 1, Code.WRONG_STATE, None),
        (None, "2026-Q1", 1, Code.WRONG_STATE, None),
    ],
)
def test_a_start_that_cannot_be(
    wanted: str | None, standing: str | None, round_: int, code: Code, problem: str | None
) -> None:
    with pytest.raises(Refused) as refused:
        check_start(wanted, standing, round_, TODAY)
    assert refused.value.code is code
    if problem:
        assert refused.value.facts["errors"] == [{"field": "planned_start", "problem": problem}]


@pytest.mark.parametrize(
    ("wanted", "standing", "round_"),
    [("2026-Q4", None, 0), ("2027-Q1", "2026-Q2", 0), (None, "2026-Q2", 0), ("2026-Q1", "2026-Q1", 3)],
)
def test_a_start_that_can_be(wanted: str | None, standing: str | None, round_: int) -> None:
    check_start(wanted, standing, round_, TODAY)
