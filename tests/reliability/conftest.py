"""The small organisation of the API tests, on both databases; several of them in one test."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.api.conftest import _filled, world
from tests.api.world import World, world_on
from tests.reliability.nested import stage
from trinvis.core.settings import Settings

__all__ = ["new_world", "run_apart", "stage", "world"]

NewWorld = Callable[[], Any]
T = TypeVar("T")


def run_apart(story: Coroutine[Any, Any, T]) -> T:
    """What the story returns, run in a thread of its own: a browser test before this one, in the same
    process, leaves its event loop running in ours."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, story).result()


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
