"""Logging without a sign-in: what the link reaches, and what was seen. There is no GET."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from sqlmodel import col

from trinvis.access import allowed
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Once, Tx, body_digest, created, reply
from trinvis.departments.queries import node
from trinvis.errors import Code, Refused
from trinvis.followups.changing import Target
from trinvis.followups.logs import keep_log
from trinvis.followups.shapes import LogIn
from trinvis.followups.tables import FollowUp
from trinvis.links import rules
from trinvis.links.queries import Reached, carried, link_of, reached, said_today
from trinvis.links.shapes import LinkLoggedOut, LinkLogIn, LookedOut, LookIn
from trinvis.links.tables import LinkKind, LogLink

public = APIRouter(prefix="/api/log", tags=["links"])


def _from_our_page(x_trinvis: Annotated[str | None, Header(include_in_schema=False)] = None) -> None:
    """Raises `Refused(MISSING_HEADER)`: a form on another site cannot send the header."""
    if x_trinvis != "1":
        raise Refused(Code.MISSING_HEADER)


def _reading(request: Request) -> Iterator[Transaction]:
    """Looking is a POST, so that the secret is in no address; it changes nothing, and cannot."""
    with request.app.state.database.read() as work:
        yield work


OurPage = Depends(_from_our_page)
Looking = Annotated[Transaction, Depends(_reading, scope="function")]


@public.post("/look", response_model=LookedOut, dependencies=[OurPage])
def look(body: LookIn, work: Looking) -> Response:
    """What the link reaches; 404 for used, expired, revoked and unknown ones alike."""
    found = reached(work, link_of(work, body.secret))
    named = found.link.kind != LinkKind.BOARD or carried(work, body.personal, found.follow_ups) is not None
    return reply(
        {
            "kind": found.link.kind,
            "named": named,
            "today": clock.today(),
            "expires_on": clock.day_of(found.link.expires_at),
            "follow_ups": [
                {name: value for name, value in one.items() if name != "state"} for one in found.follow_ups
            ],
        }
    )


@public.post("", response_model=LinkLoggedOut, status_code=201, dependencies=[OurPage])
def log(
    body: LinkLogIn,
    work: Tx,
    asked: Annotated[str, Depends(body_digest)],
    idempotency_key: Annotated[str, Header(min_length=8, max_length=200)],
) -> Response:
    """Log what was seen, shared with the department. Sent again under its key it answers the same."""
    # Locked first: of two attempts under one key the second waits and finds the first one's answer.
    link = work.locked(LogLink, link_of(work, body.secret).id)
    once = Once(work, link.id, idempotency_key, asked)
    if once.reply:
        return once.reply
    found = reached(work, link)
    if not found.has(body.follow_up_id):
        raise Refused(Code.NOT_FOUND)
    return once.keep(_kept(work, body, _spoken_by(work, found, body.personal)))


def _spoken_by(work: Transaction, found: Reached, personal: str | None) -> Reached:
    """Before the board, a phone that carries a personal link says it as its owner; others within bounds.

    Raises `Refused(NOT_FOUND)` where the personal link has ended, `Refused(WRONG_STATE)` past the bounds.
    """
    if found.link.kind != LinkKind.BOARD:
        return found
    if personal is not None:
        hers = carried(work, personal, found.follow_ups)
        if hers is None:
            raise Refused(Code.NOT_FOUND)
        return hers
    trial_id = found.link.record_id
    assert trial_id is not None
    if rules.enough(said_today(work, trial_id)):
        raise Refused(Code.WRONG_STATE, state="enough_today")
    return found


def _kept(work: Transaction, body: LinkLogIn, by: Reached) -> Response:
    row = work.locked(FollowUp, body.follow_up_id)
    here = node(work, row.department_id)
    work.actor = by.me
    target = Target(work, by.me, row, here, allowed(by.me, here.place))
    seen = LogIn(assessment=body.assessment, note=body.note, held_on=body.held_on)
    made, following = keep_log(target, seen, via=by.link.kind)
    work.locked(LogLink, by.link.id).last_used_at = clock.now()
    due = work.first(columns(FollowUp.due).where(col(FollowUp.id) == following)) if following else None
    return created({"held_on": made.held_on, "next_due": due.due if due else None})
