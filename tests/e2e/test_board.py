"""*Tavleside* and *Ark til tavlen*: switched on by the leader, read by whoever passes by."""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import PageAs


def _crowded(route: Route, number: int, letters: int) -> None:
    """The board with so many trials, dates and practices of so many letters each."""
    reply = route.fetch()
    told = reply.json()
    text = ("Vi siger det højt, når noget er i tvivl, og takker den, der siger det. " * 9)[:letters]
    ask = {"role": "trio", "title": None}
    told["board"] |= {
        "trials": [
            {"title": text[:200], "change": text, "measure": text, "until": "2026-12-24", "ask": ask}
        ] * number,
        "dates": [{"day": "2026-12-01", "kind": "process", "words": text}] * number,
        "practices": [{"words": text, "since": "2026-10-12"}] * number,
    }
    route.fulfill(response=reply, json=told)


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
    expect(leader.get_by_role("heading", name="Sådan gør vi hos os")).to_be_visible()
    for number, letters in ((3, 40), (6, 150), (6, 500), (1, 500)):
        leader.route("**/api/departments/*/board", partial(_crowded, number=number, letters=letters))
        leader.reload()
        expect(leader.get_by_text("Vi siger det højt").first).to_be_visible()
        leader.emulate_media(media="print")
        leader.set_viewport_size({"width": 688, "height": 1000})
        # Nothing is cut off at the foot of the sheet.
        sheet = leader.locator(".sheet")
        tall, full = sheet.evaluate("(one) => [one.clientHeight, one.scrollHeight]")
        assert tall == full, (number, letters)
        leader.emulate_media(media="screen")
        leader.unroute_all()
