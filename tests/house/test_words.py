"""Whatever the API finds wrong with a field has words in the frontend."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "frontend" / "src" / "api" / "refusals.ts"
# What FastAPI itself finds in the bodies and addresses that the pages send.
OF_THE_FRAME = {
    "date_from_datetime_parsing",
    "date_parsing",
    "enum",
    "extra_forbidden",
    "greater_than_equal",
    "int_parsing",
    "less_than_equal",
    "literal_error",
    "missing",
    "string_too_long",
    "string_too_short",
    "too_long",
    "uuid_parsing",
}
# Our validators of columns raise with a word, see core/http.py.
OF_COLUMNS = {"nul", "surrogate"}


def _invalids(source: str) -> Iterator[str]:
    """The problem of every `invalid(field, "problem")`; either word may hang on a condition."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "invalid":
            for part in ast.walk(node.args[1]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


# Rooms that word what only their own fields can have: the first page needs none of it.
OWN = ("attachments/texts.ts", "library/materials/formTexts.ts")


def _worded() -> set[str]:
    """The keys of `problems` in Danish; that English has the same ones, its compiler sees to."""
    found: set[str] = set()
    for file in (WORDS, *(ROOT / "frontend" / "src" / name for name in OWN)):
        source = file.read_text()
        start = source.index("    problems: {")
        end = re.compile(r"\n    \}").search(source, start)
        assert end
        found |= set(re.findall(r"^      (\w+):", source[start : end.start()], re.MULTILINE))
    return found


def test_every_problem_of_a_field_is_worded():
    sources = [path.read_text() for path in (ROOT / "backend" / "trinvis").rglob("*.py")]
    sent = {word for source in sources for word in _invalids(source)}
    assert {"in_past", "not_walking"} <= sent
    assert sorted((sent | OF_THE_FRAME | OF_COLUMNS) - _worded()) == []
