"""The built frontend, served by the app itself: hashed files for ever, the index for every page."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Response
from starlette.responses import FileResponse, PlainTextResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_INSIDE = Path(__file__).resolve().parent.parent / "frontend"
_BESIDE = Path(__file__).resolve().parents[3] / "frontend" / "dist"


class _Hashed(StaticFiles):
    """Files whose name changes with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Serve one, to be kept for a year."""
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def _answer_page(file: Path) -> Response:
    """The page of the seven questions, whatever stands behind /svar; not stored: Back shows no answers."""
    if not file.is_file():
        return PlainTextResponse("The pages are not built: run ./dev run.", 503)
    return FileResponse(file, headers={"cache-control": "no-store"})


def serve(app: FastAPI) -> None:
    """Serve the pages, if they are built."""
    built = _INSIDE if _INSIDE.is_dir() else _BESIDE
    if (built / "assets").is_dir():
        app.mount("/assets", _Hashed(directory=built / "assets"))
    index = built / "index.html"

    @app.get("/{page:path}", include_in_schema=False)
    def page(page: str) -> Response:
        if page.split("/")[0] == "svar":
            return _answer_page(built / "svar.html")
        file = (built / page).resolve()
        if page and file.is_relative_to(built.resolve()) and file.is_file():
            return FileResponse(file, headers={"cache-control": "no-cache"})
        if not index.is_file():
            return PlainTextResponse("The pages are not built: run ./dev run.", 503)
        return FileResponse(index, headers={"cache-control": "no-cache"})
