"""Is it alive, is it ready."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from trinvis.core.http import Out, reply
from trinvis.core.schema import is_at_head
from trinvis.errors import Code, Refused

router = APIRouter(prefix="/api", tags=["health"])


class Health(Out):
    """`ok`: the process answers."""

    ok: bool


@router.get("/health", response_model=Health)
def health() -> Response:
    """The process answers; nothing else is asked."""
    return reply({"ok": True})


@router.get("/ready", response_model=Health)
def ready(request: Request) -> Response:
    """The database is reachable and at the newest migration; else 503."""
    if not is_at_head(request.app.state.database.reader):
        raise Refused(Code.UNAVAILABLE)
    return reply({"ok": True})
