"""The tree's rules: what an imported table means, and what it would change. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

KINDS = {
    "center": "centre",
    "centre": "centre",
    "afdeling": "department",
    "department": "department",
    "afsnit": "section",
    "section": "section",
    "stab": "staff",
    "staff": "staff",
}
WALKS = {
    "går selv": "walks",
    "walks": "walks",
    "følger": "follows",
    "follows": "follows",
    "udenfor": "outside",
    "uden for": "outside",
    "outside": "outside",
}
YES = {"ja": True, "yes": True, "x": True, "1": True, "nej": False, "no": False, "": False, "0": False}
DEFAULT_WALKS = {"department": "walks", "staff": "walks", "section": "follows", "centre": "outside"}
MOST_HEADS = 100_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of the file, understood."""

    row: int
    code: str
    name: str
    kind: str
    parent: str | None
    headcount: int
    walks: str
    pilot: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A node as it stands in the tree."""

    id: UUID
    code: str
    name: str
    kind: str
    parent: str | None
    headcount: int
    walks: str
    pilot: bool


@dataclass(frozen=True, slots=True)
class Wrong:
    """An error of the file: row as the spreadsheet numbers it, field, what, facts for the words."""

    row: int
    field: str
    problem: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What the file would do. Nothing is done if there is an error."""

    added: list[Wanted] = dataclasses.field(default_factory=list)
    changed: list[tuple[Wanted, dict[str, object]]] = dataclasses.field(default_factory=list)
    unchanged: int = 0
    errors: list[Wrong] = dataclasses.field(default_factory=list)


def code_key(code: str) -> str:
    """Codes are one code whatever their case."""
    return code.strip().upper()


def understand(rows: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[list[Wanted], list[Wrong]]:
    """Rows of text as nodes, with an error for each cell that means nothing."""
    found: list[Wanted] = []
    errors: list[Wrong] = []
    for number, cells in rows:
        wrong = _cells_wrong(number, cells)
        errors += wrong
        if not wrong:
            kind = KINDS[cells["kind"].casefold()]
            walks = cells.get("walks", "").casefold()
            found.append(
                Wanted(
                    number,
                    code_key(cells["code"]),
                    cells["name"],
                    kind,
                    code_key(cells["parent"]) or None if cells.get("parent") else None,
                    int(cells.get("headcount") or 0),
                    WALKS[walks] if walks else DEFAULT_WALKS[kind],
                    YES[cells.get("pilot", "").casefold()],
                )
            )
    return found, errors


def _cells_wrong(number: int, cells: Mapping[str, str]) -> list[Wrong]:
    wrong: list[Wrong] = []
    for needed in ("code", "name"):
        if not cells[needed]:
            wrong.append(Wrong(number, needed, "missing"))
        elif len(cells[needed]) > (40 if needed == "code" else 200):
            wrong.append(Wrong(number, needed, "too_long", {"most": 40 if needed == "code" else 200}))
    for column, words in (("kind", KINDS), ("walks", WALKS), ("pilot", YES)):
        value = cells.get(column, "").casefold()
        if value not in words and (value or column == "kind"):
            wrong.append(
                Wrong(
                    number, column, "unknown_word", {"value": cells.get(column, ""), "words": _danish(words)}
                )
            )
    heads = cells.get("headcount", "")
    if heads and not (heads.isascii() and heads.isdigit() and int(heads) <= MOST_HEADS):
        wrong.append(Wrong(number, "headcount", "not_a_count", {"value": heads, "most": MOST_HEADS}))
    return wrong


def _danish(words: Mapping[str, object]) -> list[str]:
    """The first word for each meaning: those are the Danish ones."""
    first: dict[object, str] = {}
    for word, meaning in words.items():
        first.setdefault(meaning, word)
    return list(first.values())


def plan(rows: Sequence[tuple[int, Mapping[str, str]]], standing: Sequence[Standing]) -> Plan:
    """What the rows would add and change in the tree; absence of a node changes nothing."""
    wanted, errors = understand(rows)
    result = Plan(errors=errors)
    before = {node.code: node for node in standing}
    by_code: dict[str, Wanted] = {}
    for row in wanted:
        if row.code in by_code:
            errors.append(
                Wrong(row.row, "code", "duplicate", {"value": row.code, "first": by_code[row.code].row})
            )
        by_code.setdefault(row.code, row)
    for row in by_code.values():
        if row.parent and row.parent not in by_code and row.parent not in before:
            errors.append(Wrong(row.row, "parent", "unknown_code", {"value": row.parent}))
    parents = {code: node.parent for code, node in before.items()} | {c: r.parent for c, r in by_code.items()}
    walks = {code: node.walks for code, node in before.items()} | {c: r.walks for c, r in by_code.items()}
    for row in by_code.values():
        errors += _tree_wrong(row, parents, walks)
    for row in by_code.values():
        _compare(row, before.get(row.code), result)
    errors.sort(key=lambda wrong: wrong.row)
    return result


def _tree_wrong(row: Wanted, parents: Mapping[str, str | None], walks: Mapping[str, str]) -> list[Wrong]:
    seen = [row.code]
    above = parents.get(row.code)
    while above:
        if above in seen:
            return [Wrong(row.row, "parent", "cycle", {"codes": [*seen, above]})]
        seen.append(above)
        above = parents.get(above)
    if row.walks == "follows":
        for code in seen[1:]:
            if walks.get(code) == "walks":
                return []
            if walks.get(code) == "outside":
                break
        return [Wrong(row.row, "walks", "follows_nobody", {"value": row.name})]
    return []


def _compare(row: Wanted, stands: Standing | None, result: Plan) -> None:
    if stands is None:
        result.added.append(row)
        return
    if row.parent != stands.parent:
        # A move touches trials, roles and history: it is an act of its own with a preview, not a side effect.
        result.errors.append(
            Wrong(row.row, "parent", "moves", {"value": row.parent or "", "was": stands.parent})
        )
        return
    fields = ("name", "kind", "headcount", "walks", "pilot")
    changes = {f: getattr(row, f) for f in fields if getattr(row, f) != getattr(stands, f)}
    if changes:
        result.changed.append((row, changes))
    else:
        result.unchanged += 1
