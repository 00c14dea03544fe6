"""Planning a wave: days, units, prospects, conflicts, moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from trinvis.access import May
from trinvis.surveys.rules import Shown
from trinvis.surveys.waves import rules
from trinvis.surveys.waves.rules import Days, Node, Other, WaveMove

TODAY = date(2026, 3, 2)
GOOD = rules.proposed_days(TODAY)


def n(number: int) -> UUID:
    return UUID(int=number)


# A department (1) with 9 direct people, a section of 17 (2) and one of 6 (3).
NODES = [Node(n(1), None, n(1), 9), Node(n(2), n(1), n(1), 17), Node(n(3), n(1), n(1), 6)]


@pytest.mark.parametrize("step", range(366))
def test_proposed_days_are_good_on_any_day_of_the_year(step: int) -> None:
    today = TODAY + timedelta(days=step)
    assert rules.check_days(rules.proposed_days(today), today) == []


@pytest.mark.parametrize(
    ("changed", "field", "problem"),
    [
        ({"opens_on": TODAY}, "opens_on", "not_ahead"),
        ({"closes_on": GOOD.opens_on + timedelta(days=2)}, "closes_on", "too_short"),
        ({"closes_on": GOOD.opens_on + timedelta(days=57)}, "closes_on", "too_long_open"),
        ({"dialogue_on": GOOD.closes_on}, "dialogue_on", "not_soon_after"),
        ({"dialogue_on": GOOD.closes_on + timedelta(days=29)}, "dialogue_on", "not_soon_after"),
        ({"hmu_on": GOOD.closes_on + timedelta(days=80)}, "hmu_on", "too_early"),
    ],
)
def test_a_wrong_day_is_named(changed: dict[str, date], field: str, problem: str) -> None:
    found = rules.check_days(replace(GOOD, **changed), TODAY)
    assert (field, problem) in {(one.field, one.problem) for one in found}


def test_before_christmas_a_wave_is_proposed_to_close_in_the_new_year() -> None:
    days = rules.proposed_days(date(2026, 11, 23))
    assert (days.opens_on, days.closes_on) == (date(2026, 12, 14), date(2027, 1, 4))
    found = rules.check_days(replace(days, closes_on=date(2026, 12, 28)), date(2026, 11, 23))
    assert ("closes_on", "quiet_week", {"week": 53}) in [(one.field, one.problem, one.facts) for one in found]


def test_no_wave_opens_or_closes_in_a_quiet_week() -> None:
    days = Days(date(2026, 7, 6), date(2026, 7, 20), date(2026, 8, 3), date(2026, 10, 20))
    assert {(one.field, one.problem) for one in rules.check_days(days, TODAY)} == {
        ("opens_on", "quiet_week"), ("closes_on", "quiet_week"),
    }  # fmt: skip


def test_a_department_answers_as_one_unless_sections_are_large_enough() -> None:
    assert rules.as_one(NODES) == {n(1): n(1), n(2): n(1), n(3): n(1)}
    assert rules.offered(NODES) == [n(2)]
    assert rules.check_units(NODES, rules.as_one(NODES)) == []


@pytest.mark.parametrize(
    ("units", "problem"),
    [
        ({n(1): n(1), n(2): n(2), n(3): n(1)}, "unit_too_small"),  # 15 are left with the department
        ({n(1): n(2), n(2): n(2)}, "unit_missing"),
        ({n(1): n(2), n(2): n(2), n(3): n(3)}, "unit_too_small"),
        ({n(1): n(2), n(2): n(3), n(3): n(3)}, "unit_elsewhere"),  # the unit itself answers elsewhere
        ({n(1): n(9), n(2): n(1), n(3): n(1)}, "unit_elsewhere"),
        ({n(1): n(1), n(2): n(1), n(3): n(1), n(8): n(1)}, "unknown"),
    ],
)
def test_a_wrong_unit_is_named(units: dict[UUID, UUID], problem: str) -> None:
    assert problem in {one.problem for one in rules.check_units(NODES, units)}


def test_direct_people_and_small_sections_may_answer_with_a_named_section() -> None:
    assert rules.check_units(NODES, {n(1): n(2), n(2): n(2), n(3): n(2)}) == []


def test_what_will_probably_be_shown() -> None:
    assert rules.prospects(NODES, rules.as_one(NODES))[n(1)] is Shown.DETAIL
    small = [Node(n(1), None, n(1), 8)]
    assert rules.prospects(small, rules.as_one(small)) == {n(1): Shown.HIDDEN}
    two = [Node(n(1), None, n(1), 30), Node(n(2), n(1), n(1), 17)]
    assert rules.prospects(two, {n(1): n(1), n(2): n(2)}) == {n(1): Shown.DETAIL, n(2): Shown.MEANS}


def test_a_unit_of_sixteen_is_shown_at_half_response_and_one_of_twenty_eight_in_detail() -> None:
    for heads, level in ((rules.OFFERED, Shown.MEANS), (rules.OFFERED_DETAIL, Shown.DETAIL)):
        nodes = [Node(n(1), None, n(1), heads)]
        assert rules.prospects(nodes, rules.as_one(nodes)) == {n(1): level}


def test_waves_in_the_way() -> None:
    closed = GOOD.opens_on - rules.APART
    assert rules.conflicts([Other(n(7), n(1), open=False, closed_on=closed)], GOOD) == []
    near = rules.conflicts([Other(n(7), n(1), open=False, closed_on=closed + timedelta(days=1))], GOOD)
    assert [(one.field, one.problem) for one in near] == [("opens_on", "too_close")]
    assert rules.conflicts([Other(n(7), n(1), open=True, closed_on=None)], GOOD)[0].problem == "wave_open"


def test_who_decides() -> None:
    assert (rules.decider(1), rules.decider(2)) == ("lmu", "hmu")


LEADER, HR, TRIO = {May.PLAN_WAVE}, {May.PLAN_WAVE, May.PRINT_CODES}, {May.PRINT_CODES, May.CONFIRM_WAVE}


@pytest.mark.parametrize(
    ("state", "held", "confirmed", "planner", "can"),
    [
        ("draft", LEADER, False, True, "edit plan annul"),
        ("draft", TRIO, False, False, ""),
        ("planned", LEADER, False, True, "edit annul"),
        ("planned", TRIO, False, False, "confirm"),
        ("planned", TRIO, False, True, ""),
        ("planned", TRIO, True, False, "print"),
        ("planned", LEADER, True, True, "edit annul"),
        ("planned", HR, True, False, "edit print annul"),
        ("open", LEADER, True, True, "annul"),
        ("open", TRIO, True, False, "print"),
        ("closed", HR | TRIO, True, False, ""),
        ("annulled", HR | TRIO, True, False, ""),
    ],
)
def test_moves(state: str, held: set[May], confirmed: bool, planner: bool, can: str) -> None:
    confirms = May.CONFIRM_WAVE in held
    found = rules.moves(state, held, confirms=confirms, confirmed=confirmed, planner=planner)
    assert found == [WaveMove(word) for word in can.split()]
