"""What else follows a change of the tree: rounds, roles, boards. Rooms above are told, not imported.

`rooms.py` registers a `Follower` for each of them. Open work has its own way (`carrying.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from trinvis.core.db import Transaction
from trinvis.departments.carrying import OpenWork
from trinvis.departments.tree.rules import Derived, Stand


@dataclass(slots=True)
class Shift:
    """A change of the tree as the rooms above follow it: where every node stood, and stands then.

    `closed`: node -> the one that takes what is open there, if any may be. `successors`: node -> all that
    continue it. `begin_anew`: roles at closed nodes begin anew where their work goes. `placed`: role or
    record -> the node chosen for it (a split). `homes`: person -> where she has gone, kept by the roles so
    that her promises go with her.
    `round_from`, `round_to`: the department whose round goes on, and the one in which it does.
    """

    kind: str
    day: date
    nodes: Mapping[UUID, Stand]
    before: Mapping[UUID, Derived]
    after: Mapping[UUID, Derived]
    closed: Mapping[UUID, UUID | None] = field(default_factory=dict)
    successors: Mapping[UUID, Sequence[UUID]] = field(default_factory=dict)
    made: frozenset[UUID] = frozenset()
    begin_anew: bool = False
    placed: Mapping[UUID, UUID] = field(default_factory=dict)
    homes: dict[UUID, UUID] = field(default_factory=dict)
    round_from: UUID | None = None
    round_to: UUID | None = None

    def walked(self, node: UUID) -> UUID | None:
        """Whose steps the node took part in before."""
        return self.before[node].walking_id if node in self.before else None

    def walks(self, node: UUID) -> UUID | None:
        """Whose steps the node takes part in then."""
        return self.after[node].walking_id

    @property
    def touched(self) -> list[UUID]:
        """Nodes whose open work is concerned: they close, or take part in somebody else's steps."""
        changed = [
            node
            for node in self.before
            if not self.nodes[node].closed and self.walked(node) != self.walks(node)
        ]
        return [*self.closed, *(node for node in changed if node not in self.closed)]

    def lands(self, item: OpenWork) -> UUID | None:
        """Where an open record stands then; None if there is nowhere for it."""
        if item.department_id not in self.closed:
            return item.department_id
        chosen = self.placed.get(item.id)
        if chosen is None and item.owner_id is not None and self.kind == "split":
            chosen = self.homes.get(item.owner_id)
        return chosen or self.closed[item.department_id]

    def name(self, node: UUID) -> dict[str, Any]:
        """The node as a preview names it; one that is made has no id yet."""
        return {"id": None if node in self.made else node, "name": self.nodes[node].name}


@dataclass(slots=True)
class Told:
    """What a change did, in the words of its preview (see `shapes.PreviewOut`)."""

    nodes: list[dict[str, Any]] = field(default_factory=list)
    work: list[dict[str, Any]] = field(default_factory=list)
    rounds: list[dict[str, Any]] = field(default_factory=list)
    roles: list[dict[str, Any]] = field(default_factory=list)
    without_department: list[dict[str, Any]] = field(default_factory=list)
    without_owner: int = 0
    without_owner_now: int = 0
    readers: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    boards: list[dict[str, Any]] = field(default_factory=list)
    beside: list[dict[str, Any]] = field(default_factory=list)
    made: list[UUID] = field(default_factory=list)

    def follows(self, kind: str, becomes: str, of: dict[str, Any], to: dict[str, Any] | None) -> None:
        """Count one more record that is no open work and is touched all the same."""
        line = {"kind": kind, "becomes": becomes, "department": of, "to": to}
        known = next((each for each in self.beside if {**each, "count": 0} == {**line, "count": 0}), None)
        if known is None:
            self.beside.append({**line, "count": 1})
        else:
            known["count"] += 1

    @property
    def outcome(self) -> dict[str, Any]:
        """In numbers, without names: as it is kept."""
        return {
            "nodes": len(self.nodes),
            "work": sum(each["count"] for each in self.work),
            "rounds": len(self.rounds),
            "roles": len(self.roles),
            "without_department": len(self.without_department),
            "without_owner": self.without_owner,
            "made": [str(each) for each in self.made],
        }


class Follower(Protocol):
    """Something that is kept at nodes, is no open work, and changes when the tree does."""

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Before the tree changes: new nodes are there, nothing is closed or moved yet."""

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """After the tree has changed and open work stands where it belongs."""
