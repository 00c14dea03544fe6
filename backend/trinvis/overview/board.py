"""*Tavleside*: what hangs on the wall, for whoever has the link. No names, no notes, no ids.

The link is switched on by leader or TRIO, unguessable, and made anew whenever they want; the former
one then leads nowhere. The sheet for the wall shows the same and carries the link as a QR code.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col

from trinvis.accounts.queries import holds_now
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Out
from trinvis.departments.queries import Node, node, subtree
from trinvis.departments.tables import Department, Succession, Walks
from trinvis.experiences.practices import practices
from trinvis.followups.tables import FollowUp, FollowUpState
from trinvis.journeys.queries import steps_of
from trinvis.overview.tables import BoardLink
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import State, TrialAction

AHEAD = timedelta(days=90)
MOST = 6
"""Trials and dates on a board: what can be read from two metres."""
_ASKED = ("trio", "ambassador", "section_leader", "leader", "member", "hr", "lmu")
"""Roles by which the board says whom to ask, the nearest to a colleague first."""


class BoardStep(Out):
    """A step's state and the day since which it holds."""

    number: int
    state: Literal["not_started", "in_progress", "done"]
    since: date | None


class AskRole(Out):
    """Whom to ask, by role and what the hospital calls it; never by name."""

    role: str
    title: str | None


class BoardTrial(Out):
    """A trial action that runs: what, how one sees it, until when."""

    title: str | None
    change: str
    measure: str | None
    until: date | None
    ask: AskRole | None


class BoardDate(Out):
    """A day on which something is looked at again."""

    day: date
    kind: Literal["process", "result", "evaluate"]
    words: str


class BoardPractice(Out):
    """*Sådan gør vi hos os*: what was tried and kept, and since when."""

    words: str
    since: date


class BoardSuccessor(Out):
    """A department that continues this one; `token` where it has a board page of its own."""

    name: str
    token: str | None


class BoardOut(Out):
    """The board. A closed department's has nothing but where to go on."""

    name: str
    today: date
    round: int
    steps: list[BoardStep]
    trials: list[BoardTrial]
    dates: list[BoardDate]
    practices: list[BoardPractice]
    closed_on: date | None
    successors: list[BoardSuccessor]


def board(work: Transaction, here: Node) -> dict[str, Any]:
    """What the board of a node shows: its department's steps, its own trials and dates."""
    shown: dict[str, Any] = {
        "name": here.name, "today": clock.today(), "round": here.round, "steps": [], "trials": [],
        "dates": [], "practices": [], "closed_on": here.closed_on, "successors": [],
    }  # fmt: skip
    if here.closed_on is not None:
        return shown | {"successors": _successors(work, here.id)}
    journey_id = here.journey_id
    if here.walking_id and here.walking_id != here.id:
        above = node(work, here.walking_id)
        journey_id, shown["round"] = above.journey_id, above.round
    if journey_id:
        steps = steps_of(work, [journey_id])[journey_id]
        shown["steps"] = [{"number": s.number, "state": s.state, "since": s.since} for s in steps]
    trials = _trials(work, here)
    return shown | {
        "trials": [_running(row) for row in trials.values() if row.state == State.RUNNING][:MOST],
        "practices": [
            {"words": one["words"], "since": one["kept_on"]} for one in practices(work, here)[:MOST]
        ],
        "dates": sorted([*_follow_ups(work, here), *_evaluations(trials.values())], key=_by_day)[:MOST],
    }


def _by_day(one: dict[str, Any]) -> tuple[date, str]:
    return one["day"], one["words"]


def belongs(here: Node) -> Any:
    """A walking department's board shows its following sections too; a section's or centre's only its own."""
    if here.walks == Walks.WALKS:
        return col(Department.walking_id) == here.id
    if here.walks == Walks.FOLLOWS:
        return and_(subtree(here.path), col(Department.walking_id) == here.walking_id)
    return col(Department.id) == here.id


def _trials(work: Transaction, here: Node) -> dict[UUID, Any]:
    """Trials that run or wait for their evaluation, with a role that the owner holds here."""
    rows = work.rows(
        columns(
            TrialAction.id,
            TrialAction.state,
            TrialAction.title,
            TrialAction.change,
            TrialAction.measure,
            TrialAction.ends_on,
            TrialAction.evaluate_on,
            RoleGrant.role,
            col(RoleGrant.title).label("role_title"),
        )
        .join(Department, col(Department.id) == TrialAction.department_id)
        .outerjoin(
            RoleGrant,
            and_(
                col(RoleGrant.person_id) == TrialAction.owner_id,
                col(RoleGrant.role).in_(_ASKED),
                or_(
                    col(RoleGrant.department_id) == here.id,
                    col(RoleGrant.department_id) == here.walking_id,
                    col(RoleGrant.department_id) == TrialAction.department_id,
                ),
                holds_now(),
            ),
        )
        .where(belongs(here), col(TrialAction.state).in_((State.RUNNING, State.TRIED)))
        .order_by(col(TrialAction.ends_on), col(TrialAction.id))
    )
    nearest: dict[UUID, Any] = {}
    for row in rows:
        known = nearest.get(row.id)
        if known is None or (row.role and _ASKED.index(row.role) < _ASKED.index(known.role)):
            nearest[row.id] = row
    return nearest


def _running(row: Any) -> dict[str, Any]:
    return {
        "title": row.title,
        "change": row.change,
        "measure": row.measure,
        "until": row.ends_on,
        "ask": {"role": row.role, "title": row.role_title} if row.role else None,
    }


def _evaluations(trials: Any) -> list[dict[str, Any]]:
    today = clock.today()
    return [
        {"day": row.evaluate_on, "kind": "evaluate", "words": title_of(row.title, row.change)}
        for row in trials
        if row.evaluate_on and today <= row.evaluate_on <= today + AHEAD
    ]


def _follow_ups(work: Transaction, here: Node) -> list[dict[str, Any]]:
    """What is ahead. What should have been looked at before is nobody's business who walks past."""
    today = clock.today()
    rows = work.rows(
        columns(FollowUp.due, FollowUp.kind, FollowUp.question)
        .join(Department, col(Department.id) == FollowUp.department_id)
        .where(
            belongs(here),
            FollowUp.state == FollowUpState.PLANNED,
            col(FollowUp.due) >= today,
            col(FollowUp.due) <= today + AHEAD,
        )
        .order_by(col(FollowUp.due), col(FollowUp.id))
        .limit(MOST)
    )
    return [{"day": row.due, "kind": row.kind, "words": row.question} for row in rows]


def _successors(work: Transaction, department_id: UUID) -> list[dict[str, Any]]:
    rows = work.rows(
        columns(Department.name, BoardLink.token)
        .join(Succession, col(Succession.successor_id) == Department.id)
        .outerjoin(BoardLink, col(BoardLink.department_id) == Department.id)
        .where(col(Succession.predecessor_id) == department_id)
        .order_by(col(Department.position))
    )
    return [{"name": row.name, "token": row.token} for row in rows]
