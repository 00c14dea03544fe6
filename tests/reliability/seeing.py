"""What must be so after any change of the tree, computed anew and in another way than the product does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel, col, select

from tests.reliability.moving import Hospital
from trinvis.access import Actor, May, Place, allowed, candid_since
from trinvis.accounts.door import actor_now
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditChain, broken_link
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import place_of
from trinvis.departments.tables import Department, Succession
from trinvis.followups.tables import Agreement, FollowUp, FollowUpLog
from trinvis.journeys.tables import Journey, SessionPlace, StepSession, SupportRequest
from trinvis.overview.settle import rebuild
from trinvis.overview.tables import Status
from trinvis.trial_actions.tables import TrialAction

COLLEAGUES = {"member", "leader", "section_leader", "trio", "ambassador", "lmu", "hr"}


@dataclass(frozen=True)
class Seen:
    """Who reads which records, who opens which notes *Kun for os*, and the places it hangs on."""

    reads: Mapping[tuple[str, UUID], frozenset[str]]
    opens: Mapping[tuple[str, UUID], frozenset[str]]
    actors: Mapping[str, Actor]
    places: Mapping[UUID, Place]
    home: Mapping[UUID, UUID | None]


def every(work: Transaction, table: type[SQLModel]) -> list[Any]:
    """All rows of a table, read afresh."""
    return list(work.session.exec(select(table).execution_options(populate_existing=True)))


def seen(hospital: Hospital) -> Seen:
    """How it is now."""
    with hospital.world.database.read() as work:
        nodes = every(work, Department)
        places = {node.id: place_of(node.id, node) for node in nodes}
        actors = {key: actor_now(work, hospital.id_of(key)) for key in hospital.people}
        records = [
            *((("trial_action", row.id), [row.department_id]) for row in every(work, TrialAction)),
            *((("agreement", row.id), [row.department_id]) for row in every(work, Agreement)),
            *((("follow_up", row.id), [row.department_id]) for row in every(work, FollowUp)),
            *((("support_request", row.id), [row.department_id]) for row in every(work, SupportRequest)),
            *((("journey", row.id), [row.department_id]) for row in every(work, Journey)),
        ]
        at: dict[UUID, list[UUID]] = {}
        written: dict[UUID, list[UUID]] = {}
        for row in every(work, SessionPlace):
            at.setdefault(row.session_id, []).append(row.department_id)
            written.setdefault(row.session_id, []).append(row.written_at or row.department_id)
        sessions = every(work, StepSession)
        records += [(("session", row.id), at[row.id]) for row in sessions]
        notes = [
            (("log", row.id), row.logged_at, [row.department_id])
            for row in every(work, FollowUpLog)
            if row.audience == "candid"
        ]
        notes += [
            (("session", row.id), row.created_at, written[row.id])
            for row in sessions
            if row.audience == "candid" and row.note
        ]
    reads = {
        key: frozenset(
            who
            for who, actor in actors.items()
            if any(May.READ in allowed(actor, places[place]) for place in where)
        )
        for key, where in records
    }
    opens = {
        key: frozenset(
            who
            for who, actor in actors.items()
            if any(_opens(actor, places[place], clock.day_of(when)) for place in where)
        )
        for key, when, where in notes
    }
    return Seen(reads, opens, actors, places, {node.id: node.walking_id for node in nodes})


def _opens(actor: Actor, place: Place, day: date) -> bool:
    since = candid_since(actor, place)
    return since is not None and since <= day


# ---- nobody sees more


def parties(url: str, body: Mapping[str, Any], made: list[str]) -> set[UUID]:
    """The nodes that come together in a change."""
    named = [url.split("/")[3], body.get("parent_id"), body.get("hand_to"), body.get("target_id")]
    return {UUID(each) for each in [*named, *body.get("with_ids", ()), *made] if each}


def belong(now: Seen, nodes: set[UUID]) -> set[str]:
    """People with a role at, above or in the departments that these nodes are.

    Whoever belongs to a section that follows belongs to its department.
    """
    found = set()
    for node in nodes & now.places.keys():
        path, home = now.places[node].path, now.home[node]
        homes = [path, *([now.places[home].path] if home else [])]
        for who, actor in now.actors.items():
            if any(
                path.startswith((grant.path, grant.home_path))
                or any(grant.home_path.startswith(each) for each in homes)
                for grant in actor.grants
            ):
                found.add(who)
    return found


def nobody_sees_more(before: Seen, after: Seen, nodes: set[UUID]) -> None:
    """Notes *Kun for os*: who read them before, at most. What is shared: and the people of the parties."""
    for key, who in after.opens.items():
        assert who <= before.opens[key], ("candid", key, who - before.opens[key])
    theirs = belong(before, nodes) | belong(after, nodes)
    for key, who in after.reads.items():
        assert who <= before.reads[key] | theirs, (key, who - before.reads[key] - theirs)


def nothing_is_lost(before: Seen, after: Seen) -> None:
    """Every record is there and read by somebody who could before, or by those who go on with it."""
    assert before.reads.keys() == after.reads.keys()
    assert before.opens.keys() == after.opens.keys()
    for key, who in after.reads.items():
        assert who, key
        assert who & before.reads[key], key


# ---- the tree


def tree_is_as_derived(work: Transaction) -> None:
    """Paths, order, walking nodes and what is inherited equal a recomputation from parents."""
    nodes = {node.id: node for node in every(work, Department)}
    links = [(row.predecessor_id, row.successor_id) for row in every(work, Succession)]

    def path(node: Department) -> str:
        above = path(nodes[node.parent_id]) if node.parent_id else ""
        return f"{above}{node.id.hex}/"

    def walking(node: Department | None) -> UUID | None:
        if node is None or node.walks == "outside":
            return None
        above = nodes[node.parent_id] if node.parent_id else None
        return node.id if node.walks == "walks" else walking(above)

    def continues(node_id: UUID) -> set[UUID]:
        found = {closed for closed, successor in links if successor == node_id}
        return found.union(*(continues(closed) for closed in found)) if found else found

    for node in nodes.values():
        assert node.path == path(node)
        assert node.walking_id == walking(node)
        if node.parent_id:
            assert node.position.startswith(nodes[node.parent_id].position + ".")
            assert node.closed_on is not None or nodes[node.parent_id].closed_on is None, "closed above open"
        beneath = [each.id for each in nodes.values() if each.path.startswith(node.path)]
        wanted = {nodes[closed].path for each in beneath for closed in continues(each)}
        assert sorted(node.inherits) == sorted(one for one in wanted if not one.startswith(node.path))
    positions = [node.position for node in nodes.values()]
    assert len(set(positions)) == len(positions)
    assert all(row.department_path == nodes[row.department_id].path for row in every(work, TrialAction))


def rounds_and_rows_fit(work: Transaction) -> None:
    """One open row per open walking department, equal to a recount; at most one round, which it knows of."""
    nodes = {node.id: node for node in every(work, Department)}
    walk = {node.id for node in nodes.values() if node.walks == "walks" and node.closed_on is None}
    rows = [row.department_id for row in every(work, Status) if row.valid_to is None]
    assert sorted(rows) == sorted(walk)
    journeys = every(work, Journey)
    rounds = {row.department_id: row for row in journeys if row.ended_on is None}
    assert rounds.keys() <= walk
    for node in nodes.values():
        assert node.journey_id == (rounds[node.id].id if node.id in rounds else None)
        if node.id in rounds:
            assert node.round == rounds[node.id].round
    open_rounds = {row.id for row in rounds.values()}
    for table, states in ((Agreement, ("open",)), (FollowUp, ("planned",)), (TrialAction, OPEN_TRIALS)):
        for row in every(work, table):
            if row.state in states:
                home = nodes[row.department_id].walking_id
                assert row.journey_id in (None, nodes[home].journey_id if home else None), row
    for place in every(work, SessionPlace):
        if place.journey_id in open_rounds:
            session = work.session.get(StepSession, place.session_id)
            if session and session.state == "planned":
                assert nodes[place.department_id].journey_id == place.journey_id


OPEN_TRIALS = ("draft", "planned", "running", "tried")


def chains_are_whole(work: Transaction) -> None:
    """No link of the history is broken."""
    for chain in work.session.scalars(columns(AuditChain.chain_id)).all():
        assert broken_link(work.session, chain) is None


# ---- promises


def unowned(work: Transaction) -> set[UUID]:
    """Open promises whose owner has gone or is missing; closed nodes must have none at all."""
    nodes = {node.id: node for node in every(work, Department)}
    today = clock.today()
    roles = [
        grant
        for grant in every(work, RoleGrant)
        if grant.role in COLLEAGUES
        and (grant.valid_from is None or grant.valid_from <= today)
        and (grant.valid_to is None or grant.valid_to >= today)
    ]
    rounds = {row.id for row in every(work, Journey) if row.ended_on is None}
    sessions: dict[UUID, list[UUID]] = {}
    for place in every(work, SessionPlace):
        if place.journey_id in rounds:
            sessions.setdefault(place.session_id, []).append(place.department_id)
    promises = [
        *((row.id, row.owner_id, [row.department_id]) for row in every(work, TrialAction)
          if row.state in OPEN_TRIALS and (row.owner_id or row.state != "draft")),
        *((row.id, row.owner_id, [row.department_id]) for row in every(work, Agreement)
          if row.state == "open"),
        *((row.id, row.owner_id, [row.department_id]) for row in every(work, FollowUp)
          if row.state == "planned"),
        *((row.id, row.led_by, sessions[row.id]) for row in every(work, StepSession)
          if row.state == "planned" and row.id in sessions),
        *((row.id, row.agreed_with, [row.department_id]) for row in every(work, SupportRequest)
          if row.state == "agreed"),
    ]  # fmt: skip

    def belongs(owner: UUID | None, at: UUID) -> bool:
        home = nodes[nodes[at].walking_id or at].path
        return any(
            nodes[grant.department_id].path.startswith(home)
            or nodes[at].path.startswith(nodes[grant.department_id].path)
            for grant in roles
            if grant.person_id == owner
        )

    for _, _, where in promises:
        assert all(nodes[at].closed_on is None for at in where)
    return {key for key, owner, where in promises if not any(belongs(owner, at) for at in where)}


def all_fits(hospital: Hospital) -> None:
    """Everything above that needs no comparison."""
    with hospital.world.database.read() as work:
        tree_is_as_derived(work)
        rounds_and_rows_fit(work)
        chains_are_whole(work)
        lost = unowned(work)
        root = work.one(columns(Department.id).where(col(Department.parent_id).is_(None))).id
    listed = hospital.world.get("maker", f"/api/handovers?department={root}")["items"]
    assert {UUID(line["id"]) for line in listed} == lost
    with hospital.world.database.write() as work:
        assert rebuild(work) == 0
