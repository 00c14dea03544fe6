"""Logging through the API: second logs, series, corrections, notes *Kun for os*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select, update

from tests.api.promises import FOLLOW_UPS, day, in_days, logged, planned
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.http import Kept
from trinvis.followups.rules import plus_months

SECRET = "Vi turde ikke sige det højt"


def test_logging_makes_it_held_and_proposes_the_next(world: World) -> None:
    made = planned(world)
    found = logged(world, made, note="Nattevagten når det, når vi begynder 7.10.", tally=12)
    follow_up = found["follow_up"]
    assert (follow_up["state"], follow_up["last"], follow_up["version"]) == ("held", "as_planned", 2)
    (log,) = follow_up["logs"]
    assert log["id"] == found["log_id"]
    assert log["held_on"] == str(clock.today())
    assert (log["note"], log["has_note"], log["tally"]) == (
        "Nattevagten når det, når vi begynder 7.10.",
        True,
        12,
    )
    assert log["logged_by"]["name"] == "Lea Leder"
    assert log["can"] == ["correct"]
    assert found["next"] is None
    assert len(found["proposed"]) == 2
    assert all(day(proposed) > clock.today() for proposed in found["proposed"])


def test_a_second_log_stands_beside_the_first(world: World) -> None:
    made = planned(world)
    first = logged(world, made, next_due=in_days(14))
    second = logged(
        world, made, "trio", assessment="adjusted", note="Hos os går det trægt", next_due=in_days(21)
    )
    assert [log["assessment"] for log in second["follow_up"]["logs"]] == ["as_planned", "adjusted"]
    assert second["next"]["id"] == first["next"]["id"]
    assert second["next"]["due"] == in_days(14)
    assert second["proposed"] == []


def test_the_chosen_date_is_planned_with_the_same_question(world: World) -> None:
    made = planned(world, "leader", "A1", owner_id=world.person("trio"), kind="result")
    following = logged(world, made, next_due=in_days(30))["next"]
    for same in ("question", "kind", "owner", "department", "journey_id"):
        assert following[same] == made[same]
    assert (following["state"], following["due"], following["last"]) == ("planned", in_days(30), "as_planned")


@pytest.mark.parametrize(("unit", "every"), [("week", 1), ("month", 1)])
def test_a_series_goes_on_by_itself(world: World, unit: str, every: int) -> None:
    made = planned(world, due=in_days(0), repeat_every=every, repeat_unit=unit)
    following = logged(world, made)["next"]
    assert (following["repeat_every"], following["repeat_unit"]) == (every, unit)
    earliest = clock.today() + timedelta(days=7) if unit == "week" else plus_months(clock.today(), 1)
    assert day(following["due"]) >= earliest


@pytest.mark.parametrize(
    "how", [{"stop_series": True}, {"assessment": "stopped"}, {"next_due": None, "stop_series": True}]
)
def test_a_series_stops(world: World, how: dict[str, Any]) -> None:
    made = planned(world, repeat_every=1, repeat_unit="week")
    found = logged(world, made, **how)
    assert found["next"] is None
    assert len(found["proposed"]) == 2


def test_a_stopped_series_may_get_one_more_date(world: World) -> None:
    made = planned(world, repeat_every=1, repeat_unit="week")
    following = logged(world, made, next_due=in_days(40), stop_series=True)["next"]
    assert (following["due"], following["repeat_every"]) == (in_days(40), None)


def test_a_date_chosen_afterwards_goes_on_with_the_series(world: World) -> None:
    made = planned(world)
    logged(world, made, assessment="adjusted")
    following = planned(world, follows_id=made["id"], due=in_days(20))
    assert following["last"] == "adjusted"
    assert logged(world, made)["next"]["id"] == following["id"]
    planned(world, at="A1", status=422, follows_id=made["id"])


def test_an_owner_who_is_gone_does_not_own_the_next(world: World) -> None:
    made = planned(world, owner_id=world.person("trio"))
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == UUID(world.person("trio")))
            .values(valid_from=date(2020, 1, 1), valid_to=clock.today() - timedelta(days=1))
        )
    assert logged(world, made, next_due=in_days(10))["next"]["owner"] is None


WRONG = (
    ({"held_on": in_days(3)}, "held_on", "in_future"),
    ({"held_on": "1999-01-01"}, "held_on", "greater_than_equal"),
    ({"next_due": in_days(-3)}, "next_due", "in_past"),
    ({"note": "x" * 1001}, "note", "too_long"),
    ({"tally": -1}, "tally", "greater_than_equal"),
    ({"tally": 100_001}, "tally", "less_than_equal"),
    ({"tally": "5"}, "tally", "int_type"),
    ({"assessment": "fine"}, "assessment", "enum"),
    ({"audience": "secret"}, "audience", "enum"),
)


def test_what_a_log_may_say(world: World) -> None:
    for change, field, problem in WRONG:
        made = planned(world)
        sent = world.as_("leader").post(
            f"{FOLLOW_UPS}/{made['id']}/log", json={"assessment": "adjusted"} | change
        )
        assert sent.status_code == 422
        error = sent.json()["facts"]["errors"][0]
        assert error["field"].endswith(field)
        assert error["problem"] == problem
        assert world.get("leader", f"{FOLLOW_UPS}/{made['id']}")["state"] == "planned"


def test_what_waited_without_network_is_taken_late(world: World) -> None:
    made = planned(world)
    found = logged(world, made, held_on=in_days(-3), next_due=in_days(-1))
    assert found["follow_up"]["logs"][0]["held_on"] == in_days(-3)
    assert found["next"]["due"] == in_days(-1)


def test_a_log_sent_twice_is_kept_once_and_its_key_holds_no_note(world: World) -> None:
    made, key = planned(world, repeat_every=1, repeat_unit="week"), {"Idempotency-Key": str(uuid4())}
    form: dict[str, Any] = {"assessment": "adjusted", "note": SECRET, "audience": "candid"}
    url = f"{FOLLOW_UPS}/{made['id']}/log"
    first, again = (world.as_("leader").post(url, json=form, headers=key) for _ in range(2))
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert len(world.get("leader", f"{FOLLOW_UPS}/{made['id']}")["logs"]) == 1
    with world.database.read() as work:
        assert SECRET not in str(work.rows(select(Kept.body, Kept.reply)))


def test_something_else_is_made_and_logged_in_one(world: World) -> None:
    url = f"{FOLLOW_UPS}/log"
    form: dict[str, Any] = {"question": "Spørger vi hinanden?", "assessment": "adjusted"}
    found = world.post("ambassador", url, department_id=world.id_("A1"), **form, held_on=in_days(-2))
    follow_up = found["follow_up"]
    assert (follow_up["state"], follow_up["due"], follow_up["kind"]) == ("held", in_days(-2), "process")
    assert follow_up["logs"][0]["assessment"] == "adjusted"
    assert len(found["proposed"]) == 2
    for key, status in (("member", 403), ("other_leader", 404), ("hr", 403)):
        world.post(key, url, status, department_id=world.id_("A1"), **form)
    world.post("leader", url, 422, department_id=world.id_("A1"), **(form | {"question": " "}))


def test_the_owner_logs_what_is_hers(world: World) -> None:
    made = planned(world, "leader", "A1", owner_id=world.person("member"))
    found = logged(world, made, "member", note="Vi gjorde det tre gange")
    assert found["follow_up"]["can"] == ["log"]
    other = planned(world, "leader", "A1")
    world.post("member", f"{FOLLOW_UPS}/{other['id']}/log", 403, assessment="as_planned")


# ---- corrections


def test_own_logs_are_corrected_and_others_where_one_decides(world: World) -> None:
    made = planned(world)
    found = logged(world, made, "ambassador", note="Frst")
    url = f"{FOLLOW_UPS}/logs/{found['log_id']}"
    form: dict[str, Any] = {"held_on": in_days(0), "assessment": "adjusted", "note": "Først", "tally": 3}
    (log,) = world.move("ambassador", url, 1, method="PUT", **form)["logs"]
    assert (log["note"], log["assessment"], log["tally"], log["version"]) == ("Først", "adjusted", 3, 2)
    assert log["corrected_at"]
    (log,) = world.move("leader", url, 2, method="PUT", held_on=in_days(-1), assessment="adjusted")["logs"]
    assert (log["held_on"], log["note"], log["tally"]) == (in_days(-1), "Først", None)
    world.move("leader", url, 2, 412, "PUT", **form)
    assert world.as_("leader").put(url, json=form).status_code == 428
    world.move("leader", url, 3, 422, "PUT", **(form | {"held_on": in_days(1)}))
    world.move("member", url, 3, 403, "PUT", **form)
    world.move("hr", url, 3, 403, "PUT", **form)
    world.move("other_leader", url, 3, 404, "PUT", **form)
    own = logged(world, made, "leader")
    world.move("ambassador", f"{FOLLOW_UPS}/logs/{own['log_id']}", 1, 403, "PUT", **form)


def test_a_note_is_taken_away_by_an_empty_one(world: World) -> None:
    found = logged(world, planned(world), note="For meget")
    form: dict[str, Any] = {"held_on": in_days(0), "assessment": "as_planned", "note": ""}
    (log,) = world.move("leader", f"{FOLLOW_UPS}/logs/{found['log_id']}", 1, method="PUT", **form)["logs"]
    assert (log["note"], log["has_note"]) == (None, False)
