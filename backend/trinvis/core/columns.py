"""Column types that mean the same on SQLite and PostgreSQL, and the words' sort and search keys."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from threading import Lock
from typing import Annotated
from uuid import UUID

import snowballstemmer
from pydantic import AfterValidator
from sqlalchemy import JSON, CheckConstraint, DateTime, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel
from uuid_utils.compat import uuid7

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> UUID:
    """A UUIDv7: ids of ordinary rows sort by their making. Never for anything of a survey."""
    return uuid7()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, aware in Python; SQLite keeps it without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give it back aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[list[str]]):
    """A short list of keys (factors, tools) as JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> str | None:
        """Store JSON."""
        return None if value is None else json.dumps(list(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[str] | None:
        """Give back the list."""
        return None if value is None else json.loads(value)


Json = JSON
Path = String().with_variant(String(collation="C"), "postgresql")
"""Text compared byte by byte on both databases, so that a prefix is a range."""


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """A CHECK that the column holds one of the words: a Python Enum would become a native type."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def below(path: str) -> tuple[str, str]:
    """The half-open range of paths that begin with `path` (which ends in '/')."""
    return path, path[:-1] + "0"


def _clean(text: str) -> str:
    if "\x00" in text:
        raise ValueError("nul")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("surrogate") from error
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()


Clean = Annotated[str, AfterValidator(_clean)]
"""Text that both databases keep alike: composed letters, no NUL, no space around."""

_SORT = str.maketrans({"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c", "é": "e", "ü": "u"})
_FOLD = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "é": "e", "ü": "u"})


def sort_key(text: str) -> str:
    """Danish order as plain ASCII: æ, ø, å last, aa as å. Databases disagree on collations."""
    return "".join(
        c
        for c in unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_SORT)
        if c == " " or c == "{" or c.isalnum()
    )


_STEMMER = snowballstemmer.stemmer("danish")
_STEMMER_LOCK = Lock()


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    # The stemmer keeps the word it is at in itself: two threads at once would cut each other's.
    with _STEMMER_LOCK:
        found: str = _STEMMER.stemWord(word)
    return found


def forms(text: str) -> list[tuple[str, str]]:
    """Each word as written and its Danish stem, both in lower case with æ, ø, å written out."""
    plain = unicodedata.normalize("NFC", text).casefold()
    # Whoever has no Danish keyboard writes aa, ae, oe: back to one form before the stem is cut.
    danish = plain.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    words = "".join(c if c.isalnum() else " " for c in danish).split()
    return [(word.translate(_FOLD), _stem(word).translate(_FOLD)) for word in words]


def folded(text: str) -> str:
    """Words as search keeps them: lower case, æ/ø/å written out, Danish stems."""
    return " ".join(stem for _, stem in forms(text))
