"""An administrator brings files: all of it wrong first, then right; many people; the whole organisation."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
KINDS = {"centre": "center", "department": "afdeling", "section": "afsnit", "staff": "stab"}
WALKS = {"walks": "går selv", "follows": "følger", "outside": "udenfor"}


def open_now(page: Page) -> list[str]:
    """The organisation as it stands, as an administrator's file would have it, titles first."""
    items = page.context.request.get("/api/departments").json()["items"]
    codes = {one["id"]: one["code"] for one in items}
    rows = [
        [
            one["code"],
            f'"{one["name"].replace(chr(34), chr(34) * 2)}"',
            KINDS[one["kind"]],
            codes.get(one["parent_id"], ""),
            str(one["headcount"]),
            "ja" if one["pilot"] else "nej",
            WALKS[one["walks"]],
        ]
        for one in items
    ]
    return ["kode;navn;type;overordnet;ansatte;med i første prøvehandling;trin", *map(";".join, rows)]


def choose(page: Page, kind: str, name: str, data: bytes | list[str], *, whole: bool = False) -> None:
    """Fill in the page of imports and have the file looked at."""
    content = data if isinstance(data, bytes) else "\r\n".join(data).encode("cp1252")
    page.get_by_role("radio", name=kind).check()
    page.get_by_label("Filen", exact=True).set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    if whole:
        page.get_by_role("checkbox", name="Filen er hele organisationen").check()
    page.get_by_role("button", name="Se, hvad filen ændrer").click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def line(page: Page, name: str, words: str) -> None:
    """The report has a line for this name that says so."""
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
    expect(row.filter(has_text=words)).to_be_visible()


def test_all_of_it_wrong_first_and_right_then(page_as: Callable[..., Page]) -> None:
    page = page_as("admin")
    page.goto("/administration")
    page.get_by_role("link", name="Import").click()

    # Nothing chosen: the page says what to do, and nothing is sent.
    page.get_by_role("button", name="Se, hvad filen ændrer").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Vælg, om det er organisationen eller personer.")
    expect(summary).to_contain_text("Vælg en fil fra din computer.")

    # A picture instead of a table.
    choose(page, "Organisationen", "billede.png", PNG)
    expect(page.get_by_text("Filen er hverken en tekst eller et regneark, vi kan læse.")).to_be_visible()
    page.get_by_role("link", name="Vælg en ny fil").click()

    # Rows that are wrong in several ways.
    right = [
        *(row for row in open_now(page) if not row.startswith("STA-06;")),
        "STA-06;Rengøring og Vagt;stab;STA;188;nej;går selv",
        "VIB-99;Nyt ambulatorium;afdeling;VIB;12;nej;går selv",
        "VIB-99-1;Prøver og blod;afsnit;VIB-99;4;nej;",
    ]
    wrong = [
        *right[:-2],
        "VIB-99;Nyt ambulatorium;afdeling;VIB;1.200;nej;går selv",
        "vib-05;Børn igen;afdeling;VIB;12;nej;går selv",
        "VIB-98;Ring;afdeling;VIB-97;1;nej;",
        "VIB-97;Ring to;afdeling;VIB-98;1;nej;",
        "=1+1;Formel;afdeling;VIB;1;nej;",
        "VIB-96;Et sted;planet;FINDES-IKKE;1;nej;",
    ]
    choose(page, "Organisationen", "organisation.csv", wrong)
    expect(page.get_by_text("Intet er ændret. Ret rækkerne i filen, og vælg den igen.")).to_be_visible()
    line(page, "Nyt ambulatorium", "Det er ikke et antal.")
    line(page, "Børn igen", "Det samme står allerede i række")
    line(page, "Ring to", "Overordnet fører i ring: VIB-97 → VIB-98 → VIB-97.")
    line(page, "Formel", "ligner en formel")
    line(page, "Et sted", "Skriv et af: center, afdeling, afsnit, stab.")
    expect(page.get_by_role("button", name=re.compile("Gennemfør"))).to_have_count(0)
    page.get_by_role("link", name="Vælg den rettede fil").click()

    # And right. Its kind is still chosen.
    expect(page.get_by_role("radio", name="Organisationen")).to_be_checked()
    choose(page, "Organisationen", "organisation rettet.csv", right)
    expect(page.get_by_text("Sådan vil filen ændre Trinvis. Intet er ændret endnu.")).to_be_visible()
    line(page, "Rengøring og Vagt", "Navn: Rengøring og Logistik → Rengøring og Vagt.")
    line(page, "Prøver og blod", "Nyt afsnit under VIB-99.")
    page.get_by_role("combobox", name="Hvad").select_option(label="Hvad: Nye")
    expect(page.get_by_role("status").filter(has_text="2 linjer")).to_be_visible()
    expect(page).to_have_url(re.compile("hvad=added"))

    # It can be left and found again, and then done.
    page.goto("/administration/import")
    page.get_by_role("link", name="organisation rettet.csv").click()
    page.get_by_role("button", name="Gennemfør 3 ændringer").click()
    expect(page.get_by_text("Filen er gennemført.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som CSV").click()
    report = download.value.path().read_text("utf-8-sig")
    assert "ny;" in report
    assert "Nyt ambulatorium" in report
    page.get_by_role("link", name="Se organisationen").click()
    page.get_by_role("searchbox").fill("nyt ambulatorium")
    expect(page.get_by_role("link", name="Nyt ambulatorium")).to_be_visible()


def test_many_people_are_taken_in_while_one_looks(page_as: Callable[..., Page]) -> None:
    page = page_as("admin")
    page.goto("/administration/import")
    people = [f"Åse Nummer {n};aase{n}@hemidt.example;medarbejder;VIB-01-1;;" for n in range(3_000)]
    choose(page, "Personer og roller", "mange.csv", ["navn;e-mail;rolle;afdeling;fra;til", *people])
    page.get_by_role("button", name="Gennemfør 3.000 ændringer").click()
    # How far it is, in words and as a bar, until it is there.
    expect(page.get_by_role("progressbar", name="Skriver")).to_be_visible()
    expect(page.get_by_text("Filen er gennemført.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("3.000 nye personer")).to_be_visible()
    page.get_by_role("searchbox", name="Søg i rapporten").fill("aase2999")
    line(page, "Åse Nummer 2999", "Ny person: medarbejder i VIB-01-1.")


def test_a_file_that_is_the_whole_organisation_closes_what_it_lacks(page_as: Callable[..., Page]) -> None:
    page = page_as("admin")
    page.goto("/administration/import")
    closing, busy = "Økonomi og Planlægning", "Medicinsk sengeafsnit"
    rows = [row for row in open_now(page) if closing not in row]
    choose(page, "Organisationen", "uden to.csv", [row for row in rows if busy not in row], whole=True)
    line(page, busy, "Den mangler i filen, men har noget åbent")
    page.get_by_role("link", name="Vælg den rettede fil").click()
    expect(page.get_by_role("checkbox", name="Filen er hele organisationen")).to_be_checked()
    choose(page, "Organisationen", "uden en.csv", rows, whole=True)
    line(page, closing, "Lukkes i dag.")
    expect(page.get_by_text("1 afdeling lukkes i dag")).to_be_visible()
    page.get_by_role("button", name=re.compile("Gennemfør")).click()
    expect(page.get_by_text("Filen er gennemført.")).to_be_visible()
    page.goto("/administration/organisation?q=planlægning&lukkede=1")
    expect(page.get_by_text(closing)).to_be_visible()
