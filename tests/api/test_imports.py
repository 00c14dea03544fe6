"""Imports as such: found again, read page by page, downloaded, forgotten; what is too large, what is odd."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import python_calamine
from sqlmodel import col, func, select

from tests.api.brought import bring, looked_at, report, table, taken_in, work_on
from tests.api.world import World
from tests.reliability.test_statements import counting
from trinvis.core import clock
from trinvis.core.jobs import ATTEMPTS, Job, JobState
from trinvis.errors import Code, Refused
from trinvis.imports.acting import CHECK
from trinvis.imports.tables import Import, ImportLine
from trinvis.rooms import JOBS

MANY = table("people", *(f"Åse Nummer {n};n{n}@h.example;medarbejder;A1;;" for n in range(120)))


def test_a_long_report_is_read_page_by_page_and_searched(world: World) -> None:
    run = looked_at(world, "people", MANY)
    url, seen, cursor = f"/api/imports/{run['id']}/lines?limit=50", [], ""
    for size in (50, 50, 20):
        page = world.get("admin", f"{url}{cursor}")
        assert (len(page["items"]), page["total"]) == (size, 120)
        seen += [line["row"] for line in page["items"]]
        cursor = f"&cursor={page['next']}"
    assert page["next"] is None
    assert seen == list(range(2, 122))
    assert [line["row"] for line in report(world, run, q="ÅSE n119@")] == [121]
    assert report(world, run, q="100%") == []
    assert report(world, run, status="refused") == []
    assert len(report(world, run, status="added", q="a1")) == 120


def test_reading_takes_the_same_number_of_statements_whatever_the_rows(world: World) -> None:
    found = []
    for data in (table("people", "Åse;aase@h.example;LMU;A;;"), MANY):
        run = looked_at(world, "people", data)
        for route in ("", "/lines", "/report.csv"):
            with counting(world) as seen:
                assert world.as_("admin").get(f"/api/imports/{run['id']}{route}").status_code == 200
            found.append(len(seen))
        with counting(world) as seen:
            world.get("admin", "/api/imports")
        found.append(len(seen))
    assert found[:4] == found[4:]
    assert max(found) <= 5


def test_former_files_are_found_again_the_newest_first(world: World) -> None:
    names = [f"fil {number}.csv" for number in range(5)]
    for name in names:
        bring(world, "people", MANY, name=name, whole=name == "fil 3.csv")
    first = world.get("admin", "/api/imports?limit=3")
    rest = world.get("admin", f"/api/imports?limit=3&cursor={first['next']}")
    items = [*first["items"], *rest["items"]]
    assert [run["name"] for run in items] == names[::-1]
    assert [run["whole"] for run in items] == [False, True, False, False, False]
    assert ({run["created_by"]["name"] for run in items}, rest["next"]) == ({"Adam Min"}, None)


EVIL = '=HYPERLINK("http://x";"y")'


def test_the_report_leaves_as_a_file_in_which_nothing_is_computed(world: World) -> None:
    quoted = EVIL.replace('"', '""')
    run = looked_at(
        world,
        "people",
        table(
            "people",
            f'"{quoted}";a@h.example;konge;A;;',
            "@SUM(1);b@h.example;LMU;A;;",
            "-1+1;c@h.example;LMU;A;;",
        ),
    )
    url = f"/api/imports/{run['id']}/report"
    text = world.as_("admin").get(f"{url}.csv")
    assert text.headers["content-type"] == "text/csv; charset=utf-8"
    assert text.headers["content-disposition"].startswith('attachment; filename="trinvis-import-')
    rows = list(csv.reader(io.StringIO(text.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Hvad", "Række", "Navn", "Kolonne", "Værdi", "Det sker, eller det skal rettes"]
    assert [row[2] for row in rows[1:]] == [f"'{EVIL}", "'@SUM(1)", "'-1+1"]
    assert rows[1][:2] == ["skal rettes", "2"]

    book = world.as_("admin").get(f"{url}.xlsx?lang=en").content
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0)
    cells = sheet.to_python()
    assert cells[0][:3] == ["What", "Row", "Name"]
    assert [row[2] for row in cells[1:]] == [EVIL, "@SUM(1)", "-1+1"]
    assert all(isinstance(cell, str) for row in cells for cell in row)
    # On the page it is text as well.
    assert [line["subject"] for line in report(world, run)] == [EVIL, "@SUM(1)", "-1+1"]


def test_only_a_file_may_be_large(world: World) -> None:
    admin, half = world.as_("admin"), b"x" * 1_500_000
    query = {"kind": "people", "name": "stor.csv"}
    assert admin.post("/api/imports", params=query, content=half).status_code == 202
    over = admin.post("/api/imports", params=query, content=b"x" * 20_000_001)
    assert (over.status_code, over.json()) == (413, {"code": "too_large", "facts": {"limit": 20_000_000}})
    for path in ("/api/trial-actions", "/api/imports/", "/api/imports/x/apply"):
        answer = admin.post(path, content=half)
        assert (answer.status_code, answer.json()["facts"]["limit"]) == (413, 1_000_000), path


def test_what_was_brought_once_is_brought_once(world: World) -> None:
    admin, key = world.as_("admin"), {"Idempotency-Key": "en-og-samme-fil"}
    query = {"kind": "people", "name": "fil.csv"}
    first = admin.post("/api/imports", params=query, content=MANY, headers=key)
    assert admin.post("/api/imports", params=query, content=MANY, headers=key).json() == first.json()
    other = admin.post("/api/imports", params={**query, "whole": True}, content=MANY, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")
    assert len(world.get("admin", "/api/imports")["items"]) == 1


@pytest.mark.parametrize(
    "query", ["", "kind=people", "kind=trials&name=x", "kind=people&name=", "kind=people&name=%00"]
)
def test_a_file_has_a_kind_and_a_name(world: World, query: str) -> None:
    answer = world.as_("admin").post(f"/api/imports?{query}", content=MANY)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_after_a_month_the_lines_are_forgotten_and_the_counts_are_not(world: World) -> None:
    run = looked_at(world, "people", MANY)
    with world.database.write() as work:
        work.locked(Import, UUID(run["id"])).created_at = clock.now() - timedelta(days=31)
    kept = looked_at(world, "people", MANY)
    work_on(world)
    old = world.get("admin", f"/api/imports/{run['id']}")
    assert (old["forgotten"], old["can"], old["counts"]["added"]) == (True, [], 120)
    assert report(world, run) == []
    assert len(report(world, kept)) == 120
    with world.database.read() as work:
        assert work.one(select(func.count()).select_from(ImportLine))[0] == 120
        files = work.rows(select(Import.file).where(col(Import.file).is_not(None)))
    assert len(files) == 1


def test_a_job_that_breaks_down_says_so_and_can_be_begun_again(world: World, monkeypatch: Any) -> None:
    run_id = bring(world, "people", MANY)
    act = JOBS[CHECK]

    def broken(*_: Any) -> dict[str, object]:
        raise ValueError("nobody foresaw this")

    monkeypatch.setitem(JOBS, CHECK, broken)
    work_on(world)
    run = world.get("admin", f"/api/imports/{run_id}")
    assert (run["state"], run["can"]) == ("failed", ["check"])
    monkeypatch.setitem(JOBS, CHECK, act)
    world.post("admin", f"/api/imports/{run_id}/check", 202)
    work_on(world)
    assert taken_in(world, world.get("admin", f"/api/imports/{run_id}"))["state"] == "applied"


def test_a_job_that_finds_the_database_busy_is_tried_again_but_not_for_ever(
    world: World, monkeypatch: Any
) -> None:
    run_id, tries = bring(world, "people", MANY), []
    act = JOBS[CHECK]

    def busy(*given: Any) -> dict[str, object]:
        tries.append(1)
        if len(tries) < 3:
            raise Refused(Code.BUSY)
        return act(*given)

    monkeypatch.setitem(JOBS, CHECK, busy)
    work_on(world)
    assert (len(tries), world.get("admin", f"/api/imports/{run_id}")["state"]) == (3, "checked")

    def always_busy(*_: Any) -> dict[str, object]:
        tries.append(1)
        raise Refused(Code.BUSY)

    tries.clear()
    monkeypatch.setitem(JOBS, CHECK, always_busy)
    run_id = bring(world, "people", MANY)
    work_on(world)
    assert (len(tries), world.get("admin", f"/api/imports/{run_id}")["state"]) == (ATTEMPTS, "failed")


def test_a_job_whose_worker_dies_each_time_is_given_up(world: World) -> None:
    run_id = bring(world, "people", MANY)
    with world.database.write() as work:
        job = work.session.exec(select(Job)).one()
        job.state, job.attempts, job.leased_until = JobState.RUNNING, ATTEMPTS, clock.now()
    with world.database.write() as work:
        work.locked(Job, job.id).leased_until = clock.now() - timedelta(seconds=1)
    work_on(world)
    assert world.get("admin", f"/api/imports/{run_id}")["state"] == "failed"
