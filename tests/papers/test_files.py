"""Each file opens without repair, the item is one page, and what people wrote stays text."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.papers.conftest import OfficeOfAll, about, fonts, inked, overprinted, pages, size
from trinvis.content.pack import pack
from trinvis.reports.facts import Facts
from trinvis.reports.making import COMPOSE, DRAW
from trinvis.reports.rules import FORMATS, PaperFormat, PaperKind

HOSTILE = (
    '=cmd|"/c calc"!A1 #panic("x") $x$ \\u{41} <b>&amp;</b> {{7*7}} {% raw %} ]*_fed_* '
    "\u202eXTR\u200b\x0b {tag} %s"
)
EMOJI = "\U0001f642 \U0001f469\u200d\u2695\ufe0f"
LONG = "Vi har talt om, hvordan vi siger til, når noget går galt, og hvad vi så gør i stedet for at tie. "


def row(number: int, **more: Any) -> dict[str, Any]:
    """A department's row."""
    return {
        "department": {
            "id": uuid4(), "name": f"Afdeling {number} for Øre-, Næse- og Halskirurgi", "pilot": number == 1,
        },
        "centre": None, "round": 1 + number % 2, "planned_start": None,
        "steps": [
            {"number": 1, "state": "done", "since": date(2026, 3, 5)},
            {"number": 2, "state": "in_progress", "since": date(2026, 5, 6)},
            {"number": 3, "state": "not_started", "since": None},
        ],
        "trials": {"planned": 1, "running": 2, "evaluated": 3, "adopt": 1, "adapt": 1, "abandon": 1},
        "agreements_open": 2, "experiences_shared": 1, "last_follow_up": date(2026, 10, 6),
        "next_date": date(2026, 12, 16), "help_wanted": HOSTILE if number == 2 else None,
        "help_wanted_on": None,
        "changes": [
            {"code": "step_done", "number": 1}, {"code": "new_trials", "count": 3},
            {"code": "help_wanted", "on": date(2026, 11, 2)},
        ],
        "changed": True,
    } | more  # fmt: skip


def facts(lang: str, words: str, committee: str = "hmu", rows: int = 36) -> Facts:
    """Everything filled, every text as long and as hostile as forms allow."""
    experience = {
        "id": uuid4(), "title": words[:120], "did": words[:1500], "learned": words[:1500],
        "advice": words[:500],
        "shared_on": date(2026, 11, 1), "tried": 4, "kept": 2, "origin": "trial_action",
        "department": {"id": uuid4(), "name": words[:80]},
    }  # fmt: skip
    item = {
        "id": uuid4(), "position": 4, "title": words[:200], "asks": "approve", "recommendation": words[:500],
        "account": words[:2000], "decision": None,
    }  # fmt: skip
    decided = [item | {"decision": words[:2000], "title": words[:200]}] * 4
    survey = {
        "closes_on": date(2026, 6, 1), "span": {"departments": 8, "low_tenths": 41, "high_tenths": 58},
        "nodes": [
            {"name": words[:80], "mean_tenths": 48, "answered": 120, "heads": 200},
            {"name": "Silkeborg", "mean_tenths": 51, "answered": None, "heads": None},
            {"name": "Hammel", "mean_tenths": None, "answered": None, "heads": None},
        ],
    }  # fmt: skip
    hmu = committee == "hmu"
    trial = {
        "change": words[:500], "state": "running", "decision": None, "starts_on": date(2026, 11, 2),
        "ends_on": None,
        "learning": words[:800],
    }  # fmt: skip
    return Facts(
        pack=pack("hemidt"), lang=lang, committee=committee, place=words[:80], as_of=date(2026, 11, 23),
        since=date(2026, 9, 21), today=date(2026, 11, 23),
        meeting={"on": date(2026, 12, 8)}, former={"on": date(2026, 9, 29), "items": decided}, item=item,
        rows=[row(number) for number in range(rows if hmu else 1)],
        help_by_centre=[{"centre": {"id": uuid4(), "name": words[:80]}, "count": 3}] if hmu else (),
        experiences=[experience] * 6, surveys=[survey] if hmu else (), trials=() if hmu else [trial] * 9,
        promises=() if hmu else [(date(2026, 12, 4), "process", words[:200])] * 5,
        yearly={"goals": words[:2000], "met": words[:2000], "next_goals": None, "follow_up": words[:500]},
        year=2026, everything=True,
    )  # fmt: skip


TEXTS = {
    "long": LONG * 30,
    "hostile": f"{HOSTILE}\n\n\n" * 60,
    "broad": "Mælkevejens HMU og MWågemøder " * 100,
    "capitals": (LONG * 30).upper(),
    "lines": "Ja.\n" * 900,
    "short": "Nyt",
    "numbers": "+1 -1 @SUM(A1) =1+1 " * 150,
    "emojis": f"{EMOJI} sagde hun. " * 150,
    "turned": "\u200f\u2067\u0627\u0644\u0639\u0631\u0628\u064a\u0629\u2069 og dansk\u202e \u061c" * 150,
}
OF_OFFICE = (PaperFormat.DOCX, PaperFormat.PPTX, PaperFormat.XLSX)


def made(folder: Path, told: Facts, kind: PaperKind, form: PaperFormat, name: str = "papirer") -> Path:
    """The file, drawn."""
    file = folder / f"{name}.{form}"
    file.write_bytes(DRAW[form](COMPOSE[kind](told)))
    return file


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory, office_of_all: OfficeOfAll) -> dict[str, Path]:
    """The item with each of the texts in each committee, as Word prints it."""
    folder = tmp_path_factory.mktemp("items")
    files = [
        made(folder, facts("da", text, which), PaperKind.PAPERS, PaperFormat.DOCX, f"{words}-{which}")
        for words, text in TEXTS.items()
        for which in ("hmu", "lmu")
    ]
    return {file.stem: pdf for file, pdf in office_of_all(files).items()}


@pytest.mark.parametrize("form", [PaperFormat.DOCX, PaperFormat.PDF])
@pytest.mark.parametrize("words", TEXTS)
@pytest.mark.parametrize("committee", ["hmu", "lmu"])
def test_the_item_takes_one_page(
    tmp_path: Path, items: dict[str, Path], words: str, committee: str, form: PaperFormat
) -> None:
    if form == PaperFormat.DOCX:
        found = pages(items[f"{words}-{committee}"])
    else:
        found = pages(made(tmp_path, facts("da", TEXTS[words], committee), PaperKind.PAPERS, form))
    assert "Beslutning" in found[0], found[0]
    assert "Bilag: 1." in found[0]
    assert "Bilag 1." in found[1]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, office_of_all: OfficeOfAll) -> dict[str, Path]:
    """Every file of every kind in both languages, printed: `papers-da.docx` and so on."""
    folder = tmp_path_factory.mktemp("files")
    found: dict[str, Path] = {}
    for_office: dict[str, Path] = {}
    for kind, forms in FORMATS.items():
        for form in set(forms) - {PaperFormat.TXT}:
            for lang in ("da", "en"):
                file = made(folder, facts(lang, LONG * 30), kind, form, f"{kind}-{lang}-{form}")
                (for_office if form in OF_OFFICE else found)[f"{kind}-{lang}.{form}"] = file
    pdfs = office_of_all(list(for_office.values()))
    return found | {name: pdfs[file] for name, file in for_office.items() if file in pdfs}


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(
    ("kind", "form"), [(k, f) for k, fs in FORMATS.items() for f in fs if f != PaperFormat.TXT]
)
def test_every_file_opens_and_prints(
    tmp_path: Path, printed: dict[str, Path], kind: PaperKind, form: PaperFormat, lang: str
) -> None:
    pdf = printed[f"{kind}-{lang}.{form}"]
    found = pages(pdf)
    assert all(text.strip() for text in found)
    assert overprinted(pdf) == []
    assert all(comes for _, comes in fonts(pdf))
    assert all(0.004 < share < 0.5 for share in inked(pdf, tmp_path / "pictures"))
    if form == PaperFormat.PPTX:
        assert 6 <= len(found) <= 8
        assert size(pdf)[0] > size(pdf)[1]
    if form == PaperFormat.PDF:
        assert size(pdf) == pytest.approx((595.3, 841.9), abs=1)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("kind", PaperKind)
def test_the_pdf_says_its_title_its_language_and_is_tagged(
    printed: dict[str, Path], kind: PaperKind, lang: str
) -> None:
    file = printed[f"{kind}-{lang}.pdf"]
    paper = COMPOSE[kind](facts(lang, LONG * 30))
    said = about(file)
    assert (said["Title"], said["Author"], said["Tagged"]) == (paper.title, paper.organisation, "yes")
    assert said["JavaScript"] == said["Encrypted"] == "no"
    assert f"/Lang({lang}" in file.read_bytes().decode("latin-1").replace("/Lang (", "/Lang(")


CORE = "docProps/core.xml"
OUR_TAGS = re.compile(r"python-docx|python-pptx|xlsxwriter|typst|steve|default|generated", re.IGNORECASE)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("form", OF_OFFICE)
def test_a_file_says_what_it_is_and_is_the_hospitals(form: PaperFormat, lang: str) -> None:
    """No name of a library or of a template's author stands in the properties that Word shows."""
    paper = COMPOSE[PaperKind.PAPERS](facts(lang, "Nyt"))
    with zipfile.ZipFile(io.BytesIO(DRAW[form](paper))) as archive:
        core = archive.read(CORE).decode()
        around = core + "".join(
            archive.read(name).decode() for name in archive.namelist() if name == "docProps/app.xml"
        )
    said = {tag: html.unescape(text) for tag, text in re.findall(r"<\w+:(\w+)[^>]*>([^<]*)</", core)}
    assert said["title"] == paper.title
    assert said["creator"] == paper.organisation
    assert said.get("lastModifiedBy", "") in ("", paper.organisation)
    if form != PaperFormat.XLSX:  # a workbook has no language
        assert said["language"] == {"da": "da-DK", "en": "en-GB"}[lang]
    assert OUR_TAGS.search(around) is None, around
    assert "2013" not in said.get("created", "")
    assert "2013" not in said.get("modified", "")


@pytest.mark.parametrize("committee", ["hmu", "lmu"])
def test_the_slides_of_a_committee_that_has_little_are_six(
    tmp_path: Path, office: Callable[[Path], Path], committee: str
) -> None:
    told = facts("da", "Nyt", rows=3)
    bare = Facts(
        pack=told.pack, lang="da", committee=committee, place="H", as_of=told.as_of, since=told.since,
        today=told.today, rows=[row(1, trials={}, changes=[], changed=False)],
    )  # fmt: skip
    assert 6 <= len(pages(office(made(tmp_path, bare, PaperKind.PAPERS, PaperFormat.PPTX)))) <= 8


@pytest.mark.parametrize("form", [PaperFormat.DOCX, PaperFormat.PPTX, PaperFormat.XLSX, PaperFormat.PDF])
def test_hostile_texts_stand_there_as_they_were_written(
    tmp_path: Path, office: Callable[[Path], Path], form: PaperFormat
) -> None:
    file = made(tmp_path, facts("da", HOSTILE), PaperKind.PAPERS, form)
    said = "".join(pages(file if form == PaperFormat.PDF else office(file)))
    assert '=cmd|"/c calc"!A1' in " ".join(said.split())
    assert "{{7*7}}" in said
    assert "{% raw %}" in " ".join(said.split())
    assert "\u202e" not in said
