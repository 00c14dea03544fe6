"""Promises that changed hands or have nobody's, counted for the front page in one statement each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, case, exists, false, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed, reach
from trinvis.accounts.queries import holds_now, stays_on
from trinvis.accounts.roles.rules import COLLEAGUES
from trinvis.accounts.tables import Handover, Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import subtree
from trinvis.departments.tables import Department
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpState
from trinvis.journeys.tables import (
    SessionPlace,
    SessionState,
    StepSession,
    SupportRequest,
    SupportState,
)
from trinvis.tracks.rules import Held
from trinvis.tracks.tables import Course, Talk
from trinvis.trial_actions.carrying import OPEN
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import State, TrialAction

FEW, MOST = 5, 20
_FROM, _BY = aliased(Person), aliased(Person)
_TOP, _HERE = aliased(Department), aliased(Department)


def _begins(path: Any, with_: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = func.substr(path, 1, func.length(with_)) == with_
    return found


def _belongs(owner: Any, department_id: Any) -> ColumnElement[bool]:
    """A condition: the owner is a colleague at the department; `accounts.roles.rules.belongs` in SQL."""
    held, here, home = aliased(Department), aliased(Department), aliased(Department)
    return exists(
        select(literal(1))
        .select_from(RoleGrant)
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .join(held, col(held.id) == RoleGrant.department_id)
        .join(here, col(here.id) == department_id)
        .outerjoin(home, col(home.id) == here.walking_id)
        .where(
            col(RoleGrant.person_id) == owner,
            col(RoleGrant.role).in_(COLLEAGUES),
            holds_now(),
            stays_on(clock.today()),
            or_(_begins(held.path, func.coalesce(home.path, here.path)), _begins(here.path, held.path)),
        )
        # A session's owner stands two selects further out, which is not found by itself.
        .correlate_except(RoleGrant, Person, held, here, home)
    )


def _lines(nodes: Any, others: Mapping[Any, Any]) -> Any:
    """A union of what is open and somebody's to do at these nodes and has no owner who belongs.

    `others`: tables that are handed over by other permissions, with their nodes; of those `hrs` is true.
    """
    place = aliased(SessionPlace)
    leads = exists(
        select(literal(1))
        .select_from(place)
        .where(col(place.session_id) == StepSession.id, _belongs(StepSession.led_by, place.department_id))
    )
    return union_all(
        *(
            select(
                col(table.id).label("id"),
                col(table.department_id).label("department_id"),
                literal(table in others, Boolean).label("hrs"),
            ).where(
                col(table.department_id).in_(others.get(table, nodes)),
                condition,
                ~_belongs(owner, table.department_id),
            )
            for table, owner, condition in _KINDS
        ),
        select(col(StepSession.id), col(SessionPlace.department_id), literal(False, Boolean))
        .join(SessionPlace, col(SessionPlace.session_id) == StepSession.id)
        .where(
            col(SessionPlace.department_id).in_(nodes),
            col(StepSession.state) == SessionState.PLANNED,
            ~leads,
        ),
    )


_KINDS: tuple[tuple[Any, Any, Any], ...] = (
    (
        TrialAction,
        TrialAction.owner_id,
        col(TrialAction.state).in_(OPEN)
        & or_(col(TrialAction.owner_id).is_not(None), col(TrialAction.state) != State.DRAFT),
    ),
    (Agreement, Agreement.owner_id, col(Agreement.state) == AgreementState.OPEN),
    (FollowUp, FollowUp.owner_id, col(FollowUp.state) == FollowUpState.PLANNED),
    (SupportRequest, SupportRequest.agreed_with, col(SupportRequest.state) == SupportState.AGREED),
    (Talk, Talk.held_by, col(Talk.state) == Held.PLANNED),
    (Course, Course.held_by, col(Course.state) == Held.PLANNED),
)


def unowned(work: Transaction, me: Actor) -> list[dict[str, Any]]:
    """How much stands without an owner where I hand over, by the nodes of my roles; none if nothing does.

    HR hands over at its own node, and beneath it what it has promised to help with and what it keeps itself.
    """
    paths = reach(me, May.HAND_OVER)
    tops = [UUID(path.strip("/").split("/")[-1]) for path in paths]
    alone = [
        grant.node_id
        for grant in me.grants
        if grant.node_id not in tops and May.HAND_OVER in allowed(me, Place(grant.node_id, grant.path))
    ]
    if not tops and not alone:
        return []
    mine = or_(col(Department.id).in_(alone), *(subtree(path) for path in paths))
    support = or_(mine, *(subtree(path) for path in reach(me, May.SUPPORT)))
    tracks = or_(false(), *(subtree(path) for path in reach(me, May.KEEP_TRACKS)))
    nodes = select(col(Department.id))
    others = {SupportRequest: nodes.where(support)} | dict.fromkeys((Talk, Course), nodes.where(tracks))
    lines = _lines(nodes.where(mine), others).subquery()
    rows = work.rows(
        select(col(_TOP.id), col(_TOP.name), func.count(lines.c.id.distinct()).label("count"))
        .select_from(lines)
        .join(_HERE, col(_HERE.id) == lines.c.department_id)
        .join(
            _TOP,
            or_(
                col(_TOP.id).in_(tops) & _begins(_HERE.path, _TOP.path),
                col(_TOP.id).in_(alone)
                & or_(col(_TOP.id) == _HERE.id, lines.c.hrs & _begins(_HERE.path, _TOP.path)),
            ),
        )
        .group_by(col(_TOP.id), col(_TOP.name), col(_TOP.position))
        .order_by(col(_TOP.position))
    )
    return [{"department": {"id": row.id, "name": row.name}, "count": row.count} for row in rows]


def handed_to_me(work: Transaction, me: Actor) -> list[dict[str, Any]]:
    """The few newest promises that I was handed, still have, and have not seen, as `ToldLine`."""
    my = me.person_id
    rows = work.rows(
        columns(
            *(getattr(Handover, name) for name in ("id", "kind", "record_id", "from_id", "by_id", "at")),
            col(Department.id).label("department_id"),
            col(Department.name).label("department"),
            col(_FROM.name).label("former"),
            col(_BY.name).label("by"),
            *_SHOWN,
        )
        .outerjoin(TrialAction, _is(TrialAction, TrialAction.owner_id, my) & col(TrialAction.state).in_(OPEN))
        .outerjoin(
            Agreement, _is(Agreement, Agreement.owner_id, my) & (col(Agreement.state) == AgreementState.OPEN)
        )
        .outerjoin(
            FollowUp, _is(FollowUp, FollowUp.owner_id, my) & (col(FollowUp.state) == FollowUpState.PLANNED)
        )
        .outerjoin(
            StepSession,
            _is(StepSession, StepSession.led_by, my) & (col(StepSession.state) == SessionState.PLANNED),
        )
        .outerjoin(
            SupportRequest,
            _is(SupportRequest, SupportRequest.agreed_with, my)
            & (col(SupportRequest.state) == SupportState.AGREED),
        )
        .outerjoin(Talk, _is(Talk, Talk.held_by, my) & (col(Talk.state) == Held.PLANNED))
        .outerjoin(Course, _is(Course, Course.held_by, my) & (col(Course.state) == Held.PLANNED))
        .join(Department, col(Department.id) == _WHERE)
        .outerjoin(_FROM, col(_FROM.id) == Handover.from_id)
        .outerjoin(_BY, col(_BY.id) == Handover.by_id)
        .where(
            col(Handover.to_id) == my,
            col(Handover.seen_at).is_(None),
            func.coalesce(*(col(table.id) for table in _TABLES)).is_not(None),
        )
        .order_by(col(Handover.id).desc())
        .limit(MOST)
    )
    once: dict[UUID, dict[str, Any]] = {}
    for row in rows:
        once.setdefault(row.record_id, _told(row))
    return list(once.values())[:FEW]


_TABLES: tuple[Any, ...] = (TrialAction, Agreement, FollowUp, StepSession, SupportRequest, Talk, Course)
_WHERE = func.coalesce(
    TrialAction.department_id,
    Agreement.department_id,
    FollowUp.department_id,
    SupportRequest.department_id,
    Talk.department_id,
    Course.department_id,
    Handover.department_id,
)
_EVALUATED = func.coalesce(TrialAction.evaluate_on, TrialAction.ends_on)
_SHOWN = (
    TrialAction.title,
    TrialAction.change,
    func.coalesce(
        Agreement.what, FollowUp.question, StepSession.title, StepSession.forum, SupportRequest.wish,
        Talk.title, Talk.forum, Course.title,
    ).label("words"),
    func.coalesce(
        case(
            (col(TrialAction.state) == State.TRIED, _EVALUATED),
            else_=TrialAction.ends_on,
        ),
        Agreement.due,
        FollowUp.due,
        StepSession.day,
        SupportRequest.agreed_for,
        Talk.on,
        Course.on,
    ).label("due"),
)


def _is(table: Any, owner: Any, person_id: UUID) -> ColumnElement[bool]:
    """A condition: the hand-over's record, still this person's."""
    found: ColumnElement[bool] = (col(table.id) == Handover.record_id) & (col(owner) == person_id)
    return found


def _told(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "record_id": row.record_id,
        "title": title_of(row.title, row.change) if row.change else row.words,
        "department": {"id": row.department_id, "name": row.department},
        "due": row.due,
        "former": {"id": row.from_id, "name": row.former} if row.from_id else None,
        "by": {"id": row.by_id, "name": row.by} if row.by else None,
        "at": row.at,
    }
