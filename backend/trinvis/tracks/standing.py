"""A department's row of the roll-out, as it is told in lists and counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from trinvis.core import clock
from trinvis.tracks import rules
from trinvis.tracks.queries import LastContact, Line
from trinvis.tracks.rules import Reason, Stage

_FACTS: dict[str, object] = {
    "on": None, "kind": None, "late": False, "step": None, "why": None, "ahead": None, "quarter": None,
}


def row_of(line: Line) -> dict[str, Any]:
    """The department's row of the roll-out."""
    wish = line.wish
    return {
        "department": {"id": line.id, "name": line.name},
        "stage": rules.stage(line.round, line.planned_start),
        "planned_start": line.planned_start, "round": line.round, "steps": line.steps,
        "hr_contact": line.hr_contact, "last_contact": _last(line.contact),
        "help_wanted": {"id": wish.id, "wish": wish.wish, "on": wish.on} if wish else None,
        "reasons": reasons_told(rules.reasons(line.seen, clock.today())),
    }


def _last(contact: LastContact | None) -> dict[str, object] | None:
    return {"on": contact.on, "by": contact.by} if contact else None


def reasons_told(reasons: Sequence[Reason]) -> list[dict[str, object]]:
    """The reasons as facts that the page words; what a reason lacks is empty."""
    return [{**_FACTS, **reason} for reason in reasons]


def totals(found: Sequence[Line]) -> dict[str, int]:
    """How many of these departments are where in the roll-out."""
    rows = [row_of(line) for line in found]
    return {
        "departments": len(rows),
        "to_contact": sum(bool(row["reasons"]) for row in rows),
        "help_wanted": sum(row["help_wanted"] is not None for row in rows),
        **{stage.value: sum(row["stage"] is stage for row in rows) for stage in Stage},
    }
