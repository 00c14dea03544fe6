"""Who I am, and the people of a department."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import or_, update
from sqlmodel import col

from trinvis.access import TABLE, May, Role, require
from trinvis.accounts import directory, granting, handovers, persons
from trinvis.accounts.queries import PersonRef, holds_now, stays_on
from trinvis.accounts.roles.rules import is_new
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.columns import below
from trinvis.core.db import columns
from trinvis.core.http import In, Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef, Node, guarded, node
from trinvis.departments.tables import Department

router = APIRouter(prefix="/api", tags=["people"])

_ORDER = (
    Role.LEADER,
    Role.SECTION_LEADER,
    Role.TRIO,
    Role.AMBASSADOR,
    Role.LMU,
    Role.MEMBER,
    Role.HR,
    Role.HMU,
    Role.SECRETARY,
    Role.ADMIN,
)


class HeldRole(Out):
    """A role somebody holds, where, and from when to when."""

    role: Role
    title: str | None
    department: DepartmentRef
    valid_from: date | None
    valid_to: date | None
    deputy: bool


class MeOut(Out):
    """Who is signed in. `can`: permissions held anywhere, for the navigation only.

    `welcome`: a department that I lead since lately and whose welcome page I have not put away.
    """

    person: PersonRef
    language: Literal["da", "en"]
    roles: list[HeldRole]
    home: DepartmentRef | None
    welcome: DepartmentRef | None
    can: list[str]
    today: date
    demo: bool


class LanguageIn(In):
    """Danish or English, for this person everywhere."""

    language: Literal["da", "en"]


class PersonRoles(Out):
    """A person with the roles that count at the department."""

    person: PersonRef
    roles: list[HeldRole]


class People(Out):
    """The people of a department."""

    items: list[PersonRoles]


class Choice(Out):
    """Somebody who can own a promise here."""

    id: UUID
    name: str
    roles: list[Role]


class Choices(Out):
    """Everybody who can own a promise here, by name."""

    items: list[Choice]


def _held(row: Any) -> dict[str, Any]:
    return {
        "role": row.role,
        "title": row.title,
        "department": {"id": row.department_id, "name": row.department},
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "deputy": row.deputy_for is not None,
    }


def _new(row: Any) -> bool:
    deputy = row.deputy_for is not None
    return is_new(Role(row.role), row.valid_from, row.welcomed_on, deputy=deputy, today=clock.today())


def _roles() -> Any:
    return (
        columns(
            Person.id,
            Person.name,
            Person.language,
            RoleGrant.role,
            RoleGrant.title,
            RoleGrant.department_id,
            col(Department.name).label("department"),
            RoleGrant.valid_from,
            RoleGrant.valid_to,
            RoleGrant.deputy_for,
            RoleGrant.welcomed_on,
            Department.walking_id,
        )
        .outerjoin(RoleGrant, (col(RoleGrant.person_id) == Person.id) & holds_now())
        .outerjoin(Department, col(Department.id) == RoleGrant.department_id)
    )


@router.get("/me", response_model=MeOut)
def me_now(request: Request, me: Me, work: Tx) -> Response:
    """Who I am, what I hold, what my navigation shows."""
    rows = work.rows(_roles().where(Person.id == me.person_id).order_by(col(RoleGrant.id)))
    held = [row for row in rows if row.role]
    reading = [row for row in held if May.READ in TABLE[Role(row.role)] and row.walking_id]
    home = None
    if reading:
        at = work.one(columns(Department.id, Department.name).where(Department.id == reading[0].walking_id))
        home = {"id": at.id, "name": at.name}
    return reply(
        {
            "person": {"id": rows[0].id, "name": rows[0].name},
            "language": rows[0].language,
            "roles": [_held(row) for row in held],
            "home": home,
            "welcome": next((_held(row)["department"] for row in held if _new(row)), None),
            "can": sorted({may for grant in me.grants for may in grant.may}),
            "today": clock.today(),
            "demo": request.app.state.settings.demo,
        }
    )


@router.put("/me/language", status_code=204)
def language(body: LanguageIn, me: Me, work: Tx) -> Response:
    """Choose Danish or English for oneself."""
    work.session.execute(update(Person).where(col(Person.id) == me.person_id).values(language=body.language))
    work.record("person.language", "person", me.person_id, language=body.language)
    return Response(status_code=204)


@router.get("/departments/{department_id}/people", response_model=People)
def people(here: Annotated[Node, guarded(May.READ_PEOPLE)], work: Tx) -> Response:
    """The people of the department and its sections with their roles, in order of role and name.

    A section that follows shows its department's leaders, TRIO and ambassadors too: they are its own.
    """
    low, high = below(here.path)
    conditions = [(col(Department.path) >= low) & (col(Department.path) < high)]
    if here.walking_id and here.walking_id != here.id:
        conditions.append(
            (col(RoleGrant.department_id) == here.walking_id)
            & col(RoleGrant.role).in_([Role.LEADER, Role.TRIO, Role.AMBASSADOR])
        )
    rows = work.rows(
        _roles()
        .where(col(RoleGrant.role).is_not(None), stays_on(clock.today()), or_(*conditions))
        .order_by(col(Person.sort_key), col(Person.id))
    )
    found: dict[UUID, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: _ORDER.index(Role(row.role))):
        entry = found.setdefault(row.id, {"person": {"id": row.id, "name": row.name}, "roles": []})
        entry["roles"].append(_held(row))
    return reply({"items": list(found.values())})


def _of_query(department: UUID, me: Me, work: Tx) -> Node:
    here = node(work, department)
    require(me, May.READ_PEOPLE, here.place, known_by=May.KNOW)
    return here


@router.get("/people", response_model=Choices)
def choices(here: Annotated[Node, Depends(_of_query)], work: Tx) -> Response:
    """Who can own a promise at `department`: whoever holds a role in its walking department or above it."""
    parts = here.path.strip("/").split("/")
    root = here.path
    if here.walking_id and here.walking_id.hex in parts:
        root = "/".join(parts[: parts.index(here.walking_id.hex) + 1]) + "/"
    low, high = below(root)
    above = [UUID(part) for part in root.strip("/").split("/")[:-1]]
    rows = work.rows(
        _roles()
        .where(
            stays_on(clock.today()),
            or_(
                (col(Department.path) >= low)
                & (col(Department.path) < high)
                & col(RoleGrant.role).not_in([Role.HMU, Role.SECRETARY, Role.ADMIN]),
                col(RoleGrant.department_id).in_(above) & col(RoleGrant.role).in_([Role.LEADER, Role.HR]),
            ),
        )
        .order_by(col(Person.sort_key), col(Person.id))
    )
    found: dict[UUID, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row.id, {"id": row.id, "name": row.name, "roles": []})["roles"].append(row.role)
    return reply({"items": list(found.values())})


for part in (directory.router, persons.router, granting.router, handovers.router):
    router.include_router(part)
