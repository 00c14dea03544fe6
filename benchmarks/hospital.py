"""A hospital of sixty departments with as many trial actions as asked for, straight into the tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlmodel import SQLModel

from trinvis.access import Role
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core.columns import folded, new_id, sort_key
from trinvis.core.db import Database
from trinvis.core.schema import migrate
from trinvis.core.settings import Settings
from trinvis.departments.tables import Department
from trinvis.followups.tables import FollowUp
from trinvis.overview.settle import settle_departments
from trinvis.rooms import UPWARD
from trinvis.trial_actions.tables import TrialAction

DEPARTMENTS = 60
FOLLOW_UPS = 3
"""Of each trial action."""
AT_ONCE = 2_000
WORDS = ("tavlemøde", "nattevagt", "aftenvagt", "spørgsmål", "kollega", "pause", "overlevering", "stuegang")
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Hospital:
    """A filled database, and who and what is asked for in it."""

    settings: Settings
    trials: int
    hr: UUID
    leader: UUID
    department: UUID
    """The leader's."""
    some: tuple[UUID, ...]
    """Trial actions of the leader's department."""


def fill(settings: Settings, trials: int) -> Hospital:
    """Migrate the empty database and fill it: `trials` trial actions, three follow-ups each."""
    migrate(settings)
    database = Database(settings, UPWARD)
    try:
        return _fill(database, settings, trials)
    finally:
        database.close()


def _fill(database: Database, settings: Settings, trials: int) -> Hospital:
    chance = random.Random(trials)
    nodes, people, grants = _organisation()
    leaders = {row["department_id"]: row["person_id"] for row in grants if row["role"] == Role.LEADER}
    with database.write() as work:
        for table, rows in ((Department, nodes), (Person, people), (RoleGrant, grants)):
            work.insert(table, rows)
    walking = nodes[1:]
    some: list[UUID] = []
    for start in range(0, trials, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, trials))
        made = [_trial(walking[number % DEPARTMENTS], leaders, number, chance) for number in numbers]
        some += [row["id"] for row in made if row["department_id"] == walking[0]["id"]]
        with database.write() as work:
            work.insert(TrialAction, made)
            work.insert(FollowUp, [each for row in made for each in _follow_ups(row, chance)])
    with database.write() as work:
        settle_departments(work, [node["id"] for node in walking])
    _tidy(database)
    hr = next(row["person_id"] for row in grants if row["role"] == Role.HR)
    here = walking[0]["id"]
    return Hospital(settings, trials, hr, leaders[here], here, tuple(some[:200]))


def _tidy(database: Database) -> None:
    """Statistics for the planner, as both databases gather them by themselves in time."""
    with database.writer.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


def _organisation() -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    root = _node("0", "Hospitalet", "centre", None)
    nodes = [root, *(_node(f"A{n:02}", f"Afdeling {n:02}", "department", root) for n in range(DEPARTMENTS))]
    people, grants = [], []
    held = [(Role.HR, root), (Role.HMU, root), *((Role.LEADER, node) for node in nodes[1:])]
    for number, (role, node) in enumerate(held):
        person = _row(
            Person, name=f"Person {number}", sort_key=sort_key(f"Person {number}"),
            folded=folded(f"Person {number}"), email=f"person{number}@trinvis.example",
        )  # fmt: skip
        people.append(person)
        grants.append(
            _row(
                RoleGrant, person_id=person["id"], role=role, department_id=node["id"],
                known_since=DAY - timedelta(days=90),
            )
        )
    return nodes, people, grants


def _node(code: str, name: str, kind: str, over: dict[str, Any] | None) -> dict[str, Any]:
    node_id = new_id()
    walks = over is not None
    return _row(
        Department, id=node_id, code=code, name=name, sort_key=sort_key(name), folded=folded(name), kind=kind,
        parent_id=over["id"] if over else None, path=f"{over['path'] if over else ''}{node_id}/",
        position=f"{over['position'] if over else ''}{code}/", walks="walks" if walks else "outside",
        walking_id=node_id if walks else None, headcount=40,
    )  # fmt: skip


def _trial(
    node: dict[str, Any], leaders: dict[UUID, UUID], number: int, chance: random.Random
) -> dict[str, Any]:
    change = f"Vi prøver {' '.join(chance.sample(WORDS, 4))} nr. {number}"
    state = chance.choices(["evaluated", "running", "planned", "draft"], [6, 2, 1, 1])[0]
    decision = chance.choice(["adopt", "adapt", "abandon"]) if state == "evaluated" else None
    starts = DAY + timedelta(days=chance.randrange(200))
    trial_id = new_id()
    owner = leaders[node["id"]]
    return _row(
        TrialAction, id=trial_id, chain_id=trial_id, department_id=node["id"], department_path=node["path"],
        state=state, decision=decision, change=change, folded=folded(change), owner_id=owner,
        prediction="Flere siger noget", measure="Vi tæller på tavlen", starts_on=starts,
        ends_on=starts + timedelta(days=28), evaluate_on=starts + timedelta(days=28), factors=["learning"],
        learning="Det hjælper at spørge" if decision else None, created_by=owner, created_at=NOON,
        changed_at=NOON,
    )  # fmt: skip


def _follow_ups(trial: dict[str, Any], chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(FOLLOW_UPS):
        yield _row(
            FollowUp, department_id=trial["department_id"], trial_action_id=trial["id"], kind="process",
            question="Gør vi det, vi aftalte?", due=trial["starts_on"] + timedelta(days=7 * (number + 1)),
            state=chance.choice(["planned", "held"]), owner_id=trial["owner_id"], series_id=new_id(),
            created_by=trial["owner_id"], created_at=NOON,
        )  # fmt: skip


def _row(table: type[SQLModel], **given: Any) -> dict[str, Any]:
    """A row with every column, as `Transaction.insert` wants it: what is not given has its default."""
    found = {name: field.get_default(call_default_factory=True) for name, field in table.model_fields.items()}
    columns = {name: getattr(table, name).expression.name for name in found}
    return {columns[name]: given.get(name, default) for name, default in found.items()}
