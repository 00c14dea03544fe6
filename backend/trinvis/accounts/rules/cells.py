"""What the cells of an imported table of people mean: a row as a role held. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trinvis.access import Role
from trinvis.departments.rules.cells import Wrong, is_cell_error, looks_like_formula

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
    """A role as a row of the file says it. `silent`: dates for which the file has no column."""

    row: int
    email: str
    name: str
    role: Role
    title: str | None
    code: str
    valid_from: date | None
    valid_to: date | None
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What makes it the same role in the next import."""
        return self.email, self.role, self.code


def parse_day(text: str) -> date | None:
    """The day in 31-12-2026, 31.12.2026, 31/12/2026, 2026-12-31; None if none."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    d, m, y, year, month, day = found.groups()
    try:
        read = date(int(y), int(m), int(d)) if y else date(int(year), int(month), int(day))
    except ValueError:
        return None
    return read if read.year >= 1900 else None


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
                    tuple(f"valid_{name}" for name in ("from", "to") if name not in cells),
                )
            )
    return found, errors


def is_address(text: str) -> bool:
    """Whether the text can be an e-mail address."""
    return bool(_EMAIL.fullmatch(text)) and len(text) <= 254


def _cells_wrong(number: int, cells: Mapping[str, str]) -> list[Wrong]:
    wrong = [
        Wrong(number, column, problem, facts, cells["name"] or cells["email"])
        for column in NEEDED
        for problem, facts in _needed_wrong(column, cells[column])
    ]

    def say(field: str, problem: str, **facts: object) -> None:
        wrong.append(Wrong(number, field, problem, facts, cells["name"] or cells["email"]))

    if len(cells["name"]) > 200:
        say("name", "too_long", most=200, value=cells["name"][:60])
    for column in ("from", "to"):
        text = cells.get(column, "")
        if text and parse_day(text) is None:
            say(column, "not_a_date", value=text[:60])
    start, end = parse_day(cells.get("from", "")), parse_day(cells.get("to", ""))
    if start and end and end < start:
        say("to", "before_from", value=cells["to"])
    return wrong


def _needed_wrong(column: str, text: str) -> list[tuple[str, dict[str, object]]]:
    facts: dict[str, object] = {"value": text[:60]}
    if not text:
        return [("missing", {})]
    if is_cell_error(text):
        return [("cell_error", facts)]
    if column in ("email", "department") and looks_like_formula(text):
        return [("formula", facts)]
    if column == "email" and not is_address(text):
        return [("not_an_address", facts)]
    if column == "role" and text.casefold() not in ROLES:
        return [("unknown_word", {**facts, "words": list(SHOWN_ROLES)})]
    return []
