"""The item in the region's form: *Indstilling*, *Sagsfremstilling*, *Beslutning*, on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from trinvis.reports import annexes, status, words
from trinvis.reports.facts import Facts
from trinvis.reports.outline import outline
from trinvis.reports.paper import Paper, Part, Piece, Story, Table
from trinvis.reports.rules import LINES, WIDTH, line, lines, paragraphs, shortened, split_at, taken
from trinvis.reports.sentences import ROWS, SENTENCES

MOST_NEWS = 6
MOST_DECISIONS = 3
LONGEST_DECISION, LONGEST_SUBJECT = 220, 80
ROOM = 12.0
"""Lines that the account needs at least: former decisions give way to it."""
_HEADING = 1.9
"""Lines that a heading takes."""


def compose(facts: Facts) -> Paper:
    """The papers of a meeting, or of a day if there is no meeting."""
    said, lang = SENTENCES[facts.lang], facts.lang
    found = annexes.annexes(facts)
    recommendation, closing = _recommendation(facts), _decision(facts)
    # A title is set larger: what it takes beyond its first line is taken from the text.
    room = LINES - 3.2 - 2.0 * (lines(title_of(facts), 24.0) - 1) - _size(recommendation) - _size(closing)
    decisions = _last_decisions(facts, room - ROOM)
    room -= sum(map(_size, decisions))
    account, rest = _account(facts, found, room)
    if rest:
        found = (*found, Story(said["continued"], (Piece("", "", tuple(("", text) for text in rest)),)))
    parts = (*decisions, recommendation, account, closing)
    return Paper(
        lang=lang, organisation=status.organisation(facts), committee=status.committee_of(facts),
        meeting=_meeting(facts), item=_number(facts), title=title_of(facts),
        meta=said["meta"].format(as_of=words.day(lang, facts.as_of), since=words.day(lang, facts.since)),
        parts=parts, annexes=found, annex_words=(said["annexes"], said["annex"]),
        slides=outline(facts), page_words=(said["page"], said["of"]), counts=annexes.counts(facts),
        name=f"{facts.committee}-{said['name']}-{facts.as_of:%Y-%m-%d}",
    )  # fmt: skip


def title_of(facts: Facts) -> str:
    """The item's own title, or what it is about."""
    return (line(facts.item["title"]) if facts.item else "") or SENTENCES[facts.lang][
        f"title_{facts.committee}"
    ].format(place=line(facts.place))


def _meeting(facts: Facts) -> str:
    said = SENTENCES[facts.lang]
    if facts.meeting:
        return said["meeting"].format(day=words.day(facts.lang, facts.meeting["on"]))
    return said["made"].format(day=words.day(facts.lang, facts.as_of))


def _number(facts: Facts) -> str:
    return SENTENCES[facts.lang]["item"].format(number=facts.item["position"]) if facts.item else ""


def _size(part: Part) -> float:
    texts = taken((*part.paragraphs, *part.after)) + taken(part.bullets, WIDTH - 2.6)
    return _HEADING + texts + part.room * 1.3


def _last_decisions(facts: Facts, room: float) -> list[Part]:
    """What was decided last: as many as there is room for, and one in any case."""
    former = facts.former
    if not former or not former["items"]:
        return []
    said = SENTENCES[facts.lang]
    told = [
        f"{line(one['title'], LONGEST_SUBJECT)}: "
        f"{shortened(' '.join(paragraphs(one['decision'])), LONGEST_DECISION)}"
        for one in former["items"][:MOST_DECISIONS]
    ]
    heading = said["decisions"].format(day=words.day(facts.lang, former["on"]))
    found = Part(heading, bullets=tuple(told))
    while len(found.bullets) > 1 and _size(found) > room:
        found = Part(heading, bullets=found.bullets[:-1])
    return [found]


def _recommendation(facts: Facts) -> Part:
    lead, what = status.asked(facts)
    return Part(SENTENCES[facts.lang]["recommendation"], (lead,), (what,))


def _decision(facts: Facts) -> Part:
    written = paragraphs(facts.item["decision"]) if facts.item else []
    told = (shortened(" ".join(written), status.LONGEST),) if written else ()
    return Part(SENTENCES[facts.lang]["decision"], told, room=0 if told else 3)


def _account(facts: Facts, found: Sequence[Table | Story], room: float) -> tuple[Part, list[str]]:
    """The account, and what of the secretary's own words finds no room on the page."""
    said = SENTENCES[facts.lang]
    own = paragraphs(facts.item["account"]) if facts.item else []
    standing = (status.hmu_status if facts.committee == "hmu" else status.lmu_status)(facts)
    lead, news = _news(facts) if facts.committee == "hmu" else (None, [])
    after = _after(facts, found)
    # What HMU once decided stands first, then what the secretary has to tell, then how it stands.
    known = int(facts.committee == "hmu")
    left = room - _HEADING - taken(after)
    kept, rest = split_at(own, max(0.0, left - taken(standing) - 1.4 - (2.5 if lead else 0)))
    if rest:
        kept.append(said["follows"].format(number=len(found) + 1))
    left -= taken([*kept, *standing, *([lead] if lead else [])])
    bullets = _fitting(news, left)
    if lead and 0 < len(bullets) < len(news):
        after = [said["news_more"], *after]
    if lead and not bullets:
        lead = None
    return Part(
        said["account"],
        (*standing[:known], *kept, *standing[known:], *([lead] if lead else [])), tuple(bullets), tuple(after)
    ), rest


def _fitting(news: Sequence[str], left: float) -> list[str]:
    kept: list[str] = []
    for one in news[:MOST_NEWS]:
        left -= lines(one, WIDTH - 2.6) + 0.15
        if left < 0:
            break
        kept.append(one)
    return kept


def _news(facts: Facts) -> tuple[str, list[str]]:
    said, lang = SENTENCES[facts.lang], facts.lang
    since = words.day(lang, facts.since)
    new = [row for row in facts.rows if row["changed"]]
    told = [f"{line(row['department']['name'])}: {words.lower(words.changes(lang, row, 2))}." for row in new]
    if not new:
        return said["news_none"].format(since=since), []
    key = "news" if len(new) > MOST_NEWS else "news_all"
    return said[key].format(since=since, changed=len(new), all=len(facts.rows)), told


def _after(facts: Facts, found: Sequence[Table | Story]) -> list[str]:
    said, lang = SENTENCES[facts.lang], facts.lang
    told = []
    if new := annexes.shared_since(facts):
        titles = [words.quoted(lang, line(one["title"], 70)) for one in new[:2]]
        number = annexes.number_of(found, said["story_experiences"])
        key = {1: "shared_one", 2: "shared_two"}.get(len(new), "shared")
        count = words.capital(words.count(lang, len(new)))
        told.append(said[key].format(count=count, titles=words.listed(lang, titles), annex=number))
    if facts.help_by_centre:
        told.append(_help(facts))
    told += [_survey(facts, one, annexes.number_of(found, said["table_survey"])) for one in facts.surveys]
    if facts.result and facts.result["points"]:
        last = facts.result["points"][-1]
        number = annexes.number_of(found, said["table_result"])
        mean, day = words.tenths(lang, last["mean_tenths"]), words.day(lang, last["closes_on"])
        told.append(said["result"].format(day=day, mean=mean, annex=number))
    return told


def _help(facts: Facts) -> str:
    said, lang = SENTENCES[facts.lang], facts.lang
    number = sum(one["count"] for one in facts.help_by_centre)
    unit = ROWS[lang]["help_unit"][number != 1]
    centres = [f"{line(one['centre']['name'], 60)} ({one['count']})" for one in facts.help_by_centre]
    return said["help"].format(
        count=f"{words.capital(words.count(lang, number))} {unit}", centres=words.listed(lang, centres)
    )


def _survey(facts: Facts, told: Mapping[str, Any], annex: int) -> str:
    said, lang = SENTENCES[facts.lang], facts.lang
    day, top = words.day(lang, told["closes_on"]), told["nodes"][0]
    if top["mean_tenths"] is None:
        return said["survey_hidden"].format(day=day, annex=annex)
    mean = words.tenths(lang, top["mean_tenths"])
    return said["survey"].format(day=day, place=line(top["name"], 60), mean=mean, annex=annex)
