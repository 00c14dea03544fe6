"""Searching from anywhere: the field, what is found, and the way back."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_hr_finds_a_trial_from_any_page_and_comes_back(page_as: Callable[..., Page]) -> None:
    page = page_as("hr")
    page.goto("/afdelinger")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Søg").click()
    field = page.get_by_role("searchbox", name="Hvad leder du efter?")
    expect(field).to_be_focused()

    page.keyboard.type("moede")
    trials = page.get_by_role("region", name="Prøvehandlinger")
    expect(trials.get_by_role("listitem")).to_have_count(5)
    expect(page).to_have_url(re.compile(r"/soeg\?q=moede$"))
    expect(trials.locator("mark").first).to_have_text(re.compile("møde", re.IGNORECASE))

    more = trials.get_by_role("link", name=re.compile(r"^Vis alle \d+ prøvehandlinger$"))
    count = int(re.sub(r"\D", "", more.inner_text()))
    more.click()
    expect(trials.get_by_role("listitem")).to_have_count(min(count, 50))
    expect(page).to_have_url(re.compile("slags=proevehandlinger"))

    first = trials.get_by_role("heading", level=3).first.get_by_role("link")
    title = first.inner_text()
    first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    page.go_back()
    expect(field).to_have_value("moede")
    expect(trials).to_be_visible()


def test_who_finds_nothing_is_told_how_to_go_on(page_as: Callable[..., Page]) -> None:
    page = page_as("leader", width=360, height=640)
    page.goto("/soeg")
    field = page.get_by_role("searchbox", name="Hvad leder du efter?")
    expect(field).to_be_focused()
    field.fill('"findesikke* :')
    expect(page.get_by_role("heading", name="Vi fandt ikke ”\"findesikke* :”")).to_be_visible()
    expect(page.get_by_text("Prøv med færre bogstaver")).to_be_visible()

    # Others' departments and people are as if they did not exist; her own people are found.
    own = page.context.request.get("/api/me").json()["person"]["name"]
    field.fill(own)
    page.keyboard.press("Enter")
    people = page.get_by_role("region", name="Personer")
    expect(people.get_by_role("heading", level=3, name=own)).to_be_visible()
    page.get_by_role("link", name=own).click()
    expect(page.get_by_role("heading", level=1, name="Personer og roller")).to_be_visible()


def test_without_a_sign_in_the_tools_are_found(page_as: Callable[..., Page]) -> None:
    page = page_as(None)
    page.goto("/redskaber")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Søg").click()
    expect(page.get_by_role("searchbox", name="Hvad leder du efter?")).to_be_focused()
    page.keyboard.type("tavle")
    expect(page.get_by_role("region", name="Redskaber").get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_role("region", name="Personer")).to_have_count(0)
    expect(page.get_by_role("region", name="Prøvehandlinger")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="Log ind").click()
    expect(page).to_have_url(re.compile(r"/log-ind\?videre="))
