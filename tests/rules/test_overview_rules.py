"""What the committee is told of a department since a date."""

from dataclasses import replace
from datetime import date

import pytest

from trinvis.overview.rules import NOTHING, Snapshot, changes, current_step, quarter_back

DONE = ("done", date(2026, 3, 26))
GOING = ("in_progress", date(2026, 5, 7))
NOT = ("not_started", None)
MARCH = Snapshot(round=1, steps=(DONE, GOING, NOT), sessions_held=2, trials={"running": 1})


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (NOTHING, NOTHING, []),
        (MARCH, MARCH, []),
        (MARCH, replace(MARCH, steps=(DONE, DONE, GOING)), ["step_done"]),
        (replace(MARCH, steps=(DONE, DONE, GOING)), MARCH, ["step_reopened"]),
        (NOTHING, Snapshot(round=1, steps=(GOING, NOT, NOT), sessions_held=1), ["first_session"]),
        (NOTHING, Snapshot(round=1, steps=(DONE, GOING, NOT), sessions_held=1), ["step_done"]),
        (MARCH, replace(MARCH, trials={"running": 2}), ["new_trials"]),
        (MARCH, replace(MARCH, trials={"evaluated": 1, "adopt": 1}), ["adopted"]),
        (
            MARCH,
            replace(MARCH, trials={"running": 1, "evaluated": 1, "abandon": 1}),
            ["abandoned", "new_trials"],
        ),
        (MARCH, replace(MARCH, last_follow_up=date(2026, 5, 19)), ["followed_up"]),
        (MARCH, replace(MARCH, next_date=date(2026, 6, 2)), []),
        (MARCH, replace(MARCH, help_wanted="et oplæg", help_wanted_on=date(2026, 5, 28)), ["help_wanted"]),
        (MARCH, replace(MARCH, round=2, steps=(GOING, NOT, NOT)), ["round"]),
        (NOTHING, replace(NOTHING, planned_start="2026-Q4"), ["planned"]),
        (NOTHING, replace(NOTHING, experiences_shared=2), ["experiences"]),
    ],
)
def test_changes_are_told_in_codes(before: Snapshot, after: Snapshot, codes: list[str]) -> None:
    assert [change["code"] for change in changes(before, after)] == codes


def test_the_steps_of_a_new_round_are_not_reopened_ones() -> None:
    before = replace(MARCH, steps=(DONE, DONE, DONE))
    after = replace(MARCH, round=2, steps=(NOT, NOT, NOT))
    assert "step_reopened" not in [change["code"] for change in changes(before, after)]


@pytest.mark.parametrize(
    ("steps", "number"),
    [((NOT, NOT, NOT), 1), ((DONE, GOING, NOT), 2), ((DONE, DONE, DONE), 3), ((GOING, DONE, NOT), 1)],
)
def test_the_step_to_speak_of(steps: tuple[tuple[str, date | None], ...], number: int) -> None:
    assert current_step(steps) == number


@pytest.mark.parametrize(
    ("day", "back"),
    [
        (date(2026, 11, 23), date(2026, 8, 23)),
        (date(2026, 2, 1), date(2025, 11, 1)),
        (date(2026, 5, 31), date(2026, 2, 28)),
    ],
)
def test_three_months_back(day: date, back: date) -> None:
    assert quarter_back(day) == back
