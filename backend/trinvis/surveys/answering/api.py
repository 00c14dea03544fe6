"""Taking an answer. Public, without a session; it knows neither accounts nor roles and writes no history.

What is kept of an answer is a ballot: a random key, the wave, the unit, 55 sealed bytes. No time, no
address, no sequence; and of the code that was used nothing at all.
"""

from __future__ import annotations

import secrets
from datetime import date
from threading import Lock
from time import monotonic
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import Field
from sqlalchemy import delete
from sqlmodel import col, select

from trinvis.core import clock
from trinvis.core.columns import Clean
from trinvis.core.db import Transaction, columns
from trinvis.core.http import In, Out, Tx, reply
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.surveys.answering.sealing import STATEMENTS, bound_to, seal
from trinvis.surveys.codes import digest, read
from trinvis.surveys.tables import AnswerCode, Ballot, Wave, WaveState

router = APIRouter(prefix="/api/answers", tags=["answers"])


class Words(Out):
    """A text in both languages."""

    da: str
    en: str


class StatementOut(Out):
    """One of the seven, as the wave's instrument words it."""

    key: str
    text: Words


class QuestionnaireOut(Out):
    """What the answer page shows; the same for everybody who opens it, with a code or without."""

    state: Literal["before", "open", "over"]
    opens_on: date | None
    closes_on: date | None
    dialogue_on: date | None
    place: str | None
    prompt: Words
    low: Words
    high: Words
    dont_know: Words
    statements: list[StatementOut]


class AnswersIn(In):
    """Seven answers with the code from the slip; None: "Ved ikke" or skipped.

    Whoever typed the address from the slip has no `wave_id`: the code is enough.
    """

    wave_id: UUID | None = None
    code: Annotated[Clean, Field(max_length=64)]
    answers: Annotated[
        list[Annotated[int, Field(ge=1, le=7)] | None],
        Field(min_length=STATEMENTS, max_length=STATEMENTS),
    ]


class WrongCodes:
    """Wrong codes in the last minute, in this process, of nobody in particular.

    75 random bits cannot be guessed; this only keeps somebody who tries from using up the database.
    """

    def __init__(self, most: int = 600) -> None:
        self._most, self._lock = most, Lock()
        self._since, self._count = monotonic(), 0

    def count(self) -> None:
        """One more."""
        with self._lock:
            self._fresh()
            self._count += 1

    def check(self) -> None:
        """Raises `Refused(BUSY)` while there are too many."""
        with self._lock:
            self._fresh()
            if self._count >= self._most:
                raise Refused(Code.BUSY)

    def _fresh(self) -> None:
        if monotonic() - self._since > 60:
            self._since, self._count = monotonic(), 0


WRONG = WrongCodes()


@router.get("", response_model=QuestionnaireOut)
def typed_address(request: Request, work: Tx) -> Response:
    """The statements for whoever typed the slip's address. 404 while no wave is open anywhere.

    Where several are open, place and days are not told: only the code knows which one it is for.
    """
    rows = work.rows(_waves().where(Wave.state == WaveState.OPEN).order_by(col(Wave.closes_on)).limit(2))
    if not rows:
        raise Refused(Code.NOT_FOUND)
    return _told(request, rows[0], alone=len(rows) == 1)


@router.get("/{wave_id}", response_model=QuestionnaireOut)
def questionnaire(request: Request, wave_id: UUID, work: Tx) -> Response:
    """The wave's statements and days. It tells nothing of any code. 404 for what is only drafted."""
    states = (WaveState.PLANNED, WaveState.OPEN, WaveState.CLOSED)
    row = work.one(_waves().where(Wave.id == wave_id, col(Wave.state).in_(states)))
    return _told(request, row, alone=True)


def _waves() -> Any:
    return columns(
        Wave.state, Wave.instrument, Wave.opens_on, Wave.closes_on, Wave.dialogue_on, Department.name
    ).join(Department, col(Department.id) == Wave.place_id)


def _told(request: Request, row: Any, *, alone: bool) -> Response:
    pack = request.app.state.pack
    instrument = next(one for one in pack.instruments if one.key == row.instrument)
    return reply(
        {
            "state": _state(row),
            "opens_on": row.opens_on if alone else None,
            "closes_on": row.closes_on if alone else None,
            "dialogue_on": row.dialogue_on if alone else None,
            "place": row.name if alone else None,
            **{name: _both(getattr(pack.scale, name)) for name in ("prompt", "dont_know")},
            "low": _both(pack.scale.low_label),
            "high": _both(pack.scale.high_label),
            "statements": [{"key": one.key, "text": _both(one.text)} for one in instrument.statements],
        }
    )


def _both(text: Any) -> dict[str, str]:
    return {"da": text.da, "en": text.en}


def _state(row: Any) -> str:
    if row.state == WaveState.PLANNED:
        return "before"
    return "open" if row.state == WaveState.OPEN and clock.today() <= row.closes_on else "over"


@router.post("", status_code=204)
def answer(body: AnswersIn, work: Tx) -> Response:
    """Exchange a code for a sealed ballot, both or neither.

    Refusals: INVALID (a typing error in the code), CODE_UNUSABLE (used, void or never printed: the
    same bytes for all), WAVE_CLOSED, BUSY.
    """
    WRONG.check()
    code = read(body.code)
    if code is None:
        raise invalid("code", "mistyped")
    wave_id = body.wave_id or _wave_of(work, code)
    wave = _open_wave(work, wave_id) if wave_id else None
    spent = work.first(
        delete(AnswerCode)
        .where(col(AnswerCode.digest) == digest(code), col(AnswerCode.wave_id) == wave_id)
        .returning(col(AnswerCode.unit_id))
        .execution_options(synchronize_session=False)
    )
    if wave_id is None or wave is None or spent is None:
        WRONG.count()
        raise Refused(Code.CODE_UNUSABLE)
    info = bound_to(wave.instrument, wave_id, spent.unit_id)
    work.add(
        Ballot(
            key=secrets.token_bytes(16),
            wave_id=wave_id,
            unit_id=spent.unit_id,
            sealed=seal(wave.public_key, info, body.answers),
        )
    )
    return Response(status_code=204, headers={"cache-control": "no-store"})


def _wave_of(work: Transaction, code: str) -> UUID | None:
    """Which wave a typed code is for; looked up before the wave is locked, as closing locks it too."""
    found = work.first(columns(AnswerCode.wave_id).where(AnswerCode.digest == digest(code)))
    return found.wave_id if found else None


def _open_wave(work: Transaction, wave_id: UUID) -> Any:
    """The wave, share-locked until COMMIT, so that closing waits for answers on their way.

    None if there is none. Raises `Refused(WAVE_CLOSED)`.
    """
    found = work.first(
        select(
            *(getattr(Wave, name) for name in ("state", "instrument", "public_key", "closes_on"))
        )
        .where(col(Wave.id) == wave_id)
        .with_for_update(read=True)
    )
    if found is None:
        return None
    if found.state != WaveState.OPEN or clock.today() > found.closes_on:
        raise Refused(Code.WAVE_CLOSED)
    return found
