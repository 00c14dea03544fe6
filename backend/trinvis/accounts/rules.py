"""What an imported table of people and roles means, and what it would change. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trinvis.access import Role

ROLES: dict[str, tuple[Role, str | None]] = {
    "afdelingsledelse": (Role.LEADER, None),
    "leder": (Role.LEADER, None),
    "leader": (Role.LEADER, None),
    "funktionsleder": (Role.SECTION_LEADER, None),
    "section_leader": (Role.SECTION_LEADER, None),
    "trio": (Role.TRIO, None),
    "trio (amir)": (Role.TRIO, "AMiR"),
    "trio (tr)": (Role.TRIO, "TR"),
    "amir": (Role.TRIO, "AMiR"),
    "tr": (Role.TRIO, "TR"),
    "ambassadør": (Role.AMBASSADOR, None),
    "ambassador": (Role.AMBASSADOR, None),
    "lmu": (Role.LMU, None),
    "lmu-medlem": (Role.LMU, None),
    "hmu": (Role.HMU, None),
    "hmu-medlem": (Role.HMU, None),
    "sekretær": (Role.SECRETARY, None),
    "secretary": (Role.SECRETARY, None),
    "hr": (Role.HR, None),
    "hr-konsulent": (Role.HR, None),
    "administrator": (Role.ADMIN, None),
    "admin": (Role.ADMIN, None),
    "medarbejder": (Role.MEMBER, None),
    "member": (Role.MEMBER, None),
}
SHOWN_ROLES = (
    "afdelingsledelse",
    "funktionsleder",
    "TRIO (AMiR)",
    "TRIO (TR)",
    "ambassadør",
    "LMU",
    "HMU",
    "sekretær",
    "HR",
    "administrator",
    "medarbejder",
)
NEEDED = ("name", "email", "role", "department")
_DATE = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})|(\d{4})-(\d{2})-(\d{2})")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")

Key = tuple[str, Role, str]
"""E-mail in lower case, role, code of the node."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role as a row of the file says it."""

    row: int
    email: str
    name: str
    role: Role
    title: str | None
    code: str
    valid_from: date | None
    valid_to: date | None

    @property
    def key(self) -> Key:
        """What makes it the same role in the next import."""
        return self.email, self.role, self.code


@dataclass(frozen=True, slots=True)
class Stands:
    """A role as it stands in the database."""

    title: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """An error of the file: row as the spreadsheet numbers it, field, what, facts for the words."""

    row: int
    field: str
    problem: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What the file would do. Nothing is done if there is an error."""

    people_added: dict[str, str] = dataclasses.field(default_factory=dict)
    people_renamed: dict[str, str] = dataclasses.field(default_factory=dict)
    added: list[Held] = dataclasses.field(default_factory=list)
    changed: list[Held] = dataclasses.field(default_factory=list)
    unchanged: int = 0
    errors: list[Wrong] = dataclasses.field(default_factory=list)


def parse_day(text: str) -> date | None:
    """A day as spreadsheets write it: 31-12-2026, 31.12.2026, 31/12/2026, 2026-12-31; None if none."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    d, m, y, year, month, day = found.groups()
    try:
        return date(int(y), int(m), int(d)) if y else date(int(year), int(month), int(day))
    except ValueError:
        return None


def understand(rows: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[list[Held], list[Wrong]]:
    """Rows of text as roles held, with an error for each cell that means nothing."""
    found: list[Held] = []
    errors: list[Wrong] = []
    for number, cells in rows:
        wrong = _cells_wrong(number, cells)
        errors += wrong
        if not wrong:
            role, title = ROLES[cells["role"].casefold()]
            found.append(
                Held(
                    number,
                    cells["email"].lower(),
                    cells["name"],
                    role,
                    title,
                    cells["department"].upper(),
                    parse_day(cells.get("from", "")),
                    parse_day(cells.get("to", "")),
                )
            )
    return found, errors


def _cells_wrong(number: int, cells: Mapping[str, str]) -> list[Wrong]:
    wrong = [Wrong(number, column, "missing") for column in NEEDED if not cells[column]]
    if len(cells["name"]) > 200:
        wrong.append(Wrong(number, "name", "too_long", {"most": 200}))
    if cells["email"] and not (_EMAIL.fullmatch(cells["email"]) and len(cells["email"]) <= 254):
        wrong.append(Wrong(number, "email", "not_an_address", {"value": cells["email"]}))
    if cells["role"] and cells["role"].casefold() not in ROLES:
        wrong.append(
            Wrong(number, "role", "unknown_word", {"value": cells["role"], "words": list(SHOWN_ROLES)})
        )
    for column in ("from", "to"):
        text = cells.get(column, "")
        if text and parse_day(text) is None:
            wrong.append(Wrong(number, column, "not_a_date", {"value": text}))
    start, end = parse_day(cells.get("from", "")), parse_day(cells.get("to", ""))
    if start and end and end < start:
        wrong.append(Wrong(number, "to", "before_from", {"value": cells["to"]}))
    return wrong


def plan(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    people: Mapping[str, str],
    roles: Mapping[Key, Stands],
    codes: frozenset[str],
) -> Plan:
    """What the rows would add and change; absence of a person or role changes nothing.

    `people`: e-mail -> name as it stands; `codes`: the tree's codes.
    """
    held, errors = understand(rows)
    result = Plan(errors=errors)
    names: dict[str, tuple[str, int]] = {}
    first: dict[Key, int] = {}
    for one in held:
        name, row = names.setdefault(one.email, (one.name, one.row))
        if name != one.name:
            errors.append(
                Wrong(one.row, "name", "two_names", {"value": one.name, "other": name, "first": row})
            )
        if one.code not in codes:
            errors.append(Wrong(one.row, "department", "unknown_code", {"value": one.code}))
        if one.key in first:
            errors.append(Wrong(one.row, "role", "duplicate", {"value": one.email, "first": first[one.key]}))
        elif one.key not in roles:
            result.added.append(one)
        elif roles[one.key] != Stands(one.title, one.valid_from, one.valid_to):
            result.changed.append(one)
        else:
            result.unchanged += 1
        first.setdefault(one.key, one.row)
    for email, (name, _) in names.items():
        if email not in people:
            result.people_added[email] = name
        elif people[email] != name:
            result.people_renamed[email] = name
    errors.sort(key=lambda wrong: wrong.row)
    return result
