"""What a table of people and roles means, and each way in which it can be wrong."""

from __future__ import annotations

from datetime import date

import pytest

from trinvis.access import Role
from trinvis.accounts.rules import Stands, parse_day, plan

CODES = frozenset({"A", "B"})


def row(number: int, **cells: str) -> tuple[int, dict[str, str]]:
    return number, {
        "name": "Åse Ærø",
        "email": "Aase@h.example",
        "role": "TRIO (AMiR)",
        "department": "a",
        "from": "",
        "to": "",
        **cells,
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-12-2026", date(2026, 12, 31)),
        ("1.2.2026", date(2026, 2, 1)),
        ("01/02/2026", date(2026, 2, 1)),
        ("2026-02-01", date(2026, 2, 1)),
        ("31-02-2026", None),
        ("2026-2-1", None),
        ("i morgen", None),
        ("", None),
    ],
)
def test_days_as_spreadsheets_write_them(text: str, day: date | None) -> None:
    assert parse_day(text) == day


def test_a_person_with_two_roles_stands_on_two_rows() -> None:
    found = plan([row(2), row(3, role="ambassadør", to="31-12-2026")], {}, {}, CODES)
    assert found.people_added == {"aase@h.example": "Åse Ærø"}
    assert [(h.role, h.title, h.code, h.valid_to) for h in found.added] == [
        (Role.TRIO, "AMiR", "A", None),
        (Role.AMBASSADOR, None, "A", date(2026, 12, 31)),
    ]


def test_again_changes_nothing_and_a_new_end_date_changes_one() -> None:
    people = {"aase@h.example": "Åse Ærø"}
    standing = {("aase@h.example", Role.TRIO, "A"): Stands("AMiR", None, None)}
    again = plan([row(2)], people, standing, CODES)
    assert (again.added, again.changed, again.unchanged, again.people_added) == ([], [], 1, {})
    ended = plan([row(2, to="01-06-2026")], people, standing, CODES)
    assert [h.valid_to for h in ended.changed] == [date(2026, 6, 1)]


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        (row(9, name="", email="ny@h.example"), "name", "missing"),
        (row(9, email=""), "email", "missing"),
        (row(9, email="ikke en adresse"), "email", "not_an_address"),
        (row(9, email="a@b"), "email", "not_an_address"),
        (row(9, role="konge"), "role", "unknown_word"),
        (row(9, department="Z"), "department", "unknown_code"),
        (row(9, **{"from": "31-02-2026"}), "from", "not_a_date"),
        (row(9, **{"from": "02-01-2026", "to": "01-01-2026"}), "to", "before_from"),
        (row(9), "role", "duplicate"),
        (row(9, name="En Anden", role="LMU"), "name", "two_names"),
    ],
)
def test_each_error_names_row_and_field(wrong: tuple[int, dict[str, str]], field: str, problem: str) -> None:
    errors = plan([row(2), wrong], {}, {}, CODES).errors
    assert [(e.row, e.field, e.problem) for e in errors] == [(9, field, problem)]
