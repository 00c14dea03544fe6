"""What somebody owns changes hands; what has no owner is seen by leader and TRIO; the new owner is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.people import PEOPLE, as_anybody, days_later, ended, entered, given, role_of
from tests.api.promises import in_days, planned, promised
from tests.api.world import World

HANDOVERS = "/api/handovers"


def session(world: World, led_by: str, *codes: str, key: str = "leader", **other: Any) -> dict[str, Any]:
    forum = world.get("leader", "/api/content")["forums"][0]["key"]
    return world.post(
        key, "/api/journeys/sessions",
        department_ids=[world.id_(code) for code in codes or ("A",)], state="planned", day=in_days(5),
        forum=forum, led_by=led_by, **other,
    )  # fmt: skip


def one_of_each(world: World, owner: str) -> dict[str, str]:
    """A record of each kind in department A that this person owns: kind -> id."""
    a = world.id_("A")
    trial = world.post(
        "leader", "/api/trial-actions", department_id=a, change="fem minutter", owner_id=owner,
        ends_on=in_days(9),
    )  # fmt: skip
    wish = world.post("leader", "/api/support-requests", department_id=a, wish="et oplæg")
    url = f"/api/support-requests/{wish['id']}/agree"
    world.move("hr", url, wish["version"], agreed_with=owner, agreed_for=in_days(8))
    return {
        "trial_action": trial["id"],
        "agreement": promised(world, owner_id=owner)["id"],
        "follow_up": planned(world, owner_id=owner)["id"],
        "session": session(world, owner)["id"],
        "support_request": wish["id"],
    }


def where(world: World, key: str = "leader", at: str = "A") -> set[tuple[str, str]]:
    """Kind and id of what stands without an owner there."""
    items = world.get(key, f"{HANDOVERS}?department={world.id_(at)}")["items"]
    return {(line["kind"], line["id"]) for line in items}


def hand(
    world: World, records: dict[str, str], to: str | None, *,
    key: str = "leader", at: str = "A", status: int = 201, was: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Hand the records over."""
    lines = [{"kind": kind, "id": id_, "to_id": to} for kind, id_ in records.items()]
    return world.post(key, HANDOVERS, status, department_id=world.id_(at), from_id=was, to=lines)


def owned(world: World, person: str, key: str = "leader", at: str = "A") -> set[tuple[str, str]]:
    """Kind and id of what the person owns there."""
    items = world.get(key, f"{HANDOVERS}/of?department={world.id_(at)}&person={person}")["items"]
    return {(line["kind"], line["id"]) for line in items}


def test_everything_a_person_owns_is_found_when_her_role_ends(world: World) -> None:
    kim = entered(world, role="trio")
    records = one_of_each(world, kim["id"])
    reply = ended(world, kim["roles"][0], "leader")
    assert {(line["kind"], line["id"]) for line in reply["owns"]} == set(records.items())
    assert reply["count"] == 5
    assert not any(line["belongs"] for line in reply["owns"])
    assert [line["due"] for line in reply["owns"]] == sorted(line["due"] for line in reply["owns"])


def test_an_administrator_is_told_how_much_and_not_what(world: World) -> None:
    kim = entered(world, role="trio")
    one_of_each(world, kim["id"])
    reply = ended(world, kim["roles"][0])
    assert (reply["owns"], reply["count"]) == ([], 5)


def test_whoever_stays_as_a_colleague_still_belongs(world: World) -> None:
    kim = entered(world, role="trio")
    given(world, kim["id"], "member", "A1")
    promised(world, owner_id=kim["id"])
    (line,) = ended(world, kim["roles"][0], "leader")["owns"]
    assert line["belongs"]
    with days_later(world, 1):
        assert where(world) == set()


@pytest.mark.parametrize("sees", ["leader", "trio"])
def test_what_is_left_behind_stands_without_an_owner_from_the_day_after(world: World, sees: str) -> None:
    kim = entered(world, role="trio")
    records = one_of_each(world, kim["id"])
    world.move("admin", f"{PEOPLE}/{kim['id']}/leave", kim["version"])
    assert where(world, sees) == set()
    with days_later(world, 1):
        assert where(world, sees) == set(records.items())
        (count,) = world.get(sees, "/api/overview/mine")["unowned"]
        assert (count["department"]["id"], count["count"]) == (world.id_("A"), 5)


def test_all_is_given_to_one_or_each_to_somebody(world: World) -> None:
    kim = entered(world, role="trio")
    records = one_of_each(world, kim["id"])
    left = hand(world, {"agreement": records.pop("agreement")}, world.person("member"), was=kim["id"])
    assert (left["handed"], {line["kind"] for line in left["items"]}) == (1, set(records))
    done = hand(world, records, world.person("trio"), was=kim["id"])
    assert (done["handed"], done["items"]) == (4, [])
    assert owned(world, world.person("trio")) == set(records.items())


def test_the_new_owner_is_told_until_she_has_seen_it(world: World) -> None:
    kim = entered(world, "Kim Før", role="trio")
    records = one_of_each(world, kim["id"])
    hand(world, records, world.person("trio"), was=kim["id"])
    told = world.get("trio", f"{HANDOVERS}/mine")["items"]
    assert {(line["kind"], line["record_id"]) for line in told} == set(records.items())
    assert {(line["former"]["name"], line["by"]["name"]) for line in told} == {("Kim Før", "Lea Leder")}
    assert world.get("trio", "/api/overview/mine")["handed_to_me"] == told
    assert world.get("member", f"{HANDOVERS}/mine")["items"] == []
    seen = f"{HANDOVERS}/{told[0]['id']}/seen"
    assert world.as_("member").post(seen).status_code == 404
    assert [world.as_("trio").post(seen).status_code for _ in range(2)] == [204, 204]
    assert world.get("trio", f"{HANDOVERS}/mine")["items"] == told[1:]
    assert world.get("trio", "/api/overview/mine")["handed_to_me"] == told[1:]


def test_whoever_takes_a_thing_herself_or_lost_it_is_not_told(world: World) -> None:
    kim = entered(world, role="trio")
    mine, on = promised(world, owner_id=kim["id"])["id"], promised(world, owner_id=kim["id"])["id"]
    hand(world, {"agreement": mine}, world.person("leader"), was=kim["id"])
    hand(world, {"agreement": on}, world.person("trio"), was=kim["id"])
    hand(world, {"agreement": on}, world.person("member"), was=world.person("trio"))
    assert world.get("leader", f"{HANDOVERS}/mine")["items"] == []
    assert world.get("trio", f"{HANDOVERS}/mine")["items"] == []
    assert world.get("trio", "/api/overview/mine")["handed_to_me"] == []
    assert as_anybody(world, kim["id"]).get(f"{HANDOVERS}/mine").json() == {"items": []}


def test_a_hand_over_is_a_new_version_and_stands_in_the_history(world: World) -> None:
    agreement = promised(world)
    hand(world, {"agreement": agreement["id"]}, world.person("trio"), was=world.person("leader"))
    now = world.get("leader", f"/api/agreements/{agreement['id']}")
    assert (now["owner"]["id"], now["version"]) == (world.person("trio"), agreement["version"] + 1)
    world.move("leader", f"/api/agreements/{agreement['id']}/done", agreement["version"], 412)
    line = world.get("leader", f"/api/history?department={world.id_('A')}")["items"][0]
    assert (line["what"], line["record_id"]) == ("agreement.handed_over", agreement["id"])
    assert line["facts"]["to"] == {"owner_id": world.person("trio")}


@pytest.mark.parametrize("kind", ["trial_action", "agreement", "follow_up", "session", "support_request"])
def test_the_new_owner_belongs_there(world: World, kind: str) -> None:
    records = one_of_each(world, world.person("trio"))
    one = {kind: records[kind]}
    wrong = hand(world, one, world.person("other_leader"), was=world.person("trio"), status=422)
    assert wrong["facts"]["errors"] == [{"field": "to.0.to_id", "problem": "not_here"}]
    hand(world, one, world.person("hmu"), was=world.person("trio"), status=422)
    hand(world, one, world.person("hr"), was=world.person("trio"))


@pytest.mark.parametrize("kind", ["trial_action", "agreement", "follow_up", "session"])
def test_what_is_over_changes_no_hands(world: World, kind: str) -> None:
    records = one_of_each(world, world.person("trio"))
    url = {
        "trial_action": "/api/trial-actions", "agreement": "/api/agreements",
        "follow_up": "/api/follow-ups", "session": "/api/journeys/sessions",
    }[kind]  # fmt: skip
    version = world.get("leader", f"{url}/{records[kind]}")["version"]
    world.move("leader", f"{url}/{records[kind]}/cancel", version, reason="nået")
    refused = hand(world, {kind: records[kind]}, world.person("member"), was=world.person("trio"), status=409)
    assert refused["facts"]["state"] == "gone"
    assert (kind, records[kind]) not in owned(world, world.person("trio"))


def test_all_or_nothing_is_handed_over(world: World) -> None:
    """One line that has changed meanwhile stops them all: the page is looked at again."""
    first, second = promised(world), promised(world)
    hand(world, {"agreement": second["id"]}, world.person("trio"), was=world.person("leader"))
    member = world.person("member")
    lines = [{"kind": "agreement", "id": each["id"], "to_id": member} for each in (first, second)]
    refused = world.post(
        "leader", HANDOVERS, 409, department_id=world.id_("A"), from_id=world.person("leader"), to=lines
    )
    assert refused["facts"] == {"state": "handed_over", "kind": "agreement", "id": second["id"]}
    assert owned(world, world.person("leader")) == {("agreement", first["id"])}


def test_what_has_an_owner_is_not_taken_as_if_it_had_none(world: World) -> None:
    agreement = promised(world)
    hand(world, {"agreement": agreement["id"]}, world.person("trio"), status=409)


def test_something_can_be_left_without_an_owner_and_is_seen_then(world: World) -> None:
    agreement = promised(world)
    hand(world, {"agreement": agreement["id"]}, None, was=world.person("leader"))
    assert where(world) == {("agreement", agreement["id"])}
    hand(world, {"agreement": agreement["id"]}, world.person("trio"))
    assert where(world) == set()


def test_a_suggestion_that_nobody_has_taken_on_is_nobodys_promise(world: World) -> None:
    world.post("member", "/api/trial-actions", department_id=world.id_("A1"), change="en runde mere")
    trials = world.get("leader", f"/api/trial-actions?department={world.id_('A1')}")["items"]
    assert trials[0]["owner"] is None
    assert where(world) == set()


# ---- own subtree only


def test_another_departments_promises_cannot_be_given_on_from_here(world: World) -> None:
    owner = world.person("other_leader")
    theirs = promised(world, "other_leader", "B", owner_id=owner)
    there = hand(world, {"agreement": theirs["id"]}, world.person("leader"), was=owner, status=409)
    nowhere = hand(world, {"agreement": owner}, world.person("leader"), was=owner, status=409)
    assert there["facts"] | {"id": owner} == nowhere["facts"]
    done = f"/api/agreements/{theirs['id']}/done"
    world.move("other_leader", done, theirs["version"])
    assert hand(world, {"agreement": theirs["id"]}, world.person("leader"), was=owner, status=409) == there
    theirs = promised(world, "other_leader", "B", owner_id=owner)
    hand(world, {"agreement": theirs["id"]}, owner, was=owner, key="other_leader", at="A", status=404)
    assert owned(world, owner, "other_leader", "B") == {("agreement", theirs["id"])}


def test_whom_nobody_here_knows_is_not_named(world: World) -> None:
    url = f"{HANDOVERS}/of?department={world.id_('A')}&person="
    there = world.as_("leader").get(url + world.person("other_leader"))
    missing = world.as_("leader").get(url + world.id_("A"))
    assert (there.status_code, there.content) == (missing.status_code, missing.content)
    assert there.status_code == 404


def test_a_section_leader_hands_over_in_her_own_section(world: World) -> None:
    kim = entered(world, at="A1")
    inside = promised(world, at="A1", owner_id=kim["id"])
    above = promised(world, at="A", owner_id=kim["id"])
    me = world.person("section_leader")
    hand(world, {"agreement": above["id"]}, me, was=kim["id"], key="section_leader", at="A1", status=409)
    hand(world, {"agreement": inside["id"]}, me, was=kim["id"], key="section_leader", at="A1")


def test_leaders_see_what_stands_without_an_owner_beneath_them(world: World) -> None:
    kim = entered(world, at="A2")
    agreement = promised(world, "walking_leader", "A2", owner_id=kim["id"])
    ended(world, kim["roles"][0])
    with days_later(world, 1):
        for key, at in (("leader", "A"), ("walking_leader", "A2")):
            assert where(world, key, at) == {("agreement", agreement["id"])}
            (count,) = world.get(key, "/api/overview/mine")["unowned"]
            assert (count["department"]["id"], count["count"]) == (world.id_(at), 1)
        assert world.get("other_leader", "/api/overview/mine")["unowned"] == []


def test_hr_gives_on_what_hr_has_promised(world: World) -> None:
    kim = entered(world, "Hr Holm", "hr", "H")
    records = one_of_each(world, kim["id"])
    world.move("admin", f"{PEOPLE}/{kim['id']}/leave", kim["version"])
    with days_later(world, 1):
        wish = {"support_request": records["support_request"]}
        assert where(world, "hr", "H") == set(wish.items())
        (count,) = world.get("hr", "/api/overview/mine")["unowned"]
        assert (count["department"]["id"], count["count"]) == (world.id_("H"), 1)
        assert where(world, "leader") == set(records.items())
        hand(world, wish, world.person("hr"), key="hr", at="H")
        hand(world, {"agreement": records["agreement"]}, world.person("hr"), key="hr", at="H", status=409)


def test_a_session_of_several_departments_is_led_by_whoever_belongs_to_one(world: World) -> None:
    bo = entered(world, "Bo B", "member", "B")
    held = session(world, bo["id"], "A", "B", key="hr")
    assert where(world) == set()
    ended(world, bo["roles"][0])
    with days_later(world, 1):
        assert where(world) == where(world, "other_leader", "B") == {("session", held["id"])}
        for key in ("leader", "other_leader"):
            assert world.get(key, "/api/overview/mine")["unowned"][0]["count"] == 1
        hand(world, {"session": held["id"]}, world.person("leader"))
        assert where(world, "other_leader", "B") == set()


def test_one_session_is_not_owned_because_another_is(world: World) -> None:
    session(world, world.person("leader"))
    bo = entered(world, "Bo B", "member")
    alone = session(world, bo["id"])
    ended(world, bo["roles"][0], "leader")
    with days_later(world, 1):
        assert where(world) == {("session", alone["id"])}
        assert [line["count"] for line in world.get("leader", "/api/overview/mine")["unowned"]] == [1]


def test_a_deputy_hands_over_while_she_leads(world: World) -> None:
    role = role_of(world, "leader")
    world.post(
        "leader", f"/api/roles/{role['id']}/deputy",
        person_id=world.person("member"), valid_from=in_days(0), valid_to=in_days(9),
    )  # fmt: skip
    agreement, member = promised(world), world.person("member")
    hand(world, {"agreement": agreement["id"]}, member, was=world.person("leader"), key="member")
