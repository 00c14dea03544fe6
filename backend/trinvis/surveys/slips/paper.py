"""Slips as a PDF: ten to an A4, tagged, in our own font. The codes are in these bytes and nowhere else."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import segno
import typst

from trinvis.surveys.codes import read

FONTS = Path(__file__).resolve().parents[2] / "core" / "fonts"
_FORM = Path(__file__).with_name("slip.typ")
_MONTHS = {
    "da": [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
        "november", "december",
    ],
    "en": [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ],
}
_WORDS = {
    "da": {
        "title": "Svarsedler", "cut": "Klip, fold og læg i en kasse. Lad hver enkelt trække selv.",
        "no_names": "Skriv ikke navn på sedlerne. AMiR eller TR passer på kassen.",
        "sheet": "Ark", "of": "af",
        "promise": "7 spørgsmål, 2 minutter", "nobody": "Ingen ved, hvilken du trak.",
        "until": "Svar senest {closes}",
        "seen": "Afdelingsledelse og TRIO ser resultatet den {first}, alle i afdelingen senest {dialogue}, "
        "HMU tidligst {hmu}.",
        "seen_here": "Afdelingsledelse og TRIO ser resultatet den {first}, alle i afdelingen senest "
        "{dialogue}. HMU ser det ikke.",
        "whole": "{unit}, hele afdelingen", "pile_whole": "Hele afdelingen",
        "everybody": "Også for vikarer, elever og andre uden fast afsnit.",
        "elsewhere": "Vikar, elev eller uden fast afsnit: tag en fra bunken ”{pile}”.",
        "type_in": "Scan, eller gå til {address} og skriv:", "qr": "QR-kode til svarsiden",
    },
    "en": {
        "title": "Answer slips", "cut": "Cut, fold and put them in a box. Let everybody draw one.",
        "no_names": "Write no names on the slips. AMiR or TR keeps the box.", "sheet": "Sheet", "of": "of",
        "promise": "7 questions, 2 minutes", "nobody": "Nobody knows which you drew.",
        "until": "Answer by {closes}",
        "seen": "The department's leaders and TRIO see the result on {first}, everybody in the department by "
        "{dialogue}, HMU {hmu} at the earliest.",
        "seen_here": "The department's leaders and TRIO see the result on {first}, everybody in the "
        "department by {dialogue}. HMU does not see it.",
        "whole": "{unit}, the whole department", "pile_whole": "The whole department",
        "everybody": "Also for temps, students and others without a section of their own.",
        "elsewhere": "Temp, student or without a section of your own: take one from the pile “{pile}”.",
        "type_in": "Scan, or go to {address} and type:", "qr": "QR code to the answer page",
    },
}  # fmt: skip


_PRINTED = (
    "title", "cut", "no_names", "sheet", "of", "promise", "nobody", "until", "seen", "type_in", "qr",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slips:
    """What stands on the slips. `address`: where answers are given, e.g. https://svar.example/svar.

    `whole`: they count for the department itself. `pile`: the unit of those without a section of their
    own, "" where that is the department; None on the slips of that unit.
    """

    unit: str
    whole: bool
    pile: str | None
    address: str
    wave_id: str
    closes_on: date
    first_on: date
    dialogue_on: date
    hmu_on: date | None
    """None: HMU does not see this wave."""
    codes: Sequence[str]


def day_in(language: str, day: date) -> str:
    """A day as people write it."""
    month = _MONTHS[language][day.month - 1]
    return f"{day.day}. {month} {day.year}" if language == "da" else f"{day.day} {month} {day.year}"


def link(slips: Slips, code: str) -> str:
    """Where a slip's QR code leads: the code stands behind #, which no server and no log is told."""
    return f"{slips.address}/{slips.wave_id}#{read(code)}"


def said(slips: Slips, language: str) -> dict[str, str]:
    """For whom the slips count, and who takes one of another pile, in words."""
    words = _WORDS[language]
    return {
        "unit": words["whole"].format(unit=slips.unit) if slips.whole else slips.unit,
        "pile": words["everybody"]
        if slips.pile is None
        else words["elsewhere"].format(pile=slips.pile or words["pile_whole"]),
    }


def pdf(slips: Slips, language: str = "da") -> bytes:
    """The slips to cut out."""
    fields = {"closes": "closes_on", "first": "first_on", "dialogue": "dialogue_on", "hmu": "hmu_on"}
    found = {name: getattr(slips, field) for name, field in fields.items()}
    days = {name: day_in(language, day) for name, day in found.items() if day}
    seen = "seen" if slips.hmu_on else "seen_here"
    address = slips.address.split("://", 1)[-1]
    data = {
        "lang": language,
        **said(slips, language),
        "words": {
            key: _WORDS[language][seen if key == "seen" else key].format(address=address, **days)
            for key in _PRINTED
        },
        "slips": [{"code": code.replace("-", " "), "qr": qr(link(slips, code))} for code in slips.codes],
    }
    made: bytes = typst.compile(
        str(_FORM), root=str(_FORM.parent), font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, pdf_standards=["ua-1"],
    )  # fmt: skip
    return made


def qr(address: str) -> str:
    """The address as a QR code, an SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=1, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()
