"""Each file opens without repair, the item is one page, and what people wrote stays text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.papers.conftest import fonts, inked, overprinted, pages, size, tagged
from trinvis.content.pack import pack
from trinvis.reports.facts import Facts
from trinvis.reports.making import COMPOSE, DRAW
from trinvis.reports.rules import FORMATS, PaperFormat, PaperKind

HOSTILE = (
    '=cmd|"/c calc"!A1 #panic("x") $x$ \\u{41} <b>&amp;</b> {{7*7}} ]*_fed_* \u202eXTR\u200b\x0b {tag} %s'
)
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
}


def made(folder: Path, told: Facts, kind: PaperKind, form: PaperFormat) -> Path:
    """The file, drawn."""
    file = folder / f"papirer.{form}"
    file.write_bytes(DRAW[form](COMPOSE[kind](told)))
    return file


@pytest.mark.parametrize("form", [PaperFormat.DOCX, PaperFormat.PDF])
@pytest.mark.parametrize("words", TEXTS)
@pytest.mark.parametrize("committee", ["hmu", "lmu"])
def test_the_item_takes_one_page(
    tmp_path: Path, office: Callable[[Path], Path], words: str, committee: str, form: PaperFormat
) -> None:
    file = made(tmp_path, facts("da", TEXTS[words], committee), PaperKind.PAPERS, form)
    found = pages(office(file) if form == PaperFormat.DOCX else file)
    assert "Beslutning" in found[0], found[0]
    assert "Bilag: 1." in found[0]
    assert "Bilag 1." in found[1]


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(
    ("kind", "form"), [(k, f) for k, fs in FORMATS.items() for f in fs if f != PaperFormat.TXT]
)
def test_every_file_opens_and_prints(
    tmp_path: Path, office: Callable[[Path], Path], kind: PaperKind, form: PaperFormat, lang: str
) -> None:
    file = made(tmp_path, facts(lang, LONG * 30), kind, form)
    pdf = file if form == PaperFormat.PDF else office(file)
    found = pages(pdf)
    assert all(text.strip() for text in found)
    assert overprinted(pdf) == []
    assert all(comes for _, comes in fonts(pdf))
    assert all(0.004 < share < 0.5 for share in inked(pdf, tmp_path / "pictures"))
    if form == PaperFormat.PPTX:
        assert 6 <= len(found) <= 8
        assert size(pdf)[0] > size(pdf)[1]
    if form == PaperFormat.PDF:
        assert tagged(pdf)
        assert size(pdf) == pytest.approx((595.3, 841.9), abs=1)


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
    assert "\u202e" not in said
