"""Refusals: the one way in which Trinvis says no.

A rule or a route raises `Refused(code, **facts)`; `core.http` rolls back and answers
`application/problem+json` with `{"code", "facts"}`. The frontend turns the code and its
facts into words, so no sentence stands here.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Why a request was refused. The frontend's `refusals.ts` has words for each."""

    NOT_SIGNED_IN = "not_signed_in"
    MISSING_HEADER = "missing_header"
    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    IF_MATCH_MISSING = "if_match_missing"
    INVALID = "invalid"
    KEY_REUSED = "key_reused"
    VERSION_CONFLICT = "version_conflict"
    WRONG_STATE = "wrong_state"
    STEP_INCOMPLETE = "step_incomplete"
    SENTENCE_NEEDED = "sentence_needed"
    REASON_NEEDED = "reason_needed"
    FIELDS_NEEDED = "fields_needed"
    ALREADY_OPEN = "already_open"
    STILL_OPEN = "still_open"
    LAST_ADMINISTRATOR = "last_administrator"
    UNDO_GONE = "undo_gone"
    CODE_UNUSABLE = "code_unusable"
    WAVE_CLOSED = "wave_closed"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    TOO_LARGE = "too_large"
    BUSY = "busy"
    UNAVAILABLE = "unavailable"
    INTERNAL = "internal"


STATUS: dict[Code, int] = {
    Code.NOT_SIGNED_IN: 401,
    Code.MISSING_HEADER: 403,
    Code.NOT_FOUND: 404,
    Code.NOT_ALLOWED: 403,
    Code.IF_MATCH_MISSING: 428,
    Code.INVALID: 422,
    Code.KEY_REUSED: 422,
    Code.VERSION_CONFLICT: 412,
    Code.WRONG_STATE: 409,
    Code.STEP_INCOMPLETE: 409,
    Code.SENTENCE_NEEDED: 409,
    Code.REASON_NEEDED: 409,
    Code.FIELDS_NEEDED: 409,
    Code.ALREADY_OPEN: 409,
    Code.STILL_OPEN: 409,
    Code.LAST_ADMINISTRATOR: 409,
    Code.UNDO_GONE: 409,
    Code.CODE_UNUSABLE: 409,
    Code.WAVE_CLOSED: 409,
    Code.METHOD_NOT_ALLOWED: 405,
    Code.TOO_LARGE: 413,
    Code.BUSY: 503,
    Code.UNAVAILABLE: 503,
    Code.INTERNAL: 500,
}


class Refused(Exception):
    """The request is refused: `code` says why, `facts` what the words need.

    Facts are JSON values: field names, states, dates, ids. Never a text that a person wrote
    in a field which the reader may not see.
    """

    def __init__(self, code: Code, **facts: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts = facts

    @property
    def status(self) -> int:
        """The HTTP status that carries this code."""
        return STATUS[self.code]


def invalid(field: str, problem: str, **facts: object) -> Refused:
    """One field is wrong: the same form as the errors of a body that does not validate."""
    return Refused(Code.INVALID, errors=[{"field": field, "problem": problem, **facts}])
