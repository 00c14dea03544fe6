"""Talks to the forums that the note names, and to others."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlmodel import col

from trinvis.content.rules import Pack
from trinvis.core import clock
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.tracks import rules
from trinvis.tracks.gathering_shapes import CancelIn, TalkFields, TalkIn, TalkOut, TalkPage
from trinvis.tracks.gatherings import Kept, Wanted, check, holder, home, listed, locked, one, write_down
from trinvis.tracks.rules import Held
from trinvis.tracks.tables import Talk

router = APIRouter(prefix="/api/talks", tags=["tracks"])


def forums_of(pack: Pack) -> list[str]:
    """The forums that the pack's tracks have talks for, in its order."""
    return [forum for track in pack.tracks for item in track.items for forum in item.talks_to]


def _forums(request: Request) -> list[str]:
    return forums_of(request.app.state.pack)


Forums = Annotated[list[str], Depends(_forums)]


def _locked(talk_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Kept:
    return locked(work, me, Talk, talk_id, if_match)


Locked = Annotated[Kept, Depends(_locked)]


@router.get("", response_model=TalkPage)
def talks(
    me: Me,
    work: Tx,
    forum: Annotated[str | None, Query(max_length=60)] = None,
    state: Held | None = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Talks: planned ones by date, others latest first."""
    where = () if forum is None else (col(Talk.forum) == forum,)
    items, further = listed(work, me, Talk, Wanted(state, cursor, limit, where))
    return reply({"items": items, "next": further})


@router.get("/{talk_id}", response_model=TalkOut)
def talk(talk_id: UUID, me: Me, work: Tx) -> Response:
    """One talk."""
    found = one(work, me, Talk, talk_id)
    return reply(found, version=found["version"])


def _values(body: TalkFields) -> dict[str, Any]:
    values = body.model_dump(exclude={"department_id"})
    return values | {"title": body.title or None, "note": body.note or None}


@router.post("", status_code=201, response_model=TalkOut)
def add_talk(me: Me, work: Tx, forums: Forums, once: Creation, body: TalkIn) -> Response:
    """Plan a talk, or write in one that was held."""
    here = home(work, me, body.department_id)
    if once.reply:
        return once.reply
    rules.check_forum(body.forum, body.title, forums)
    check(body.state, body.on, body.came)
    holder(work, here, body.held_by)
    made = work.add(
        Talk(department_id=here.id, **_values(body), created_by=me.person_id, created_at=clock.now())
    )
    write_down(work, made, "held" if made.state == Held.HELD else "planned", forum=made.forum, on=made.on)
    found = one(work, me, Talk, made.id)
    return once.keep(created(found, version=found["version"]))


@router.put("/{talk_id}", response_model=TalkOut)
def change_talk(kept: Locked, forums: Forums, body: TalkFields) -> Response:
    """The talk as it is: the whole form. What was planned is held by giving it that state."""
    rules.check_forum(body.forum, body.title, [*forums, kept.row.forum])
    check(body.state, body.on, body.came, before=kept.row)
    holder(kept.work, kept.here, body.held_by, kept.row.held_by)
    kept.change(_values(body))
    found = one(kept.work, kept.me, Talk, kept.row.id)
    return reply(found, version=found["version"])


@router.post("/{talk_id}/cancel", response_model=TalkOut)
def cancel_talk(kept: Locked, body: CancelIn) -> Response:
    """The talk is not held after all; why."""
    kept.cancel(body.reason)
    found = one(kept.work, kept.me, Talk, kept.row.id)
    return reply(found, version=found["version"])
