"""Reading a table as an administrator exports it: CSV in the usual encodings and separators, or XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import python_calamine

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
MOST_ROWS = 100_000
MOST_BYTES = 20_000_000


class Unreadable(Exception):
    """The file as a whole cannot be read: `problem` and facts for the words."""

    def __init__(self, problem: str, **facts: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows beneath it: row number and field -> text."""

    titles: dict[str, str]
    rows: list[tuple[int, dict[str, str]]]


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as error:
            raise Unreadable("not_text") from error
    if "\x00" in text:
        raise Unreadable("not_text")
    return text


def _from_csv(data: bytes) -> list[list[str]]:
    try:
        text = _text(data)
    except UnicodeError as error:
        raise Unreadable("not_text") from error
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(";,\t", key=first.count)
    try:
        return [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise Unreadable("not_text") from error


def _cell(value: object) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value).strip()


def _from_xlsx(data: bytes) -> list[list[str]]:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except Exception as error:  # the reader's errors have no common class of their own
        raise Unreadable("not_a_workbook") from error
    return [[_cell(value) for value in row] for row in rows]


def read(data: bytes, columns: Mapping[str, tuple[str, ...]], needed: tuple[str, ...]) -> Sheet:
    """The table in the file. `columns`: field -> the titles it may have (compared without case).

    Raises `Unreadable` if it is no table we know, or lacks a column of `needed`.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too_large", bytes=len(data), most=MOST_BYTES)
    if data.startswith(_OLD_EXCEL):
        raise Unreadable("old_excel")
    table = _from_xlsx(data) if data.startswith(_ZIP) else _from_csv(data)
    filled = [(number, row) for number, row in enumerate(table, 1) if any(row)]
    if not filled:
        raise Unreadable("empty")
    if len(filled) > MOST_ROWS:
        raise Unreadable("too_many_rows", rows=len(filled), most=MOST_ROWS)
    known = {title: field for field, titles in columns.items() for title in titles}
    header = [" ".join(title.casefold().split()) for title in filled[0][1]]
    fields = [known.get(title) for title in header]
    missing = [columns[field][0] for field in needed if field not in fields]
    if missing:
        raise Unreadable("missing_columns", columns=missing, found=[title for title in filled[0][1] if title])
    doubled = sorted({columns[field][0] for field in fields if field and fields.count(field) > 1})
    if doubled:
        raise Unreadable("doubled_columns", columns=doubled)
    titles = {field: title for field, title in zip(fields, filled[0][1], strict=True) if field}
    rows = [
        (number, {field: (row[at] if at < len(row) else "") for at, field in enumerate(fields) if field})
        for number, row in filled[1:]
    ]
    return Sheet(titles, rows)
