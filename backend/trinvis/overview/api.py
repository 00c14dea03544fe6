"""HMU's overview: a row per walking department in the organisation's own order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy import or_
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef, KnownNode, subtree
from trinvis.departments.tables import Department, Walks
from trinvis.errors import Code, Refused, invalid
from trinvis.journeys.tables import SupportRequest
from trinvis.overview import boardlink, history, mine, welcome
from trinvis.overview.queries import continued, or_nothing, snapshots
from trinvis.overview.rules import COUNTED, Snapshot, changes, current_step, quarter_back
from trinvis.overview.settle import OPEN_WISHES

router = APIRouter()
matrix = APIRouter(prefix="/api/overview", tags=["overview"])

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
Day = Annotated[date | None, Query(ge=EARLIEST, le=LATEST)]


class RowDepartment(Out):
    """The department of a row."""

    id: UUID
    name: str
    pilot: bool


class StepCell(Out):
    """A step's state and the day since which it holds."""

    number: int
    state: Literal["not_started", "in_progress", "done"]
    since: date | None


class OverviewRow(Out):
    """What the committee may see of a department: all of it, and no note."""

    department: RowDepartment
    centre: DepartmentRef | None
    round: int
    planned_start: str | None
    steps: list[StepCell]
    trials: dict[str, int]
    agreements_open: int
    experiences_shared: int
    last_follow_up: date | None
    next_date: date | None
    help_wanted: str | None
    help_wanted_on: date | None
    changes: list[dict[str, Any]]
    changed: bool


class Totals(Out):
    """Counts over all rows, before the filters."""

    departments: int
    changed: int
    help_wanted: int


class CentreCount(Out):
    """How many departments of a centre have asked for help, seen or not."""

    centre: DepartmentRef
    count: int


class Overview(Out):
    """The matrix, the day it is seen from, the day since which changes count."""

    since: date
    as_of: date
    items: list[OverviewRow]
    totals: Totals
    help_by_centre: list[CentreCount]


class OneRow(Out):
    """One department's row."""

    since: date
    as_of: date
    row: OverviewRow


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


def _window(since: date | None, as_of: date | None) -> tuple[date, date, date | None]:
    today = clock.today()
    if as_of and as_of > today:
        raise invalid("as_of", "in_future")
    seen = as_of or today
    start = since or quarter_back(seen)
    if start > seen:
        raise invalid("since", "after_as_of")
    return start, seen, seen if seen < today else None


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


def _centres(nodes: list[Any]) -> dict[UUID, dict[str, Any] | None]:
    """The nearest centre above each node; none for what hangs on the root itself."""
    by_id = {node.id: node for node in nodes}
    found: dict[UUID, dict[str, Any] | None] = {}
    for node in nodes:
        above = [by_id[UUID(part)] for part in node.path.strip("/").split("/")[1:-1] if UUID(part) in by_id]
        centre = next((one for one in reversed(above) if one.kind == "centre"), None)
        found[node.id] = {"id": centre.id, "name": centre.name} if centre else None
    return found


@matrix.get("", response_model=Overview)
def overview(
    me: Me,
    work: Tx,
    step: Annotated[
        int | None, Query(ge=0, le=3, description="0: not begun; 1-3: the step they are at")
    ] = None,
    wanted: Annotated[bool, Query(description="only who asked for help and may be seen")] = False,
    changed: Annotated[bool, Query(description="only what changed since")] = False,
    centre: UUID | None = None,
    since: Day = None,
    as_of: Day = None,
) -> Response:
    """The overview as HMU sees it, whatever else the viewer holds, so that it can be projected."""
    if not reach(me, May.READ_OVERVIEW):
        raise Refused(Code.NOT_FOUND)
    start, seen, past = _window(since, as_of)
    nodes = _walking_nodes(work, me)
    mine = [node.id for node in nodes if node.mine]
    now, before = snapshots(work, mine, past), snapshots(work, mine, start)
    shown = _shown(nodes, now, past)
    ids = [node.id for node in shown]
    before = continued(work, ids, before)
    centres = _centres(nodes)
    rows = [
        row_of(node, centres[node.id], or_nothing(now, node.id), or_nothing(before, node.id))
        for node in shown
    ]
    return reply(
        {
            "since": start,
            "as_of": seen,
            "items": [row for row in rows if _passes(row, step, wanted, changed, centre)],
            "totals": {
                "departments": len(rows),
                "changed": sum(row["changed"] for row in rows),
                "help_wanted": sum(row["help_wanted"] is not None for row in rows),
            },
            "help_by_centre": _help_by_centre(work, ids, centres),
        }
    )


def _shown(nodes: list[Any], now: Mapping[UUID, Snapshot], past: date | None) -> list[Any]:
    """Whoever walks; of a day that is past whoever did, though closed since, if rows were kept by then."""
    if past and now:
        return [node for node in nodes if node.mine and node.id in now]
    return [node for node in nodes if node.mine and node.walks == Walks.WALKS and node.closed_on is None]


def _passes(row: dict[str, Any], step: int | None, wanted: bool, changed: bool, centre: UUID | None) -> bool:
    states = [(cell["state"], cell["since"]) for cell in row["steps"]]
    begun = any(state != "not_started" for state, _ in states)
    return (
        (step is None or (current_step(states) == step and begun if step else not begun))
        and (not wanted or row["help_wanted"] is not None)
        and (not changed or row["changed"])
        and (centre is None or (row["centre"] or {}).get("id") == centre)
    )


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


@matrix.get("/departments/{department_id}", response_model=OneRow)
def department_row(here: KnownNode, me: Me, work: Tx, since: Day = None) -> Response:
    """*Det kan HMU se*: the department's whole row, the same one the committee reads."""
    start, seen, _ = _window(since, None)
    ids = [here.walking_id] if here.walking_id else []
    nodes = work.rows(
        columns(Department.id, Department.name, Department.pilot, Department.kind, Department.path).where(
            col(Department.id).in_([*ids, *(UUID(part) for part in here.path.strip("/").split("/"))])
        )
    )
    if not ids:
        raise Refused(Code.NOT_FOUND)
    now, before = snapshots(work, ids), snapshots(work, ids, start)
    node = next(node for node in nodes if node.id == ids[0])
    row = row_of(node, _centres(list(nodes))[node.id], or_nothing(now, node.id), or_nothing(before, node.id))
    return reply({"since": start, "as_of": seen, "row": row})


for part in (matrix, mine.router, welcome.router, history.router, boardlink.router):
    router.include_router(part)
