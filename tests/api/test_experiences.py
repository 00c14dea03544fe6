"""An experience: told in a department, shared with its consent, tried by others, counted, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.api.trials import MORNING, STUDY, brought_to, draft, move, put
from tests.api.world import World
from trinvis.core import clock
from trinvis.experiences.shapes import AroundTrialOut, ExperienceOut, ExperiencePageOut, SourceOut

URL = "/api/experiences"
TEXT: dict[str, Any] = {
    "title": "Fem minutter ved tavlen", "did": "Hver dag kl. 14.", "learned": "De nye taler også.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.standing_at(MORNING):
        yield


def tell(world: World, trial: dict[str, Any], who: str = "leader", **changed: Any) -> dict[str, Any]:
    """A draft told of this trial in department A."""
    origin = {"origin": "trial_action", "origin_id": trial["id"], "department_id": world.id_("A")}
    return world.post(who, URL, **{**TEXT, **origin, **changed})


def share(world: World, one: dict[str, Any], who: str = "leader", status: int = 200, **changed: Any) -> Any:
    """Shared with the leader's consent."""
    body = {"consent": "leaders", "consented_by": world.person("leader"), **changed}
    return world.move(who, f"{URL}/{one['id']}/share", one["version"], status, **body)


def shared(world: World) -> dict[str, Any]:
    """A shared experience of an evaluated trial in department A."""
    return dict(share(world, tell(world, brought_to(world, "evaluated"))))


def row(world: World) -> dict[str, Any]:
    """Department A's row as the committee reads it."""
    return dict(world.get("leader", f"/api/overview/departments/{world.id_('A')}")["row"])


def test_a_draft_is_the_departments_and_shared_everybodys(world: World):
    told = tell(world, brought_to(world, "tried"), "ambassador")
    ExperienceOut.model_validate(told)
    assert told["can"] == ["edit", "withdraw"]  # an ambassador tells; the department shares
    assert world.get("member", f"{URL}/{told['id']}")["state"] == "draft"
    for stranger in ("other_leader", "hmu", "secretary", "admin"):
        world.get(stranger, f"{URL}/{told['id']}", 404)
        assert world.get(stranger, URL)["items"] == []
    share(world, told, "ambassador", 403)
    share(world, told)
    for reader in ("other_leader", "hmu", "secretary", "admin", "member", "hr"):
        seen = world.get(reader, f"{URL}/{told['id']}")
        ExperienceOut.model_validate(seen)
        assert seen["learned"] == TEXT["learned"]
        assert [each["id"] for each in world.get(reader, URL)["items"]] == [told["id"]]
    ExperiencePageOut.model_validate(world.get("hmu", URL))
    assert row(world)["experiences_shared"] == 1
    other = world.get("other_leader", f"{URL}/{told['id']}")
    assert (other["consent"], other["consented_by"], other["origin_id"]) == ("leaders", None, None)
    assert world.get("member", f"{URL}/{told['id']}")["consented_by"]["name"] == "Lea Leder"


def test_withdrawn_at_any_time_and_shared_again(world: World):
    one = shared(world)
    taken = world.move("trio", f"{URL}/{one['id']}/withdraw", one["version"])
    assert taken["state"] == "withdrawn"
    world.get("hmu", f"{URL}/{one['id']}", 404)
    assert world.get("leader", URL)["items"] == []
    assert world.get("member", f"{URL}?state=withdrawn")["items"][0]["id"] == one["id"]
    assert world.get("other_leader", f"{URL}?state=withdrawn")["items"] == []
    assert row(world)["experiences_shared"] == 0
    world.move("trio", f"{URL}/{one['id']}/withdraw", taken["version"], 409)
    again = share(world, taken, "trio", consent="trio", consented_by=world.person("trio"))
    assert (again["state"], again["consent"], again["withdrawn_on"]) == ("shared", "trio", None)


def test_the_consent_is_of_somebody_who_can_give_it(world: World):
    one = tell(world, brought_to(world, "evaluated"))
    for consent, who in (("leaders", "member"), ("leaders", "trio"), ("trio", "leader"), ("leaders", "hr"),
                         ("leaders", "other_leader")):  # fmt: skip
        found = share(world, one, "leader", 422, consent=consent, consented_by=world.person(who))
        assert found["facts"]["errors"] == [{"field": "consented_by", "problem": "not_here"}]
    assert {each["person"]["name"] for each in one["consenters"]} == {"Lea Leder", "Tor Trio"}


def test_sharing_needs_what_was_done_and_learned(world: World):
    bare = tell(world, brought_to(world, "evaluated"), did="", learned="")
    assert bare["missing"] == ["did", "learned"]
    assert share(world, bare, status=409)["facts"] == {"missing": ["did", "learned"]}
    whole = world.move("leader", f"{URL}/{bare['id']}", bare["version"], method="PUT", **TEXT)
    now = share(world, whole)
    empty = {**TEXT, "learned": ""}
    world.move("leader", f"{URL}/{bare['id']}", now["version"], 409, "PUT", **empty)
    world.move("ambassador", f"{URL}/{bare['id']}", now["version"], 409, "PUT", **TEXT)


def test_one_experience_of_each_record_which_has_begun(world: World):
    planned = brought_to(world, "planned")
    source = f"{URL}/source?department={world.id_('A')}&origin=trial_action&origin_id="
    assert world.get("leader", source + planned["id"])["ready"] is False
    origin = {"origin": "trial_action", "department_id": world.id_("A")}
    world.post("leader", URL, 409, **TEXT, **origin, origin_id=planned["id"])
    trial = brought_to(world, "evaluated")
    found = world.get("leader", source + trial["id"])
    SourceOut.model_validate(found)
    assert found["text"]["learned"] == STUDY["learning"]
    told = tell(world, trial)
    twice = world.post("leader", URL, 409, **TEXT, **origin, origin_id=trial["id"])
    assert twice["facts"] == {"id": told["id"]}
    elsewhere = draft(world, "other_leader", "B")
    world.post("leader", URL, 404, **TEXT, **origin, origin_id=elsewhere["id"])


def test_of_a_session_and_a_round(world: World):
    a, forum = world.id_("A"), world.get("leader", "/api/content")["forums"][0]["key"]
    held = {"department_ids": [a], "day": "2026-11-05", "forum": forum}
    session = world.post("leader", "/api/journeys/sessions", state="held", **held)
    journey = world.get("leader", f"/api/journeys?department={a}")["items"][0]["id"]
    for origin, record in (("session", session["id"]), ("round", journey)):
        SourceOut.model_validate(
            world.get("leader", f"{URL}/source?department={a}&origin={origin}&origin_id={record}")
        )
        one = world.post("leader", URL, **TEXT, origin=origin, origin_id=record, department_id=a)
        share(world, one)
        made = world.post("other_leader", f"{URL}/{one['id']}/borrow", department_id=world.id_("B"))
        assert (made["change"], made["origin"]) == (TEXT["title"], None)
        assert world.get("leader", f"{URL}/{one['id']}")["tried"] == 0  # a draft has tried nothing


def _borrowed(world: World, one: dict[str, Any]) -> dict[str, Any]:
    return world.post("other_leader", f"{URL}/{one['id']}/borrow", department_id=world.id_("B"))


def _run(world: World, trial: dict[str, Any], decision: str | None = None) -> dict[str, Any]:
    """The borrowed trial in department B, running or decided."""
    who = "other_leader"
    trial = move(world, trial, "plan", who)
    trial = move(world, trial, "start", who, agreed_with="management")
    if decision is None:
        return trial
    trial = put(world, move(world, trial, "finish", who), "study", who, **STUDY)
    anchor = {"what": "Tavlen kl. 14", "owner_id": world.person(who), "due": "2026-12-01"}
    beside: dict[str, Any] = {"agreement": anchor} if decision == "adopt" else {}
    return dict(move(world, trial, "evaluate", who, decision=decision, agreed_with="management", **beside))


def test_it_travels_and_comes_back_as_a_count(world: World):
    one = shared(world)
    trial = _borrowed(world, one)
    assert trial["change"] == one["plan"]["change"]
    assert trial["owner"]["id"] == world.person("other_leader")

    def counts() -> dict[str, int]:
        told = world.get("leader", f"{URL}/{one['id']}")
        return {name: told[name] for name in ("tried", "kept")}

    assert counts() == {"tried": 1, "kept": 0}
    _run(world, trial, "adopt")
    assert counts() == {"tried": 2, "kept": 1}
    (told,) = world.get("leader", f"{URL}/{one['id']}")["borrowers"]
    assert (told["department"], told["trial_id"], told["decision"]) == (None, None, "adopt")
    (brief,) = world.get("leader", URL)["items"]
    assert (brief["tried"], brief["kept"]) == (2, 1)


def test_a_borrower_is_named_once_it_has_shared_in_turn(world: World):
    one = shared(world)
    trial = _run(world, _borrowed(world, one), "adapt")
    around = f"{URL}/around/{one['origin_id']}"
    assert world.get("leader", around)["named"] == []
    in_turn = world.post(
        "other_leader", URL, **TEXT, origin="trial_action", origin_id=trial["id"],
        department_id=world.id_("B"),
    )  # fmt: skip
    share(world, in_turn, "other_leader", consented_by=world.person("other_leader"))
    (told,) = world.get("leader", f"{URL}/{one['id']}")["borrowers"]
    assert (told["department"]["name"], told["experience_id"]) == ("Øjensygdomme", in_turn["id"])
    assert told["trial_id"] is None
    found = world.get("leader", around)
    AroundTrialOut.model_validate(found)
    ((name, trial_id),) = [(each["department"]["name"], each["trial_id"]) for each in found["named"]]
    assert name == "Øjensygdomme"
    (branch,) = world.get("leader", f"/api/trial-actions/{one['origin_id']}")["tried_in"]
    assert branch["id"] == trial_id, "the family's branch is the one that is named, whichever cycle it is at"
    theirs = world.get("other_leader", f"{URL}/around/{trial['id']}")
    assert theirs["borrowed_through"]["id"] == one["id"]


def test_nobody_borrows_what_is_not_shared_nor_where_she_may_not_suggest(world: World):
    one = shared(world)
    world.post("hmu", f"{URL}/{one['id']}/borrow", 404, department_id=world.id_("B"))
    world.post("hr", f"{URL}/{one['id']}/borrow", 403, department_id=world.id_("B"))
    world.move("leader", f"{URL}/{one['id']}/withdraw", one["version"])
    world.post("other_leader", f"{URL}/{one['id']}/borrow", 404, department_id=world.id_("B"))
    world.post("leader", f"{URL}/{one['id']}/borrow", 409, department_id=world.id_("A1"))


def test_filters(world: World):
    one = shared(world)
    pack = world.get("leader", "/api/content")
    factor, tool = pack["factors"][0]["key"], pack["tools"][0]["key"]
    world.move(
        "leader", f"{URL}/{one['id']}", one["version"], method="PUT", **TEXT, factors=[factor], tools=[tool]
    )
    for query, count in (
        (f"factor={factor}", 1), (f"factor={pack['factors'][1]['key']}", 0), (f"tool={tool}", 1),
        (f"department={world.id_('A')}", 1), (f"department={world.id_('C')}", 1),
        (f"department={world.id_('B')}", 0), (f"cursor={one['id']}", 0),
    ):  # fmt: skip
        assert len(world.get("hmu", f"{URL}?{query}")["items"]) == count, query
    world.get("hmu", f"{URL}?factor=x", 422)
    nowhere = "0190a2b4-7b7a-7c7e-8a8a-000000000000"
    assert world.get("hmu", f"{URL}?department={nowhere}") == world.get(
        "hmu", f"{URL}?department={world.id_('B')}"
    )
