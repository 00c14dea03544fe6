"""Events as replies: who, what, on which record, and what stood there before, as far as the reader may."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import case, select
from sqlmodel import col

from trinvis.access import Actor, May, allowed, candid_since
from trinvis.accounts.queries import PersonRef, names
from trinvis.core.audit import ORGANISATION, AuditText
from trinvis.core.db import Transaction
from trinvis.core.http import Out
from trinvis.departments.queries import DepartmentRef
from trinvis.followups.rules import Audience, reads_candid
from trinvis.overview.named import Named, ids_in, named

ADMINISTERED = ("department", "tree_change", "person", "role", "import", "instrument", "material")
"""Kinds of record that are the organisation's: whoever keeps the tree reads what happened to them."""


class FormerOut(Out):
    """What stood in a field before: `text` only where it was shared, `can` what this reader may do."""

    field: str
    text: str | None
    audience: Literal["shared", "candid"]
    can: list[Literal["open", "erase"]]


class EventOut(Out):
    """One change: what happened to which record, by whom in which role, when.

    `actor`: None where nobody did it (`automatic`), or somebody whose name has been erased: then `role`
    stands for her. `title`, `department`: None where the reader may not know.
    """

    id: UUID
    at: datetime
    what: str
    kind: str
    record_id: UUID
    title: str | None
    department: DepartmentRef | None
    actor: PersonRef | None
    automatic: bool
    mine: bool
    role: str | None
    facts: dict[str, Any]
    former: list[FormerOut]


class EventsOut(Out):
    """A page of events; `next` is the cursor of the page after it.

    `named`: people, departments and records that the facts speak of, by id, where the reader may know.
    """

    items: list[EventOut]
    named: dict[UUID, str]
    next: str | None


def told(
    work: Transaction, me: Actor, rows: Sequence[Any], cursor: str | None, *also: UUID
) -> tuple[dict[str, object], Named]:
    """The page as its reply, and what is known of the records on it (and of `also`)."""
    mentioned = {each for row in rows for each in ids_in(row.facts)}
    chains = {row.chain_id for row in rows} - {ORGANISATION}
    known = named(work, me, mentioned | chains | {row.record_id for row in rows} | set(also))
    people = {
        person: name
        for person, name in names(work, mentioned | {row.actor_id for row in rows}).items()
        if name.strip()
    }
    former = _former(work, me, rows, known)
    items = [_happened(row, me, known, people, former.get(row.id, [])) for row in rows]
    spoken = people | known.departments | known.titles
    return {
        "items": items,
        "named": {each: spoken[each] for each in mentioned if each in spoken},
        "next": cursor,
    }, known


def _happened(
    row: Any, me: Actor, known: Named, people: dict[UUID, str], former: list[dict[str, object]]
) -> dict[str, object]:
    where = known.departments.get(row.chain_id)
    return {
        "id": row.id,
        "at": row.at,
        "what": row.what,
        "kind": row.kind,
        "record_id": row.record_id,
        "title": known.titles.get(row.record_id) or known.departments.get(row.record_id),
        "department": {"id": row.chain_id, "name": where} if where else None,
        "actor": {"id": row.actor_id, "name": people[row.actor_id]} if row.actor_id in people else None,
        "automatic": row.actor_id is None,
        "mine": row.actor_id == me.person_id,
        "role": row.role,
        "facts": row.facts,
        "former": former,
    }


# ---- former texts


def _former(
    work: Transaction, me: Actor, rows: Iterable[Any], known: Named
) -> dict[UUID, list[dict[str, object]]]:
    """By event, what stood there before; a text *Kun for os* is never part of a list."""
    readable = {row.id: row for row in rows if _reads(me, row, known)}
    if not readable:
        return {}
    shared = case((col(AuditText.audience) == Audience.SHARED, col(AuditText.text)))
    texts = work.rows(
        select(
            col(AuditText.event_id),
            col(AuditText.field),
            col(AuditText.audience),
            shared.label("text"),
        )
        .where(col(AuditText.event_id).in_(readable))
        .order_by(col(AuditText.id))
    )
    found: dict[UUID, list[dict[str, object]]] = {}
    for text in texts:
        row = readable[text.event_id]
        candid = text.audience == Audience.CANDID or sealed(row, text.field, known)
        can = ["open"] if candid and opens(me, row, known) else []
        if May.ERASE in allowed(me, known.places[row.chain_id]):
            can.append("erase")
        found.setdefault(row.id, []).append({
            "field": text.field,
            "text": None if candid else text.text,
            "audience": Audience.CANDID if candid else Audience.SHARED,
            "can": can,
        })
    return found


def _reads(me: Actor, row: Any, known: Named) -> bool:
    place = known.places.get(row.chain_id)
    if place is None:
        return False
    held = allowed(me, place)
    return May.READ_HISTORY in held or (May.MANAGE_TREE in held and row.kind in ADMINISTERED)


def _noted(row: Any) -> UUID:
    """The session or log that an event's note belongs to."""
    noted: UUID = UUID(row.facts["log_id"]) if row.facts.get("log_id") else row.record_id
    return noted


def sealed(row: Any, field: str, known: Named) -> bool:
    """Whether the field's note is *Kun for os* by now: then what stood there before is, too."""
    return field == "note" and _noted(row) in known.sealed


def opens(me: Actor, row: Any, known: Named) -> bool:
    """Whether the actor reads texts *Kun for os* at the department where it happened, and of that time.

    What was corrected was written when the note was: a new leader reads neither. Where nobody can tell when
    that was, nobody opens it.
    """
    place, written = known.places.get(row.chain_id), known.written.get(_noted(row))
    if place is None or written is None or May.READ_CANDID not in allowed(me, place):
        return False
    return reads_candid(candid_since(me, place), written)
