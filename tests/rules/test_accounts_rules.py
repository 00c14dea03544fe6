"""What a table of people and roles means, and each way in which it can be wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from trinvis.access import Role
from trinvis.accounts.rules import Known, Plan, Spot, Stands, last_day, plan
from trinvis.accounts.rules.cells import Key, parse_day

TODAY = date(2026, 6, 4)
SPOTS = {"A": Spot("Lunger", walks=True), "B": Spot("Øjne", walks=True), "L": Spot("Lukket", closed=True)}
KEY: Key = ("aase@h.example", Role.TRIO, "A")


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


def planned(
    rows: list[tuple[int, dict[str, str]]],
    people: dict[str, Known] | None = None,
    roles: dict[Key, Stands] | None = None,
    **options: Any,
) -> Plan:
    """The plan for these rows where Åse is AMiR of A."""
    return plan(
        rows,
        {"aase@h.example": Known("Åse Ærø")} if people is None else people,
        {KEY: Stands("AMiR", None, None)} if roles is None else roles,
        SPOTS,
        today=TODAY,
        **options,
    )


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
        ("31-12-9999", date(9999, 12, 31)),
        ("", None),
    ],
)
def test_days_as_spreadsheets_write_them(text: str, day: date | None) -> None:
    assert parse_day(text) == day


def test_a_person_with_two_roles_stands_on_two_rows() -> None:
    found = planned([row(2), row(3, role="ambassadør", to="31-12-2026")], {}, {})
    assert found.people_added == {"aase@h.example": "Åse Ærø"}
    assert [(h.role, h.title, h.code, h.valid_to) for h in found.added] == [
        (Role.TRIO, "AMiR", "A", None),
        (Role.AMBASSADOR, None, "A", date(2026, 12, 31)),
    ]


def test_again_changes_nothing_and_a_new_end_date_changes_one() -> None:
    again = planned([row(2)])
    assert (again.added, again.changed, again.unchanged, again.people_added) == ([], [], 1, {})
    ended = planned([row(2, to="01-06-2026")])
    assert [(held.valid_to, changes) for held, changes in ended.changed] == [
        (date(2026, 6, 1), {"valid_to": (None, date(2026, 6, 1))})
    ]


def test_what_the_file_has_no_column_for_stays() -> None:
    number, cells = row(2, role="trio")
    short = (number, {key: text for key, text in cells.items() if key not in ("from", "to")})
    roles = {KEY: Stands("AMiR", date(2025, 1, 1), date(2027, 1, 1))}
    assert planned([short], roles=roles).unchanged == 1
    # An empty cell says that there is no such date.
    assert [changes for _, changes in planned([row(2)], roles=roles).changed] == [
        {"valid_from": (date(2025, 1, 1), None), "valid_to": (date(2027, 1, 1), None)}
    ]


def test_a_role_that_was_over_begins_anew_as_another() -> None:
    roles = {KEY: Stands("AMiR", None, date(2026, 1, 31))}
    assert len(planned([row(2, **{"from": "01-03-2026"})], roles=roles).added) == 1
    assert len(planned([row(2)], roles=roles).changed) == 1


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        (row(9, name="", email="ny@h.example"), "name", "missing"),
        (row(9, email=""), "email", "missing"),
        (row(9, email="ikke en adresse"), "email", "not_an_address"),
        (row(9, email="a@b"), "email", "not_an_address"),
        (row(9, role="konge"), "role", "unknown_word"),
        (row(9, email="=HYPERLINK(1)@h.dk"), "email", "formula"),
        (row(9, email="@h.dk"), "email", "formula"),
        (row(9, department="-A"), "department", "formula"),
        (row(9, name="#N/A", email="x@h.dk"), "name", "cell_error"),
        (row(9, department="Z"), "department", "unknown_code"),
        (row(9, department="L"), "department", "closed_code"),
        (row(9, to="46022"), "to", "not_a_date"),
        (row(9, to="01-01-0026"), "to", "not_a_date"),
        (row(9, **{"from": "31-02-2026"}), "from", "not_a_date"),
        (row(9, **{"from": "02-01-2026", "to": "01-01-2026"}), "to", "before_from"),
        (row(9), "role", "duplicate"),
        (row(9, name="En Anden", role="LMU"), "name", "two_names"),
    ],
)
def test_each_error_names_row_and_field(wrong: tuple[int, dict[str, str]], field: str, problem: str) -> None:
    errors = planned([row(2), wrong], {}, {}).errors
    assert [(e.row, e.field, e.problem) for e in errors] == [(9, field, problem)]


OTHERS: dict[Key, Stands] = {
    KEY: Stands("AMiR", None, None),
    ("bo@h.example", Role.LEADER, "A"): Stands(None, None, None),
    ("bo@h.example", Role.MEMBER, "B"): Stands(None, None, date(2026, 6, 4)),
    ("cy@h.example", Role.LEADER, "B"): Stands(None, None, date(2026, 6, 3)),
    ("dea@h.example", Role.LMU, "B"): Stands(None, date(2026, 9, 1), None),
    ("eva@h.example", Role.LEADER, "A"): Stands(None, None, date(2026, 7, 1), deputy=True),
}
PEOPLE = {key[0]: Known(key[0]) for key in OTHERS} | {"aase@h.example": Known("Åse Ærø")}


def test_absence_ends_nothing_unless_the_file_has_everybody() -> None:
    assert planned([row(2)], PEOPLE, OTHERS).ended == []
    found = planned([row(2)], PEOPLE, OTHERS, whole=True)
    # What is over, somebody's for a time, or has not begun is none of the file's.
    assert found.ended == [("bo@h.example", Role.LEADER, "A"), ("bo@h.example", Role.MEMBER, "B")]
    assert [(w.problem, w.subject) for w in found.warnings] == [
        ("begins_later", "dea@h.example"),
        ("no_department", "bo@h.example"),
        ("no_leader", "Øjne"),
    ]


def test_the_last_day_is_yesterday_but_never_before_the_first() -> None:
    assert last_day(None, TODAY) == date(2026, 6, 3)
    assert last_day(date(2020, 1, 1), TODAY) == date(2026, 6, 3)
    assert last_day(TODAY, TODAY) == TODAY


def test_nobody_imports_herself_out() -> None:
    roles = {("adam@h.example", Role.ADMIN, "A"): Stands(None, None, None), **OTHERS}
    people = PEOPLE | {"adam@h.example": Known("Adam")}
    found = planned([row(2)], people, roles, whole=True, me="adam@h.example")
    assert [(e.row, e.problem) for e in found.errors] == [(0, "own_role")]
    mine = row(3, name="Adam", email="adam@h.example", role="administrator", to="01-06-2026")
    assert [(e.row, e.problem) for e in planned([mine], people, roles, me="adam@h.example").errors] == [
        (3, "own_role")
    ]
    assert [(e.row, e.problem) for e in planned([row(2)], people, roles, whole=True).errors] == [
        (0, "no_admin")
    ]


def test_whoever_administrates_a_part_changes_people_of_that_part_alone() -> None:
    spots = {"A": Spot("Lunger", within=False), "B": Spot("Øjne")}
    people = {"aase@h.example": Known("Åse Ærø", within=False), "bo@h.example": Known("Bo")}
    rows = [row(2), row(3, role="LMU"), row(4, department="b", name="Åse Ny"), row(5, email="bo@h.example")]
    found = plan(rows[:2], people, {KEY: Stands("AMiR", None, None)}, spots, today=TODAY, whole=True)
    assert [(e.row, e.problem) for e in found.errors] == [(3, "outside")]
    assert (found.unchanged, found.ended) == (1, [])
    found = plan([rows[2]], people, {}, spots, today=TODAY)
    assert [(e.row, e.field, e.problem) for e in found.errors] == [(4, "name", "named_otherwise")]


def test_a_new_name_and_a_return_are_told_of_the_person() -> None:
    people = {"aase@h.example": Known("Åse Gammel", left=True)}
    found = planned([row(2)], people)
    assert found.people_renamed == {"aase@h.example": (2, "Åse Gammel", "Åse Ærø")}
    assert found.people_returned == {"aase@h.example": 2}
    assert planned([row(2, to="01-01-2026")], people).people_returned == {}


def test_a_walking_department_without_anybody_to_lead_it_is_told() -> None:
    assert [(w.problem, w.facts["value"]) for w in planned([row(2)]).warnings] == [("no_leader", "A")]
    led = [row(2), row(3, email="bo@h.example", name="Bo", role="leder")]
    assert planned(led).warnings == []
    assert [w.problem for w in planned([led[0], row(3, **{**led[1][1], "to": "01-06-2026"})]).warnings] == [
        "no_leader"
    ]
