"""Experiences as they are read: once shared by everybody who signs in, else by their department."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Text, and_, func, literal, or_, select, type_coerce
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.departments.queries import PLACE, within
from trinvis.departments.tables import Department
from trinvis.experiences.families import families
from trinvis.experiences.tables import Experience, ExperienceState, Origin
from trinvis.trial_actions.rules import State, title_of
from trinvis.trial_actions.tables import TrialAction

TOLD_FOR = timedelta(days=30)
FEW = 5
_LATEST = date(9999, 12, 31)
_BRIEF = (
    "id", "department_id", "origin", "origin_id", "state", "title", "did", "learned", "advice", "factors",
    "tools", "shared_on", "version",
)
_WHOLE = (*_BRIEF, "consent", "consented_by", "withdrawn_on", "created_by", "created_at")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is filtered by; None: anything. `department` includes its subtree."""

    state: ExperienceState = ExperienceState.SHARED
    department: str | None = None
    factor: str | None = None
    tool: str | None = None
    cursor: UUID | None = None
    limit: int = 50


def _select(names: Iterable[str]) -> Any:
    return select(
        *(getattr(Experience, name) for name in names), col(Department.name).label("department_name"),
        *(getattr(Department, name) for name in PLACE),
    ).join(Department, col(Department.id) == Experience.department_id)  # fmt: skip


def one(work: Transaction, experience_id: UUID) -> Any:
    """The experience with its department's place. Raises `Refused(NOT_FOUND)`."""
    return work.one(_select(_WHOLE).where(col(Experience.id) == experience_id))


def page(work: Transaction, me: Actor, wanted: Wanted) -> tuple[list[dict[str, Any]], UUID | None]:
    """A page of what the actor may read, shared last first, and the cursor of the next."""
    shared = func.coalesce(Experience.shared_on, literal(_LATEST))
    found = _select(_BRIEF).where(col(Experience.state) == wanted.state, *_limits(me, wanted))
    if wanted.cursor:
        last = aliased(Experience)
        day = select(func.coalesce(last.shared_on, literal(_LATEST))).where(col(last.id) == wanted.cursor)
        on = day.scalar_subquery()
        found = found.where(or_(shared < on, and_(shared == on, col(Experience.id) < wanted.cursor)))
    rows = work.rows(found.order_by(shared.desc(), col(Experience.id).desc()).limit(wanted.limit + 1))
    shown = rows[: wanted.limit]
    return briefs(work, shown), shown[-1].id if len(rows) > wanted.limit else None


def _limits(me: Actor, wanted: Wanted) -> list[Any]:
    found: list[Any] = []
    if wanted.state != ExperienceState.SHARED:
        found.append(within(reach(me, May.READ)))
    if wanted.department:
        found.append(within([wanted.department]))
    for column, key in ((Experience.factors, wanted.factor), (Experience.tools, wanted.tool)):
        if key:
            found.append(type_coerce(col(column), Text).like(f'%"{key}"%'))
    return found


def briefs(work: Transaction, rows: Sequence[Any]) -> list[dict[str, Any]]:
    """Rows as lists carry them, with how often each was tried and kept."""
    family = families(work, [row.id for row in rows])
    return [
        {
            "id": row.id, "title": row.title, "learned": row.learned, "state": row.state,
            "origin": row.origin, "factors": row.factors, "tools": row.tools, "shared_on": row.shared_on,
            "department": {"id": row.department_id, "name": row.department_name},
            "tried": family[row.id].tried, "kept": family[row.id].kept,
        }
        for row in rows
    ]  # fmt: skip


def listed(work: Transaction, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """These experiences as lists carry them, whoever asks."""
    return briefs(work, work.rows(_select(_BRIEF).where(col(Experience.id).in_(ids))))


def told_of(
    work: Transaction, department_id: UUID, origin: Origin, origin_id: UUID
) -> list[dict[str, Any]]:
    """What the department has told of this record, withdrawn or not."""
    rows = work.rows(
        _select(_BRIEF).where(
            col(Experience.department_id) == department_id, col(Experience.origin) == origin,
            col(Experience.origin_id) == origin_id,
        )
    )  # fmt: skip
    return briefs(work, rows)


def of_chain(work: Transaction, me: Actor, chain_id: UUID) -> list[dict[str, Any]]:
    """What was told of a cycle of this chain, as far as the actor reads it."""
    cycles = select(col(TrialAction.id)).where(col(TrialAction.chain_id) == chain_id)
    rows = work.rows(
        _select(_BRIEF)
        .where(
            col(Experience.origin) == Origin.TRIAL_ACTION, col(Experience.origin_id).in_(cycles),
            or_(col(Experience.state) == ExperienceState.SHARED, within(reach(me, May.READ))),
        )
        .order_by(col(Experience.id))
    )  # fmt: skip
    return briefs(work, rows)


def shared_by(work: Transaction, departments: Any) -> int:
    """How many experiences these nodes share; `departments`: a select of ids."""
    found: int = work.one(
        select(func.count()).where(
            col(Experience.department_id).in_(departments), col(Experience.state) == ExperienceState.SHARED
        )
    )[0]
    return found


def places(work: Transaction) -> list[dict[str, Any]]:
    """Departments that have shared something, in the organisation's order: to choose from."""
    rows = work.rows(
        select(col(Department.id).label("id"), col(Department.name).label("name"))
        .where(
            col(Department.id).in_(
                select(col(Experience.department_id)).where(
                    col(Experience.state) == ExperienceState.SHARED
                )
            )
        )
        .order_by(col(Department.position))
    )
    return [{"id": row.id, "name": row.name} for row in rows]


def shared(work: Transaction, paths: Iterable[str], since: date | None = None) -> list[dict[str, Any]]:
    """What departments beneath these paths share today, in the organisation's order; for papers.

    Each has id, title, did, learned, advice, origin, factors, tools, shared_on, department {id, name},
    tried, kept. `since`: only what was shared after that day.
    """
    found = _select(_BRIEF).where(col(Experience.state) == ExperienceState.SHARED, within(paths))
    if since:
        found = found.where(col(Experience.shared_on) > since)
    rows = work.rows(found.order_by(col(Department.position), col(Experience.shared_on), col(Experience.id)))
    told = zip(briefs(work, rows), rows, strict=True)
    return [brief | {"did": row.did, "advice": row.advice} for brief, row in told]


def borrowed_from_me(work: Transaction, me: Actor) -> list[dict[str, Any]]:
    """Who has lately begun to try what I wrote of or own, the newest first; who it is stands on its page."""
    origin = aliased(TrialAction)
    since = clock.now() - TOLD_FOR
    rows = work.rows(
        select(
            col(TrialAction.id).label("id"), col(origin.id).label("origin_id"),
            col(origin.title).label("origin_title"), col(origin.change).label("origin_change"),
            col(Experience.id).label("experience_id"), col(Experience.title).label("title"),
            col(TrialAction.planned_at).label("at"),
        )
        .outerjoin(origin, col(origin.id) == TrialAction.origin_id)
        .outerjoin(Experience, col(Experience.id) == TrialAction.experience_id)
        .where(
            col(TrialAction.planned_at) >= since,
            col(TrialAction.cycle) == 1,
            col(TrialAction.state).not_in((State.DRAFT, State.CANCELLED)),
            col(TrialAction.created_by) != me.person_id,
            or_(
                col(origin.owner_id) == me.person_id,
                col(Experience.created_by) == me.person_id,
                col(Experience.consented_by) == me.person_id,
            ),
        )
        .order_by(col(TrialAction.planned_at).desc(), col(TrialAction.id).desc())
        .limit(FEW)
    )  # fmt: skip
    return [
        {
            "id": row.id, "trial_id": row.origin_id, "experience_id": row.experience_id,
            "title": row.title or title_of(row.origin_title, row.origin_change),
            "on": clock.day_of(row.at),
        }
        for row in rows
    ]  # fmt: skip
