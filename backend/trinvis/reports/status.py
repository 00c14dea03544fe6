"""How it stands, in sentences: the item, the slides and the yearly contribution say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trinvis.reports import annexes, words
from trinvis.reports.facts import Facts
from trinvis.reports.rules import line, paragraphs, shortened
from trinvis.reports.sentences import SENTENCES

ASKS = ("approve", "discuss", "note")
LONGEST = 500
"""Letters of a recommendation or a decision on the item's page."""


def organisation(facts: Facts) -> str:
    """The hospital's name."""
    return str(getattr(facts.pack.organisation.name, facts.lang))


def committee_of(facts: Facts) -> str:
    """HovedMEDudvalget (HMU); an LMU with its department."""
    name = next(one for one in facts.pack.committees if one.key == facts.committee)
    short = str(getattr(name.name, facts.lang))
    long = words.capital(str(getattr(name.expansion, facts.lang))) if name.expansion else short
    told = f"{long} ({short})" if long != short else short
    return told if facts.committee == "hmu" else f"{told}, {line(facts.place, 60)}"


def short_name(facts: Facts) -> str:
    """HMU, LMU."""
    name = next(one for one in facts.pack.committees if one.key == facts.committee)
    return str(getattr(name.name, facts.lang))


def asked(facts: Facts) -> tuple[str, str]:
    """*Det indstilles, at HMU* and what it is to do."""
    said = SENTENCES[facts.lang]
    lead = said["asked"].format(committee=short_name(facts))
    asks = str(facts.item["asks"]) if facts.item else "note"
    own = " ".join(paragraphs(facts.item["recommendation"])) if facts.item else ""
    if not own:
        return lead, f"{said[asks]}."
    verb, own = said[f"verb_{asks}"], shortened(own, LONGEST).rstrip(".")
    # Papers in one language may carry a recommendation in the other: its own verb is enough.
    verbs = (words_of[f"verb_{one}"].split(" ")[0] for words_of in SENTENCES.values() for one in ASKS)
    if own.casefold().startswith(tuple(verbs)):
        return lead, f"{own}."
    # What goes on in small letters goes on after the verb, what begins anew stands after a colon.
    return lead, f"{verb} {own}." if own[:1].islower() else f"{verb}: {own}."


def hmu_status(facts: Facts) -> list[str]:
    """The hospital in three sentences: the steps, who has not begun, the trials."""
    said, rows = SENTENCES[facts.lang], facts.rows
    short = getattr(facts.pack.organisation.short_name, facts.lang)
    told = [said["background_hmu"].format(short=short)]
    done = [sum(row["steps"][at]["state"] == "done" for row in rows) for at in range(3)]
    sentence = said["steps"].format(one=done[0], two=done[1], three=done[2], all=len(rows))
    told.append(" ".join([sentence, *_not_begun(facts)]))
    told.append(trials_told(facts))
    return told


def _not_begun(facts: Facts) -> list[str]:
    said = SENTENCES[facts.lang]
    waiting = [row for row in facts.rows if not annexes.begun(row)]
    dated = sum(bool(row["planned_start"]) for row in waiting)
    if not waiting:
        return []
    key = "all_planned" if dated == len(waiting) else "planned" if dated else "not_begun"
    # The sentence before it has digits, so this one has them too.
    return [said[key].format(number=len(waiting), dated=dated)]


def trials_told(facts: Facts) -> str:
    """How many trials are under way, and what became of those that were evaluated."""
    said, lang = SENTENCES[facts.lang], facts.lang
    total = words.summed(facts.rows)
    under_way = sum(total.get(state, 0) for state in ("planned", "running", "tried"))
    told = [
        said["no_trials" if not under_way else "trial" if under_way == 1 else "trials"].format(open=under_way)
    ]
    if every := total.get("evaluated", 0):
        # Letters or digits, not both in one sentence.
        told_as = (lambda number: words.count(lang, number)) if every <= 10 else str
        ends = {key: total[key] for key in ("adopt", "adapt", "abandon") if total.get(key)}
        listed = words.listed(lang, [f"{told_as(number)} {said[key]}" for key, number in ends.items()])
        known = said["evaluated_as"].format(ends=listed) if ends else ""
        if len(ends) == 1 and every in ends.values():
            known = said["evaluated_all"].format(end=said[next(iter(ends))])
        told.append(said["evaluated"].format(all=words.capital(words.count(lang, every)), ends=known))
        if total.get("abandon"):
            told.append(said[f"taught_{facts.committee}"])
    return " ".join(told)


def lmu_status(facts: Facts) -> list[str]:
    """The department's row in sentences: a section that walks by itself has its own."""
    said, lang = SENTENCES[facts.lang], facts.lang
    since, told = words.day(lang, facts.since), []
    for row in facts.rows:
        one, two, three = (words.STATES[lang][cell["state"]].lower() for cell in row["steps"])
        name = f"{line(row['department']['name'])}: " if len(facts.rows) > 1 else ""
        done = all(cell["state"] == "done" for cell in row["steps"])
        steps = said["row_all"] if done else said["row_steps"].format(one=one, two=two, three=three)
        news = words.changes(lang, row)
        key = "row_news" if news else "row_unchanged"
        new = said[key].format(since=since, news=words.lower(news))
        told.append(f"{name}{steps} {new} {_dates(facts, row)}")
    told.append(trials_told(facts))
    return told


def _dates(facts: Facts, row: Mapping[str, Any]) -> str:
    said, lang = SENTENCES[facts.lang], facts.lang
    last, coming = row["last_follow_up"], row["next_date"]
    if coming and coming < facts.as_of:
        waits = said["row_waits"].format(day=words.day(lang, coming))
        return f"{said['row_followed'].format(last=words.day(lang, last))} {waits}" if last else waits
    key = {
        (True, True): "row_last", (True, False): "row_last_only", (False, True): "row_next_only",
        (False, False): "row_no_dates",
    }[bool(last), bool(coming)]  # fmt: skip
    return said[key].format(last=words.day(lang, last), next=words.day(lang, coming))
