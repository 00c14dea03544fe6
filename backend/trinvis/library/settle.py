"""Keeping the entries: in the transaction that changes a record, and for what has none yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from trinvis.core.columns import sort_key
from trinvis.core.db import Database, Transaction, columns
from trinvis.core.search import Entry, Searchable
from trinvis.library.index import indexed
from trinvis.library.tables import SearchEntry
from trinvis.library.words import start_of

_AT_ONCE = 500
_MANY = 2_000
_KEY = ("kind", "record_id")
_KEPT = ("department_id", "title", "detail", "state", "sort_key", "start", "words")


def settle(work: Transaction, _touched: frozenset[UUID]) -> None:
    """Bring the entries of the records that this transaction has changed up to date."""
    changed: dict[str, set[UUID]] = defaultdict(set)
    for kind, record_id in work.changed:
        changed[kind].add(record_id)
    for searchable in work.upward.searchables:
        if ids := changed.get(searchable.kind):
            keep(work, searchable, ids)


def keep(work: Transaction, searchable: Searchable, ids: Collection[UUID]) -> int:
    """Make the entries of these records what the records say; how many were otherwise."""
    # PostgreSQL compares each row with each of many ids: beyond some, the whole kind is read once instead.
    whole = _standing(work, searchable.kind, None) if len(ids) > _MANY else None
    return sum(_keep(work, searchable, part, whole) for part in _parts(sorted(ids)))


def _standing(work: Transaction, kind: str, ids: Sequence[UUID] | None) -> dict[UUID, dict[str, Any]]:
    """The entries of these records, or all of the kind."""
    found = columns(*(getattr(SearchEntry, name) for name in (*_KEY, *_KEPT))).where(SearchEntry.kind == kind)
    if ids is not None:
        found = found.where(col(SearchEntry.record_id).in_(ids))
    return {row.record_id: dict(row._mapping) for row in work.rows(found)}


def _keep(
    work: Transaction,
    searchable: Searchable,
    ids: Sequence[UUID],
    whole: dict[UUID, dict[str, Any]] | None = None,
) -> int:
    wanted = {entry.record_id: _row(searchable.kind, entry) for entry in searchable.entries(work, ids)}
    if whole is None:
        standing = _standing(work, searchable.kind, ids)
    else:
        standing = {record_id: whole[record_id] for record_id in ids if record_id in whole}
    if gone := standing.keys() - wanted.keys():
        work.session.execute(
            delete(SearchEntry).where(
                col(SearchEntry.kind) == searchable.kind, col(SearchEntry.record_id).in_(gone)
            )
        )
    new = [row for record_id, row in wanted.items() if standing.get(record_id) != row]
    if new:
        _write(work, new)
    return len(gone) + len(new)


def _row(kind: str, entry: Entry) -> dict[str, Any]:
    departments = [*([entry.department_id] if entry.department_id else []), *sorted(entry.also)]
    return {
        "kind": kind,
        "record_id": entry.record_id,
        "department_id": entry.department_id,
        "title": entry.title,
        "detail": entry.detail,
        "state": entry.state,
        "sort_key": sort_key(entry.title),
        "start": start_of(entry.title),
        "words": indexed(kind, departments, entry.title, entry.detail),
    }


def _write(work: Transaction, rows: list[dict[str, Any]]) -> None:
    # Somebody else may have made the entry meanwhile: whoever changed the record later has the last word.
    postgres = work.session.get_bind().dialect.name == "postgresql"
    insert = (postgresql.insert if postgres else sqlite.insert)(SearchEntry)
    work.session.execute(
        insert.on_conflict_do_update(
            index_elements=_KEY, set_={name: insert.excluded[name] for name in _KEPT}
        ),
        rows,
    )


def _ids(work: Transaction, searchable: Searchable, *, missing: bool) -> Iterator[Sequence[UUID]]:
    found = searchable.ids().subquery()
    wanted = columns(found.c.id)
    if missing:
        here = columns(SearchEntry.record_id).where(SearchEntry.kind == searchable.kind)
        wanted = wanted.where(found.c.id.not_in(here))
    return _parts([row.id for row in work.rows(wanted.order_by(found.c.id))])


def fill(database: Database) -> int:
    """Make the entries that are missing, e.g. of records older than the search; how many.

    Each five hundred are a transaction of their own, so that others can write meanwhile.
    """
    made = 0
    for searchable in database.upward.searchables if database.upward else ():
        with database.read() as work:
            parts = list(_ids(work, searchable, missing=True))
        for part in parts:
            with database.write() as work:
                # The records wait with their changes, so that no entry is older than its record.
                _hold(work)
                made += _keep(work, searchable, part)
    return made


def rebuild(work: Transaction) -> int:
    """Make every entry anew from its record; how many did not fit."""
    _hold(work)
    wrong = 0
    for searchable in work.upward.searchables:
        parts = list(_ids(work, searchable, missing=False))
        there = {record_id for part in parts for record_id in part}
        stale = columns(SearchEntry.record_id).where(SearchEntry.kind == searchable.kind)
        gone = [row.record_id for row in work.rows(stale) if row.record_id not in there]
        wrong += sum(_keep(work, searchable, part) for part in (*parts, *_parts(gone)))
    return wrong


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _hold(work: Transaction) -> None:
    """Let nobody else write entries until this is over; SQLite has one writer anyway."""
    if work.session.get_bind().dialect.name == "postgresql":
        work.session.execute(text("LOCK TABLE search_entry IN SHARE ROW EXCLUSIVE MODE"))
