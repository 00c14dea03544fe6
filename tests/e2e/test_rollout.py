"""HR's roll-out: three departments come to step 1 with one session; a wish for help is answered and given."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

PageAs = Callable[..., Page]

THREE = ("Patologi", "Øre-, Næse- og Halskirurgi", "Forskningsenheden Hammel")


def row(page: Page, name: str) -> Locator:
    """The department's row on HR's list."""
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name))


def test_three_departments_come_from_not_invited_to_step_1_with_one_session(page_as: PageAs) -> None:
    page = page_as("hr")
    page.goto("/")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Udrulning").click()
    page.get_by_role("button", name="Ikke inviteret").click()
    expect(page).to_have_url("/udrulning?ikke=1")
    expect(row(page, "Akutafdelingen")).to_have_count(0)
    for name in THREE:
        expect(row(page, name)).to_contain_text("Ikke inviteret")

    # The first of them is invited for a quarter, somebody follows it, and one has talked.
    page.get_by_role("link", name="Patologi").click()
    page.get_by_role("combobox", name="Begynder").select_option(index=2)
    quarter = page.get_by_role("combobox", name="Begynder").locator("option:checked").inner_text()
    page.get_by_role("combobox", name="Kontaktperson fra HR").select_option(label="Gitte Vestergaard (mig)")
    page.get_by_role("button", name="Gem planen").click()
    expect(page.get_by_text(re.compile("Gemt kl"))).to_be_visible()
    page.get_by_role("button", name="Gem samtalen").click()
    expect(page.get_by_role("alert")).to_contain_text("Vælg, hvordan I talte sammen.")
    page.get_by_role("radio", name="Telefon").check()
    page.get_by_label("En sætning om, hvad I aftalte").fill("Vi mødes sammen med to andre afdelinger.")
    page.get_by_role("button", name="Gem samtalen").click()
    expect(page.get_by_text("Skrevet af Gitte Vestergaard")).to_be_visible()

    page.get_by_role("navigation", name="Brødkrumme").get_by_role("link", name="Udrulning").click()
    expect(row(page, "Patologi")).to_contain_text(f"Planlagt til {quarter}")
    expect(row(page, "Patologi")).to_contain_text("Gitte Vestergaard")
    expect(row(page, "Patologi")).to_contain_text("Sidst: telefon")

    # One session for the three of them.
    for name in THREE:
        page.get_by_role("checkbox", name=f"Vælg {name}").check()
    expect(page.get_by_text("3 afdelinger er valgt")).to_be_visible()
    page.get_by_role("link", name="Planlæg én drøftelse for de valgte").click()
    expect(page.get_by_text("Én drøftelse for Patologi", exact=False)).to_contain_text("Hammel")
    page.get_by_role("radio", name="Skrive en ind, vi har holdt").check()
    expect(page.get_by_text("Én drøftelse for Patologi", exact=False)).to_contain_text("Hammel")
    page.get_by_role("combobox", name="Hvor?").select_option(index=1)
    page.get_by_role("checkbox", name="Indholdet").check()
    page.get_by_role("button", name="Skriv den ind").click()
    expect(page).to_have_url(re.compile("/droeftelser/"))

    page.goto("/udrulning?igang=1")
    for name in THREE:
        expect(row(page, name)).to_contain_text("Trin 1 i gang")
        expect(row(page, name)).to_contain_text("Første runde")
    for name in THREE[1:]:
        expect(row(page, name)).to_contain_text("Sidst: drøftelse")
    page.goto("/hmu?trin=1")
    for name in THREE:
        expect(page.get_by_role("rowheader", name=name)).to_be_visible()


def test_a_wish_for_help_is_answered_and_given(page_as: PageAs) -> None:
    page = page_as("hr")
    page.goto("/udrulning?hjaelp=1")
    kitchen = row(page, "Køkken og Forplejning")
    kitchen.get_by_role("link", name=re.compile("De bad om hjælp")).click()
    page.get_by_role("button", name="Lav en aftale").click()
    page.get_by_role("button", name="Om en uge").click()
    page.get_by_role("button", name="Gem aftalen").click()
    expect(page.get_by_role("button", name="Hjælpen er givet")).to_be_visible()
    page.goto("/udrulning")
    expect(kitchen).to_contain_text("Sidst: hjælp")
    expect(kitchen.get_by_role("link", name=re.compile("De bad om hjælp"))).to_have_count(0)
    kitchen.get_by_role("rowheader").get_by_role("link").click()
    page.get_by_role("link", name="Se afdelingens side").click()
    expect(page.get_by_role("heading", name="De har bedt om hjælp")).to_be_visible()
    page.get_by_role("link", name="Se ønsket").click()
    page.get_by_role("button", name="Hjælpen er givet").click()
    expect(page.get_by_text(re.compile(r"Hjælpen er givet \d"))).to_be_visible()
    expect(page.get_by_text("Her er ikke bedt om hjælp.")).to_be_visible()


def test_the_department_reads_who_follows_it_and_the_hospitals_trial(page_as: PageAs) -> None:
    page = page_as("leader")
    page.goto("/afdelinger")
    page.get_by_role("link", name="Akutafdelingen").first.click()
    expect(page.get_by_text("Gitte fra HR følger jer.")).to_be_visible()
    ours = page.get_by_role("region", name="Hospitalets prøvehandling, som I er med i")
    ours.get_by_role("link", name="Vi begynder i tre afdelinger").click()
    places = "Akutafdelingen, Diagnostisk Center og Neurorehabilitering 1"
    expect(page.get_by_text(f"Prøves i {places}.")).to_be_visible()
    expect(page.get_by_role("button", name="Vi har prøvet det")).to_have_count(0)
    page.go_back()
    page.get_by_role("link", name="HR og jer").click()
    expect(page.get_by_role("heading", level=1, name="HR og jer")).to_be_visible()
    expect(page.get_by_text("Vi talte om at se, hvad de to andre afdelinger prøver.")).to_be_visible()
    expect(page.get_by_role("button", name="Gem samtalen")).to_have_count(0)


def test_hr_chooses_the_departments_of_a_trial(page_as: PageAs) -> None:
    page = page_as("hr", width=360)
    page.goto("/")
    page.get_by_role("link", name="Vi begynder i tre afdelinger").click()
    page.get_by_role("link", name="Ret slutdato eller tovholder").click()
    page.get_by_role("checkbox", name="Billeddiagnostik").check()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Prøves i Akutafdelingen, Billeddiagnostik, Diagnostisk Center")).to_be_visible()
