"""What a change of the tree means, and what refuses it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from tests.rules.test_departments_tree import A1, A2, B1, NAMES, A, B, C, D, H, node, small, stands
from trinvis.departments.motion import rules
from trinvis.departments.motion.rules import Meaning, NewNode
from trinvis.departments.tree.rules import Tree
from trinvis.errors import Code, Refused

N, M = node(50), node(51)
NEW, OTHER = NewNode(N, "N", "Ny"), NewNode(M, "M", "Mere")


def problems(found: Meaning) -> list[str]:
    """The obstacles in short: field.problem, or the state."""
    told = []
    for each in found.obstacles:
        errors = each.facts.get("errors")
        if isinstance(errors, list):
            told += [f"{error['field']}:{error['problem']}" for error in errors]
        else:
            told.append(f"{each.code}:{each.facts['state']}")
    return told


# ---- move


def test_a_section_moves_and_follows_its_new_department() -> None:
    tree = small()
    found = rules.move(tree, A1, B)
    assert not found.obstacles
    after = found.applied(tree).derived()
    assert after[A1].walking_id == B
    assert after[A1].path == f"{H.hex}/{D.hex}/{B.hex}/{A1.hex}/"
    assert after[A1].position.endswith(".0002")


@pytest.mark.parametrize(
    ("moving", "parent", "closed", "wanted"),
    [
        (A, A, (), ["parent_id:own_subtree"]),
        (A, A1, (), ["parent_id:own_subtree"]),
        (A, node(77), (), ["parent_id:unknown"]),
        (A, C, (), ["parent_id:unchanged"]),
        (A, D, (D,), ["parent_id:closed"]),
        (A, D, (A,), ["wrong_state:closed"]),
        (H, D, (), ["wrong_state:root", "parent_id:own_subtree"]),
        (A1, D, (), ["parent_id:follows_nobody"]),
        # A closed section beneath does not have to follow anybody.
        (A2, B1, (A1,), []),
    ],
)
def test_what_refuses_a_move(moving: UUID, parent: UUID, closed: tuple[UUID, ...], wanted: list[str]) -> None:
    assert problems(rules.move(small(*closed), moving, parent)) == wanted


# ---- close


def test_closing_hands_on_what_stands_beneath() -> None:
    found = rules.close(small(), A, B)
    assert not found.obstacles
    assert found.closed == {A: B}
    assert found.successors == {A: [B]}
    assert found.moved == {A1: B, A2: B}
    assert not found.begin_anew


def test_closing_alone_moves_nothing() -> None:
    found = rules.close(small(), A1, None)
    assert (found.closed, found.successors, found.moved) == ({A1: None}, {}, {})


@pytest.mark.parametrize(
    ("closing", "hand_to", "closed", "wanted"),
    [
        (H, None, (), ["wrong_state:root"]),
        (A, A1, (), ["hand_to:own_subtree"]),
        (A, node(77), (), ["hand_to:unknown"]),
        (A, B, (B,), ["hand_to:closed"]),
        (A, None, (A,), ["wrong_state:closed"]),
        (A, D, (), ["hand_to:follows_nobody"]),
    ],
)
def test_what_refuses_closing(
    closing: UUID, hand_to: UUID | None, closed: tuple[UUID, ...], wanted: list[str]
) -> None:
    assert problems(rules.close(small(*closed), closing, hand_to)) == wanted


# ---- merge


def test_merging_into_one_of_the_parties() -> None:
    tree = small()
    found = rules.merge(tree, A, [B], B, None)
    assert not found.obstacles
    assert found.closed == {A: B}
    assert found.moved == {A1: B, A2: B}
    assert found.begin_anew
    after = found.applied(tree).derived([(A, B)])
    assert after[A1].walking_id == B
    assert after[B].inherits == (tree.derived()[A].path,)


def test_merging_into_a_new_one_stands_where_the_first_stood() -> None:
    tree = small()
    found = rules.merge(tree, A, [B], None, NEW)
    assert not found.obstacles
    assert found.closed == {A: N, B: N}
    assert found.moved == {A1: N, A2: N, B1: N}
    (made,) = found.made
    assert (made.parent_id, made.walks) == (C, "walks")
    assert found.applied(tree).derived()[B1].walking_id == N


def test_a_new_one_walks_if_one_of_the_parties_does() -> None:
    (made,) = rules.merge(small(), A1, [A2], None, NEW).made
    assert made.walks == "walks"


def test_a_party_beneath_another_does_not_move_but_closes() -> None:
    found = rules.merge(small(), A, [A1], A, None)
    assert (found.closed, found.moved) == ({A1: A}, {})


@pytest.mark.parametrize(
    ("others", "target", "new", "closed", "wanted"),
    [
        ([node(77)], A, None, (), ["with_ids:unknown"]),
        ([B], A, None, (B,), ["with_ids:closed"]),
        ([A], A, None, (), ["with_ids:duplicate"]),
        ([B], None, None, (), ["target_id:missing"]),
        ([B], A, NEW, (), ["target_id:missing"]),
        ([B], D, None, (), ["target_id:not_a_party"]),
        ([A1], A1, None, (), ["target_id:own_subtree"]),
        ([H], A, None, (), ["wrong_state:root", "target_id:own_subtree"]),
        ([B], None, NewNode(N, "N", "Ny", parent_id=A1), (), ["new.parent_id:own_subtree"]),
        ([B], None, NewNode(N, "N", "Ny", parent_id=node(77)), (), ["new.parent_id:unknown"]),
        ([B], None, NewNode(N, "A2", "Ny"), (), ["new.code:taken"]),
    ],
)
def test_what_refuses_a_merge(
    others: list[UUID], target: UUID | None, new: NewNode | None, closed: tuple[UUID, ...], wanted: list[str]
) -> None:
    assert problems(rules.merge(small(*closed), A, others, target, new)) == wanted


@pytest.mark.parametrize(("round_from", "fits"), [(None, True), (A, True), (B, False), (C, False)])
def test_the_round_that_goes_on_is_an_open_one_of_a_party(round_from: UUID | None, fits: bool) -> None:
    tree = Tree(replace(each, has_round=each.id in (A, C)) for each in stands())
    found = Meaning(obstacles=rules.goes_on(tree, [A, B], round_from))
    assert problems(found) == ([] if fits else ["round_from:no_round"])


# ---- split


def test_splitting_places_sections_and_the_rest_goes_to_the_first() -> None:
    tree = small()
    found = rules.split(tree, A, [NEW, OTHER], {A2: 1})
    assert not found.obstacles
    assert found.closed == {A: N}
    assert found.successors == {A: [N, M]}
    assert found.moved == {A1: N, A2: M}
    assert [(made.parent_id, made.walks, made.kind) for made in found.made] == [(C, "walks", "section")] * 2
    assert found.begin_anew


@pytest.mark.parametrize(
    ("splitting", "parts", "sections", "wanted"),
    [
        (A, [NEW, NewNode(M, "N", "Mere")], {}, ["parts.1.code:taken"]),
        (A, [NEW, NewNode(M, "B", "Mere")], {}, ["parts.1.code:taken"]),
        (A, [NEW, OTHER], {B1: 0}, ["sections:unknown"]),
        (A, [NEW, OTHER], {A1: 2}, ["sections:no_part"]),
        (A, [NEW, NewNode(M, "M", "Mere", parent_id=A2)], {}, ["parts.1.parent_id:own_subtree"]),
        (H, [NEW, OTHER], {}, ["wrong_state:root"]),
        (A1, [NewNode(N, "N", "Ny", parent_id=D), OTHER], {}, ["parts:follows_nobody"]),
    ],
)
def test_what_refuses_a_split(
    splitting: UUID, parts: list[NewNode], sections: dict[UUID, int], wanted: list[str]
) -> None:
    assert problems(rules.split(small(), splitting, parts, sections)) == wanted


# ---- another way through the steps


@pytest.mark.parametrize(
    ("changing", "walks", "wanted"),
    [
        (A1, "walks", []),
        (A2, "follows", []),
        (A1, "outside", []),
        (A, "follows", ["walks:follows_nobody"]),
        # A1 follows A: it would follow nobody.
        (A, "outside", ["walks:follows_nobody"]),
        (A, "walks", ["walks:unchanged"]),
    ],
)
def test_walking_following_standing_outside(changing: UUID, walks: str, wanted: list[str]) -> None:
    assert problems(rules.walk(small(), changing, walks)) == wanted


# ---- a new node


@pytest.mark.parametrize(
    ("new", "walks", "wanted"),
    [
        (NewNode(N, "N", "Ny", parent_id=A), "follows", []),
        (NewNode(N, "N", "Ny", parent_id=C), "follows", ["walks:follows_nobody"]),
        (NewNode(N, "A1", "Ny", parent_id=A), "follows", ["code:taken"]),
        (NewNode(N, "N", "Ny", parent_id=node(77)), "walks", ["parent_id:unknown"]),
    ],
)
def test_making_a_node(new: NewNode, walks: str, wanted: list[str]) -> None:
    assert problems(rules.made(small(), new, walks)) == wanted


def test_a_closed_nodes_code_is_not_given_again() -> None:
    tree = small(A1)
    assert not rules.code_free(tree, NAMES[A1])
    assert rules.code_free(tree, NAMES[A1], besides=A1)


# ---- refusing


def test_every_wrong_field_is_told_at_once() -> None:
    later = rules.Obstacle(Code.STILL_OPEN, {}, later=True)
    obstacles = [rules.wrong("a", "x"), later, rules.wrong("b", "y")]
    with pytest.raises(Refused) as refused:
        rules.raise_first(obstacles)
    assert [error["field"] for error in refused.value.facts["errors"]] == ["a", "b"]  # type: ignore[attr-defined]


def test_what_may_be_gone_by_its_day_keeps_nobody_from_planning() -> None:
    obstacles = [rules.Obstacle(Code.STILL_OPEN, {"open": []}, later=True)]
    rules.raise_first(obstacles, planned=True)
    with pytest.raises(Refused) as refused:
        rules.raise_first(obstacles)
    assert refused.value.code is Code.STILL_OPEN
