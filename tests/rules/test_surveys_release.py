"""Which nodes of a wave are shown: the counter-examples that broke simpler rules, what it promises."""

from __future__ import annotations

import random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinvis.surveys.rules import DETAIL, SHOW, Shown, Unit, band, release

COLUMNS = ("q1", "q2", "scale")
HIDDEN, MEANS, FULL = Shown.HIDDEN, Shown.MEANS, Shown.DETAIL


def node(number: int) -> UUID:
    return UUID(int=number)


def unit(number: int, parent: int | None, count: int, heads: int | None = None, **fewer: int) -> Unit:
    """`count` people answered everything, but for the columns in `fewer`."""
    answers = dict.fromkeys(COLUMNS, count) | fewer
    return Unit(node(number), None if parent is None else node(parent), heads or 99, count, answers)


def shown(*units: Unit, show: int = SHOW) -> dict[int, Shown]:
    return {key.int: value for key, value in release(units, COLUMNS, show).items()}


def test_a_department_alone() -> None:
    assert shown(unit(1, None, 4)) == {1: HIDDEN}
    assert shown(unit(1, None, 5)) == {1: MEANS}
    assert shown(unit(1, None, 9)) == {1: MEANS}
    assert shown(unit(1, None, 10)) == {1: FULL}


def test_one_statement_with_too_few_answers_hides_the_whole_department() -> None:
    assert shown(unit(1, None, 12, q2=4)) == {1: HIDDEN}
    assert shown(unit(1, None, 12, scale=4)) == {1: HIDDEN}
    assert shown(unit(1, None, 12, q2=9)) == {1: MEANS}
    assert shown(unit(1, None, 12, q2=0)) == {1: HIDDEN}


def test_more_answers_than_heads_is_not_shown() -> None:
    assert shown(unit(1, None, 12, heads=11)) == {1: HIDDEN}
    assert shown(unit(1, None, 12, heads=12)) == {1: FULL}


def test_looking_one_level_down_leaks() -> None:
    """R(8) with C0(1) and C1(7), whose child C1.0 has all 7: hiding C1 alone leaves R - C1.0, one person."""
    tree = [unit(1, None, 0), unit(2, 1, 1), unit(3, 1, 0), unit(4, 3, 7)]
    assert shown(*tree) == {1: MEANS, 2: HIDDEN, 3: HIDDEN, 4: HIDDEN}


def test_the_last_small_section_hides_the_smallest_of_its_sisters() -> None:
    tree = [unit(1, None, 0), unit(2, 1, 3), unit(3, 1, 8), unit(4, 1, 6)]
    assert shown(*tree) == {1: FULL, 2: HIDDEN, 3: MEANS, 4: HIDDEN}


def test_answers_count_for_each_statement_not_persons() -> None:
    """Eight persons in the rest, but only two of them answered q2: the rest of q2 is two persons."""
    tree = [unit(1, None, 8, q2=2), unit(2, 1, 8), unit(3, 1, 9)]
    assert shown(*tree) == {1: FULL, 2: HIDDEN, 3: MEANS}


def test_detail_is_released_by_the_same_rule_with_ten() -> None:
    tree = [unit(1, None, 5), unit(2, 1, 12), unit(3, 1, 12)]
    assert shown(*tree) == {1: FULL, 2: MEANS, 3: FULL}


def test_nobody_in_the_rest_leaks_nothing() -> None:
    tree = [unit(1, None, 0), unit(2, 1, 5), unit(3, 1, 5)]
    assert shown(*tree) == {1: FULL, 2: MEANS, 3: MEANS}


def test_who_answered_nothing_but_dont_know_is_told_by_nobody_else() -> None:
    """Thirteen sent here and ten in the section, and no statement has an answer more: those three."""
    nothing = dict.fromkeys(COLUMNS, 0)
    tree = [unit(1, None, 0), unit(2, 1, 10), Unit(node(3), node(1), 99, 3, nothing)]
    assert shown(*tree) == {1: FULL, 2: HIDDEN, 3: HIDDEN}


def test_the_threshold_may_be_raised_only() -> None:
    assert shown(unit(1, None, 7), show=8) == {1: HIDDEN}
    assert shown(unit(1, None, 11), show=12) == {1: HIDDEN}
    with pytest.raises(ValueError, match="raised"):
        shown(unit(1, None, 7), show=4)


@pytest.mark.parametrize("tree", [[unit(1, 9, 7)], [unit(1, 2, 7), unit(2, 1, 7)]])
def test_a_tree_that_is_none_is_refused(tree: list[Unit]) -> None:
    with pytest.raises(ValueError, match="parent that is not there, or a cycle"):
        shown(*tree)


@st.composite
def organisations(draw: st.DrawFn) -> list[Unit]:
    size = draw(st.integers(1, 12))
    found = []
    for number in range(1, size + 1):
        parent = draw(st.integers(1, number - 1)) if number > 1 else None
        count = draw(st.integers(0, 14))
        fewer = {column: draw(st.integers(max(0, count - 3), count)) for column in COLUMNS}
        found.append(unit(number, parent, count, **fewer))
    return found


def atoms(tree: list[Unit], at: set[UUID]) -> list[set[UUID]]:
    """The people of each shown node that are in no shown node beneath: written a second time, differently."""
    parents = {one.id: one.parent for one in tree}
    found: dict[UUID, set[UUID]] = {one: set() for one in at}
    for one in tree:
        up: UUID | None = one.id
        while up is not None and up not in at:
            up = parents[up]
        if up is not None:
            found[up].add(one.id)
    return list(found.values())


@given(organisations(), st.randoms(use_true_random=False))
def test_no_atom_is_small_and_the_order_does_not_matter(tree: list[Unit], chance: random.Random) -> None:
    result = release(tree, COLUMNS)
    by_id = {one.id: one for one in tree}
    for level, least in ((MEANS, SHOW), (FULL, DETAIL)):
        at = {key for key, value in result.items() if value is FULL or value is level}
        for atom in atoms(tree, at):
            for column in COLUMNS:
                count = sum(by_id[one].answers[column] for one in atom)
                assert count == 0 or count >= least
    shuffled = list(tree)
    chance.shuffle(shuffled)
    assert release(shuffled, COLUMNS) == result


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0-4"), (4, "0-4"), (5, "5-9"), (9, "5-9"), (10, "10-19"), (37, "30-39")]
)
def test_while_it_is_open_only_a_band_is_told(count: int, words: str) -> None:
    assert band(count) == words
