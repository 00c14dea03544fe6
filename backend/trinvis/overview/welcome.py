"""A new leader's welcome: where we are, what is promised, what is next, whom to ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import or_
from sqlmodel import col, select

from trinvis.access import Actor, May, Role, candid_since, require
from trinvis.accounts.ownership import Standing, beneath, reads
from trinvis.accounts.queries import PersonRef, holds_now, stays_on
from trinvis.accounts.roles.rules import is_new
from trinvis.accounts.shapes import OpenLine
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import In, Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef, Node, node, subtree
from trinvis.departments.tables import Department
from trinvis.journeys.queries import steps_of
from trinvis.overview.queries import or_nothing, snapshots
from trinvis.overview.rules import current_step

router = APIRouter(prefix="/api/overview", tags=["overview"])

_ASKED = (Role.LEADER, Role.SECTION_LEADER, Role.TRIO, Role.AMBASSADOR)


class ContactPerson(Out):
    """Whom to write to."""

    id: UUID
    name: str
    email: str


class Beside(Out):
    """Somebody who carries the work here: management, TRIO, ambassador."""

    person: PersonRef
    role: Role
    title: str | None
    department: DepartmentRef


class WelcomeOut(Out):
    """Where the department stands, what is promised in it and beneath it, and who is there.

    `new`: whether I lead here since lately and have not put the page away. `reads_since`: the day from
    which I read notes *Kun for os* here; None if I read none, or all of them. `unowned`: how many of
    `promised` have no owner who belongs; `next` is the first of them that is not late.
    """

    department: DepartmentRef
    new: bool
    reads_since: date | None
    journey_id: UUID | None
    round: int
    planned_start: str | None
    step: int
    states: list[str]
    missing: list[dict[str, Any]]
    promised: list[OpenLine]
    unowned: int
    next: OpenLine | None
    hr_contact: ContactPerson | None
    people: list[Beside]


class WelcomeIn(In):
    """Of which department."""

    department_id: UUID


def _here(department: UUID, me: Me, work: Tx) -> Node:
    here = node(work, department)
    require(me, May.HAND_OVER, here.place, known_by=May.KNOW)
    return here


def _mine(me: Actor, here: Node) -> Any:
    """A select of my roles that lead here and have not been welcomed."""
    above = [UUID(part) for part in here.path.strip("/").split("/")]
    return select(RoleGrant).where(
        RoleGrant.person_id == me.person_id,
        col(RoleGrant.department_id).in_(above),
        col(RoleGrant.role).in_([Role.LEADER, Role.SECTION_LEADER]),
        col(RoleGrant.deputy_for).is_(None),
        col(RoleGrant.welcomed_on).is_(None),
        holds_now(),
    )


@router.get("/welcome", response_model=WelcomeOut)
def welcome(here: Annotated[Node, Depends(_here)], request: Request, me: Me, work: Tx) -> Response:
    """Where `department` stands and what is promised there, for whoever comes new to leading it."""
    today = clock.today()
    standing = Standing(work, me, beneath(work, here.path))
    lines = [standing.out(line) for line in standing.seen(reads)]
    new = [
        grant
        for grant in work.session.exec(_mine(me, here))
        if is_new(Role(grant.role), grant.valid_from, None, deputy=False, today=today)
    ]
    since = candid_since(me, here.place)
    return reply(
        {
            "department": {"id": here.id, "name": here.name},
            "new": bool(new),
            "reads_since": since if since != date.min else None,
            **_steps(work, here, request.app.state.pack.cover_keys()),
            "promised": lines,
            "unowned": sum(not line["belongs"] for line in lines),
            "next": next((line for line in lines if line["due"] and line["due"] >= today), None),
            "people": _people(work, here),
        }
    )


def _steps(work: Transaction, here: Node, covers: Sequence[str]) -> dict[str, Any]:
    """The walking department's steps, and who at HR follows it."""
    walker = work.one(
        columns(
            Department.id,
            Department.journey_id,
            Department.round,
            Department.planned_start,
            col(Person.id).label("contact_id"),
            col(Person.name).label("contact"),
            Person.email,
        )
        .outerjoin(Person, (col(Person.id) == Department.hr_contact_id) & stays_on(clock.today()))
        .where(Department.id == (here.walking_id or here.id))
    )
    row = or_nothing(snapshots(work, [walker.id]), walker.id)
    step = current_step(row.steps)
    steps = steps_of(work, [walker.journey_id], covers) if walker.journey_id else {}
    contact = {"id": walker.contact_id, "name": walker.contact, "email": walker.email}
    return {
        "journey_id": walker.journey_id,
        "round": walker.round,
        "planned_start": walker.planned_start,
        "step": step,
        "states": [state for state, _ in row.steps],
        "missing": list(steps[walker.journey_id][step - 1].missing) if steps else [],
        "hr_contact": contact if walker.contact_id else None,
    }


def _people(work: Transaction, here: Node) -> list[dict[str, Any]]:
    rows = work.rows(
        columns(
            Person.id,
            Person.name,
            RoleGrant.role,
            RoleGrant.title,
            RoleGrant.department_id,
            col(Department.name).label("department"),
        )
        .join(RoleGrant, col(RoleGrant.person_id) == Person.id)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .where(
            col(RoleGrant.role).in_(_ASKED),
            holds_now(),
            stays_on(clock.today()),
            or_(subtree(here.path), col(Department.id) == here.walking_id),
        )
        .order_by(col(Person.sort_key), col(Person.id))
    )
    return [
        {
            "person": {"id": row.id, "name": row.name},
            "role": row.role,
            "title": row.title,
            "department": {"id": row.department_id, "name": row.department},
        }
        for row in sorted(rows, key=lambda row: _ASKED.index(Role(row.role)))
    ]


@router.post("/welcome", status_code=204)
def put_away(body: WelcomeIn, me: Me, work: Tx) -> Response:
    """Put the welcome away: the front page offers it no more."""
    here = _here(body.department_id, me, work)
    mine = _mine(me, here).order_by(col(RoleGrant.id)).with_for_update(key_share=True)
    for grant in work.session.exec(mine):
        grant.welcomed_on = clock.today()
        work.record("role.welcomed", "role", grant.id, grant.department_id, role=grant.role)
    return Response(status_code=204)
