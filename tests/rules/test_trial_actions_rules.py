"""The trial action's edges and non-edges, who may, what is missing: as tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinvis.access import TABLE, Actor, Grant, May, Place, Role, allowed
from trinvis.errors import Code, Refused
from trinvis.trial_actions import rules
from trinvis.trial_actions.rules import EDGES, RIGHTS, Act, LastMove, State, Tie

PEOPLE = {
    "member": TABLE[Role.MEMBER],
    "ambassador": TABLE[Role.AMBASSADOR],
    "section_leader": TABLE[Role.SECTION_LEADER],
    "leader": TABLE[Role.LEADER],
    "trio": TABLE[Role.TRIO],
    "lmu": TABLE[Role.LMU],
    "hmu": TABLE[Role.HMU],
    "secretary": TABLE[Role.SECRETARY],
    "hr": TABLE[Role.HR],
    "admin": TABLE[Role.ADMIN],
}
MOVES = {
    ("plan", "draft"): "planned",
    ("start", "planned"): "running",
    ("finish", "running"): "tried",
    ("extend", "tried"): "running",
    ("evaluate", "tried"): "evaluated",
    ("cancel", "draft"): "cancelled",
    ("cancel", "planned"): "cancelled",
    ("cancel", "running"): "cancelled",
}


def _can(held: frozenset[May], state: str, *, owner: bool = False, suggester: bool = False) -> set[str]:
    mine = rules.rights(held, owner=owner, suggester=suggester)
    return {act.value for act in rules.acts(State(state), mine)}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("act", list(EDGES))
def test_every_edge_and_every_non_edge(act, state):
    if to := MOVES.get((act.value, state.value)):
        assert rules.after(act, state) == to
    else:
        with pytest.raises(Refused) as refused:
            rules.after(act, state)
        assert refused.value.code is Code.WRONG_STATE
        assert refused.value.facts == {"state": state, "move": act}


def test_nothing_leaves_the_ends():
    for end in (State.EVALUATED, State.CANCELLED):
        assert not any(end in edges for edges in EDGES.values())


def test_rights_stand_on_edges_only():
    for act, edges in EDGES.items():
        states = set().union(*RIGHTS[act].values())
        assert states == set(edges), act


LEADS = {
    "draft": {"plan", "cancel", "edit_plan", "note"},
    "planned": {"start", "cancel", "edit_plan", "note"},
    "running": {"finish", "cancel", "edit_plan", "edit_study", "note"},
    "tried": {"extend", "evaluate", "edit_study", "note"},
    "evaluated": {"note"},
    "cancelled": {"note"},
}
DRAFTS = {
    "draft": {"plan", "cancel", "edit_plan", "note"},
    "planned": {"edit_plan", "note"},
    "running": {"finish", "edit_plan", "edit_study", "note"},
    "tried": {"edit_study", "note"},
    "evaluated": {"note"},
    "cancelled": {"note"},
}
NOTHING: dict[str, set[str]] = {state: set() for state in DRAFTS}
WHO = {
    "leader": LEADS, "trio": LEADS, "section_leader": LEADS, "ambassador": DRAFTS, "member": NOTHING,
    "lmu": NOTHING, "hmu": NOTHING, "secretary": NOTHING, "hr": NOTHING, "admin": NOTHING,
}


@pytest.mark.parametrize("state", list(DRAFTS))
@pytest.mark.parametrize("who", list(PEOPLE))
def test_who_may_by_role(who, state):
    assert _can(PEOPLE[who], state) == WHO[who][state]


@pytest.mark.parametrize(("state", "can"), [
    ("draft", {"note"}), ("planned", {"note"}), ("running", {"finish", "edit_study", "note"}),
    ("tried", {"edit_study", "note"}), ("evaluated", {"note"}), ("cancelled", {"note"}),
])
def test_a_member_records_what_she_owns(state, can):
    assert _can(PEOPLE["member"], state, owner=True) == can


@pytest.mark.parametrize(("state", "can"), [
    ("draft", {"cancel", "edit_plan"}), ("planned", set()), ("running", set()), ("tried", set()),
    ("evaluated", set()), ("cancelled", set()),
])
def test_a_member_keeps_her_suggestion_until_it_is_planned(state, can):
    assert _can(PEOPLE["member"], state, suggester=True) == can


def test_ties_are_worth_nothing_to_a_stranger():
    assert _can(PEOPLE["hmu"], "running", owner=True, suggester=True) == set()
    assert _can(frozenset(), "draft", owner=True, suggester=True) == set()


def test_hr_decides_at_its_own_node_and_not_beneath():
    hospital, department = uuid4(), uuid4()
    hr = Actor(uuid4(), (Grant(Role.HR, hospital, "h/", "h/"),))
    assert _can(allowed(hr, Place(hospital, "h/", False)), "tried") == LEADS["tried"]
    assert _can(allowed(hr, Place(department, "h/a/")), "tried") == set()


@pytest.mark.parametrize("act", list(RIGHTS))
def test_ever_is_now_in_some_state(act):
    for held in PEOPLE.values():
        for tied in (False, True):
            mine = rules.rights(held, owner=tied, suggester=tied)
            assert rules.may_ever(act, mine) == any(rules.may_now(act, state, mine) for state in State)


@given(st.lists(st.sampled_from(list(EDGES)), max_size=12), st.sets(st.sampled_from([*May, *Tie])))
def test_random_moves_never_leave_the_edges(moves, mine):
    state = State.DRAFT
    for move in moves:
        can = rules.acts(state, frozenset(mine))
        if move in can:
            assert MOVES[move.value, state.value] == rules.after(move, state)
            state = rules.after(move, state)
        elif (move.value, state.value) not in MOVES:
            with pytest.raises(Refused):
                rules.after(move, state)


# ---- editing

def test_all_of_the_plan_is_open_until_it_runs():
    drafts = rules.rights(PEOPLE["ambassador"], owner=False, suggester=False)
    assert rules.editable(State.DRAFT, drafts) == [*rules.PLAN, "places"]
    assert rules.editable(State.PLANNED, drafts) == [*rules.PLAN, "places"]
    assert rules.editable(State.RUNNING, drafts) == [
        "title", "owner_id", "ends_on", "evaluate_on", "places",
    ]
    assert rules.editable(State.TRIED, drafts) == []
    assert rules.editable(State.DRAFT, frozenset(PEOPLE["member"])) == []


# ---- reading from a place

@pytest.mark.parametrize(
    ("home", "places", "state", "wanted"),
    [
        (set(), [{May.KNOW, May.READ, May.DRAFT}], State.RUNNING, {May.READ}),
        (set(), [{May.KNOW}, {May.READ}], State.PLANNED, {May.READ}),
        (set(), [{May.READ}], State.EVALUATED, {May.READ}),
        (set(), [{May.READ}], State.CANCELLED, {May.READ}),
        # A draft is nobody's yet but its makers'.
        (set(), [{May.READ}], State.DRAFT, set()),
        # Knowing of a place is not reading there.
        ({May.KNOW}, [{May.KNOW, May.READ_OVERVIEW}], State.RUNNING, {May.KNOW}),
        (set(), [], State.RUNNING, set()),
        ({May.READ, May.DECIDE}, [{May.READ}], State.DRAFT, {May.READ, May.DECIDE}),
    ],
)
def test_whoever_reads_a_place_reads_the_trial_and_no_more(home, places, state, wanted):
    held = rules.held_for(frozenset(home), [frozenset(one) for one in places], state)
    assert held == wanted
    if not home:
        mine = rules.rights(held, owner=False, suggester=True)
        assert rules.acts(state, mine) == []
        owned = rules.rights(held, owner=True, suggester=False)
        recorded = {Act.FINISH, Act.EDIT_STUDY, Act.NOTE} if held else set()
        assert set(rules.acts(state, owned)) <= recorded


WHOLE = {
    "change": "x", "prediction": "x", "measure": "x", "owner_id": uuid4(),
    "starts_on": date(2026, 11, 24), "ends_on": date(2026, 12, 8),
}


@pytest.mark.parametrize("field", list(WHOLE))
@pytest.mark.parametrize("empty", [None, ""])
def test_each_bold_field_is_missed(field, empty):
    assert rules.missing_for_plan(WHOLE) == []
    assert rules.missing_for_plan({**WHOLE, field: empty}) == [field]
    assert rules.faults({**WHOLE, field: empty}, complete=True) == [(field, "missing")]


def test_an_empty_plan_misses_all_in_the_forms_order():
    assert rules.missing_for_plan({}) == list(WHOLE)


@pytest.mark.parametrize("field", ["happened", "prediction_matched", "learning"])
def test_each_italic_field_is_missed(field):
    whole = {"happened": "x", "prediction_matched": "unknown", "learning": "x"}
    assert rules.missing_for_evaluation(whole) == []
    assert rules.missing_for_evaluation({**whole, field: None}) == [field]


def test_a_draft_needs_the_change_only():
    assert rules.faults({"change": "x"}) == []
    assert rules.faults({"change": None}) == [("change", "missing")]


def test_a_plan_does_not_end_before_it_starts():
    early = WHOLE["starts_on"] - timedelta(days=1)  # type: ignore[operator]
    assert rules.faults({**WHOLE, "ends_on": early}) == [("ends_on", "before_start")]
    assert rules.faults({**WHOLE, "evaluate_on": early}) == [("evaluate_on", "before_start")]
    assert rules.faults({**WHOLE, "ends_on": WHOLE["starts_on"]}) == []
    assert rules.faults({**WHOLE, "starts_on": None, "ends_on": early}) == []


# ---- undo

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ME = uuid4()
DECIDES = frozenset(PEOPLE["leader"])
MOVED = LastMove(Act.START, State.PLANNED, ME, NOW, 3, {"starts_on": "2026-11-24"})


def _until(last: LastMove | None = MOVED, **changed: object) -> datetime | None:
    given: dict[str, object] = {"me": ME, "version": 3, "now": NOW, "mine": DECIDES} | changed
    return rules.undo_until(last, **given)  # type: ignore[arg-type]


def test_the_last_move_can_be_taken_back_for_ten_minutes():
    assert _until() == NOW + timedelta(minutes=10)
    assert _until(now=NOW + timedelta(minutes=9, seconds=59)) == NOW + timedelta(minutes=10)
    assert _until(now=NOW + timedelta(minutes=10)) is None


@pytest.mark.parametrize("changed", [{"me": uuid4()}, {"version": 4}, {"mine": frozenset(PEOPLE["member"])}])
def test_undo_is_for_ones_own_last_move_that_nothing_followed(changed):
    assert _until(**changed) is None


def test_nothing_to_undo_before_the_first_move():
    assert _until(None) is None


def test_an_evaluation_is_final():
    assert _until(LastMove(Act.EVALUATE, State.TRIED, ME, NOW, 3)) is None


@pytest.mark.parametrize("act", [act for act in EDGES if act is not Act.EVALUATE])
def test_every_other_move_can_be_undone(act):
    came_from = next(iter(EDGES[act]))
    assert _until(LastMove(act, came_from, ME, NOW, 3)) is not None


def test_a_last_move_survives_being_kept():
    assert LastMove.of(MOVED.as_json()) == MOVED
    assert LastMove.of(None) is None


def test_can_names_the_undo_while_there_is_one():
    assert Act.UNDO in rules.acts(State.RUNNING, DECIDES, undo=NOW)
    assert Act.UNDO not in rules.acts(State.RUNNING, DECIDES)


# ---- words

@pytest.mark.parametrize(("title", "change", "shown"), [
    ("Runde", "fem minutter", "Runde"),
    (None, "fem minutter ved tavlen", "fem minutter ved tavlen"),
    (None, "fem minutter ved tavlen, inden dagvagten går hjem", "fem minutter ved tavlen, inden dagvagten…"),
    (None, "en to tre fire fem seks, syv", "en to tre fire fem seks…"),
    ("", "fem", "fem"),
    (None, "x" * 200, "x" * 80 + "…"),
])
def test_the_title_is_its_own_or_the_first_words(title, change, shown):
    assert rules.title_of(title, change) == shown


def test_the_way_here_is_in_order():
    moments = {"created": NOW, "started": NOW + timedelta(2), "planned": NOW + timedelta(1), "tried": None}
    assert [what for what, _ in rules.history(moments, suggested=False)] == ["created", "planned", "started"]
    assert rules.history(moments, suggested=True)[0] == ("suggested", NOW)
