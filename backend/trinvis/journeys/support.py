"""*Bed HR om hjælp*: a department asks, HR says when and who."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import Row, Select, false, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach, require
from trinvis.accounts.queries import belongs_here
from trinvis.accounts.tables import Person
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import PLACE, place, place_of, subtree
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.journeys import moves, rounds
from trinvis.journeys.reading import person
from trinvis.journeys.rules import SupportState
from trinvis.journeys.shapes import AgreeIn, NewSupportIn, SupportIn, SupportOut, SupportPage
from trinvis.journeys.tables import SupportRequest

router = APIRouter(prefix="/api/support-requests", tags=["journeys"])

_asker, _helper = aliased(Person), aliased(Person)


def _requests() -> Select[Any]:
    return (
        select(
            *(getattr(SupportRequest, name) for name in (
                "id", "state", "wish", "visible_to_hmu", "wanted_on", "agreed_for", "ended_on", "version",
                "created_by", "agreed_with", "department_id",
            )),
            *(getattr(Department, name) for name in ("name", *PLACE)),
            col(_asker.name).label("asker"), col(_helper.name).label("helper"),
        )
        .join(Department, col(Department.id) == SupportRequest.department_id)
        .outerjoin(_asker, col(_asker.id) == SupportRequest.created_by)
        .outerjoin(_helper, col(_helper.id) == SupportRequest.agreed_with)
    )


def _out(me: Actor, row: Row[Any]) -> dict[str, object]:
    here = place_of(row.department_id, row)
    return {
        "id": row.id, "department": {"id": row.department_id, "name": row.name}, "state": row.state,
        "wish": row.wish, "visible_to_hmu": row.visible_to_hmu, "wanted_on": row.wanted_on,
        "asked_by": person(row.created_by, row.asker), "agreed_with": person(row.agreed_with, row.helper),
        "agreed_for": row.agreed_for, "ended_on": row.ended_on,
        "can": moves.support_moves(SupportState(row.state), allowed(me, here)), "version": row.version,
    }


def _one(work: Transaction, me: Actor, request_id: UUID) -> dict[str, object]:
    row = work.one(_requests().where(col(SupportRequest.id) == request_id))
    return _out(me, row)


@router.get("", response_model=SupportPage)
def list_requests(
    me: Me,
    work: Tx,
    department: Annotated[UUID | None, Query(description="With its subtree.")] = None,
    state: Annotated[list[SupportState] | None, Query(description="May be repeated.", max_length=4)] = None,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Requests of the departments whose plan one reads, newest first."""
    if department is None:
        paths = reach(me, May.READ)
    else:
        here = place(work, department)
        require(me, May.READ, here)
        paths = (here.path,)
    wanted = _requests().where(or_(false(), *(subtree(path) for path in paths)))
    if state:
        wanted = wanted.where(col(SupportRequest.state).in_(state))
    if cursor is not None:
        wanted = wanted.where(col(SupportRequest.id) < cursor)
    rows = work.rows(wanted.order_by(col(SupportRequest.id).desc()).limit(limit + 1))
    return reply({
        "items": [_out(me, row) for row in rows[:limit]],
        "next": rows[limit - 1].id if len(rows) > limit else None,
    })


@router.post("", status_code=201, response_model=SupportOut)
def ask_for_help(me: Me, work: Tx, once: Creation, body: NewSupportIn) -> Response:
    """Ask HR for help. One wish at a time: another is written into the one that waits."""
    require(me, May.ASK_HELP, place(work, body.department_id), known_by=May.KNOW)
    if once.reply:
        return once.reply
    if not body.wish:
        raise invalid("wish", "missing")
    (department,) = rounds.lock_walking(work, [body.department_id], "department_id")
    waiting = work.first(
        select(col(SupportRequest.id)).where(
            col(SupportRequest.department_id) == department.id,
            col(SupportRequest.state) == SupportState.WANTED,
        )
    )
    if waiting:
        raise Refused(Code.ALREADY_OPEN, support_request_id=waiting.id)
    row = work.add(
        SupportRequest(
            department_id=department.id, wish=body.wish, visible_to_hmu=body.visible_to_hmu,
            wanted_on=clock.today(), created_by=me.person_id, created_at=clock.now(),
        )
    )
    work.record(
        "support_request.wanted", "support_request", row.id, department.id, visible_to_hmu=row.visible_to_hmu
    )
    return once.keep(created(_one(work, me, row.id), version=row.version))


def _locked(*mays: May) -> Callable[..., SupportRequest]:
    """A dependency: the request, locked, if the actor holds one of the permissions there."""

    def dependency(request_id: UUID, me: Me, work: Tx) -> SupportRequest:
        row = work.locked(SupportRequest, request_id)
        here = place(work, row.department_id)
        held = next((may for may in mays if may in allowed(me, here)), mays[0])
        require(me, held, here)
        return row

    return dependency


Asked = Annotated[SupportRequest, Depends(_locked(May.ASK_HELP))]
Answered = Annotated[SupportRequest, Depends(_locked(May.SUPPORT))]
Either = Annotated[SupportRequest, Depends(_locked(May.ASK_HELP, May.SUPPORT))]


def _moved(
    work: Transaction, me: Actor, row: SupportRequest, what: str,
    former: dict[str, tuple[str, str]] | None = None, **facts: object,
) -> Response:
    row.version += 1
    work.session.flush()
    work.record(
        f"support_request.{what}", "support_request", row.id, row.department_id, former=former, **facts
    )
    return reply(_one(work, me, row.id), version=row.version)


@router.get("/{request_id}", response_model=SupportOut)
def get_request(request_id: UUID, me: Me, work: Tx) -> Response:
    """A request for help."""
    row = work.one(_requests().where(col(SupportRequest.id) == request_id))
    require(me, May.READ, place_of(row.department_id, row))
    return reply(_out(me, row), version=row.version)


@router.put("/{request_id}", response_model=SupportOut)
def change_request(row: Asked, me: Me, work: Tx, if_match: IfMatch, body: SupportIn) -> Response:
    """Say it differently, or let HMU see it, or no longer."""
    if not body.wish:
        raise invalid("wish", "missing")
    expect(row.version, if_match)
    moves.check_support("edit", SupportState(row.state))
    changed = [name for name in ("wish", "visible_to_hmu") if getattr(row, name) != getattr(body, name)]
    former = {"wish": ("shared", row.wish)} if "wish" in changed else None
    row.wish, row.visible_to_hmu = body.wish, body.visible_to_hmu
    return _moved(work, me, row, "changed", former, changed=changed, visible_to_hmu=row.visible_to_hmu)


@router.post("/{request_id}/agree", response_model=SupportOut)
def agree(row: Answered, me: Me, work: Tx, if_match: IfMatch, body: AgreeIn) -> Response:
    """HR answers: who comes, and when."""
    helper = body.agreed_with or me.person_id
    if body.agreed_for < clock.today():
        raise invalid("agreed_for", "in_past")
    if not belongs_here(work, helper, place(work, row.department_id).path):
        raise invalid("agreed_with", "not_here")
    expect(row.version, if_match)
    moves.check_support("agree", SupportState(row.state))
    row.state, row.agreed_with, row.agreed_for = SupportState.AGREED, helper, body.agreed_for
    return _moved(work, me, row, "agreed", agreed_for=body.agreed_for, agreed_with=helper)


@router.post("/{request_id}/done", response_model=SupportOut)
def done(row: Either, me: Me, work: Tx, if_match: IfMatch) -> Response:
    """The help was given."""
    expect(row.version, if_match)
    moves.check_support("done", SupportState(row.state))
    row.state, row.ended_on = SupportState.DONE, clock.today()
    return _moved(work, me, row, "done")


@router.post("/{request_id}/withdraw", response_model=SupportOut)
def withdraw(row: Asked, me: Me, work: Tx, if_match: IfMatch) -> Response:
    """The department no longer needs it."""
    expect(row.version, if_match)
    moves.check_support("withdraw", SupportState(row.state))
    row.state, row.ended_on = SupportState.WITHDRAWN, clock.today()
    return _moved(work, me, row, "withdrawn")
