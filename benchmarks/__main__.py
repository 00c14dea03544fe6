"""`./dev bench`: fill both databases with 2,000, 20,000 and 200,000 trial actions and measure.

`./dev bench -- --sizes 200,2000,20000` is quicker, and some bounds are then out of reach. Every figure is
a ratio inside this run: servers on one core, asked in rounds that alternate, medians. Ends with 1 if a
bound is not kept.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

from benchmarks.asking import Measured, Server, ask, read, serving, storm
from benchmarks.hospital import fill
from benchmarks.report import Line, table
from tests.postgres import durable_cluster
from trinvis.core.settings import Settings
from trinvis.overview.rules import COUNTED

ROUNDS, EACH = 6, 40
LIST = "/api/trial-actions"
TWIN = "/twin/trial-actions"
OVERVIEW = "/api/overview"
PAGE_BOUND = {"SQLite": ">= 4", "PostgreSQL": ">= 3"}


def main() -> None:
    """Measure on both databases, print the table."""
    parser = argparse.ArgumentParser(prog="./dev bench --")
    parser.add_argument("--sizes", default="2000,20000,200000", help="numbers of trial actions, rising")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    # The servers have the first core; this process and PostgreSQL have the rest.
    rest = os.sched_getaffinity(0) - {min(os.sched_getaffinity(0))}
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="trinvis-bench-") as folder, durable_cluster() as cluster:
        urls = {
            "SQLite": lambda size: f"sqlite:///{Path(folder) / f'{size}.sqlite3'}",
            "PostgreSQL": lambda size: cluster.create(f"bench{size}"),
        }
        for name, url in urls.items():
            with _servers({size: url(size) for size in sizes}, name) as servers:
                everywhere = os.sched_getaffinity(0)
                os.sched_setaffinity(0, rest or everywhere)
                lines += _measured(name, servers)
                os.sched_setaffinity(0, everywhere)
    print(f"\n{table(lines)}", flush=True)
    sys.exit(not all(line.holds for line in lines))


@contextmanager
def _servers(urls: dict[int, str], name: str) -> Iterator[dict[int, Server]]:
    with ExitStack() as stack:
        found = {}
        for size, url in urls.items():
            start = time.monotonic()
            hospital = fill(Settings(database_url=url, demo=True), size)
            seconds = time.monotonic() - start
            _say(f"{name}: {size:,} trial actions, {3 * size:,} follow-ups in {seconds:.0f} s")
            found[size] = stack.enter_context(serving(hospital))
        yield found


def _measured(name: str, servers: dict[int, Server]) -> list[Line]:
    small, middle, large = (servers[size] for size in (min(servers), sorted(servers)[-2], max(servers)))
    _same(small)
    return [
        *_overview(name, small, large),
        *_growing(name, middle, large),
        *_twins(name, middle),
        *_storms(name, middle),
    ]


def _same(server: Server) -> None:
    """The twins answer what ours answer: else the comparison would mean nothing."""
    for trial in server.hospital.some[:20]:
        ours, twin = (read(server, f"{base}/{trial}", server.leader) for base in (LIST, TWIN))
        if {**ours, "undo_until": None} != {**twin, "undo_until": None}:
            raise RuntimeError(f"the twin answers otherwise: {sorted(k for k in ours if ours[k] != twin[k])}")
    if read(server, LIST, server.hr) != read(server, TWIN, server.hr):
        raise RuntimeError("the twin's page is another one")
    told = read(server, OVERVIEW, server.hr)["items"]
    for ours, twin in zip(told, read(server, "/twin/overview", server.hr), strict=True):
        if any(ours[key] != twin[key] for key in ("department", "next_date", "agreements_open")):
            raise RuntimeError("the twin's overview is another one")
        if any(ours["trials"][key] != twin["trials"][key] for key in COUNTED):
            raise RuntimeError("the twin counts otherwise")


def _rounds(asked: list[tuple[Server, list[str], str]]) -> list[Measured]:
    """Ask each in turn, over and over, so that what slows the machine slows all of them."""
    found = [Measured() for _ in asked]
    for server, paths, cookie in asked:
        ask(server, paths[:5], cookie, Measured())
    for _ in range(ROUNDS):
        for (server, paths, cookie), into in zip(asked, found, strict=True):
            ask(server, paths, cookie, into)
    return found


def _overview(name: str, small: Server, large: Server) -> list[Line]:
    few, many = _rounds([(server, [OVERVIEW] * EACH, server.hr) for server in (small, large)])
    naive = Measured()
    ask(large, ["/twin/overview"] * 3, large.hr, naive)
    size = large.hospital.trials
    return [
        _line(f"{name}: overview, {size:,} trials / {small.hospital.trials:,}", many, few, "<= 1.3"),
        _line(f"{name}: overview, {size:,} trials / counted live", many, naive, ">= 100", faster=True),
    ]


def _growing(name: str, middle: Server, large: Server) -> list[Line]:
    both = (middle, large)
    one = _rounds([(server, _trials(server, LIST), server.leader) for server in both])
    page = _rounds([(server, [LIST] * EACH, server.hr) for server in both])
    sizes = f"{large.hospital.trials:,} trials / {middle.hospital.trials:,}"
    return [
        _line(f"{name}: one trial, {sizes}", one[1], one[0], "<= 1.3"),
        _line(f"{name}: page of 50, {sizes}", page[1], page[0], "<= 1.3"),
    ]


def _twins(name: str, server: Server) -> list[Line]:
    one = _rounds([(server, _trials(server, base), server.leader) for base in (LIST, TWIN)])
    page = _rounds([(server, [base] * EACH, server.hr) for base in (LIST, TWIN)])
    return [
        _line(f"{name}: one trial / idiomatic twin", *one, ">= 2", faster=True),
        _line(f"{name}: page of 50 / idiomatic twin", *page, PAGE_BOUND[name], faster=True),
    ]


def _storms(name: str, server: Server) -> list[Line]:
    lines = []
    for clients in (64, 200):
        came = storm(server, clients, 1000 // clients, writing=True)
        if set(came.statuses) != {200, 201}:
            raise RuntimeError(f"{clients} clients were answered {sorted(set(came.statuses))}")
        lines.append(Line(
            f"{name}: {clients} clients at once", f"{came.created / came.seconds:.0f} durable POST/s",
            f"{len(came.statuses)} of {len(came.statuses)} answered, health <= {came.health:.0f} ms",
        ))  # fmt: skip
    pages = storm(server, 64, 20, writing=False).page
    lines.append(Line(
        f"{name}: page with 64 clients, p99 / p50", f"{pages.p99:.1f} ms", f"{pages.p50:.1f} ms",
        pages.p99 / pages.p50, "<= 3",
    ))  # fmt: skip
    wrong = _wrong_rows(server)
    return [*lines, Line(f"{name}: status rows wrong after that", f"{wrong}", "a recount", wrong, "<= 0")]


def _wrong_rows(server: Server) -> int:
    """How many status rows a recount would change, after so many have written at once."""
    reply = httpx.post(f"{server.url}/twin/recount/{server.hospital.department}", timeout=300)
    reply.raise_for_status()
    return int(reply.text)


def _trials(server: Server, base: str) -> list[str]:
    some = server.hospital.some
    return [f"{base}/{some[number % len(some)]}" for number in range(EACH)]


def _line(what: str, ours: Measured, against: Measured, bound: str, *, faster: bool = False) -> Line:
    """`faster`: how many times faster ours is; else how many times slower."""
    ratio = against.p50 / ours.p50 if faster else ours.p50 / against.p50
    return Line(what, _told(ours), _told(against), ratio, bound)


def _told(measured: Measured) -> str:
    return f"{measured.p50:.2f} ms ({measured.cpu_each:.2f} cpu)"


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
