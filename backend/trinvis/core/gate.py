"""The gate before everything: so many requests at once, bodies capped, the same headers on every reply."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from contextlib import nullcontext

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trinvis.core.http import READS, problem
from trinvis.errors import Code, Refused

CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


PATIENCE = 20.0
"""Seconds without a byte after which a sender is not waited for any longer."""
_LONGEST = 300.0


class _Gone(Exception):
    """Whoever sent it has gone, in the middle of it."""


class Gate:
    """At most so many API requests inside at once; bodies are capped; every reply gets its headers.

    Without it, synchronous dependencies and handlers wait for each other's threads, and enough
    clients at once stop the server for good. A quarter of the places is for reading only.
    `larger`: the paths that take files ("{id}" stands for one part), with their limit; only two such bodies
    are read at a time, since they are held in memory before anybody is asked who sends them.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        inside: int,
        body_limit: int,
        larger: Mapping[str, int] | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self.app = app
        self._patience = patience
        self.body_limit = body_limit
        self._larger = [
            (re.compile("[^/]+".join(map(re.escape, re.split(r"\{\w+\}", path)))), limit)
            for path, limit in (larger or {}).items()
        ]
        self._places = asyncio.Semaphore(inside)
        # Writers can wait long for the embedded database's one writer, while an import is taken in.
        self._writing = asyncio.Semaphore(max(1, inside * 3 // 4))
        self._files = asyncio.Semaphore(2)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                # A file that leaves has stricter ones of its own.
                own = {name for name, _ in message["headers"]}
                ours = [header for header in HEADERS if header[0] not in own]
                message = {**message, "headers": [*message["headers"], *ours]}
            await send(message)

        if not scope["path"].startswith("/api"):
            await self.app(scope, receive, with_headers)
            return
        limit = self._limit(scope)
        if limit > self.body_limit:
            async with self._files:
                await self._enter(scope, receive, with_headers, limit)
        else:
            await self._enter(scope, receive, with_headers, limit)

    def _limit(self, scope: Scope) -> int:
        """Files are posted; who reads the same path sends no more than others."""
        if scope["method"] != "POST":
            return 0
        return next((limit for path, limit in self._larger if path.fullmatch(scope["path"])), 0)

    async def _enter(self, scope: Scope, receive: Receive, send: Send, limit: int) -> None:
        limit = max(limit, self.body_limit)
        try:
            async with asyncio.timeout(_LONGEST):
                body = await self._read(receive, limit)
        except _Gone:
            return
        except TimeoutError:
            await problem(Refused(Code.BUSY))(scope, receive, send)
            return
        if body is None:
            await problem(Refused(Code.TOO_LARGE, limit=limit))(scope, receive, send)
            return

        async def given() -> Message:
            return pending.pop() if pending else await receive()

        pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
        async with nullcontext() if scope["method"] in READS else self._writing, self._places:
            await self.app(scope, given, send)

    async def _read(self, receive: Receive, limit: int) -> bytes | None:
        """The whole body before a place is taken: a slow sender must not hold one; None: it is too large.

        Raises `_Gone` for half a body, which nobody may take for a whole one, and `TimeoutError` for one
        that stands still: it would keep others from sending theirs.
        """
        parts: list[bytes] = []
        size = 0
        while True:
            async with asyncio.timeout(self._patience):
                message = await receive()
            if message["type"] == "http.disconnect":
                raise _Gone
            size += len(message.get("body", b""))
            if size > limit:
                return None
            parts.append(message.get("body", b""))
            if not message.get("more_body"):
                return b"".join(parts)
