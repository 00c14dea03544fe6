"""What goes in and out of the routes that make nodes and change the tree."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field

from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.motion.rules import CODE_LENGTH, FIRST_DAY, LAST_DAY, MOST_HEADS, NAME_LENGTH
from trinvis.departments.queries import DepartmentRef
from trinvis.departments.tables import ChangeKind, ChangeState, Kind, Walks


def _written(value: object) -> object:
    """A day is written as in 2026-11-23: a number would be read as seconds since 1970."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise ValueError("date")


Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY), BeforeValidator(_written)]
Name = Annotated[Clean, Field(min_length=1, max_length=NAME_LENGTH)]
CodeText = Annotated[Clean, Field(min_length=1, max_length=CODE_LENGTH)]
Heads = Annotated[int, Field(strict=True, ge=0, le=MOST_HEADS)]


# ---- nodes


class NodeFields(In):
    """What is written about a node; the code is compared in upper case."""

    code: CodeText
    name: Name
    kind: Kind
    headcount: Heads = 0
    pilot: bool = False


class NodeIn(NodeFields):
    """A new node, last among its siblings. `walks` left out: as its kind usually does."""

    parent_id: UUID
    walks: Walks | None = None
    valid_from: Day | None = None


class NodeChangeIn(NodeFields):
    """The node's form. Place and way through the steps are changed by a change of the tree."""

    valid_from: Day | None = None


# ---- changes: what is asked for


class NewNodeIn(In):
    """A node that a merge or split makes, last among its siblings.

    `parent_id` left out: where the target of a merge, or the node that is split, stands.
    """

    code: CodeText
    name: Name
    kind: Kind | None = Field(None, description="Left out: as the node that is changed.")
    parent_id: UUID | None = None
    headcount: Heads = 0


class _ChangeIn(In):
    effective_on: Day = Field(description="First day on which it holds; today or earlier: at once.")


class MoveIn(_ChangeIn):
    """A new parent: ids, links and QR stay."""

    kind: Literal[ChangeKind.MOVE]
    parent_id: UUID


class CloseIn(_ChangeIn):
    """The node is no more. Open work and open sub-nodes go to `hand_to`; without it there may be none."""

    kind: Literal[ChangeKind.CLOSE]
    hand_to: UUID | None = None


class MergeIn(_ChangeIn):
    """This node and `with_ids` become one: `target_id`, which is one of them, or a `new` one."""

    kind: Literal[ChangeKind.MERGE]
    with_ids: Annotated[list[UUID], Field(min_length=1, max_length=20)]
    target_id: UUID | None = None
    new: NewNodeIn | None = None
    round_from: UUID | None = Field(
        None,
        description="The department whose round goes on. Left out: the target's own, else the one furthest.",
    )


class PartIn(NewNodeIn):
    """One of the nodes that a split makes."""


class PlacedIn(In):
    """Something that goes to a part of a split: `part` counts from 0."""

    id: UUID
    part: Annotated[int, Field(strict=True, ge=0, le=9)]


class SplitIn(_ChangeIn):
    """The node becomes two or more. What is not placed follows its owner's role, else to part 0.

    `sections`: ids of sub-nodes; `roles`: ids of roles held at the node; `work`: ids of open records.
    """

    kind: Literal[ChangeKind.SPLIT]
    parts: Annotated[list[PartIn], Field(min_length=2, max_length=10)]
    sections: Annotated[list[PlacedIn], Field(max_length=500)] = []
    roles: Annotated[list[PlacedIn], Field(max_length=5000)] = []
    work: Annotated[list[PlacedIn], Field(max_length=5000)] = []
    round_to: Annotated[int, Field(strict=True, ge=0, le=9)] = Field(
        0, description="The part in which the open round goes on; the others begin without one."
    )


class WalksIn(_ChangeIn):
    """The node goes through the steps by itself from now on, follows its parent, or stands outside."""

    kind: Literal[ChangeKind.WALKS]
    walks: Walks


ChangeIn = Annotated[MoveIn | CloseIn | MergeIn | SplitIn | WalksIn, Field(discriminator="kind")]


# ---- changes: what they would do, and did


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


class PreviewOut(Out):
    """Everything a change would touch, as things stand now. Nothing has been changed.

    With `obstacles` the other lists say what it would do without them, where that can be said.
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
    boards: list[NodeName] = Field(description="Whose public board page is switched off.")
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
