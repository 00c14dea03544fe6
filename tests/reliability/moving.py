"""A hospital made at random: its tree, its people, their work, and changes of the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from sqlmodel import col, select

from tests.api.world import World
from trinvis.accounts.importing import import_people
from trinvis.accounts.tables import Person
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.importing import import_departments
from trinvis.departments.tables import Department

FIRST_DAY = datetime(2026, 9, 1, 8, tzinfo=UTC)
KINDS = {"walks": "afdeling", "follows": "afsnit", "outside": "center"}
WAYS = {"walks": "går selv", "follows": "følger", "outside": "udenfor"}
ROLES = ("afdelingsledelse", "funktionsleder", "TRIO (TR)", "ambassadør", "medarbejder", "LMU")
WORK = ("trial", "agreement", "follow_up", "log", "log", "session", "support")
CHANGES = ("move", "close", "merge", "split", "walks")

_number = st.integers(0, 11)
TREES = st.lists(st.tuples(_number, st.sampled_from(sorted(KINDS))), min_size=4, max_size=9)
PEOPLE = st.lists(st.tuples(st.sampled_from(ROLES), _number), min_size=6, max_size=10)
_work = st.tuples(st.just("work"), st.sampled_from(WORK), _number, _number, _number)
_change = st.tuples(st.just("change"), st.sampled_from(CHANGES), _number, _number, _number)
STEPS = st.tuples(
    st.lists(_work, min_size=6, max_size=16),
    st.lists(st.one_of(_change, _change, _work), min_size=2, max_size=6),
).map(lambda parts: [*parts[0], *parts[1]])


def fill(work: Transaction, tree: list[tuple[int, str]], people: list[tuple[str, int]]) -> None:
    """Import the tree and its people. `maker` leads the whole hospital and makes everything."""
    rows, ways = ["N0;Node 0;center;;1;udenfor"], ["outside"]
    parents = [-1]
    for number, (above, way) in enumerate(tree, 1):
        parent = above % number
        if way == "follows" and not _followed(parent, parents, ways):
            way = "walks"
        rows.append(f"N{number};Node {number};{KINDS[way]};N{parent};{number};{WAYS[way]}")
        parents.append(parent)
        ways.append(way)
    plan, _ = import_departments(
        work, "\n".join(["kode;navn;type;overordnet;ansatte;trin", *rows]).encode()
    )
    assert not plan.errors, plan.errors
    held = [("maker", "afdelingsledelse", 0), ("admin", "administrator", 0), ("hr", "HR", 0)]
    held += [("hmu", "HMU", 0)]
    held += [(f"p{number}", role, 1 + node % (len(rows) - 1)) for number, (role, node) in enumerate(people)]
    lines = [f"{key};{key}@h.example;{role};N{node};;" for key, role, node in held]
    roles, _ = import_people(work, "\n".join(["navn;e-mail;rolle;afdeling;fra;til", *lines]).encode())
    assert not roles.errors, roles.errors
    for person in work.session.exec(select(Person)):
        person.cast = person.name


def _followed(node: int, parents: list[int], ways: list[str]) -> bool:
    while node >= 0 and ways[node] == "follows":
        node = parents[node]
    return node >= 0 and ways[node] == "walks"


@dataclass
class Hospital:
    """The random hospital in motion."""

    world: World
    day: datetime = FIRST_DAY
    made: int = 0
    done: list[str] = field(default_factory=list)

    def nodes(self, *, walking: bool = False) -> list[Any]:
        """Open nodes in the order of their making."""
        with self.world.database.read() as work:
            rows = work.rows(
                columns(Department.id, Department.walks, Department.parent_id, Department.code)
                .where(col(Department.closed_on).is_(None))
                .order_by(col(Department.id))
            )
        return [row for row in rows if row.walks == "walks" or not walking]

    @property
    def people(self) -> list[str]:
        """Everybody but who made it all."""
        return sorted(key for key in self.world.people if key != "maker")

    def post(self, url: str, body: dict[str, Any], version: int | None = None) -> dict[str, Any] | None:
        """What the maker posts; None if it is refused."""
        headers = {} if version is None else {"If-Match": f'"{version}"'}
        answer = self.world.as_("maker").post(url, json=body, headers=headers)
        assert answer.status_code < 500, answer.text
        return dict(answer.json()) if answer.status_code < 300 else None

    # ---- work

    def work(self, kind: str, where: int, who: int, variant: int) -> None:
        """Something is begun, at a random node, as somebody's who belongs there."""
        nodes = self.nodes(walking=kind in ("session", "support"))
        if not nodes:
            return
        node = str(nodes[where % len(nodes)].id)
        people = self.world.get("maker", f"/api/people?department={node}")["items"]
        owner = people[who % len(people)]["id"] if people and who % 4 else None
        getattr(self, f"_{kind}")(node, owner, variant)

    def _trial(self, node: str, owner: str | None, variant: int) -> None:
        maker = self.world.person("maker")
        body = {
            "department_id": node, "change": "fem minutter", "prediction": "at", "measure": "det",
            "owner_id": owner or maker, "starts_on": str(self.today), "ends_on": str(self.today),
        }  # fmt: skip
        trial = self.post("/api/trial-actions", body)
        at = f"/api/trial-actions/{trial['id']}" if trial else ""
        moves: list[tuple[str, dict[str, Any]]] = [
            ("plan", {}), ("start", {"agreed_with": "trio"}), ("finish", {}),
        ]  # fmt: skip
        for act, facts in moves[: variant % 5]:
            trial = self.post(f"{at}/{act}", facts, trial["version"]) if trial else None
        if variant % 5 == 4 and trial:
            study = {"happened": "ja", "prediction_matched": "yes", "learning": "meget"}
            answer = self.world.move("maker", f"{at}/study", trial["version"], 200, "PUT", **study)
            decided = {"decision": ("abandon", "adapt")[variant % 2], "agreed_with": "trio"}
            self.post(f"{at}/evaluate", decided, answer["version"])

    def _agreement(self, node: str, owner: str | None, variant: int) -> None:
        body = {
            "department_id": node, "what": "vi siger tak", "owner_id": owner or self.world.person("maker"),
            "due": str(self.today),
        }  # fmt: skip
        made = self.post("/api/agreements", body)
        if made and variant % 3 == 0:
            self.post(f"/api/agreements/{made['id']}/done", {}, made["version"])

    def _follow_up(self, node: str, owner: str | None, variant: int) -> None:
        body = {"department_id": node, "kind": ("process", "result")[variant % 2], "question": "Holder det?"}
        self.post("/api/follow-ups", {**body, "due": str(self.today), "owner_id": owner})

    def _log(self, node: str, owner: str | None, variant: int) -> None:
        body = {"department_id": node, "question": "Gik det?", "assessment": "as_planned"}
        audience = ("candid", "shared")[variant % 4 == 0]
        self.post("/api/follow-ups/log", {**body, "note": "kun os", "audience": audience})

    def _session(self, node: str, owner: str | None, variant: int) -> None:
        forum = self.world.get("maker", "/api/content")["forums"][0]["key"]
        nodes = [str(each.id) for each in self.nodes(walking=True)]
        places = {node, nodes[variant % len(nodes)]} if variant % 3 == 0 else {node}
        body = {"department_ids": sorted(places), "forum": forum, "led_by": owner, "covers": ["content"]}
        state = ("held", "planned")[variant % 2]
        note = {"note": "kun os", "audience": "candid"} if variant % 4 < 2 else {}
        self.post("/api/journeys/sessions", {**body, **note, "state": state, "day": str(self.today)})

    def _support(self, node: str, owner: str | None, variant: int) -> None:
        made = self.post("/api/support-requests", {"department_id": node, "wish": "et oplæg"})
        if made and variant % 2:
            agreed = {"agreed_for": str(self.today)}
            url = f"/api/support-requests/{made['id']}/agree"
            self.world.move("hr", url, made["version"], 200, **agreed)

    # ---- changes

    def change(self, kind: str, one: int, two: int, three: int) -> tuple[str, dict[str, Any]]:
        """A random change: its address and its body; one that can be done, if some tries find one."""
        nodes = self.nodes()
        for more in range(len(nodes)):
            a, b = nodes[(one + more) % len(nodes)], nodes[(two + 2 * more) % len(nodes)]
            body = {"kind": kind, "effective_on": str(self.today)}
            body |= getattr(self, f"_to_{kind}")(nodes, a, b, three)
            url = f"/api/departments/{a.id}/changes"
            looked = self.world.as_("admin").post(f"{url}/preview", json=body)
            if looked.status_code == 200 and not looked.json()["obstacles"]:
                break
        return url, body

    def _to_move(self, nodes: list[Any], a: Any, b: Any, three: int) -> dict[str, Any]:
        return {"parent_id": str(b.id)}

    def _to_close(self, nodes: list[Any], a: Any, b: Any, three: int) -> dict[str, Any]:
        return {"hand_to": str(b.id) if three % 4 else None}

    def _to_merge(self, nodes: list[Any], a: Any, b: Any, three: int) -> dict[str, Any]:
        if three % 3 == 2:
            return {"with_ids": [str(b.id)], "new": self._new()}
        return {"with_ids": [str(b.id)], "target_id": str((a, b)[three % 3].id)}

    def _to_split(self, nodes: list[Any], a: Any, b: Any, three: int) -> dict[str, Any]:
        beneath = [each for each in nodes if each.parent_id == a.id]
        sections = [{"id": str(each.id), "part": number % 2} for number, each in enumerate(beneath)]
        return {"parts": [self._new(), self._new()], "sections": sections, "round_to": three % 2}

    def _to_walks(self, nodes: list[Any], a: Any, b: Any, three: int) -> dict[str, Any]:
        return {"walks": sorted(WAYS)[three % 3]}

    def _new(self) -> dict[str, Any]:
        self.made += 1
        return {"code": f"NY{self.made}", "name": f"New {self.made}"}

    # ---- days

    @property
    def today(self) -> date:
        """The day it is."""
        return clock.today()

    def next_day(self) -> datetime:
        """The morning after."""
        self.day += timedelta(days=1)
        return self.day

    def id_of(self, key: str) -> UUID:
        """A person's id."""
        return self.world.people[key]
