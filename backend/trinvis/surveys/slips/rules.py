"""How many codes may be printed. Pure.

At most one for each head, so that no pile of spare slips can answer for somebody. Before the wave opens
a new print takes the place of the former; after it only what the former left over may follow.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowance:
    """Most codes that may be printed now, and whether printing voids those printed before."""

    most: int
    voids: bool


def allowance(*, opened: bool, heads: int, printed: int) -> Allowance:
    """What may be printed of a unit with so many heads, of whose codes so many were printed."""
    return Allowance(heads - printed, voids=False) if opened else Allowance(heads, voids=True)
