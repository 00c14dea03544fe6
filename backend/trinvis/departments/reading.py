"""Nodes as replies show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Out
from trinvis.departments.queries import DepartmentRef, Node, subtree
from trinvis.departments.tables import ChangeState, Department, Succession, TreeChange


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
    valid_from: date | None
    closed_on: date | None
    hr_contact_id: UUID | None
    depth: int


class DepartmentList(Out):
    """The nodes the actor may know of."""

    items: list[DepartmentLine]


class SectionRef(Out):
    """A node directly beneath."""

    id: UUID
    name: str
    walks: str


class ContinuedRef(Out):
    """A node that continues another, or is continued by it: since when, and by what kind of change."""

    id: UUID
    name: str
    kind: Literal["close", "merge", "split"]
    on: date


class PlannedRef(Out):
    """A change that waits for its day."""

    id: UUID
    kind: str
    effective_on: date


class DepartmentOut(Out):
    """A node with its surroundings; `can` are the actor's permissions here.

    `successors` continue it since it was closed, `predecessors` were continued by it. `planned`: changes
    of this very node that wait for their day, for whoever manages the tree here.
    """

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
    hr_contact_id: UUID | None
    valid_from: date | None
    closed_on: date | None
    successors: list[ContinuedRef]
    predecessors: list[ContinuedRef]
    planned: list[PlannedRef]
    can: list[str]
    version: int


def known(me: Actor) -> Any:
    """A condition: the actor may know of the department."""
    return or_(False, *(subtree(path) for path in reach(me, May.KNOW)))


def lines(work: Transaction, me: Actor, *, closed: bool) -> list[dict[str, Any]]:
    """Every node the actor may know of, in the organisation's order."""
    names = [name for name in DepartmentLine.model_fields if name != "depth"]
    statement = columns(*(getattr(Department, name) for name in (*names, "position"))).where(known(me))
    if not closed:
        statement = statement.where(col(Department.closed_on).is_(None))
    items = []
    for row in work.rows(statement.order_by(col(Department.position))):
        line = dict(row._mapping)
        line["depth"] = line.pop("position").count(".")
        items.append(line)
    return items


def department(work: Transaction, me: Actor, here: Node) -> dict[str, Any]:
    """The node, the way down to it, what stands beneath it, and what the actor may do here.

    The nodes above are named even where the actor may not read them: they are the address. So are those
    that continue it, and those that it continues.
    """
    ids = [UUID(part) for part in here.path.strip("/").split("/")]
    rows = _around(work, here.id, ids)
    by_id = {row.id: row for row in rows}
    own = by_id[here.id]
    walking = by_id.get(here.walking_id) if here.walking_id else None
    can = allowed(me, here.place)
    return {
        **{
            name: getattr(own, name)
            for name in (
                "code", "pilot", "headcount", "planned_start", "hr_contact_id", "valid_from", "version",
            )
        },
        **{
            name: getattr(here, name)
            for name in ("id", "name", "kind", "walks", "journey_id", "round", "closed_on")
        },
        "parents": [{"id": i, "name": by_id[i].name} for i in ids[:-1]],
        "walking": {"id": walking.id, "name": walking.name} if walking else None,
        "sections": [
            {"id": row.id, "name": row.name, "walks": row.walks}
            for row in rows
            if row.parent_id == here.id and row.closed_on is None
        ],
        **_continued(work, here.id),
        "planned": _planned(work, here.id) if May.MANAGE_TREE in can else [],
        "can": sorted(can),
    }  # fmt: skip


def _around(work: Transaction, department_id: UUID, ids: list[UUID]) -> Sequence[Any]:
    """The nodes on the way down and those directly beneath, in the organisation's order."""
    names = (
        "id", "name", "code", "pilot", "headcount", "planned_start", "hr_contact_id", "valid_from", "version",
        "parent_id", "walks", "position", "closed_on",
    )  # fmt: skip
    found: Sequence[Any] = work.rows(
        columns(*(getattr(Department, name) for name in names))
        .where(or_(col(Department.id).in_(ids), col(Department.parent_id) == department_id))
        .order_by(col(Department.position))
    )
    return found


def _continued(work: Transaction, department_id: UUID) -> dict[str, Any]:
    here = (Succession.predecessor_id, Succession.successor_id)
    rows = work.rows(
        columns(*here, Succession.kind, Succession.on, Department.id, Department.name)
        .join(
            Department,
            or_(*(col(Department.id) == each for each in here)) & (col(Department.id) != department_id),
        )
        .where(or_(*(col(each) == department_id for each in here)))
        .order_by(col(Succession.on), col(Department.position))
    )

    def of(side: str) -> list[dict[str, Any]]:
        return [
            {"id": row.id, "name": row.name, "kind": row.kind, "on": row.on}
            for row in rows
            if getattr(row, side) == department_id
        ]

    return {"successors": of("predecessor_id"), "predecessors": of("successor_id")}


def _planned(work: Transaction, department_id: UUID) -> list[dict[str, Any]]:
    rows = work.rows(
        columns(TreeChange.id, TreeChange.kind, TreeChange.effective_on)
        .where(TreeChange.department_id == department_id, TreeChange.state == ChangeState.PLANNED)
        .order_by(col(TreeChange.effective_on), col(TreeChange.id))
    )
    return [row._asdict() for row in rows]
