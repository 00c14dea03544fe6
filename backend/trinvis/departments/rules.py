"""The tree's rules: what an imported table means, and what it would change. Pure."""

from __future__ import annotations

import dataclasses
import re
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
_FORMULA = ("=", "+", "-", "@")
_CELL_ERROR = re.compile(r"#(REF|N/A|VALUE|VÆRDI|NAME|NAVN|DIV/0|NULL|NUM|I/T|REFERENCE)[!?]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of the file, understood; None where the file has no column for it, or an empty cell."""

    row: int
    code: str
    name: str
    kind: str
    parent: str | None
    headcount: int | None = None
    walks: str | None = None
    pilot: bool | None = None

    def over(self, stands: Standing | None) -> Wanted:
        """Completed with what stands, or with a new node's defaults."""
        kept = (stands.headcount, stands.walks, stands.pilot) if stands else (0, DEFAULT_WALKS[self.kind], False)
        return dataclasses.replace(
            self,
            headcount=kept[0] if self.headcount is None else self.headcount,
            walks=kept[1] if self.walks is None else self.walks,
            pilot=kept[2] if self.pilot is None else self.pilot,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """A node as it stands in the tree. `within`: whoever imports may change it."""

    id: UUID
    code: str
    name: str
    kind: str
    parent: str | None
    headcount: int
    walks: str
    pilot: bool
    closed: bool = False
    within: bool = True


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something to say about a row: row as the spreadsheet numbers it, field, what, facts for the words.

    Row 0: it stands in Trinvis and not in the file.
    """

    row: int
    field: str
    problem: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)
    subject: str = ""


@dataclass(slots=True)
class Plan:
    """What the file would do. Nothing is done if there is an error.

    `changed` and `moved`: the row, and what changes: field -> (was, becomes); a moved node may change
    in more than its parent. `ended`: nodes that a file of the whole organisation does not have.
    """

    added: list[Wanted] = dataclasses.field(default_factory=list)
    changed: list[tuple[Wanted, dict[str, tuple[object, object]]]] = dataclasses.field(default_factory=list)
    moved: list[tuple[Wanted, dict[str, tuple[object, object]]]] = dataclasses.field(default_factory=list)
    ended: list[Standing] = dataclasses.field(default_factory=list)
    unchanged: int = 0
    errors: list[Wrong] = dataclasses.field(default_factory=list)
    warnings: list[Wrong] = dataclasses.field(default_factory=list)


def code_key(code: str) -> str:
    """Codes are one code whatever their case."""
    return code.strip().upper()


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would compute the text instead of showing it."""
    return text.startswith(_FORMULA)


def is_cell_error(text: str) -> bool:
    """Whether the cell holds what a spreadsheet writes where a formula failed (#REF!)."""
    return bool(_CELL_ERROR.fullmatch(text))


def understand(rows: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[list[Wanted], list[Wrong]]:
    """Rows of text as nodes, with an error for each cell that means nothing."""
    found: list[Wanted] = []
    errors: list[Wrong] = []
    for number, cells in rows:
        wrong = _cells_wrong(number, cells)
        errors += wrong
        if not wrong:
            heads, walks = cells.get("headcount"), cells.get("walks", "").casefold()
            found.append(
                Wanted(
                    number,
                    code_key(cells["code"]),
                    cells["name"],
                    KINDS[cells["kind"].casefold()],
                    code_key(cells["parent"]) or None,
                    None if heads is None else int(heads or 0),
                    WALKS[walks] if walks else None,
                    YES[cells["pilot"].casefold()] if "pilot" in cells else None,
                )
            )
    return found, errors


def _cells_wrong(number: int, cells: Mapping[str, str]) -> list[Wrong]:
    wrong: list[Wrong] = []

    def say(field: str, problem: str, **facts: object) -> None:
        wrong.append(Wrong(number, field, problem, facts, cells.get("name") or cells.get("code", "")))

    for needed, most in (("code", 40), ("name", 200)):
        if not cells[needed]:
            say(needed, "missing")
        elif len(cells[needed]) > most:
            say(needed, "too_long", most=most, value=cells[needed][:60])
        elif is_cell_error(cells[needed]):
            say(needed, "cell_error", value=cells[needed])
    for code in ("code", "parent"):
        if looks_like_formula(cells[code]):
            say(code, "formula", value=cells[code][:60])
    for column, words in (("kind", KINDS), ("walks", WALKS), ("pilot", YES)):
        value = cells.get(column, "")
        if value.casefold() not in words and (value or column == "kind"):
            say(column, "unknown_word", value=value[:60], words=_danish(words))
    heads = cells.get("headcount", "")
    if heads and not (heads.isascii() and heads.isdigit() and len(heads) < 7 and int(heads) <= MOST_HEADS):
        say("headcount", "not_a_count", value=heads[:60], most=MOST_HEADS)
    return wrong


def _danish(words: Mapping[str, object]) -> list[str]:
    """The first word for each meaning: those are the Danish ones."""
    first: dict[object, str] = {}
    for word, meaning in words.items():
        first.setdefault(meaning, word)
    return list(first.values())


def plan(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    standing: Sequence[Standing],
    *,
    whole: bool = False,
    busy: Mapping[str, Mapping[str, int]] | None = None,
) -> Plan:
    """What the rows would add, change and move in the tree; absence of a node changes nothing.

    `whole`: the file is the whole organisation, so what it lacks is closed. `busy`: code of an absent
    node -> kind of open work -> how much of it is at the node.
    """
    understood, errors = understand(rows)
    result = Plan(errors=errors)
    before = {node.code: node for node in standing}
    by_code: dict[str, Wanted] = {}
    for row in understood:
        if row.code in by_code:
            first = by_code[row.code].row
            errors.append(Wrong(row.row, "code", "duplicate", {"value": row.code, "first": first}, row.name))
        by_code.setdefault(row.code, row.over(before.get(row.code)))
    tree = _Tree(by_code, before)
    for row in by_code.values():
        wrong = tree.wrong(row)
        errors += wrong
        if not wrong:
            _compare(row, before.get(row.code), result)
    errors += tree.outside(result)
    if whole:
        named = {code_key(cells["code"]) for _, cells in rows}
        _end(named, tree, busy or {}, result)
    result.warnings += tree.crowded(result)
    errors.sort(key=lambda wrong: wrong.row)
    return result


class _Tree:
    """The tree as the file would leave it."""

    def __init__(self, wanted: Mapping[str, Wanted], before: Mapping[str, Standing]) -> None:
        self.wanted, self.before = wanted, before
        self.nodes: dict[str, Wanted | Standing] = {
            code: node for code, node in before.items() if not node.closed
        } | dict(wanted)

    def wrong(self, row: Wanted) -> list[Wrong]:
        """What is wrong with the row's place."""
        stands = self.before.get(row.code)
        if stands and stands.closed:
            return [Wrong(row.row, "code", "closed", {"value": row.code}, row.name)]
        if row.parent is None:
            return self._second_root(row)
        if row.parent not in self.nodes:
            closed = row.parent in self.before
            return [
                Wrong(row.row, "parent", "closed_code" if closed else "unknown_code", {"value": row.parent}, row.name)
            ]
        way = self.way(row)
        if way[-1] in way[:-1]:
            return [Wrong(row.row, "parent", "cycle", {"value": row.parent, "codes": way}, row.name)]
        if row.walks == "follows" and not self._follows(way[1:]):
            return [Wrong(row.row, "walks", "follows_nobody", {"value": row.name}, row.name)]
        return []

    def _second_root(self, row: Wanted) -> list[Wrong]:
        others = [code for code, node in self.nodes.items() if node.parent is None and code != row.code]
        stands = self.before.get(row.code)
        if others and (stands is None or stands.parent is not None):
            return [Wrong(row.row, "parent", "second_root", {"value": "", "other": others[0]}, row.name)]
        if row.walks == "follows":
            return [Wrong(row.row, "walks", "follows_nobody", {"value": row.name}, row.name)]
        return []

    def way(self, row: Wanted) -> list[str]:
        """Codes from the row to the top; the last one stands twice if it never ends."""
        way = [row.code]
        above = row.parent
        while above and above in self.nodes:
            way.append(above)
            if above in way[:-1]:
                break
            above = self.nodes[above].parent
        return way

    def _follows(self, way: list[str]) -> bool:
        for code in way:
            if self.nodes[code].walks != "follows":
                return self.nodes[code].walks == "walks"
        return False

    def outside(self, result: Plan) -> list[Wrong]:
        """Rows that would change something beyond the reach of whoever imports."""
        touched = [*result.added, *(row for row, _ in result.changed), *(row for row, _ in result.moved)]
        return [
            Wrong(row.row, "code", "outside", {"value": row.code}, row.name)
            for row in touched
            if not self._within(row)
        ]

    def _within(self, row: Wanted) -> bool:
        stands = self.before.get(row.code)
        if stands and not stands.within:
            return False
        if stands and stands.parent == row.parent:
            return True
        for code in self.way(row)[1:]:
            if code in self.before:
                return self.before[code].within
        return all(node.within for node in self.before.values())

    def crowded(self, result: Plan) -> list[Wrong]:
        """Departments whose sections together have more people than they, where the file touches them."""
        fresh = {row.code: row for row in result.added}
        fresh |= {row.code: row for row, changes in result.changed if "headcount" in changes}
        sums: dict[str, int] = {}
        for node in self.nodes.values():
            if node.kind == "section" and node.parent:
                sums[node.parent] = sums.get(node.parent, 0) + (node.headcount or 0)
        touched = {row.parent for row in fresh.values() if row.kind == "section"} | set(fresh)
        found = []
        for code, total in sums.items():
            node = self.nodes.get(code)
            if node and code in touched and node.kind == "department" and 0 < (node.headcount or 0) < total:
                row = self.wanted[code].row if code in self.wanted else 0
                facts = {"value": str(node.headcount), "sections": total}
                found.append(Wrong(row, "headcount", "crowded", facts, node.name))
        return found


def _compare(row: Wanted, stands: Standing | None, result: Plan) -> None:
    if stands is None:
        result.added.append(row)
        return
    fields = ("parent", "name", "kind", "headcount", "walks", "pilot")
    changes = {f: (getattr(stands, f), getattr(row, f)) for f in fields if getattr(stands, f) != getattr(row, f)}
    if "parent" in changes:
        result.moved.append((row, changes))
    elif changes:
        result.changed.append((row, changes))
    else:
        result.unchanged += 1


def _end(named: set[str], tree: _Tree, busy: Mapping[str, Mapping[str, int]], result: Plan) -> None:
    """Close what the whole organisation's file does not have, the lowest first."""
    absent = {
        code: node for code, node in tree.before.items() if not node.closed and node.within and code not in named
    }
    for code, node in absent.items():
        kept = [n.name for c, n in tree.nodes.items() if n.parent == code and c not in absent]
        if kept:
            facts: dict[str, object] = {"value": code, "names": kept[:5], "count": len(kept)}
            result.errors.append(Wrong(0, "code", "open_sections", facts, node.name))
        elif busy.get(code):
            facts = {"value": code, "counts": dict(busy[code])}
            result.errors.append(Wrong(0, "code", "open_work", facts, node.name))
        else:
            result.ended.append(node)
