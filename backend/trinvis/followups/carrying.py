"""Open agreements and planned follow-ups, as the tree's changes and hand-overs ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col, select

from trinvis.core.db import Transaction, columns
from trinvis.departments.carrying import OpenWork
from trinvis.errors import Code, Refused
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpState

R = TypeVar("R", Agreement, FollowUp)


class Agreements:
    """Agreements that are open."""

    kind = "agreement"
    at_walking = needs_round = False

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """Open agreements at these nodes, by date."""
        return self._found(work, col(Agreement.department_id).in_(departments))

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """Open agreements of this person."""
        return self._found(work, Agreement.owner_id == person_id)

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Give the agreement a new owner; as it was before."""
        row = work.locked(Agreement, record_id)
        if row.state != AgreementState.OPEN:
            raise Refused(Code.WRONG_STATE, state=row.state, kind=self.kind, id=str(record_id))
        before = _agreement(row)
        _give(work, self.kind, row, to)
        return before

    def carry(
        self, work: Transaction, records: Sequence[OpenWork], to: UUID, journey_id: UUID | None
    ) -> None:
        """Put them at the node, in its round."""
        for row in _locked(work, Agreement, records):
            facts = _carried(row, to, journey_id)
            work.record("agreement.carried", self.kind, row.id, to, former=None, **facts)

    def repath(self, work: Transaction) -> None:
        """Nothing of the tree's paths is kept here."""

    def _found(self, work: Transaction, condition: Any) -> list[OpenWork]:
        rows = work.rows(
            columns(
                Agreement.id,
                Agreement.department_id,
                Agreement.what,
                Agreement.owner_id,
                Agreement.due,
                Agreement.state,
            )
            .where(Agreement.state == AgreementState.OPEN, condition)
            .order_by(col(Agreement.due), col(Agreement.id))
        )
        return [_agreement(row) for row in rows]


class FollowUps:
    """Follow-ups that are planned."""

    kind = "follow_up"
    at_walking = needs_round = False

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """Planned follow-ups at these nodes, by date."""
        return self._found(work, col(FollowUp.department_id).in_(departments))

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """Planned follow-ups of this person."""
        return self._found(work, FollowUp.owner_id == person_id)

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Give the follow-up a new owner; as it was before."""
        row = work.locked(FollowUp, record_id)
        if row.state != FollowUpState.PLANNED:
            raise Refused(Code.WRONG_STATE, state=row.state, kind=self.kind, id=str(record_id))
        before = _follow_up(row)
        _give(work, self.kind, row, to)
        return before

    def carry(
        self, work: Transaction, records: Sequence[OpenWork], to: UUID, journey_id: UUID | None
    ) -> None:
        """Put them at the node, in its round."""
        for row in _locked(work, FollowUp, records):
            facts = _carried(row, to, journey_id)
            work.record("follow_up.carried", self.kind, row.id, to, former=None, **facts)

    def repath(self, work: Transaction) -> None:
        """Nothing of the tree's paths is kept here."""

    def _found(self, work: Transaction, condition: Any) -> list[OpenWork]:
        rows = work.rows(
            columns(
                FollowUp.id,
                FollowUp.department_id,
                FollowUp.question,
                FollowUp.owner_id,
                FollowUp.due,
                FollowUp.state,
            )
            .where(FollowUp.state == FollowUpState.PLANNED, condition)
            .order_by(col(FollowUp.due), col(FollowUp.id))
        )
        return [_follow_up(row) for row in rows]


def _agreement(row: Any) -> OpenWork:
    return OpenWork("agreement", row.id, row.department_id, row.what, row.owner_id, row.due, row.state)


def _follow_up(row: Any) -> OpenWork:
    return OpenWork("follow_up", row.id, row.department_id, row.question, row.owner_id, row.due, row.state)


def _locked(work: Transaction, table: type[R], records: Sequence[OpenWork]) -> Sequence[R]:
    """The rows, locked in order of their ids."""
    found: Any = table
    return work.session.exec(
        select(table)
        .where(col(found.id).in_([line.id for line in records]))
        .order_by(col(found.id))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()


def _carried(row: Agreement | FollowUp, to: UUID, journey_id: UUID | None) -> dict[str, object]:
    """Put the record at the node, in the round; the facts of the event."""
    before = {"department_id": row.department_id, "journey_id": row.journey_id}
    row.department_id, row.journey_id = to, journey_id
    row.version += 1
    return {"from": before, "to": {"department_id": to, "journey_id": journey_id}}


def _give(work: Transaction, kind: str, row: Agreement | FollowUp, to: UUID | None) -> None:
    before, row.owner_id = row.owner_id, to
    row.version += 1
    work.record(
        f"{kind}.handed_over",
        kind,
        row.id,
        row.department_id,
        former=None,
        changed=["owner_id"],
        **{"from": {"owner_id": before}, "to": {"owner_id": to}},
    )
