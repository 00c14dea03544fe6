"""What a table of the organisation means, and each way in which it can be wrong."""

from __future__ import annotations

import dataclasses
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


def test_a_change_names_its_fields_with_what_stood_there() -> None:
    standing = [Standing(uuid4(), "H", "Gammelt navn", "centre", None, 0, "outside", False)]
    changed = plan(TREE[:1], standing).changed
    assert [changes for _, changes in changed] == [{"name": ("Gammelt navn", "Hospitalet")}]


def test_what_the_file_says_nothing_of_stays() -> None:
    standing = [
        Standing(uuid4(), "H", "Hospitalet", "centre", None, 5, "outside", False),
        Standing(uuid4(), "A", "Akut", "department", "H", 9, "outside", True),
    ]
    short = [(2, {"code": "A", "name": "Akut", "kind": "afdeling", "parent": "H"})]
    assert plan(short, standing).unchanged == 1
    said = [(2, {**short[0][1], "headcount": "", "pilot": "", "walks": ""})]
    assert [changes for _, changes in plan(said, standing).changed] == [
        {"headcount": (9, 0), "pilot": (True, False)}
    ]


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
        (row(9, headcount="1.200"), "headcount", "not_a_count"),
        (row(9, headcount="12,5"), "headcount", "not_a_count"),
        (row(9, headcount="1e9"), "headcount", "not_a_count"),
        (row(9, headcount="=2+2"), "headcount", "not_a_count"),
        (row(9, code="=HYPERLINK(1)"), "code", "formula"),
        (row(9, code="+45"), "code", "formula"),
        (row(9, parent="@SUM(A1)"), "parent", "formula"),
        (row(9, name="#REF!"), "name", "cell_error"),
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


def standing_tree() -> list[Standing]:
    """H over A (with its section A-1) and B."""
    return [
        Standing(uuid4(), "H", "Hospitalet", "centre", None, 0, "outside", False),
        Standing(uuid4(), "A", "Akut", "department", "H", 9, "walks", True),
        Standing(uuid4(), "A-1", "Skadestuen", "section", "A", 17, "follows", False),
        Standing(uuid4(), "B", "Øjne", "department", "H", 29, "walks", False),
    ]


ALL = [*TREE, (5, {"code": "B", "name": "Øjne", "kind": "afdeling", "parent": "H", "headcount": "29"})]


def test_another_parent_is_a_move_that_may_change_more() -> None:
    found = plan([(9, {**ALL[2][1], "parent": "B", "name": "Øjenskaden"})], standing_tree())
    assert not found.errors
    assert [(row.code, changes) for row, changes in found.moved] == [
        ("A-1", {"parent": ("A", "B"), "name": ("Skadestuen", "Øjenskaden")})
    ]
    assert found.changed == []


def test_two_that_change_places_make_no_ring() -> None:
    rows = [
        (2, {**ALL[1][1], "parent": "B"}),
        (3, {**ALL[3][1], "parent": "H"}),
    ]
    assert [row.code for row, _ in plan(rows, standing_tree()).moved] == ["A"]
    ring = [(2, {**ALL[1][1], "parent": "B"}), (3, {**ALL[3][1], "parent": "A-1"})]
    assert {wrong.problem for wrong in plan(ring, standing_tree()).errors} == {"cycle"}


def test_the_whole_organisation_closes_what_it_lacks_and_nothing_that_is_busy() -> None:
    assert plan(ALL[:3], standing_tree()).ended == []
    assert [node.code for node in plan(ALL[:3], standing_tree(), whole=True).ended] == ["B"]
    # A section beneath a department that goes, goes with it.
    assert [node.code for node in plan([ALL[0], ALL[3]], standing_tree(), whole=True).ended] == ["A", "A-1"]
    busy = plan(ALL[:3], standing_tree(), whole=True, busy={"B": {"follow_up": 2}})
    assert [(e.row, e.problem, e.facts["counts"]) for e in busy.errors] == [
        (0, "open_work", {"follow_up": 2})
    ]
    left = plan([ALL[0], ALL[2], ALL[3]], standing_tree(), whole=True)
    assert [(e.row, e.problem, e.facts["names"]) for e in left.errors] == [
        (0, "open_sections", ["Skadestuen"])
    ]
    # A row that could not be understood is no absence.
    wrong = plan([*ALL[:3], (5, {**ALL[3][1], "kind": "planet"})], standing_tree(), whole=True)
    assert wrong.ended == []


def test_what_is_closed_stays_closed() -> None:
    nodes = standing_tree()
    nodes[3] = dataclasses.replace(nodes[3], closed=True)
    found = plan([row(7, code="b", name="Øjne"), row(8, code="NY", parent="B")], nodes)
    assert [(e.row, e.field, e.problem) for e in found.errors] == [
        (7, "code", "closed"), (8, "parent", "closed_code"),
    ]  # fmt: skip
    assert plan(ALL[:3], nodes, whole=True).ended == []


def test_whoever_administrates_a_part_changes_that_part_alone() -> None:
    nodes = [dataclasses.replace(node, within=node.code.startswith("A")) for node in standing_tree()]
    rows = [
        (2, {**ALL[0][1]}),  # unchanged, so nobody minds
        (3, {**ALL[3][1], "headcount": "30"}),
        (4, {**ALL[2][1], "parent": "B"}),
        (5, {**ALL[1][1], "headcount": "10"}),
        (6, {**row(0)[1], "code": "A-2", "parent": "A", "kind": "afsnit"}),
        (7, {**row(0)[1], "code": "B-2", "parent": "B", "kind": "afsnit"}),
    ]
    found = plan(rows, nodes, whole=True)
    assert [(e.row, e.problem) for e in found.errors] == [(3, "outside"), (4, "outside"), (7, "outside")]
    assert found.ended == []


def test_there_is_one_top() -> None:
    found = plan([row(9, code="NY", parent="")], standing_tree())
    assert [(e.row, e.field, e.problem, e.facts["other"]) for e in found.errors] == [
        (9, "parent", "second_root", "H")
    ]


def test_sections_with_more_people_than_their_department_are_asked_about_once() -> None:
    found = plan(TREE, [])
    assert [(w.row, w.problem, w.facts["sections"]) for w in found.warnings] == [(3, "crowded", 17)]
    assert plan(TREE, standing_tree()).warnings == []


def test_five_thousand_nodes_take_no_time() -> None:
    many = [row(n, code=f"N{n}", parent=f"N{n // 7}" if n >= 14 else "H") for n in range(2, 5_002)]
    assert len(plan([TREE[0], *many], []).added) == 5_001
