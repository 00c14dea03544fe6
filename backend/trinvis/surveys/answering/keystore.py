"""The waves' private keys: files in a folder of their own, outside database and backups.

A wave's key is made when it opens and destroyed when it is counted. With it go all copies of the
sealed answers, wherever a backup, a replica or an old write-ahead log may still have them.
"""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat


class KeyStore:
    """The keys in one folder, readable by its owner only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, wave_id: UUID) -> bytes:
        """The public key (32 bytes) of the wave's key, made now unless it was before.

        On disk before it is returned: a wave whose key could vanish in a power cut must not open.
        """
        key = self.private(wave_id)
        if key is None:
            key = X25519PrivateKey.generate()
            self._write(
                wave_id, key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
            )
        return key.public_key().public_bytes_raw()

    def private(self, wave_id: UUID) -> X25519PrivateKey | None:
        """The wave's key; None if it is not here (any more)."""
        try:
            return X25519PrivateKey.from_private_bytes(self._file(wave_id).read_bytes())
        except FileNotFoundError:
            return None

    def destroy(self, wave_id: UUID) -> None:
        """Overwrite and unlink the key. Repeatable."""
        file = self._file(wave_id)
        try:
            with file.open("r+b") as opened:
                opened.write(bytes(32))
                opened.flush()
                os.fsync(opened.fileno())
            file.unlink()
        except FileNotFoundError:
            return
        self._sync()

    def _file(self, wave_id: UUID) -> Path:
        return self._folder / f"{wave_id.hex}.key"

    def _write(self, wave_id: UUID, secret: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._folder / f"{wave_id.hex}.draft"
        draft.unlink(missing_ok=True)
        opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(opened, secret)
            os.fsync(opened)
        finally:
            os.close(opened)
        draft.rename(self._file(wave_id))
        self._sync()

    def _sync(self) -> None:
        """Make what happened to names in the folder last through a power cut."""
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
