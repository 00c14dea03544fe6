"""A former text of the history: opened, where it is *Kun for os*, or erased for good. Both are noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from pydantic import Field
from sqlalchemy import delete, select
from sqlmodel import col

from trinvis.access import Actor, May, require
from trinvis.core.audit import AuditEvent, AuditText
from trinvis.core.columns import Clean
from trinvis.core.db import Transaction
from trinvis.core.http import In, Me, Out, Tx, reply
from trinvis.departments.queries import place
from trinvis.errors import Code, Refused
from trinvis.followups.rules import Audience
from trinvis.overview.named import ids_in, named
from trinvis.overview.telling import opens, sealed

router = APIRouter()


class OpenedText(Out):
    """A field and what stood in it."""

    field: str
    text: str


class OpenedTexts(Out):
    """The texts of one event that were *Kun for os*."""

    texts: list[OpenedText]


class EraseIn(In):
    """Which field's former text is erased."""

    field: Annotated[Clean, Field(min_length=1, max_length=60)]


class Erased(Out):
    """How many copies are gone: a session of several departments stands in the history of each."""

    count: int


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the reader's hold on it."""

    work: Transaction
    me: Actor
    row: Any


def _event(may: May) -> Any:
    """A dependency: the event, if its history may be read and this may be done where it happened."""

    def dependency(event_id: UUID, me: Me, work: Tx) -> Told:
        row = work.one(
            select(
                col(AuditEvent.id),
                col(AuditEvent.chain_id),
                col(AuditEvent.kind),
                col(AuditEvent.record_id),
                col(AuditEvent.facts),
            ).where(col(AuditEvent.id) == event_id)
        )
        require(me, may, place(work, row.chain_id), known_by=May.READ_HISTORY)
        return Told(work, me, row)

    return Depends(dependency)


@router.post("/{event_id}/open", response_model=OpenedTexts)
def open_former(told: Annotated[Told, _event(May.READ_CANDID)]) -> Response:
    """Read what stood in a note *Kun for os*. Who opened it stands in the history from then on."""
    work, row = told.work, told.row
    known = named(work, told.me, {row.chain_id, row.record_id, *ids_in(row.facts)})
    texts = [
        text
        for text in work.rows(
            select(col(AuditText.field), col(AuditText.audience), col(AuditText.text))
            .where(col(AuditText.event_id) == row.id)
            .order_by(col(AuditText.id))
        )
        if text.audience == Audience.CANDID or sealed(row, text.field, known)
    ]
    if not opens(told.me, row, known):
        raise Refused(Code.NOT_ALLOWED)
    if not texts:
        raise Refused(Code.WRONG_STATE)
    work.record("history.opened", row.kind, row.record_id, row.chain_id, event_id=row.id)
    return reply({"texts": [{"field": text.field, "text": text.text} for text in texts]})


@router.post("/{event_id}/erase", response_model=Erased)
def erase_former(told: Annotated[Told, _event(May.ERASE)], body: EraseIn) -> Response:
    """Erase what stood in a field, for good, wherever the history of the record repeats it.

    That it stood there, and that it was erased, remains; the chain is not touched.
    """
    work, row = told.work, told.row
    copies = _copies(work, row, body.field)
    if not copies:
        raise Refused(Code.WRONG_STATE, state="erased")
    gone = work.session.execute(
        delete(AuditText)
        .where(col(AuditText.id).in_([copy.id for copy in copies]))
        .execution_options(synchronize_session=False)
    )
    if getattr(gone, "rowcount", 0) == 0:
        raise Refused(Code.WRONG_STATE, state="erased")
    for chain_id in sorted({copy.chain_id for copy in copies}):
        here = [str(copy.event_id) for copy in copies if copy.chain_id == chain_id]
        work.record("history.erased", row.kind, row.record_id, chain_id, field=body.field, events=here)
    return reply({"count": len(copies)})


def _copies(work: Transaction, row: Any, field: str) -> Sequence[Any]:
    """The field's former text and each place where the record's history says the same again."""
    stood = work.first(
        select(col(AuditText.text)).where(col(AuditText.event_id) == row.id, col(AuditText.field) == field)
    )
    if stood is None:
        return []
    return work.rows(
        select(col(AuditText.id), col(AuditText.event_id), col(AuditEvent.chain_id))
        .join(AuditEvent, col(AuditEvent.id) == AuditText.event_id)
        .where(
            col(AuditEvent.record_id) == row.record_id,
            col(AuditText.field) == field,
            col(AuditText.text) == stood.text,
        )
    )
