"""What HMU sees of a wave: the nodes above departments, and the range of departments without names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import place_of, within
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.surveys.results import rules
from trinvis.surveys.results.rules import Dates
from trinvis.surveys.rules import Shown
from trinvis.surveys.tables import Cell, Wave, WaveNode, WaveState
from trinvis.surveys.waves.rules import SCALE
from trinvis.surveys.waves.tree import places

_NODE = ("node_id", "name", "kind", "position", "heads", "unit_id", "phase", "shown", "ballots")
_TOLD = (WaveState.OPEN, WaveState.CLOSED)


def committee_list(work: Transaction, me: Actor) -> list[dict[str, Any]]:
    """Waves that HMU sees something of now or later: over several departments, or singly if so decided."""
    paths = reach(me, May.READ_OVERVIEW)
    departments = (
        columns(func.count())
        .select_from(WaveNode)
        .where(WaveNode.wave_id == Wave.id, col(WaveNode.phase).is_not(None))
        .correlate(Wave)
        .scalar_subquery()
    )
    rows = work.rows(
        columns(Wave.id, Wave.closes_on, Wave.closed_on, Wave.hmu_on, WaveNode.name)
        .select_from(Wave)
        .join(Department, col(Department.id) == Wave.place_id)
        .join(WaveNode, (col(WaveNode.wave_id) == Wave.id) & (col(WaveNode.node_id) == Wave.place_id))
        .where(col(Wave.state).in_(_TOLD), within(paths), col(Wave.hmu_single) | (departments > 1))
        .order_by(col(Wave.opens_on).desc(), col(Wave.id))
    )
    return [
        {
            "wave_id": row.id, "place": row.name, "closes_on": row.closes_on, "closed_on": row.closed_on,
            "visible_from": max(row.hmu_on, row.closed_on or row.hmu_on),
        }
        for row in rows
    ]  # fmt: skip


def committee(work: Transaction, me: Actor, wave_id: UUID) -> dict[str, Any]:
    """The wave as HMU sees it: the nodes above departments and the range without names."""
    wave = work.one(
        columns(Wave.id, Wave.place_id, Wave.state, Wave.closes_on, Wave.closed_on, Wave.counted_at,
                Wave.dialogue_on, Wave.hmu_on, Wave.hmu_single).where(Wave.id == wave_id)
    )  # fmt: skip
    ((place_id, row),) = places(work, [wave.place_id])
    held = allowed(me, place_of(place_id, row))
    if May.READ_OVERVIEW not in held or wave.state not in _TOLD:
        raise Refused(Code.NOT_FOUND)
    closed = wave.closed_on if wave.counted_at else None
    first = rules.committee_from(held, Dates(closed, wave.dialogue_on, wave.hmu_on))
    nodes = work.rows(
        columns(*(getattr(WaveNode, name) for name in _NODE), Cell.mean_tenths)
        .outerjoin(
            Cell,
            (col(Cell.wave_id) == WaveNode.wave_id)
            & (col(Cell.node_id) == WaveNode.node_id)
            & (col(Cell.item) == SCALE),
        )
        .where(WaveNode.wave_id == wave_id)
        .order_by(col(WaveNode.position))
    )
    departments = [one for one in nodes if one.phase]
    told: dict[str, Any] = {
        "wave_id": wave_id, "place": next(one.name for one in nodes if one.node_id == wave.place_id),
        "closes_on": wave.closes_on, "closed_on": wave.closed_on, "visible_from": first or wave.hmu_on,
        "nodes": [],
        "departments": len(departments), "span": None,
    }  # fmt: skip
    if first is None or first > clock.today():
        return told
    single = departments if wave.hmu_single else []
    told["nodes"] = [
        _committee_node(one, nodes) for one in nodes if one.unit_id is None or one in single
    ]
    told["span"] = _span(departments)
    return told


def _committee_node(one: Any, nodes: Sequence[Any]) -> dict[str, Any]:
    exact = one.shown == Shown.DETAIL
    return {
        "id": one.node_id, "name": one.name, "kind": one.kind, "shown": one.shown,
        "mean_tenths": one.mean_tenths, "answered": one.ballots,
        "heads": sum(other.heads for other in nodes if other.position.startswith(one.position))
        if exact
        else None,
    }  # fmt: skip


def _span(departments: Sequence[Any]) -> dict[str, Any] | None:
    means = [one.mean_tenths for one in departments if one.mean_tenths is not None]
    if len(means) < rules.RANGE_OF:
        return None
    return {"departments": len(means), "low_tenths": min(means), "high_tenths": max(means)}
