"""Questions about people that more than one room asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col

from trinvis.accounts.roles.rules import COLLEAGUES, belongs
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Out
from trinvis.departments.tables import Department


def names(work: Transaction, ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names by person id, in one statement; unknown ids are left out."""
    wanted = {person_id for person_id in ids if person_id is not None}
    if not wanted:
        return {}
    rows = work.rows(columns(Person.id, Person.name).where(col(Person.id).in_(wanted)))
    return {row.id: row.name for row in rows}


class PersonRef(Out):
    """A person by name, as replies carry it."""

    id: UUID
    name: str


def holds_now() -> Any:
    """A condition: the role is held today."""
    return holds_on(clock.today())


def holds_on(day: date) -> Any:
    """A condition: the role is held on that day."""
    return or_(col(RoleGrant.valid_from).is_(None), col(RoleGrant.valid_from) <= day) & or_(
        col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= day
    )


def stays_on(day: date) -> Any:
    """A condition: the person has not left by that day."""
    return or_(col(Person.left_on).is_(None), col(Person.left_on) >= day)


def colleagues_at(
    work: Transaction, people: Iterable[UUID | None], day: date
) -> Mapping[UUID, Sequence[str]]:
    """Paths of the nodes where these people hold a role that can own a promise on that day."""
    rows = work.rows(
        columns(RoleGrant.person_id, Department.path)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .where(
            col(RoleGrant.person_id).in_({person for person in people if person is not None}),
            col(RoleGrant.role).in_(COLLEAGUES),
            holds_on(day),
            stays_on(day),
        )
    )
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row.path)
    return found


def belongs_here(work: Transaction, person_id: UUID, department_path: str) -> bool:
    """Whether the person holds a role that reaches the department, or one in its department's subtree."""
    held = colleagues_at(work, [person_id], clock.today()).get(person_id, ())
    here = work.first(columns(Department.walking_id).where(Department.path == department_path))
    return belongs(held, department_path, here.walking_id if here else None)
