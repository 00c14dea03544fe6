"""An import whose server is killed in the middle: nothing half done, and it is done after all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import update
from sqlmodel import col, func, select

from tests.api.world import fill
from tests.server import environment, free_port
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditEvent
from trinvis.core.db import Database
from trinvis.core.jobs import Job, JobState
from trinvis.core.schema import migrate
from trinvis.core.settings import Settings
from trinvis.imports.tables import Import, ImportState

PEOPLE = 4_000


def people_file() -> bytes:
    """A file with so many people that one can see it being taken in."""
    rows = (f"Åse Nummer {n};n{n}@h.example;medarbejder;A1;;" for n in range(PEOPLE))
    return "\n".join(["navn;e-mail;rolle;afdeling;fra;til", *rows]).encode()


@contextmanager
def running(log: Path, *words: object, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """A `trinvis` process of its own; killed at the end if it is still there."""
    command = [sys.executable, "-m", "trinvis", *map(str, words)]
    with log.open("a") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment() | settings)
        try:
            yield process
        finally:
            process.kill()
            process.wait(15)


def until(found: Callable[[], Any], what: str, log: Path, seconds: float = 90) -> Any:
    """Wait until something is so; what it was."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.02)
    raise AssertionError(f"{what} did not come:\n{log.read_text()}")


class Client:
    """The administrator, at whatever server there is."""

    def __init__(self, port: int) -> None:
        self.http = httpx.Client(
            base_url=f"http://127.0.0.1:{port}", headers={"X-Trinvis": "1"}, timeout=60, trust_env=False
        )

    def close(self) -> None:
        """Give the connections back."""
        self.http.close()

    def ready(self) -> bool:
        """Whether the server answers."""
        try:
            return self.http.get("/api/ready").is_success
        except httpx.HTTPError:
            return False

    def sign_in(self) -> None:
        """As the administrator."""
        assert self.http.post("/api/session/demo", json={"person": "admin"}).is_success

    def run(self, import_id: str) -> dict[str, Any]:
        """The import as it stands."""
        return dict(self.http.get(f"/api/imports/{import_id}").json())

    def bring(self) -> str:
        """Bring the file."""
        query = {"kind": "people", "name": "stor.csv"}
        return str(self.http.post("/api/imports", params=query, content=people_file()).json()["id"])

    def apply(self, import_id: str) -> None:
        """Let it be done."""
        assert self.http.post(f"/api/imports/{import_id}/apply").status_code == 202


def counts(settings: Settings) -> tuple[int, int, int]:
    """People, roles, events in the database."""
    database = Database(settings)
    try:
        with database.read() as work:
            people, roles, events = (
                int(work.one(select(func.count()).select_from(table))[0])
                for table in (Person, RoleGrant, AuditEvent)
            )
    finally:
        database.close()
    return people, roles, events


def test_a_server_killed_in_the_middle(tmp_path: Path) -> None:
    """The embedded database: after the restart the job begins anew by itself."""
    settings, log = Settings(data_dir=tmp_path / "data", demo=True), tmp_path / "serve.log"
    settings.data_dir.mkdir()
    migrate(settings)
    fill(settings)
    port = free_port()
    serve = ("serve", "--demo", "--port", port, "--data", settings.data_dir)
    with closing(Client(port)) as client, running(log, *serve) as process:
        until(client.ready, "the server", log)
        client.sign_in()
        import_id = client.bring()
        until(lambda: client.run(import_id)["state"] == "checked", "the report", log)
        before = counts(settings)
        client.apply(import_id)
        until(lambda: 0 < client.run(import_id)["done"] < 2 * PEOPLE, "the middle", log)
        process.send_signal(signal.SIGKILL)
        process.wait(15)
    assert counts(settings) == before
    with closing(Client(port)) as client, running(log, *serve):
        until(client.ready, "the server again", log)
        client.sign_in()
        until(lambda: client.run(import_id)["state"] == "applied", "the end", log)
    assert counts(settings) == (before[0] + PEOPLE, before[1] + PEOPLE, before[2] + 2 * PEOPLE + 1)


def test_a_worker_killed_in_the_middle(tmp_path: Path, cluster: Any) -> None:
    """PostgreSQL: another worker takes over when the lease has run out, and it is done once."""
    url = cluster.create(f"killed_{os.getpid()}")
    settings, log = Settings(database_url=url, data_dir=tmp_path, demo=True), tmp_path / "worker.log"
    migrate(settings)
    fill(settings)
    database = Database(settings)
    import_id = _brought(database)

    def run() -> tuple[str, int, str]:
        with database.read() as work:
            row = work.one(
                select(Import.state, Job.done, Job.state).join(Job, col(Job.id) == Import.job_id)
            )
        return row[0], row[1], row[2]

    environment_of_it = {"TRINVIS_DATABASE_URL": url, "TRINVIS_DEMO": "true"}
    with running(log, "worker", **environment_of_it):
        until(lambda: run()[0] == ImportState.CHECKED, "the report", log)
        before = counts(settings)
        _apply(database, import_id)
        until(lambda: run()[2] == JobState.RUNNING and run()[1] > 0, "the middle", log)
    assert counts(settings)[:2] in (before[:2], (before[0] + PEOPLE, before[1] + PEOPLE))
    with database.write() as work:  # as if its two minutes had gone by
        work.session.execute(
            update(Job)
            .where(col(Job.state) == JobState.RUNNING)
            .values(leased_until=clock.now() - timedelta(seconds=1))
        )
    with running(log, "worker", **environment_of_it), running(log, "worker", **environment_of_it):
        until(lambda: run()[2] == JobState.DONE, "the end", log)
    database.close()
    assert counts(settings) == (before[0] + PEOPLE, before[1] + PEOPLE, before[2] + 2 * PEOPLE + 1)


def _brought(database: Database) -> UUID:
    """The file in the database, as the route puts it there."""
    with database.write() as work:
        admin = work.one(select(Person.id).where(Person.cast == "admin"))[0]
        run = Import(
            kind="people", name="stor.csv", whole=False, state=ImportState.CHECKING, file=people_file(),
            job_id=UUID(int=0), created_by=admin, created_at=clock.now(),
        )  # fmt: skip
        run.job_id = _job(work, "import_check", run)
        return work.add(run).id


def _apply(database: Database, import_id: UUID) -> None:
    with database.write() as work:
        run = work.locked(Import, import_id)
        run.state, run.applied_by = ImportState.APPLYING, run.created_by
        run.job_id = _job(work, "import_apply", run)


def _job(work: Any, kind: str, run: Import) -> UUID:
    wanted: dict[str, object] = {"import_id": str(run.id)}
    job = Job(kind=kind, wanted=wanted, created_by=run.created_by, created_at=clock.now())
    return UUID(str(work.add(job).id))
