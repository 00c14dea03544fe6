"""What goes in and out of the routes of trial actions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from trinvis.accounts.queries import PersonRef
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.shapes import Day, Sentence, Tally
from trinvis.trial_actions.rules import Act, AgreedWith, AsPlanned, Decision, Matched, State

Short = Annotated[Clean, Field(max_length=200)]
Long = Annotated[Clean, Field(max_length=4000)]
Keys = Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=60, default_factory=list)]


class PlanIn(In):
    """The plan, as a whole form: what is left out is empty."""

    title: Short | None = None
    change: Sentence
    prediction: Sentence | None = None
    measure: Sentence | None = None
    owner_id: UUID | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    evaluate_on: Day | None = Field(None, description="Left out: the end.")
    situation: Long | None = None
    aim: Sentence | None = None
    for_whom: Short | None = None
    where: Short | None = None
    data_plan: Long | None = None
    factors: Keys
    dimensions: Keys
    tools: Keys
    places: Annotated[
        list[UUID],
        Field(max_length=10, description="Walking departments beneath, where it takes place."),
    ] = []


class NewTrialIn(PlanIn):
    """A draft. Whoever may draft gets owner and days filled in where they are left out."""

    department_id: UUID


class StudyIn(In):
    """Do and study, as a whole form, with what the evaluation leans to."""

    happened: Long | None = None
    as_planned: AsPlanned | None = None
    surprises: Long | None = None
    tally: Tally | None = None
    prediction_matched: Matched | None = None
    learning: Long | None = None
    next_step: Sentence | None = None
    decision: Decision | None = None
    agreed_with: AgreedWith | None = None


class StartIn(In):
    """Whom the start was agreed with; `starts_on` left out: the planned day, today at the latest."""

    agreed_with: AgreedWith
    starts_on: Day | None = None


class FinishIn(In):
    """`ended_on` left out: the planned end, today at the latest."""

    ended_on: Day | None = None


class ExtendIn(In):
    """Until when it goes on, and why."""

    ends_on: Day
    reason: Sentence


class CancelIn(In):
    """Why it is cancelled."""

    reason: Sentence


class AnchorIn(In):
    """The agreement that anchors an adopted trial: who does what from now on."""

    what: Sentence
    owner_id: UUID
    due: Day


class EvaluateIn(In):
    """The decision. `adopt` needs the agreement; without a day its follow-up comes after three months."""

    decision: Decision
    agreed_with: AgreedWith
    next_step: Sentence | None = None
    agreement: AnchorIn | None = None
    follow_up_on: Day | None = None


class NoteIn(In):
    """A note appended to the trial; it cannot be changed afterwards."""

    text: Long


class TrialBriefOut(Out):
    """A trial action as it stands in a list."""

    id: UUID
    title: str
    change: str
    state: State
    decision: Decision | None
    department: DepartmentRef
    owner: PersonRef | None
    starts_on: date | None
    ends_on: date | None
    evaluate_on: date | None
    cycle: int
    learning: str | None
    suggested_by: PersonRef | None
    evaluate_due: bool


class TrialPageOut(Out):
    """A page of the list, newest first."""

    items: list[TrialBriefOut]
    next: UUID | None


class CycleOut(Out):
    """A cycle of the same chain."""

    id: UUID
    cycle: int
    state: State
    decision: Decision | None
    title: str
    starts_on: date | None
    ends_on: date | None


class OriginOut(Out):
    """The trial this one was borrowed from."""

    id: UUID
    title: str
    department: DepartmentRef


class BorrowedOut(Out):
    """A borrowed copy; its department is told only to who may read there.

    `tried`: one of its cycles has begun; `kept`: one of them was kept.
    """

    id: UUID
    department: DepartmentRef | None
    state: State
    decision: Decision | None
    tried: bool
    kept: bool


class NoteOut(Out):
    """An appended note."""

    id: UUID
    text: str
    written_by: PersonRef
    written_at: datetime


class HappenedOut(Out):
    """A line of *Vejen hertil*."""

    at: datetime
    what: Literal[
        "created", "suggested", "planned", "started", "tried", "extended", "evaluated", "cancelled"
    ]


class FollowUpCountsOut(Out):
    """Follow-ups on this trial: planned, held, and the next planned day."""

    planned: int
    held: int
    next: date | None


class MissingOut(Out):
    """Fields that the next moves need and that are empty."""

    plan: list[str]
    evaluate: list[str]


class TrialPlaceOut(DepartmentRef):
    """The trial's department, and the walking department it belongs to."""

    walking_id: UUID | None


class TrialOut(Out):
    """A trial action with everything its page shows."""

    id: UUID
    department: TrialPlaceOut
    state: State
    title: str = Field(description="Its own, or the first words of `change`.")
    has_own_title: bool
    change: str
    prediction: str | None
    measure: str | None
    owner: PersonRef | None
    starts_on: date | None
    ends_on: date | None
    evaluate_on: date | None
    situation: str | None
    aim: str | None
    for_whom: str | None
    where: str | None
    data_plan: str | None
    factors: list[str]
    dimensions: list[str]
    tools: list[str]
    places: list[DepartmentRef] = Field(description="Where a trial of a node above takes place.")
    as_place: bool = Field(description="One reads it because it takes place in one's department.")
    happened: str | None
    as_planned: AsPlanned | None
    surprises: str | None
    tally: int | None
    prediction_matched: Matched | None
    learning: str | None
    start_agreed_with: AgreedWith | None
    decision: Decision | None = Field(description="Until it is evaluated: what the evaluation leans to.")
    agreed_with: AgreedWith | None
    next_step: str | None
    reason: str | None
    cycle: int
    chain: list[CycleOut]
    origin: OriginOut | None
    tried_in: list[BorrowedOut]
    suggested_by: PersonRef | None
    notes: list[NoteOut]
    history: list[HappenedOut]
    follow_ups: FollowUpCountsOut
    missing: MissingOut
    warnings: list[Literal["longer_than_three_months"]]
    evaluate_due: bool
    overdue: bool
    can: list[Act]
    editable: list[str] = Field(description="Fields of the plan that may be changed now.")
    undo_until: datetime | None
    version: int


class EvaluatedOut(TrialOut):
    """An evaluated trial, and what its decision made."""

    successor_id: UUID | None
    agreement_id: UUID | None
    follow_up_id: UUID | None


def bare(form: In) -> dict[str, Any]:
    """The form's values; a blank text is none, and a key stands once."""
    return {
        name: None if value == "" else list(dict.fromkeys(value)) if isinstance(value, list) else value
        for name, value in form
    }
