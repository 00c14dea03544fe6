"""The trial action: one PDSA cycle, its chain, its notes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment, Path, Words, new_id, one_of
from trinvis.trial_actions.rules import AgreedWith, AsPlanned, Decision, Matched, State

__all__ = [
    "AgreedWith", "AsPlanned", "Decision", "Matched", "State", "TrialAction", "TrialNote", "TrialPlace",
]


class TrialAction(SQLModel, table=True):
    """One cycle: plan, do, study, act."""

    __tablename__ = "trial_action"
    __table_args__ = (
        one_of("state", State),
        one_of("decision", Decision),
        one_of("as_planned", AsPlanned),
        one_of("prediction_matched", Matched),
        one_of("agreed_with", AgreedWith),
        one_of("start_agreed_with", AgreedWith),
        one_of("decision_draft", Decision),
        CheckConstraint("(decision IS NULL) = (state <> 'evaluated')", name="decided"),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name="dates"),
        Index("ix_trial_action_department", "department_id", "state", "id"),
        Index("ix_trial_action_newest", "department_id", "id"),
        Index("ix_trial_action_owner", "owner_id", "state"),
        Index("ix_trial_action_path", "department_path", "id"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    department_path: str = Field(sa_type=Path, description="The department's path, for lists of a subtree.")
    journey_id: UUID | None = Field(default=None, index=True)
    state: str = Field(default=State.DRAFT)
    # plan
    title: str | None = None
    change: str = Field(description="Vi prøver ...")
    folded: str = Field(default="", description="Title and change as search keeps words.")
    prediction: str | None = Field(default=None, description="Vi regner med ...")
    measure: str | None = Field(default=None, description="Vi kan se det ved ...")
    owner_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    starts_on: date | None = None
    ends_on: date | None = None
    evaluate_on: date | None = None
    situation: str | None = Field(default=None, description="Hvad er svært i dag?")
    aim: str | None = None
    for_whom: str | None = None
    where: str | None = Field(default=None, sa_column_kwargs={"name": "where_it_is"})
    data_plan: str | None = None
    factors: list[str] = Field(default_factory=list, sa_type=Words)
    dimensions: list[str] = Field(default_factory=list, sa_type=Words)
    tools: list[str] = Field(default_factory=list, sa_type=Words)
    # do
    happened: str | None = None
    as_planned: str | None = None
    surprises: str | None = None
    tally: int | None = None
    # study
    prediction_matched: str | None = None
    learning: str | None = None
    # act
    start_agreed_with: str | None = Field(default=None, description="Whom the start was agreed with.")
    decision: str | None = Field(default=None, description="Set by the evaluation and never before it.")
    decision_draft: str | None = Field(default=None, description="What the unfinished evaluation leans to.")
    agreed_with: str | None = None
    next_step: str | None = Field(default=None, description="adapt: what changes in the next cycle.")
    reason: str | None = Field(default=None, description="Why it was cancelled or extended.")
    # chain
    cycle: int = Field(default=1)
    chain_id: UUID = Field(index=True, description="Id of the first cycle.")
    predecessor_id: UUID | None = Field(default=None, unique=True)
    origin_id: UUID | None = Field(default=None, index=True, description="The trial it was borrowed from.")
    experience_id: UUID | None = Field(
        default=None, index=True, description="The shared experience through which it was borrowed."
    )
    suggested_by: UUID | None = Field(default=None, index=True)
    # the way here
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    planned_at: datetime | None = Field(default=None, sa_type=Moment)
    started_at: datetime | None = Field(default=None, sa_type=Moment)
    tried_at: datetime | None = Field(default=None, sa_type=Moment)
    extended_at: datetime | None = Field(default=None, sa_type=Moment)
    evaluated_at: datetime | None = Field(default=None, sa_type=Moment)
    cancelled_at: datetime | None = Field(default=None, sa_type=Moment)
    last_move: dict[str, object] | None = Field(
        default=None, sa_type=Json, description="The last move as an undo within ten minutes needs it."
    )
    changed_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class TrialNote(SQLModel, table=True):
    """A note appended later; an evaluated trial takes nothing else."""

    __tablename__ = "trial_note"
    id: UUID = Field(default_factory=new_id, primary_key=True)
    trial_action_id: UUID = Field(sa_column_args=[ForeignKey("trial_action.id")], index=True)
    text: str
    written_by: UUID = Field(sa_column_args=[ForeignKey("person.id")])
    written_at: datetime = Field(sa_type=Moment)


class TrialPlace(SQLModel, table=True):
    """A department that a trial at a node above it takes place in (the hospital's, in two or three)."""

    __tablename__ = "trial_place"
    trial_action_id: UUID = Field(sa_column_args=[ForeignKey("trial_action.id")], primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], primary_key=True, index=True)
