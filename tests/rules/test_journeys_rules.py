"""The three steps, table by table: no database, no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trinvis.access import TABLE, May, Role
from trinvis.errors import Code, Refused
from trinvis.journeys import rules
from trinvis.journeys.rules import (
    Dates,
    Facts,
    Held,
    Promise,
    Record,
    StepState,
)

COVERS = ("content", "meaning", "collaboration")
MARCH, APRIL, MAY, JUNE = date(2026, 3, 3), date(2026, 4, 7), date(2026, 5, 7), date(2026, 6, 4)
WHOLE = Promise(who=True, what=True, when=True, made_on=MAY)
FULL = Facts(
    held=[Held(MARCH, ["content", "meaning"]), Held(APRIL, ["collaboration"])],
    assessed=frozenset(rules.ASSESSMENT), assessed_on=APRIL,
    promises=[WHOLE], agreements=1,
    process=Dates(MAY, 1, JUNE, JUNE), result=Dates(MAY, 1, JUNE, JUNE),
)
DONE = Record(done_on=MAY)


def codes(facts, number, covers=COVERS):
    return [lack["code"] for lack in rules.missing(facts, number, covers)]


def refusal(act, *args):
    with pytest.raises(Refused) as caught:
        act(*args)
    return caught.value


@pytest.mark.parametrize(
    ("facts", "number", "expected"),
    [
        (Facts(), 1, ["session"]),
        (Facts(held=[Held(MARCH)]), 1, ["cover"] * 3),
        (Facts(held=[Held(MARCH, ["meaning"])]), 1, ["cover"] * 2),
        (Facts(held=[Held(MARCH, ["content", "meaning"]), Held(APRIL, ["collaboration"])]), 1, []),
        (Facts(), 2, ["tasks_conditions", "need", "ambition"]),
        (Facts(assessed=frozenset({"need"})), 2, ["tasks_conditions", "ambition"]),
        (Facts(assessed=frozenset(rules.ASSESSMENT)), 2, []),
        (Facts(), 3, ["promise", "follow_up_process", "follow_up_result"]),
        (replace(FULL, promises=[]), 3, ["promise"]),
        (replace(FULL, promises=[replace(WHOLE, who=False)]), 3, ["promise"]),
        (replace(FULL, promises=[replace(WHOLE, who=False), WHOLE]), 3, []),
        (replace(FULL, process=None), 3, ["follow_up_process"]),
        (replace(FULL, result=None), 3, ["follow_up_result"]),
        (FULL, 3, []),
    ],
)
def test_what_is_missing(facts, number, expected):
    assert codes(facts, number) == expected


def test_the_cover_is_named():
    facts = Facts(held=[Held(MARCH, ["content"])])
    assert rules.missing(facts, 1, COVERS) == (
        {"code": "cover", "cover": "meaning"}, {"code": "cover", "cover": "collaboration"},
    )


def test_another_pack_has_other_covers():
    facts = Facts(held=[Held(MARCH, ["what", "why"])])
    assert codes(facts, 1, ("what", "why")) == []


@pytest.mark.parametrize(
    ("promises", "lacks"),
    [
        ([], []),
        ([replace(WHOLE, who=False)], ["who"]),
        ([replace(WHOLE, who=False, when=False), replace(WHOLE, when=False)], ["when"]),
    ],
)
def test_the_nearest_promise_says_what_it_lacks(promises, lacks):
    (lack,) = rules.missing(replace(FULL, promises=promises), 3, COVERS)
    assert lack == {"code": "promise", "lacks": lacks}


NOT, GOING, READY = StepState.NOT_STARTED, StepState.IN_PROGRESS, StepState.DONE


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(), [(NOT, None), (NOT, None), (NOT, None)]),
        (Facts(held=[Held(APRIL), Held(MARCH)]), [(GOING, MARCH), (NOT, None), (NOT, None)]),
        (Facts(assessed_on=APRIL), [(NOT, None), (GOING, APRIL), (NOT, None)]),
        (Facts(promises=[WHOLE]), [(NOT, None), (NOT, None), (GOING, MAY)]),
        (Facts(promises=[replace(WHOLE, who=False)]), [(NOT, None), (NOT, None), (GOING, MAY)]),
        (Facts(result=Dates(JUNE)), [(NOT, None), (NOT, None), (GOING, JUNE)]),
        (Facts(records={1: DONE}), [(READY, MAY), (GOING, MAY), (NOT, None)]),
        (Facts(records={1: DONE}, assessed_on=APRIL), [(READY, MAY), (GOING, APRIL), (NOT, None)]),
        (Facts(records={1: DONE}, assessed_on=JUNE), [(READY, MAY), (GOING, MAY), (NOT, None)]),
        (FULL, [(GOING, MARCH), (GOING, APRIL), (GOING, MAY)]),
        (replace(FULL, records=dict.fromkeys(rules.NUMBERS, DONE)), [(READY, MAY)] * 3),
        (Facts(records={2: Record(reopened_on=JUNE)}), [(NOT, None), (GOING, JUNE), (NOT, None)]),
    ],
)
def test_state_and_since(facts, expected):
    assert [(step.state, step.since) for step in rules.standings(facts, COVERS)] == expected


def test_a_full_step_is_not_done_by_itself():
    assert all(step.state is GOING for step in rules.standings(FULL, COVERS))


def test_a_done_step_stays_done_though_its_evidence_goes():
    steps = rules.standings(Facts(records={1: DONE}), COVERS)
    assert steps[0].state is READY
    assert steps[0].missing == ()


# ---- completing and reopening


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_incomplete_step_says_what_is_missing(number):
    refused = refusal(rules.complete, Facts(), number, COVERS, "Vi tager det samlet")
    assert refused.code is Code.STEP_INCOMPLETE
    assert refused.facts["missing"] == list(rules.missing(Facts(), number, COVERS))


@pytest.mark.parametrize(
    ("number", "done", "sentence", "kept"),
    [
        (1, [], None, None),
        (1, [], "overflødig", None),
        (2, [1], None, None),
        (2, [1], "overflødig", None),
        (2, [], "fordi", "fordi"),
        (3, [1, 2], None, None),
        (3, [2], None, None),
        (3, [1], "fordi", "fordi"),
    ],
)
def test_completing(number, done, sentence, kept):
    facts = replace(FULL, records=dict.fromkeys(done, DONE))
    assert rules.complete(facts, number, COVERS, sentence) == kept


@pytest.mark.parametrize(("number", "done"), [(2, []), (3, []), (3, [1])])
@pytest.mark.parametrize("sentence", [None, ""])
def test_out_of_order_takes_a_sentence(number, done, sentence):
    facts = replace(FULL, records=dict.fromkeys(done, DONE))
    refused = refusal(rules.complete, facts, number, COVERS, sentence)
    assert refused.code is Code.SENTENCE_NEEDED
    assert refused.facts == {"before": number - 1}


def test_a_done_step_is_not_completed_again():
    assert refusal(rules.complete, replace(FULL, records={1: DONE}), 1, COVERS, None).code is Code.WRONG_STATE


@pytest.mark.parametrize("reason", [None, ""])
def test_reopening_takes_a_reason(reason):
    done = replace(FULL, records={1: DONE})
    assert refusal(rules.reopen, done, 1, reason).code is Code.REASON_NEEDED
    assert rules.reopen(done, 1, "Ny ledelse") == "Ny ledelse"
    assert refusal(rules.reopen, FULL, 1, "Ny ledelse").code is Code.WRONG_STATE


def test_a_former_round_is_only_read():
    ended = replace(FULL, records=dict.fromkeys(rules.NUMBERS, DONE), ended=True)
    assert refusal(rules.reopen, ended, 1, "x").facts == {"state": "ended"}
    assert refusal(rules.complete, replace(FULL, ended=True), 1, COVERS, None).facts == {"state": "ended"}
    assert rules.journey_moves(ended, frozenset(May)) == []
    assert all(not rules.step_moves(s, frozenset(May), ended=True) for s in rules.standings(ended, COVERS))


# ---- who

LEADS = {Role.LEADER, Role.TRIO}


@pytest.mark.parametrize("role", list(Role))
def test_who_completes_and_reopens(role):
    held = TABLE[role]
    going, done = rules.standings(replace(FULL, records={2: DONE}), COVERS)[:2]
    assert rules.step_moves(going, held, ended=False) == (["complete"] if role in LEADS else [])
    assert rules.step_moves(done, held, ended=False) == (["reopen"] if role in LEADS else [])


@pytest.mark.parametrize("role", list(Role))
def test_who_moves_the_journey(role):
    expected = {
        Role.LEADER: ["hold_sessions", "assess", "ask_help"],
        Role.TRIO: ["hold_sessions", "assess", "ask_help"],
        Role.SECTION_LEADER: ["hold_sessions"],
        Role.HR: ["hold_sessions"],
    }
    assert rules.journey_moves(FULL, TABLE[role]) == expected.get(role, [])


def test_an_incomplete_step_offers_no_completion():
    step = rules.standings(Facts(held=[Held(MARCH)]), COVERS)[0]
    assert rules.step_moves(step, frozenset(May), ended=False) == []


# ---- the next round


@pytest.mark.parametrize(
    ("third", "planned", "waits"),
    [
        (None, 0, ["step"]),
        (DONE, 1, ["follow_ups"]),
        (None, 1, ["step", "follow_ups"]),
        (DONE, 0, []),
    ],
)
def test_what_keeps_a_round_open(third, planned, waits):
    facts = replace(
        FULL, records={3: third} if third else {},
        process=Dates(MAY, planned, JUNE if planned else None, MAY), result=Dates(MAY, 0, None, MAY),
    )
    assert [wait["code"] for wait in rules.keeps_open(facts)] == waits
    assert ("next_round" in rules.journey_moves(facts, TABLE[Role.LEADER])) == (not waits)
    assert "next_round" not in rules.journey_moves(facts, TABLE[Role.HR])


def test_waiting_follow_ups_are_counted_with_the_next_date():
    facts = replace(FULL, records={3: DONE}, process=Dates(MAY, 2, JUNE), result=Dates(MAY, 1, MAY))
    assert rules.keeps_open(facts) == [{"code": "follow_ups", "count": 3, "next": MAY}]
