"""The history through the API: a department's, a record's, one's own, the organisation's."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, update

from tests.api.promises import in_days, planned, promised
from tests.api.steps import day, session
from tests.api.tree import change
from tests.api.trials import draft, move
from tests.api.world import World
from tests.reliability.test_statements import counting
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.audit import ORGANISATION

URL = "/api/history"


def of(world: World, key: str = "leader", code: str = "A", **asked: object) -> list[dict[str, Any]]:
    """The events of a department's page."""
    query = "".join(f"&{name}={value}" for name, value in asked.items())
    found: list[dict[str, Any]] = world.get(key, f"{URL}?department={world.id_(code)}{query}")["items"]
    return found


def test_an_event_says_who_what_on_which_record(world: World) -> None:
    trial = move(world, move(world, draft(world), "plan"), "start", agreed_with="trio")
    told = of(world)[0]
    assert (told["what"], told["kind"]) == ("trial_action.started", "trial_action")
    assert told["record_id"] == trial["id"]
    assert told["title"] == trial["title"]
    assert told["actor"] == {"id": world.person("leader"), "name": "Lea Leder"}
    assert told["department"] == {"id": world.id_("A"), "name": "Lungesygdomme"}
    assert (told["mine"], told["automatic"]) == (True, False)
    assert of(world, "member")[0]["mine"] is False


def test_a_section_that_follows_stands_in_its_departments_history_and_no_other(world: World) -> None:
    made = planned(world, at="A1")
    walking = planned(world, "walking_leader", "A2")
    told = {each["record_id"]: each for each in of(world)}
    assert told[made["id"]]["department"]["name"] == "Sengeafsnittet"
    assert walking["id"] not in told
    assert [each["record_id"] for each in of(world, code="A1", kind="follow_up")] == [made["id"]]


def test_people_in_the_facts_are_named_beside_them(world: World) -> None:
    made = planned(world, owner_id=world.person("leader"))
    answer = world.get("leader", f"{URL}?department={world.id_('A')}")
    assert answer["named"][world.person("leader")] == "Lea Leder"
    assert made["id"] not in answer["named"]
    # Names are not in the event itself, which nobody could erase.
    assert "Lea" not in str(answer["items"][0]["facts"])


def test_a_person_who_was_erased_stands_as_her_role(world: World) -> None:
    planned(world, "trio")
    with world.database.write() as work:
        work.session.execute(
            update(Person).where(col(Person.id) == UUID(world.person("trio"))).values(name="")
        )
    told = of(world)[0]
    assert (told["actor"], told["role"], told["automatic"]) == (None, "trio", False)


def test_what_nobody_did_says_so(world: World) -> None:
    told = of(world, kind="department")[0]
    assert (told["what"], told["actor"], told["role"], told["automatic"]) == (
        "department.added", None, None, True,
    )  # fmt: skip


def test_pages_follow_each_other_without_gap_or_repetition(world: World) -> None:
    for number in range(4):
        planned(world, question=f"Går det {number}?")
        planned(world, at="A1", question=f"Går det {number} i afsnittet?")
    whole = [each["id"] for each in of(world, limit=100)]
    seen: list[str] = []
    cursor = ""
    while True:
        answer = world.get("leader", f"{URL}?department={world.id_('A')}&limit=3{cursor}")
        seen += [each["id"] for each in answer["items"]]
        if answer["next"] is None:
            break
        cursor = f"&cursor={answer['next'].replace('+', '%2B')}"
    assert seen == whole
    assert [each["at"] for each in of(world, limit=100)] == sorted(
        (each["at"] for each in of(world, limit=100)), reverse=True
    )


def test_kinds_and_days_narrow_it(world: World) -> None:
    promised(world)
    with clock.standing_at(datetime(2026, 3, 3, 22, 30, tzinfo=UTC)):  # 23.30 in Copenhagen
        made = planned(world, due="2026-04-01")
    assert {each["kind"] for each in of(world, kind="agreement")} == {"agreement"}
    one_day = of(world, **{"from": "2026-03-03", "to": "2026-03-03"})
    assert [each["record_id"] for each in one_day] == [made["id"]]
    assert made["id"] not in [each["record_id"] for each in of(world, **{"from": "2026-03-04"})]
    twice = world.get("leader", f"{URL}?department={world.id_('A')}&kind=agreement&kind=follow_up")["items"]
    assert {each["kind"] for each in twice} == {"agreement", "follow_up"}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=2026-05-01&to=2026-04-01", "to"),
        ("cursor=3", "cursor"),
        ("cursor=2026-01-01T00:00_x", "cursor"),
    ],
)
def test_what_cannot_be_asked_is_refused(world: World, query: str, field: str) -> None:
    answer = world.get("leader", f"{URL}?department={world.id_('A')}&{query}", 422)
    assert answer["facts"]["errors"][0]["field"] == field


def test_whoever_reads_no_plan_reads_no_history(world: World) -> None:
    made = planned(world)
    for key in ("hmu", "secretary", "admin"):
        world.get(key, f"{URL}?department={world.id_('A')}", 403)
        world.get(key, f"{URL}/records/{made['id']}", 404)


# ---- a record's page


def test_a_records_page_tells_it_from_the_beginning(world: World) -> None:
    made = planned(world)
    moved = world.move(
        "leader", f"/api/follow-ups/{made['id']}", made["version"], method="PUT",
        kind=made["kind"], question=made["question"], due=in_days(14),
    )  # fmt: skip
    answer = world.get("member", f"{URL}/records/{made['id']}")
    assert (answer["kind"], answer["title"]) == ("follow_up", made["question"])
    assert answer["department"] == {"id": world.id_("A"), "name": "Lungesygdomme"}
    assert [each["what"] for each in answer["items"]] == ["follow_up.changed", "follow_up.planned"]
    facts = answer["items"][0]["facts"]
    assert (facts["from"]["due"], facts["to"]["due"]) == (made["due"], moved["due"])


def test_a_record_without_an_event_left_by_the_filters_is_still_itself(world: World) -> None:
    made = planned(world)
    answer = world.get("leader", f"{URL}/records/{made['id']}?to=2020-01-01")
    assert (answer["items"], answer["kind"], answer["title"]) == ([], "follow_up", made["question"])


def test_a_session_of_two_departments_is_told_to_each_in_its_own(world: World) -> None:
    made = world.post("hr", "/api/journeys/sessions", **session([world.id_("A"), world.id_("B")]))
    for key, code in (("leader", "A"), ("other_leader", "B")):
        (told,) = world.get(key, f"{URL}/records/{made['id']}")["items"]
        assert told["department"]["id"] == world.id_(code)
    both = world.get("hr", f"{URL}/records/{made['id']}")["items"]
    assert {each["department"]["id"] for each in both} == {world.id_("A"), world.id_("B")}


# ---- after a merge


def merged(world: World) -> None:
    """B is closed and A continues it."""
    change(world, "A", "merge", with_ids=[world.id_("B")], target_id=world.id_("A"))


def test_readers_of_a_successor_read_the_predecessors_history(world: World) -> None:
    made = promised(world, "other_leader", "B", owner_id=world.person("other_leader"))
    world.get("leader", f"{URL}?department={world.id_('B')}", 404)
    merged(world)
    here = world.get("leader", f"{URL}?department={world.id_('A')}")
    (before,) = here["predecessors"]
    assert (before["id"], before["name"], before["kind"]) == (world.id_("B"), "Øjensygdomme", "merge")
    (told,) = of(world, code="B", kind="agreement")
    assert (told["record_id"], told["title"]) == (made["id"], made["what"])
    # Who belonged to the one that closed belongs to the one that goes on, and reads both.
    for key in ("leader", "other_leader"):
        (after,) = world.get(key, f"{URL}?department={world.id_('B')}")["successors"]
        assert after["id"] == world.id_("A")
    closed = of(world, code="B", kind="department")[0]
    assert (closed["what"], closed["facts"]["to"]) == ("department.closed", [world.id_("A")])


def test_a_record_is_followed_through_the_chains_it_stood_in(world: World) -> None:
    made = promised(world, "other_leader", "B", owner_id=world.person("other_leader"))
    merged(world)
    for key in ("leader", "other_leader", "hr"):
        answer = world.get(key, f"{URL}/records/{made['id']}")
        told = [(each["what"], each["department"]["name"]) for each in answer["items"]]
        assert told == [("agreement.carried", "Lungesygdomme"), ("agreement.created", "Øjensygdomme")]
        assert answer["department"]["id"] == world.id_("A"), "where it stands now"
        assert answer["named"][world.id_("B")] == "Øjensygdomme"
    world.get("walking_leader", f"{URL}/records/{made['id']}", 404)


def test_a_record_that_moved_away_is_told_as_far_as_one_reads(world: World) -> None:
    """The section's chain goes with it: whoever led where it stood reads it no more."""
    made = planned(world, at="A1")
    change(world, "A1", "move", parent_id=world.id_("B"))
    assert world.get("other_leader", f"{URL}/records/{made['id']}")["items"]
    world.get("leader", f"{URL}/records/{made['id']}", 404)
    assert made["id"] not in [each["record_id"] for each in of(world)]
    assert made["id"] in [each["record_id"] for each in of(world, "other_leader", "B")]


# ---- one's own


def test_my_own_actions_in_all_departments_and_nobody_elses(world: World) -> None:
    world.post("hr", "/api/journeys/sessions", **session([world.id_("A"), world.id_("B")]))
    planned(world)
    told = world.get("hr", f"{URL}/mine")["items"]
    assert {each["what"] for each in told} >= {"session.held", "journey.opened"}
    assert {each["actor"]["id"] for each in told} == {world.person("hr")}
    assert {each["department"]["name"] for each in told} == {"Lungesygdomme", "Øjensygdomme"}
    assert all(each["mine"] for each in told)
    for name in ("actor", "actor_id", "person"):
        whole = of(world, **{name: world.person("hr")})
        assert len({each["actor"]["id"] for each in whole if each["actor"]}) > 1, "no filter by person"


def test_my_own_actions_name_nothing_that_i_may_no_longer_read(world: World) -> None:
    made = promised(world, "other_leader", "B", owner_id=world.person("other_leader"))
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == UUID(world.person("other_leader")))
            .values(department_id=UUID(world.id_("A")))
        )
    told = world.get("other_leader", f"{URL}/mine")
    assert told["items"][0]["record_id"] == made["id"]
    assert (told["items"][0]["title"], told["items"][0]["department"]) == (None, None)
    assert made["what"] not in str(told)


# ---- the organisation


def test_the_administrator_reads_the_organisations_history_and_no_departments_work(world: World) -> None:
    planned(world)
    world.as_("hr").put("/api/me/language", json={"language": "en"})
    with world.database.write() as work:
        work.record("import.applied", "import", UUID(int=5))
    told = world.get("admin", f"{URL}/organisation?limit=100")["items"]
    kinds = {each["kind"] for each in told}
    assert "person.language" not in {each["what"] for each in told}
    assert {"department", "person", "role", "import"} <= kinds
    assert "follow_up" not in kinds
    people = world.get("admin", f"{URL}/organisation?kind=person")["items"]
    assert {each["kind"] for each in people} == {"person"}
    assert world.get("admin", f"{URL}/organisation?kind=follow_up")["items"] == []
    for key in ("leader", "hr", "hmu", "secretary"):
        world.get(key, f"{URL}/organisation", 404)


def test_what_belongs_to_no_department_is_no_record_of_anybodys(world: World) -> None:
    with world.database.write() as work:
        work.record("import.applied", "import", UUID(int=5))
    for key in ("admin", "hr", "leader"):
        world.get(key, f"{URL}/records/{UUID(int=5)}", 404)
    assert ORGANISATION.int == 0


def test_a_long_history_is_read_as_quickly_as_a_short_one(world: World) -> None:
    """The plan of the whole query, sections and filters included, walks along an index."""
    planned(world, at="A1")
    with counting(world) as seen:
        of(world, **{"from": day(-30), "to": day()})
    asked = next(each for each in seen if "FROM audit_event" in each and "UNION ALL" in each)
    assert asked.count("LIMIT") == 3, "cut from each chain, then from what they gave together"
    plan = _plan(world, asked)
    assert "ix_audit_event_at" in plan
    assert "SCAN audit_event" not in plan
    assert "Seq Scan on audit_event" not in plan


def _plan(world: World, asked: str) -> str:
    a, soon = UUID(world.id_("A")), clock.now() + timedelta(days=1)
    postgres = world.database.reader.dialect.name == "postgresql"
    if not postgres:
        with world.database.reader.connect() as connection:
            marks = tuple("2026-01-01" for _ in range(asked.count("?")))
            found = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", marks)
            return "\n".join(str(row) for row in found)
    values: dict[str, Any] = {}
    for name, kind in re.findall(r"%\((\w+)\)s(?:::(\w+))?", asked):
        values[name] = {"UUID": a, "INTEGER": 51}.get(kind, soon if "at" in name else 51)
    with world.database.reader.connect() as connection:
        connection.exec_driver_sql("SET enable_seqscan = off")
        return "\n".join(str(row) for row in connection.exec_driver_sql(f"EXPLAIN {asked}", values))
