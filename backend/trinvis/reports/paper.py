"""A paper before it is a file: what stands in it, in one language. Each format draws the same paper."""

from __future__ import annotations

from dataclasses import dataclass, field

_NAME = 60
"""Letters from which a row's first cell is a text and no name."""


@dataclass(frozen=True, slots=True)
class Table:
    """An annex: a title, a sentence, a header and rows. `widths`: parts of the page's width."""

    title: str
    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    sheet: str
    """Its name in the workbook, at most 31 letters."""

    @property
    def named(self) -> bool:
        """Whether each row begins with a name, which is set in bold; a text is not."""
        return all(len(row[0].partition("\n")[0]) < _NAME for row in self.rows)


@dataclass(frozen=True, slots=True)
class Story:
    """An annex of text: a heading, then pieces with a heading each."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, who it comes from, and labelled paragraphs (label may be empty)."""

    heading: str
    source: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers as bars: `series` are (name, values in the order of categories)."""

    title: str
    sentence: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    stacked: bool = False
    decimals: int = 0
    axis: tuple[float, float] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the item with what stands beneath it: paragraphs, bullets, paragraphs after them."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    room: int = 0
    """Empty lines to write on."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: a sentence as its title, then bullets or a chart."""

    title: str
    bullets: tuple[str, ...] = ()
    chart: Chart | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that the files are made of."""

    lang: str
    organisation: str
    committee: str
    """Written out, with the abbreviation."""
    meeting: str
    """"Møde 8. december 2026", or the day it is made."""
    item: str
    """"Punkt 3", or empty."""
    title: str
    meta: str
    parts: tuple[Part, ...]
    annexes: tuple[Table | Story, ...] = ()
    annex_words: tuple[str, str] = ("", "")
    """Heading of the list of annexes, and the word before an annex's number."""
    slides: tuple[Slide, ...] = ()
    page_words: tuple[str, str] = ("", "")
    counts: tuple[tuple[str, str], ...] = field(default=())
    name: str = "papirer"
    """The files' name without its ending: ASCII, no space."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The annexes that are tables."""
        return tuple(one for one in self.annexes if isinstance(one, Table))
