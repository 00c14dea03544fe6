"""What may be done with sessions and requests for help, state by state. Pure."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from trinvis.access import May
from trinvis.errors import Code, Refused, invalid
from trinvis.journeys.rules import SessionState, SupportState

# ---- sessions

def session_moves(
    state: SessionState, held: AbstractSet[May], *, ended: bool, sealed: bool, opens: bool
) -> list[str]:
    """What may be done with a session now.

    `held`: permissions at every one of its departments; `ended`: all their rounds are over;
    `sealed`: it has a note *Kun for os*; `opens`: the actor may read that.
    """
    found: list[str] = []
    if May.HOLD_SESSIONS in held and not ended and state is not SessionState.CANCELLED:
        # A held session may be cancelled too: what was entered by mistake must not count for ever.
        found += ["edit", "hold", "cancel"] if state is SessionState.PLANNED else ["edit", "cancel"]
    if sealed and opens:
        found.append("open_note")
    return found


def check_day(state: SessionState, day: date, today: date, former: date | None = None) -> None:
    """Refuse a day that does not fit: planned is today or later, held is today or earlier.

    A planned day that has passed may stand (`former`): then something else is being changed.
    """
    if state is SessionState.PLANNED and day < today and day != former:
        raise invalid("day", "in_past")
    if state is SessionState.HELD and day > today:
        raise invalid("day", "in_future")


# ---- requests for help

_HELP: dict[str, tuple[AbstractSet[May], AbstractSet[SupportState]]] = {
    "edit": ({May.ASK_HELP}, {SupportState.WANTED, SupportState.AGREED}),
    "agree": ({May.SUPPORT}, {SupportState.WANTED, SupportState.AGREED}),
    "done": ({May.SUPPORT, May.ASK_HELP}, {SupportState.AGREED}),
    "withdraw": ({May.ASK_HELP}, {SupportState.WANTED, SupportState.AGREED}),
}
"""Move -> (any of these permissions, from these states)."""


def support_moves(state: SupportState, held: AbstractSet[May]) -> list[str]:
    """What somebody with these permissions may do with the request now."""
    return [move for move, (mays, states) in _HELP.items() if state in states and held & mays]


def check_support(move: str, state: SupportState) -> None:
    """Refuse a move from a state that has no such way out (WRONG_STATE)."""
    if state not in _HELP[move][1]:
        raise Refused(Code.WRONG_STATE, state=state.value)
