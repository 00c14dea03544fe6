"""Changing a trial action: who may, which version was seen, what the history keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from fastapi import Depends

from trinvis.access import Actor, May, own
from trinvis.accounts.queries import belongs_here
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import IfMatch, Me, Tx
from trinvis.departments.queries import Node, node
from trinvis.errors import Code, Refused, invalid
from trinvis.trial_actions import places, rules
from trinvis.trial_actions.queries import search_key
from trinvis.trial_actions.rules import HAPPENED, Act, LastMove, Right, State
from trinvis.trial_actions.tables import TrialAction

TEXTS = frozenset({
    "title", "change", "prediction", "measure", "situation", "aim", "for_whom", "where", "data_plan",
    "happened", "surprises", "learning", "next_step", "reason",
})
"""Where people write freely: the history says that it changed, and keeps what stood there apart."""


@dataclass(frozen=True, slots=True)
class Target:
    """The locked trial, where it stands, and what the actor may bring to it."""

    work: Transaction
    me: Actor
    row: TrialAction
    here: Node
    mine: frozenset[Right]
    if_match: int | None = None

    @property
    def state(self) -> State:
        """The state it is in."""
        return State(self.row.state)

    def ready(self, act: Act) -> None:
        """Refuse unless the version seen is this one, and its state allows the act to this actor."""
        expect(self.row.version, self.if_match)
        if not rules.may_now(act, self.state, self.mine):
            raise Refused(Code.WRONG_STATE, state=self.state, move=act)

    def edit(self, what: str, values: Mapping[str, Any], wanted_places: Sequence[UUID] | None = None) -> None:
        """Set the values that differ and note it; nothing happens if none does."""
        changed, came_from, to = self._put_places(wanted_places)
        facts, former = _set(self.row, values)
        facts = {
            "changed": [*facts["changed"], *changed],
            "from": facts["from"] | came_from, "to": facts["to"] | to,
        }
        if facts["changed"]:
            self.row.version += 1
            self._record(what, former=former, **facts)

    def _put_places(self, wanted: Sequence[UUID] | None) -> tuple[list[str], dict[str, Any], dict[str, Any]]:
        """Make these its places, where they differ; what the event says of it."""
        before = [] if wanted is None else places.kept(self.work, self.row.id)
        if wanted is None or set(wanted) == set(before):
            return [], {}, {}
        places.check(self.work, self.here, [one for one in wanted if one not in before])
        places.put(self.work, self.row.id, before, wanted)
        return ["places"], {"places": [str(one) for one in before]}, {"places": [str(one) for one in wanted]}

    def move(self, act: Act, **values: Any) -> None:
        """Move along the edge, set the values, keep what an undo puts back."""
        row, now = self.row, clock.now()
        before, to = self.state, rules.after(act, self.state)
        values[f"{HAPPENED[act]}_at"] = now
        kept = {name: _as_json(getattr(row, name)) for name in values}
        facts, former = _set(row, values)
        row.state = to.value
        row.version += 1
        row.last_move = LastMove(act, before, self.me.person_id, now, row.version, kept).as_json()
        facts["state"] = [before, to]
        self._record(HAPPENED[act], former=former, **facts)

    def undo(self) -> None:
        """Put back what the last move changed. Raises `Refused(UNDO_GONE)` if it may not be."""
        expect(self.row.version, self.if_match)
        row, last = self.row, LastMove.of(self.row.last_move)
        until = rules.undo_until(
            last, me=self.me.person_id, version=row.version, now=clock.now(), mine=self.mine
        )
        if last is None or until is None:
            raise Refused(Code.UNDO_GONE, state=self.state)
        before = self.state
        facts, former = _set(row, {name: _from_json(name, value) for name, value in last.former.items()})
        row.state = last.came_from.value
        row.last_move = None
        row.version += 1
        facts |= {"move": last.act, "state": [before, last.came_from]}
        self._record("undone", former=former, **facts)

    def _record(self, what: str, *, former: dict[str, tuple[str, str]], **facts: object) -> None:
        self.row.changed_at = clock.now()
        row = self.row
        self.work.record(
            f"trial_action.{what}", "trial_action", row.id, row.department_id, former=former, **facts
        )


def _set(row: TrialAction, values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, tuple[str, str]]]:
    """Set what differs; the facts of the event and the texts that stood there before."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    bare = [name for name in changed if name not in TEXTS]
    facts: dict[str, Any] = {
        "changed": changed,
        "from": {name: _as_json(getattr(row, name)) for name in bare},
        "to": {name: _as_json(values[name]) for name in bare},
    }
    former = {
        name: ("shared", str(getattr(row, name))) for name in changed if name in TEXTS and getattr(row, name)
    }
    for name in changed:
        setattr(row, name, values[name])
    row.folded = search_key(row.title, row.change)
    return facts, former


def _as_json(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _from_json(name: str, value: object) -> object:
    if value is None or not isinstance(value, str):
        return value
    if name.endswith("_at"):
        return datetime.fromisoformat(value)
    if name.endswith("_on"):
        return date.fromisoformat(value)
    return UUID(value) if name.endswith("_id") else value


def _target(work: Transaction, me: Actor, trial_id: UUID, act: Act) -> Target:
    row = work.locked(TrialAction, trial_id)
    here = node(work, row.department_id)
    held = places.held_for(work, me, here, row.id, State(row.state))
    if May.READ not in held:
        raise Refused(Code.NOT_FOUND)
    mine = rules.rights(
        held,
        owner=own(me, here.place, row.owner_id), suggester=own(me, here.place, row.suggested_by),
    )
    # An undo's right is that of the move it takes back, which only the record knows.
    if act is not Act.UNDO and not rules.may_ever(act, mine):
        raise Refused(Code.NOT_ALLOWED)
    return Target(work, me, row, here, mine)


def locked(act: Act) -> Any:
    """A dependency: the trial locked for this act, the actor allowed it in some state, a version given.

    As a dependency it answers 404, 403 and 428 before the body is looked at.
    """

    def dependency(trial_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Target:
        found = _target(work, me, trial_id, act)
        if if_match is None:
            raise Refused(Code.IF_MATCH_MISSING)
        return Target(work, me, found.row, found.here, found.mine, if_match)

    return Depends(dependency)


def appending(act: Act) -> Any:
    """As `locked`, for what is put beside the record and so takes no version."""

    def dependency(trial_id: UUID, me: Me, work: Tx) -> Target:
        return _target(work, me, trial_id, act)

    return Depends(dependency)


def require_owner(work: Transaction, person_id: UUID | None, here: Node, field: str = "owner_id") -> None:
    """Refuse an owner who has no role that reaches the department."""
    if person_id is not None and not belongs_here(work, person_id, here.path):
        raise invalid(field, "not_here")
