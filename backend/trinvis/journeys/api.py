"""Journeys: rounds, their steps, the assessment. Sessions and requests for help are beside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request, Response
from sqlalchemy import select
from sqlmodel import col

from trinvis.access import May, require
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import node, place
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.journeys import reading, rounds, rules, sessions, support
from trinvis.journeys.queries import facts_of
from trinvis.journeys.shapes import (
    AssessmentIn,
    CompleteIn,
    JourneyIn,
    JourneyList,
    JourneyOut,
    ReasonIn,
)
from trinvis.journeys.tables import Journey, Step

journeys = APIRouter(prefix="/api/journeys", tags=["journeys"])


def _covers(request: Request) -> tuple[str, ...]:
    found: tuple[str, ...] = request.app.state.pack.cover_keys()
    return found


Covers = Annotated[tuple[str, ...], Depends(_covers)]
Number = Annotated[int, Path(ge=1, le=3)]


def _locked(may: May) -> Callable[..., Journey]:
    """A dependency: the journey, locked, if the actor may do this at its department."""

    def dependency(journey_id: UUID, me: Me, work: Tx) -> Journey:
        row = work.locked(Journey, journey_id)
        require(me, may, place(work, row.department_id))
        return row

    return dependency


Completed = Annotated[Journey, Depends(_locked(May.COMPLETE))]
Assessed = Annotated[Journey, Depends(_locked(May.ASSESS))]


@journeys.get("", response_model=JourneyList)
def list_journeys(department: UUID, me: Me, work: Tx) -> Response:
    """The department's rounds, newest first; those of the department it follows for a section that does."""
    here = node(work, department)
    require(me, May.READ, here.place)
    rows = work.rows(
        select(*(getattr(Journey, name) for name in ("id", "round", "started_on", "ended_on", "ended_as")))
        .where(col(Journey.department_id) == (here.walking_id or here.id))
        .order_by(col(Journey.round).desc())
    )
    return reply({"items": [row._asdict() for row in rows]})


@journeys.post("", status_code=201, response_model=JourneyOut)
def open_journey(me: Me, work: Tx, covers: Covers, once: Creation, body: JourneyIn) -> Response:
    """Open the first round; or the next, where step 3 is done and no follow-up waits."""
    here = place(work, body.department_id)
    require(me, May.HOLD_SESSIONS, here, known_by=May.KNOW)
    if once.reply:
        return once.reply
    (department,) = rounds.lock_walking(work, [body.department_id], "department_id")
    if department.journey_id is None:
        opened = rounds.open_round(work, department, clock.today(), me.person_id)
    else:
        _is_next(work, department, body.round)
        require(me, May.COMPLETE, here)
        opened = rounds.next_round(work, department, me.person_id)
    return once.keep(created(reading.journey(work, me, opened.id, covers), version=opened.version))


def _is_next(work: Transaction, department: Department, wanted: int | None) -> None:
    """Refuse (ALREADY_OPEN) unless the next round can be what was meant."""
    assert department.journey_id is not None
    if wanted is None:
        facts = facts_of(work, [department.journey_id])[department.journey_id]
        meant = rules.standings(facts)[2].state is rules.StepState.DONE
    else:
        meant = wanted == department.round + 1
    if not meant:
        raise Refused(Code.ALREADY_OPEN, journey_id=department.journey_id, round=department.round)


@journeys.get("/{journey_id}", response_model=JourneyOut)
def get_journey(journey_id: UUID, me: Me, work: Tx, covers: Covers) -> Response:
    """A round with its steps, its sessions and what they still need."""
    return _shown(work, me, journey_id, covers)


def _shown(work: Transaction, me: Me, journey_id: UUID, covers: Covers) -> Response:
    found = reading.journey(work, me, journey_id, covers)
    version = found["version"]
    assert isinstance(version, int)
    return reply(found, version=version)


def _step(work: Transaction, journey_id: UUID, number: int) -> Step:
    found = work.session.get(Step, (journey_id, number))
    return found or work.add(Step(journey_id=journey_id, number=number))


@journeys.post("/{journey_id}/steps/{number}/complete", response_model=JourneyOut)
def complete_step(
    number: Number, journey: Completed, me: Me, work: Tx, covers: Covers, if_match: IfMatch, body: CompleteIn
) -> Response:
    """The step is done. Where the one before is not, a sentence says why."""
    expect(journey.version, if_match)
    facts = facts_of(work, [journey.id])[journey.id]
    sentence = rules.complete(facts, number, covers, body.sentence)
    step = _step(work, journey.id, number)
    step.done_on, step.done_by, step.out_of_order = clock.today(), me.person_id, sentence
    journey.version += 1
    work.session.flush()
    work.record(
        "step.completed", "journey", journey.id, journey.department_id, number=number,
        out_of_order=sentence is not None,
    )
    return _shown(work, me, journey.id, covers)


@journeys.post("/{journey_id}/steps/{number}/reopen", response_model=JourneyOut)
def reopen_step(
    number: Number, journey: Completed, me: Me, work: Tx, covers: Covers, if_match: IfMatch, body: ReasonIn
) -> Response:
    """The step is taken up again; the reason stays with it."""
    expect(journey.version, if_match)
    reason = rules.reopen(facts_of(work, [journey.id])[journey.id], number, body.reason)
    step = _step(work, journey.id, number)
    former = {"reopened_because": ("shared", step.reopened_because)} if step.reopened_because else None
    step.done_on = step.done_by = None
    step.reopened_on, step.reopened_because = clock.today(), reason
    journey.version += 1
    work.session.flush()
    work.record("step.reopened", "journey", journey.id, journey.department_id, former=former, number=number)
    return _shown(work, me, journey.id, covers)


@journeys.put("/{journey_id}/assessment", response_model=JourneyOut)
def assess(
    journey: Assessed, me: Me, work: Tx, request: Request, covers: Covers, if_match: IfMatch,
    body: AssessmentIn,
) -> Response:
    """Write step 2: tasks and conditions, need, ambition, and the factors in focus."""
    if not set(body.factors) <= set(request.app.state.pack.factor_keys()):
        raise invalid("factors", "unknown")
    expect(journey.version, if_match)
    if journey.ended_on:
        raise Refused(Code.WRONG_STATE, state="ended")
    wanted = {name: getattr(body, name) or None for name in rules.ASSESSMENT}
    factors = list(dict.fromkeys(body.factors))
    changed = [name for name, text in wanted.items() if getattr(journey, name) != text]
    former = {name: ("shared", str(getattr(journey, name))) for name in changed if getattr(journey, name)}
    if journey.factors != factors:
        changed.append("factors")
    for name, text in wanted.items():
        setattr(journey, name, text)
    journey.factors = factors
    written = any(wanted.values()) or bool(factors)
    journey.assessed_on = (journey.assessed_on or clock.today()) if written else None
    journey.version += 1
    work.session.flush()
    work.record(
        "journey.assessed", "journey", journey.id, journey.department_id,
        former=former or None, changed=changed,
    )
    return _shown(work, me, journey.id, covers)


router = APIRouter()
router.include_router(sessions.router)
router.include_router(journeys)
router.include_router(support.router)
