"""Results: of a node in a wave, of a department over time, of a wave for HMU; and as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

import xlsxwriter
from fastapi import APIRouter, Request, Response

from trinvis.core.http import Me, Tx, reply
from trinvis.surveys.results import committee, reading
from trinvis.surveys.results.shapes import CommitteeList, CommitteeOut, ResultList, ResultOut
from trinvis.surveys.rules import SHOW

Row = list[str | int | float | None]

router = APIRouter(tags=["results"])
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORDS = {
    "da": {
        "statement": "Udsagn", "mean": "Gennemsnit", "answered": "Svarede", "low": "Uenig (1-3)",
        "middle": "Hverken eller (4)", "high": "Enig (5-7)", "together": "Alle 7 samlet",
        "at_least": "mindst {least}", "sheet": "De 7 spørgsmål", "file": "de-7-spoergsmaal",
    },
    "en": {
        "statement": "Statement", "mean": "Average", "answered": "Answered", "low": "Disagree (1-3)",
        "middle": "Neither (4)", "high": "Agree (5-7)", "together": "All 7 together",
        "at_least": "at least {least}", "sheet": "The 7 questions", "file": "the-7-questions",
    },
}  # fmt: skip


def _texts(request: Request) -> dict[str, dict[str, Any]]:
    return {
        instrument.key: {one.key: one.text for one in instrument.statements}
        for instrument in request.app.state.pack.instruments
    }


@router.get("/api/departments/{department_id}/results", response_model=ResultList)
def department_results(department_id: UUID, me: Me, work: Tx) -> Response:
    """The department's waves and what one sees of each, newest first."""
    return reply({"items": reading.results(work, me, department_id)})


@router.get("/api/waves/{wave_id}/results/{node_id}", response_model=ResultOut)
def node_result(request: Request, wave_id: UUID, node_id: UUID, me: Me, work: Tx) -> Response:
    """A node's result in a wave, as it was released."""
    return reply(reading.result(work, me, wave_id, node_id, _texts(request)))


@router.get("/api/committee-results", response_model=CommitteeList)
def committee_results(me: Me, work: Tx) -> Response:
    """The waves that HMU sees something of, newest first, each with the day from which it does."""
    return reply({"items": committee.committee_list(work, me)})


@router.get("/api/waves/{wave_id}/committee", response_model=CommitteeOut)
def committee_result(wave_id: UUID, me: Me, work: Tx) -> Response:
    """A wave as HMU sees it."""
    return reply(committee.committee(work, me, wave_id))


@router.get(
    "/api/waves/{wave_id}/results/{node_id}/file",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}, _SHEET: {}}}},
)
def result_file(
    request: Request,
    wave_id: UUID,
    node_id: UUID,
    me: Me,
    work: Tx,
    kind: Literal["csv", "xlsx"] = "csv",
    language: Literal["da", "en"] = "da",
) -> Response:
    """What the page shows, as a file; nothing finer, and nothing where it is hidden."""
    rows = _rows(reading.result(work, me, wave_id, node_id, _texts(request)), language)
    name = _WORDS[language]["file"]
    if kind == "csv":
        return _file(_csv(rows), "text/csv; charset=utf-8", f"{name}.csv")
    return _file(_xlsx(rows, _WORDS[language]["sheet"]), _SHEET, f"{name}.xlsx")


def _rows(found: dict[str, Any], language: str) -> list[Row]:
    """A line for each statement and one for all together. Without exact counts: "at least 5"."""
    words = _WORDS[language]
    head: Row = [words[name] for name in ("statement", "mean", "answered", "low", "middle", "high")]
    statements: list[Row] = [
        [
            one[language], one["mean_tenths"] / 10, _count(one["n"], words),
            one["low"], one["middle"], one["high"],
        ]
        for one in found["statements"]
    ]  # fmt: skip
    together: list[Row] = [
        [words["together"], point["mean_tenths"] / 10, _count(point["answered"], words), None, None, None]
        for point in found["points"]
        if point["wave_id"] == found["wave_id"]
    ]
    return [head, *statements, *together]


def _count(answers: int | None, words: dict[str, str]) -> int | str:
    return words["at_least"].format(least=SHOW) if answers is None else answers


def _csv(rows: Sequence[Row]) -> bytes:
    """As a Danish spreadsheet opens it: semicolons, a decimal comma, a mark that says UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    for row in rows:
        writer.writerow([str(cell).replace(".", ",") if isinstance(cell, float) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: Sequence[Row], title: str) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False}) as book:
        # The same numbers give the same bytes: not even the file says when it was made.
        book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                elif cell is not None:
                    sheet.write_number(number, place, cell)
    return data.getvalue()


def _file(content: bytes, kind: str, name: str) -> Response:
    held = f'attachment; filename="{name}"'
    return Response(content, 200, {"content-disposition": held, "cache-control": "no-store"}, kind)
