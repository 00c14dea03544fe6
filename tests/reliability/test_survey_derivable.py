"""Derivability over HTTP: whoever fetches all that any role may see, and subtracts, finds nobody.

Random organisations, three waves each. What is published, and about whom, is read from replies alone;
only how many people of each unit answered what - the attacker's best case - comes from those who answered.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from tests.api.survey import ONE_DAY, choose, on, put_codes
from tests.api.survey import plan as plan_of
from tests.api.world import CAST, World
from tests.reliability.nested import START, Answers, Stage, also_at
from tests.reliability.replaying import Line
from tests.subtractor import worked_out
from trinvis.access import Role
from trinvis.core import clock
from trinvis.surveys.closing import steps
from trinvis.surveys.rules import DETAIL, SHOW
from trinvis.surveys.scoring.rules import person_score, rounded
from trinvis.surveys.tables import Wave
from trinvis.surveys.waves.opening import open_due
from trinvis.surveys.waves.rules import ITEMS, SCALE

SENT = "sent"
"""How many sent answers at all, as a number beside the statements and the scale."""
READERS = ("leader", "member", "hr", "hmu")
"""All there is to be read is read by one of these: in the full form everybody asks of the first organisation,
in the fast one two ask."""
TWO = ("leader", "hmu")
BETWEEN = timedelta(weeks=19)


@dataclass
class Organisation:
    """A random one: departments, sections in them and in each other. `units`: who answers with whom."""

    departments: list[str]
    units: dict[str, str]
    rows: list[str]
    waves: list[tuple[UUID, dict[str, list[Answers]]]] = field(default_factory=list)

    @classmethod
    def drawn(cls, number: int, chance: random.Random) -> Organisation:
        top = f"O{number}"
        rows = [f"{top};Center {number};center;H;;udenfor"]
        above, departments, units = [top], [], {}
        if chance.random() < 0.4:
            rows.append(f"{top}X;Center {number} X;center;{top};;udenfor")
            above.append(f"{top}X")
        for one in range(chance.randint(1, 3)):
            code = f"{top}D{one}"
            departments.append(code)
            units[code] = code
            rows.append(f"{code};Afdeling {code};afdeling;{chance.choice(above)};20;går selv")
            inside = [code]
            for other in range(chance.randint(0, 3)):
                section = f"{code}S{other}"
                rows.append(f"{section};Afsnit {section};afsnit;{chance.choice(inside)};20;følger")
                units[section] = section if chance.random() < 0.8 else code
                inside.append(section)
        return cls(departments, units, rows)

    def answers(self, chance: random.Random) -> dict[str, list[Answers]]:
        """What the people of each unit answer; "Ved ikke" here and there, or by a whole unit."""
        found = {}
        for unit in sorted(set(self.units.values())):
            silent = chance.randrange(7) if chance.random() < 0.2 else None
            found[unit] = [
                [
                    None if place == silent or chance.random() < 0.06 else chance.randint(1, 7)
                    for place in range(7)
                ]
                for _ in range(chance.choice((0, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14)))
            ]
            if chance.random() < 0.1:
                found[unit] += [[None] * 7 for _ in range(chance.randint(1, 3))]
        return found


def _planned(world: World, one: Organisation) -> UUID:
    units = {world.id_(code): world.id_(unit) for code, unit in one.units.items()}
    several = len(one.departments) > 1
    wave = world.post("hr", "/api/waves", **plan_of(world, *one.departments, units=units, hmu_single=True))
    path = f"/api/waves/{wave['id']}"
    by, today = "hmu" if several else "lmu", str(clock.today())
    wave = world.move("hr", f"{path}/plan", wave["version"], decided_by=by, decided_on=today)
    return UUID(world.move("trio", f"{path}/confirm", wave["version"])["id"])


def _held(world: World, line: Line, every: Sequence[Organisation], chance: random.Random, turn: int) -> Wave:
    """A wave in every organisation, from its plan to its end."""
    with clock.standing_at(START + turn * BETWEEN):
        world.clients.clear()
        for one in every:
            one.waves.append((_planned(world, one), one.answers(chance)))
        with world.database.read() as work:
            wave = work.session.get_one(Wave, every[0].waves[-1][0])
    with on(wave.opens_on):
        assert open_due(world.database) == len(every)
        for one in every:
            wave_id, told = one.waves[-1]
            for unit, people in told.items():
                codes = put_codes(world, wave_id, world.ids[unit], len(people))
                for code, answers in zip(codes, people, strict=True):
                    line.answer(wave_id, code, answers)
    with on(wave.closes_on + ONE_DAY):
        steps.close_due(world.database)
    return wave


@dataclass
class Attack:
    """Everything fetched about an organisation: the waves' trees, and the numbers told of each node."""

    below: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    """Wave -> node -> the units whose people it is about."""
    means: dict[tuple[str, str], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    """Wave and statement -> node -> mean in tenths."""
    exact: dict[tuple[str, str], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    """The same for exact numbers of answers."""

    def tree(self, wave: dict[str, Any]) -> None:
        parents = {node["id"]: node["parent_id"] for node in wave["nodes"]}
        units = {node["unit_id"] for node in wave["nodes"] if node["unit_id"]}
        found: dict[str, set[str]] = {node: set() for node in parents}
        for unit in units:
            at = unit
            while at:
                found[at].add(unit)
                at = parents[at]
        self.below[wave["id"]] = {node: frozenset(several) for node, several in found.items()}

    def number(self, wave: str, item: str, node: str, mean: int | None, count: int | None) -> None:
        if mean is not None:
            assert self.means[wave, item].setdefault(node, mean) == mean, "two replies disagree"
        if count is not None:
            self.exact[wave, SENT if item == SCALE else item][node] = count

    def result(self, wave: str, node: str, reply: dict[str, Any]) -> None:
        for one in reply["statements"]:
            self.number(wave, one["key"], node, one["mean_tenths"], one["n"])
        for point in reply["points"]:
            self.number(point["wave_id"], SCALE, node, point["mean_tenths"], point["answered"])
            if point["answered"] is not None:
                self.exact[point["wave_id"], SCALE][node] = point["answered"]

    def file(self, wave: str, node: str, data: bytes) -> None:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))[1:]
        for item, line in zip((*ITEMS, SCALE), lines, strict=False):
            count = int(line[2]) if line[2].isdigit() else None  # else "at least five"
            self.number(wave, item, node, round(float(line[1].replace(",", ".")) * 10), count)

    def committee(self, wave: str, reply: dict[str, Any]) -> None:
        for node in reply["nodes"]:
            self.number(wave, SCALE, node["id"], node["mean_tenths"], node["answered"])


def _fetched(world: World, line: Line, one: Organisation, keys: Sequence[str]) -> Attack:
    """All that these readers get of the organisation's waves, in JSON and as files (HR's are a member's)."""
    found = Attack()
    for wave_id, _ in one.waves:
        found.tree(json.loads(line.replies([("hr", f"/api/waves/{wave_id}")]).popitem()[1][2]))
    for wave, nodes in found.below.items():
        for key in keys:
            paths = [f"/api/waves/{wave}/results/{node}" for node in nodes]
            files = [f"{path}/file" for path in paths] if key != "hr" else []
            asked = [*paths, *files, f"/api/waves/{wave}/committee"]
            for (_, path), (status, _, body) in line.replies([(key, path) for path in asked]).items():
                if status != 200:
                    continue
                node = path.split("/")[5] if "/results/" in path else ""
                if path.endswith("/file"):
                    found.file(wave, node, body)
                elif node:
                    found.result(wave, node, json.loads(body))
                else:
                    found.committee(wave, json.loads(body))
    return found


def _values(people: Sequence[Answers], item: str) -> list[Any]:
    """What these people gave there."""
    if item == SENT:
        return [1 for _ in people]
    given = [person_score(one) if item == SCALE else one[ITEMS.index(item)] for one in people]
    return [one for one in given if one is not None]


def _attacked(world: World, one: Organisation, attack: Attack) -> int:
    """Nothing is worked out; how many numbers were published, each of them true."""
    published = 0
    for wave_id, told in one.waves:
        wave, below = str(wave_id), attack.below[str(wave_id)]
        people = {world.id_(unit): answers for unit, answers in told.items()}
        for item in (*ITEMS, SCALE, SENT):
            counts = {unit: len(_values(answers, item)) for unit, answers in people.items()}
            for node, mean in attack.means[wave, item].items():
                given = [value for unit in below[node] for value in _values(people[unit], item)]
                assert int(rounded(Fraction(sum(given)) / len(given), 1) * 10) == mean
                published += 1
            for numbers, least in ((attack.means, SHOW), (attack.exact, DETAIL)):
                about = [below[node] for node in numbers[wave, item]]
                assert worked_out(about, counts, least) is None, (item, about, counts)
    return published


def test_replies_give_no_number_for_fewer_than_five(
    stage: Stage, long: bool, figure: Callable[[str], None]
) -> None:
    chance = random.Random(11)
    every = [Organisation.drawn(number, chance) for number in range(200 if long else 2)]
    rows = "\n".join(["kode;navn;type;overordnet;ansatte;trin", *(row for one in every for row in one.rows)])
    with stage(f"organisations-{len(every)}", rows) as (world, line, _):
        for key, role in (("leader", Role.LEADER), ("trio", Role.TRIO), ("member", Role.MEMBER)):
            also_at(world, key, role, "H")
        with clock.standing_at(START):
            choose(world)
        for turn in range(3):
            last = _held(world, line, every, chance, turn)
        with on(last.hmu_on):
            line.sign_in(*CAST)
            attacks = [_fetched(world, line, every[0], tuple(CAST) if long else TWO)]
            attacks += [_fetched(world, line, one, READERS if long else TWO) for one in every[1:]]
        published = sum(_attacked(world, one, it) for one, it in zip(every, attacks, strict=True))
        assert published > 20 * len(every), "an attack on nothing proves nothing"
        nodes = sum(len(below) for it in attacks for below in it.below.values())
        answers = sum(len(people) for one in every for _, told in one.waves for people in told.values())
    figure(
        f"derivability over HTTP: {len(every)} organisations, three waves each, {nodes} nodes, {answers}"
        f" answers, {published} published numbers read from replies, none worked out for fewer than {SHOW}"
    )
