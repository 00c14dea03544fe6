"""The secretary's papers in the browser: made, found again, saved, copied."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

PageAs = Callable[..., Page]


def test_papers_are_made_and_can_be_saved_and_found_again(page_as: PageAs) -> None:
    page = page_as("secretary")
    page.goto("/hmu/papirer")
    page.get_by_role("button", name="Lav papirerne").click()
    expect(page.get_by_role("heading", name="Papirerne er klar")).to_be_visible(timeout=60_000)
    files = page.get_by_role("list", name="Filer").get_by_role("link")
    expect(files).to_have_count(4)
    with page.expect_download() as saved:
        files.filter(has_text="Word").click()
    assert re.fullmatch(r"hmu-papirer-[\d-]+\.docx", saved.value.suggested_filename)
    page.get_by_text("Teksten til dagsordenen").click()
    expect(page.get_by_text("Det indstilles, at HMU")).to_be_visible()
    # Left and found again.
    page.goto("/hmu/papirer")
    page.get_by_role("list", name="Lavet for nylig").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Papirerne er klar")).to_be_visible()


def test_a_day_that_has_not_come_is_said_at_its_field(page_as: PageAs) -> None:
    page = page_as("secretary", width=360)
    page.goto("/hmu/papirer")
    page.get_by_label("Opgjort pr.").fill("1.1.2099")
    page.get_by_role("button", name="Lav papirerne").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Opgjort pr.")).to_have_attribute("aria-invalid", "true")
