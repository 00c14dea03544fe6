"""Until when a link stands, and who may have one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from trinvis.access import TABLE, May, Role
from trinvis.followups.rules import FollowUpState
from trinvis.links.rules import BOARD_LOGS_A_DAY, LinkKind, board_stands, enough, logs, may_hold, stands
from trinvis.trial_actions.rules import State

NOW = datetime(2026, 6, 4, 13, 0, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(seconds=1), NOW - timedelta(seconds=1)


@pytest.mark.parametrize("kind", LinkKind)
def test_a_link_stands_until_its_moment_or_a_word(kind: LinkKind) -> None:
    assert stands(kind, expires_at=LATER, revoked_at=None, used_at=None, now=NOW)
    assert not stands(kind, expires_at=NOW, revoked_at=None, used_at=None, now=NOW)
    assert not stands(kind, expires_at=LATER, revoked_at=EARLIER, used_at=None, now=NOW)


@pytest.mark.parametrize(
    ("kind", "again"), [(LinkKind.MAIL, False), (LinkKind.PERSONAL, True), (LinkKind.BOARD, True)]
)
def test_only_a_mail_is_used_up(kind: LinkKind, again: bool) -> None:
    assert stands(kind, expires_at=LATER, revoked_at=None, used_at=EARLIER, now=NOW) is again


def test_whoever_logs_when_signed_in_may_have_a_link() -> None:
    holders = {role for role in Role if may_hold(TABLE[role])}
    assert holders == {Role.LEADER, Role.SECTION_LEADER, Role.TRIO, Role.AMBASSADOR}
    assert not may_hold({May.RECORD}), "who may not read it does not log it"


def test_the_owner_logs_what_she_reads_and_nobody_what_is_cancelled() -> None:
    reads = frozenset({May.READ})
    assert logs(reads, FollowUpState.PLANNED, owner=True)
    assert not logs(reads, FollowUpState.PLANNED, owner=False)
    assert not logs(reads | {May.RECORD}, FollowUpState.CANCELLED, owner=True)


def test_the_board_speaks_while_its_trial_is_open_and_not_without_end() -> None:
    assert {state for state in State if board_stands(state)} == {State.RUNNING, State.TRIED}
    assert not enough(BOARD_LOGS_A_DAY - 1)
    assert enough(BOARD_LOGS_A_DAY)
