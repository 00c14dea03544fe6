"""Reading the tree: what the actor may know of, in the organisation's own order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy import or_
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef, KnownNode, subtree
from trinvis.departments.tables import Department

router = APIRouter(prefix="/api/departments", tags=["departments"])


class DepartmentLine(Out):
    """A node in the tree's list; `depth` counts from the root (0)."""

    id: UUID
    code: str
    name: str
    kind: str
    parent_id: UUID | None
    walks: str
    walking_id: UUID | None
    headcount: int
    pilot: bool
    round: int
    journey_id: UUID | None
    planned_start: str | None
    depth: int


class DepartmentList(Out):
    """The nodes the actor may know of."""

    items: list[DepartmentLine]


class SectionRef(Out):
    """A node directly beneath."""

    id: UUID
    name: str
    walks: str


class DepartmentOut(Out):
    """A node with its surroundings; `can` are the actor's permissions here."""

    id: UUID
    code: str
    name: str
    kind: str
    walks: str
    pilot: bool
    headcount: int
    parents: list[DepartmentRef]
    walking: DepartmentRef | None
    sections: list[SectionRef]
    journey_id: UUID | None
    round: int
    planned_start: str | None
    valid_from: date | None
    can: list[str]
    version: int


def known(me: Actor) -> Any:
    """A condition: the actor may know of the department."""
    return or_(False, *(subtree(path) for path in reach(me, May.KNOW)))


@router.get("", response_model=DepartmentList)
def departments(me: Me, work: Tx) -> Response:
    """Every node the actor may know of, in the organisation's order."""
    rows = work.rows(
        columns(
            Department.id,
            Department.code,
            Department.name,
            Department.kind,
            Department.parent_id,
            Department.walks,
            Department.walking_id,
            Department.headcount,
            Department.pilot,
            Department.round,
            Department.journey_id,
            Department.planned_start,
            Department.position,
        )
        .where(known(me), col(Department.closed_on).is_(None))
        .order_by(col(Department.position))
    )
    items = []
    for row in rows:
        line = dict(row._mapping)
        line["depth"] = line.pop("position").count(".")
        items.append(line)
    return reply({"items": items})


@router.get("/{department_id}", response_model=DepartmentOut)
def department(here: KnownNode, me: Me, work: Tx) -> Response:
    """The node, the way down to it, what stands beneath it, and what the actor may do here.

    The nodes above are named even where the actor may not read them: they are the address.
    """
    ids = [UUID(part) for part in here.path.strip("/").split("/")]
    rows = _around(work, here.id, ids)
    by_id = {row.id: row for row in rows}
    own = by_id[here.id]
    walking = by_id.get(here.walking_id) if here.walking_id else None
    return reply(
        {
            "id": here.id,
            "code": own.code,
            "name": here.name,
            "kind": here.kind,
            "walks": here.walks,
            "pilot": own.pilot,
            "headcount": own.headcount,
            "parents": [{"id": i, "name": by_id[i].name} for i in ids[:-1]],
            "walking": {"id": walking.id, "name": walking.name} if walking else None,
            "sections": [
                {"id": row.id, "name": row.name, "walks": row.walks}
                for row in rows
                if row.parent_id == here.id and row.closed_on is None
            ],
            "journey_id": here.journey_id,
            "round": here.round,
            "planned_start": own.planned_start,
            "valid_from": own.valid_from,
            "can": sorted(allowed(me, here.place)),
            "version": own.version,
        },
        version=own.version,
    )


def _around(work: Transaction, department_id: UUID, ids: list[UUID]) -> Sequence[Any]:
    """The nodes on the way down and those directly beneath, in the organisation's order."""
    found: Sequence[Any] = work.rows(
        columns(
            Department.id,
            Department.name,
            Department.code,
            Department.pilot,
            Department.headcount,
            Department.planned_start,
            Department.valid_from,
            Department.version,
            Department.parent_id,
            Department.walks,
            Department.position,
            Department.closed_on,
        )
        .where(or_(col(Department.id).in_(ids), col(Department.parent_id) == department_id))
        .order_by(col(Department.position))
    )
    return found
