"""Dated promises that other rooms make too: agreements and follow-ups."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from trinvis.access import Actor
from trinvis.core import clock
from trinvis.core.columns import new_id
from trinvis.core.db import Transaction
from trinvis.departments.queries import Node, walking
from trinvis.followups.tables import Agreement, FollowUp, FollowUpKind, Unit


def open_journey(work: Transaction, here: Node) -> UUID | None:
    """The open journey of the department that walks for this one; None before its first round."""
    if here.walking_id in (None, here.id):
        return here.journey_id
    walker = walking(work, here.id)
    return walker.journey_id if walker else None


def promise(
    work: Transaction,
    me: Actor,
    *,
    department_id: UUID,
    what: str,
    owner_id: UUID | None,
    due: date,
    trial_action_id: UUID | None = None,
    journey_id: UUID | None = None,
) -> Agreement:
    """Make an agreement. The caller has checked that the actor may, and the owner."""
    made = work.add(
        Agreement(
            department_id=department_id,
            what=what,
            owner_id=owner_id,
            due=due,
            trial_action_id=trial_action_id,
            journey_id=journey_id,
            created_by=me.person_id,
            created_at=clock.now(),
        )
    )
    work.record(
        "agreement.created",
        "agreement",
        made.id,
        department_id,
        due=due,
        owner_id=owner_id,
        trial_action_id=trial_action_id,
    )
    return made


def plan_follow_up(
    work: Transaction,
    me: Actor,
    *,
    department_id: UUID,
    kind: FollowUpKind,
    question: str,
    due: date,
    trial_action_id: UUID | None = None,
    agreement_id: UUID | None = None,
    journey_id: UUID | None = None,
    owner_id: UUID | None = None,
    repeat: tuple[int, Unit, int] | None = None,
    series_id: UUID | None = None,
) -> FollowUp:
    """Plan a follow-up. The caller has checked that the actor may, and the owner.

    `repeat`: every so many, of which unit, and the day of the month a monthly series is set to.
    `series_id`: the series it goes on with; left out, it begins one.
    """
    every, unit, day = repeat or (None, None, None)
    made = work.add(
        FollowUp(
            department_id=department_id,
            kind=kind,
            question=question,
            due=due,
            trial_action_id=trial_action_id,
            agreement_id=agreement_id,
            journey_id=journey_id,
            owner_id=owner_id,
            repeat_every=every,
            repeat_unit=unit,
            repeat_day=day,
            series_id=series_id or new_id(),
            created_by=me.person_id,
            created_at=clock.now(),
        )
    )
    work.record(
        "follow_up.planned",
        "follow_up",
        made.id,
        department_id,
        due=due,
        follow_up_kind=kind,
        owner_id=owner_id,
        trial_action_id=trial_action_id,
        agreement_id=agreement_id,
    )
    return made
