"""Departments as the search finds them: by name and code, by whoever may know of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.core.db import Transaction, columns
from trinvis.core.search import Entry
from trinvis.departments.queries import within
from trinvis.departments.tables import Department


class Departments:
    """The tree's nodes, closed ones too: their pages stay readable."""

    kind = "department"
    placed = True

    def ids(self) -> Any:
        """Every node."""
        return columns(Department.id)

    def entries(self, work: Transaction, ids: Collection[UUID]) -> Sequence[Entry]:
        """Name and code."""
        rows = work.rows(
            columns(Department.id, Department.name, Department.code, Department.kind).where(
                col(Department.id).in_(ids)
            )
        )
        return [Entry(row.id, row.name, row.code, row.kind, row.id) for row in rows]

    def seen_at_all(self, me: Actor) -> bool:
        """Whether there is such a department."""
        return bool(reach(me, May.KNOW))

    def seen_by(self, me: Actor, record_id: Any, department_id: Any) -> Any:
        """Nodes that the actor may know of."""
        return department_id.in_(columns(Department.id).where(within(reach(me, May.KNOW))))
