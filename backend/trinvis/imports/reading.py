"""Reading imports and their reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends
from sqlalchemy import ColumnElement, func
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.accounts.queries import names
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Tx
from trinvis.core.jobs import Job, JobState, how_far
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.imports.rules import STATUSES, manages_all
from trinvis.imports.tables import Import, ImportLine, ImportState, LineStatus
from trinvis.imports.vocabulary import ODD
from trinvis.imports.words import Lang, column_title, file_words, line_words

_COLUMNS: tuple[Any, ...] = (
    Import.id,
    Import.kind,
    Import.name,
    Import.whole,
    Import.state,
    Import.titles,
    Import.counts,
    Import.problem,
    Import.created_by,
    Import.created_at,
    Import.checked_at,
    Import.applied_by,
    Import.applied_at,
    Import.lines_forgotten,
    col(Import.file).is_not(None).label("has_file"),
    Job.done,
    Job.total,
    col(Job.id).label("job_id"),
    col(Job.state).label("job_state"),
)
WAITING = (ImportState.CHECKING, ImportState.APPLYING)


def seen_by(work: Transaction, me: Actor) -> ColumnElement[bool]:
    """A condition: who administrates everything sees all imports, who administrates a part her own.

    Raises `Refused(NOT_FOUND)` for whoever administrates nothing.
    """
    if not reach(me, May.MANAGE_TREE):
        raise Refused(Code.NOT_FOUND)
    roots = [
        row.path for row in work.rows(columns(Department.path).where(col(Department.parent_id).is_(None)))
    ]
    if manages_all(me, roots):
        return col(Import.id).is_not(None)
    return col(Import.created_by) == me.person_id


def _manager(me: Me, work: Tx) -> ColumnElement[bool]:
    return seen_by(work, me)


Seen = Annotated[ColumnElement[bool], Depends(_manager)]


def one(work: Transaction, import_id: UUID, seen: ColumnElement[bool]) -> Any:
    """The import as a row. Raises `Refused(NOT_FOUND)`."""
    return work.one(
        columns(*_COLUMNS).join(Job, col(Job.id) == Import.job_id).where(col(Import.id) == import_id, seen)
    )


def _found(import_id: UUID, work: Tx, seen: Seen) -> Any:
    return one(work, import_id, seen)


Found = Annotated[Any, Depends(_found)]


def page(work: Transaction, seen: ColumnElement[bool], before: UUID | None, limit: int) -> Sequence[Any]:
    """Imports, the newest first, one more than asked for."""
    later = col(Import.id) < before if before else col(Import.id).is_not(None)
    found: Sequence[Any] = work.rows(
        columns(*_COLUMNS)
        .join(Job, col(Job.id) == Import.job_id)
        .where(seen, later)
        .order_by(col(Import.id).desc())
        .limit(limit + 1)
    )
    return found


def state(row: Any) -> str:
    """The import's state; one whose job broke down has failed."""
    return "failed" if row.state in WAITING and row.job_state == JobState.FAILED else str(row.state)


def lines_out(work: Transaction, rows: Sequence[Any]) -> list[dict[str, Any]]:
    """Imports for a list."""
    people = names(work, [person for row in rows for person in (row.created_by, row.applied_by)])

    def person(person_id: UUID | None) -> dict[str, object] | None:
        return {"id": person_id, "name": people[person_id]} if person_id in people else None

    return [
        {
            "id": row.id,
            "kind": row.kind,
            "name": row.name,
            "whole": row.whole,
            "state": state(row),
            "created_by": person(row.created_by),
            "created_at": row.created_at,
            "applied_by": person(row.applied_by),
            "applied_at": row.applied_at,
            "counts": {name: row.counts.get(name, 0) for name in (*STATUSES, "unchanged", "new_people")},
        }
        for row in rows
    ]


def import_out(work: Transaction, row: Any, lang: Lang) -> dict[str, Any]:
    """One import with all that is known of it."""
    done, total = how_far(row.job_id, row.done, row.total)
    trouble = row.problem and file_words(str(row.problem["problem"]), row.problem["facts"], lang)
    return lines_out(work, [row])[0] | {
        "checked_at": row.checked_at,
        "done": done,
        "total": total,
        "odd": _odd(row.counts, lang),
        "trouble": trouble,
        "forgotten": row.lines_forgotten,
        "can": can(row),
    }


def can(row: Any) -> list[str]:
    """What may be done with it now."""
    if not row.has_file or state(row) in WAITING:
        return []
    ready = row.state == ImportState.CHECKED and not row.counts.get("refused")
    changes = sum(row.counts.get(name, 0) for name in ("added", "changed", "moved", "ended"))
    return ["apply", "check"] if ready and changes else ["check"]


def _odd(counts: dict[str, int], lang: Lang) -> list[dict[str, object]]:
    found = []
    for problem, words in ODD[lang].items():
        if count := counts.get(f"warning:{problem}"):
            found.append({"problem": problem, "count": count, "words": words[count != 1]})
    return found


def report(
    work: Transaction,
    row: Any,
    lang: Lang,
    *,
    status: LineStatus | None = None,
    q: str = "",
    after: int = 0,
    limit: int | None = None,
) -> tuple[list[dict[str, Any]], int]:
    """Lines of the report in its order, and how many fit the filter."""
    fits: list[Any] = [ImportLine.import_id == row.id]
    if status:
        fits.append(ImportLine.status == status)
    words = q.casefold().split()
    fits += [col(ImportLine.looked_for).contains(word, autoescape=True) for word in words]
    found = work.rows(
        columns(
            ImportLine.number,
            ImportLine.status,
            ImportLine.row,
            ImportLine.subject,
            ImportLine.field,
            ImportLine.value,
            ImportLine.problem,
            ImportLine.facts,
        )
        .where(*fits, col(ImportLine.number) > after)
        .order_by(col(ImportLine.number))
        .limit(limit)
    )
    total = len(found)
    if limit is not None:
        total = work.one(columns(func.count()).select_from(ImportLine).where(*fits))[0]
    return [
        {
            "number": line.number,
            "status": line.status,
            "row": line.row,
            "subject": line.subject,
            "column": column_title(line.field, row.titles, lang),
            "value": line.value,
            "problem": line.problem,
            "words": line_words(line.problem, line.facts, lang),
        }
        for line in found
    ], total
