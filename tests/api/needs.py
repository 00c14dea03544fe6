"""What a guarded route needs: a row of the matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trinvis.access import May


@dataclass(frozen=True)
class Needs:
    """A route's row: permissions, and a body that validates (`{A}` in it and in the query is the place)."""

    may: tuple[May, ...]
    known_by: May = May.READ
    body: dict[str, Any] | None = None
    query: str = ""


EVERYBODY = Needs((), May.READ)
"""Routes about oneself: whoever is signed in, wherever she belongs."""
