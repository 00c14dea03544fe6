"""Alembic's environment: the rooms' tables, on SQLite in batches and on PostgreSQL with a lock timeout."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel

from trinvis.core.settings import Settings
from trinvis.rooms import ROOMS

assert ROOMS  # importing the rooms fills the metadata
settings: Settings = context.config.attributes.get("settings") or Settings()


def run() -> None:
    """Run the migrations asked for, each in a transaction of its own."""
    url = settings.database_url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        if settings.embedded:
            # A batch rebuilds its table; with foreign keys on, dropping the old one would take children along.
            connection.execute(text("PRAGMA foreign_keys=OFF"))
        else:
            connection.execute(text("SET lock_timeout = '5s'"))
        connection.commit()
        context.configure(
            connection=connection, target_metadata=SQLModel.metadata, render_as_batch=settings.embedded,
            transaction_per_migration=True, compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
