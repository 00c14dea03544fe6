"""Waves: planned, decided, confirmed, annulled. They open and close by themselves, on their days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import delete
from sqlmodel import col, select

from trinvis.access import Actor, May, require
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.surveys.closing.steps import annul
from trinvis.surveys.rules import SHOW
from trinvis.surveys.tables import AnswerCode, Wave, WaveState
from trinvis.surveys.waves import reading, rules
from trinvis.surveys.waves.instrument import chosen_instrument
from trinvis.surveys.waves.rules import Days, WaveMove
from trinvis.surveys.waves.shapes import (
    DecisionIn,
    DraftIn,
    DraftOut,
    ReasonIn,
    WaveIn,
    WaveList,
    WaveOut,
)
from trinvis.surveys.waves.tree import Taken, departments, others, places, taken, write_nodes

router = APIRouter(prefix="/api/waves", tags=["waves"])


def _planned_at(work: Transaction, me: Actor, ids: Sequence[UUID]) -> list[Department]:
    """The departments, if the actor may plan a wave in each. 404 for what she may not know of."""
    found = places(work, ids)
    if len(found) < len(set(ids)):
        raise Refused(Code.NOT_FOUND)
    for may in (May.KNOW, May.PLAN_WAVE):
        for node_id, row in found:
            require(me, may, place_of(node_id, row), known_by=May.KNOW)
    walking = departments(work, ids)
    if len(walking) < len(set(ids)):
        raise invalid("department_ids", "not_walking")
    return walking


def _checked(work: Transaction, walking: Sequence[Department], body: WaveIn, wave_id: UUID | None) -> Taken:
    """The wave's part of the tree, if the plan is a good one. Raises `Refused(INVALID)` with what is not."""
    tree = taken(work, walking)
    days = Days(body.opens_on, body.closes_on, body.dialogue_on, body.hmu_on)
    found = [
        *rules.check_days(days, clock.today()),
        *rules.check_units(tree.nodes, body.units or rules.as_one(tree.nodes)),
        *rules.conflicts(others(work, wave_id, tree.nodes), days),
    ]
    if set(body.phases) != {one.id for one in walking}:
        found.append(rules.Problem("phases", "missing", {}))
    if found:
        raise Refused(
            Code.INVALID,
            errors=[{"field": one.field, "problem": one.problem, **one.facts} for one in found],
        )
    return tree


@router.get("", response_model=WaveList)
def list_waves(me: Me, work: Tx, department: UUID | None = None) -> Response:
    """The waves of departments that one reads."""
    if department:
        found = places(work, [department])
        if not found:
            raise Refused(Code.NOT_FOUND)
        require(me, May.READ, place_of(*found[0]))
    return reply({"items": reading.waves(work, me, department)})


@router.get("/draft", response_model=DraftOut)
def draft(
    me: Me, work: Tx, department: Annotated[list[UUID], Query(min_length=1, max_length=200)]
) -> Response:
    """What a wave over these departments would look like: proposed days, units on offer, prospects."""
    return _thought(work, me, DraftIn(department_ids=department))


@router.post("/draft", response_model=DraftOut)
def think(me: Me, work: Tx, body: DraftIn) -> Response:
    """The same for a plan as far as it is filled in: nothing of it is kept."""
    return _thought(work, me, body)


def _thought(work: Transaction, me: Actor, body: DraftIn) -> Response:
    walking = _planned_at(work, me, body.department_ids)
    proposed, tree = rules.proposed_days(clock.today()), taken(work, walking)
    days = rules.days_of(body.opens_on or proposed.opens_on, body.closes_on)
    units = body.units or rules.as_one(tree.nodes)
    found = [
        *rules.check_units(tree.nodes, units),
        *rules.conflicts(others(work, body.wave_id, tree.nodes), days),
    ]
    return reply(
        {
            **{name: getattr(days, name) for name in ("opens_on", "closes_on", "dialogue_on", "hmu_on")},
            "decider": rules.decider(len(walking)),
            "nodes": reading.lines(tree.nodes, tree.facts, units, show=SHOW, phases={}),
            "obstacles": reading.obstacles(found),
        }
    )


@router.post("", status_code=201, response_model=WaveOut)
def plan_wave(me: Me, work: Tx, once: Creation, body: WaveIn) -> Response:
    """Draft a wave. The committee's decision, its confirmation and the slips come after."""
    walking = _planned_at(work, me, body.department_ids)
    if once.reply:
        return once.reply
    tree = _checked(work, walking, body, None)
    wave = work.add(
        Wave(
            place_id=tree.place_id, instrument=chosen_instrument(work), opens_on=body.opens_on,
            closes_on=body.closes_on, dialogue_on=body.dialogue_on, hmu_on=body.hmu_on,
            hmu_single=body.hmu_single, planned_by=me.person_id,
        )
    )  # fmt: skip
    write_nodes(work, wave, tree, body.units or rules.as_one(tree.nodes), body.phases)
    _record(work, "wave.drafted", wave, walking)
    return once.keep(created(reading.wave(work, me, wave.id), version=wave.version))


def _record(work: Transaction, what: str, wave: Wave, nodes: Sequence[Any], **facts: Any) -> None:
    """An event in the history of each department in the wave."""
    for one in nodes:
        work.record(what, "wave", wave.id, one.id, opens_on=wave.opens_on, closes_on=wave.closes_on, **facts)


@router.get("/{wave_id}", response_model=WaveOut)
def get_wave(wave_id: UUID, me: Me, work: Tx) -> Response:
    """A wave with its plan, who answers with whom, and what will probably be shown."""
    return _shown(work, me, wave_id)


def _shown(work: Transaction, me: Actor, wave_id: UUID) -> Response:
    found = reading.wave(work, me, wave_id)
    return reply(found, version=found["version"])


def _locked(*mays: May, every: bool) -> Any:
    """A dependency: the wave, locked, with its departments, if the actor may do this at `every` one or some.

    Raises `Refused(NOT_FOUND)`, `Refused(NOT_ALLOWED)`.
    """

    def dependency(wave_id: UUID, me: Me, work: Tx) -> tuple[Wave, list[Department]]:
        reading.wave(work, me, wave_id)  # 404 for whoever may not know of it
        wave = work.locked(Wave, wave_id)
        _, nodes = reading.wave_row(work, wave_id)
        held: Mapping[UUID, frozenset[May]] = reading.held_at(work, me, nodes)
        fits = [may in one for one in held.values() for may in mays]
        if not (all(fits) if every else any(fits)):
            raise Refused(Code.NOT_ALLOWED)
        walking = list(work.session.exec(select(Department).where(col(Department.id).in_(list(held)))))
        return wave, walking

    return Depends(dependency)


Planned = Annotated[tuple[Wave, list[Department]], _locked(May.PLAN_WAVE, every=True)]
Confirmed = Annotated[tuple[Wave, list[Department]], _locked(May.CONFIRM_WAVE, every=False)]


def _may(work: Transaction, me: Actor, wave: Wave, move: WaveMove) -> None:
    """Raises `Refused(WRONG_STATE)` unless the wave allows this now."""
    if move not in reading.wave(work, me, wave.id)["can"]:
        raise Refused(Code.WRONG_STATE, state=wave.state)


@router.put("/{wave_id}", response_model=WaveOut)
def change_wave(found: Planned, me: Me, work: Tx, if_match: IfMatch, body: WaveIn) -> Response:
    """Change the plan. What was decided, confirmed and printed for the former plan is void."""
    wave, _ = found
    walking = _planned_at(work, me, body.department_ids)
    tree = _checked(work, walking, body, wave.id)
    expect(wave.version, if_match)
    _may(work, me, wave, WaveMove.EDIT)
    for name in ("opens_on", "closes_on", "dialogue_on", "hmu_on", "hmu_single"):
        setattr(wave, name, getattr(body, name))
    wave.place_id, wave.instrument, wave.state = tree.place_id, chosen_instrument(work), WaveState.DRAFT
    wave.decided_by = wave.decided_on = wave.confirmed_by = wave.confirmed_on = None
    wave.planned_by = me.person_id
    wave.version += 1
    work.session.execute(
        delete(AnswerCode)
        .where(col(AnswerCode.wave_id) == wave.id)
        .execution_options(synchronize_session=False)
    )
    write_nodes(work, wave, tree, body.units or rules.as_one(tree.nodes), body.phases)
    _record(work, "wave.changed", wave, walking)
    return _shown(work, me, wave.id)


@router.post("/{wave_id}/plan", response_model=WaveOut)
def record_decision(found: Planned, me: Me, work: Tx, if_match: IfMatch, body: DecisionIn) -> Response:
    """Record the committee's decision; somebody else of TRIO or LMU confirms it."""
    wave, walking = found
    if body.decided_by != rules.decider(len(walking)):
        raise invalid("decided_by", "other_committee", needed=rules.decider(len(walking)))
    if body.decided_on > clock.today():
        raise invalid("decided_on", "in_future")
    expect(wave.version, if_match)
    _may(work, me, wave, WaveMove.PLAN)
    wave.state, wave.decided_by, wave.decided_on = WaveState.PLANNED, body.decided_by, body.decided_on
    wave.version += 1
    work.session.flush()
    _record(work, "wave.decided", wave, walking, decided_by=body.decided_by, decided_on=body.decided_on)
    return _shown(work, me, wave.id)


@router.post("/{wave_id}/confirm", response_model=WaveOut)
def confirm(found: Confirmed, me: Me, work: Tx, if_match: IfMatch) -> Response:
    """Confirm that the committee decided so: TRIO or LMU, and not whoever planned it."""
    wave, walking = found
    expect(wave.version, if_match)
    _may(work, me, wave, WaveMove.CONFIRM)
    wave.confirmed_by, wave.confirmed_on = me.person_id, clock.today()
    wave.version += 1
    work.session.flush()
    _record(work, "wave.confirmed", wave, walking)
    return _shown(work, me, wave.id)


@router.post("/{wave_id}/annul", response_model=WaveOut)
def annul_wave(found: Planned, me: Me, work: Tx, if_match: IfMatch, body: ReasonIn) -> Response:
    """Annul it. What came in is destroyed; nothing of it is ever shown."""
    wave, _ = found
    if not body.reason:
        raise Refused(Code.REASON_NEEDED)
    expect(wave.version, if_match)
    _may(work, me, wave, WaveMove.ANNUL)
    annul(work, wave, body.reason)
    return _shown(work, me, wave.id)
