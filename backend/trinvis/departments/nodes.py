"""Making a node of the tree, and writing what is known about it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from trinvis.access import May, require
from trinvis.core.columns import folded, new_id, sort_key
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments import reading
from trinvis.departments.motion import rules
from trinvis.departments.motion.acts import new_node
from trinvis.departments.motion.rules import NewNode, raise_first
from trinvis.departments.queries import Node, guarded, node
from trinvis.departments.reading import DepartmentOut
from trinvis.departments.rules import DEFAULT_WALKS
from trinvis.departments.shapes import NodeChangeIn, NodeIn
from trinvis.departments.tables import Department
from trinvis.departments.tree.settling import alone, nodes_now, settle_tree, tree_of
from trinvis.errors import Code, Refused, invalid

router = APIRouter(prefix="/api/departments", tags=["departments"])


@router.post("", status_code=201, response_model=DepartmentOut)
def make_node(me: Me, work: Tx, once: Creation, body: NodeIn) -> Response:
    """A new node, last among its siblings."""
    require(me, May.MANAGE_TREE, node(work, body.parent_id).place, known_by=May.KNOW)
    if once.reply:
        return once.reply
    alone(work)
    rows = {row.id: row for row in nodes_now(work)}
    new = NewNode(new_id(), rules.code_key(body.code), body.name, body.kind.value, body.parent_id)
    meaning = rules.made(
        tree_of(list(rows.values())), new, body.walks.value if body.walks else DEFAULT_WALKS[body.kind]
    )
    raise_first(meaning.obstacles)
    path = f"{rows[body.parent_id].path}{new.id.hex}/"
    row = work.add(new_node(meaning.made[0], path, body.valid_from, body.headcount, pilot=body.pilot))
    work.record("department.added", "department", row.id, row.id, code=row.code)
    settle_tree(work)
    return once.keep(created(reading.department(work, me, node(work, row.id)), version=row.version))


def _locked(
    here: Annotated[Node, guarded(May.MANAGE_TREE)], work: Tx, if_match: IfMatch
) -> tuple[Department, int]:
    """The node, locked, and the version that was seen; answers 428 before the body is looked at."""
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    return work.locked(Department, here.id), if_match


@router.put("/{department_id}", response_model=DepartmentOut)
def edit_node(
    target: Annotated[tuple[Department, int], Depends(_locked)], me: Me, work: Tx, body: NodeChangeIn
) -> Response:
    """Code, name, kind, head count: the whole form. Place and steps are changed by a change of the tree."""
    row, if_match = target
    values = body.model_dump(mode="python") | {"code": rules.code_key(body.code), "kind": body.kind.value}
    if not rules.code_free(tree_of(nodes_now(work)), values["code"], besides=row.id):
        raise invalid("code", "taken")
    expect(row.version, if_match)
    if row.closed_on is not None:
        raise Refused(Code.WRONG_STATE, state="closed")
    _write(work, row, values)
    return reply(reading.department(work, me, node(work, row.id)), version=row.version)


def _write(work: Transaction, row: Department, values: dict[str, object]) -> None:
    changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
    if not changed:
        return
    former = {"name": ("shared", row.name)} if "name" in changed else None
    plain = [name for name in changed if name != "name"]
    facts = {
        "changed": changed,
        "from": {name: getattr(row, name) for name in plain},
        "to": {name: values[name] for name in plain},
    }
    for name in changed:
        setattr(row, name, values[name])
    row.sort_key, row.folded = sort_key(row.name), folded(row.name)
    row.version += 1
    work.session.flush()
    work.record("department.changed", "department", row.id, row.id, former=former, **facts)
