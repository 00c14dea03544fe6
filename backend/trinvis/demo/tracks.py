"""How HR's tracks are told through the API: talks, courses, introduction days, leaders who are new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from trinvis.demo.stage import Stage
from trinvis.demo.story import Event

PATHS = {"talks": "talks", "courses": "courses", "introduction_days": "introduction-days"}
_SAID = ("forum", "title", "for_whom", "invited")
HOME = "HEM"


def _body(stage: Stage, event: Event) -> dict[str, Any]:
    record = event.record
    body = {name: record[name] for name in _SAID if name in record}
    body["on"] = stage.day(record["day"])
    if "until" in record:
        body["until"] = stage.day(record["until"])
    if "by" in record:
        body["held_by"] = stage.person(record["by"])
    if event.act == "hold":
        body |= {"state": "held"} | {name: record[name] for name in ("came", "note") if name in record}
        if "participants" in record:
            body["participants"] = [stage.person(name) for name in record["participants"]]
    return body


def _gathering(stage: Stage, event: Event) -> None:
    path, key = f"/api/{PATHS[event.kind]}", event.record["key"]
    made = stage.made.get(key)
    if event.act == "cancel" and made:
        body = {"reason": event.record["reason"]}
        stage.call(event.who, "POST", f"{path}/{made['id']}/cancel", body, made["version"])
        return
    body = _body(stage, event)
    if made:
        reply = stage.call(event.who, "PUT", f"{path}/{made['id']}", body, made["version"])
    else:
        reply = stage.call(event.who, "POST", path, body | {"department_id": stage.place(HOME)})
    stage.made[key] = reply


def _begin(stage: Stage, event: Event) -> None:
    """Somebody is employed to lead: a person with her role from that day."""
    record = event.record
    role = {"role": record["role"], "department_id": stage.place(record["at"])}
    role["valid_from"] = stage.day(event.day)
    body = {"name": record["name"], "email": record["email"], "role": role}
    stage.made[record["key"]] = stage.call(event.who, "POST", "/api/people", body)


def _introduce(stage: Stage, event: Event) -> None:
    role = stage.made[event.record["key"]]["roles"][0]["id"]
    body = {"held_on": stage.day(event.day)}
    stage.call(event.who, "POST", f"/api/tracks/leaders/{role}/introduced", body)


TRACKS: dict[tuple[str, str], Callable[[Stage, Event], None]] = {
    ("new_leaders", "begin"): _begin,
    ("new_leaders", "introduce"): _introduce,
    **{(kind, act): _gathering for kind in PATHS for act in ("plan", "hold", "cancel")},
}
