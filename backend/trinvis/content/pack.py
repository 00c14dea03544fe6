"""Loads a content pack from its folder."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from re import fullmatch

from trinvis.content.reading import PackError, Problem, read_pack
from trinvis.content.rules import Pack

PACKS = Path(__file__).parent / "packs"


@cache
def pack(name_or_path: str) -> Pack:
    """The content pack of that name, or in that folder; read once per process.

    A name without a slash (`hemidt`) is one that comes with Trinvis, anything else a folder of
    the machine. All `*.toml` files of the folder make the pack. Raises `PackError` if the folder
    does not exist, a file cannot be read, or the content is not a whole pack.
    """
    folder = PACKS / name_or_path if fullmatch(r"[\w-]+", name_or_path) else Path(name_or_path)
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        names = ", ".join(sorted(path.name for path in PACKS.iterdir() if path.is_dir()))
        remedy = f"has no .toml files: write the path of a pack's folder, or a name of ours ({names})"
        raise PackError(name_or_path, (Problem(str(folder), "folder", remedy),))
    return read_pack(folder.name, {path.name: _tables(path, name_or_path) for path in paths})


def _tables(path: Path, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(name, (Problem(path.name, "file", f"is no TOML in UTF-8: {error}"),)) from error
