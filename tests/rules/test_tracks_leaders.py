"""Who is a new leader: by the role's first day, not by a merge, a second department or a deputy's turn."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from trinvis.tracks.rules import Term, a_year_before, new_leaders

TODAY = date(2026, 11, 23)
ANNE, BO = UUID(int=1), UUID(int=2)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def term(number: int, first: int | None, last: int | None = None, who: UUID = ANNE, **other: object) -> Term:
    begins, ends = (None if days is None else ago(days) for days in (first, last))
    held = other.get("held")
    return Term(UUID(int=100 + number), who, str(other.get("role", "leader")), begins, ends,
                held if isinstance(held, date) else None)  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "wanted"),
    [
        ([], []),
        ([term(1, None)], []),
        ([term(1, 364)], [(101, 364)]),
        ([term(1, 365)], []),
        ([term(1, -1)], []),  # begins tomorrow
        ([term(1, 30, 1)], []),  # has ended
        ([term(1, 30, 0)], [(101, 30)]),  # her last day is today
        ([term(1, 900, 41), term(2, 40)], []),  # goes on without a gap, as after a merge
        ([term(1, 100, 41), term(2, 40)], [(102, 100)]),  # new all the same: since the first of them
        ([term(1, 900, 42), term(2, 40)], [(102, 40)]),  # a day between: she began anew
        ([term(1, 900), term(2, 40)], []),  # a second department beside the first
        ([term(1, 900, 41, role="section_leader"), term(2, 40)], [(102, 40)]),  # another kind of leading
        ([term(1, 60), term(2, 30, who=BO)], [(102, 30), (101, 60)]),  # the newest first
    ],
)
def test_who_is_new(terms: list[Term], wanted: list[tuple[int, int]]) -> None:
    found = [(one.role_id.int, (TODAY - one.since).days) for one in new_leaders(terms, TODAY)]
    assert found == wanted


def test_the_programme_counts_whichever_of_her_roles_it_hangs_on() -> None:
    (one,) = new_leaders([term(1, 100, 41, held=ago(80)), term(2, 40)], TODAY)
    assert one.held_on == ago(80)


def test_a_year_before_a_leap_day() -> None:
    assert a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)
    assert a_year_before(TODAY) == date(2025, 11, 23)
