"""Roles: given, changed, ended; a leader's deputy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlmodel import col

from trinvis.access import Actor, May, Role, require
from trinvis.accounts.directory import held, role_line, role_rows
from trinvis.accounts.ending import end_deputies, end_role, keep_administrator, lock_administration, note
from trinvis.accounts.ownership import owned_there, reads
from trinvis.accounts.roles import rules
from trinvis.accounts.roles.rules import Act, Held
from trinvis.accounts.shapes import DeputyIn, EndedOut, EndIn, FirstRole, RoleFields, RoleIn, RoleLine
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import Node, node
from trinvis.errors import Code, Refused, invalid

router = APIRouter(prefix="/roles", tags=["people"])

A_DAY = timedelta(days=1)


def place_for(work: Transaction, me: Actor, wanted: FirstRole) -> Node:
    """The node where a role is to be given. Raises `Refused(NOT_FOUND)` or `Refused(NOT_ALLOWED)`."""
    here = node(work, wanted.department_id)
    require(me, May.MANAGE_PEOPLE, here.place, known_by=May.KNOW)
    if wanted.role not in rules.may_give(me, here.place):
        raise Refused(Code.NOT_ALLOWED)
    return here


def locked_person(work: Transaction, person_id: UUID) -> Person:
    """The person, locked so that her roles are given and ended one after the other."""
    try:
        return work.locked(Person, person_id)
    except Refused:
        raise invalid("person_id", "unknown") from None


def give(work: Transaction, person: Person, wanted: FirstRole, deputy_for: UUID | None = None) -> RoleGrant:
    """Give the locked person the role. The caller has asked whether the actor may.

    Raises `Refused(INVALID)` for days that contradict each other or a role that she has then.
    """
    valid_from = wanted.valid_from or clock.today()
    rules.check_order(valid_from, wanted.valid_to)
    _no_overlap(work, person.id, wanted.role, wanted.department_id, (valid_from, wanted.valid_to))
    grant = work.add(
        RoleGrant(
            person_id=person.id,
            role=wanted.role,
            title=wanted.title or None,
            department_id=wanted.department_id,
            valid_from=valid_from,
            valid_to=wanted.valid_to,
            known_since=clock.today(),
            deputy_for=deputy_for,
        )
    )
    _stays(work, person, wanted.valid_to)
    note(work, "role.given", grant, deputy_for=deputy_for)
    return grant


def _no_overlap(
    work: Transaction,
    person_id: UUID,
    role: str,
    department_id: UUID,
    days: tuple[date | None, date | None],
    but: UUID | None = None,
) -> None:
    rows = work.rows(
        columns(RoleGrant.id, RoleGrant.valid_from, RoleGrant.valid_to).where(
            RoleGrant.person_id == person_id,
            RoleGrant.role == role,
            RoleGrant.department_id == department_id,
        )
    )
    if rules.overlap(*days, [(row.valid_from, row.valid_to) for row in rows if row.id != but]):
        raise invalid("valid_from", "overlaps")


def _stays(work: Transaction, person: Person, valid_to: date | None) -> None:
    """Whoever holds a role after the day she was to leave has not left."""
    if person.left_on is not None and (valid_to is None or valid_to > person.left_on):
        person.left_on = None
        person.version += 1
        work.record("person.returned", "person", person.id)


@dataclass(frozen=True, slots=True)
class Target:
    """A role as it stood when the request came, and the version that its writer has seen."""

    work: Transaction
    me: Actor
    row: Any
    role: Held
    if_match: int | None

    def locked(self) -> tuple[Person, RoleGrant]:
        """The person and her role, locked; refuses another version than the one seen."""
        if self.role.role is Role.ADMIN:
            lock_administration(self.work)
        person = self.work.locked(Person, self.row.person_id)
        grant = self.work.locked(RoleGrant, self.row.id)
        expect(grant.version, self.if_match)
        return person, grant

    def line(self) -> dict[str, Any]:
        """The role as it stands now."""
        self.work.session.flush()
        return role_line(self.me, self.work.one(role_rows().where(RoleGrant.id == self.row.id)))


def _target(act: Act, *, versioned: bool = True) -> Any:
    """A dependency: the role, if the actor may do this with it in some state, a version given."""

    def dependency(role_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Target:
        row = work.one(role_rows().where(RoleGrant.id == role_id))
        role = held(row)
        require(me, May.MANAGE_PEOPLE, role.place, known_by=May.READ_PEOPLE)
        if not rules.may_ever(me, role, act):
            raise Refused(Code.NOT_ALLOWED)
        if versioned and if_match is None:
            raise Refused(Code.IF_MATCH_MISSING)
        return Target(work, me, row, role, if_match)

    return Depends(dependency)


@router.post("", response_model=RoleLine, status_code=201)
def give_role(body: RoleIn, me: Me, work: Tx, once: Creation) -> Response:
    """Give somebody who is known a role, from today if no first day is given."""
    place_for(work, me, body)
    if once.reply:
        return once.reply
    grant = give(work, locked_person(work, body.person_id), body)
    line = role_line(me, work.one(role_rows().where(RoleGrant.id == grant.id)))
    return once.keep(created(line, version=grant.version))


@router.put("/{role_id}", response_model=RoleLine)
def change_role(target: Annotated[Target, _target(Act.CHANGE)], body: RoleFields) -> Response:
    """Change the role's title and days: the whole form. A last day that moves forward ends it there."""
    work, today = target.work, clock.today()
    rules.check_order(body.valid_from, body.valid_to)
    if target.role.deputy_of is not None:
        _check_deputy(target, body)
    person, grant = target.locked()
    days = (body.valid_from, body.valid_to)
    _no_overlap(work, grant.person_id, grant.role, grant.department_id, days, grant.id)
    changed = [
        name
        for name in ("title", "valid_from", "valid_to")
        if getattr(grant, name) != (getattr(body, name) or None)
    ]
    later = body.valid_from is not None and body.valid_from > today
    if later or (body.valid_to is not None and grant.valid_to is None):
        keep_administrator(work, grant, target.role.place.path)
    if grant.valid_to is not None and grant.valid_to < today and days[1] != grant.valid_to:
        # Taken up again after a break: what was written meanwhile was for fewer readers.
        grant.known_since = today
    grant.title = body.title or None
    grant.valid_from, grant.valid_to = days
    if changed:
        grant.version += 1
        note(work, "role.changed", grant, changed=changed)
    if body.valid_to is not None:
        end_deputies(work, grant, body.valid_to)
    _stays(work, person, body.valid_to)
    return reply(target.line(), version=grant.version)


def _check_deputy(target: Target, body: RoleFields) -> None:
    for name in ("valid_from", "valid_to"):
        if getattr(body, name) is None:
            raise invalid(name, "missing")
    assert body.valid_from is not None
    assert body.valid_to is not None
    leads = target.work.one(
        role_rows().where(
            col(RoleGrant.id)
            == columns(RoleGrant.deputy_for).where(RoleGrant.id == target.row.id).scalar_subquery()
        )
    )
    rules.check_deputy(
        held(leads), target.row.person_id, body.valid_from, body.valid_to, clock.today()
    )


@router.post("/{role_id}/end", response_model=EndedOut)
def end(target: Annotated[Target, _target(Act.END)], body: EndIn) -> Response:
    """Let the role end; a leader's takes her deputies' with it. Replies with what she has promised there."""
    work, today = target.work, clock.today()
    on = body.on or today
    person, grant = target.locked()
    path = target.role.place.path
    gone = rules.ends_before_it_began(target.role, on, today)
    keep_administrator(work, grant, path)
    deputies, version = end_role(work, grant, on), grant.version
    work.session.flush()
    owns, count = owned_there(work, target.me, person.id, path, reads, max(on, today) + A_DAY)
    found = {
        "role": None if gone else target.line(),
        "person": {"id": person.id, "name": person.name},
        "owns": owns,
        "count": count,
        "deputies": deputies,
    }
    return reply(found, version=None if gone else version)


@router.post("/{role_id}/deputy", response_model=RoleLine, status_code=201)
def name_deputy(
    target: Annotated[Target, _target(Act.DEPUTY, versioned=False)], body: DeputyIn, once: Creation
) -> Response:
    """Name who stands in for the leader in these days, at most a year."""
    if once.reply:
        return once.reply
    work, row = target.work, target.row
    leads = work.locked(RoleGrant, row.id)
    role = held(work.one(role_rows().where(RoleGrant.id == row.id)))
    rules.check_deputy(role, body.person_id, body.valid_from, body.valid_to, clock.today())
    wanted = FirstRole(
        role=Role.LEADER,
        department_id=row.department_id,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
    )
    grant = give(work, locked_person(work, body.person_id), wanted, deputy_for=leads.id)
    line = role_line(target.me, work.one(role_rows().where(RoleGrant.id == grant.id)))
    return once.keep(created(line, version=grant.version))
