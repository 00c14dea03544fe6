"""The small organisation, fresh for each test, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.world import World, fill, world_on
from trinvis.core.schema import migrate
from trinvis.core.settings import Settings


def _filled(url: str, data: Path) -> None:
    settings = Settings(database_url=url, data_dir=data, demo=True)
    migrate(settings)
    fill(settings)


@pytest.fixture
def world(new_database: Callable[..., str], tmp_path: Path) -> Iterator[World]:
    """The app on the small organisation."""
    settings: Any = Settings(database_url=new_database("world", _filled), data_dir=tmp_path, demo=True)
    with world_on(settings) as made:
        yield made
