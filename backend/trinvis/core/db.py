"""The database: one transaction per request, settled and committed here and nowhere else.

Rooms ask for a `Transaction`. What they changed they `record` (history) and `touch` (which
department's status row must be settled). Before COMMIT the settlers that `rooms.py` registered
run in the same transaction, so that a status row is never older than what it sums up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy
from sqlalchemy import Engine, create_engine, event, insert, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session, SQLModel, select

from trinvis.access import Actor
from trinvis.core import clock
from trinvis.core.audit import ORGANISATION, AuditChain, AuditEvent, AuditText, Happened, append
from trinvis.core.columns import new_id
from trinvis.core.settings import Settings
from trinvis.errors import Code, Refused

T = TypeVar("T", bound=SQLModel)
Settler = Callable[["Transaction", frozenset[UUID]], None]


@dataclass(frozen=True, slots=True)
class Upward:
    """What rooms above contribute to transactions that rooms below begin; `rooms.py` fills it.

    `settlers` run before COMMIT with the touched departments. `carriers` are the kinds of open work
    that change place and hands, `holdings` those that change hands only (see `departments.carrying`, which
    has their types: it stands above this module), `searchables` the kinds of records that can be found
    (see `core.search`), `followers` what else changes with the tree (see `departments.following`).
    """

    settlers: tuple[Settler, ...] = ()
    carriers: tuple[Any, ...] = ()
    searchables: tuple[Any, ...] = ()
    followers: tuple[Any, ...] = ()
    holdings: tuple[Any, ...] = ()


class Transaction:
    """One request's work. `session` runs statements; `record`, `touch` note what follows."""

    def __init__(self, session: Session, *, writes: bool, upward: Upward | None = None) -> None:
        self.session = session
        self.writes = writes
        self.actor: Actor | None = None
        self.upward = upward or Upward()
        self._touched: set[UUID] = set()
        self._events: list[tuple[Happened, dict[str, tuple[str, str]]]] = []

    def rows(self, statement: Any) -> Sequence[Any]:
        """All rows of a select of columns."""
        return self.session.execute(statement).all()

    def one(self, statement: Any) -> Any:
        """The one row of a select of columns. Raises `Refused(NOT_FOUND)` if there is none."""
        row = self.session.execute(statement).first()
        if row is None:
            raise Refused(Code.NOT_FOUND)
        return row

    def first(self, statement: Any) -> Any:
        """The first row of a select of columns, or None."""
        return self.session.execute(statement).first()

    def locked(self, table: type[T], record_id: UUID) -> T:
        """The record, locked until the end of the transaction and read afresh.

        Raises `Refused(NOT_FOUND)` if there is none.
        """
        found = self.session.get(
            table, record_id, with_for_update={"key_share": True}, populate_existing=True
        )
        if found is None:
            raise Refused(Code.NOT_FOUND)
        return found

    def add(self, record: T) -> T:
        """Insert the record now, so that its constraints speak here and not at COMMIT."""
        self.session.add(record)
        self.session.flush()
        return record

    def insert(self, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
        """Insert many rows in one statement, every column given: defaults of the model do not apply."""
        self.session.execute(insert(SQLModel.metadata.tables[str(table.__tablename__)]), rows)

    def lock_tables(self, *tables: type[SQLModel]) -> None:
        """Let nobody else write to these tables until the end of the transaction; reading goes on.

        The embedded database has one writer, and this is it.
        """
        if self.session.get_bind().dialect.name == "postgresql":
            names = ", ".join(str(table.__tablename__) for table in tables)
            self.session.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))

    def touch(self, department_id: UUID) -> None:
        """Note that the department's status row must be settled before COMMIT."""
        self._touched.add(department_id)

    def record(
        self,
        what: str,
        kind: str,
        record_id: UUID,
        department_id: UUID | None = None,
        *,
        former: dict[str, tuple[str, str]] | None = None,
        **facts: object,
    ) -> None:
        """Write an audit event at COMMIT and touch its department.

        `what`: e.g. "trial_action.started". `facts`: ids, codes, dates; no names, no free text.
        `former`: field -> (audience, text that stood there before).
        """
        role = self._role()
        happened = Happened(
            id=new_id(),
            chain_id=department_id or ORGANISATION,
            at=clock.now(),
            actor_id=self.actor.person_id if self.actor else None,
            role=role,
            what=what,
            kind=kind,
            record_id=record_id,
            facts=json.loads(json.dumps(facts, default=str)),
        )
        self._events.append((happened, former or {}))
        if department_id:
            self.touch(department_id)

    @property
    def changed(self) -> frozenset[tuple[str, UUID]]:
        """Kind and id of every record that an event of this transaction speaks of: for settlers."""
        return frozenset((happened.kind, happened.record_id) for happened, _ in self._events)

    @contextmanager
    def supposing(self) -> Iterator[None]:
        """Do something and take it back: what it would change can be read meanwhile, nothing is kept."""
        touched, events = set(self._touched), list(self._events)
        self.session.flush()
        with self.session.begin_nested() as point:
            try:
                yield
            finally:
                point.rollback()
                self._touched, self._events = touched, events

    def _role(self) -> str | None:
        roles = {grant.role.value for grant in self.actor.grants} if self.actor else set()
        return "+".join(sorted(roles)) or None

    def settle(self) -> None:
        """Run the settlers and append the audit events: the last thing before COMMIT."""
        self.session.flush()
        touched = frozenset(self._touched)
        for settler in self.upward.settlers:
            settler(self, touched)
        chains: dict[UUID, AuditChain] = {}
        for chain_id in sorted({happened.chain_id for happened, _ in self._events}):
            chains[chain_id] = self._chain(chain_id)
        for happened, _ in self._events:
            append(chains[happened.chain_id], happened)
        # Inserted together: an import writes a hundred thousand of them while nobody else can write.
        for start in range(0, len(self._events), 1_000):
            part = self._events[start : start + 1_000]
            self.insert(AuditEvent, [happened.row for happened, _ in part])
        for happened, former in self._events:
            for field, (audience, words) in former.items():
                self.session.add(AuditText(event_id=happened.id, field=field, audience=audience, text=words))
        self.session.flush()

    def _chain(self, chain_id: UUID) -> AuditChain:
        find = select(AuditChain).where(AuditChain.chain_id == chain_id).with_for_update()
        found = self.session.exec(find).first()
        if found is None:
            self.session.execute(
                text(
                    "INSERT INTO audit_chain (chain_id, number, digest) VALUES (:id, 0, '')"
                    " ON CONFLICT DO NOTHING"
                ),
                {"id": chain_id if self.session.get_bind().dialect.name == "postgresql" else chain_id.hex},
            )
            found = self.session.exec(find).one()
        return found


class Database:
    """The engine(s) of one installation.

    SQLite has one writing connection (old libraries can corrupt a WAL that two write at once)
    beside a pool of readers; PostgreSQL has one pool.
    """

    def __init__(self, settings: Settings, upward: Upward | None = None) -> None:
        self.settings = settings
        self.upward = upward
        self._one_writer = Lock()
        if settings.embedded:
            settings.database_file.parent.mkdir(parents=True, exist_ok=True)
            self.writer = _sqlite(settings.database_url, size=1, begin="BEGIN IMMEDIATE")
            self.reader = _sqlite(settings.database_url, size=settings.gate, begin="BEGIN")
        else:
            url = settings.database_url.replace("postgresql://", "postgresql+psycopg://", 1)
            self.writer = self.reader = create_engine(
                url, pool_size=settings.gate, max_overflow=2, pool_pre_ping=True, pool_timeout=20
            )

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A reading transaction: one snapshot, nothing kept."""
        with Session(self.reader, autoflush=False) as session:
            yield Transaction(session, writes=False, upward=self.upward)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """A writing transaction: settled and committed at the end, rolled back on any error.

        Raises `Refused` for what the database refuses: a row that exists already, a lock that
        did not come in time.
        """
        held = self._one_writer if self.settings.embedded else _NoLock()
        with held, Session(self.writer, expire_on_commit=False) as session:
            work = Transaction(session, writes=True, upward=self.upward)
            try:
                yield work
                work.settle()
                session.commit()
            except IntegrityError as error:
                raise Refused(Code.ALREADY_OPEN) from error
            except OperationalError as error:
                raise Refused(Code.BUSY) from error

    def close(self) -> None:
        """Give all connections back."""
        self.writer.dispose()
        self.reader.dispose()


class _NoLock:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def _sqlite(url: str, *, size: int, begin: str) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=20,
        connect_args={"check_same_thread": False, "timeout": 20},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def expect(version: int, if_match: int | None) -> None:
    """Refuse unless the writer has seen this version (`If-Match`).

    Raises `Refused(IF_MATCH_MISSING)` or `Refused(VERSION_CONFLICT)`.
    """
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    if if_match != version:
        raise Refused(Code.VERSION_CONFLICT, version=version)


def columns(*chosen: Any) -> Any:
    """A select of columns, which is what reads are made of.

    Attributes of a SQLModel class are columns at run time and values to a type checker; this is
    the one place that says so.
    """
    return sqlalchemy.select(*chosen)
