"""The settings: one typed class, read from `TRINVIS_*` or given by the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Settings(BaseSettings):
    """Everything that differs from one installation to the next."""

    model_config = SettingsConfigDict(env_prefix="TRINVIS_", extra="forbid")

    data_dir: Path = Field(Path(".data"), description="Folder of the embedded database and its lock.")
    database_url: str = Field("", description="SQLAlchemy URL; empty: SQLite in data_dir.")
    host: str = Field("127.0.0.1", description="Address to listen on.")
    public_url: str = Field(
        "",
        description="Address that links and QR codes lead to, as https://trinvis.example; empty: as asked.",
    )
    answer_url: str = Field(
        "",
        description="Address on which the seven questions are answered, if phones outside the intranet reach "
        "another one. Requests to it get the answer page and nothing else.",
    )
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on.")
    keystore: Path | None = Field(
        None,
        description="Folder of the open waves' keys, outside database and backups; only the worker needs it. "
        "Empty: data_dir/keystore with the embedded database, none else.",
    )
    demo: bool = Field(
        False, description="Sign in by choosing a person. Only on loopback, only on a demo database."
    )
    pack: str = Field("hemidt", description="Content pack: a name of a delivered pack or a folder.")
    session_hours: int = Field(8, ge=1, le=24, description="A sign-in ends after so many hours.")
    gate: int = Field(16, ge=1, le=64, description="Requests inside the database at once.")
    body_limit: int = Field(1_000_000, ge=10_000, description="Largest request body in bytes.")
    upload_limit: int = Field(20_000_000, ge=10_000, description="Largest file that is brought or attached.")

    @model_validator(mode="after")
    def _safe(self) -> Self:
        if self.demo and self.host not in LOOPBACK:
            raise ValueError(
                f"TRINVIS_DEMO signs in without a password and so runs on this machine only: "
                f"set TRINVIS_HOST to 127.0.0.1 (it is {self.host}), or TRINVIS_DEMO to false."
            )
        if not self.database_url:
            self.database_url = f"sqlite:///{self.data_dir.resolve() / 'trinvis.sqlite3'}"
        if self.keystore is None and self.embedded:
            self.keystore = self.database_file.parent / "keystore"
        return self

    @property
    def embedded(self) -> bool:
        """Whether the database is the embedded SQLite file."""
        return self.database_url.startswith("sqlite")

    @property
    def database_file(self) -> Path:
        """The embedded database's file."""
        return Path(self.database_url.removeprefix("sqlite:///"))

    @property
    def cookie(self) -> str:
        """Name of the session cookie: `__Host-` wants https, which loopback does not have."""
        return "trinvis" if self.host in LOOPBACK else "__Host-trinvis"
