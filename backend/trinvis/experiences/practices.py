"""*Sådan gør vi hos os*: what a department kept, derived from its trials and from the last check of each.

Nothing of it is written down a second time: a trial that was kept is on the list until a later check
says *vi stoppede*.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlmodel import col

from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.departments.queries import Node, subtree
from trinvis.departments.tables import Department, Succession, Walks
from trinvis.experiences import rules
from trinvis.followups.tables import (
    Agreement,
    AgreementState,
    FollowUp,
    FollowUpKind,
    FollowUpLog,
    FollowUpState,
)
from trinvis.trial_actions.rules import Decision, title_of
from trinvis.trial_actions.tables import TrialAction


def practices(work: Transaction, here: Node) -> list[dict[str, Any]]:
    """What the node and the sections that follow it kept, with what it continues; the newest first."""
    trials = work.rows(_kept(here))
    checks = _checks(work, [row.id for row in trials])
    found = []
    for row in trials:
        last, following = checks[row.id]
        if last is not None and not rules.still(last.assessment):
            continue
        found.append({
            "trial_id": row.id, "department": {"id": row.department_id, "name": row.department_name},
            "title": title_of(row.title, row.change), "words": row.what or row.change,
            "kept_on": clock.day_of(row.evaluated_at), "checked_on": last.held_on if last else None,
            "adjusted": last is not None and rules.adjusted(last.assessment), "next_check": following,
        })  # fmt: skip
    return found


def _kept(here: Node) -> Any:
    """The cycles that were kept, each with the agreement that anchors it."""
    agreed = (
        select(col(Agreement.trial_action_id).label("trial_id"), func.min(col(Agreement.what)).label("what"))
        .where(col(Agreement.trial_action_id).is_not(None), col(Agreement.state) != AgreementState.CANCELLED)
        .group_by(col(Agreement.trial_action_id))
        .subquery()
    )
    t = TrialAction
    return (
        select(
            col(t.id), col(t.title), col(t.change), col(t.evaluated_at), agreed.c.what,
            col(Department.id).label("department_id"), col(Department.name).label("department_name"),
        )
        .join(Department, col(Department.id) == t.department_id)
        .outerjoin(agreed, agreed.c.trial_id == t.id)
        .where(col(t.decision) == Decision.ADOPT, col(t.department_id).in_(_nodes(here)))
        .order_by(col(t.evaluated_at).desc(), col(t.id).desc())
    )  # fmt: skip


def _nodes(here: Node) -> Any:
    """The node with those that follow it, and whatever they continue: what was kept there goes on here."""
    if here.walks == Walks.WALKS:
        own = or_(col(Department.id) == here.id, col(Department.walking_id) == here.id)
    elif here.walks == Walks.FOLLOWS:
        own = and_(subtree(here.path), col(Department.walking_id) == here.walking_id)
    else:
        own = col(Department.id) == here.id
    now = select(col(Department.id).label("id")).where(own).cte("nodes", recursive=True)
    before = select(col(Succession.predecessor_id)).join(now, col(Succession.successor_id) == now.c.id)
    every = now.union(before)
    return select(every.c.id)


def _checks(work: Transaction, trial_ids: list[UUID]) -> dict[UUID, tuple[Any, Any]]:
    """By trial, the last log of its result's follow-ups, and the day of the next."""
    found: dict[UUID, tuple[Any, Any]] = defaultdict(lambda: (None, None))
    if not trial_ids:
        return found
    rows = work.rows(
        select(
            col(FollowUp.trial_action_id).label("trial_id"), col(FollowUp.state).label("state"),
            col(FollowUp.due).label("due"), col(FollowUpLog.held_on).label("held_on"),
            col(FollowUpLog.assessment).label("assessment"),
        )
        .outerjoin(FollowUpLog, col(FollowUpLog.follow_up_id) == FollowUp.id)
        .join(TrialAction, col(TrialAction.id) == FollowUp.trial_action_id)
        .where(
            col(FollowUp.trial_action_id).in_(trial_ids), col(FollowUp.kind) == FollowUpKind.RESULT,
            # What was seen while it was still being tried is no check of what was kept.
            or_(col(FollowUpLog.logged_at).is_(None), col(FollowUpLog.logged_at) >= TrialAction.evaluated_at),
        )
        .order_by(col(FollowUpLog.held_on), col(FollowUpLog.logged_at))
    )  # fmt: skip
    for row in rows:
        last, following = found[row.trial_id]
        if row.held_on is not None:
            last = row
        elif row.state == FollowUpState.PLANNED:
            following = min(following, row.due) if following else row.due
        found[row.trial_id] = (last, following)
    return found
