"""Changing an experience: who may, which version was seen, what the history keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import Depends
from sqlmodel import col

from trinvis.access import Actor, May, Role, allowed
from trinvis.accounts.queries import holds_now, stays_on
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns, expect
from trinvis.core.http import IfMatch, Me, Tx
from trinvis.departments.queries import Node, node
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.experiences import rules
from trinvis.experiences.rules import CONSENTS, Act, Consent, ExperienceState
from trinvis.experiences.tables import Experience

TEXTS = ("title", "did", "learned", "advice")


@dataclass(frozen=True, slots=True)
class Opened:
    """The locked experience, where it stands, what the actor may do there."""

    work: Transaction
    me: Actor
    row: Experience
    here: Node
    held: frozenset[May]
    if_match: int | None

    def ready(self, act: Act) -> None:
        """Refuse unless the version seen is this one, and its state allows the act to this actor."""
        expect(self.row.version, self.if_match)
        rules.ready(act, ExperienceState(self.row.state), self.held)

    def put(self, values: Mapping[str, Any]) -> None:
        """Set what differs; nothing happens if nothing does."""
        changed = [name for name, value in values.items() if getattr(self.row, name) != value]
        if not changed:
            return
        former = {
            name: ("shared", str(getattr(self.row, name)))
            for name in changed
            if name in TEXTS and getattr(self.row, name)
        }
        bare = [name for name in changed if name not in TEXTS]
        facts = {
            "changed": changed,
            "from": {name: getattr(self.row, name) for name in bare},
            "to": {name: values[name] for name in bare},
        }
        for name in changed:
            setattr(self.row, name, values[name])
        self.row.version += 1
        self.work.record(
            "experience.changed", "experience", self.row.id, self.here.id, former=former, **facts
        )

    def share(self, consent: Consent, consented_by: UUID) -> None:
        """Everybody who signs in reads it from now on."""
        row = self.row
        row.state, row.shared_on, row.withdrawn_on = ExperienceState.SHARED, clock.today(), None
        row.consent, row.consented_by = consent, consented_by
        row.version += 1
        self.work.record(
            "experience.shared", "experience", row.id, self.here.id,
            consent=consent, consented_by=consented_by,
        )  # fmt: skip

    def withdraw(self) -> None:
        """Only the department reads it from now on; what others have borrowed stays theirs."""
        before = self.row.state
        self.row.state, self.row.withdrawn_on = ExperienceState.WITHDRAWN, clock.today()
        self.row.version += 1
        self.work.record(
            "experience.withdrawn", "experience", self.row.id, self.here.id,
            state=[before, ExperienceState.WITHDRAWN],
        )  # fmt: skip


def locked(act: Act) -> Any:
    """A dependency: the experience locked, the actor allowed the act in some state, a version given."""

    def dependency(experience_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Opened:
        row = work.locked(Experience, experience_id)
        here = node(work, row.department_id)
        held = allowed(me, here.place)
        if May.READ not in held and row.state != ExperienceState.SHARED:
            raise Refused(Code.NOT_FOUND)
        if not rules.may_ever(act, held):
            raise Refused(Code.NOT_ALLOWED)
        if if_match is None:
            raise Refused(Code.IF_MATCH_MISSING)
        return Opened(work, me, row, here, held, if_match)

    return Depends(dependency)


def consenters(work: Transaction, here: Any) -> list[dict[str, Any]]:
    """Who can say yes for the department today: its leaders and TRIO; if it has none, those above."""
    above = [UUID(part) for part in here.path.strip("/").split("/")]
    rows = work.rows(
        columns(Person.id, Person.name, RoleGrant.role, RoleGrant.department_id)
        .join(RoleGrant, col(RoleGrant.person_id) == Person.id)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .where(
            col(RoleGrant.department_id).in_(above),
            col(RoleGrant.role).in_([role for roles in CONSENTS.values() for role in roles]),
            holds_now(),
            stays_on(clock.today()),
        )
        .order_by(col(Department.path).desc(), col(Person.sort_key), col(Person.id))
    )
    own = {here.id, here.walking_id}
    found: dict[tuple[UUID, Consent], dict[str, Any]] = {}
    near = [row for row in rows if row.department_id in own]
    for row in near or rows:
        # HR speaks for its own node alone: a department's consent is its own people's.
        if row.role == Role.HR and row.department_id != here.id:
            continue
        consent = next(each for each, roles in CONSENTS.items() if row.role in roles)
        person = {"id": row.id, "name": row.name}
        found.setdefault((row.id, consent), {"person": person, "consent": consent})
    return list(found.values())
