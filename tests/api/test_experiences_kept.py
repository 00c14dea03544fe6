"""What a department kept, who is told of a borrowed idea, where an experience is found and where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from tests.api.searching import titles
from tests.api.test_experiences import TEXT, URL, share, shared, tell
from tests.api.tree import change, held_session, preview
from tests.api.trials import MORNING, STUDY, brought_to, move, put
from tests.api.world import World
from trinvis.core import clock
from trinvis.experiences.shapes import PracticesOut


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.standing_at(MORNING):
        yield


@contextmanager
def later(world: World, days: int) -> Iterator[None]:
    """So many days from now, when everybody has signed in anew."""
    with clock.standing_at(MORNING + timedelta(days=days)):
        world.clients.clear()
        yield
    world.clients.clear()


def kept(world: World) -> dict[str, Any]:
    """A trial of department A that was kept, with its agreement and the check that follows."""
    tried = put(world, brought_to(world, "tried"), "study", **STUDY)
    anchor = {"what": "Tavlen kl. 14", "owner_id": world.person("leader"), "due": "2026-12-01"}
    return dict(
        move(world, tried, "evaluate", decision="adopt", agreed_with="management", agreement=anchor)
    )


def practices(world: World, who: str = "member", node: str = "A") -> list[dict[str, Any]]:
    """What the department does since it tried it."""
    answer = world.get(who, f"/api/departments/{world.id_(node)}/practices")
    PracticesOut.model_validate(answer)
    return list(answer["items"])


def check(world: World, trial: dict[str, Any], assessment: str) -> None:
    """*Gør vi det stadig?* is answered."""
    url = f"/api/follow-ups/{trial['follow_up_id']}/log"
    world.post("leader", url, assessment=assessment, note="Ja")


def test_what_was_kept_is_how_it_is_done_until_a_check_says_no(world: World) -> None:
    brought_to(world, "evaluated")  # stopped: nothing that is done
    assert practices(world) == []
    trial = kept(world)
    (one,) = practices(world)
    assert (one["words"], one["kept_on"], one["checked_on"]) == ("Tavlen kl. 14", "2026-11-23", None)
    assert one["next_check"] == "2027-02-23"
    with later(world, 90):
        check(world, trial, "adjusted")
        (one,) = practices(world)
        assert (one["checked_on"], one["adjusted"]) == ("2027-02-21", True)
    with later(world, 91):
        check(world, trial, "stopped")
        assert practices(world) == []


def test_the_board_says_what_is_kept_without_an_id(world: World) -> None:
    kept(world)
    a = world.id_("A")
    board = world.get("leader", f"/api/departments/{a}/board")["board"]
    assert board["practices"] == [{"words": "Tavlen kl. 14", "since": "2026-11-23"}]


def test_whoever_goes_on_keeps_what_was_kept(world: World) -> None:
    kept(world)
    one = shared(world)
    wanted: dict[str, Any] = {"with_ids": [world.id_("B")], "target_id": world.id_("B")}
    a, b = ({"id": world.id_(each), "name": name} for each, name in
            (("A", "Lungesygdomme"), ("B", "Øjensygdomme")))  # fmt: skip
    assert preview(world, "A", "merge", **wanted)["beside"] == [
        {"kind": "experience", "becomes": "moves", "department": a, "to": b, "count": 1}
    ]
    change(world, "A", "merge", **wanted)
    assert [each["words"] for each in practices(world, "other_leader", "B")] == ["Tavlen kl. 14"]
    here = world.get("other_leader", f"{URL}/{one['id']}")
    assert here["department"]["name"] == "Øjensygdomme"
    world.move("other_leader", f"{URL}/{one['id']}/withdraw", here["version"])


def test_hr_withdraws_what_a_closed_department_left_shared(world: World) -> None:
    told = world.post("leader", URL, **TEXT, origin="session", origin_id=held_session(world)["id"],
                      department_id=world.id_("A"))  # fmt: skip
    one = share(world, told)
    url = f"{URL}/{one['id']}/withdraw"
    assert world.get("hr", f"{URL}/{one['id']}")["can"] == []
    world.move("hr", url, one["version"], 403)  # while the department is there, it is the department's
    for node in ("A1", "A2"):
        change(world, node, "close")
    (seen,) = preview(world, "A", "close")["beside"]
    assert (seen["kind"], seen["becomes"], seen["to"], seen["count"]) == ("experience", "stays", None, 1)
    change(world, "A", "close")
    left = world.get("hr", f"{URL}/{one['id']}")
    assert (left["state"], left["can"], left["closed"]) == ("shared", ["withdraw"], True)
    world.move("other_leader", url, left["version"], 403)
    assert world.move("hr", url, left["version"])["state"] == "withdrawn"
    world.get("hmu", f"{URL}/{one['id']}", 404)


def test_an_experience_is_found_by_whoever_reads_it(world: World) -> None:
    one = tell(world, brought_to(world, "evaluated"))
    assert titles(world, "member", "tavlen")["experience"] == [TEXT["title"]]
    for stranger in ("other_leader", "hmu", "admin"):
        assert "experience" not in titles(world, stranger, "tavlen")
    now = share(world, one)
    for reader in ("other_leader", "hmu", "admin"):
        assert titles(world, reader, "tavlen")["experience"] == [TEXT["title"]]
    world.move("leader", f"{URL}/{one['id']}/withdraw", now["version"])
    assert "experience" not in titles(world, "hmu", "tavlen")


def test_authors_are_told_once_it_is_more_than_a_draft(world: World) -> None:
    one = shared(world)
    trial = world.post("other_leader", f"{URL}/{one['id']}/borrow", department_id=world.id_("B"))
    assert world.get("leader", "/api/overview/mine")["borrowed"] == []
    move(world, trial, "plan", "other_leader")
    (told,) = world.get("leader", "/api/overview/mine")["borrowed"]
    assert (told["experience_id"], told["title"], told["on"]) == (one["id"], TEXT["title"], "2026-11-23")
    for nobody in ("other_leader", "member", "trio"):
        assert world.get(nobody, "/api/overview/mine")["borrowed"] == []
    with later(world, 31):
        assert world.get("leader", "/api/overview/mine")["borrowed"] == []


def test_the_history_names_it_where_one_may_know(world: World) -> None:
    one = shared(world)
    history = world.get("member", f"/api/history?department={world.id_('A')}&kind=experience")["items"]
    assert [each["what"] for each in history] == ["experience.shared", "experience.created"]
    assert {each["title"] for each in history} == {TEXT["title"]}
    world.get("other_leader", f"/api/history/records/{one['id']}", 404)
