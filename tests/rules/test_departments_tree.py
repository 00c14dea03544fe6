"""Where every node stands: paths, order, whose steps, what is inherited."""

from __future__ import annotations

from uuid import UUID

import pytest

from trinvis.departments.tree.rules import Stand, Tree


def node(number: int) -> UUID:
    return UUID(int=number)


H, C, D, A, B, A1, A2, B1 = (node(number) for number in range(1, 9))
NAMES = {H: "H", C: "C", D: "D", A: "A", B: "B", A1: "A1", A2: "A2", B1: "B1"}
STANDS = {
    H: (None, "outside", "0001"),
    C: (H, "outside", "0001.0001"),
    D: (H, "outside", "0001.0002"),
    A: (C, "walks", "0001.0001.0001"),
    A1: (A, "follows", "0001.0001.0001.0001"),
    A2: (A, "walks", "0001.0001.0001.0002"),
    B: (D, "walks", "0001.0002.0001"),
    B1: (B, "follows", "0001.0002.0001.0001"),
}


def stands(**changed: Stand) -> list[Stand]:
    """The small organisation: centres C and D, departments A (A1 follows, A2 walks) and B (B1 follows)."""
    plain = {
        NAMES[each]: Stand(each, NAMES[each], NAMES[each], "section", parent, walks, position=position)
        for each, (parent, walks, position) in STANDS.items()
    }
    return list((plain | changed).values())


def small(*closed: UUID) -> Tree:
    """The small organisation as a tree, some of it closed."""
    from dataclasses import replace

    return Tree(replace(each, closed=each.id in closed) for each in stands())


def path(*nodes: UUID) -> str:
    return "".join(f"{each.hex}/" for each in nodes)


def test_path_order_and_walking_node_follow_from_parents() -> None:
    found = small().derived()
    assert found[A1].path == path(H, C, A, A1)
    assert {NAMES[each]: got.position for each, got in found.items()} == {
        NAMES[each]: position for each, (_, _, position) in STANDS.items()
    }
    walking = {NAMES[each]: got.walking_id and NAMES[got.walking_id] for each, got in found.items()}
    assert walking == {
        "H": None, "C": None, "D": None, "A": "A", "A1": "A", "A2": "A2", "B": "B", "B1": "B",
    }  # fmt: skip


def test_a_node_without_a_position_comes_last_among_its_siblings() -> None:
    new = Stand(node(99), "A0", "A0", "section", A, "follows")
    found = Tree([*stands(), new]).derived()
    assert found[new.id].position == "0001.0001.0001.0003"
    assert found[new.id].walking_id == A


def test_subtree_and_what_is_above() -> None:
    tree = small()
    assert set(tree.subtree(C)) == {C, A, A1, A2}
    assert tree.above(A1) == [A, C, H]


@pytest.mark.parametrize(
    ("continued", "inherits"),
    [
        ([], {}),
        # A continues in B: B reads it, and so does who reads B from above without reading A.
        ([(A, B)], {B: [A], D: [A]}),
        # A section's history is read by who reads the section that continues it, its department included.
        ([(A1, B1)], {B1: [A1], B: [A1], D: [A1]}),
        # What continues something that continued something else reads both.
        ([(A1, A2), (A2, B)], {A2: [A1], B: [A1, A2], D: [A1, A2]}),
        # What stands beneath is read from above anyhow.
        ([(A1, A)], {}),
        # A split: both parts.
        ([(A, B), (A, D)], {B: [A], D: [A]}),
    ],
)
def test_readers_of_what_continues_a_node(
    continued: list[tuple[UUID, UUID]], inherits: dict[UUID, list[UUID]]
) -> None:
    found = small(*{closed for closed, _ in continued}).derived(continued)
    wanted = {reader: sorted(found[closed].path for closed in paths) for reader, paths in inherits.items()}
    assert {each: list(got.inherits) for each, got in found.items() if got.inherits} == wanted
