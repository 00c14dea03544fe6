"""The ambassador follows up on the phone: three taps and a sentence, also without network."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

PageAs = Callable[..., Page]
QUESTION = "Når nattevagten at være med?"


def test_three_taps_and_a_sentence_at_360(page_as: PageAs, axe: Callable[[Page], None]) -> None:
    page = page_as("ambassador", width=360, height=640)
    page.goto("/foelg-op")
    save = page.get_by_role("button", name="Gem opfølgningen")
    expect(save).to_be_in_viewport()
    page.get_by_role("radio", name=QUESTION).check()
    page.get_by_role("radio", name="Vi justerer").check()
    page.get_by_role("textbox", name="Én sætning").fill("Nattevagten når det, når vi begynder 7.10.")
    expect(page.get_by_text("Kan læses af afdelingen, LMU og HR.")).to_be_visible()
    expect(page.get_by_text("Noter kan indgå i aktindsigt.")).to_be_visible()
    axe(page)
    save.click()
    expect(page.get_by_role("heading", name="Gemt")).to_be_visible()
    axe(page)

    # HMU sees that it was followed up, and no sentence.
    hmu = page_as("hmu")
    hmu.goto("/hmu?nyt=1")
    row = hmu.get_by_role("row").filter(has=hmu.get_by_role("rowheader", name="Akutafdelingen"))
    expect(row).to_be_visible()
    expect(hmu.get_by_text("begynder 7.10")).to_have_count(0)


def test_without_network_it_waits_and_is_sent_once(page_as: PageAs) -> None:
    page = page_as("ambassador", width=360, height=640)
    page.goto("/foelg-op")
    page.get_by_role("radio", name="Holder makkerordningen også i weekenden?").check()
    page.get_by_role("radio", name="Som planlagt").check()
    page.get_by_role("textbox", name="Én sætning").fill("Det kører, også om søndagen.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Gem opfølgningen").click()
    expect(page.get_by_role("heading", name="Gemt på telefonen")).to_be_visible()
    expect(page.get_by_text("1 opfølgning venter på telefonen").first).to_be_visible()
    page.context.set_offline(False)
    page.goto("/")
    expect(page.get_by_text("1 opfølgning venter på telefonen")).to_have_count(0, timeout=20_000)
    ask = page.context.request
    home = ask.get("/api/me").json()["home"]["id"]
    held = ask.get(f"/api/follow-ups?department={home}&state=held&limit=100").json()["items"]
    notes = [
        log["note"] for one in held for log in one["logs"] if log["note"] == "Det kører, også om søndagen."
    ]
    assert notes == ["Det kører, også om søndagen."]


def test_a_sentence_for_us_alone_is_never_kept_on_the_device(page_as: PageAs) -> None:
    page = page_as("ambassador", width=360, height=640)
    page.goto("/foelg-op")
    page.get_by_role("button", name="Kun for os").click()
    page.get_by_role("textbox", name="Én sætning").fill("hemmeligt ord")
    page.wait_for_timeout(500)
    assert "hemmeligt" not in page.evaluate("JSON.stringify(localStorage)")
