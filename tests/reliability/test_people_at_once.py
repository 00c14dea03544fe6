"""Two who keep the same people up to date at once: one role, one new owner, always an administrator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.api.people import PEOPLE, ROLES, as_anybody, entered, given, role_of
from tests.api.promises import in_days, promised
from tests.api.world import World

HANDOVERS = "/api/handovers"


def _at_once(*acts: Callable[[], Any]) -> Counter[int]:
    """Do them all at the same moment; how often each status came."""
    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(answer.result().status_code for answer in [pool.submit(act) for act in acts])


def _send(client: Any, url: str, version: int | None = None, **body: Any) -> Callable[[], Any]:
    headers = {} if version is None else {"If-Match": f'"{version}"'}
    return lambda: client.post(url, json=body, headers=headers)


def test_two_leaders_hand_the_same_promise_to_two_people(world: World) -> None:
    """The second is told that it has changed hands; nobody's gift is taken back in silence."""
    kim = entered(world)
    other = as_anybody(world, entered(world, "Bo Leder", "leader")["id"])
    promises = [promised(world, owner_id=kim["id"])["id"] for _ in range(4)]
    place, takers = world.id_("A"), [world.person("trio"), world.person("member")]
    acts = []
    for client, taker, order in ((world.as_("leader"), takers[0], 1), (other, takers[1], -1)):
        lines = [{"kind": "agreement", "id": id_, "to_id": taker} for id_ in promises[::order]]
        acts.append(_send(client, HANDOVERS, department_id=place, from_id=kim["id"], to=lines))
    assert _at_once(*acts) == {201: 1, 409: 1}
    owners = {world.get("leader", f"/api/agreements/{id_}")["owner"]["id"] for id_ in promises}
    assert len(owners) == 1
    told = [len(as_anybody(world, taker).get(f"{HANDOVERS}/mine").json()["items"]) for taker in takers]
    assert sorted(told) == [0, 4]


def test_the_same_role_is_given_once(world: World) -> None:
    member = world.person("member")
    body: dict[str, Any] = {"person_id": member, "role": "trio", "department_id": world.id_("A")}
    clients = [world.as_(key) for key in ("leader", "admin") * 3]
    assert _at_once(*(_send(client, ROLES, **body) for client in clients)) == {201: 1, 422: 5}
    roles = [role["role"] for role in world.get("leader", f"{PEOPLE}/{member}")["roles"]]
    assert roles.count("trio") == 1


def test_the_same_role_is_ended_once(world: World) -> None:
    role = entered(world)["roles"][0]
    url = f"{ROLES}/{role['id']}/end"
    clients = [world.as_(key) for key in ("leader", "admin") * 2]
    acts = [_send(client, url, role["version"], on=in_days(day)) for day, client in enumerate(clients)]
    assert _at_once(*acts) == {200: 1, 412: 3}


def test_two_administrators_who_end_each_others_role_leave_one(world: World) -> None:
    given(world, world.person("hr"), "admin", "H")
    mine, theirs = role_of(world, "admin"), world.get("admin", f"{PEOPLE}/{world.person('hr')}")["roles"][-1]
    assert (mine["role"], theirs["role"]) == ("admin", "admin")
    first = _send(world.as_("hr"), f"{ROLES}/{mine['id']}/end", mine["version"])
    second = _send(world.as_("admin"), f"{ROLES}/{theirs['id']}/end", theirs["version"])
    assert _at_once(first, second) == {200: 1, 409: 1}


def test_one_person_is_entered_once(world: World) -> None:
    body: dict[str, Any] = {
        "name": "Kim Ny", "email": "kim@h.example",
        "role": {"role": "member", "department_id": world.id_("A")},
    }  # fmt: skip
    clients = [world.as_(key) for key in ("leader", "admin") * 3]
    answers = _at_once(*(_send(client, PEOPLE, **body) for client in clients))
    # Whoever lost the race for the address in the database is told to look again, not that it failed.
    assert answers[201] == 1
    assert set(answers) <= {201, 409, 422}
    found = world.get("admin", f"{PEOPLE}/directory?q=kim@h.example")["items"]
    assert len(found) == 1
