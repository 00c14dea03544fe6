"""What `trinvis import` says: for each problem where it is, what it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from trinvis.core.sheets import Unreadable


class _Wrong(Protocol):
    @property
    def row(self) -> int: ...
    @property
    def field(self) -> str: ...
    @property
    def problem(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, object]: ...


Facts = Mapping[str, Any]

_ROW: dict[str, Callable[[Facts], str]] = {
    "missing": lambda f: "er tom. Skriv en værdi.",
    "too_long": lambda f: f"er for lang. Højst {f['most']} tegn.",
    "unknown_word": lambda f: f"kender vi ikke: »{f['value']}«. Skriv et af: {', '.join(f['words'])}.",
    "not_a_count": lambda f: f"skal være et helt tal mellem 0 og {f['most']}: »{f['value']}«.",
    "duplicate": lambda f: f"står allerede i række {f['first']}: »{f['value']}«. Slet den ene række.",
    "unknown_code": lambda f: (
        f"findes ikke: »{f['value']}«. Brug en kode, der står i organisationen eller i filen."
    ),
    "cycle": lambda f: f"fører i ring: {' → '.join(f['codes'])}. Ret »overordnet«, så vejen ender øverst.",
    "moves": lambda f: (
        f"ville flytte den fra »{f['was'] or 'toppen'}« til »{f['value'] or 'toppen'}«. "
        "Importen flytter ingen. Skriv den gamle kode."
    ),
    "follows_nobody": lambda f: (
        f"»{f['value']}« følger, men ingen over den går selv. Skriv »går selv« eller »udenfor«."
    ),
    "not_an_address": lambda f: f"er ingen e-mailadresse: »{f['value']}«. Skriv som navn@hospital.dk.",
    "not_a_date": lambda f: f"er ingen dato: »{f['value']}«. Skriv dd-mm-åååå, for eksempel 31-12-2026.",
    "before_from": lambda f: f"ligger før »fra«: »{f['value']}«. Byt om eller ret en af dem.",
    "two_names": lambda f: (
        f"er »{f['value']}«, men række {f['first']} kalder samme e-mail »{f['other']}«. Skriv samme navn."
    ),
}

_FILE: dict[str, Callable[[Facts], str]] = {
    "not_text": lambda f: "Filen er hverken CSV-tekst eller XLSX. Gem den som CSV (semikolon) eller .xlsx.",
    "not_a_workbook": lambda f: (
        "Filen ligner en XLSX, men kan ikke læses. Åbn den i regnearket, og gem den igen som .xlsx."
    ),
    "old_excel": lambda f: "Filen er i det gamle Excel-format (.xls). Gem den som .xlsx eller CSV.",
    "too_large": lambda f: f"Filen er for stor: {f['bytes']} byte, højst {f['most']}.",
    "too_many_rows": lambda f: f"Filen har {f['rows']} rækker, højst {f['most']}. Del den op.",
    "empty": lambda f: "Filen er tom. Første række skal være overskrifterne.",
    "missing_columns": lambda f: (
        f"Der mangler en kolonne: {', '.join(f['columns'])}. Første række har: {', '.join(f['found'])}."
    ),
    "doubled_columns": lambda f: f"Kolonnen står to gange: {', '.join(f['columns'])}. Slet den ene.",
}


def row_problem(wrong: _Wrong, titles: Mapping[str, str]) -> str:
    """A line for one error: row, column as the file calls it, problem, remedy."""
    column = titles.get(wrong.field, wrong.field)
    return f"  række {wrong.row}, {column}: {_ROW[wrong.problem](wrong.facts)}"


def file_problem(problem: Unreadable) -> str:
    """A sentence for a file that cannot be read at all."""
    return _FILE[problem.problem](problem.facts)


def summary(result: Any, *, dry_run: bool) -> list[str]:
    """What was done, or would be."""
    lines = ["Prøvekørsel: intet er ændret." if dry_run else "Importen er gennemført."]
    if hasattr(result, "people_added"):
        lines.append(f"Personer: {len(result.people_added)} nye, {len(result.people_renamed)} med nyt navn.")
        lines.append(
            f"Roller: {len(result.added)} nye, {len(result.changed)} ændret, {result.unchanged} uændret."
        )
    else:
        lines.append(
            f"Afdelinger: {len(result.added)} nye, {len(result.changed)} ændret, {result.unchanged} uændret."
        )
    return lines
