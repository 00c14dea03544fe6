"""The small organisation of the API tests, on both databases; several of them in one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import _filled, world
from tests.api.world import World, world_on
from trinvis.core.settings import Settings

__all__ = ["new_world", "world"]

NewWorld = Callable[[], Any]


@pytest.fixture
def new_world(new_database: Callable[..., str], tmp_path: Path) -> NewWorld:
    """A function that gives a world on a fresh copy of the same database, with a keystore of its own."""
    numbers = count(1)

    @contextmanager
    def made() -> Iterator[World]:
        settings: Any = Settings(
            database_url=new_database("world", _filled), data_dir=tmp_path, demo=True,
            keystore=tmp_path / f"keystore-{next(numbers)}",
        )  # fmt: skip
        with world_on(settings) as world:
            yield world

    return made
