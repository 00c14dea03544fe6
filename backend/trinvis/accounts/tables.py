"""People, roles, sign-ins. The only room that keeps names."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from trinvis.access import Role
from trinvis.core.columns import Moment, new_id, one_of


class Person(SQLModel, table=True):
    """Somebody who can sign in or own a promise."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("language IN ('da', 'en')", name="language"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    name: str
    sort_key: str
    folded: str
    email: str = Field(unique=True, description="Compared in lower case; the key of the import.")
    language: str = Field(default="da")
    cast: str | None = Field(default=None, unique=True, description="Part in the demo, e.g. 'leader'.")
    left_on: date | None = None
    version: int = Field(default=1)


class RoleGrant(SQLModel, table=True):
    """A role held at a node from a day to a day (both included; None: open)."""

    __tablename__ = "role_grant"
    __table_args__ = (
        one_of("role", Role),
        UniqueConstraint("person_id", "role", "department_id", "valid_from"),
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from", name="order"),
        Index("ix_role_grant_department", "department_id", "role"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")], index=True)
    role: str
    title: str | None = Field(default=None, description="What the hospital calls it, e.g. 'AMiR' of a TRIO.")
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    valid_from: date | None = None
    valid_to: date | None = None
    known_since: date = Field(
        description="Day the role was entered: no note Kun for os from before it is read."
    )
    deputy_for: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("role_grant.id")],
        index=True,
        description="The leader's role that this one stands in for, for a time.",
    )
    welcomed_on: date | None = Field(
        default=None, description="Day the new leader put the welcome page away."
    )
    version: int = Field(default=1)


class SignIn(SQLModel, table=True):
    """A session of a signed-in person; the cookie's digest is its key."""

    __tablename__ = "sign_in"
    digest: str = Field(primary_key=True, description="SHA-256 of the cookie's value; the value is nowhere.")
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")], index=True)
    started_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)


class Handover(SQLModel, table=True):
    """*Overdrag*: a promise that changed hands, so that the new owner is told."""

    __tablename__ = "handover"
    __table_args__ = (Index("ix_handover_told", "to_id", "seen_at"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str = Field(description="Kind of the record: trial_action, agreement, follow_up, session, ...")
    record_id: UUID = Field(index=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    from_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    to_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    by_id: UUID
    at: datetime = Field(sa_type=Moment)
    seen_at: datetime | None = Field(default=None, sa_type=Moment)
