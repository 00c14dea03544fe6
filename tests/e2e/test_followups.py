"""Følg op in a real browser: three taps, and what waits on the phone is sent once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import PageAs, sign_in

SENTENCE = "Nattevagten når det, når vi begynder 7.10."
NAME = "Virker det, også når der ikke er net?"


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A leader's phone; its console may complain of the network, since the test takes it away."""
    context = browser.new_context(
        base_url=server, viewport={"width": 360, "height": 640}, locale="da-DK", reduced_motion="reduce"
    )
    context.set_default_timeout(20_000)
    sign_in(context, "leader", "da")
    yield context
    context.close()


def something_else(page: Page) -> None:
    """Log what nobody had planned."""
    page.goto("/foelg-op")
    other, question = page.get_by_label("Noget andet"), page.get_by_label("Hvad har I set på?")
    other.or_(question).first.wait_for()
    expect(page.get_by_role("button", name="Gem opfølgningen")).to_be_in_viewport()
    if other.count():
        other.check()
    question.fill(NAME)
    page.get_by_label("Vi justerer").check()
    page.get_by_label("Én sætning").fill(SENTENCE)


def named(phone: BrowserContext) -> list[dict]:
    """What the API has of it."""
    items = phone.request.get("/api/follow-ups?limit=200").json()["items"]
    return [item for item in items if item["question"] == NAME]


def test_what_is_logged_without_network_is_sent_once(phone: BrowserContext) -> None:
    page = phone.new_page()
    something_else(page)
    phone.set_offline(True)
    page.get_by_role("button", name="Gem opfølgningen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gemt på telefonen")
    expect(page.get_by_text("1 opfølgning venter på telefonen.")).to_be_visible()
    page.locator(".again").get_by_role("button").first.click()
    expect(page.get_by_text("I følger op igen")).to_be_visible()
    phone.set_offline(False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Gemt")
    expect(page.get_by_text("venter på telefonen")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('waiting')).length") == 0
    page.reload()
    assert sorted(item["state"] for item in named(phone)) == ["held", "planned"]


def test_a_sentence_for_few_eyes_is_never_kept_on_the_phone(phone: BrowserContext) -> None:
    page = phone.new_page()
    something_else(page)
    page.get_by_role("button", name="Kun for os").click()
    phone.set_offline(True)
    page.get_by_role("button", name="Gem opfølgningen").click()
    expect(page.get_by_role("alert")).to_contain_text("gemmes ikke på telefonen")
    expect(page.get_by_label("Én sætning")).to_have_value(SENTENCE)
    assert SENTENCE not in page.evaluate("JSON.stringify({...localStorage})")


def test_what_was_opened_for_few_eyes_says_so(page_as: PageAs) -> None:
    page = page_as("leader")
    something_else(page)
    page.get_by_role("button", name="Kun for os").click()
    page.get_by_role("button", name="Gem opfølgningen").click()
    page.get_by_role("link", name="Ret sætningen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(page.get_by_text("Der er en sætning, som er kun for os.")).to_be_visible()
    assert page.get_by_text(SENTENCE).count() == 0
    page.get_by_role("button", name="Åbn sætningen").click()
    expect(page.get_by_text(SENTENCE)).to_be_visible()


def test_an_agreement_is_made_and_done(page_as: PageAs) -> None:
    page = page_as("leader")
    department = page.request.get("/api/me").json()["home"]["id"]
    page.goto(f"/afdelinger/{department}/ny-aftale")
    page.get_by_role("button", name="Gem aftalen").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv, hvad I har aftalt.")
    page.get_by_label("Hvad har I aftalt?").fill("Vi siger tak, når nogen spørger")
    page.get_by_role("group", name="Hurtige valg").get_by_role("button").first.click()
    page.get_by_role("button", name="Gem aftalen").click()
    page.get_by_role("button", name="Det er gjort").click()
    expect(page.get_by_text(re.compile("^Gjort"))).to_be_visible()
    expect(page.get_by_role("button", name="Åbn den igen")).to_be_visible()
