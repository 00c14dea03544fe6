"""Days, counts and changes in words, in both languages. Papers leave the house, so their words stand here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from trinvis.surveys.slips.paper import day_in

_MONTHS = {
    "da": ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
_SMALL = {
    "da": ["ingen", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"],
    "en": ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
}
COUNTED = ("planned", "running", "tried", "evaluated", "cancelled")

STATES = {
    "da": {
        "planned": "planlagt", "running": "i gang", "tried": "afprøvet", "evaluated": "evalueret",
        "cancelled": "aflyst", "done": "På plads", "in_progress": "I gang", "not_started": "Ikke begyndt",
        "adopt": "Vi beholder det", "adapt": "Vi justerer og prøver igen", "abandon": "Vi stopper her",
    },
    "en": {
        "planned": "planned", "running": "running", "tried": "tried", "evaluated": "evaluated",
        "cancelled": "cancelled", "done": "In place", "in_progress": "In progress",
        "not_started": "Not begun",
        "adopt": "We keep it", "adapt": "We adjust and try again", "abandon": "We stop here",
    },
}  # fmt: skip


def day(facts_lang: str, when: date | None) -> str:
    """5. marts 2026."""
    return day_in(facts_lang, when) if when else "–"


def near(lang: str, when: date) -> str:
    """5. marts: a day of the time that is told of."""
    return day_in(lang, when).rsplit(" ", 1)[0]


def short(lang: str, when: date | None) -> str:
    """5. mar. 2026, for tables."""
    if when is None:
        return "–"
    month = _MONTHS[lang][when.month - 1]
    return f"{when.day}. {month} {when.year}" if lang == "da" else f"{when.day} {month} {when.year}"


def count(lang: str, number: int) -> str:
    """Numbers up to ten in letters."""
    return _SMALL[lang][number] if 0 <= number <= 10 else str(number)


def capital(text: str) -> str:
    """The first letter large."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """The first letter small."""
    return text[:1].lower() + text[1:]


def listed(lang: str, parts: Sequence[str]) -> str:
    """a, b og c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {'og' if lang == 'da' else 'and'} {parts[-1]}"


def quoted(lang: str, text: str) -> str:
    """In quotation marks."""
    return f"”{text}”" if lang == "da" else f"“{text}”"


def tenths(lang: str, value: int) -> str:
    """48 as 4,8."""
    return f"{value // 10}{',' if lang == 'da' else '.'}{value % 10}"


def quarter(lang: str, code: str) -> str:
    """2026-Q3 as 3. kvartal 2026."""
    year, _, number = code.partition("-")
    number = number.lstrip("Q")
    return f"{number}. kvartal {year}" if lang == "da" else f"quarter {number} of {year}"


def trials(lang: str, counts: Mapping[str, int]) -> str:
    """2 i gang, 1 evalueret; empty without any."""
    return ", ".join(f"{counts[state]} {STATES[lang][state]}" for state in COUNTED if counts.get(state))


def change(lang: str, one: Mapping[str, Any]) -> str:
    """One change of a department's row, as the overview words it."""
    return str(_CHANGES[lang][str(one["code"])](one))


def changes(lang: str, row: Mapping[str, Any], most: int = 3) -> str:
    """The most telling changes in one sentence without its full stop; empty if nothing is new."""
    found = list(row["changes"])
    if len(steps := sorted(one["number"] for one in found if one["code"] == "step_done")) > 1:
        # Steps that were taken at once are told at once, where the first of them stands.
        first = next(one for one in found if one["code"] == "step_done")
        found = [one for one in found if one is first or one["code"] != "step_done"]
        found[found.index(first)] = first | {"number": listed(lang, [str(number) for number in steps])}
    told = [change(lang, one) for one in found[:most]]
    return ", ".join([told[0], *(one[:1].lower() + one[1:] for one in told[1:])]) if told else ""


def _several(one: str, many: str) -> Any:
    return lambda c: one if c["count"] == 1 else many.format(c["count"])


_CHANGES: dict[str, dict[str, Any]] = {
    "da": {
        "help_wanted": lambda c: f"Bad om hjælp {near('da', c['on'])}",
        "round": lambda c: f"{c['round']}. runde begyndt",
        "step_done": lambda c: f"Trin {c['number']} på plads",
        "step_reopened": lambda c: f"Trin {c['number']} taget op igen",
        "first_session": lambda _: "Første drøftelse holdt",
        "adopted": _several("Én prøvehandling beholdt", "{} prøvehandlinger beholdt"),
        "adapted": _several("Én justeret", "{} justeret"),
        "abandoned": _several("Én stoppet, det lærte vi af", "{} stoppet, det lærte vi af"),
        "new_trials": _several("Ny prøvehandling", "{} nye prøvehandlinger"),
        "experiences": _several("Én erfaring delt", "{} erfaringer delt"),
        "followed_up": lambda c: f"Fulgt op {near('da', c['on'])}",
        "planned": lambda c: f"Planlagt til {quarter('da', c['quarter'])}",
    },
    "en": {
        "help_wanted": lambda c: f"Asked for help {near('en', c['on'])}",
        "round": lambda c: f"Round {c['round']} begun",
        "step_done": lambda c: (
            f"Step{'s' if isinstance(c['number'], str) else ''} {c['number']} in place"
        ),
        "step_reopened": lambda c: f"Step {c['number']} taken up again",
        "first_session": lambda _: "First discussion held",
        "adopted": _several("One trial action kept", "{} trial actions kept"),
        "adapted": _several("One adjusted", "{} adjusted"),
        "abandoned": _several("One stopped, and learned from", "{} stopped, and learned from"),
        "new_trials": _several("New trial action", "{} new trial actions"),
        "experiences": _several("One experience shared", "{} experiences shared"),
        "followed_up": lambda c: f"Followed up {near('en', c['on'])}",
        "planned": lambda c: f"Planned for {quarter('en', c['quarter'])}",
    },
}


def summed(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Trials of all rows by state and decision."""
    total: dict[str, int] = {}
    for row in rows:
        for key, number in row["trials"].items():
            total[key] = total.get(key, 0) + number
    return total
