"""A wave from its plan to the wall, as those meet it who plan, print, answer and read.

A server's clock is not turned: the wave's days are moved back instead, and the worker finds them reached.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.slips import answer, department, is_thanked, keeps_nothing, send, statements, wave_of
from tests.server import serving

PageAs = Callable[..., Page]
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@pytest.fixture(scope="module")
def data(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of this file's server."""
    folder = tmp_path_factory.mktemp("wave") / "data"
    shutil.copytree(demo_data, folder)
    return folder


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[str]:
    """A server whose data the test reaches."""
    with serving(data) as url:
        yield url


def on_file(data: Path, statement: str, *values: object) -> list[tuple[object, ...]]:
    """Run a statement on the database beside the server."""
    with closing(sqlite3.connect(data / "trinvis.sqlite3", timeout=30)) as database, database:
        return list(database.execute(statement, values))


def move_days(data: Path, wave: str, **days: int) -> None:
    """Put the wave's days so many days from today."""
    today = datetime.now(COPENHAGEN).date()
    put = ", ".join(f"{name} = ?" for name in days)
    moved = [str(today + timedelta(days=off)) for off in days.values()]
    on_file(data, f"UPDATE wave SET {put} WHERE id = ?", *moved, UUID(wave).hex)


def until(page: Page, seen: Locator) -> None:
    """Reload until the worker has come by."""
    for _ in range(40):
        if seen.first.is_visible():
            return
        page.wait_for_timeout(500)
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(seen.first).to_be_visible()


def test_from_the_plan_to_the_result(page_as: PageAs, data: Path) -> None:
    hr = page_as("hr")
    hr.goto(f"/maalinger/ny?afdelinger={department(hr, 'Billeddiagnostik')['id']}")
    expect(hr.get_by_role("region", name="Det vises sandsynligvis")).to_contain_text("vises sandsynligvis")
    hr.get_by_role("button", name="Gem som kladde").click()
    hr.get_by_label("Hvilken dag besluttede LMU den?").fill("20.11.2026")
    hr.get_by_role("button", name="Skriv beslutningen ind").click()
    expect(hr.get_by_text("LMU besluttede den 20. november 2026.")).to_be_visible()
    wave = urlsplit(hr.url).path.rsplit("/", 1)[1]
    lmu = page_as("lmu", width=360)
    lmu.goto(hr.url)
    lmu.get_by_role("button", name="Bekræft målingen").click()
    expect(lmu.get_by_text("Bekræftet")).to_be_visible()
    hr.goto(f"/maalinger/{wave}/sedler")
    hr.get_by_label("Hvor mange?").fill("12")
    with hr.expect_response(re.compile("/slips$")) as printed:
        hr.get_by_role("button", name="Vis dem her").click()
    expect(hr.get_by_role("list", name="Svarsedler").get_by_role("listitem")).to_have_count(12)
    scanned, typed, *others = printed.value.json()["slips"]

    # The day comes. Before it nobody can answer.
    phone = page_as(None, width=360, fresh=True)
    phone.goto(f"/svar/{wave}#{urlsplit(scanned['link']).fragment}")
    expect(phone.get_by_role("heading", level=1, name="Målingen er ikke begyndt endnu")).to_be_visible()
    move_days(data, wave, opens_on=0, closes_on=14)
    until(lmu, lmu.get_by_text("Alle kan svare til og med"))
    phone.goto("about:blank")
    phone.goto(f"/svar/{wave}#{urlsplit(scanned['link']).fragment}")
    answer(phone, [6, 5, 6, 4, 6, 5, 5])
    tablet = page_as(None, width=1024, fresh=True)
    tablet.goto(f"/svar/{wave}?tablet")
    tablet.get_by_label("Koden på din seddel").fill(typed["code"])
    tablet.get_by_role("button", name="Begynd").click()
    answer(tablet, [7, 7, 7, 7, 7, 7, 7])
    for page in (phone, tablet):
        send(page)
        is_thanked(page)
        keeps_nothing(page)
    for one in others:
        body = {"wave_id": wave, "code": one["code"], "answers": [4] * 7}
        assert phone.context.request.post("/api/answers", data=body).status == 204
    key = [one for one in (data / "keystore").iterdir() if UUID(wave).hex in one.name.replace("-", "")]
    assert len(key) == 1, "locked with a key of the wave's own"

    # The last day has passed: counted, erased, the key gone.
    move_days(data, wave, closes_on=-1, opens_on=-14, dialogue_on=10)
    until(lmu, lmu.get_by_role("article"))
    expect(lmu.get_by_role("article")).to_contain_text("de enkelte svar er slettet, nøglen er destrueret")
    assert not key[0].exists()
    for table in ("ballot", "answer_code"):
        assert on_file(data, f"SELECT count(*) FROM {table} WHERE wave_id = ?", UUID(wave).hex) == [(0,)]
    phone.goto(f"/svar/{wave}")
    expect(phone.get_by_role("heading", level=1, name="Målingen er lukket")).to_be_visible()

    # Until the dialogue meeting it is told from when one sees it; then everybody reads the same numbers.
    lmu.goto(f"/maalinger/{wave}/resultat/{department(lmu, 'Billeddiagnostik')['id']}")
    expect(lmu.get_by_text("Resultatet vises for dig fra")).to_be_visible()
    move_days(data, wave, dialogue_on=0)
    lmu.reload()
    # (6 + 7 + 10 x 4) / 12, and the scale ((37/7) + 7 + 10 x 4) / 12.
    first = lmu.get_by_role("table", name=re.compile("Spørgsmål for spørgsmål")).get_by_role("row").nth(1)
    expect(first).to_contain_text("4,4")
    expect(lmu.get_by_role("table", name="Alle 7 samlet, måling for måling")).to_contain_text("12 af 38")


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


def test_averages_alone_where_more_would_tell_of_a_few(page_as: PageAs) -> None:
    """Seven answered in one department; in the other more did, and it is down to averages for their sake."""
    hr = page_as("hr")
    wave = wave_of(hr, "Neurorehabilitering 1", "closed", "before")
    for name in ("Tværfaglig Ambulant Funktion", "Neurorehabilitering 1"):
        hr.goto(f"/maalinger/{wave}/resultat/{department(hr, name)['id']}")
        expect(hr.get_by_text("Mindst 5 har svaret. Her vises kun gennemsnit")).to_be_visible()
        table = hr.get_by_role("table", name="Alle 7 samlet, måling for måling")
        expect(table.get_by_role("columnheader")).to_have_text(["Måling", "Svarede", "Gennemsnit"])
        expect(hr.get_by_role("main")).not_to_contain_text("5-9")
    # A section that answered with the others is told where its answers are.
    hr.goto(f"/maalinger/{wave}/resultat/{department(hr, 'Sengeafsnit H1')['id']}")
    main = hr.get_by_role("main")
    expect(main).to_contain_text("svarer Sengeafsnit H1 som en del af Neurorehabilitering 1")
    expect(main).not_to_contain_text("Vises ikke")
    hr.get_by_role("link", name="Se resultatet for Neurorehabilitering 1").click()
    expect(hr.get_by_role("heading", name="De 7 spørgsmål hos Neurorehabilitering 1")).to_be_visible()


def test_the_committee_reads_the_hospital_the_centres_and_a_range_without_names(page_as: PageAs) -> None:
    hr = page_as("hr")
    wave = wave_of(hr, "Akutafdelingen", "closed", "before")
    page = page_as("hmu")
    page.goto(f"/maalinger/{wave}/hmu")
    expect(page.get_by_text("Blandt de seks afdelinger, der kan vises")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Regionshospitalet Viborg")
    expect(page.get_by_role("main")).not_to_contain_text("Akutafdelingen")
