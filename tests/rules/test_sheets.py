"""Tables as administrators export them: encodings, separators, XLSX, and files that are none."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter

from trinvis.core.sheets import Unreadable, read

COLUMNS = {"name": ("navn", "name"), "day": ("dato",), "count": ("antal",)}
TEXT = 'Navn;Dato;Antal\r\nÅse Ærø;31-12-2026;9\r\n\r\n"Afsnit ""Gul""; nord";;\r\n'


def xlsx() -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Navn", "Dato", "Antal"])
    sheet.write(1, 0, "Åse Ærø")
    sheet.write_datetime(1, 1, date(2026, 12, 31), book.add_format({"num_format": "dd-mm-yyyy"}))
    sheet.write_number(1, 2, 9)
    sheet.write_row(3, 0, ['Afsnit "Gul"; nord'])
    book.close()
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.replace("; nord", "# nord").replace(";", ",").replace("# nord", "; nord").encode(),
        TEXT.replace("; nord", "# nord").replace(";", "\t").replace("# nord", "; nord").encode(),
        xlsx(),
    ],
    ids=["utf-8", "utf-8-bom", "windows-1252", "utf-16", "comma", "tab", "xlsx"],
)
def test_the_same_table_however_it_was_saved(data: bytes) -> None:
    sheet = read(data, COLUMNS, ("name",))
    assert sheet.rows == [
        (2, {"name": "Åse Ærø", "day": "31-12-2026", "count": "9"}),
        (4, {"name": 'Afsnit "Gul"; nord', "day": "", "count": ""}),
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"\r\n;;\r\n", "empty"),
        (b"\x00\x01\x02\x81", "not_text"),
        (b"PK\x03\x04 not really", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0 old", "old_excel"),
        (b"dato;antal\r\n1;2\r\n", "missing_columns"),
        (b"navn;name\r\na;b\r\n", "doubled_columns"),
        (b"x" * 20_000_001, "too_large"),
        (b"navn\r\n" + b"a\r\n" * 100_001, "too_many_rows"),
        (b'navn\r\n"' + b"a" * 200_000, "bad_quotes"),
    ],
)
def test_a_file_that_is_none_is_told_so(data: bytes, problem: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, COLUMNS, ("name",))
    assert refused.value.problem == problem
