"""Every page, seen pairwise in both languages, widths and colours: axe finds nothing, nothing runs over."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.addresses import address

ROUTES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "routes.tsx"

# Each pair of language x width, language x colour, width x colour is met once. A page is loaded once for a
# language: width and colour change beneath it, as when a phone is turned and evening comes.
LOOKS = {"da": ((360, False), (1280, True)), "en": ((360, True), (1280, False))}
READY = "() => document.querySelector('h1') && !document.querySelector('.loading, .page--arriving')"

# Who looks at what. A name in braces stands for an id that `address` looks up.
PAGES: list[tuple[str | None, str]] = [
    (None, "/log-ind"),
    (None, "/redskaber"),
    (None, "/redskaber/{tool}"),
    (None, "/materiale/{material}"),
    ("hr", "/materiale/{material}"),
    ("hr", "/materiale/{material}/ret"),
    ("hr", "/materiale/ny"),
    ("member", "/materiale/ny"),
    ("leader", "/materiale/{material}/udgaver?nr=1"),
    ("hr", "/redskaber"),
    ("hr", "/redskaber/action_learning"),
    (None, "/psykologisk-tryghed"),
    (None, "/psykologisk-tryghed/dialogkort"),
    (None, "/psykologisk-tryghed/dialogkort/moede?kort=8"),
    (None, "/tilgaengelighed"),
    (None, "/oplysninger"),
    (None, "/findes-ikke"),
    ("hmu", "/erfaringer"),
    ("leader", "/erfaringer?vis=draft"),
    ("leader", "/erfaringer?vis=withdrawn"),
    ("leader", "/erfaringer/{experience:shared}"),
    ("leader", "/erfaringer/{experience:draft}"),
    ("leader", "/erfaringer/{experience:draft}/ret"),
    ("leader", "/erfaringer/{experience:draft}/del"),
    ("member", "/erfaringer/{experience:shared}/proev"),
    ("leader", "/erfaringer/ny?afdeling={Akutafdelingen}&fra=session&id={session}"),
    ("leader", "/"),
    ("hmu", "/"),
    ("hr", "/"),
    ("admin", "/"),
    ("admin", "/administration"),
    ("admin", "/administration/organisation"),
    ("admin", "/administration/organisation?q=akut&slags=section"),
    ("admin", "/administration/organisation/ny?over={Akutafdelingen}"),
    ("admin", "/administration/organisation/{Akutafdelingen}"),
    ("admin", "/administration/organisation/{Akutafdelingen}/ret"),
    ("admin", "/administration/organisation/{Akutafdelingen}/flyt"),
    ("admin", "/administration/organisation/{Akutafdelingen}/luk"),
    ("admin", "/administration/organisation/{Akutafdelingen}/laeg-sammen"),
    ("admin", "/administration/organisation/{Akutafdelingen}/del"),
    ("admin", "/administration/organisation/{Akutafdelingen}/trin"),
    ("member", "/"),
    ("leader", "/afdelinger"),
    ("hr", "/afdelinger"),
    ("leader", "/afdelinger/{Akutafdelingen}"),
    ("leader", "/afdelinger/{Patologi}"),
    ("member", "/afdelinger/{Skadestuen}"),
    ("hmu", "/afdelinger/{Akutafdelingen}"),
    ("leader", "/afdelinger/{Akutafdelingen}/personer"),
    ("leader", "/afdelinger/{Akutafdelingen}/personer/ny?rolle=trio"),
    ("leader", "/afdelinger/{Akutafdelingen}/personer/{person}"),
    ("leader", "/afdelinger/{Akutafdelingen}/roller/{role}?person={person}"),
    ("leader", "/afdelinger/{Akutafdelingen}/overdrag?person={person}"),
    ("leader", "/afdelinger/{Akutafdelingen}/uden-tovholder"),
    ("leader", "/velkommen/{Akutafdelingen}"),
    ("member", "/afdelinger/{Akutafdelingen}/personer"),
    ("admin", "/administration/import"),
    ("admin", "/administration/import/{import}"),
    ("admin", "/administration/personer"),
    ("admin", "/administration/personer/ny"),
    ("admin", "/administration/personer/{person}"),
    ("leader", "/afdelinger/{Akutafdelingen}/tavle"),
    ("leader", "/afdelinger/{Akutafdelingen}/ark"),
    ("leader", "/tavle/{board}"),
    (None, "/tavle/findes-ikke"),
    (None, "/soeg?q=tavle"),
    ("hr", "/soeg?q=a"),
    ("leader", "/soeg?q=afdeling"),
    ("leader", "/soeg?q=findesikke"),
    ("hr", "/soeg?q=e&slags=personer"),
    ("hmu", "/hmu"),
    ("secretary", "/hmu/papirer"),
    ("leader", "/afdelinger/{Akutafdelingen}/papirer?slags=yearly"),
    ("hmu", "/hmu?ses=1&trin=2"),
    ("hmu", "/hmu?pr=2026-06-10&siden=2026-05-01"),
    ("hmu", "/hmu?pr=2099-01-01"),
    ("leader", "/afdelinger/{Akutafdelingen}/historik"),
    ("leader", "/afdelinger/{Akutafdelingen}/historik?slags=follow_up&fra=2026-11-01&til=2026-10-01"),
    ("leader", "/historik/{follow-up}"),
    ("hr", "/mig/historik"),
    ("admin", "/administration/historik"),
    ("leader", "/proevehandlinger"),
    ("leader", "/proevehandlinger/{trial:running}"),
    ("leader", "/proevehandlinger/{trial:tried}"),
    ("leader", "/proevehandlinger/{trial:evaluated}"),
    ("leader", "/proevehandlinger/{trial:draft}/plan"),
    ("member", "/afdelinger/{Skadestuen}/ny-proevehandling"),
    ("ambassador", "/foelg-op"),
    ("leader", "/afdelinger/{Akutafdelingen}/ny-opfoelgning"),
    ("leader", "/opfoelgninger/{follow-up}"),
    ("leader", "/opfoelgninger/{follow-up}/ret"),
    ("leader", "/afdelinger/{Akutafdelingen}/ny-aftale"),
    ("leader", "/aftaler/{agreement}"),
    ("leader", "/aftaler/{agreement}/ret"),
    ("leader", "/droeftelser/{session}"),
    ("leader", "/afdelinger/{Akutafdelingen}/droeftelse/ny"),
    ("leader", "/afdelinger/{Akutafdelingen}/trin/2"),
    ("leader", "/afdelinger/{Akutafdelingen}/trin/1/genaabn"),
    ("leader", "/afdelinger/{Akutafdelingen}/hjaelp"),
    ("leader", "/afdelinger/{Akutafdelingen}/runder"),
    ("hr", "/udrulning"),
    ("hr", "/udrulning?kontakt=1&igang=1"),
    ("hr", "/spor"),
    ("hr", "/spor/ambassadoerer"),
    ("hr", "/spor/ambassadoerer?uden=1"),
    ("hr", "/spor/nye-ledere"),
    ("hr", "/spor/oplaeg"),
    ("hr", "/spor/kurser"),
    ("hr", "/spor/introduktionsdage/ny"),
    ("hr", "/spor/oplaeg/ny?forum=hmu"),
    ("hr", "/spor/kurser/{course}"),
    ("hr", "/afdelinger/{Kirurgi}/udrulning"),
    ("hr", "/afdelinger/{Patologi}/udrulning"),
    ("hr", "/afdelinger/{Kirurgi}/hjaelp"),
    ("hr", "/afdelinger/{Hospitalsenhed Midt}/ny-proevehandling"),
    ("leader", "/afdelinger/{Akutafdelingen}/udrulning"),
    ("leader", "/psykologisk-tryghed/dialogkort/moede"),
    ("leader", "/maalinger/{detail:wave}/resultat/{detail:node}"),
    ("hr", "/maalinger/{hidden:wave}/resultat/{hidden:node}"),
    ("hr", "/maalinger/{not_yet:wave}/resultat/{not_yet:node}"),
    ("hmu", "/maalinger/{committee:wave}/hmu"),
    ("leader", "/afdelinger/{Akutafdelingen}/maalinger"),
    ("hr", "/afdelinger/{Kirurgi}/maalinger"),
    ("hr", "/maalinger"),
    ("hr", "/maalinger/ny"),
    ("hr", "/maalinger/ny?afdelinger={Patologi},{Neurorehabilitering 1}"),
    ("leader", "/maalinger/ny"),
    ("hr", "/maalinger/spoergsmaal"),
    ("hr", "/maalinger/{wave:draft}"),
    ("hr", "/maalinger/{wave:draft}/ret"),
    ("hr", "/maalinger/{wave:draft}/sedler"),
    ("trio", "/maalinger/{wave:open}"),
    ("trio", "/maalinger/{wave:open}/sedler"),
    ("leader", "/maalinger/{wave:closed}"),
    ("secretary", "/hmu"),
    ("secretary", "/hmu/moeder"),
    ("secretary", "/moeder/{meeting:planned}"),
    ("secretary", "/moeder/{meeting:held}"),
    ("secretary", "/moeder/{meeting:planned}/ret"),
    ("secretary", "/moeder/{meeting:held}/beslutninger"),
    ("secretary", "/moeder/{meeting:planned}/punkter/nyt"),
    ("secretary", "/afdelinger/{Hospitalsenhed Midt}/moeder/nyt"),
    ("secretary", "/afdelinger/{Hospitalsenhed Midt}/arbejdsmiljoe"),
    ("secretary", "/afdelinger/{Hospitalsenhed Midt}/arbejdsmiljoe/2026"),
    ("lmu_secretary", "/"),
    ("lmu_secretary", "/moeder/{meeting:planned}"),
    ("lmu_secretary", "/afdelinger/{Billeddiagnostik}/moeder"),
    ("leader", "/afdelinger/{Akutafdelingen}/moeder"),
    ("leader", "/hmu/moeder"),
]


def pattern(path: str) -> str:
    """The path as routes.tsx writes it."""
    return re.sub(r"\?.*", "", path)


PEOPLE = list(dict.fromkeys(person for person, _ in PAGES))


@pytest.mark.parametrize("lang", LOOKS)
@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_every_page_of_hers_is_whole(
    page_as: Callable[..., Page], axe: Callable[[Page], None], person: str | None, lang: str
) -> None:
    """One browser for a person and a language: pages follow each other as for a reader."""
    page = page_as(person, lang=lang)
    wrong: list[str] = []
    for path in (path for whose, path in PAGES if whose == person):
        width, dark = LOOKS[lang][0]
        look(page, width, dark)
        page.goto(address(page, path))
        page.wait_for_function(READY)
        for width, dark in LOOKS[lang]:
            look(page, width, dark)
            try:
                axe(page)
            except AssertionError as found:
                wrong.append(f"{path}, {width}, {'dark' if dark else 'light'}: {found}")
            if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
                wrong.append(f"{path}: the page runs over its width of {width}")
    assert not wrong, "\n".join(wrong)


def look(page: Page, width: int, dark: bool) -> None:
    """Show the page this wide, in the light or the dark."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")


def test_every_route_is_looked_at() -> None:
    written = set(re.findall(r'path: "([^"]+)"', ROUTES.read_text()))
    seen = [re.sub(r"\{[^}]+\}", "x", pattern(path)) for _, path in PAGES]
    missing = {
        route
        for route in written
        if not any(re.fullmatch(re.sub(r":\w+", "[^/]+", route), one) for one in seen)
    }
    assert not missing, "add them to PAGES"
