"""Waves for tests: planned through the API, opened and closed by the worker, answered as phones do."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from fastapi.testclient import TestClient
from sqlmodel import col, select

from tests.api.world import World
from trinvis.core import clock
from trinvis.core.clock import COPENHAGEN
from trinvis.surveys.closing.steps import close_due
from trinvis.surveys.codes import digest, new_code, read
from trinvis.surveys.tables import AnswerCode, Wave
from trinvis.surveys.waves import rules
from trinvis.surveys.waves.opening import open_due

DAYS = ("opens_on", "closes_on", "dialogue_on", "hmu_on")
ONE_DAY = timedelta(days=1)


def on(day: str | date) -> AbstractContextManager[None]:
    """The clock stands at noon of the day."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return clock.standing_at(datetime.combine(day, time(12), COPENHAGEN))


def choose(world: World, instrument: str = "as_note") -> None:
    """HR chooses the wording, unless it is chosen."""
    standing = world.get("hr", "/api/waves/instrument")
    if standing["instrument"] != instrument:
        world.move(
            "hr", "/api/waves/instrument", standing["version"], method="PUT", instrument=instrument
        )


def plan(world: World, *codes: str, phase: str = "before", **more: Any) -> dict[str, Any]:
    """A plan with the proposed days for these departments."""
    days = rules.proposed_days(clock.today())
    return {
        "department_ids": [world.id_(code) for code in codes],
        "phases": {world.id_(code): phase for code in codes},
        **{name: str(getattr(days, name)) for name in DAYS},
        **more,
    }


def planned(world: World, *codes: str, **more: Any) -> dict[str, Any]:
    """A wave over these departments (A alone: its leader's), decided and confirmed."""
    choose(world)
    codes = codes or ("A",)
    key, who = ("leader", "lmu") if codes == ("A",) else ("hr", "hmu" if len(codes) > 1 else "lmu")
    wave = world.post(key, "/api/waves", 201, **plan(world, *codes, **more))
    path = f"/api/waves/{wave['id']}"
    wave = world.move(
        key, f"{path}/plan", wave["version"], decided_by=who, decided_on=str(clock.today())
    )
    return world.move("trio", f"{path}/confirm", wave["version"])


def put_codes(world: World, wave_id: UUID, unit: UUID, count: int) -> list[str]:
    """Codes of a unit, as if they had been printed."""
    codes = [new_code() for _ in range(count)]
    rows = [{"digest": digest(read(code) or ""), "wave_id": wave_id, "unit_id": unit} for code in codes]
    if rows:
        with world.database.write() as work:
            work.insert(AnswerCode, rows)
    return codes


def send(world: World, wave_id: UUID, code: str, answers: Sequence[Any], status: int = 204) -> Any:
    """Send answers as a phone does: no session, no header."""
    client = TestClient(world.app, raise_server_exceptions=False)
    answer = client.post(
        "/api/answers", json={"wave_id": str(wave_id), "code": code, "answers": list(answers)}
    )
    assert answer.status_code == status, answer.text
    return answer


def held(
    world: World,
    wave: Mapping[str, Any],
    answers: Mapping[str, Sequence[Sequence[Any]]],
    *,
    close: bool = True,
) -> None:
    """Open the wave on its day, let the people of each unit answer, and close it the day after its last."""
    wave_id = UUID(wave["id"])
    with on(wave["opens_on"]):
        assert open_due(world.database) == 1
        for unit, people in answers.items():
            codes = put_codes(world, wave_id, world.ids[unit], len(people))
            for code, one in zip(codes, people, strict=True):
                send(world, wave_id, code, one)
    if close:
        with on(date.fromisoformat(wave["closes_on"]) + ONE_DAY):
            close_due(world.database)
    world.clients.clear()  # sessions of weeks ago are over


def people(count: int, around: int = 5, seed: int = 1) -> list[list[int]]:
    """So many people's answers around a value."""
    chance = random.Random(seed)
    return [
        [min(7, max(1, around + chance.choice((-1, 0, 0, 1)))) for _ in range(7)] for _ in range(count)
    ]


def wave_of(world: World, wave_id: str) -> Wave:
    """The wave's row."""
    with world.database.read() as work:
        return work.session.exec(select(Wave).where(col(Wave.id) == UUID(wave_id))).one()
