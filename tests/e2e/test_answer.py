"""The seven questions on a phone: from the slip to the thanks, and what can come between."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from tests.e2e.slips import answer, is_thanked, keeps_nothing, send, slips, statement, statements

PageAs = Callable[..., Page]
Check = Callable[[Page], None]


def phone(page_as: PageAs, **look: object) -> Page:
    return page_as(None, width=360, height=640, fresh=True, **look)


def test_seven_answers_from_a_slip(page_as: PageAs, axe: Check, fits: Check) -> None:
    (slip,) = slips(page_as, 1)
    page = phone(page_as)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto("/log-ind")
    page.goto(slip.link)
    expect(statements(page)).to_have_count(7)
    assert page.url.endswith(slip.page), "the code is dropped from the address"
    axe(page)
    fits(page)

    # One group of eight: arrows move in it, "Ved ikke" clears the number.
    first = statement(page, 1)
    expect(first).to_have_accessible_name(
        "Spørgsmål 1 af 7 Hvis nogen laver en fejl hos os, så bruges det ikke imod dem"
    )
    expect(first.get_by_role("radio")).to_have_count(8)
    expect(first.get_by_role("radio", checked=True)).to_have_count(0)
    first.get_by_role("radio", name="1, helt uenig").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(first.get_by_role("radio", name="4")).to_be_checked()
    expect(first).to_contain_text("Dit svar: 4")
    answer(page, [0])
    expect(first.get_by_role("radio", checked=True)).to_have_count(1)
    expect(first).to_contain_text("Dit svar: ved ikke")

    # Another language, the same answers.
    answer(page, [0, 6, 7, 1])
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Dansk")).to_be_focused()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(statement(page, 3).get_by_role("radio", name="7, strongly agree")).to_be_checked()
    page.get_by_text("What we cannot promise you").click()
    expect(page.get_by_role("link", name="Read how it is made")).to_have_attribute("href", "/tillid")
    page.get_by_role("button", name="Dansk").click()
    keeps_nothing(page)

    send(page)
    is_thanked(page)
    axe(page)
    keeps_nothing(page)
    sent = [one for one in asked if one.method == "POST"]
    assert [json.loads(one.post_data or "")["answers"] for one in sent] == [[None, 6, 7, 1, None, None, None]]
    code = slip.code.replace("-", "")
    assert not [one.url for one in asked if slip.code in one.url or code in one.url], "no server is told"
    assert not {"cookie", "referer"} & set(sent[0].all_headers())

    # Back and forward again: nobody's answers.
    page.go_back()
    page.go_forward()
    expect(statements(page)).to_have_count(7)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_slip_is_used_once(page_as: PageAs, axe: Check) -> None:
    slip, other = slips(page_as, 2)
    page = phone(page_as)
    page.goto(slip.link)
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Du har ikke svaret på noget endnu.")
    answer(page, [5])
    send(page)
    is_thanked(page)

    page = phone(page_as)
    page.goto(slip.link)
    answer(page, [3, 2])
    send(page)
    told = page.get_by_role("alert")
    expect(told).to_be_focused()
    expect(told).to_have_text(
        "Den kode kan ikke bruges. Trykkede du lige Send, er svaret modtaget. "
        "Ellers tag en ny - ingen kan se, hvilken du tager."
    )
    axe(page)
    # The answers stand; another slip's code sends them.
    page.get_by_label("Koden på din seddel").fill(other.code)
    expect(statement(page, 2).get_by_role("radio", name="2")).to_be_checked()
    send(page)
    is_thanked(page)


def test_a_typed_code(page_as: PageAs, axe: Check) -> None:
    (slip,) = slips(page_as, 1)
    page = phone(page_as)
    page.goto("/log-ind")
    page.get_by_role("link", name="skriv den her").click()
    answer(page, [5, 5])
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Skriv koden fra din seddel.")
    field = page.get_by_label("Koden på din seddel")
    last = "7" if slip.code[-1] != "7" else "8"
    field.fill(slip.code[:-1] + last)
    send(page)
    page.get_by_role("alert").get_by_role("link", name="Koden er ikke skrevet helt rigtigt.").click()
    expect(field).to_be_focused()
    axe(page)
    field.fill(slip.code.lower().replace("-", " "))
    page.get_by_role("button", name="English").click()
    expect(page.get_by_label("The code on your slip")).to_have_value(slip.code.lower().replace("-", " "))
    page.get_by_role("button", name="Dansk").click()
    send(page)
    is_thanked(page)
    keeps_nothing(page)


def test_without_network_the_answers_wait_and_are_sent_once(page_as: PageAs, axe: Check) -> None:
    (slip,) = slips(page_as, 1)
    page = phone(page_as)
    page.clock.install()
    page.goto(slip.link)
    answer(page, [2, 2, 2])
    received: list[int] = []
    page.on("response", lambda reply: received.append(reply.status))
    page.context.set_offline(True)
    send(page)
    expect(page.get_by_role("heading", name="Ikke sendt endnu")).to_be_visible()
    axe(page)
    # Somebody corrects an answer meanwhile: another attempt does not pull her away.
    answer(page, [6])
    chosen = statement(page, 1).get_by_role("radio", name="6")
    chosen.focus()
    with page.expect_event("requestfailed"):
        page.clock.run_for(10_500)
    expect(chosen).to_be_focused()
    keeps_nothing(page)
    page.context.set_offline(False)
    is_thanked(page)
    assert received == [204]


def test_no_wave_behind_the_address(page_as: PageAs, axe: Check) -> None:
    page = phone(page_as)
    page.goto("/svar/00000000-0000-4000-8000-000000000000#0HP9NS0ZG75HK6VK")
    expect(page.get_by_role("heading", level=1, name="Der er ingen måling her")).to_be_visible()
    axe(page)


def test_a_wave_that_is_over(page_as: PageAs, axe: Check) -> None:
    leader = page_as("other_leader")
    over = leader.context.request.get("/api/waves").json()["items"]
    page = phone(page_as)
    page.goto(f"/svar/{next(one['id'] for one in over if one['state'] == 'closed')}")
    expect(page.get_by_role("heading", level=1, name="Målingen er lukket")).to_be_visible()
    axe(page)


# ---- how it looks

LOOKS = [
    {"lang": lang, "width": width, "dark": dark}
    for lang, width, dark in (
        ("da", 360, False), ("da", 1280, True), ("en", 360, True), ("en", 1280, False), ("da", 320, False),
    )
]  # fmt: skip


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look.values())))
def test_everybody_can_read_it(page_as: PageAs, axe: Check, fits: Check, look: dict[str, object]) -> None:
    english = look["lang"] == "en"
    page = page_as(None, **look)
    for path in ("/svar", "/svar?tablet", "/tillid"):
        page.goto(path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        if english and path != "/tillid":
            page.get_by_role("button", name="English").click()
        axe(page)
        fits(page)


@pytest.mark.parametrize(("width", "larger"), list(itertools.product((320, 1280), (2, 4))))
def test_large_text_fits(page_as: PageAs, fits: Check, width: int, larger: int) -> None:
    page = page_as(None, width=width)
    debugger = page.context.new_cdp_session(page)
    debugger.send("Page.setFontSizes", {"fontSizes": {"standard": 16 * larger, "fixed": 13 * larger}})
    for path in ("/svar", "/svar?tablet", "/tillid"):
        page.goto(path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        fits(page)


def test_what_protects_and_what_does_not_is_said_openly(page_as: PageAs) -> None:
    page = page_as(None, width=360)
    page.goto("/tillid")
    openly = page.get_by_role("article").first
    for said in (
        "Den, der driver serveren, mens målingen er åben",
        "kigge dig over skulderen eller presse dig",
        "Svarer nogen med mange sedler",
        "kun skiftet én kollega mellem to målinger",
        "Svarer alle ens",
        "hverken TULE eller APV",
        "kan ikke trækkes tilbage",
    ):
        expect(openly.get_by_role("listitem").filter(has_text=said)).to_have_count(1)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1, name="How we look after your answers")).to_be_in_viewport()
