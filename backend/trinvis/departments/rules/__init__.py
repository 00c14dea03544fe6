"""The tree's rules: what an imported table would change. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from trinvis.departments.rules.cells import Told, Wrong, code_key, understand

__all__ = ["Plan", "Standing", "Wanted", "Wrong", "code_key", "plan"]

DEFAULT_WALKS = {"department": "walks", "staff": "walks", "section": "follows", "centre": "outside"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of the file as a node, completed with what stands or with a new node's defaults."""

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
        by_code.setdefault(row.code, _completed(row, before.get(row.code)))
    tree = _Tree(by_code, before)
    for code, node in by_code.items():
        wrong = tree.wrong(node)
        errors += wrong
        if not wrong:
            _compare(node, before.get(code), result)
    errors += tree.outside(result)
    if whole:
        named = {code_key(cells["code"]) for _, cells in rows}
        _end(named, tree, busy or {}, result)
    result.warnings += tree.crowded(result)
    errors.sort(key=lambda wrong: wrong.row)
    return result


def _completed(told: Told, stands: Standing | None) -> Wanted:
    kept: tuple[int, str, bool] = (0, DEFAULT_WALKS[told.kind], False)
    if stands:
        kept = (stands.headcount, stands.walks, stands.pilot)
    return Wanted(
        told.row,
        told.code,
        told.name,
        told.kind,
        told.parent,
        kept[0] if told.headcount is None else told.headcount,
        kept[1] if told.walks is None else told.walks,
        kept[2] if told.pilot is None else told.pilot,
    )


class _Tree:
    """The tree as the file would leave it."""

    def __init__(self, wanted: Mapping[str, Wanted], before: Mapping[str, Standing]) -> None:
        self.wanted, self.before = wanted, before
        closed = {code for code, node in before.items() if node.closed}
        self.nodes: dict[str, Wanted | Standing] = {**before, **wanted}
        for code in closed:
            del self.nodes[code]

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
                Wrong(
                    row.row,
                    "parent",
                    "closed_code" if closed else "unknown_code",
                    {"value": row.parent},
                    row.name,
                )
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
                sums[node.parent] = sums.get(node.parent, 0) + node.headcount
        touched = {row.parent for row in fresh.values() if row.kind == "section"} | set(fresh)
        found = []
        for code, total in sums.items():
            above = self.nodes.get(code)
            if above and code in touched and above.kind == "department" and 0 < above.headcount < total:
                row = self.wanted[code].row if code in self.wanted else 0
                facts = {"value": str(above.headcount), "sections": total}
                found.append(Wrong(row, "headcount", "crowded", facts, above.name))
        return found


def _compare(row: Wanted, stands: Standing | None, result: Plan) -> None:
    if stands is None:
        result.added.append(row)
        return
    fields = ("parent", "name", "kind", "headcount", "walks", "pilot")
    changes = {
        f: (getattr(stands, f), getattr(row, f)) for f in fields if getattr(stands, f) != getattr(row, f)
    }
    if "parent" in changes:
        result.moved.append((row, changes))
    elif changes:
        result.changed.append((row, changes))
    else:
        result.unchanged += 1


def _end(named: set[str], tree: _Tree, busy: Mapping[str, Mapping[str, int]], result: Plan) -> None:
    """Close what the whole organisation's file does not have, the lowest first."""
    absent = {
        code: node
        for code, node in tree.before.items()
        if not node.closed and node.within and code not in named
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
