"""What each role meets: what is theirs, and nothing of what is not."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

PageAs = Callable[..., Page]


def test_one_signs_in_by_choosing_a_person_and_comes_to_what_is_due(page_as: PageAs) -> None:
    page = page_as(None)
    page.goto("/")
    page.get_by_role("button", name="Hanne Østergaard").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hanne")
    expect(page.get_by_role("heading", name="Det venter nu")).to_be_visible()
    expect(page.get_by_role("heading", name="Dine afdelinger")).to_be_visible()
    page.get_by_role("link", name="Akutafdelingen").first.click()
    expect(page.get_by_role("heading", level=1, name="Akutafdelingen")).to_be_visible()


def test_signing_out_leads_to_the_door_and_the_page_is_closed(page_as: PageAs) -> None:
    page = page_as("leader")
    page.goto("/afdelinger")
    page.get_by_role("button", name="Hanne Østergaard").click()
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("heading", name="Prøv Trinvis som")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Prøv Trinvis som")).to_be_visible()
    page.goto("/hmu")
    expect(page.get_by_role("heading", name="Prøv Trinvis som")).to_be_visible()


def test_hmu_sees_a_row_and_no_note(page_as: PageAs) -> None:
    page = page_as("hmu")
    page.goto("/hmu")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Akutafdelingen"))
    expect(row).to_contain_text("Trin 3 på plads")
    row.get_by_role("link", name="Akutafdelingen").click()
    expect(page.get_by_role("heading", name="Det kan HMU se")).to_be_visible()
    expect(page.get_by_role("heading", name="Prøvehandlinger")).to_have_count(0)
    expect(page.get_by_text("HMU læser ingen noter")).to_be_visible()


def test_hmus_filters_stand_in_the_address_and_come_back(page_as: PageAs) -> None:
    page = page_as("hmu")
    page.goto("/hmu")
    page.get_by_role("button", name="Vil gerne ses").click()
    expect(page).to_have_url("/hmu?ses=1")
    expect(page.get_by_role("rowheader", name="Patologi")).to_have_count(0)
    count = page.get_by_role("row").count()
    page.reload()
    expect(page.get_by_role("button", name="Vil gerne ses")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("row")).to_have_count(count)
    page.get_by_role("combobox", name="Trin").select_option("3")
    expect(page).to_have_url("/hmu?ses=1&trin=3")
    page.goto("/hmu?trin=3&center=00000000-0000-0000-0000-000000000000")
    page.get_by_role("button", name="Vis alle").click()
    expect(page.get_by_role("rowheader", name="Patologi")).to_be_visible()


def test_the_rows_stand_in_the_organisations_order(page_as: PageAs) -> None:
    page = page_as("hmu")
    page.goto("/hmu")
    expect(page.get_by_role("rowheader", name="Akutafdelingen")).to_be_visible()
    names = [name.split("\n")[0] for name in page.get_by_role("rowheader").all_inner_texts()]
    wanted = ["Akutafdelingen", "Kirurgi", "Øjensygdomme", "Diagnostisk Center", "Rengøring og Logistik"]
    assert [name for name in names if name in wanted] == wanted
    assert len(names) == 36


def test_another_leader_sees_none_of_it(page_as: PageAs) -> None:
    leader = page_as("leader")
    leader.goto("/afdelinger")
    here = leader.get_by_role("link", name="Akutafdelingen").get_attribute("href")
    assert here
    other = page_as("other_leader")
    other.goto(here)
    expect(other.get_by_role("heading", level=1, name="Det findes ikke her")).to_be_visible()
    other.goto("/hmu")
    expect(other.get_by_role("rowheader", name="Nyresygdomme")).to_be_visible()
    expect(other.get_by_role("rowheader")).to_have_count(1)


def test_a_leader_sees_exactly_what_hmu_sees(page_as: PageAs) -> None:
    leader, hmu = page_as("leader"), page_as("hmu")
    leader.goto("/afdelinger")
    here = leader.get_by_role("link", name="Akutafdelingen").get_attribute("href")
    assert here
    shown = []
    for page in (leader, hmu):
        page.goto(here)
        shown.append(page.get_by_role("region", name="Det kan HMU se").inner_text())
    assert shown[0] == shown[1]


def test_people_of_the_department_with_their_roles(page_as: PageAs) -> None:
    page = page_as("member")
    page.goto("/afdelinger")
    page.get_by_role("link", name="Akutafdelingen").click()
    page.get_by_role("link", name="Personer og roller").click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Rikke Søndergård"))
    expect(row).to_contain_text("AMiR")
    expect(row).to_contain_text("Ambassadør")


def test_english_is_complete_for_whoever_chooses_it(page_as: PageAs) -> None:
    page = page_as("leader")
    page.goto("/")
    page.get_by_role("button", name="English").first.click()
    expect(page.get_by_role("heading", name="Your departments")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/hmu")
    expect(page.get_by_role("columnheader", name="Trial actions")).to_be_visible()
