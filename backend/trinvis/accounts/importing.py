"""A table of people and roles: read against what stands, for a plan of what it would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col

from trinvis.access import Role
from trinvis.accounts.applying import Applying, fresh_people
from trinvis.accounts.rules import Known, Plan, Spot, Stands, plan
from trinvis.accounts.rules.cells import NEEDED, Key
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock, sheets
from trinvis.core.db import Transaction, columns
from trinvis.departments.importing import Tell, Within, everywhere, nobody_listens
from trinvis.departments.tables import Department, Walks

COLUMNS = {
    "name": ("navn", "name"),
    "email": ("e-mail", "email", "mail"),
    "role": ("rolle", "role"),
    "department": ("afdeling", "department", "kode"),
    "from": ("fra", "from"),
    "to": ("til", "to"),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """People, roles and nodes as they stood when the file was read."""

    people: Sequence[Any]
    roles: Sequence[Any]
    nodes: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the file would do. `seen`: what it was planned upon; `standing`: the role behind each key."""

    plan: Plan
    titles: dict[str, str]
    seen: Seen
    standing: dict[Key, Any]


def _seen(work: Transaction) -> Seen:
    return Seen(
        work.rows(columns(Person.id, Person.email, Person.name, Person.left_on).order_by(col(Person.id))),
        work.rows(
            columns(
                RoleGrant.id,
                RoleGrant.person_id,
                RoleGrant.role,
                RoleGrant.department_id,
                RoleGrant.title,
                RoleGrant.valid_from,
                RoleGrant.valid_to,
                RoleGrant.known_since,
                RoleGrant.deputy_for,
            ).order_by(col(RoleGrant.id))
        ),
        work.rows(
            columns(
                Department.id,
                Department.code,
                Department.name,
                Department.closed_on,
                Department.path,
                Department.walks,
            ).order_by(col(Department.id))
        ),
    )


def draft_people(
    work: Transaction,
    data: bytes,
    *,
    whole: bool = False,
    within: Within = everywhere,
    me: UUID | None = None,
) -> Draft:
    """What the table would change; `me`: who imports. Raises `sheets.Unreadable`."""
    sheet = sheets.read(data, COLUMNS, NEEDED)
    seen, today = _seen(work), clock.today()
    emails = {row.id: row.email for row in seen.people}
    nodes = {row.id: row for row in seen.nodes}
    reached = {row.id: within(row.path) for row in seen.nodes}
    standing = _standing(seen, emails, nodes, today)
    beyond = {row.person_id for row in seen.roles if not reached[row.department_id]}
    planned = plan(
        sheet.rows,
        {
            row.email: Known(
                row.name, row.left_on is not None and row.left_on < today, row.id not in beyond
            )
            for row in seen.people
        },
        {
            key: Stands(row.title, row.valid_from, row.valid_to, row.deputy_for is not None)
            for key, row in standing.items()
        },
        {
            row.code: Spot(row.name, row.closed_on is not None, reached[row.id], row.walks == Walks.WALKS)
            for row in seen.nodes
        },
        today=today,
        whole=whole,
        me=emails.get(me) if me else None,
    )
    return Draft(planned, sheet.titles, seen, standing)


def _standing(
    seen: Seen, emails: dict[UUID, str], nodes: dict[UUID, Any], today: date
) -> dict[Key, Any]:
    """The role behind each key: of several the one that is held, else the next, else the last."""

    def rank(row: Any) -> tuple[int, int]:
        begins, ends = row.valid_from or date.min, row.valid_to or date.max
        if row.deputy_for is not None:
            return 0, 0
        if ends < today:
            return 1, ends.toordinal()
        return (3, 0) if begins <= today else (2, -begins.toordinal())

    found: dict[Key, Any] = {}
    for row in seen.roles:
        key = (emails[row.person_id], Role(row.role), nodes[row.department_id].code)
        if key not in found or rank(row) > rank(found[key]):
            found[key] = row
    return found


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft with everything prepared that needs no lock."""

    draft: Draft
    fresh: Sequence[dict[str, Any]]

    def apply(self, work: Transaction, tell: Tell = nobody_listens) -> bool:
        """Do what the draft says; False, and nothing is done, if people are not as they were then."""
        work.lock_tables(Person, RoleGrant)
        draft = self.draft
        if _seen(work) != draft.seen:
            return False
        people = {row.email: row.id for row in draft.seen.people}
        nodes = {row.code: row.id for row in draft.seen.nodes}
        Applying(work, draft.plan, self.fresh, people, nodes, draft.standing, tell).all()
        return True


def ready(draft: Draft) -> Ready:
    """Prepare what takes its time, so that others can write meanwhile."""
    return Ready(draft, fresh_people(draft.plan))


def import_people(work: Transaction, data: bytes, *, whole: bool = False) -> tuple[Plan, dict[str, str]]:
    """Apply the table unless it has an error; the plan, and the file's column titles.

    Raises `sheets.Unreadable`.
    """
    draft = draft_people(work, data, whole=whole)
    if not draft.plan.errors:
        ready(draft).apply(work)
    return draft.plan, draft.titles
