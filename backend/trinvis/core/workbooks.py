"""XLSX files, looked at before they are read: a small one can unpack into more than a machine holds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime
from xml.parsers import expat

import python_calamine

MOST_UNPACKED = 200_000_000
"""Bytes that a workbook may take up unpacked; 100,000 rows of people take a tenth."""
MOST_CELLS = 3_000_000
"""The reader lays a sheet out as a full rectangle: rows times columns up to the last that is filled."""
_CHUNK = 1 << 20
_REFERENCE = re.compile(r"([A-Z]{1,4})([0-9]{1,8})")


class BadWorkbook(Exception):
    """No workbook that can be read: `problem` says why."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class _Extent:
    """How far the filled cells of one sheet reach, told by its XML as it is unpacked."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._sheet: bool | None = None
        self._row = self._column = 0
        self.rows = self.columns = 0

    def feed(self, chunk: bytes, *, last: bool) -> None:
        """Read on, unless this XML is no sheet."""
        if self._sheet is not False:
            self._parser.Parse(chunk, last)

    def _doctype(self, *_: object) -> None:
        raise BadWorkbook("not_a_workbook")  # entities can grow without end; no spreadsheet writes any

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        word = name.rpartition(" ")[2]
        if self._sheet is None:
            self._sheet = word == "worksheet"
        if not self._sheet:
            return
        if word == "row":
            self._row = _number(attributes.get("r")) or self._row + 1
            self._column = 0
        elif word == "c":
            found = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = _column(found[1]) if found else self._column + 1
            self._row = int(found[2]) if found else self._row
        elif word in ("v", "is", "f"):
            # A cell that is only coloured takes no room.
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def inspect(data: bytes) -> None:
    """Refuse what would not fit into memory, or is locked. Raises `BadWorkbook`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise BadWorkbook("encrypted")
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise BadWorkbook("unpacks_too_large")
            for entry in entries:
                _inspect_entry(archive, entry)
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        OSError,
        NotImplementedError,
    ) as error:
        raise BadWorkbook("not_a_workbook") from error


def _inspect_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Unpack the entry once: its size is what it says (the checksum fits), and its sheet is no desert."""
    extent = _Extent() if entry.filename.casefold().endswith(".xml") else None
    with archive.open(entry) as unpacked:
        while chunk := unpacked.read(_CHUNK):
            if extent:
                extent.feed(chunk, last=False)
    if extent:
        extent.feed(b"", last=True)
        if extent.rows * extent.columns > MOST_CELLS:
            raise BadWorkbook("too_wide")


def _cell(value: object) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)


def rows_of(data: bytes) -> list[list[str]]:
    """The first sheet as text, from its first row on. Raises `BadWorkbook`."""
    inspect(data)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except Exception as error:  # the reader's errors have no common class of their own
        raise BadWorkbook("not_a_workbook") from error
    return [[_cell(value) for value in row] for row in rows]
