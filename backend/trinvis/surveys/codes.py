"""Answer codes: 75 random bits and 5 check bits, written so that they can be typed from a slip. Pure.

`XXXX-XXXX-XXXX-XXXX` in Crockford's base 32 (no I, L, O, U). The last sign checks the fifteen before
it over the field GF(32): it finds every single wrong sign and every two signs exchanged, so a typing
error is told from a code that is used, without asking the server.
"""

from __future__ import annotations

import hashlib
import secrets

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_VALUE = {sign: value for value, sign in enumerate(SIGNS)} | {"O": 0, "I": 1, "L": 1}
_FIELD = 0b100101
"""x^5 + x^2 + 1, irreducible over GF(2)."""


def new_code() -> str:
    """A code that nobody can guess."""
    values = [secrets.randbelow(32) for _ in range(LENGTH - 1)]
    return written("".join(SIGNS[value] for value in [*values, _check(values)]))


def written(code: str) -> str:
    """In four groups of four, as on the slip."""
    return "-".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def read(typed: str) -> str | None:
    """The code without groups, from whatever was typed; None if it is not one (a typing error).

    Small letters, spaces and hyphens do not matter; O is 0, I and L are 1.
    """
    signs = [sign for sign in typed.upper() if not (sign.isspace() or sign in "-\u2013\u2011")]
    if len(signs) != LENGTH or any(sign not in _VALUE for sign in signs):
        return None
    values = [_VALUE[sign] for sign in signs]
    if _check(values[:-1]) != values[-1]:
        return None
    return "".join(SIGNS[value] for value in values)


def digest(code: str) -> bytes:
    """What the database keeps of a code: 75 random bits need no salt and no slow hash."""
    return hashlib.sha256(b"trinvis answer code " + code.encode()).digest()


def _check(values: list[int]) -> int:
    """Sum of value times 2^place over GF(32), each place with another factor."""
    total = 0
    for value in reversed(values):
        total = _times_two(total ^ value)
    return total


def _times_two(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value & 32 else value
