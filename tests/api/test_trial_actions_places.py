"""A trial at the hospital's node that takes place in departments beneath it: who chooses, who reads."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlmodel import select

from tests.api.trials import STUDY, URL, draft, move, plan_of, put
from trinvis.trial_actions.tables import TrialPlace


def hospitals(world, *codes, **fields):
    """A draft of HR's at the hospital, in these departments."""
    return draft(world, "hr", "H", places=[world.id_(code) for code in codes], **fields)


def running(world, *codes, **fields):
    trial = move(world, hospitals(world, *codes, **fields), "plan", "hr")
    return move(world, trial, "start", "hr", agreed_with="management", starts_on=None)


def names(trial):
    return [place["name"] for place in trial["places"]]


def test_hr_chooses_departments_in_the_organisations_order(world):
    trial = hospitals(world, "B", "A", "A2")
    assert names(trial) == ["Lungesygdomme", "Søvnklinikken", "Øjensygdomme"]
    assert trial["as_place"] is False
    assert "places" in trial["editable"]


@pytest.mark.parametrize("code", ["H", "C", "A1", "S", None])
def test_a_place_is_an_open_walking_department_beneath(world, code):
    place = world.id_(code) if code else str(uuid4())
    refused = world.post(
        "hr", URL, 422, department_id=world.id_("H"), change="tavlen", places=[world.id_("A"), place]
    )
    assert refused["facts"]["errors"] == [{"field": "places", "problem": "not_beneath"}]


def test_a_department_has_no_other_department_as_its_place(world):
    for place in ("A", "B"):
        refused = world.post(
            "leader", URL, 422, department_id=world.id_("A"), change="tavlen", places=[world.id_(place)]
        )
        assert refused["facts"]["errors"] == [{"field": "places", "problem": "not_beneath"}]
    # A section that walks by itself stands beneath its department.
    assert names(draft(world, places=[world.id_("A2")])) == ["Søvnklinikken"]


def test_at_most_ten(world):
    refused = world.post(
        "hr", URL, 422, department_id=world.id_("H"), change="x", places=[str(uuid4()) for _ in range(11)]
    )
    assert refused["facts"]["errors"][0]["field"] == "places"


def test_the_places_are_part_of_the_plan(world):
    trial = hospitals(world, "A")
    joined = put(world, trial, "plan", "hr", **plan_of(trial, places=[world.id_("A"), world.id_("B")]))
    assert (names(joined), joined["version"]) == (["Lungesygdomme", "Øjensygdomme"], trial["version"] + 1)
    same = put(world, joined, "plan", "hr", **plan_of(joined, places=[world.id_("B"), world.id_("A")]))
    assert same["version"] == joined["version"]
    event = world.get("hr", f"/api/history?department={world.id_('H')}&record={trial['id']}")["items"][0]
    assert event["facts"]["changed"] == ["places"]
    assert event["facts"]["from"] == {"places": [world.id_("A")]}
    left_out = put(world, joined, "plan", "hr", **plan_of(joined))
    assert left_out["places"] == []


def test_another_department_joins_while_it_runs(world):
    trial = running(world, "A")
    form = plan_of(trial, places=[world.id_("A"), world.id_("B")])
    assert names(put(world, trial, "plan", "hr", **form)) == ["Lungesygdomme", "Øjensygdomme"]


def test_whoever_reads_a_place_reads_it_and_may_do_nothing(world):
    trial = running(world, "A")
    url = f"{URL}/{trial['id']}"
    for key in ("leader", "trio", "member", "section_leader", "lmu", "ambassador"):
        seen = world.get(key, url)
        assert (seen["can"], seen["editable"], seen["as_place"]) == ([], [], True), key
        assert names(seen) == ["Lungesygdomme"]
        for act, body in (
            ("cancel", {"reason": "nej"}), ("finish", {}), ("plan", {}), ("start", {"agreed_with": "trio"}),
        ):
            assert world.move(key, f"{url}/{act}", trial["version"], 403, **body)["code"] == "not_allowed"
        assert world.move(key, f"{url}/plan", trial["version"], 403, "PUT", change="andet")
        assert world.move(key, f"{url}/study", trial["version"], 403, "PUT", happened="noget")
        world.post(key, f"{url}/notes", 403, text="set")


def test_for_all_others_it_does_not_exist(world):
    trial = running(world, "A")
    # The leader of a section that walks by itself belongs to the section, not to the department.
    for key in ("other_leader", "walking_leader", "hmu", "secretary", "admin"):
        answer = world.as_(key).get(f"{URL}/{trial['id']}")
        assert (answer.status_code, answer.content) == (404, b'{"code":"not_found","facts":{}}'), key
        assert world.move(key, f"{URL}/{trial['id']}/cancel", 1, 404, reason="nej")["code"] == "not_found"
        world.post(key, f"{URL}/{trial['id']}/notes", 404, text="set")


def test_a_draft_is_read_at_the_hospital_only(world):
    trial = hospitals(world, "A")
    assert world.get("leader", f"{URL}/{trial['id']}", 404)["code"] == "not_found"
    assert world.get("leader", f"{URL}?place={world.id_('A')}")["items"] == []
    move(world, trial, "plan", "hr")
    assert world.get("leader", f"{URL}/{trial['id']}")["state"] == "planned"


def test_a_department_that_leaves_reads_it_no_more(world):
    trial = running(world, "A", "B")
    assert world.get("leader", f"{URL}/{trial['id']}")
    put(world, trial, "plan", "hr", **plan_of(trial, places=[world.id_("B")]))
    assert world.get("leader", f"{URL}/{trial['id']}", 404)
    assert world.get("other_leader", f"{URL}/{trial['id']}")


def test_its_owner_in_a_place_records_what_happened(world):
    trial = running(world, "A", owner_id=world.person("leader"))
    url = f"{URL}/{trial['id']}"
    assert set(world.get("leader", url)["can"]) == {"finish", "edit_study", "note"}
    found = put(world, trial, "study", "leader", **STUDY)
    assert found["happened"] == STUDY["happened"]
    assert world.move("leader", f"{url}/cancel", found["version"], 403, reason="nej")


def test_the_list_of_a_place(world):
    trial = running(world, "A")
    own = draft(world)
    at_a = f"{URL}?place={world.id_('A')}"
    for key, url in (("leader", at_a), ("member", at_a), ("member", f"{URL}?place={world.id_('A1')}")):
        items = world.get(key, url)["items"]
        assert [(one["id"], one["department"]["name"]) for one in items] == [(trial["id"], "Hospitalet")]
    listed = world.get("leader", f"{URL}?department={world.id_('A')}")["items"]
    assert [one["id"] for one in listed] == [own["id"]]
    assert world.get("leader", f"{at_a}&state=tried")["items"] == []
    assert world.get("hr", f"{URL}?place={world.id_('B')}")["items"] == []
    for key in ("other_leader", "hmu", "admin"):
        assert world.get(key, at_a, 404) == {"code": "not_found", "facts": {}}


def test_the_hospitals_own_trials_are_listed_without_those_beneath(world):
    trial, own = hospitals(world, "A"), draft(world)
    at_h = f"{URL}?department={world.id_('H')}"
    assert [one["id"] for one in world.get("hr", at_h)["items"]] == [own["id"], trial["id"]]
    assert [one["id"] for one in world.get("hr", f"{at_h}&beneath=false")["items"]] == [trial["id"]]
    assert world.get("leader", f"{at_h}&beneath=false", 404)["code"] == "not_found"


def test_the_next_cycle_takes_place_in_the_same_departments(world):
    past = {"starts_on": "2026-01-05", "ends_on": "2026-02-02"}
    trial = move(world, running(world, "A", "B", **past), "finish", "hr")
    trial = put(world, trial, "study", "hr", **STUDY, next_step="to minutter")
    done = move(world, trial, "evaluate", "hr", decision="adapt", agreed_with="management")
    assert names(world.get("hr", f"{URL}/{done['successor_id']}")) == ["Lungesygdomme", "Øjensygdomme"]


def test_places_are_rows_of_their_own(world):
    trial = hospitals(world, "A", "A", "B")
    with world.database.read() as work:
        rows = work.rows(select(TrialPlace.trial_action_id, TrialPlace.department_id))
    assert {tuple(map(str, row)) for row in rows} == {(trial["id"], world.id_(code)) for code in "AB"}
