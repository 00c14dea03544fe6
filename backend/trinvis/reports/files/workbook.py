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

FONT = "Arial"
"""As in the other files, so that widths hold in whichever program."""
_WIDEST = 60
_LETTERS = 1.1
"""Letters of the usual width on a column's unit: what is set narrower leaves air beneath."""
_LINE = 13.5
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
            "default_format_properties": {"font_name": FONT, "font_size": 10},
        },
    )
    book.set_properties({"title": paper.title, "author": paper.organisation})
    looks = _looks(book)
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


def _looks(book: Any) -> dict[str, Any]:
    """Formats by name; `beside`: a text that stands close after a number."""
    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#e6f0f3"}
    cell = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#bfc6c9"}
    beside = {"align": "left", "indent": 2}
    wanted: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 14, "font_color": "#0b5a6e"},
        "meta": {"font_color": "#55595c", "text_wrap": True, "valign": "top"},
        "head": head, "head_beside": head | beside, "head_number": head | {"align": "right"},
        "cell": cell, "cell_beside": cell | beside,
        "number": cell | {"num_format": "0"}, "tenths": cell | {"num_format": "0.0"},
    }  # fmt: skip
    # A format of one's own begins with Excel's usual font, not with the book's.
    plain = {"font_name": FONT, "font_size": 10}
    return {name: book.add_format(plain | look) for name, look in wanted.items()}


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


def _counted(table: Table, at: int) -> bool:
    """Whether the column holds numbers: they stand to the right, and so does what is above them."""
    found = [_number(row[at]) for row in table.rows]
    return any(one is not None for one in found) and all(
        one is not None or row[at] in ("", "–") for one, row in zip(found, table.rows, strict=True)
    )


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
    sheet.merge_range(1, 0, 1, len(widths) - 1, "", looks["meta"])
    sheet.write_string(1, 0, table.lead, looks["meta"])
    sheet.set_row(1, _LINE * _lines([table.lead], [sum(widths)]))
    counted = [at > 0 and _counted(table, at) for at in range(len(table.head))]
    sides = ["_number" if is_one else "_beside" if after else "" for is_one, after in
             zip(counted, [False, *counted], strict=False)]  # fmt: skip
    for at, title in enumerate(table.head):
        sheet.write_string(3, at, title, looks["head" + sides[at]])
    # Excel fits a row's height when it opens the file, other programs do not.
    sheet.set_row(3, _LINE * _lines(table.head, widths))
    for number, row in enumerate(table.rows, 4):
        sheet.set_row(number, min(409, _LINE * _lines(row, widths)))
        for at, cell in enumerate(row):
            value = _number(cell) if at else None
            if value is not None:
                sheet.write_number(number, at, value, looks["number" if cell.isdigit() else "tenths"])
            else:
                look = looks["cell_beside" if sides[at] == "_beside" else "cell"]
                sheet.write_string(number, at, cell[:32_000], look)  # text, whatever it begins with
    sheet.freeze_panes(4, 1)
    sheet.autofilter(3, 0, max(4, 3 + len(table.rows)), len(table.head) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)
    sheet.hide_gridlines(1)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P / &N")
