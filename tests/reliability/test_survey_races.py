"""Answers at once, answers while it closes, and what the tables may have for columns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event
from uuid import UUID

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, inspect, text
from sqlmodel import select

from tests.api.survey import put_codes
from tests.api.world import World
from tests.reliability.conftest import NewWorld, run_apart
from trinvis.core import clock
from trinvis.core.clock import COPENHAGEN
from trinvis.surveys.answering.keystore import KeyStore
from trinvis.surveys.closing import steps
from trinvis.surveys.codes import new_code
from trinvis.surveys.tables import Ballot, Wave, WaveNode, WaveState


@pytest.fixture
def world(new_world: NewWorld) -> Iterator[World]:
    """A world with a keystore."""
    with new_world() as made:
        yield made


WAVE = UUID(int=2026)


def opened(world: World, codes: int, wave_id: UUID = WAVE) -> tuple[UUID, list[str]]:
    """A wave of department A that is open today, and codes."""
    today = clock.today()
    folder = world.database.settings.keystore
    assert folder
    with world.database.write() as work:
        work.add(
            Wave(
                id=wave_id, place_id=world.ids["A"], state=WaveState.OPEN, instrument="as_note",
                opens_on=today, closes_on=today, dialogue_on=today + timedelta(days=20),
                hmu_on=today + timedelta(days=95),
                planned_by=world.people["leader"], public_key=KeyStore(folder).make(wave_id), opened_on=today,
            )
        )  # fmt: skip
        work.add(
            WaveNode(
                wave_id=wave_id, node_id=world.ids["A"], name="A", kind="department", position="0001",
                heads=codes, unit_id=world.ids["A"], phase="before",
            )
        )  # fmt: skip
    return wave_id, put_codes(world, wave_id, world.ids["A"], codes)


def status(world: World, wave_id: UUID, code: str) -> int:
    """Send an answer; the reply's status."""
    body = {"wave_id": str(wave_id), "code": code, "answers": [4] * 7}
    client = TestClient(world.app, raise_server_exceptions=False)
    return int(client.post("/api/answers", json=body).status_code)


def ballots(world: World) -> int:
    """How many ballots there are."""
    with world.database.read() as work:
        return int(work.one(select(func.count()).select_from(Ballot))[0])


def test_one_code_gives_one_ballot_however_often_it_is_sent_at_once(world: World) -> None:
    wave_id, codes = opened(world, 3)
    for code in codes:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: status(world, wave_id, code), range(8)))  # noqa: B023
        assert sorted(answers) == [204] + [409] * 7
    assert ballots(world) == 3


def test_what_was_acknowledged_while_closing_is_counted_and_nothing_else(
    world: World, long: bool, figure: Callable[[str], None]
) -> None:
    rounds, acknowledged, refused = 40 if long else 1, 0, 0
    for number in range(rounds):
        counted, late = _closed_while_answering(world, UUID(int=number + 1), after=5 + number % 30)
        acknowledged, refused = acknowledged + counted, refused + late
    assert acknowledged > 0
    figure(
        f"answers in flight while closing: {rounds} rounds, {acknowledged} acknowledged and counted,"
        f" {refused} refused and not counted"
    )


def _closed_while_answering(world: World, wave_id: UUID, after: int) -> tuple[int, int]:
    """Close after so many of sixty answers are on their way; how many were acknowledged, how many refused."""
    _, codes = opened(world, 60, wave_id)
    begun = Event()

    def answer(number: int) -> int:
        if number == after:
            begun.set()
        return status(world, wave_id, codes[number])

    with ThreadPoolExecutor(9) as pool:
        sent = [pool.submit(answer, number) for number in range(len(codes))]
        begun.wait()
        sent[0].result()
        assert steps.close(world.database, wave_id) == 1
        told = [one.result() for one in sent]
    assert set(told) <= {204, 409}
    acknowledged = told.count(204)
    assert ballots(world) == acknowledged
    steps.close_due(world.database)
    assert ballots(world) == 0
    with world.database.read() as work:
        node = work.session.exec(select(WaveNode).where(WaveNode.wave_id == wave_id)).one()
    assert node.ballots == (acknowledged if acknowledged >= 10 else None)
    return acknowledged, len(told) - acknowledged


async def _sent_at_once(world: World, wave_id: UUID, codes: Sequence[str], at_once: int) -> list[int]:
    """Send an answer with each code, so many at a time, as one server gets them."""
    places = asyncio.Semaphore(at_once)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(world.app), base_url="http://testserver", timeout=600
    ) as client:

        async def one(code: str) -> int:
            body = {"wave_id": str(wave_id), "code": code, "answers": [4] * 7}
            async with places:
                return (await client.post("/api/answers", json=body)).status_code

        return await asyncio.gather(*map(one, codes))


def test_many_codes_with_many_at_once(world: World, long: bool, figure: Callable[[str], None]) -> None:
    """100,000 codes in the full form, 64 at once: every one gives one ballot."""
    total, at_once = (100_000, 64) if long else (200, 16)
    wave_id, codes = opened(world, total)
    began = datetime.now(COPENHAGEN)
    answers = run_apart(_sent_at_once(world, wave_id, codes, at_once))
    seconds = (datetime.now(COPENHAGEN) - began).total_seconds()
    assert set(answers) == {204}
    assert ballots(world) == total
    steps.close(world.database, wave_id)
    steps.close_due(world.database)
    assert ballots(world) == 0
    figure(f"codes: {total} used, {at_once} submits at once, {total / seconds:.0f} answers/s, then counted")


def test_codes_ballots_and_cells_have_these_columns_and_no_hidden_row_number(world: World) -> None:
    """A column more could tell who, when or in which order; alembic does not notice a lost WITHOUT ROWID."""
    wanted = {
        "answer_code": {"digest", "wave_id", "unit_id"},
        "ballot": {"key", "wave_id", "unit_id", "sealed"},
        "cell": {
            "wave_id", "node_id", "item", "mean_tenths", "n", "low", "middle", "high", "mean", "variance",
        },
    }  # fmt: skip
    with world.database.reader.connect() as connection:
        for table, names in wanted.items():
            assert {one["name"] for one in inspect(connection).get_columns(table)} == names
            if world.database.settings.embedded:
                sql = connection.execute(
                    text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table}
                ).scalar_one()
                assert "WITHOUT ROWID" in sql


def test_a_code_that_nobody_printed_is_told_like_a_used_one(world: World) -> None:
    wave_id, codes = opened(world, 1)
    assert status(world, wave_id, codes[0]) == 204
    assert {status(world, wave_id, codes[0]), status(world, wave_id, new_code())} == {409}
