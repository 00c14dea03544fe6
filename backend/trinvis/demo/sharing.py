"""How experiences travel in the story: told, shared, withdrawn, and tried by others."""

from __future__ import annotations

from collections.abc import Callable

from trinvis.demo.stage import Stage
from trinvis.demo.story import Event

_TEXT = ("title", "did", "learned", "advice", "factors", "tools", "origin")


def _tell(stage: Stage, event: Event) -> None:
    record = event.record
    body = {name: record[name] for name in _TEXT if name in record}
    source = stage.made[record["of"]]
    body |= {"department_id": stage.place(record["at"]), "origin_id": source["id"]}
    stage.made[record["key"]] = stage.call(event.who, "POST", "/api/experiences", body)


def _move(stage: Stage, event: Event, body: dict[str, str]) -> None:
    last = stage.made[event.record["key"]]
    path = f"/api/experiences/{last['id']}/{event.act}"
    stage.made[event.record["key"]] = stage.call(event.who, "POST", path, body, last["version"])


def _share(stage: Stage, event: Event) -> None:
    consent, by = event.word.split()
    _move(stage, event, {"consent": consent, "consented_by": stage.person(by)})


def _withdraw(stage: Stage, event: Event) -> None:
    _move(stage, event, {})


def _borrow(stage: Stage, event: Event) -> None:
    record = event.record
    path = f"/api/experiences/{stage.made[record['borrowed']]['id']}/borrow"
    body = {"department_id": stage.place(record["at"])}
    stage.made[record["key"]] = stage.call(event.who, "POST", path, body)


SHARING: dict[tuple[str, str], Callable[[Stage, Event], None]] = {
    ("trials", "borrow"): _borrow,
    ("experiences", "tell"): _tell,
    ("experiences", "share"): _share,
    ("experiences", "withdraw"): _withdraw,
}
