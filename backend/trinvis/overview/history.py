"""The history pages: a department's, a record's, one's own, the organisation's; newest first."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import and_, or_, select
from sqlmodel import col

from trinvis.access import Actor, May, allowed, require
from trinvis.core.audit import ORGANISATION, AuditEvent
from trinvis.core.db import Transaction
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import PLACE, DepartmentRef, Node, node, place_of
from trinvis.departments.tables import Department, Succession, Walks
from trinvis.errors import Code, Refused
from trinvis.overview import former_texts
from trinvis.overview.events import Wanted, newest
from trinvis.overview.telling import ADMINISTERED, EventsOut, told

router = APIRouter(prefix="/api/history", tags=["history"])

_PLACES = (
    col(Department.id).label("id"),
    *(getattr(Department, name).label(name) for name in PLACE),
)
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)


class KinOut(Out):
    """A department that another one continues: `kind` is how (merge, split, close), `on` since when."""

    id: UUID
    name: str
    kind: str
    on: date


class DepartmentHistory(EventsOut):
    """A department's history, with the sections that follow it, and whose history goes before and after."""

    department: DepartmentRef
    predecessors: list[KinOut]
    successors: list[KinOut]


class RecordHistory(EventsOut):
    """One record's history wherever it stood: what it is called and where it stands now."""

    kind: str
    title: str | None
    department: DepartmentRef | None


def _wanted(
    kind: Annotated[list[str] | None, Query(max_length=20, description="Kinds of record; none: all.")] = None,
    first: Annotated[date | None, Query(alias="from", ge=EARLIEST, le=LATEST)] = None,
    last: Annotated[date | None, Query(alias="to", ge=EARLIEST, le=LATEST)] = None,
    cursor: Annotated[str | None, Query(max_length=80)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Wanted:
    return Wanted(tuple(kind or ()), first, last, cursor, limit)


Narrowed = Annotated[Wanted, Depends(_wanted)]


def _here(department: UUID, me: Me, work: Tx) -> Node:
    here = node(work, department)
    require(me, May.READ_HISTORY, here.place, known_by=May.KNOW)
    return here


@router.get("", response_model=DepartmentHistory)
def department_history(
    here: Annotated[Node, Depends(_here)], me: Me, work: Tx, wanted: Narrowed, record: UUID | None = None
) -> Response:
    """What happened in the department and the sections that follow it; of one `record` of theirs only."""
    theirs = [] if record is None else [col(AuditEvent.record_id) == record]
    chains = [and_(col(AuditEvent.chain_id) == chain, *theirs) for chain in _chains(work, me, here)]
    rows, cursor = newest(work, chains, wanted)
    answer, _ = told(work, me, rows, cursor)
    return reply(
        {**answer, "department": {"id": here.id, "name": here.name}, **_kin(work, me, here.id)}
    )


def _chains(work: Transaction, me: Actor, here: Node) -> list[UUID]:
    """The node and, where it walks, those that follow it."""
    if here.walks != Walks.WALKS:
        return [here.id]
    rows = work.rows(
        select(*_PLACES)
        .where(or_(col(Department.id) == here.id, col(Department.walking_id) == here.id))
        .order_by(col(Department.id))
    )
    return [row.id for row in rows if May.READ_HISTORY in allowed(me, place_of(row.id, row))]


def _kin(work: Transaction, me: Actor, here: UUID) -> dict[str, list[dict[str, object]]]:
    """The departments that this one continues, and those that continue it, whose history one may read."""
    other = or_(
        and_(col(Succession.successor_id) == here, col(Department.id) == Succession.predecessor_id),
        and_(col(Succession.predecessor_id) == here, col(Department.id) == Succession.successor_id),
    )
    rows = work.rows(
        select(
            col(Succession.predecessor_id).label("predecessor_id"),
            col(Succession.kind).label("kind"),
            col(Succession.on).label("on"),
            col(Department.name).label("name"),
            *_PLACES,
        )
        .join(Department, other)
        .order_by(col(Department.position))
    )
    found: dict[str, list[dict[str, object]]] = {"predecessors": [], "successors": []}
    for row in rows:
        if May.READ_HISTORY in allowed(me, place_of(row.id, row)):
            side = "successors" if row.predecessor_id == here else "predecessors"
            found[side].append({"id": row.id, "name": row.name, "kind": row.kind, "on": row.on})
    return found


@router.get("/records/{record_id}", response_model=RecordHistory)
def record_history(record_id: UUID, me: Me, work: Tx, wanted: Narrowed) -> Response:
    """What happened to one record, in every department where it stood and one reads the history."""
    chains = [
        row.id
        for row in work.rows(
            select(*_PLACES)
            .where(
                col(Department.id).in_(
                    select(col(AuditEvent.chain_id)).where(
                        col(AuditEvent.record_id) == record_id, col(AuditEvent.chain_id) != ORGANISATION
                    )
                )
            )
        )
        if May.READ_HISTORY in allowed(me, place_of(row.id, row))
    ]
    if not chains:
        raise Refused(Code.NOT_FOUND)
    rows, cursor = newest(
        work, [and_(col(AuditEvent.record_id) == record_id, col(AuditEvent.chain_id).in_(chains))], wanted
    )
    answer, known = told(work, me, rows, cursor, record_id, *chains)
    where = known.homes.get(record_id, chains[-1])
    where = where if where in known.departments else chains[-1]
    kind = rows[0].kind if rows else _kind(work, record_id)
    return reply({
        **answer,
        "kind": kind,
        "title": known.titles.get(record_id) or known.departments.get(record_id),
        "department": {"id": where, "name": known.departments[where]},
    })


def _kind(work: Transaction, record_id: UUID) -> str:
    """What the record is where the filters leave no event of it."""
    found: Any = work.one(select(col(AuditEvent.kind)).where(col(AuditEvent.record_id) == record_id).limit(1))
    return str(found.kind)


@router.get("/mine", response_model=EventsOut)
def my_history(me: Me, work: Tx, wanted: Narrowed) -> Response:
    """What one has done oneself, in all departments. There is no such list of anybody else."""
    rows, cursor = newest(work, [col(AuditEvent.actor_id) == me.person_id], wanted)
    return reply(told(work, me, rows, cursor)[0])


def _root(me: Me, work: Tx) -> None:
    root = work.one(
        select(*_PLACES)
        .where(col(Department.parent_id).is_(None))
        .order_by(col(Department.position))
        .limit(1)
    )
    require(me, May.MANAGE_TREE, place_of(root.id, root), known_by=May.MANAGE_TREE)


@router.get("/organisation", response_model=EventsOut, dependencies=[Depends(_root)])
def organisation_history(me: Me, work: Tx, wanted: Narrowed) -> Response:
    """What happened to the tree, to people and their roles, and what was imported; no department's work."""
    kinds = [kind for kind in ADMINISTERED if not wanted.kinds or kind in wanted.kinds]
    # Which language somebody reads is her own business.
    of_interest = col(AuditEvent.what) != "person.language"
    rows, cursor = newest(work, [and_(col(AuditEvent.kind) == kind, of_interest) for kind in kinds], wanted)
    return reply(told(work, me, rows, cursor)[0])


router.include_router(former_texts.router)
