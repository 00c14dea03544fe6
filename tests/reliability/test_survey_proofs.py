"""The survey's promises, attacked from outside: the order of answers leaves no trace, a known answer none.

The fast form; `./dev check --long` runs the full counts and prints the figures.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from sqlmodel import select

from tests.api.survey import ONE_DAY, on, people, put_codes
from tests.api.world import World
from tests.reliability.nested import SECTIONS, People, Stage, in_units
from tests.reliability.replaying import Line, dump, same_ids
from trinvis.core import clock
from trinvis.surveys.closing import steps
from trinvis.surveys.tables import AnswerCode, Ballot, Cell, Wave
from trinvis.surveys.waves.opening import open_due, tell_bands

NOBODY_KNEW = [None] * 7
HALF = [7, None, 7, None, 7, None, 7]

FEW: People = {"A": [*people(5, 4, 1), NOBODY_KNEW], "A1": [*people(4, 6, 2), HALF], "A11": people(3, 2, 3)}


def answered(world: World, line: Line, wave: Wave, told: People, chance: random.Random) -> None:
    """Everybody answers in an order, at an hour, from an address and with a code of her own; the worker
    comes by each noon."""
    opened, days = wave.opens_on, (wave.closes_on - wave.opens_on).days
    with on(opened):
        codes = {unit: put_codes(world, wave.id, world.ids[unit], len(one) + 1) for unit, one in told.items()}
    sent = [(chance.uniform(0, days), unit, one) for unit, several in told.items() for one in several]
    day = 0
    for at, unit, one in sorted(sent, key=lambda each: each[0]):
        while day < at:
            with on(opened + day * ONE_DAY):
                tell_bands(world.database)
            day += 4
        with on(opened), clock.standing_at(clock.now() + timedelta(days=at)):
            code = codes[unit].pop(chance.randrange(len(codes[unit])))
            line.answer(wave.id, code, one, f"10.{chance.randrange(256)}.{chance.randrange(256)}.7")


def test_the_order_of_answering_leaves_no_trace_in_the_database(
    stage: Stage, long: bool, figure: Callable[[str], None]
) -> None:
    """Permutation: the same people in any order, at any hour, with any codes: the same database."""
    first: dict[str, list[tuple[str, ...]]] = {}
    runs = 1000 if long else 4
    with stage("nested", SECTIONS) as (world, line, kept):
        wave_id = in_units(world, "A", "A1", "A11", "A3")
        with world.database.read() as work:
            wave = work.session.get_one(Wave, wave_id)
        with on(wave.opens_on):
            assert open_due(world.database) == 1
        kept.keep()
        for seed in range(runs):
            kept.back()
            with same_ids():
                answered(world, line, wave, FEW, random.Random(seed))
                with on(wave.closes_on + ONE_DAY):
                    steps.close_due(world.database)
            found = dump(world)
            first = first or found
            assert found["ballot"] == found["answer_code"] == []
            assert len(found["cell"]) == 16, "the department and one of its sections are shown"
            assert [table for table in found if found[table] != first[table]] == [], f"seed {seed}"
    figure(f"permutation: {runs} runs of {sum(map(len, FEW.values()))} answers, {len(first)} tables alike")


def test_a_known_answer_is_found_nowhere_after_closing(stage: Stage) -> None:
    """Canary: neither the code nor the answers are in any table or file; before, the code is only a hash."""
    canary = [7, 1, 7, 2, 6, 1, 7]
    with stage("nested", SECTIONS) as (world, line, _):
        wave_id = in_units(world, "A", "A1", "A11", "A3")
        with world.database.read() as work:
            wave = work.session.get_one(Wave, wave_id)
        with on(wave.opens_on):
            open_due(world.database)
            code, *others = put_codes(world, wave_id, world.ids["A"], 12)
            line.answer(wave_id, code, canary)
            for other, one in zip(others, people(11), strict=True):
                line.answer(wave_id, other, one)
            tell_bands(world.database)
            assert not traces(world, code, canary)
        with on(wave.closes_on + ONE_DAY):
            steps.close_due(world.database)
        assert not traces(world, code, canary)
        with world.database.read() as work:
            assert work.session.exec(select(Cell)).first()
            for table in (Ballot, AnswerCode):
                assert work.session.exec(select(table)).all() == []


def traces(world: World, code: str, answers: list[int]) -> list[str]:
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


