"""Experiences as the search finds them: once shared by everybody who signs in, else by their department."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.core.db import Transaction, columns
from trinvis.core.search import Entry
from trinvis.departments.queries import within
from trinvis.departments.tables import Department
from trinvis.experiences.tables import Experience, ExperienceState

_TEXTS = ("did", "learned", "advice")


class Experiences:
    """All that is told; what is shared is not looked for by department, since everybody sees it."""

    kind = "experience"
    placed = False

    def ids(self) -> Any:
        """Every experience."""
        return columns(Experience.id)

    def entries(self, work: Transaction, ids: Collection[UUID]) -> Sequence[Entry]:
        """Title, and the texts one under the other."""
        rows = work.rows(
            columns(
                Experience.id,
                Experience.title,
                Experience.state,
                Experience.department_id,
                *(getattr(Experience, name) for name in _TEXTS),
            ).where(col(Experience.id).in_(ids))
        )
        return [
            Entry(
                row.id,
                row.title,
                "\n".join(text for text in row[4:] if text),
                row.state,
                row.department_id,
            )
            for row in rows
        ]

    def seen_at_all(self, me: Actor) -> bool:
        """Whoever signs in and has a part in the house reads what is shared."""
        return bool(me.grants)

    def seen_by(self, me: Actor, record_id: Any, department_id: Any) -> Any:
        """What is shared, and all that is told where the actor reads the plan."""
        shared = columns(Experience.id).where(col(Experience.state) == ExperienceState.SHARED)
        read = columns(Department.id).where(within(reach(me, May.READ)))
        return or_(record_id.in_(shared), department_id.in_(read))
