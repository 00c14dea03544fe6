"""The index of words: the same question put to FTS5 and to PostgreSQL's GIN.

Neither takes words apart itself. An entry's kind and department stand among its words behind a mark that
nobody can ask for, so that one look-up narrows by all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, cast, column, literal, literal_column, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import col

from trinvis.access import Actor
from trinvis.core.db import Transaction, columns
from trinvis.core.search import Searchable
from trinvis.library.tables import SearchEntry
from trinvis.library.words import Asked, words_of

_MARK = "§"
_FOUND: tuple[Any, ...] = (SearchEntry.id, SearchEntry.kind, SearchEntry.record_id, SearchEntry.sort_key)


def indexed(kind: str, department_id: UUID | None, *texts: str) -> str:
    """What is indexed of an entry: its kind, its department and its words, one space between."""
    place = [f"{_MARK}{department_id.hex}"] if department_id else []
    # Split again, since a text may have no word at all: PostgreSQL refuses an empty one.
    return " ".join([_kind(kind), *place, *words_of(*texts).split()])


def _kind(kind: str) -> str:
    # An underscore would part it in two.
    return _MARK + kind.replace("_", "")


def having(
    work: Transaction, me: Actor, asked: Asked, one: Searchable, departments: Collection[UUID] | None
) -> Any:
    """A select of the entries of the kind that have all the words and that the actor sees.

    `departments`: look up those of these departments only; None: of all.
    """
    needed = [[(_kind(one.kind), False)]]
    if departments is not None:
        needed.append([(f"{_MARK}{each.hex}", False) for each in departments])
    for typed, stem in asked.words:
        needed.append([(typed, True)] if typed == stem else [(stem, False), (typed, True)])
    if work.session.get_bind().dialect.name == "postgresql":
        return _postgresql(me, needed, one)
    return _sqlite(me, needed, one)


Needed = Sequence[Sequence[tuple[str, bool]]]
"""Of each group one word must stand in the entry; True: or a word that begins so."""


def _sqlite(me: Actor, needed: Needed, one: Searchable) -> Any:
    query = " AND ".join(
        "(" + " OR ".join(f'"{word}" *' if begun else f'"{word}"' for word, begun in group) + ")"
        for group in needed
    )
    # A plus keeps SQLite from going through the entries first and asking the index for each of them.
    number: Any = literal_column("+search_words.rowid")
    record: Any = literal_column("+search_entry.record_id", Uuid)
    department: Any = literal_column("+search_entry.department_id", Uuid)
    matching: Any = literal_column("search_words").op("MATCH", is_comparison=True)(query)
    words = table("search_words", column("rowid"))
    found = columns(*_FOUND).select_from(words).join(SearchEntry, col(SearchEntry.id) == number)
    return found.where(matching, one.seen_by(me, record, department))


def _postgresql(me: Actor, needed: Needed, one: Searchable) -> Any:
    query = " & ".join(
        "(" + " | ".join(f"'{word}':*" if begun else f"'{word}'" for word, begun in group) + ")"
        for group in needed
    )
    tokens: Any = literal_column("search_entry.tokens")
    matching = tokens.op("@@", is_comparison=True)(cast(literal(query, String), TSQUERY))
    seen = one.seen_by(me, col(SearchEntry.record_id), col(SearchEntry.department_id))
    return columns(*_FOUND).where(matching, seen)
