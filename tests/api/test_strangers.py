"""Lists without a department hold only what one may read: nothing of another department, no note anywhere."""

from __future__ import annotations

import pytest

from tests.api.test_matrix import records
from tests.api.world import CAST, World

LISTS = (
    "/api/trial-actions",
    "/api/follow-ups",
    "/api/agreements",
    "/api/support-requests",
    "/api/overview/mine",
)
SECRET = "kun os"


@pytest.mark.parametrize("key", ["hmu", "secretary", "admin", "other_leader"])
def test_whoever_reads_no_plan_finds_nothing_of_it_in_any_list(world: World, key: str) -> None:
    values = records(world)
    ids = {value for name, value in values.items() if name.endswith("_id") and name != "department_id"}
    for url in LISTS:
        answer = world.as_(key).get(url)
        assert answer.status_code in (200, 404), url
        assert not [found for found in ids if found in answer.text], url


def test_the_same_lists_hold_it_for_the_leader(world: World) -> None:
    """The test above can fail: what it looks for is there."""
    values = records(world)
    assert values["trial_id"] in world.as_("leader").get("/api/trial-actions").text
    assert values["follow_up_id"] in world.as_("leader").get("/api/follow-ups").text


@pytest.mark.parametrize("key", list(CAST))
def test_a_note_for_us_alone_stands_in_no_reply_to_a_get(world: World, key: str) -> None:
    values = records(world)
    urls = [
        *LISTS,
        f"/api/follow-ups?department={values['A']}",
        f"/api/journeys/{values['journey_id']}",
        f"/api/journeys/sessions/{values['session_id']}",
        f"/api/history?department={values['A']}",
        f"/api/overview/departments/{values['A']}",
        "/api/overview",
    ]
    for url in urls:
        assert SECRET not in world.as_(key).get(url).text, url


def test_opening_a_note_for_us_alone_is_written_down(world: World) -> None:
    values = records(world)
    opened = world.as_("trio").post(f"/api/follow-ups/logs/{values['log_id']}/open")
    assert opened.json()["note"] == SECRET
    told = world.get("leader", f"/api/history?department={values['A']}")["items"][0]
    assert (told["what"], told["actor"]["id"]) == ("follow_up.note_opened", world.person("trio"))
    assert world.as_("hr").post(f"/api/follow-ups/logs/{values['log_id']}/open").status_code in (403, 404)
