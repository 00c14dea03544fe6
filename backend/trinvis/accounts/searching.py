"""People as the search finds them: by name alone, by whoever sees the people where they hold a role.

Titles are no part of it: somebody who sees a person in one department could else find out what the
same person is in another.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.accounts.queries import holds_now
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.search import Entry
from trinvis.departments.queries import within
from trinvis.departments.tables import Department


class People:
    """Everybody by name. Who has left is no longer seen; the day of that needs no change of the entry."""

    kind = "person"
    placed = False

    def ids(self) -> Any:
        """Everybody."""
        return columns(Person.id)

    def entries(self, work: Transaction, ids: Collection[UUID]) -> Sequence[Entry]:
        """The name."""
        rows = work.rows(columns(Person.id, Person.name).where(col(Person.id).in_(ids)))
        return [Entry(row.id, row.name) for row in rows]

    def seen_at_all(self, me: Actor) -> bool:
        """Whether there is such a department."""
        return bool(reach(me, May.READ_PEOPLE))

    def seen_by(self, me: Actor, record_id: Any, department_id: Any) -> Any:
        """Whoever holds a role today where the actor sees the people."""
        return record_id.in_(
            columns(RoleGrant.person_id)
            .join(Department, col(Department.id) == RoleGrant.department_id)
            .join(Person, col(Person.id) == RoleGrant.person_id)
            .where(held_where_seen(me))
        )


def held_where_seen(me: Actor) -> ColumnElement[bool]:
    """A condition on people with their roles and departments: held today, where the actor sees people."""
    today = clock.today()
    here = or_(col(Person.left_on).is_(None), col(Person.left_on) >= today)
    found: ColumnElement[bool] = holds_now() & here & within(reach(me, May.READ_PEOPLE))
    return found
