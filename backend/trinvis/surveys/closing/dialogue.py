"""What closing leaves behind: each department's dialogue meeting as a follow-up."""

from __future__ import annotations

from sqlmodel import col

from trinvis.access import Actor
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department
from trinvis.followups.queries import plan_follow_up
from trinvis.followups.tables import FollowUpKind
from trinvis.surveys.tables import Wave, WaveNode

QUESTION = "Hvad genkender vi i målingen, og hvad vil vi tale mere om?"


def plan_dialogues(work: Transaction, wave: Wave) -> None:
    """Plan the dialogue meeting of every department in the wave that still stands, on the day said before."""
    rows = work.rows(
        columns(Department.id, Department.journey_id)
        .join(WaveNode, col(WaveNode.node_id) == Department.id)
        .where(
            WaveNode.wave_id == wave.id,
            col(WaveNode.phase).is_not(None),
            col(Department.closed_on).is_(None),
        )
        .order_by(col(Department.id))
    )
    for row in rows:
        plan_follow_up(
            work,
            Actor(wave.planned_by, ()),
            department_id=row.id,
            kind=FollowUpKind.RESULT,
            question=QUESTION,
            due=wave.dialogue_on,
            journey_id=row.journey_id,
        )
