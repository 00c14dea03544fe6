"""Courses, and which ambassadors took part: the roster says so."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import delete, func
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import within
from trinvis.departments.tables import Department
from trinvis.errors import invalid
from trinvis.tracks.gathering_shapes import CancelIn, CourseFields, CourseIn, CoursePage, CoursePeopleOut
from trinvis.tracks.gatherings import Kept, Wanted, check, holder, home, listed, locked, one, write_down
from trinvis.tracks.rules import ForWhom, Held
from trinvis.tracks.tables import Course, CourseParticipant

router = APIRouter(prefix="/api/courses", tags=["tracks"])


def _locked(course_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Kept:
    return locked(work, me, Course, course_id, if_match)


Locked = Annotated[Kept, Depends(_locked)]


@router.get("", response_model=CoursePage)
def courses(
    me: Me,
    work: Tx,
    for_whom: ForWhom | None = None,
    state: Held | None = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Courses: planned ones by date, others latest first."""
    where = () if for_whom is None else (col(Course.for_whom) == for_whom,)
    items, further = listed(work, me, Course, Wanted(state, cursor, limit, where))
    return reply({"items": counted(work, items), "next": further})


def counted(work: Transaction, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The courses with how many participants of each are named."""
    ids = [item["id"] for item in items]
    rows = work.rows(
        columns(CourseParticipant.course_id, func.count())
        .where(col(CourseParticipant.course_id).in_(ids))
        .group_by(col(CourseParticipant.course_id))
    )
    named: dict[UUID, int] = dict(map(tuple, rows))
    return [item | {"participants": named.get(item["id"], 0)} for item in items]


def _with_people(work: Transaction, me: Actor, course_id: UUID) -> dict[str, Any]:
    found = one(work, me, Course, course_id)
    rows = work.rows(
        columns(Person.id, Person.name)
        .join(CourseParticipant, col(CourseParticipant.person_id) == Person.id)
        .where(CourseParticipant.course_id == course_id)
        .order_by(col(Person.sort_key), col(Person.id))
    )
    people = [{"id": row.id, "name": row.name} for row in rows]
    return found | {"participants": len(people), "people": people}


@router.get("/{course_id}", response_model=CoursePeopleOut)
def course(course_id: UUID, me: Me, work: Tx) -> Response:
    """One course with those who took part."""
    found = _with_people(work, me, course_id)
    return reply(found, version=found["version"])


def _values(body: CourseFields) -> dict[str, Any]:
    values = body.model_dump(exclude={"department_id", "participants"})
    return values | {"title": _titled(body), "note": body.note or None}


def _titled(body: CourseFields) -> str:
    if not body.title:
        raise invalid("title", "missing")
    if body.until and body.until < body.on:
        raise invalid("until", "before_start", start=body.on)
    if body.state is not Held.HELD and body.participants:
        raise invalid("participants", "not_yet")
    return body.title


def _known(work: Transaction, me: Actor, wanted: Collection[UUID]) -> None:
    """Refuse to name people whom one does not know from any department."""
    here = within(reach(me, May.READ_PEOPLE))
    rows = work.rows(
        columns(RoleGrant.person_id)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .where(col(RoleGrant.person_id).in_(wanted), here)
        .distinct()
    )
    if len(rows) < len(set(wanted)):
        raise invalid("participants", "not_here")


@router.post("", status_code=201, response_model=CoursePeopleOut)
def add_course(me: Me, work: Tx, once: Creation, body: CourseIn) -> Response:
    """Plan a course, or write in one that was held."""
    here = home(work, me, body.department_id)
    if once.reply:
        return once.reply
    values, people = _values(body), set(body.participants)
    check(body.state, body.on, body.came, len(people))
    holder(work, here, body.held_by)
    _known(work, me, people)
    made = work.add(
        Course(department_id=here.id, **values, created_by=me.person_id, created_at=clock.now())
    )
    _name(work, made.id, people)
    what = "held" if made.state == Held.HELD else "planned"
    write_down(work, made, what, on=made.on, participants=len(people))
    found = _with_people(work, me, made.id)
    return once.keep(created(found, version=found["version"]))


def _name(work: Transaction, course_id: UUID, people: Collection[UUID]) -> None:
    if people:
        work.insert(CourseParticipant, [{"course_id": course_id, "person_id": one_} for one_ in people])


@router.put("/{course_id}", response_model=CoursePeopleOut)
def change_course(kept: Locked, body: CourseFields) -> Response:
    """The course as it is: the whole form. What was planned is held by giving it that state."""
    work, values, people = kept.work, _values(body), set(body.participants)
    check(body.state, body.on, body.came, len(people), before=kept.row)
    holder(work, kept.here, body.held_by, kept.row.held_by)
    of_this = col(CourseParticipant.course_id) == kept.row.id
    before = {row.person_id for row in work.rows(columns(CourseParticipant.person_id).where(of_this))}
    _known(work, kept.me, people - before)
    kept.change(values, beside=people != before)
    if before - people:
        gone = col(CourseParticipant.person_id).in_(before - people)
        work.session.execute(delete(CourseParticipant).where(of_this, gone))
    _name(work, kept.row.id, people - before)
    found = _with_people(work, kept.me, kept.row.id)
    return reply(found, version=found["version"])


@router.post("/{course_id}/cancel", response_model=CoursePeopleOut)
def cancel_course(kept: Locked, body: CancelIn) -> Response:
    """The course is not held after all; why."""
    kept.cancel(body.reason)
    found = _with_people(kept.work, kept.me, kept.row.id)
    return reply(found, version=found["version"])
