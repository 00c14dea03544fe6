"""What the routes of results give: numbers as they are shown, never finer."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from trinvis.core.http import Out
from trinvis.departments.queries import DepartmentRef
from trinvis.surveys.rules import Shown
from trinvis.surveys.tables import Phase


class StatementResult(Out):
    """A statement. Means are in tenths; counts with detail only."""

    key: str
    da: str
    en: str
    mean_tenths: int
    n: int | None
    low: int | None
    middle: int | None
    high: int | None


class Point(Out):
    """The scale of one wave, named by its last day.

    `answered`, `heads`, interval and index: with detail only.
    """

    wave_id: UUID
    phase: Phase | None
    closes_on: date
    closed_on: date
    mean_tenths: int
    answered: int | None
    heads: int | None
    low_tenths: int | None
    high_tenths: int | None
    index: int | None


class Compared(Out):
    """From an earlier wave to a later one. `reason` says why there is no number; `clear`: not only chance."""

    before: UUID
    after: UUID
    comparable: bool
    reason: Literal["hidden", "instrument", "changed", "few", "alike"] | None
    value_tenths: int | None
    low_tenths: int | None
    high_tenths: int | None
    clear: bool | None


class ResultOut(Out):
    """A node's result in a wave. `not_yet`: it is seen from `visible_from`, once it is counted.

    Where it is hidden there is nothing else in it, whatever the cause.
    """

    wave_id: UUID
    node: DepartmentRef
    phase: Phase | None
    shown: Shown | Literal["not_yet"]
    visible_from: date | None
    statements: list[StatementResult]
    points: list[Point]
    compared: list[Compared]


class ResultLine(Out):
    """A wave of the department, in a list."""

    wave_id: UUID
    phase: Phase | None
    opens_on: date
    closes_on: date
    state: str
    shown: Shown | Literal["not_yet"] | None
    visible_from: date | None


class ResultList(Out):
    """A department's waves, newest first."""

    items: list[ResultLine]


class CommitteeNode(Out):
    """The hospital, a centre, or (if HMU decided so) a department."""

    id: UUID
    name: str
    kind: str
    shown: Shown
    mean_tenths: int | None
    answered: int | None
    heads: int | None


class Span(Out):
    """The lowest and the highest mean among departments, without names."""

    departments: int
    low_tenths: int
    high_tenths: int


class CommitteeOut(Out):
    """A wave as HMU sees it."""

    wave_id: UUID
    place: str
    closes_on: date
    closed_on: date | None
    visible_from: date | None
    nodes: list[CommitteeNode]
    departments: int
    span: Span | None


class CommitteeLine(Out):
    """A wave that HMU sees from `visible_from`, or will."""

    wave_id: UUID
    place: str
    closed_on: date | None
    closes_on: date
    visible_from: date


class CommitteeList(Out):
    """Waves that HMU sees something of, newest first."""

    items: list[CommitteeLine]
