"""What HR's list knows of each walking department: the same few statements for one or three hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Text, and_, case, cast, func, literal, null, or_, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Role
from trinvis.accounts.queries import holds_now
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditEvent
from trinvis.core.columns import Moment
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department, Succession, Walks
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpState
from trinvis.journeys.queries import steps_of
from trinvis.journeys.tables import (
    Journey,
    SessionPlace,
    SessionState,
    StepSession,
    SupportRequest,
    SupportState,
)
from trinvis.tracks.rules import Dated, Seen
from trinvis.tracks.tables import Contact
from trinvis.trial_actions.tables import State, TrialAction

_THE_WORK = ("journey", "step", "session", "trial_action", "agreement", "follow_up")
"""Kinds of record whose changes are movement: somebody wrote about the work."""
_NO_MOVEMENT = ("session.note_opened", "follow_up.note_opened")


@dataclass(frozen=True, slots=True)
class LastContact:
    """When HR last spoke with a department, and how: a `Way`, or *session*, *support*."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Wish:
    """The wish for help that waits for an answer."""

    id: UUID
    wish: str
    on: date


@dataclass(frozen=True, slots=True)
class Line:
    """A walking department as HR sees it."""

    id: UUID
    name: str
    round: int
    planned_start: str | None
    hr_contact: Mapping[str, object] | None
    steps: Sequence[str]
    wish: Wish | None
    contact: LastContact | None
    seen: Seen


def consults(person_id: Any, *where: Any) -> Any:
    """A condition: the person is an HR consultant today, by a role that fits `where`."""
    held = columns(RoleGrant.id).where(
        col(RoleGrant.person_id) == person_id, col(RoleGrant.role) == Role.HR, holds_now(), *where
    )
    return held.exists()


def lines(work: Transaction, where: Any) -> list[Line]:
    """The open walking departments that fit the condition, in the organisation's order."""
    nodes = work.rows(
        columns(
            Department.id, Department.name, Department.round, Department.journey_id,
            Department.planned_start, col(Person.id).label("contact_id"), col(Person.name).label("contact"),
            col(Journey.started_on).label("began_on"), _invited().label("invited_at"),
        )
        .select_from(Department)
        .outerjoin(Person, and_(col(Person.id) == Department.hr_contact_id, consults(Person.id)))
        .outerjoin(Journey, and_(col(Journey.department_id) == Department.id, col(Journey.round) == 1))
        .where(where, col(Department.walks) == Walks.WALKS, col(Department.closed_on).is_(None))
        .order_by(col(Department.position))
    )
    ids = [node.id for node in nodes]
    steps = steps_of(work, [node.journey_id for node in nodes if node.journey_id])
    wishes, marks, contacts = _wishes(work, ids), _marks(work, ids), last_contacts(work, ids)
    moved = _moved(work, ids)
    return [
        _line(
            node, [step.state for step in steps.get(node.journey_id, ())], wishes.get(node.id),
            marks[node.id], contacts.get(node.id), moved.get(node.id),
        )
        for node in nodes
    ]


def _line(
    node: Any, steps: Sequence[str], wish: Wish | None, marks: Sequence[Any], contact: LastContact | None,
    moved_on: date | None,
) -> Line:
    passed = [Dated(mark.kind, mark.passed) for mark in marks if mark.passed]
    ahead = [mark.ahead for mark in marks if mark.ahead]
    known = [day for day in (node.began_on, node.invited_at and clock.day_of(node.invited_at)) if day]
    return Line(
        id=node.id, name=node.name, round=node.round, planned_start=node.planned_start,
        hr_contact={"id": node.contact_id, "name": node.contact} if node.contact_id else None,
        steps=steps, wish=wish, contact=contact,
        seen=Seen(
            round=node.round, planned_start=node.planned_start, steps=steps,
            wished_on=wish.on if wish else None,
            passed=min(passed, key=lambda one: one.on, default=None), ahead=min(ahead, default=None),
            moved_on=moved_on, contact_on=contact.on if contact else None,
            known_since=min(known, default=None),
        ),
    )


def _invited() -> Any:
    """The moment somebody first planned when the department begins."""
    return (
        columns(func.min(AuditEvent.at))
        .where(AuditEvent.record_id == Department.id, AuditEvent.what == "rollout.planned")
        .correlate(Department)
        .scalar_subquery()
    )


def _wishes(work: Transaction, ids: Sequence[UUID]) -> dict[UUID, Wish]:
    rows = work.rows(
        columns(
            SupportRequest.department_id, SupportRequest.id, SupportRequest.wish, SupportRequest.wanted_on
        )
        .where(col(SupportRequest.department_id).in_(ids), SupportRequest.state == SupportState.WANTED)
        .order_by(col(SupportRequest.wanted_on).desc(), col(SupportRequest.id).desc())
    )
    return {row.department_id: Wish(row.id, row.wish, row.wanted_on) for row in rows}


# ---- what has a day

def _marks(work: Transaction, ids: Sequence[UUID]) -> Mapping[UUID, list[Any]]:
    """Of each kind of promise the oldest day that has come, and the next from today on."""
    today = clock.today()
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in work.rows(union_all(*_kinds(ids, today))):
        found[row.department_id].append(row)
    return found


def _kinds(ids: Sequence[UUID], today: date) -> list[Any]:
    walker = col(Department.walking_id)

    def kind(name: str, day: Any) -> Any:
        return columns(
            walker.label("department_id"), literal(name, Text).label("kind"),
            func.min(case((day <= today, day))).label("passed"),
            func.min(case((day >= today, day))).label("ahead"),
        ).select_from(Department)

    evaluated = func.coalesce(TrialAction.evaluate_on, TrialAction.ends_on)
    parts = [
        kind("follow_up", col(FollowUp.due))
        .join(FollowUp, col(FollowUp.department_id) == Department.id)
        .where(FollowUp.state == FollowUpState.PLANNED),
        kind("agreement", col(Agreement.due))
        .join(Agreement, col(Agreement.department_id) == Department.id)
        .where(Agreement.state == AgreementState.OPEN),
        kind("evaluate", evaluated)
        .join(TrialAction, col(TrialAction.department_id) == Department.id)
        .where(col(TrialAction.state).in_([State.RUNNING, State.TRIED])),
        kind("session", col(StepSession.day))
        .join(SessionPlace, col(SessionPlace.department_id) == Department.id)
        .join(StepSession, col(StepSession.id) == SessionPlace.session_id)
        .where(StepSession.state == SessionState.PLANNED),
        kind("support", col(SupportRequest.agreed_for))
        .join(SupportRequest, col(SupportRequest.department_id) == Department.id)
        .where(SupportRequest.state == SupportState.AGREED),
        # A trial that is planned has a day ahead; that it has not begun is nobody's promise.
        columns(
            walker, literal("start", Text), cast(null(), Date),
            func.min(case((col(TrialAction.starts_on) >= today, TrialAction.starts_on))),
        )
        .select_from(Department)
        .join(TrialAction, col(TrialAction.department_id) == Department.id)
        .where(TrialAction.state == State.PLANNED),
    ]
    return [part.where(walker.in_(ids)).group_by(walker) for part in parts]


def _moved(work: Transaction, ids: Sequence[UUID]) -> dict[UUID, date]:
    """The last day somebody wrote about the work, at the department or a section that follows it."""
    newest = (
        columns(AuditEvent.at)
        .where(
            AuditEvent.chain_id == Department.id, col(AuditEvent.kind).in_(_THE_WORK),
            col(AuditEvent.what).not_in(_NO_MOVEMENT),
        )
        .order_by(col(AuditEvent.number).desc())
        .limit(1)
        .correlate(Department)
        .scalar_subquery()
    )
    found: dict[UUID, date] = {}
    rows = work.rows(
        columns(Department.walking_id, newest.label("at")).where(col(Department.walking_id).in_(ids))
    )
    for row in rows:
        if row.at:
            day = clock.day_of(row.at)
            found[row.walking_id] = max(day, found.get(row.walking_id, day))
    return found


# ---- that HR spoke with them

def last_contacts(work: Transaction, ids: Sequence[UUID]) -> dict[UUID, LastContact]:
    """When HR last spoke with each department, or with one that it continues.

    That is a contact that was noted, a held session that HR led or wrote down, or help that HR agreed
    on or gave.
    """
    found: dict[UUID, LastContact] = {}
    for row in work.rows(union_all(*_ways(ids))):
        known, on = found.get(row.department_id), _day(row)
        if on and (known is None or on > known.on):
            found[row.department_id] = LastContact(on, row.by)
    return found


def _day(row: Any) -> date | None:
    day: date | None = row.day
    return clock.day_of(row.at) if row.at else day


def _ways(ids: Sequence[UUID]) -> list[Any]:
    itself = columns(col(Department.id).label("at"), col(Department.id).label("counts_for"))
    before = columns(col(Succession.predecessor_id), col(Succession.successor_id))
    seat = union_all(
        itself.where(col(Department.id).in_(ids)), before.where(col(Succession.successor_id).in_(ids))
    ).subquery()

    def way(by: Any, day: Any, at: Any) -> Any:
        return columns(
            seat.c.counts_for.label("department_id"), by.label("by"), day.label("day"), at.label("at")
        ).select_from(seat)

    consultant = aliased(RoleGrant)
    theirs = columns(consultant.id).where(
        or_(col(consultant.person_id) == StepSession.led_by,
            col(consultant.person_id) == StepSession.created_by),
        col(consultant.role) == Role.HR,
        or_(col(consultant.valid_from).is_(None), col(consultant.valid_from) <= StepSession.day),
        or_(col(consultant.valid_to).is_(None), col(consultant.valid_to) >= StepSession.day),
    )
    by_hr = ("+" + func.coalesce(AuditEvent.role, "") + "+").like(f"%+{Role.HR}+%")
    no_day, no_moment = cast(null(), Date), func.max(cast(null(), Moment))
    return [
        way(col(Contact.way), func.max(Contact.on), no_moment)
        .join(Contact, col(Contact.department_id) == seat.c.at)
        .group_by(seat.c.counts_for, Contact.way),
        way(literal("session", Text), func.max(StepSession.day), no_moment)
        .join(SessionPlace, col(SessionPlace.department_id) == seat.c.at)
        .join(StepSession, col(StepSession.id) == SessionPlace.session_id)
        .where(StepSession.state == SessionState.HELD, theirs.exists())
        .group_by(seat.c.counts_for),
        way(literal("support", Text), no_day, func.max(AuditEvent.at))
        .join(SupportRequest, col(SupportRequest.department_id) == seat.c.at)
        .join(AuditEvent, col(AuditEvent.record_id) == SupportRequest.id)
        .where(col(AuditEvent.what).in_(["support_request.agreed", "support_request.done"]), by_hr)
        .group_by(seat.c.counts_for),
    ]
