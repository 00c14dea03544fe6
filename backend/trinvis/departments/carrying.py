"""What the rooms above keep at a node, and how it changes place or hands: asked without importing them.

`rooms.py` registers a `Carrier` for each kind of open work. The tree's changes and the hand-over of
promises ask all of them alike, so that a new kind of promise cannot be forgotten by either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from sqlmodel import col

from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Something that is not over and so has to have a place and an owner.

    `state`: as its own room names it; `owned`: whether this kind is somebody's at all (a round is
    the department's, a promise a person's). `also_at`: the other nodes that the same record stands at.
    """

    kind: str
    id: UUID
    department_id: UUID
    title: str
    owner_id: UUID | None
    due: date | None
    state: str
    owned: bool = True
    also_at: tuple[UUID, ...] = ()


class Holding(Protocol):
    """A room's open work of one kind, as it changes hands. `kind` is the audit events' word for the record.

    What is no more than that stands wherever its keeper does: a follower takes it along.
    """

    kind: str

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """What is open at these nodes: ids, or a select of ids; in the order of their dates."""

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """What is open and this person's, at any node."""

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Give one open record a new owner and write the audit event; the record as it was before.

        Raises `Refused(NOT_FOUND)`, or `Refused(WRONG_STATE)` if it is over.
        """


class Carrier(Holding, Protocol):
    """Open work that changes place too.

    `at_walking`: it is kept at departments that walk by themselves; `needs_round`: and only in a round.
    """

    at_walking: bool
    needs_round: bool

    def carry(
        self, work: Transaction, records: Sequence[OpenWork], to: UUID, journey_id: UUID | None
    ) -> None:
        """Put open records at a node, ids unchanged; they join its round `journey_id`, if there is one.

        Writes an audit event for each at that node. What is over stays where it happened.
        """

    def repath(self, work: Transaction) -> None:
        """The tree's paths have changed: bring up to date what is kept of them beside the records."""


def closed_hold_nothing(work: Transaction, departments: Sequence[UUID]) -> None:
    """Refuse (WRONG_STATE) open work at those of the nodes that are closed: put there meanwhile."""
    closed = [
        row.id
        for row in work.rows(
            columns(Department.id).where(
                col(Department.id).in_(departments), col(Department.closed_on).is_not(None)
            )
        )
    ]
    if closed and any(carrier.open_work(work, closed) for carrier in work.upward.carriers):
        raise Refused(Code.WRONG_STATE, state="closed")
