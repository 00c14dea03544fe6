"""Where a trial of a node above takes place: the hospital's, in two or three departments."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from trinvis.access import Actor, May, allowed
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import PLACE, Node, place_of, subtree
from trinvis.departments.tables import Department, Walks
from trinvis.errors import invalid
from trinvis.trial_actions import rules
from trinvis.trial_actions.rules import State
from trinvis.trial_actions.tables import TrialPlace


def held_for(work: Transaction, me: Actor, here: Node, trial_id: UUID, state: State) -> frozenset[May]:
    """The permissions that count for the trial: those of its node, and reading it from one of its places."""
    home = allowed(me, here.place)
    if May.READ in home:
        return home
    rows = work.rows(
        columns(Department.id, *(getattr(Department, name) for name in PLACE))
        .join(TrialPlace, col(TrialPlace.department_id) == Department.id)
        .where(col(TrialPlace.trial_action_id) == trial_id)
    )
    return rules.held_for(home, [allowed(me, place_of(row.id, row)) for row in rows], state)


def kept(work: Transaction, trial_id: UUID) -> list[UUID]:
    """The places of the trial, in the organisation's order."""
    rows = work.rows(
        columns(TrialPlace.department_id)
        .join(Department, col(Department.id) == TrialPlace.department_id)
        .where(col(TrialPlace.trial_action_id) == trial_id)
        .order_by(col(Department.position))
    )
    return [row.department_id for row in rows]


def check(work: Transaction, here: Node, added: Sequence[UUID]) -> None:
    """Refuse as a place whatever is no open walking department beneath the trial's node."""
    if not added:
        return
    found = work.rows(
        columns(Department.id).where(
            col(Department.id).in_(added), subtree(here.path), col(Department.id) != here.id,
            col(Department.walks) == Walks.WALKS, col(Department.closed_on).is_(None),
        )
    )
    if len(found) < len(set(added)):
        raise invalid("places", "not_beneath")


def put(work: Transaction, trial_id: UUID, before: Sequence[UUID], wanted: Sequence[UUID]) -> None:
    """Make these the trial's places; the caller has checked those that are new."""
    gone = [department_id for department_id in before if department_id not in wanted]
    if gone:
        work.session.execute(
            delete(TrialPlace).where(
                col(TrialPlace.trial_action_id) == trial_id, col(TrialPlace.department_id).in_(gone)
            )
        )
    for department_id in wanted:
        if department_id not in before:
            work.add(TrialPlace(trial_action_id=trial_id, department_id=department_id))
