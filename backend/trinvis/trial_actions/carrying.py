"""Trial actions that are not over, as the tree's changes and hand-overs ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col

from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.carrying import OpenWork
from trinvis.errors import Code, Refused
from trinvis.trial_actions.rules import State, title_of
from trinvis.trial_actions.tables import TrialAction

OPEN = (State.DRAFT, State.PLANNED, State.RUNNING, State.TRIED)


class OpenTrials:
    """Trial actions from draft to tried. A draft that nobody has taken on yet is nobody's promise."""

    kind = "trial_action"

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """Trials that are not over at these nodes, by their last day."""
        return self._found(work, col(TrialAction.department_id).in_(departments))

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """Trials of this person that are not over."""
        return self._found(work, TrialAction.owner_id == person_id)

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Give the trial a new owner; as it was before."""
        row = work.locked(TrialAction, record_id)
        if row.state not in OPEN:
            raise Refused(Code.WRONG_STATE, state=row.state, kind=self.kind, id=str(record_id))
        before = _open(row)
        row.owner_id = to
        row.version += 1
        row.changed_at = clock.now()
        work.record(
            "trial_action.handed_over",
            self.kind,
            row.id,
            row.department_id,
            former=None,
            changed=["owner_id"],
            **{"from": {"owner_id": before.owner_id}, "to": {"owner_id": to}},
        )
        return before

    def _found(self, work: Transaction, condition: Any) -> list[OpenWork]:
        rows = work.rows(
            columns(
                TrialAction.id,
                TrialAction.department_id,
                TrialAction.title,
                TrialAction.change,
                TrialAction.owner_id,
                TrialAction.evaluate_on,
                TrialAction.ends_on,
                TrialAction.state,
            )
            .where(col(TrialAction.state).in_(OPEN), condition)
            .order_by(col(TrialAction.ends_on).is_(None), col(TrialAction.ends_on), col(TrialAction.id))
        )
        return [_open(row) for row in rows]


def _open(row: Any) -> OpenWork:
    return OpenWork(
        "trial_action",
        row.id,
        row.department_id,
        title_of(row.title, row.change),
        row.owner_id,
        (row.evaluate_on or row.ends_on) if row.state == State.TRIED else row.ends_on,
        row.state,
        owned=row.owner_id is not None or row.state != State.DRAFT,
    )
