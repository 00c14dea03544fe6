"""Trial actions that are not over, as the tree's changes and hand-overs ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.carrying import OpenWork
from trinvis.departments.following import Shift, Told
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.trial_actions.places import kept, put
from trinvis.trial_actions.rules import State, title_of
from trinvis.trial_actions.tables import TrialAction, TrialPlace

OPEN = (State.DRAFT, State.PLANNED, State.RUNNING, State.TRIED)


class OpenTrials:
    """Trial actions from draft to tried. A draft that nobody has taken on yet is nobody's promise."""

    kind = "trial_action"
    at_walking = needs_round = False

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

    def carry(
        self, work: Transaction, records: Sequence[OpenWork], to: UUID, journey_id: UUID | None
    ) -> None:
        """Put them at the node, in its round."""
        path = work.one(columns(Department.path).where(Department.id == to)).path
        rows = work.session.exec(
            select(TrialAction)
            .where(col(TrialAction.id).in_([line.id for line in records]))
            .order_by(col(TrialAction.id))
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        ).all()
        for row in rows:
            before = {"department_id": row.department_id, "journey_id": row.journey_id}
            row.department_id, row.department_path, row.journey_id = to, path, journey_id
            row.version += 1
            row.changed_at = clock.now()
            facts = {"from": before, "to": {"department_id": to, "journey_id": journey_id}}
            work.record("trial_action.carried", self.kind, row.id, to, former=None, **facts)

    def repath(self, work: Transaction) -> None:
        """Lists of a subtree look for the path that is kept beside each trial."""
        path = select(Department.path).where(Department.id == TrialAction.department_id).scalar_subquery()
        work.session.execute(
            update(TrialAction)
            .where(col(TrialAction.department_path) != path)
            .values(department_path=path)
            .execution_options(synchronize_session=False)
        )

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


class Places:
    """Trials of a node above take place where their departments go on."""

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Nothing before the tree has changed."""

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Instead of a closed department, those that continue it, if they walk beneath the trial's node."""
        rows = work.rows(
            columns(
                TrialPlace.trial_action_id,
                TrialPlace.department_id,
                col(TrialAction.department_id).label("at"),
            )
            .join(TrialAction, col(TrialAction.id) == TrialPlace.trial_action_id)
            .where(col(TrialPlace.department_id).in_(shift.successors), col(TrialAction.state).in_(OPEN))
        )
        for row in rows:
            above = shift.after[row.at].path
            going = [
                to
                for to in shift.successors[row.department_id]
                if shift.walks(to) == to and shift.after[to].path.startswith(above)
            ]
            if going:
                before = kept(work, row.trial_action_id)
                wanted = [each for each in before if each != row.department_id] + going
                put(work, row.trial_action_id, before, list(dict.fromkeys(wanted)))
                facts = {"from": {"places": [row.department_id]}, "to": {"places": going}}
                work.record(
                    "trial_action.carried", "trial_action", row.trial_action_id, row.at, former=None, **facts
                )


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
