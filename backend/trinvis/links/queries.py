"""What a link reaches today: looked up by its secret, held against the roles of the person behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from trinvis.access import Actor, allowed, own
from trinvis.accounts.door import actor_now
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import PLACE, node, place_of, subtree
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.followups.reading import TRIAL, trial_ref
from trinvis.followups.rules import FollowUpState
from trinvis.followups.tables import FollowUp, FollowUpLog
from trinvis.links import rules
from trinvis.links.issuing import digest
from trinvis.links.tables import LinkKind, LogLink
from trinvis.trial_actions.rules import State
from trinvis.trial_actions.tables import TrialAction

MOST = 30
"""Follow-ups on a page for the thumb."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A link that leads somewhere: who logs by it, and what."""

    link: LogLink
    me: Actor
    follow_ups: tuple[dict[str, Any], ...]

    def has(self, follow_up_id: UUID) -> bool:
        """Whether it reaches this follow-up."""
        return any(one["id"] == follow_up_id for one in self.follow_ups)


def link_of(work: Transaction, secret: str) -> LogLink:
    """The link of a secret, whether it stands or not. Raises `Refused(NOT_FOUND)` for an unknown one."""
    found = work.session.exec(select(LogLink).where(LogLink.digest == digest(secret))).first()
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def reached(work: Transaction, link: LogLink) -> Reached:
    """What it reaches. Used, expired, revoked, role ended, trial over: all `Refused(NOT_FOUND)`."""
    kind = LinkKind(link.kind)
    if not rules.stands(
        kind,
        expires_at=link.expires_at,
        revoked_at=link.revoked_at,
        used_at=link.last_used_at,
        now=clock.now(),
    ):
        raise Refused(Code.NOT_FOUND)
    me = actor_now(work, link.person_id)
    find = {LinkKind.MAIL: _mail, LinkKind.PERSONAL: _personal, LinkKind.BOARD: _board}[kind]
    return Reached(link, me, tuple(find(work, me, link)))


def carried(work: Transaction, secret: str | None, follow_ups: Sequence[dict[str, Any]]) -> Reached | None:
    """The personal link that a phone carries, if all of these are its owner's to log; None else."""
    if not secret:
        return None
    try:
        link = link_of(work, secret)
        found = reached(work, link)
    except Refused:
        return None
    if link.kind != LinkKind.PERSONAL or link.department_id is None:
        return None
    ids = [one["id"] for one in follow_ups]
    here = node(work, link.department_id)
    hers = _loggable(work, found.me, col(FollowUp.id).in_(ids), subtree(here.path))
    return Reached(link, found.me, tuple(hers)) if ids and len(hers) == len(ids) else None


def _mail(work: Transaction, me: Actor, link: LogLink) -> list[dict[str, Any]]:
    found = _loggable(work, me, col(FollowUp.id) == link.record_id)
    if not found:
        raise Refused(Code.NOT_FOUND)
    return found


def _personal(work: Transaction, me: Actor, link: LogLink) -> list[dict[str, Any]]:
    assert link.department_id is not None
    here = node(work, link.department_id)
    if not rules.may_hold(allowed(me, here.place)):
        raise Refused(Code.NOT_FOUND)
    return _loggable(
        work,
        me,
        subtree(here.path),
        col(FollowUp.state) == FollowUpState.PLANNED,
        col(FollowUp.due) <= clock.today() + rules.AHEAD,
    )


def _board(work: Transaction, me: Actor, link: LogLink) -> list[dict[str, Any]]:
    """The trial's next follow-up; where none is planned, the last one held, to be logged once more."""
    trial = work.one(
        columns(TrialAction.state, TrialAction.department_id).where(TrialAction.id == link.record_id)
    )
    here = node(work, trial.department_id)
    if not rules.board_stands(State(trial.state)) or not rules.may_hold(allowed(me, here.place)):
        raise Refused(Code.NOT_FOUND)
    found = _loggable(work, me, col(FollowUp.trial_action_id) == link.record_id)
    planned = [one for one in found if one["state"] == FollowUpState.PLANNED]
    return planned[:1] or found[-1:]


def _loggable(work: Transaction, me: Actor, *conditions: ColumnElement[bool]) -> list[dict[str, Any]]:
    """Follow-ups that the person behind the link may log today, the oldest date first. No notes, no names."""
    rows = work.rows(
        columns(
            FollowUp.id,
            FollowUp.question,
            FollowUp.due,
            FollowUp.state,
            FollowUp.owner_id,
            FollowUp.department_id,
            FollowUp.trial_action_id,
            col(Department.name).label("department"),
            *(getattr(Department, name) for name in PLACE),
            TRIAL.c.title,
            TRIAL.c.change,
        )
        .join(Department, col(Department.id) == FollowUp.department_id)
        .outerjoin(TRIAL, TRIAL.c.id == FollowUp.trial_action_id)
        .where(*conditions)
        .order_by(col(FollowUp.due), col(FollowUp.id))
        .limit(MOST)
    )
    found = []
    for row in rows:
        place = place_of(row.department_id, row)
        owner = own(me, place, row.owner_id)
        if rules.logs(allowed(me, place), FollowUpState(row.state), owner=owner):
            trial = trial_ref(row)
            found.append(
                {
                    "id": row.id,
                    "question": row.question,
                    "due": row.due,
                    "state": row.state,
                    "department": row.department,
                    "trial": trial["title"] if trial else None,
                }
            )
    return found


def said_today(work: Transaction, trial_id: UUID) -> int:
    """How many times the board has spoken of the trial today."""
    start = datetime.combine(clock.today(), time(), clock.COPENHAGEN)
    return len(
        work.rows(
            columns(FollowUpLog.id)
            .join(FollowUp, col(FollowUp.id) == FollowUpLog.follow_up_id)
            .where(
                FollowUp.trial_action_id == trial_id,
                col(FollowUpLog.from_board).is_(True),
                col(FollowUpLog.logged_at) >= start,
            )
            .limit(rules.BOARD_LOGS_A_DAY)
        )
    )
