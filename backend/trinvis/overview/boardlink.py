"""The board's link: switched on by leader or TRIO, made anew, switched off; and what whoever has it reads."""

from __future__ import annotations

import io
import secrets
from datetime import datetime
from typing import Annotated, Literal

import segno
from fastapi import APIRouter, Depends, Path, Request, Response

from trinvis.access import Actor, May, allowed
from trinvis.accounts.queries import PersonRef, names
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import Node, guarded, node
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.overview.board import BoardOut, board
from trinvis.overview.tables import BoardLink

router = APIRouter(prefix="/api/departments/{department_id}/board", tags=["board"])
public = APIRouter(prefix="/api/boards", tags=["board"])


class BoardLinkOut(Out):
    """The link and its board, as the department's own people see them."""

    url: str | None
    switched_on_at: datetime | None
    switched_on_by: PersonRef | None
    can: list[Literal["switch_on", "renew", "switch_off"]]
    board: BoardOut


Reader = Annotated[Node, guarded(May.READ)]
Sharer = Annotated[Node, guarded(May.SHARE_BOARD, May.READ)]


def _url(request: Request, token: str) -> str:
    base = request.app.state.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}/tavle/{token}"


def _shown(request: Request, work: Transaction, me: Actor, here: Node) -> Response:
    link = work.first(
        columns(BoardLink.token, BoardLink.switched_on_at, BoardLink.switched_on_by).where(
            BoardLink.department_id == here.id
        )
    )
    shares = May.SHARE_BOARD in allowed(me, here.place)
    by = names(work, [link.switched_on_by]) if link else {}
    return reply(
        {
            "url": _url(request, link.token) if link else None,
            "switched_on_at": link.switched_on_at if link else None,
            "switched_on_by": next(({"id": i, "name": name} for i, name in by.items()), None),
            "can": (["renew", "switch_off"] if link else ["switch_on"]) if shares else [],
            "board": board(work, here),
        }
    )


@router.get("", response_model=BoardLinkOut)
def own_board(request: Request, here: Reader, me: Me, work: Tx) -> Response:
    """The link, if it is on, and what whoever has it reads."""
    return _shown(request, work, me, here)


@router.post("", response_model=BoardLinkOut)
def switch_on(request: Request, here: Sharer, me: Me, work: Tx) -> Response:
    """Switch the board page on; where it is on, a new link takes the place of the former."""
    work.locked(Department, here.id)
    link = work.session.get(BoardLink, here.id)
    token = secrets.token_urlsafe(16)
    if link is None:
        work.add(
            BoardLink(
                department_id=here.id, token=token, switched_on_by=me.person_id, switched_on_at=clock.now()
            )
        )
    else:
        link.token, link.switched_on_by, link.switched_on_at = token, me.person_id, clock.now()
        work.session.flush()
    work.record("board.renewed" if link else "board.switched_on", "board", here.id, here.id)
    return _shown(request, work, me, here)


@router.delete("", response_model=BoardLinkOut)
def switch_off(request: Request, here: Sharer, me: Me, work: Tx) -> Response:
    """Switch it off: the link leads nowhere from now on."""
    work.locked(Department, here.id)
    link = work.session.get(BoardLink, here.id)
    if link is not None:
        work.session.delete(link)
        work.session.flush()
        work.record("board.switched_off", "board", here.id, here.id)
    return _shown(request, work, me, here)


@router.get("/qr.svg", response_class=Response, responses={200: {"content": {"image/svg+xml": {}}}})
def qr(request: Request, here: Reader, work: Tx) -> Response:
    """The link as a QR code, to be printed. Raises `Refused(WRONG_STATE)` while the page is off."""
    link = work.first(columns(BoardLink.token).where(BoardLink.department_id == here.id))
    if link is None:
        raise Refused(Code.WRONG_STATE, state="off")
    drawn = io.BytesIO()
    # Error correction M: a sheet on a wall gets stains. No fixed size: the page's style says it.
    segno.make(_url(request, link.token), error="m", micro=False).save(
        drawn, kind="svg", border=2, omitsize=True, light="#fff"
    )
    return Response(drawn.getvalue(), 200, {"cache-control": "no-store"}, "image/svg+xml")


# ---- whoever has the link


def _linked(token: Annotated[str, Path(max_length=64)], work: Tx) -> Node:
    found = work.first(columns(BoardLink.department_id).where(BoardLink.token == token))
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return node(work, found.department_id)


@public.get("/{token}", response_model=BoardOut)
def public_board(here: Annotated[Node, Depends(_linked)], work: Tx) -> Response:
    """The board, for whoever has the link. Search engines are asked to stay away."""
    shown = reply(board(work, here))
    shown.headers["x-robots-tag"] = "noindex, nofollow"
    return shown
