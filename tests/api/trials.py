"""Trial actions of the small organisation, brought to where a test needs them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import event

from tests.api.world import World

URL = "/api/trial-actions"
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)

PLAN: dict[str, Any] = {
    "change": "fem minutter ved tavlen, inden dagvagten går hjem",
    "prediction": "at flere end de tre faste tager ordet",
    "measure": "stregerne på tavlen",
}
STUDY: dict[str, Any] = {
    "happened": "Holdt 14 af 18 dage.", "prediction_matched": "partly", "learning": "Det gør en forskel.",
}


def draft(world: World, who: str = "leader", node: str = "A", **fields: Any) -> dict[str, Any]:
    """A draft with its three sentences."""
    return world.post(who, URL, department_id=world.id_(node), **{**PLAN, **fields})


def move(
    world: World, trial: dict[str, Any], act: str, who: str = "leader", status: int = 200, **body: Any
) -> Any:
    """Make the move with the version of the trial given."""
    return world.move(who, f"{URL}/{trial['id']}/{act}", trial["version"], status, **body)


def put(
    world: World, trial: dict[str, Any], part: str, who: str = "leader", status: int = 200, **body: Any
) -> Any:
    """Send a whole form."""
    return world.move(who, f"{URL}/{trial['id']}/{part}", trial["version"], status, "PUT", **body)


def plan_of(trial: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The plan's form as a page would send it back."""
    names = (
        "change", "prediction", "measure", "starts_on", "ends_on", "evaluate_on", "situation", "aim",
        "for_whom", "where", "data_plan", "factors", "dimensions", "tools",
    )
    form = {name: trial[name] for name in names}
    form["title"] = trial["title"] if trial["has_own_title"] else None
    form["owner_id"] = trial["owner"] and trial["owner"]["id"]
    return {**form, **changed}


def brought_to(world: World, state: str, **fields: Any) -> dict[str, Any]:
    """A trial of department A in this state, everything done by its leader."""
    trial = draft(world, **{"starts_on": "2026-11-02", "ends_on": "2026-11-20", **fields})
    if state == "cancelled":
        return dict(move(world, trial, "cancel", reason="Ingen tid"))
    for act in ("plan", "start", "finish"):
        if trial["state"] == state:
            return trial
        body: dict[str, Any] = {"agreed_with": "trio"} if act == "start" else {}
        trial = move(world, trial, act, **body)
    if state == "evaluated":
        trial = put(world, trial, "study", **STUDY)
        trial = move(world, trial, "evaluate", decision="abandon", agreed_with="management")
    assert trial["state"] == state
    return trial


def statements(world: World, who: str, url: str) -> int:
    """How many statements a GET runs, the door's included."""
    counted: list[str] = []

    def count(_: object, __: object, statement: str, *rest: object) -> None:
        counted.append(statement)

    world.as_(who)
    event.listen(world.database.reader, "before_cursor_execute", count)
    try:
        world.get(who, url)
    finally:
        event.remove(world.database.reader, "before_cursor_execute", count)
    return sum(statement.lstrip().upper().startswith(("SELECT", "WITH", "(")) for statement in counted)
