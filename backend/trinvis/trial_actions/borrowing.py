"""*Prøv det hos jer*: a draft in one's own department that keeps where the idea came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from trinvis.access import Actor, May, allowed
from trinvis.core import clock
from trinvis.core.columns import new_id
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import Node
from trinvis.followups.queries import open_journey
from trinvis.trial_actions import days
from trinvis.trial_actions.queries import search_key
from trinvis.trial_actions.tables import TrialAction

CARRIED = (
    "title", "change", "prediction", "measure", "aim", "for_whom", "data_plan", "factors", "dimensions",
    "tools",
)
"""What of the plan goes along. What is hard today, where and by whom is each department's own."""


def plan_of(work: Transaction, trial_id: UUID) -> dict[str, Any]:
    """What of the trial's plan goes along. Raises `Refused(NOT_FOUND)`."""
    row = work.one(
        columns(*(getattr(TrialAction, name) for name in CARRIED)).where(TrialAction.id == trial_id)
    )
    return dict(zip(CARRIED, row, strict=True))


def borrow(
    work: Transaction,
    me: Actor,
    here: Node,
    plan: Mapping[str, Any],
    *,
    origin_id: UUID | None,
    experience_id: UUID | None = None,
) -> TrialAction:
    """The draft; a suggestion where the actor may only suggest, else hers with the proposed days."""
    drafts = May.DRAFT in allowed(me, here.place)
    starts_on, ends_on = days.proposed_period(clock.today()) if drafts else (None, None)
    now, new = clock.now(), new_id()
    row = work.add(
        TrialAction(
            **plan, id=new, chain_id=new, department_id=here.id, department_path=here.path,
            journey_id=open_journey(work, here), folded=search_key(plan["title"], plan["change"]),
            owner_id=me.person_id if drafts else None, suggested_by=None if drafts else me.person_id,
            starts_on=starts_on, ends_on=ends_on, evaluate_on=ends_on,
            origin_id=origin_id, experience_id=experience_id,
            created_by=me.person_id, created_at=now, changed_at=now,
        )
    )  # fmt: skip
    what = "created" if drafts else "suggested"
    work.record(
        f"trial_action.{what}", "trial_action", new, here.id, origin_id=origin_id, experience_id=experience_id
    )
    return row
