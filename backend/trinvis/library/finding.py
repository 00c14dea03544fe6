"""Finding: the entries that the actor may see and that have the words asked for, the best first.

The work is bounded. Up to `MANY` of a kind are put in order: titles that begin as asked, then where the
very words stand, then words that begin so; in each the Danish order of the titles, at last the id.
Where more are found nobody reads them all: then the titles that begin as asked are shown, from an index
that has them in order already. Both databases give the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.core.columns import sort_key
from trinvis.core.db import Transaction, columns
from trinvis.core.search import Searchable
from trinvis.departments.queries import within
from trinvis.departments.tables import Department
from trinvis.library.index import having
from trinvis.library.tables import SearchEntry
from trinvis.library.words import Asked

MANY = 1000
_FEW_DEPARTMENTS = 12
_LAST = "\U0010ffff"
_NODE: Any = aliased(Department)
_PARENT: Any = aliased(Department)


@dataclass(frozen=True, slots=True)
class Page:
    """How much is wanted: `each` of every kind, or of one `kind` those after the record `cursor`."""

    each: int
    kind: str | None = None
    cursor: UUID | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of a kind: `count`, or `more` than that; `rows` are on this page, `next` its cursor."""

    kind: str
    count: int
    more: bool
    rows: Sequence[Any]
    next: UUID | None


def found(work: Transaction, me: Actor, asked: Asked, page: Page) -> list[Hits]:
    """What is found of each kind, kinds without a hit left out. Never more than four statements."""
    kinds = [one for one in work.upward.searchables if page.kind in (None, one.kind) and one.seen_at_all(me)]
    if not asked.words or not kinds:
        return []
    ranked = work.rows(_ranked(work, me, asked, page, kinds))
    counts = {row.kind: row.count for row in ranked}
    crowded = [one for one in kinds if counts.get(one.kind, 0) > MANY]
    begun = work.rows(_begun(me, asked, page, crowded)) if crowded else ()
    shown = [row for row in ranked if row.count <= MANY] + list(begun)
    told = {row.id: row for row in work.rows(_told([row.id for row in shown]))} if shown else {}
    return [
        Hits(
            one.kind,
            min(counts[one.kind], MANY),
            one in crowded,
            [told[row.id] for row in shown if row.kind == one.kind],
            _next(ranked[-1]) if page.kind else None,
        )
        for one in kinds
        if one.kind in counts
    ]


def _next(last: Any) -> UUID | None:
    """The cursor after the last row, unless it is the last of all; of too many there is one page only."""
    found: UUID | None = last.record_id if last.place < last.count <= MANY else None
    return found


def _ranked(work: Transaction, me: Actor, asked: Asked, page: Page, kinds: Sequence[Searchable]) -> Any:
    """The page's entries in order, with their place and how many there are of their kind."""
    near = [
        row.id
        for row in work.rows(
            columns(Department.id).where(within(reach(me, May.KNOW))).limit(_FEW_DEPARTMENTS + 1)
        )
    ]
    parts = []
    for one in kinds:
        # Few departments are looked up by the index with the words; of many enough are soon gone through.
        few = near if one.placed and len(near) <= _FEW_DEPARTMENTS else None
        having_them, entry = having(work, me, asked, one, few)
        parts.append(having_them.add_columns(_rank(asked, entry)).limit(MANY + 1).subquery())
    hits = union_all(*(select(part) for part in parts)).subquery()
    order = (hits.c.rank, hits.c.sort_key, hits.c.record_id)
    ranked = select(
        hits.c.id,
        hits.c.kind,
        hits.c.record_id,
        func.count().over(partition_by=hits.c.kind).label("count"),
        func.row_number().over(partition_by=hits.c.kind, order_by=order).label("place"),
    ).cte("ranked")
    first: Any = 0
    if page.cursor is not None:
        first = select(ranked.c.place).where(ranked.c.record_id == page.cursor).scalar_subquery()
    here = select(ranked).where(ranked.c.place > first, ranked.c.place <= first + page.each)
    return here.order_by(ranked.c.kind, ranked.c.place)


def _rank(asked: Asked, entry: Any) -> Any:
    spaced = " " + entry.words + " "
    exactly = and_(*(spaced.like(f"% {stem} %") for _, stem in asked.words))
    return case((_begins(asked, entry), 0), (exactly, 1), else_=2).label("rank")


def _begins(asked: Asked, entry: Any) -> Any:
    return func.substr(entry.start, 1, len(asked.start)) == asked.start


def _begun(me: Actor, asked: Asked, page: Page, kinds: Sequence[Searchable]) -> Any:
    """The first titles that begin as asked, along the index in their order."""
    keys = {sort_key(way) for way in asked.spelled} - {""}
    parts = [
        columns(SearchEntry.id, SearchEntry.kind, SearchEntry.sort_key, SearchEntry.record_id)
        .where(
            col(SearchEntry.kind) == one.kind,
            col(SearchEntry.sort_key) >= key,
            col(SearchEntry.sort_key) < key + _LAST,
            _begins(asked, SearchEntry),
            one.seen_by(me, col(SearchEntry.record_id), col(SearchEntry.department_id)),
        )
        .order_by(col(SearchEntry.sort_key), col(SearchEntry.record_id))
        .limit(page.each)
        .subquery()
        for one in kinds
        for key in keys
    ]
    both = union_all(*(select(part) for part in parts)).subquery()
    place = func.row_number().over(partition_by=both.c.kind, order_by=(both.c.sort_key, both.c.record_id))
    ranked = select(both, place.label("place")).subquery()
    return select(ranked).where(ranked.c.place <= page.each).order_by(ranked.c.kind, ranked.c.place)


def _told(ids: Sequence[int]) -> Any:
    """What the page says of these entries."""
    return (
        columns(
            SearchEntry.id,
            SearchEntry.kind,
            SearchEntry.record_id,
            SearchEntry.title,
            SearchEntry.detail,
            SearchEntry.state,
            col(_NODE.id).label("department_id"),
            col(_NODE.name).label("department_name"),
            _NODE.closed_on,
            col(_PARENT.id).label("parent_id"),
            col(_PARENT.name).label("parent_name"),
        )
        .outerjoin(_NODE, _NODE.id == col(SearchEntry.department_id))
        .outerjoin(_PARENT, _PARENT.id == _NODE.parent_id)
        .where(col(SearchEntry.id).in_(ids))
    )
