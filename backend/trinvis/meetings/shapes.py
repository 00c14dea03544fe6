"""What meetings and the yearly discussion look like on the way in and out."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.meetings.rules import Asks, Committee, MeetingState, Move

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
Short = Annotated[Clean, Field(max_length=200)]
Sentence = Annotated[Clean, Field(max_length=500)]
Long = Annotated[Clean, Field(max_length=2000)]
MOST_ITEMS = 40


# ---- meetings

class MeetingBrief(Out):
    """A meeting in the list; `asked`: its day is past and decisions are not written yet."""

    id: UUID
    committee: Committee
    department: DepartmentRef
    on: date
    papers_as_of: date | None
    state: MeetingState
    items: int
    decided: int
    asked: bool


class CommitteePlace(Out):
    """A committee, and what the actor can do there."""

    department: DepartmentRef
    committee: Committee
    can: list[Literal["plan"]]


class MeetingPage(Out):
    """Meetings, the latest day first. `place`: the one committee that was asked for."""

    items: list[MeetingBrief]
    next: str | None
    place: CommitteePlace | None


class ItemOut(Out):
    """An item of the agenda, and what was decided."""

    id: UUID
    position: int
    title: str
    asks: Asks
    recommendation: str | None
    account: str | None
    decision: str | None
    decided_on: date | None
    version: int


class FormerOut(Out):
    """The committee's meeting before this one, with the items that something was decided about."""

    id: UUID
    on: date
    papers_as_of: date | None
    items: list[ItemOut]


class MeetingOut(Out):
    """A meeting. `since`: the day from which its papers tell what is new; null: it is the first one."""

    id: UUID
    committee: Committee
    department: DepartmentRef
    on: date
    papers_as_of: date | None
    state: MeetingState
    note: str | None
    items: list[ItemOut]
    former: FormerOut | None
    since: date | None
    can: list[Move]
    version: int


class MeetingFields(In):
    """When the committee meets, and which day its papers speak of."""

    on: Day
    papers_as_of: Day | None = None
    note: Sentence | None = None


class MeetingIn(MeetingFields):
    """Plan a meeting, or enter one that was held before meetings were kept here."""

    department_id: UUID


class ItemIn(In):
    """An item: its title, what the committee is asked to do, why."""

    title: Annotated[Short, Field(min_length=1)]
    asks: Asks
    recommendation: Sentence | None = None
    account: Long | None = None


class OrderIn(In):
    """All items of the meeting in their new order."""

    items: Annotated[list[UUID], Field(max_length=MOST_ITEMS)]


class DecisionIn(In):
    """What was decided about an item; empty: nothing yet."""

    item_id: UUID
    decision: Long | None = None


class DecisionsIn(In):
    """What was decided at the meeting; items that are not named keep what stands."""

    decisions: Annotated[list[DecisionIn], Field(max_length=MOST_ITEMS)]


# ---- the yearly discussion

class YearlyOut(Out):
    """The contribution to a year's discussion of the work environment."""

    id: UUID
    committee: Committee
    department: DepartmentRef
    year: int
    goals: str | None
    met: str | None
    next_goals: str | None
    follow_up: str | None
    can: list[Literal["edit"]]
    version: int


class YearlyList(Out):
    """A committee's yearly discussions, the latest first. `place`: the committee."""

    items: list[YearlyOut]
    place: CommitteePlace


class YearlyFields(In):
    """Last year's goals, whether they were met, next year's, and how they are followed up."""

    goals: Long | None = None
    met: Long | None = None
    next_goals: Long | None = None
    follow_up: Long | None = None


class YearlyIn(YearlyFields):
    """Begin a year's discussion; left empty, the goals are those that last year set for this one."""

    department_id: UUID
    year: Annotated[int, Field(ge=2000, le=2100)]
