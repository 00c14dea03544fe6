"""HR writes about a tool and hangs a file on it; a colleague without a login reads both."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from tests.api.files import MACROS, PDF, PNG, office


def attach(page: Page, name: str, data: bytes) -> None:
    """Choose the file and send it."""
    field = page.get_by_label("Fil", exact=True)
    if not field.is_visible():
        page.get_by_text("Læg en fil her").click()
    # What the browser says that it is, is never believed.
    field.set_input_files(FilePayload(name=name, mimeType="application/pdf", buffer=data))
    page.get_by_role("button", name="Vedhæft filen").click()


def test_hr_writes_and_everybody_reads(page_as: Callable[..., Page], server: str) -> None:
    page = page_as("hr")
    page.goto("/redskaber")
    page.get_by_role("link", name="Skriv nyt materiale").click()
    # Nothing written: the page says what is missing.
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("alert")).to_contain_text("Vælg, hvad det er.")
    page.get_by_role("radio", name="Til LMU og TRIO").check()
    page.get_by_label("Titel", exact=True).fill("Spørgsmål til LMU")
    page.get_by_label("Kort om det", exact=True).fill("Tre spørgsmål til næste møde.")
    page.get_by_label(re.compile("^Resten")).first.fill("## Før mødet\n- Læs notatet\n- Tal med TRIO")
    page.get_by_role("button", name="Tilføj et link").click()
    page.get_by_label("Link 1: hvad det hedder").fill("Om TRIO")
    page.get_by_label("Link 1: adressen").fill("javascript:alert(1)")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv hele adressen")
    page.get_by_label("Link 1: adressen").fill("https://www.godtarbejdsmiljo.dk/trio")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("heading", level=1, name="Spørgsmål til LMU")).to_be_visible()
    expect(page.get_by_role("heading", name="Før mødet")).to_be_visible()

    # What is kept out is said in words, and the form stands.
    attach(page, "regneark.pdf", b"MZ\x90\x00 et program")
    expect(page.get_by_role("alert")).to_contain_text("Den slags fil kan ikke vedhæftes.")
    attach(page, "med makroer.docx", office(types=MACROS))
    expect(page.get_by_role("alert")).to_contain_text("Filen har makroer.")
    attach(page, "billede.pdf", PNG)
    expect(page.get_by_role("alert")).to_contain_text("Filens navn passer ikke til indholdet.")
    attach(page, "Spørgsmål på ét ark.pdf", PDF)
    expect(page.get_by_role("link", name="Spørgsmål på ét ark.pdf")).to_be_visible()

    # Written anew; what stood there is still to be read.
    page.get_by_role("link", name="Ret", exact=True).click()
    page.get_by_label("Kort om det", exact=True).fill("Fire spørgsmål til næste møde.")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Fire spørgsmål til næste møde.")).to_be_visible()
    page.get_by_role("link", name="Se alle 2 udgaver").click()
    page.get_by_role("link", name="1. udgave").click()
    expect(page.get_by_text("Tre spørgsmål til næste møde.")).to_be_visible()

    # A colleague who has no login finds it and gets the file.
    colleague = page_as(None)
    colleague.goto("/soeg?q=spørgsmål til lmu")
    colleague.get_by_role("link", name="Spørgsmål til LMU").click()
    expect(colleague.get_by_role("link", name="Om TRIO")).to_be_visible()
    expect(colleague.get_by_role("link", name="Ret", exact=True)).to_have_count(0)
    with colleague.expect_download() as download:
        colleague.get_by_role("link", name="Spørgsmål på ét ark.pdf").click()
    assert download.value.suggested_filename == "Spørgsmål på ét ark.pdf"
    assert Path(download.value.path()).read_bytes() == PDF


def test_minutes_hang_on_a_session(page_as: Callable[..., Page]) -> None:
    page = page_as("leader")
    departments = page.context.request.get("/api/departments").json()["items"]
    place = next(one["id"] for one in departments if one["name"] == "Akutafdelingen")
    journey = page.context.request.get(f"/api/journeys?department={place}").json()["items"][0]["id"]
    sessions = page.context.request.get(f"/api/journeys/{journey}").json()["sessions"]
    page.goto(f"/droeftelser/{next(one['id'] for one in sessions if one['state'] == 'held')}")
    attach(page, "Referat.pdf", PDF)
    expect(page.get_by_role("link", name="Referat.pdf")).to_be_visible()
    page.get_by_role("button", name="Fjern Referat.pdf").click()
    expect(page.get_by_text("Filen slettes med det samme")).to_be_visible()
    page.get_by_role("button", name="Fjern", exact=True).click()
    expect(page.get_by_role("link", name="Referat.pdf")).to_have_count(0)
