"""Each migration up and down with rows in the tables, and no drift between models and head."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlmodel import SQLModel

from tests.api.world import fill
from trinvis.core.db import Database, columns
from trinvis.core.schema import config, is_at_head, migrate, modelled
from trinvis.core.settings import Settings
from trinvis.departments.tables import Department


@pytest.fixture
def bare(bare_database_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=bare_database_url, data_dir=tmp_path, demo=True)


def _differences(settings: Settings) -> list[Any]:
    database = Database(settings)
    with database.writer.connect() as connection:
        beside = {"compare_type": False, "include_object": modelled}
        context = MigrationContext.configure(connection, opts=beside)
        found = list(compare_metadata(context, SQLModel.metadata))
    database.close()
    return found


def test_models_and_head_are_one(bare: Settings) -> None:
    migrate(bare)
    assert _differences(bare) == []


def test_a_model_without_its_migration_is_noticed(bare: Settings) -> None:
    migrate(bare)
    database = Database(bare)
    with database.write() as work:
        work.session.connection().exec_driver_sql("DROP INDEX ix_department_path")
    database.close()
    assert _differences(bare) != []


def test_up_and_down_and_up_again_with_the_demo_hospital(demo_settings: Settings) -> None:
    database = Database(demo_settings)
    with database.read() as work:
        assert len(work.rows(columns(Department.id))) > 50
    database.close()
    command.downgrade(config(demo_settings), "base")
    database = Database(demo_settings)
    assert inspect(database.writer).get_table_names() == ["alembic_version"]
    assert not is_at_head(database.reader)
    database.close()
    migrate(demo_settings)
    fill(demo_settings)
    database = Database(demo_settings)
    with database.read() as work:
        assert len(work.rows(columns(Department.id))) == 7
    assert is_at_head(database.reader)
    database.close()


def test_an_older_file_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, demo=True)
    migrate(settings)
    fill(settings)
    database = Database(settings)
    with database.write() as work:
        work.session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'older'")
    database.close()
    with pytest.raises(Exception, match="older"):
        migrate(settings)
    copies = list(tmp_path.glob("*.before-*"))
    assert len(copies) == 1
    assert copies[0].stat().st_size == settings.database_file.stat().st_size
