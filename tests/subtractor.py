"""An attacker who subtracts: what can be worked out of a set of published sums, exactly.

It knows nothing of how numbers are released. It takes every published number for a full sum over its
people (more than is published), and asks of every small group of people whether some combination of
the published sums is about them alone. That is so exactly if leaving their columns out lowers the rank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction


def rank(rows: Sequence[Sequence[int]]) -> int:
    """The rank of a matrix, by elimination on exact fractions."""
    left = [[Fraction(value) for value in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((at for at in range(found, len(left)) if left[at][column]), None)
        if pivot is None:
            continue
        left[found], left[pivot] = left[pivot], left[found]
        for at in range(found + 1, len(left)):
            factor = left[at][column] / left[found][column]
            if factor:
                left[at] = [one - factor * other for one, other in zip(left[at], left[found], strict=True)]
        found += 1
    return found


def _small_groups(counts: Mapping[str, int], least: int) -> Iterator[frozenset[str]]:
    """Every group of units whose people gave at least one and fewer than `least` answers."""
    units = sorted(unit for unit, count in counts.items() if 0 < count < least)

    def grow(start: int, group: frozenset[str], total: int) -> Iterator[frozenset[str]]:
        if group:
            yield group
        for at in range(start, len(units)):
            if total + counts[units[at]] < least:
                yield from grow(at + 1, group | {units[at]}, total + counts[units[at]])

    return grow(0, frozenset(), 0)


def worked_out(
    published: Sequence[frozenset[str]], counts: Mapping[str, int], least: int
) -> frozenset[str] | None:
    """A group of fewer than `least` answers whose sum follows from the published ones; None if there is none.

    `published`: the units whose people each published number is about. `counts`: answers per unit.
    """
    units = [unit for unit, count in counts.items() if count]
    rows = [[int(unit in one) for unit in units] for one in published]
    rows = [row for row in rows if any(row)]
    whole = rank(rows)
    for group in _small_groups(counts, least):
        kept = [at for at, unit in enumerate(units) if unit not in group]
        without = [[row[at] for at in kept] for row in rows]
        if rank(without) < whole:
            return group
    return None
