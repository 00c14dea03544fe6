"""The facts behind the steps, for any number of journeys in one statement."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Row,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlmodel import col

from trinvis.core import clock
from trinvis.core.columns import Moment
from trinvis.core.db import Transaction
from trinvis.departments.tables import Department
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpKind, FollowUpState
from trinvis.journeys.rules import Dates, Facts, Held, Promise, Record, SessionState, Standing, standings
from trinvis.journeys.tables import Journey, SessionPlace, Step, StepSession
from trinvis.trial_actions.tables import State, TrialAction

_EMPTY: Mapping[str, ColumnElement[Any]] = {
    "number": cast(null(), Integer), "flags": cast(null(), Integer), "day": cast(null(), Date),
    "other_day": cast(null(), Date), "at": cast(null(), Moment), "text": cast(null(), Text),
    "other_text": cast(null(), Text),
}
_WHO, _WHAT, _WHEN = 1, 2, 4
_TASKS, _NEED, _AMBITION = 1, 2, 4


def _part(part: str, **columns: Any) -> Select[Any]:
    """A select of the union's columns; what a part does not have stays empty."""
    return select(
        literal(part, Text).label("part"), col(Journey.id).label("journey_id"),
        *(columns.get(name, empty).label(name) for name, empty in _EMPTY.items()),
    )


def _flags(*conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    """The conditions as bits, the first the lowest.

    Constants are written out: PostgreSQL takes an expression with a parameter in GROUP BY for
    another one than the same expression in the select.
    """
    total: ColumnElement[Any] = literal_column("0", Integer)
    for place, condition in enumerate(conditions):
        total = total + case((condition, literal_column(str(1 << place))), else_=literal_column("0"))
    return total


def _written(column: Any) -> ColumnElement[bool]:
    return and_(col(column).is_not(None), col(column) != literal_column("''"))


def counts_for(table: Any) -> ColumnElement[bool]:
    """A condition on a record and `Journey`: the record counts for the journey.

    It names the journey; or, while that is open, it names none and stands in the walking
    department or a section that follows it: written before anybody had begun.
    """
    here = col(Department.walking_id) == Journey.department_id
    nodes = select(col(Department.id)).where(here).correlate(Journey)
    return or_(
        table.journey_id == Journey.id,
        and_(table.journey_id.is_(None), col(Journey.ended_on).is_(None), table.department_id.in_(nodes)),
    )


def _lines(ids: Sequence[UUID]) -> CompoundSelect[Any]:
    agreed = _flags(
        col(Agreement.owner_id).is_not(None), _written(Agreement.what), col(Agreement.due).is_not(None)
    )
    tried = _flags(
        col(TrialAction.owner_id).is_not(None), _written(TrialAction.change),
        and_(col(TrialAction.starts_on).is_not(None), col(TrialAction.ends_on).is_not(None)),
    )
    planned = col(FollowUp.state) == FollowUpState.PLANNED
    parts = [
        _part("journey", flags=_flags(
            _written(Journey.tasks_conditions), _written(Journey.need), _written(Journey.ambition),
        ), day=Journey.assessed_on, other_day=Journey.ended_on).select_from(Journey),
        _part("step", number=Step.number, day=Step.done_on, other_day=Step.reopened_on,
              text=Step.out_of_order, other_text=Step.reopened_because)
        .join(Step, col(Step.journey_id) == Journey.id),
        _part("held", day=StepSession.day, text=type_coerce(StepSession.covers, Text))
        .join(SessionPlace, col(SessionPlace.journey_id) == Journey.id)
        .join(StepSession, and_(col(StepSession.id) == SessionPlace.session_id,
                                col(StepSession.state) == SessionState.HELD)),
        _part("agreement", number=func.count(), flags=agreed, at=func.min(Agreement.created_at))
        .join(Agreement, and_(counts_for(Agreement), col(Agreement.state) != AgreementState.CANCELLED))
        .group_by(col(Journey.id), agreed),
        _part("trial", number=func.count(), flags=tried, at=func.min(func.coalesce(
            TrialAction.planned_at, TrialAction.created_at)))
        .join(TrialAction, and_(counts_for(TrialAction),
                                col(TrialAction.state).not_in((State.DRAFT, State.CANCELLED))))
        .group_by(col(Journey.id), tried),
        _part(
            "dates", number=func.sum(case((planned, 1), else_=0)), text=FollowUp.kind,
            day=func.min(case((planned, FollowUp.due))), other_day=func.max(FollowUp.due),
            at=func.min(FollowUp.created_at),
        )
        .join(FollowUp, and_(counts_for(FollowUp), col(FollowUp.state) != FollowUpState.CANCELLED))
        .group_by(col(Journey.id), FollowUp.kind),
    ]
    return union_all(*(part.where(col(Journey.id).in_(ids)) for part in parts))


def facts_of(work: Transaction, journey_ids: Iterable[UUID]) -> dict[UUID, Facts]:
    """The facts of these journeys, in one statement; journeys that do not exist are left out."""
    lines: dict[UUID, dict[str, list[Row[Any]]]] = defaultdict(lambda: defaultdict(list))
    ids = list(journey_ids)
    for row in work.rows(_lines(ids)) if ids else ():
        lines[row.journey_id][row.part].append(row)
    return {journey_id: _facts(parts) for journey_id, parts in lines.items()}


def _facts(parts: Mapping[str, list[Row[Any]]]) -> Facts:
    (journey,) = parts["journey"]
    written = {"tasks_conditions": _TASKS, "need": _NEED, "ambition": _AMBITION}
    promises = [*parts["agreement"], *parts["trial"]]
    dates = {
        row.text: Dates(clock.day_of(row.at), row.number, row.day, row.other_day) for row in parts["dates"]
    }
    return Facts(
        held=[Held(row.day, json.loads(row.text)) for row in parts["held"]],
        assessed={part for part, bit in written.items() if journey.flags & bit},
        assessed_on=journey.day,
        promises=[
            Promise(
                who=bool(row.flags & _WHO), what=bool(row.flags & _WHAT), when=bool(row.flags & _WHEN),
                made_on=clock.day_of(row.at),
            )
            for row in promises
        ],
        agreements=sum(row.number for row in parts["agreement"]),
        trials=sum(row.number for row in parts["trial"]),
        process=dates.get(FollowUpKind.PROCESS), result=dates.get(FollowUpKind.RESULT),
        records={
            row.number: Record(row.day, row.text, row.other_day, row.other_text) for row in parts["step"]
        },
        ended=journey.other_day is not None,
    )


def steps_of(
    work: Transaction, journey_ids: Iterable[UUID], covers: Sequence[str] = ()
) -> dict[UUID, tuple[Standing, Standing, Standing]]:
    """The three steps of each of these journeys, in one statement.

    `covers`: the content pack's `cover_keys()`, wherever `missing` is read; state and day do not
    hang on them.
    """
    return {journey_id: standings(facts, covers) for journey_id, facts in facts_of(work, journey_ids).items()}
