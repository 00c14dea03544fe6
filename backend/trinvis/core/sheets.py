"""Reading a table as an administrator exports it: CSV in the usual encodings and separators, or XLSX."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from trinvis.core.workbooks import BadWorkbook, rows_of

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_ROWS = 100_000
MOST_BYTES = 20_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_LONGEST_CELL = 5_000


class Unreadable(Exception):
    """The file as a whole cannot be read: `problem` and facts for the words."""

    def __init__(self, problem: str, **facts: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows beneath it: row number and field -> text.

    `titles`: the fields whose column is there, with the title as the file has it.
    """

    titles: dict[str, str]
    rows: list[tuple[int, dict[str, str]]]


def _without_mark(data: bytes) -> str | None:
    """UTF-16 whose byte order mark was lost: Western text has a zero in every second place."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2 or sample.count(0) < len(sample) // 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else _without_mark(data)
    if encoding:
        return data.decode(encoding)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _from_csv(data: bytes) -> list[list[str]]:
    try:
        text = _text(data)
    except UnicodeError as error:
        raise Unreadable("not_text") from error
    if _CONTROL.search(text) or data.startswith(b"%PDF"):
        raise Unreadable("not_text")
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(";,\t", key=first.count)
    hint = re.match(r"\s*sep=(.)\r?\n", text)
    if hint:  # a line with which spreadsheets tell each other the separator; it still counts as a row
        separator = hint[1]
        text = text.replace(hint[0], hint[0].replace(f"sep={separator}", ""), 1)
    rows: list[list[str]] = []
    try:
        # Strictly: a quotation mark that is never closed would swallow every row after it.
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Unreadable("bad_quotes", row=len(rows) + 1) from error
    return rows


def _table(data: bytes) -> list[list[str]]:
    if len(data) > MOST_BYTES:
        raise Unreadable("too_large", bytes=len(data), most=MOST_BYTES)
    if data.startswith(_OLE):
        raise Unreadable("encrypted" if _ENCRYPTED in data else "old_excel")
    try:
        rows = rows_of(data) if data.startswith(_ZIP) else _from_csv(data)
    except BadWorkbook as bad:
        raise Unreadable(bad.problem) from bad
    return [[_clean(number, cell) for cell in row] for number, row in enumerate(rows, 1)]


def _clean(number: int, cell: str) -> str:
    """Composed letters, no space around; a cell that the databases cannot keep alike is refused."""
    if len(cell) > _LONGEST_CELL:
        raise Unreadable("cell_too_long", row=number, most=_LONGEST_CELL)
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
        if any("\ud800" <= letter <= "\udfff" for letter in cell):
            raise Unreadable("not_text")
    if _CONTROL.search(cell):
        raise Unreadable("not_text")
    return cell.strip()


def read(data: bytes, columns: Mapping[str, tuple[str, ...]], needed: tuple[str, ...]) -> Sheet:
    """The table in the file. `columns`: field -> the titles it may have (compared without case).

    A row's cells are those of the columns that are there. Raises `Unreadable` if it is no table we
    know, or lacks a column of `needed`.
    """
    filled = [(number, row) for number, row in enumerate(_table(data), 1) if any(row)]
    if not filled:
        raise Unreadable("empty")
    if len(filled) - 1 > MOST_ROWS:
        raise Unreadable("too_many_rows", rows=len(filled) - 1, most=MOST_ROWS)
    known = {title: field for field, titles in columns.items() for title in titles}
    header = [" ".join(title.casefold().split()) for title in filled[0][1]]
    fields = [known.get(title) for title in header]
    missing = [columns[field][0] for field in needed if field not in fields]
    if missing:
        found = [title[:40] for title in filled[0][1] if title][:20]
        raise Unreadable("missing_columns", columns=missing, found=found)
    doubled = sorted({columns[field][0] for field in fields if field and fields.count(field) > 1})
    if doubled:
        raise Unreadable("doubled_columns", columns=doubled)
    if len(filled) == 1:
        raise Unreadable("only_header")
    titles = {field: title for field, title in zip(fields, filled[0][1], strict=True) if field}
    rows = [
        (number, {field: (row[at] if at < len(row) else "") for at, field in enumerate(fields) if field})
        for number, row in filled[1:]
    ]
    return Sheet(titles, rows)
