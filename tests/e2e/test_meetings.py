"""The day after a meeting its secretary writes what was decided; the next one carries it on top."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from trinvis.core import clock

PageAs = Callable[..., Page]


def test_the_lmus_secretary_writes_the_decisions_and_plans_the_next_meeting(page_as: PageAs) -> None:
    page = page_as("lmu_secretary")
    page.goto("/")
    expect(page.get_by_role("heading", name="Hvad besluttede LMU?")).to_be_visible()
    page.get_by_role("link", name="Skriv beslutningerne").click()
    page.get_by_role("textbox", name=re.compile("hvad vi beholder")).fill("LMU bakker op om det.")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("LMU bakker op om det.")).to_be_visible()
    # Something is still to be decided, and is asked for where one looks.
    expect(page.get_by_role("heading", name="Hvad blev besluttet?")).to_be_visible()
    page.get_by_role("link", name="Skriv beslutningerne").click()
    page.get_by_role("textbox", name=re.compile("Mål for næste år")).fill("LMU godkendte målene.")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("heading", name="Hvad blev besluttet?")).to_have_count(0)

    page.get_by_role("navigation", name="Brødkrumme").get_by_role("link", name="Møder").click()
    page.get_by_role("link", name="Planlæg et møde").click()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv mødets dag")
    on = clock.today() + timedelta(days=40)
    page.get_by_label("Hvornår er mødet?").fill(f"{on.day}.{on.month}.{on.year}")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("LMU godkendte målene.")).to_be_visible()
    page.get_by_role("link", name="Sæt et punkt på").click()
    page.get_by_role("textbox", name="Punktets overskrift").fill("Hvad har vi lært?")
    page.get_by_role("radio", name="Drøfte").check()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("heading", name="1. Hvad har vi lært?")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Hvad besluttede LMU?")).to_have_count(0)


def test_the_overview_counts_from_hmus_last_meeting(page_as: PageAs) -> None:
    page = page_as("hmu")
    page.goto("/hmu")
    expect(page.get_by_text(re.compile("Siden sidste møde, opgjort"))).to_be_visible()
    page.get_by_role("link", name="Møder", exact=True).click()
    page.get_by_role("link", name=re.compile("Møde i HMU")).last.click()
    expect(page.get_by_text("HMU godkendte, at de tre afdelinger begynder", exact=False)).to_be_visible()
    expect(page.get_by_role("link", name="Ret mødet")).to_have_count(0)
