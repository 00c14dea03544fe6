"""The story's meetings: planned with their agenda, decided, and the yearly discussion."""

from __future__ import annotations

from typing import Any

from trinvis.demo.stage import Stage
from trinvis.demo.story import Event

_ITEM = ("title", "asks", "recommendation", "account")
_PARTS = ("goals", "met", "next_goals", "follow_up")


def _plan(stage: Stage, event: Event) -> None:
    told = event.record
    body = {"department_id": stage.place(told["at"]), "on": stage.day(told["on"]), "note": told.get("note")}
    if "papers" in told:
        body["papers_as_of"] = stage.day(told["papers"])
    stage.made[told["key"]] = stage.call(event.who, "POST", "/api/meetings", body)


def _agenda(stage: Stage, event: Event) -> None:
    """Put the items on, all at once."""
    made = stage.made[event.record["key"]]
    for item in event.record["items"]:
        body = {name: item[name] for name in _ITEM if name in item}
        made = stage.call(event.who, "POST", f"/api/meetings/{made['id']}/items", body)
    stage.made[event.record["key"]] = made


def _decide(stage: Stage, event: Event) -> None:
    made = stage.made[event.record["key"]]
    said: list[dict[str, Any]] = [
        {"item_id": line["id"], "decision": item.get("decision")}
        for line, item in zip(made["items"], event.record["items"], strict=True)
    ]
    path = f"/api/meetings/{made['id']}/decisions"
    reply = stage.call(event.who, "PUT", path, {"decisions": said}, made["version"])
    stage.made[event.record["key"]] = reply


def _write(stage: Stage, event: Event) -> None:
    """Write a year's contribution: this year's, or one of years ago."""
    told = event.record
    year = int(stage.day(0)[:4]) - told["years_ago"]
    body = {"department_id": stage.place(told["at"]), "year": year}
    body |= {name: told[name] for name in _PARTS if name in told}
    stage.made[told["key"]] = stage.call(event.who, "POST", "/api/yearly-discussions", body)


MEETING = {
    ("meetings", "plan"): _plan,
    ("meetings", "agenda"): _agenda,
    ("meetings", "decide"): _decide,
    ("yearly", "write"): _write,
}
