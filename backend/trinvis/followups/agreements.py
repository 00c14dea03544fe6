"""Agreements: something that just has to be done, by whom, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from trinvis.access import Actor, May, allowed, own, require
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import Node, node
from trinvis.errors import Code, Refused
from trinvis.followups import reading, rules
from trinvis.followups.changing import (
    about,
    changed,
    colleague,
    journey_for,
    passed,
    place_for,
    upcoming,
    written,
)
from trinvis.followups.queries import promise
from trinvis.followups.reading import Wanted
from trinvis.followups.rules import AgreementState, PromiseAct
from trinvis.followups.shapes import (
    AgreementFields,
    AgreementIn,
    AgreementOut,
    AgreementPage,
    DoneIn,
    ReasonIn,
)
from trinvis.followups.tables import Agreement

router = APIRouter(prefix="/api/agreements", tags=["followups"])


@dataclass(frozen=True, slots=True)
class Promised:
    """The locked agreement, where it stands, and what the actor may do there."""

    work: Transaction
    me: Actor
    row: Agreement
    here: Node
    held: frozenset[May]
    if_match: int | None

    def ready(self, act: PromiseAct) -> None:
        """Refuse unless the version seen is this one and its state allows the act."""
        expect(self.row.version, self.if_match)
        state = AgreementState(self.row.state)
        owner = own(self.me, self.here.place, self.row.owner_id)
        if act not in rules.promise_acts(self.held, state, owner=owner):
            raise Refused(Code.WRONG_STATE, state=state, move=act)

    def end(self, what: str, state: AgreementState, on: date | None, reason: str | None = None) -> Response:
        """Bring it to the state and tell how it stands."""
        _, former = changed(self.row, {"state": state.value, "ended_on": on, "reason": reason})
        self.record(what, former, ended_on=on)
        return self.told()

    def record(self, what: str, former: dict[str, tuple[str, str]], **facts: object) -> None:
        """Count the version up and note what happened."""
        self.row.version += 1
        self.work.record(
            f"agreement.{what}", "agreement", self.row.id, self.row.department_id, former=former, **facts
        )

    def told(self) -> Response:
        """How it stands now."""
        self.work.session.flush()
        return reply(reading.agreement(self.work, self.me, self.row.id), version=self.row.version)


def _locked(act: PromiseAct) -> Any:
    """A dependency: the agreement locked; answers 404, 403 and 428 before the body is looked at."""

    def dependency(agreement_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Promised:
        row = work.locked(Agreement, agreement_id)
        here = node(work, row.department_id)
        require(me, May.READ, here.place)
        held = allowed(me, here.place)
        if not rules.may_ever_promise(held, act, owner=own(me, here.place, row.owner_id)):
            raise Refused(Code.NOT_ALLOWED)
        if if_match is None:
            raise Refused(Code.IF_MATCH_MISSING)
        return Promised(work, me, row, here, held, if_match)

    return Depends(dependency)


@router.get("", response_model=AgreementPage)
def list_agreements(
    me: Me,
    work: Tx,
    department: Annotated[UUID | None, Query(description="With the sections that follow it.")] = None,
    trial_action: UUID | None = None,
    state: AgreementState | None = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Agreements that one may read: open ones by date, others latest first."""
    return reply(reading.agreements(work, me, Wanted(department, trial_action, state, cursor, limit)))


@router.get("/{agreement_id}", response_model=AgreementOut)
def agreement(agreement_id: UUID, me: Me, work: Tx) -> Response:
    """One agreement."""
    found = reading.agreement(work, me, agreement_id)
    return reply(found, version=found["version"])


@router.post("", response_model=AgreementOut, status_code=201)
def agree(body: AgreementIn, me: Me, work: Tx, once: Creation) -> Response:
    """Make an agreement in the department's open journey."""
    here = place_for(work, me, body.department_id, May.PROMISE)
    if once.reply:
        return once.reply
    about(work, here, body.trial_action_id)
    row = promise(
        work,
        me,
        department_id=here.id,
        what=written("what", body.what),
        owner_id=colleague(work, here, body.owner_id),
        due=upcoming("due", body.due),
        trial_action_id=body.trial_action_id,
        journey_id=journey_for(work, here),
    )
    return once.keep(created(reading.agreement(work, me, row.id), version=row.version))


@router.put("/{agreement_id}", response_model=AgreementOut)
def edit(promised: Annotated[Promised, _locked(PromiseAct.EDIT)], body: AgreementFields) -> Response:
    """Change who does what by when: the whole form."""
    row, work, here = promised.row, promised.work, promised.here
    values = {
        "what": written("what", body.what),
        "owner_id": colleague(work, here, body.owner_id, row.owner_id),
        "due": upcoming("due", body.due, row.due),
        "trial_action_id": body.trial_action_id,
    }
    if body.trial_action_id != row.trial_action_id:
        about(work, here, body.trial_action_id)
    promised.ready(PromiseAct.EDIT)
    facts, former = changed(row, values)
    if facts["changed"]:
        promised.record("changed", former, **facts)
    return promised.told()


@router.post("/{agreement_id}/done", response_model=AgreementOut)
def done(promised: Annotated[Promised, _locked(PromiseAct.DONE)], body: DoneIn) -> Response:
    """It is done."""
    on = passed("done_on", body.done_on)
    promised.ready(PromiseAct.DONE)
    return promised.end("done", AgreementState.DONE, on)


@router.post("/{agreement_id}/cancel", response_model=AgreementOut)
def cancel(promised: Annotated[Promised, _locked(PromiseAct.CANCEL)], body: ReasonIn) -> Response:
    """It is not done after all; why."""
    promised.ready(PromiseAct.CANCEL)
    if not body.reason:
        raise Refused(Code.REASON_NEEDED)
    return promised.end("cancelled", AgreementState.CANCELLED, clock.today(), body.reason)


@router.post("/{agreement_id}/reopen", response_model=AgreementOut)
def reopen(promised: Annotated[Promised, _locked(PromiseAct.REOPEN)]) -> Response:
    """It was not done, or is to be done after all."""
    promised.ready(PromiseAct.REOPEN)
    return promised.end("reopened", AgreementState.OPEN, None)
