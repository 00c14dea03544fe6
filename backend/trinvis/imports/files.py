"""Files that leave: an empty table to fill in, and the report. Nothing in them is ever computed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import xlsxwriter
from starlette.responses import Response

from trinvis.accounts import importing as people
from trinvis.departments import importing as departments
from trinvis.imports.tables import ImportKind
from trinvis.imports.vocabulary import STATUS
from trinvis.imports.words import Lang

Form = Literal["csv", "xlsx"]
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_HEAD = {
    "da": ("Hvad", "Række", "Navn", "Kolonne", "Værdi", "Det sker, eller det skal rettes"),
    "en": ("What", "Row", "Name", "Column", "Value", "What happens, or what to correct"),
}
_EXAMPLES: dict[str, dict[str, list[tuple[str, ...]]]] = {
    "departments": {
        "da": [
            ("HEM", "Hospitalsenheden", "center", "", "", "nej", "udenfor"),
            ("HEM-01", "Akutafdelingen", "afdeling", "HEM", "9", "ja", "går selv"),
            ("HEM-01-1", "Skadestuen", "afsnit", "HEM-01", "17", "nej", "følger"),
        ],
        "en": [
            ("HEM", "The hospital", "centre", "", "", "no", "outside"),
            ("HEM-01", "Emergency department", "department", "HEM", "9", "yes", "walks"),
            ("HEM-01-1", "Casualty", "section", "HEM-01", "17", "no", "follows"),
        ],
    },
    "people": {
        "da": [
            ("Karen Toft", "karen.toft@hospital.example", "afdelingsledelse", "HEM-01", "01-01-2026", ""),
            ("Ole Krogh", "ole.krogh@hospital.example", "TRIO (AMiR)", "HEM-01", "", "31-12-2027"),
        ],
        "en": [
            ("Karen Toft", "karen.toft@hospital.example", "leader", "HEM-01", "01-01-2026", ""),
            ("Ole Krogh", "ole.krogh@hospital.example", "amir", "HEM-01", "", "31-12-2027"),
        ],
    },
}


def template(kind: ImportKind, form: Form, lang: Lang) -> Response:
    """A table with the right columns and a few rows that show how it is meant."""
    titles = (departments if kind == ImportKind.DEPARTMENTS else people).COLUMNS.values()
    head = [words[0 if lang == "da" else min(1, len(words) - 1)] for words in titles]
    return _file(f"trinvis-{kind}", form, head, _EXAMPLES[kind][lang])


def report(name: str, form: Form, lang: Lang, lines: Iterable[dict[str, Any]]) -> Response:
    """The report's lines as a table."""
    rows = [
        (
            STATUS[lang][line["status"]],
            "" if line["row"] is None else str(line["row"]),
            line["subject"],
            line["column"],
            line["value"],
            line["words"],
        )
        for line in lines
    ]
    return _file(name, form, _HEAD[lang], rows)


def _file(name: str, form: Form, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Response:
    data = (_csv if form == "csv" else _xlsx)(head, rows)
    headers = {"content-disposition": f'attachment; filename="{name}.{form}"', "cache-control": "no-store"}
    return Response(data, 200, headers, _TYPES[form])


def _csv(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """As spreadsheets here open it: semicolons, a byte order mark, no cell that begins like a formula."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """The text with a leading apostrophe if a spreadsheet would compute it."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text


def _xlsx(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True, "in_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for at, title in enumerate(head):
        width = max([len(title), *(len(row[at]) for row in rows[:200])])
        sheet.set_column(at, at, min(80, width + 2))
        sheet.write_string(0, at, title, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            sheet.write_string(number, at, cell)  # as text, whatever it begins with
    book.close()
    return made.getvalue()
