"""Paired worlds: the same published numbers, other hidden answers, and nobody can tell which world it is.

The fast form; `./dev check --long` asks a thousand worlds and prints the figures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import event, text

from tests.api.survey import ONE_DAY, on, people, put_codes
from tests.api.world import CAST, World
from tests.reliability.nested import SECTIONS, Answers, People, Stage, also_at, in_units
from tests.reliability.replaying import Asked, Line, dump, same_ids
from trinvis.access import Role
from trinvis.surveys.closing import steps
from trinvis.surveys.tables import Wave
from trinvis.surveys.waves.opening import open_due, tell_bands

EVERYBODY = (*CAST, "nobody")
SOME = ("leader", "hmu", "nobody")
WHOLE_SWEEP, PARTS = 50, 4
"""In the full form one world in fifty is asked everything, each other one a fourth of what can differ
(`first_told`): with the three days in turn, everything that can differ is asked in 250 worlds."""
KNOWN: People = {"A": people(5, 4, 1), "A3": people(10, 5, 2), "E": people(10, 3, 3)}
"""What is the same in all worlds: answered before the moment to which each world goes back."""
SEVEN = people(7, 4, 4)
NEVER = UUID(int=1)
"""An id that nothing has."""


def hidden(number: int) -> People:
    """Answers of the world with this number that leave the published numbers as they are.

    A1 with the section in it is shown with means, that section is not: who of the seven sat where is
    hidden, and which answer stood beside which. B shows nothing, for one of two causes. D shows means of
    five to nine people, which are 4 for each statement whoever said what, and however many they were.
    """
    chance = random.Random(number)
    told = _swapped(SEVEN, chance)
    chance.shuffle(told)
    inner = chance.randint(0, 4)
    few = chance.randint(0, 4)
    b = [[chance.choice([None, *range(1, 8)]) for _ in range(7)] for _ in range(few)]
    if number % 5 in (1, 3):
        silent = chance.randrange(7)  # many answered, but hardly anybody this statement
        b = [[chance.randint(1, 7) for _ in range(7)] for _ in range(chance.randint(5, 8))]
        for one in b[4:]:
            one[silent] = None
    section = chance.randint(0, min(3, len(b)))
    return {
        "A1": told[inner:], "A11": told[:inner], "B": b[section:], "B1": b[:section],
        "D": _around_four(5 + (number + number // 5) % 5, chance),
    }  # fmt: skip


def _swapped(those: Sequence[Answers], chance: random.Random) -> list[Answers]:
    """The same sums by person and the same answers by statement, combined otherwise where that can be."""
    found = [list(one) for one in those]
    for _ in range(40):
        (one, other), (left, right) = chance.sample(found, 2), chance.sample(range(7), 2)
        if one[left] == other[right] and one[right] == other[left]:
            one[left], one[right] = one[right], one[left]
            other[left], other[right] = other[right], other[left]
    return found


def _around_four(count: int, chance: random.Random) -> list[Answers]:
    columns = []
    for _ in range(7):
        away = [chance.randint(0, 3) for _ in range(count // 2)]
        column = [4 + one for one in away] + [4 - one for one in away] + [4] * (count % 2)
        chance.shuffle(column)
        columns.append(column)
    return [list(one) for one in zip(*columns, strict=True)]


def _opened(world: World, line: Line) -> tuple[dict[str, UUID], Wave]:
    """Three waves that are open, the known answers in: by the first letter of their units."""
    also_at(world, "trio", Role.TRIO, "B", "D")
    several = in_units(world, "A", "A1", "A11", "A3", "E", hmu_single=True)
    ids = {"A": several, "B": in_units(world, "B", "B1"), "D": in_units(world, "D")}
    with world.database.read() as work:
        wave = work.session.get_one(Wave, several)
    with on(wave.opens_on):
        assert open_due(world.database) == 3
        _answer(world, line, ids, KNOWN)
    return ids, wave


def _answer(world: World, line: Line, waves: dict[str, UUID], told: People) -> None:
    for unit, several in told.items():
        wave_id = waves.get(unit[0], waves["A"])
        for code, one in zip(put_codes(world, wave_id, world.ids[unit], len(several)), several, strict=True):
            line.answer(wave_id, code, one)


def _world(world: World, line: Line, waves: dict[str, UUID], wave: Wave, number: int) -> None:
    """Answer what is hidden in this world, and close."""
    with same_ids(100_000):
        with on(wave.opens_on):
            _answer(world, line, waves, hidden(number))
        with on(wave.closes_on):
            tell_bands(world.database)
        with on(wave.closes_on + ONE_DAY):
            steps.close_due(world.database)


def every_path(world: World, waves: dict[str, UUID]) -> list[str]:
    """Every GET route, with each place and wave where it has a name for one, and with each query it needs."""
    places = {
        "department_id": [world.id_(code) for code in ("B", "A11")],
        "wave_id": [str(one) for one in waves.values()],
        "key": ["7-spoergsmaal"], "form": ["csv"], "kind": ["departments"], "person_id": [world.person("hr")],
        "record_id": [str(waves["B"])], "follow_up_id": _ids(world, "follow_up")[:1],
    }  # fmt: skip
    found = []
    for path, routes in world.app.openapi()["paths"].items():
        if "get" in routes:
            asked = {one["name"]: one for one in routes["get"].get("parameters", []) if one["in"] == "query"}
            for filled in _filled(path, places, world, waves):
                found += _with_queries(filled, asked, world)
    return found


def _filled(path: str, places: dict[str, list[str]], world: World, waves: dict[str, UUID]) -> list[str]:
    if "{node_id}" in path:
        nodes = {"A": ("C", "A1", "A11"), "B": ("B",), "D": ("D",)}
        pairs = [(waves[wave], world.id_(node)) for wave, several in nodes.items() for node in several]
        return [path.replace("{wave_id}", str(one)).replace("{node_id}", node) for one, node in pairs]
    found = [path]
    for name in re.findall(r"{(\w+)}", path):
        values = places.get(name, [str(NEVER)])
        found = [one.replace("{" + name + "}", value) for one in found for value in values]
    return found


def _with_queries(path: str, asked: dict[str, Any], world: World) -> list[str]:
    if path.endswith("/file"):
        return [path, f"{path}?kind=xlsx"]
    found = [] if any(one.get("required") for one in asked.values()) else [path]
    if "department" in asked:
        more = f"&person={world.person('leader')}" if "person" in asked else ""
        found.append(f"{path}?department={world.id_('B')}{more}")
    if "q" in asked:
        found.append(f"{path}?q=spørgsmål")
    return found


def _ids(world: World, table: str) -> list[str]:
    """Ids of the rows that closing made, in the first world."""
    with world.database.reader.connect() as connection:
        return [str(UUID(str(row[0]))) for row in connection.execute(text(f'SELECT id FROM "{table}"'))]


@contextmanager
def reading(world: World) -> Iterator[list[str]]:
    """The statements that are sent to the database."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    event.listen(world.database.reader, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(world.database.reader, "before_cursor_execute", note)


def first_told(
    world: World, line: Line, asked: Sequence[Asked], changed: Sequence[str]
) -> tuple[dict[Asked, Any], list[Asked]]:
    """Replies, and those that were made of a table to which anything was written since the waves opened."""
    named = re.compile(rf"\b({'|'.join(changed)})\b")
    told: dict[Asked, Any] = {}
    found = []
    with reading(world) as seen:
        for one in asked:
            seen.clear()
            told |= line.replies([one])
            if any(named.search(statement) for statement in seen):
                found.append(one)
    return told, found


def test_what_is_hidden_changes_no_row_and_no_reply_of_any_route_to_anybody(
    stage: Stage, long: bool, figure: Callable[[str], None]
) -> None:
    """Every table is compared in every world: a reply is made of nothing else but the clock and the request.

    And replies are asked all the same, of every route, by everybody, on the three days on which readers
    are let in: in each world a part of what can differ, in some worlds everything.
    """
    worlds = 1000 if long else 1
    compared = whole = 0
    with stage("nested", SECTIONS) as (world, line, kept), same_ids():
        waves, wave = _opened(world, line)
        days = [wave.hmu_on, wave.closes_on + ONE_DAY, wave.dialogue_on][: 3 if long else 1]
        cookies = {day: _signed_in(line, day) for day in days}
        before = dump(world)
        kept.keep()
        _world(world, line, waves, wave, 0)
        first = dump(world)
        every = [(key, path) for path in every_path(world, waves) for key in (EVERYBODY if long else SOME)]
        changed = [table for table in first if first[table] != before[table]]
        base, differ = {}, {}
        for day in days:
            line.cookies = cookies[day]
            with on(day):
                base[day], differ[day] = first_told(world, line, every, changed)
        for number in range(1, worlds + 1):
            kept.back()
            _world(world, line, waves, wave, number)
            _alike(dump(world), first, number)
            day = days[number % len(days)]
            line.cookies = cookies[day]
            everything = long and number % WHOLE_SWEEP == 1
            parts = differ[day][number % PARTS :: PARTS] if long else differ[day]
            with on(day):
                told = line.replies(every if everything else parts)
            whole += everything
            compared += len(told)
            different = [key for key in told if told[key] != base[day][key]]
            assert not different, (number, str(day), different[:5])
    asked = len(differ[days[0]])
    assert asked > 50, "routes that are not asked tell nothing"
    figure(
        f"paired worlds: {worlds} pairs, all {len(first)} tables alike in each; {compared} replies compared:"
        f" of the {len(every)} (route, place, role) {asked} read anything written since opening, a fourth of"
        f" those is asked in each pair, on one of {len(days)} days; in {whole} of the pairs all are"
    )


def _signed_in(line: Line, day: date) -> dict[str, str]:
    with on(day):
        line.sign_in(*CAST)
    return dict(line.cookies)


def _alike(found: dict[str, Any], first: dict[str, Any], number: int) -> None:
    assert [table for table in found if found[table] != first[table]] == [], f"world {number}"
    assert len({row[1] for row in found["cell"]}) == 6, "C, A, A1, A3, E and D are shown, and nothing else"
