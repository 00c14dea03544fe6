"""A wave from the first answer to the destroyed key, on both databases, step by step and killed between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from tests.api.world import World
from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.surveys.answering.keystore import KeyStore
from trinvis.surveys.closing import steps
from trinvis.surveys.codes import digest, new_code, read
from trinvis.surveys.tables import AnswerCode, Ballot, Cell, Wave, WaveNode, WaveState
from trinvis.surveys.waves.opening import tell_bands

PEOPLE = [
    [int(sign) for sign in one]
    for one in ("6565765", "5564665", "7676776", "4453544", "6665675", "5465656")
]


@pytest.fixture(autouse=True)
def _keystore(world: World, tmp_path: Path) -> None:
    """A keystore on both databases: only the embedded one has a default."""
    world.database.settings.keystore = tmp_path / "keystore"


def keys(world: World) -> KeyStore:
    folder = world.database.settings.keystore
    assert folder
    return KeyStore(folder)


def open_wave(world: World, heads: int = 20, units: tuple[str, ...] = ("A",)) -> tuple[UUID, list[str]]:
    """An open wave of department A and a code for each head of its first unit."""
    wave_id, today = uuid4(), clock.today()
    codes = [new_code() for _ in range(heads)]
    with world.database.write() as work:
        work.add(
            Wave(
                id=wave_id, place_id=world.ids["A"], state=WaveState.OPEN, instrument="as_note",
                opens_on=today, closes_on=today, dialogue_on=today + timedelta(days=20),
                hmu_on=today + timedelta(days=90), planned_by=world.people["leader"],
                public_key=keys(world).make(wave_id), opened_on=today,
            )
        )  # fmt: skip
        for unit in units:
            work.add(
                WaveNode(
                    wave_id=wave_id, node_id=world.ids[unit], name=unit, kind="department", position=unit,
                    heads=heads, unit_id=world.ids[unit],
                    parent_id=None if unit == units[0] else world.ids[units[0]],
                )
            )  # fmt: skip
        for code in codes:
            plain = read(code) or ""
            work.add(AnswerCode(digest=digest(plain), wave_id=wave_id, unit_id=world.ids[units[0]]))
    return wave_id, codes


def send(world: World, wave_id: UUID, code: str, answers: Sequence[Any], status: int = 204) -> Any:
    """Send answers as a phone does: no session, no header."""
    client = TestClient(world.app, raise_server_exceptions=False)
    answer = client.post("/api/answers", json={"wave_id": str(wave_id), "code": code, "answers": answers})
    assert answer.status_code == status, answer.text
    return answer


def end(world: World, wave_id: UUID) -> None:
    """Its last day is past, and the worker comes by."""
    with world.database.write() as work:
        wave = work.locked(Wave, wave_id)
        wave.opens_on = wave.closes_on = clock.today() - timedelta(days=1)
    steps.close_due(world.database, nothing_more)


def nothing_more(_work: Transaction, _wave: Wave) -> None:
    """No follow-up in these tests."""


def rows(world: World, table: Any) -> list[Any]:
    with world.database.read() as work:
        return list(work.session.exec(select(table)))


def test_from_the_first_answer_to_the_destroyed_key(world: World) -> None:
    wave_id, codes = open_wave(world)
    for code, answers in zip(codes, PEOPLE, strict=False):
        send(world, wave_id, code, answers)
    ballots = rows(world, Ballot)
    assert len(ballots) == 6
    assert {len(one.sealed) for one in ballots} == {55}
    assert len(rows(world, AnswerCode)) == 14
    end(world, wave_id)
    cells = {cell.item: cell for cell in rows(world, Cell)}
    assert [cells[f"q{n}"].mean_tenths for n in range(1, 8)] == [55, 50, 60, 47, 62, 58, 52]
    assert cells["scale"].mean_tenths == 55
    # Six answers: means only, no exact number of anything.
    assert {(cell.n, cell.low, cell.mean, cell.variance) for cell in cells.values()} == {(None,) * 4}
    (wave,) = rows(world, Wave)
    assert wave.state == WaveState.CLOSED
    assert wave.counted_at
    assert wave.destroyed_at
    assert rows(world, Ballot) == rows(world, AnswerCode) == []
    assert keys(world).private(wave_id) is None
    assert [(node.shown, node.ballots) for node in rows(world, WaveNode)] == [("means", None)]


def test_detail_from_ten(world: World) -> None:
    wave_id, codes = open_wave(world)
    for code, answers in zip(codes, PEOPLE * 2, strict=False):
        send(world, wave_id, code, answers)
    end(world, wave_id)
    cells = {cell.item: cell for cell in rows(world, Cell)}
    assert (cells["q4"].n, cells["q4"].low, cells["q4"].middle, cells["q4"].high) == (12, 2, 2, 8)
    assert cells["scale"].mean == "115/21"
    assert [(node.shown, node.ballots) for node in rows(world, WaveNode)] == [("detail", 12)]


def test_of_what_is_hidden_nothing_is_kept(world: World) -> None:
    wave_id, codes = open_wave(world)
    for code in codes[:4]:
        send(world, wave_id, code, [7] * 7)
    end(world, wave_id)
    assert rows(world, Cell) == []
    assert [(node.shown, node.ballots) for node in rows(world, WaveNode)] == [("hidden", None)]


def test_the_bands_of_while_it_was_open_are_gone_too(world: World) -> None:
    """They say how many answered where nothing is shown, and until which day."""
    wave_id, codes = open_wave(world)
    with world.database.write() as work:
        work.session.get_one(WaveNode, (wave_id, world.ids["A"])).phase = "before"
    send(world, wave_id, codes[0], [7] * 7)
    assert tell_bands(world.database) == 1
    assert [node.band for node in rows(world, WaveNode)] == ["0-4"]
    end(world, wave_id)
    assert [(node.band, node.band_on) for node in rows(world, WaveNode)] == [(None, None)]


def test_ballots_lie_in_no_order_of_sending(world: World) -> None:
    wave_id, codes = open_wave(world)
    known: set[bytes] = set()
    keys_sent = []
    for code in codes:
        send(world, wave_id, code, [4] * 7)
        (new,) = {one.key for one in rows(world, Ballot)} - known
        known.add(new)
        keys_sent.append(new)
    assert {len(key) for key in known} == {16}
    assert keys_sent not in (sorted(known), sorted(known, reverse=True))
    assert len({key[:4] for key in known}) == len(known), "a clock or a counter begins alike"


def test_a_code_counts_once_and_used_unknown_and_void_read_the_same(world: World) -> None:
    wave_id, codes = open_wave(world)
    send(world, wave_id, codes[0], [1] * 7)
    used = send(world, wave_id, codes[0], [7] * 7, 409)
    unknown = send(world, wave_id, new_code(), [7] * 7, 409)
    elsewhere = send(world, uuid4(), codes[1], [7] * 7, 409)
    assert used.content == unknown.content == elsewhere.content
    assert used.headers.keys() == unknown.headers.keys()
    assert len(rows(world, Ballot)) == 1
    mistyped = send(world, wave_id, "0000-0000-0000-0001", [7] * 7, 422)
    assert mistyped.json()["facts"]["errors"] == [{"field": "code", "problem": "mistyped"}]


def test_a_typed_code_finds_its_wave(world: World) -> None:
    client = TestClient(world.app, raise_server_exceptions=False)
    assert client.get("/api/answers").status_code == 404
    _, codes = open_wave(world)
    alone = client.get("/api/answers").json()
    assert (alone["place"], alone["closes_on"]) == ("Lungesygdomme", str(clock.today()))
    other, _ = open_wave(world)
    both = client.get("/api/answers").json()
    assert (both["place"], both["closes_on"], len(both["statements"])) == (None, None, 7)
    body = {"code": codes[0], "answers": [1] * 7}
    assert client.post("/api/answers", json=body).status_code == 204
    used, unknown = client.post("/api/answers", json=body), client.post(
        "/api/answers", json=body | {"code": new_code()}
    )
    assert (used.status_code, used.content) == (unknown.status_code, unknown.content)
    assert [ballot.wave_id == other for ballot in rows(world, Ballot)] == [False]


@pytest.mark.parametrize("answers", [[1] * 6, [1] * 8, [0] * 7, [8] * 7, ["5"] * 6 + ["x"], [1.5] * 7])
def test_what_is_no_answer_is_refused_and_leaves_the_code(world: World, answers: list[Any]) -> None:
    wave_id, codes = open_wave(world, 1)
    send(world, wave_id, codes[0], answers, 422)
    assert len(rows(world, AnswerCode)) == 1
    send(world, wave_id, codes[0], [None] * 7)


def test_after_the_last_day_no_answer_is_taken_even_before_the_worker_came(world: World) -> None:
    wave_id, codes = open_wave(world)
    with world.database.write() as work:
        wave = work.locked(Wave, wave_id)
        wave.opens_on = wave.closes_on = clock.today() - timedelta(days=1)
    assert send(world, wave_id, codes[0], [1] * 7, 409).json()["code"] == "wave_closed"
    assert TestClient(world.app).get(f"/api/answers/{wave_id}").json()["state"] == "over"


def test_answering_reads_and_sends_no_cookie_and_writes_no_history(world: World) -> None:
    wave_id, codes = open_wave(world)
    before = world.get("leader", f"/api/history?department={world.id_('A')}")
    answer = send(world, wave_id, codes[0], [1] * 7)
    assert "set-cookie" not in answer.headers
    assert world.get("leader", f"/api/history?department={world.id_('A')}") == before


class Killed(BaseException):
    """The process is gone at this point."""


STEPS = ["close", "counted", "_keep", "nothing_more", "destroy", "_forget_deleted_rows"]


@pytest.mark.parametrize("at", STEPS)
def test_killed_at_any_step_it_is_finished_at_the_next_start(
    world: World, monkeypatch: pytest.MonkeyPatch, at: str, figure: Callable[[str], None]
) -> None:
    wave_id, codes = open_wave(world)
    for code, answers in zip(codes, PEOPLE, strict=False):
        send(world, wave_id, code, answers)
    place = steps if hasattr(steps, at) else __import__("sys").modules[__name__]

    def killed(*_: Any, **__: Any) -> Any:
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(place, at, killed)
        with pytest.raises(Killed):
            end(world, wave_id)
    assert [wave.counting for wave in rows(world, Wave)] in ([0], [None]), "a share would tell of how many"
    steps.close_due(world.database, nothing_more)
    assert steps.close_due(world.database, nothing_more) == 0
    assert [cell.mean_tenths for cell in rows(world, Cell) if cell.item == "scale"] == [55]
    assert len(rows(world, Cell)) == 8
    assert rows(world, Ballot) == []
    assert keys(world).private(wave_id) is None
    figure(f"killed at {STEPS.index(at) + 1} of {len(STEPS)} steps of closing: finished, once, key gone")


def test_a_lost_key_loses_the_wave_and_says_so(world: World) -> None:
    wave_id, codes = open_wave(world)
    send(world, wave_id, codes[0], [1] * 7)
    keys(world).destroy(wave_id)
    end(world, wave_id)
    (wave,) = rows(world, Wave)
    assert (wave.state, wave.reason) == (WaveState.ANNULLED, "key_lost")
    assert rows(world, Ballot) == rows(world, Cell) == []
    assert wave.destroyed_at


def test_a_ballot_moved_to_another_unit_does_not_open(world: World) -> None:
    wave_id, codes = open_wave(world, units=("A", "A1"))
    send(world, wave_id, codes[0], [1] * 7)
    with world.database.write() as work:
        (ballot,) = work.session.exec(select(Ballot).where(col(Ballot.wave_id) == wave_id))
        ballot.unit_id = world.ids["A1"]
    end(world, wave_id)
    (wave,) = rows(world, Wave)
    assert (wave.state, wave.reason) == (WaveState.ANNULLED, "tampered")
    assert rows(world, Cell) == []


def test_the_key_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    store, wave_id = KeyStore(tmp_path / "keys"), uuid4()
    public = store.make(wave_id)
    assert store.make(wave_id) == public, "made once: another key would lose what was sealed"
    (file,) = (tmp_path / "keys").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700
    store.destroy(wave_id)
    store.destroy(wave_id)
    assert list((tmp_path / "keys").iterdir()) == []
