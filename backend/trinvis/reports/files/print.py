"""The paper as a tagged PDF in our own font."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

from trinvis.reports.paper import Paper, Story, Table
from trinvis.surveys.slips.paper import FONTS

_FORM = Path(__file__).with_name("paper.typ")


def pdf(paper: Paper) -> bytes:
    """The bytes of the PDF. The texts are handed over as JSON, so that none of them is typst's code."""
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
    made: bytes = typst.compile(
        str(_FORM), root=str(_FORM.parent), font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, pdf_standards=["ua-1"],
    )  # fmt: skip
    return made


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
