"""Changing a dated promise: who may, which version was seen, what it may hang on, what the history keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import Depends
from sqlalchemy import or_
from sqlmodel import col

from trinvis.access import Actor, May, allowed, own, require
from trinvis.accounts.queries import belongs_here
from trinvis.core import clock
from trinvis.core.db import Transaction, columns, expect
from trinvis.core.http import IfMatch, Me, Tx
from trinvis.departments.queries import Node, node
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.followups import rules
from trinvis.followups.queries import open_journey
from trinvis.followups.reading import TRIAL
from trinvis.followups.rules import FollowUpAct, FollowUpState, Unit
from trinvis.followups.shapes import FollowUpFields
from trinvis.followups.tables import Agreement, FollowUp

TEXTS = frozenset({"question", "what", "reason", "note"})
"""Where people write freely: the history says that it changed, and keeps what stood there apart."""


@dataclass(frozen=True, slots=True)
class Target:
    """The locked follow-up, where it stands, and what the actor may do there."""

    work: Transaction
    me: Actor
    row: FollowUp
    here: Node
    held: frozenset[May]
    if_match: int | None = None

    def ready(self, act: FollowUpAct) -> None:
        """Refuse unless the version seen is this one and its state allows the act."""
        expect(self.row.version, self.if_match)
        self.allows(act)

    def allows(self, act: FollowUpAct) -> None:
        """Refuse unless its state allows the act."""
        state = FollowUpState(self.row.state)
        if act not in rules.acts(self.held, state, owner=own(self.me, self.here.place, self.row.owner_id)):
            raise Refused(Code.WRONG_STATE, state=state, move=act)

    def record(self, what: str, former: dict[str, tuple[str, str]] | None = None, **facts: object) -> None:
        """Count the version up and note what happened."""
        self.row.version += 1
        self.work.record(
            f"follow_up.{what}", "follow_up", self.row.id, self.row.department_id, former=former, **facts
        )


def _target(work: Transaction, me: Actor, follow_up_id: UUID, act: FollowUpAct) -> Target:
    row = work.locked(FollowUp, follow_up_id)
    here = node(work, row.department_id)
    require(me, May.READ, here.place)
    held = allowed(me, here.place)
    if not rules.may_ever(held, act, owner=own(me, here.place, row.owner_id)):
        raise Refused(Code.NOT_ALLOWED)
    return Target(work, me, row, here, held)


def locked(act: FollowUpAct) -> Any:
    """A dependency: the follow-up locked for this act, the actor allowed it in some state, a version given.

    As a dependency it answers 404, 403 and 428 before the body is looked at.
    """

    def dependency(follow_up_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Target:
        found = _target(work, me, follow_up_id, act)
        if if_match is None:
            raise Refused(Code.IF_MATCH_MISSING)
        return replace(found, if_match=if_match)

    return Depends(dependency)


def appending(act: FollowUpAct) -> Any:
    """As `locked`, for what is put beside the record and so takes no version."""

    def dependency(follow_up_id: UUID, me: Me, work: Tx) -> Target:
        return _target(work, me, follow_up_id, act)

    return Depends(dependency)


def place_for(work: Transaction, me: Actor, department_id: UUID, may: May) -> Node:
    """The department of a new promise. Raises `Refused(NOT_FOUND)` or `Refused(NOT_ALLOWED)`."""
    here = node(work, department_id)
    require(me, may, here.place)
    return here


def changed(row: Any, values: Mapping[str, Any]) -> tuple[dict[str, object], dict[str, tuple[str, str]]]:
    """Set what differs; the facts of the event and the shared texts that stood there before."""
    names = [name for name, value in values.items() if getattr(row, name) != value]
    plain = [name for name in names if name not in TEXTS]
    facts: dict[str, object] = {
        "changed": names,
        "from": {name: getattr(row, name) for name in plain},
        "to": {name: values[name] for name in plain},
    }
    former = {name: ("shared", getattr(row, name)) for name in names if name in TEXTS and getattr(row, name)}
    for name in names:
        setattr(row, name, values[name])
    return facts, former


# ---- what a form may say


def written(field: str, text: str) -> str:
    """The text, if something is written. Raises `Refused(INVALID)` else."""
    if not text:
        raise invalid(field, "missing")
    return text


def upcoming(field: str, day: date, before: date | None = None) -> date:
    """The day, if it is today or later or stood there before."""
    if day != before and day < clock.today():
        raise invalid(field, "in_past")
    return day


def passed(field: str, day: date | None) -> date:
    """The day, today if none is given; it has come."""
    today = clock.today()
    if day is not None and day > today:
        raise invalid(field, "in_future")
    return day or today


def colleague(
    work: Transaction, here: Node, person_id: UUID | None, before: UUID | None = None
) -> UUID | None:
    """The owner, if a role of hers reaches the department or she stood there before."""
    if person_id is not None and person_id != before and not belongs_here(work, person_id, here.path):
        raise invalid("owner_id", "not_here")
    return person_id


def repetition(body: FollowUpFields) -> tuple[int, Unit, int] | None:
    """Every so many, of which unit, on which day of the month; None if it does not repeat."""
    if body.repeat_every is None and body.repeat_unit is None:
        return None
    if body.repeat_every is None:
        raise invalid("repeat_every", "missing")
    if body.repeat_unit is None:
        raise invalid("repeat_unit", "missing")
    return body.repeat_every, body.repeat_unit, body.due.day


def journey_for(work: Transaction, here: Node, wanted: UUID | None = None) -> UUID | None:
    """The open journey; another one takes no new dates."""
    found = open_journey(work, here)
    if wanted is not None and wanted != found:
        raise invalid("journey_id", "not_here")
    return found


def about(
    work: Transaction, here: Node, trial_action_id: UUID | None, agreement_id: UUID | None = None
) -> None:
    """Refuse a trial action or an agreement of another walking department."""
    if trial_action_id is not None:
        found = columns(TRIAL.c.id).join(Department, col(Department.id) == TRIAL.c.department_id)
        if not work.first(found.where(TRIAL.c.id == trial_action_id, _together(here))):
            raise invalid("trial_action_id", "not_here")
    if agreement_id is not None:
        found = columns(Agreement.id).join(Department, col(Department.id) == Agreement.department_id)
        if not work.first(found.where(Agreement.id == agreement_id, _together(here))):
            raise invalid("agreement_id", "not_here")


def _together(here: Node) -> Any:
    same = col(Department.id) == here.id
    return or_(same, col(Department.walking_id) == here.walking_id) if here.walking_id else same
