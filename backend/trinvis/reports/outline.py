"""The slides: six to eight, each with one sentence as its title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trinvis.reports import annexes, words
from trinvis.reports.facts import Facts
from trinvis.reports.paper import Chart, Slide
from trinvis.reports.rules import line, plain, sentences, shortened
from trinvis.reports.sentences import ROWS, SENTENCES
from trinvis.reports.status import asked, lmu_status, short_name, trials_told

MOST = 6
"""Bullets that a room can read."""
FEWEST = 4
"""Slides between the first and the last: fewer are no presentation."""


def outline(facts: Facts) -> tuple[Slide, ...]:
    """The slides after the first, which carries the paper's title."""
    said = SENTENCES[facts.lang]
    short = (_brief(facts) if facts.committee == "hmu" else lmu_status(facts)[:3]) + [trials_told(facts)]
    lead, what = asked(facts)
    slides = [Slide(said["slide_short"], tuple(dict.fromkeys(short)))]
    alone = facts.committee == "lmu" and len(facts.rows) < 2
    # What a department alone has to tell stands among the words of the first slide already.
    slides += [_trials(facts)] if alone else [_steps(facts), _trials(facts), _news(facts)]
    if new := annexes.shared_since(facts):
        slides.append(Slide(said["slide_experiences"], tuple(_experience(facts, one) for one in new[:4])))
    slides += _survey(facts)
    if days := _next(facts):
        slides.append(Slide(said["slide_next"], days))
    slides += _decided(facts) if len(slides) < FEWEST else []
    if alone and len(slides) < FEWEST:
        slides.insert(1, _steps(facts))
    if alone and len(slides) < FEWEST:
        slides.insert(2, _news(facts))
    return (*slides, Slide(said["slide_ask"], (f"{lead} {what}",)))


def _decided(facts: Facts) -> list[Slide]:
    said, former = SENTENCES[facts.lang], facts.former
    if not former or not former["items"]:
        return []
    told = tuple(
        shortened(f"{line(one['title'])}: {plain(one['decision'])}", 200) for one in former["items"][:4]
    )
    return [Slide(said["slide_decisions"].format(committee=short_name(facts)), told)]


def _brief(facts: Facts) -> list[str]:
    said, lang = SENTENCES[facts.lang], facts.lang
    changed = sum(row["changed"] for row in facts.rows)
    begun = sum(annexes.begun(row) for row in facts.rows)
    since = words.day(lang, facts.since)
    told = [said["steps_first"].format(all=len(facts.rows), begun=begun)]
    key = "news_all" if changed else "news_none"
    told.append(said[key].format(since=since, changed=changed, all=len(facts.rows)).rstrip(":.") + ".")
    return told


def _steps(facts: Facts) -> Slide:
    said, lang = SENTENCES[facts.lang], facts.lang
    done = sum(row["steps"][2]["state"] == "done" for row in facts.rows)
    series = tuple(
        (
            words.STATES[lang][state],
            tuple(float(sum(row["steps"][at]["state"] == state for row in facts.rows)) for at in range(3)),
        )
        for state in ("done", "in_progress", "not_started")
    )
    title = said["slide_steps"].format(three=done, all=len(facts.rows))
    steps = tuple(said["step"].format(number=at) for at in (1, 2, 3))
    if facts.committee == "lmu" and len(facts.rows) == 1:
        row = facts.rows[0]
        bullets = tuple(
            f"{name}: {annexes.step(lang, cell).replace(chr(10), ' ').lower()}"
            for name, cell in zip(steps, row["steps"], strict=True)
        )
        return Slide(said["status"], bullets)
    sentence = "; ".join(
        f"{name}: " + ", ".join(f"{label.lower()} {values[at]:.0f}" for label, values in series)
        for at, name in enumerate(steps)
    )
    return Slide(title, chart=Chart(said["slide_steps_note"], sentence, steps, series, stacked=True))


def _trials(facts: Facts) -> Slide:
    said, lang = SENTENCES[facts.lang], facts.lang
    total = words.summed(facts.rows)
    under_way = sum(total.get(state, 0) for state in ("planned", "running", "tried"))
    key = "slide_trials_none" if not under_way else "slide_trials_one" if under_way == 1 else "slide_trials"
    title = said[key].format(open=under_way)
    if not any(total.values()):
        return Slide(title, (said["no_trials_slide"],))
    states = [
        (words.capital(words.STATES[lang][state]), total.get(state, 0))
        for state in ("planned", "running", "tried")
    ]
    ends = zip(ROWS[lang]["chart_decisions"], ("adopt", "adapt", "abandon"), strict=True)
    bars = [*states, *((name, total.get(key, 0)) for name, key in ends)]
    sentence = ", ".join(f"{name.lower()} {number}" for name, number in bars)
    names, numbers = tuple(name for name, _ in bars), tuple(float(number) for _, number in bars)
    return Slide(
        title,
        chart=Chart(said["slide_trials_note"], sentence, names, ((said["slide_trials_note"], numbers),)),
    )


def _news(facts: Facts) -> Slide:
    said, lang = SENTENCES[facts.lang], facts.lang
    since = words.day(lang, facts.since)
    new = [row for row in facts.rows if row["changed"]]
    told = [
        shortened(f"{line(row['department']['name'])}: {words.lower(words.changes(lang, row, 2))}", 110)
        for row in new[:MOST]
    ]
    title = said["slide_news"].format(since=since)
    return Slide(
        title, tuple(told) or (said["slide_no_news"].format(since=since),),
        note=said["news_more"] if len(new) > MOST else "",
    )  # fmt: skip


def _experience(facts: Facts, one: Mapping[str, Any]) -> str:
    learned = sentences(" ".join(plain(one["learned"]).split()), 110)
    return f"{shortened(line(one['title']), 70)} ({line(one['department']['name'])}): {learned}"


def _survey(facts: Facts) -> list[Slide]:
    said = SENTENCES[facts.lang]
    told = facts.surveys[0]["nodes"] if facts.surveys else []
    bars = [(line(one["name"]), one["mean_tenths"]) for one in told if one["mean_tenths"] is not None]
    title = said["slide_survey"]
    if facts.result and facts.result["points"]:
        title = said["table_result"]
        bars = [(plain(one[facts.lang]), one["mean_tenths"]) for one in facts.result["statements"]]
    if not bars:
        return []
    sentence = "; ".join(f"{name}: {words.tenths(facts.lang, mean)}" for name, mean in bars)
    names, means = tuple(name for name, _ in bars), tuple(mean / 10 for _, mean in bars)
    chart = Chart(
        said["slide_survey_note"], sentence, names, ((ROWS[facts.lang]["head_survey"][1], means),),
        decimals=1, axis=(1, 7), note=said["slide_survey_note"],
    )  # fmt: skip
    return [Slide(title, chart=chart)]


def _next(facts: Facts) -> tuple[str, ...]:
    return tuple(
        f"{words.day(facts.lang, day)}: {shortened(plain(what), 110)}"
        for day, _, what in [one for one in facts.promises if one[0] >= facts.as_of][:5]
    )
