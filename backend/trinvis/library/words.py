"""Words as both databases and Python match them alike.

A word asked for is found in a text that has a word beginning with it, or one of the same stem:
"han" finds Hanne, "tavlerne" finds tavle. All words asked for must be found, in any order.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from trinvis.core.columns import forms

_LONGEST = 40
_MOST = 10
"""Longer words and more of them are cut: a pasted page is asked for by its first words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: (as typed, stem) of each word; `start` is what a title would begin with.

    `spelled`: the text, and the text with Danish letters where none are on the keyboard.
    """

    words: tuple[tuple[str, str], ...]
    start: str
    spelled: frozenset[str]

    def found_in(self, typed: str, stem: str) -> bool:
        """Whether one of the words is found in this word of a text."""
        return any(typed.startswith(asked) or stem == asked_stem for asked, asked_stem in self.words)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked if it is a word that was looked for."""

    text: str
    marked: bool


def asked(query: str) -> Asked:
    """The words of what somebody typed; nothing in it means anything but letters and digits."""
    # Cut first: a word has at most so many letters, and what follows the tenth is not looked for.
    text = query[: _MOST * 100].strip()
    found = [(typed[:_LONGEST], stem[:_LONGEST]) for typed, stem in forms(text)][:_MOST]
    danish = text.casefold().replace("ae", "æ").replace("oe", "ø")
    return Asked(
        tuple(dict.fromkeys(found)),
        " ".join(typed for typed, _ in found),
        frozenset((text, danish)),
    )


def start_of(title: str) -> str:
    """The title's words as somebody types them."""
    return " ".join(typed[:_LONGEST] for typed, _ in forms(title))


def words_of(*texts: str) -> str:
    """Every word of the texts once, as written and as stem."""
    found = (word[:_LONGEST] for text in texts for form in forms(text) for word in form)
    return " ".join(dict.fromkeys(found))


def rank(asked: Asked, start: str, words: str) -> int | None:
    """0: the title begins so; 1: the very words stand in it; 2: words that begin so; None: not found."""
    have = set(words.split())
    if not asked.words or not all(
        stem in have or any(word.startswith(typed) for word in have) for typed, stem in asked.words
    ):
        return None
    if start.startswith(asked.start):
        return 0
    return 1 if all(stem in have for _, stem in asked.words) else 2


def marked(asked: Asked, text: str) -> list[Piece]:
    """The text in pieces, the words that were looked for marked."""
    pieces: list[Piece] = []
    for is_word, letters in groupby(text, str.isalnum):
        piece = "".join(letters)
        hit = is_word and any(asked.found_in(*form) for form in forms(piece))
        if pieces and pieces[-1].marked == hit:
            pieces[-1] = Piece(pieces[-1].text + piece, hit)
        else:
            pieces.append(Piece(piece, hit))
    return pieces


def excerpt(asked: Asked, text: str, longest: int = 160) -> list[Piece]:
    """The line in which most of the words stand, else the first, cut to about `longest` letters."""
    lines = [marked(asked, line) for line in text.split("\n")]
    line = max(lines, key=lambda line: sum(piece.marked for piece in line))
    too_long = sum(len(piece.text) for piece in line) > longest
    if too_long and len(line) > 1 and not line[0].marked and len(line[0].text) > longest // 4:
        before = len(line[0].text)
        line[0] = Piece("… " + line[0].text[before - longest // 4 :].partition(" ")[2], False)
    shown: list[Piece] = []
    left = longest
    for piece in line:
        if len(piece.text) > left:
            return [*shown, Piece(piece.text[:left].rpartition(" ")[0] + " …", piece.marked)]
        shown.append(piece)
        left -= len(piece.text)
    return shown
