"""What all tests share: fresh databases of both kinds, the app on them, no network but the loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

import hypothesis
import pytest

from tests.once import STATE, once
from tests.postgres import Cluster

LOOPBACK = ("127.", "::1", "localhost")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="the full counts instead of the quick ones")


def pytest_configure(config: pytest.Config) -> None:
    # Compiled files are kept, also by the servers that tests start: else each start takes seconds.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    hypothesis.settings.register_profile("quick", deadline=None, max_examples=40, derandomize=True)
    hypothesis.settings.register_profile("long", deadline=None, max_examples=1000)
    hypothesis.settings.load_profile("long" if config.getoption("--long") else "quick")
    if not hasattr(config, "workerinput"):
        os.environ[STATE] = tempfile.mkdtemp(prefix="trinvis-tests-")
        # As with Ctrl-C, what was started is stopped.
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput") or STATE not in os.environ:
        return
    state = Path(os.environ.pop(STATE))
    if (found := state / "postgres").exists():
        _cluster_at(found).remove()
    shutil.rmtree(state, ignore_errors=True)


FIGURE = "figure"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The figures of the proofs, if all were run; then how long each part took (two processes: longer in
    sum than the run)."""
    figures = [
        str(line)
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, line in report.user_properties
        if name == FIGURE
    ]
    if figures and terminalreporter.config.getoption("--long"):
        terminalreporter.section("Figures")
        for line in sorted(figures):
            terminalreporter.write_line(line)
    seconds: dict[str, float] = defaultdict(float)
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                seconds[report.nodeid.split("/")[1]] += report.duration
    told = (f"{part} {spent:.1f} s" for part, spent in sorted(seconds.items(), key=lambda item: -item[1]))
    terminalreporter.write_line(f"Time by part: {', '.join(told)}")


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse connections to anything but this machine: a test that needs the network is a defect."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            raise PermissionError(f"A test tried to reach {address[0]}: tests talk to this machine only.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def long(pytestconfig: pytest.Config) -> bool:
    """Whether the full counts are asked for (`./dev check --long`)."""
    return bool(pytestconfig.getoption("--long"))


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """A function that notes a measured figure for the table at the end of the run, with kind of database
    and seconds since the test began."""
    began = monotonic()
    on = request.node.callspec.params.get("database") if hasattr(request.node, "callspec") else None

    def note(line: str) -> None:
        seconds = f"{monotonic() - began:.0f} s"
        request.node.user_properties.append((FIGURE, ", ".join(filter(None, (line, on, seconds)))))

    return note


# What is made once for a run, by whichever process needs it first


def _cluster_at(file: Path) -> Cluster:
    port, folder = file.read_text().split(" ", 1)
    return Cluster(Path(folder), int(port))


@pytest.fixture(scope="session")
def cluster() -> Cluster:
    """The run's PostgreSQL; it starts when the first test asks for it."""
    with once("postgres") as file:
        if not file.exists():
            made = Cluster.make()
            file.write_text(f"{made.port} {made.folder}")
        return _cluster_at(file)


def _settings(url: str, data: Path) -> Any:
    from trinvis.core.settings import Settings

    return Settings(database_url=url, data_dir=data, demo=True)


def _migrate(url: str, data: Path) -> None:
    from trinvis.core.schema import migrate

    migrate(_settings(url, data))


Fill = Callable[[str, Path], None]
NewDatabase = Callable[[str, Fill | None], str]


@pytest.fixture
def new_database(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[NewDatabase]:
    """A function that makes a fresh database of this test's kind, filled by a function or empty: its URL.

    What a function filled is kept for the run and copied afterwards, so a hundred tests fill once.
    """
    numbers, made = count(1), []

    def sqlite(name: str, fill: Fill | None) -> str:
        file = tmp_path / f"{name}-{next(numbers)}.sqlite3"
        if fill:
            with once(f"{name}.sqlite3") as template:
                if not template.exists():
                    draft = template.with_name(f"{name}.draft.sqlite3")
                    fill(f"sqlite:///{draft}", draft.parent)
                    _whole(draft)
                    draft.rename(template)
            shutil.copyfile(template, file)
        return f"sqlite:///{file}"

    def postgresql(name: str, fill: Fill | None) -> str:
        cluster: Cluster = request.getfixturevalue("cluster")
        template = "template0"
        if fill:
            template = f"filled_{name}"
            with once(f"{name}.postgres") as done:
                if not done.exists():
                    fill(cluster.create(template), tmp_path)
                    done.touch()
        made.append(fresh := f"test_{uuid4().hex}")
        return cluster.create(fresh, template)

    yield sqlite if database == "sqlite" else postgresql
    for fresh in made:
        request.getfixturevalue("cluster").drop(fresh)


def _whole(file: Path) -> None:
    """Bring the write-ahead log into the file itself, so that copying the file copies everything."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


# What tests ask for


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The kind of database: a test that asks for one, or for the app on it, runs on both."""
    return str(request.param)


@pytest.fixture
def bare_database_url(new_database: NewDatabase) -> str:
    """A database without a single table, for the migrations."""
    return new_database("bare", None)


@pytest.fixture
def database_url(new_database: NewDatabase) -> str:
    """A database with all tables and no rows."""
    return new_database("empty", _migrate)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Any:
    """Settings of an installation with an empty database."""
    return _settings(database_url, tmp_path)


@pytest.fixture
def app(settings: Any) -> Any:
    """The app on an empty database."""
    from tests.app import app_on

    return app_on(settings)


@pytest.fixture
def client(app: Any) -> Iterator[Any]:
    """A client of the app that nobody has signed in with; its writes come from our own page."""
    from starlette.testclient import TestClient

    with TestClient(app, base_url="http://127.0.0.1", headers={"X-Trinvis": "1"}) as client:
        yield client


def demo_folder() -> Path:
    """The demo hospital's data, played once for the run by the command. Copy it; do not serve it."""
    from tests.server import trinvis

    with once("demo") as folder:
        if not folder.exists():
            draft = folder.with_name("demo-draft")
            trinvis("demo", "--data", draft)
            draft.rename(folder)
        return folder


@pytest.fixture(scope="session")
def demo_data() -> Path:
    """The folder of the demo hospital's data."""
    return demo_folder()


@pytest.fixture
def demo_settings(new_database: NewDatabase, tmp_path: Path) -> Any:
    """Settings of an installation with the whole demo hospital."""
    return _settings(new_database("demo", _demo), tmp_path)


def _demo(url: str, data: Path) -> None:
    from trinvis.demo.play import play

    if url.startswith("sqlite"):
        shutil.copyfile(_settings("", demo_folder()).database_file, url.removeprefix("sqlite:///"))
        return
    _migrate(url, data)
    play(_settings(url, data), progress=lambda line: None)


@pytest.fixture
def as_person(demo_settings: Any) -> Iterator[Callable[[str], Any]]:
    """Sign in as one of the demo hospital's cast: `as_person("leader")` is a client of hers."""
    from starlette.testclient import TestClient

    from tests.app import app_on

    app = app_on(demo_settings)

    def sign_in(person: str) -> Any:
        client = TestClient(app, base_url="http://127.0.0.1", headers={"X-Trinvis": "1"})
        reply = client.post("/api/session/demo", json={"person": person})
        assert reply.is_success, f"{person}: {reply.status_code} {reply.text}"
        return client

    with TestClient(app):  # opens and closes what the clients share
        yield sign_in
