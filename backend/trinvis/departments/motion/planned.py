"""Changes that are kept as rows: done at once, or waiting for their day and done by the worker then."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from trinvis.core import clock
from trinvis.core.columns import new_id
from trinvis.core.db import Database, Transaction, columns
from trinvis.departments.following import Told
from trinvis.departments.motion import rules
from trinvis.departments.motion.acts import Act, act
from trinvis.departments.motion.asked import Asked, from_kept
from trinvis.departments.motion.rules import Meaning, raise_first
from trinvis.departments.tables import ChangeState, TreeChange
from trinvis.departments.tree.rules import Tree
from trinvis.errors import Code, Refused


def act_of(work: Transaction, asked: Asked, **facts: object) -> Act:
    """The change upon the tree as it stands now."""
    return act(work, asked.kind, asked.on, asked.meaning, asked, **facts)


def agreed(work: Transaction, asked: Asked, by: UUID) -> TreeChange:
    """Keep the change, and do it if its day has come.

    Raises `Refused` for what keeps it from being done, or from ever being done if it is planned.
    """
    now = clock.now()
    row = TreeChange(
        id=new_id(),
        department_id=asked.node,
        kind=asked.kind,
        state=ChangeState.PLANNED,
        effective_on=asked.on,
        wanted=asked.body.model_dump(mode="json"),
        created_by=by,
        created_at=now,
    )
    change = act_of(work, asked, change_id=row.id)
    planned = asked.on > clock.today()
    raise_first(change.obstacles, planned=planned)
    work.add(row)
    if planned:
        _record(work, row, "planned")
    else:
        _done(row, change.do())
    return row


def withdraw(work: Transaction, row: TreeChange) -> None:
    """Take back a locked change that waits for its day."""
    row.state, row.ended_at = ChangeState.WITHDRAWN, clock.now()
    row.version += 1
    _record(work, row, "withdrawn")


def do_what_is_due(database: Database) -> int:
    """The worker's duty: do every planned change whose Copenhagen day has come; how many there were.

    Each in a transaction of its own, under the lock of its row: several workers do it once. What is
    refused stays as `refused` with code and facts, for whoever asked for it.
    """
    today = clock.today()
    with database.read() as work:
        due = [
            row.id
            for row in work.rows(
                columns(TreeChange.id)
                .where(TreeChange.state == ChangeState.PLANNED, col(TreeChange.effective_on) <= today)
                .order_by(col(TreeChange.effective_on), col(TreeChange.id))
            )
        ]
    return sum(_do(database, change_id) for change_id in due)


def _do(database: Database, change_id: UUID) -> int:
    try:
        with database.write() as work:
            row = _still_due(work, change_id)
            if row is None:
                return 0
            _done(row, act_of(work, from_kept(row.department_id, row.wanted), change_id=row.id).do())
    except Refused as refused:
        if refused.code is Code.BUSY:
            return 0  # somebody else is writing there: the next look will find it
        _refused(database, change_id, refused)
    except Exception:
        # What nobody foresaw must not keep the changes behind it waiting for ever.
        logging.getLogger(__name__).exception("change %s of the tree failed", change_id)
        _refused(database, change_id, Refused(Code.INTERNAL))
    return 1


def _still_due(work: Transaction, change_id: UUID) -> TreeChange | None:
    """The row, locked, unless another worker has it or has done it."""
    return work.session.exec(
        select(TreeChange)
        .where(TreeChange.id == change_id, TreeChange.state == ChangeState.PLANNED)
        .with_for_update(skip_locked=True)
    ).first()


def _done(row: TreeChange, told: Told) -> None:
    row.state, row.ended_at, row.outcome = ChangeState.DONE, clock.now(), told.outcome
    row.version += 1


def _refused(database: Database, change_id: UUID, refused: Refused) -> None:
    with suppress(Refused), database.write() as work:
        row = _still_due(work, change_id)
        if row is not None:
            row.state, row.ended_at = ChangeState.REFUSED, clock.now()
            facts = json.loads(json.dumps(refused.facts, default=str))
            row.outcome = {"code": refused.code.value, "facts": facts}
            row.version += 1
            _record(work, row, "refused", code=refused.code)


def _record(work: Transaction, row: TreeChange, what: str, **facts: object) -> None:
    told = {"change": row.kind, "change_id": row.id, "on": row.effective_on, **facts}
    work.record(
        f"department.change_{what}", "department", row.department_id, row.department_id, former=None, **told
    )


# ---- for whoever changes the tree in a transaction of their own (the import)


def move(work: Transaction, node: UUID, parent: UUID, on: date) -> Told:
    """Move the node with everything that hangs on it. Raises `Refused`."""
    return move_all(work, {node: parent}, on)


def move_all(work: Transaction, parents: dict[UUID, UUID], on: date) -> Told:
    """Several moves as one change: node -> its new parent. Raises `Refused`."""

    def understand(tree: Tree) -> Meaning:
        found, at = Meaning(), tree
        for node, parent in parents.items():
            one = rules.move(at, node, parent)
            found.obstacles += one.obstacles
            found.moved |= one.moved
            at = one.applied(at)
        return found

    return act(work, "move", on, understand).do()


def close(work: Transaction, node: UUID, on: date, hand_to: UUID | None = None) -> Told:
    """Close the node. Raises `Refused`, STILL_OPEN while it holds open work that nobody takes."""
    return act(work, "close", on, lambda tree: rules.close(tree, node, hand_to)).do()


def walk(work: Transaction, node: UUID, walks: str, on: date) -> Told:
    """Let the node go through the steps in another way. Raises `Refused`."""
    return act(work, "walks", on, lambda tree: rules.walk(tree, node, walks)).do()
