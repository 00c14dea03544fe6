"""The annexes: tables and stories behind the item, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from trinvis.overview.rules import current_step
from trinvis.reports import words
from trinvis.reports.facts import Facts
from trinvis.reports.paper import Piece, Story, Table
from trinvis.reports.rules import line, plain
from trinvis.reports.sentences import ROWS, SENTENCES


def departments(facts: Facts) -> Table:
    """Every department's row, in the organisation's order."""
    said, lang = SENTENCES[facts.lang], facts.lang
    return Table(
        said["table_departments"],
        said["table_departments_lead"].format(
            as_of=words.day(lang, facts.as_of), since=words.day(lang, facts.since)
        ),
        ROWS[lang]["head_departments"],
        tuple(_row(facts, row) for row in facts.rows),
        (22, 25, 11, 11, 11, 16, 11, 11),
        said["sheet_departments"],
    )  # fmt: skip


def _row(facts: Facts, row: Mapping[str, Any]) -> tuple[str, ...]:
    said, lang = SENTENCES[facts.lang], facts.lang
    return (
        name_of(facts, row),
        words.changes(lang, row) or said["unchanged"],
        *(step(lang, cell) for cell in row["steps"]),
        words.trials(lang, row["trials"]) or said["none"],
        words.short(lang, row["last_follow_up"]),
        _coming(facts, row["next_date"]),
    )


def _coming(facts: Facts, day: date | None) -> str:
    """The next day; one that has passed is still waited for."""
    said = SENTENCES[facts.lang]
    if day is None:
        return said["no_date"]
    told = words.short(facts.lang, day)
    return f"{told}\n{said['waits']}" if day < facts.as_of else told


def name_of(facts: Facts, row: Mapping[str, Any]) -> str:
    """The department, and what is special about it."""
    said = SENTENCES[facts.lang]
    notes = [said["pilot"]] if row["department"]["pilot"] else []
    if row["round"] > 1:
        notes.append(said["round"].format(number=row["round"]))
    if not row["round"] and row["planned_start"]:
        notes.append(
            words.lower(said["starts"].format(quarter=words.quarter(facts.lang, row["planned_start"])))
        )
    if row["help_wanted"]:
        notes.append(said["wishes"].format(wish=words.quoted(facts.lang, plain(row["help_wanted"]))))
    name = line(row["department"]["name"])
    return f"{name}\n{words.capital(', '.join(notes))}" if notes else name


def step(lang: str, cell: Mapping[str, Any]) -> str:
    """På plads 5. mar. 2026."""
    state = words.STATES[lang][cell["state"]]
    return f"{state}\n{words.short(lang, cell['since'])}" if cell["since"] else state


def shared_since(facts: Facts) -> list[Mapping[str, Any]]:
    """Experiences that are new to the committee."""
    return [one for one in facts.experiences if one["shared_on"] > facts.since]


def experiences(facts: Facts, told: Sequence[Mapping[str, Any]]) -> Story:
    """Each experience with what they did, learned and advise."""
    said, lang = SENTENCES[facts.lang], facts.lang
    return Story(said["story_experiences"], tuple(_experience(said, lang, one) for one in told))


def _experience(said: Mapping[str, str], lang: str, one: Mapping[str, Any]) -> Piece:
    shared = said["shared_on"].format(day=words.day(lang, one["shared_on"]))
    source = f"{line(one['department']['name'])}. {shared}."
    if one["tried"]:
        tried, kept = words.count(lang, one["tried"]), words.count(lang, one["kept"])
        if one["tried"] > 1:
            source += f" {said['kept'].format(tried=tried, kept=kept)}"
    texts = [(said["did"], plain(one["did"])), (said["learned"], plain(one["learned"]))]
    if one["advice"]:
        texts.append((said["advice"], plain(one["advice"])))
    return Piece(line(one["title"]), source, tuple(texts))


def survey(facts: Facts, told: Mapping[str, Any]) -> Table:
    """A wave as HMU sees it: never finer."""
    said, lang = SENTENCES[facts.lang], facts.lang
    lead = said["table_survey_lead"].format(day=words.day(lang, told["closes_on"]))
    if told["span"]:
        low, high = (words.tenths(lang, told["span"][name]) for name in ("low_tenths", "high_tenths"))
        lead += " " + said["span"].format(low=low, high=high, n=told["span"]["departments"])
    rows = tuple(
        (
            line(node["name"]),
            said["not_shown"] if node["mean_tenths"] is None else words.tenths(lang, node["mean_tenths"]),
            _answers(said, node),
        )
        for node in told["nodes"]
    )
    return Table(
        said["table_survey"], lead, ROWS[lang]["head_survey"], rows, (60, 20, 20), said["sheet_survey"]
    )


def _answers(said: Mapping[str, str], node: Mapping[str, Any]) -> str:
    if node["mean_tenths"] is None:
        return "–"
    if node["heads"] is None or node["answered"] is None:
        return said["five"]
    return said["of_heads"].format(n=node["answered"], heads=node["heads"])


def trials(facts: Facts) -> Table:
    """LMU: what is tried in its department, without names."""
    said, lang = SENTENCES[facts.lang], facts.lang
    rows = tuple(
        (
            words.capital(plain(one["change"])),
            words.capital(words.STATES[lang][one["decision"] or one["state"]]),
            said["period"].format(
                start=words.short(lang, one["starts_on"]), end=words.short(lang, one["ends_on"])
            ),
            plain(one["learning"]) or "–",
        )
        for one in facts.trials
    )
    lead = said["table_trials_lead"].format(since=words.day(lang, facts.since))
    return Table(
        said["table_trials"], lead, ROWS[lang]["head_trials"], rows, (38, 16, 20, 34), said["sheet_trials"]
    )


def promises(facts: Facts) -> Table:
    """LMU: what was agreed, and what is followed up on which day."""
    said, lang = SENTENCES[facts.lang], facts.lang
    kinds = {"agreement": said["agreement"], "process": said["process"], "result": said["result_kind"]}
    rows = tuple((_coming(facts, day), plain(what), kinds[kind]) for day, kind, what in facts.promises)
    return Table(
        said["table_promises"], said["table_promises_lead"], ROWS[lang]["head_promises"], rows, (16, 58, 26),
        said["sheet_promises"],
    )  # fmt: skip


def result(facts: Facts, told: Mapping[str, Any]) -> Table:
    """LMU: its department's result, means as they are shown."""
    said, lang = SENTENCES[facts.lang], facts.lang
    rows = [(plain(one[lang]), words.tenths(lang, one["mean_tenths"])) for one in told["statements"]]
    last = told["points"][-1]
    rows.append((said["scale"], words.tenths(lang, last["mean_tenths"])))
    lead = said["table_survey_lead"].format(day=words.day(lang, last["closes_on"]))
    return Table(
        said["table_result"], lead, ROWS[lang]["head_result"], tuple(rows), (80, 20), said["sheet_survey"]
    )


def annexes(facts: Facts) -> tuple[Table | Story, ...]:
    """All annexes of the papers, in their order."""
    found: list[Table | Story] = [departments(facts)] if facts.committee == "hmu" else []
    if facts.trials:
        found.append(trials(facts))
    if facts.promises:
        found.append(promises(facts))
    if new := shared_since(facts):
        found.append(experiences(facts, new))
    found += [survey(facts, told) for told in facts.surveys]
    if facts.result and facts.result["points"]:
        found.append(result(facts, facts.result))
    return tuple(found)


def number_of(found: Sequence[Table | Story], title: str) -> int:
    """Which annex has this title."""
    return next((number for number, one in enumerate(found, 1) if one.title == title), 1)


def counts(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The counts of the workbook."""
    said, lang = SENTENCES[facts.lang], facts.lang
    since = words.day(lang, facts.since)
    rows = facts.rows
    done = [sum(row["steps"][at]["state"] == "done" for row in rows) for at in range(3)]
    total = words.summed(rows)
    named = [*words.COUNTED, "adopt", "adapt", "abandon"]
    return (
        (said["count_departments"], str(len(rows))),
        *((said["count_step"].format(number=at), str(number)) for at, number in enumerate(done, 1)),
        (said["count_not_begun"], str(sum(not begun(row) for row in rows))),
        (said["count_changed"].format(since=since), str(sum(row["changed"] for row in rows))),
        *(
            (said["count_trial"].format(state=words.STATES[lang][key]), str(total.get(key, 0)))
            for key in named
        ),
        (said["count_experiences"].format(since=since), str(len(shared_since(facts)))),
        *(
            (said["count_help"].format(centre=line(one["centre"]["name"])), str(one["count"]))
            for one in facts.help_by_centre
        ),
    )


def begun(row: Mapping[str, Any]) -> bool:
    """Whether the department has taken a step."""
    states = [(cell["state"], cell["since"]) for cell in row["steps"]]
    return any(state != "not_started" for state, _ in states) or current_step(states) > 1
