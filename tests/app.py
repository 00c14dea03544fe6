"""The app for tests: built once for a process, then put on one database after another."""

from __future__ import annotations

from functools import cache

from fastapi import FastAPI

from trinvis.core.db import Database
from trinvis.core.settings import Settings
from trinvis.main import create_app
from trinvis.rooms import UPWARD


@cache
def _built(pack: str, gate: int, body_limit: int) -> FastAPI:
    """What is fixed when the app is built; building it costs more than most tests."""
    return create_app(Settings(pack=pack, gate=gate, body_limit=body_limit, demo=True))


def app_on(settings: Settings) -> FastAPI:
    """The app on this installation. A second call in one process moves the same app to another database."""
    app = _built(settings.pack, settings.gate, settings.body_limit)
    app.state.settings = settings
    app.state.database = Database(settings, UPWARD)
    # Built anew at the next request: the gate's places belong to the event loop that first waited for one.
    app.middleware_stack = None
    return app
