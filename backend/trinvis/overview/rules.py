"""What changed between two versions of a department's row, in codes the frontend words. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

COUNTED = ("planned", "running", "tried", "evaluated", "cancelled", "adopt", "adapt", "abandon")
"""What a row counts of trial actions: states without drafts, then decisions."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A department's row as the committee may see it."""

    round: int = 0
    planned_start: str | None = None
    steps: tuple[tuple[str, date | None], ...] = (("not_started", None),) * 3
    sessions_held: int = 0
    trials: Mapping[str, int] = field(default_factory=dict)
    agreements_open: int = 0
    agreements_done: int = 0
    experiences_shared: int = 0
    last_follow_up: date | None = None
    next_date: date | None = None
    help_wanted: str | None = None
    help_wanted_on: date | None = None


NOTHING = Snapshot()


def current_step(steps: Sequence[tuple[str, date | None]]) -> int:
    """The step to speak of: the first that is not done, or the third."""
    for number, (state, _) in enumerate(steps, 1):
        if state != "done":
            return number
    return 3


def changes(before: Snapshot, after: Snapshot) -> list[dict[str, object]]:
    """What is new, most telling first; empty if the row reads the same as before.

    Going back is told too (a reopened step): the committee sees what is, not only what is nice.
    """
    found: list[dict[str, object]] = []
    if after.help_wanted and after.help_wanted_on != before.help_wanted_on:
        found.append({"code": "help_wanted", "on": after.help_wanted_on})
    if after.round > before.round and before.round:
        found.append({"code": "round", "round": after.round})
    found += _steps(before, after)
    if after.sessions_held and not before.sessions_held and after.steps[0][0] != "done":
        found.append({"code": "first_session"})
    for code, word in (("adopted", "adopt"), ("adapted", "adapt"), ("abandoned", "abandon")):
        more = after.trials.get(word, 0) - before.trials.get(word, 0)
        if more > 0:
            found.append({"code": code, "count": more})
    new = _begun(after) - _begun(before)
    if new > 0:
        found.append({"code": "new_trials", "count": new})
    if after.experiences_shared > before.experiences_shared:
        found.append({"code": "experiences", "count": after.experiences_shared - before.experiences_shared})
    if after.last_follow_up and after.last_follow_up != before.last_follow_up:
        found.append({"code": "followed_up", "on": after.last_follow_up})
    if after.planned_start and after.planned_start != before.planned_start and not after.round:
        found.append({"code": "planned", "quarter": after.planned_start})
    return found


def _steps(before: Snapshot, after: Snapshot) -> list[dict[str, object]]:
    same_round = before.round == after.round
    found: list[dict[str, object]] = []
    for number in (3, 2, 1):
        was = before.steps[number - 1][0] if same_round else "not_started"
        now = after.steps[number - 1][0]
        if now == "done" and was != "done":
            found.append({"code": "step_done", "number": number})
        elif was == "done" and now != "done":
            found.append({"code": "step_reopened", "number": number})
    return found


def _begun(row: Snapshot) -> int:
    """Trials that left the draft: whatever became of them since."""
    return sum(
        row.trials.get(state, 0) for state in ("planned", "running", "tried", "evaluated", "cancelled")
    )


def quarter_back(day: date) -> date:
    """Three months before the day: what 'since' means until the committee's meetings are kept."""
    month = day.month - 3
    year = day.year if month > 0 else day.year - 1
    month = month if month > 0 else month + 12
    return date(year, month, min(day.day, 28))
