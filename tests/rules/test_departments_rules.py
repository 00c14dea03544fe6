"""What a table of the organisation means, and each way in which it can be wrong."""

from __future__ import annotations

from uuid import uuid4

import pytest

from trinvis.departments.rules import Standing, plan

TREE = [
    (2, {"code": "H", "name": "Hospitalet", "kind": "center", "parent": "", "walks": "udenfor"}),
    (3, {"code": "A", "name": "Akut", "kind": "afdeling", "parent": "H", "headcount": "9", "pilot": "ja"}),
    (4, {"code": "A-1", "name": "Skadestuen", "kind": "Afsnit", "parent": "A", "headcount": "17"}),
]


def row(number: int, **cells: str) -> tuple[int, dict[str, str]]:
    return number, {"code": "X", "name": "Ny", "kind": "afdeling", "parent": "H", **cells}


def test_defaults_by_kind() -> None:
    found = plan(TREE, [])
    assert [(r.code, r.kind, r.walks, r.headcount, r.pilot) for r in found.added] == [
        ("H", "centre", "outside", 0, False),
        ("A", "department", "walks", 9, True),
        ("A-1", "section", "follows", 17, False),
    ]
    assert not found.errors


def test_the_same_file_again_changes_nothing_and_absence_closes_nothing() -> None:
    standing = [
        Standing(uuid4(), r.code, r.name, r.kind, r.parent, r.headcount, r.walks, r.pilot)
        for r in plan(TREE, []).added
    ]
    again = plan(TREE[:2], standing)
    assert (again.added, again.changed, again.unchanged, again.errors) == ([], [], 2, [])


def test_a_change_names_its_fields() -> None:
    standing = [Standing(uuid4(), "H", "Gammelt navn", "centre", None, 0, "outside", False)]
    changed = plan(TREE[:1], standing).changed
    assert [changes for _, changes in changed] == [{"name": "Hospitalet"}]


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        (row(9, code=""), "code", "missing"),
        (row(9, name=""), "name", "missing"),
        (row(9, name="x" * 201), "name", "too_long"),
        (row(9, kind="planet"), "kind", "unknown_word"),
        (row(9, kind=""), "kind", "unknown_word"),
        (row(9, walks="løber"), "walks", "unknown_word"),
        (row(9, pilot="måske"), "pilot", "unknown_word"),
        (row(9, headcount="ni"), "headcount", "not_a_count"),
        (row(9, headcount="-1"), "headcount", "not_a_count"),
        (row(9, headcount="9,5"), "headcount", "not_a_count"),
        (row(9, headcount="٣"), "headcount", "not_a_count"),
        (row(9, headcount="1000000"), "headcount", "not_a_count"),
        (row(9, code="a"), "code", "duplicate"),
        (row(9, parent="findes-ikke"), "parent", "unknown_code"),
        (row(9, parent="X"), "parent", "cycle"),
        (row(9, kind="afsnit", parent="H"), "walks", "follows_nobody"),
    ],
)
def test_each_error_names_row_and_field(wrong: tuple[int, dict[str, str]], field: str, problem: str) -> None:
    errors = plan([*TREE, wrong], []).errors
    assert [(e.row, e.field, e.problem) for e in errors] == [(9, field, problem)]


def test_a_ring_of_two_is_told_with_its_way() -> None:
    ring = [row(2, code="P", parent="Q"), row(3, code="Q", parent="P")]
    errors = plan(ring, []).errors
    assert {e.problem for e in errors} == {"cycle"}
    assert errors[0].facts["codes"] == ["P", "Q", "P"]


def test_an_import_moves_nobody() -> None:
    standing = [
        Standing(uuid4(), "H", "Hospitalet", "centre", None, 0, "outside", False),
        Standing(uuid4(), "X", "Ny", "department", None, 0, "walks", False),
    ]
    found = plan([row(9)], standing)
    assert [(e.row, e.field, e.problem) for e in found.errors] == [(9, "parent", "moves")]
    assert found.changed == []
