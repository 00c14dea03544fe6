"""*Tryg som ny*: days on which new colleagues are introduced, a month after they began."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from trinvis.core import clock
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.tracks.gathering_shapes import (
    CancelIn,
    IntroductionDayFields,
    IntroductionDayIn,
    IntroductionDayOut,
    IntroductionDayPage,
)
from trinvis.tracks.gatherings import Kept, Wanted, check, home, listed, locked, one, write_down
from trinvis.tracks.rules import Held
from trinvis.tracks.tables import IntroductionDay

router = APIRouter(prefix="/api/introduction-days", tags=["tracks"])


def _locked(day_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Kept:
    return locked(work, me, IntroductionDay, day_id, if_match)


Locked = Annotated[Kept, Depends(_locked)]


@router.get("", response_model=IntroductionDayPage)
def introduction_days(
    me: Me,
    work: Tx,
    state: Held | None = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Introduction days: planned ones by date, others latest first."""
    items, further = listed(work, me, IntroductionDay, Wanted(state, cursor, limit))
    return reply({"items": items, "next": further})


@router.get("/{day_id}", response_model=IntroductionDayOut)
def introduction_day(day_id: UUID, me: Me, work: Tx) -> Response:
    """One introduction day."""
    found = one(work, me, IntroductionDay, day_id)
    return reply(found, version=found["version"])


def _values(body: IntroductionDayFields) -> dict[str, Any]:
    return body.model_dump(exclude={"department_id"}) | {"note": body.note or None}


@router.post("", status_code=201, response_model=IntroductionDayOut)
def add_introduction_day(me: Me, work: Tx, once: Creation, body: IntroductionDayIn) -> Response:
    """Plan an introduction day, or write in one that was held."""
    here = home(work, me, body.department_id)
    if once.reply:
        return once.reply
    check(body.state, body.on, body.came)
    values = _values(body) | {"created_by": me.person_id, "created_at": clock.now()}
    made = work.add(IntroductionDay(department_id=here.id, **values))
    write_down(work, made, "held" if made.state == Held.HELD else "planned", on=made.on)
    found = one(work, me, IntroductionDay, made.id)
    return once.keep(created(found, version=found["version"]))


@router.put("/{day_id}", response_model=IntroductionDayOut)
def change_introduction_day(kept: Locked, body: IntroductionDayFields) -> Response:
    """The day as it is: the whole form. What was planned is held by giving it that state."""
    check(body.state, body.on, body.came, before=kept.row)
    kept.change(_values(body))
    found = one(kept.work, kept.me, IntroductionDay, kept.row.id)
    return reply(found, version=found["version"])


@router.post("/{day_id}/cancel", response_model=IntroductionDayOut)
def cancel_introduction_day(kept: Locked, body: CancelIn) -> Response:
    """The day is not held after all; why."""
    kept.cancel(body.reason)
    found = one(kept.work, kept.me, IntroductionDay, kept.row.id)
    return reply(found, version=found["version"])
