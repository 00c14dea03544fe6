"""What a change of the tree would do, and did, as replies tell it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from trinvis.core.http import Out
from trinvis.departments.queries import DepartmentRef
from trinvis.departments.tables import ChangeKind, ChangeState


class NodeName(Out):
    """A node by name; `id` None: it is made by this change."""

    id: UUID | None
    name: str


class ObstacleOut(Out):
    """Why it cannot be done as asked for. `later`: it can be planned, if this is gone by its day.

    `code` and `facts` are worded as a refusal's. Code "invalid" carries `errors` per field;
    "still_open": `open` [{kind, count, department}] and `sections` [{id, name}];
    "wrong_state": `state` "closed" or "root".
    """

    code: str
    facts: dict[str, Any]
    later: bool


class NodeEffect(Out):
    """A node that comes, goes, gets another parent, or another way through the steps.

    `walking_before`, `walking_after`: whose steps it takes part in, if that changes or it is new.
    """

    node: NodeName
    what: Literal["moves", "closes", "opens", "walks"]
    parent_before: NodeName | None
    parent_after: NodeName | None
    walking_before: NodeName | None
    walking_after: NodeName | None


class WorkItem(Out):
    """An open record by its title; only of departments whose plan the viewer reads."""

    id: UUID
    title: str


class WorkEffect(Out):
    """So much open work of one kind goes from a node to another (`to` the same: to another round)."""

    kind: Literal["trial_action", "agreement", "follow_up", "session", "support_request"]
    department: NodeName
    to: NodeName
    count: int
    items: list[WorkItem]


class RoundEffect(Out):
    """What becomes of an open round."""

    department: NodeName
    round: int
    becomes: Literal["continues", "moves", "merged", "closed"]
    to: NodeName | None
    round_after: int | None = Field(description="Its number where it goes on.")


class RoleEffect(Out):
    """A role that ends the day before; `to`: where the same begins anew."""

    id: UUID
    person: dict[str, Any] = Field(description="id and name")
    role: str
    title: str | None
    department: NodeName
    to: NodeName | None


class ReaderEffect(Out):
    """Whose view changes, by places: names of nodes whose people read more or less.

    `reads_shared`: people at and above `by` read what was shared at `of` until now, no note Kun for os.
    `no_longer`: people above `of` where it stood (`by`) do not read it any more.
    `candid_stays`: notes Kun for os written at `of` so far stay with those who read them there.
    """

    what: Literal["reads_shared", "no_longer", "candid_stays"]
    of: NodeName
    by: NodeName | None


class RowEffect(Out):
    """What becomes of a row in HMU's overview."""

    department: NodeName
    becomes: Literal["appears", "ends"]


class BesideEffect(Out):
    """So many records of a kind that nobody has to finish: they go along, stay or are cancelled.

    `meeting`: planned ones of an LMU; `experience`: told by the department, shared or not. What stays at
    a closed department can be withdrawn by the hospital's HR alone.
    """

    kind: Literal["meeting", "experience"]
    becomes: Literal["moves", "stays", "cancelled"]
    department: NodeName
    to: NodeName | None
    count: int


class PreviewOut(Out):
    """Everything a change would touch, as things stand now. Nothing has been changed.

    With obstacles that may be gone by its day (`later`) the other lists say what it would do without
    them; with others they are empty.
    """

    kind: ChangeKind
    effective_on: date
    at_once: bool
    department: DepartmentRef
    obstacles: list[ObstacleOut]
    nodes: list[NodeEffect]
    work: list[WorkEffect]
    rounds: list[RoundEffect]
    roles: list[RoleEffect]
    without_department: list[dict[str, Any]] = Field(description="People (id, name) left without a role.")
    without_owner: int = Field(description="Promises of the touched departments that then have no owner.")
    without_owner_now: int
    readers: list[ReaderEffect]
    rows: list[RowEffect]
    boards: list[NodeName] = Field(description="Whose public board page then says where it goes on.")
    beside: list[BesideEffect]
    planned: list[TreeChangeOut] = Field(description="Other changes that wait for the same nodes.")


class OutcomeOut(Out):
    """What a change did, in numbers."""

    nodes: int
    work: int
    rounds: int
    roles: int
    without_department: int
    without_owner: int
    made: list[UUID] = Field(description="Ids of the nodes it made.")


class TreeChangeOut(Out):
    """A change of the tree: what was asked for, and what became of it.

    `departments`: every existing node that `wanted` names, and those it made. `refusal`: why it could
    not be done on its day.
    """

    id: UUID
    department: DepartmentRef
    kind: ChangeKind
    state: ChangeState
    effective_on: date
    wanted: dict[str, Any]
    departments: list[DepartmentRef]
    outcome: OutcomeOut | None
    refusal: ObstacleOut | None
    created_by: dict[str, Any] = Field(description="id and name")
    created_at: datetime
    ended_at: datetime | None
    can: list[Literal["withdraw"]]
    version: int


class TreeChangeList(Out):
    """Changes, those that wait first by their day, then what is over, latest first."""

    items: list[TreeChangeOut]
    next: str | None


PreviewOut.model_rebuild()
