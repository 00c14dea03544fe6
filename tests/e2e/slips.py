"""Answer slips of the demo's open wave, printed as TRIO does, and a page that answers with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

PageAs = Callable[..., Page]


@dataclass(frozen=True)
class Slip:
    """A slip: where its QR code leads (a path), and its code to type."""

    link: str
    code: str

    @property
    def page(self) -> str:
        """The answer page's path without the code."""
        return self.link.split("#")[0]


def department(page: Page, name: str) -> dict[str, Any]:
    """The department as whoever is signed in may see it."""
    found = page.context.request.get("/api/departments").json()["items"]
    return next(one for one in found if one["name"] == name)


def wave_of(page: Page, name: str, state: str, phase: str) -> str:
    """The id of the department's wave in this state and phase."""
    path = f"/api/waves?department={department(page, name)['id']}"
    found = page.context.request.get(path).json()["items"]
    return next(str(one["id"]) for one in found if (one["state"], one["phase"]) == (state, phase))


def slips(page_as: PageAs, count: int) -> list[Slip]:
    """So many further slips of a section in the demo's open wave."""
    trio = page_as("trio")
    wave_id = wave_of(trio, "Akutafdelingen", "open", "after")
    wave = trio.context.request.get(f"/api/waves/{wave_id}").json()
    unit = max(wave["nodes"], key=lambda one: one["unit_heads"] - (one["printed"] or 0))
    wanted = {"unit_id": unit["id"], "count": count}
    path = f"/api/waves/{wave_id}/slips"
    reply = trio.context.request.post(path, data=wanted, headers={"X-Trinvis": "1"})
    assert reply.status == 201, reply.text()
    found = [(one["link"], one["code"]) for one in reply.json()["slips"]]
    return [Slip(link[link.index("/svar/") :], code) for link, code in found]


def statements(page: Page) -> Locator:
    """The seven groups of answers."""
    return page.get_by_role("group", name=re.compile(r"^(Spørgsmål|Question) \d "))


def statement(page: Page, number: int) -> Locator:
    """The group of one statement's answers."""
    return statements(page).nth(number - 1)


def answer(page: Page, answers: Sequence[int]) -> None:
    """Choose an answer to each statement from the first on; 0 is "Ved ikke"."""
    names = {0: "Ved ikke", 1: "1, helt uenig", 7: "7, helt enig"}
    for number, value in enumerate(answers, 1):
        statement(page, number).get_by_role("radio", name=names.get(value, str(value)), exact=True).check()


def send(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Send mine svar").click()


def is_thanked(page: Page) -> None:
    """The answer has been received."""
    expect(page.get_by_role("heading", level=1, name="Tak for dit svar")).to_be_focused()


def keeps_nothing(page: Page) -> None:
    """Neither cookie nor storage nor database, and no code in the address."""
    assert page.context.cookies() == []
    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
        " (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,"
        " location.hash]"
    )
    assert kept == [0, 0, 0, 0, 0, ""]
