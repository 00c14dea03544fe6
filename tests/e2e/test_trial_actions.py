"""Trial actions in the browser: from a draft to the next cycle, a suggestion, two who write at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

CHANGE = "to minutter ved tavlen, inden aftenvagten begynder, også om fredagen."
NEXT = "ét minut i stedet for to, og ikke om fredagen."
STANDS_READY = re.compile("Klar til at blive evalueret")


def heading(page: Page, words: str | re.Pattern[str]):
    return page.get_by_role("heading", name=words)


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def field(page: Page, name: str):
    return page.get_by_role("textbox", name=name)


def phase(page: Page, name: str):
    """A part of the trial's page: Plan, Gør, Studér, Beslut."""
    return page.get_by_role("region", name=name, exact=True)


@pytest.fixture
def new_plan(server: str) -> Callable[[Page], None]:
    """Open the form for a new trial in the person's own department."""

    def go(page: Page) -> None:
        home = page.request.get("/api/me").json()["home"]["id"]
        page.goto(f"/afdelinger/{home}/ny-proevehandling")

    return go


def planned(page: Page, new_plan, change: str) -> None:
    """A planned trial of the leader's own, as the page shows it."""
    new_plan(page)
    field(page, "Vi prøver").fill(change)
    field(page, "Vi regner med").fill("at flere end de tre faste tager ordet.")
    field(page, "Vi kan se det ved").fill("stregerne på tavlen.")
    button(page, "Gem og planlæg").click()
    expect(heading(page, "Klar til at gå i gang")).to_be_visible()


def running(page: Page, new_plan, change: str) -> None:
    planned(page, new_plan, change)
    page.get_by_role("radio", name="TRIO").check()
    button(page, "Sæt i gang").click()
    expect(heading(page, re.compile("^I gang til"))).to_be_visible()


def test_a_leader_takes_a_draft_to_its_next_cycle(page_as, new_plan, axe, fits):
    page = page_as("leader")
    new_plan(page)
    expect(heading(page, "Ny prøvehandling")).to_be_visible()
    axe(page)
    field(page, "Vi prøver").fill(CHANGE)
    button(page, "Gem som kladde").click()

    # A draft says what is missing and leads to where it is written.
    expect(heading(page, "Stadig en kladde")).to_be_visible()
    expect(page.get_by_text("mangler ”Vi regner med” og ”Vi kan se det ved”")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Skriv det, der mangler").click()
    field(page, "Vi regner med").fill("at flere end de tre faste tager ordet.")
    field(page, "Vi kan se det ved").fill("stregerne på tavlen.")
    axe(page)
    button(page, "Gem").click()
    button(page, "Planlæg").click()

    # Starting asks whom it was agreed with.
    button(page, "Sæt i gang").click()
    expect(page.get_by_text("Vælg, hvem det er aftalt med.")).to_be_visible()
    page.get_by_role("radio", name="Ledelsen").check()
    button(page, "Sæt i gang").click()
    expect(page.get_by_text("Den er sat i gang.")).to_be_visible()
    axe(page)

    field(page, "Hvad skete der?").fill("Holdt 8 ud af 10 dage.")
    button(page, "Vi har prøvet det").click()
    expect(heading(page, "Næsten klar til at blive evalueret")).to_be_visible()
    expect(phase(page, "Gør").get_by_text("Holdt 8 ud af 10 dage.")).to_be_visible()

    # Too early: the summary leads to each field.
    button(page, "Afslut evalueringen").click()
    expect(heading(page, re.compile("ting skal rettes"))).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Skriv, hvad I lærte.").click()
    expect(field(page, "Hvad lærte I?")).to_be_focused()

    field(page, "Hvad lærte I?").fill("Et minut er nok.")
    phase(page, "Studér").get_by_role("radio", name="Delvis").check()
    page.get_by_role("radio", name="Vi justerer og prøver igen").check()
    field(page, "Hvad ændrer I i cyklus 2?").fill(NEXT)
    page.get_by_role("radio", name="TRIO").check()
    expect(heading(page, STANDS_READY)).to_be_visible()
    expect(page.get_by_text("cyklus 2 bliver til som kladde").first).to_be_visible()
    axe(page)
    button(page, "Afslut evalueringen").click()

    # It is closed, and the next cycle begins with what they change.
    expect(page.get_by_text("Vi justerede og prøver igen.")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)
    axe(page)
    page.get_by_role("link", name="Åbn cyklus 2").first.click()
    expect(phase(page, "Plan").get_by_text(NEXT)).to_be_visible()
    expect(heading(page, "Klar til at blive planlagt")).to_be_visible()
    tabs = page.get_by_role("navigation", name="Cyklusser")
    expect(tabs.get_by_role("link", name=re.compile("Cyklus 2"))).to_have_attribute("aria-current", "page")
    page.set_viewport_size({"width": 360, "height": 640})
    fits(page)
    axe(page)


def test_what_is_kept_becomes_an_agreement(page_as, new_plan, axe):
    page = page_as("leader", width=360, height=640, dark=True)
    running(page, new_plan, "en makker på de første fem vagter.")
    button(page, "Vi har prøvet det").click()
    field(page, "Hvad skete der?").fill("Fire nye fik en makker.")
    phase(page, "Studér").get_by_role("radio", name="Ja").check()
    field(page, "Hvad lærte I?").fill("Makkeren skal stå på vagtplanen.")
    page.get_by_role("radio", name="Vi beholder det").check()
    page.get_by_role("radio", name="Ledelsen").check()
    button(page, "Afslut evalueringen").click()
    expect(page.get_by_role("link", name="Skriv, hvad I gør fremover.")).to_be_visible()
    axe(page)

    field(page, "Hvad gør I fremover?").fill("Alle nye får en makker.")
    page.get_by_role("combobox", name="Hvem sørger for det?").select_option(index=1)
    button(page, "Om to uger").click()
    button(page, "Afslut evalueringen").click()
    expect(page.get_by_text("Vi beholdt det.")).to_be_visible()

    trial = page.url.rsplit("/", 1)[1]
    department = page.request.get(f"/api/trial-actions/{trial}").json()["department"]["id"]
    promised = page.request.get("/api/agreements", params={"department": department}).json()["items"]
    assert [each["what"] for each in promised if trial in str(each)] == ["Alle nye får en makker."]


def test_a_move_is_undone_and_a_trial_called_off_with_a_reason(page_as, new_plan):
    page = page_as("leader")
    running(page, new_plan, "en grøn snor til den, der er ny i dag.")
    button(page, "Fortryd").click()
    expect(heading(page, "Klar til at gå i gang")).to_be_visible()

    button(page, "Aflys").click()
    button(page, "Aflys prøvehandlingen").click()
    expect(page.get_by_role("link", name="Skriv noget her.")).to_be_visible()
    field(page, "Hvorfor aflyser I?").fill("Vi har ingen snore.")
    button(page, "Aflys prøvehandlingen").click()
    expect(page.get_by_text("Den blev aflyst.")).to_be_visible()
    expect(page.get_by_text("Vi har ingen snore.")).to_be_visible()


def test_a_member_suggests_one_and_the_leader_plans_it(page_as, new_plan, axe):
    page = page_as("member", width=360, height=640)
    new_plan(page)
    expect(heading(page, "Foreslå en prøvehandling")).to_be_visible()
    axe(page)
    field(page, "Vi prøver").fill("en stol ekstra ved morgenmødet.")
    button(page, "Send forslaget").click()
    expect(heading(page, "Dit forslag er sendt")).to_be_visible()
    expect(button(page, "Planlæg")).to_have_count(0)
    axe(page)

    leader = page_as("leader")
    leader.goto(page.url)
    expect(leader.get_by_text(re.compile("har foreslået den"))).to_be_visible()
    expect(leader.get_by_role("link", name="Skriv det, der mangler")).to_be_visible()


def test_a_member_records_what_happened_in_what_she_owns(page_as, new_plan, axe):
    leader, page = page_as("leader"), page_as("member")
    me = page.request.get("/api/me").json()["person"]
    new_plan(leader)
    field(leader, "Vi prøver").fill("et kort over, hvem der kan hvad.")
    field(leader, "Vi regner med").fill("at færre leder efter hjælp.")
    field(leader, "Vi kan se det ved").fill("opkaldene til koordinatoren.")
    leader.get_by_role("combobox", name="Hvem er tovholder?").select_option(me["id"])
    button(leader, "Gem og planlæg").click()
    leader.get_by_role("radio", name="TRIO").check()
    button(leader, "Sæt i gang").click()
    expect(heading(leader, re.compile("^I gang til"))).to_be_visible()

    page.goto(leader.url)
    expect(button(page, "Aflys")).to_have_count(0)
    field(page, "Hvad skete der?").fill("Kortet hænger i vagtrummet.")
    page.get_by_role("radio", name="Ja").check()
    button(page, "Gem og fortsæt senere").click()
    expect(page.get_by_text(re.compile(r"Gemt kl\. \d\d\.\d\d"))).to_be_visible()
    axe(page)
    button(page, "Vi har prøvet det").click()
    expect(heading(page, "Skriv, hvad I lærte")).to_be_visible()
    expect(page.get_by_role("radio", name="Vi beholder det")).to_have_count(0)
    axe(page)

    leader.reload()
    expect(phase(leader, "Gør").get_by_text("Kortet hænger i vagtrummet.")).to_be_visible()


def test_two_who_write_at_once_see_both_texts(page_as, new_plan, axe, fits):
    first, second = page_as("leader"), page_as("trio", width=360, height=640)
    running(first, new_plan, "stilhed i fem minutter før tavlemødet.")
    second.goto(first.url)
    expect(field(second, "Hvad skete der?")).to_be_visible()
    field(first, "Hvad skete der?").fill("Holdt hver dag.")
    button(first, "Gem og fortsæt senere").click()
    expect(first.get_by_text(re.compile("Gemt kl"))).to_be_visible()

    field(second, "Hvad skete der?").fill("Holdt de fleste dage.")
    button(second, "Gem og fortsæt senere").click()
    torn = second.get_by_role("region", name="En anden har rettet det, mens du skrev")
    expect(torn.get_by_text("Holdt hver dag.")).to_be_visible()
    expect(torn.get_by_text("Holdt de fleste dage.")).to_be_visible()
    expect(second.get_by_text(re.compile("Gemt kl"))).to_have_count(0)
    fits(second)
    axe(second)

    torn.get_by_role("radio", name="Det, der står nu").check()
    button(second, "Gem det valgte").click()
    expect(torn).to_have_count(0)
    expect(field(second, "Hvad skete der?")).to_have_value("Holdt hver dag.")


def test_what_was_typed_survives_the_tab(page_as, new_plan):
    page = page_as("leader")
    new_plan(page)
    field(page, "Vi prøver").fill("noget, der ikke blev gemt.")
    page.reload()
    expect(page.get_by_text("Du er i gang med noget, der ikke er gemt.")).to_be_visible()
    expect(field(page, "Vi prøver")).to_have_value("noget, der ikke blev gemt.")
    button(page, "Begynd forfra").click()
    expect(field(page, "Vi prøver")).to_have_value("")


def test_planning_at_once_tells_what_is_missing_on_the_fields(page_as, new_plan):
    page = page_as("leader")
    new_plan(page)
    field(page, "Vi prøver").fill("en idé, der ikke er tænkt til ende.")
    button(page, "Gem og planlæg").click()
    expect(page.get_by_role("link", name="Skriv, hvad I regner med.")).to_be_visible()
    expect(field(page, "Vi prøver")).to_have_value("en idé, der ikke er tænkt til ende.")


@pytest.mark.parametrize(
    ("width", "dark", "lang"),
    [(360, False, "en"), (1280, True, "da"), (360, True, "da"), (1280, False, "en")],
)
def test_the_list_is_filtered_in_the_address(page_as, axe, fits, width, dark, lang):
    page = page_as("leader", width=width, dark=dark, lang=lang)
    page.goto("/proevehandlinger")
    rows = page.get_by_role("main").get_by_role("listitem")
    expect(rows.first).to_be_visible()
    everything = rows.count()
    axe(page)
    fits(page)
    label, evaluated = {"da": ("Hvor langt", "Evalueret"), "en": ("How far", "Evaluated")}[lang]
    page.get_by_role("combobox", name=label).select_option("evaluated")
    expect(page).to_have_url(re.compile("state=evaluated"))
    expect(rows.filter(has_text=evaluated).first).to_be_visible()
    expect(rows.filter(has_not_text=evaluated)).to_have_count(0)
    assert 0 < rows.count() < everything

    # Back from a trial restores the list.
    rows.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)
    fits(page)
    page.go_back()
    expect(page.get_by_role("combobox", name=label)).to_have_value("evaluated")


def test_an_empty_list_says_the_next_step(page_as, axe):
    page = page_as("leader")
    page.goto("/proevehandlinger?q=xyzxyz")
    expect(heading(page, "Ingen prøvehandlinger passer til det, du har valgt")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Vis alle").click()
    expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()
