"""Whom one can sign in as in the demo: one person for each role, and a leader of another department."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CastLine:
    """A part: its key, the person's e-mail in the demo's import, a line about her day in each language."""

    key: str
    email: str
    line_da: str
    line_en: str


def cast() -> tuple[CastLine, ...]:
    """The parts in the order in which the sign-in page shows them."""
    lines = json.loads((Path(__file__).parent / "cast.json").read_text(encoding="utf-8"))
    return tuple(CastLine(**line) for line in lines)
