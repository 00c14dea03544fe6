"""Which committee meets where, and what can be done with a meeting on which day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from trinvis.access import Place
from trinvis.errors import Code, Refused
from trinvis.meetings.rules import (
    Committee,
    MeetingState,
    Move,
    Sitting,
    check_days,
    check_move,
    committee_at,
    in_order,
    moves,
)

TODAY = date(2026, 11, 23)
BEFORE, AFTER = date(2026, 11, 22), date(2026, 11, 24)
EDIT, DECIDE, CANCEL, REOPEN = Move.EDIT, Move.DECIDE, Move.CANCEL, Move.REOPEN


@pytest.mark.parametrize(
    ("path", "walks", "committee"),
    [
        ("a/", False, Committee.HMU),
        ("a/", True, Committee.HMU),
        ("a/b/", False, None),
        ("a/b/c/", True, Committee.LMU),
        ("a/b/c/d/", False, None),
    ],
)
def test_a_committee_has_its_node(path: str, walks: bool, committee: Committee | None) -> None:
    assert committee_at(Place(UUID(int=1), path, walks)) == committee


@pytest.mark.parametrize(
    ("state", "on", "can"),
    [
        (MeetingState.PLANNED, AFTER, (EDIT, CANCEL)),
        (MeetingState.PLANNED, TODAY, (EDIT, DECIDE, CANCEL)),
        (MeetingState.PLANNED, BEFORE, (EDIT, DECIDE, CANCEL)),
        (MeetingState.HELD, BEFORE, (EDIT, DECIDE)),
        (MeetingState.CANCELLED, BEFORE, (REOPEN,)),
    ],
)
def test_moves(state: MeetingState, on: date, can: tuple[Move, ...]) -> None:
    assert moves(state, on, TODAY) == can
    for move in Move:
        if move in can:
            check_move(move, state, on, TODAY)
        else:
            with pytest.raises(Refused) as refused:
                check_move(move, state, on, TODAY)
            assert refused.value.code == Code.WRONG_STATE


@pytest.mark.parametrize(
    ("state", "on", "papers", "field"),
    [
        (MeetingState.PLANNED, AFTER, None, None),
        (MeetingState.PLANNED, AFTER, AFTER, None),
        (MeetingState.HELD, TODAY, BEFORE, None),
        (MeetingState.HELD, AFTER, None, "on"),
        (MeetingState.PLANNED, TODAY, AFTER, "papers_as_of"),
    ],
)
def test_days(state: MeetingState, on: date, papers: date | None, field: str | None) -> None:
    if field is None:
        return check_days(state, on, papers, TODAY)
    with pytest.raises(Refused) as refused:
        check_days(state, on, papers, TODAY)
    assert str(refused.value.facts["errors"]).count(f"'{field}'") == 1
    return None


@pytest.mark.parametrize(
    ("given", "whole"), [("ba", True), ("ab", True), ("a", False), ("aab", False), ("abc", False)]
)
def test_an_order_is_of_all_items_once(given: str, whole: bool) -> None:
    assert in_order(given, "ab") is whole


def test_a_committee_was_told_up_to_its_papers_day() -> None:
    assert Sitting(TODAY, BEFORE).seen == BEFORE
    assert Sitting(TODAY, None).seen == TODAY
