"""Former texts of the history: who reads, opens and erases them, and that the chain outlives them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, func, select, update

from tests.api.promises import logged, planned
from tests.api.steps import session
from tests.api.test_history import merged
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditText, broken_link
from trinvis.followups.tables import FollowUpLog

URL = "/api/history"
BEFORE, AFTER = "Når vi det?", "Når vi det hver dag?"
SECRET, MILDER = "Vi turde ikke sige det højt", "Det er svært at sige højt"


def asked_anew(world: World) -> dict[str, Any]:
    """A follow-up whose question was changed."""
    made = planned(world, question=BEFORE)
    return world.move(
        "leader", f"/api/follow-ups/{made['id']}", made["version"], method="PUT",
        kind=made["kind"], question=AFTER, due=made["due"],
    )  # fmt: skip


def corrected(world: World, key: str = "leader") -> str:
    """The record of a candid note that was corrected."""
    made = planned(world)
    found = logged(world, made, key, note=SECRET, audience="candid")
    world.move(
        key, f"/api/follow-ups/logs/{found['log_id']}", 1, method="PUT", held_on=str(clock.today()),
        assessment="as_planned", note=MILDER, audience="candid",
    )  # fmt: skip
    return str(made["id"])


def newest(world: World, key: str, record: str) -> dict[str, Any]:
    """The record's last change that kept a former text."""
    items = world.get(key, f"{URL}/records/{record}")["items"]
    return next(each for each in items if each["what"].endswith((".changed", ".corrected")))


def whole(world: World, chain: str) -> bool:
    with world.database.read() as work:
        return broken_link(work.session, UUID(chain)) is None


def test_a_shared_text_is_shown_to_whoever_reads_the_history(world: World) -> None:
    made = asked_anew(world)
    for key, can in (("leader", ["erase"]), ("trio", ["erase"]), ("member", []), ("hr", []), ("lmu", [])):
        (former,) = newest(world, key, made["id"])["former"]
        assert former == {"field": "question", "text": BEFORE, "audience": "shared", "can": can}


def test_a_text_for_us_alone_is_behind_its_opening_which_is_noted(world: World) -> None:
    record = corrected(world)
    for key in ("member", "hr", "section_leader"):
        (former,) = newest(world, key, record)["former"]
        assert (former["text"], former["audience"], former["can"]) == (None, "candid", [])
        world.post(key, f"{URL}/{newest(world, key, record)['id']}/open", 403)
    for key in ("leader", "trio", "ambassador"):
        told = newest(world, key, record)
        assert "open" in told["former"][0]["can"]
        answer = world.post(key, f"{URL}/{told['id']}/open", 200)
        assert answer == {"texts": [{"field": "note", "text": SECRET}]}
        read = world.get("leader", f"{URL}/records/{record}")["items"][0]
        assert (read["what"], read["actor"]["id"]) == ("history.opened", world.person(key))
    assert SECRET not in world.as_("leader").get(f"{URL}/records/{record}").text


def test_a_new_leader_does_not_read_what_was_written_before_her(world: World) -> None:
    """The note's day counts, not the day of its correction."""
    record = corrected(world)
    today = clock.today()
    with world.database.write() as work:
        work.session.execute(
            update(FollowUpLog)
            .where(col(FollowUpLog.follow_up_id) == UUID(record))
            .values(logged_at=clock.now() - timedelta(days=9))
        )
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == UUID(world.person("leader")))
            .values(valid_from=today - timedelta(days=3), known_since=today - timedelta(days=3))
        )
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == UUID(world.person("trio")))
            .values(valid_from=today - timedelta(days=20), known_since=today - timedelta(days=20))
        )
    told = newest(world, "leader", record)
    assert told["former"][0]["can"] == ["erase"]
    world.post("leader", f"{URL}/{told['id']}/open", 403)
    world.post("trio", f"{URL}/{told['id']}/open", 200)


def test_a_note_that_became_ours_alone_takes_what_stood_before_with_it(world: World) -> None:
    made = world.post(
        "leader", "/api/journeys/sessions", **session([world.id_("A")], note=SECRET, audience="shared")
    )
    form = {name: made[name] for name in ("day", "forum", "covers")}
    url = f"/api/journeys/sessions/{made['id']}"
    world.move("leader", url, 1, method="PUT", **form, note=MILDER, audience="candid")
    (former,) = newest(world, "member", made["id"])["former"]
    assert (former["text"], former["audience"]) == (None, "candid")
    assert SECRET not in world.as_("member").get(f"{URL}?department={world.id_('A')}").text
    assert SECRET not in world.as_("leader").get(f"{URL}/mine").text


def test_erasing_is_for_good_and_the_chain_stays_whole(world: World) -> None:
    made = asked_anew(world)
    told = newest(world, "leader", made["id"])
    assert world.post("leader", f"{URL}/{told['id']}/erase", 200, field="question") == {"count": 1}
    with world.database.read() as work:
        assert work.one(select(func.count()).select_from(AuditText))[0] == 0
    items = world.get("member", f"{URL}/records/{made['id']}")["items"]
    assert (items[0]["what"], items[0]["facts"]["field"]) == ("history.erased", "question")
    assert items[0]["facts"]["events"] == [told["id"]]
    assert items[1]["former"] == []
    assert BEFORE not in str(items)
    assert whole(world, world.id_("A"))
    world.post("leader", f"{URL}/{told['id']}/erase", 409, field="question")


def test_the_proof_of_the_chain_can_fail(world: World) -> None:
    asked_anew(world)
    with world.database.write() as work:
        work.session.connection().exec_driver_sql("UPDATE audit_event SET what = 'x' WHERE number = 3")
    assert not whole(world, world.id_("A"))


@pytest.mark.parametrize("key", ["member", "section_leader", "ambassador", "lmu", "hr"])
def test_only_management_and_trio_erase(world: World, key: str) -> None:
    made = asked_anew(world)
    told = newest(world, "leader", made["id"])
    world.post(key, f"{URL}/{told['id']}/erase", 403, field="question")
    assert newest(world, "leader", made["id"])["former"]


def test_what_is_repeated_in_another_departments_history_is_erased_there_too(world: World) -> None:
    made = world.post(
        "hr", "/api/journeys/sessions", **session([world.id_("A"), world.id_("B")], title="Første gang")
    )
    form = {name: made[name] for name in ("day", "forum", "covers")}
    world.move("hr", f"/api/journeys/sessions/{made['id']}", 1, method="PUT", **form, title="Anden gang")
    told = newest(world, "leader", made["id"])
    assert world.post("leader", f"{URL}/{told['id']}/erase", 200, field="title") == {"count": 2}
    assert newest(world, "other_leader", made["id"])["former"] == []
    erased = world.get("other_leader", f"{URL}/records/{made['id']}")["items"][0]
    assert erased["what"] == "history.erased"
    assert whole(world, world.id_("A"))
    assert whole(world, world.id_("B"))


def test_readers_of_a_successor_open_and_erase_nothing(world: World) -> None:
    made = planned(world, "other_leader", "B")
    found = logged(world, made, "other_leader", note=SECRET, audience="candid")
    world.move(
        "other_leader", f"/api/follow-ups/logs/{found['log_id']}", 1, method="PUT",
        held_on=str(clock.today()), assessment="as_planned", note=MILDER, audience="candid",
    )  # fmt: skip
    merged(world)
    told = newest(world, "leader", made["id"])
    assert told["former"] == [{"field": "note", "text": None, "audience": "candid", "can": []}]
    world.post("leader", f"{URL}/{told['id']}/open", 403)
    world.post("leader", f"{URL}/{told['id']}/erase", 403, field="note")
    # The role of whoever wrote it ended with the department; a new one opens nothing of before.
    world.post("other_leader", f"{URL}/{told['id']}/open", 403)
