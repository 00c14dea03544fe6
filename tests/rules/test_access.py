"""Who may do what, where. The table is written out a second time here, on purpose."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from trinvis.access import TABLE, Actor, Grant, May, Place, Role, allowed, candid_since, reach, require
from trinvis.errors import Code, Refused

ROOT, CENTRE, DEPARTMENT, SECTION, OWN_WAY, OTHER = (UUID(int=n) for n in range(1, 7))


def path(*ids: UUID) -> str:
    return "".join(f"{i.hex}/" for i in ids)


HOSPITAL = Place(ROOT, path(ROOT), walks=False)
HERE = Place(DEPARTMENT, path(ROOT, CENTRE, DEPARTMENT))
FOLLOWING = Place(SECTION, path(ROOT, CENTRE, DEPARTMENT, SECTION), walks=False)
WALKING = Place(OWN_WAY, path(ROOT, CENTRE, DEPARTMENT, OWN_WAY))
ELSEWHERE = Place(OTHER, path(ROOT, CENTRE, OTHER))


def holder(role: Role, place: Place, home: Place | None = None, since: date | None = None) -> Actor:
    return Actor(UUID(int=99), (Grant(role, place.id, place.path, (home or place).path, since),))


READER = {May.KNOW, May.READ, May.SUGGEST, May.READ_PEOPLE, May.READ_HISTORY, May.READ_OVERVIEW}
DEED = {May.RECORD, May.DRAFT, May.PROMISE, May.DECIDE, May.HOLD_SESSIONS, May.HAND_OVER}
RESULT = {May.WATCH_WAVE, May.READ_RESULT}
STEPS = {May.ASSESS, May.COMPLETE, May.ASK_HELP, May.SHARE_BOARD, May.SHARE_EXPERIENCE}


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.MEMBER, READER),
        (Role.LMU, READER | {May.CONFIRM_WAVE}),
        (Role.AMBASSADOR, READER | {May.READ_CANDID, May.RECORD, May.DRAFT}),
        (Role.SECTION_LEADER, READER | DEED),
        (
            Role.LEADER,
            READER | DEED | STEPS | RESULT
            | {May.READ_CANDID, May.ERASE, May.MANAGE_PEOPLE, May.PLAN_WAVE},
        ),
        (
            Role.TRIO,
            READER | DEED | STEPS | RESULT
            | {May.READ_CANDID, May.ERASE, May.CONFIRM_WAVE, May.PRINT_CODES},
        ),
        (Role.HMU, {May.KNOW, May.READ_OVERVIEW}),
        (Role.SECRETARY, {May.KNOW, May.READ_OVERVIEW}),
        (
            Role.HR,
            {
                May.KNOW,
                May.READ,
                May.READ_OVERVIEW,
                May.READ_PEOPLE,
                May.READ_HISTORY,
                May.HOLD_SESSIONS,
                May.SUPPORT,
                May.ROLL_OUT,
                May.KEEP_TRACKS,
                May.KEEP_LIBRARY,
                May.PLAN_WAVE,
                May.PRINT_CODES,
                May.WATCH_WAVE,
            },
        ),
        (Role.ADMIN, {May.KNOW, May.READ_PEOPLE, May.MANAGE_PEOPLE, May.MANAGE_TREE}),
    ],
)
def test_each_role_may_exactly_this(role: Role, may: set[May]) -> None:
    assert TABLE[role] == may


@pytest.mark.parametrize("role", list(Role))
def test_a_role_reaches_its_subtree_and_nothing_beside_it(role: Role) -> None:
    actor = holder(role, HERE)
    assert allowed(actor, FOLLOWING) >= TABLE[role]
    assert allowed(actor, ELSEWHERE) == frozenset()
    assert allowed(actor, HOSPITAL) == frozenset()


def test_a_path_that_only_begins_alike_is_not_beneath() -> None:
    actor = Actor(UUID(int=9), (Grant(Role.LEADER, ROOT, "abc/", "abc/"),))
    assert allowed(actor, Place(OTHER, "abcd/")) == frozenset()


@pytest.mark.parametrize("role", [Role.MEMBER, Role.SECTION_LEADER, Role.AMBASSADOR, Role.LMU])
def test_whoever_belongs_to_a_following_section_reads_the_departments_plan(role: Role) -> None:
    actor = holder(role, FOLLOWING, home=HERE)
    assert allowed(actor, HERE) == READER
    assert allowed(actor, ELSEWHERE) == frozenset()


def test_a_section_leader_completes_steps_only_where_the_section_walks() -> None:
    assert STEPS & allowed(holder(Role.SECTION_LEADER, FOLLOWING, home=HERE), FOLLOWING) == set()
    assert allowed(holder(Role.SECTION_LEADER, WALKING), WALKING) >= STEPS


def test_a_secretary_reads_as_her_committee_and_keeps_its_meetings_at_her_own_node() -> None:
    hmu = holder(Role.SECRETARY, HOSPITAL)
    assert allowed(hmu, HOSPITAL) == {May.KNOW, May.READ_OVERVIEW, May.KEEP_MEETINGS}
    assert allowed(hmu, HERE) == {May.KNOW, May.READ_OVERVIEW}
    node, reads = (DEPARTMENT, HERE.path, HERE.path), READER - {May.SUGGEST}
    lmu = Actor(UUID(int=99), (Grant(Role.SECRETARY, *node, walks=True),))
    assert allowed(lmu, HERE) == reads | {May.KEEP_MEETINGS}
    assert allowed(lmu, FOLLOWING) == reads
    assert allowed(lmu, ELSEWHERE) == frozenset()
    assert reach(lmu, May.READ) == (HERE.path,)


def test_hr_decides_at_the_hospitals_node_and_nowhere_else() -> None:
    hr = holder(Role.HR, HOSPITAL)
    assert May.DECIDE in allowed(hr, HOSPITAL)
    assert May.DECIDE not in allowed(hr, HERE)
    assert May.COMPLETE not in allowed(hr, HERE)


@pytest.mark.parametrize("role", [Role.HMU, Role.SECRETARY, Role.ADMIN, Role.HR, Role.LMU, Role.MEMBER])
def test_no_note_kun_for_os_for_them(role: Role) -> None:
    assert candid_since(holder(role, HOSPITAL), HERE) is None


def test_a_new_leader_does_not_inherit_candid_notes() -> None:
    assert candid_since(holder(Role.LEADER, HERE, since=date(2026, 5, 1)), HERE) == date(2026, 5, 1)
    assert candid_since(holder(Role.LEADER, HERE), HERE) == date.min
    assert candid_since(holder(Role.LEADER, ELSEWHERE), HERE) is None


@pytest.mark.parametrize(
    ("actor", "may", "place", "code"),
    [
        (holder(Role.LEADER, ELSEWHERE), May.READ, HERE, Code.NOT_FOUND),
        (holder(Role.HMU, HOSPITAL), May.READ, HERE, Code.NOT_FOUND),
        (holder(Role.MEMBER, HERE), May.DECIDE, HERE, Code.NOT_ALLOWED),
        (holder(Role.HR, HOSPITAL), May.COMPLETE, HERE, Code.NOT_ALLOWED),
        (Actor(UUID(int=1), ()), May.READ, HERE, Code.NOT_FOUND),
    ],
)
def test_strangers_learn_nothing_and_the_weak_are_told(
    actor: Actor, may: May, place: Place, code: Code
) -> None:
    with pytest.raises(Refused) as refused:
        require(actor, may, place)
    assert refused.value.code == code


def test_reach_keeps_the_widest_paths() -> None:
    both = Actor(
        UUID(int=1),
        (
            Grant(Role.LEADER, DEPARTMENT, HERE.path, HERE.path),
            Grant(Role.HR, ROOT, HOSPITAL.path, HOSPITAL.path),
            Grant(Role.MEMBER, SECTION, FOLLOWING.path, HERE.path),
        ),
    )
    assert reach(both, May.READ) == (HOSPITAL.path,)
    assert reach(both, May.DECIDE) == (HERE.path,)
    assert reach(holder(Role.MEMBER, FOLLOWING, home=HERE), May.READ) == (HERE.path,)
    assert reach(holder(Role.HMU, HOSPITAL), May.READ) == ()


# ---- the tree in motion

GONE = Place(UUID(int=7), path(ROOT, UUID(int=70), UUID(int=7)), closed=True)


def test_readers_of_a_successor_read_what_was_shared_and_nothing_else() -> None:
    heir = Grant(Role.LEADER, DEPARTMENT, HERE.path, HERE.path, inherits=(GONE.path,))
    actor = Actor(UUID(int=9), (heir,))
    assert allowed(actor, GONE) == {May.KNOW, May.READ, May.READ_HISTORY, May.READ_OVERVIEW}
    assert candid_since(actor, GONE) is None
    assert GONE.path in reach(actor, May.READ)
    assert GONE.path not in reach(actor, May.RECORD)
    assert GONE.path not in reach(actor, May.READ_CANDID)


def test_a_colleague_in_a_following_section_reads_what_her_department_continues() -> None:
    member = Grant(Role.MEMBER, SECTION, FOLLOWING.path, HERE.path, home_inherits=(GONE.path,))
    assert May.READ in allowed(Actor(UUID(int=9), (member,)), GONE)
    hmu = Grant(Role.HMU, CENTRE, path(ROOT, CENTRE), HERE.path, home_inherits=(GONE.path,))
    assert allowed(Actor(UUID(int=9), (hmu,)), GONE) == frozenset()


def test_nothing_changes_any_more_at_a_closed_node() -> None:
    above = holder(Role.LEADER, HOSPITAL)
    writes = {May.RECORD, May.DECIDE, May.PROMISE, May.COMPLETE, May.ASSESS, May.SUGGEST, May.MANAGE_PEOPLE}
    assert writes <= allowed(above, HERE)
    assert not writes & allowed(above, GONE)
    assert May.READ in allowed(above, GONE)


def test_the_hospitals_hr_takes_back_what_a_closed_department_left_shared() -> None:
    assert May.TAKE_BACK in allowed(holder(Role.HR, HOSPITAL), GONE)
    assert May.TAKE_BACK not in allowed(holder(Role.HR, HOSPITAL), HERE)
    centre = Actor(UUID(int=9), (Grant(Role.HR, UUID(int=70), path(ROOT, UUID(int=70)), HERE.path),))
    assert May.READ in allowed(centre, GONE)
    assert May.TAKE_BACK not in allowed(centre, GONE)
    others = [role for role in Role if role is not Role.HR]
    assert not any(May.TAKE_BACK in allowed(holder(role, HOSPITAL), GONE) for role in others)


def test_a_deputy_leads_and_names_nobody() -> None:
    deputy = Actor(UUID(int=9), (Grant(Role.LEADER, DEPARTMENT, HERE.path, HERE.path, deputy=True),))
    assert May.DECIDE in allowed(deputy, HERE)
    assert May.MANAGE_PEOPLE not in allowed(deputy, HERE)
    assert reach(deputy, May.MANAGE_PEOPLE) == ()


def test_whoever_a_node_is_moved_beneath_reads_no_candid_note_from_before() -> None:
    last_day = date(2026, 5, 31)
    moved = Place(SECTION, path(ROOT, CENTRE, DEPARTMENT, SECTION), False, former=(
        (date(2026, 2, 1), path(ROOT, CENTRE, DEPARTMENT, SECTION)),
        (last_day, path(ROOT, CENTRE, OTHER, SECTION)),
    ))  # fmt: skip
    own = Actor(UUID(int=9), (Grant(Role.AMBASSADOR, SECTION, moved.path, moved.path),))
    assert candid_since(holder(Role.LEADER, HERE), moved) == date(2026, 6, 1)
    assert candid_since(holder(Role.LEADER, HERE, since=date(2026, 9, 1)), moved) == date(2026, 9, 1)
    assert candid_since(holder(Role.LEADER, ELSEWHERE), moved) is None
    assert candid_since(own, moved) == date.min
    centre = Actor(UUID(int=9), (Grant(Role.LEADER, CENTRE, path(ROOT, CENTRE), path(ROOT, CENTRE)),))
    assert candid_since(centre, moved) == date.min
