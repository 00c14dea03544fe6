"""Opening a round: the one place where a journey begins and the department learns of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.departments.tables import Department, Walks
from trinvis.errors import Code, Refused, invalid
from trinvis.followups.tables import Agreement, FollowUp
from trinvis.journeys import rules
from trinvis.journeys.queries import facts_of
from trinvis.journeys.rules import Ended
from trinvis.journeys.tables import Journey
from trinvis.trial_actions.tables import State, TrialAction


def lock_walking(work: Transaction, department_ids: Sequence[UUID], field: str) -> list[Department]:
    """The departments, locked in order of their ids so that two writers never wait for each other.

    Refuses (`invalid`, "not_walking", with those that do not) what does not walk by itself.
    """
    found = [work.locked(Department, department_id) for department_id in sorted(set(department_ids))]
    still = [node for node in found if node.walks != Walks.WALKS or node.closed_on is not None]
    if still:
        raise invalid(
            field, "not_walking",
            departments=[{"id": node.id, "name": node.name, "walking_id": node.walking_id} for node in still],
        )
    return found


def open_round(work: Transaction, department: Department, started_on: date, by: UUID) -> Journey:
    """The department's next round; the caller has locked the department and knows that none is open."""
    journey = work.add(
        Journey(
            department_id=department.id, round=department.round + 1, started_on=started_on, created_by=by,
            created_at=clock.now(),
        )
    )
    department.journey_id, department.round = journey.id, journey.round
    work.record("journey.opened", "journey", journey.id, department.id, round=journey.round, on=started_on)
    return journey


def current_round(work: Transaction, department: Department, day: date, by: UUID) -> UUID:
    """The open journey of a locked department, opened if there is none, for a session on that day."""
    day = min(day, clock.today())
    if department.journey_id is None:
        return open_round(work, department, day, by).id
    begin_no_later(work, department.journey_id, day)
    return department.journey_id


def begin_no_later(work: Transaction, journey_id: UUID, day: date) -> None:
    """What was held before anybody wrote it down was the beginning of a first round."""
    journey = work.locked(Journey, journey_id)
    if journey.round == 1 and day < journey.started_on:
        journey.started_on = day


def next_round(work: Transaction, department: Department, by: UUID) -> Journey:
    """End the locked department's round and open the next.

    Raises `Refused(STILL_OPEN)` with what stands in the way: step 3, planned follow-ups.
    """
    former = work.locked(Journey, _open_journey(department))
    waiting = rules.keeps_open(facts_of(work, [former.id])[former.id])
    if waiting:
        raise Refused(Code.STILL_OPEN, journey_id=former.id, waiting=waiting)
    take_along(work, former)
    today = clock.today()
    former.ended_on, former.ended_as = today, Ended.COMPLETED
    former.version += 1
    work.session.flush()
    work.record(
        "journey.ended", "journey", former.id, department.id, round=former.round, ended_as=Ended.COMPLETED
    )
    return open_round(work, department, today, by)


def _open_journey(department: Department) -> UUID:
    assert department.journey_id is not None
    return department.journey_id


def take_along(work: Transaction, former: Journey) -> None:
    """Records that named no round counted for the one that was open: now they name it."""
    nodes = select(Department.id).where(Department.walking_id == former.department_id)
    for table in (Agreement, TrialAction, FollowUp):
        statement = update(table).where(col(table.journey_id).is_(None), col(table.department_id).in_(nodes))
        if table is TrialAction:
            # A draft belongs to the round in which it is planned.
            statement = statement.where(col(TrialAction.state) != State.DRAFT)
        work.session.execute(
            statement.values(journey_id=former.id).execution_options(synchronize_session=False)
        )
