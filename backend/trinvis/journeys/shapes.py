"""What journeys, sessions and requests for help look like on the way in and out."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from trinvis.accounts.queries import PersonRef
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.tables import Audience
from trinvis.journeys.rules import Ended, SessionState, StepState, SupportState

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
Short = Annotated[Clean, Field(max_length=200)]
Sentence = Annotated[Clean, Field(max_length=500)]
Long = Annotated[Clean, Field(max_length=4000)]
Key = Annotated[Clean, Field(max_length=40)]
MOST_DEPARTMENTS = 100


# ---- journeys

class JourneyBrief(Out):
    """A round in the list of rounds."""

    id: UUID
    round: int
    started_on: date
    ended_on: date | None
    ended_as: Ended | None


class JourneyList(Out):
    """A department's rounds, newest first."""

    items: list[JourneyBrief]


class Missing(Out):
    """What a step needs: `cover` goes with the code *cover*, `lacks` (who, what, when) with *promise*."""

    code: Literal[
        "session", "cover", "tasks_conditions", "need", "ambition", "promise", "follow_up_process",
        "follow_up_result",
    ]
    cover: str | None
    lacks: list[Literal["who", "what", "when"]] | None


class StepOut(Out):
    """Where a step stands; `since`: in progress since, or done on."""

    number: int
    state: StepState
    since: date | None
    done_on: date | None
    missing: list[Missing]
    out_of_order: str | None
    needs_sentence: bool
    """Completing it now takes a sentence, because the step before is not done."""
    reopened_because: str | None
    can: list[Literal["complete", "reopen"]]


class SessionPlaceOut(Out):
    """A journey that a session counts for."""

    journey_id: UUID
    department: DepartmentRef


class SessionOut(Out):
    """A meeting of step 1; the note is null where it is *Kun for os* (`has_note` says whether there is one).

    `places` are those the reader knows of, `elsewhere` how many there are besides.
    """

    id: UUID
    state: SessionState
    day: date
    forum: str
    title: str | None
    covers: list[str]
    participants: int | None
    note: str | None
    has_note: bool
    audience: Audience
    led_by: PersonRef | None
    places: list[SessionPlaceOut]
    elsewhere: int
    reason: str | None
    can: list[Literal["edit", "hold", "cancel", "open_note"]]
    version: int


class AssessmentOut(Out):
    """What step 2 has written down."""

    tasks_conditions: str | None
    need: str | None
    ambition: str | None
    factors: list[str]
    assessed_on: date | None


class DatesOut(Out):
    """The next date of each kind of follow-up, or the last one that was held; null: none."""

    process: date | None
    result: date | None


class WaitingOut(Out):
    """What stands between this round and the next: a step, or follow-ups (`count`, the `next` of them)."""

    code: Literal["step", "follow_ups"]
    number: int | None
    count: int | None
    next: date | None


class JourneyOut(Out):
    """A department's round with its three steps."""

    id: UUID
    department: DepartmentRef
    round: int
    started_on: date
    ended_on: date | None
    ended_as: Ended | None
    steps: list[StepOut]
    sessions: list[SessionOut]
    assessment: AssessmentOut
    agreements_count: int
    trials_count: int
    follow_up_dates: DatesOut
    waiting: list[WaitingOut]
    can: list[Literal["hold_sessions", "assess", "ask_help", "next_round"]]
    version: int


class JourneyIn(In):
    """Open a round; `round` says which, so that a page left open starts no second one."""

    department_id: UUID
    round: Annotated[int, Field(ge=1, le=1000)] | None = None


class CompleteIn(In):
    """Complete a step; the sentence is asked for where the step before is not done."""

    sentence: Sentence | None = None


class ReasonIn(In):
    """Reopen a step, or cancel: why."""

    reason: Sentence | None = None


class AssessmentIn(In):
    """Step 2 as a whole form; what is not yet known may stay blank."""

    tasks_conditions: Long | None = None
    need: Long | None = None
    ambition: Long | None = None
    factors: Annotated[list[Key], Field(max_length=20)] = []


# ---- sessions

class SessionFields(In):
    """What is said about a session. Leaving out `note` leaves the note as it is."""

    day: Day
    forum: Key
    title: Short | None = None
    covers: Annotated[list[Key], Field(max_length=20)] = []
    participants: Annotated[int, Field(ge=0, le=100_000)] | None = None
    note: Long | None = None
    audience: Audience = Audience.SHARED
    led_by: UUID | None = None


class SessionIn(SessionFields):
    """A new session for one department, or for several at once."""

    department_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_DEPARTMENTS)]
    state: Literal[SessionState.PLANNED, SessionState.HELD]


class HoldIn(In):
    """A planned session was held; what is left out stays as it was planned."""

    day: Day | None = None
    forum: Key | None = None
    title: Short | None = None
    covers: Annotated[list[Key], Field(max_length=20)]
    participants: Annotated[int, Field(ge=0, le=100_000)] | None = None
    note: Long | None = None
    audience: Audience | None = None
    led_by: UUID | None = None


class NoteOut(Out):
    """A note *Kun for os*, opened."""

    note: str | None


# ---- requests for help

class SupportIn(In):
    """*Bed HR om hjælp*: what would help, and whether HMU may read that."""

    wish: Long
    visible_to_hmu: bool = False


class NewSupportIn(SupportIn):
    """A new request for a walking department."""

    department_id: UUID


class AgreeIn(In):
    """HR says when, and who; nobody named: the one who answers."""

    agreed_for: Day
    agreed_with: UUID | None = None


class SupportOut(Out):
    """A request for help."""

    id: UUID
    department: DepartmentRef
    state: SupportState
    wish: str
    visible_to_hmu: bool
    wanted_on: date
    asked_by: PersonRef | None
    agreed_with: PersonRef | None
    agreed_for: date | None
    ended_on: date | None
    can: list[Literal["edit", "agree", "done", "withdraw"]]
    version: int


class SupportPage(Out):
    """Requests, newest first."""

    items: list[SupportOut]
    next: str | None
