"""What the cells of an imported table mean: a row as a node of the tree. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

KINDS = {
    "center": "centre",
    "centre": "centre",
    "afdeling": "department",
    "department": "department",
    "afsnit": "section",
    "section": "section",
    "stab": "staff",
    "staff": "staff",
}
WALKS = {
    "går selv": "walks",
    "walks": "walks",
    "følger": "follows",
    "follows": "follows",
    "udenfor": "outside",
    "uden for": "outside",
    "outside": "outside",
}
YES = {"ja": True, "yes": True, "x": True, "1": True, "nej": False, "no": False, "": False, "0": False}
MOST_HEADS = 100_000
_FORMULA = ("=", "+", "-", "@")
_CELL_ERROR = re.compile(r"#(REF|N/A|VALUE|VÆRDI|NAME|NAVN|DIV/0|NULL|NUM|I/T|REFERENCE)[!?]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the file, understood; None where the file has no column for it, or an empty cell."""

    row: int
    code: str
    name: str
    kind: str
    parent: str | None
    headcount: int | None = None
    walks: str | None = None
    pilot: bool | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something to say about a row: row as the spreadsheet numbers it, field, what, facts for the words.

    Row 0: it stands in Trinvis and not in the file.
    """

    row: int
    field: str
    problem: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)
    subject: str = ""


def code_key(code: str) -> str:
    """Codes are one code whatever their case."""
    return code.strip().upper()


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would compute the text instead of showing it."""
    return text.startswith(_FORMULA)


def is_cell_error(text: str) -> bool:
    """Whether the cell holds what a spreadsheet writes where a formula failed (#REF!)."""
    return bool(_CELL_ERROR.fullmatch(text))


def understand(rows: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[list[Told], list[Wrong]]:
    """Rows of text as nodes, with an error for each cell that means nothing."""
    found: list[Told] = []
    errors: list[Wrong] = []
    for number, cells in rows:
        wrong = _cells_wrong(number, cells)
        errors += wrong
        if not wrong:
            heads, walks = cells.get("headcount"), cells.get("walks", "").casefold()
            found.append(
                Told(
                    number,
                    code_key(cells["code"]),
                    cells["name"],
                    KINDS[cells["kind"].casefold()],
                    code_key(cells["parent"]) or None,
                    None if heads is None else int(heads or 0),
                    WALKS[walks] if walks else None,
                    YES[cells["pilot"].casefold()] if "pilot" in cells else None,
                )
            )
    return found, errors


def _cells_wrong(number: int, cells: Mapping[str, str]) -> list[Wrong]:
    wrong: list[Wrong] = []

    def say(field: str, problem: str, **facts: object) -> None:
        wrong.append(Wrong(number, field, problem, facts, cells.get("name") or cells.get("code", "")))

    for needed, most in (("code", 40), ("name", 200)):
        if not cells[needed]:
            say(needed, "missing")
        elif len(cells[needed]) > most:
            say(needed, "too_long", most=most, value=cells[needed][:60])
        elif is_cell_error(cells[needed]):
            say(needed, "cell_error", value=cells[needed])
    for code in ("code", "parent"):
        if looks_like_formula(cells[code]):
            say(code, "formula", value=cells[code][:60])
    wrong += _words_wrong(number, cells)
    heads = cells.get("headcount", "")
    if heads and not (heads.isascii() and heads.isdigit() and len(heads) < 7 and int(heads) <= MOST_HEADS):
        say("headcount", "not_a_count", value=heads[:60], most=MOST_HEADS)
    return wrong


def _words_wrong(number: int, cells: Mapping[str, str]) -> list[Wrong]:
    wrong = []
    for column, words in (("kind", KINDS), ("walks", WALKS), ("pilot", YES)):
        value = cells.get(column, "")
        if value.casefold() not in words and (value or column == "kind"):
            facts = {"value": value[:60], "words": _danish(words)}
            wrong.append(Wrong(number, column, "unknown_word", facts, cells.get("name", "")))
    return wrong


def _danish(words: Mapping[str, object]) -> list[str]:
    """The first word for each meaning: those are the Danish ones."""
    first: dict[object, str] = {}
    for word, meaning in words.items():
        first.setdefault(meaning, word)
    return list(first.values())
