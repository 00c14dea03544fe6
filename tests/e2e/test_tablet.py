"""The shared screen in the break room: it takes a code, shows the questions and remembers nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.slips import Slip, answer, is_thanked, keeps_nothing, send, slips, statements

PageAs = Callable[..., Page]


@pytest.fixture
def tablet(page_as: PageAs) -> Page:
    """A tablet whose clock the test moves on."""
    page = page_as(None, width=1024, height=768, fresh=True)
    page.clock.install()
    return page


def begin(page: Page, slip: Slip) -> None:
    page.get_by_label("Koden på din seddel").fill(slip.code)
    page.get_by_role("button", name="Begynd").click()
    expect(page.get_by_role("heading", level=1, name="De 7 spørgsmål")).to_be_focused()


def stands_at_its_start(page: Page) -> None:
    expect(page.get_by_role("heading", level=1, name="Svar her med koden fra din seddel")).to_be_visible()
    expect(page.get_by_label("Koden på din seddel")).to_have_value("")
    expect(statements(page)).to_have_count(0)


def test_one_after_the_other(page_as: PageAs, tablet: Page) -> None:
    first, second, third = slips(page_as, 3)
    page = tablet
    page.goto("/log-ind")
    page.goto(f"{first.page}?tablet")
    stands_at_its_start(page)
    page.get_by_label("Koden på din seddel").fill("ABCD")
    page.get_by_role("button", name="Begynd").click()
    expect(page.get_by_role("alert")).to_contain_text("Koden er ikke skrevet helt rigtigt.")
    begin(page, first)
    answer(page, [7, 6, 5, 4, 3, 2, 1])
    send(page)
    is_thanked(page)
    page.clock.run_for(19_000)
    is_thanked(page)
    page.clock.run_for(2_000)
    stands_at_its_start(page)
    keeps_nothing(page)

    # The next one begins and is called away.
    begin(page, second)
    answer(page, [3, 3])
    page.clock.run_for(80_000)
    answer(page, [3, 3, 3])
    page.clock.run_for(80_000)
    expect(page.get_by_role("radio", checked=True)).to_have_count(3)
    page.clock.run_for(11_000)
    stands_at_its_start(page)

    # Whoever presses Back, and Forward again, finds the start.
    page.go_back()
    page.go_forward()
    stands_at_its_start(page)

    begin(page, third)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    answer(page, [4])
    page.get_by_role("button", name="Slet og begynd forfra").click()
    stands_at_its_start(page)
    keeps_nothing(page)


def test_without_network_the_next_person_sees_that_something_waits_not_what(
    page_as: PageAs, tablet: Page
) -> None:
    (slip,) = slips(page_as, 1)
    page = tablet
    page.goto(f"{slip.page}?tablet")
    begin(page, slip)
    answer(page, [1, 1, 1])
    page.context.set_offline(True)
    send(page)
    expect(page.get_by_role("heading", level=1, name="Ikke sendt endnu")).to_be_focused()
    expect(statements(page)).to_have_count(0)
    page.clock.run_for(95_000)
    expect(page.get_by_role("heading", level=1, name="Ikke sendt endnu")).to_be_visible()
    page.context.set_offline(False)
    is_thanked(page)


def test_one_finds_it_from_the_wave(page_as: PageAs) -> None:
    page = page_as("trio")
    (slip,) = slips(page_as, 1)
    page.goto(slip.page.replace("/svar/", "/maalinger/"))
    page.get_by_role("link", name="Svarside til en skærm i pauserummet").click()
    stands_at_its_start(page)
