"""*Overdrag*: what has no owner, what somebody owns, giving it on, and being told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlmodel import col

from trinvis.access import Actor, May, allowed, require
from trinvis.accounts.ownership import (
    Standing,
    beneath,
    carrier,
    hands_over,
    owned_by,
    owned_there,
    unowned,
)
from trinvis.accounts.queries import belongs_here, names
from trinvis.accounts.shapes import GiveIn, HandedOver, HandoverIn, OwnedOut, Told, Unowned
from trinvis.accounts.tables import Handover, Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Creation, Me, Tx, created, reply
from trinvis.departments.carrying import OpenWork
from trinvis.departments.queries import Node, node, subtree
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid

router = APIRouter(prefix="/handovers", tags=["handovers"])


def _here(department: UUID, me: Me, work: Tx) -> Node:
    here = node(work, department)
    require(me, May.HAND_OVER, here.place, known_by=May.KNOW)
    return here


Here = Annotated[Node, Depends(_here)]


@router.get("", response_model=Unowned)
def without_owner(here: Here, me: Me, work: Tx) -> Response:
    """What is open at `department` and beneath it and has no owner who belongs there, by date."""
    return reply({"items": unowned(work, me, here.path)})


@router.get("/of", response_model=OwnedOut)
def of_person(
    here: Here, me: Me, work: Tx, person: Annotated[UUID, Query(description="Whose it is.")]
) -> Response:
    """What a person owns at `department` and beneath it, by date.

    Raises `Refused(NOT_FOUND)` for somebody who never held a role there and owns nothing.
    """
    row = work.one(columns(Person.id, Person.name, Person.left_on).where(Person.id == person))
    items, _ = owned_there(work, me, person, here.path, hands_over)
    if not items and not _ever_here(work, person, here):
        raise Refused(Code.NOT_FOUND)
    return reply({"person": {"id": row.id, "name": row.name}, "left_on": row.left_on, "items": items})


def _ever_here(work: Transaction, person_id: UUID, here: Node) -> bool:
    held = columns(RoleGrant.id).join(Department, col(Department.id) == RoleGrant.department_id)
    return bool(work.first(held.where(RoleGrant.person_id == person_id, subtree(here.path))))


@router.post("", response_model=HandedOver, status_code=201)
def hand_over(body: HandoverIn, me: Me, work: Tx, once: Creation) -> Response:
    """Give records to one or to each; whoever gets one is told, whoever had it is not.

    Raises `Refused(WRONG_STATE)` where one has changed hands or is not open here (any more): nothing is
    given then. What is elsewhere, over or made up reads the same.
    """
    here = _here(body.department_id, me, work)
    if once.reply:
        return once.reply
    mine = {(line.kind, line.id) for line in Standing(work, me, beneath(work, here.path)).seen(hands_over)}
    for number, given in sorted(enumerate(body.to), key=lambda each: (each[1].kind, each[1].id)):
        if (given.kind, given.id) not in mine:
            raise _changed(given, "gone")
        before = carrier(work, given.kind).hand_over(work, given.id, given.to_id)
        _check(work, me, here, before, body.from_id, f"to.{number}", given)
        _tell(work, me, before, given.to_id)
    work.session.flush()
    if body.from_id is None:
        items = unowned(work, me, here.path)
    else:
        items, _ = owned_there(work, me, body.from_id, here.path, hands_over)
    return once.keep(created({"handed": len(body.to), "items": items}))


def _changed(given: GiveIn, state: str) -> Refused:
    return Refused(Code.WRONG_STATE, state=state, kind=given.kind, id=str(given.id))


def _check(
    work: Transaction, me: Actor, here: Node, before: OpenWork, owner: UUID | None, field: str, given: GiveIn
) -> None:
    """Refuse a record that was moved or changed hands meanwhile, an owner from elsewhere."""
    places = [node(work, place) for place in (before.department_id, *before.also_at)]
    there = [place for place in places if place.path.startswith(here.path)]
    if not any(hands_over(before, allowed(me, place.place)) for place in there):
        raise _changed(given, "gone")
    if owner is None:
        taken = before.owner_id is not None and Standing(work, me, [before]).owner_belongs(before)
    else:
        taken = before.owner_id != owner
    if taken:
        raise _changed(given, "handed_over")
    if given.to_id is not None and not any(belongs_here(work, given.to_id, place.path) for place in places):
        raise invalid(f"{field}.to_id", "not_here")


def _tell(work: Transaction, me: Actor, before: OpenWork, to: UUID | None) -> None:
    """Keep the hand-over; whoever takes a thing herself knows of it."""
    now = clock.now()
    work.add(
        Handover(
            kind=before.kind,
            record_id=before.id,
            department_id=before.department_id,
            from_id=before.owner_id,
            to_id=to,
            by_id=me.person_id,
            at=now,
            seen_at=now if to == me.person_id else None,
        )
    )


@router.get("/mine", response_model=Told)
def told(me: Me, work: Tx) -> Response:
    """What I was handed, still own, and have not seen yet; newest first."""
    rows = work.rows(
        columns(
            Handover.id, Handover.kind, Handover.record_id, Handover.from_id, Handover.by_id, Handover.at
        )
        .where(Handover.to_id == me.person_id, col(Handover.seen_at).is_(None))
        .order_by(col(Handover.id).desc())
    )
    if not rows:
        return reply({"items": []})
    standing = Standing(work, me, owned_by(work, me.person_id))
    mine = {(line.kind, line.id): line for line in standing.lines}
    known = names(work, [person for row in rows for person in (row.from_id, row.by_id)])
    latest: dict[tuple[str, UUID], dict[str, Any]] = {}
    for row in rows:
        key = (row.kind, row.record_id)
        if key in mine and key not in latest:
            latest[key] = _told(row, standing.out(mine[key]), known)
    return reply({"items": list(latest.values())})


def _told(row: Any, line: Mapping[str, Any], known: Mapping[UUID, str]) -> dict[str, Any]:
    def ref(person_id: UUID | None) -> dict[str, Any] | None:
        name = known.get(person_id) if person_id else None
        return {"id": person_id, "name": name} if name is not None else None

    return {
        "id": row.id,
        "kind": row.kind,
        "record_id": row.record_id,
        "title": line["title"],
        "department": line["department"],
        "due": line["due"],
        "former": ref(row.from_id),
        "by": ref(row.by_id),
        "at": row.at,
    }


@router.post("/{handover_id}/seen", status_code=204)
def seen(handover_id: UUID, me: Me, work: Tx) -> Response:
    """I have seen that this is mine now. Raises `Refused(NOT_FOUND)` for what was handed to somebody else."""
    row = work.locked(Handover, handover_id)
    if row.to_id != me.person_id:
        raise Refused(Code.NOT_FOUND)
    if row.seen_at is None:
        row.seen_at = clock.now()
    return Response(status_code=204)
