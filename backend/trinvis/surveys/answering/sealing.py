"""Sealing seven answers for a wave's key (HPKE, RFC 9180), and opening them when it is counted.

A sealed ballot is 55 bytes whatever is in it. What it counts for is bound in as `info`, so that one
moved to another wave or unit in the database does not open.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

STATEMENTS = 7
SEALED = 55
"""Bytes of a sealed ballot: the encapsulated key (32), the answers (7), the tag (16)."""
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_128_GCM)


def bound_to(instrument: str, wave_id: UUID, unit_id: UUID) -> bytes:
    """What a ballot belongs to, as the `info` it is sealed with."""
    return f"{instrument}|{wave_id}|{unit_id}".encode()


def seal(public_key: bytes, info: bytes, answers: Sequence[int | None]) -> bytes:
    """The answers, 1 to 7 or None, readable with the wave's private key only."""
    if len(answers) != STATEMENTS or not all(one is None or 1 <= one <= 7 for one in answers):
        raise ValueError("seven answers from 1 to 7, or none")
    plain = bytes(one or 0 for one in answers)
    return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public_key), info=info)


def opened(key: X25519PrivateKey, info: bytes, sealed: bytes) -> list[int | None]:
    """The answers in a ballot. Raises `cryptography.exceptions.InvalidTag` for one bound elsewhere."""
    return [one or None for one in _SUITE.decrypt(sealed, key, info=info)]
