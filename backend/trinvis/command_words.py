"""What `trinvis import` says: for each problem where it is, what it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from trinvis.imports.drafting import Drafted
from trinvis.imports.rules import Line
from trinvis.imports.tables import ImportKind
from trinvis.imports.words import column_title, line_words, number


def _place(line: Line, titles: Mapping[str, str]) -> str:
    """Row, column as the file calls it, what stands there."""
    where = f"række {line.row}" if line.row else line.subject or "filen"
    column = column_title(line.field, titles, "da")
    value = f", »{line.value}«" if line.value else ""
    return f"  {where}{f', {column}' if column else ''}{value}: {line_words(line.problem, line.facts, 'da')}"


def _told(found: Drafted, status: str) -> list[str]:
    return [_place(line, found.titles) for line in found.lines if line.status == status]


def refusals(name: str, found: Drafted) -> list[str]:
    """That nothing was imported, and what to correct."""
    told = _told(found, "refused")
    return [f"{name}: nothing was imported. {len(told)} error(s):", *told]


def summary(kind: str, found: Drafted, *, dry_run: bool) -> list[str]:
    """What was done, or would be, and what is worth a look."""
    counts = {name: number(count, "da") for name, count in found.counts.items()}
    lines = ["Prøvekørsel: intet er ændret." if dry_run else "Importen er gennemført."]
    if kind == ImportKind.PEOPLE:
        renamed = sum(line.problem == "person_renamed" for line in found.lines)
        roles = sum(line.problem == "role_changed" for line in found.lines)
        lines.append(f"Personer: {counts['new_people']} nye, {number(renamed, 'da')} med nyt navn.")
        lines.append(
            f"Roller: {counts['added']} nye, {number(roles, 'da')} ændret, "
            f"{counts['ended']} slutter, {counts['unchanged']} uændret."
        )
    else:
        lines.append(
            f"Afdelinger: {counts['added']} nye, {counts['changed']} ændret, {counts['moved']} flyttet, "
            f"{counts['ended']} lukket, {counts['unchanged']} uændret."
        )
    odd = _told(found, "warning")
    return [*lines, *(["Værd at se på:", *odd] if odd else [])]
