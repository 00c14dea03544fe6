"""Reading what was released. Nothing here decides what is shown: a cell that is not stored does not exist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlmodel import col

from trinvis.access import Actor, May, allowed
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import Node, node
from trinvis.errors import Code, Refused
from trinvis.surveys.results import rules
from trinvis.surveys.results.rules import Dates, Seen
from trinvis.surveys.rules import Shown
from trinvis.surveys.scoring.rules import Spread
from trinvis.surveys.tables import Cell, Wave, WaveNode, WaveState
from trinvis.surveys.waves.rules import ITEMS, SCALE

NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Taken:
    """A wave as it was at one node."""

    wave: Any
    node: Any
    people: frozenset[UUID]
    heads: int
    cells: Mapping[str, Any]

    @property
    def dates(self) -> Dates:
        """When it may be seen."""
        closed = self.wave.closed_on if self.wave.counted_at else None
        return Dates(closed, self.wave.dialogue_on, self.wave.hmu_on)

    @property
    def seen(self) -> Seen:
        """For the rules of comparing."""
        return Seen(Shown(self.node.shown), self.wave.instrument, frozenset(self.people), self.spread)

    @property
    def spread(self) -> Spread | None:
        """The scale in full; None unless it was released with detail."""
        cell = self.cells.get(SCALE)
        if cell is None or cell.mean is None or cell.n is None:
            return None
        return Spread(cell.n, Fraction(cell.mean), Fraction(cell.variance))


_WAVE = (
    "id", "state", "instrument", "opens_on", "closes_on", "dialogue_on", "hmu_on", "closed_on", "counted_at",
)  # fmt: skip
_CELL = ("wave_id", "item", "mean_tenths", "n", "low", "middle", "high", "mean", "variance")


def taken_at(work: Transaction, node_id: UUID) -> list[Taken]:
    """Every wave that the node was in, oldest first, with its cells there."""
    waves = work.rows(
        columns(*(getattr(Wave, name) for name in _WAVE))
        .join(WaveNode, col(WaveNode.wave_id) == Wave.id)
        .where(
            WaveNode.node_id == node_id,
            col(Wave.state).in_((WaveState.PLANNED, WaveState.OPEN, WaveState.CLOSED)),
        )
        .order_by(col(Wave.opens_on), col(Wave.id))
    )
    ids = [wave.id for wave in waves]
    nodes = work.rows(
        columns(
            WaveNode.wave_id, WaveNode.node_id, WaveNode.parent_id, WaveNode.phase, WaveNode.shown,
            WaveNode.ballots, WaveNode.heads, WaveNode.unit_id,
        ).where(col(WaveNode.wave_id).in_(ids))
    )  # fmt: skip
    cells = work.rows(
        columns(*(getattr(Cell, name) for name in _CELL)).where(
            col(Cell.wave_id).in_(ids), Cell.node_id == node_id
        )
    )
    return [_taken(wave, node_id, nodes, cells) for wave in waves]


def _taken(wave: Any, node_id: UUID, nodes: Sequence[Any], cells: Sequence[Any]) -> Taken:
    mine = {one.node_id: one for one in nodes if one.wave_id == wave.id}
    people = {node_id}
    grown = True
    while grown:
        more = {one.node_id for one in mine.values() if one.parent_id in people} - people
        people |= more
        grown = bool(more)
    heads = sum(one.heads for one in mine.values() if one.unit_id in people)
    return Taken(
        wave, mine[node_id], frozenset(people), heads,
        {cell.item: cell for cell in cells if cell.wave_id == wave.id},
    )  # fmt: skip


def guarded(work: Transaction, me: Actor, node_id: UUID) -> tuple[Node, frozenset[May]]:
    """The node and what the actor may do there. Raises `Refused(NOT_FOUND)` unless she reads it."""
    here = node(work, node_id)
    held = allowed(me, here.place)
    if not held & {May.READ, May.READ_RESULT}:
        raise Refused(Code.NOT_FOUND)
    return here, held


def _sees(one: Taken, held: frozenset[May], today: date) -> bool:
    first = rules.visible_from(held, one.dates)
    return first is not None and first <= today


def result(
    work: Transaction, me: Actor, wave_id: UUID, node_id: UUID, texts: Mapping[str, Any]
) -> dict[str, Any]:
    """A node's result in a wave, with the earlier waves the actor sees beside it."""
    here, held = guarded(work, me, node_id)
    every = taken_at(work, node_id)
    this = next((one for one in every if one.wave.id == wave_id), None)
    if this is None:
        raise Refused(Code.NOT_FOUND)
    today = clock.today()
    told: dict[str, Any] = {
        "wave_id": wave_id, "node": {"id": here.id, "name": here.name}, "phase": this.node.phase,
        "shown": NOT_YET, "visible_from": rules.visible_from(held, this.dates) or _promised(held, this),
        "statements": [], "points": [], "compared": [],
    }  # fmt: skip
    if not _sees(this, held, today):
        return told
    told["shown"] = this.node.shown
    if this.node.shown == Shown.HIDDEN:
        return told
    until = [one for one in every if one.wave.opens_on <= this.wave.opens_on and _sees(one, held, today)]
    released = [one for one in until if one.node.shown != Shown.HIDDEN]
    instrument = texts[this.wave.instrument]
    told["statements"] = [_statement(this.cells[item], instrument[item]) for item in ITEMS]
    told["points"] = [_point(one) for one in released]
    told["compared"] = [_compared(released[0], one) for one in released[1:]]
    return told


def _promised(held: frozenset[May], one: Taken) -> date:
    """Before it is counted: the day that was said when it was planned."""
    day: date = one.wave.closes_on if May.READ_RESULT in held else one.wave.dialogue_on
    return day


def _statement(cell: Any, text: Any) -> dict[str, Any]:
    return {
        "key": cell.item, "da": text.da, "en": text.en, "mean_tenths": cell.mean_tenths, "n": cell.n,
        "low": cell.low, "middle": cell.middle, "high": cell.high,
    }  # fmt: skip


def _point(one: Taken) -> dict[str, Any]:
    spread = one.spread
    low, high = (rules.band_of(spread) if spread else None) or (None, None)
    return {
        "wave_id": one.wave.id, "phase": one.node.phase, "closes_on": one.wave.closes_on,
        "closed_on": one.wave.closed_on, "mean_tenths": one.cells[SCALE].mean_tenths,
        "answered": one.node.ballots, "heads": one.heads if spread else None,
        "low_tenths": low, "high_tenths": high,
        "index": rules.index_of(spread) if spread else None,
    }  # fmt: skip


def _compared(before: Taken, after: Taken) -> dict[str, Any]:
    reason = rules.not_comparable(before.seen, after.seen)
    found = rules.difference(before.seen, after.seen)
    return {
        "before": before.wave.id, "after": after.wave.id, "comparable": found is not None,
        "reason": reason or (None if found else "alike"),
        "value_tenths": rules.tenths(found.value) if found else None,
        "low_tenths": rules.tenths(found.low) if found else None,
        "high_tenths": rules.tenths(found.high) if found else None,
        "clear": found.clear if found else None,
    }  # fmt: skip


def results(work: Transaction, me: Actor, node_id: UUID) -> list[dict[str, Any]]:
    """The node's waves, newest first, with what the actor sees of each."""
    _, held = guarded(work, me, node_id)
    today = clock.today()
    return [
        {
            "wave_id": one.wave.id, "phase": one.node.phase, "opens_on": one.wave.opens_on,
            "closes_on": one.wave.closes_on, "state": one.wave.state,
            "shown": _shown(one, held, today),
            "visible_from": rules.visible_from(held, one.dates) or _promised(held, one),
        }
        for one in reversed(taken_at(work, node_id))
    ]  # fmt: skip


def _shown(one: Taken, held: frozenset[May], today: date) -> str | None:
    if one.wave.state != WaveState.CLOSED:
        return None
    return str(one.node.shown) if _sees(one, held, today) else NOT_YET
