"""Reads the demo hospital's story: records as they stand in the files, and the events that make them.

A record (a session, a trial action, an agreement, ...) says in `path` how it came about, one line
for each event: "-187 trine.aagaard start management" is the day counted from today (0), who did it
(the part of the e-mail before the @), what she did, and what the act needs beside.
"""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from trinvis.core.clock import COPENHAGEN
from trinvis.followups.rules import in_quiet_week
from trinvis.surveys.waves.rules import Days, days_of

STORY = Path(__file__).parent / "story"

ACTS: dict[str, tuple[str, ...]] = {
    "planned_starts": ("schedule",),
    "hr_contacts": ("name",),
    "contacts": ("note",),
    "sessions": ("plan", "hold", "cancel", "minutes"),
    "assessments": ("write",),
    "trials": (
        "draft", "borrow", "redraft", "edit", "plan", "start", "study", "finish", "extend", "evaluate",
        "cancel", "note",
    ),
    "experiences": ("tell", "share", "withdraw"),
    "agreements": ("make", "done", "cancel"),
    "follow_ups": ("make", "log"),
    "steps": ("complete", "reopen"),
    "rounds": ("begin",),
    "help": ("ask", "agree", "done", "withdraw"),
    "boards": ("switch_on",),
    "new_leaders": ("begin", "introduce"),
    "talks": ("plan", "hold", "cancel"),
    "courses": ("plan", "hold", "cancel"),
    "introduction_days": ("plan", "hold", "cancel"),
    "meetings": ("plan", "agenda", "decide"),
    "yearly": ("write",),
    "materials": ("write", "attach", "rewrite"),
    "instruments": ("choose",),
    "waves": ("draft", "decide", "confirm", "print", "answer"),
}
"""What can be told of each kind of record; on the same day in this order."""

_OPENS, _CLOSES = 7 * 60 + 40, 15 * 60 + 20
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody does something to a record. `nth`: how many of the same act the record had before.

    `who` is empty where nobody is known: answers are nobody's.
    """

    day: int
    who: str
    kind: str
    act: str
    word: str
    nth: int
    record: Mapping[str, Any]

    @property
    def log(self) -> Mapping[str, Any]:
        """What was seen, where the act is the logging of a follow-up."""
        found: Mapping[str, Any] = self.record["logs"][self.nth]
        return found

    @property
    def answers(self) -> Mapping[str, Any]:
        """What was answered, where the act is the answering of a wave."""
        found: Mapping[str, Any] = self.record["answers"][self.nth]
        return found


def read_story(folder: Path = STORY) -> dict[str, list[dict[str, Any]]]:
    """All records by kind. Each has a `key`, its own or one made from its place in the files."""
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in ACTS}
    for file in sorted(folder.glob("*.toml")):
        for kind, records in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for record in records:
                record.setdefault("key", f"{kind} {len(found[kind]) + 1}")
                found[kind].append(record)
    return found


def events_of(kind: str, record: Mapping[str, Any]) -> Iterator[Event]:
    """The record's events in the order told."""
    counted: dict[str, int] = {}
    for line in record.get("path", ()):
        day, who, act, *rest = line.split()
        nth = counted[act] = counted.get(act, -1) + 1
        yield Event(int(day), who, kind, act, " ".join(rest), nth, record)
    for nth, log in enumerate(record.get("logs", ())):
        yield Event(log["day"], log["by"], kind, "log", "", nth, record)
    for nth, answers in enumerate(record.get("answers", ())):
        yield Event(answers["day"], "", kind, "answer", "", nth, record)


def events(story: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Event]:
    """The whole story, day by day."""
    told = [event for kind in ACTS for record in story[kind] for event in events_of(kind, record)]
    return sorted(told, key=lambda event: event.day)


def day_at(today: date, offset: int) -> date:
    """The day so many days from today, moved away from today until people are at work.

    The story is played on any day of the year: what would fall on a weekend or into a quiet week
    happens before it, what is still to come after it. The order of days stays.
    """
    day = today + offset * _DAY
    return _at_work(day, _DAY if offset > 0 else -_DAY) if offset else day


def _at_work(day: date, step: timedelta) -> date:
    while day.isoweekday() > 5 or in_quiet_week(day):
        day += step
    return day


def wave_days(today: date, record: Mapping[str, Any]) -> Days:
    """The days of a wave that is open from the day `opens` to the day `closes`, counted from today.

    A quiet week that moves the last day of one that is over moves its first along: it is open as long
    at any time of the year, and what was answered between the two stays there.
    """
    closes = day_at(today, record["closes"])
    opens = day_at(today, record["opens"])
    if closes < today:
        opens = _at_work(closes - (record["closes"] - record["opens"]) * _DAY, -_DAY)
    return days_of(opens, closes)


def moments(told: Sequence[Event], today: date) -> Iterator[tuple[datetime, Event]]:
    """Each event with its moment (UTC): in order, within working hours, no two at the same time."""
    for day, found in groupby(told, lambda event: day_at(today, event.day)):
        of_day = list(found)
        slot = (_CLOSES - _OPENS) * 60 / len(of_day)
        for number, event in enumerate(of_day):
            # Chance that is the same at every play: people do not act at even intervals.
            chance = zlib.crc32(f"{day}{number}".encode()) % 1000 / 1000
            seconds = _OPENS * 60 + (number + chance) * slot
            local = datetime.combine(day, time(), COPENHAGEN) + timedelta(seconds=seconds)
            yield local.astimezone(UTC), event
