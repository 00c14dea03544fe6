"""What goes in and out of the routes of experiences."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from trinvis.accounts.queries import PersonRef
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.experiences.rules import Act, Consent, ExperienceState, Origin
from trinvis.trial_actions.rules import Decision, State
from trinvis.trial_actions.shapes import Keys, Long

Title = Annotated[Clean, Field(min_length=1, max_length=200)]


class ExperienceIn(In):
    """What is told, as a whole form. A draft needs a title, sharing all but the advice."""

    title: Title
    did: Long = ""
    learned: Long = ""
    advice: Long | None = None
    factors: Keys
    tools: Keys


class NewExperienceIn(ExperienceIn):
    """A draft in a department that took part in what it comes from."""

    department_id: UUID
    origin: Origin
    origin_id: UUID


class ShareIn(In):
    """Who said yes for the department, and for whom she speaks: ledelsen or TRIO."""

    consent: Consent
    consented_by: UUID


class BorrowIn(In):
    """Where it is to be tried."""

    department_id: UUID


class ExperienceBriefOut(Out):
    """An experience as it stands in a list; `tried` in so many places, `kept` in so many."""

    id: UUID
    title: str
    learned: str
    state: ExperienceState
    origin: Origin
    factors: list[str]
    tools: list[str]
    shared_on: date | None
    department: DepartmentRef
    tried: int
    kept: int


class ExperiencePageOut(Out):
    """A page of the list; `departments` have shared something: what the list can be filtered by."""

    items: list[ExperienceBriefOut]
    departments: list[DepartmentRef]
    next: UUID | None


class BorrowerOut(Out):
    """Somebody who tried it: named if it has shared in turn, or if the reader reads its plan anyway."""

    trial_id: UUID | None = Field(description="Only where the reader may open it.")
    department: DepartmentRef | None
    experience_id: UUID | None
    state: State
    decision: Decision | None


class TriedPlanOut(Out):
    """The three sentences of the trial, which go along to whoever tries it."""

    change: str
    prediction: str | None
    measure: str | None


class ExperienceOut(Out):
    """An experience with everything its page shows."""

    id: UUID
    department: DepartmentRef
    closed: bool = Field(description="The department is closed, and nobody continues it.")
    state: ExperienceState
    title: str
    did: str
    learned: str
    advice: str | None
    factors: list[str]
    tools: list[str]
    origin: Origin
    origin_id: UUID | None = Field(description="Only where the reader reads the department's plan.")
    plan: TriedPlanOut | None
    decision: Decision | None = Field(description="What its own trial came to.")
    consent: Consent | None
    consented_by: PersonRef | None = Field(description="By name in its department only.")
    shared_on: date | None
    withdrawn_on: date | None
    tried: int
    kept: int
    borrowers: list[BorrowerOut]
    borrow_to: list[DepartmentRef] = Field(description="Where the reader may begin a draft of it.")
    consenters: list[ConsenterOut] = Field(description="Who can say yes, where the reader may share it.")
    missing: list[str] = Field(description="What sharing still needs.")
    can: list[Act]
    version: int


class ConsenterOut(Out):
    """Somebody who can say yes for the department."""

    person: PersonRef
    consent: Consent


class SourceOut(Out):
    """What an experience would come from, and what its text may begin with.

    `experience`: the one that was told of it before; a second one is not begun.
    """

    department: DepartmentRef
    origin: Origin
    origin_id: UUID
    title: str | None
    on: date | None
    number: int | None
    forum: str | None
    ready: bool
    text: dict[str, Any]
    experience: ExperienceBriefOut | None


class NamedBorrowerOut(Out):
    """A borrowed copy that shared in turn: by name to everybody."""

    trial_id: UUID
    department: DepartmentRef
    experience_id: UUID


class AroundTrialOut(Out):
    """What the trial's page shows of experiences: told of it, borrowed through, and who shared in turn."""

    told: list[ExperienceBriefOut]
    borrowed_through: ExperienceBriefOut | None
    named: list[NamedBorrowerOut]
    tells_for: list[DepartmentRef] = Field(description="Departments for which the reader may tell of it.")


class PracticeOut(Out):
    """*Sådan gør vi hos os*: something a department kept. `words`: the agreement that anchors it, if any.

    `still`: what the last check said, None before the first. `next_check`: when it is asked about again.
    """

    trial_id: UUID
    department: DepartmentRef
    title: str
    words: str
    kept_on: date
    checked_on: date | None
    adjusted: bool
    next_check: date | None


class PracticesOut(Out):
    """What a department does since it tried it, the newest first."""

    items: list[PracticeOut]


ExperienceOut.model_rebuild()
