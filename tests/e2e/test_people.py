"""People come, stop and take over: a leader's own lists, a hand-over, a successor's first page, a deputy."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

PageAs = Callable[..., Page]
AT = "Akutafdelingen"


def department(page: Page) -> str:
    found = page.request.get("/api/departments").json()["items"]
    return str(next(one["id"] for one in found if one["name"] == AT))


def test_a_leader_keeps_her_ambassadors_up_to_date_on_a_phone(
    page_as: PageAs, fits: Callable[[Page], None]
) -> None:
    page = page_as("leader", width=360)
    page.goto(f"/afdelinger/{department(page)}/personer")
    page.get_by_role("link", name="Tilføj en ambassadør").click()
    expect(page.get_by_role("radio", name="Ambassadør")).to_be_checked()
    page.get_by_role("button", name="Tilføj", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv navnet.")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Navn").fill("Søren Åby")
    page.get_by_label("Arbejdsmail").fill("soeren.aaby@hemidt.example")
    fits(page)
    page.get_by_role("button", name="Tilføj", exact=True).click()

    ambassadors = page.get_by_role("region", name="Ambassadører")
    expect(ambassadors.get_by_role("link", name="Søren Åby", exact=True)).to_be_visible()
    page.get_by_role("link", name="Ret Søren Åby, Ambassadør").click()
    page.get_by_label("Hvad kaldes rollen hos jer?").fill("Uddannelsesansvarlig overlæge")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(ambassadors).to_contain_text("Uddannelsesansvarlig overlæge")

    page.get_by_role("link", name="Ret Søren Åby, Uddannelsesansvarlig overlæge").click()
    page.get_by_role("group", name="Hurtige valg").get_by_role("button").last.click()
    page.get_by_role("button", name="Afslut rollen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Personer og roller")
    expect(ambassadors).to_contain_text("Uddannelsesansvarlig overlæge, siden")
    expect(ambassadors.get_by_role("listitem").filter(has_text="Søren Åby")).to_contain_text("til")
    fits(page)


def test_somebody_whom_trinvis_knows_is_found_by_the_address(page_as: PageAs) -> None:
    page = page_as("leader")
    page.goto(f"/afdelinger/{department(page)}/personer/ny?rolle=lmu")
    page.get_by_label("Navn").fill("Erik")
    page.get_by_label("Arbejdsmail").fill("erik.dam@hemidt.example")
    page.get_by_role("button", name="Tilføj", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Erik Dam har den mail")
    expect(page.get_by_label("Person", exact=True)).to_have_value(re.compile("."))
    page.get_by_role("button", name="Tilføj", exact=True).click()
    lmu = page.get_by_role("region", name="LMU")
    expect(lmu.get_by_role("link", name="Erik Dam", exact=True)).to_be_visible()


def test_a_deputy_leads_for_a_time_and_keeps_no_lists(page_as: PageAs) -> None:
    leader = page_as("leader")
    here = department(leader)
    deputy = page_as("section_leader")
    deputy.goto(f"/afdelinger/{here}")
    expect(deputy.get_by_role("heading", level=1, name=AT)).to_be_visible()
    expect(deputy.get_by_role("link", name="Bed HR om hjælp")).to_have_count(0)

    leader.goto(f"/afdelinger/{here}/personer")
    leader.get_by_role("link", name="Stedfortræder Hanne Østergaard").click()
    leader.get_by_label("Hvem træder ind?").select_option(label="Trine Aagaard (Funktionsleder)")
    leader.get_by_role("button", name="I dag").click()
    leader.get_by_label("Stedfortræder til og med").fill("i dag")
    leader.get_by_role("button", name="Udpeg stedfortræder").click()
    management = leader.get_by_role("region", name="Afdelingsledelse")
    expect(management).to_contain_text("Stedfortræder for Hanne Østergaard")

    deputy.reload()
    expect(deputy.get_by_role("link", name="Bed HR om hjælp")).to_be_visible()
    deputy.goto(f"/afdelinger/{here}/personer")
    expect(deputy.get_by_role("rowheader", name="Trine Aagaard")).to_be_visible()
    expect(deputy.get_by_role("link", name="Tilføj en ambassadør")).to_have_count(0)


def test_a_leader_leaves_and_her_successor_finds_her_way(page_as: PageAs) -> None:
    leader, admin = page_as("leader"), page_as("admin")
    here = department(leader)
    owned = gives_one_thing(leader, here)
    ends_her_role(admin, owned - 1)
    successor = page_as(enters_the_successor(admin, here))

    successor.goto("/")
    expect(successor.get_by_role("heading", name=f"Velkommen som leder i {AT}")).to_be_visible()
    successor.get_by_role("link", name="Se, hvor I er").click()
    expect(successor.get_by_role("heading", level=1)).to_have_text("Velkommen, Mette")
    expect(successor.get_by_text(re.compile("Her er I, dette er lovet, det næste er"))).to_be_visible()
    for part in ("Her er I", "Dette er lovet", "Noter fra før dig"):
        expect(successor.get_by_role("heading", name=part, exact=True)).to_be_visible()
    contact = successor.get_by_role("link", name=re.compile("Skriv til|Bed HR om hjælp"))
    expect(contact).to_have_attribute("href", re.compile("^(mailto:|/afdelinger/)"))

    gives_away_what_has_no_owner(successor)
    successor.goto(f"/velkommen/{here}")
    successor.get_by_role("button", name="Tak, det har jeg set").click()
    expect(successor.get_by_role("heading", level=1)).to_contain_text("Mette")
    expect(successor.get_by_role("heading", name="Velkommen som leder")).to_have_count(0)

    owner = page_as("ambassador")
    owner.goto("/")
    taken = owner.get_by_role("region", name="Du har overtaget")
    expect(taken.get_by_role("link")).to_have_count(1)
    expect(taken).to_contain_text("Hanne Østergaard havde den før.")
    taken.get_by_role("button", name="Set").click()
    expect(taken).to_have_count(0)
    leader.goto("/")
    expect(leader.get_by_role("heading", level=1)).to_be_visible()
    expect(leader.get_by_role("heading", name="Du har overtaget")).to_have_count(0)
    cannot_read_what_was_for_few_eyes(successor, here)


def gives_one_thing(leader: Page, here: str) -> int:
    """The leader gives her first thing to Rikke before she goes; how much was hers."""
    leader.goto(f"/afdelinger/{here}/personer")
    leader.get_by_role("link", name="Hanne Østergaard", exact=True).click()
    leader.get_by_role("link", name="Se, hvad der skal gives videre").click()
    leader.get_by_role("radio", name="Hver for sig").check()
    choices = leader.get_by_role("combobox", name="Ny tovholder for")
    owned = choices.count()
    leader.get_by_role("button", name="Giv videre").click()
    expect(leader.get_by_role("alert")).to_contain_text("Vælg en ny tovholder for mindst én ting.")
    choices.first.select_option(label="Rikke Søndergård (AMiR/TR i TRIO)")
    leader.get_by_role("button", name="Giv videre").click()
    expect(leader.get_by_role("heading", name="Én ting er givet videre")).to_be_visible()
    expect(choices).to_have_count(owned - 1)
    return owned


def ends_her_role(admin: Page, left: int) -> None:
    """The administrator ends it with yesterday, and is told how much, not what, has to be passed on."""
    admin.goto("/administration/personer")
    admin.get_by_role("searchbox").fill("hanne.oest")
    admin.get_by_role("link", name="Hanne Østergaard").click()
    admin.get_by_role("link", name=f"Ret Afdelingsledelse, {AT}").click()
    admin.get_by_label("Rollens sidste dag").fill("i går")
    admin.get_by_role("button", name="Afslut rollen").click()
    words = {1: "én ting", 2: "to ting", 3: "tre ting", 4: "fire ting", 5: "fem ting"}[left]
    expect(admin.get_by_role("status").filter(has_text=f"er tovholder for {words}.")).to_be_visible()
    admin.get_by_role("link", name="Hanne Østergaard").last.click()
    expect(admin.get_by_role("heading", name="Tidligere roller")).to_be_visible()


def enters_the_successor(admin: Page, here: str) -> str:
    """Mette leads from today; her id."""
    admin.goto("/administration/personer")
    admin.get_by_role("link", name="Tilføj en person").click()
    admin.get_by_label("Navn").fill("Mette Dahl")
    admin.get_by_label("Arbejdsmail").fill("mette.dahl@hemidt.example")
    admin.get_by_label("Hvilken rolle?").select_option("leader")
    admin.get_by_label("Hvor?").select_option(here)
    admin.get_by_role("button", name="Tilføj", exact=True).click()
    expect(admin.get_by_role("heading", level=1)).to_have_text("Mette Dahl")
    return admin.url.rsplit("/", 1)[1]


def gives_away_what_has_no_owner(successor: Page) -> None:
    """Front page, list and choices tell of the same things; one goes to Ole, the rest to herself."""
    successor.goto("/")
    line = successor.get_by_text(re.compile(f"ting i {AT} står uden tovholder"))
    expect(line).to_be_visible()
    successor.get_by_role("link", name="Se, hvem der kan tage over").click()
    choices = successor.get_by_role("combobox", name="Ny tovholder for")
    expect(choices.first).to_be_visible()
    hers = successor.get_by_role("listitem").filter(has_text="før: Hanne Østergaard")
    expect(hers).not_to_have_count(0)
    hers.first.get_by_role("combobox").select_option(label="Ole Krogh (Ambassadør)")
    before = choices.count()
    successor.get_by_role("button", name="Gem valgene").click()
    expect(choices).to_have_count(before - 1)
    for choice in choices.all():
        choice.select_option(label="Mette Dahl (mig)")
    successor.get_by_role("button", name="Gem valgene").click()
    expect(successor.get_by_role("heading", name="Alt har en tovholder")).to_be_visible()


def cannot_read_what_was_for_few_eyes(successor: Page, here: str) -> None:
    """The former leader's note Kun for os is there, and is not opened for whoever came after."""
    items = successor.request.get(f"/api/follow-ups?department={here}&state=held&limit=100").json()["items"]
    sealed = next(one for one in items if any(log["audience"] == "candid" for log in one["logs"]))
    successor.goto(f"/opfoelgninger/{sealed['id']}")
    expect(successor.get_by_text("Der er en sætning, som er kun for os.")).to_be_visible()
    expect(successor.get_by_role("button", name="Åbn sætningen")).to_have_count(0)
