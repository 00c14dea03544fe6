"""Making a link's secret: it goes out once, in the link, and only its digest stays."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.links.tables import LinkKind, LogLink


def digest(secret: str) -> str:
    """What the database keeps of a link's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def path_of(secret: str) -> str:
    """Where the link leads. The secret stands behind #: it reaches no server, no log, no Referer."""
    return f"/log/#{secret}"


def end_of(day: date) -> datetime:
    """The moment the day is over in Copenhagen."""
    return datetime.combine(day + timedelta(days=1), time(), clock.COPENHAGEN).astimezone(UTC)


def issue(
    work: Transaction,
    kind: LinkKind,
    person_id: UUID,
    *,
    department_id: UUID | None = None,
    record_id: UUID | None = None,
    expires_at: datetime,
) -> tuple[LogLink, str]:
    """A new link and its secret, 256 random bits, which is in nobody's hands but the caller's."""
    secret = secrets.token_urlsafe(32)
    made = work.add(
        LogLink(
            digest=digest(secret),
            kind=kind,
            person_id=person_id,
            department_id=department_id,
            record_id=record_id,
            created_at=clock.now(),
            expires_at=expires_at,
        )
    )
    return made, secret


def mail_link(work: Transaction, person_id: UUID, follow_up_id: UUID, until: date) -> str:
    """The path for a mail to this person: it logs this one follow-up, once, up to and including `until`."""
    _, secret = issue(
        work, LinkKind.MAIL, person_id, record_id=follow_up_id, expires_at=end_of(until)
    )
    return path_of(secret)
