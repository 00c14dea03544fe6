"""People and roles as whoever keeps them up to date sees them: her own reach and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy import and_, false, or_, select, true
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, Place, Role, allowed, reach, require
from trinvis.accounts.roles.rules import Held, acts, administers_all, may_give, may_keep
from trinvis.accounts.shapes import Directory, PersonOut
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.columns import folded, sort_key
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Tx, reply
from trinvis.departments.queries import PLACE, node, place_of, subtree
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused

router = APIRouter(prefix="/people", tags=["people"])

_LEADS, _LEADER = aliased(RoleGrant), aliased(Person)


def role_rows() -> Any:
    """A select of roles with their nodes and, for deputies, whom they stand in for."""
    return (
        columns(
            RoleGrant.id,
            RoleGrant.person_id,
            RoleGrant.role,
            RoleGrant.title,
            RoleGrant.department_id,
            RoleGrant.valid_from,
            RoleGrant.valid_to,
            RoleGrant.version,
            col(Department.name).label("department"),
            *(getattr(Department, name) for name in PLACE),
            col(_LEADER.id).label("leader_id"),
            col(_LEADER.name).label("leader"),
        )
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .outerjoin(_LEADS, col(_LEADS.id) == RoleGrant.deputy_for)
        .outerjoin(_LEADER, col(_LEADER.id) == _LEADS.person_id)
        .order_by(col(Department.position), col(RoleGrant.id))
    )


def held(row: Any) -> Held:
    """A row of `role_rows` for the rules."""
    return Held(
        Role(row.role),
        place_of(row.department_id, row),
        row.person_id,
        row.leader_id,
        row.valid_from,
        row.valid_to,
    )


def role_line(me: Actor, row: Any) -> dict[str, Any]:
    """A row of `role_rows` as a `RoleLine`."""
    today, role = clock.today(), held(row)
    return {
        "id": row.id,
        "role": row.role,
        "title": row.title,
        "department": {"id": row.department_id, "name": row.department},
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "state": role.state(today),
        "deputy_for": {"id": row.leader_id, "name": row.leader} if row.leader_id else None,
        "can": acts(me, role, today),
        "version": row.version,
    }


def _keeps(me: Actor, row: Any) -> bool:
    """Whether the actor keeps the people of the role's node up to date, closed or not."""
    place = place_of(row.department_id, row)
    standing = Place(place.id, place.path, place.walks)
    return May.MANAGE_PEOPLE in allowed(me, standing)


def person_out(work: Transaction, me: Actor, person_id: UUID) -> dict[str, Any]:
    """The person as a `PersonOut`. Raises `Refused(NOT_FOUND)` or, for who only sees her, `NOT_ALLOWED`."""
    row = work.one(
        columns(Person.id, Person.name, Person.email, Person.left_on, Person.version).where(
            Person.id == person_id
        )
    )
    rows = work.rows(role_rows().where(RoleGrant.person_id == person_id))
    guard(me, rows)
    can = ["edit", "leave"] if may_keep(me, [held(each) for each in rows], clock.today()) else []
    return {
        **row._mapping,
        "roles": [role_line(me, each) for each in rows if _keeps(me, each)],
        "can": [act for act in can if act == "edit" or row.left_on is None],
    }


def guard(me: Actor, rows: Sequence[Any]) -> None:
    """Refuse whoever keeps none of the nodes where the person has a role.

    Raises `Refused(NOT_FOUND)`, or `Refused(NOT_ALLOWED)` for a colleague who sees her in a list.
    """
    if administers_all(me) or any(_keeps(me, row) for row in rows):
        return
    seen = any(May.READ_PEOPLE in allowed(me, place_of(row.department_id, row)) for row in rows)
    raise Refused(Code.NOT_ALLOWED if seen else Code.NOT_FOUND)


def _reach(work: Transaction, me: Actor, department: UUID | None) -> tuple[str, ...]:
    if department is None:
        paths = reach(me, May.MANAGE_PEOPLE)
        if not paths:
            raise Refused(Code.NOT_ALLOWED)
        return paths
    here = node(work, department)
    require(me, May.MANAGE_PEOPLE, here.place, known_by=May.KNOW)
    return (here.path,)


def _lasting() -> Any:
    """A condition: the role is held today or later."""
    return or_(col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= clock.today())


def _named(q: str) -> Any:
    """A condition: the name or the address has these letters, or the name these words."""
    words = folded(q).split()
    key = sort_key(q)
    alike = [col(Person.email).contains(q.lower(), autoescape=True)]
    if key:
        alike.append(col(Person.sort_key).contains(key, autoescape=True))
    if words:
        spelt: Any = True
        for word in words:
            spelt = col(Person.folded).contains(word, autoescape=True) & spelt
        alike.append(spelt)
    return or_(*alike)


@router.get("/directory", response_model=Directory)
def directory(
    me: Me,
    work: Tx,
    q: Annotated[str, Query(max_length=100, description="Part of a name or an e-mail address.")] = "",
    department: Annotated[UUID | None, Query(description="With what is beneath it.")] = None,
    gone: Annotated[bool, Query(description="Also those who have left or whose roles have ended.")] = False,
    role: Annotated[Role | None, Query(description="Only those who hold it, today or later.")] = None,
    none: Annotated[bool, Query(description="Only those without a role, who have not left.")] = False,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """People whom one keeps up to date, by name, with today's and coming roles in that reach.

    Whoever has no role stands in nobody's reach but that of the administrator of the whole.
    """
    paths = _reach(work, me, department)
    inside = or_(False, *(subtree(path) for path in paths))
    wanted = columns(Person.id, Person.name, Person.email, Person.left_on).where(
        _kept(inside, gone=gone, role=role, all_people=department is None and administers_all(me), none=none)
    )
    if q.strip():
        wanted = wanted.where(_named(q.strip()))
    if cursor is not None:
        wanted = wanted.where(_after(work, cursor))
    rows = work.rows(wanted.order_by(col(Person.sort_key), col(Person.id)).limit(limit + 1))
    roles = _roles_of(work, me, [row.id for row in rows[:limit]], inside)
    return reply(
        {
            "items": [
                {
                    "person": {"id": row.id, "name": row.name},
                    "email": row.email,
                    "left_on": row.left_on,
                    "roles": roles[row.id],
                }
                for row in rows[:limit]
            ],
            "next": rows[limit - 1].id if len(rows) > limit else None,
            "roles": _may_give(me, paths),
        }
    )


def _kept(inside: Any, *, gone: bool, role: Role | None, all_people: bool, none: bool) -> Any:
    """A condition: the person is one of those asked for. `all_people`: with or without a role."""
    stays = col(Person.left_on).is_(None)
    if none:
        lasting = select(col(RoleGrant.id)).where(col(RoleGrant.person_id) == Person.id, _lasting())
        return stays & ~lasting.exists() if all_people else false()
    held = (
        select(col(RoleGrant.id))
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .where(col(RoleGrant.person_id) == Person.id, inside)
    )
    if role is not None:
        return held.where(col(RoleGrant.role) == role, _lasting()).exists()
    if not all_people:
        return (held if gone else held.where(_lasting())).exists()
    return true() if gone else or_(stays, held.where(_lasting()).exists())


def _after(work: Transaction, cursor: UUID) -> Any:
    """A condition: the person stands after this one in the order of names."""
    last = work.first(columns(Person.sort_key).where(Person.id == cursor))
    key = last.sort_key if last else ""
    return or_(
        col(Person.sort_key) > key, and_(col(Person.sort_key) == key, col(Person.id) > cursor)
    )


def _may_give(me: Actor, paths: Sequence[str]) -> list[Role]:
    given: set[Role] = set()
    for path in paths:
        given |= may_give(me, Place(UUID(path.strip("/").split("/")[-1]), path))
    return [role for role in Role if role in given]


def _roles_of(
    work: Transaction, me: Actor, people: Sequence[UUID], inside: Any
) -> Mapping[UUID, list[dict[str, Any]]]:
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    rows = work.rows(role_rows().where(col(RoleGrant.person_id).in_(people), inside, _lasting()))
    for row in rows:
        found[row.person_id].append(role_line(me, row))
    return found


@router.get("/{person_id}", response_model=PersonOut)
def person(person_id: UUID, me: Me, work: Tx) -> Response:
    """A person with the roles that one keeps up to date."""
    found = person_out(work, me, person_id)
    return reply(found, version=found["version"])
