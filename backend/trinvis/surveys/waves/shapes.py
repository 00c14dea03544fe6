"""What the routes of waves take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.rules import FIRST_DAY, LAST_DAY
from trinvis.surveys.rules import Shown
from trinvis.surveys.tables import Decider, Phase, WaveState
from trinvis.surveys.waves.rules import WaveMove

Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
Ids = Annotated[list[UUID], Field(min_length=1, max_length=200)]


class WaveIn(In):
    """The plan of a wave. `units`: node -> the unit its own people answer with; left out, as departments."""

    department_ids: Ids
    phases: dict[UUID, Phase]
    opens_on: Day
    closes_on: Day
    dialogue_on: Day
    hmu_on: Day
    hmu_single: bool = False
    units: Annotated[dict[UUID, UUID], Field(max_length=2000)] | None = None


class DraftIn(In):
    """A plan being thought about. `wave_id`: the wave that is being changed, not in its own way."""

    department_ids: Ids
    opens_on: Day | None = None
    closes_on: Day | None = None
    units: Annotated[dict[UUID, UUID], Field(max_length=2000)] | None = None
    wave_id: UUID | None = None


class DecisionIn(In):
    """The committee's decision. HMU's for several departments, LMU's for one."""

    decided_by: Decider
    decided_on: Day


class ReasonIn(In):
    """Why the wave is annulled."""

    reason: Annotated[str, Field(max_length=500)]


class InstrumentIn(In):
    """Which wording of the seven statements the hospital uses."""

    instrument: Annotated[str, Field(max_length=40)]


class InstrumentOut(Out):
    """The hospital's choice. `fixed`: a wave has opened with it."""

    instrument: str | None
    choices: list[str]
    fixed: bool
    can: list[Literal["choose"]]
    version: int


class WordingOut(Out):
    """The instrument version that the hospital uses."""

    instrument: str


class WaveUnit(Out):
    """A node of the wave. `heads` are its own people; `unit_id` whom they answer with.

    `read`: one reads of the department here, and so, in time, its result.
    """

    id: UUID
    parent_id: UUID | None
    name: str
    kind: str
    heads: int
    unit_id: UUID | None
    unit_heads: int
    phase: Phase | None
    offered: bool
    read: bool
    prospect: Shown
    printed: int | None
    band: str | None
    band_on: date | None


class Obstacle(Out):
    """Something in the way of the plan, with facts for the words."""

    field: str
    problem: str
    facts: dict[str, object]


class WaveLine(Out):
    """A wave in a list."""

    id: UUID
    place: DepartmentRef
    state: WaveState
    phase: Phase | None
    departments: int
    opens_on: date
    closes_on: date
    dialogue_on: date
    hmu_on: date
    confirmed: bool
    counted: bool


class WaveList(Out):
    """Waves, newest first."""

    items: list[WaveLine]


class WaveOut(Out):
    """A wave with its plan. Numbers of answers are in it as a department's band, once a day, at most."""

    id: UUID
    place: DepartmentRef
    state: WaveState
    instrument: str
    opens_on: date
    closes_on: date
    dialogue_on: date
    hmu_on: date
    hmu_single: bool
    show: int
    decider: Decider
    decided_by: Decider | None
    decided_on: date | None
    confirmed_on: date | None
    nodes: list[WaveUnit]
    obstacles: list[Obstacle]
    opened_on: date | None
    closed_on: date | None
    counting: int | None
    counted_at: datetime | None
    destroyed_at: datetime | None
    annulled_on: date | None
    reason: str | None
    can: list[WaveMove]
    version: int


class DraftOut(Out):
    """What a wave over these departments would look like, before anything is kept."""

    opens_on: date
    closes_on: date
    dialogue_on: date
    hmu_on: date
    decider: Decider
    nodes: list[WaveUnit]
    obstacles: list[Obstacle]
