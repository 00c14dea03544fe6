"""What answers add up to: the specification's vectors."""

from __future__ import annotations

from fractions import Fraction

import pytest

from trinvis.content.pack import pack
from trinvis.surveys.scoring.rules import (
    bins,
    index,
    interval,
    person_score,
    rounded,
    scale,
    spread,
    t_quantile,
    welch,
)

PERSONS = [
    [int(sign) for sign in one]
    for one in ("6565765", "5564665", "7676776", "4453544", "6665675", "5465656")
]


def fractions(text: str) -> list[Fraction]:
    return [Fraction(one) for one in text.split()]


BEFORE = fractions("4.2 5.0 4.6 5.2 3.9 4.8 5.1 4.4 4.9 4.7 5.3 4.0")
AFTER = fractions("5.0 5.1 4.6 5.6 4.9 5.2 5.5 4.3 5.0 5.4 5.8")


def test_item_means_and_scale() -> None:
    means = []
    for number in range(7):
        found = spread([person[number] for person in PERSONS])
        assert found
        means.append(float(rounded(found.mean, 3)))
    assert means == [5.5, 5.0, 6.0, 4.667, 6.167, 5.833, 5.167]
    whole = scale(PERSONS)
    assert whole
    assert float(rounded(whole.mean, 4)) == 5.4762
    assert float(rounded(index(whole.mean), 1)) == 74.6


def test_nothing_is_reversed() -> None:
    """All seven statements are positively worded as written; turning 1, 3 and 5 would give 3.857."""
    turned = [
        [8 - one if place in (0, 2, 4) else one for place, one in enumerate(person)] for person in PERSONS
    ]
    wrong = scale(turned)
    assert wrong
    assert float(rounded(wrong.mean, 3)) == 3.857
    assert scale(PERSONS) != wrong
    assert all(instrument.worded == "positive" for instrument in pack("hemidt").instruments)


def test_a_person_counts_in_the_scale_with_five_of_seven() -> None:
    assert person_score([7, 7, 7, 7, 7, None, None]) == 7
    assert person_score([7, 7, 7, 7, None, None, None]) is None
    assert person_score([1, 2, 3, 4, 5, 6, None]) == Fraction(21, 6)
    assert scale([[7] * 7, [None] * 7]) == scale([[7] * 7])
    assert scale([[None] * 7]) is None


def test_rounding_is_half_up_on_the_exact_value() -> None:
    assert rounded(Fraction(45, 10)) == 5
    assert rounded(Fraction("4.25"), 1) == Fraction("4.3")
    assert rounded(Fraction("4.35"), 1) == Fraction("4.4")  # as a float it would be a little less
    assert rounded(Fraction("4.2499"), 1) == Fraction("4.2")


def test_bins() -> None:
    assert bins([1, 2, 3, 4, 5, 6, 7]) == (3, 1, 3)
    assert bins([]) == (0, 0, 0)


def test_welch() -> None:
    before, after = spread(BEFORE), spread(AFTER)
    assert before
    assert after
    assert round(float(before.mean), 3) == 4.675
    assert round(float(after.mean), 3) == 5.127
    found = welch(before, after)
    assert found
    assert [round(value, 3) for value in (found.value, found.low, found.high)] == [0.452, 0.059, 0.845]
    assert found.clear
    same = welch(before, before)
    assert same
    assert not same.clear


def test_no_interval_where_there_is_no_spread() -> None:
    alike, one = spread([5, 5, 5]), spread([5])
    assert alike
    assert one
    assert welch(alike, alike) is None
    assert welch(one, alike) is None
    assert interval(one) is None


def test_an_interval_stays_on_the_scale() -> None:
    high = spread([7, 7, 7, 7, 1])
    assert high
    low, top = interval(high) or (0, 0)
    assert low >= 1
    assert top == 7


@pytest.mark.parametrize(
    ("p", "freedom", "value"),
    [(0.975, 1, 12.7062), (0.975, 4, 2.7764), (0.975, 10, 2.2281), (0.975, 30, 2.0423), (0.975, 1000, 1.9623),
     (0.95, 7.5, 1.8757)],
)  # fmt: skip
def test_students_t_as_in_the_tables(p: float, freedom: float, value: float) -> None:
    assert t_quantile(p, freedom) == pytest.approx(value, abs=5e-4)
