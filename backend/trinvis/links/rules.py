"""What a link without a sign-in reaches, and until when. Pure: moments are arguments."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from trinvis.access import May
from trinvis.followups.rules import FollowUpAct, FollowUpState, acts
from trinvis.trial_actions.rules import State

PERSONAL = timedelta(days=90)
"""How long a personal link stands before it is renewed."""
BOARD = timedelta(days=366)
"""Longer than any trial: a code on the wall ends with its trial, and with this at the latest."""
BOARD_LOGS_A_DAY = 20
"""Logs that a trial takes from the board in one day: more of them is a game, or ill will."""
AHEAD = timedelta(days=14)
"""How far ahead a personal link shows what waits."""


class LinkKind(StrEnum):
    """Where the link stands."""

    MAIL = "mail"
    PERSONAL = "personal"
    BOARD = "board"


def stands(
    kind: LinkKind,
    *,
    expires_at: datetime,
    revoked_at: datetime | None,
    used_at: datetime | None,
    now: datetime,
) -> bool:
    """Whether the link itself leads anywhere: a mail's logs once, the others until they end."""
    if revoked_at is not None or now >= expires_at:
        return False
    return kind is not LinkKind.MAIL or used_at is None


def may_hold(held: Collection[May]) -> bool:
    """Whether somebody may have a link of her own here: nothing beyond what she logs when signed in."""
    return May.READ in held and May.RECORD in held


def logs(held: frozenset[May], state: FollowUpState, *, owner: bool) -> bool:
    """Whether the person behind the link may log this follow-up today."""
    return FollowUpAct.LOG in acts(held, state, owner=owner)


def board_stands(state: State) -> bool:
    """Whether a trial still takes what is said in front of the board."""
    return state in (State.RUNNING, State.TRIED)


def enough(logged_today: int) -> bool:
    """Whether the board has said enough about this trial today."""
    return logged_today >= BOARD_LOGS_A_DAY
