"""What a change of the tree means: where every node then stands, and what refuses it. Pure."""

from __future__ import annotations

from datetime import date

NAME_LENGTH, CODE_LENGTH, MOST_HEADS = 200, 40, 100_000
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
"""Days outside are typing errors."""
