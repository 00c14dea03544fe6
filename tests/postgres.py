"""A private PostgreSQL for the tests: made in a folder of its own, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

# A test's data is worth nothing after a crash of the machine, so nothing waits for the disk.
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_ALWAYS = {"listen_addresses": "127.0.0.1", "max_connections": "200", "timezone": "UTC"}


class NoPostgres(Exception):
    """PostgreSQL cannot be had here. The message says what to do."""


@dataclass(frozen=True)
class Cluster:
    """A cluster in `folder` on `port` of the loopback.

    `durable`: what it acknowledged survives a crash of the machine, as in production.
    """

    folder: Path
    port: int
    durable: bool = False

    @classmethod
    def make(cls, durable: bool = False) -> Cluster:
        """Make a cluster and start it.

        The folder is made straight under the machine's temporary folder: PostgreSQL refuses root and then
        runs as `postgres`, who cannot enter a folder that only root may read.
        """
        folder = Path(tempfile.mkdtemp(prefix="trinvis-postgres-"))
        cluster = cls(folder, _free_port(), durable)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        cluster._run(
            "initdb", "-D", cluster.data, "-U", "trinvis", "--auth=trust",
            "--encoding=UTF8", "--no-locale", "--no-sync",
        )
        cluster.start()
        return cluster

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def url(self, database: str) -> str:
        return f"postgresql://trinvis@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = {"port": str(self.port), "unix_socket_directories": str(self.folder), **_ALWAYS}
        settings |= {} if self.durable else _QUICK
        given = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        log = self.folder / "log"
        self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", log, "-o", given, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is a crash that leaves recovery to the next start."""
        self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-m", mode, "stop")

    def kill(self) -> None:
        """Kill -9 the server and wait until its children have ended too; `start` may follow at once."""
        os.kill(int((self.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        for _ in range(200):
            if not self._lives():
                # Where nobody reaps orphans, the dead server's number still exists and forbids a start.
                for lock in (self.data / "postmaster.pid", self.folder / f".s.PGSQL.{self.port}.lock"):
                    lock.unlink(missing_ok=True)
                return
            time.sleep(0.05)
        raise TimeoutError("PostgreSQL's children still live 10 s after it was killed.")

    def remove(self) -> None:
        """Stop it and delete everything."""
        try:
            self.stop("immediate")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def create(self, database: str, template: str = "template0") -> str:
        """Make a database, empty or as a copy; its URL. Nobody may be connected to the template."""
        self._say(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)

    def drop(self, database: str) -> None:
        self._say(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def _lives(self) -> bool:
        """Whether a process works in the data folder, as all of PostgreSQL's do."""
        links = (process / "cwd" for process in Path("/proc").glob("[0-9]*"))
        return any(_target(link) == str(self.data) for link in links)

    def _say(self, words: Any) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(words)

    def _run(self, program: str, *words: object) -> None:
        command = [str(_programs() / program), *map(str, words)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # Into a file: the server inherits it, and reading a pipe would wait for the server's end.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                command, check=False, cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output
            )
            output.seek(0)
            if done.returncode:
                raise NoPostgres(f"{program} ended with {done.returncode}:\n{output.read()}")


@contextmanager
def durable_cluster() -> Iterator[Cluster]:
    """A cluster that waits for the disk, for tests that kill it."""
    cluster = Cluster.make(durable=True)
    try:
        yield cluster
    finally:
        cluster.remove()


def _programs() -> Path:
    """The folder of initdb and pg_ctl: Debian keeps it out of the PATH."""
    found = shutil.which("initdb")
    if found and shutil.which("pg_ctl"):
        return Path(found).resolve().parent
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    raise NoPostgres(
        "The tests run on SQLite and on PostgreSQL; there is no initdb in the PATH or /usr/lib/postgresql. "
        "Install PostgreSQL (Debian: apt-get install postgresql); ./dev test does so where it may."
    )


def _free_port() -> int:
    if os.geteuid() == 0:
        try:
            pwd.getpwnam("postgres")
        except KeyError:
            raise NoPostgres("PostgreSQL does not run as root, and there is no user postgres.") from None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:  # ended meanwhile
        return ""
