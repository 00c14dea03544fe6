"""The three steps: what state a journey's records put them in, what is missing, who may do what. Pure.

Source: the section "Steps" of the domain; the decision note's three steps. A step's progress is
computed from the records; only *done* is something that people decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from trinvis.access import May
from trinvis.errors import Code, Refused

K = TypeVar("K")
NUMBERS = (1, 2, 3)
ASSESSMENT = ("tasks_conditions", "need", "ambition")
"""What step 2 writes down, in the order of the note."""


class Ended(StrEnum):
    """How a journey ended: the next round began, another department's goes on instead, or nobody walks."""

    COMPLETED = "completed"
    MERGED = "merged"
    CLOSED = "closed"


class SessionState(StrEnum):
    """A session is planned, then held or cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class SupportState(StrEnum):
    """wanted -> agreed (who, when) -> done; or withdrawn by the department."""

    WANTED = "wanted"
    AGREED = "agreed"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class StepState(StrEnum):
    """Where a step stands."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


# ---- the facts of a journey

@dataclass(frozen=True, slots=True)
class Held:
    """A session of step 1 that was held, and which parts of the step it covered."""

    day: date
    covers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """Agreements, or trials that left the draft, which all have or lack the same of who, what, when."""

    who: bool
    what: bool
    when: bool
    made_on: date
    """Day of the earliest of them."""

    @property
    def lacks(self) -> list[str]:
        """Which of who, what, when are not said."""
        return [word for word in ("who", "what", "when") if not getattr(self, word)]


@dataclass(frozen=True, slots=True)
class Dates:
    """The dated follow-ups of one kind, cancelled ones left out."""

    made_on: date
    planned: int = 0
    next: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What people decided about a step."""

    done_on: date | None = None
    out_of_order: str | None = None
    reopened_on: date | None = None
    reopened_because: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the state of a journey's steps hangs on."""

    held: Sequence[Held] = ()
    assessed: AbstractSet[str] = frozenset()
    """Which of `ASSESSMENT` are written."""
    assessed_on: date | None = None
    promises: Sequence[Promise] = ()
    agreements: int = 0
    trials: int = 0
    process: Dates | None = None
    result: Dates | None = None
    records: Mapping[int, Record] = field(default_factory=dict)
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one step stands."""

    number: int
    state: StepState
    since: date | None
    """Day since which it is in progress, or the day it was done; None before it began."""
    missing: tuple[Mapping[str, object], ...] = ()
    """What it needs before it can be done: codes with facts; empty once it is done."""
    record: Record = field(default_factory=Record)


def missing(facts: Facts, number: int, covers: Sequence[str]) -> tuple[Mapping[str, object], ...]:
    """What the step still needs: `{"code", ...facts}`, in the order in which it is asked for.

    `covers`: what held sessions must cover together (keys of the content pack).
    """
    if number == 1:
        if not facts.held:
            return ({"code": "session"},)
        covered = {cover for session in facts.held for cover in session.covers}
        return tuple({"code": "cover", "cover": cover} for cover in covers if cover not in covered)
    if number == 2:
        return tuple({"code": part} for part in ASSESSMENT if part not in facts.assessed)
    found: list[Mapping[str, object]] = []
    if all(promise.lacks for promise in facts.promises):
        nearest = min((promise.lacks for promise in facts.promises), key=len, default=[])
        found.append({"code": "promise", "lacks": nearest})
    if facts.process is None:
        found.append({"code": "follow_up_process"})
    if facts.result is None:
        found.append({"code": "follow_up_result"})
    return tuple(found)


def _evidence(facts: Facts, number: int) -> date | None:
    """The day of the first record that belongs to the step."""
    if number == 1:
        return min((session.day for session in facts.held), default=None)
    if number == 2:
        return facts.assessed_on
    days = [promise.made_on for promise in facts.promises]
    days += [dates.made_on for dates in (facts.process, facts.result) if dates]
    return min(days, default=None)


def standings(facts: Facts, covers: Sequence[str] = ()) -> tuple[Standing, Standing, Standing]:
    """The three steps as the records put them.

    In progress since the first record of the step or the day the step before was done, whichever
    came first; a reopened step since the day it was reopened.
    """
    found: list[Standing] = []
    for number in NUMBERS:
        record = facts.records.get(number, Record())
        if record.done_on:
            found.append(Standing(number, StepState.DONE, record.done_on, (), record))
            continue
        before = found[-1].record.done_on if found else None
        begun = [day for day in (_evidence(facts, number), before) if day]
        since = record.reopened_on or min(begun, default=None)
        state = StepState.IN_PROGRESS if since else StepState.NOT_STARTED
        found.append(Standing(number, state, since, missing(facts, number, covers), record))
    one, two, three = found
    return one, two, three


def furthest(rounds: Mapping[K, Facts]) -> K:
    """The round in which most steps are done, or begun; of equals the first."""

    def far(key: K) -> tuple[int, int]:
        states = [step.state for step in standings(rounds[key])]
        return states.count(StepState.DONE), states.count(StepState.IN_PROGRESS)

    return max(rounds, key=far)


# ---- moves of steps and rounds

def in_turn(steps: Sequence[Standing], number: int) -> bool:
    """Whether the step before is done, or there is none."""
    return number == 1 or steps[number - 2].state is StepState.DONE


def step_moves(step: Standing, held: AbstractSet[May], *, ended: bool) -> list[str]:
    """What somebody with these permissions may do with the step now."""
    if ended or May.COMPLETE not in held:
        return []
    if step.state is StepState.DONE:
        return ["reopen"]
    return [] if step.missing else ["complete"]


def complete(facts: Facts, number: int, covers: Sequence[str], sentence: str | None) -> str | None:
    """The sentence to keep with the step that is completed; None where it is its turn.

    Raises `Refused`: WRONG_STATE, STEP_INCOMPLETE (missing), SENTENCE_NEEDED (before: the number of
    the step that is not done). The note leaves the order free, so a sentence is all it takes.
    """
    _open(facts)
    steps = standings(facts, covers)
    step = steps[number - 1]
    if step.state is StepState.DONE:
        raise Refused(Code.WRONG_STATE, state=step.state.value)
    if step.missing:
        raise Refused(Code.STEP_INCOMPLETE, number=number, missing=list(step.missing))
    if in_turn(steps, number):
        return None
    if not sentence:
        raise Refused(Code.SENTENCE_NEEDED, before=number - 1)
    return sentence


def reopen(facts: Facts, number: int, reason: str | None) -> str:
    """The reason to keep. Raises `Refused`: WRONG_STATE, REASON_NEEDED."""
    _open(facts)
    step = standings(facts)[number - 1]
    if step.state is not StepState.DONE:
        raise Refused(Code.WRONG_STATE, state=step.state.value)
    if not reason:
        raise Refused(Code.REASON_NEEDED)
    return reason


def _open(facts: Facts) -> None:
    if facts.ended:
        raise Refused(Code.WRONG_STATE, state="ended")


def keeps_open(facts: Facts) -> list[Mapping[str, object]]:
    """What stands between this round and the next: codes with facts; empty if nothing does."""
    found: list[Mapping[str, object]] = []
    if not facts.records.get(3, Record()).done_on:
        found.append({"code": "step", "number": 3})
    waiting = [dates for dates in (facts.process, facts.result) if dates and dates.planned]
    if waiting:
        found.append({
            "code": "follow_ups",
            "count": sum(dates.planned for dates in waiting),
            "next": min((dates.next for dates in waiting if dates.next), default=None),
        })
    return found


def journey_moves(facts: Facts, held: AbstractSet[May]) -> list[str]:
    """What somebody with these permissions may do with the journey now."""
    if facts.ended:
        return []
    found = [may.value for may in (May.HOLD_SESSIONS, May.ASSESS, May.ASK_HELP) if may in held]
    if May.COMPLETE in held and not keeps_open(facts):
        found.append("next_round")
    return found
