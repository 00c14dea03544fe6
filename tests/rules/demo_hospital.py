"""The demo hospital as its story's tests need it: nodes, people, records."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import Any

from trinvis.demo.play import HERE
from trinvis.demo.story import ACTS, events, read_story

STORY = read_story()
EVENTS = events(STORY)
PILOTS = ("VIB-01", "SIL-01", "HNC-01")


def _rows(name: str, encoding: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


NODES = {row["kode"]: row for row in _rows("departments.csv", "utf-8-sig")}
PEOPLE = [*_rows("people.csv", "cp1252"), *_rows("acting.csv", "utf-8")]
MEMBERS = {row["e-mail"].split("@")[0] for row in PEOPLE if row["rolle"] == "medarbejder"}


def walker(code: str) -> str:
    """The walking department that the node belongs to."""
    return code if NODES[code]["trin"] != "følger" else walker(NODES[code]["overordnet"])


def told() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record with its kind."""
    return ((kind, record) for kind in ACTS for record in STORY[kind])


def record_of(kind: str, key: str) -> dict[str, Any]:
    """The record with this key."""
    return next(record for record in STORY[kind] if record["key"] == key)


def codes_of(record: Mapping[str, Any]) -> list[str]:
    """The nodes that the record is about."""
    at = record_of("trials", record["left_by"])["at"] if "left_by" in record else record.get("at", [])
    return at if isinstance(at, list) else [at]


def label(kind: str, record: Mapping[str, Any]) -> str:
    """What to call the record when it is wrong."""
    return f"{kind} {record['key']} ({', '.join(codes_of(record))})"
