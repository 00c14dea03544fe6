"""Who owns what is open, asked of all rooms alike, and whether the owner still belongs there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from trinvis.access import Actor, May, allowed
from trinvis.accounts.queries import colleagues_at, names
from trinvis.accounts.roles.rules import belongs
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.carrying import Holding, OpenWork
from trinvis.departments.queries import PLACE, place_of, subtree
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused

Sees = Callable[[OpenWork, frozenset[May]], bool]
"""Whether the actor is shown a line, by what she may do at its department."""


_HRS = frozenset({"talk", "course"})
"""What HR keeps for itself: to everybody else it does not exist."""


def reads(line: OpenWork, held: frozenset[May]) -> bool:
    """Titles are part of the plan: an administrator ends roles and does not read it."""
    return (May.KEEP_TRACKS if line.kind in _HRS else May.READ) in held


def hands_over(line: OpenWork, held: frozenset[May]) -> bool:
    """Leader and TRIO see what has no owner; HR what it has itself promised to help with."""
    if line.kind in _HRS:
        return May.KEEP_TRACKS in held
    return May.HAND_OVER in held or (line.kind == "support_request" and May.SUPPORT in held)


def carriers(work: Transaction) -> Sequence[Holding]:
    """Every room's open work, kind by kind."""
    return (*work.upward.carriers, *work.upward.holdings)


def carrier(work: Transaction, kind: str) -> Holding:
    """The one of this kind. Raises `Refused(NOT_FOUND)`."""
    for found in carriers(work):
        if found.kind == kind:
            return found
    raise Refused(Code.NOT_FOUND)


def owned_by(work: Transaction, person_id: UUID) -> list[OpenWork]:
    """Everything open that is this person's, at any node."""
    return [line for each in carriers(work) for line in each.owned_by(work, person_id) if line.owned]


def beneath(work: Transaction, path: str) -> list[OpenWork]:
    """Everything open that is somebody's to do, at the node with this path and beneath it."""
    nodes = select(col(Department.id)).where(subtree(path))
    return [line for each in carriers(work) for line in each.open_work(work, nodes) if line.owned]


class Standing:
    """Open work with the departments and owners it has, read in three statements."""

    def __init__(
        self, work: Transaction, me: Actor, lines: Iterable[OpenWork], day: date | None = None
    ) -> None:
        self.lines = list(lines)
        places = {place for line in self.lines for place in (line.department_id, *line.also_at)}
        self.nodes = _nodes(work, places)
        people = [line.owner_id for line in self.lines]
        self._held = colleagues_at(work, people, day or clock.today())
        self._names = names(work, people)
        self._may = {place: allowed(me, place_of(place, row)) for place, row in self.nodes.items()}

    def owner_belongs(self, line: OpenWork) -> bool:
        """Whether the line has an owner who belongs at one of its departments."""
        return line.owner_id is not None and any(
            belongs(self._held.get(line.owner_id, ()), node.path, node.walking_id)
            for node in (self.nodes[place] for place in (line.department_id, *line.also_at))
        )

    def seen(self, sees: Sees) -> list[OpenWork]:
        """The lines that the actor is shown, by date."""
        found = [line for line in self.lines if sees(line, self._may[line.department_id])]
        return sorted(found, key=lambda line: (line.due or date.max, str(line.id)))

    def out(self, line: OpenWork) -> dict[str, Any]:
        """The line as an `OpenLine`."""
        owner = line.owner_id
        return {
            "kind": line.kind,
            "id": line.id,
            "title": line.title,
            "department": {"id": line.department_id, "name": self.nodes[line.department_id].name},
            "due": line.due,
            "state": line.state,
            "owner": {"id": owner, "name": self._names.get(owner, "")} if owner else None,
            "belongs": self.owner_belongs(line),
        }


def _nodes(work: Transaction, ids: set[UUID]) -> Mapping[UUID, Any]:
    rows = work.rows(
        columns(
            Department.id,
            Department.name,
            Department.walking_id,
            *(getattr(Department, name) for name in PLACE),
        ).where(col(Department.id).in_(ids))
    )
    return {row.id: row for row in rows}


def unowned(work: Transaction, me: Actor, path: str) -> list[dict[str, Any]]:
    """*Uden tovholder* at the node with this path and beneath it, as far as the actor hands it over."""
    standing = Standing(work, me, beneath(work, path))
    return [standing.out(line) for line in standing.seen(hands_over) if not standing.owner_belongs(line)]


def owned_there(
    work: Transaction, me: Actor, person_id: UUID, path: str, sees: Sees, day: date | None = None
) -> tuple[list[dict[str, Any]], int]:
    """What the person owns at the node with this path and beneath it: what the actor is shown, and how many.

    `day`: the day for which it is told whether she still belongs.
    """
    standing = Standing(work, me, owned_by(work, person_id), day)
    there = {
        place for place, row in standing.nodes.items() if row.path.startswith(path)
    }
    shown = [line for line in standing.seen(sees) if line.department_id in there]
    counted = {(line.kind, line.id) for line in standing.lines if line.department_id in there}
    return [standing.out(line) for line in shown], len(counted)
