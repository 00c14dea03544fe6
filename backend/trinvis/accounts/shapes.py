"""What goes in and out about people, their roles, and what changes hands."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from trinvis.access import Role
from trinvis.accounts.queries import PersonRef
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.departments.queries import DepartmentRef

Name = Annotated[Clean, Field(min_length=1, max_length=200)]


def _address(text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        raise ValueError("not_an_address")
    return text.lower()


_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
Email = Annotated[Clean, Field(max_length=254), AfterValidator(_address)]
Title = Annotated[Clean, Field(max_length=100)]


class RoleFields(In):
    """From when to when, and what the hospital calls it."""

    title: Title | None = None
    valid_from: date | None = None
    valid_to: date | None = None


class FirstRole(RoleFields):
    """A role for somebody who is entered now; without a first day it begins today."""

    role: Role
    department_id: UUID


class RoleIn(FirstRole):
    """A role for somebody who is known."""

    person_id: UUID


class PersonFields(In):
    """Name and address of a person."""

    name: Name
    email: Email


class PersonIn(PersonFields):
    """A new person with her first role; only the administrator of the whole enters one without."""

    role: FirstRole | None = None


class EndIn(In):
    """The last day; today if none is given."""

    on: date | None = None


class DeputyIn(In):
    """Who stands in for the leader, and when: both days are needed."""

    person_id: UUID
    valid_from: date
    valid_to: date


class RoleLine(Out):
    """A role somebody holds, held or will hold. `deputy_for`: whom she stands in for."""

    id: UUID
    role: Role
    title: str | None
    department: DepartmentRef
    valid_from: date | None
    valid_to: date | None
    state: Literal["planned", "held", "ended"]
    deputy_for: PersonRef | None
    can: list[Literal["change", "end", "deputy"]]
    version: int


class DirectoryLine(Out):
    """A person with the roles that one keeps up to date: today's and coming ones."""

    person: PersonRef
    email: str
    left_on: date | None
    roles: list[RoleLine]


class Directory(Out):
    """A page of people by name; `next` is the cursor of the page after it.

    `roles`: those that one may give, at the department asked for or anywhere.
    """

    items: list[DirectoryLine]
    next: UUID | None
    roles: list[Role]


class PersonOut(Out):
    """A person with all roles that one keeps up to date, ended ones too; others are not told of."""

    id: UUID
    name: str
    email: str
    left_on: date | None
    roles: list[RoleLine]
    can: list[Literal["edit", "leave"]]
    version: int


Promised = Literal[
    "trial_action", "agreement", "follow_up", "session", "support_request", "talk", "course"
]  # fmt: skip


class OpenLine(Out):
    """Something open with its owner. `belongs`: whether the owner still belongs there.

    `title` of a session and of a talk without one is its forum's key.
    """

    kind: Promised
    id: UUID
    title: str
    department: DepartmentRef
    due: date | None
    state: str
    owner: PersonRef | None
    belongs: bool


class EndedOut(Out):
    """A role that ends: `role` is None if it had not begun and is gone.

    `owns`: what the person has promised there, as far as one may read it; `count`: all of it.
    `deputies`: how many deputies' roles end with it.
    """

    role: RoleLine | None
    person: PersonRef
    owns: list[OpenLine]
    count: int
    deputies: int


class LeftOut(Out):
    """A person who leaves, and what she has promised (as `EndedOut`)."""

    person: PersonOut
    owns: list[OpenLine]
    count: int


class Unowned(Out):
    """*Uden tovholder*: what is open at the department and beneath it and has no owner who belongs."""

    items: list[OpenLine]


class OwnedOut(Out):
    """What a person owns at the department and beneath it."""

    person: PersonRef
    left_on: date | None
    items: list[OpenLine]


class GiveIn(In):
    """A record and who is to own it from now on; None: nobody yet."""

    kind: Promised
    id: UUID
    to_id: UUID | None


class HandoverIn(In):
    """*Overdrag*. `from_id`: whose they were when one looked; None: they stood without an owner."""

    department_id: UUID
    from_id: UUID | None = None
    to: Annotated[list[GiveIn], Field(min_length=1, max_length=200)]


class HandedOver(Out):
    """What is left of that person's (or without an owner) at the department and beneath it."""

    handed: int
    items: list[OpenLine]


class ToldLine(Out):
    """A promise that is mine now: what, where, by when, whose it was, who handed it over."""

    id: UUID
    kind: Promised
    record_id: UUID
    title: str
    department: DepartmentRef
    due: date | None
    former: PersonRef | None
    by: PersonRef | None
    at: datetime


class Told(Out):
    """What I was handed and have not seen yet, newest first."""

    items: list[ToldLine]
