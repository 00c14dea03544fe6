"""Who may do what with an experience in which state, and what is counted."""

from __future__ import annotations

import pytest

from trinvis.access import TABLE, May, Role
from trinvis.errors import Code, Refused
from trinvis.experiences import rules
from trinvis.experiences.rules import Act, ExperienceState

DRAFT, SHARED, WITHDRAWN = ExperienceState

AMBASSADOR, LEADER, MEMBER = (TABLE[role] for role in (Role.AMBASSADOR, Role.LEADER, Role.MEMBER))
LEFT = frozenset({May.READ, May.TAKE_BACK})
"""What the hospital's HR holds at a department that closed and that nobody continues."""
MAY = {
    DRAFT: {"ambassador": "edit withdraw", "leader": "edit share withdraw", "member": "", "left": ""},
    SHARED: {"ambassador": "", "leader": "edit withdraw", "member": "", "left": "withdraw"},
    WITHDRAWN: {"ambassador": "edit", "leader": "edit share", "member": "", "left": ""},
}


@pytest.mark.parametrize("state", MAY)
@pytest.mark.parametrize(
    ("who", "held"), [("ambassador", AMBASSADOR), ("leader", LEADER), ("member", MEMBER), ("left", LEFT)]
)
def test_what_may_be_done(state: ExperienceState, who: str, held: frozenset[May]) -> None:
    assert " ".join(rules.acts(state, held)) == MAY[state][who]


def test_what_is_shared_is_changed_by_whoever_may_share() -> None:
    assert rules.may_ever(Act.EDIT, AMBASSADOR)
    with pytest.raises(Refused) as refused:
        rules.ready(Act.EDIT, SHARED, AMBASSADOR)
    assert refused.value.code is Code.WRONG_STATE
    rules.ready(Act.EDIT, SHARED, LEADER)


def test_no_one_shares_twice_and_nobody_without_the_right_ever() -> None:
    assert not rules.may_now(Act.SHARE, SHARED, LEADER)
    assert not rules.may_ever(Act.SHARE, AMBASSADOR)


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({"title": "a", "did": "b", "learned": "c"}, []),
        ({"title": "a", "did": "", "learned": "c"}, ["did"]),
        ({"title": "a", "did": "", "learned": ""}, ["did", "learned"]),
    ],
)
def test_what_sharing_needs(told: dict[str, str], missing: list[str]) -> None:
    assert rules.missing(told) == missing


@pytest.mark.parametrize(
    ("states", "tried"),
    [
        (["draft"], False), (["planned"], False), (["cancelled"], False), (["running"], True),
        (["tried"], True), (["evaluated", "draft"], True),
    ],
)  # fmt: skip
def test_a_draft_has_tried_nothing_and_the_next_cycles_draft_takes_nothing_away(
    states: list[str], tried: bool
) -> None:
    assert rules.tried(states) is tried


def test_kept_is_kept_whichever_cycle_it_was() -> None:
    assert rules.kept(["adapt", "adopt"])
    assert not rules.kept([None, "abandon"])


def test_a_check_that_says_stopped_takes_it_off() -> None:
    assert [rules.still(each) for each in ("as_planned", "adjusted", "stopped")] == [True, True, False]
    assert rules.adjusted("adjusted")
    assert not rules.adjusted("as_planned")
