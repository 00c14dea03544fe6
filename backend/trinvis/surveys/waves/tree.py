"""The part of the tree that a wave takes in: its departments, what follows them, and what stands above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import PLACE
from trinvis.departments.tables import Department, Walks
from trinvis.surveys.tables import AnswerCode, Wave, WaveNode, WaveState
from trinvis.surveys.waves.rules import Node, Other, as_one, check_units


@dataclass(frozen=True, slots=True)
class Taken:
    """The wave's nodes as the tree stands: for the rules, and by id with name, kind and position."""

    place_id: UUID
    nodes: list[Node]
    facts: Mapping[UUID, Department]


def departments(work: Transaction, ids: Sequence[UUID]) -> list[Department]:
    """The open walking departments among these, in the organisation's order."""
    return list(
        work.session.exec(
            select(Department)
            .where(
                col(Department.id).in_(ids),
                Department.walks == Walks.WALKS,
                col(Department.closed_on).is_(None),
            )
            .order_by(col(Department.position))
        )
    )


def taken(work: Transaction, walking: Sequence[Department]) -> Taken:
    """Everything a wave over these departments takes in.

    Over several, the nodes above them up to the nearest one they share are in it too: that is how
    centres and the hospital get a result.
    """
    shared = _shared([one.path for one in walking])
    above = {UUID(part) for one in walking for part in one.path.split("/")[len(shared) - 1 : -2] if part}
    if len(walking) == 1:
        above = set()
    ids = {one.id for one in walking}
    rows = list(
        work.session.exec(
            select(Department)
            .where(
                col(Department.walking_id).in_(ids) | col(Department.id).in_(above),
                col(Department.closed_on).is_(None),
            )
            .order_by(col(Department.position))
        )
    )
    found = {row.id for row in rows}
    nodes = [
        Node(
            row.id,
            row.parent_id if row.parent_id in found else None,
            row.walking_id if row.walking_id in ids else None,
            row.headcount if row.walking_id in ids else 0,
        )
        for row in rows
    ]
    place = walking[0].id if len(walking) == 1 else UUID(shared[-1])
    return Taken(place, nodes, {row.id: row for row in rows})


def _shared(paths: Sequence[str]) -> list[str]:
    """The ids that all paths begin with."""
    parts = [path.strip("/").split("/") for path in paths]
    found = []
    for level in zip(*parts, strict=False):
        if len(set(level)) > 1:
            break
        found.append(level[0])
    return found


def write_nodes(
    work: Transaction,
    wave: Wave,
    tree: Taken,
    units: Mapping[UUID, UUID],
    phases: Mapping[UUID, str],
    kept: Mapping[UUID, int] | None = None,
) -> None:
    """Put the wave's nodes down anew. `kept`: codes that stay valid, by unit."""
    work.session.execute(
        delete(WaveNode)
        .where(col(WaveNode.wave_id) == wave.id)
        .execution_options(synchronize_session="fetch")
    )
    for node in tree.nodes:
        facts = tree.facts[node.id]
        work.session.add(
            WaveNode(
                wave_id=wave.id,
                node_id=node.id,
                parent_id=node.parent,
                name=facts.name,
                kind=facts.kind,
                position=facts.position,
                heads=node.heads,
                unit_id=units.get(node.id),
                phase=phases.get(node.id),
                printed=(kept or {}).get(node.id, 0),
            )
        )
    work.session.flush()


def others(work: Transaction, wave_id: UUID | None, nodes: Sequence[Node]) -> list[Other]:
    """Other waves in which people of these nodes answer or answered."""
    answering = [node.id for node in nodes if node.department]
    rows = work.rows(
        columns(Wave.id, WaveNode.node_id, Wave.state, Wave.closed_on)
        .join(WaveNode, col(WaveNode.wave_id) == Wave.id)
        .where(
            col(WaveNode.node_id).in_(answering),
            col(WaveNode.unit_id).is_not(None),
            col(Wave.state).in_((WaveState.PLANNED, WaveState.OPEN, WaveState.CLOSED)),
        )
        .order_by(col(WaveNode.position))
    )
    return [
        Other(row.id, row.node_id, row.state != WaveState.CLOSED, row.closed_on)
        for row in rows
        if row.id != wave_id
    ]


def freeze(work: Transaction, wave: Wave) -> Taken:
    """Take the tree and its heads as they stand today; what no longer fits answers as the department.

    Codes of a unit that is gone are void. Called when the wave opens, under its lock.
    """
    before = list(work.session.exec(select(WaveNode).where(WaveNode.wave_id == wave.id)))
    phases = {node.node_id: node.phase for node in before if node.phase}
    tree = taken(work, departments(work, list(phases)))
    whole = as_one(tree.nodes)
    former = {node.node_id: node.unit_id for node in before if node.unit_id}
    units = {node: former.get(node, unit) for node, unit in whole.items()}
    wrong = {problem.facts["node"] for problem in check_units(tree.nodes, units)}
    broken = {node.department for node in tree.nodes if node.id in wrong or units.get(node.id) in wrong}
    units = {node: whole[node] if whole[node] in broken else unit for node, unit in units.items()}
    printed = {node.node_id: node.printed for node in before if node.node_id in set(units.values())}
    work.session.execute(
        delete(AnswerCode)
        .where(col(AnswerCode.wave_id) == wave.id, col(AnswerCode.unit_id).not_in(set(units.values())))
        .execution_options(synchronize_session=False)
    )
    write_nodes(work, wave, tree, units, phases, printed)
    return tree


def places(work: Transaction, ids: Sequence[UUID]) -> list[tuple[UUID, object]]:
    """Id and the columns of `PLACE` of these departments, for the rules of access."""
    rows = work.rows(
        columns(Department.id, *(getattr(Department, name) for name in PLACE)).where(
            col(Department.id).in_(ids)
        )
    )
    return [(row.id, row) for row in rows]
