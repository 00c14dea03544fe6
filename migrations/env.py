"""Alembic's environment: the rooms' tables, on SQLite in batches and on PostgreSQL with a lock timeout."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

from trinvis.core.columns import Moment, Words
from trinvis.core.schema import modelled
from trinvis.core.settings import Settings
from trinvis.rooms import ROOMS

assert ROOMS  # importing the rooms fills the metadata
settings: Settings = context.config.attributes.get("settings") or Settings()


def _plain(kind: str, item: object, _: object) -> str | bool:
    """A column type in SQLAlchemy's own words, since migrations import no room."""
    if kind != "type":
        return False
    if isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Words):
        return "sa.Text()"
    if isinstance(item, AutoString):
        return "sa.String()"
    return False


def run() -> None:
    """Run the migrations asked for, each in a transaction of its own."""
    url = settings.database_url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        if settings.embedded:
            # A batch rebuilds its table: with foreign keys on, dropping the old one would take rows along.
            connection.execute(text("PRAGMA foreign_keys=OFF"))
        else:
            connection.execute(text("SET lock_timeout = '5s'"))
        connection.commit()
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            render_as_batch=settings.embedded,
            transaction_per_migration=True,
            compare_type=True,
            render_item=_plain,
            include_object=modelled,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
