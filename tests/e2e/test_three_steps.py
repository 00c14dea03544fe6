"""A department goes from nothing through all three steps, as its leader sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PageAs = Callable[..., Page]


def button(page: Page, name: str) -> None:
    """Press the button of exactly this name."""
    page.get_by_role("button", name=name, exact=True).click()


def save(page: Page, name: str) -> None:
    """Press the button and wait until the API has answered."""
    with page.expect_response(lambda reply: reply.request.method != "GET" and "/api/" in reply.url):
        button(page, name)


def link(page: Page, name: str) -> None:
    """Follow the first link of exactly this name."""
    page.get_by_role("link", name=name, exact=True).first.click()


def step(page: Page, number: int):
    """A step of the path on the department's page."""
    return page.get_by_role("list", name="De tre trin").get_by_role("listitem").nth(number - 1)


@pytest.fixture
def department(page_as: PageAs) -> tuple[Page, str]:
    """The leader on the page of her department that has not begun, and its address."""
    page = page_as("leader")
    page.goto("/afdelinger")
    link(page, "Patologi")
    expect(page.get_by_role("heading", level=1, name="Patologi")).to_be_visible()
    return page, page.url


def test_from_nothing_through_all_three_steps(department, page_as, axe) -> None:
    page, here = department
    expect(step(page, 1)).to_contain_text("Ikke begyndt")
    expect(page.get_by_role("heading", name="Begynd med en samtale")).to_be_visible()

    # Step 1: a session that was held; what it did not cover is missing, in a sentence.
    link(page, "Vi har holdt den: skriv den ind")
    button(page, "I dag")
    page.get_by_role("combobox", name="Hvor?").select_option(label="Personalemøde")
    page.get_by_role("checkbox", name="Indholdet").check()
    page.get_by_role("checkbox", name="Betydningen").check()
    save(page, "Skriv den ind")
    page.goto(here)
    expect(step(page, 1)).to_contain_text("I gang siden")
    expect(step(page, 1)).to_contain_text("Før trin 1 er på plads, mangler en snak om samarbejde")

    # Planned, then held: the rest is covered.
    step(page, 1).get_by_role("link", name="Planlæg en drøftelse").click()
    button(page, "Om en uge")
    page.get_by_role("combobox", name="Hvor?").select_option(label="TRIO-møde")
    save(page, "Gem drøftelsen")
    page.goto(here)
    expect(step(page, 1)).to_contain_text("Planlagt: TRIO-møde")
    step(page, 1).get_by_role("link", name="Skriv en drøftelse ind").click()
    expect(page.get_by_role("button", name="Vi har holdt den")).to_be_visible()
    axe(page)
    button(page, "Vi har holdt den")
    button(page, "I dag")
    page.get_by_role("checkbox", name="Samarbejde").check()
    save(page, "Skriv den ind")
    page.goto(here)
    step(page, 1).get_by_role("link", name="Trin 1 er på plads").click()
    expect(page.get_by_role("heading", level=1, name="Er trin 1 på plads?")).to_be_visible()
    axe(page)
    save(page, "Ja, trin 1 er på plads")
    page.goto(here)
    expect(step(page, 1)).to_contain_text("På plads")

    # Step 2 says what is missing until the ambition stands there.
    expect(step(page, 2)).to_contain_text("mangler jeres opgaver og vilkår, jeres behov og jeres ambition")
    link(page, "Skriv det ned")
    page.get_by_role("textbox", name="Jeres opgaver og vilkår").fill(
        "Vi sidder hver for sig ved mikroskopet."
    )
    page.get_by_role("textbox", name="Jeres behov").fill("At turde spørge, når svaret haster.")
    save(page, "Gem")
    page.goto(here)
    expect(step(page, 2)).to_contain_text("Før trin 2 er på plads, mangler jeres ambition.")
    link(page, "Skriv det ned")
    page.get_by_role("textbox", name="Jeres ambition").fill("Alle siger til, også når de er i tvivl.")
    save(page, "Gem")
    page.goto(here)
    step(page, 2).get_by_role("link", name="Trin 2 er på plads").click()
    save(page, "Ja, trin 2 er på plads")
    page.goto(here)
    expect(step(page, 2)).to_contain_text("På plads")

    # Step 3: who does what, when, and a date of each kind.
    step(page, 3).get_by_role("link", name="Lav en aftale").click()
    page.get_by_role("textbox", name="Hvad har I aftalt?").fill("Vi siger højt, når en prøve haster.")
    page.get_by_role("combobox", name="Hvem sørger for det?").select_option(index=1)
    page.get_by_role("textbox", name="Hvornår skal det være gjort?").fill("1.2.2027")
    save(page, "Gem aftalen")
    for kind, question in (
        ("Gør vi det, vi aftalte?", "Siger vi det højt?"),
        ("Mærker vi en forskel?", "Tør flere spørge?"),
    ):
        page.goto(here)
        step(page, 3).get_by_role("link", name="Sæt en dato").click()
        page.get_by_role("radio", name=kind).check()
        page.get_by_role("textbox", name="Spørgsmålet").fill(question)
        page.get_by_role("textbox", name="Hvornår?").fill("8.2.2027")
        save(page, "Gem datoen")
    page.goto(here)
    step(page, 3).get_by_role("link", name="Trin 3 er på plads").click()
    save(page, "Ja, trin 3 er på plads")
    page.goto(here)
    expect(step(page, 3)).to_contain_text("På plads")
    expect(page.get_by_text("Siger vi det højt?").first).to_be_visible()

    # The committee sees it, without a word of what was written.
    hmu = page_as("hmu")
    hmu.goto("/hmu")
    row = hmu.get_by_role("row").filter(has=hmu.get_by_role("rowheader", name="Patologi"))
    expect(row).to_contain_text("Trin 3 på plads")
    expect(hmu.get_by_text("mikroskopet")).to_have_count(0)

    # And it can be opened again, with a reason that stands there.
    page.get_by_role("link", name="Åbn trin 2 igen").click()
    button(page, "Åbn trin 2 igen")
    expect(page.get_by_text("Skriv en kort begrundelse.").first).to_be_visible()
    page.get_by_role("textbox", name="Hvorfor?").fill("Vi har fået nye opgaver.")
    save(page, "Åbn trin 2 igen")
    page.goto(here)
    expect(step(page, 2)).to_contain_text("Vi har fået nye opgaver.")


def test_another_order_asks_for_a_sentence(page_as: PageAs) -> None:
    page = page_as("other_leader")
    page.goto("/afdelinger")
    link(page, "Nyresygdomme")
    here = page.url
    page.get_by_role("link", name="Åbn trin 2 igen").click()
    page.get_by_role("textbox", name="Hvorfor?").fill("Vi vil se på ambitionen igen.")
    save(page, "Åbn trin 2 igen")
    expect(page.get_by_role("heading", level=1, name="Nyresygdomme")).to_be_visible()
    expect(step(page, 3).get_by_role("link").first).to_be_visible()
    # The meeting on a survey's result may be the date that it needs: then nothing is missing.
    if step(page, 3).get_by_role("link", name="Sæt en dato").count():
        step(page, 3).get_by_role("link", name="Sæt en dato").click()
        page.get_by_role("radio", name="Mærker vi en forskel?").check()
        page.get_by_role("textbox", name="Spørgsmålet").fill("Mærker vi det i dialysen?")
        page.get_by_role("textbox", name="Hvornår?").fill("8.2.2027")
        save(page, "Gem datoen")
        page.goto(here)
    step(page, 3).get_by_role("link", name="Trin 3 er på plads").click()
    button(page, "Ja, trin 3 er på plads")
    expect(page.get_by_text("Skriv en sætning om, hvorfor I tager dette trin først.").first).to_be_visible()
    sentence = "Vi tager det samlet, fordi ambitionen bliver til undervejs."
    page.get_by_role("textbox", name="Hvorfor tager I det i denne rækkefølge?").fill(sentence)
    save(page, "Ja, trin 3 er på plads")
    page.goto(here)
    expect(step(page, 3)).to_contain_text("På plads")
    expect(step(page, 3)).to_contain_text(sentence)
