"""The built frontend, served by the app itself: hashed files for ever, the index for every page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI, Response
from starlette.responses import FileResponse, PlainTextResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

_INSIDE = Path(__file__).resolve().parent.parent / "frontend"
_BESIDE = Path(__file__).resolve().parents[3] / "frontend" / "dist"


class _Hashed(StaticFiles):
    """Files whose name changes with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Serve one, to be kept for a year."""
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


class OnlyAnswers:
    """Behind the address for answering there is the answer page and nothing else of Trinvis.

    So it may stand on the open internet, where private phones are, while the app stays on the intranet.
    """

    WHOLE = frozenset({"/svar", "/tillid", "/favicon.svg", "/api/answers", "/api/health"})
    BEGINS = ("/svar/", "/assets/", "/api/answers/")

    def __init__(self, app: ASGIApp, *, address: str) -> None:
        self.app = app
        self._host = urlsplit(address).netloc.lower().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what may be asked for under the host that was asked for."""
        if scope["type"] == "http" and dict(scope["headers"]).get(b"host", b"").lower() == self._host:
            path: str = scope["path"]
            if path not in self.WHOLE and not path.startswith(self.BEGINS):
                await PlainTextResponse("Not found", 404)(scope, receive, send)
                return
        await self.app(scope, receive, send)


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
        if page == "svar" or page.startswith("svar/"):
            return _answer_page(built / "svar.html")
        if page == "tillid":
            page = "tillid.html"
        file = (built / page).resolve()
        if page and file.is_relative_to(built.resolve()) and file.is_file():
            return FileResponse(file, headers={"cache-control": "no-cache"})
        if not index.is_file():
            return PlainTextResponse("The pages are not built: run ./dev run.", 503)
        return FileResponse(index, headers={"cache-control": "no-cache"})
