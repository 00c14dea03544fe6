"""What goes into the routes that make nodes and change the tree."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field

from trinvis.core.columns import Clean
from trinvis.core.http import In
from trinvis.departments.motion.rules import CODE_LENGTH, FIRST_DAY, LAST_DAY, MOST_HEADS, NAME_LENGTH
from trinvis.departments.tables import ChangeKind, Kind, Walks


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
