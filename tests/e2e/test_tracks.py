"""HR runs the three tracks: a talk is held, a new leader ticked, who lacks an ambassador is seen."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

PageAs = Callable[..., Page]


def test_a_talk_is_planned_from_its_forum_and_written_in(page_as: PageAs) -> None:
    page = page_as("hr")
    page.goto("/udrulning")
    page.get_by_role("link", name="De tre spor").click()
    for title in ("Implementering i afdeling", "Ambassadører og ledelsesfokus", "Videndeling i organisation"):
        expect(page.get_by_role("heading", level=2, name=title)).to_be_visible()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="SLFM"))
    row.get_by_role("link", name="Planlæg").click()
    expect(page.get_by_role("combobox", name="Hvem er det for?")).to_have_value("slfm")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("radio", name="Det er holdt").check()
    page.get_by_role("button", name="I dag").click()
    page.get_by_label("Hvor mange var med?").fill("19")
    page.get_by_role("button", name="Gem").click()
    held = page.get_by_role("list", name="Holdt")
    expect(held.get_by_role("listitem").filter(has_text="SLFM").first).to_contain_text("19 var med")
    # What is wrong is put right, and called off is only what lies ahead.
    page.get_by_role("link", name="Overlægeråd").first.click()
    page.get_by_role("button", name="Aflys").click()
    page.get_by_label("Hvorfor?").fill("Mødet er flyttet.")
    page.get_by_role("button", name="Aflys").click()
    expect(page.get_by_role("list", name="Aflyst")).to_contain_text("Mødet er flyttet.")
    page.goto("/spor")
    expect(row).to_contain_text("19 var med")


def test_new_leaders_and_ambassadors(page_as: PageAs) -> None:
    page = page_as("hr", width=360)
    page.goto("/spor")
    page.get_by_role("link", name="Se de nye ledere").click()
    page.get_by_role("button", name="Mangler programmet").click()
    expect(page).to_have_url("/spor/nye-ledere?mangler=1")
    page.get_by_role("button", name="Har haft det: Karoline Bang").click()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Karoline Bang")).to_have_count(0)
    page.get_by_role("button", name="Mangler programmet").click()
    karoline = page.get_by_role("listitem").filter(has_text="Karoline Bang")
    expect(karoline).to_contain_text(re.compile("Holdt"))
    page.get_by_role("navigation", name="Brødkrumme").get_by_role("link", name="Spor").click()
    page.get_by_role("link", name="Se ambassadørerne").click()
    expect(page.get_by_role("row").filter(has_text="Akutafdelingen")).to_contain_text("1 kursus")
    page.get_by_role("button", name="Uden ambassadør").click()
    expect(page.get_by_role("row").filter(has_text="Patologi")).to_have_count(0)
    expect(page.get_by_text("Ingen endnu").first).to_be_visible()
