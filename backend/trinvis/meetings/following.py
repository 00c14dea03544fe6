"""What becomes of an LMU's planned meetings when its department closes or no longer walks by itself."""

from __future__ import annotations

from sqlmodel import col, select

from trinvis.core.db import Transaction
from trinvis.departments.following import Shift, Told
from trinvis.meetings.rules import Committee, MeetingState
from trinvis.meetings.tables import Meeting


class Meetings:
    """Agendas go to the LMU that takes over; where there is none, the meeting is cancelled.

    Meetings that were held stay where they were, with their decisions.
    """

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Nothing before the tree changes."""

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Carry or cancel what is planned."""
        left = [node for node in shift.touched if shift.walked(node) == node]
        rows = work.session.exec(
            select(Meeting)
            .where(
                col(Meeting.department_id).in_(left),
                Meeting.committee == Committee.LMU,
                Meeting.state == MeetingState.PLANNED,
            )
            .order_by(col(Meeting.id))
            .with_for_update(key_share=True)
        ).all()
        for row in rows:
            self._settle(work, shift, told, row)

    def _settle(self, work: Transaction, shift: Shift, told: Told, row: Meeting) -> None:
        here = row.department_id
        taker = shift.closed.get(here, here)
        to = shift.walks(taker) if taker else None
        row.version += 1
        if to is None:
            row.state = MeetingState.CANCELLED
            told.follows("meeting", "cancelled", shift.name(here), None)
            work.record("meeting.cancelled", "meeting", row.id, here)
            return
        row.department_id = to
        told.follows("meeting", "moves", shift.name(here), shift.name(to))
        facts = {"from": {"department_id": here}, "to": {"department_id": to}}
        work.record("meeting.carried", "meeting", row.id, to, former=None, **facts)
