"""HR's collection of experiences: what departments share, in the organisation's order."""

from __future__ import annotations

from trinvis.reports import annexes, status, words
from trinvis.reports.facts import Facts
from trinvis.reports.paper import Paper, Part
from trinvis.reports.rules import line
from trinvis.reports.sentences import SENTENCES


def compose(facts: Facts) -> Paper:
    """All that is shared, or what was shared since a day."""
    said, lang = SENTENCES[facts.lang], facts.lang
    told = list(facts.experiences) if facts.everything else annexes.shared_since(facts)
    key = "experiences_none" if not told else "experiences_lead_one" if len(told) == 1 else "experiences_lead"
    meta = said["experiences_meta" if facts.everything else "experiences_meta_since"].format(
        place=line(facts.place), as_of=words.day(lang, facts.as_of), since=words.day(lang, facts.since)
    )
    story = annexes.experiences(facts, told)
    parts = tuple(
        Part(piece.heading, tuple(f"{label}: {text}" for label, text in piece.texts), after=(piece.source,))
        for piece in story.pieces
    )
    return Paper(
        lang=lang, organisation=status.organisation(facts), committee="",
        meeting=said["made"].format(day=words.day(lang, facts.as_of)), item="",
        title=said["experiences_title"], meta=meta,
        parts=(Part("", (said[key].format(count=words.count(lang, len(told))),)), *parts),
        page_words=(said["page"], said["of"]), name=f"{said['experiences_name']}-{facts.as_of:%Y-%m-%d}",
    )  # fmt: skip
