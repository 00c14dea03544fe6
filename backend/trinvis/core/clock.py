"""The one clock. Times are UTC; days are days in Copenhagen, where the hospital is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

_fixed: datetime | None = None


def now() -> datetime:
    """The present moment in UTC."""
    return _fixed or datetime.now(UTC)


def today() -> date:
    """The day it is in Copenhagen."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The Copenhagen day of a moment; a naive moment is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(COPENHAGEN).date()


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Stop the clock of this process: for the demo's story and for tests, never in a server."""
    global _fixed
    before, _fixed = _fixed, moment.astimezone(UTC)
    try:
        yield
    finally:
        _fixed = before
