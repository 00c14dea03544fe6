"""A list on screen leaves as Excel and CSV: the rows that the filters leave, and texts as texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import python_calamine
from playwright.sync_api import Page

PageAs = Callable[..., Page]


def saved(page: Page, form: str) -> Path:
    """The file that the button of this form gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Hent {form}").first.click()
    return Path(waiting.value.path())


def test_the_roll_out_as_it_is_filtered(page_as: PageAs) -> None:
    page = page_as("hr")
    page.goto("/udrulning?planlagt=1")
    page.get_by_role("rowheader").first.wait_for()
    names = page.get_by_role("rowheader").all_inner_texts()
    rows = list(csv.reader(io.StringIO(saved(page, "CSV").read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Afdeling", "Hvor de er", "HR’s kontakt", "Talte sidst sammen", "Derfor bør I ringe"]
    assert len(rows) - 1 == len(names) > 3
    assert all(row[1].startswith("Planlagt til") for row in rows[1:])
    book = python_calamine.CalamineWorkbook.from_path(saved(page, "Excel"))
    assert book.sheet_names == ["Udrulning"]
    sheet = book.get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet] == [row[0] for row in rows]


def test_a_long_list_is_read_to_its_end(page_as: PageAs) -> None:
    page = page_as("admin")
    page.goto("/administration/personer")
    rows = python_calamine.CalamineWorkbook.from_path(saved(page, "Excel")).get_sheet_by_index(0).to_python()
    everybody = page.context.request.get("/api/people/directory?limit=200").json()
    assert len(rows) - 1 >= len(everybody["items"]) > 50
    assert rows[0] == ["Navn", "Arbejdsmail", "Roller"]
