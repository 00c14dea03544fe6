"""The survey's promises, attacked from outside: what is left, what replies tell, who wins a race.

The fast form; `./dev check --long` runs the full counts and prints the figures.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import inspect, text
from sqlmodel import select

from tests.api.survey import ONE_DAY, on, people, planned, put_codes, send
from tests.api.world import CAST, World
from tests.reliability.conftest import NewWorld
from tests.subtractor import worked_out
from trinvis.access import Role
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock, columns
from trinvis.core.clock import COPENHAGEN
from trinvis.surveys.closing import steps
from trinvis.surveys.tables import AnswerCode, Ballot, Cell, Wave
from trinvis.surveys.waves.opening import open_due, tell_bands


@contextmanager
def same_chance(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ids of rows, wave ids and sessions come in the same sequence each time; codes and ballots do not."""
    numbers = count(1)

    def numbered() -> UUID:
        return UUID(int=(7 << 76) | (2 << 62) | next(numbers))

    with monkeypatch.context() as fixed:
        fixed.setattr(columns, "uuid7", numbered)
        for table in (Wave,):
            fixed.setattr(table.model_fields["id"], "default_factory", numbered)
        yield


def dump(world: World) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table in the order in which the database has it."""
    found = {}
    with world.database.reader.connect() as connection:
        for table in sorted(inspect(connection).get_table_names()):
            if not table.startswith(("search_words", "sign_in")):
                rows = connection.execute(text(f'SELECT * FROM "{table}"'))
                found[table] = [tuple(map(str, row)) for row in rows]
    return found


START = datetime(2026, 3, 2, 9, tzinfo=COPENHAGEN)


def _same_key(world: World, wave_id: UUID) -> None:
    """A key that is the same each time: its public half stays on the wave."""
    folder = world.database.settings.keystore
    assert folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{wave_id.hex}.key").write_bytes(bytes(range(32)))


def whole_wave(world: World, answers: Mapping[str, Sequence[Sequence[Any]]], chance: random.Random) -> Wave:
    """Plan, open, let people answer in an order and at hours of their own, close: at fixed hours else."""
    with clock.standing_at(START):
        wave = planned(world, *answers)
    wave_id = UUID(wave["id"])
    _same_key(world, wave_id)
    with on(wave["opens_on"]):
        open_due(world.database)
        codes = {
            unit: put_codes(world, wave_id, world.ids[unit], len(told)) for unit, told in answers.items()
        }
    sent = [(unit, one) for unit, told in answers.items() for one in told]
    chance.shuffle(sent)
    for unit, one in sent:
        hour = timedelta(hours=chance.randint(8, 200))
        with clock.standing_at(datetime.fromisoformat(f"{wave['opens_on']}T00:00+01:00") + hour):
            send(world, wave_id, codes[unit].pop(chance.randrange(len(codes[unit]))), one)
    with on(date.fromisoformat(wave["closes_on"]) + ONE_DAY):
        steps.close_due(world.database)
    with world.database.read() as work:
        return work.session.get_one(Wave, wave_id)


def test_the_order_of_answering_leaves_no_trace_in_the_database(
    new_world: NewWorld, monkeypatch: pytest.MonkeyPatch, long: bool
) -> None:
    """Permutation: the same people in any order, at any hour, with any codes: the same database."""
    answers: dict[str, Any] = {"A": [*people(11, 4, 1), [None] * 7, [7, None, 7, 7, 7, 7, 7]]}
    first: dict[str, Any] = {}
    runs = 1000 if long else 3
    for seed in range(runs):
        with new_world() as world, same_chance(monkeypatch):
            whole_wave(world, answers, random.Random(seed))
            found = dump(world)
        assert found["ballot"] == found["answer_code"] == []
        first = first or found
        assert [table for table in found if found[table] != first[table]] == [], f"seed {seed}"
    print(f"permutation: {runs} runs, identical dumps")


ALL = (("A", "A1", "B", "C"), tuple(CAST))
FEW = (("B", "C"), ("leader", "hr", "hmu", "other_leader"))
"""Nodes that are asked about, and roles that ask."""


def replies(
    world: World, wave: Wave, days: Sequence[str | date], nodes: Sequence[str], roles: Sequence[str]
) -> dict[tuple[str, str, str], bytes]:
    """What every role gets from every GET route about the wave's places, on each of the days."""
    ids = {
        "department_id": [world.id_(code) for code in nodes],
        "wave_id": [str(wave.id)],
        "node_id": [world.id_(code) for code in nodes],
    }
    found = {}
    for day in days:
        with on(day):
            world.clients.clear()
            for path in _paths(world, ids):
                for key in roles:
                    answer = world.as_(key).get(path)
                    found[str(day), key, path] = answer.content + str(answer.status_code).encode()
                found[str(day), "nobody", path] = TestClient(world.app).get(path).content
    return found


def _trio_also_at(world: World, code: str) -> None:
    """Somebody who can confirm a wave of the other department."""
    with world.database.write() as work:
        work.add(
            RoleGrant(
                person_id=world.people["trio"], role=Role.TRIO, department_id=world.ids[code],
                known_since=date(2026, 1, 1),
            )
        )  # fmt: skip


def _paths(world: World, ids: dict[str, list[str]]) -> list[str]:
    """Every GET route whose names we can fill, filled in every way; lists with and without a department."""
    found = []
    for path, routes in world.app.openapi()["paths"].items():
        if "get" not in routes:
            continue
        filled = [path]
        for name, values in ids.items():
            if "{" + name + "}" in path:
                filled = [one.replace("{" + name + "}", value) for one in filled for value in values]
        found += [one for one in filled if "{" not in one]
        wanted = {one["name"] for one in routes["get"].get("parameters", [])}
        if "department" in wanted:
            found += [f"{path}?department={value}" for value in ids["department_id"] if "{" not in path]
        found += [f"{one}?kind=xlsx" for one in filled if path.endswith("/file")]
    return found


def test_what_is_hidden_changes_no_reply_of_any_route_to_anybody(
    new_world: NewWorld, monkeypatch: pytest.MonkeyPatch, long: bool
) -> None:
    """Paired worlds: the same released numbers, other hidden answers."""
    shown = people(12, 5, 3)
    pairs = 1000 if long else 1
    compared = 0
    for pair in range(pairs):
        chance = random.Random(pair)
        seen = []
        for _ in range(2):
            hidden = [
                [chance.choice([None, *range(1, 8)]) for _ in range(7)] for _ in range(chance.randint(0, 4))
            ]
            with new_world() as world, same_chance(monkeypatch):
                _trio_also_at(world, "B")
                whole_wave(world, {"A": shown}, random.Random(1))
                wave = whole_wave(world, {"B": hidden}, random.Random(2))
                with world.database.read() as work:
                    assert {cell.node_id for cell in work.session.exec(select(Cell))} == {world.ids["A"]}
                days = [wave.closes_on + ONE_DAY, wave.dialogue_on, wave.hmu_on]
                seen.append(replies(world, wave, days if long else days[-1:], *(ALL if long else FEW)))
        different = [key for key in seen[0] if seen[0][key] != seen[1][key]]
        assert not different, different[:5]
        assert len(seen[0]) > 200, "routes that are not asked tell nothing"
        compared += len(seen[0])
    print(f"paired worlds: {pairs} pairs, {compared} replies compared")


def test_a_known_answer_is_found_nowhere_after_closing(new_world: NewWorld) -> None:
    """Canary: neither the code nor the answers are in any table or file; before, the code is only a hash."""
    canary = [7, 1, 7, 2, 6, 1, 7]
    with new_world() as world:
        with clock.standing_at(START):
            wave = planned(world)
        wave_id = UUID(wave["id"])
        with on(wave["opens_on"]):
            open_due(world.database)
            code, *others = put_codes(world, wave_id, world.ids["A"], 12)
            send(world, wave_id, code, canary)
            for other, one in zip(others, people(11), strict=True):
                send(world, wave_id, other, one)
            tell_bands(world.database)
            assert not _traces(world, code, canary)
        with on(date.fromisoformat(wave["closes_on"]) + ONE_DAY):
            steps.close_due(world.database)
        assert not _traces(world, code, canary)
        with world.database.read() as work:
            assert work.session.exec(select(Ballot)).all() == []
            assert work.session.exec(select(AnswerCode)).all() == []


def _traces(world: World, code: str, answers: list[int]) -> list[str]:
    """Where the code or the answers stand in plain: in rows as text, in files as bytes."""
    needles = [code, code.replace("-", ""), str(answers), str(answers).replace(" ", ""), bytes(answers).hex()]
    found = [
        f"{table}: {row}"
        for table, rows in dump(world).items()
        for row in rows
        for needle in needles
        if any(needle in value for value in row)
    ]
    if world.database.settings.embedded:
        for file in world.database.settings.database_file.parent.glob("*.sqlite3*"):
            data = file.read_bytes()
            raw = [needle.encode() for needle in needles] + [bytes(answers)]
            found += [f"{file.name}: {one!r}" for one in raw if one in data]
    return found


def test_replies_give_no_number_for_fewer_than_five(new_world: NewWorld, long: bool) -> None:
    """Derivability over HTTP: whoever fetches all that any role may see, and subtracts, finds nothing."""
    rounds = 200 if long else 4
    chance = random.Random(11)
    for _ in range(rounds):
        with new_world() as world:
            codes = ("A", "B")
            answers = {
                code: [
                    [None if chance.random() < 0.1 else chance.randint(1, 7) for _ in range(7)]
                    for _ in range(chance.choice((1, 3, 4, 6, 9, 13)))
                ]
                for code in codes
            }
            wave = whole_wave(world, answers, chance)
            assert wave.counted_at
            published = _published(world, wave)
            for place, item in enumerate(["q1", "q2", "q3", "q4", "q5", "q6", "q7"]):
                counts = {code: sum(one[place] is not None for one in told) for code, told in answers.items()}
                assert worked_out(published.get(item, []), counts, 5) is None, (answers, published)
    print(f"derivability over HTTP: {rounds} organisations, nothing found")


def _published(world: World, wave: Wave) -> dict[str, list[frozenset[str]]]:
    """Which units each number that any reply tells is about, by statement: read from replies alone."""
    about = {"A": frozenset("A"), "B": frozenset("B"), "C": frozenset("AB")}
    found: dict[str, set[frozenset[str]]] = {}
    with on(wave.hmu_on):
        world.clients.clear()
        for key in CAST:
            for code, units in about.items():
                answer = world.as_(key).get(f"/api/waves/{wave.id}/results/{world.id_(code)}")
                for one in answer.json().get("statements", []):
                    found.setdefault(one["key"], set()).add(units)
    return {item: list(sets) for item, sets in found.items()}
