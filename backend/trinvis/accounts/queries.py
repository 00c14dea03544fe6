"""Questions about people that more than one room asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col

from trinvis.access import Role
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Out
from trinvis.departments.tables import Department

_COLLEAGUES = (Role.MEMBER, Role.LEADER, Role.SECTION_LEADER, Role.TRIO, Role.AMBASSADOR, Role.LMU, Role.HR)
"""Roles that can own a promise; a committee member or an administrator does not by that alone."""


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
    today = clock.today()
    return or_(col(RoleGrant.valid_from).is_(None), col(RoleGrant.valid_from) <= today) & or_(
        col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= today
    )


def belongs_here(work: Transaction, person_id: UUID, department_path: str) -> bool:
    """Whether the person holds a role that reaches the department, or one in its department's subtree.

    A section's trial can be owned by a colleague of the sister section: both belong to the same
    walking department, whose path begins both.
    """
    nodes = work.rows(
        columns(Department.path)
        .join(RoleGrant, col(RoleGrant.department_id) == Department.id)
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .where(
            RoleGrant.person_id == person_id,
            col(RoleGrant.role).in_(_COLLEAGUES),
            holds_now(),
            col(Person.left_on).is_(None),
        )
    )
    home = department_path.split("/")
    walking = work.first(columns(Department.walking_id).where(Department.path == department_path))
    root = department_path
    if walking and walking.walking_id and walking.walking_id.hex in home:
        root = "/".join(home[: home.index(walking.walking_id.hex) + 1]) + "/"
    return any(row.path.startswith(root) or department_path.startswith(row.path) for row in nodes)
