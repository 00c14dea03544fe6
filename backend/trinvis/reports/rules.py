"""What can be made, in which formats, by whom; and how much fits on one page. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from trinvis.access import May
from trinvis.trial_actions.rules import State


class PaperKind(StrEnum):
    """What is asked for."""

    PAPERS = "papers"
    """The item for a meeting, with slides and tables."""
    YEARLY = "yearly"
    """The contribution to the yearly discussion of the work environment."""
    EXPERIENCES = "experiences"
    """What departments share, as one document."""


class PaperFormat(StrEnum):
    """A file that is made."""

    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    PDF = "pdf"
    TXT = "txt"


FORMATS: dict[PaperKind, tuple[PaperFormat, ...]] = {
    PaperKind.PAPERS: tuple(PaperFormat),
    PaperKind.YEARLY: (PaperFormat.DOCX, PaperFormat.PDF, PaperFormat.TXT),
    PaperKind.EXPERIENCES: (PaperFormat.DOCX, PaperFormat.PDF, PaperFormat.TXT),
}
READS: dict[str, May] = {"hmu": May.READ_OVERVIEW, "lmu": May.READ}
"""Whoever reads as the committee does may make its papers: nothing else stands in them."""

WIDTH = 44.0
"""Width of a line of the item, in sizes of its letters; what words that do not part waste is taken off."""
_NARROW, _BROAD = frozenset("iljtfrI .,:;'!|()[]/-"), frozenset("mwMWæÆœØ@%—…")
LINES = 45
"""Lines of the item's page that are left to text."""
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


MOVED = ("planned_at", "started_at", "tried_at", "extended_at", "evaluated_at")
"""When a trial action moved to where it stands."""


def as_it_was(moved: Mapping[str, datetime | None], end: datetime) -> dict[str, Any]:
    """A trial action's state before a moment, by when it moved. What was learned and decided later is not
    known yet: it is None then."""
    before = {name: moment for name, moment in moved.items() if moment is not None and moment < end}
    if "evaluated_at" in before:
        return {"state": State.EVALUATED}
    tried, extended = before.get("tried_at"), before.get("extended_at")
    if tried and not (extended and extended >= tried):
        state = State.TRIED
    else:
        state = State.RUNNING if extended or "started_at" in before else State.PLANNED
    return {"state": state, "decision": None, "learning": None}


def plain(text: str | None) -> str:
    """Text that every format can hold: no control characters, nothing that turns the writing round."""
    return re.sub(r"[ \t]+", " ", _UNPRINTABLE.sub("", (text or "").replace("\r\n", "\n"))).strip()


def line(text: str | None, most: int = 200) -> str:
    """A name or a title: one line, whatever was typed."""
    return shortened(" ".join(plain(text).split()), most)


def paragraphs(text: str | None) -> list[str]:
    """The paragraphs of a text that somebody wrote; empty lines between them do not count."""
    return [line.strip() for line in plain(text).split("\n") if line.strip()]


def wide(text: str) -> float:
    """How wide a text is set, in sizes of its letters: near enough for two families of fonts."""
    return sum(
        0.3 if letter in _NARROW else 0.9 if letter in _BROAD else 0.72 if letter.isupper() else 0.55
        for letter in text
    )


def lines(text: str, width: float = WIDTH) -> int:
    """How many lines a paragraph takes: a word of more than half a line wastes the rest of one."""
    wasted = sum(wide(word) > width / 2 for word in text.split(" ")[1:])
    return max(1, math.ceil(wide(text) / width) + wasted)


def taken(texts: Sequence[str], width: float = WIDTH) -> float:
    """Lines that paragraphs take, the space between them included."""
    return sum(lines(text, width) + 0.4 for text in texts)


def shortened(text: str, most: int) -> str:
    """The text, or its beginning up to a whole word."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def sentences(text: str, most: int) -> str:
    """The sentences of the text's beginning that fit; if not even one does, its first words."""
    if len(text) <= most:
        return text
    ends = [found.end() for found in re.finditer(r"[.!?](?= )", text[: most + 1])]
    return text[: ends[-1]] if ends else shortened(text, most)


def split_at(texts: Sequence[str], room: float) -> tuple[list[str], list[str]]:
    """What fits into so many lines, and the rest; a paragraph that does not fit is parted at a sentence."""
    kept: list[str] = []
    for at, text in enumerate(texts):
        left = room - taken(kept)
        if lines(text) + 0.4 <= left:
            kept.append(text)
            continue
        cut = _sentence(text, _letters(text, math.floor(left - 0.4) * WIDTH))
        head, rest = text[:cut].strip(), text[cut:].strip()
        return [*kept, *([head] if head else [])], [*([rest] if rest else []), *texts[at + 1 :]]
    return kept, []


def _letters(text: str, width: float) -> int:
    """How many letters of the text are so wide."""
    for number, letter in enumerate(text):
        width -= wide(letter)
        if width < 0:
            return number
    return len(text)


def _sentence(text: str, most: int) -> int:
    """Where to part a text: after a sentence, else after a word, else in the middle of one."""
    if most <= 0:
        return 0
    beginning = text[:most]
    ends = [found.end() for found in re.finditer(r"[.!?] ", beginning)]
    if ends:
        return ends[-1]
    return beginning.rfind(" ") + 1 or most
