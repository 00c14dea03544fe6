"""From a file to what it would do: drafted against the database, told in lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from trinvis.access import Actor, May, reach
from trinvis.accounts import importing as people
from trinvis.core.db import Transaction
from trinvis.departments import importing as departments
from trinvis.departments.importing import Tell, Within
from trinvis.departments.rules.cells import Wrong
from trinvis.errors import Code, Refused
from trinvis.imports.rules import Line, counts, department_lines, digest, people_lines
from trinvis.imports.tables import ImportKind


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a file would do, in lines.

    `prepare` makes ready what takes its time without a lock, and gives what does it: False says that things
    have changed meanwhile and nothing was done.
    """

    lines: Sequence[Line]
    titles: dict[str, str]
    counts: dict[str, int]
    prepare: Callable[[], Callable[[Transaction, Tell], bool]]

    @property
    def digest(self) -> str:
        """Fingerprint of what it would do."""
        return digest(self.lines)

    @property
    def possible(self) -> bool:
        """Whether no row has to be corrected first."""
        return not self.counts["refused"]


def within_reach(actor: Actor | None) -> Within:
    """Which nodes the actor may change by an import; nobody: the command, which may change all."""
    if actor is None:
        return departments.everywhere
    paths = reach(actor, May.MANAGE_TREE)
    return lambda path: any(path.startswith(reached) for reached in paths)


def draft(
    work: Transaction, kind: str, data: bytes, *, whole: bool = False, actor: Actor | None = None
) -> Drafted:
    """What the file would do as things stand. Raises `sheets.Unreadable`."""
    if kind == ImportKind.PEOPLE:
        return _draft_people(work, data, whole, actor)
    return _draft_departments(work, data, whole, actor)


def _draft_people(work: Transaction, data: bytes, whole: bool, actor: Actor | None) -> Drafted:
    me: UUID | None = actor.person_id if actor else None
    found = people.draft_people(work, data, whole=whole, within=within_reach(actor), me=me)
    lines = people_lines(found.plan, {row.email: row.name for row in found.seen.people})
    return Drafted(
        lines,
        found.titles,
        counts(lines, found.plan.unchanged, len(found.plan.people_added)),
        lambda: people.ready(found).apply,
    )


def _draft_departments(work: Transaction, data: bytes, whole: bool, actor: Actor | None) -> Drafted:
    found = departments.draft_departments(work, data, whole=whole, within=within_reach(actor))
    if work.writes and not found.plan.errors:
        _suppose(work, found)
    lines = department_lines(found.plan)
    return Drafted(
        lines,
        found.titles,
        counts(lines, found.plan.unchanged, 0),
        lambda: lambda work, tell: departments.apply_departments(work, found, tell) is not None,
    )


def _suppose(work: Transaction, found: departments.Draft) -> None:
    """Do it and take it back: what the tree itself refuses, and who is left without a department."""
    plan = found.plan
    if not (plan.moved or plan.ended or any("walks" in changes for _, changes in plan.changed)):
        return
    try:
        with work.supposing():
            told = departments.apply_departments(work, found) or []
    except Refused as refused:
        if refused.code is Code.BUSY:
            raise
        plan.errors.append(_refusal(refused))
        return
    left = {str(one["id"]): one for each in told for one in each.without_department}
    if left:
        facts: dict[str, Any] = {"people": len(left), "value": ""}
        plan.warnings.append(Wrong(0, "code", "no_department_count", facts))


def _refusal(refused: Refused) -> Wrong:
    """A refusal by the tree, as an error of the file as a whole."""
    open_work = refused.facts.get("open")
    if refused.code is Code.STILL_OPEN and isinstance(open_work, list) and open_work:
        totals: dict[str, int] = {}
        for one in open_work:
            totals[one["kind"]] = totals.get(one["kind"], 0) + one["count"]
        return Wrong(0, "code", "open_work", {"counts": totals}, str(open_work[0]["department"]["name"]))
    return Wrong(0, "code", "tree_refuses", {"code": refused.code.value})
