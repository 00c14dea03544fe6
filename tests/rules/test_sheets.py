"""Tables as administrators export them: encodings, separators, XLSX, and files that are none."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import date

import pytest
import xlsxwriter

from trinvis.core import sheets
from trinvis.core.sheets import Unreadable, read

COLUMNS = {"name": ("navn", "name"), "day": ("dato",), "count": ("antal",)}
TEXT = 'Navn;Dato;Antal\r\nÅse Ærø;31-12-2026;9\r\n\r\n"Afsnit ""Gul""; nord";;\r\n'
ROWS = [
    (2, {"name": "Åse Ærø", "day": "31-12-2026", "count": "9"}),
    (4, {"name": 'Afsnit "Gul"; nord', "day": "", "count": ""}),
]


def xlsx() -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Navn", "Dato", "Antal"])
    sheet.write(1, 0, "Åse Ærø")
    sheet.write_datetime(1, 1, date(2026, 12, 31), book.add_format({"num_format": "dd-mm-yyyy"}))
    sheet.write_number(1, 2, 9)
    sheet.write_row(3, 0, ['Afsnit "Gul"; nord'])
    sheet.write_blank(1_048_575, 0, None, book.add_format({"bg_color": "yellow"}))  # only coloured
    book.close()
    return made.getvalue()


def packed(sheet_xml: str, **entries: bytes) -> bytes:
    """A workbook with this XML as its sheet."""
    made, former = io.BytesIO(), io.BytesIO(xlsx())
    with zipfile.ZipFile(former) as whole, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in whole.infolist():
            if entry.filename != "xl/worksheets/sheet1.xml":
                out.writestr(entry, whole.read(entry))
        out.writestr("xl/worksheets/sheet1.xml", sheet_xml)
        for name, content in entries.items():
            out.writestr(name, content)
    return made.getvalue()


def sheet_with(cells: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed(f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>')


OTHERS = TEXT.replace("; nord", "# nord")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        OTHERS.replace(";", ",").replace("# nord", "; nord").encode(),
        OTHERS.replace(";", "\t").replace("# nord", "; nord").encode(),
        TEXT.replace("\r\n", "\n").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        xlsx(),
    ],
    ids=[
        "utf-8", "utf-8-bom", "windows-1252", "utf-16-le-bom", "utf-16-be-bom", "utf-16-le", "utf-16-be",
        "comma", "tab", "lf", "decomposed", "xlsx",
    ],
)  # fmt: skip
def test_the_same_table_however_it_was_saved(data: bytes) -> None:
    assert read(data, COLUMNS, ("name",)).rows == ROWS


def test_a_line_break_in_quotation_marks_is_one_row_and_a_hint_is_one_too() -> None:
    found = read(b'sep=,\r\nnavn,antal\r\n"Nord\r\nfl\xf8jen",4\r\nSyd,5\r\n', COLUMNS, ("name",))
    assert found.rows == [
        (3, {"name": "Nord\r\nfløjen", "count": "4"}),
        (4, {"name": "Syd", "count": "5"}),
    ]
    assert found.titles == {"name": "navn", "count": "antal"}


def test_a_column_that_is_not_there_has_no_cells() -> None:
    assert read(b"navn\r\nA\r\n", COLUMNS, ("name",)).rows == [(2, {"name": "A"})]


def test_a_formula_of_a_workbook_is_what_it_shows_and_one_of_a_text_is_text() -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Navn", "Antal"])
    sheet.write_formula(1, 0, '=HYPERLINK("http://x","Åse")', None, "Åse")
    sheet.write_formula(1, 1, "=4+5", None, 9)
    book.close()
    assert read(made.getvalue(), COLUMNS, ("name",)).rows == [(2, {"name": "Åse", "count": "9"})]
    text = b'navn;antal\r\n"=HYPERLINK(""http://x"")";=4+5\r\n'
    assert read(text, COLUMNS, ("name",)).rows == [(2, {"name": '=HYPERLINK("http://x")', "count": "=4+5"})]


def test_a_hundred_thousand_rows_are_read_and_one_more_is_not() -> None:
    assert len(read(b"navn\r\n" + b"a\r\n" * 100_000, COLUMNS, ("name",)).rows) == 100_000
    with pytest.raises(Unreadable) as refused:
        read(b"navn\r\n" + b"a\r\n" * 100_001, COLUMNS, ("name",))
    assert (refused.value.problem, refused.value.facts["rows"]) == ("too_many_rows", 100_001)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"\r\n;;\r\n", "empty"),
        (b"navn;antal\r\n", "only_header"),
        (b"\x00\x01\x02\x81", "not_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_text"),
        (b"%PDF-1.7\r\nnavn", "not_text"),
        (b"navn\r\n\xc3\xa5\x00b\r\n", "not_text"),
        (b"navn\r\n\x07\r\n", "not_text"),
        (b"\xff\xfen\x00a\x00v", "not_text"),
        (b"PK\x03\x04 not really", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0 old", "old_excel"),
        (b"\xd0\xcf\x11\xe0 new" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"dato;antal\r\n1;2\r\n", "missing_columns"),
        (b"navn;name\r\na;b\r\n", "doubled_columns"),
        (b"x" * 20_000_001, "too_large"),
        (b'navn\r\n"' + b"a" * 200_000, "bad_quotes"),
        (b'navn\r\n"never closed\r\nb\r\nc\r\n', "bad_quotes"),
        (b"navn\r\n" + b"a" * 6_000, "cell_too_long"),
    ],
)
def test_a_file_that_is_none_is_told_so(data: bytes, problem: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, COLUMNS, ("name",))
    assert refused.value.problem == problem


def document() -> bytes:
    """A zip that is no workbook."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("word/document.xml", "<document/>")
    return made.getvalue()


def flagged(data: bytes) -> bytes:
    """The workbook as if its entries were encrypted."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + b"\x01\x00" + data[at + 10 :]


def lying(data: bytes) -> bytes:
    """A bomb whose directory says that it is small."""
    at = data.rindex(b"bomb.xml") - 46
    return data[: at + 24] + (100).to_bytes(4, "little") + data[at + 28 :]


VAST = "<v>1</v></c></row>"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (document(), "not_a_workbook"),
        (xlsx()[:2_000], "not_a_workbook"),
        (flagged(xlsx()), "encrypted"),
        (packed("<worksheet/>", **{"bomb.xml": b"<a>" + b" " * 210_000_000}), "unpacks_too_large"),
        (lying(packed("<worksheet/>", **{"bomb.xml": b"<a>" + b" " * 9_000_000})), "not_a_workbook"),
        # Two cells at the far corners: the reader would lay out everything between them.
        (sheet_with(f'<row r="1"><c r="A1">{VAST}<row r="1048576"><c r="XFD1048576">{VAST}'), "too_wide"),
        (sheet_with(f"<row r='1'><c r='A1'>{VAST}<row r='9000'><c r='XFD9000'>{VAST}"), "too_wide"),
        (packed('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'), "not_a_workbook"),
        (packed("<worksheet><unclosed></worksheet>"), "not_a_workbook"),
    ],
    ids=["docx", "cut", "locked", "bomb", "lying bomb", "desert", "wide", "entities", "broken"],
)
def test_a_workbook_is_looked_at_before_it_is_read(data: bytes, problem: str) -> None:
    assert len(data) < sheets.MOST_BYTES
    with pytest.raises(Unreadable) as refused:
        read(data, COLUMNS, ("name",))
    assert refused.value.problem == problem
