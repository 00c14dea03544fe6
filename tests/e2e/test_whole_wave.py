"""A wave from the box of slips to the wall, as those meet it who print, answer and read.

A server's clock is not turned: what closed and what shows nothing are the demo hospital's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.slips import answer, department, is_thanked, keeps_nothing, send, statements, wave_of

PageAs = Callable[..., Page]
BANDS = "Hvor mange har svaret"


def open_waves(page: Page, where: str) -> None:
    """Find the department's waves as one does."""
    page.goto("/afdelinger")
    page.get_by_role("link", name=where, exact=True).first.click()
    page.get_by_role("link", name="Målinger").click()


def test_slips_from_the_printer_are_answered_on_phones_and_on_the_shared_screen(page_as: PageAs) -> None:
    trio = page_as("trio")
    open_waves(trio, "Akutafdelingen")
    trio.get_by_role("link", name="Måling efter").click()
    bands = trio.get_by_role("list", name=BANDS).inner_text()
    wave = urlsplit(trio.url).path.rsplit("/", 1)[1]

    trio.get_by_role("link", name=re.compile("Lav (flere )?svarsedler")).click()
    trio.get_by_role("radio", name="Akutsengeafsnit").check()
    trio.get_by_label("Hvor mange?").fill("3")
    with trio.expect_response(re.compile("/slips$")) as printed:
        trio.get_by_role("button", name="Vis dem her").click()
    slips = trio.get_by_role("list", name="Svarsedler").get_by_role("listitem")
    expect(slips).to_have_count(3)
    expect(slips.first).to_contain_text("Ingen ved, hvilken du trak.")
    links = [urlsplit(one["link"]) for one in printed.value.json()["slips"]]
    assert [link.path for link in links] == [f"/svar/{wave}"] * 3
    typed = re.search(r"\b(\w{4} ){3}\w{4}\b", slips.nth(1).inner_text())
    assert typed

    # One scans her slip, one types what stands on it, one walks up to the screen in the break room.
    scanning = page_as(None, width=360, fresh=True)
    scanning.goto(f"{links[0].path}#{links[0].fragment}")
    expect(scanning.get_by_text("Akutafdelingen. Det tager to minutter.")).to_be_visible()
    answer(scanning, [6, 5, 6, 4, 6, 5, 5])
    typing = page_as(None, width=320, dark=True, fresh=True)
    typing.goto("/svar")
    typing.get_by_label("Koden på din seddel").fill(typed.group(0))
    answer(typing, [4, 4, 0, 5, 3, 4, 4])
    shared = page_as(None, width=1024, fresh=True)
    shared.goto(f"/svar/{wave}?tablet")
    shared.get_by_label("Koden på din seddel").fill(links[2].fragment)
    shared.get_by_role("button", name="Begynd").click()
    answer(shared, [7, 7, 7, 7, 7, 7, 7])
    for page in (scanning, typing, shared):
        send(page)
        is_thanked(page)
        keeps_nothing(page)
    shared.get_by_role("button", name="Klar til den næste").click()
    expect(statements(shared)).to_have_count(0)

    # How many have answered is told once a day: nobody sees these three come.
    leader = page_as("leader")
    leader.goto(f"/maalinger/{wave}")
    expect(leader.get_by_role("list", name=BANDS)).to_have_text(re.sub(r"\s*\n\s*", " ", bands))


def test_what_closed_is_counted_erased_and_read(page_as: PageAs) -> None:
    leader = page_as("leader")
    open_waves(leader, "Akutafdelingen")
    leader.get_by_role("link", name="Måling under").click()
    receipt = leader.get_by_role("article")
    expect(receipt).to_contain_text("de enkelte svar er slettet, nøglen er destrueret")
    leader.get_by_role("link", name="Se resultatet").click()
    expect(leader.get_by_role("heading", level=1, name="De 7 spørgsmål hos Akutafdelingen")).to_be_visible()
    expect(leader.get_by_text("Fra før til under er gennemsnittet")).to_contain_text("højere")

    # Since the dialogue meeting everybody in the department reads the same.
    member = page_as("member", width=360)
    member.goto(leader.url)
    expect(member.get_by_text("Fra før til under er gennemsnittet")).to_contain_text("højere")


def test_what_would_give_somebody_away_is_not_shown(page_as: PageAs) -> None:
    page = page_as("other_leader")
    wave = wave_of(page, "Nyresygdomme", "closed", "before")
    page.goto(f"/maalinger/{wave}/resultat/{department(page, 'Nyresygdomme')['id']}")
    expect(page.get_by_text("Vises ikke.")).to_have_text(
        "Vises ikke. Enten har færre end 5 svaret her, eller også kunne tallet røbe en mindre gruppes svar. "
        "I kan bruge de syv spørgsmål på et møde i stedet."
    )
    expect(page.get_by_role("table")).to_have_count(0)
    expect(page.get_by_role("link", name="Brug kortene på et møde")).to_be_visible()


def test_the_committee_reads_the_hospital_the_centres_and_a_range_without_names(page_as: PageAs) -> None:
    hr = page_as("hr")
    wave = wave_of(hr, "Akutafdelingen", "closed", "before")
    page = page_as("hmu")
    page.goto(f"/maalinger/{wave}/hmu")
    expect(page.get_by_text("Blandt de seks afdelinger, der kan vises")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Regionshospitalet Viborg")
    expect(page.get_by_role("main")).not_to_contain_text("Akutafdelingen")
