"""What papers look like on the way in and out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from trinvis.core.http import In, Out
from trinvis.core.jobs import JobState
from trinvis.departments.queries import DepartmentRef
from trinvis.reports.rules import PaperFormat, PaperKind

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]


class PapersIn(In):
    """Make papers of the committee at a node.

    `meeting_id`: for this meeting, `item_id` as this item of it; `as_of`: the day they speak of, else today;
    `since`: what is new counts from here, else from the committee's last meeting; `year`: of a yearly
    contribution.
    """

    kind: PaperKind
    department_id: UUID
    meeting_id: UUID | None = None
    item_id: UUID | None = None
    as_of: Day | None = None
    since: Day | None = None
    year: Annotated[int, Field(ge=2000, le=2100)] | None = None
    language: Literal["da", "en"] = "da"


class PapersFile(Out):
    """A file that can be fetched; its size in bytes."""

    format: PaperFormat
    name: str
    size: int


class PapersMeeting(Out):
    """The meeting that papers are for."""

    id: UUID
    on: date


class PapersOut(Out):
    """Papers: how far they are, then their files and the item as text.

    `done` of `total` files are drawn. Files are kept for a week.
    """

    id: UUID
    kind: PaperKind
    department: DepartmentRef
    meeting: PapersMeeting | None
    as_of: date
    since: date | None
    year: int | None
    language: Literal["da", "en"]
    created_at: datetime
    state: JobState
    done: int
    total: int
    files: list[PapersFile]
    text: str | None


class PapersList(Out):
    """My papers of a committee, the newest first; without their text."""

    items: list[PapersOut]
