"""A real browser against the real server, with the demo hospital's data."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.server import serving

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / ".build" / "e2e"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # No name but the server's leads anywhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


# The server


@pytest.fixture(scope="module")
def server(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with demo data of its own, one for each file of tests."""
    data = tmp_path_factory.mktemp("server") / "data"
    shutil.copytree(demo_data, data)
    with serving(data) as url:
        yield url


# The browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, "The browser tests need Chromium (Debian: apt-get install chromium); ./dev test brings it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


PageAs = Callable[..., Page]

# Two browsers on two cores: what takes a moment on a quiet machine may take seconds here.
expect.set_options(timeout=20_000)

# What the page itself tells the reader: a refusal of the API, or that there is no network.
_WORDED = (
    r"Failed to load resource: "
    r"(the server responded with a status of 4|net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED)"
)


@pytest.fixture
def page_as(browser: Browser, server: str, request: pytest.FixtureRequest) -> Generator[PageAs]:
    """Open a page as one of the cast: `page_as("leader", width=360, dark=True, lang="en")`.

    None instead of a person: nobody is signed in. `fresh`: a browser that was never here before.
    At the end of the test the browser's console must hold no error: that is how a page's script that
    failed, or something that the content security policy refused, shows itself.
    """
    complaints: list[str] = []
    pages: list[Page] = []

    def listen(message: ConsoleMessage) -> None:
        refused = re.match(_WORDED, message.text)
        if message.type in {"error", "warning"} and not refused:
            complaints.append(message.text)

    def open_page(
        person: str | None,
        *,
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        lang: str = "da",
        fresh: bool = False,
    ) -> Page:
        context = contexts.enter_context(
            browser.new_context(
                base_url=server,
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                locale={"da": "da-DK", "en": "en-GB"}[lang],
                timezone_id="Europe/Copenhagen",
                reduced_motion="reduce",
            )
        )
        context.set_default_timeout(20_000)
        if not fresh:
            context.add_init_script(_REMEMBER.format(lang=lang))
        if person:
            sign_in(context, person, lang)
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        pages.append(page)
        return page

    with ExitStack() as contexts:
        yield open_page
        if request.node.stash.get(_FAILED, False):
            _take_pictures(request.node.name, pages)
    assert not complaints, "The browser's console says:\n" + "\n".join(complaints)


# A browser in which this language was chosen before. There is no storage before the first page.
_REMEMBER = """
try {{ localStorage.getItem("trinvis-language") ?? localStorage.setItem("trinvis-language", "{lang}") }}
catch {{ }}
"""


def sign_in(context: Any, person: str, lang: str) -> None:
    """Sign in as one of the cast, who reads this language; the context's pages share the cookie."""
    ours = {"X-Trinvis": "1"}
    reply = context.request.post("/api/session/demo", data={"person": person}, headers=ours)
    assert reply.ok, f"{person}: {reply.status} {reply.text()}"
    reply = context.request.put("/api/me/language", data={"language": lang}, headers=ours)
    assert reply.ok, f"{person}: {reply.status} {reply.text()}"


# Pictures of what went wrong

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


def _take_pictures(test: str, pages: list[Page]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages, 1):
        if not page.is_closed():
            name = re.sub(r"[^\w-]+", "-", test)
            page.screenshot(path=PICTURES / f"{name}-{number}.png", full_page=True)


# What is held against every page


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Assert that axe finds no violation on the page, contrast included."""
    source = AXE.read_text()

    def check(page: Page) -> None:
        # What has not come into sight yet would be passed over.
        page.wait_for_function("() => !document.querySelector('.page--arriving')")
        # Through the debugger: the page's content security policy stays in force.
        debugger = page.context.new_cdp_session(page)
        debugger.send("Runtime.evaluate", {"expression": source})
        debugger.detach()
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        told = [
            f"{one['id']} ({one['help']}): {', '.join(str(node['target']) for node in one['nodes'])}"
            for one in found["violations"]
        ]
        assert found["passes"], "axe checked nothing"
        assert not told, f"{page.url}:\n" + "\n".join(told)

    return check


@pytest.fixture(scope="session")
def fits() -> Callable[[Page], None]:
    """Assert that the page needs no sideways scrolling."""

    def check(page: Page) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{page.url} is {wide} px wider than the window"

    return check
