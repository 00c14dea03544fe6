"""*Tavleside* and *Ark til tavlen*: switched on by the leader, read by whoever passes by."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.conftest import PageAs


def department(page: Page, name: str = "Akutafdelingen") -> str:
    """Address of the department's page, found as a reader finds it."""
    page.goto("/afdelinger")
    page.get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    return urlsplit(page.url).path


def test_whoever_has_the_link_reads_it_until_there_is_a_new_one(page_as: PageAs) -> None:
    leader, passer_by = page_as("leader"), page_as(None, width=360)
    department(leader, "Patologi")
    leader.goto(f"{urlsplit(leader.url).path}/tavle")
    expect(leader.get_by_role("heading", name="Tavlesiden er slukket")).to_be_visible()
    department(leader)
    leader.get_by_role("link", name="Tavleside og ark til tavlen").click()
    address = leader.get_by_text(re.compile(r"^http.*/tavle/")).inner_text()

    passer_by.goto(address)
    expect(passer_by.get_by_role("heading", name="Akutafdelingen", level=1)).to_be_visible()
    expect(passer_by.get_by_role("list", name="De tre trin").get_by_role("listitem")).to_have_count(3)
    expect(passer_by.get_by_role("heading", name="Fælles morgenmøde kl. 7.15")).to_be_visible()
    expect(passer_by.get_by_text("Her står ingen navne og ingen noter.")).to_be_visible()
    expect(passer_by.get_by_text("Hanne")).to_have_count(0)

    leader.get_by_role("button", name="Lav et nyt link").click()
    expect(leader.get_by_text(address)).to_have_count(0)
    passer_by.reload()
    expect(passer_by.get_by_role("heading", name="Linket virker ikke længere")).to_be_visible()


def test_a_colleague_sees_the_link_but_not_the_switch(page_as: PageAs) -> None:
    member = page_as("member", width=360)
    member.goto(f"{department(member)}/tavle")
    expect(member.get_by_role("heading", name="Tavleside", level=1)).to_be_visible()
    expect(member.get_by_role("button", name="Lav et nyt link")).to_have_count(0)


def test_the_sheet_is_one_a4_with_the_code(page_as: PageAs) -> None:
    leader = page_as("leader")
    leader.goto(f"{department(leader)}/ark")
    expect(leader.get_by_role("img", name="QR-kode til tavlesiden")).to_be_visible()
    expect(leader.get_by_text("Sæt en streg, når du ser det").first).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", leader.pdf(prefer_css_page_size=True))) == 1
