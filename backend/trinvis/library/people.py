"""What is said of people who were found: the roles that the reader may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlmodel import col

from trinvis.access import Actor
from trinvis.accounts.searching import held_where_seen
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department


def roles(work: Transaction, me: Actor, people: Collection[UUID]) -> dict[UUID, list[Any]]:
    """The roles that these people hold today where the actor sees the people, in the tree's order."""
    held: dict[UUID, list[Any]] = defaultdict(list)
    if not people:
        return held
    for row in work.rows(
        columns(
            RoleGrant.person_id,
            RoleGrant.role,
            RoleGrant.title,
            RoleGrant.department_id,
            col(Department.name).label("department_name"),
        )
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .where(col(RoleGrant.person_id).in_(people), held_where_seen(me))
        .order_by(col(Department.position), col(RoleGrant.role), col(RoleGrant.id))
    ):
        held[row.person_id].append(row)
    return held
