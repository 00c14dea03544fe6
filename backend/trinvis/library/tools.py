"""The content pack's tools as the search finds them: few, the same for everybody, matched in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from trinvis.content.rules import Pack, Text, Tool
from trinvis.core.columns import sort_key
from trinvis.library.words import Asked, rank, start_of, words_of


@dataclass(frozen=True, slots=True)
class FoundTool:
    """A tool in one language; `words` are those of both."""

    key: str
    title: str
    detail: str
    start: str
    words: str


def tools_found(pack: Pack, asked: Asked, language: Literal["da", "en"]) -> list[FoundTool]:
    """The tools that have the words, in either language, in the order of everything that is found."""
    ranked = [(rank(asked, tool.start, tool.words), tool) for tool in _prepared(pack, language)]
    found = [(place, sort_key(tool.title), tool.key, tool) for place, tool in ranked if place is not None]
    return [tool for *_, tool in sorted(found, key=lambda each: each[:3])]


@lru_cache(maxsize=4)
def _prepared(pack: Pack, language: Literal["da", "en"]) -> Sequence[FoundTool]:
    return tuple(
        FoundTool(
            tool.key,
            _said(tool.title, language),
            "\n".join(_said(text, language) for text in _texts(tool)),
            start_of(_said(tool.title, language)),
            words_of(*(_said(text, each) for text in (tool.title, *_texts(tool)) for each in ("da", "en"))),
        )
        for tool in pack.tools
    )


def _texts(tool: Tool) -> tuple[Text, ...]:
    return (tool.summary, tool.when, *tool.how)


def _said(text: Text, language: str) -> str:
    return text.en if language == "en" else text.da
