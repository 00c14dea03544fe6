"""Sessions of step 1: planned, held, cancelled; for one department or for several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import Row, update
from sqlmodel import col, select

from trinvis.access import Actor, May, Place, allowed, require
from trinvis.accounts.queries import belongs_here
from trinvis.content.rules import Pack
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import PLACE, place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.followups.tables import Audience
from trinvis.journeys import moves, reading, rounds
from trinvis.journeys.rules import SessionState
from trinvis.journeys.shapes import HoldIn, NoteOut, ReasonIn, SessionFields, SessionIn, SessionOut
from trinvis.journeys.tables import SessionPlace, StepSession

router = APIRouter(prefix="/api/journeys/sessions", tags=["journeys"])

_SAID = ("day", "forum", "title", "covers", "participants", "led_by")


def _pack(request: Request) -> Pack:
    found: Pack = request.app.state.pack
    return found


Content = Annotated[Pack, Depends(_pack)]


def _places(work: Transaction, me: Actor, department_ids: Sequence[UUID]) -> list[Place]:
    """The departments, if the actor knows each of them and may hold sessions in all."""
    wanted = set(department_ids)
    rows = work.rows(
        select(Department.id, *(getattr(Department, name) for name in PLACE))
        .where(col(Department.id).in_(wanted))
    )
    places = [place_of(row.id, row) for row in rows]
    if len(places) < len(wanted):
        raise Refused(Code.NOT_FOUND)
    for may in (May.KNOW, May.HOLD_SESSIONS):
        for place in places:
            require(me, may, place, known_by=May.KNOW)
    return places


def _check(work: Transaction, me: Actor, places: Sequence[Place], pack: Pack, values: dict[str, Any]) -> None:
    """Refuse words the content pack does not have, a leader from elsewhere, a note one could not read."""
    if values["forum"] not in pack.forum_keys():
        raise invalid("forum", "unknown")
    if not set(values["covers"]) <= set(pack.cover_keys()):
        raise invalid("covers", "unknown")
    leader = values["led_by"]
    if leader is not None and not any(belongs_here(work, leader, place.path) for place in places):
        raise invalid("led_by", "not_here")
    if values["audience"] == Audience.CANDID and not _reads_candid(me, places):
        raise invalid("audience", "not_yours")


def _reads_candid(me: Actor, places: Sequence[Place]) -> bool:
    return all(May.READ_CANDID in allowed(me, place) for place in places)


@router.post("", status_code=201, response_model=SessionOut)
def add_session(me: Me, work: Tx, pack: Content, once: Creation, body: SessionIn) -> Response:
    """Plan a session or record one that was held; opens the first round of whoever has none."""
    places = _places(work, me, body.department_ids)
    if once.reply:
        return once.reply
    departments = rounds.lock_walking(work, body.department_ids, "department_ids")
    state = SessionState(body.state)
    values = body.model_dump(exclude={"department_ids", "state"})
    moves.check_day(state, body.day, clock.today())
    _check(work, me, places, pack, values)
    values |= {"covers": _once_each(body.covers), "title": body.title or None, "note": body.note or None}
    row = work.add(StepSession(**values, state=state, created_by=me.person_id, created_at=clock.now()))
    for department in departments:
        journey_id = rounds.current_round(work, department, body.day, me.person_id)
        work.add(SessionPlace(session_id=row.id, journey_id=journey_id, department_id=department.id))
        work.record(f"session.{state}", "session", row.id, department.id, journey_id=journey_id, day=body.day)
    return once.keep(created(reading.session(work, me, row.id), version=row.version))


def _once_each(keys: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(keys))


@router.get("/{session_id}", response_model=SessionOut)
def get_session(session_id: UUID, me: Me, work: Tx) -> Response:
    """A session."""
    return _shown(work, me, session_id)


def _shown(work: Transaction, me: Actor, session_id: UUID) -> Response:
    found = reading.session(work, me, session_id)
    version = found["version"]
    assert isinstance(version, int)
    return reply(found, version=version)


class _Locked:
    """A locked session with its places."""

    def __init__(self, row: StepSession, rows: Sequence[Row[Any]]) -> None:
        self.row = row
        self.rows = rows
        self.places = [reading.node_place(each) for each in rows]

    def record(self, work: Transaction, what: str, **facts: Any) -> None:
        """Note the change in the history of each department."""
        self.row.version += 1
        work.session.flush()
        for each in self.rows:
            work.record(what, "session", self.row.id, each.node_id, journey_id=each.place_journey_id, **facts)


def _locked(session_id: UUID, me: Me, work: Tx) -> _Locked:
    """The session, locked, if the actor may hold sessions in all its departments."""
    found = _Locked(work.locked(StepSession, session_id), reading.session_rows(work, session_id))
    if not reading.reads(me, found.rows):
        raise Refused(Code.NOT_FOUND)
    if May.HOLD_SESSIONS not in reading.permissions(me, found.rows):
        raise Refused(Code.NOT_ALLOWED)
    return found


Target = Annotated[_Locked, Depends(_locked)]


def _expect(target: _Locked, if_match: int | None, states: Sequence[SessionState]) -> None:
    expect(target.row.version, if_match)
    if all(each.place_ended_on for each in target.rows):
        raise Refused(Code.WRONG_STATE, state="ended")
    if target.row.state not in states:
        raise Refused(Code.WRONG_STATE, state=target.row.state)


def _write(
    work: Transaction, me: Actor, target: _Locked, pack: Pack, values: dict[str, Any], *, note_given: bool
) -> dict[str, Any]:
    """Put the values into the session; what the history needs to know of it."""
    row = target.row
    sealed = row.audience == Audience.CANDID and row.note is not None
    if not note_given:
        values["note"] = row.note
        # Sharing a note is an act of its own: whoever has not sent it again has not meant it.
        values["audience"] = row.audience if row.note is not None else values["audience"]
    elif sealed and not reading.opens(me, target.rows):
        raise invalid("note", "not_yours")
    if values["audience"] != row.audience or note_given:
        _check(work, me, target.places, pack, values)
    else:
        _check(work, me, target.places, pack, values | {"audience": Audience.SHARED})
    values |= {"covers": _once_each(values["covers"])}
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    former = {
        name: (row.audience if name == "note" else "shared", str(getattr(row, name)))
        for name in ("title", "note") if name in changed and getattr(row, name)
    }
    moved = {"from": {"day": row.day}, "to": {"day": values["day"]}} if "day" in changed else {}
    for name, value in values.items():
        setattr(row, name, value)
    if "note" in changed:
        # What is written now is written by those who hold the session now, and for them.
        own = col(SessionPlace.session_id) == row.id
        work.session.execute(update(SessionPlace).where(own).values(written_at=None))
    return {"changed": changed, "former": former or None, **moved}


@router.put("/{session_id}", response_model=SessionOut)
def edit_session(
    target: Target, me: Me, work: Tx, pack: Content, if_match: IfMatch, body: SessionFields
) -> Response:
    """Correct a session. The note stays as it is where the form does not send one."""
    row = target.row
    moves.check_day(SessionState(row.state), body.day, clock.today(), former=row.day)
    _expect(target, if_match, (SessionState.PLANNED, SessionState.HELD))
    values = body.model_dump() | {"title": body.title or None, "note": body.note or None}
    facts = _write(work, me, target, pack, values, note_given="note" in body.model_fields_set)
    target.record(work, "session.changed", **facts)
    _lead_back(work, target)
    return _shown(work, me, row.id)


@router.post("/{session_id}/hold", response_model=SessionOut)
def hold_session(
    target: Target, me: Me, work: Tx, pack: Content, if_match: IfMatch, body: HoldIn
) -> Response:
    """The planned session was held: when, and what it covered."""
    row = target.row
    day = body.day or min(row.day, clock.today())
    moves.check_day(SessionState.HELD, day, clock.today())
    _expect(target, if_match, (SessionState.PLANNED,))
    given = {
        name: value for name, value in body.model_dump(exclude_unset=True).items()
        if value is not None and value != ""
    }
    kept = {name: getattr(row, name) for name in (*_SAID, "audience", "note")}
    values = kept | given | {"day": day}
    facts = _write(work, me, target, pack, values, note_given="note" in given)
    row.state = SessionState.HELD
    target.record(work, "session.held", day=day, **facts)
    _lead_back(work, target)
    return _shown(work, me, row.id)


def _lead_back(work: Transaction, target: _Locked) -> None:
    """A session held before the round's first day was its beginning."""
    if target.row.state == SessionState.HELD:
        for each in target.rows:
            rounds.begin_no_later(work, each.place_journey_id, target.row.day)


@router.post("/{session_id}/cancel", response_model=SessionOut)
def cancel_session(target: Target, me: Me, work: Tx, if_match: IfMatch, body: ReasonIn) -> Response:
    """The session is not to be held, or was entered by mistake; the reason stays with it."""
    _expect(target, if_match, (SessionState.PLANNED, SessionState.HELD))
    if not body.reason:
        raise Refused(Code.REASON_NEEDED)
    former = target.row.state
    target.row.state, target.row.reason = SessionState.CANCELLED, body.reason
    target.record(work, "session.cancelled", was=former)
    return _shown(work, me, target.row.id)


@router.post("/{session_id}/open-note", response_model=NoteOut)
def open_note(session_id: UUID, me: Me, work: Tx) -> Response:
    """Open a note *Kun for os*. Who opened it is kept in the history."""
    row = work.locked(StepSession, session_id)
    rows = reading.session_rows(work, session_id)
    if not reading.reads(me, rows):
        raise Refused(Code.NOT_FOUND)
    if row.audience == Audience.CANDID:
        if not reading.opens(me, rows):
            raise Refused(Code.NOT_ALLOWED)
        for each in rows:
            if May.READ_CANDID in allowed(me, reading.written_place(each)):
                work.record("session.note_opened", "session", row.id, each.written_id)
    return reply({"note": row.note})
