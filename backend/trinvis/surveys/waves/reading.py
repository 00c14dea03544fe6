"""Reading waves: the plan as those see it who plan, confirm, print or answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import place_of, subtree
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.surveys.tables import Wave, WaveNode, WaveState
from trinvis.surveys.waves import rules
from trinvis.surveys.waves.rules import Days, Node
from trinvis.surveys.waves.tree import others, places

_WAVE = (
    "id", "place_id", "state", "instrument", "opens_on", "closes_on", "dialogue_on", "hmu_on",
    "hmu_single", "show", "decided_by", "decided_on", "planned_by", "confirmed_by", "confirmed_on",
    "opened_on", "closed_on", "counting", "counted_at", "destroyed_at", "annulled_on", "reason", "version",
)  # fmt: skip
_NODE = (
    "node_id", "parent_id", "name", "kind", "heads", "unit_id", "phase", "printed", "band", "band_on",
)  # fmt: skip
_PLANNING = (WaveState.DRAFT, WaveState.PLANNED)


def nodes_of(rows: Sequence[Any]) -> list[Node]:
    """A wave's stored nodes for the rules; their department is the nearest one with a phase above."""
    by_id = {row.node_id: row for row in rows}
    found = []
    for row in rows:
        up: UUID | None = row.node_id if row.unit_id else None
        while up is not None and by_id[up].phase is None:
            up = by_id[up].parent_id
        found.append(Node(row.node_id, row.parent_id, up, row.heads))
    return found


def lines(nodes: Sequence[Node], rows: Mapping[UUID, Any], units: Mapping[UUID, UUID], **told: Any) -> Any:
    """The nodes as replies carry them. `told`: show, printed, bands, phases, reads."""
    heads, offered = rules.heads_of(nodes, units), set(rules.offered(nodes))
    prospects = rules.prospects(nodes, units, told["show"])
    return [
        {
            "id": node.id,
            "parent_id": node.parent,
            "name": rows[node.id].name,
            "kind": rows[node.id].kind,
            "heads": node.heads,
            "unit_id": units.get(node.id),
            "unit_heads": heads.get(node.id, 0),
            "phase": told["phases"].get(node.id),
            "offered": node.id in offered,
            "read": node.id in told.get("reads", ()),
            "prospect": prospects[node.id],
            "printed": told.get("printed", {}).get(node.id),
            "band": told.get("bands", {}).get(node.id, (None, None))[0],
            "band_on": told.get("bands", {}).get(node.id, (None, None))[1],
        }
        for node in nodes
    ]


def obstacles(problems: Sequence[rules.Problem]) -> list[dict[str, Any]]:
    """Problems as replies carry them."""
    return [{"field": one.field, "problem": one.problem, "facts": dict(one.facts)} for one in problems]


def wave_row(work: Transaction, wave_id: UUID) -> tuple[Any, list[Any]]:
    """The wave's columns and its nodes in the organisation's order. Raises `Refused(NOT_FOUND)`."""
    row = work.one(
        columns(
            *(getattr(Wave, name) for name in _WAVE),
            col(Department.name).label("place"),
            Department.path,
            Department.walks,
            col(Department.closed_on).label("place_closed_on"),
            Department.former_paths,
        )
        .join(Department, col(Department.id) == Wave.place_id)
        .where(Wave.id == wave_id)
    )
    nodes = work.rows(
        columns(*(getattr(WaveNode, name) for name in _NODE))
        .where(WaveNode.wave_id == wave_id)
        .order_by(col(WaveNode.position))
    )
    return row, list(nodes)


def held_at(work: Transaction, me: Actor, nodes: Sequence[Any]) -> dict[UUID, frozenset[May]]:
    """What the actor may do at each of the wave's departments."""
    ids = [row.node_id for row in nodes if row.phase]
    return {node_id: allowed(me, place_of(node_id, row)) for node_id, row in places(work, ids)}


def wave(work: Transaction, me: Actor, wave_id: UUID) -> dict[str, Any]:
    """The wave as the actor sees it: for readers of any of its departments.

    Raises `Refused(NOT_FOUND)`. A draft is its planners' alone.
    """
    row, stored = wave_row(work, wave_id)
    held = held_at(work, me, stored)
    every = frozenset.intersection(*held.values()) if held else frozenset()
    some: frozenset[May] = frozenset().union(*held.values())
    if not some & {May.READ, May.PLAN_WAVE} or (
        row.state == WaveState.DRAFT and not some & {May.PLAN_WAVE, May.CONFIRM_WAVE}
    ):
        raise Refused(Code.NOT_FOUND)
    nodes = nodes_of(stored)
    days = Days(row.opens_on, row.closes_on, row.dialogue_on, row.hmu_on)
    watches = {node for node, may in held.items() if May.WATCH_WAVE in may}
    planning = row.state in _PLANNING
    found = rules.conflicts(others(work, wave_id, nodes), days) if planning else []
    return {
        **{name: getattr(row, name) for name in _WAVE if name not in _HIDDEN},
        "place": {"id": row.place_id, "name": row.place},
        "decider": rules.decider(len(held)),
        "nodes": lines(
            nodes,
            {one.node_id: one for one in stored},
            {one.node_id: one.unit_id for one in stored if one.unit_id},
            show=row.show,
            phases={one.node_id: one.phase for one in stored},
            reads={node for node, may in held.items() if May.READ in may},
            printed={one.node_id: one.printed for one in stored} if May.PRINT_CODES in some else {},
            bands={one.node_id: (one.band, one.band_on) for one in stored if one.node_id in watches}
            if row.state == WaveState.OPEN
            else {},
        ),
        "obstacles": obstacles(found),
        "can": rules.moves(
            row.state,
            every | (some & {May.PRINT_CODES}),
            confirms=May.CONFIRM_WAVE in some,
            confirmed=row.confirmed_on is not None,
            planner=row.planned_by == me.person_id,
        ),
    }


_HIDDEN = ("place_id", "planned_by", "confirmed_by")


def waves(work: Transaction, me: Actor, department: UUID | None) -> list[dict[str, Any]]:
    """Waves in which a department that the actor reads takes part, newest first."""
    mine = [subtree(path) for path in reach(me, May.READ)]
    if not mine:
        return []
    inside = (
        columns(WaveNode.wave_id)
        .join(Department, col(Department.id) == WaveNode.node_id)
        .where(col(WaveNode.phase).is_not(None), _any(mine))
    )
    if department:
        inside = inside.where(WaveNode.node_id == department)
    planned = [subtree(path) for path in reach(me, May.PLAN_WAVE) + reach(me, May.CONFIRM_WAVE)]
    rows = work.rows(
        columns(
            Wave.id, Wave.place_id, Wave.state, Wave.opens_on, Wave.closes_on, Wave.dialogue_on,
            Wave.hmu_on, Wave.confirmed_on, Wave.counted_at, col(Department.name).label("place"),
            columns(func.count()).select_from(WaveNode)
            .where(WaveNode.wave_id == Wave.id, col(WaveNode.phase).is_not(None))
            .scalar_subquery().label("departments"),
            columns(func.max(WaveNode.phase))
            .where(WaveNode.wave_id == Wave.id, WaveNode.node_id == department)
            .scalar_subquery().label("phase"),
        )
        .join(Department, col(Department.id) == Wave.place_id)
        .where(col(Wave.id).in_(inside), (Wave.state != WaveState.DRAFT) | _any(planned))
        .order_by(col(Wave.opens_on).desc(), col(Wave.id))
    )  # fmt: skip
    return [
        {
            "id": row.id, "place": {"id": row.place_id, "name": row.place}, "state": row.state,
            "phase": row.phase, "departments": row.departments, "opens_on": row.opens_on,
            "closes_on": row.closes_on, "dialogue_on": row.dialogue_on, "hmu_on": row.hmu_on,
            "confirmed": row.confirmed_on is not None, "counted": row.counted_at is not None,
        }
        for row in rows
    ]  # fmt: skip


def _any(conditions: Sequence[Any]) -> Any:
    return or_(False, *conditions)
