"""Plays the demo hospital's story on an empty database.

Everything goes through the API, done by a person who may do it, on the day it happened: so history,
versions and steps are those of real use, and a story that breaks a rule does not play at all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from heapq import merge
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import delete, func, update
from sqlmodel import col, select

from trinvis.accounts.door import sign_in
from trinvis.accounts.tables import Person, SignIn
from trinvis.command import import_file
from trinvis.core import clock
from trinvis.core.clock import COPENHAGEN
from trinvis.core.db import Database
from trinvis.core.settings import Settings
from trinvis.demo.acts import DO
from trinvis.demo.cast import cast
from trinvis.demo.stage import Form, Reply
from trinvis.demo.story import Event, day_at, events, moments, read_story, wave_days
from trinvis.departments.tables import Department
from trinvis.followups.rules import working_day
from trinvis.main import create_app
from trinvis.surveys.closing.steps import close_due
from trinvis.surveys.waves.opening import open_due, tell_bands
from trinvis.tracks.rules import quarter_of

HERE = Path(__file__).parent
FILES = (("departments", "departments.csv"), ("people", "people.csv"), ("people", "acting.csv"))
"""What is imported; `acting.csv` gives the cast's leader a second department that has not begun."""
FIRST_DAY = -251
"""The day on which the organisation and its people were imported."""
_A_YEAR = 366 * 24


class Impossible(Exception):
    """Something in the story could not have happened: the API refused it."""


class Player:
    """The story's stage: signs people in, asks the API in their name, keeps what it answered."""

    def __init__(self, settings: Settings, today: date) -> None:
        self.made: dict[str, Reply] = {}
        self.slips: dict[tuple[str, str], list[str]] = {}
        self._today = today
        self._cookie_name = settings.cookie
        self._app = create_app(settings)
        self._database: Database = self._app.state.database
        self._cookies: dict[str, str] = {}
        self._event: Event | None = None
        self._loop = asyncio.Runner()
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self._app), base_url="http://127.0.0.1", headers={"X-Trinvis": "1"}
        )
        if settings.embedded:
            _without_waiting(self._database)
        with self._database.read() as work:
            people = work.rows(select(Person.email, Person.id))
            places = work.rows(select(Department.code, Department.id))
        self._people = {email.split("@")[0]: found for email, found in people}
        self._places = dict(iter(places))

    def close(self) -> None:
        """End all sign-ins and give everything back."""
        with self._database.write() as work:
            work.session.execute(delete(SignIn))
        self._loop.run(self._client.aclose())
        self._loop.close()
        self._database.close()

    def person(self, name: str) -> str:
        """The id of who has this name before the @."""
        return str(self._people[name])

    def place(self, code: str) -> str:
        """The id of the department with this code."""
        return str(self._places[code])

    def day(self, offset: int) -> str:
        """The day as the API writes it."""
        return day_at(self._today, offset).isoformat()

    def later(self, offset: int, than: int) -> str:
        """The day as the API writes it; the next one at work if a quiet week left it no later than `than`."""
        soonest = working_day(day_at(self._today, than) + timedelta(days=1))
        return max(day_at(self._today, offset), soonest).isoformat()

    def wave_days(self, record: Form) -> dict[str, str]:
        """The wave's days as the API takes them."""
        return {name: day.isoformat() for name, day in asdict(wave_days(self._today, record)).items()}

    def sign_in(self, names: Iterable[str]) -> None:
        """Let these people in, once for the whole story."""
        with self._database.write() as work:
            self._cookies |= {name: sign_in(work, self._people[name], _A_YEAR) for name in names}

    def play(self, event: Event) -> None:
        """Let it happen. Raises `Impossible`."""
        self._event = event
        DO[event.kind, event.act](self, event)

    def work(self) -> None:
        """What the worker does with waves when a day begins."""
        for duty in (open_due, close_due, tell_bands):
            duty(self._database)

    def call(
        self, who: str, method: str, path: str, body: Form | None = None, version: int | None = None
    ) -> Reply:
        """What the API answers `who`, or somebody unknown. Raises `Impossible` if it refuses."""
        headers = {"if-match": f'"{version}"'} if version is not None else {}
        return self._ask(who, method, path, headers, json=body)

    def bring(self, who: str, path: str, data: bytes) -> Reply:
        """What the API answers to a file. Raises `Impossible` if it refuses."""
        return self._ask(who, "POST", path, {}, content=data)

    def _ask(self, who: str, method: str, path: str, headers: dict[str, str], **sent: Any) -> Reply:
        if who:
            headers["cookie"] = f"{self._cookie_name}={self._cookies[who]}"
        reply = self._loop.run(self._client.request(method, path, headers=headers, **sent))
        if not reply.is_success:
            told = self._event
            where = f"{told.kind} {told.record['key']}: {told.day} {told.who} {told.act}" if told else ""
            raise Impossible(f"{where}: {method} {path} answers {reply.status_code} {reply.text}")
        found: Reply = reply.json() if reply.content else {}
        return found

    def quarter(self, quarters: int) -> str:
        """The quarter so many quarters from today's, as the API writes it."""
        month = self._today.month - 1 + 3 * quarters
        return quarter_of(date(self._today.year + month // 12, month % 12 + 1, 1))


def play(settings: Settings, progress: Callable[[str], object]) -> None:
    """Fill the database with the demo hospital; nothing happens if it holds departments already.

    `progress` is given a line now and then. Raises `Impossible` if the story breaks a rule.
    The story runs an event loop of its own, so it has a thread of its own: the caller's may have one.
    """
    with ThreadPoolExecutor(1, "demo") as stage:
        stage.submit(_play, settings, progress).result()


def _play(settings: Settings, progress: Callable[[str], object]) -> None:
    if not _is_empty(settings):
        progress("The database has departments already: the demo's story is for an empty one.")
        return
    if settings.keystore is None:
        settings = settings.model_copy(update={"keystore": settings.data_dir / "keystore"})
    today = clock.today()
    told = list(moments(events(read_story()), today))
    began = told[0][0].replace(hour=7) - timedelta(days=1)
    with clock.standing_at(began):
        for kind, name in FILES:
            for line in import_file(settings, kind, HERE / name):
                progress(line)
        _give_parts(settings)
    player = Player(settings, today)
    try:
        with clock.standing_at(began):
            player.sign_in({event.who for _, event in told if event.who})
        for moment, event in merge(told, _nights(told[0][0], today), key=lambda one: one[0]):
            with clock.standing_at(moment):
                if event:
                    player.play(event)
                else:
                    player.work()
    finally:
        player.close()
    progress(f"Played {len(told)} events from {told[0][0]:%d.%m.%Y} to {told[-1][0]:%d.%m.%Y}.")


def _nights(first: datetime, today: date) -> Iterator[tuple[datetime, None]]:
    """The moments at which the worker comes by: each day's first minutes, from the first day to today."""
    day = first.astimezone(COPENHAGEN).date()
    while day <= today:
        yield datetime.combine(day, time(0, 1), COPENHAGEN), None
        day += timedelta(days=1)


def _without_waiting(database: Database) -> None:
    """Let the disk be slow: a story that is cut off is played again from the beginning."""
    connection = database.writer.raw_connection()
    connection.cursor().execute("PRAGMA synchronous=OFF")
    connection.close()


def _is_empty(settings: Settings) -> bool:
    database = Database(settings)
    try:
        with database.read() as work:
            return not work.one(select(func.count()).select_from(Department))[0]
    finally:
        database.close()


def _give_parts(settings: Settings) -> None:
    database = Database(settings)
    try:
        with database.write() as work:
            for part in cast():
                work.session.execute(
                    update(Person).where(col(Person.email) == part.email).values(cast=part.key)
                )
    finally:
        database.close()
