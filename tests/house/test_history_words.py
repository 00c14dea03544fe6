"""Whatever the backend writes into the history has a sentence in the frontend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.codes import Unreadable, codes, read

ROOT = Path(__file__).resolve().parents[2]
BACKEND = ROOT / "backend" / "trinvis"
SAID = ROOT / "frontend" / "src" / "overview" / "history" / "said" / "texts.ts"


def _written() -> set[str]:
    return codes(read({str(path.relative_to(ROOT)): path.read_text() for path in BACKEND.rglob("*.py")}))


def _worded() -> set[str]:
    """The codes that have a sentence in Danish; that English has the same, its compiler sees to."""
    danish = SAID.read_text().split("  en: {")[0]
    return set(re.findall(r'^    "([a-z_]+\.[a-z_]+)":', danish, re.MULTILINE))


def test_every_event_of_the_history_is_worded():
    written = _written()
    # Some that are put together from parts: the walk through the source sees them.
    assert {"trial_action.started", "follow_up.logged", "session.held", "agreement.done"} <= written
    assert {"role.given", "support_request.withdrawn", "history.erased"} <= written
    assert sorted(written - _worded()) == []


def test_no_sentence_is_for_nothing():
    assert sorted(_worded() - _written()) == []


def found(*files: str) -> set[str]:
    return codes(read({f"{number}.py": text for number, text in enumerate(files)}))


def test_a_code_is_followed_to_where_it_comes_from():
    assert found('def f(work): work.record("a.b", "a", 1)') == {"a.b"}
    assert found('def f(work, x): work.record("a.b" if x else "a.c", "a", 1)') == {"a.b", "a.c"}
    assert found(
        "class Act(StrEnum):\n    GO = 'go'\n    STOP = 'stop'\n"
        "DONE = {Act.GO: 'gone', Act.STOP: 'stopped'}\n"
        "class Target:\n"
        "    def move(self, act): self.note(DONE[act])\n"
        "    def note(self, what): self.work.record(f'a.{what}', 'a', 1)\n"
    ) == {"a.gone", "a.stopped"}
    assert found(
        "class Promised:\n    def record(self, what): self.work.record(f'a.{what}', 'a', 1)\n",
        "from x import Promised\ndef f(p): p.record('made')\n",
        "from x import Other\ndef g(p): p.record('lost')\n",
    ) == {"a.made"}


def test_a_code_that_cannot_be_read_is_refused():
    with pytest.raises(Unreadable, match=r"0\.py:1: row\.what"):
        found("def f(work, row): work.record(row.what, 'a', 1)")
