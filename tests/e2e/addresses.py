"""Addresses of pages with the records of the demo in them, as a person may see them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page


def address(page: Page, path: str) -> str:
    """The path with what stands in braces looked up as this person may see it."""
    return re.sub(r"\{(.+?)\}", lambda match: _found(page, match.group(1)), path)


def _found(page: Page, word: str) -> str:
    ask = page.context.request
    if word in KNOWN:
        return KNOWN[word](page)
    kind, _, which = word.partition(":")
    if kind in OF_STATE:
        return OF_STATE[kind](page, which)
    departments = {one["name"]: one["id"] for one in ask.get("/api/departments").json()["items"]}
    return result(page, kind, which, [*departments.values()]) if which else str(departments[word])


def _items(page: Page, url: str) -> list[dict[str, Any]]:
    return list(page.context.request.get(url).json()["items"])


def _here(page: Page) -> dict[str, Any]:
    return next(one for one in _items(page, "/api/departments") if one["name"] == "Akutafdelingen")


def _first_here(kind: str) -> Callable[[Page], str]:
    return lambda page: str(_items(page, f"/api/{kind}?department={_here(page)['id']}")[0]["id"])


def _board(page: Page) -> str:
    told = page.context.request.get(f"/api/departments/{_here(page)['id']}/board").json()
    return str(told["url"]).rsplit("/", 1)[1]


def _rikke(page: Page) -> dict[str, Any]:
    return _items(page, "/api/people/directory?q=rikke.soendergaard")[0]


def _session(page: Page) -> str:
    journey = page.context.request.get(f"/api/journeys/{_here(page)['journey_id']}").json()
    return str(journey["sessions"][0]["id"])


def _experience(page: Page, state: str) -> str:
    # The one that others have tried has the most to show.
    return str(max(_items(page, f"/api/experiences?state={state}"), key=lambda one: one["tried"])["id"])


def _meeting(page: Page, state: str) -> str:
    return next(str(one["id"]) for one in _items(page, "/api/meetings") if one["state"] == state)


def brought(page: Page) -> str:
    """A file with a row that is wrong and one that is new, once it has been looked at."""
    rows = [
        "navn;e-mail;rolle;afdeling;fra;til",
        "Bo;bo@h.example;konge;VIB-01;;",
        "Åse;aase@h.example;LMU;VIB-01;;",
    ]
    ours = {"X-Trinvis": "1", "Content-Type": "application/octet-stream"}
    made = page.context.request.post(
        "/api/imports?kind=people&name=personer.csv", data="\n".join(rows).encode(), headers=ours
    ).json()
    while made["state"] == "checking":
        page.wait_for_timeout(100)
        made = page.context.request.get(f"/api/imports/{made['id']}").json()
    return str(made["id"])


def in_state(page: Page, kind: str, state: str) -> str:
    """A trial or a wave in this state as this person reads it; a wave is drafted where none is yet."""
    ask = page.context.request
    if kind == "trial":
        return str(ask.get(f"/api/trial-actions?state={state}").json()["items"][0]["id"])
    waves = [one for one in ask.get("/api/waves").json()["items"] if one["state"] == state]
    if waves or state != "draft":
        return str(waves[0]["id"])
    departments = {one["name"]: one["id"] for one in ask.get("/api/departments").json()["items"]}
    here, ours = departments["Ortopædkirurgi"], {"X-Trinvis": "1", "Idempotency-Key": "a-draft-to-look-at"}
    days = ask.get(f"/api/waves/draft?department={here}").json()
    body = {name: days[name] for name in ("opens_on", "closes_on", "dialogue_on", "hmu_on")}
    body |= {"department_ids": [here], "phases": {here: "before"}}
    return str(ask.post("/api/waves", data=body, headers=ours).json()["id"])


def result(page: Page, shown: str, part: str, departments: list[str]) -> str:
    """A wave, or the node in it, whose result this person is shown so; or one that HMU sees."""
    if shown == "committee":
        return str(page.context.request.get("/api/committee-results").json()["items"][-1]["wave_id"])
    for node in departments:
        for line in page.context.request.get(f"/api/departments/{node}/results").json().get("items", ()):
            if line["shown"] == shown:
                return str(line["wave_id"] if part == "wave" else node)
    raise AssertionError(f"no result is {shown} for her")


KNOWN: dict[str, Callable[[Page], str]] = {
    "tool": lambda page: str(page.context.request.get("/api/tools").json()["tools"][0]["key"]),
    "course": lambda page: str(_items(page, "/api/courses?state=held")[0]["id"]),
    "material": lambda page: next(
        str(one["id"]) for one in _items(page, "/api/materials") if one["kind"] == "lmu_trio"
    ),
    "import": brought,
    "board": _board,
    "person": lambda page: str(_rikke(page)["person"]["id"]),
    "role": lambda page: str(_rikke(page)["roles"][0]["id"]),
    "session": _session,
    "follow-up": _first_here("follow-ups"),
    "agreement": _first_here("agreements"),
}
OF_STATE: dict[str, Callable[[Page, str], str]] = {
    "experience": _experience,
    "meeting": _meeting,
    "trial": lambda page, state: in_state(page, "trial", state),
    "wave": lambda page, state: in_state(page, "wave", state),
}
