"""The annexes as a workbook: text stays text, numbers are numbers, nothing is computed."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from trinvis.reports.paper import Paper, Story, Table
from trinvis.reports.sentences import ROWS, SENTENCES

_WIDEST = 60
_LETTERS = 1.1
"""Letters of the usual width on a column's unit: what is set narrower leaves air beneath."""
_LINE = 15
"""Points of a line."""


def workbook(paper: Paper) -> bytes:
    """A sheet of counts, then one for each annex."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": paper.title, "author": paper.organisation})
    looks = {
        "title": book.add_format({"bold": True, "font_size": 14, "font_color": "#0b5a6e"}),
        "meta": book.add_format({"font_color": "#55595c"}),
        "head": book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#e6f0f3"}
        ),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"valign": "top", "num_format": "0"}),
        "tenths": book.add_format({"valign": "top", "num_format": "0.0"}),
        "head_number": book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#e6f0f3",
             "align": "right"}
        ),
    }
    said, rows = SENTENCES[paper.lang], ROWS[paper.lang]
    for table in paper.tables:
        _sheet(book, looks, paper, table)
    _sheet(book, looks, paper, Table(
        said["sheet_counts"], paper.meta, rows["head_counts"], paper.counts, (70, 30), said["sheet_counts"],
    ))  # fmt: skip
    for story in paper.annexes:
        if isinstance(story, Story) and story.title == said["story_experiences"]:
            _sheet(book, looks, paper, _told(paper, story))
    book.close()
    return made.getvalue()


def _told(paper: Paper, story: Story) -> Table:
    """Experiences as rows."""
    said = SENTENCES[paper.lang]
    labels = (said["did"], said["learned"], said["advice"])
    rows = []
    for piece in story.pieces:
        place, _, rest = piece.source.partition(". ")
        found = dict(piece.texts)
        rows.append((piece.heading, place, *(found.get(label, "") for label in labels), rest))
    return Table(
        story.title, paper.meta, ROWS[paper.lang]["head_experiences"], tuple(rows), (20, 16, 22, 22, 20, 12),
        said["sheet_experiences"],
    )  # fmt: skip


def _number(cell: str) -> float | None:
    """A count, or a mean in tenths as either language writes it; None: it is a text."""
    return float(cell.replace(",", ".")) if re.fullmatch(r"[0-9]{1,9}|[0-9][.,][0-9]", cell) else None


def _lines(row: Sequence[str], widths: Sequence[float]) -> int:
    """Lines of the row's highest cell."""
    return max(
        sum(max(1, math.ceil(len(part) / (width * _LETTERS))) for part in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )


def _sheet(book: Any, looks: dict[str, Any], paper: Paper, table: Table) -> None:
    sheet = book.add_worksheet(table.sheet)
    total = sum(table.widths)
    widths = [max(11.0, min(_WIDEST, 150 * width / total)) for width in table.widths]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, table.title, looks["title"])
    sheet.write_string(1, 0, table.lead, looks["meta"])
    for at, title in enumerate(table.head):
        counted = at and table.rows and all(_number(row[at]) is not None for row in table.rows)
        sheet.write_string(3, at, title, looks["head_number" if counted else "head"])
    # Excel fits a row's height when it opens the file, other programs do not.
    sheet.set_row(3, _LINE * _lines(table.head, widths))
    for number, row in enumerate(table.rows, 4):
        sheet.set_row(number, min(409, _LINE * _lines(row, widths)))
        for at, cell in enumerate(row):
            value = _number(cell) if at else None
            if value is not None:
                sheet.write_number(number, at, value, looks["number" if cell.isdigit() else "tenths"])
            else:
                sheet.write_string(number, at, cell[:32_000], looks["cell"])  # text, whatever it begins with
    sheet.freeze_panes(4, 1)
    sheet.autofilter(3, 0, max(4, 3 + len(table.rows)), len(table.head) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)
    sheet.hide_gridlines(1)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P / &N")
