"""The history: who did what and when, what stood there before, and the overview as of another day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

PageAs = Callable[..., Page]
BEFORE, AFTER = "Når vi det inden frokost?", "Når vi det inden vagtskiftet?"
SECRET, MILDER = "Vi turde ikke sige det højt", "Det er svært at sige højt"


def asked(page: Page, method: str, url: str, version: int | None = None, **body: Any) -> Any:
    """Ask the API as the page's person."""
    headers = {"X-Trinvis": "1"} | ({"If-Match": f'"{version}"'} if version else {})
    answer = page.context.request.fetch(url, method=method, headers=headers, data=body or None)
    assert answer.ok, answer.text()
    return answer.json()


def here(page: Page) -> str:
    """The id of Akutafdelingen."""
    nodes = asked(page, "GET", "/api/departments")["items"]
    return str(next(node["id"] for node in nodes if node["name"] == "Akutafdelingen"))


def asked_anew(page: Page) -> str:
    """A follow-up whose question and date were changed."""
    form: dict[str, Any] = {"kind": "process", "question": BEFORE, "due": "2099-03-03"}
    made = asked(page, "POST", "/api/follow-ups", department_id=here(page), **form)
    url = f"/api/follow-ups/{made['id']}"
    moved = asked(page, "PUT", url, made["version"], **(form | {"due": "2099-03-10"}))
    asked(page, "PUT", url, moved["version"], **(form | {"due": "2099-03-10", "question": AFTER}))
    return str(made["id"])


def test_what_stood_there_before_is_read_and_erased_for_good(page_as: PageAs) -> None:
    page = page_as("leader")
    record = asked_anew(page)
    page.goto(f"/opfoelgninger/{record}")
    page.get_by_role("link", name="Historik", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(AFTER)
    expect(page.get_by_text("flyttede opfølgningen fra 3. marts 2099 til 10. marts 2099.")).to_be_visible()
    expect(page.get_by_text(BEFORE)).to_be_visible()

    page.get_by_role("button", name="Slet teksten").click()
    expect(page.get_by_role("heading", name="Slet den tidligere tekst for altid")).to_be_focused()
    expect(page.get_by_text("kan ikke hentes frem igen")).to_be_visible()
    page.get_by_role("button", name="Behold den").click()
    expect(page.get_by_text(BEFORE)).to_be_visible()
    page.get_by_role("button", name="Slet teksten").click()
    page.get_by_role("button", name="Slet for altid").click()
    erased = "slettede en tidligere tekst for altid i opfølgningen (spørgsmålet)."
    expect(page.get_by_text(erased)).to_be_visible()
    expect(page.get_by_text(BEFORE)).to_have_count(0)
    page.reload()
    expect(page.get_by_text("rettede opfølgningen: spørgsmålet.")).to_be_visible()
    expect(page.get_by_text(BEFORE)).to_have_count(0)


def test_a_text_for_us_alone_is_opened_by_its_readers_only(page_as: PageAs) -> None:
    page = page_as("leader")
    body: dict[str, Any] = {"assessment": "adjusted", "note": SECRET, "audience": "candid"}
    body["question"] = "Gik det?"
    made = asked(page, "POST", "/api/follow-ups/log", department_id=here(page), **body)
    day = made["follow_up"]["logs"][0]["held_on"]
    form: dict[str, Any] = {"held_on": day, "assessment": "adjusted", "note": MILDER, "audience": "candid"}
    asked(page, "PUT", f"/api/follow-ups/logs/{made['log_id']}", 1, **form)
    record = made["follow_up"]["id"]

    member = page_as("member")
    member.goto(f"/historik/{record}")
    expect(member.get_by_text("Der stod en tekst, som er kun for os.")).to_be_visible()
    expect(member.get_by_role("button", name="Åbn teksten")).to_have_count(0)

    page.goto(f"/historik/{record}")
    expect(page.get_by_text(SECRET)).to_have_count(0)
    page.get_by_role("button", name="Åbn teksten").click()
    expect(page.get_by_text(SECRET)).to_be_visible()
    page.reload()
    expect(page.get_by_text("læste en tidligere tekst kun for os i opfølgningen.")).to_be_visible()
    expect(page.get_by_text(SECRET)).to_have_count(0)


def test_a_departments_history_by_day_with_filters_in_the_address(page_as: PageAs) -> None:
    page = page_as("leader")
    page.goto("/afdelinger")
    page.get_by_role("link", name="Akutafdelingen").click()
    page.get_by_role("link", name="Historik").click()
    expect(page.get_by_role("heading", level=2, name="Torsdag 19. november")).to_be_visible()
    page.get_by_role("combobox", name="Vis").select_option("journey")
    expect(page.get_by_text("satte trin 3 på plads.")).to_be_visible()
    expect(page.get_by_text("fulgte op på")).to_have_count(0)
    page.get_by_role("button", name="Vælg datoer").click()
    page.get_by_role("textbox", name="Fra og med").fill("1. juni 2026")
    page.get_by_role("textbox", name="Til og med").fill("1. april 2026")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Vælg 1. juni 2026 eller en senere dag.")
    page.get_by_role("textbox", name="Til og med").fill("")
    page.get_by_role("textbox", name="Fra og med").fill("1. oktober 2026")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page).to_have_url("/afdelinger/" + here(page) + "/historik?slags=journey&fra=2026-10-01")
    expect(page.get_by_text("satte trin 3 på plads.")).to_have_count(0)


def test_ones_own_actions_and_nobody_elses(page_as: PageAs) -> None:
    page = page_as("hr")
    page.goto("/mig/historik")
    expect(page.get_by_role("heading", level=1, name="Det har du gjort")).to_be_visible()
    told = page.locator(".event p:first-child")
    expect(told.first).to_be_visible()
    assert all(words.startswith("Du ") for words in told.all_inner_texts())


def test_the_administrator_reads_the_organisations_history_only(page_as: PageAs) -> None:
    page = page_as("admin")
    page.goto("/administration")
    page.get_by_role("link", name="Historik").click()
    expect(page.get_by_role("heading", level=1, name="Organisationens historik")).to_be_visible()
    expect(page.get_by_text("rollen").first).to_be_visible()
    page.goto(f"/afdelinger/{here(page)}/historik")
    expect(page.get_by_role("heading", level=1, name="Det findes ikke her")).to_be_visible()


def test_hmu_sees_the_overview_as_of_any_day(page_as: PageAs) -> None:
    page = page_as("hmu")
    page.goto("/hmu")
    page.get_by_role("combobox", name="Pr.").select_option("?")
    day = page.get_by_role("textbox", name="Set pr.")
    expect(day).to_be_focused()
    day.fill("1. januar 2099")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("eller en tidligere dag.")
    day.fill("10. juni 2026")
    page.get_by_role("textbox", name="Nyt siden").fill("1. maj 2026")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page).to_have_url("/hmu?siden=2026-05-01&pr=2026-06-10")
    expect(page.get_by_text("Set pr. 10. juni 2026")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Siden 1. maj")).to_be_visible()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Øjensygdomme"))
    expect(row).to_contain_text("1 evalueret")
    page.emulate_media(media="print")
    expect(page.get_by_text("Set pr. 10. juni 2026")).to_be_visible()


def test_a_day_in_the_address_that_cannot_be_is_said(page_as: PageAs) -> None:
    page = page_as("hmu")
    page.goto("/hmu?pr=2099-01-01")
    expect(page.get_by_role("alert")).to_contain_text("eller en tidligere dag.")
    expect(page.get_by_role("table")).to_have_count(0)
    page.goto("/hmu?pr=2026-06-10&siden=2026-07-01")
    expect(page.get_by_role("alert")).to_contain_text("Vælg en dag før den dag, der vises: 10. juni 2026.")
    page.goto("/hmu?pr=banan")
    expect(page.get_by_role("alert")).to_contain_text("Vi kan ikke læse datoen.")
    page.get_by_role("button", name="Som det ser ud i dag").click()
    expect(page.get_by_role("rowheader", name="Akutafdelingen")).to_be_visible()
