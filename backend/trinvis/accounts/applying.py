"""Writing what a table of people says: many rows at a time, an event for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, update
from sqlmodel import SQLModel, select

from trinvis.access import Role
from trinvis.accounts.ending import end_deputies
from trinvis.accounts.rules import Plan, last_day
from trinvis.accounts.rules.cells import Held, Key
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.columns import folded, new_id, sort_key
from trinvis.core.db import Transaction
from trinvis.departments.importing import Tell

AT_ONCE = 1_000
"""Rows of one statement: between two of them the progress is told."""


def fresh_people(plan: Plan) -> list[dict[str, Any]]:
    """Rows of the people that the plan adds: made before others have to wait, since stems take their time."""
    return [
        {
            "id": new_id(),
            "email": email,
            "language": "da",
            "cast": None,
            "left_on": None,
            "version": 1,
            **named(name),
        }
        for email, name in plan.people_added.items()
    ]


@dataclass(slots=True)
class Applying:
    """One plan being written. `people`: id by e-mail, `nodes`: id by code, `standing`: role by key."""

    work: Transaction
    plan: Plan
    fresh: Sequence[dict[str, Any]]
    people: dict[str, UUID]
    nodes: Mapping[str, UUID]
    standing: Mapping[Key, Any]
    tell: Tell
    _done: int = field(default=0)

    def all(self) -> None:
        """Everything that the plan says."""
        self._people()
        self._added()
        self._changed()
        self._ended()

    @property
    def _total(self) -> int:
        plan = self.plan
        return len(plan.people_added) + len(plan.added) + len(plan.changed) + len(plan.ended)

    def _write(self, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
        for start in range(0, len(rows), AT_ONCE):
            part = rows[start : start + AT_ONCE]
            self.work.insert(table, part)
            self._done += len(part)
            self.tell(min(self._done, self._total), self._total)

    def _people(self) -> None:
        self._write(Person, self.fresh)
        for row in self.fresh:
            self.people[row["email"]] = row["id"]
            self.work.record("person.added", "person", row["id"])
        self._write_over(
            Person,
            [
                {"b_id": self.people[email], **named(name)}
                for email, (_, _, name) in self.plan.people_renamed.items()
            ],
        )
        self._write_over(
            Person, [{"b_id": self.people[email], "left_on": None} for email in self.plan.people_returned]
        )
        for email in self.plan.people_renamed:
            self.work.record("person.renamed", "person", self.people[email])
        for email in self.plan.people_returned:
            self.work.record("person.returned", "person", self.people[email])

    def _added(self) -> None:
        today = clock.today()
        rows: list[dict[str, Any]] = [
            {
                "id": new_id(),
                "person_id": self.people[held.email],
                "role": held.role.value,
                "title": held.title,
                "department_id": self.nodes[held.code],
                "valid_from": held.valid_from,
                "valid_to": held.valid_to,
                "known_since": today,
                "deputy_for": None,
                "welcomed_on": None,
                "version": 1,
            }
            for held in self.plan.added
        ]
        self._write(RoleGrant, rows)
        for row, held in zip(rows, self.plan.added, strict=True):
            self._note("role.given", row["id"], row["person_id"], row["department_id"], held)

    def _changed(self) -> None:
        today = clock.today()
        rows = []
        for held, _ in self.plan.changed:
            stands = self.standing[held.key]
            over = stands.valid_to is not None and stands.valid_to < today
            rows.append(
                {
                    "b_id": stands.id,
                    "title": held.title,
                    "valid_from": held.valid_from,
                    "valid_to": held.valid_to,
                    # Held anew: what was written in between was for fewer readers.
                    "known_since": today if over else stands.known_since,
                }
            )
        self._write_over(RoleGrant, rows)
        for held, _ in self.plan.changed:
            stands = self.standing[held.key]
            if held.role is Role.LEADER and held.valid_to is not None:
                self._deputies(stands.id, held.valid_to)
            self._note("role.changed", stands.id, stands.person_id, stands.department_id, held)

    def _ended(self) -> None:
        today = clock.today()
        ending = [(key, self.standing[key]) for key in self.plan.ended]
        self._write_over(
            RoleGrant, [{"b_id": one.id, "valid_to": last_day(one.valid_from, today)} for _, one in ending]
        )
        for key, stands in ending:
            last = last_day(stands.valid_from, today)
            if key[1] is Role.LEADER:
                self._deputies(stands.id, last)
            self._record("role.ended", stands.id, stands.person_id, stands.department_id, key[1],
                         (stands.valid_from, last), on=last)  # fmt: skip

    def _write_over(self, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
        """Change rows of which each says which one it is (`b_id`) and what its columns become."""
        if not rows:
            return
        made = SQLModel.metadata.tables[str(table.__tablename__)]
        statement = (
            update(made)
            .where(made.c.id == bindparam("b_id"))
            .values({name: bindparam(name) for name in rows[0] if name != "b_id"})
            .values(version=made.c.version + 1)
        )
        for start in range(0, len(rows), AT_ONCE):
            part = rows[start : start + AT_ONCE]
            self.work.session.execute(statement, part)
            if table is RoleGrant:
                self._done += len(part)
                self.tell(min(self._done, self._total), self._total)

    def _deputies(self, role_id: UUID, on: date) -> None:
        grant = self.work.session.exec(select(RoleGrant).where(RoleGrant.id == role_id)).one()
        end_deputies(self.work, grant, on)

    def _note(self, what: str, role_id: UUID, person_id: UUID, department_id: UUID, held: Held) -> None:
        days = (held.valid_from, held.valid_to)
        self._record(what, role_id, person_id, department_id, held.role, days)

    def _record(
        self,
        what: str,
        role_id: UUID,
        person_id: UUID,
        department_id: UUID,
        role: Role,
        days: tuple[date | None, date | None],
        **facts: Any,
    ) -> None:
        self.work.record(
            what,
            "role",
            role_id,
            department_id,
            person_id=person_id,
            role=role.value,
            valid_from=days[0],
            valid_to=days[1],
            former=None,
            **facts,
        )


def named(name: str) -> dict[str, str]:
    """The columns that a person's name fills."""
    return {"name": name, "sort_key": sort_key(name), "folded": folded(name)}
