"""What a trial action may become, who may move it, what is missing. Pure; its days are in `days.py`.

Source: the section "Trial actions" of the domain: draft -> planned -> running -> tried -> evaluated,
cancelling before it was tried, extending after. There is no other edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from trinvis.access import May
from trinvis.errors import Code, Refused
from trinvis.followups.rules import first_words


class State(StrEnum):
    """kladde, planlagt, i gang, afprøvet, evalueret, aflyst."""

    DRAFT = "draft"
    PLANNED = "planned"
    RUNNING = "running"
    TRIED = "tried"
    EVALUATED = "evaluated"
    CANCELLED = "cancelled"


class Decision(StrEnum):
    """Vi beholder det / Vi justerer og prøver igen / Vi stopper her."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


class AsPlanned(StrEnum):
    """Was it done as planned?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Matched(StrEnum):
    """Did it go as predicted?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class AgreedWith(StrEnum):
    """Whom the decision was agreed with: ledelsen or TRIO."""

    MANAGEMENT = "management"
    TRIO = "trio"


class Act(StrEnum):
    """What can be done with a trial action; the words of `can`. The first six move its state."""

    PLAN = "plan"
    START = "start"
    FINISH = "finish"
    EXTEND = "extend"
    EVALUATE = "evaluate"
    CANCEL = "cancel"
    EDIT_PLAN = "edit_plan"
    EDIT_STUDY = "edit_study"
    NOTE = "note"
    UNDO = "undo"


class Tie(StrEnum):
    """What connects a person to a trial beside her roles."""

    OWNER = "owner"
    SUGGESTER = "suggester"


Right = May | Tie

EDGES: dict[Act, dict[State, State]] = {
    Act.PLAN: {State.DRAFT: State.PLANNED},
    Act.START: {State.PLANNED: State.RUNNING},
    Act.FINISH: {State.RUNNING: State.TRIED},
    Act.EXTEND: {State.TRIED: State.RUNNING},
    Act.EVALUATE: {State.TRIED: State.EVALUATED},
    Act.CANCEL: dict.fromkeys((State.DRAFT, State.PLANNED, State.RUNNING), State.CANCELLED),
}

HAPPENED: dict[Act, str] = {
    Act.PLAN: "planned", Act.START: "started", Act.FINISH: "tried", Act.EXTEND: "extended",
    Act.EVALUATE: "evaluated", Act.CANCEL: "cancelled",
}
"""What a move is called once it is made: in the history, and before `_at` in the record."""

_DRAFT = frozenset({State.DRAFT})
AT_WORK = frozenset({State.RUNNING, State.TRIED})
TOLD_OF = AT_WORK | {State.EVALUATED}
"""States of a trial that has begun: of which something can be told, and which count as tried."""
_ALL = frozenset(State)

RIGHTS: dict[Act, dict[Right, frozenset[State]]] = {
    Act.PLAN: {May.DRAFT: _DRAFT},
    Act.START: {May.DECIDE: frozenset({State.PLANNED})},
    Act.FINISH: dict.fromkeys((May.DRAFT, Tie.OWNER), frozenset({State.RUNNING})),
    Act.EXTEND: {May.DECIDE: frozenset({State.TRIED})},
    Act.EVALUATE: {May.DECIDE: frozenset({State.TRIED})},
    Act.CANCEL: {May.DECIDE: frozenset(EDGES[Act.CANCEL]), May.DRAFT: _DRAFT, Tie.SUGGESTER: _DRAFT},
    Act.EDIT_PLAN: {
        May.DRAFT: frozenset({State.DRAFT, State.PLANNED, State.RUNNING}),
        Tie.SUGGESTER: _DRAFT,
    },
    Act.EDIT_STUDY: dict.fromkeys((May.DRAFT, Tie.OWNER), AT_WORK),
    Act.NOTE: dict.fromkeys((May.DRAFT, Tie.OWNER), _ALL),
}
"""Who may do what in which state. Undoing stands apart: it needs the right of the move it undoes."""

PLAN = (
    "title", "change", "prediction", "measure", "owner_id", "starts_on", "ends_on", "evaluate_on",
    "situation", "aim", "for_whom", "where", "data_plan", "factors", "dimensions", "tools",
)
PLAN_NEEDS = ("change", "prediction", "measure", "owner_id", "starts_on", "ends_on")
EVALUATION_NEEDS = ("happened", "prediction_matched", "learning")
OPEN_WHILE_RUNNING = frozenset({"title", "owner_id", "ends_on", "evaluate_on"})
"""What of the plan may still change once it runs: the sentences are what is being tested."""

UNDO_WITHIN = timedelta(minutes=10)
STILL_DONE = "Gør vi det stadig?"
"""The question of the follow-up that an adopted trial leaves behind. It is kept as text in the
department's language, like every question that somebody there could have written."""


def rights(held: frozenset[May], *, owner: bool, suggester: bool) -> frozenset[Right]:
    """What the actor brings to this trial: the roles' permissions and her ties to it."""
    found: set[Right] = set(held)
    if owner and May.READ in held:
        found.add(Tie.OWNER)
    if suggester and May.SUGGEST in held:
        found.add(Tie.SUGGESTER)
    return frozenset(found)


def held_for(
    home: frozenset[May], at_places: Iterable[frozenset[May]], state: State
) -> frozenset[May]:
    """The permissions that count for a trial, from those at its node and those at its places.

    What one may do with a trial hangs on the node it belongs to. Whoever reads a department in which it
    takes place reads it too, and no more, once it is more than a draft; if she owns it she records it,
    as every owner does (`Tie.OWNER`).
    """
    reads = state is not State.DRAFT and any(May.READ in held for held in at_places)
    return home | {May.READ} if reads else home


def may_ever(act: Act, mine: frozenset[Right]) -> bool:
    """Whether the actor may do this in some state: else the answer is 403 whatever the state."""
    return any(right in mine for right in RIGHTS[act])


def may_now(act: Act, state: State, mine: frozenset[Right]) -> bool:
    """Whether the actor may do this in this state."""
    return any(state in states for right, states in RIGHTS[act].items() if right in mine)


def after(act: Act, state: State) -> State:
    """The state the move leads to. Raises `Refused(WRONG_STATE)` where there is no edge."""
    if state not in EDGES[act]:
        raise Refused(Code.WRONG_STATE, state=state, move=act)
    return EDGES[act][state]


def editable(state: State, mine: frozenset[Right]) -> list[str]:
    """Fields of the plan that the actor may change now; another department can join while it runs."""
    if not may_now(Act.EDIT_PLAN, state, mine):
        return []
    own = [name for name in PLAN if state is not State.RUNNING or name in OPEN_WHILE_RUNNING]
    return [*own, "places"]


@dataclass(frozen=True, slots=True)
class LastMove:
    """The last change of state: what an undo puts back. `former` is field -> JSON value."""

    act: Act
    came_from: State
    by: UUID
    at: datetime
    version: int
    former: Mapping[str, object] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """What the record keeps."""
        return {
            "act": self.act.value, "from": self.came_from.value, "by": str(self.by),
            "at": self.at.isoformat(), "version": self.version, "former": dict(self.former),
        }

    @classmethod
    def of(cls, kept: Mapping[str, object] | None) -> LastMove | None:
        """Read what the record keeps; None before the first move."""
        if not kept:
            return None
        former = kept["former"]
        assert isinstance(former, dict)
        return cls(
            Act(str(kept["act"])), State(str(kept["from"])), UUID(str(kept["by"])),
            datetime.fromisoformat(str(kept["at"])), int(str(kept["version"])), former,
        )


def undo_until(
    last: LastMove | None, *, me: UUID, version: int, now: datetime, mine: frozenset[Right]
) -> datetime | None:
    """Until when the actor may take back the last move; None if not at all.

    Only her own, only while nothing followed (the version is the one the move left), only within
    ten minutes, only with the right to have made it, and never an evaluation: that is final, so
    its consequence is shown before.
    """
    if last is None or last.act is Act.EVALUATE or last.by != me or last.version != version:
        return None
    until = last.at + UNDO_WITHIN
    return until if now < until and may_ever(last.act, mine) else None


def acts(state: State, mine: frozenset[Right], *, undo: datetime | None = None) -> list[Act]:
    """Everything the actor may do now, in the order of `Act`: the reply's `can`."""
    return [
        act for act in Act
        if (undo is not None if act is Act.UNDO else may_now(act, state, mine))
    ]


# ---- what is missing

def _missing(values: Mapping[str, object], needed: tuple[str, ...]) -> list[str]:
    return [name for name in needed if values.get(name) is None or values.get(name) == ""]


def missing_for_plan(values: Mapping[str, object]) -> list[str]:
    """Fields that `planned` needs and that are empty, in the form's order."""
    return _missing(values, PLAN_NEEDS)


def missing_for_evaluation(values: Mapping[str, object]) -> list[str]:
    """Fields that `evaluated` needs and that are empty; the decision comes with the move."""
    return _missing(values, EVALUATION_NEEDS)


def faults(values: Mapping[str, object], *, complete: bool = False) -> list[tuple[str, str]]:
    """What is wrong with a plan, as (field, problem); `complete`: all that `planned` needs must be there."""
    found = [(name, "missing") for name in _missing(values, PLAN_NEEDS if complete else ("change",))]
    start, end, evaluate = (values.get(name) for name in ("starts_on", "ends_on", "evaluate_on"))
    if isinstance(start, date):
        # An evaluation at the end is the end's fault, not one of its own.
        days = {"ends_on": end, "evaluate_on": None if evaluate == end else evaluate}
        found += [
            (name, "before_start") for name, day in days.items() if isinstance(day, date) and day < start
        ]
    return found


# ---- words

def title_of(title: str | None, change: str) -> str:
    """The title, or the first six words of what is tried."""
    return title or first_words(change)


def history(moments: Mapping[str, datetime | None], *, suggested: bool) -> list[tuple[str, datetime]]:
    """The way here, oldest first: what happened (`created`, `planned`, `started`, ...) and when."""
    found = [
        ("suggested" if what == "created" and suggested else what, at)
        for what, at in moments.items() if at is not None
    ]
    return sorted(found, key=lambda each: each[1])
