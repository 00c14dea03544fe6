"""What an installation has chosen while it runs: retention, quiet weeks, the archivist's lines.

A choice that nobody made has the value its room gives it, so an empty table is a complete one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Field, SQLModel, col

from trinvis.core import clock
from trinvis.core.columns import Json, Moment
from trinvis.core.db import Transaction, columns

V = TypeVar("V", bound=int | str | list[Any] | dict[str, Any])


class Choice(SQLModel, table=True):
    """One choice: its key is '<room>.<name>'."""

    __tablename__ = "choice"
    key: str = Field(primary_key=True)
    value: dict[str, object] = Field(sa_type=Json)
    changed_at: datetime = Field(sa_type=Moment)
    changed_by: UUID | None = None
    version: int = Field(default=1)


def chosen(work: Transaction, key: str, default: V) -> V:
    """What was chosen under the key, or the default. The value is JSON of the default's own type."""
    row = work.first(columns(Choice.value).where(col(Choice.key) == key))
    if row is None:
        return default
    value: V = row.value["is"]
    return value


def chosen_all(work: Transaction, defaults: dict[str, V]) -> dict[str, V]:
    """The same for several keys, in one statement."""
    rows = work.rows(columns(Choice.key, Choice.value).where(col(Choice.key).in_(list(defaults))))
    return defaults | {row.key: row.value["is"] for row in rows}


def version_of(work: Transaction, keys: Sequence[str]) -> int:
    """A version for a page of choices: it grows with each change of one of them."""
    return sum(row.version for row in work.rows(columns(Choice.version).where(col(Choice.key).in_(keys))))


def choose(work: Transaction, key: str, value: int | str | list[Any] | dict[str, Any]) -> bool:
    """Choose; whether it differs from what stood there. The caller has checked it, and records the event."""
    found = work.session.get(Choice, key, with_for_update=True, populate_existing=True)
    if found is not None and found.value["is"] == value:
        return False
    if found is None:
        found = Choice(key=key, value={}, changed_at=clock.now(), version=0)
    found.value, found.changed_at, found.version = {"is": value}, clock.now(), found.version + 1
    found.changed_by = work.actor.person_id if work.actor else None
    work.add(found)
    return True
