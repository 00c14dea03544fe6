"""Printing answer codes: by HR or TRIO, never by the leader alone, at most one for each head.

The codes are in the reply and nowhere else: the database keeps hashes. So a printing is not repeated
under an `Idempotency-Key` either, which would keep the reply for a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field
from sqlalchemy import delete
from sqlmodel import col

from trinvis.access import May
from trinvis.core.db import Transaction
from trinvis.core.http import In, Me, Out, Tx, reply
from trinvis.errors import Code, Refused, invalid
from trinvis.surveys.codes import digest, new_code, read
from trinvis.surveys.slips.paper import Slips, link, pdf, qr, said
from trinvis.surveys.slips.rules import allowance
from trinvis.surveys.tables import AnswerCode, Wave, WaveNode, WaveState
from trinvis.surveys.waves import reading
from trinvis.surveys.waves.rules import WaveMove

router = APIRouter(prefix="/api/waves/{wave_id}/slips", tags=["slips"])


class SlipsIn(In):
    """Print codes of a unit; without a count as many as may be."""

    unit_id: UUID
    count: Annotated[int, Field(ge=1, le=10_000)] | None = None
    language: Literal["da", "en"] = "da"


class SlipOut(Out):
    """A code in four groups of four, where its QR code leads, and the QR code as SVG."""

    code: str
    link: str
    qr: str


class SlipsOut(Out):
    """The slips for the print view. Shown once: nobody can ask for them again.

    `unit`: for whom they count, `pile`: who takes one of another pile, both in the asked language.
    `hmu_on`: None for a wave in one department, which HMU does not see.
    """

    unit: str
    pile: str
    address: str
    closes_on: date
    first_on: date
    dialogue_on: date
    hmu_on: date | None
    slips: list[SlipOut]


def _printing(wave_id: UUID, me: Me, work: Tx) -> Wave:
    """The wave, locked, if the actor may print. Raises `Refused(NOT_FOUND)`, `Refused(NOT_ALLOWED)`."""
    reading.wave(work, me, wave_id)
    wave = work.locked(Wave, wave_id)
    _, nodes = reading.wave_row(work, wave_id)
    if not any(May.PRINT_CODES in held for held in reading.held_at(work, me, nodes).values()):
        raise Refused(Code.NOT_ALLOWED)
    return wave


Printing = Annotated[Wave, Depends(_printing)]


def _print(request: Request, work: Transaction, me: Me, wave: Wave, body: SlipsIn) -> Slips:
    if WaveMove.PRINT not in reading.wave(work, me, wave.id)["can"]:
        raise Refused(Code.WRONG_STATE, state=wave.state)
    _, nodes = reading.wave_row(work, wave.id)
    unit = next((one for one in nodes if one.node_id == body.unit_id and one.unit_id == one.node_id), None)
    if unit is None:
        raise invalid("unit_id", "unknown")
    heads = sum(one.heads for one in nodes if one.unit_id == unit.node_id)
    may = allowance(opened=wave.state == WaveState.OPEN, heads=heads, printed=unit.printed)
    count = may.most if body.count is None else body.count
    if not 0 < count <= may.most:
        raise invalid("count", "more_than_heads", most=may.most)
    codes = [new_code() for _ in range(count)]
    if may.voids:
        work.session.execute(
            delete(AnswerCode)
            .where(col(AnswerCode.wave_id) == wave.id, col(AnswerCode.unit_id) == unit.node_id)
            .execution_options(synchronize_session=False)
        )
    work.session.add_all(
        AnswerCode(digest=digest(read(code) or ""), wave_id=wave.id, unit_id=unit.node_id) for code in codes
    )
    node = work.session.get_one(WaveNode, (wave.id, unit.node_id))
    node.printed = count if may.voids else node.printed + count
    work.session.flush()
    work.record("codes.printed", "wave", wave.id, unit.node_id, count=count, voided=may.voids)
    settings = request.app.state.settings
    hmu_sees = wave.hmu_single or sum(one.phase is not None for one in nodes) > 1
    address = settings.answer_url or settings.public_url or str(request.base_url)
    return Slips(
        unit.name, unit.phase is not None, _pile(nodes, unit), f"{address.rstrip('/')}/svar",
        str(wave.id), wave.closes_on, wave.closes_on + timedelta(days=1), wave.dialogue_on,
        wave.hmu_on if hmu_sees else None, codes,
    )  # fmt: skip


def _pile(nodes: Sequence[Any], unit: Any) -> str | None:
    """Where those without a section take a slip: with the department's own people."""
    by_id = {one.node_id: one for one in nodes}
    home = unit
    while home.phase is None:
        home = by_id[home.parent_id]
    theirs = by_id[home.unit_id]
    return None if theirs is unit else "" if theirs is home else theirs.name


@router.post("", status_code=201, response_model=SlipsOut)
def print_view(request: Request, wave: Printing, me: Me, work: Tx, body: SlipsIn) -> Response:
    """Codes for the print view. Before opening they take the place of all that were printed of the unit."""
    slips = _print(request, work, me, wave, body)
    return reply(
        {
            **said(slips, body.language),
            **{
                name: getattr(slips, name)
                for name in ("address", "closes_on", "first_on", "dialogue_on", "hmu_on")
            },
            "slips": [
                {"code": code, "link": link(slips, code), "qr": qr(link(slips, code))} for code in slips.codes
            ],
        },
        status=201,
    )


@router.post(
    "/pdf", response_class=Response, responses={200: {"content": {"application/pdf": {}}}}
)
def print_pdf(request: Request, wave: Printing, me: Me, work: Tx, body: SlipsIn) -> Response:
    """Codes as a PDF to cut out, ten to an A4. Counts as a printing like the other."""
    made = pdf(_print(request, work, me, wave, body), body.language)
    name = 'attachment; filename="svarsedler.pdf"'
    return Response(made, 200, {"content-disposition": name, "cache-control": "no-store"}, "application/pdf")
