"""The overview's rows as the committee sees them: its page and its papers are made of these."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import subtree
from trinvis.departments.tables import Department, Walks
from trinvis.journeys.tables import SupportRequest
from trinvis.overview.queries import continued, or_nothing, snapshots
from trinvis.overview.rules import COUNTED, Snapshot, changes
from trinvis.overview.settle import OPEN_WISHES


def matrix_of(
    work: Transaction, me: Actor, since: date, past: date | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows the actor reads, in the organisation's order, and how many in each centre ask for help.

    `past`: as it was at the end of that day; None: as it is.
    """
    nodes = _walking_nodes(work, me)
    mine = [node.id for node in nodes if node.mine]
    now, before = snapshots(work, mine, past), snapshots(work, mine, since)
    shown = _shown(nodes, now, past)
    ids = [node.id for node in shown]
    before = continued(work, ids, before)
    centres = centres_of(nodes)
    rows = [
        row_of(node, centres[node.id], or_nothing(now, node.id), or_nothing(before, node.id))
        for node in shown
    ]
    return rows, _help_by_centre(work, ids, centres)


def row_of(here: Any, centre: dict[str, Any] | None, now: Snapshot, before: Snapshot) -> dict[str, Any]:
    """A department's row as the reply carries it."""
    changed = changes(before, now)
    return {
        "department": {"id": here.id, "name": here.name, "pilot": here.pilot},
        "centre": centre,
        "round": now.round,
        "planned_start": now.planned_start,
        "steps": [{"number": n, "state": s, "since": d} for n, (s, d) in enumerate(now.steps, 1)],
        "trials": {key: now.trials.get(key, 0) for key in COUNTED},
        "agreements_open": now.agreements_open,
        "experiences_shared": now.experiences_shared,
        "last_follow_up": now.last_follow_up,
        "next_date": now.next_date,
        "help_wanted": now.help_wanted,
        "help_wanted_on": now.help_wanted_on,
        "changes": changed,
        "changed": bool(changed),
    }


def _walking_nodes(work: Transaction, me: Actor) -> list[Any]:
    """Every node that stands in the rows or above them, in the organisation's order."""
    places = [subtree(path) for path in reach(me, May.READ_OVERVIEW)]
    return list(
        work.rows(
            columns(
                Department.id,
                Department.name,
                Department.pilot,
                Department.walks,
                Department.path,
                Department.kind,
                or_(False, *places).label("mine"),
                Department.closed_on,
            ).order_by(col(Department.position))
        )
    )


def centres_of(nodes: list[Any]) -> dict[UUID, dict[str, Any] | None]:
    """The nearest centre above each node; none for what hangs on the root itself."""
    by_id = {node.id: node for node in nodes}
    found: dict[UUID, dict[str, Any] | None] = {}
    for node in nodes:
        above = [by_id[UUID(part)] for part in node.path.strip("/").split("/")[1:-1] if UUID(part) in by_id]
        centre = next((one for one in reversed(above) if one.kind == "centre"), None)
        found[node.id] = {"id": centre.id, "name": centre.name} if centre else None
    return found


def _shown(nodes: list[Any], now: Mapping[UUID, Snapshot], past: date | None) -> list[Any]:
    """Whoever walks; of a day that is past whoever did, though closed since, if rows were kept by then."""
    if past and now:
        return [node for node in nodes if node.mine and node.id in now]
    return [node for node in nodes if node.mine and node.walks == Walks.WALKS and node.closed_on is None]


def _help_by_centre(
    work: Transaction, ids: list[UUID], centres: dict[UUID, dict[str, Any] | None]
) -> list[dict[str, Any]]:
    asking = work.rows(
        columns(SupportRequest.department_id)
        .where(col(SupportRequest.department_id).in_(ids), col(SupportRequest.state).in_(OPEN_WISHES))
        .distinct()
    )
    counts: dict[UUID, dict[str, Any]] = {}
    for row in asking:
        centre = centres.get(row.department_id)
        if centre:
            counts.setdefault(centre["id"], {"centre": centre, "count": 0})["count"] += 1
    return list(counts.values())
