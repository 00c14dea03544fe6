"""Opening a wave on its day, and once a day the band in which its answers lie.

First the key is on disk, then one transaction freezes the tree and opens. A crash between leaves a key
that the next attempt finds and uses.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from trinvis.core import clock
from trinvis.core.db import Database, Transaction, columns
from trinvis.surveys.answering.keystore import KeyStore
from trinvis.surveys.rules import band
from trinvis.surveys.tables import Ballot, Wave, WaveNode, WaveState
from trinvis.surveys.waves import rules
from trinvis.surveys.waves.rules import Days
from trinvis.surveys.waves.tree import freeze, others


def open_due(database: Database) -> int:
    """Open every confirmed wave whose first day has come; how many were opened."""
    folder = database.settings.keystore
    if folder is None:
        return 0
    with database.read() as work:
        due = [
            row.id
            for row in work.rows(
                columns(Wave.id)
                .where(
                    Wave.state == WaveState.PLANNED,
                    col(Wave.confirmed_on).is_not(None),
                    col(Wave.opens_on) <= clock.today(),
                    col(Wave.closes_on) >= clock.today(),
                )
                .order_by(col(Wave.opens_on), col(Wave.id))
            )
        ]
    return sum(_open(database, KeyStore(folder), wave_id) for wave_id in due)


def _open(database: Database, keys: KeyStore, wave_id: UUID) -> int:
    public = keys.make(wave_id)
    with database.write() as work:
        wave = work.locked(Wave, wave_id)
        if wave.state != WaveState.PLANNED or wave.confirmed_on is None:
            return 0
        tree = freeze(work, wave)
        days = Days(wave.opens_on, wave.closes_on, wave.dialogue_on, wave.hmu_on)
        standing = [
            one for one in others(work, wave.id, tree.nodes) if not one.open or _is_open(work, one.id)
        ]
        if not tree.nodes or rules.conflicts(standing, days):
            return 0  # it stays planned; its page says what is in the way
        wave.state, wave.opened_on, wave.public_key = WaveState.OPEN, clock.today(), public
        wave.version += 1
        work.session.flush()
        for node in tree.nodes:
            if node.department == node.id:
                work.record("wave.opened", "wave", wave.id, node.id, closes_on=wave.closes_on)
    return 1


def _is_open(work: Transaction, wave_id: UUID) -> bool:
    return bool(work.one(columns(Wave.state).where(Wave.id == wave_id)).state == WaveState.OPEN)


def tell_bands(database: Database) -> int:
    """Take each open wave's bands once a day, so that nobody sees one answer come; how many waves."""
    today = clock.today()
    with database.read() as work:
        waiting = [
            row.wave_id
            for row in work.rows(
                columns(WaveNode.wave_id)
                .join(Wave, col(Wave.id) == WaveNode.wave_id)
                .where(
                    Wave.state == WaveState.OPEN,
                    col(WaveNode.phase).is_not(None),
                    col(WaveNode.band_on).is_(None) | (col(WaveNode.band_on) < today),
                )
                .distinct()
            )
        ]
    for wave_id in waiting:
        with database.write() as work:
            wave = work.locked(Wave, wave_id)
            if wave.state == WaveState.OPEN:
                _take_bands(work, wave_id)
    return len(waiting)


def _take_bands(work: Transaction, wave_id: UUID) -> None:
    nodes = list(work.session.exec(select(WaveNode).where(WaveNode.wave_id == wave_id)))
    counts: dict[UUID, int] = {
        row[0]: row[1]
        for row in work.rows(
            columns(Ballot.unit_id, func.count()).where(Ballot.wave_id == wave_id).group_by(Ballot.unit_id)
        )
    }
    by_id = {node.node_id: node for node in nodes}
    totals: dict[UUID, int] = {}
    for unit, count in counts.items():
        up: UUID | None = unit
        while up is not None and by_id[up].phase is None:
            up = by_id[up].parent_id
        if up is not None:
            totals[up] = totals.get(up, 0) + count
    for node in nodes:
        if node.phase:
            node.band, node.band_on = band(totals.get(node.node_id, 0)), clock.today()
    work.session.flush()
