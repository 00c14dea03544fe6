"""The paper as a tagged PDF in our own font."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import typst

from trinvis.reports.paper import Paper, Story, Table
from trinvis.surveys.slips.paper import FONTS

_FORM = Path(__file__).with_name("paper.typ")
_TRIES = 12
"""Each names a sign that our fonts lack; what has more of them is left with the usual letters."""
_BESIDE = frozenset((0x200D, 0xFE0E, 0xFE0F, *range(0x1F000, 0x1FB00)))
"""Emojis, and what joins them: never in our fonts, so one that is missing says it of all."""


def pdf(paper: Paper) -> bytes:
    """The bytes of the PDF. The texts are handed over as JSON, so that none of them is typst's code.

    A sign that our fonts lack, such as an emoji, is left out: with it there would be no PDF at all.
    """
    data = {
        "lang": paper.lang, "organisation": paper.organisation, "committee": paper.committee,
        "meeting": paper.meeting, "item": paper.item, "title": paper.title, "meta": paper.meta,
        "page": paper.page_words, "annex": paper.annex_words[1],
        "annexes_word": paper.annex_words[0],
        "parts": [
            {
                "heading": part.heading, "paragraphs": part.paragraphs, "bullets": part.bullets,
                "after": part.after, "room": part.room,
            }
            for part in paper.parts
        ],
        "annexes": [_annex(annex) for annex in paper.annexes],
    }  # fmt: skip
    told = json.dumps(data, ensure_ascii=False)
    for _ in range(_TRIES):
        try:
            return _compiled(told)
        except typst.TypstError as trouble:
            unknown = _unknown(str(trouble))
            if not unknown:
                raise
            told = told.translate(dict.fromkeys(unknown | _BESIDE))
    return _compiled("".join(letter for letter in told if ord(letter) < 0x100))


def _compiled(told: str) -> bytes:
    made: bytes = typst.compile(
        str(_FORM), root=str(_FORM.parent), font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
        sys_inputs={"data": told}, pdf_standards=["ua-1"],
    )  # fmt: skip
    return made


def _unknown(trouble: str) -> set[int]:
    """The signs that no font of ours has, of a refusal that names some: an accessible PDF shows each sign."""
    found = re.search(r'the text `"(.*?)"` could not be displayed', trouble, re.DOTALL)
    text = found[1] if found else ""
    named = re.sub(r"\\u\{([0-9a-f]+)\}", lambda sign: chr(int(sign[1], 16)), text)
    return {ord(sign) for sign in named if ord(sign) > 0x7F}


def _annex(annex: Table | Story) -> dict[str, Any]:
    if isinstance(annex, Table):
        return {
            "title": annex.title, "lead": annex.lead, "head": annex.head, "rows": annex.rows,
            "widths": annex.widths, "lying": len(annex.head) > 4, "pieces": [],
            "named": annex.named,
        }  # fmt: skip
    pieces = [{"heading": one.heading, "source": one.source, "texts": one.texts} for one in annex.pieces]
    return {
        "title": annex.title, "lead": "", "head": [], "rows": [], "widths": [], "lying": False,
        "named": False, "pieces": pieces,
    }  # fmt: skip
