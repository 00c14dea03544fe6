"""Which nodes of a wave are shown, and with how much detail. The only way to a survey number. Pure.

A threshold for each node alone leaks by subtraction: whoever knows a department and all but one of
its sections knows the last one. Here nothing is shown whose *atom* - the people of a shown node who
are in no shown node beneath it - has between 1 and k - 1 answers to any statement or to the scale, or
between 1 and k - 1 who sent answers at all: beside exact numbers, "three more sent, and no statement has
an answer more" would say of those three that each chose "Ved ikke" throughout.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

SHOW = 5
"""Answers that a shown number rests on at least. A setting may raise it, never lower it."""
DETAIL = 10
"""Answers from which on exact counts, bins, intervals and differences are shown."""


class Shown(StrEnum):
    """What is shown of a node: nothing, means with one decimal, or everything."""

    HIDDEN = "hidden"
    MEANS = "means"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the wave's frozen tree with what the people attached directly to it answered.

    `ballots`: sent answers. `answers`: statement or "scale" -> how many of them count there ("Ved
    ikke" is no answer; the scale takes at least five of seven). `heads`: people attached directly.
    """

    id: UUID
    parent: UUID | None
    heads: int
    ballots: int
    answers: Mapping[str, int]


@dataclass(slots=True)
class _Tree:
    """The units with sums over subtrees. `order`: parents before children, siblings by id."""

    units: Mapping[UUID, Unit]
    columns: Sequence[str]
    beneath: dict[UUID, set[UUID]]
    depth: dict[UUID, int]

    def count(self, people: Collection[UUID], column: str) -> int:
        return sum(self.units[unit].answers.get(column, 0) for unit in people)

    def ballots(self, node: UUID) -> int:
        return sum(self.units[unit].ballots for unit in self.beneath[node])

    def heads(self, node: UUID) -> int:
        return sum(self.units[unit].heads for unit in self.beneath[node])


def release(units: Sequence[Unit], columns: Sequence[str], show: int = SHOW) -> dict[UUID, Shown]:
    """What is shown of every node, as one decision over the whole wave.

    The result depends on neither the order of `units` nor that of siblings. Raises `ValueError` for
    a threshold below `SHOW`, a parent that is not there, or a cycle.
    """
    if show < SHOW:
        raise ValueError(f"the threshold may be raised, not lowered: {show} < {SHOW}")
    tree = _tree(units, columns)
    shown = _without_small_atoms(tree, _enough(tree, tree.units, show), show)
    most = max(show, DETAIL)
    detail = _without_small_atoms(tree, _enough(tree, shown, most), most)
    return {
        node: Shown.DETAIL if node in detail else Shown.MEANS if node in shown else Shown.HIDDEN
        for node in tree.units
    }


def _tree(units: Sequence[Unit], columns: Sequence[str]) -> _Tree:
    by_id = {unit.id: unit for unit in units}
    beneath: dict[UUID, set[UUID]] = {node: set() for node in by_id}
    depth: dict[UUID, int] = {}
    for node in by_id:
        above: UUID | None = node
        length = 0
        while above is not None:
            if above not in by_id or length > len(by_id):
                raise ValueError("a wave's tree has a parent that is not there, or a cycle")
            beneath[above].add(node)
            above = by_id[above].parent
            length += 1
        depth[node] = length
    return _Tree(by_id, columns, beneath, depth)


def _enough(tree: _Tree, nodes: Collection[UUID], least: int) -> set[UUID]:
    """Nodes with enough answers to everything, and no more answers than heads."""
    return {
        node
        for node in nodes
        if all(tree.count(tree.beneath[node], column) >= least for column in tree.columns)
        and tree.ballots(node) <= tree.heads(node)
    }


def _atom(tree: _Tree, node: UUID, shown: set[UUID]) -> set[UUID]:
    """The units of the node that are in no shown node beneath it, however deep."""
    people = set(tree.beneath[node])
    for other in tree.beneath[node] & shown:
        if other != node:
            people -= tree.beneath[other]
    return people


def _without_small_atoms(tree: _Tree, shown: set[UUID], least: int) -> set[UUID]:
    """Hide until no atom has 1 to `least` - 1 answers. Atoms only merge, so it ends."""
    while small := [node for node in shown if _is_small(tree, _atom(tree, node, shown), least)]:
        node = min(small, key=lambda one: (-tree.depth[one], one))
        shown = shown - {_to_hide(tree, node, shown)}
    return shown


def _is_small(tree: _Tree, atom: set[UUID], least: int) -> bool:
    sent = sum(tree.units[unit].ballots for unit in atom)
    return 0 < sent < least or any(0 < tree.count(atom, column) < least for column in tree.columns)


def _to_hide(tree: _Tree, node: UUID, shown: set[UUID]) -> UUID:
    """The nearest shown descendant with the fewest answers, or the node itself if there is none."""
    under = (tree.beneath[node] & shown) - {node}
    nearest = [one for one in under if not any(one in tree.beneath[up] for up in under - {one})]
    return min(nearest, key=lambda one: (tree.ballots(one), one), default=node)


def band(count: int) -> str:
    """How many have answered while the wave is open: "0-4", "5-9", "10-19", "20-29" ..."""
    if count < 5:
        return "0-4"
    if count < 10:
        return "5-9"
    return f"{count // 10 * 10}-{count // 10 * 10 + 9}"
