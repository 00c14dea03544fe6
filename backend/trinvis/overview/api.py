"""HMU's overview: a row per walking department in the organisation's own order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlmodel import col

from trinvis.access import May, reach, require
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef, KnownNode, node
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.meetings.queries import last_hmu, last_lmu
from trinvis.meetings.rules import READS, Committee
from trinvis.overview import boardlink, history, mine, welcome
from trinvis.overview.queries import or_nothing, snapshots
from trinvis.overview.rows import centres_of, matrix_of, row_of
from trinvis.overview.rules import current_step, quarter_back

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
    """The matrix, the day it is seen from, the day since which changes count.

    `last_meeting`: the day of HMU's last meeting: its papers are where `since` begins by itself.
    """

    since: date
    last_meeting: date | None
    as_of: date
    items: list[OverviewRow]
    totals: Totals
    help_by_centre: list[CentreCount]


class OneRow(Out):
    """One department's row; `since` and `last_meeting` as in the overview, or as its LMU asks for them."""

    since: date
    last_meeting: date | None
    as_of: date
    row: OverviewRow


@dataclass(frozen=True, slots=True)
class Window:
    """From which day changes count, and the day it is seen from; `past`: that day, if it is before today."""

    since: date
    as_of: date
    past: date | None
    last_meeting: date | None

    @property
    def told(self) -> dict[str, date | None]:
        """As replies begin."""
        return {"since": self.since, "last_meeting": self.last_meeting, "as_of": self.as_of}


def _window(
    work: Transaction, paths: Sequence[str], since: date | None, as_of: date | None, lmu: UUID | None = None
) -> Window:
    """What was asked for; else since the committee's last papers, or three months back where it has not met.

    `lmu`: the department whose LMU looks; None: HMU does.
    """
    today = clock.today()
    if as_of and as_of > today:
        raise invalid("as_of", "in_future")
    seen = as_of or today
    if since and since > seen:
        raise invalid("since", "after_as_of")
    last = last_lmu(work, lmu, seen) if lmu else last_hmu(work, paths, seen)
    start = since or (last.seen if last else quarter_back(seen))
    return Window(start, seen, seen if seen < today else None, last.on if last else None)


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
    paths = reach(me, May.READ_OVERVIEW)
    if not paths:
        raise Refused(Code.NOT_FOUND)
    window = _window(work, paths, since, as_of)
    rows, help_by_centre = matrix_of(work, me, window.since, window.past)
    return reply(
        {
            **window.told,
            "items": [row for row in rows if _passes(row, step, wanted, changed, centre)],
            "totals": {
                "departments": len(rows),
                "changed": sum(row["changed"] for row in rows),
                "help_wanted": sum(row["help_wanted"] is not None for row in rows),
            },
            "help_by_centre": help_by_centre,
        }
    )


def _passes(row: dict[str, Any], step: int | None, wanted: bool, changed: bool, centre: UUID | None) -> bool:
    states = [(cell["state"], cell["since"]) for cell in row["steps"]]
    begun = any(state != "not_started" for state, _ in states)
    return (
        (step is None or (current_step(states) == step and begun if step else not begun))
        and (not wanted or row["help_wanted"] is not None)
        and (not changed or row["changed"])
        and (centre is None or (row["centre"] or {}).get("id") == centre)
    )


@matrix.get("/departments/{department_id}", response_model=OneRow)
def department_row(
    here: KnownNode,
    me: Me,
    work: Tx,
    since: Day = None,
    committee: Annotated[Committee, Query(description="whose meeting `since` begins at")] = Committee.HMU,
) -> Response:
    """*Det kan HMU se*: the department's whole row, the same one the committee reads.

    Since its LMU last met, it is read by whoever reads that LMU's meetings: 404 to others.
    """
    ids = [here.walking_id] if here.walking_id else []
    lmu = here.walking_id if committee == Committee.LMU else None
    if lmu:
        above = node(work, lmu)
        require(me, READS[committee], above.place, known_by=READS[committee])
    window = _window(work, [here.path], since, None, lmu)
    nodes = work.rows(
        columns(Department.id, Department.name, Department.pilot, Department.kind, Department.path).where(
            col(Department.id).in_([*ids, *(UUID(part) for part in here.path.strip("/").split("/"))])
        )
    )
    if not ids:
        raise Refused(Code.NOT_FOUND)
    now, before = snapshots(work, ids), snapshots(work, ids, window.since)
    own = next(each for each in nodes if each.id == ids[0])
    centre = centres_of(list(nodes))[own.id]
    row = row_of(own, centre, or_nothing(now, own.id), or_nothing(before, own.id))
    return reply({**window.told, "row": row})


for part in (matrix, mine.router, welcome.router, history.router, boardlink.router):
    router.include_router(part)
