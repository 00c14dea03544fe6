"""Words as the search takes them apart, ranks and marks them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from trinvis.content.pack import pack
from trinvis.core.columns import folded
from trinvis.library.tools import tools_found
from trinvis.library.words import asked, excerpt, marked, rank, start_of, words_of

HOSTILE = [
    "",
    "   ",
    '"',
    "'",
    "*",
    ":*",
    "()&|!<->\\",
    "§",
    "\x00",
    "\u202e",
    "😀",
    "-",
    "%_",
]


def ranked(query: str, title: str, detail: str = "") -> int | None:
    return rank(asked(query), start_of(title), words_of(title, detail))


@pytest.mark.parametrize(
    ("query", "title", "detail", "place"),
    [
        ("han", "Hanne Møller", "", 0),
        ("mø", "Hanne Møller", "", 2),
        ("moe", "Hanne Møller", "", 2),
        ("MOELLER", "Hanne Møller", "", 1),
        ("møller hanne", "Hanne Møller", "", 1),
        ("hanne m", "Hanne Møller", "", 0),
        ("tavlerne", "Nyt fra i går", "Vi samles ved tavlen", 1),
        ("tavlern", "Vi ser på tavlerne", "", 2),
        ("morgenmøder", "Fælles morgenmøde", "", 1),
        ("aagård", "Aagaard", "", 0),
        ("hanne karen", "Hanne Møller", "", None),
        ("anne", "Hanne Møller", "", None),
        ("ledelse", "Ledning af strøm", "", None),
        ("a1", "Afsnit A12", "", 2),
    ],
)
def test_what_is_found_and_how_well(query: str, title: str, detail: str, place: int | None) -> None:
    assert ranked(query, title, detail) == place


@pytest.mark.parametrize("query", HOSTILE, ids=ascii)
def test_what_is_no_letter_is_no_word(query: str) -> None:
    assert asked(query).words == ()
    assert ranked(query, "Hanne Møller") is None


@pytest.mark.parametrize("query", ['han"ne', "han*", "title:han", "NEAR(han, 2)", "han\x00", "-han"])
def test_what_means_something_to_a_database_is_only_words(query: str) -> None:
    assert all(typed.isalnum() and stem.isalnum() for typed, stem in asked(query).words)


def test_a_pasted_page_is_asked_for_by_its_first_words() -> None:
    long = asked("tavle " * 5000)
    assert long.words == asked("tavle").words
    assert len(asked(" ".join(f"ord{n}" for n in range(5000))).words) == 10
    assert asked("x" * 10_000).words == (("x" * 40, "x" * 40),)
    assert ranked("x" * 10_000, "x" * 50) == 0


def test_the_words_are_marked_and_nothing_is_lost() -> None:
    pieces = marked(asked("tavle han"), "Hanne: 'ved tavlerne' (igen)")
    assert "".join(piece.text for piece in pieces) == "Hanne: 'ved tavlerne' (igen)"
    assert [piece.text for piece in pieces if piece.marked] == ["Hanne", "tavlerne"]


def test_of_a_long_text_the_line_with_the_word_is_shown() -> None:
    text = "Fælles morgenmøde\n" + "ord " * 60 + "tavle " + "mere " * 60
    shown = "".join(piece.text for piece in excerpt(asked("tavlen"), text))
    assert "tavle" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 180
    assert "".join(piece.text for piece in excerpt(asked("xyz"), text)) == "Fælles morgenmøde"


def test_tools_are_found_in_either_language_and_told_in_one() -> None:
    danish = tools_found(pack("hemidt"), asked("tavle"), "da")
    english = tools_found(pack("hemidt"), asked("tavle"), "en")
    assert danish
    assert {tool.key for tool in danish} == {tool.key for tool in english}
    assert {tool.title for tool in danish} != {tool.title for tool in english}
    assert tools_found(pack("hemidt"), asked("findesikke"), "da") == []


def test_stems_cut_by_many_threads_are_those_cut_by_one() -> None:
    words = [f"{start}{end}" for start in ("tavl", "mød", "ledels", "trygh") for end in ("erne", "e", "eden")]
    words = [f"{word}{number}" for word in words for number in ("", "s", "ens")] * 20
    alone = [folded(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(folded, words)) == alone
