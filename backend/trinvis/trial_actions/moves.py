"""Moving a trial action from state to state, and taking the last move back."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from trinvis.core import clock
from trinvis.core.columns import new_id
from trinvis.core.http import reply
from trinvis.errors import Code, Refused, invalid
from trinvis.followups.queries import open_journey, plan_follow_up, promise
from trinvis.followups.tables import FollowUpKind
from trinvis.trial_actions import days, places, rules
from trinvis.trial_actions.changing import Target, locked, require_owner
from trinvis.trial_actions.queries import search_key, trial
from trinvis.trial_actions.rules import Act, Decision
from trinvis.trial_actions.shapes import (
    CancelIn,
    EvaluatedOut,
    EvaluateIn,
    ExtendIn,
    FinishIn,
    StartIn,
    TrialOut,
)
from trinvis.trial_actions.tables import TrialAction

router = APIRouter()


def shown(target: Target) -> Response:
    """The trial as it is now."""
    target.work.session.flush()
    return reply(trial(target.work, target.me, target.row.id), version=target.row.version)


@router.post("/{trial_id}/plan", response_model=TrialOut)
def plan_trial(target: Annotated[Target, locked(Act.PLAN)]) -> Response:
    """draft -> planned. 409 fields_needed{missing} while the plan is not whole."""
    target.ready(Act.PLAN)
    missing = rules.missing_for_plan(target.row.model_dump())
    if missing:
        raise Refused(Code.FIELDS_NEEDED, missing=missing)
    target.move(Act.PLAN, journey_id=target.row.journey_id or open_journey(target.work, target.here))
    return shown(target)


@router.post("/{trial_id}/start", response_model=TrialOut)
def start_trial(target: Annotated[Target, locked(Act.START)], body: StartIn) -> Response:
    """planned -> running, agreed with the management or TRIO."""
    today, row = clock.today(), target.row
    if body.starts_on and body.starts_on > today:
        raise invalid("starts_on", "in_future")
    target.ready(Act.START)
    starts_on = body.starts_on or days.started_on(today, row.starts_on)
    if row.ends_on and starts_on > row.ends_on:
        raise invalid("starts_on", "after_end")
    target.move(Act.START, start_agreed_with=body.agreed_with, starts_on=starts_on)
    return shown(target)


@router.post("/{trial_id}/finish", response_model=TrialOut)
def finish_trial(target: Annotated[Target, locked(Act.FINISH)], body: FinishIn) -> Response:
    """running -> tried: the period is over, what was learned can be written."""
    today, row = clock.today(), target.row
    if body.ended_on and body.ended_on > today:
        raise invalid("ended_on", "in_future")
    target.ready(Act.FINISH)
    ends_on = body.ended_on or days.ended_on(today, row.ends_on, row.starts_on)
    if row.starts_on and ends_on < row.starts_on:
        raise invalid("ended_on", "before_start")
    target.move(Act.FINISH, ends_on=ends_on)
    return shown(target)


@router.post("/{trial_id}/extend", response_model=TrialOut)
def extend_trial(target: Annotated[Target, locked(Act.EXTEND)], body: ExtendIn) -> Response:
    """tried -> running: it goes on until a later day, for a reason."""
    row = target.row
    if not body.reason:
        raise invalid("reason", "missing")
    if body.ends_on < clock.today():
        raise invalid("ends_on", "in_past")
    target.ready(Act.EXTEND)
    if row.ends_on and body.ends_on <= row.ends_on:
        raise invalid("ends_on", "not_later", than=row.ends_on)
    target.move(
        Act.EXTEND, ends_on=body.ends_on, reason=body.reason,
        evaluate_on=max(row.evaluate_on or body.ends_on, body.ends_on),
    )
    return shown(target)


@router.post("/{trial_id}/cancel", response_model=TrialOut)
def cancel_trial(target: Annotated[Target, locked(Act.CANCEL)], body: CancelIn) -> Response:
    """draft, planned or running -> cancelled, for a reason."""
    if not body.reason:
        raise invalid("reason", "missing")
    target.ready(Act.CANCEL)
    target.move(Act.CANCEL, reason=body.reason)
    return shown(target)


@router.post("/{trial_id}/undo", response_model=TrialOut)
def undo_move(target: Annotated[Target, locked(Act.UNDO)]) -> Response:
    """Take back one's own last move, within ten minutes, if nothing followed. 409 undo_gone else."""
    target.undo()
    return shown(target)


@router.post("/{trial_id}/evaluate", response_model=EvaluatedOut)
def evaluate_trial(target: Annotated[Target, locked(Act.EVALUATE)], body: EvaluateIn) -> Response:
    """tried -> evaluated, for good: only notes can be appended to it afterwards.

    `adopt` makes the agreement and a follow-up of its result, `adapt` the draft of the next cycle.
    """
    _check(target, body)
    target.ready(Act.EVALUATE)
    missing = rules.missing_for_evaluation(target.row.model_dump())
    if missing:
        raise Refused(Code.FIELDS_NEEDED, missing=missing)
    target.move(
        Act.EVALUATE, decision=body.decision, agreed_with=body.agreed_with, decision_draft=None,
        next_step=body.next_step or target.row.next_step,
    )
    agreement_id, follow_up_id = _anchor(target, body)
    successor_id = _next_cycle(target).id if body.decision is Decision.ADAPT else None
    target.work.session.flush()
    made = {"successor_id": successor_id, "agreement_id": agreement_id, "follow_up_id": follow_up_id}
    return reply({**trial(target.work, target.me, target.row.id), **made}, version=target.row.version)


def _check(target: Target, body: EvaluateIn) -> None:
    """What can be said of the decision before looking at the record's state."""
    today = clock.today()
    if body.decision is not Decision.ADOPT:
        if body.agreement:
            raise invalid("agreement", "only_adopt")
        if body.follow_up_on:
            raise invalid("follow_up_on", "only_adopt")
        return
    if not body.agreement:
        raise invalid("agreement", "missing")
    if not body.agreement.what:
        raise invalid("agreement.what", "missing")
    if body.agreement.due < today:
        raise invalid("agreement.due", "in_past")
    if body.follow_up_on and body.follow_up_on < today:
        raise invalid("follow_up_on", "in_past")
    require_owner(target.work, body.agreement.owner_id, target.here, "agreement.owner_id")


def _anchor(target: Target, body: EvaluateIn) -> tuple[UUID | None, UUID | None]:
    """The agreement that keeps an adopted trial alive, and the day it is asked about."""
    if not body.agreement:
        return None, None
    work, me, row = target.work, target.me, target.row
    journey_id = open_journey(work, target.here)
    agreement = promise(
        work, me, department_id=row.department_id, what=body.agreement.what, owner_id=body.agreement.owner_id,
        due=body.agreement.due, trial_action_id=row.id, journey_id=journey_id,
    )
    follow_up = plan_follow_up(
        work, me, department_id=row.department_id, kind=FollowUpKind.RESULT, question=rules.STILL_DONE,
        due=body.follow_up_on or days.result_day(clock.today()), trial_action_id=row.id,
        agreement_id=agreement.id, journey_id=journey_id, owner_id=body.agreement.owner_id,
    )
    return agreement.id, follow_up.id


def _next_cycle(target: Target) -> TrialAction:
    """The draft of the next cycle: the former plan, with what changes as what is tried."""
    row, now = target.row, clock.now()
    starts_on, ends_on = days.next_period(clock.today(), row.starts_on, row.ends_on)
    plan = {name: getattr(row, name) for name in rules.PLAN}
    plan |= {
        "change": row.next_step or row.change,
        "starts_on": starts_on, "ends_on": ends_on, "evaluate_on": ends_on,
    }
    draft = TrialAction(
        **plan, id=new_id(), department_id=row.department_id, department_path=row.department_path,
        journey_id=open_journey(target.work, target.here), folded=search_key(row.title, plan["change"]),
        cycle=row.cycle + 1, chain_id=row.chain_id, predecessor_id=row.id, origin_id=row.origin_id,
        experience_id=row.experience_id, created_by=target.me.person_id, created_at=now, changed_at=now,
    )
    target.work.add(draft)
    places.put(target.work, draft.id, [], places.kept(target.work, row.id))
    target.work.record(
        "trial_action.created", "trial_action", draft.id, draft.department_id,
        predecessor_id=row.id, cycle=draft.cycle,
    )
    return draft


