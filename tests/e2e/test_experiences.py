"""An experience travels: told from a trial, shared, tried in another department, counted at home."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

As = Callable[..., Page]


def _evaluated(page: Page) -> dict[str, Any]:
    """A trial of hers that is decided, of which nothing is told yet."""
    ask = page.context.request
    for trial in ask.get("/api/trial-actions?state=evaluated&limit=100").json()["items"]:
        around = ask.get(f"/api/experiences/around/{trial['id']}").json()
        if around["tells_for"] and not around["told"]:
            return dict(trial)
    raise AssertionError("everything has been told")


def test_what_was_learned_is_told_shared_and_tried_elsewhere(page_as: As) -> None:
    leader = page_as("leader")
    trial = _evaluated(leader)
    leader.goto(f"/proevehandlinger/{trial['id']}")
    leader.get_by_role("link", name="Fortæl, hvad I lærte").click()
    leader.get_by_label("Overskrift").fill("Det, vi tog med os")
    leader.get_by_role("button", name="Gem kladden").click()
    expect(leader.get_by_role("heading", level=1, name="Det, vi tog med os")).to_be_visible()
    leader.get_by_role("link", name="Del erfaringen").click()
    leader.get_by_role("button", name="Del den").click()
    expect(leader.get_by_role("alert")).to_contain_text("Vælg, hvem der har sagt ja.")
    leader.get_by_role("radio", name="Hanne Østergaard").check()
    leader.get_by_role("button", name="Del den").click()
    expect(leader.get_by_text("Ledelsen har sagt ja til at dele, ved Hanne Østergaard.")).to_be_visible()
    address = leader.url

    other = page_as("other_leader")
    other.goto("/erfaringer")
    other.get_by_role("link", name="Det, vi tog med os").click()
    expect(other.get_by_text("Ledelsen har sagt ja til at dele.")).to_be_visible()
    other.get_by_role("link", name="Prøv det hos jer").click()
    other.get_by_role("button", name="Lav kladden").click()
    expect(other.get_by_role("button", name="Gem")).to_be_visible()
    made = other.url.split("/")[-2]
    written = other.context.request.get(f"/api/trial-actions/{made}").json()
    assert written["change"] == trial["change"]

    leader.goto(address)
    tree = leader.get_by_role("list", name="Stamtræ")
    expect(tree.get_by_text("En anden afdeling")).to_be_visible()
    leader.get_by_role("button", name="Træk den tilbage").click()
    expect(leader.get_by_text("Den er trukket tilbage.")).to_be_visible()
    other.goto(address)
    expect(other.get_by_role("heading", level=1, name="Det findes ikke her")).to_be_visible()


def test_authors_are_told_and_the_board_says_what_is_kept(page_as: As) -> None:
    leader = page_as("leader")
    leader.goto("/")
    told = leader.get_by_text("En anden afdeling prøver jeres idé:")
    expect(told).to_be_visible()
    leader.get_by_role("link", name="Makker på de første ti vagter").first.click()
    expect(leader.get_by_text("Prøvet fire steder, beholdt to")).to_be_visible()
    expect(leader.get_by_role("link", name="Billeddiagnostik")).to_be_visible()
    here = leader.context.request.get("/api/me").json()["home"]["id"]
    for path in (f"/afdelinger/{here}", f"/afdelinger/{here}/tavle"):
        leader.goto(path)
        expect(leader.get_by_role("heading", name="Sådan gør vi hos os")).to_be_visible()
        expect(leader.get_by_text("Makkeren står på vagtplanen, før den nye begynder.")).to_be_visible()
