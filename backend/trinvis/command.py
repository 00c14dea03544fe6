"""The installed command: `trinvis serve | worker | migrate | import | demo`."""

from __future__ import annotations

import argparse
import fcntl
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from pydantic import ValidationError

from trinvis.command_words import refusals, summary
from trinvis.core.db import Database
from trinvis.core.schema import is_at_head, migrate
from trinvis.core.settings import Settings
from trinvis.core.sheets import Unreadable
from trinvis.imports.drafting import draft
from trinvis.imports.tables import ImportKind
from trinvis.imports.words import file_words
from trinvis.library.settle import fill
from trinvis.main import create_app
from trinvis.rooms import UPWARD
from trinvis.worker import Worker


class Stop(Exception):
    """Stop with this sentence."""


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the embedded database for this process: two writers can corrupt it. Raises `Stop`."""
    if not settings.embedded:
        yield
        return
    folder = settings.database_file.parent
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "trinvis.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Stop(
                f"Another Trinvis process is using the embedded database in {folder}. "
                "Stop it first, or use PostgreSQL (TRINVIS_DATABASE_URL) to run several at once."
            ) from None
        yield


def import_file(
    settings: Settings, kind: str, path: Path, *, dry_run: bool = False, whole: bool = False
) -> list[str]:
    """Import the file; the lines that say what happened. Raises `Stop` with every error of the file."""
    database = Database(settings, UPWARD)
    try:
        data = path.read_bytes()
        with database.write() as work:
            found = draft(work, kind, data, whole=whole)
            if not found.possible:
                raise Stop("\n".join(refusals(path.name, found)))
            if not dry_run:
                found.prepare()(work, lambda _done, _total: None)
        return summary(kind, found, dry_run=dry_run)
    except Unreadable as problem:
        words = file_words(problem.problem, problem.facts, "da")
        raise Stop(f"{path.name}: nothing was imported. {words}") from None
    except OSError as error:
        raise Stop(f"{path}: cannot be read ({error.strerror}).") from None
    finally:
        database.close()


def _serve(settings: Settings, _: argparse.Namespace) -> None:
    with alone(settings):
        if settings.embedded:
            migrate(settings)
        _need_schema(settings)
        _fill_search(settings)
        uvicorn.run(
            create_app(settings),
            host=settings.host,
            port=settings.port,
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=10,
        )


def _need_schema(settings: Settings) -> None:
    database = Database(settings)
    try:
        if not is_at_head(database.reader):
            raise Stop(
                "The database cannot be reached or is not at the newest schema: run `trinvis migrate`."
            )
    finally:
        database.close()


def _fill_search(settings: Settings) -> None:
    """Records older than the search are made findable; no migration can fold their words."""
    database = Database(settings, UPWARD)
    try:
        fill(database)
    finally:
        database.close()


def _migrate(settings: Settings, _: argparse.Namespace) -> None:
    with alone(settings):
        migrate(settings)
        _fill_search(settings)
    print("The database is at the newest schema.")


def _import(settings: Settings, args: argparse.Namespace) -> None:
    with alone(settings):
        _need_schema(settings)
        told = import_file(settings, args.kind, args.file, dry_run=args.dry_run, whole=args.whole)
        print("\n".join(told))


def _worker(settings: Settings, _: argparse.Namespace) -> None:
    if settings.embedded:
        raise Stop(
            "The embedded database has one process, and `trinvis serve` does this work in it. "
            "Set TRINVIS_DATABASE_URL to a PostgreSQL database to run workers of their own."
        )
    _need_schema(settings)
    database = Database(settings, UPWARD)
    worker = Worker(database)
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: worker.end())
    try:
        worker.run()
    finally:
        database.close()


def _demo(settings: Settings, args: argparse.Namespace) -> None:
    from trinvis.demo.play import play  # only here: the demo's story is no part of a real installation

    settings = settings.model_copy(update={"demo": True})
    with alone(settings):
        if args.fresh and settings.embedded:
            for leftover in settings.database_file.parent.glob(settings.database_file.name + "*"):
                leftover.unlink()
        migrate(settings)
        play(settings, progress=print)


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="trinvis", description="Psychological safety, step by step.")
    parts = parser.add_subparsers(dest="command", required=True)

    def part(
        name: str, run: Callable[[Settings, argparse.Namespace], None], words: str
    ) -> argparse.ArgumentParser:
        made = parts.add_parser(name, help=words, description=words)
        made.set_defaults(run=run)
        made.add_argument("--data", type=Path, help="folder of the embedded database (TRINVIS_DATA_DIR)")
        return made

    serve = part("serve", _serve, "Serve the app and its API.")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.add_argument(
        "--demo", action="store_true", default=None, help="sign in by choosing a person (loopback only)"
    )
    part("migrate", _migrate, "Bring the database to the newest schema.")
    imports = part("import", _import, "Import departments or people from CSV or XLSX, all or nothing.")
    imports.add_argument("kind", choices=sorted(kind.value for kind in ImportKind))
    imports.add_argument("file", type=Path)
    imports.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
    imports.add_argument(
        "--whole",
        action="store_true",
        help="the file is the whole organisation: what it lacks is closed, roles that it lacks end",
    )
    part("worker", _worker, "Do long work and what has its day, beside the apps on PostgreSQL.")
    demo = part("demo", _demo, "Fill an empty database with the demo hospital.")
    demo.add_argument("--fresh", action="store_true", help="throw away the embedded database first")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> None:
    """Run the command; a foreseeable failure ends with a sentence and status 1."""
    args = _arguments(argv)
    given = {
        "data_dir": args.data,
        "host": getattr(args, "host", None),
        "port": getattr(args, "port", None),
        "demo": getattr(args, "demo", None),
    }
    try:
        args.run(Settings(**{key: value for key, value in given.items() if value is not None}), args)
    except Stop as stop:
        print(stop, file=sys.stderr)
        sys.exit(1)
    except ValidationError as error:
        for found in error.errors():
            print(
                "; ".join([".".join(map(str, found["loc"])), found["msg"]]).removeprefix("; "),
                file=sys.stderr,
            )
        sys.exit(1)


if __name__ == "__main__":
    main()
