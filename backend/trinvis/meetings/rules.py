"""Meetings of committees: which committee meets where, what can be done now, what is new since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trinvis.access import May, Place
from trinvis.errors import Code, Refused, invalid


class Committee(StrEnum):
    """Which committee meets: HMU at the hospital's node, an LMU at a department's."""

    HMU = "hmu"
    LMU = "lmu"


class MeetingState(StrEnum):
    """A meeting is planned, held or cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Asks(StrEnum):
    """What the committee is asked to do: *godkender / drøfter / tager til efterretning*."""

    APPROVE = "approve"
    DISCUSS = "discuss"
    NOTE = "note"


class Move(StrEnum):
    """What can be done with a meeting."""

    EDIT = "edit"
    """Change its day, the day its papers speak of, its items and their order."""
    DECIDE = "decide"
    """Write what was decided; the meeting is held by that."""
    CANCEL = "cancel"
    REOPEN = "reopen"
    """Take a cancelling back."""


READS: dict[Committee, May] = {Committee.HMU: May.READ_OVERVIEW, Committee.LMU: May.READ}
"""What one must hold at the committee's node to read its meetings."""


def committee_at(place: Place) -> Committee | None:
    """The committee of a node: HMU at the top of the tree, an LMU where somebody walks, else none."""
    if place.path.count("/") == 1:
        return Committee.HMU
    return Committee.LMU if place.walks else None


def moves(state: MeetingState, on: date, today: date) -> tuple[Move, ...]:
    """What whoever keeps the committee's meetings can do with this one today."""
    if state == MeetingState.CANCELLED:
        return (Move.REOPEN,)
    if state == MeetingState.HELD:
        return (Move.EDIT, Move.DECIDE)
    return (Move.EDIT, *((Move.DECIDE,) if on <= today else ()), Move.CANCEL)


def check_move(move: Move, state: MeetingState, on: date, today: date) -> None:
    """Refuse (WRONG_STATE) what cannot be done with the meeting today."""
    if move not in moves(state, on, today):
        raise Refused(Code.WRONG_STATE, state=state.value, move=move.value)


def check_days(state: MeetingState, on: date, papers_as_of: date | None, today: date) -> None:
    """Refuse a meeting held tomorrow, and papers that speak of a day after their meeting."""
    if state == MeetingState.HELD and on > today:
        raise invalid("on", "in_future")
    if papers_as_of is not None and papers_as_of > on:
        raise invalid("papers_as_of", "after_meeting", meeting=on)


def in_order(given: Iterable[str], standing: Iterable[str]) -> bool:
    """Whether it is the same items once each, in whatever order."""
    wanted, kept = list(given), list(standing)
    return len(wanted) == len(set(wanted)) and set(wanted) == set(kept)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting that was not cancelled: its day, and the day its papers spoke of (None: no papers).

    *Siden sidste møde* counts from the last one before a day. On the day of a meeting that is the one
    before it: what the committee wants to hear of then.
    """

    on: date
    papers_as_of: date | None

    @property
    def seen(self) -> date:
        """The day up to which the committee has been told."""
        return self.papers_as_of or self.on
