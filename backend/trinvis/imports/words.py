"""What the report says, in both languages: on the page, in the files that leave, and in the terminal.

These words stand here and not in the frontend, since a report is downloaded as a file too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal

from trinvis.imports.sentences import DANISH, ENGLISH
from trinvis.imports.vocabulary import FIELDS, FILE, KINDS, ROLES, WALKS, WORK

Lang = Literal["da", "en"]
Facts = Mapping[str, Any]


def file_words(problem: str, facts: Facts, lang: Lang) -> str:
    """Why a file cannot be read, and what to do about it."""
    return FILE[lang][problem].format(**{name: _fact(name, fact, lang) for name, fact in facts.items()})


def line_words(problem: str, facts: Facts, lang: Lang) -> str:
    """The sentence for a line: what is wrong and what to do about it, or what is done."""
    if problem in DONE:
        return DONE[problem](facts, lang)
    sentence = {"da": DANISH, "en": ENGLISH}[lang][problem]
    return sentence.format(**{name: _fact(name, fact, lang) for name, fact in facts.items()})


def column_title(field: str | None, titles: Mapping[str, str], lang: Lang) -> str:
    """The column as the file calls it, else as the template does."""
    return titles.get(field, FIELDS[lang].get(field, field)) if field else ""


def _fact(name: str, fact: Any, lang: Lang) -> str:
    if name == "counts":
        words = WORK[lang]
        return ", ".join(f"{n} {words.get(kind, words['other'])[n != 1]}" for kind, n in fact.items())
    if name == "codes":
        return " → ".join(fact)
    if name == "from":
        return _day(fact)
    if isinstance(fact, list):
        return ", ".join(map(str, fact))
    if isinstance(fact, int):
        return number(fact, lang)
    return str(fact)


def number(count: int, lang: Lang) -> str:
    """4.200 in Danish, 4,200 in English."""
    return f"{count:,}".replace(",", ".") if lang == "da" else f"{count:,}"


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d.%m.%Y}"


def _shown(name: str, value: object, lang: Lang) -> str:
    """A value of a field as the file would write it."""
    if value is None or value == "":
        return {"da": "ingen", "en": "none"}[lang]
    if isinstance(value, bool):
        return {"da": ("nej", "ja"), "en": ("no", "yes")}[lang][value]
    if name in ("valid_from", "valid_to"):
        return _day(str(value))
    words = {"kind": KINDS[lang], "walks": WALKS[lang]}.get(name, {})
    return words.get(str(value), str(value))


def _changed(changes: Mapping[str, Any], lang: Lang) -> str:
    told = [
        f"{FIELDS[lang][name]}: {_shown(name, was, lang)} → {_shown(name, now, lang)}"
        for name, (was, now) in changes.items()
    ]
    return f"{_capital('; '.join(told))}." if told else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _moved(facts: Facts, lang: Lang) -> str:
    changes = dict(facts["changes"])
    was, now = changes.pop("parent")
    top = {"da": "toppen", "en": "the top"}[lang]
    sentence = {"da": "Flyttes fra {} til {}.", "en": "Moves from {} to {}."}[lang]
    return f"{sentence.format(was or top, now or top)} {_changed(changes, lang)}".strip()


def _added(facts: Facts, lang: Lang) -> str:
    kind, parent = KINDS[lang][facts["kind"]], facts["parent"]
    if lang == "da":
        new = "Nyt" if facts["kind"] in ("centre", "section") else "Ny"
        return f"{new} {kind} under {parent}." if parent else f"{new} {kind} øverst."
    return f"New {kind} beneath {parent}." if parent else f"New {kind} at the top."


def _role(facts: Facts, lang: Lang) -> str:
    title = f" ({facts['title']})" if facts.get("title") else ""
    name = f"{ROLES[lang][facts['role']]}{title} {'i' if lang == 'da' else 'in'} {facts['department']}"
    return name if facts.get("new_person") else _capital(name)


def _given(facts: Facts, lang: Lang) -> str:
    start, end = {"da": ("fra", "til"), "en": ("from", "until")}[lang]
    days = [(start, facts["from"]), (end, facts["to"])]
    told = "".join(f", {word} {_day(day)}" for word, day in days if day)
    fresh = {"da": "Ny person: ", "en": "New person: "}[lang] if facts["new_person"] else ""
    return f"{fresh}{_role(facts, lang)}{told}."


DONE: dict[str, Callable[[Facts, Lang], str]] = {
    "node_closed": lambda _, lang: {"da": "Lukkes i dag.", "en": "Is closed today."}[lang],
    "node_moved": _moved,
    "node_changed": lambda f, lang: _changed(f["changes"], lang),
    "node_added": _added,
    "role_ended": lambda f, lang: f"{_role(f, lang)} {'slutter' if lang == 'da' else 'ends'}.",
    "role_changed": lambda f, lang: f"{_role(f, lang)}. {_changed(f['changes'], lang)}",
    "role_given": _given,
    "person_renamed": lambda f, lang: {
        "da": f"Nyt navn. Hed før {f['was']}.", "en": f"New name. Was {f['was']}.",
    }[lang],
    "person_returned": lambda _, lang: {
        "da": "Var stoppet og er her igen.", "en": "Had left and is here again.",
    }[lang],
}  # fmt: skip
