"""Logging what was seen, mending it, opening a note *Kun for os*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlalchemy import update
from sqlmodel import col, select

from trinvis.access import Actor, May, allowed, candid_since, own, require
from trinvis.accounts.queries import belongs_here
from trinvis.core import clock
from trinvis.core.audit import AuditEvent, AuditText
from trinvis.core.db import Transaction, columns, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import node
from trinvis.errors import Code, Refused, invalid
from trinvis.followups import reading, rules
from trinvis.followups.changing import (
    Target,
    about,
    appending,
    changed,
    journey_for,
    passed,
    place_for,
    written,
)
from trinvis.followups.queries import plan_follow_up
from trinvis.followups.rules import Assessed, Audience, FollowUpAct, FollowUpKind, FollowUpState, LogAct, Unit
from trinvis.followups.shapes import (
    CorrectionIn,
    FollowUpOut,
    LogFields,
    LoggedOut,
    LogIn,
    OpenedNoteOut,
    OtherLogIn,
)
from trinvis.followups.tables import FollowUp, FollowUpLog

router = APIRouter(prefix="/api/follow-ups", tags=["followups"])


# ---- logging


@router.post("/log", response_model=LoggedOut, status_code=201)
def log_other(body: OtherLogIn, me: Me, work: Tx, once: Creation) -> Response:
    """*Noget andet*: make a follow-up nobody had planned and log it."""
    here = place_for(work, me, body.department_id, May.RECORD)
    if once.reply:
        return once.reply
    about(work, here, body.trial_action_id, body.agreement_id)
    row = plan_follow_up(
        work,
        me,
        department_id=here.id,
        kind=body.kind,
        question=written("question", body.question),
        due=passed("held_on", body.held_on),
        trial_action_id=body.trial_action_id,
        agreement_id=body.agreement_id,
        journey_id=journey_for(work, here),
    )
    target = Target(work, me, row, here, allowed(me, here.place))
    return once.keep(_logged(target, body))


@router.post("/{follow_up_id}/log", response_model=LoggedOut, status_code=201)
def log(target: Annotated[Target, appending(FollowUpAct.LOG)], body: LogIn, once: Creation) -> Response:
    """Log what was seen. A second log stands beside the first, so no version is asked for."""
    if once.reply:
        return once.reply
    return once.keep(_logged(target, body))


def _logged(target: Target, body: LogIn) -> Response:
    made, following = keep_log(target, body)
    return _told(target, made, following, made.held_on)


def keep_log(target: Target, body: LogIn, *, via: str | None = None) -> tuple[FollowUpLog, UUID | None]:
    """Keep what was seen; the log and the follow-up it goes on with, if any.

    `via`: the kind of link it came by, without a sign-in. Raises `Refused(WRONG_STATE)` for one cancelled.
    """
    held_on = passed("held_on", body.held_on)
    if body.next_due is not None and body.next_due <= held_on:
        raise invalid("next_due", "in_past")
    target.allows(FollowUpAct.LOG)
    _may_write(target.held, body)
    first = target.row.state == FollowUpState.PLANNED
    made = target.work.add(
        FollowUpLog(
            follow_up_id=target.row.id,
            department_id=target.row.department_id,
            held_on=held_on,
            logged_by=target.me.person_id,
            from_board=via == "board",
            logged_at=clock.now(),
            **_seen(body.assessment, body.note, body.audience, body.tally),
        )
    )
    target.row.state = FollowUpState.HELD
    facts: dict[str, Any] = {"via": via} if via else {}
    target.record(
        "logged",
        log_id=made.id,
        held_on=held_on,
        assessment=body.assessment,
        audience=made.audience,
        **facts,
    )
    following = _next(target, body, held_on, first=first)
    target.work.session.flush()
    return made, following


def _told(target: Target, made: FollowUpLog, following: UUID | None, held_on: date) -> Response:
    work, me = target.work, target.me
    told = {
        "follow_up": reading.follow_up(work, me, target.row.id),
        "log_id": made.id,
        "next": reading.follow_up(work, me, following) if following else None,
        "proposed": [] if following else rules.proposed_dates(max(held_on, clock.today())),
    }
    return created(told, version=target.row.version)


def _seen(assessment: Assessed, note: str | None, audience: Audience, tally: int | None) -> dict[str, Any]:
    """What is kept: without a note there is nothing to keep *Kun for os*."""
    return {
        "assessment": assessment.value,
        "note": note or None,
        "audience": (audience if note else Audience.SHARED).value,
        "tally": tally,
    }


def _may_write(held: frozenset[May], body: LogFields) -> None:
    """Only who reads notes *Kun for os* writes them: else *os* would be others."""
    if body.audience is Audience.CANDID and May.READ_CANDID not in held:
        raise Refused(Code.NOT_ALLOWED)


def _next(target: Target, body: LogIn, held_on: date, *, first: bool) -> UUID | None:
    """The follow-up it goes on with: the one planned already, the day that was chosen, or the series'."""
    work, row = target.work, target.row
    standing = work.session.exec(
        select(FollowUp.id).where(
            FollowUp.series_id == row.series_id,
            FollowUp.state == FollowUpState.PLANNED,
            FollowUp.id != row.id,
        )
    ).first()
    if standing:
        return standing
    goes_on = not body.stop_series and row.repeat_every is not None
    due = body.next_due
    if due is None and first and goes_on and body.assessment is not Assessed.STOPPED:
        due = _in_series(row, held_on)
    if due is None:
        return None
    repeat = None
    if goes_on and row.repeat_every and row.repeat_unit:
        repeat = (row.repeat_every, Unit(row.repeat_unit), row.repeat_day or due.day)
    still_here = row.owner_id and belongs_here(work, row.owner_id, target.here.path)
    return plan_follow_up(
        work,
        target.me,
        department_id=row.department_id,
        kind=FollowUpKind(row.kind),
        question=row.question,
        due=due,
        trial_action_id=row.trial_action_id,
        agreement_id=row.agreement_id,
        journey_id=journey_for(work, target.here),
        owner_id=row.owner_id if still_here else None,
        repeat=repeat,
        series_id=row.series_id,
    ).id


def _in_series(row: FollowUp, held_on: date) -> date | None:
    assert row.repeat_every is not None
    after = max(held_on, clock.today() - timedelta(days=1))
    return rules.next_in_series(
        row.due, row.repeat_every, Unit(str(row.repeat_unit)), after=after, day_of_month=row.repeat_day
    )


# ---- what was logged


@dataclass(frozen=True, slots=True)
class Logged:
    """The locked log and what the actor may do with it."""

    work: Transaction
    me: Actor
    row: FollowUpLog
    held: frozenset[May]
    if_match: int | None = None


def _logged_as(work: Transaction, me: Actor, log_id: UUID, act: LogAct) -> Logged:
    row = work.locked(FollowUpLog, log_id)
    place = node(work, row.department_id).place
    require(me, May.READ, place)
    held = allowed(me, place)
    readable = rules.reads_candid(candid_since(me, place), clock.day_of(row.logged_at))
    # Whether there is a note to open is a matter of state; whether one might is asked here.
    audience = Audience.CANDID if act is LogAct.OPEN_NOTE else Audience(row.audience)
    by_me = own(me, place, row.logged_by)
    mine = rules.log_acts(held, audience, own=by_me, has_note=True, readable=readable)
    if act not in mine:
        raise Refused(Code.NOT_ALLOWED)
    return Logged(work, me, row, held)


def _correctable(log_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Logged:
    """The log locked; answers 404, 403 and 428 before the body is looked at."""
    found = _logged_as(work, me, log_id, LogAct.CORRECT)
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    return replace(found, if_match=if_match)


def _openable(log_id: UUID, me: Me, work: Tx) -> Logged:
    return _logged_as(work, me, log_id, LogAct.OPEN_NOTE)


@router.put("/logs/{log_id}", response_model=FollowUpOut)
def correct(logged: Annotated[Logged, Depends(_correctable)], body: CorrectionIn) -> Response:
    """Mend what was logged: one's own, or another's where one decides."""
    row, work = logged.row, logged.work
    held_on = passed("held_on", body.held_on)
    expect(row.version, logged.if_match)
    _may_write(logged.held, body)
    note = body.note if "note" in body.model_fields_set else row.note
    before = Audience(row.audience)
    facts, former = changed(
        row, {"held_on": held_on, **_seen(body.assessment, note, body.audience, body.tally)}
    )
    if facts["changed"]:
        candid = Audience.CANDID in (before, Audience(row.audience))
        if candid:
            former = {field: (Audience.CANDID.value, text) for field, (_, text) in former.items()}
            _seal(work, row)
        row.version += 1
        row.corrected_at = clock.now()
        work.record(
            "follow_up.corrected",
            "follow_up",
            row.follow_up_id,
            row.department_id,
            former=former,
            log_id=row.id,
            **facts,
        )
    work.session.flush()
    return reply(reading.follow_up(work, logged.me, row.follow_up_id), version=row.version)


def _seal(work: Transaction, row: FollowUpLog) -> None:
    """What stood in a note that is now *Kun for os* is no longer for everybody either."""
    events = work.rows(
        columns(AuditEvent.id, AuditEvent.facts).where(
            AuditEvent.record_id == row.follow_up_id, AuditEvent.what == "follow_up.corrected"
        )
    )
    earlier = [event.id for event in events if event.facts.get("log_id") == str(row.id)]
    work.session.execute(
        update(AuditText).where(col(AuditText.event_id).in_(earlier)).values(audience=Audience.CANDID.value)
    )


@router.post("/logs/{log_id}/open", response_model=OpenedNoteOut)
def open_note(logged: Annotated[Logged, Depends(_openable)]) -> Response:
    """Read a note *Kun for os*. That it was opened, and by whom, stands in the history."""
    row = logged.row
    if row.audience != Audience.CANDID or row.note is None:
        raise Refused(Code.WRONG_STATE)
    logged.work.record(
        "follow_up.note_opened", "follow_up", row.follow_up_id, row.department_id, log_id=row.id
    )
    return reply({"note": row.note})
