"""People, roles, sign-ins. The only room that keeps names."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from trinvis.access import Role
from trinvis.core.columns import Moment, new_id, one_of


class MailRhythm(StrEnum):
    """How often somebody wants a reminder of what is due."""

    WEEKLY = "weekly"
    DAILY = "daily"
    OFF = "off"


class SignedInBy(StrEnum):
    """How a session began."""

    DEMO = "demo"
    PROVIDER = "provider"
    BREAK_GLASS = "break_glass"


class Person(SQLModel, table=True):
    """Somebody who can sign in or own a promise."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("language IN ('da', 'en')", name="language"),
        one_of("mail_rhythm", MailRhythm),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    name: str
    sort_key: str
    folded: str
    email: str = Field(unique=True, description="Compared in lower case; the key of the import.")
    language: str = Field(default="da")
    subject: str | None = Field(
        default=None,
        unique=True,
        description="The sign-in provider's own word for the person; once known, e-mail counts no more.",
    )
    mail_rhythm: str = Field(default=MailRhythm.WEEKLY)
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
    mapped: bool = Field(
        default=False, description="Held because of a group at the sign-in provider, and ends with it."
    )
    version: int = Field(default=1)


class SignIn(SQLModel, table=True):
    """A session of a signed-in person; the cookie's digest is its key."""

    __tablename__ = "sign_in"
    __table_args__ = (one_of("via", SignedInBy),)
    digest: str = Field(primary_key=True, description="SHA-256 of the cookie's value; the value is nowhere.")
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")], index=True)
    id: UUID = Field(default_factory=new_id, unique=True, description="What the list of sessions names.")
    via: str = Field(default=SignedInBy.DEMO)
    agent: str = Field(default="", description="Browser and system in a word or two, for the person herself.")
    started_at: datetime = Field(sa_type=Moment)
    seen_at: datetime = Field(sa_type=Moment, description="Last use, to the minute or so: idle ones end.")
    expires_at: datetime = Field(sa_type=Moment, description="The end, however much it is used.")
    id_token: str | None = Field(default=None, description="For signing out at the provider too.")


class SignInState(SQLModel, table=True):
    """A sign-in that has gone to the provider and is not back yet; kept for minutes."""

    __tablename__ = "sign_in_state"
    digest: str = Field(primary_key=True, description="SHA-256 of the state in the address.")
    nonce: str
    verifier: str = Field(description="PKCE: proves that who returns is who left.")
    binding: str = Field(description="SHA-256 of a cookie: the return must come from the same browser.")
    back_to: str = Field(description="The page that was wanted: a path of ours.")
    expires_at: datetime = Field(sa_type=Moment, index=True)


class GroupRole(SQLModel, table=True):
    """Whoever is in a group at the provider holds a role at a node."""

    __tablename__ = "group_role"
    __table_args__ = (one_of("role", Role), UniqueConstraint("group_name", "role", "department_id"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    group_name: str
    role: str
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    created_at: datetime = Field(sa_type=Moment)
    created_by: UUID


class FailedSignIn(SQLModel, table=True):
    """A failed try of the break-glass sign-in: counted over all apps, and forgotten after a day."""

    __tablename__ = "failed_sign_in"
    __table_args__ = (Index("ix_failed_sign_in_at", "at"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    at: datetime = Field(sa_type=Moment)


class ReadToken(SQLModel, table=True):
    """A machine's permission to read the exports: for one role's eyes at one node, until a day."""

    __tablename__ = "read_token"
    __table_args__ = (one_of("role", Role),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    digest: str = Field(unique=True, description="SHA-256 of the token; the token is shown once.")
    name: str = Field(description="What reads with it, e.g. 'Power BI, HR'.")
    role: str
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    created_at: datetime = Field(sa_type=Moment)
    created_by: UUID
    expires_on: date
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
    last_used_on: date | None = None


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
