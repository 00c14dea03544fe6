"""The frame of the browser tests can fail."""

import pytest

BAD = "<html lang=da><title>x</title><main><h1>x</h1><img src=/favicon.ico><input></main></html>"
GOOD = "<html lang=da><title>x</title><main><h1>Trinvis</h1><p>x</p></main></html>"


@pytest.fixture
def page(browser):
    with browser.new_context(viewport={"width": 360, "height": 640}) as context:
        yield context.new_page()


def test_axe_finds_what_is_wrong_and_nothing_else(page, axe):
    page.set_content(GOOD)
    axe(page)
    page.set_content(BAD)
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_sideways_scrolling_is_seen(page, fits):
    page.set_content(GOOD)
    fits(page)
    page.set_content(GOOD.replace("<p>", "<p style='width: 400px'>"))
    with pytest.raises(AssertionError, match="wider"):
        fits(page)
