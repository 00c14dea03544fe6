"""A story whose beginning is told once: the database goes back to a kept moment as often as one likes.

Requests are asked straight of the app, as a server asks it, in one thread with one event loop: with
nothing between but what the app itself does, a thousand worlds are asked in minutes.
"""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import anyio.to_thread
import pytest
from sqlalchemy import inspect, text

from tests.api.world import World
from tests.postgres import Cluster
from trinvis.core import columns

T = TypeVar("T")
Asked = tuple[str, str]
"""Who asks (a part of the cast, or "nobody") and the path."""


@dataclass
class Replay:
    """A world and the moment it goes back to."""

    world: World
    cluster: Cluster | None
    _keys: dict[Path, bytes] = field(default_factory=dict)
    _kept: str = ""

    def keep(self) -> None:
        """Remember the database and the keystore as they are now."""
        self.world.database.close()
        self._keys = {file: file.read_bytes() for file in self._keystore.iterdir()}
        if self.cluster:
            self._kept = f"kept_{uuid4().hex}"
            self.cluster.create(self._kept, self._name)
        else:
            self._kept = f"{self._file}.kept"
            shutil.copyfile(self._file, self._kept)  # its log went into it with the last connection

    def back(self) -> None:
        """Go back to it."""
        self.world.database.close()
        for file in self._keystore.iterdir():
            file.unlink()
        for file, key in self._keys.items():
            file.write_bytes(key)
        if self.cluster:
            self.cluster.drop(self._name)
            self.cluster.create(self._name, self._kept)
        else:
            for ending in ("-wal", "-shm"):
                Path(f"{self._file}{ending}").unlink(missing_ok=True)
            shutil.copyfile(self._kept, self._file)

    def forget(self) -> None:
        """Delete what was kept."""
        if self.cluster and self._kept:
            self.cluster.drop(self._kept)

    @property
    def _keystore(self) -> Path:
        folder = self.world.database.settings.keystore
        assert folder
        return folder

    @property
    def _file(self) -> Path:
        return self.world.database.settings.database_file

    @property
    def _name(self) -> str:
        return self.world.database.settings.database_url.rsplit("/", 1)[1]


@dataclass
class Line:
    """Asks the app. `cookies`: session cookies, by part of the cast."""

    world: World
    _thread: ThreadPoolExecutor
    _runner: asyncio.Runner
    cookies: dict[str, str] = field(default_factory=dict)

    def run(self, story: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What the story returns."""
        return self._thread.submit(lambda: self._runner.run(story())).result()

    def sign_in(self, *keys: str) -> None:
        """Sign these parts in, from now until the session's hours are over."""
        self.world.clients.clear()
        for key in keys:
            jar = self.world.as_(key).cookies
            self.cookies[key] = "; ".join(f"{name}={value}" for name, value in jar.items())

    def replies(self, asked: Sequence[Asked]) -> dict[Asked, tuple[Any, ...]]:
        """Status, headers and body of each GET."""

        async def all_of_them() -> dict[Asked, tuple[Any, ...]]:
            return {one: await self._ask("GET", one[1], self.cookies.get(one[0])) for one in asked}

        return self.run(all_of_them)

    def answer(self, wave_id: UUID, code: str, answers: Sequence[Any], address: str = "10.0.0.1") -> None:
        """Send answers as a phone at this address does."""
        body = json.dumps({"wave_id": str(wave_id), "code": code, "answers": list(answers)}).encode()
        found = self.run(lambda: self._ask("POST", "/api/answers", None, body, address))
        assert found[0] == 204, found

    async def _ask(
        self, method: str, url: str, cookie: str | None, body: bytes = b"", address: str = "10.0.0.1"
    ) -> tuple[Any, ...]:
        path, _, query = url.partition("?")
        headers = [(b"host", b"testserver"), (b"content-type", b"application/json")]
        headers += [(b"cookie", cookie.encode())] if cookie else []
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
            "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": query.encode(),
            "root_path": "", "headers": headers, "client": (address, 5000), "server": ("testserver", 80),
        }  # fmt: skip
        told: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            told.append(message)

        await self.world.app(scope, receive, send)
        content = b"".join(one.get("body", b"") for one in told[1:])
        return told[0]["status"], sorted(told[0]["headers"]), content


@contextmanager
def line_to(world: World) -> Iterator[Line]:
    """A line to the world's app: what the app hands to other threads is done at once in the line's own."""

    async def at_once(act: Callable[..., T], *words: Any, **_: Any) -> T:
        return act(*words)

    with ThreadPoolExecutor(1) as thread, pytest.MonkeyPatch.context() as patch:
        runner = asyncio.Runner()
        patch.setattr(anyio.to_thread, "run_sync", at_once)
        try:
            yield Line(world, thread, runner)
        finally:
            thread.submit(runner.close).result()


@contextmanager
def replay(world: World, cluster: Cluster | None) -> Iterator[Replay]:
    """A world that goes back; what was kept is deleted at the end."""
    made = Replay(world, cluster)
    try:
        yield made
    finally:
        made.forget()


@contextmanager
def same_ids(start: int = 1) -> Iterator[None]:
    """Ids of rows come in the same sequence each time; those of waves, codes and ballots do not."""
    numbers = count(start)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "uuid7", lambda: UUID(int=(7 << 76) | (2 << 62) | next(numbers)))
        yield


def dump(world: World) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table in the order in which the database has it."""
    found = {}
    with world.database.reader.connect() as connection:
        for table in sorted(inspect(connection).get_table_names()):
            if not table.startswith("search_words"):  # SQLite's own keeping of its full-text index
                rows = connection.execute(text(f'SELECT * FROM "{table}"'))
                found[table] = [tuple(map(str, row)) for row in rows]
    return found
