"""A page holds still while its parts arrive: what one is about to tap is not moved away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.e2e.addresses import address

# Each answer and each file later than the one before, as over a poor line.
LATER = 0.03
COUNT_MOVES = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.moved += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""
ARRIVED = "() => document.querySelector('.page') && !document.querySelector('.page--arriving')"
MOST = 0.02


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("/", 360),
        ("/afdelinger/{Akutafdelingen}", 360),
        ("/afdelinger/{Akutafdelingen}", 1280),
        ("/proevehandlinger/{trial:running}", 360),
        ("/droeftelser/{session}", 360),
    ],
)
def test_nothing_moves_beneath_a_finger(page_as: Callable[..., Page], path: str, width: int) -> None:
    page = page_as("leader", width=width)
    here = address(page, path)
    page.add_init_script(COUNT_MOVES)
    seconds = 0.0

    def late(route: Route) -> None:
        nonlocal seconds
        seconds += LATER
        page.wait_for_timeout(LATER * 1000)
        route.continue_()

    page.route("**/api/**", late)
    page.goto(here)
    page.wait_for_function(ARRIVED)
    page.wait_for_load_state("networkidle")
    assert seconds > 2 * LATER
    assert page.evaluate("() => window.moved") < MOST
