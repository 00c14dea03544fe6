"""*Prøv det hos jer*, and what stands around a trial: told of it, borrowed through, shared in turn."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlalchemy import or_, select
from sqlmodel import col

from trinvis.access import Actor, May, allowed, require
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Creation, Me, Tx, created, reply
from trinvis.departments.queries import PLACE, Node, node, place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.experiences import queries, rules
from trinvis.experiences.families import shared_from
from trinvis.experiences.rules import ExperienceState, Origin
from trinvis.experiences.shapes import AroundTrialOut, BorrowIn
from trinvis.trial_actions import places
from trinvis.trial_actions.borrowing import borrow, plan_of
from trinvis.trial_actions.queries import trial
from trinvis.trial_actions.rules import State
from trinvis.trial_actions.shapes import TrialOut
from trinvis.trial_actions.tables import TrialAction, TrialPlace

router = APIRouter(prefix="/api/experiences", tags=["experiences"])


def _shared(experience_id: UUID, me: Me, work: Tx) -> Any:
    """The experience, if the actor reads it; the same answer for none."""
    row = queries.one(work, experience_id)
    reads = May.READ in allowed(me, place_of(row.department_id, row))
    if row.state != ExperienceState.SHARED and not reads:
        raise Refused(Code.NOT_FOUND)
    return row


@router.post("/{experience_id}/borrow", status_code=201, response_model=TrialOut)
def borrow_experience(
    row: Annotated[Any, Depends(_shared)], me: Me, work: Tx, once: Creation, body: BorrowIn
) -> Response:
    """A draft in one's own department that keeps where it came from; the department it is from is told."""
    here = node(work, body.department_id)
    require(me, May.SUGGEST, here.place)
    if once.reply:
        return once.reply
    if row.state != ExperienceState.SHARED:
        raise Refused(Code.WRONG_STATE, state=row.state, move="borrow")
    tried = row.origin == Origin.TRIAL_ACTION
    plan = plan_of(work, row.origin_id) if tried else _plan(row)
    made = borrow(
        work, me, here, plan, origin_id=row.origin_id if tried else None, experience_id=row.id
    )
    return once.keep(created(trial(work, me, made.id), version=made.version))


def _plan(row: Any) -> dict[str, Any]:
    """What a draft begins with where no trial stands behind the experience."""
    return {"title": None, "change": row.title, "factors": row.factors, "tools": row.tools}


# ---- around a trial


def _trial(trial_id: UUID, me: Me, work: Tx) -> tuple[Any, Node]:
    row = work.one(
        columns(
            TrialAction.id, TrialAction.chain_id, TrialAction.department_id, TrialAction.state,
            TrialAction.experience_id, TrialAction.started_at,
        ).where(TrialAction.id == trial_id)
    )  # fmt: skip
    here = node(work, row.department_id)
    if May.READ not in places.held_for(work, me, here, trial_id, State(row.state)):
        raise Refused(Code.NOT_FOUND)
    return row, here


@router.get("/around/{trial_id}", response_model=AroundTrialOut)
def around_trial(found: Annotated[tuple[Any, Node], Depends(_trial)], me: Me, work: Tx) -> Response:
    """For the trial's page: experiences told of it, the one it was borrowed through, who shared in turn."""
    row, here = found
    told = queries.of_chain(work, me, row.chain_id)
    through = queries.listed(work, [row.experience_id]) if row.experience_id else []
    begun = row.state in rules.BEGUN or row.started_at is not None
    return reply({
        "told": told,
        "borrowed_through": next((each for each in through if _readable(each, me, work)), None),
        "named": _named(work, row.chain_id),
        "tells_for": _tells_for(work, me, row.id, here, told) if begun else [],
    })


def _readable(brief: dict[str, Any], me: Actor, work: Transaction) -> bool:
    if brief["state"] == ExperienceState.SHARED:
        return True
    return May.READ in allowed(me, node(work, brief["department"]["id"]).place)


def _named(work: Transaction, chain_id: UUID) -> list[dict[str, Any]]:
    """Copies borrowed from this chain whose departments shared in turn, each with its newest cycle."""
    own = select(col(TrialAction.id)).where(col(TrialAction.chain_id) == chain_id)
    copies = work.rows(
        select(
            col(TrialAction.id), col(TrialAction.chain_id), col(Department.id).label("department_id"),
            col(Department.name).label("name"),
        )
        .join(Department, col(Department.id) == TrialAction.department_id)
        .where(col(TrialAction.origin_id).in_(own), col(TrialAction.chain_id) != chain_id)
        .order_by(col(TrialAction.cycle))
    )  # fmt: skip
    newest = {copy.chain_id: copy for copy in copies}
    shared = shared_from(work, newest)
    return [
        {
            "trial_id": copy.id, "department": {"id": copy.department_id, "name": copy.name},
            "experience_id": shared[copy.chain_id],
        }
        for copy in newest.values() if copy.chain_id in shared
    ]  # fmt: skip


def _tells_for(
    work: Transaction, me: Actor, trial_id: UUID, here: Node, told: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The trial's department and the places where it takes place, where the actor drafts and none is told."""
    rows = work.rows(
        columns(Department.id, Department.name, *(getattr(Department, name) for name in PLACE))
        .where(
            or_(
                col(Department.id) == here.id,
                col(Department.id).in_(
                    columns(TrialPlace.department_id).where(TrialPlace.trial_action_id == trial_id)
                ),
            )
        )
        .order_by(col(Department.position))
    )
    has = {each["department"]["id"] for each in told}
    return [
        {"id": row.id, "name": row.name}
        for row in rows
        if row.id not in has and May.DRAFT in allowed(me, place_of(row.id, row))
    ]
