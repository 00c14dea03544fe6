"""A file of very many people: statements by the thousand rows, not each; others are answered meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from sqlalchemy import event

from tests.api.brought import bring, changed, table, work_on
from tests.api.world import World


def people(count: int) -> bytes:
    """A file with so many people in three departments."""
    codes = ("A", "A1", "B")
    rows = (f"Åse Marie{n % 500} Ærø;n{n}@h.example;medarbejder;{codes[n % 3]};;" for n in range(count))
    return table("people", *rows)


@contextmanager
def counting(world: World) -> Iterator[list[str]]:
    """The statements that are run meanwhile; many rows of one insert are one."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    engines = {id(engine): engine for engine in (world.database.writer, world.database.reader)}.values()
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


def test_statements_grow_by_the_thousand_rows(world: World) -> None:
    found = {}
    for count in (1_000, 3_000):
        import_id = bring(world, "people", people(count))
        with counting(world) as seen:
            work_on(world)
            world.post("admin", f"/api/imports/{import_id}/apply", 202)
            work_on(world)
        found[count] = len(seen)
        assert world.get("admin", f"/api/imports/{import_id}")["state"] == "applied"
    assert found[3_000] - found[1_000] < 40, found
    # The other way: all of them go again, in a file of everybody that lacks them.
    import_id = bring(world, "people", changed("people"), whole=True)
    with counting(world) as seen:
        work_on(world)
        world.post("admin", f"/api/imports/{import_id}/apply", 202)
        work_on(world)
    assert world.get("admin", f"/api/imports/{import_id}")["counts"]["ended"] == 3_000
    assert len(seen) < found[3_000], len(seen)


def taken_in(world: World, count: int) -> float:
    """Bring so many people while somebody reads twice a second; seconds for a thousand of them."""
    import_id = bring(world, "people", people(count))
    seconds: dict[str, float] = {}
    waited: list[float] = []
    for act in ("look", "take in"):
        if act == "take in":
            world.post("admin", f"/api/imports/{import_id}/apply", 202)
        worker = Thread(target=work_on, args=(world,))
        started = time.monotonic()
        worker.start()
        while worker.is_alive():
            asked = time.monotonic()
            assert world.as_("leader").get("/api/overview/mine").status_code == 200
            waited.append(time.monotonic() - asked)
            worker.join(0.5)
        seconds[act] = time.monotonic() - started
    run = world.get("admin", f"/api/imports/{import_id}")
    assert (run["state"], run["counts"]["added"]) == ("applied", count - run["counts"]["unchanged"])
    told = ", ".join(f"{act} {taken:.1f} s" for act, taken in seconds.items())
    print(f"\n{count} people, {world.database.reader.dialect.name}: {told}; slowest read {max(waited):.2f} s")
    return sum(seconds.values()) / count * 1_000


def test_the_larger_the_file_the_longer_and_no_more_than_that(world: World, long: bool) -> None:
    """Whoever reads is answered meanwhile. With `--long`, fifty thousand people take no more than ten times
    as long as five thousand (and a half for noise)."""
    few = taken_in(world, 5_000)
    if long:
        assert taken_in(world, 50_000) < few * 1.5
