"""Who may do what with an experience, what sharing needs, who tried it. Pure.

An experience is the department's: it is shared with its consent and withdrawn at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from trinvis.access import May, Role
from trinvis.errors import Code, Refused
from trinvis.followups.rules import Assessed
from trinvis.trial_actions.rules import TOLD_OF, Decision


class Origin(StrEnum):
    """What an experience comes from."""

    TRIAL_ACTION = "trial_action"
    SESSION = "session"
    COURSE = "course"
    ROUND = "round"


class ExperienceState(StrEnum):
    """A draft is read in its department; shared, by everybody who signs in; withdrawn, by its department."""

    DRAFT = "draft"
    SHARED = "shared"
    WITHDRAWN = "withdrawn"


class Consent(StrEnum):
    """Who in the department agreed that it is shared."""

    LEADERS = "leaders"
    TRIO = "trio"


class Act(StrEnum):
    """What can be done with an experience; the words of `can`."""

    EDIT = "edit"
    SHARE = "share"
    WITHDRAW = "withdraw"


CONSENTS: dict[Consent, frozenset[Role]] = {
    Consent.LEADERS: frozenset({Role.LEADER, Role.SECTION_LEADER, Role.HR}),
    Consent.TRIO: frozenset({Role.TRIO}),
}
"""Who can have said yes for the department; HR for what is its own: courses at the hospital's node."""

_DRAFT = frozenset({ExperienceState.DRAFT})
_ALL = frozenset(ExperienceState)
_UNSHARED = frozenset({ExperienceState.DRAFT, ExperienceState.WITHDRAWN})

RIGHTS: dict[Act, dict[May, frozenset[ExperienceState]]] = {
    # What others read already is changed only by whoever may share it: the consent was to these words.
    Act.EDIT: {May.DRAFT: _UNSHARED, May.SHARE_EXPERIENCE: _ALL},
    Act.SHARE: {May.SHARE_EXPERIENCE: _UNSHARED},
    Act.WITHDRAW: {
        May.SHARE_EXPERIENCE: frozenset({ExperienceState.DRAFT, ExperienceState.SHARED}),
        May.DRAFT: _DRAFT,
        May.TAKE_BACK: frozenset({ExperienceState.SHARED}),
    },
}

NEEDED = ("title", "did", "learned")
"""What must be told before it is shared."""
BEGUN = TOLD_OF
"""A trial in one of these has something to tell of; so has one that was cancelled once it ran."""


def may_ever(act: Act, held: frozenset[May]) -> bool:
    """Whether the actor may do this in some state: else the answer is 403 whatever the state."""
    return any(may in held for may in RIGHTS[act])


def may_now(act: Act, state: ExperienceState, held: frozenset[May]) -> bool:
    """Whether the actor may do this in this state."""
    return any(may in held and state in states for may, states in RIGHTS[act].items())


def acts(state: ExperienceState, held: frozenset[May]) -> list[Act]:
    """Everything the actor may do now."""
    return [act for act in Act if may_now(act, state, held)]


def ready(act: Act, state: ExperienceState, held: frozenset[May]) -> None:
    """Refuse unless the actor may do this in this state. Raises `Refused(WRONG_STATE)`."""
    if not may_now(act, state, held):
        raise Refused(Code.WRONG_STATE, state=state, move=act)


def missing(values: Mapping[str, Any]) -> list[str]:
    """Fields that sharing needs and that are empty, in the form's order."""
    return [name for name in NEEDED if not values[name]]


def tried(states: Iterable[str]) -> bool:
    """Whether one of a trial's cycles has begun."""
    return any(state in BEGUN for state in states)


def kept(decisions: Iterable[str | None]) -> bool:
    """Whether one of a trial's cycles was kept."""
    return Decision.ADOPT in decisions


def still(assessment: str) -> bool:
    """Whether a check says that what was kept is still done."""
    return assessment != Assessed.STOPPED


def adjusted(assessment: str) -> bool:
    """Whether a check says that it is done a little differently by now."""
    return assessment == Assessed.ADJUSTED
