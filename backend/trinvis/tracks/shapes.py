"""What HR's roll-out looks like on the way in and out."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from trinvis.accounts.queries import PersonRef
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.shapes import Day, Sentence
from trinvis.tracks.rules import Stage, Why
from trinvis.tracks.tables import Way


class RolloutIn(In):
    """When a department begins, as a quarter ('2026-Q3'), and who from HR follows it."""

    planned_start: Annotated[Clean, Field(max_length=7)] | None = None
    hr_contact_id: UUID | None = None


class ContactIn(In):
    """*Vi talte sammen*: when, how, and a sentence that the department reads too."""

    on: Day
    way: Way
    note: Sentence | None = None


class ReasonOut(Out):
    """Why HR is asked to get in touch; which facts go with which code stands in `tracks.rules`.

    `on`: the day it is about. `kind`: which promise is due. `late`: its day has passed. `step`, `why`,
    `ahead`: where they are stuck, and the next day that lies ahead. `quarter`: the start that passed.
    """

    code: Why
    on: date | None
    kind: Literal["follow_up", "agreement", "evaluate", "session", "support"] | None
    late: bool
    step: int | None
    why: Literal["no_movement", "nothing_ahead"] | None
    ahead: date | None
    quarter: str | None


class LastContactOut(Out):
    """When HR last spoke with the department, and how."""

    on: date
    by: Literal["meeting", "phone", "mail", "session", "support"]


class WishOut(Out):
    """A wish for help that waits for an answer."""

    id: UUID
    wish: str
    on: date


class RolloutRow(Out):
    """A walking department on HR's list; `steps` are empty where no round is open."""

    department: DepartmentRef
    stage: Stage
    planned_start: str | None
    round: int
    steps: list[Literal["not_started", "in_progress", "done"]]
    hr_contact: PersonRef | None
    last_contact: LastContactOut | None
    help_wanted: WishOut | None
    reasons: list[ReasonOut]


class RolloutTotals(Out):
    """Counts over all rows, before the filters."""

    departments: int
    to_contact: int
    not_invited: int
    planned: int
    in_progress: int
    help_wanted: int


class RolloutList(Out):
    """HR's list."""

    items: list[RolloutRow]
    totals: RolloutTotals


class ContactOut(Out):
    """A contact that HR noted."""

    id: UUID
    on: date
    way: Way
    note: str | None
    by: PersonRef | None
    can: list[Literal["correct", "remove"]]


class RolloutOut(Out):
    """A department's roll-out, as the department reads it too.

    `consultants`: who can be named as HR's contact; `reasons`: why it is on HR's list. Both are empty
    for whoever does not plan the roll-out.
    """

    department: DepartmentRef
    stage: Stage
    planned_start: str | None
    round: int
    hr_contact: PersonRef | None
    last_contact: LastContactOut | None
    contacts: list[ContactOut]
    consultants: list[PersonRef]
    reasons: list[ReasonOut]
    can: list[Literal["plan", "note_contact"]]
    version: int
