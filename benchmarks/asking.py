"""Asking a server: one request after the other, or many clients at once; and what the server spent on it."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from benchmarks.hospital import Hospital
from tests.server import environment, free_port

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A server process on a filled database, and two people signed in to it."""

    hospital: Hospital
    url: str
    process: subprocess.Popen[bytes]
    hr: str
    leader: str

    @property
    def cpu(self) -> float:
        """Seconds of processor time that the process has spent."""
        with open(f"/proc/{self.process.pid}/stat") as file:  # noqa: PTH123
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@dataclass
class Measured:
    """Milliseconds of single requests, and what the server's processor spent on each."""

    times: list[float] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def p50(self) -> float:
        """The median, in milliseconds."""
        return median(self.times)

    @property
    def p99(self) -> float:
        """The 99th percentile, in milliseconds."""
        return quantiles(self.times, n=100)[98]

    @property
    def cpu_each(self) -> float:
        """Milliseconds of the server's processor per request."""
        return 1000 * self.cpu / len(self.times)


@contextmanager
def serving(hospital: Hospital) -> Iterator[Server]:
    """Serve the database on one core, and sign in HR and a leader."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    given = {"TRINVIS_DATABASE_URL": hospital.settings.database_url, "TRINVIS_DEMO": "true"}
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server", str(port)], env=environment() | given
    )
    try:
        _wait(url, process)
        yield Server(hospital, url, process, _sign_in(url, hospital.hr), _sign_in(url, hospital.leader))
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx.get(f"{url}/api/ready", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not become ready (exit {process.poll()})")


def _sign_in(url: str, person: UUID) -> str:
    reply = httpx.post(
        f"{url}/api/session/demo", json={"person": str(person)}, headers={"X-Trinvis": "1"}, timeout=30
    )
    reply.raise_for_status()
    return str(reply.cookies["trinvis"])


def ask(server: Server, paths: Sequence[str], cookie: str, into: Measured) -> None:
    """Ask for each path in turn over one connection; times and processor time are added to `into`."""
    place = urlsplit(server.url)
    line = http.client.HTTPConnection(place.hostname or "", place.port, timeout=600)
    headers = {"Cookie": f"trinvis={cookie}", "Accept-Encoding": "identity"}
    before = server.cpu
    for path in paths:
        start = time.perf_counter()
        line.request("GET", path, headers=headers)
        reply = line.getresponse()
        reply.read()
        into.times.append(1000 * (time.perf_counter() - start))
        if reply.status != 200:
            raise RuntimeError(f"{path}: {reply.status}")
    into.cpu += server.cpu - before
    line.close()


def read(server: Server, path: str, cookie: str) -> Any:
    """The reply's JSON."""
    reply = httpx.get(server.url + path, headers={"Cookie": f"trinvis={cookie}"}, timeout=600)
    reply.raise_for_status()
    return json.loads(reply.content)


@dataclass
class Storm:
    """What came of many clients at once."""

    statuses: list[int]
    seconds: float
    health: float
    """Milliseconds of the slowest reply of /api/health meanwhile."""
    page: Measured
    """The requests for a page of the list."""

    @property
    def created(self) -> int:
        """How many creations were acknowledged."""
        return self.statuses.count(201)


def storm(server: Server, clients: int, each: int, *, writing: bool) -> Storm:
    """So many clients at once, each asking so many times: pages, and where `writing` every second a draft."""
    return asyncio.run(_storm(server, clients, each, writing=writing))


async def _storm(server: Server, clients: int, each: int, *, writing: bool) -> Storm:
    headers = {"X-Trinvis": "1", "Cookie": f"trinvis={server.leader}"}
    limits = httpx.Limits(max_connections=clients + 2, max_keepalive_connections=clients + 2)
    department = str(server.hospital.department)
    page, slowest, done = Measured(), [0.0], asyncio.Event()
    statuses: list[int] = []
    async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=300, limits=limits) as client:

        async def one(number: int) -> None:
            for turn in range(each):
                if writing and (number + turn) % 2:
                    body = {"department_id": department, "change": f"nr. {number} {turn}"}
                    statuses.append((await client.post("/api/trial-actions", json=body)).status_code)
                else:
                    start = time.perf_counter()
                    statuses.append((await client.get("/api/trial-actions")).status_code)
                    page.times.append(1000 * (time.perf_counter() - start))

        async def health() -> None:
            while not done.is_set():
                start = time.perf_counter()
                (await client.get("/api/health")).raise_for_status()
                slowest[0] = max(slowest[0], 1000 * (time.perf_counter() - start))
                await asyncio.sleep(0.2)

        watch = asyncio.create_task(health())
        start = time.perf_counter()
        await asyncio.gather(*(one(number) for number in range(clients)))
        seconds = time.perf_counter() - start
        done.set()
        await watch
    return Storm(statuses, seconds, slowest[0], page)
