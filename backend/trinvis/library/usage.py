"""Which trials name which tool, kept in the transaction that changes the trial."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import col

from trinvis.core.db import Transaction, columns
from trinvis.library.tables import ToolUse
from trinvis.trial_actions.tables import State, TrialAction

_AT_ONCE = 500


def settle(work: Transaction, _touched: frozenset[UUID]) -> None:
    """Make the uses of the trials that this transaction has changed what the trials say."""
    changed = sorted(record_id for kind, record_id in work.changed if kind == "trial_action")
    for start in range(0, len(changed), _AT_ONCE):
        _settle(work, changed[start : start + _AT_ONCE])


def _settle(work: Transaction, ids: list[UUID]) -> None:
    trials = work.rows(
        columns(TrialAction.id, TrialAction.chain_id, TrialAction.state, TrialAction.tools)
        .where(col(TrialAction.id).in_(ids))
    )  # fmt: skip
    wanted = {
        (row.id, key): row.chain_id
        for row in trials if row.state != State.DRAFT for key in row.tools
    }  # fmt: skip
    standing = {
        (row.trial_action_id, row.tool_key)
        for row in work.rows(
            columns(ToolUse.trial_action_id, ToolUse.tool_key).where(col(ToolUse.trial_action_id).in_(ids))
        )
    }
    for trial_id, key in standing - wanted.keys():
        gone = (col(ToolUse.trial_action_id) == trial_id, col(ToolUse.tool_key) == key)
        work.session.execute(delete(ToolUse).where(*gone))
    new = [
        {"trial_action_id": trial_id, "tool_key": key, "chain_id": chain_id}
        for (trial_id, key), chain_id in wanted.items() if (trial_id, key) not in standing
    ]  # fmt: skip
    if new:
        work.insert(ToolUse, new)


def used_in(work: Transaction) -> dict[str, int]:
    """How many trials name each tool; the cycles of one are one. Tools that none names are left out."""
    count = func.count(col(ToolUse.chain_id).distinct()).label("count")
    rows = work.rows(columns(ToolUse.tool_key, count).group_by(col(ToolUse.tool_key)))
    return {row.tool_key: row[1] for row in rows}


def used_by(work: Transaction, tool_key: str) -> int:
    """How many trials name this tool."""
    count = func.count(col(ToolUse.chain_id).distinct())
    found: int = work.one(columns(count).where(ToolUse.tool_key == tool_key))[0]
    return found
