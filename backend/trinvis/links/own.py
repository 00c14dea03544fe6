"""One's own *følg op* links, and the codes on the sheet for the board: made, renewed, revoked."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import segno
from fastapi import APIRouter, Request, Response
from sqlmodel import col, select

from trinvis.access import Actor, May, allowed
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Tx, reply
from trinvis.departments.queries import PLACE, Node, guarded, node, place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.links import rules
from trinvis.links.issuing import issue, path_of
from trinvis.links.shapes import BoardCodesOut, MadeOut, PersonalIn, PersonalOut
from trinvis.links.tables import LinkKind, LogLink
from trinvis.overview.board import MOST, belongs
from trinvis.trial_actions.rules import State
from trinvis.trial_actions.tables import TrialAction

router = APIRouter(prefix="/api/log-links", tags=["links"])

Sharer = Annotated[Node, guarded(May.SHARE_BOARD, May.READ)]


def _url(request: Request, secret: str) -> str:
    base = request.app.state.settings.public_url or str(request.base_url)
    return base.rstrip("/") + path_of(secret)


def _qr(url: str) -> str:
    # Error correction M: a sheet on a wall gets stains.
    code = segno.make(url, error="m", micro=False)
    return code.svg_data_uri(border=2, light="#fff", omitsize=True)


def _standing(work: Transaction, *conditions: Any) -> list[LogLink]:
    """Links that are neither revoked nor over."""
    return list(
        work.session.exec(
            select(LogLink)
            .where(col(LogLink.revoked_at).is_(None), col(LogLink.expires_at) > clock.now(), *conditions)
            .order_by(col(LogLink.id))
        ).all()
    )


def _told(link: LogLink) -> dict[str, Any]:
    return {
        "id": link.id,
        "made_on": clock.day_of(link.created_at),
        "expires_on": clock.day_of(link.expires_at),
    }


# ---- one's own


@router.get("", response_model=PersonalOut)
def mine(me: Me, work: Tx) -> Response:
    """The departments where one may have a link of one's own, and the ones that stand."""
    return reply(_mine(work, me))


def _mine(work: Transaction, me: Actor) -> dict[str, Any]:
    rows = work.rows(
        columns(Department.id, Department.name, *(getattr(Department, name) for name in PLACE))
        .where(col(Department.id).in_({grant.node_id for grant in me.grants}))
        .order_by(col(Department.sort_key), col(Department.id))
    )
    links = {
        link.department_id: link
        for link in _standing(work, LogLink.kind == LinkKind.PERSONAL, LogLink.person_id == me.person_id)
    }
    return {
        "places": [
            {
                "department": {"id": row.id, "name": row.name},
                "link": _told(links[row.id]) if row.id in links else None,
            }
            for row in rows
            if rules.may_hold(allowed(me, place_of(row.id, row)))
        ]
    }


@router.post("", response_model=MadeOut)
def make(request: Request, body: PersonalIn, me: Me, work: Tx) -> Response:
    """Make the link, or renew it: the former one then leads nowhere. What is told here is told once."""
    here = node(work, body.department_id)
    held = allowed(me, here.place)
    if May.READ not in held:
        raise Refused(Code.NOT_FOUND)
    if not rules.may_hold(held):
        raise Refused(Code.NOT_ALLOWED)
    # The department's row stands for all its links: of two who ask at once, one waits.
    work.locked(Department, here.id)
    former = _standing(
        work,
        LogLink.kind == LinkKind.PERSONAL,
        LogLink.person_id == me.person_id,
        LogLink.department_id == here.id,
    )
    for link in former:
        link.revoked_at = clock.now()
    made, secret = issue(
        work,
        LinkKind.PERSONAL,
        me.person_id,
        department_id=here.id,
        expires_at=clock.now() + rules.PERSONAL,
    )
    what = "log_link.renewed" if former else "log_link.made"
    work.record(what, "log_link", made.id, here.id)
    url = _url(request, secret)
    return reply({"url": url, "qr": _qr(url), "link": _told(made)})


@router.delete("/{link_id}", response_model=PersonalOut)
def revoke(link_id: UUID, me: Me, work: Tx) -> Response:
    """Revoke one's own link: it leads nowhere from now on."""
    link = work.locked(LogLink, link_id)
    if link.person_id != me.person_id or link.kind != LinkKind.PERSONAL:
        raise Refused(Code.NOT_FOUND)
    if link.revoked_at is None:
        link.revoked_at = clock.now()
        work.session.flush()
        work.record("log_link.revoked", "log_link", link.id, link.department_id)
    return reply(_mine(work, me))


# ---- the sheet for the board


def _of_board(work: Transaction, here: Node) -> list[LogLink]:
    return _standing(work, LogLink.kind == LinkKind.BOARD, LogLink.department_id == here.id)


@router.get("/board/{department_id}", response_model=BoardCodesOut)
def board_codes(here: Sharer, work: Tx) -> Response:
    """How many codes stand on sheets that hang."""
    return reply({"standing": len(_of_board(work, here)), "codes": []})


@router.post("/board/{department_id}", response_model=BoardCodesOut)
def make_codes(request: Request, here: Sharer, me: Me, work: Tx) -> Response:
    """A code for each running trial, beside those that hang already: a sheet on the wall goes on working."""
    if not rules.may_hold(allowed(me, here.place)):
        raise Refused(Code.NOT_ALLOWED)
    work.locked(Department, here.id)
    trials = work.rows(
        columns(TrialAction.id, TrialAction.title, TrialAction.change)
        .join(Department, col(Department.id) == TrialAction.department_id)
        .where(belongs(here), col(TrialAction.state) == State.RUNNING)
        .order_by(col(TrialAction.ends_on), col(TrialAction.id))
        .limit(MOST)
    )
    codes = []
    for trial in trials:
        _, secret = issue(
            work,
            LinkKind.BOARD,
            me.person_id,
            department_id=here.id,
            record_id=trial.id,
            expires_at=clock.now() + rules.BOARD,
        )
        codes.append({"title": trial.title, "change": trial.change, "qr": _qr(_url(request, secret))})
    if codes:
        work.record("board.codes_made", "board", here.id, here.id, count=len(codes))
    return reply({"standing": len(_of_board(work, here)), "codes": codes})


@router.delete("/board/{department_id}", response_model=BoardCodesOut)
def revoke_codes(here: Sharer, work: Tx) -> Response:
    """Revoke every code of the board, whoever made it."""
    work.locked(Department, here.id)
    standing = _of_board(work, here)
    for link in standing:
        link.revoked_at = clock.now()
    if standing:
        work.session.flush()
        work.record("board.codes_revoked", "board", here.id, here.id, count=len(standing))
    return reply({"standing": 0, "codes": []})
