"""Which wording of the seven statements the hospital uses: its choice, once, before the first wave opens."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlmodel import col, select

from trinvis.access import Actor, May, allowed
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import IfMatch, Me, Tx, reply
from trinvis.departments.queries import place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.surveys.tables import InstrumentChoice, Wave
from trinvis.surveys.waves.shapes import InstrumentIn, InstrumentOut, WordingOut
from trinvis.surveys.waves.tree import places

router = APIRouter(prefix="/api/waves", tags=["waves"])
public = APIRouter(prefix="/api/waves", tags=["waves"])


def chosen_instrument(work: Transaction) -> str:
    """The hospital's choice. Raises `Refused(FIELDS_NEEDED)` before there is one."""
    chosen = work.session.get(InstrumentChoice, 1)
    if chosen is None:
        raise Refused(Code.FIELDS_NEEDED, fields=["instrument"])
    return chosen.instrument


@router.get("/instrument", response_model=InstrumentOut)
def instrument(request: Request, me: Me, work: Tx) -> Response:
    """Which wording the hospital has chosen, and whether it can still choose."""
    return _instrument_out(request, work, me)


@public.get("/wording", response_model=WordingOut)
def wording(request: Request, work: Tx) -> Response:
    """The wording for cards and pages, which anybody reads; the pack's first until one is chosen."""
    chosen = work.session.get(InstrumentChoice, 1)
    return reply({"instrument": chosen.instrument if chosen else request.app.state.pack.instruments[0].key})


def _instrument_out(request: Request, work: Transaction, me: Actor) -> Response:
    chosen = work.session.get(InstrumentChoice, 1)
    fixed = _fixed(work)
    version = chosen.version if chosen else 0
    return reply(
        {
            "instrument": chosen.instrument if chosen else None,
            "choices": [one.key for one in request.app.state.pack.instruments],
            "fixed": fixed,
            "can": ["choose"] if not fixed and _chooses(work, me) else [],
            "version": version,
        },
        version=version,
    )


def _fixed(work: Transaction) -> bool:
    return work.first(select(Wave.id).where(col(Wave.opened_on).is_not(None)).limit(1)) is not None


def _chooses(work: Transaction, me: Actor) -> bool:
    """HR of the whole hospital: whoever may plan a wave at the root of the tree."""
    root = work.first(select(Department.id).where(col(Department.parent_id).is_(None)))
    (node_id, row), *_ = places(work, [root.id])
    return May.PLAN_WAVE in allowed(me, place_of(node_id, row))


@router.put("/instrument", response_model=InstrumentOut)
def choose_instrument(
    request: Request, me: Me, work: Tx, if_match: IfMatch, body: InstrumentIn
) -> Response:
    """Choose the wording. Once a wave has opened it stays: other words would be another measure."""
    if not _chooses(work, me):
        raise Refused(Code.NOT_ALLOWED)
    chosen = work.session.get(InstrumentChoice, 1, with_for_update=True)
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    if body.instrument not in {one.key for one in request.app.state.pack.instruments}:
        raise invalid("instrument", "unknown")
    expect(chosen.version if chosen else 0, if_match)
    if _fixed(work):
        raise Refused(Code.WRONG_STATE, state="fixed")
    if chosen is None:
        chosen = work.add(
            InstrumentChoice(
                instrument=body.instrument, chosen_by=me.person_id, chosen_on=clock.today(), version=0
            )
        )
    chosen.instrument, chosen.chosen_by, chosen.chosen_on = body.instrument, me.person_id, clock.today()
    chosen.version += 1
    work.session.flush()
    work.record("instrument.chosen", "instrument", UUID(int=1), instrument=body.instrument)
    return _instrument_out(request, work, me)
