"""Planned sessions and open requests for help, as the tree's changes and hand-overs ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from trinvis.core.db import Transaction, columns
from trinvis.departments.carrying import OpenWork
from trinvis.errors import Code, Refused
from trinvis.followups.tables import Audience
from trinvis.journeys.tables import (
    Journey,
    SessionPlace,
    SessionState,
    StepSession,
    SupportRequest,
    SupportState,
)

WAITING = (SupportState.WANTED, SupportState.AGREED)


class Sessions:
    """Sessions that are planned in an open round: a line for each department, each naming the others."""

    kind = "session"
    at_walking = needs_round = True

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """Planned sessions of these nodes, by date."""
        held_for = select(SessionPlace.session_id).where(col(SessionPlace.department_id).in_(departments))
        lines = self._found(work, col(StepSession.id).in_(held_for))
        here = work.rows(
            select(SessionPlace.session_id, SessionPlace.department_id)
            .where(col(SessionPlace.department_id).in_(departments))
        )
        meant = {(row.session_id, row.department_id) for row in here}
        return [line for line in lines if (line.id, line.department_id) in meant]

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """Planned sessions that this person is to lead."""
        return self._found(work, StepSession.led_by == person_id)

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Let somebody else lead the session; as it was before, at the first of its departments."""
        row = work.locked(StepSession, record_id)
        if row.state != SessionState.PLANNED:
            raise Refused(Code.WRONG_STATE, state=row.state, kind=self.kind, id=str(record_id))
        places = work.rows(
            columns(SessionPlace.department_id, SessionPlace.journey_id)
            .where(SessionPlace.session_id == record_id)
            .order_by(col(SessionPlace.department_id))
        )
        before, row.led_by = row.led_by, to
        row.version += 1
        for place in places:
            work.record(
                "session.handed_over", self.kind, row.id, place.department_id,
                journey_id=place.journey_id, former=None, changed=["led_by"],
                **{"from": {"led_by": before}, "to": {"led_by": to}},
            )
        first, *others = (place.department_id for place in places)
        return OpenWork(
            self.kind, row.id, first, row.title or row.forum, before, row.day, row.state,
            also_at=tuple(others),
        )

    def carry(
        self, work: Transaction, records: Sequence[OpenWork], to: UUID, journey_id: UUID | None
    ) -> None:
        """Let them count for the node's round; a note *Kun for os* stays with those who could read it."""
        assert journey_id is not None
        for line in records:
            row = work.locked(StepSession, line.id)
            self._place(work, row, line.department_id, SessionPlace(
                session_id=row.id, journey_id=journey_id, department_id=to
            ))
            row.version += 1
            facts = {"from": {"department_id": line.department_id}, "to": {"department_id": to}}
            work.record(
                "session.carried", self.kind, row.id, to, former=None, journey_id=journey_id, **facts
            )

    def _place(self, work: Transaction, row: StepSession, at: UUID, wanted: SessionPlace) -> None:
        """Instead of the place at that node, the wanted one, unless the session is there already."""
        former = work.session.exec(
            select(SessionPlace).where(SessionPlace.session_id == row.id, SessionPlace.department_id == at)
        ).all()
        if row.audience == Audience.CANDID and row.note is not None and at != wanted.department_id:
            wanted.written_at = next((each.written_at for each in former if each.written_at), at)
        for each in former:
            work.session.delete(each)
        work.session.flush()
        if work.session.get(SessionPlace, (row.id, wanted.journey_id)) is None:
            work.add(wanted)

    def repath(self, work: Transaction) -> None:
        """Nothing of the tree's paths is kept here."""

    def _found(self, work: Transaction, condition: Any) -> list[OpenWork]:
        rows = work.rows(
            columns(
                StepSession.id, StepSession.day, StepSession.forum, StepSession.title, StepSession.led_by,
                StepSession.state, SessionPlace.department_id,
            )
            .join(SessionPlace, col(SessionPlace.session_id) == StepSession.id)
            .join(Journey, col(Journey.id) == SessionPlace.journey_id)
            .where(StepSession.state == SessionState.PLANNED, col(Journey.ended_on).is_(None), condition)
            .order_by(col(StepSession.day), col(StepSession.id), col(SessionPlace.department_id))
        )
        return list(self._lines(rows))

    def _lines(self, rows: Sequence[Any]) -> Iterable[OpenWork]:
        places: dict[UUID, list[UUID]] = {}
        for row in rows:
            places.setdefault(row.id, []).append(row.department_id)
        for row in rows:
            yield OpenWork(
                self.kind, row.id, row.department_id, row.title or row.forum, row.led_by, row.day, row.state,
                also_at=tuple(each for each in places[row.id] if each != row.department_id),
            )


class SupportRequests:
    """Requests for help that wait: nobody's until HR has said who comes."""

    kind = "support_request"
    at_walking = True
    needs_round = False

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """Requests of these nodes that are not over, in the order of their dates."""
        return self._found(work, col(SupportRequest.department_id).in_(departments))

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """Requests that this person has promised to help with."""
        return self._found(work, SupportRequest.agreed_with == person_id)

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Let somebody else help; as it was before."""
        row = work.locked(SupportRequest, record_id)
        if row.state != SupportState.AGREED:
            raise Refused(Code.WRONG_STATE, state=row.state, kind=self.kind, id=str(record_id))
        before = _request(row)
        row.agreed_with = to
        row.version += 1
        work.record(
            "support_request.handed_over", self.kind, row.id, row.department_id,
            former=None, changed=["agreed_with"],
            **{"from": {"agreed_with": before.owner_id}, "to": {"agreed_with": to}},
        )
        return before

    def carry(
        self, work: Transaction, records: Sequence[OpenWork], to: UUID, journey_id: UUID | None
    ) -> None:
        """Let the node wait for the help."""
        for line in records:
            row = work.locked(SupportRequest, line.id)
            facts = {"from": {"department_id": row.department_id}, "to": {"department_id": to}}
            row.department_id = to
            row.version += 1
            work.record("support_request.carried", self.kind, row.id, to, former=None, **facts)

    def repath(self, work: Transaction) -> None:
        """Nothing of the tree's paths is kept here."""

    def _found(self, work: Transaction, condition: Any) -> list[OpenWork]:
        rows = work.rows(
            columns(
                SupportRequest.id, SupportRequest.department_id, SupportRequest.wish,
                SupportRequest.agreed_with, SupportRequest.agreed_for, SupportRequest.wanted_on,
                SupportRequest.state,
            )
            .where(col(SupportRequest.state).in_(WAITING), condition)
            .order_by(col(SupportRequest.wanted_on), col(SupportRequest.id))
        )
        return [_request(row) for row in rows]


def _request(row: Any) -> OpenWork:
    return OpenWork(
        "support_request", row.id, row.department_id, row.wish, row.agreed_with, row.agreed_for, row.state,
        owned=row.state == SupportState.AGREED,
    )
