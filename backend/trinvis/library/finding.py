"""Finding: the entries that the actor may see and that have the words asked for, the best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    String,
    and_,
    case,
    cast,
    column,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor
from trinvis.accounts.searching import held_where_seen
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department
from trinvis.library.tables import SearchEntry
from trinvis.library.words import Asked

_NODE: Any = aliased(Department)
_PARENT: Any = aliased(Department)


@dataclass(frozen=True, slots=True)
class Page:
    """How much is wanted: `each` of every kind, or of one `kind` those after the record `cursor`."""

    each: int
    kind: str | None = None
    cursor: UUID | None = None


def found(work: Transaction, me: Actor, asked: Asked, page: Page) -> Sequence[Any]:
    """The rows of the page in one statement, by kind and in order; `count` is how many of its kind there are.

    The order is the same on both databases: titles that begin as asked, then where the very words
    stand, then words that begin so; in each the Danish order of the titles, at last the id.
    """
    if not asked.words:
        return []
    hits = _hits(work, me, asked, page.kind).cte("hits")
    order = (hits.c.rank, hits.c.sort_key, hits.c.record_id)
    ranked = select(
        hits,
        func.count().over(partition_by=hits.c.kind).label("count"),
        func.row_number().over(partition_by=hits.c.kind, order_by=order).label("place"),
    ).cte("ranked")
    first: Any = 0
    if page.cursor is not None:
        first = select(ranked.c.place).where(ranked.c.record_id == page.cursor).scalar_subquery()
    rows: Sequence[Any] = work.rows(
        columns(
            SearchEntry.kind, SearchEntry.record_id, SearchEntry.title, SearchEntry.detail, SearchEntry.state,
            col(_NODE.id).label("department_id"), col(_NODE.name).label("department_name"), _NODE.closed_on,
            col(_PARENT.id).label("parent_id"), col(_PARENT.name).label("parent_name"), ranked.c.count,
            ranked.c.place,
        )
        .select_from(ranked)
        .join(SearchEntry, col(SearchEntry.id) == ranked.c.id)
        .outerjoin(_NODE, _NODE.id == col(SearchEntry.department_id))
        .outerjoin(_PARENT, _PARENT.id == _NODE.parent_id)
        .where(ranked.c.place > first, ranked.c.place <= first + page.each)
        .order_by(ranked.c.kind, ranked.c.place)
    )  # fmt: skip
    return rows


def roles(work: Transaction, me: Actor, people: Collection[UUID]) -> dict[UUID, list[Any]]:
    """The roles that these people hold today where the actor sees the people, in the tree's order."""
    if not people:
        return {}
    held: dict[UUID, list[Any]] = defaultdict(list)
    for row in work.rows(
        columns(
            RoleGrant.person_id,
            RoleGrant.role,
            RoleGrant.title,
            RoleGrant.department_id,
            col(Department.name).label("department_name"),
        )
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .where(col(RoleGrant.person_id).in_(people), held_where_seen(me))
        .order_by(col(Department.position), col(RoleGrant.role), col(RoleGrant.id))
    ):
        held[row.person_id].append(row)
    return held


def _hits(work: Transaction, me: Actor, asked: Asked, kind: str | None) -> Any:
    """Id, kind and order of every entry that is found and seen."""
    having = _postgresql if work.session.get_bind().dialect.name == "postgresql" else _sqlite
    begins = func.substr(col(SearchEntry.start), 1, len(asked.start)) == asked.start
    seen = (
        and_(
            col(SearchEntry.kind) == one.kind,
            one.seen_by(me, col(SearchEntry.record_id), col(SearchEntry.department_id)),
        )
        for one in work.upward.searchables
        if kind in (None, one.kind)
    )
    return select(
        col(SearchEntry.id),
        col(SearchEntry.kind),
        col(SearchEntry.record_id),
        col(SearchEntry.sort_key),
        case((begins, 0), (having(asked, exact=True), 1), else_=2).label("rank"),
    ).where(having(asked, exact=False), or_(false(), *seen))


def _sqlite(asked: Asked, *, exact: bool) -> Any:
    """A condition: the entry has the words. They are letters and digits: quoted they say nothing else."""
    terms = (
        f'"{stem}"' if exact else f'"{typed}" *' if typed == stem else f'("{stem}" OR "{typed}" *)'
        for typed, stem in asked.words
    )
    matching: Any = literal_column("search_words").op("MATCH", is_comparison=True)(" AND ".join(terms))
    return col(SearchEntry.id).in_(select(column("rowid")).select_from(table("search_words")).where(matching))


def _postgresql(asked: Asked, *, exact: bool) -> Any:
    """The same condition for PostgreSQL, through the expression that its index is made of."""
    terms = (
        f"'{stem}'" if exact else f"'{typed}':*" if typed == stem else f"('{stem}' | '{typed}':*)"
        for typed, stem in asked.words
    )
    query = cast(literal(" & ".join(terms), String), TSQUERY)
    entry: Any = aliased(SearchEntry, name="worded")
    tokens: Any = literal_column("array_to_tsvector(string_to_array(worded.words, ' '))")
    return col(SearchEntry.id).in_(select(entry.id).where(tokens.op("@@", is_comparison=True)(query)))
