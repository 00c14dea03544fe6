"""The moves of trial actions: who, when, and what each leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from tests.api.trials import MORNING, STUDY, URL, brought_to, draft, move, plan_of, put
from tests.api.world import World
from trinvis.core import clock
from trinvis.core.audit import AuditEvent, broken_link
from trinvis.followups.tables import Agreement, FollowUp

BODIES: dict[str, dict[str, Any]] = {
    "plan": {},
    "start": {"agreed_with": "management"},
    "finish": {},
    "extend": {"ends_on": "2026-12-18", "reason": "Ferie"},
    "evaluate": {"decision": "abandon", "agreed_with": "trio"},
    "cancel": {"reason": "Ingen tid"},
}
EDGES = {
    "draft": {"plan": "planned", "cancel": "cancelled"},
    "planned": {"start": "running", "cancel": "cancelled"},
    "running": {"finish": "tried", "cancel": "cancelled"},
    "tried": {"extend": "running", "evaluate": "evaluated"},
    "evaluated": {},
    "cancelled": {},
}


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.standing_at(MORNING):
        yield


def wrong(answer: dict[str, Any]) -> dict[str, str]:
    """Field -> problem of a 422."""
    assert answer["code"] == "invalid"
    return {each["field"]: each["problem"] for each in answer["facts"]["errors"]}


def test_every_edge_and_no_other(world: World):
    for state, edges in EDGES.items():
        trial = studied(world) if state == "tried" else brought_to(world, state)
        assert set(trial["can"]) & set(BODIES) == set(edges)
        for act in BODIES.keys() - edges.keys():
            refused = move(world, trial, act, status=409, **BODIES[act])
            assert refused == {"code": "wrong_state", "facts": {"state": state, "move": act}}
        for act, to in edges.items():
            trial = studied(world) if state == "tried" else brought_to(world, state)
            moved = move(world, trial, act, **BODIES[act])
            assert (moved["state"], moved["version"]) == (to, trial["version"] + 1)


def test_who_may_move(world: World):
    trial = draft(world)
    url = f"{URL}/{trial['id']}"
    for act, body in BODIES.items():
        drafts = act in {"plan", "finish", "cancel"}
        for who, status in (("other_leader", 404), ("hmu", 404), ("member", 403), ("lmu", 403), ("hr", 403)):
            world.move(who, f"{url}/{act}", trial["version"], status, **body)
        if not drafts:
            world.move("ambassador", f"{url}/{act}", trial["version"], 403, **body)
    refused = world.as_("leader").post(f"{url}/plan", json={})
    assert (refused.status_code, refused.json()["code"]) == (428, "if_match_missing")
    world.move("leader", f"{url}/plan", 7, 412)
    world.move("ambassador", f"{url}/plan", trial["version"])
    assert world.get("leader", url)["state"] == "planned"


def test_hr_decides_at_the_hospitals_own_node(world: World):
    trial = draft(world, "hr", "H")
    for act in ("plan", "start", "finish"):
        trial = move(world, trial, act, "hr", **BODIES[act])
    trial = put(world, trial, "study", "hr", **STUDY)
    assert move(world, trial, "evaluate", "hr", **BODIES["evaluate"])["state"] == "evaluated"


def test_planning_says_what_is_missing(world: World):
    trial = draft(world, measure="", owner_id=None)
    refused = move(world, trial, "plan", status=409)
    assert refused == {"code": "fields_needed", "facts": {"missing": ["measure", "owner_id"]}}


def test_starting_names_whom_it_was_agreed_with_and_the_day(world: World):
    trial = move(world, draft(world), "plan")
    assert wrong(move(world, trial, "start", status=422)) == {"agreed_with": "missing"}
    late: dict[str, Any] = {"agreed_with": "trio", "starts_on": "2026-11-24"}
    assert wrong(move(world, trial, "start", status=422, **late)) == {"starts_on": "in_future"}
    running = move(world, trial, "start", agreed_with="trio")
    assert running["starts_on"] == "2026-11-23"  # though planned for tomorrow
    assert (running["start_agreed_with"], running["agreed_with"]) == ("trio", None)
    past = move(world, draft(world, starts_on="2026-11-02", ends_on="2026-11-20"), "plan")
    after_end: dict[str, Any] = {"agreed_with": "trio", "starts_on": "2026-11-23"}
    assert wrong(move(world, past, "start", status=422, **after_end)) == {"starts_on": "after_end"}
    assert move(world, past, "start", agreed_with="trio")["starts_on"] == "2026-11-02"


def test_finishing_is_for_today_or_before(world: World):
    trial = brought_to(world, "running", ends_on="2026-12-01", owner_id=world.person("member"))
    for day, problem in (("2026-11-24", "in_future"), ("2026-11-01", "before_start")):
        assert wrong(move(world, trial, "finish", status=422, ended_on=day)) == {"ended_on": problem}
    tried = move(world, trial, "finish", "member")
    assert (tried["state"], tried["ends_on"], tried["evaluate_on"]) == ("tried", "2026-11-23", "2026-12-01")
    assert not tried["evaluate_due"]


def test_extending_goes_on_for_a_reason(world: World):
    trial = brought_to(world, "tried")
    assert trial["evaluate_due"]
    assert trial["overdue"]
    blank: dict[str, Any] = {"ends_on": "2026-12-01", "reason": " "}
    assert wrong(move(world, trial, "extend", status=422, **blank)) == {"reason": "missing"}
    past: dict[str, Any] = {"ends_on": "2026-11-22", "reason": "Ferie"}
    assert wrong(move(world, trial, "extend", status=422, **past)) == {"ends_on": "in_past"}
    longer = move(world, trial, "extend", ends_on="2026-12-18", reason="Ferie")
    assert (longer["ends_on"], longer["evaluate_on"]) == ("2026-12-18", "2026-12-18")
    assert (longer["state"], longer["reason"]) == ("running", "Ferie")
    happened = {line["what"] for line in longer["history"]}
    assert happened == {"created", "planned", "started", "tried", "extended"}
    with clock.standing_at(MORNING + timedelta(hours=1)):
        again = move(world, longer, "finish")
        assert [line["what"] for line in again["history"]][-2:] == ["extended", "tried"]
        same = {"ends_on": again["ends_on"], "reason": "Ferie"}
        assert wrong(move(world, again, "extend", status=422, **same)) == {"ends_on": "not_later"}


def test_cancelling_needs_a_reason(world: World):
    trial = draft(world)
    assert wrong(move(world, trial, "cancel", status=422, reason="")) == {"reason": "missing"}
    cancelled = move(world, trial, "cancel", reason="Ingen tid")
    assert (cancelled["state"], cancelled["reason"]) == ("cancelled", "Ingen tid")


def test_a_member_takes_her_suggestion_back(world: World):
    trial = world.post("member", URL, department_id=world.id_("A"), change="En idé")
    assert move(world, trial, "cancel", "member", reason="Fortrudt")["state"] == "cancelled"


# ---- the decision

ANCHOR = {"what": "Tavlemøde hver dag", "due": "2026-12-01"}


def studied(world: World, **fields: Any) -> Any:
    """A tried trial whose study is whole."""
    return put(world, brought_to(world, "tried", **fields), "study", **STUDY)


def test_evaluating_says_what_is_missing(world: World):
    trial = brought_to(world, "tried")
    refused = move(world, trial, "evaluate", status=409, **BODIES["evaluate"])
    assert refused == {
        "code": "fields_needed", "facts": {"missing": ["happened", "prediction_matched", "learning"]},
    }


def test_to_adopt_anchors_it(world: World):
    trial = studied(world)
    owner = world.person("section_leader")
    body: dict[str, Any] = {
        "decision": "adopt", "agreed_with": "trio", "agreement": {**ANCHOR, "owner_id": owner},
    }
    done = move(world, trial, "evaluate", **body)
    assert (done["state"], done["decision"], done["agreed_with"]) == ("evaluated", "adopt", "trio")
    assert done["successor_id"] is None
    assert done["follow_ups"] == {"planned": 1, "held": 0, "next": "2027-02-23"}
    with world.database.read() as work:
        agreement = work.session.exec(select(Agreement)).one()
        follow_up = work.session.exec(select(FollowUp)).one()
    assert (str(agreement.id), agreement.what) == (done["agreement_id"], "Tavlemøde hver dag")
    assert (str(agreement.owner_id), str(agreement.trial_action_id)) == (owner, trial["id"])
    assert (str(follow_up.id), follow_up.agreement_id) == (done["follow_up_id"], agreement.id)
    assert (follow_up.kind, follow_up.question) == ("result", "Gør vi det stadig?")


def test_what_is_wrong_with_a_decision(world: World):
    trial = studied(world)
    anchor, hmu = {**ANCHOR, "owner_id": world.person("leader")}, world.person("hmu")
    past = "2026-11-22"
    cases: tuple[tuple[dict[str, Any], dict[str, str]], ...] = (
        ({"decision": "adopt"}, {"agreement": "missing"}),
        ({"decision": "adopt", "agreement": {**anchor, "what": " "}}, {"agreement.what": "missing"}),
        ({"decision": "adopt", "agreement": {**anchor, "due": past}}, {"agreement.due": "in_past"}),
        ({"decision": "adopt", "agreement": {**anchor, "owner_id": hmu}}, {"agreement.owner_id": "not_here"}),
        ({"decision": "adopt", "agreement": anchor, "follow_up_on": past}, {"follow_up_on": "in_past"}),
        ({"decision": "abandon", "agreement": anchor}, {"agreement": "only_adopt"}),
        ({"decision": "adapt", "follow_up_on": "2026-12-22"}, {"follow_up_on": "only_adopt"}),
        ({"decision": "perhaps"}, {"decision": "enum"}),
    )
    for body, expected in cases:
        assert wrong(move(world, trial, "evaluate", status=422, agreed_with="trio", **body)) == expected
    assert wrong(move(world, trial, "evaluate", status=422, decision="abandon")) == {"agreed_with": "missing"}
    assert world.get("leader", f"{URL}/{trial['id']}") == trial


def test_to_adapt_drafts_the_next_cycle(world: World):
    trial = studied(world, title="Runde", factors=["trust_respect"], situation="Få siger noget")
    body: dict[str, Any] = {"decision": "adapt", "agreed_with": "trio", "next_step": "To minutter"}
    done = move(world, trial, "evaluate", **body)
    successor = world.get("leader", f"{URL}/{done['successor_id']}")
    assert (successor["state"], successor["cycle"], successor["change"]) == ("draft", 2, body["next_step"])
    for same in ("title", "prediction", "measure", "owner", "factors", "situation"):
        assert successor[same] == trial[same]
    assert successor["happened"] is successor["learning"] is successor["decision"] is None
    assert (successor["starts_on"], successor["ends_on"]) == ("2026-11-24", "2026-12-12")  # as long as before
    assert successor["missing"]["plan"] == []
    assert [cycle["cycle"] for cycle in successor["chain"]] == [1, 2]
    assert successor["chain"] == world.get("leader", f"{URL}/{trial['id']}")["chain"]
    assert successor["chain"][0]["decision"] == "adapt"
    assert (done["agreement_id"], done["follow_up_id"]) == (None, None)


def test_without_what_changes_the_change_stays(world: World):
    trial = studied(world)
    done = move(world, trial, "evaluate", decision="adapt", agreed_with="trio")
    assert world.get("leader", f"{URL}/{done['successor_id']}")["change"] == trial["change"]


def test_what_was_written_as_next_step_counts(world: World):
    leaning = {**STUDY, "next_step": "Uden fredag", "decision": "adapt"}
    trial = put(world, brought_to(world, "tried"), "study", **leaning)
    done = move(world, trial, "evaluate", decision="adapt", agreed_with="trio")
    assert world.get("leader", f"{URL}/{done['successor_id']}")["change"] == "Uden fredag"


def test_to_abandon_makes_nothing(world: World):
    done = move(world, studied(world), "evaluate", **BODIES["evaluate"])
    assert (done["successor_id"], done["agreement_id"], done["follow_up_id"]) == (None, None, None)
    assert done["can"] == ["note"]
    assert len(world.get("leader", URL)["items"]) == 1


# ---- undo

def test_a_move_taken_back_leaves_what_was(world: World):
    for state, act in ((state, act) for state, acts in EDGES.items() for act in acts if act != "evaluate"):
        _take_back(world, brought_to(world, state), act)


def _take_back(world: World, trial: dict[str, Any], act: str) -> None:
    moved = move(world, trial, act, **BODIES[act])
    assert "undo" in moved["can"]
    assert moved["undo_until"] == "2026-11-23T08:10:00Z"
    back = move(world, moved, "undo")
    changing = ("version", "can", "undo_until")
    assert {k: v for k, v in back.items() if k not in changing} == {
        k: v for k, v in trial.items() if k not in changing
    }
    assert "undo" not in back["can"]
    assert move(world, back, "undo", status=409)["code"] == "undo_gone"


def test_undo_is_gone_for_others_later_and_after_a_change(world: World):
    moved = move(world, draft(world), "plan")
    assert move(world, moved, "undo", "trio", 409)["code"] == "undo_gone"
    assert "undo" not in world.get("trio", f"{URL}/{moved['id']}")["can"]
    move(world, moved, "undo", "other_leader", 404)
    move(world, {**moved, "version": 1}, "undo", status=412)
    with clock.standing_at(MORNING + timedelta(minutes=10)):
        assert move(world, moved, "undo", status=409)["code"] == "undo_gone"
    changed = put(world, moved, "plan", **plan_of(moved, aim="Ro"))
    assert changed["undo_until"] is None
    assert move(world, changed, "undo", status=409)["code"] == "undo_gone"


def test_an_evaluation_is_not_taken_back(world: World):
    trial = brought_to(world, "evaluated")
    assert trial["undo_until"] is None
    assert move(world, trial, "undo", status=409)["code"] == "undo_gone"


def test_every_move_stands_in_the_history(world: World):
    trial = move(world, studied(world), "evaluate", **BODIES["evaluate"])
    with world.database.read() as work:
        told = work.rows(
            select(AuditEvent.what, AuditEvent.facts, AuditEvent.actor_id)
            .where(AuditEvent.kind == "trial_action").order_by(col(AuditEvent.number))
        )
        assert broken_link(work.session, world.ids["A"]) is None
    assert [row.what.removeprefix("trial_action.") for row in told] == [
        "created", "planned", "started", "tried", "study_changed", "evaluated",
    ]
    assert told[-1].facts["state"] == ["tried", "evaluated"]
    assert told[-1].facts["to"]["decision"] == "abandon"
    assert {str(row.actor_id) for row in told} == {world.person("leader")}
    way = [line["what"] for line in trial["history"]]
    assert way == ["created", "planned", "started", "tried", "evaluated"]
