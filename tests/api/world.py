"""A small organisation for API tests: every role once, a second department, a section of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import col, select, update

from tests.app import app_on
from trinvis.accounts.importing import import_people
from trinvis.accounts.tables import Person
from trinvis.core.db import Database
from trinvis.core.settings import Settings
from trinvis.departments.importing import import_departments
from trinvis.departments.tables import Department
from trinvis.rooms import UPWARD

DEPARTMENTS = """kode;navn;type;overordnet;ansatte;trin
H;Hospitalet;center;;;udenfor
C;Centret;center;H;;udenfor
A;Lungesygdomme;afdeling;C;9;går selv
A1;Sengeafsnittet;afsnit;A;17;følger
A2;Søvnklinikken;afsnit;A;20;går selv
B;Øjensygdomme;afdeling;C;29;går selv
S;Stab;stab;H;12;udenfor
"""

CAST = {
    "leader": ("Lea Leder", "afdelingsledelse", "A"),
    "trio": ("Tor Trio", "TRIO (AMiR)", "A"),
    "ambassador": ("Ane Ambassadør", "ambassadør", "A"),
    "section_leader": ("Funk Leder", "funktionsleder", "A1"),
    "member": ("Mia Medarbejder", "medarbejder", "A1"),
    "lmu": ("Lis LMU", "LMU", "A"),
    "hmu": ("Hmm U", "HMU", "H"),
    "secretary": ("Sek Retær", "sekretær", "H"),
    "lmu_secretary": ("Rita Referent", "sekretær", "A"),
    "hr": ("Hr Hansen", "HR", "H"),
    "admin": ("Adam Min", "administrator", "H"),
    "other_leader": ("Øster Leder", "afdelingsledelse", "B"),
    "walking_leader": ("Vera Går", "funktionsleder", "A2"),
}


def people_csv() -> str:
    """The cast as a table of people."""
    rows = [f"{name};{key}@h.example;{role};{node};;" for key, (name, role, node) in CAST.items()]
    return "\n".join(["navn;e-mail;rolle;afdeling;fra;til", *rows]) + "\n"


def fill(settings: Settings) -> None:
    """Import the organisation and give everybody a part."""
    database = Database(settings, UPWARD)
    with database.write() as work:
        plan, _ = import_departments(work, DEPARTMENTS.encode())
        assert not plan.errors, plan.errors
        people, _ = import_people(work, people_csv().encode())
        assert not people.errors, people.errors
        for key in CAST:
            work.session.execute(
                update(Person).where(col(Person.email) == f"{key}@h.example").values(cast=key)
            )
    database.close()


@dataclass
class World:
    """The app on the small organisation: `as_("leader")` is a signed-in client, `id_("A")` a node's id."""

    app: FastAPI
    ids: dict[str, UUID]
    people: dict[str, UUID]
    clients: dict[str, TestClient] = field(default_factory=dict)

    def as_(self, key: str) -> TestClient:
        """A client signed in as this part; the same one each time."""
        if key not in self.clients:
            client = TestClient(self.app, headers={"X-Trinvis": "1"}, raise_server_exceptions=False)
            answer = client.post("/api/session/demo", json={"person": key})
            assert answer.status_code == 204, answer.text
            self.clients[key] = client
        return self.clients[key]

    def id_(self, code: str) -> str:
        """The id of the node with this code."""
        return str(self.ids[code])

    def person(self, key: str) -> str:
        """The id of the person with this part."""
        return str(self.people[key])

    @property
    def database(self) -> Database:
        """The app's database."""
        found: Database = self.app.state.database
        return found

    def post(self, key: str, url: str, status: int = 201, **body: Any) -> dict[str, Any]:
        """POST as this part and expect the status; the reply."""
        answer = self.as_(key).post(url, json=body)
        assert answer.status_code == status, answer.text
        return dict(answer.json())

    def get(self, key: str, url: str, status: int = 200) -> dict[str, Any]:
        """GET as this part and expect the status; the reply."""
        answer = self.as_(key).get(url)
        assert answer.status_code == status, answer.text
        return dict(answer.json())

    def move(
        self, key: str, url: str, version: int, status: int = 200, method: str = "POST", **body: Any
    ) -> dict[str, Any]:
        """Send a change with If-Match and expect the status; the reply."""
        answer = self.as_(key).request(method, url, json=body, headers={"If-Match": f'"{version}"'})
        assert answer.status_code == status, answer.text
        return dict(answer.json())


@contextmanager
def world_on(settings: Settings) -> Iterator[World]:
    """The small organisation on a database that `fill` has filled."""
    app = app_on(settings)
    with app.state.database.read() as work:
        ids = {row.code: row.id for row in work.rows(select(Department.code, Department.id))}
        people = {row.cast: row.id for row in work.rows(select(Person.cast, Person.id))}
    world = World(app, ids, people)
    try:
        yield world
    finally:
        for client in world.clients.values():
            client.close()
        app.state.database.close()
