"""Answer codes: typed as people type, typing errors found before anybody is asked."""

from __future__ import annotations

import random

import pytest

from trinvis.surveys.codes import SIGNS, digest, new_code, read, written


def test_it_is_written_in_four_groups_of_four() -> None:
    code = new_code()
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert set(code) <= set(SIGNS) | {"-"}
    assert not set("ILOU") & set(SIGNS)


def test_it_is_read_as_it_may_be_typed() -> None:
    code = new_code()
    plain = code.replace("-", "")
    for typed in (code, plain, code.lower(), f"  {plain} ", code.replace("-", " "), code.replace("-", "–")):
        assert read(typed) == plain
    assert written(plain) == code


def test_letters_that_look_like_digits_are_meant_as_those() -> None:
    while not {"0", "1"} <= set(plain := read(new_code()) or ""):
        pass
    assert read(plain.replace("0", "O").replace("1", "l")) == plain
    assert read(plain.replace("0", "o").replace("1", "I")) == plain


def test_every_wrong_sign_and_every_exchange_is_found() -> None:
    for _ in range(40):
        plain = read(new_code()) or ""
        for place, sign in enumerate(plain):
            for other in SIGNS:
                if other != sign:
                    assert read(plain[:place] + other + plain[place + 1 :]) is None
            for later in range(place + 1, 16):
                if plain[later] != sign:
                    signs = list(plain)
                    signs[place], signs[later] = signs[later], signs[place]
                    assert read("".join(signs)) is None


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 16, "é" * 16, "0" * 17, "\x00" * 16, "0" * 15])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read(typed) is None


def test_seventy_five_bits_are_random(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = random.Random(7)
    asked = []

    def randbelow(most: int) -> int:
        asked.append(most)
        return drawn.randrange(most)

    monkeypatch.setattr("secrets.randbelow", randbelow)
    new_code()
    assert asked == [32] * 15


def test_the_digest_is_of_the_plain_code() -> None:
    plain = read(new_code()) or ""
    assert len(digest(plain)) == 32
    assert digest(plain) != digest(read(new_code()) or "")
