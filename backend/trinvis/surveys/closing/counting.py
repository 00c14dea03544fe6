"""From opened ballots to the cells that are shown: sums over the frozen tree, then one decision. Pure but
for the tables' classes, which it fills.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from trinvis.surveys.rules import Shown, Unit, release
from trinvis.surveys.scoring import rules as scoring
from trinvis.surveys.scoring.rules import Answers
from trinvis.surveys.tables import Cell, Wave, WaveNode
from trinvis.surveys.waves.rules import SCALE


@dataclass(frozen=True, slots=True)
class Count:
    """What comes of a wave: how much is shown of each node, the cells, ballots where they may be told."""

    shown: Mapping[UUID, Shown]
    cells: Sequence[Cell]
    ballots: Mapping[UUID, int]


def counted(
    wave: Wave, nodes: Sequence[WaveNode], ballots: Mapping[UUID, Sequence[Answers]], items: Sequence[str]
) -> Count:
    """Count a wave. `ballots`: unit -> its people's answers; `items`: the statements' keys in order."""
    shown = release(units_of(nodes, ballots, items), (*items, SCALE), wave.show)
    children: dict[UUID | None, list[UUID]] = {}
    for node in nodes:
        children.setdefault(node.parent_id, []).append(node.node_id)
    cells: list[Cell] = []
    told: dict[UUID, int] = {}
    for node in nodes:
        level = shown[node.node_id]
        if level is Shown.HIDDEN:
            continue
        people = [one for unit in _beneath(node.node_id, children) for one in ballots.get(unit, ())]
        cells += _cells(wave.id, node.node_id, people, items, exact=level is Shown.DETAIL)
        if level is Shown.DETAIL:
            told[node.node_id] = len(people)
    return Count(shown, cells, told)


def units_of(
    nodes: Sequence[WaveNode], ballots: Mapping[UUID, Sequence[Answers]], items: Sequence[str]
) -> list[Unit]:
    """The frozen tree with counts. Heads of people who answer with another unit stand with that unit."""
    heads: dict[UUID, int] = {}
    for node in nodes:
        if node.unit_id:
            heads[node.unit_id] = heads.get(node.unit_id, 0) + node.heads
    known = {node.node_id for node in nodes}
    found = []
    for node in nodes:
        people = ballots.get(node.node_id, ())
        answers = {
            item: sum(one[place] is not None for one in people) for place, item in enumerate(items)
        } | {SCALE: sum(scoring.person_score(one) is not None for one in people)}
        parent = node.parent_id if node.parent_id in known else None
        found.append(Unit(node.node_id, parent, heads.get(node.node_id, 0), len(people), answers))
    return found


def _beneath(node: UUID, children: Mapping[UUID | None, Sequence[UUID]]) -> list[UUID]:
    found = [node]
    for child in children.get(node, ()):
        found += _beneath(child, children)
    return found


def _cells(
    wave_id: UUID, node_id: UUID, people: Sequence[Answers], items: Sequence[str], *, exact: bool
) -> list[Cell]:
    found = []
    for place, item in enumerate(items):
        given = [one[place] for one in people]
        answers = [one for one in given if one is not None]
        mean = scoring.spread(answers)
        assert mean, "a released node has answers to every statement"
        cell = Cell(wave_id=wave_id, node_id=node_id, item=item, mean_tenths=_tenths(mean))
        if exact:
            cell.n = mean.n
            cell.low, cell.middle, cell.high = scoring.bins(answers)
        found.append(cell)
    whole = scoring.scale(people)
    assert whole, "a released node has persons who count in the scale"
    cell = Cell(wave_id=wave_id, node_id=node_id, item=SCALE, mean_tenths=_tenths(whole))
    if exact:
        cell.n, cell.mean, cell.variance = whole.n, str(whole.mean), str(whole.variance)
    return [*found, cell]


def _tenths(of: scoring.Spread) -> int:
    return int(scoring.rounded(of.mean, 1) * 10)
