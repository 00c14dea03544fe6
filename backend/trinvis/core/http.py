"""One request: the gate, the transaction, conditions on versions, replies, refusals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, Header, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from pydantic_core import to_json
from sqlalchemy import delete
from sqlmodel import Field, SQLModel, col, select
from starlette.exceptions import HTTPException

from trinvis.access import Actor
from trinvis.core import clock
from trinvis.core.columns import Moment
from trinvis.core.db import Transaction
from trinvis.errors import Code, Refused

READS = frozenset({"GET", "HEAD", "OPTIONS"})
class In(BaseModel):
    """Base of input: unknown fields are refused, so a typing error never vanishes silently."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Out(BaseModel):
    """Base of what the OpenAPI says of a reply; no defaults, so nothing turns optional."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Problem(Out):
    """A refusal, as `application/problem+json`."""

    code: Code
    facts: dict[str, Any]


# ---- the transaction of the request


def transaction(request: Request) -> Iterator[Transaction]:
    """The request's transaction: reading for GET, writing else; committed before the reply goes."""
    database = request.app.state.database
    opened = database.read() if request.method in READS else database.write()
    with opened as work:
        yield work


Tx = Annotated[Transaction, Depends(transaction, scope="function")]


def _me(request: Request) -> Actor:
    actor: Actor = request.state.actor
    return actor


Me = Annotated[Actor, Depends(_me)]


def _if_match(
    if_match: Annotated[str | None, Header(description='Version last seen, e.g. "3"')] = None,
) -> int | None:
    if if_match is None:
        return None
    bare = if_match.removeprefix("W/").strip('"')
    # A tag that is no version of ours matches none: 412, as RFC 9110 has it for unknown tags.
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 10 else -1


IfMatch = Annotated[int | None, Depends(_if_match)]


# ---- creations that may be repeated


class Kept(SQLModel, table=True):
    """A creation's reply, kept 24 hours for whoever sends the same key again."""

    __tablename__ = "idempotency_key"
    person_id: UUID = Field(primary_key=True)
    key: str = Field(primary_key=True, max_length=200)
    body: str
    status: int
    reply: str
    etag: str | None
    at: datetime = Field(sa_type=Moment, index=True)


class Once:
    """A creation under an `Idempotency-Key`: `reply` is the former answer, if it was made before."""

    def __init__(self, work: Transaction, person_id: UUID, key: str | None, body: str) -> None:
        self._work, self._person, self._key, self._body = work, person_id, key, body
        self.reply: Response | None = self._former()

    def _former(self) -> Response | None:
        if self._key is None:
            return None
        kept = self._work.session.exec(
            select(Kept).where(Kept.person_id == self._person, Kept.key == self._key)
        ).first()
        if kept is None or kept.at < clock.now() - timedelta(hours=24):
            return None
        if kept.body != self._body:
            raise Refused(Code.KEY_REUSED)
        return _response(kept.reply.encode(), kept.status, kept.etag)

    def keep(self, response: Response) -> Response:
        """Remember the reply beside the row it made."""
        if self._key is not None:
            self._work.session.execute(
                delete(Kept).where(
                    col(Kept.person_id) == self._person,
                    col(Kept.at) < clock.now() - timedelta(hours=24),
                )
            )
            self._work.add(
                Kept(
                    person_id=self._person,
                    key=self._key,
                    body=self._body,
                    status=response.status_code,
                    reply=bytes(response.body).decode(),
                    etag=response.headers.get("etag"),
                    at=clock.now(),
                )
            )
        return response


async def body_digest(request: Request) -> str:
    """What was asked, path and body, as a digest: the same key is for the same body."""
    asked = f"{request.url.path}?{request.url.query}\n".encode()
    return hashlib.sha256(asked + await request.body()).hexdigest()


def _once(
    work: Tx,
    me: Me,
    body: Annotated[str, Depends(body_digest)],
    idempotency_key: Annotated[str | None, Header(min_length=8, max_length=200)] = None,
) -> Once:
    return Once(work, me.person_id, idempotency_key, body)


Creation = Annotated[Once, Depends(_once)]


# ---- replies


def _response(content: bytes, status: int, etag: str | None) -> Response:
    headers = {"cache-control": "no-store"}
    if etag is not None:
        headers["etag"] = etag
    return Response(content, status, headers, "application/json")


def reply(data: object, *, status: int = 200, version: int | None = None) -> Response:
    """The data as JSON, serialised once; `version` becomes the ETag."""
    return _response(to_json(data), status, None if version is None else f'"{version}"')


def created(data: object, *, version: int | None = None) -> Response:
    """201 with the new record."""
    return reply(data, status=201, version=version)


def problem(refused: Refused) -> Response:
    """A refusal as `application/problem+json`."""
    body = to_json({"code": refused.code.value, "facts": refused.facts})
    return Response(body, refused.status, {"cache-control": "no-store"}, "application/problem+json")


def _field(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location[1:]) or str(location[0])


def _invalid(error: RequestValidationError) -> Refused:
    """What is wrong with which field; the input itself is not echoed."""
    errors = []
    for found in error.errors():
        limits = {
            key: value
            for key, value in (found.get("ctx") or {}).items()
            if isinstance(value, int | float | date) and not isinstance(value, bool)
        }
        inner = (found.get("ctx") or {}).get("error")
        # Our own validators raise with a word for it; pydantic's texts could repeat the input.
        kind = str(inner) if isinstance(inner, ValueError) else found["type"]
        errors.append({"field": _field(tuple(found["loc"])), "problem": kind, **limits})
    return Refused(Code.INVALID, errors=errors)


def answer_refusals(app: FastAPI) -> None:
    """Install the handlers that word every refusal the same way."""

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, Refused)
        return problem(error)

    async def not_valid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem(_invalid(error))

    async def framework(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        codes = {404: Code.NOT_FOUND, 405: Code.METHOD_NOT_ALLOWED, 413: Code.TOO_LARGE, 400: Code.INVALID}
        answer = problem(Refused(codes.get(error.status_code, Code.INTERNAL)))
        answer.headers.update(error.headers or {})
        return answer

    async def broken(_: Request, error: Exception) -> Response:
        return problem(Refused(Code.INTERNAL))

    app.add_exception_handler(Refused, refused)
    app.add_exception_handler(RequestValidationError, not_valid)
    app.add_exception_handler(HTTPException, framework)
    app.add_exception_handler(Exception, broken)
