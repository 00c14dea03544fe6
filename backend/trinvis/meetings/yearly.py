"""The contribution to the yearly discussion of the work environment (*årlig arbejdsmiljødrøftelse*)."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlmodel import col

from trinvis.access import Actor, May, allowed, require
from trinvis.core import clock
from trinvis.core.db import Transaction, columns, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import Node, node
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.meetings import reading, rules
from trinvis.meetings.queries import YEARLY, yearly
from trinvis.meetings.rules import READS, Committee
from trinvis.meetings.shapes import YearlyFields, YearlyIn, YearlyList, YearlyOut
from trinvis.meetings.tables import YearlyDiscussion

router = APIRouter(prefix="/api/yearly-discussions", tags=["meetings"])


def _out(me: Actor, here: Node, which: str, row: Any) -> dict[str, Any]:
    keeps = May.KEEP_MEETINGS in allowed(me, here.place)
    return {
        **{name: getattr(row, name) for name in ("id", "year", *YEARLY, "version")},
        "committee": which, "department": {"id": here.id, "name": here.name},
        "can": ["edit"] if keeps else [],
    }


@router.get("", response_model=YearlyList)
def list_discussions(
    me: Me, work: Tx, department: Annotated[UUID, Query(description="Of the committee at this node.")]
) -> Response:
    """A committee's yearly discussions, the latest first."""
    here = node(work, department)
    which = reading.committee(me, here)
    rows = work.rows(
        columns(
            YearlyDiscussion.id, YearlyDiscussion.year, YearlyDiscussion.version,
            *(getattr(YearlyDiscussion, name) for name in YEARLY),
        )
        .where(YearlyDiscussion.department_id == department, YearlyDiscussion.committee == which)
        .order_by(col(YearlyDiscussion.year).desc())
    )
    return reply({
        "items": [_out(me, here, which, row) for row in rows],
        "place": reading.place(me, here.id, here.name, here.place, which),
    })


@router.post("", status_code=201, response_model=YearlyOut)
def begin_discussion(me: Me, work: Tx, once: Creation, body: YearlyIn) -> Response:
    """Begin a year's discussion; what last year set as goals for this one are its goals."""
    here = node(work, body.department_id)
    which = rules.committee_at(here.place)
    require(me, May.KEEP_MEETINGS, here.place, known_by=May.KNOW)
    if once.reply:
        return once.reply
    if which is None:
        raise invalid("department_id", "no_committee")
    work.locked(Department, here.id)
    if yearly(work, here.id, which, body.year):
        raise Refused(Code.ALREADY_OPEN, year=body.year)
    values = _written(body)
    before = yearly(work, here.id, which, body.year - 1)
    values["goals"] = values["goals"] or (before.next_goals if before else None)
    row = work.add(
        YearlyDiscussion(
            committee=which, department_id=here.id, year=body.year, **values,
            created_by=me.person_id, created_at=clock.now(),
        )
    )
    work.record("yearly_discussion.begun", "yearly_discussion", row.id, here.id, year=row.year)
    return once.keep(created(_out(me, here, which, row), version=row.version))


def _written(body: YearlyFields) -> dict[str, Any]:
    return {name: getattr(body, name) or None for name in YEARLY}


class _Locked:
    """A locked discussion of somebody who keeps the committee's meetings."""

    def __init__(self, row: YearlyDiscussion, here: Node) -> None:
        self.row, self.here = row, here


def _locked(discussion_id: UUID, me: Me, work: Tx) -> _Locked:
    row = work.locked(YearlyDiscussion, discussion_id)
    here = node(work, row.department_id)
    require(me, May.KEEP_MEETINGS, here.place, known_by=READS[Committee(row.committee)])
    return _Locked(row, here)


@router.put("/{discussion_id}", response_model=YearlyOut)
def write_discussion(
    target: Annotated[_Locked, Depends(_locked)], me: Me, work: Tx, if_match: IfMatch, body: YearlyFields
) -> Response:
    """Write the four parts: the whole form."""
    row = target.row
    expect(row.version, if_match)
    _write(work, row, _written(body))
    return reply(_out(me, target.here, row.committee, row), version=row.version)


def _write(work: Transaction, row: YearlyDiscussion, values: dict[str, str | None]) -> None:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    former = {name: ("shared", said) for name in changed if (said := getattr(row, name))}
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    work.session.flush()
    work.record(
        "yearly_discussion.changed", "yearly_discussion", row.id, row.department_id, former=former or None,
        year=row.year, changed=changed,
    )
