"""Follow-ups: list, plan, move, cancel. Logging and agreements stand beside."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from trinvis.access import May
from trinvis.core import clock
from trinvis.core.http import Creation, Me, Tx, created, reply
from trinvis.errors import Code, Refused, invalid
from trinvis.followups import agreements, logs, reading
from trinvis.followups.changing import (
    Target,
    about,
    changed,
    colleague,
    journey_for,
    locked,
    place_for,
    repetition,
    upcoming,
    written,
)
from trinvis.followups.queries import plan_follow_up
from trinvis.followups.reading import Wanted
from trinvis.followups.rules import FollowUpAct, FollowUpState, proposed_dates
from trinvis.followups.shapes import (
    Day,
    FollowUpFields,
    FollowUpIn,
    FollowUpOut,
    FollowUpPage,
    ProposedOut,
    ReasonIn,
)
from trinvis.followups.tables import FollowUp

_follow_ups = APIRouter(prefix="/api/follow-ups", tags=["followups"])


@_follow_ups.get("", response_model=FollowUpPage)
def list_follow_ups(
    me: Me,
    work: Tx,
    department: Annotated[UUID | None, Query(description="With the sections that follow it.")] = None,
    trial_action: UUID | None = None,
    state: FollowUpState | None = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Follow-ups that one may read: planned ones by date, others latest first."""
    return reply(reading.follow_ups(work, me, Wanted(department, trial_action, state, cursor, limit)))


@_follow_ups.get("/proposals", response_model=ProposedOut)
def proposals(
    me: Me, work: Tx, department: UUID, start: Annotated[Day | None, Query(alias="from")] = None
) -> Response:
    """Two days to look at it again, counted from `from` (left out: today)."""
    place_for(work, me, department, May.READ)
    return reply({"dates": proposed_dates(start or clock.today())})


@_follow_ups.get("/{follow_up_id}", response_model=FollowUpOut)
def follow_up(follow_up_id: UUID, me: Me, work: Tx) -> Response:
    """One follow-up with what was seen."""
    found = reading.follow_up(work, me, follow_up_id)
    return reply(found, version=found["version"])


@_follow_ups.post("", response_model=FollowUpOut, status_code=201)
def plan(body: FollowUpIn, me: Me, work: Tx, once: Creation) -> Response:
    """Plan a date, or the next one after `follows_id`."""
    here = place_for(work, me, body.department_id, May.RECORD)
    if once.reply:
        return once.reply
    about(work, here, body.trial_action_id, body.agreement_id)
    former = _followed(work, here.id, body.follows_id) if body.follows_id else None
    row = plan_follow_up(
        work,
        me,
        department_id=here.id,
        kind=body.kind,
        question=written("question", body.question),
        due=upcoming("due", body.due),
        trial_action_id=body.trial_action_id,
        agreement_id=body.agreement_id,
        journey_id=journey_for(work, here, body.journey_id),
        owner_id=colleague(work, here, body.owner_id),
        repeat=repetition(body),
        series_id=former.series_id if former else None,
    )
    found = reading.follow_up(work, me, row.id)
    return once.keep(created(found, version=row.version))


def _followed(work: Tx, department_id: UUID, follows_id: UUID) -> FollowUp:
    found = work.session.get(FollowUp, follows_id)
    if found is None or found.department_id != department_id:
        raise invalid("follows_id", "not_here")
    return found


@_follow_ups.put("/{follow_up_id}", response_model=FollowUpOut)
def edit(target: Annotated[Target, locked(FollowUpAct.EDIT)], body: FollowUpFields) -> Response:
    """Change what is looked at, when, by whom: the whole form."""
    row = target.row
    every, unit, day = repetition(body) or (None, None, None)
    values = {
        "kind": body.kind,
        "question": written("question", body.question),
        "due": upcoming("due", body.due, row.due),
        "owner_id": colleague(target.work, target.here, body.owner_id, row.owner_id),
        "repeat_every": every,
        "repeat_unit": unit,
    }
    if (row.due, row.repeat_every, row.repeat_unit) != (body.due, every, unit):
        # Only a form that changes date or rhythm sets the series to another day of the month.
        values["repeat_day"] = day
    target.ready(FollowUpAct.EDIT)
    facts, former = changed(row, values)
    if facts["changed"]:
        target.record("changed", former, **facts)
    return _told(target)


@_follow_ups.post("/{follow_up_id}/cancel", response_model=FollowUpOut)
def cancel(target: Annotated[Target, locked(FollowUpAct.CANCEL)], body: ReasonIn) -> Response:
    """It is not looked at again; why."""
    target.ready(FollowUpAct.CANCEL)
    if not body.reason:
        raise Refused(Code.REASON_NEEDED)
    target.row.state = FollowUpState.CANCELLED
    target.row.reason = body.reason
    target.record("cancelled")
    return _told(target)


@_follow_ups.post("/{follow_up_id}/reopen", response_model=FollowUpOut)
def reopen(target: Annotated[Target, locked(FollowUpAct.REOPEN)]) -> Response:
    """Take a cancellation back."""
    target.ready(FollowUpAct.REOPEN)
    _, former = changed(target.row, {"state": FollowUpState.PLANNED.value, "reason": None})
    target.record("reopened", former)
    return _told(target)


def _told(target: Target) -> Response:
    target.work.session.flush()
    found = reading.follow_up(target.work, target.me, target.row.id)
    return reply(found, version=target.row.version)


router = APIRouter()
router.include_router(logs.router)
router.include_router(_follow_ups)
router.include_router(agreements.router)
