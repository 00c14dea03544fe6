"""What papers say of a day that is past, and how much of a text they take."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from trinvis.reports.rules import MOVED, as_it_was, sentences
from trinvis.trial_actions.rules import State

END = datetime(2026, 7, 28, tzinfo=UTC)


def on(day: int | None) -> datetime | None:
    """A day of July; None: it has not come to that."""
    return datetime(2026, 7, day, 12, tzinfo=UTC) if day else None


@pytest.mark.parametrize(
    ("planned", "started", "tried", "extended", "evaluated", "state"),
    [
        (1, None, None, None, None, State.PLANNED),
        (1, 30, None, None, None, State.PLANNED),
        (1, 2, None, None, None, State.RUNNING),
        (1, 2, 30, None, 31, State.RUNNING),
        (1, 2, 9, None, None, State.TRIED),
        (1, 2, 9, 10, None, State.RUNNING),
        (1, 2, 9, 30, None, State.TRIED),
        (1, 2, 20, 10, 30, State.TRIED),
        (1, 2, 9, 10, 21, State.EVALUATED),
    ],
)
def test_a_trial_stands_where_it_stood_that_day(
    planned: int,
    started: int | None,
    tried: int | None,
    extended: int | None,
    evaluated: int | None,
    state: State,
) -> None:
    moved = dict(zip(MOVED, map(on, (planned, started, tried, extended, evaluated)), strict=True))
    told = as_it_was(moved, END)
    assert told["state"] == state
    # What was not decided by then is not told.
    assert ("decision" in told) is (state != State.EVALUATED)


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (60, "Vejen er lang. Spørg dér. Derfor stoppede vi."),
        (30, "Vejen er lang. Spørg dér."),
        (25, "Vejen er lang. Spørg dér."),
        (24, "Vejen er lang."),
        (10, "Vejen er …"),
    ],
)
def test_a_text_ends_with_a_sentence(most: int, told: str) -> None:
    assert sentences("Vejen er lang. Spørg dér. Derfor stoppede vi.", most) == told
