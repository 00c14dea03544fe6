"""What goes in and out of the routes of follow-ups and agreements."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, Field

from trinvis.accounts.queries import PersonRef
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.rules import (
    FIRST_DAY,
    LAST_DAY,
    AgreementState,
    Assessed,
    Audience,
    FollowUpAct,
    FollowUpKind,
    FollowUpState,
    LogAct,
    PromiseAct,
    Unit,
)


def _written(value: object) -> object:
    """A day is written as in 2026-11-23: a number would be read as seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise ValueError("date")


Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY), BeforeValidator(_written)]
Question = Annotated[Clean, Field(max_length=200)]
Sentence = Annotated[Clean, Field(max_length=500)]
Note = Annotated[Clean, Field(max_length=1000)]
Tally = Annotated[int, Field(strict=True, ge=0, le=100_000)]
Every = Annotated[int, Field(strict=True, ge=1, le=52)]


# ---- follow-ups


class FollowUpFields(In):
    """What a follow-up is about and when; `repeat_every` and `repeat_unit` come together or not at all."""

    kind: FollowUpKind
    question: Question
    due: Day
    owner_id: UUID | None = None
    repeat_every: Every | None = None
    repeat_unit: Unit | None = None


class FollowUpIn(FollowUpFields):
    """A date planned. `journey_id` left out: the open journey, the only one that takes new dates."""

    department_id: UUID
    journey_id: UUID | None = None
    trial_action_id: UUID | None = None
    agreement_id: UUID | None = None
    follows_id: UUID | None = Field(
        None, description="The follow-up it goes on from, in the same department."
    )


class LogFields(In):
    """What was seen. `held_on` left out: today."""

    held_on: Day | None = None
    assessment: Assessed
    note: Note | None = None
    audience: Audience = Audience.SHARED
    tally: Tally | None = None


class LogIn(LogFields):
    """What was seen, and when next: a series goes on by itself unless it is stopped."""

    next_due: Day | None = None
    stop_series: bool = False


class OtherLogIn(LogIn):
    """*Noget andet*: a follow-up nobody had planned, made and logged in one."""

    department_id: UUID
    kind: FollowUpKind = FollowUpKind.PROCESS
    question: Question
    trial_action_id: UUID | None = None
    agreement_id: UUID | None = None


class CorrectionIn(LogFields):
    """The log as it should have been. `note` left out stays as it is; empty, it is taken away."""

    held_on: Day


class ReasonIn(In):
    """Why it is cancelled."""

    reason: Sentence


class TrialRef(Out):
    """The trial action it is about."""

    id: UUID
    title: str


class AgreementRef(Out):
    """The agreement it is about."""

    id: UUID
    what: str


class LogOut(Out):
    """What was seen; a note *Kun for os* is never in it, only that there is one."""

    id: UUID
    held_on: date
    assessment: Assessed
    audience: Audience
    note: str | None
    has_note: bool
    tally: int | None
    logged_by: PersonRef
    from_board: bool = Field(description="Said in front of the board: `logged_by` is who hung the code up.")
    logged_at: datetime
    corrected_at: datetime | None
    version: int
    can: list[LogAct]


class FollowUpOut(Out):
    """A follow-up with what was seen, oldest first."""

    id: UUID
    department: DepartmentRef
    journey_id: UUID | None
    trial_action: TrialRef | None
    agreement: AgreementRef | None
    kind: FollowUpKind
    question: str
    due: date
    overdue: bool
    state: FollowUpState
    owner: PersonRef | None
    repeat_every: int | None
    repeat_unit: Unit | None
    reason: str | None
    last: Assessed | None = Field(description="How it went the last time in its series: *Samme som sidst*.")
    logs: list[LogOut]
    can: list[FollowUpAct]
    version: int


class FollowUpPage(Out):
    """A page: planned ones by date, others latest first."""

    items: list[FollowUpOut]
    next: str | None


class LoggedOut(Out):
    """What was logged, the next date if there is one, and days to propose if not."""

    follow_up: FollowUpOut
    log_id: UUID
    next: FollowUpOut | None
    proposed: list[date]


class ProposedOut(Out):
    """Two working days outside the quiet weeks."""

    dates: list[date]


class OpenedNoteOut(Out):
    """The note; that it was opened stands in the history."""

    note: str


# ---- agreements


class AgreementFields(In):
    """Who does what by when."""

    what: Sentence
    owner_id: UUID
    due: Day
    trial_action_id: UUID | None = None


class AgreementIn(AgreementFields):
    """A new agreement."""

    department_id: UUID


class DoneIn(In):
    """`done_on` left out: today."""

    done_on: Day | None = None


class AgreementOut(Out):
    """An agreement; `ended_on`: the day it was done or cancelled."""

    id: UUID
    department: DepartmentRef
    journey_id: UUID | None
    trial_action: TrialRef | None
    what: str
    owner: PersonRef | None
    due: date
    overdue: bool
    state: AgreementState
    ended_on: date | None
    reason: str | None
    can: list[PromiseAct]
    version: int


class AgreementPage(Out):
    """A page: open ones by date, others latest first."""

    items: list[AgreementOut]
    next: str | None
