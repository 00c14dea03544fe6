"""What the routes of imports take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from trinvis.accounts.queries import PersonRef
from trinvis.core.http import Out
from trinvis.imports.tables import ImportKind, LineStatus

State = Literal["checking", "checked", "unreadable", "applying", "applied", "stale", "failed"]


class CountsOut(Out):
    """How many rows or records: `refused` have to be corrected before anything can be done."""

    refused: int
    warning: int
    ended: int
    moved: int
    changed: int
    added: int
    unchanged: int
    new_people: int


class OddOut(Out):
    """A kind of thing that is worth a look, and how often it is met."""

    problem: str
    count: int
    words: str


class ImportLineOut(Out):
    """An import in the list of former ones."""

    id: UUID
    kind: ImportKind
    name: str
    whole: bool
    state: State
    created_by: PersonRef
    created_at: datetime
    applied_by: PersonRef | None
    applied_at: datetime | None
    counts: CountsOut


class ImportList(Out):
    """Former imports, the newest first; `next` continues the list."""

    items: list[ImportLineOut]
    next: str | None


class ImportOut(ImportLineOut):
    """An import as it stands. While it is looked at or taken in, `done` of `total` says how far it is.

    `trouble`: why the file cannot be read, and what to do. `can`: apply, check (look at it anew).
    `forgotten`: its lines are gone, since they hold names; the counts stay.
    """

    checked_at: datetime | None
    done: int
    total: int
    odd: list[OddOut]
    trouble: str | None
    forgotten: bool
    can: list[Literal["apply", "check"]]


class ReportLineOut(Out):
    """A line of the report. `row`: as the spreadsheet numbers it, None: it is not in the file."""

    number: int
    status: LineStatus
    row: int | None
    subject: str
    column: str = Field(description="The column's title as the file has it.")
    value: str
    problem: str
    words: str


class ReportOut(Out):
    """A page of the report's lines."""

    items: list[ReportLineOut]
    total: int = Field(description="Lines that fit the filter, on all pages.")
    next: str | None
