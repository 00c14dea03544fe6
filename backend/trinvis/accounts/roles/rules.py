"""Who may give or end which role where, what its dates may be, who belongs at a node. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from trinvis.access import Actor, Place, Role
from trinvis.errors import Code, Refused, invalid

COLLEAGUES = (Role.MEMBER, Role.LEADER, Role.SECTION_LEADER, Role.TRIO, Role.AMBASSADOR, Role.LMU, Role.HR)
"""Roles that can own a promise; a committee member or an administrator does not by that alone."""
GIVES: dict[Role, frozenset[Role]] = {
    Role.LEADER: frozenset({Role.TRIO, Role.LMU, Role.AMBASSADOR, Role.MEMBER}),
    Role.ADMIN: frozenset(Role),
}
"""Which roles whoever holds this one gives and ends in its node's subtree; a deputy none."""
LONGEST_DEPUTY = timedelta(days=366)
WELCOMED_WITHIN = timedelta(days=60)
"""For how long a leader's role is new: the welcome page is offered meanwhile."""


class Act(StrEnum):
    """What can be done with a role somebody holds."""

    CHANGE = "change"
    END = "end"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True)
class Held:
    """A role as it stands. `deputy_of`: the leader it stands in for, None if it is held in own right."""

    role: Role
    place: Place
    holder: UUID
    deputy_of: UUID | None
    valid_from: date | None
    valid_to: date | None

    def state(self, today: date) -> str:
        """Not begun (`planned`), `held` today, or `ended`."""
        if self.valid_to is not None and self.valid_to < today:
            return "ended"
        return "planned" if self.valid_from is not None and self.valid_from > today else "held"


def may_give(actor: Actor, place: Place) -> frozenset[Role]:
    """The roles that the actor gives and ends at this node."""
    found: set[Role] = set()
    if not place.closed:
        for grant in actor.grants:
            if not grant.deputy and place.path.startswith(grant.path):
                found |= GIVES.get(grant.role, frozenset())
    return frozenset(found)


def administers_all(actor: Actor) -> bool:
    """Whether the actor is administrator of the root, and so of people without any role."""
    return any(grant.role is Role.ADMIN and grant.path.count("/") == 1 for grant in actor.grants)


def may_ever(actor: Actor, held: Held, act: Act) -> bool:
    """Whether the actor may do this with the role in some state of it.

    A leader names and ends her own deputy, and nobody else's; an administrator any. A deputy for a role that
    takes none is refused by the role, not by who asks.
    """
    given = may_give(actor, held.place)
    if act is Act.DEPUTY:
        return bool(given) and (
            held.role is not Role.LEADER or held.holder == actor.person_id or Role.LEADER in given
        )
    if held.deputy_of is not None:
        return held.deputy_of == actor.person_id or Role.LEADER in given
    return held.role in given


def acts(actor: Actor, held: Held, today: date) -> list[Act]:
    """What the actor may do with the role now."""
    found = [act for act in (Act.CHANGE, Act.END) if may_ever(actor, held, act)]
    if held.state(today) == "ended":
        found = [act for act in found if act is not Act.END]
    elif held.role is Role.LEADER and held.deputy_of is None and may_ever(actor, held, Act.DEPUTY):
        found.append(Act.DEPUTY)
    return found


def may_keep(actor: Actor, roles: Iterable[Held], today: date) -> bool:
    """Whether the actor may correct the person's name and say that she has left.

    Only who may end every role of hers may: else a leader could send a colleague of others away.
    """
    if administers_all(actor):
        return True
    lasting = [held for held in roles if held.state(today) != "ended"]
    return bool(lasting) and all(may_ever(actor, held, Act.END) for held in lasting)


# ---- dates


def check_order(valid_from: date | None, valid_to: date | None) -> None:
    """Refuse a last day before the first."""
    if valid_from is not None and valid_to is not None and valid_to < valid_from:
        raise invalid("valid_to", "before_start", start=valid_from.isoformat())


def overlap(
    valid_from: date | None, valid_to: date | None, others: Iterable[tuple[date | None, date | None]]
) -> bool:
    """Whether the days meet any of the others' days; None: open."""
    return any(
        (valid_from or date.min) <= (to or date.max) and (start or date.min) <= (valid_to or date.max)
        for start, to in others
    )


def check_deputy(held: Held, person_id: UUID, valid_from: date, valid_to: date, today: date) -> None:
    """Refuse a deputy for another role than a leader's, for a deputy, or for longer than a year or the role.

    Raises `Refused(WRONG_STATE)` for the role, `Refused(INVALID)` for the form.
    """
    if held.role is not Role.LEADER or held.deputy_of is not None or held.state(today) == "ended":
        raise Refused(Code.WRONG_STATE, state=held.state(today), role=held.role)
    if person_id == held.holder:
        raise invalid("person_id", "not_oneself")
    check_order(valid_from, valid_to)
    if held.valid_from is not None and valid_from < held.valid_from:
        raise invalid("valid_from", "before_start", start=held.valid_from.isoformat())
    if valid_to < today:
        raise invalid("valid_to", "in_past")
    if held.valid_to is not None and valid_to > held.valid_to:
        raise invalid("valid_to", "after_end")
    if valid_to - valid_from > LONGEST_DEPUTY:
        raise invalid("valid_to", "too_far")


def ends_before_it_began(held: Held, on: date, today: date) -> bool:
    """Whether ending the role on that day means that it was never held; refuses a day that is none of its.

    Raises `Refused(WRONG_STATE)` if it has ended, `Refused(INVALID)` for a day before or after it.
    """
    if held.state(today) == "ended":
        raise Refused(Code.WRONG_STATE, state="ended", role=held.role)
    if held.valid_to is not None and on > held.valid_to:
        raise invalid("on", "after_end")
    if held.valid_from is not None and on < held.valid_from:
        if held.valid_from > today:
            return True
        raise invalid("on", "before_start", start=held.valid_from.isoformat())
    return False


# ---- what must always be


@dataclass(frozen=True, slots=True)
class Administers:
    """Somebody's role as administrator, without an end."""

    person_id: UUID
    path: str


def check_administrator(person_id: UUID, path: str, others: Sequence[Administers]) -> None:
    """Refuse to end this person's administration of a node that nobody else administers for good.

    `others`: roles as administrator that are held today, without a last day, by people who stay.
    """
    if not any(each.person_id != person_id and path.startswith(each.path) for each in others):
        raise Refused(Code.LAST_ADMINISTRATOR)


def belongs(role_paths: Iterable[str], path: str, walking_id: UUID | None) -> bool:
    """Whether roles held at these nodes make somebody a colleague at the node with this path.

    A section's trial can be owned by a colleague of the sister section: both belong to the same
    walking department, whose path begins both.
    """
    home = path.split("/")
    root = path
    if walking_id is not None and walking_id.hex in home:
        root = "/".join(home[: home.index(walking_id.hex) + 1]) + "/"
    return any(held.startswith(root) or path.startswith(held) for held in role_paths)


def is_new(
    role: Role, valid_from: date | None, welcomed_on: date | None, *, deputy: bool, today: date
) -> bool:
    """Whether the role is a leader's that began lately and has not been welcomed."""
    return (
        role in (Role.LEADER, Role.SECTION_LEADER)
        and not deputy
        and welcomed_on is None
        and valid_from is not None
        and timedelta(0) <= today - valid_from <= WELCOMED_WITHIN
    )
