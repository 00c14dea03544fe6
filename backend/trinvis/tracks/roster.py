"""The ambassadors' roster, derived from roles, and the leaders who are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import and_, delete, func, or_
from sqlmodel import col

from trinvis.access import Actor, May, Role, reach, require
from trinvis.accounts.queries import holds_now, stays_on
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Tx, reply
from trinvis.departments.queries import place, within
from trinvis.departments.tables import Department, Walks
from trinvis.errors import Code, Refused, invalid
from trinvis.tracks.gathering_shapes import IntroducedIn, NewLeaders, Roster
from trinvis.tracks.rules import Held, NewLeader, Term, new_leaders
from trinvis.tracks.tables import Course, CourseParticipant, LeaderIntroduction

router = APIRouter(prefix="/api/tracks", tags=["tracks"])

KEEPS = May.KEEP_TRACKS
LEADING = (Role.LEADER, Role.SECTION_LEADER)


def kept(me: Actor) -> tuple[str, ...]:
    """Paths beneath which she keeps the tracks. Raises `Refused(NOT_FOUND)` where there are none."""
    paths = reach(me, KEEPS)
    if not paths:
        raise Refused(Code.NOT_FOUND)
    return paths


# ---- ambassadors


@router.get("/ambassadors", response_model=Roster)
def ambassadors(
    me: Me,
    work: Tx,
    without: Annotated[bool, Query(description="only departments that have none")] = False,
) -> Response:
    """Who the ambassadors are, department by department, also those departments that have none."""
    rows = roster(work, kept(me))
    shown = [row for row in rows if not (without and row["ambassadors"])]
    return reply({"items": shown, **roster_counts(rows)})


def roster_counts(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Departments, those without an ambassador, ambassadors (each person once)."""
    people = {one["person"]["id"] for row in rows for one in row["ambassadors"]}
    return {
        "departments": len(rows),
        "without": sum(not row["ambassadors"] for row in rows),
        "ambassadors": len(people),
    }


def roster(work: Transaction, paths: Sequence[str]) -> list[dict[str, Any]]:
    """In the organisation's order: open walking departments, and nodes outside that have ambassadors."""
    found: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in work.rows(_held(paths)):
        found[row.walking_id or row.department_id].append(
            {
                "person": {"id": row.person_id, "name": row.person}, "title": row.title,
                "department": {"id": row.department_id, "name": row.department},
                "since": row.valid_from, "courses": row.courses,
            }
        )  # fmt: skip
    nodes = work.rows(
        columns(Department.id, Department.name)
        .where(
            within(paths), col(Department.closed_on).is_(None),
            or_(col(Department.walks) == Walks.WALKS, col(Department.id).in_(found)),
        )
        .order_by(col(Department.position))
    )
    return [
        {"department": {"id": node.id, "name": node.name}, "ambassadors": found.get(node.id, [])}
        for node in nodes
    ]


def _held(paths: Sequence[str]) -> Any:
    """Ambassadors' roles of today, and how many courses that were held each person took part in."""
    took = (
        columns(func.count())
        .select_from(CourseParticipant)
        .join(Course, and_(col(Course.id) == CourseParticipant.course_id, col(Course.state) == Held.HELD))
        .where(CourseParticipant.person_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )
    return (
        columns(
            RoleGrant.person_id, col(Person.name).label("person"), RoleGrant.title, RoleGrant.department_id,
            RoleGrant.valid_from, col(Department.name).label("department"), Department.walking_id,
            took.label("courses"),
        )
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .where(
            col(RoleGrant.role) == Role.AMBASSADOR, holds_now(), stays_on(clock.today()), within(paths),
            col(Department.closed_on).is_(None),
        )
        .order_by(col(Person.sort_key), col(RoleGrant.id))
    )


# ---- leaders who are new


@router.get("/leaders", response_model=NewLeaders)
def leaders(
    me: Me,
    work: Tx,
    waiting: Annotated[bool, Query(description="only who has not had the programme")] = False,
) -> Response:
    """Who began to lead within twelve months, by the first day of the role."""
    found = [one for one in newest(work, kept(me)) if not (waiting and one.held_on)]
    return reply({"items": _told(work, found)})


def newest(work: Transaction, paths: Sequence[str]) -> list[NewLeader]:
    """Leaders who are new at these nodes and beneath."""
    rows = work.rows(
        columns(
            RoleGrant.id, RoleGrant.person_id, RoleGrant.role, RoleGrant.valid_from, RoleGrant.valid_to,
            LeaderIntroduction.held_on,
        )
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .outerjoin(LeaderIntroduction, col(LeaderIntroduction.role_id) == RoleGrant.id)
        # A deputy stands in for a leader who is there: the programme is not for her.
        .where(
            col(RoleGrant.role).in_(LEADING), col(RoleGrant.deputy_for).is_(None),
            stays_on(clock.today()), within(paths),
        )
    )
    terms = (
        Term(row.id, row.person_id, row.role, row.valid_from, row.valid_to, row.held_on) for row in rows
    )
    return new_leaders(terms, clock.today())


def _told(work: Transaction, found: Sequence[NewLeader]) -> list[dict[str, object]]:
    rows = work.rows(
        columns(
            RoleGrant.id, RoleGrant.role, RoleGrant.title, RoleGrant.person_id,
            col(Person.name).label("person"), RoleGrant.department_id,
            col(Department.name).label("department"),
        )
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .where(col(RoleGrant.id).in_([one.role_id for one in found]))
    )
    of = {row.id: row for row in rows}
    return [
        {
            "role_id": row.id, "person": {"id": row.person_id, "name": row.person}, "role": row.role,
            "title": row.title, "department": {"id": row.department_id, "name": row.department},
            "since": one.since, "held_on": one.held_on,
        }
        for one in found if (row := of.get(one.role_id))
    ]  # fmt: skip


def _role(role_id: UUID, me: Me, work: Tx) -> RoleGrant:
    """The leader's role, locked, if one keeps the tracks where it is held."""
    row = work.locked(RoleGrant, role_id)
    require(me, KEEPS, place(work, row.department_id), known_by=KEEPS)
    return row


Leading = Annotated[RoleGrant, Depends(_role)]


def _leading(row: RoleGrant) -> None:
    if row.role not in LEADING or row.deputy_for is not None:
        raise Refused(Code.WRONG_STATE, state=row.role)


@router.post("/leaders/{role_id}/introduced", response_model=NewLeaders)
def introduced(row: Leading, me: Me, work: Tx, body: IntroducedIn) -> Response:
    """The programme for new leaders was held with her on that day."""
    _leading(row)
    if body.held_on > clock.today():
        raise invalid("held_on", "in_future")
    known = work.session.get(LeaderIntroduction, row.id)
    if known is None:
        work.add(
            LeaderIntroduction(
                role_id=row.id, held_on=body.held_on, ticked_by=me.person_id, ticked_at=clock.now()
            )
        )
    if known is None or known.held_on != body.held_on:
        work.record("role.introduced", "role", row.id, row.department_id, on=body.held_on,
                    person_id=row.person_id, role=row.role)  # fmt: skip
    if known is not None:
        known.held_on, known.ticked_by, known.ticked_at = body.held_on, me.person_id, clock.now()
        work.session.flush()
    return reply({"items": _told(work, newest(work, kept(me)))})


@router.post("/leaders/{role_id}/not-introduced", response_model=NewLeaders)
def not_introduced(row: Leading, me: Me, work: Tx) -> Response:
    """It was a mistake: the programme has not been held with her."""
    _leading(row)
    # The tick may hang on a former role that this one goes on from.
    of_hers = columns(RoleGrant.id).where(
        col(RoleGrant.person_id) == row.person_id, col(RoleGrant.role) == row.role
    )
    gone = work.session.execute(
        delete(LeaderIntroduction)
        .where(col(LeaderIntroduction.role_id).in_(of_hers))
        .returning(col(LeaderIntroduction.role_id))
    ).all()
    if gone:
        work.record("role.not_introduced", "role", row.id, row.department_id,
                    person_id=row.person_id, role=row.role)  # fmt: skip
    return reply({"items": _told(work, newest(work, kept(me)))})
