"""Trial actions as the search finds them: by all that is shared of them, by whoever reads the plan."""

from __future__ import annotations

from collections import defaultdict
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
from trinvis.trial_actions.rules import State, title_of
from trinvis.trial_actions.tables import TrialAction, TrialPlace

_TEXTS = (
    "change", "prediction", "measure", "situation", "aim", "for_whom", "where", "data_plan", "happened",
    "surprises", "learning", "next_step", "reason",
)  # fmt: skip


class Trials:
    """The cycles, drafts too: whoever reads the plan reads them in its list."""

    kind = "trial_action"
    placed = True

    def ids(self) -> Any:
        """Every cycle."""
        return columns(TrialAction.id)

    def entries(self, work: Transaction, ids: Collection[UUID]) -> Sequence[Entry]:
        """Title, and the texts one under the other."""
        rows = work.rows(
            columns(
                TrialAction.id,
                TrialAction.title,
                TrialAction.state,
                TrialAction.department_id,
                *(getattr(TrialAction, name) for name in _TEXTS),
            ).where(col(TrialAction.id).in_(ids))
        )
        also: dict[UUID, list[UUID]] = defaultdict(list)
        for trial_id, department_id in work.rows(
            columns(TrialPlace.trial_action_id, TrialPlace.department_id).where(
                col(TrialPlace.trial_action_id).in_(ids)
            )
        ):
            also[trial_id].append(department_id)
        # By position: the column of `where` is not named like its field.
        return [
            Entry(
                row[0],
                title_of(row[1], row[4]),
                "\n".join(text for text in row[4:] if text),
                row[2],
                row[3],
                tuple(also[row[0]]),
            )
            for row in rows
        ]

    def seen_at_all(self, me: Actor) -> bool:
        """Whether there is such a department."""
        return bool(reach(me, May.READ))

    def seen_by(self, me: Actor, record_id: Any, department_id: Any) -> Any:
        """Cycles of departments whose plan the actor reads, and what takes place there and is no draft."""
        read = within(reach(me, May.READ))
        there = (
            columns(TrialPlace.trial_action_id)
            .join(Department, col(Department.id) == TrialPlace.department_id)
            .join(TrialAction, col(TrialAction.id) == TrialPlace.trial_action_id)
            .where(read, col(TrialAction.state) != State.DRAFT)
        )
        return or_(department_id.in_(columns(Department.id).where(read)), record_id.in_(there))
