"""The database's schema: where the migrations are, and bringing a database to the newest."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from trinvis.core import clock
from trinvis.core.settings import Settings

_INSIDE = Path(__file__).resolve().parent.parent / "migrations"
_BESIDE = Path(__file__).resolve().parents[3] / "migrations"


def config(settings: Settings | None = None) -> Config:
    """Alembic's configuration, for the wheel (migrations inside) and the checkout (beside)."""
    found = Config()
    found.set_main_option("script_location", str(_INSIDE if _INSIDE.is_dir() else _BESIDE).replace("%", "%%"))
    found.attributes["settings"] = settings
    return found


def modelled(_: object, name: str | None, kind: str, reflected: bool, __: object) -> bool:
    """Whether the models speak of it: the index of the search's words stands beside its table.

    On SQLite it is a virtual table with shadow tables, on PostgreSQL a derived column with its index.
    """
    beside = {"table": "search_words", "column": "tokens", "index": "ix_search_entry_tokens"}.get(kind)
    return not (reflected and name and beside and name.startswith(beside))


def head() -> str | None:
    """The newest migration's id."""
    return ScriptDirectory.from_config(config()).get_current_head()


def current(engine: Engine) -> str | None:
    """The migration the database is at; None if it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_at_head(engine: Engine) -> bool:
    """Whether the database can be reached and is at the newest migration."""
    try:
        return current(engine) == head()
    except OperationalError:
        return False


def _version(settings: Settings) -> str | None:
    engine = create_engine(settings.database_url, poolclass=NullPool)
    return current(engine)


def migrate(settings: Settings, target: str = "head") -> None:
    """Bring the database to the newest schema. An older SQLite file is copied first."""
    if settings.embedded:
        file = settings.database_file
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size and _version(settings) not in (None, head()):
            stamp = clock.now().strftime("%Y%m%dT%H%M%S")
            shutil.copy2(file, file.with_name(f"{file.name}.before-{stamp}"))
    command.upgrade(config(settings), target)


def draft(why: str, revision: str) -> None:
    """Let Alembic draft the migration from head to the models as they stand; read and mend it by hand."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        command.upgrade(config(settings), "head")
        command.revision(config(settings), why, autogenerate=True, rev_id=revision)
