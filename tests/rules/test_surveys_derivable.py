"""No number for fewer than k can be worked out of what is shown: the attacker against the rule.

The fast form; `./dev check --long` runs ten thousand organisations.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from uuid import UUID

import pytest

from tests.subtractor import rank, worked_out
from trinvis.surveys.rules import DETAIL, SHOW, Shown, Unit, release

COLUMNS = ("q1", "q2", "q3", "scale")
SENT = "sent"
"""How many sent answers at all: beside exact numbers this one is told too."""


def organisation(chance: random.Random) -> list[Unit]:
    """A nested organisation of up to ten nodes in which some say "Ved ikke"."""
    units = []
    for number in range(1, chance.randint(1, 10) + 1):
        ballots = chance.choice((0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 14))
        answers = {one: ballots - min(ballots, chance.choice((0, 0, 0, 1, 2))) for one in COLUMNS}
        if chance.random() < 0.1:
            answers = dict.fromkeys(COLUMNS, 0)  # who sent answers, and chose "Ved ikke" throughout
        parent = UUID(int=chance.randint(1, number - 1)) if number > 1 else None
        units.append(Unit(UUID(int=number), parent, 99, ballots, answers))
    return units


def beneath(units: list[Unit], top: UUID) -> frozenset[str]:
    """The node and everything under it, found by walking up from each."""
    parents = {one.id: one.parent for one in units}
    found = set()
    for one in units:
        at: UUID | None = one.id
        while at is not None and at != top:
            at = parents[at]
        if at == top:
            found.add(str(one.id.int))
    return frozenset(found)


def leak(units: list[Unit], shown: set[UUID], least: int) -> tuple[str, frozenset[str]] | None:
    """The first statement and group that follow from what is shown."""
    for column in (*COLUMNS, SENT):
        counts = {
            str(one.id.int): one.ballots if column == SENT else one.answers[column] for one in units
        }
        found = worked_out([beneath(units, one) for one in sorted(shown)], counts, least)
        if found:
            return column, found
    return None


def test_nothing_for_fewer_than_k_follows_from_what_is_shown(
    long: bool, figure: Callable[[str], None]
) -> None:
    chance = random.Random(2026)
    organisations = 10_000 if long else 120
    shown_at_all = 0
    for _ in range(organisations):
        for _wave in range(3):
            units = organisation(chance)
            levels = release(units, COLUMNS)
            shown = {one for one, level in levels.items() if level is not Shown.HIDDEN}
            detail = {one for one, level in levels.items() if level is Shown.DETAIL}
            assert leak(units, shown, SHOW) is None, (units, levels)
            assert leak(units, detail, DETAIL) is None, (units, levels)
            shown_at_all += len(shown)
    assert shown_at_all > organisations, "an attack on nothing proves nothing"
    figure(
        f"derivability, pure: {organisations} organisations, three waves each, {shown_at_all} nodes shown,"
        f" none worked out for fewer than {SHOW}, of exact numbers {DETAIL}"
    )


def test_the_attacker_finds_what_a_threshold_for_each_node_alone_gives_away() -> None:
    """The same organisations, shown by the simple rule: the attacker must get somewhere."""
    chance = random.Random(2026)
    found = 0
    for _ in range(200):
        units = organisation(chance)
        simple = {
            one.id
            for one in units
            if all(
                sum(other.answers[column] for other in units if str(other.id.int) in beneath(units, one.id))
                >= SHOW
                for column in COLUMNS
            )
        }
        found += leak(units, simple, SHOW) is not None
    assert found > 20


@pytest.mark.parametrize(
    ("published", "counts", "found"),
    [
        ([{"a", "b"}, {"a"}], {"a": 7, "b": 1}, {"b"}),
        ([{"a", "b"}], {"a": 7, "b": 1}, None),
        ([{"a", "b", "c"}, {"a"}, {"b"}], {"a": 6, "b": 6, "c": 4}, {"c"}),
        ([{"a", "b", "c"}, {"a"}, {"b"}], {"a": 6, "b": 6, "c": 5}, None),
        ([{"a", "b"}, {"b", "c"}, {"a", "c"}], {"a": 2, "b": 9, "c": 9}, {"a"}),
        ([], {"a": 1}, None),
    ],
)
def test_what_the_attacker_works_out(
    published: list[set[str]], counts: dict[str, int], found: set[str] | None
) -> None:
    assert worked_out([frozenset(one) for one in published], counts, 5) == found


def test_rank() -> None:
    assert rank([[1, 1], [1, 0]]) == 2
    assert rank([[1, 1], [2, 2]]) == 1
    assert rank([]) == 0
