"""The organisation in motion, in the browser: merged, moved, closed, planned and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

PageAs = Callable[..., Page]


def button(page: Page | Locator, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("button", name=name, exact=isinstance(name, str))


def heading(page: Page, name: str | re.Pattern[str], level: int | None = None) -> Locator:
    return page.get_by_role("heading", name=name, exact=isinstance(name, str), level=level)


def id_of(page: Page, name: str) -> str:
    """The department's id, as this person may know of it."""
    found = page.request.get("/api/departments").json()["items"]
    return next(str(one["id"]) for one in found if one["name"] == name)


def act(page: Page, name: str, link: str) -> None:
    """From the tree to the department, and there to the act."""
    page.goto("/administration/organisation")
    page.get_by_role("searchbox", name="Find på navn eller kode").fill(name)
    page.get_by_role("link", name=name, exact=True).click()
    expect(heading(page, name, 1)).to_be_visible()
    page.get_by_role("link", name=link, exact=True).click()
    expect(button(page, "Se, hvad det betyder")).to_be_visible()


def choose(page: Page, question: str, name: str) -> None:
    page.get_by_role("combobox", name=question).select_option(id_of(page, name))


def look(page: Page) -> Locator:
    """What it means, as the page tells it."""
    button(page, re.compile("Se, hvad det betyder|Se det igen")).click()
    told = page.get_by_role("region", name="Det betyder det")
    expect(told).to_be_visible()
    return told


def candid_follow_up(page: Page, department: str) -> str:
    """A follow-up of the department's with a note for its own people alone."""
    items = page.request.get(f"/api/follow-ups?department={department}&state=held").json()["items"]
    for item in items:
        logs = page.request.get(f"/api/follow-ups/{item['id']}").json()["logs"]
        if any(log["audience"] == "candid" for log in logs):
            return str(item["id"])
    raise AssertionError("the demo has such a note")


def test_two_departments_become_one_and_nothing_open_is_lost(page_as: PageAs) -> None:
    leader = page_as("other_leader")
    old = id_of(leader, "Nyresygdomme")
    items = leader.request.get(f"/api/trial-actions?department={old}&state=running").json()["items"]
    trial = next(item for item in items if item["owner"]["name"] == "Freja Ravn")
    due = leader.request.get(f"/api/follow-ups?department={old}&state=planned").json()["items"][0]
    colleague = page_as("lmu")
    note = candid_follow_up(colleague, id_of(colleague, "Billeddiagnostik"))

    admin = page_as("admin")
    act(admin, "Nyresygdomme", "Læg sammen")
    choose(admin, "Hvem lægges den sammen med?", "Billeddiagnostik")
    button(admin, "Se, hvad det betyder").click()
    expect(admin.get_by_role("alert")).to_contain_text("Vælg, hvad det bliver til.")
    admin.get_by_role("radio", name="En ny").check()
    admin.get_by_role("textbox", name="Navn").fill("Nyre- og Billedcenter")
    admin.get_by_role("textbox", name="Kode").fill("VIB-90")
    told = look(admin)
    expect(told).to_contain_text("Nyresygdomme og Billeddiagnostik lukker.")
    expect(told).to_contain_text(
        re.compile("4 prøvehandlinger, 1 aftale og 1 opfølgning flytter med fra Nyresygdomme")
    )
    expect(told).to_contain_text("Runden i Nyresygdomme slutter. Den kan stadig læses.")
    expect(told).to_contain_text(re.compile("Freja Ravn.*får deres roller i Nyre- og Billedcenter"))
    expect(told).to_contain_text("Links og QR-koder virker stadig.")
    button(admin, "Læg sammen i dag").click()
    expect(heading(admin, "Nyre- og Billedcenter", 1)).to_be_visible()
    expect(admin.get_by_text("Fortsætter Billeddiagnostik og Nyresygdomme, lagt sammen")).to_be_visible()

    # Her trial, by its old link, at its new place; her promise is due on her front page as before.
    leader.goto(f"/proevehandlinger/{trial['id']}")
    expect(leader.get_by_role("navigation", name="Brødkrumme")).to_contain_text("Nyre- og Billedcenter")
    leader.goto("/")
    expect(leader.get_by_text(due["question"]).first).to_be_visible()
    # The closed department's page says where it goes on, and what was shared can still be read.
    leader.goto(f"/afdelinger/{old}")
    expect(leader.get_by_text("Lagt sammen")).to_be_visible()
    expect(heading(leader, "Prøvehandlinger")).to_be_visible()
    leader.get_by_role("link", name="Nyre- og Billedcenter").first.click()
    expect(heading(leader, "Nyre- og Billedcenter", 1)).to_be_visible()
    # The other one's follow-up is hers to read, but not what they wrote for themselves alone.
    leader.goto(f"/opfoelgninger/{note}")
    expect(leader.get_by_text("Kun for os")).to_have_count(1)
    expect(button(leader, re.compile("Åbn"))).to_have_count(0)


def test_a_section_moves_with_its_trials_and_their_links(page_as: PageAs) -> None:
    section_leader = page_as("section_leader")
    section = id_of(section_leader, "Skadestuen")
    trials = section_leader.request.get(f"/api/trial-actions?department={section}&state=tried").json()
    link = f"/proevehandlinger/{trials['items'][0]['id']}"

    admin = page_as("admin")
    act(admin, "Skadestuen", "Flyt")
    button(admin, "Se, hvad det betyder").click()
    expect(admin.get_by_role("alert")).to_contain_text("Vælg, hvor den skal høre under.")
    choose(admin, "Hvor skal den høre under?", "Kirurgi")
    told = look(admin)
    expect(told).to_contain_text("Skadestuen flytter fra Akutafdelingen til Kirurgi.")
    expect(told).to_contain_text("Skadestuen går derefter trinnene sammen med Kirurgi.")
    expect(told).to_contain_text("Akutafdelingen læser ikke længere Skadestuen.")
    button(admin, "Flyt i dag").click()
    expect(admin.get_by_role("link", name="Kirurgi").first).to_be_visible()

    section_leader.goto(link)
    expect(section_leader.get_by_role("navigation", name="Brødkrumme")).to_contain_text("Skadestuen")
    section_leader.goto(f"/afdelinger/{section}")
    expect(section_leader.get_by_text("Afsnittet følger Kirurgi.")).to_be_visible()
    leader = page_as("leader")
    leader.goto(link)
    expect(heading(leader, "Det findes ikke her", 1)).to_be_visible()


def test_a_department_with_open_work_closes_only_when_somebody_takes_over(page_as: PageAs) -> None:
    admin = page_as("admin")
    act(admin, "Sundhedsklinikker Skive", "Luk")
    told = look(admin)
    expect(told).to_contain_text("Det skal på plads først")
    expect(told).to_contain_text("Sundhedsklinikker Skive har stadig 1 aftale")
    expect(told).to_contain_text("Vælg, hvem der tager over, eller gør det færdigt først.")
    expect(button(admin, "Luk i dag")).to_have_count(0)
    # What was chosen is kept, also when one leaves the page for a while.
    choose(admin, "Hvem tager over?", "Dialyse Skive")
    expect(admin.get_by_text("Du har rettet noget.")).to_be_visible()
    admin.reload()
    over = admin.get_by_role("combobox", name="Hvem tager over?")
    expect(over).to_have_value(id_of(admin, "Dialyse Skive"))
    expect(look(admin)).to_contain_text("1 aftale flytter med fra Sundhedsklinikker Skive til Dialyse Skive.")
    button(admin, "Overdrag og luk i dag").click()
    expect(heading(admin, "Sundhedsklinikker Skive", 1)).to_be_visible()
    expect(admin.get_by_text("Det, der var åbent, fortsætter i Dialyse Skive.")).to_be_visible()
    expect(admin.get_by_role("link", name="Flyt", exact=True)).to_have_count(0)
    admin.goto("/administration/organisation?q=skive")
    expect(admin.get_by_role("link", name="Dialyse Skive")).to_be_visible()
    expect(admin.get_by_role("link", name="Sundhedsklinikker Skive")).to_have_count(0)
    button(admin, "Vis lukkede").click()
    expect(admin).to_have_url(re.compile("lukkede=1"))
    expect(admin.get_by_role("link", name="Sundhedsklinikker Skive")).to_be_visible()


def test_what_is_planned_waits_for_its_day_and_can_be_taken_back(page_as: PageAs) -> None:
    admin = page_as("admin")
    act(admin, "Patologi", "Flyt")
    choose(admin, "Hvor skal den høre under?", "Regionshospitalet Silkeborg")
    admin.get_by_role("group", name="Hurtige valg").get_by_role("button").last.click()
    look(admin)
    button(admin, re.compile(r"^Flyt fra 1\. ")).click()
    planned = admin.get_by_role("region", name="På vej")
    expect(planned).to_contain_text("Patologi flytter til Regionshospitalet Silkeborg")
    expect(admin.get_by_role("link", name="Regionshospitalet Viborg").first).to_be_visible()

    admin.goto("/administration")
    expect(planned).to_contain_text("Patologi flytter til Regionshospitalet Silkeborg")
    button(planned, "Tag tilbage").click()
    button(planned, "Ja, tag det tilbage").click()
    expect(heading(admin, "Ingen ændringer på vej")).to_be_visible()
    over = admin.get_by_role("region", name="Det er sket")
    expect(over).to_contain_text("Taget tilbage, før det skete")


def test_a_department_is_added_and_two_who_correct_it_at_once_lose_nothing(page_as: PageAs) -> None:
    admin = page_as("admin")
    admin.goto("/administration/organisation")
    admin.get_by_role("link", name="Stab og service", exact=True).click()
    admin.get_by_role("link", name="Opret herunder").click()
    expect(admin.get_by_role("combobox", name="Hører under")).to_have_value(id_of(admin, "Stab og service"))
    admin.get_by_role("textbox", name="Navn").fill("Portørerne")
    admin.get_by_role("textbox", name="Kode").fill("sta-01")
    button(admin, "Opret").click()
    expect(admin.get_by_role("alert")).to_contain_text("Koden bruges allerede")
    admin.get_by_role("textbox", name="Kode").fill("STA-90")
    button(admin, "Opret").click()
    expect(heading(admin, "Portørerne", 1)).to_be_visible()

    admin.get_by_role("link", name="Ret oplysninger").click()
    second = page_as("admin")
    second.goto(admin.url)
    second.get_by_role("textbox", name="Ansatte").fill("60")
    button(second, "Gem").click()
    expect(heading(second, "Portørerne", 1)).to_be_visible()
    admin.get_by_role("textbox", name="Navn").fill("Portører og Transport")
    button(admin, "Gem").click()
    both = admin.get_by_role("region", name="En anden har rettet det, mens du skrev")
    both.get_by_role("group", name="Ansatte").get_by_role("radio", name="Det, der står nu").check()
    button(both, "Gem det valgte").click()
    expect(heading(admin, "Portører og Transport", 1)).to_be_visible()
    expect(admin.get_by_text("60", exact=True)).to_be_visible()
