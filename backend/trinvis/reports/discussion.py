"""The contribution to the yearly discussion of the work environment, for HMU or for one LMU."""

from __future__ import annotations

from trinvis.reports import annexes, status, words
from trinvis.reports.facts import Facts
from trinvis.reports.paper import Paper, Part
from trinvis.reports.rules import line, paragraphs
from trinvis.reports.sentences import SENTENCES


def compose(facts: Facts) -> Paper:
    """Last year's goals, whether they were met, how it stands, the next goals, the follow-up."""
    said, lang = SENTENCES[facts.lang], facts.lang
    year = facts.year or facts.as_of.year
    standing = (status.hmu_status if facts.committee == "hmu" else status.lmu_status)(facts)
    parts = (
        _part(facts, said["goals"].format(year=year), "goals"),
        _part(facts, said["met"], "met"),
        Part(said["status"], tuple(standing)),
        _part(facts, said["next_goals"].format(year=year + 1), "next_goals"),
        _part(facts, said["follow_up"], "follow_up"),
    )
    tables = (annexes.departments(facts),) if facts.committee == "hmu" else ()
    return Paper(
        lang=lang, organisation=status.organisation(facts), committee=status.committee_of(facts),
        meeting=said["made"].format(day=words.day(lang, facts.as_of)), item="",
        title=said["yearly_title"].format(year=year),
        meta=said["yearly_meta"].format(place=line(facts.place), as_of=words.day(lang, facts.as_of)),
        parts=parts, annexes=tables, annex_words=(said["annexes"], said["annex"]),
        page_words=(said["page"], said["of"]), name=f"{facts.committee}-{said['yearly_name']}-{year}",
    )  # fmt: skip


def _part(facts: Facts, heading: str, name: str) -> Part:
    return Part(heading, tuple(paragraphs(facts.yearly.get(name))) or (SENTENCES[facts.lang]["empty"],))
