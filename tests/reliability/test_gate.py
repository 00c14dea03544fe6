"""Three hundred at once: all finish, health answers meanwhile."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.types import Message, Receive, Scope, Send

from tests.api.world import World
from tests.reliability.conftest import run_apart
from trinvis.core.gate import Gate
from trinvis.main import create_app


@contextmanager
def _serving(app: FastAPI) -> Iterator[str]:
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", access_log=False)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(30)


async def _storm(url: str, cookie: str, department: str, count: int) -> tuple[list[int], float]:
    limits = httpx.Limits(max_connections=count + 10)
    headers = {"X-Trinvis": "1", "Cookie": f"trinvis={cookie}"}
    async with httpx.AsyncClient(base_url=url, headers=headers, timeout=120, limits=limits) as client:

        async def one(number: int) -> int:
            if number % 2:
                body = {"department_id": department, "change": f"nummer {number}"}
                return (await client.post("/api/trial-actions", json=body)).status_code
            return (await client.get(f"/api/trial-actions?department={department}")).status_code

        running = [asyncio.create_task(one(number)) for number in range(count)]
        await asyncio.sleep(0.3)
        started = time.perf_counter()
        health = await client.get("/api/health")
        waited = time.perf_counter() - started
        assert health.status_code == 200
        return await asyncio.gather(*running), waited


def test_three_hundred_concurrent_writes_and_reads_finish(world: World) -> None:
    leader = world.as_("leader")
    # An app of its own: the gate belongs to one event loop.
    app = create_app(world.app.state.settings)
    with _serving(app) as url:
        statuses, waited = run_apart(_storm(url, leader.cookies["trinvis"], world.id_("A"), 300))
    assert sorted(set(statuses)) == [200, 201]
    assert statuses.count(201) == 150
    # Nothing acknowledged is missing.
    found, cursor = 0, ""
    while True:
        page = world.get("leader", f"/api/trial-actions?department={world.id_('A')}&limit=50{cursor}")
        found += len(page["items"])
        if not page["next"]:
            break
        cursor = f"&cursor={page['next']}"
    assert found == 150
    assert waited < 60


def test_whoever_reads_is_let_in_while_writers_wait() -> None:
    """All the writers that fit wait for one another, as during an import; reading goes on beside them."""

    async def story() -> list[str]:
        told: list[str] = []
        done = asyncio.Event()

        async def app(scope: Scope, _: Receive, __: Send) -> None:
            told.append(f"{scope['method']} in")
            if scope["method"] == "POST":
                await done.wait()

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(_: Message) -> None: ...

        gate = Gate(app, inside=8, body_limit=1_000)

        def ask(method: str) -> asyncio.Task[None]:
            scope = {"type": "http", "method": method, "path": "/api/x"}
            return asyncio.create_task(gate(scope, receive, send))

        writing = [ask("POST") for _ in range(20)]
        await asyncio.sleep(0.05)
        await asyncio.wait_for(asyncio.gather(*(ask("GET") for _ in range(20))), 2)
        done.set()
        await asyncio.gather(*writing)
        return told

    told = run_apart(story())
    assert told[:26] == ["POST in"] * 6 + ["GET in"] * 20
    assert told[26:] == ["POST in"] * 14


def _post_to(gate: Gate, messages: list[Message | float]) -> tuple[list[Message], float]:
    """What the gate sends to somebody whose body comes so (a number: seconds of silence), and when."""
    sent: list[Message] = []

    async def receive() -> Message:
        message = messages.pop(0)
        if isinstance(message, float):
            await asyncio.sleep(message)
            return await receive()
        return message

    async def send(message: Message) -> None:
        sent.append(message)

    begun = time.perf_counter()
    scope = {"type": "http", "method": "POST", "path": "/api/files", "headers": []}
    run_apart(gate(scope, receive, send))
    return sent, time.perf_counter() - begun


def test_half_a_body_is_never_taken_for_a_whole_one() -> None:
    taken: list[bytes] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        taken.append((await receive())["body"])

    def gate() -> Gate:
        return Gate(app, inside=8, body_limit=1_000, larger={"/api/files": 9_000}, patience=0.2)

    half: Message = {"type": "http.request", "body": b"half", "more_body": True}
    rest: Message = {"type": "http.request", "body": b" of it", "more_body": False}
    assert _post_to(gate(), [half, {"type": "http.disconnect"}])[0] == []
    assert taken == []
    # Whoever stands still in the middle is not waited for: two of them would keep everybody else out.
    refused, waited = _post_to(gate(), [half, 9.0, rest])
    assert (refused[0]["status"], taken, waited < 3) == (503, [], True)
    _post_to(gate(), [half, 0.01, rest])
    assert taken == [b"half of it"]
