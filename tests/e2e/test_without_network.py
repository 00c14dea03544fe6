"""A form that is saved without network says so at once, and keeps what was written."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_a_save_without_network_says_so(page_as: Callable[..., Page]) -> None:
    page = page_as("leader")
    home = page.context.request.get("/api/me").json()["home"]["id"]
    page.goto(f"/afdelinger/{home}/ny-aftale")
    page.get_by_role("textbox", name="Hvad har I aftalt?").fill("Vi siger navn ved aflevering.")
    page.get_by_role("button", name=re.compile(r"^\d+\. \w+$")).first.click()
    page.context.set_offline(True)
    page.get_by_role("button", name="Gem aftalen").click()
    expect(page.get_by_text("Der er ingen forbindelse lige nu.")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Gem aftalen").click()
    expect(page.get_by_text("Vi siger navn ved aflevering.").first).to_be_visible()
    expect(page.get_by_role("button", name="Gem aftalen")).to_have_count(0)
