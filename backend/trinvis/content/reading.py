"""Turns the loaded files of a content pack into a `Pack`, or says everything that is wrong with them.

Pure. The form is read off the classes of `rules.py`: a field added there is asked for here. The
reading goes on after a fault, so that whoever writes a pack sees all of them at once.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from re import split
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from trinvis.content.checking import Report, check
from trinvis.content.rules import Pack, Text

_WORDS = {int: "a whole number", bool: "true or false", str: "a text in quotation marks"}
_FAULTY: Any = object()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong: `file` and `field` say where, `remedy` what to write."""

    file: str
    field: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.remedy}"


class PackError(ValueError):
    """A content pack that cannot be used; the message has one line per problem."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"Content pack '{name}' cannot be used:\n{lines}")
        self.problems = problems


def read_pack(name: str, files: Mapping[str, Mapping[str, object]]) -> Pack:
    """Build the pack `name` from its loaded files ({file name: its tables}).

    Each part of a pack (`factors`, `tools` ...) stands in exactly one file, whichever.
    Raises `PackError` with a problem per faulty field.
    """
    problems: list[Problem] = []
    parts: dict[str, object] = {}
    home: dict[str, str] = {}

    def report(field: str, remedy: str) -> None:
        part = split(r"[.\[]", field, maxsplit=1)[0]
        problems.append(Problem(home.get(part, name), field, remedy))

    for file, tables in files.items():
        for part, value in tables.items():
            if part in parts:
                problems.append(Problem(file, part, f"stands in {home[part]} as well: keep it in one file"))
            parts[part], home[part] = value, file
    pack = _read_class(Pack, parts, "", report)
    if not problems:
        check(pack, report)
    if problems:
        raise PackError(name, tuple(problems))
    built: Pack = pack
    return built


def _read(kind: Any, value: object, at: str, report: Report) -> Any:
    """The value at `at` as `kind`: a plain type, a choice, a list or a class of `rules.py`."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read(next(each for each in get_args(kind) if each is not types.NoneType), value, at, report)
    if origin is Literal:
        return _one_of(get_args(kind), value, at, report)
    if origin is tuple:
        return _list(get_args(kind)[0], value, at, report)
    if is_dataclass(kind):
        return _read_class(kind, value, at, report)
    # A bool is an int to Python, so the exact type is asked for.
    if type(value) is not kind:
        return _fault(at, f"write {_WORDS[kind]}", report)
    if kind is str and not str(value).strip():
        return _fault(at, "is empty: write a text, or leave the line out if it may be missing", report)
    return value


def _read_class(kind: Any, value: object, at: str, report: Report) -> Any:
    if not isinstance(value, Mapping):
        return _fault(at, f"write a table with {_names(kind)}", report)
    hints = get_type_hints(kind)
    read: dict[str, Any] = {}
    for name in hints:
        where = f"{at}.{name}" if at else name
        if name in value:
            read[name] = _read(hints[name], value[name], where, report)
        elif _may_be_missing(hints[name]):
            read[name] = None
        else:
            read[name] = _fault(where, _missing(kind, name), report)
    for name in value:
        if name not in hints:
            where = f"{at}.{name}" if at else str(name)
            report(where, f"is not known here: remove it, or mend its name (known: {_names(kind)})")
    return kind(**read)


def _list(kind: Any, value: object, at: str, report: Report) -> Any:
    if not isinstance(value, list):
        return _fault(at, "write a list", report)
    return tuple(_read(kind, each, f"{at}[{index}]", report) for index, each in enumerate(value, start=1))


def _one_of(choices: tuple[object, ...], value: object, at: str, report: Report) -> Any:
    if value not in choices:
        return _fault(at, f"write one of: {', '.join(map(str, choices))}", report)
    return value


def _fault(at: str, remedy: str, report: Report) -> Any:
    report(at, remedy)
    return _FAULTY


def _missing(kind: Any, name: str) -> str:
    if kind is Text and name in {"da", "en"}:
        language = {"da": "Danish", "en": "English"}[name]
        return f"is missing: write the {language} text; every text stands in both languages"
    if kind is Text:
        return "is missing: write true for a quotation of the note, false for our own words"
    return "is missing: add it"


def _may_be_missing(hint: Any) -> bool:
    return types.NoneType in get_args(hint)


def _names(kind: Any) -> str:
    return ", ".join(each.name for each in fields(kind))
