"""People: entered, corrected, gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlmodel import col, select

from trinvis.access import Actor, Role
from trinvis.accounts.directory import guard, held, person_out, role_rows
from trinvis.accounts.ending import end_role, keep_administrator, lock_administration
from trinvis.accounts.granting import A_DAY, give, place_for
from trinvis.accounts.ownership import owned_there, reads
from trinvis.accounts.roles.rules import administers_all, may_keep
from trinvis.accounts.shapes import EndIn, LeftOut, PersonFields, PersonIn, PersonOut
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.columns import folded, sort_key
from trinvis.core.db import Transaction, columns, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import place
from trinvis.errors import Code, Refused, invalid

router = APIRouter(prefix="/people", tags=["people"])


@router.post("", response_model=PersonOut, status_code=201)
def enter(body: PersonIn, me: Me, work: Tx, once: Creation) -> Response:
    """Enter somebody with her first role.

    If the address is known, the refusal (`email`, "person_exists") carries id and name of whose it is, so
    that she can be given the role instead; of her roles elsewhere nothing is told.
    """
    if body.role is None:
        if not administers_all(me):
            raise Refused(Code.NOT_ALLOWED)
    else:
        place_for(work, me, body.role)
    if once.reply:
        return once.reply
    _free(work, body.email)
    name = body.name
    person = work.add(Person(name=name, sort_key=sort_key(name), folded=folded(name), email=body.email))
    work.record("person.added", "person", person.id)
    if body.role is not None:
        give(work, person, body.role)
    return once.keep(created(person_out(work, me, person.id), version=person.version))


def _free(work: Transaction, email: str, but: UUID | None = None) -> None:
    found = work.first(columns(Person.id, Person.name).where(Person.email == email))
    if found and found.id != but:
        raise invalid("email", "person_exists", person={"id": str(found.id), "name": found.name})


@dataclass(frozen=True, slots=True)
class Target:
    """A person whom the actor keeps up to date altogether, and the version that the writer has seen."""

    work: Transaction
    me: Actor
    person_id: UUID
    if_match: int | None

    def locked(self) -> Person:
        """The person, locked; refuses another version than the one seen."""
        person = self.work.locked(Person, self.person_id)
        expect(person.version, self.if_match)
        return person

    def shown(self) -> dict[str, Any]:
        """The person as she stands now."""
        self.work.session.flush()
        return person_out(self.work, self.me, self.person_id)


def _target(person_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Target:
    work.one(columns(Person.id).where(Person.id == person_id))
    rows = work.rows(role_rows().where(RoleGrant.person_id == person_id))
    guard(me, rows)
    if not may_keep(me, [held(row) for row in rows], clock.today()):
        raise Refused(Code.NOT_ALLOWED)
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    return Target(work, me, person_id, if_match)


Kept = Annotated[Target, Depends(_target)]


@router.put("/{person_id}", response_model=PersonOut)
def correct(target: Kept, body: PersonFields) -> Response:
    """Correct name and address: only who may end every role of hers."""
    person = target.locked()
    _free(target.work, body.email, person.id)
    changed = [name for name in ("name", "email") if getattr(person, name) != getattr(body, name)]
    if changed:
        person.name, person.email = body.name, body.email
        person.sort_key, person.folded = sort_key(body.name), folded(body.name)
        person.version += 1
        target.work.record("person.changed", "person", person.id, changed=changed)
    return reply(target.shown(), version=person.version)


@router.post("/{person_id}/leave", response_model=LeftOut)
def leave(target: Kept, body: EndIn) -> Response:
    """The person's last day: all her roles end no later. Replies with what she has promised."""
    work, today = target.work, clock.today()
    on = body.on or today
    lock_administration(work)
    person = target.locked()
    if person.left_on is not None:
        raise Refused(Code.WRONG_STATE, state="left", left_on=person.left_on.isoformat())
    for grant in _lasting(work, person.id, on):
        if grant.role == Role.ADMIN:
            keep_administrator(work, grant, place(work, grant.department_id).path)
        end_role(work, grant, on)
    person.left_on = on
    person.version += 1
    work.record("person.left", "person", person.id, on=on)
    work.session.flush()
    owns, count = owned_there(work, target.me, person.id, "", reads, max(on, today) + A_DAY)
    return reply({"person": target.shown(), "owns": owns, "count": count}, version=person.version)


def _lasting(work: Transaction, person_id: UUID, on: date) -> list[RoleGrant]:
    """The roles that would be held after the day, locked."""
    return list(
        work.session.exec(
            select(RoleGrant)
            .where(
                RoleGrant.person_id == person_id,
                col(RoleGrant.valid_to).is_(None) | (col(RoleGrant.valid_to) > on),
            )
            .order_by(col(RoleGrant.id))
            .with_for_update(key_share=True)
        )
    )
