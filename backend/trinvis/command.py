"""The installed command: `trinvis serve | migrate | import | demo`."""

from __future__ import annotations

import argparse
import fcntl
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from pydantic import ValidationError

from trinvis.accounts.importing import import_people
from trinvis.command_words import file_problem, row_problem, summary
from trinvis.core.db import Database, Transaction
from trinvis.core.schema import is_at_head, migrate
from trinvis.core.settings import Settings
from trinvis.core.sheets import Unreadable
from trinvis.departments.importing import import_departments
from trinvis.main import create_app
from trinvis.rooms import UPWARD

IMPORTS: dict[str, Callable[[Transaction, bytes], tuple[Any, dict[str, str]]]] = {
    "departments": import_departments,
    "people": import_people,
}


class Stop(Exception):
    """Stop with this sentence."""


class _DryRun(Exception):
    """Roll back: it was only to be seen."""


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


def import_file(settings: Settings, kind: str, path: Path, *, dry_run: bool = False) -> list[str]:
    """Import the file; the lines that say what happened. Raises `Stop` with every error of the file."""
    database = Database(settings, UPWARD)
    try:
        data = path.read_bytes()
        with database.write() as work:
            result, titles = IMPORTS[kind](work, data)
            if result.errors:
                raise Stop(
                    "\n".join(
                        [f"{path.name}: nothing was imported. {len(result.errors)} error(s):"]
                        + [row_problem(wrong, titles) for wrong in result.errors]
                    )
                )
            if dry_run:
                raise _DryRun
        return summary(result, dry_run=False)
    except _DryRun:
        return summary(result, dry_run=True)
    except Unreadable as problem:
        raise Stop(f"{path.name}: nothing was imported. {file_problem(problem)}") from None
    except OSError as error:
        raise Stop(f"{path}: cannot be read ({error.strerror}).") from None
    finally:
        database.close()


def _serve(settings: Settings, _: argparse.Namespace) -> None:
    with alone(settings):
        if settings.embedded:
            migrate(settings)
        _need_schema(settings)
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


def _migrate(settings: Settings, _: argparse.Namespace) -> None:
    with alone(settings):
        migrate(settings)
    print("The database is at the newest schema.")


def _import(settings: Settings, args: argparse.Namespace) -> None:
    with alone(settings):
        _need_schema(settings)
        print("\n".join(import_file(settings, args.kind, args.file, dry_run=args.dry_run)))


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
    imports.add_argument("kind", choices=sorted(IMPORTS))
    imports.add_argument("file", type=Path)
    imports.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
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
