"""A wave on its pages: planned, decided, confirmed by somebody else, slips printed - not by the leader."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Dialog, Page, expect

PageAs = Callable[..., Page]


def test_a_wave_is_planned_decided_confirmed_and_its_slips_are_printed(page_as: PageAs) -> None:
    hr = page_as("hr")
    hr.goto("/maalinger/ny")
    hr.get_by_role("button", name="Videre").click()
    expect(hr.get_by_role("alert")).to_contain_text("Vælg mindst én afdeling.")
    hr.get_by_role("checkbox", name="Billeddiagnostik").check()
    hr.get_by_role("button", name="Videre").click()
    said = hr.get_by_role("region", name="Det vises sandsynligvis")
    expect(said).to_contain_text("Billeddiagnostik vises sandsynligvis")

    # A day that cannot be is told at its field; the others follow the day it opens on.
    opens = hr.get_by_label("Åbner")
    opens.fill("23.11.2026")
    hr.get_by_role("button", name="Gem som kladde").click()
    expect(hr.get_by_role("alert")).to_contain_text("Vælg en dag fra i morgen og frem.")
    opens.fill("1.2.2027")
    expect(hr.get_by_label("Sidste dag at svare")).to_have_value("15.02.2027")
    hr.get_by_role("button", name="Gem som kladde").click()
    expect(hr.get_by_role("heading", level=1, name="Måling i Billeddiagnostik")).to_be_visible()
    address = hr.url

    hr.get_by_label("Hvilken dag besluttede LMU den?").fill("20.11.2026")
    hr.get_by_role("button", name="Skriv beslutningen ind").click()
    expect(hr.get_by_text("LMU besluttede den 20. november 2026.")).to_be_visible()
    expect(hr.get_by_text("Det skal være en anden end den, der planlagde målingen.")).to_be_visible()
    expect(hr.get_by_role("button", name="Bekræft målingen")).to_have_count(0)

    lmu = page_as("lmu", width=360)
    lmu.goto(address)
    lmu.get_by_role("button", name="Bekræft målingen").click()
    expect(lmu.get_by_text(re.compile(r"^Bekræftet \d+\. \w+ \d{4}\.$"))).to_be_visible()
    expect(lmu.get_by_role("link", name="Lav svarsedler")).to_have_count(0)

    hr.goto(address)
    hr.get_by_role("link", name="Lav svarsedler").click()
    hr.get_by_label("Hvor mange?").fill("39")
    hr.get_by_role("button", name="Hent som PDF").click()
    expect(hr.get_by_role("alert")).to_contain_text("Skriv et tal fra 1 til 38.")
    hr.get_by_label("Hvor mange?").fill("12")
    with hr.expect_download() as arriving:
        hr.get_by_role("button", name="Hent som PDF").click()
    assert arriving.value.suggested_filename == "svarsedler Billeddiagnostik.pdf"
    assert arriving.value.path().read_bytes().startswith(b"%PDF")
    expect(hr.get_by_role("heading", name="12 sedler til Billeddiagnostik er klar")).to_be_visible()

    # A new print takes the place of the former: said before it is done. The codes stay on the page alone.
    hr.get_by_role("button", name="Lav sedler til andre").click()
    expect(hr.get_by_text("virker de 12 sedler til Billeddiagnostik")).to_contain_text("ikke mere")
    hr.get_by_label("Hvor mange?").fill("3")
    hr.get_by_role("button", name="Vis dem her").click()
    slips = hr.get_by_role("list", name="Svarsedler").get_by_role("listitem")
    expect(slips).to_have_count(3)
    code = re.search(r"\b(\w{4} ){3}\w{4}\b", slips.first.inner_text())
    assert code
    kept = hr.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])")
    assert code.group(0) not in kept
    asked: list[str] = []

    def stay(question: Dialog) -> None:
        asked.append(question.message)
        question.dismiss()

    hr.on("dialog", stay)
    hr.get_by_role("link", name="Tilbage til målingen").click()
    expect(slips).to_have_count(3)
    hr.evaluate("history.back()")
    hr.wait_for_timeout(300)
    expect(slips).to_have_count(3)
    assert asked == ["Koderne på siden er væk, når du forlader den. Er sedlerne skrevet ud?"] * 2
    # Who says yes comes where Back leads: to the wave.
    hr.remove_listener("dialog", stay)
    hr.on("dialog", lambda question: question.accept())
    hr.evaluate("history.back()")
    expect(hr.get_by_role("heading", level=1, name="Måling i Billeddiagnostik")).to_be_visible()
    assert hr.url == address


def test_two_people_change_the_same_draft(page_as: PageAs) -> None:
    first = page_as("hr")
    first.goto("/maalinger/ny")
    first.get_by_role("checkbox", name="Hjertesygdomme").check()
    first.get_by_role("button", name="Videre").click()
    first.get_by_label("Åbner").fill("1.2.2027")
    expect(first.get_by_label("Sidste dag at svare")).to_have_value("15.02.2027")
    first.get_by_role("button", name="Gem som kladde").click()
    first.get_by_role("link", name="Ret planen").click()
    other = first.context.new_page()
    other.goto(first.url)
    other.get_by_role("radio", name="Efter").check()
    other.get_by_label("Sidste dag at svare").fill("19.2.2027")
    other.get_by_role("button", name="Gem planen").click()
    expect(other.get_by_text("Måling efter, 1. til 19. februar 2027.")).to_be_visible()

    # What was typed stands beside what the other one saved; each field is chosen, nothing is lost.
    first.get_by_role("radio", name="Under").check()
    first.get_by_label("Dialogmødet").fill("3.3.2027")
    first.get_by_role("button", name="Gem planen").click()
    torn = first.get_by_role("group", name="Sidste dag at svare")
    expect(torn).to_contain_text("19. februar 2027")
    expect(first.get_by_label("Dialogmødet")).to_have_value("03.03.2027")
    first.reload()
    expect(first.get_by_label("Dialogmødet")).to_have_value("03.03.2027")
    first.get_by_role("button", name="Gem planen").click()
    torn.get_by_role("radio", name="Det, der står nu").check()
    first.get_by_role("button", name="Gem det valgte").click()
    expect(first.get_by_text("Måling under, 1. til 19. februar 2027.")).to_be_visible()
    expect(first.get_by_text("Senest på dialogmødet 3. marts 2027")).to_be_visible()


def test_a_leader_follows_a_wave_but_prints_no_slips(page_as: PageAs) -> None:
    page = page_as("leader")
    page.goto("/afdelinger")
    page.get_by_role("link", name="Akutafdelingen").first.click()
    page.get_by_role("link", name="Målinger").click()
    page.get_by_role("link", name="Måling efter").click()
    expect(page.get_by_role("list", name="Hvor mange har svaret")).to_contain_text("har svaret, opgjort")
    expect(page.get_by_role("link", name="svarsedler")).to_have_count(0)
    page.goto(f"{page.url}/sedler")
    expect(page.get_by_role("heading", level=1, name="Der kan ikke laves svarsedler her")).to_be_visible()


def test_sections_by_themselves_and_few_people_with_others(page_as: PageAs) -> None:
    page = page_as("hr")
    page.goto("/udrulning")
    page.get_by_role("checkbox", name="Vælg Neurorehabilitering 1").check()
    page.get_by_role("link", name="Planlæg én måling for de valgte").click()
    said = page.get_by_role("region", name="Det vises sandsynligvis")
    expect(said).to_contain_text("Neurorehabilitering 1 vises sandsynligvis")
    page.get_by_role("radio", name="Også hvert afsnit for sig").check()
    # Four people without a section and a section of ten: too few by themselves.
    direct = page.get_by_label("Ansatte i Neurorehabilitering 1 uden fast afsnit (4)")
    expect(direct.locator("option:checked")).to_have_text("Sengeafsnit H1")
    expect(said).to_contain_text("Sengeafsnit H1 vises sandsynligvis for sig")
    page.get_by_role("button", name="Gem som kladde").click()
    together = page.get_by_role("region", name="Hvem svarer sammen")
    expect(together).to_contain_text("36 ansatte")
    expect(together).to_contain_text("Sengeafsnit H2")
    page.get_by_text("Annullér målingen").click()
    page.get_by_role("button", name="Annullér kladden").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv kort, hvorfor den annulleres.")
    page.get_by_label("Hvorfor annulleres den?").fill("Vi venter til foråret.")
    page.get_by_role("button", name="Annullér kladden").click()
    expect(page.get_by_role("heading", name="Målingen blev annulleret")).to_be_visible()
