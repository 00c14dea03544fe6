"""Waves, codes, ballots, cells. No row of a person's answer is in here once a wave is counted.

Ids of a wave are random: they stand on slips. Codes and ballots have no time, no sequence and no
address, and their tables no hidden row number (`WITHOUT ROWID`): nothing in them says in which order
they came. A house test pins their columns.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, Path, new_id, one_of
from trinvis.surveys.rules import SHOW, Shown


class WaveState(StrEnum):
    """A wave is drafted, planned (decided and confirmed), open, closed; or annulled before that."""

    DRAFT = "draft"
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    ANNULLED = "annulled"


class Phase(StrEnum):
    """*Før, under, efter*: what the wave is for a department."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Decider(StrEnum):
    """The committee that decided: HMU for several departments, LMU for one."""

    HMU = "hmu"
    LMU = "lmu"


class InstrumentChoice(SQLModel, table=True):
    """Which wording of the seven statements the hospital uses; fixed once a wave has opened."""

    __tablename__ = "instrument_choice"
    id: int = Field(default=1, primary_key=True)
    instrument: str
    chosen_by: UUID
    chosen_on: date
    version: int = Field(default=1)


class Wave(SQLModel, table=True):
    """*Måling*: one round of answering. Days are Copenhagen days; `closes_on` is the last to answer."""

    __tablename__ = "wave"
    __table_args__ = (
        one_of("state", WaveState),
        one_of("decided_by", Decider),
        CheckConstraint("closes_on >= opens_on", name="days"),
        CheckConstraint(f"show >= {SHOW}", name="show"),
        Index("ix_wave_due", "state", "opens_on", "closes_on"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    place_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    state: str = Field(default=WaveState.DRAFT)
    instrument: str
    opens_on: date
    closes_on: date
    dialogue_on: date = Field(description="The dialogue meeting: from then on employees see the result.")
    hmu_on: date = Field(description="From then on HMU sees it.")
    hmu_single: bool = Field(default=False, description="HMU decided to see single departments.")
    show: int = Field(default=SHOW)
    decided_by: str | None = None
    decided_on: date | None = None
    planned_by: UUID
    confirmed_by: UUID | None = None
    confirmed_on: date | None = None
    public_key: bytes | None = Field(default=None, sa_type=LargeBinary)
    opened_on: date | None = None
    closed_on: date | None = None
    counting: int | None = Field(default=None, description="How far the counting is, in per cent.")
    counted_at: datetime | None = Field(default=None, sa_type=Moment, description="Ballots and codes went.")
    destroyed_at: datetime | None = Field(default=None, sa_type=Moment, description="The key went.")
    annulled_on: date | None = None
    reason: str | None = None
    version: int = Field(default=1)


class WaveNode(SQLModel, table=True):
    """A node of the wave's tree; name, parent and heads are frozen when it opens.

    `unit_id`: the unit that people attached directly here answer with: itself, or another one.
    """

    __tablename__ = "wave_node"
    __table_args__ = (
        one_of("phase", Phase),
        one_of("shown", Shown),
        CheckConstraint("heads >= 0", name="heads"),
        CheckConstraint("printed >= 0", name="printed"),
    )
    wave_id: UUID = Field(sa_column_args=[ForeignKey("wave.id")], primary_key=True)
    node_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], primary_key=True, index=True)
    parent_id: UUID | None = None
    name: str
    kind: str
    position: str = Field(sa_type=Path)
    heads: int = Field(description="People attached directly to the node.")
    unit_id: UUID | None = None
    phase: str | None = Field(default=None, description="For the walking departments in the wave.")
    printed: int = Field(default=0, description="Codes printed for the unit that are not void.")
    band: str | None = Field(default=None, description="Answers of a department while open, as a band.")
    band_on: date | None = Field(default=None, description="Day on which the band was taken: once a day.")
    shown: str | None = Field(default=None, description="Set when the wave is counted.")
    ballots: int | None = Field(default=None, description="Answers received; kept with detail only.")


class AnswerCode(SQLModel, table=True):
    """A code that was not used yet: its hash and for which unit it counts."""

    __tablename__ = "answer_code"
    __table_args__ = (Index("ix_answer_code_unit", "wave_id", "unit_id"), {"sqlite_with_rowid": False})
    digest: bytes = Field(sa_type=LargeBinary, primary_key=True)
    wave_id: UUID = Field(sa_column_args=[ForeignKey("wave.id")])
    unit_id: UUID


class Ballot(SQLModel, table=True):
    """Seven answers, sealed for the wave's key. Gone when the wave is counted."""

    __tablename__ = "ballot"
    __table_args__ = (Index("ix_ballot_unit", "wave_id", "unit_id"), {"sqlite_with_rowid": False})
    key: bytes = Field(sa_type=LargeBinary, primary_key=True)
    wave_id: UUID = Field(sa_column_args=[ForeignKey("wave.id")])
    unit_id: UUID
    sealed: bytes = Field(sa_type=LargeBinary)


class Cell(SQLModel, table=True):
    """A number that is shown: of a statement or of the scale, at a node that is released.

    Nothing is kept of what is hidden. `mean_tenths` is the mean as shown; only the scale, and only
    with detail, keeps mean and variance in full (as fractions "n/d").
    """

    __tablename__ = "cell"
    __table_args__ = ({"sqlite_with_rowid": False},)
    wave_id: UUID = Field(sa_column_args=[ForeignKey("wave.id")], primary_key=True)
    node_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True, description="q1 to q7, or scale.")
    mean_tenths: int
    n: int | None = None
    low: int | None = None
    middle: int | None = None
    high: int | None = None
    mean: str | None = None
    variance: str | None = None


class DialogueUse(SQLModel, table=True):
    """*Vi brugte de syv spørgsmål på et møde*: that, when and where; no answer."""

    __tablename__ = "dialogue_use"
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    on: date = Field(sa_column_kwargs={"name": "on_day"})
    forum: str = Field(description="Key of a forum in the content pack.")
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
