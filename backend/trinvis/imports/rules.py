"""What a plan says, line by line: the report that is shown before anything is done. Pure."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from dataclasses import field as default
from typing import Any

from trinvis import access
from trinvis.accounts import rules as accounts
from trinvis.departments import rules as departments
from trinvis.departments.rules.cells import Wrong

STATUSES = ("refused", "warning", "ended", "moved", "changed", "added")
"""In the order of the report: what has to be looked at comes first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report. Row 0: it stands in Trinvis and not in the file."""

    status: str
    row: int
    subject: str
    field: str | None
    value: str
    problem: str
    facts: Mapping[str, Any] = default(default_factory=dict)


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _changes(changes: Mapping[str, tuple[object, object]]) -> dict[str, list[object]]:
    return {name: [_plain(was), _plain(now)] for name, (was, now) in changes.items()}


def _found(status: str, wrong: Iterable[Wrong]) -> list[Line]:
    return [
        Line(
            status,
            one.row,
            one.subject,
            one.field,
            str(one.facts.get("value", "")),
            one.problem,
            {key: fact for key, fact in one.facts.items() if key != "value"},
        )
        for one in wrong
    ]


def department_lines(plan: departments.Plan) -> list[Line]:
    """A line for each node that the file touches, and for each thing that is wrong or odd."""
    return [
        *_found("refused", plan.errors),
        *_found("warning", plan.warnings),
        *(Line("ended", 0, node.name, None, node.code, "node_closed") for node in plan.ended),
        *(_touched("moved", "node_moved", row, changes) for row, changes in plan.moved),
        *(_touched("changed", "node_changed", row, changes) for row, changes in plan.changed),
        *(
            Line("added", row.row, row.name, None, row.code, "node_added",
                 {"kind": row.kind, "parent": row.parent, "walks": row.walks, "headcount": row.headcount})
            for row in plan.added
        ),
    ]  # fmt: skip


def _touched(
    status: str, problem: str, row: departments.Wanted, changes: Mapping[str, tuple[object, object]]
) -> Line:
    return Line(status, row.row, row.name, None, row.code, problem, {"changes": _changes(changes)})


def people_lines(plan: accounts.Plan, names: Mapping[str, str]) -> list[Line]:
    """A line for each role and person that the file touches. `names`: by e-mail, as they stand."""
    fresh = dict(plan.people_added)
    lines = [
        *_found("refused", plan.errors),
        *_found("warning", plan.warnings),
        *(
            Line("ended", 0, names.get(email, email), None, email, "role_ended",
                 {"role": role.value, "department": code})
            for email, role, code in plan.ended
        ),
        *(
            Line("changed", row, now, None, email, "person_renamed", {"was": was})
            for email, (row, was, now) in plan.people_renamed.items()
        ),
        *(
            Line("changed", row, names.get(email, email), None, email, "person_returned")
            for email, row in plan.people_returned.items()
        ),
    ]  # fmt: skip
    for held, changes in plan.changed:
        facts: dict[str, Any] = {
            "role": held.role.value,
            "department": held.code,
            "changes": _changes(changes),
        }
        lines.append(Line("changed", held.row, held.name, None, held.email, "role_changed", facts))
    for held in plan.added:
        facts = {
            "role": held.role.value,
            "title": held.title,
            "department": held.code,
            "from": _plain(held.valid_from),
            "to": _plain(held.valid_to),
            "new_person": fresh.pop(held.email, None) is not None,
        }
        lines.append(Line("added", held.row, held.name, None, held.email, "role_given", facts))
    return lines


def counts(lines: Sequence[Line], unchanged: int, new_people: int) -> dict[str, int]:
    """How many of each status, and "status:problem" of what is refused or odd.

    Several errors of one row refuse one row.
    """
    found = dict.fromkeys(STATUSES, 0) | {"unchanged": unchanged, "new_people": new_people}
    found |= Counter(line.status for line in lines)
    rows = [line.row for line in lines if line.status == "refused"]
    found["refused"] = len({row for row in rows if row}) + rows.count(0)
    found |= Counter(
        f"{line.status}:{line.problem}" for line in lines if line.status in ("refused", "warning")
    )
    return found


def digest(lines: Sequence[Line]) -> str:
    """Fingerprint of what would be done: the same again means that nothing has changed meanwhile."""
    done = [asdict(line) for line in lines if line.status != "warning"]
    return hashlib.sha256(json.dumps(done, sort_keys=True).encode()).hexdigest()


def manages_all(actor: access.Actor, roots: Iterable[str]) -> bool:
    """Whether the actor administrates every top of the tree (paths), and so sees all imports."""
    paths = access.reach(actor, access.May.MANAGE_TREE)
    return bool(paths) and all(any(root.startswith(path) for path in paths) for root in roots)
