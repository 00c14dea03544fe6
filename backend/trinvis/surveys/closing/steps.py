"""Opening and closing a wave on its days, safe at every step: what a crash left undone is done next time.

Opening: (1) the key is on disk, (2) one transaction freezes the tree and opens.
Closing: (1) under the wave's exclusive lock it is closed, so that every answer that was acknowledged is
in; (2) ballots are opened and summed outside any transaction; (3) one short transaction puts the cells
in and takes ballots and codes out; (4) the key is destroyed. Each step looks for what it finds undone,
so any worker with the keystore may do it, twice if need be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import delete, text, update
from sqlmodel import col, select

from trinvis.core import clock
from trinvis.core.db import Database, Transaction, columns
from trinvis.surveys.answering.keystore import KeyStore
from trinvis.surveys.answering.sealing import bound_to, opened
from trinvis.surveys.closing.counting import Count, counted
from trinvis.surveys.closing.dialogue import plan_dialogues
from trinvis.surveys.scoring.rules import Answers
from trinvis.surveys.tables import AnswerCode, Ballot, Wave, WaveNode, WaveState
from trinvis.surveys.waves.rules import ITEMS

OnCounted = Callable[[Transaction, Wave], None]

TOLD_EVERY = 200
"""Ballots between two words on how far the counting is, and that in tens of per cent: 33 per cent, told
after the first of three, would give the number of answers away. A few hundred are counted in a moment."""


def close_due(database: Database, on_counted: OnCounted = plan_dialogues) -> int:
    """Bring every wave whose last day is past to its end; how many steps were taken."""
    folder = database.settings.keystore
    if folder is None:
        return 0  # a worker without the keystore has nothing to open ballots with
    keys = KeyStore(folder)
    steps = 0
    for wave_id in _waiting(database, col(Wave.state) == WaveState.OPEN, col(Wave.closes_on) < clock.today()):
        steps += close(database, wave_id)
    for wave_id in _waiting(database, col(Wave.state) == WaveState.CLOSED, col(Wave.counted_at).is_(None)):
        steps += count(database, keys, wave_id, on_counted)
    ended = col(Wave.counted_at).is_not(None) | (col(Wave.state) == WaveState.ANNULLED)
    for wave_id in _waiting(database, ended, col(Wave.destroyed_at).is_(None)):
        steps += destroy(database, keys, wave_id)
    return steps


def _waiting(database: Database, *conditions: object) -> list[UUID]:
    with database.read() as work:
        return [row.id for row in work.rows(columns(Wave.id).where(*conditions).order_by(col(Wave.id)))]


def close(database: Database, wave_id: UUID) -> int:
    """Step 1: no answer after this; those on their way are waited for by the lock."""
    with database.write() as work:
        wave = work.locked(Wave, wave_id)
        if wave.state != WaveState.OPEN:
            return 0
        wave.state, wave.closed_on, wave.counting = WaveState.CLOSED, clock.today(), 0
        wave.version += 1
        work.record("wave.closed", "wave", wave.id, wave.place_id)
    return 1


def count(database: Database, keys: KeyStore, wave_id: UUID, on_counted: OnCounted) -> int:
    """Steps 2 and 3: open, sum, keep what is shown, take out all ballots and codes."""
    key = keys.private(wave_id)
    if key is None:
        return _give_up(database, wave_id, "key_lost")
    with database.read() as work:
        wave = work.session.get_one(Wave, wave_id)
        nodes = list(work.session.exec(select(WaveNode).where(WaveNode.wave_id == wave_id)))
        sealed = work.rows(columns(Ballot.unit_id, Ballot.sealed).where(Ballot.wave_id == wave_id))
    try:
        ballots = _open(database, wave, key, sealed)
    except InvalidTag:
        return _give_up(database, wave_id, "tampered")
    result = counted(wave, nodes, ballots, ITEMS)
    with database.write() as work:
        wave = work.locked(Wave, wave_id)
        if wave.state != WaveState.CLOSED or wave.counted_at is not None:
            return 0  # another worker was quicker
        _keep(work, wave, result)
        on_counted(work, wave)
        work.record("wave.counted", "wave", wave.id, wave.place_id)
    return 1


def _open(
    database: Database, wave: Wave, key: X25519PrivateKey, rows: Sequence[Any]
) -> dict[UUID, list[Answers]]:
    """Every ballot's answers by unit, in memory; the wave says how far it is, in tens of percent."""
    found: dict[UUID, list[Answers]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        found[row.unit_id].append(
            opened(key, bound_to(wave.instrument, wave.id, row.unit_id), row.sealed)
        )
        if number % TOLD_EVERY == 0:
            tens = number * 10 // len(rows) * 10
            with database.write() as work:
                work.session.execute(
                    update(Wave).where(col(Wave.id) == wave.id).values(counting=tens)
                )
    return found


def _keep(work: Transaction, wave: Wave, result: Count) -> None:
    for node in work.session.exec(select(WaveNode).where(WaveNode.wave_id == wave.id)):
        node.shown, node.ballots = result.shown[node.node_id], result.ballots.get(node.node_id)
    work.session.add_all(result.cells)
    _take_out(work, wave.id)
    wave.counted_at, wave.counting = clock.now(), None
    wave.version += 1
    work.session.flush()


def _take_out(work: Transaction, wave_id: UUID) -> None:
    """Ballots and codes go, and the bands of while it was open: they too say how many answered where
    nothing is shown, and when."""
    work.session.execute(
        update(WaveNode)
        .where(col(WaveNode.wave_id) == wave_id)
        .values(band=None, band_on=None)
        .execution_options(synchronize_session=False)
    )
    for table in (Ballot, AnswerCode):
        work.session.execute(
            delete(table)
            .where(col(table.wave_id) == wave_id)
            .execution_options(synchronize_session=False)
        )


def _give_up(database: Database, wave_id: UUID, reason: str) -> int:
    """No result can come of it: the key went too early, or somebody moved or changed ballots."""
    with database.write() as work:
        wave = work.locked(Wave, wave_id)
        if wave.state != WaveState.CLOSED or wave.counted_at is not None:
            return 0
        annul(work, wave, reason)
    return 1


def annul(work: Transaction, wave: Wave, reason: str) -> None:
    """End a locked wave without a result: what came in is destroyed, the key with it as the next step."""
    _take_out(work, wave.id)
    wave.state, wave.annulled_on, wave.reason, wave.counting = (
        WaveState.ANNULLED, clock.today(), reason, None,
    )  # fmt: skip
    wave.version += 1
    work.session.flush()
    work.record("wave.annulled", "wave", wave.id, wave.place_id)


def destroy(database: Database, keys: KeyStore, wave_id: UUID) -> int:
    """Step 4: the key goes, and what the databases still have of deleted rows."""
    keys.destroy(wave_id)
    _forget_deleted_rows(database)
    with database.write() as work:
        wave = work.locked(Wave, wave_id)
        if wave.destroyed_at is not None:
            return 0
        wave.destroyed_at = clock.now()
        wave.version += 1
        work.record("wave.destroyed", "wave", wave.id, wave.place_id)
    return 1


def _forget_deleted_rows(database: Database) -> None:
    """PostgreSQL keeps dead rows until a VACUUM, SQLite pages in its write-ahead log until a checkpoint."""
    if database.settings.embedded:
        # Not through SQLAlchemy, which would begin a transaction: a checkpoint cannot run in one.
        raw = database.writer.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()
        return
    with database.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in ("ballot", "answer_code"):
            connection.execute(text(f"VACUUM {table}"))
