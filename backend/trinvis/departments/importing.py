"""`trinvis import departments`: a table of the organisation becomes the tree, all or nothing."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from trinvis.core import sheets
from trinvis.core.columns import folded, new_id, sort_key
from trinvis.core.db import Transaction, columns
from trinvis.departments.rules import Plan, Standing, Wanted, plan
from trinvis.departments.tables import Department, Walks

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


def import_departments(work: Transaction, data: bytes) -> tuple[Plan, dict[str, str]]:
    """Apply the table to the tree unless it has an error; the plan, and the file's column titles.

    A node that stands keeps its place among its siblings; new ones come after them in the file's
    order. Raises `sheets.Unreadable`.
    """
    sheet = sheets.read(data, COLUMNS, NEEDED)
    above = aliased(Department)
    standing = [
        Standing(*row)
        for row in work.rows(
            columns(
                Department.id,
                Department.code,
                Department.name,
                Department.kind,
                above.code,
                Department.headcount,
                Department.walks,
                Department.pilot,
            ).outerjoin(above, above.id == col(Department.parent_id))
        )
    ]
    result = plan(sheet.rows, standing)
    if not result.errors:
        _apply(work, result)
    return result, sheet.titles


def _apply(work: Transaction, result: Plan) -> None:
    nodes = {node.code: node for node in work.session.exec(select(Department))}
    waiting = list(result.added)
    for row, changes in result.changed:
        node = nodes[row.code]
        former = {"name": ("shared", node.name)} if "name" in changes else {}
        _write(node, row)
        node.version += 1
        work.record(
            "department.changed", "department", node.id, node.id, former=former, changed=sorted(changes)
        )
    while waiting:
        ready = [row for row in waiting if row.parent is None or row.parent in nodes]
        for row in ready:
            nodes[row.code] = _new(work, row, nodes)
        waiting = [row for row in waiting if row.code not in nodes]
    work.session.flush()
    settle_tree(work)


def _write(node: Department, row: Wanted) -> None:
    node.name, node.kind, node.headcount = row.name, row.kind, row.headcount
    node.walks, node.pilot = row.walks, row.pilot
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
        headcount=row.headcount,
        walks=row.walks,
        pilot=row.pilot,
    )
    _write(node, row)
    work.add(node)
    work.record("department.added", "department", node.id, node.id, code=row.code)
    return node


def settle_tree(work: Transaction) -> None:
    """Derive path, position and walking node of every node from parents and siblings' order."""
    nodes = list(work.session.exec(select(Department).order_by(col(Department.position), col(Department.id))))
    children: dict[UUID | None, list[Department]] = {}
    # A new node has no position yet and so would sort first: it belongs after its siblings.
    for node in sorted(nodes, key=lambda node: (node.position == "", node.position, node.id)):
        children.setdefault(node.parent_id, []).append(node)
    _descend(work, children, None)


def _descend(
    work: Transaction, children: dict[UUID | None, list[Department]], parent: Department | None
) -> None:
    for number, node in enumerate(children.get(parent.id if parent else None, []), 1):
        path = f"{parent.path if parent else ''}{node.id.hex}/"
        position = f"{parent.position + '.' if parent else ''}{number:04d}"
        walking = _walking(node, parent)
        if (node.path, node.position, node.walking_id) != (path, position, walking):
            node.path, node.position, node.walking_id = path, position, walking
            work.touch(node.id)
        _descend(work, children, node)


def _walking(node: Department, parent: Department | None) -> UUID | None:
    if node.walks == Walks.WALKS:
        return node.id
    return parent.walking_id if parent and node.walks == Walks.FOLLOWS else None
