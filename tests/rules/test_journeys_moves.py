"""What may be done with sessions and requests for help, state by state."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from trinvis.access import TABLE, May, Role
from trinvis.errors import Code, Refused
from trinvis.journeys import moves as possible
from trinvis.journeys.rules import SessionState, SupportState

MARCH, APRIL, MAY, JUNE = date(2026, 3, 3), date(2026, 4, 7), date(2026, 5, 7), date(2026, 6, 4)


def refusal(act, *args):
    with pytest.raises(Refused) as caught:
        act(*args)
    return caught.value


# ---- sessions


@pytest.mark.parametrize(
    ("state", "day", "former", "problem"),
    [
        (SessionState.PLANNED, JUNE, None, None),
        (SessionState.PLANNED, MAY, None, None),
        (SessionState.PLANNED, APRIL, None, "in_past"),
        (SessionState.PLANNED, APRIL, APRIL, None),
        (SessionState.PLANNED, MARCH, APRIL, "in_past"),
        (SessionState.HELD, JUNE, None, "in_future"),
        (SessionState.HELD, JUNE, JUNE, "in_future"),
        (SessionState.HELD, MAY, None, None),
        (SessionState.HELD, MARCH, None, None),
    ],
)
def test_days_of_a_session(state, day, former, problem):
    if problem is None:
        possible.check_day(state, day, MAY, former)
    else:
        refused = refusal(possible.check_day, state, day, MAY, former)
        assert refused.facts == {"errors": [{"field": "day", "problem": problem}]}


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (SessionState.PLANNED, ["edit", "hold", "cancel"]),
        (SessionState.HELD, ["edit", "cancel"]),
        (SessionState.CANCELLED, []),
    ],
)
def test_moves_of_a_session(state, moves):
    held = frozenset({May.HOLD_SESSIONS})
    quiet = {"sealed": False, "opens": False}
    assert possible.session_moves(state, held, ended=False, **quiet) == moves
    assert possible.session_moves(state, held, ended=True, **quiet) == []
    assert possible.session_moves(state, frozenset(), ended=False, **quiet) == []


@pytest.mark.parametrize(("sealed", "opens"), list(product([True, False], repeat=2)))
def test_only_a_sealed_note_is_opened(sealed, opens):
    moves = possible.session_moves(SessionState.HELD, frozenset(), ended=True, sealed=sealed, opens=opens)
    assert moves == (["open_note"] if sealed and opens else [])


# ---- requests for help


@pytest.mark.parametrize(
    ("state", "asker", "helper"),
    [
        (SupportState.WANTED, ["edit", "withdraw"], ["agree"]),
        (SupportState.AGREED, ["edit", "done", "withdraw"], ["agree", "done"]),
        (SupportState.DONE, [], []),
        (SupportState.WITHDRAWN, [], []),
    ],
)
def test_moves_of_a_request(state, asker, helper):
    assert possible.support_moves(state, TABLE[Role.LEADER]) == asker
    assert possible.support_moves(state, TABLE[Role.HR]) == helper
    assert possible.support_moves(state, TABLE[Role.MEMBER]) == []
    for move in ("edit", "agree", "done", "withdraw"):
        if move in {*asker, *helper}:
            possible.check_support(move, state)
        else:
            assert refusal(possible.check_support, move, state).code is Code.WRONG_STATE
