"""The search finds the same in the same order on SQLite, on PostgreSQL, and as counted out in Python."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, insert

from tests.postgres import Cluster
from trinvis.access import Actor, Grant, Role
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.columns import sort_key
from trinvis.core.db import Database
from trinvis.core.schema import migrate
from trinvis.core.settings import Settings
from trinvis.departments.tables import Department
from trinvis.library import finding
from trinvis.library.finding import Page, found
from trinvis.library.index import indexed
from trinvis.library.tables import SearchEntry
from trinvis.library.words import asked, rank, start_of, words_of
from trinvis.rooms import UPWARD

TEXT = """
tavle tavlen tavlerne møde mødet morgenmøde øre ører ære aar år åben aaben hanne hans han anne søvn soevn
led leder ledelse ledelsen ledning poesi pø 12 12b b-12 e-mail c++ ñandú café cafe ΑΛΦΑ αλφα ßtrasse
strasse 😀 x² naïve den det og i på af ² ᵃ Ⅻ 語 موعد
"""
WORDS = TEXT.split()
QUERIES = [
    "han", "hanne", "møde", "moede", "mødet", "tavlern", "t", "a", "å", "aa", "aab", "led", "ledelse", "12",
    "den det", "det den", "12b", "b 12", "poe", "pø", "strasse", "αλφ", "caf", "café", "x", "x²", "²", "語",
    '"han" OR 1', "NEAR(han)", "han*", "-han", "title:han", "'", "§department", "\x00han", "\u202ehan",
    "موعد", "søvn " * 2000, "findesikke", "i i i", "ⅻ", "xii", "ᵃ",
]  # fmt: skip


@dataclass
class Twins:
    """Two databases with the same rows, and the rows."""

    databases: list[Database]
    entries: list[dict[str, Any]]
    paths: dict[UUID, str]
    held: dict[UUID, UUID]
    """Person and where she holds a role today."""

    def counted_out(self, me: Actor, query: str) -> dict[str, list[dict[str, Any]]]:
        """What is to be found, by kind and in order."""
        mine = me.grants[0]
        hits: dict[str, list[Any]] = {}
        for entry in self.entries:
            place = self.held.get(entry["record_id"], entry["department_id"])
            seen = place is not None and self.paths[place].startswith(mine.path)
            place_in_order = rank(asked(query), entry["start"], words_of(entry["title"], entry["detail"]))
            if seen and place_in_order is not None:
                order = (place_in_order, entry["sort_key"], entry["record_id"].hex)
                hits.setdefault(entry["kind"], []).append((order, entry))
        return {
            kind: [entry for _, entry in sorted(of_kind, key=lambda each: each[0])]
            for kind, of_kind in hits.items()
        }


def _departments(dice: random.Random) -> list[dict[str, Any]]:
    root = uuid4()
    rows = []
    for number in range(16):
        own = uuid4() if number else root
        path = f"{root.hex}/" + (f"{own.hex}/" if number else "")
        name = f"{dice.choice(WORDS)} {dice.choice(WORDS)}"
        rows.append({
            "id": own, "code": f"K{number}", "name": name, "sort_key": sort_key(name), "folded": "",
            "kind": "department", "path": path, "position": f"{number:04d}", "headcount": 1, "walks": "walks",
            "pilot": False, "round": 0, "inherits": [], "former_paths": [], "version": 1,
        })  # fmt: skip
    return rows


def _entry(kind: str, title: str, detail: str, department: UUID | None, record: UUID | None = None) -> Any:
    return {
        "kind": kind, "record_id": record or uuid4(), "department_id": department, "title": title,
        "detail": detail, "state": None, "sort_key": sort_key(title), "start": start_of(title),
        "words": indexed(kind, [department] if department else [], title, detail),
    }  # fmt: skip


@pytest.fixture(scope="module")
def twins(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    data: Path = tmp_path_factory.mktemp("alike")
    dice = random.Random(7)
    departments = _departments(dice)
    places = [row["id"] for row in departments]

    def text(most: int) -> str:
        return " ".join(dice.choices(WORDS, k=dice.randint(1, most)))

    entries = [_entry("department", row["name"], row["code"], row["id"], row["id"]) for row in departments]
    entries += [_entry("trial_action", text(4), text(9), dice.choice(places)) for _ in range(400)]
    people = [_entry("person", text(3).title(), "", None) for _ in range(120)]
    today = clock.today()
    roles, held = [], {}
    for person in people:
        place, ended = dice.choice(places), dice.random() < 0.2
        if not ended:
            held[person["record_id"]] = place
        roles.append({
            "id": uuid4(), "person_id": person["record_id"], "role": "member", "department_id": place,
            "known_since": date(2026, 1, 1), "version": 1, "valid_from": None,
            "valid_to": today - timedelta(days=1) if ended else None,
        })  # fmt: skip
    persons = [
        {
            "id": one["record_id"], "name": one["title"], "sort_key": "", "folded": "", "language": "da",
            "email": one["record_id"].hex, "version": 1,
        }
        for one in people
    ]  # fmt: skip
    urls = [f"sqlite:///{data / 'one.sqlite3'}", cluster.create(f"alike_{uuid4().hex}")]
    databases = []
    for url in urls:
        settings = Settings(database_url=url, data_dir=data, demo=True)
        migrate(settings)
        databases.append(Database(settings, UPWARD))
        with databases[-1].write() as work:
            for table, rows in ((Department, departments), (Person, persons), (RoleGrant, roles)):
                work.session.execute(insert(table), rows)
            work.session.execute(insert(SearchEntry), entries + people)
    yield Twins(databases, entries + people, {row["id"]: row["path"] for row in departments}, held)
    for database in databases:
        database.close()


def _actors(twins: Twins) -> list[Actor]:
    (root, whole), (one, path), *_ = twins.paths.items()
    return [
        Actor(uuid4(), (Grant(role, node, where, where),))
        for role, node, where in ((Role.HR, root, whole), (Role.MEMBER, one, path))
    ]


def _queries(count: int) -> list[str]:
    dice = random.Random(11)
    made = []
    for _ in range(count):
        words = [dice.choice(WORDS) for _ in range(dice.choice((1, 1, 2, 3)))]
        made.append(" ".join(word[: dice.randint(1, 6)] if dice.random() < 0.7 else word for word in words))
    return [*QUERIES, *made]


def _told(database: Database, me: Actor, query: str, page: Page) -> list[Any]:
    with database.read() as work:
        hits = found(work, me, asked(query), page)
        return [(of.kind, of.count, of.more, [row.record_id for row in of.rows], of.next) for of in hits]


def test_both_find_what_is_counted_out(twins: Twins, long: bool) -> None:
    hit = 0
    for me in _actors(twins):
        for query in _queries(600 if long else 80):
            wanted = twins.counted_out(me, query)
            for database in twins.databases:
                told = _told(database, me, query, Page(5))
                assert {kind: (count, ids) for kind, count, _, ids, _ in told} == {
                    kind: (len(hits), [entry["record_id"] for entry in hits[:5]])
                    for kind, hits in wanted.items()
                }, (database.reader.dialect.name, query)
            hit += bool(wanted)
    assert hit > 60


def test_all_of_a_kind_are_found_page_by_page(twins: Twins) -> None:
    me = _actors(twins)[0]
    for query in ("han", "m", "t", "den"):
        wanted = [entry["record_id"] for entry in twins.counted_out(me, query)["trial_action"]]
        for database in twins.databases:
            seen: list[UUID] = []
            cursor = None
            while True:
                [(_, count, _, ids, cursor)] = _told(database, me, query, Page(7, "trial_action", cursor))
                assert count == len(wanted)
                seen += ids
                if cursor is None:
                    break
            assert seen == wanted
            assert _told(database, me, query, Page(7, "trial_action", uuid4())) == []


def test_of_too_many_both_show_the_titles_that_begin_so(
    twins: Twins, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MANY", 20)
    me = _actors(twins)[0]
    for query in ("t", "han", "m", "oe", "poe", "a"):
        wanted = {kind: hits for kind, hits in twins.counted_out(me, query).items() if len(hits) > 20}
        told = [
            {kind: ids for kind, _, more, ids, _ in _told(database, me, query, Page(5)) if more}
            for database in twins.databases
        ]
        keys = tuple(sort_key(way) for way in asked(query).spelled)
        first = {
            kind: [
                entry["record_id"]
                for entry in hits
                if entry["start"].startswith(asked(query).start) and entry["sort_key"].startswith(keys)
            ][:5]
            for kind, hits in wanted.items()
        }
        assert told == [first, first], query
    assert wanted


@contextmanager
def _asked_of(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are run meanwhile, with their parameters."""
    seen: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "search_entry" in statement:
            seen.append((statement, parameters))

    event.listen(database.reader, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(database.reader, "before_cursor_execute", note)


def _plan(database: Database, statement: str, parameters: Any) -> str:
    postgres = database.reader.dialect.name == "postgresql"
    connection = database.reader.raw_connection()
    try:
        cursor = connection.cursor()
        if postgres:
            # The tables are small: without this going through all of them is rightly cheaper.
            cursor.execute("SET enable_seqscan = off")
        cursor.execute(("EXPLAIN " if postgres else "EXPLAIN QUERY PLAN ") + statement, parameters)
        return "\n".join(str(row) for row in cursor.fetchall())
    finally:
        connection.invalidate()


SEARCHED = [one.kind for one in UPWARD.searchables]


@pytest.mark.parametrize("who", [0, 1], ids=["whole", "one-department"])
def test_the_words_are_looked_up_and_the_order_is_read_from_an_index(
    twins: Twins, monkeypatch: pytest.MonkeyPatch, who: int
) -> None:
    monkeypatch.setattr(finding, "MANY", 0)
    for database in twins.databases:
        with _asked_of(database) as statements:
            _told(database, _actors(twins)[who], "t", Page(5))
        ranked, begun, told = (_plan(database, *each) for each in statements)
        if database.reader.dialect.name == "sqlite":
            assert ranked.count("VIRTUAL TABLE INDEX") == len(SEARCHED)
            assert "SCAN search_entry" not in ranked + begun + told
        else:
            assert ranked.count("ix_search_entry_tokens") == len(SEARCHED)
        assert "ix_search_entry_order" in begun
        assert "ix_search_entry_order" not in ranked
