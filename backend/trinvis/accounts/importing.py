"""`trinvis import people`: a table of people and roles, all or nothing."""

from __future__ import annotations

from sqlmodel import col, select

from trinvis.access import Role
from trinvis.accounts.rules import NEEDED, Held, Key, Plan, Stands, plan
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock, sheets
from trinvis.core.columns import folded, sort_key
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department

COLUMNS = {
    "name": ("navn", "name"),
    "email": ("e-mail", "email", "mail"),
    "role": ("rolle", "role"),
    "department": ("afdeling", "department", "kode"),
    "from": ("fra", "from"),
    "to": ("til", "to"),
}


def import_people(work: Transaction, data: bytes) -> tuple[Plan, dict[str, str]]:
    """Apply the table unless it has an error; the plan, and the file's column titles.

    Raises `sheets.Unreadable`.
    """
    sheet = sheets.read(data, COLUMNS, NEEDED)
    people = {row.email: row.name for row in work.rows(columns(Person.email, Person.name))}
    codes = {row.code: row.id for row in work.rows(columns(Department.code, Department.id))}
    standing: dict[Key, RoleGrant] = {}
    grants = work.session.execute(
        select(RoleGrant, Person.email, Department.code)
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .order_by(col(RoleGrant.id))
    )
    for grant, email, code in grants:
        standing[(email, Role(grant.role), code)] = grant
    result = plan(
        sheet.rows,
        people,
        {key: Stands(grant.title, grant.valid_from, grant.valid_to) for key, grant in standing.items()},
        frozenset(codes),
    )
    if not result.errors:
        _apply(work, result, standing)
    return result, sheet.titles


def _apply(work: Transaction, result: Plan, standing: dict[Key, RoleGrant]) -> None:
    for email, name in result.people_added.items():
        person = work.add(Person(name=name, sort_key=sort_key(name), folded=folded(name), email=email))
        work.record("person.added", "person", person.id)
    people = {person.email: person for person in work.session.exec(select(Person))}
    for email, name in result.people_renamed.items():
        person = people[email]
        work.record("person.renamed", "person", person.id)
        person.name, person.sort_key, person.folded = name, sort_key(name), folded(name)
        person.version += 1
    nodes = {row.code: row.id for row in work.rows(columns(Department.code, Department.id))}
    for held in result.added:
        grant = work.add(
            RoleGrant(
                person_id=people[held.email].id,
                role=held.role,
                title=held.title,
                department_id=nodes[held.code],
                valid_from=held.valid_from,
                valid_to=held.valid_to,
                known_since=clock.today(),
            )
        )
        _note(work, "role.given", grant, held)
    for held in result.changed:
        grant = standing[held.key]
        grant.title, grant.valid_from, grant.valid_to = held.title, held.valid_from, held.valid_to
        grant.version += 1
        _note(work, "role.changed", grant, held)


def _note(work: Transaction, what: str, grant: RoleGrant, held: Held) -> None:
    work.record(
        what,
        "role",
        grant.id,
        grant.department_id,
        person_id=grant.person_id,
        role=held.role.value,
        valid_from=held.valid_from,
        valid_to=held.valid_to,
    )
