"""What talks, courses, introduction days and new leaders look like on the way in and out."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from trinvis.accounts.queries import PersonRef
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.shapes import Day, Note, Sentence
from trinvis.tracks.rules import ForWhom, Held
from trinvis.tracks.shapes import RolloutTotals

Heading = Annotated[Clean, Field(max_length=200)]
People = Annotated[int, Field(strict=True, ge=0, le=100_000)]
Happens = Literal[Held.PLANNED, Held.HELD]
Act = Literal["edit", "cancel"]


class TalkFields(In):
    """A talk that is planned or was held. `forum`: a committee of the content pack's talks, or 'other'."""

    forum: Annotated[Clean, Field(min_length=1, max_length=60)]
    title: Heading | None = None
    state: Happens = Held.PLANNED
    on: Day
    came: People | None = None
    note: Note | None = None
    held_by: UUID | None = None


class TalkIn(TalkFields):
    """A new talk, kept at HR's node."""

    department_id: UUID


class CourseFields(In):
    """A course that is planned or was held. `until`: its last day; `participants`: people who took part."""

    title: Heading
    for_whom: ForWhom
    state: Happens = Held.PLANNED
    on: Day
    until: Day | None = None
    came: People | None = None
    note: Note | None = None
    held_by: UUID | None = None
    participants: Annotated[list[UUID], Field(max_length=500)] = []


class CourseIn(CourseFields):
    """A new course, kept at HR's node."""

    department_id: UUID


class IntroductionDayFields(In):
    """A day on which new colleagues are introduced, planned or held."""

    state: Happens = Held.PLANNED
    on: Day
    invited: People | None = None
    came: People | None = None
    note: Note | None = None


class IntroductionDayIn(IntroductionDayFields):
    """A new introduction day, kept at HR's node."""

    department_id: UUID


class CancelIn(In):
    """Why it is not held after all."""

    reason: Sentence


class GatheringOut(Out):
    """What a talk, a course and an introduction day have in common. `came`: so many, once it was held."""

    id: UUID
    department: DepartmentRef
    state: Held
    on: date
    came: int | None
    note: str | None
    reason: str | None
    can: list[Act]
    version: int


class TalkOut(GatheringOut):
    """A talk; `holder_left`: it lies ahead, and who was to hold it has left."""

    forum: str
    title: str | None
    held_by: PersonRef | None
    holder_left: bool


class CourseOut(GatheringOut):
    """A course; `participants`: how many of those who took part are named."""

    title: str
    for_whom: ForWhom
    until: date | None
    held_by: PersonRef | None
    holder_left: bool
    participants: int


class CoursePeopleOut(CourseOut):
    """A course with the people who took part and are named, by name."""

    people: list[PersonRef]


class IntroductionDayOut(GatheringOut):
    """An introduction day: so many were invited, so many came."""

    invited: int | None


class TalkPage(Out):
    """A page: planned ones by date, others latest first."""

    items: list[TalkOut]
    next: str | None


class CoursePage(Out):
    """A page: planned ones by date, others latest first."""

    items: list[CourseOut]
    next: str | None


class IntroductionDayPage(Out):
    """A page: planned ones by date, others latest first."""

    items: list[IntroductionDayOut]
    next: str | None


# ---- ambassadors and new leaders


class AmbassadorOut(Out):
    """An ambassador: `title` is what the hospital calls the role, `courses` how many she took part in."""

    person: PersonRef
    title: str | None
    department: DepartmentRef
    since: date | None
    courses: int


class RosterRow(Out):
    """A walking department, or a node outside that has ambassadors, with those it has."""

    department: DepartmentRef
    ambassadors: list[AmbassadorOut]


class Roster(Out):
    """The departments in the organisation's order; counts are of all, before the filter."""

    items: list[RosterRow]
    departments: int
    without: int
    ambassadors: int


class NewLeaderOut(Out):
    """Somebody who began to lead within a year; `held_on`: the day of the programme for new leaders."""

    role_id: UUID
    person: PersonRef
    role: Literal["leader", "section_leader"]
    title: str | None
    department: DepartmentRef
    since: date
    held_on: date | None


class NewLeaders(Out):
    """Whoever is new, the newest first."""

    items: list[NewLeaderOut]


class IntroducedIn(In):
    """The day of the programme."""

    held_on: Day


# ---- the page of the three tracks


class ForumOut(Out):
    """Talks to one forum: the next that is planned, the last that was held, how many were."""

    forum: str
    planned: TalkOut | None
    held: TalkOut | None
    times: int


class CoursesOut(Out):
    """Courses: the next that is planned, the last that was held, how many were and how many came."""

    planned: CourseOut | None
    held: CourseOut | None
    times: int
    came: int


class IntroductionDaysOut(Out):
    """Introduction days: the next, the last, how many were held and how many came."""

    planned: IntroductionDayOut | None
    held: IntroductionDayOut | None
    times: int
    came: int


class RosterCounts(Out):
    """Departments, how many of them have no ambassador, and ambassadors."""

    departments: int
    without: int
    ambassadors: int


class LeaderCounts(Out):
    """Leaders who are new, and how many of them had the programme."""

    new: int
    introduced: int


class HospitalTrial(Out):
    """A trial of the hospital's own node that is not over."""

    id: UUID
    title: str
    state: str


class MaterialLink(Out):
    """A piece of the library that belongs to a track's item."""

    id: UUID
    kind: str
    title: str
    title_en: str | None


class TracksOut(Out):
    """The three tracks. `homes`: HR's nodes where she keeps what is new; `consultants`: who may hold it."""

    homes: list[DepartmentRef]
    consultants: list[PersonRef]
    rollout: RolloutTotals
    trials: list[HospitalTrial]
    forums: list[ForumOut]
    courses: CoursesOut
    roster: RosterCounts
    leaders: LeaderCounts
    introduction_days: IntroductionDaysOut
    material: list[MaterialLink]
