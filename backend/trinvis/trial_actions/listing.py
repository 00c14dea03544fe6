"""The list of trial actions: filters, pages, newest first.

A page costs the same whatever the number of trials: few departments are each asked for their
newest by index and the answers merged; of many departments the newest of all are gone through
until the page is full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, and_, false, or_, select, type_coerce, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, reach, require
from trinvis.accounts.tables import Person
from trinvis.core import clock
from trinvis.core.columns import below, folded
from trinvis.core.db import Transaction
from trinvis.departments.queries import node, place, subtree
from trinvis.departments.tables import Department, Succession
from trinvis.trial_actions import days, rules
from trinvis.trial_actions.queries import person
from trinvis.trial_actions.rules import Decision, State
from trinvis.trial_actions.tables import TrialAction, TrialPlace

_FEW = 12
_END = UUID(int=2**128 - 1)

_OWNER: Any = aliased(Person)
_SUGGESTER: Any = aliased(Person)
_COLUMNS: tuple[Any, ...] = (
    TrialAction.id, TrialAction.title, TrialAction.change, TrialAction.state, TrialAction.decision,
    TrialAction.starts_on, TrialAction.ends_on, TrialAction.evaluate_on, TrialAction.cycle,
    TrialAction.learning, TrialAction.department_id, TrialAction.owner_id, TrialAction.suggested_by,
    col(Department.name).label("department_name"), _OWNER.name.label("owner_name"),
    _SUGGESTER.name.label("suggester_name"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is filtered by; None or empty: anything.

    `department` includes its subtree unless `beneath` is false.
    `tool`: trials that name it, drafts left out: an idea uses nothing yet.
    `place`: trials of nodes above that take place in this department, drafts left out.
    """

    department: UUID | None = None
    beneath: bool = True
    place: UUID | None = None
    states: Sequence[State] = ()
    decision: Decision | None = None
    owner: UUID | None = None
    factor: str | None = None
    tool: str | None = None
    words: str | None = None
    cursor: UUID | None = None
    limit: int = 50


def page(work: Transaction, me: Actor, wanted: Wanted) -> dict[str, object]:
    """A page of trials that the actor may read, and the cursor of the next.

    Raises `Refused(NOT_FOUND)` for a department whose plan the actor may not read.
    """
    if wanted.place is not None:
        return _answer(work, wanted, _taking_place(work, me, wanted, wanted.place))
    if wanted.department is not None:
        here = place(work, wanted.department)
        require(me, May.READ, here)
        if not wanted.beneath:
            return _answer(work, wanted, _own(wanted, col(TrialAction.department_id) == here.id))
        paths: tuple[str, ...] = (here.path,)
    else:
        paths = reach(me, May.READ)
    return _answer(work, wanted, _newest(work, paths, wanted))


def _answer(work: Transaction, wanted: Wanted, newest: Any) -> dict[str, object]:
    rows = work.rows(_told(newest)) if newest is not None else []
    shown = rows[: wanted.limit]
    return {
        "items": [_brief(row) for row in shown],
        "next": shown[-1].id if len(rows) > wanted.limit else None,
    }


def _taking_place(work: Transaction, me: Actor, wanted: Wanted, department_id: UUID) -> Any:
    """A select of the ids of trials of other nodes that take place in a department one reads."""
    here = node(work, department_id)
    require(me, May.READ, here.place)
    seats = [here.id, here.walking_id or here.id]
    # What a department continues took part on its behalf.
    before = select(col(Succession.predecessor_id)).where(col(Succession.successor_id).in_(seats))
    there = select(col(TrialPlace.trial_action_id)).where(
        or_(col(TrialPlace.department_id).in_(seats), col(TrialPlace.department_id).in_(before))
    )
    return _own(wanted, col(TrialAction.id).in_(there), col(TrialAction.state) != State.DRAFT)


def _own(wanted: Wanted, *where: ColumnElement[bool]) -> Any:
    """A select of the newest ids that fit the condition and the filters, and one more."""
    found = select(col(TrialAction.id)).where(*where, *_limits(wanted))
    return found.order_by(col(TrialAction.id).desc()).limit(wanted.limit + 1)


def _newest(work: Transaction, paths: Sequence[str], wanted: Wanted) -> Any:
    """A select of the ids on this page and one more; None if nothing can be on it."""
    if not paths:
        return None
    nodes = [row.id for row in work.rows(
        select(col(Department.id)).where(or_(*(subtree(path) for path in paths))).limit(_FEW + 1)
    )]
    if len(nodes) > _FEW:
        # The empty text keeps the planner from sorting everything that the path's index finds.
        path = col(TrialAction.department_path) + ""
        return _own(wanted, or_(*(and_(path >= low, path < high) for low, high in map(below, paths))))
    if not nodes:
        return None
    each = [_own(wanted, col(TrialAction.department_id) == node).subquery() for node in nodes]
    together = union_all(*(select(part.c.id) for part in each)).subquery()
    return select(together.c.id).order_by(together.c.id.desc()).limit(wanted.limit + 1)


def _limits(wanted: Wanted) -> list[ColumnElement[bool]]:
    # Always from somewhere on, so that the planner walks along the ids instead of sorting them.
    found: list[ColumnElement[bool]] = [col(TrialAction.id) < (wanted.cursor or _END)]
    if wanted.states:
        found.append(col(TrialAction.state).in_(wanted.states))
    if wanted.decision:
        found.append(col(TrialAction.decision) == wanted.decision)
    if wanted.owner:
        found.append(col(TrialAction.owner_id) == wanted.owner)
    if wanted.factor:
        found.append(type_coerce(col(TrialAction.factors), Text).like(f'%"{wanted.factor}"%'))
    if wanted.tool:
        found.append(type_coerce(col(TrialAction.tools), Text).like(f'%"{wanted.tool}"%'))
        found.append(col(TrialAction.state) != State.DRAFT)
    if wanted.words:
        # Folded words are letters and digits: nothing in them means anything to LIKE.
        words = folded(wanted.words).split()
        found += [col(TrialAction.folded).like(f"%{word}%") for word in words] or [false()]
    return found


def _told(newest: Any) -> Any:
    ids = newest.subquery()
    return (
        select(*_COLUMNS)
        .select_from(TrialAction)
        .join(ids, ids.c.id == TrialAction.id)
        .join(Department, col(Department.id) == TrialAction.department_id)
        .outerjoin(_OWNER, _OWNER.id == TrialAction.owner_id)
        .outerjoin(_SUGGESTER, _SUGGESTER.id == TrialAction.suggested_by)
        .order_by(col(TrialAction.id).desc())
    )


def _brief(row: Any) -> dict[str, object]:
    state = State(row.state)
    due, _ = days.due_for_evaluation(state, row.evaluate_on, row.ends_on, clock.today())
    return {
        "id": row.id, "title": rules.title_of(row.title, row.change), "change": row.change, "state": state,
        "decision": row.decision, "department": {"id": row.department_id, "name": row.department_name},
        "owner": person(row.owner_id, row.owner_name), "starts_on": row.starts_on, "ends_on": row.ends_on,
        "evaluate_on": row.evaluate_on, "cycle": row.cycle, "learning": row.learning,
        "suggested_by": person(row.suggested_by, row.suggester_name), "evaluate_due": due,
    }
