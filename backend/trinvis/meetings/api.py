"""Meetings of HMU and of LMUs: planned, their items, what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import true
from sqlmodel import col, select

from trinvis.access import Actor, May, require
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, reply
from trinvis.departments.queries import node, place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.meetings import reading, rules
from trinvis.meetings.rules import READS, Committee, MeetingState, Move
from trinvis.meetings.shapes import (
    MOST_ITEMS,
    DecisionsIn,
    ItemIn,
    MeetingFields,
    MeetingIn,
    MeetingOut,
    MeetingPage,
    OrderIn,
)
from trinvis.meetings.tables import Meeting, MeetingItem

router = APIRouter(prefix="/api/meetings", tags=["meetings"])


@dataclass(frozen=True, slots=True)
class Kept:
    """The locked meeting of somebody who keeps it."""

    work: Transaction
    me: Actor
    row: Meeting
    if_match: int | None

    def ready(self, move: Move) -> None:
        """Refuse unless the version seen is this one and the meeting's state allows the move."""
        expect(self.row.version, self.if_match)
        self.check(move)

    def check(self, move: Move) -> None:
        """Refuse what the meeting's state does not allow today."""
        rules.check_move(move, MeetingState(self.row.state), self.row.on, clock.today())

    def items(self) -> Sequence[MeetingItem]:
        """The meeting's items in their order."""
        return self.work.session.exec(
            select(MeetingItem)
            .where(MeetingItem.meeting_id == self.row.id)
            .order_by(col(MeetingItem.position))
        ).all()

    def item(self, item_id: UUID) -> MeetingItem:
        """One of the meeting's items, locked, if this version of it was seen. Raises NOT_FOUND."""
        found = self.work.locked(MeetingItem, item_id)
        if found.meeting_id != self.row.id:
            raise Refused(Code.NOT_FOUND)
        expect(found.version, self.if_match)
        return found

    def record(self, what: str, *, former: dict[str, tuple[str, str]] | None = None, **facts: object) -> None:
        """Note what happened, at the committee's node."""
        self.work.record(
            f"meeting.{what}", "meeting", self.row.id, self.row.department_id, former=former, **facts
        )

    def record_item(
        self, what: str, item_id: UUID, *, former: dict[str, tuple[str, str]] | None = None, **facts: object
    ) -> None:
        """Note what happened to an item."""
        self.work.record(
            f"meeting_item.{what}", "meeting_item", item_id, self.row.department_id,
            former=former, meeting_id=self.row.id, **facts,
        )

    def told(self, status: int = 200) -> Response:
        """How the meeting stands now."""
        self.work.session.flush()
        found = reading.meeting(self.work, self.me, self.row.id)
        return reply(found, status=status, version=found["version"])


def _kept(*, seen: bool = True) -> Any:
    """A dependency: the meeting locked; answers 404, 403 and (`seen`) 428 before the body is looked at."""

    def dependency(meeting_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Kept:
        row = work.locked(Meeting, meeting_id)
        here = node(work, row.department_id)
        require(me, May.KEEP_MEETINGS, here.place, known_by=READS[Committee(row.committee)])
        if seen and if_match is None:
            raise Refused(Code.IF_MATCH_MISSING)
        return Kept(work, me, row, if_match)

    return Depends(dependency)


Seen = Annotated[Kept, _kept()]
Target = Annotated[Kept, _kept(seen=False)]


# ---- reading

@router.get("", response_model=MeetingPage)
def list_meetings(
    me: Me,
    work: Tx,
    department: Annotated[UUID | None, Query(description="Of the committee at this node.")] = None,
    committee: Annotated[Committee | None, Query(description="Of the hospital's HMU, or of LMUs.")] = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Meetings that one may read, the latest day first."""
    place: dict[str, Any] | None = None
    narrowed: Any = true()
    if department is not None:
        here = node(work, department)
        which = reading.committee(me, here)
        place = reading.place(me, here.id, here.name, here.place, which)
        narrowed = (col(Meeting.department_id) == department) & (col(Meeting.committee) == which)
    elif committee is not None:
        narrowed = col(Meeting.committee) == committee
        top = reading.hospital(work, me) if committee == Committee.HMU else None
        place = reading.place(me, top.id, top.name, place_of(top.id, top), committee) if top else None
    return reply({**reading.page(work, me, narrowed, cursor, limit), "place": place})


@router.get("/{meeting_id}", response_model=MeetingOut)
def get_meeting(meeting_id: UUID, me: Me, work: Tx) -> Response:
    """A meeting with its items and the last decisions."""
    found = reading.meeting(work, me, meeting_id)
    return reply(found, version=found["version"])


# ---- the meeting itself

@router.post("", status_code=201, response_model=MeetingOut)
def plan_meeting(me: Me, work: Tx, once: Creation, body: MeetingIn) -> Response:
    """Plan a meeting of the committee whose secretary one is."""
    here = node(work, body.department_id)
    which = rules.committee_at(here.place)
    require(me, May.KEEP_MEETINGS, here.place, known_by=May.KNOW)
    if once.reply:
        return once.reply
    if which is None:
        raise invalid("department_id", "no_committee")
    rules.check_days(MeetingState.PLANNED, body.on, body.papers_as_of, clock.today())
    work.locked(Department, here.id)
    row = work.add(
        Meeting(
            committee=which, department_id=here.id, on=body.on, papers_as_of=body.papers_as_of,
            note=body.note or None, created_by=me.person_id, created_at=clock.now(),
        )
    )
    kept = Kept(work, me, row, None)
    kept.record("planned", day=row.on)
    return once.keep(kept.told(201))


@router.put("/{meeting_id}", response_model=MeetingOut)
def edit_meeting(kept: Seen, body: MeetingFields) -> Response:
    """Change when the committee meets, or which day its papers speak of."""
    row = kept.row
    rules.check_days(MeetingState(row.state), body.on, body.papers_as_of, clock.today())
    kept.ready(Move.EDIT)
    values = {"on": body.on, "papers_as_of": body.papers_as_of, "note": body.note or None}
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    former = {"note": ("shared", row.note)} if "note" in changed and row.note else None
    moved = {"from": {"day": row.on}, "to": {"day": body.on}} if "on" in changed else {}
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    kept.record("changed", former=former, changed=changed, **moved)
    return kept.told()


@router.post("/{meeting_id}/cancel", response_model=MeetingOut)
def cancel_meeting(kept: Seen) -> Response:
    """The meeting is not to be held; its items stay with it."""
    kept.ready(Move.CANCEL)
    return _brought_to(kept, MeetingState.CANCELLED, "cancelled")


@router.post("/{meeting_id}/reopen", response_model=MeetingOut)
def reopen_meeting(kept: Seen) -> Response:
    """The meeting is to be held after all."""
    kept.ready(Move.REOPEN)
    return _brought_to(kept, MeetingState.PLANNED, "reopened")


def _brought_to(kept: Kept, state: MeetingState, what: str) -> Response:
    kept.row.state = state
    kept.row.version += 1
    kept.record(what)
    return kept.told()


@router.put("/{meeting_id}/decisions", response_model=MeetingOut)
def decide(kept: Seen, body: DecisionsIn) -> Response:
    """Write what was decided; the meeting is held by that. Items that are not named keep what stands."""
    lines = {line.id: line for line in kept.items()}
    if any(each.item_id not in lines for each in body.decisions):
        raise invalid("decisions", "unknown")
    kept.ready(Move.DECIDE)
    for each in body.decisions:
        line, said = lines[each.item_id], each.decision or None
        if line.decision == said:
            continue
        former = {"decision": ("shared", line.decision)} if line.decision else None
        line.decision, line.decided_on = said, kept.row.on if said else None
        line.version += 1
        kept.record_item("decided", line.id, former=former)
    if kept.row.state != MeetingState.HELD:
        kept.row.state = MeetingState.HELD
        kept.record("held", day=kept.row.on)
    kept.row.version += 1
    return kept.told()


# ---- items

@router.post("/{meeting_id}/items", status_code=201, response_model=MeetingOut)
def add_item(kept: Target, once: Creation, body: ItemIn) -> Response:
    """Put an item last on the agenda; the meeting as it stands then."""
    if once.reply:
        return once.reply
    kept.check(Move.EDIT)
    lines = kept.items()
    if len(lines) >= MOST_ITEMS:
        raise invalid("title", "too_many", most=MOST_ITEMS)
    position = max((line.position for line in lines), default=0) + 1
    line = kept.work.add(MeetingItem(meeting_id=kept.row.id, position=position, **_written(body)))
    kept.record_item("added", line.id)
    return once.keep(kept.told(201))


def _written(body: ItemIn) -> dict[str, Any]:
    return {name: value or None for name, value in body.model_dump().items()}


@router.put("/{meeting_id}/items/order", response_model=MeetingOut)
def order_items(kept: Seen, body: OrderIn) -> Response:
    """Put the items in another order."""
    lines = {line.id: line for line in kept.items()}
    if not rules.in_order(map(str, body.items), map(str, lines)):
        raise invalid("items", "not_all")
    kept.ready(Move.EDIT)
    # Two items never have the same place, not even in between.
    for shift in (len(lines) + max((line.position for line in lines.values()), default=0), 0):
        for position, item_id in enumerate(body.items, 1):
            lines[item_id].position = shift + position
        kept.work.session.flush()
    kept.row.version += 1
    kept.record("ordered")
    return kept.told()


@router.put("/{meeting_id}/items/{item_id}", response_model=MeetingOut)
def edit_item(kept: Seen, item_id: UUID, body: ItemIn) -> Response:
    """Change an item; `If-Match` is the item's own version."""
    line = kept.item(item_id)
    kept.check(Move.EDIT)
    values = _written(body)
    changed = [name for name, value in values.items() if getattr(line, name) != value]
    former: dict[str, tuple[str, str]] = {
        name: ("shared", str(getattr(line, name)))
        for name in ("title", "recommendation", "account") if name in changed and getattr(line, name)
    }
    for name, value in values.items():
        setattr(line, name, value)
    line.version += 1
    kept.record_item("changed", line.id, former=former or None, changed=changed)
    return kept.told()


@router.delete("/{meeting_id}/items/{item_id}", response_model=MeetingOut)
def remove_item(kept: Seen, item_id: UUID) -> Response:
    """Take an item off the agenda, undecided as it is; `If-Match` is the item's own version."""
    line = kept.item(item_id)
    kept.check(Move.EDIT)
    if line.decision:
        raise Refused(Code.WRONG_STATE, state="decided", move="remove")
    former: dict[str, tuple[str, str]] = {
        name: ("shared", said)
        for name in ("title", "recommendation", "account") if (said := getattr(line, name))
    }
    kept.work.session.delete(line)
    kept.record_item("removed", line.id, former=former)
    return kept.told()
