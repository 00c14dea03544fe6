"""Who gives and ends which role where, deputies, days, the last administrator, who belongs."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from trinvis.access import Actor, Grant, Place, Role
from trinvis.accounts.roles import rules
from trinvis.accounts.roles.rules import Act, Administers, Held
from trinvis.errors import Code, Refused

ROOT, A, A1, B = (UUID(int=n) for n in range(1, 5))
PATHS = {
    ROOT: f"{ROOT.hex}/",
    A: f"{ROOT.hex}/{A.hex}/",
    A1: f"{ROOT.hex}/{A.hex}/{A1.hex}/",
    B: f"{ROOT.hex}/{B.hex}/",
}
ME, KIM, SAM = (UUID(int=n) for n in range(11, 14))
TODAY = date(2026, 11, 23)
NEAR = {Role.TRIO, Role.LMU, Role.AMBASSADOR, Role.MEMBER}


Days = tuple[date | None, date | None]


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def place(node: UUID, *, closed: bool = False) -> Place:
    return Place(node, PATHS[node], closed=closed)


def actor(role: Role, node: UUID, *, deputy: bool = False) -> Actor:
    return Actor(ME, (Grant(role, node, PATHS[node], PATHS[node], deputy=deputy),))


def held(role: Role, node: UUID = A, **other: object) -> Held:
    values = {"holder": KIM, "deputy_of": None, "valid_from": day(-100), "valid_to": None} | other
    return Held(role, place(node), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("node", "reached"), [(A, True), (A1, True), (B, False), (ROOT, False)])
def test_who_gives_which_role_where(role: Role, node: UUID, reached: bool) -> None:
    wanted = {Role.LEADER: NEAR, Role.ADMIN: set(Role)}.get(role, set())
    assert rules.may_give(actor(role, A), place(node)) == (wanted if reached else set())


def test_a_deputy_gives_no_role_and_nobody_gives_one_at_a_closed_node() -> None:
    assert rules.may_give(actor(Role.LEADER, A, deputy=True), place(A)) == set()
    assert rules.may_give(actor(Role.ADMIN, ROOT), place(A, closed=True)) == set()


@pytest.mark.parametrize("role", list(Role))
def test_a_leader_ends_the_roles_she_gives_and_no_other(role: Role) -> None:
    ends = rules.may_ever(actor(Role.LEADER, A), held(role), Act.END)
    assert ends == (role in NEAR)
    assert rules.may_ever(actor(Role.LEADER, A), held(role, B), Act.END) is False
    assert rules.may_ever(actor(Role.ADMIN, ROOT), held(role), Act.END)


@pytest.mark.parametrize(
    ("who", "role", "may"),
    [
        (actor(Role.LEADER, A), held(Role.LEADER, holder=ME), True),
        (actor(Role.LEADER, A), held(Role.LEADER, holder=KIM), False),
        (actor(Role.LEADER, A, deputy=True), held(Role.LEADER, holder=ME, deputy_of=KIM), False),
        (actor(Role.TRIO, A), held(Role.LEADER, holder=KIM), False),
        (actor(Role.ADMIN, ROOT), held(Role.LEADER, holder=KIM), True),
        (actor(Role.ADMIN, ROOT), held(Role.TRIO, holder=KIM), False),
        (actor(Role.ADMIN, ROOT), held(Role.LEADER, holder=KIM, deputy_of=SAM), False),
        (actor(Role.LEADER, A), held(Role.LEADER, holder=ME, valid_to=day(-1)), False),
    ],
)
def test_who_names_a_deputy(who: Actor, role: Held, may: bool) -> None:
    assert (Act.DEPUTY in rules.acts(who, role, TODAY)) is may


def test_a_leader_ends_her_own_deputys_role_and_not_another_leaders() -> None:
    mine, theirs = held(Role.LEADER, deputy_of=ME), held(Role.LEADER, deputy_of=SAM)
    assert rules.acts(actor(Role.LEADER, A), mine, TODAY) == [Act.CHANGE, Act.END]
    assert rules.acts(actor(Role.LEADER, A), theirs, TODAY) == []


def test_what_has_ended_is_not_ended_again() -> None:
    over = held(Role.MEMBER, valid_to=day(-1))
    assert rules.acts(actor(Role.LEADER, A), over, TODAY) == [Act.CHANGE]
    assert Act.END in rules.acts(actor(Role.LEADER, A), held(Role.MEMBER, valid_to=TODAY), TODAY)


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ([held(Role.MEMBER), held(Role.TRIO, A1)], True),
        ([held(Role.MEMBER), held(Role.MEMBER, B)], False),
        ([held(Role.MEMBER), held(Role.MEMBER, B, valid_to=day(-1))], True),
        ([held(Role.MEMBER), held(Role.SECTION_LEADER, A1)], False),
        ([held(Role.MEMBER, valid_to=day(-1))], False),
        ([], False),
    ],
)
def test_a_leader_keeps_a_person_whose_roles_are_all_hers_to_end(roles: list[Held], may: bool) -> None:
    assert rules.may_keep(actor(Role.LEADER, A), roles, TODAY) is may
    assert rules.may_keep(actor(Role.ADMIN, ROOT), roles, TODAY)


@pytest.mark.parametrize(
    ("mine", "other", "meets"),
    [
        ((None, None), (None, None), True),
        ((day(1), None), (None, day(0)), False),
        ((day(0), None), (None, day(0)), True),
        ((day(0), day(5)), (day(6), None), False),
        ((day(0), day(5)), (day(5), day(9)), True),
        ((None, day(5)), (day(-9), day(-3)), True),
    ],
)
def test_the_same_role_twice_in_the_same_days(mine: Days, other: Days, meets: bool) -> None:
    assert rules.overlap(*mine, [other]) is meets
    assert rules.overlap(*other, [mine]) is meets


def problem(error: pytest.ExceptionInfo[Refused]) -> tuple[object, object]:
    facts = error.value.facts
    if "errors" in facts:
        wrong = facts["errors"][0]  # type: ignore[index]
        return wrong["field"], wrong["problem"]
    return error.value.code, facts.get("state")


def test_the_last_day_is_not_before_the_first() -> None:
    rules.check_order(day(0), day(0))
    rules.check_order(None, day(0))
    with pytest.raises(Refused) as error:
        rules.check_order(day(1), day(0))
    assert problem(error) == ("valid_to", "before_start")


@pytest.mark.parametrize(
    ("role", "person", "first", "last", "wrong"),
    [
        (held(Role.LEADER), SAM, day(0), day(366), None),
        (held(Role.LEADER), SAM, day(0), day(367), ("valid_to", "too_far")),
        (held(Role.LEADER), SAM, day(5), day(4), ("valid_to", "before_start")),
        (held(Role.LEADER), SAM, day(-9), day(-1), ("valid_to", "in_past")),
        (held(Role.LEADER), SAM, day(-101), day(9), ("valid_from", "before_start")),
        (held(Role.LEADER, valid_to=day(8)), SAM, day(0), day(9), ("valid_to", "after_end")),
        (held(Role.LEADER), KIM, day(0), day(9), ("person_id", "not_oneself")),
        (held(Role.TRIO), SAM, day(0), day(9), (Code.WRONG_STATE, "held")),
        (held(Role.LEADER, deputy_of=ME), SAM, day(0), day(9), (Code.WRONG_STATE, "held")),
        (held(Role.LEADER, valid_to=day(-1)), SAM, day(0), day(9), (Code.WRONG_STATE, "ended")),
    ],
)
def test_a_deputy_has_both_days_at_most_a_year_within_the_leaders_own(
    role: Held, person: UUID, first: date, last: date, wrong: tuple | None
) -> None:
    if wrong is None:
        rules.check_deputy(role, person, first, last, TODAY)
        return
    with pytest.raises(Refused) as error:
        rules.check_deputy(role, person, first, last, TODAY)
    assert problem(error) == wrong


@pytest.mark.parametrize(
    ("role", "on", "never_held"),
    [
        (held(Role.TRIO), day(0), False),
        (held(Role.TRIO), day(-100), False),
        (held(Role.TRIO), day(30), False),
        (held(Role.TRIO, valid_from=None), day(-5000), False),
        (held(Role.TRIO, valid_from=day(3)), day(2), True),
        (held(Role.TRIO, valid_from=day(3)), day(3), False),
    ],
)
def test_a_role_that_had_not_begun_was_never_held(role: Held, on: date, never_held: bool) -> None:
    assert rules.ends_before_it_began(role, on, TODAY) is never_held


@pytest.mark.parametrize(
    ("role", "on", "wrong"),
    [
        (held(Role.TRIO), day(-101), ("on", "before_start")),
        (held(Role.TRIO, valid_to=day(9)), day(10), ("on", "after_end")),
        (held(Role.TRIO, valid_to=day(-1)), day(0), (Code.WRONG_STATE, "ended")),
    ],
)
def test_a_role_ends_within_its_days(role: Held, on: date, wrong: tuple) -> None:
    with pytest.raises(Refused) as error:
        rules.ends_before_it_began(role, on, TODAY)
    assert problem(error) == wrong


@pytest.mark.parametrize(
    ("path", "others", "kept"),
    [
        (PATHS[ROOT], [Administers(KIM, PATHS[ROOT])], True),
        (PATHS[ROOT], [Administers(ME, PATHS[ROOT])], False),
        (PATHS[ROOT], [Administers(KIM, PATHS[A])], False),
        (PATHS[A], [Administers(KIM, PATHS[ROOT])], True),
        (PATHS[ROOT], [], False),
    ],
)
def test_somebody_else_administers_what_one_gives_up(
    path: str, others: list[Administers], kept: bool
) -> None:
    if kept:
        rules.check_administrator(ME, path, others)
        return
    with pytest.raises(Refused) as error:
        rules.check_administrator(ME, path, others)
    assert error.value.code is Code.LAST_ADMINISTRATOR


@pytest.mark.parametrize(
    ("at", "node", "walking", "is_colleague"),
    [
        (A, A, A, True),
        (A, A1, A, True),
        (A1, A, A, True),
        (B, A, A, False),
        (ROOT, A1, A, True),
        (A1, A1, A1, True),
        (A, A1, A1, True),
        (A1, ROOT, None, True),
        (B, A1, A1, False),
    ],
)
def test_who_belongs_where(at: UUID, node: UUID, walking: UUID | None, is_colleague: bool) -> None:
    assert rules.belongs([PATHS[at]], PATHS[node], walking) is is_colleague


@pytest.mark.parametrize(
    ("role", "since", "put_away", "deputy", "new"),
    [
        (Role.LEADER, day(0), None, False, True),
        (Role.SECTION_LEADER, day(-60), None, False, True),
        (Role.LEADER, day(-61), None, False, False),
        (Role.LEADER, day(1), None, False, False),
        (Role.LEADER, None, None, False, False),
        (Role.LEADER, day(0), day(0), False, False),
        (Role.LEADER, day(0), None, True, False),
        (Role.TRIO, day(0), None, False, False),
    ],
)
def test_a_leader_is_new_for_sixty_days(
    role: Role, since: date | None, put_away: date | None, deputy: bool, new: bool
) -> None:
    assert rules.is_new(role, since, put_away, deputy=deputy, today=TODAY) is new
