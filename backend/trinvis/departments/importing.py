"""A table of the organisation becomes the tree, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from trinvis.core import clock, sheets
from trinvis.core.columns import folded, new_id, sort_key
from trinvis.core.db import Transaction, columns
from trinvis.departments.following import Told
from trinvis.departments.motion.acts import act
from trinvis.departments.motion.rules import Meaning, close
from trinvis.departments.rules import Plan, Standing, Wanted, code_key, plan
from trinvis.departments.tables import ChangeKind, Department
from trinvis.departments.tree.rules import Tree
from trinvis.departments.tree.settling import alone, settle_tree

COLUMNS = {
    "code": ("kode", "code"),
    "name": ("navn", "name"),
    "kind": ("type", "kind"),
    "parent": ("overordnet", "parent"),
    "headcount": ("ansatte", "headcount", "employees"),
    "pilot": ("med i første prøvehandling", "pilot"),
    "walks": ("trin", "walks"),
}
NEEDED = ("code", "name", "kind", "parent")
MOST_NODES = 5_000
"""More nodes than any organisation has; each is settled by itself."""

Within = Callable[[str], bool]
"""Whether whoever imports may change the node with this path."""
Tell = Callable[[int, int], None]
"""Told of the progress: so many of so many."""


def everywhere(_: str) -> bool:
    """Nothing is out of reach: for the command, which is run beside the database."""
    return True


def nobody_listens(_done: int, _total: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the file would do to the tree as it stood. `seen`: what it was planned upon."""

    plan: Plan
    titles: dict[str, str]
    seen: Sequence[Any]


def _standing(work: Transaction) -> Sequence[Any]:
    above = aliased(Department)
    found: Sequence[Any] = work.rows(
        columns(
            Department.id,
            Department.code,
            Department.name,
            Department.kind,
            col(above.code).label("parent"),
            Department.headcount,
            Department.walks,
            Department.pilot,
            Department.closed_on,
            Department.path,
        )
        .outerjoin(above, above.id == col(Department.parent_id))
        .order_by(col(Department.position), col(Department.id))
    )
    return found


def draft_departments(
    work: Transaction, data: bytes, *, whole: bool = False, within: Within = everywhere
) -> Draft:
    """What the table would change. Raises `sheets.Unreadable`."""
    sheet = sheets.read(data, COLUMNS, NEEDED)
    if len(sheet.rows) > MOST_NODES:
        raise sheets.Unreadable("too_many_rows", rows=len(sheet.rows), most=MOST_NODES)
    seen = _standing(work)
    standing = [
        Standing(
            row.id,
            row.code,
            row.name,
            row.kind,
            row.parent,
            row.headcount,
            row.walks,
            row.pilot,
            row.closed_on is not None,
            within(row.path),
        )
        for row in seen
    ]
    busy = _busy(work, sheet.rows, standing) if whole else {}
    return Draft(plan(sheet.rows, standing, whole=whole, busy=busy), sheet.titles, seen)


def _busy(work: Transaction, rows: Sequence[Any], standing: Sequence[Standing]) -> dict[str, dict[str, int]]:
    """Open work, by kind, at each node that the file does not have."""
    named = {code_key(cells["code"]) for _, cells in rows}
    absent = {node.id: node.code for node in standing if not node.closed and node.code not in named}
    found: dict[str, dict[str, int]] = {}
    for carrier in work.upward.carriers if absent else ():
        for open_work in carrier.open_work(work, list(absent)):
            counts = found.setdefault(absent[open_work.department_id], {})
            counts[open_work.kind] = counts.get(open_work.kind, 0) + 1
    return found


def apply_departments(work: Transaction, draft: Draft, tell: Tell = nobody_listens) -> list[Told] | None:
    """Do what the draft says: what followed from it; None, and nothing is done, if the tree has changed.

    A node that stands keeps its place among its siblings; new ones come after them in the file's order.
    Raises `Refused` for a change that the tree does not take.
    """
    alone(work)
    if _standing(work) != draft.seen:
        return None
    nodes = {node.code: node for node in work.session.exec(select(Department).with_for_update())}
    planned = draft.plan
    total = len(planned.added) + len(planned.changed) + len(planned.moved) + len(planned.ended)
    known = [*planned.changed, *planned.moved]
    for done, (row, changes) in enumerate(known, 1):
        _change(work, nodes[row.code], row, sorted(changes.keys() - {"parent", "walks"}))
        tell(done, total)
    waiting = list(planned.added)
    while waiting:
        ready = [row for row in waiting if row.parent is None or row.parent in nodes]
        for row in ready:
            nodes[row.code] = _new(work, row, nodes)
        work.session.flush()
        waiting = [row for row in waiting if row.code not in nodes]
        tell(len(known) + len(planned.added) - len(waiting), total)
    settle_tree(work)
    told = [*_shift(work, planned, {code: node.id for code, node in nodes.items()})]
    tell(total, total)
    return told


def _shift(work: Transaction, planned: Plan, ids: dict[str, UUID]) -> Iterator[Told]:
    """Moves and other ways through the steps as one change, then what closes, the lowest first."""
    walks = {
        ids[row.code]: row.walks
        for row, changes in (*planned.changed, *planned.moved)
        if "walks" in changes
    }
    moved = {ids[row.code]: ids[row.parent] for row, _ in planned.moved if row.parent}
    today = clock.today()
    if moved or walks:
        yield act(work, ChangeKind.MOVE, today, lambda _: Meaning(moved=moved, walks=walks)).do()
    for node in sorted(planned.ended, key=_depth(planned.ended), reverse=True):
        yield act(work, ChangeKind.CLOSE, today, partial(_closing, node.id)).do()


def _closing(node: UUID, tree: Tree) -> Meaning:
    return close(tree, node, None)


def _depth(nodes: Sequence[Standing]) -> Callable[[Standing], int]:
    """How many of these nodes stand above one of them."""
    by_code = {node.code: node for node in nodes}

    def depth(node: Standing) -> int:
        above = by_code.get(node.parent or "")
        return 1 + depth(above) if above else 0

    return depth


def import_departments(
    work: Transaction, data: bytes, *, whole: bool = False
) -> tuple[Plan, dict[str, str]]:
    """Apply the table to the tree unless it has an error; the plan, and the file's column titles.

    Raises `sheets.Unreadable`.
    """
    draft = draft_departments(work, data, whole=whole)
    if not draft.plan.errors:
        apply_departments(work, draft)
    return draft.plan, draft.titles


def _change(work: Transaction, node: Department, row: Wanted, changed: list[str]) -> None:
    """Write what is known about the node; where it stands and whose steps it takes is another matter."""
    if not changed:
        return
    former = {"name": ("shared", node.name)} if "name" in changed else {}
    _write(node, row)
    node.version += 1
    work.record("department.changed", "department", node.id, node.id, former=former, changed=changed)


def _write(node: Department, row: Wanted) -> None:
    node.name, node.kind, node.headcount, node.pilot = row.name, row.kind, row.headcount, row.pilot
    node.sort_key, node.folded = sort_key(row.name), folded(row.name)


def _new(work: Transaction, row: Wanted, nodes: dict[str, Department]) -> Department:
    parent = nodes[row.parent] if row.parent else None
    node_id = new_id()
    node = Department(
        id=node_id,
        code=row.code,
        name=row.name,
        sort_key="",
        folded="",
        kind=row.kind,
        parent_id=parent.id if parent else None,
        path=f"{parent.path if parent else ''}{node_id.hex}/",
        position="",
        walks=row.walks,
    )
    _write(node, row)
    work.session.add(node)
    work.record("department.added", "department", node.id, node.id, code=row.code)
    return node
