"""The index of words: the same question put to FTS5 and to PostgreSQL's GIN.

Neither takes words apart itself. An entry's kind and department stand among its words behind a mark that
nobody can ask for, so that one look-up narrows by all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, cast, column, literal, literal_column, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor
from trinvis.core.db import Transaction, columns
from trinvis.core.search import Searchable
from trinvis.library.tables import SearchEntry
from trinvis.library.words import Asked, words_of

_MARK = "§"


def indexed(kind: str, departments: Iterable[UUID], *texts: str) -> str:
    """What is indexed of an entry: its kind, its departments and its words, one space between.

    The words' first letters too: thousands of words begin with the letter that somebody has just typed.
    """
    places = [f"{_MARK}{each.hex}" for each in departments]
    # Split again, since a text may have no word at all: PostgreSQL refuses an empty one.
    words = words_of(*texts).split()
    letters = dict.fromkeys(_letter(word[0]) for word in words)
    return " ".join([_kind(kind), *places, *letters, *words])


def _letter(letter: str) -> str:
    return f"{_MARK}1{letter}"


def _kind(kind: str) -> str:
    # An underscore would part it in two.
    return _MARK + kind.replace("_", "")


Needed = Sequence[Sequence[tuple[str, bool]]]
"""Of each group one word must stand in the entry; True: or a word that begins so."""


def having(
    work: Transaction, me: Actor, asked: Asked, one: Searchable, departments: Collection[UUID] | None
) -> tuple[Any, Any]:
    """A select of the entries of the kind that have all the words and that the actor sees, and its entry.

    `departments`: look up those of these departments only; None: of all. The select's columns are id,
    kind, record_id and sort_key; others can be added from the entry.
    """
    needed = [[(_kind(one.kind), False)]]
    if departments is not None:
        needed.append([(f"{_MARK}{each.hex}", False) for each in departments])
    for typed, stem in asked.words:
        if len(typed) == 1:
            needed.append([(_letter(typed), False)])
        else:
            needed.append([(typed, True)] if typed == stem else [(stem, False), (typed, True)])
    if work.session.get_bind().dialect.name == "postgresql":
        entry = _postgresql(needed)
        found = columns(*_found(entry)).where(one.seen_by(me, entry.record_id, entry.department_id))
        return found, entry
    words, matching = _sqlite(needed)
    # A plus keeps SQLite from going through the entries first and asking the index for each of them.
    record: Any = literal_column("+search_entry.record_id", Uuid)
    department: Any = literal_column("+search_entry.department_id", Uuid)
    number: Any = literal_column("+search_words.rowid")
    found = columns(*_found(SearchEntry)).select_from(words)
    found = found.join(SearchEntry, col(SearchEntry.id) == number)
    return found.where(matching, one.seen_by(me, record, department)), SearchEntry


def _found(entry: Any) -> tuple[Any, ...]:
    return entry.id, entry.kind, entry.record_id, entry.sort_key


def _sqlite(needed: Needed) -> tuple[Any, Any]:
    """The table of words and the condition that it has those needed."""
    query = " AND ".join(
        "(" + " OR ".join(f'"{word}" *' if begun else f'"{word}"' for word, begun in group) + ")"
        for group in needed
    )
    words: Any = literal_column("search_words")
    return table("search_words", column("rowid")), words.op("MATCH", is_comparison=True)(query)


def _postgresql(needed: Needed) -> Any:
    """The entries that have the words needed."""
    query = " & ".join(
        "(" + " | ".join(f"'{word}':*" if begun else f"'{word}'" for word, begun in group) + ")"
        for group in needed
    )
    tokens: Any = literal_column("search_entry.tokens")
    matching = tokens.op("@@", is_comparison=True)(cast(literal(query, String), TSQUERY))
    # An offset of nothing keeps PostgreSQL from looking up anything else first.
    return aliased(SearchEntry, columns(SearchEntry).where(matching).offset(0).subquery("found"))
