"""The door before every guarded route: who is it, and what does she hold today?"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from fastapi import Request
from sqlalchemy import and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, Grant, Role
from trinvis.accounts.queries import holds_now
from trinvis.accounts.tables import Person, RoleGrant, SignIn
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import READS, Tx
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused

# Once for the process: an alias made anew for each request is a statement compiled anew.
_NODE, _HOME = aliased(Department), aliased(Department)
_HELD: tuple[Any, ...] = (
    RoleGrant.role,
    RoleGrant.department_id,
    RoleGrant.valid_from,
    RoleGrant.known_since,
    RoleGrant.deputy_for,
    _NODE.path,
    _NODE.inherits,
    col(_HOME.path).label("home_path"),
    col(_HOME.inherits).label("home_inherits"),
    (col(_NODE.walking_id) == col(_NODE.id)).label("node_walks"),
)


def digest(token: str) -> str:
    """What the database keeps of a cookie's value."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign_in(work: Transaction, person_id: UUID, hours: int) -> str:
    """Begin a session for the person; the value for the cookie."""
    token = secrets.token_urlsafe(32)
    start = clock.now()
    work.add(
        SignIn(
            digest=digest(token),
            person_id=person_id,
            started_at=start,
            seen_at=start,
            expires_at=start + timedelta(hours=hours),
        )
    )
    return token


def actor_of(work: Transaction, token: str) -> Actor | None:
    """The person behind the cookie with the roles held today, in one query; None if it is stale."""
    return _actor(
        work.rows(
            columns(SignIn.person_id, *_HELD)
            .select_from(SignIn)
            .join(Person, and_(col(Person.id) == SignIn.person_id, _here()))
            .outerjoin(RoleGrant, and_(col(RoleGrant.person_id) == SignIn.person_id, holds_now()))
            .outerjoin(_NODE, col(_NODE.id) == RoleGrant.department_id)
            .outerjoin(_HOME, col(_HOME.id) == _NODE.walking_id)
            .where(SignIn.digest == digest(token), col(SignIn.expires_at) > clock.now())
        )
    )


def actor_now(work: Transaction, person_id: UUID) -> Actor:
    """Somebody who asked for work that is done later, with the roles held today; none if she has left."""
    found = _actor(
        work.rows(
            columns(col(Person.id).label("person_id"), *_HELD)
            .select_from(Person)
            .outerjoin(RoleGrant, and_(col(RoleGrant.person_id) == Person.id, holds_now()))
            .outerjoin(_NODE, col(_NODE.id) == RoleGrant.department_id)
            .outerjoin(_HOME, col(_HOME.id) == _NODE.walking_id)
            .where(Person.id == person_id, _here())
        )
    )
    return found or Actor(person_id, ())


def _here() -> Any:
    """A condition: the person has not left."""
    return or_(col(Person.left_on).is_(None), col(Person.left_on) >= clock.today())


def _actor(found: Sequence[Any]) -> Actor | None:
    if not found:
        return None
    grants = tuple(
        Grant(
            Role(row.role),
            row.department_id,
            row.path,
            row.home_path or row.path,
            # Whoever is entered late reads from then on: what was written before was for fewer readers.
            max(row.valid_from or row.known_since, row.known_since),
            row.deputy_for is not None,
            tuple(row.inherits or ()),
            tuple(row.home_inherits or ()),
            bool(row.node_walks),
        )
        for row in found
        if row.role
    )
    return Actor(found[0].person_id, grants)


def door(request: Request, work: Tx) -> None:
    """Let in who is signed in; a write must say that it comes from our own page.

    Raises `Refused(NOT_SIGNED_IN)`, then `Refused(MISSING_HEADER)`: a form on another site can
    send the cookie, but not the header.
    """
    token = request.cookies.get(request.app.state.settings.cookie)
    actor = actor_of(work, token) if token else None
    if actor is None:
        raise Refused(Code.NOT_SIGNED_IN)
    if request.method not in READS and request.headers.get("x-trinvis") != "1":
        raise Refused(Code.MISSING_HEADER)
    request.state.actor = work.actor = actor
