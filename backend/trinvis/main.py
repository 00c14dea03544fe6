"""The app: rooms behind the door, the gate before everything, the built pages beside."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from trinvis import __version__
from trinvis.accounts.door import door
from trinvis.content.pack import pack
from trinvis.core import health, pages
from trinvis.core.db import Database
from trinvis.core.gate import Gate
from trinvis.core.http import Problem, answer_refusals
from trinvis.core.settings import Settings
from trinvis.demo.cast import cast
from trinvis.errors import Code, Refused
from trinvis.rooms import ROOMS, UPLOADS, UPWARD
from trinvis.worker import Worker

_REFUSALS: dict[int | str, dict[str, object]] = {
    status: {"model": Problem, "content": {"application/problem+json": {}}}
    for status in (401, 403, 404, 409, 412, 413, 422, 428, 503)
}


def create_app(settings: Settings) -> FastAPI:
    """The service for these settings. Nothing is opened before it starts to serve."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        worker = Worker(app.state.database)
        if settings.embedded:
            worker.start()  # one process holds an embedded database, so the worker lives in it
        try:
            yield
        finally:
            worker.stop()
            app.state.database.close()

    app = FastAPI(
        title="Trinvis",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        separate_input_output_schemas=True,
    )
    app.state.settings = settings
    app.state.database = Database(settings, UPWARD)
    app.state.pack = pack(settings.pack)
    app.state.cast = cast() if settings.demo else ()
    for room in ROOMS:
        for router in room.public:
            app.include_router(router, responses=_REFUSALS)
        for router in room.guarded:
            app.include_router(router, dependencies=[Depends(door, scope="function")], responses=_REFUSALS)
    app.include_router(health.router)
    app.include_router(_nothing_else())
    answer_refusals(app)
    pages.serve(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    if settings.answer_url:
        app.add_middleware(pages.OnlyAnswers, address=settings.answer_url)
    app.add_middleware(
        Gate,
        inside=settings.gate,
        body_limit=settings.body_limit,
        larger=dict.fromkeys(UPLOADS, settings.upload_limit),
    )
    return app


def _nothing_else() -> APIRouter:
    """What no room answers under /api does not exist; the pages' index must not stand in for it."""
    router = APIRouter(prefix="/api", include_in_schema=False)

    @router.api_route("/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    def unknown(rest: str) -> None:
        raise Refused(Code.NOT_FOUND)

    return router


def cli() -> None:
    """The installed command `trinvis`."""
    from trinvis.command import main

    main()
