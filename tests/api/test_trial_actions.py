"""Drafting, suggesting, reading and editing trial actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import col, select

from tests.api.trials import MORNING, PLAN, STUDY, URL, brought_to, draft, plan_of, put, statements
from tests.api.world import World
from trinvis.core import clock
from trinvis.core.audit import AuditEvent, AuditText


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.standing_at(MORNING):
        yield


def problems(answer: dict[str, Any]) -> dict[str, str]:
    """Field -> problem of a 422."""
    assert answer["code"] == "invalid"
    return {each["field"]: each["problem"] for each in answer["facts"]["errors"]}


def test_a_draft_gets_owner_and_days(world: World):
    trial = draft(world)
    assert trial["state"] == "draft"
    assert trial["owner"] == {"id": world.person("leader"), "name": "Lea Leder"}
    assert (trial["starts_on"], trial["ends_on"]) == ("2026-11-24", "2026-12-08")
    assert trial["evaluate_on"] == "2026-12-08"
    assert trial["title"] == "fem minutter ved tavlen, inden dagvagten…"
    assert not trial["has_own_title"]
    assert trial["suggested_by"] is None
    assert trial["missing"] == {"plan": [], "evaluate": ["happened", "prediction_matched", "learning"]}
    assert [line["what"] for line in trial["history"]] == ["created"]
    assert trial["can"] == ["plan", "cancel", "edit_plan", "note"]
    assert trial["cycle"] == 1
    assert [cycle["id"] for cycle in trial["chain"]] == [trial["id"]]
    assert trial["department"] == {
        "id": world.id_("A"), "name": "Lungesygdomme", "walking_id": world.id_("A"),
    }


def test_what_is_given_is_kept_and_null_stays_empty(world: World):
    twice = ["trust_respect"] * 2
    trial = draft(world, owner_id=None, starts_on="2026-12-01", title="  Runde ", factors=twice)
    assert trial["owner"] is None
    assert (trial["starts_on"], trial["ends_on"]) == ("2026-12-01", "2026-12-15")
    assert (trial["title"], trial["has_own_title"]) == ("Runde", True)
    assert trial["factors"] == ["trust_respect"]
    assert trial["missing"]["plan"] == ["owner_id"]


def test_a_member_suggests(world: World):
    trial = world.post("member", URL, department_id=world.id_("A"), change="En idé")
    assert trial["suggested_by"] == {"id": world.person("member"), "name": "Mia Medarbejder"}
    assert trial["owner"] is None
    assert trial["starts_on"] is None
    assert trial["can"] == ["cancel", "edit_plan"]
    assert [line["what"] for line in trial["history"]] == ["suggested"]
    mended = put(world, trial, "plan", "member", **plan_of(trial, change="En bedre idé"))
    assert mended["change"] == "En bedre idé"
    assert "plan" in world.get("leader", f"{URL}/{trial['id']}")["can"]


def test_a_section_that_follows_can_own_a_trial(world: World):
    trial = draft(world, "section_leader", "A1")
    assert trial["department"]["walking_id"] == world.id_("A")
    assert "plan" in trial["can"]
    assert world.get("member", f"{URL}/{trial['id']}")["can"] == []


BEGINNERS = (
    ("other_leader", "A", 404), ("hmu", "A", 404), ("secretary", "A", 404), ("admin", "A", 404),
    ("hr", "A", 403), ("hr", "H", 201), ("lmu", "A", 201), ("ambassador", "A2", 201), ("member", "B", 404),
)


def test_who_may_begin_one_where(world: World):
    for who, node, status in BEGINNERS:
        world.post(who, URL, status, department_id=world.id_(node), change="x")


def test_an_unknown_department_and_a_strangers_look_alike(world: World):
    unknown = world.post("member", URL, 404, department_id=str(uuid4()), change="x")
    assert unknown == world.post("member", URL, 404, department_id=world.id_("B"), change="x")


WRONG: tuple[tuple[dict[str, Any], dict[str, str]], ...] = (
    ({"change": "  "}, {"change": "missing"}),
    ({"change": "x" * 501}, {"change": "too_long"}),
    ({"change": "a\x00b"}, {"change": "nul"}),
    ({"factors": ["nonsense"]}, {"factors": "unknown"}),
    ({"tools": ["nonsense"], "dimensions": ["up"]}, {"tools": "unknown", "dimensions": "unknown"}),
    ({"starts_on": "2026-12-02", "ends_on": "2026-12-01"}, {"ends_on": "before_start"}),
    ({"starts_on": "2026-12-02", "evaluate_on": "2026-12-01"}, {"evaluate_on": "before_start"}),
    ({"starts_on": "1999-12-31"}, {"starts_on": "greater_than_equal"}),
    ({"ends_on": "2101-01-01"}, {"ends_on": "less_than_equal"}),
    ({"starts_on": 1000000000}, {"starts_on": "date"}),
    ({"colour": "red"}, {"colour": "extra_forbidden"}),
)


def test_what_is_wrong_with_a_draft(world: World):
    for fields, wrong in WRONG:
        body = {"department_id": world.id_("A"), **PLAN, **fields}
        assert problems(world.post("leader", URL, 422, **body)) == wrong
    assert not world.get("leader", URL)["items"]


def test_an_owner_belongs_to_the_department(world: World):
    for who in ("member", "trio", "walking_leader", "hr"):
        draft(world, owner_id=world.person(who))
    strangers = [world.person(who) for who in ("other_leader", "hmu", "admin")]
    for stranger in [*strangers, str(uuid4())]:
        body = {"department_id": world.id_("A"), **PLAN, "owner_id": stranger}
        assert problems(world.post("leader", URL, 422, **body)) == {"owner_id": "not_here"}


def test_the_same_key_makes_one_trial(world: World):
    body = {"department_id": world.id_("A"), **PLAN}
    key = {"Idempotency-Key": "once-and-for-all"}
    first, second = (world.as_("leader").post(URL, json=body, headers=key) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert first.headers["etag"] == second.headers["etag"] == '"1"'
    assert len(world.get("leader", URL)["items"]) == 1


def test_any_letters_are_kept_composed(world: World):
    for text in ("Å\u0301h \u202eøvet", "A\u030aben dør", "😀 " * 20):
        trial = draft(world, change=text)
        assert trial["change"] == world.get("member", f"{URL}/{trial['id']}")["change"]
        assert "A\u030a" not in trial["change"]


# ---- editing the plan

def test_editing_asks_for_the_version_seen(world: World):
    trial = draft(world)
    url = f"{URL}/{trial['id']}/plan"
    answer = world.as_("leader").put(url, json=plan_of(trial))
    assert (answer.status_code, answer.json()["code"]) == (428, "if_match_missing")
    changed = put(world, trial, "plan", **plan_of(trial, aim="Mere ro"))
    assert changed["version"] == 2
    refused = put(world, trial, "plan", status=412, **plan_of(trial, aim="Andet"))
    assert refused == {"code": "version_conflict", "facts": {"version": 2}}


def test_saving_what_was_there_changes_nothing(world: World):
    trial = draft(world)
    assert put(world, trial, "plan", **plan_of(trial)) == trial


def test_the_evaluation_follows_the_end(world: World):
    trial = draft(world)
    trial = put(world, trial, "plan", **plan_of(trial, ends_on="2026-12-15"))
    assert trial["evaluate_on"] == "2026-12-15"
    trial = put(world, trial, "plan", **plan_of(trial, evaluate_on="2026-12-18"))
    trial = put(world, trial, "plan", **plan_of(trial, ends_on="2026-12-16"))
    assert trial["evaluate_on"] == "2026-12-18"


def test_a_planned_trial_stays_whole(world: World):
    trial = brought_to(world, "planned")
    answer = put(world, trial, "plan", status=422, **plan_of(trial, measure="", owner_id=None))
    assert problems(answer) == {"measure": "missing", "owner_id": "missing"}


def test_while_it_runs_only_some_of_the_plan_moves(world: World):
    trial = brought_to(world, "running", ends_on="2026-12-01")
    assert trial["editable"] == ["title", "owner_id", "ends_on", "evaluate_on", "places"]
    answer = put(world, trial, "plan", status=409, **plan_of(trial, measure="noget andet", aim="x"))
    assert answer["code"] == "wrong_state"
    assert answer["facts"]["fields"] == ["measure", "aim"]
    form = plan_of(trial, ends_on="2026-12-04", title="Runde", owner_id=world.person("member"))
    changed = put(world, trial, "plan", **form)
    assert (changed["ends_on"], changed["title"]) == ("2026-12-04", "Runde")
    assert changed["owner"]["id"] == world.person("member")


def test_afterwards_the_plan_stands(world: World):
    for state in ("tried", "evaluated", "cancelled"):
        trial = brought_to(world, state)
        assert trial["editable"] == []
        assert put(world, trial, "plan", status=409, **plan_of(trial))["code"] == "wrong_state"


def test_a_suggestion_is_the_members_until_it_is_planned(world: World):
    trial = world.post("member", URL, department_id=world.id_("A"), change="En idé")
    whole = {"owner_id": world.person("member"), "starts_on": "2026-11-24", "ends_on": "2026-12-01"}
    form = plan_of(trial, **PLAN, **whole)
    trial = put(world, trial, "plan", **form)
    put(world, trial, "plan", "lmu", 403, **form)
    planned = world.move("leader", f"{URL}/{trial['id']}/plan", trial["version"])
    assert put(world, planned, "plan", "member", 409, **form)["code"] == "wrong_state"
    put(world, planned, "plan", "other_leader", 404, **form)


# ---- do and study

def test_study_is_written_bit_by_bit(world: World):
    trial = brought_to(world, "running")
    trial = put(world, trial, "study", happened="Tre dage", decision="adapt", tally=14)
    assert (trial["happened"], trial["decision"], trial["tally"]) == ("Tre dage", "adapt", 14)
    assert trial["missing"]["evaluate"] == ["prediction_matched", "learning"]
    listed = world.get("leader", URL)["items"][0]
    assert listed["decision"] is None  # it only leans to it
    trial = put(world, trial, "study", **STUDY)
    assert trial["missing"]["evaluate"] == []
    assert trial["decision"] is None


def test_a_member_records_what_she_owns(world: World):
    trial = brought_to(world, "running", owner_id=world.person("member"))
    seen = world.get("member", f"{URL}/{trial['id']}")
    assert seen["can"] == ["finish", "edit_study", "note"]
    assert put(world, trial, "study", "member", **STUDY)["learning"] == STUDY["learning"]
    put(world, trial, "study", "lmu", 403, **STUDY)


def test_study_has_its_states(world: World):
    for state in ("draft", "planned", "evaluated", "cancelled"):
        trial = brought_to(world, state)
        assert put(world, trial, "study", status=409, **STUDY)["code"] == "wrong_state"


def test_a_tally_is_a_number_of_strokes(world: World):
    trial = brought_to(world, "running")
    for tally in (-1, 100_001, "3", True, 1.5):
        assert list(problems(put(world, trial, "study", status=422, tally=tally))) == ["tally"]


# ---- notes, history, statements

def test_notes_are_appended_even_to_the_evaluated(world: World):
    trial = brought_to(world, "evaluated")
    url = f"{URL}/{trial['id']}/notes"
    noted = world.post("ambassador", url, text="  Det holder stadig. ")
    assert noted["version"] == trial["version"]
    (note,) = noted["notes"]
    assert (note["text"], note["written_by"]["name"]) == ("Det holder stadig.", "Ane Ambassadør")
    assert problems(world.post("leader", url, 422, text=" ")) == {"text": "missing"}
    world.post("member", url, 403, text="x")
    world.post("other_leader", url, 404, text="x")


def test_the_history_keeps_what_stood_there(world: World):
    trial = draft(world, aim="Mere ro")
    put(world, trial, "plan", **plan_of(trial, aim="Mere snak", ends_on="2026-12-15"))
    with world.database.read() as work:
        told = work.rows(
            select(AuditEvent.what, AuditEvent.facts)
            .where(AuditEvent.kind == "trial_action").order_by(col(AuditEvent.number))
        )
        kept = work.rows(select(AuditText.field, AuditText.audience, AuditText.text))
    assert [row.what for row in told] == ["trial_action.created", "trial_action.plan_changed"]
    assert told[1].facts["changed"] == ["ends_on", "evaluate_on", "aim"]
    assert told[1].facts["from"]["ends_on"] == "2026-12-08"
    assert "Mere" not in str(told[1].facts)
    assert [tuple(row) for row in kept] == [("aim", "shared", "Mere ro")]


def test_reading_one_takes_three_statements_whatever_hangs_on_it(world: World):
    trial = brought_to(world, "evaluated")
    url = f"{URL}/{trial['id']}"
    before = statements(world, "member", url)
    for number in range(3):
        world.post("leader", f"{url}/notes", text=f"Note {number}")
    assert statements(world, "member", url) == before <= 3


def test_who_reads_one(world: World):
    trial = draft(world)
    for reader in ("member", "hr", "lmu", "trio"):
        world.get(reader, f"{URL}/{trial['id']}")
    for stranger in ("hmu", "secretary", "admin", "other_leader", "walking_leader"):
        answer = world.get(stranger, f"{URL}/{trial['id']}", 404)
        assert answer == world.get(stranger, f"{URL}/{uuid4()}", 404)
