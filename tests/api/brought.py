"""Bringing files in API tests: the worker's part is played by hand."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from tests.api.world import DEPARTMENTS, World, people_csv
from trinvis.departments.tables import Department
from trinvis.worker import Worker

HEADS = {
    "departments": "kode;navn;type;overordnet;ansatte;trin",
    "people": "navn;e-mail;rolle;afdeling;fra;til",
}
NOW = {"departments": DEPARTMENTS, "people": people_csv()}


def table(kind: str, *rows: str) -> bytes:
    """A file with these rows."""
    return "\n".join([HEADS[kind], *rows]).encode()


def changed(kind: str, *pairs: tuple[str, str]) -> bytes:
    """The file of the organisation (or its people) as it stands, with texts replaced in it."""
    text = NOW[kind]
    for was, now in pairs:
        assert was in text, was
        text = text.replace(was, now)
    return text.encode()


def bring(
    world: World, kind: str, data: bytes, *, key: str = "admin", whole: bool = False, name: str = "fil.csv"
) -> str:
    """Bring a file; the import's id. Nobody has looked at it yet."""
    query: dict[str, Any] = {"kind": kind, "name": name, "whole": whole}
    answer = world.as_(key).post("/api/imports", params=query, content=data)
    assert answer.status_code == 202, answer.text
    assert answer.json()["state"] == "checking"
    return str(answer.json()["id"])


def work_on(world: World) -> None:
    """What the worker does meanwhile."""
    Worker(world.database).once()


def looked_at(world: World, kind: str, data: bytes, **options: Any) -> dict[str, Any]:
    """Bring a file and let it be looked at; the import."""
    import_id = bring(world, kind, data, **options)
    work_on(world)
    return world.get(options.get("key", "admin"), f"/api/imports/{import_id}")


def report(world: World, run: dict[str, Any], key: str = "admin", **query: Any) -> list[dict[str, Any]]:
    """The lines of its report."""
    answer = world.as_(key).get(f"/api/imports/{run['id']}/lines", params={"limit": 200, **query})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def refused(world: World, run: dict[str, Any], key: str = "admin") -> list[tuple[int | None, str, str]]:
    """Row, column and problem of what has to be corrected."""
    lines = report(world, run, key, status="refused")
    return [(line["row"], line["column"], line["problem"]) for line in lines]


def taken_in(world: World, run: dict[str, Any], key: str = "admin") -> dict[str, Any]:
    """Let it be done; the import afterwards."""
    answer = world.as_(key).post(f"/api/imports/{run['id']}/apply")
    assert (answer.status_code, answer.json()["state"]) == (202, "applying"), answer.text
    work_on(world)
    return world.get(key, f"/api/imports/{run['id']}")


def tree(world: World) -> dict[str, tuple[str, str | None, int, bool]]:
    """Code -> name, code above, people, whether it is closed."""
    with world.database.read() as work:
        rows = work.rows(select(Department).order_by(col(Department.position)))
        nodes = {row[0].id: row[0] for row in rows}
    return {
        node.code: (
            node.name,
            nodes[node.parent_id].code if node.parent_id else None,
            node.headcount,
            node.closed_on is not None,
        )
        for node in nodes.values()
    }
