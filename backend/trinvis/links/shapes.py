"""What goes in and out of the routes of links."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.rules import Assessed
from trinvis.followups.shapes import Day, Sentence
from trinvis.links.rules import LinkKind

Secret = Annotated[str, Field(min_length=1, max_length=100)]


class LookIn(In):
    """The link's secret; before the board also the secret of the personal link that the phone carries."""

    secret: Secret
    personal: Secret | None = None


class LinkedFollowUp(Out):
    """A follow-up as whoever has the link sees it: no notes, no names."""

    id: UUID
    question: str
    due: date
    department: str
    trial: str | None


class LookedOut(Out):
    """What the link reaches. `named`: it is logged in a person's name; else from the board."""

    kind: LinkKind
    named: bool
    today: date
    expires_on: date
    follow_ups: list[LinkedFollowUp]


class LinkLogIn(LookIn):
    """What was seen; always shared. `held_on`: the day it was written without network; left out: today."""

    follow_up_id: UUID
    assessment: Assessed
    note: Sentence | None = None
    held_on: Day | None = None


class LinkLoggedOut(Out):
    """It is kept; `next_due`: when it is looked at again, if a day is set."""

    held_on: date
    next_due: date | None


class PersonalIn(In):
    """For which department."""

    department_id: UUID


class PersonalLink(Out):
    """A link that stands, without its secret."""

    id: UUID
    made_on: date
    expires_on: date


class PersonalPlace(Out):
    """A department where one may have a link, and the one that stands."""

    department: DepartmentRef
    link: PersonalLink | None


class PersonalOut(Out):
    """Where one may have a link of one's own."""

    places: list[PersonalPlace]


class MadeOut(Out):
    """A new link, shown this once: `url` for the phone, `qr` the same as a picture (a data: address)."""

    url: str
    qr: str
    link: PersonalLink


class BoardCode(Out):
    """A code for one running trial."""

    title: str | None
    change: str
    qr: str


class BoardCodesOut(Out):
    """How many codes stand on sheets that hang; and the new ones, shown this once."""

    standing: int
    codes: list[BoardCode]
