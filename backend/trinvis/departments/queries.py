"""Questions to the tree that more than one room asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends
from sqlalchemy import false, or_
from sqlmodel import col

from trinvis.access import May, Place, require
from trinvis.core.columns import below
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Out, Tx
from trinvis.departments.tables import Department, Walks


class DepartmentRef(Out):
    """A department by name, as replies carry it."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node as other rooms need it."""

    id: UUID
    name: str
    kind: str
    path: str
    walks: str
    walking_id: UUID | None
    journey_id: UUID | None
    round: int
    closed_on: date | None
    former_paths: list[list[str]]

    @property
    def place(self) -> Place:
        """The node for the rules of access."""
        return place_of(self.id, self)


def place_of(department_id: UUID, row: Any, prefix: str = "") -> Place:
    """A department for the rules of access, from a row that has the columns of `PLACE`."""
    path, walks, closed_on, former = (getattr(row, prefix + name) for name in PLACE)
    return Place(
        department_id,
        path,
        walks == Walks.WALKS,
        closed_on is not None,
        tuple((date.fromisoformat(last_day), where) for last_day, where in former),
    )


_COLUMNS = (
    Department.id,
    Department.name,
    Department.kind,
    Department.path,
    Department.walks,
    Department.walking_id,
    Department.journey_id,
    Department.round,
    Department.closed_on,
    Department.former_paths,
)
PLACE = ("path", "walks", "closed_on", "former_paths")
"""Names of the columns that `place_of` reads."""


def node(work: Transaction, department_id: UUID) -> Node:
    """The node. Raises `Refused(NOT_FOUND)`."""
    row = work.one(columns(*_COLUMNS).where(Department.id == department_id))
    return Node(*row)


def place(work: Transaction, department_id: UUID) -> Place:
    """The node for the rules of access. Raises `Refused(NOT_FOUND)`."""
    return node(work, department_id).place


def walking(work: Transaction, department_id: UUID) -> Node | None:
    """The node that walks for this one: itself, the one it follows, or None outside."""
    here = node(work, department_id)
    if here.walking_id is None or here.walking_id == here.id:
        return here if here.walking_id else None
    return node(work, here.walking_id)


def guarded(may: May, known_by: May = May.KNOW) -> Any:
    """A dependency: the node of the path's `department_id`, if the actor may do this there."""

    def dependency(department_id: UUID, me: Me, work: Tx) -> Node:
        here = node(work, department_id)
        require(me, may, here.place, known_by=known_by)
        return here

    return Depends(dependency)


KnownNode = Annotated[Node, guarded(May.KNOW)]


def subtree(path: str) -> Any:
    """A condition: the department stands at or beneath the path."""
    low, high = below(path)
    return (col(Department.path) >= low) & (col(Department.path) < high)


def within(paths: Iterable[str]) -> Any:
    """A condition: the department stands at or beneath one of the paths (see `access.reach`)."""
    return or_(false(), *(subtree(path) for path in paths))
