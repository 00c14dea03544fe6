"""What answers add up to: exact fractions, rounded half up once, where they are shown. Pure.

All seven statements are positively worded as written, so nothing is ever reversed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LOWEST, HIGHEST = 1, 7
NEEDED = 5
"""Statements that a person answers at least to count in the scale."""

Answers = Sequence[int | None]
"""One person's answers in the questionnaire's order; None: "Ved ikke" or skipped."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and sample variance of `n` values."""

    n: int
    mean: Fraction
    variance: Fraction


@dataclass(frozen=True, slots=True)
class Difference:
    """Later minus earlier, with its 95 % interval; `clear` if the interval does not hold 0."""

    value: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        return self.low > 0 or self.high < 0


def person_score(answers: Answers) -> Fraction | None:
    """The mean of what a person answered; None if that is fewer than five of seven."""
    given = [answer for answer in answers if answer is not None]
    return Fraction(sum(given), len(given)) if len(given) >= NEEDED else None


def spread(values: Sequence[Fraction | int]) -> Spread | None:
    """Unweighted mean and sample variance; None of nothing."""
    if not values:
        return None
    n = len(values)
    mean = Fraction(sum(values)) / n
    variance = sum(((value - mean) ** 2 for value in values), Fraction(0)) / (n - 1) if n > 1 else Fraction(0)
    return Spread(n, mean, variance)


def scale(people: Sequence[Answers]) -> Spread | None:
    """The scale over the persons who count in it."""
    return spread([score for score in map(person_score, people) if score is not None])


def index(mean: Fraction) -> Fraction:
    """The scale's mean as 0 to 100."""
    return (mean - LOWEST) / (HIGHEST - LOWEST) * 100


def rounded(value: Fraction, decimals: int = 0) -> Fraction:
    """Half up, on the exact value: the one rounding of survey numbers."""
    factor = 10**decimals
    return Fraction(math.floor(value * factor + Fraction(1, 2)), factor)


def bins(answers: Sequence[int]) -> tuple[int, int, int]:
    """How many answered 1-3, 4, 5-7."""
    low = sum(answer < 4 for answer in answers)
    middle = sum(answer == 4 for answer in answers)
    return low, middle, len(answers) - low - middle


def welch(before: Spread, after: Spread) -> Difference | None:
    """The unpaired interval of the difference between two waves; None if it has no width to speak of.

    Welch 1947: the waves' variances may differ, and nobody is followed from one to the other.
    """
    if before.n < 2 or after.n < 2:
        return None
    parts = [float(one.variance) / one.n for one in (before, after)]
    if sum(parts) == 0:
        return None
    freedom = sum(parts) ** 2 / sum(
        part**2 / (one.n - 1) for part, one in zip(parts, (before, after), strict=True)
    )
    value = float(after.mean - before.mean)
    reach = t_quantile(0.975, freedom) * math.sqrt(sum(parts))
    return Difference(value, value - reach, value + reach)


def interval(one: Spread) -> tuple[float, float] | None:
    """The 95 % interval of a mean, kept inside the scale."""
    if one.n < 2:
        return None
    reach = t_quantile(0.975, one.n - 1) * math.sqrt(float(one.variance) / one.n)
    mean = float(one.mean)
    return max(float(LOWEST), mean - reach), min(float(HIGHEST), mean + reach)


def t_quantile(p: float, freedom: float) -> float:
    """Student's t: the value below which it lies with probability `p` (0.5 < p < 1)."""
    low, high = 0.0, 1.0
    while _t_below(high, freedom) < p:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_below(middle, freedom) < p else (low, middle)
    return (low + high) / 2


def _t_below(t: float, freedom: float) -> float:
    return 1 - _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function by its continued fraction (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    ) / a  # fmt: skip
    # Evaluated from far out inwards: 200 terms are more than double precision needs here.
    total = 1.0
    for n in range(200, 0, -1):
        m = n // 2
        if n % 2:
            d = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            d = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        total = 1 + d / total
    return front / total
