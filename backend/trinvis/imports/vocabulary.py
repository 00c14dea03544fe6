"""The words that a file and its report share, in both languages."""

from __future__ import annotations

from trinvis.access import Role

KINDS = {
    "da": {"centre": "center", "department": "afdeling", "section": "afsnit", "staff": "stab"},
    "en": {"centre": "centre", "department": "department", "section": "section", "staff": "staff"},
}
WALKS = {
    "da": {"walks": "går selv", "follows": "følger", "outside": "udenfor"},
    "en": {"walks": "walks", "follows": "follows", "outside": "outside"},
}
ROLES: dict[str, dict[str, str]] = {
    "da": {
        Role.LEADER: "afdelingsledelse",
        Role.SECTION_LEADER: "funktionsleder",
        Role.TRIO: "TRIO",
        Role.AMBASSADOR: "ambassadør",
        Role.LMU: "LMU",
        Role.HMU: "HMU",
        Role.SECRETARY: "sekretær",
        Role.HR: "HR",
        Role.ADMIN: "administrator",
        Role.MEMBER: "medarbejder",
    },
    "en": {
        Role.LEADER: "leader",
        Role.SECTION_LEADER: "section leader",
        Role.TRIO: "TRIO",
        Role.AMBASSADOR: "ambassador",
        Role.LMU: "LMU",
        Role.HMU: "HMU",
        Role.SECRETARY: "secretary",
        Role.HR: "HR",
        Role.ADMIN: "administrator",
        Role.MEMBER: "member",
    },
}
FIELDS: dict[str, dict[str, str]] = {
    "da": {
        "code": "kode",
        "name": "navn",
        "kind": "type",
        "parent": "overordnet",
        "headcount": "ansatte",
        "pilot": "med i første prøvehandling",
        "walks": "trin",
        "email": "e-mail",
        "role": "rolle",
        "department": "afdeling",
        "from": "fra",
        "to": "til",
        "title": "titel",
        "valid_from": "fra",
        "valid_to": "til",
    },
    "en": {
        "code": "code",
        "name": "name",
        "kind": "kind",
        "parent": "parent",
        "headcount": "employees",
        "pilot": "pilot",
        "walks": "walks",
        "email": "email",
        "role": "role",
        "department": "department",
        "from": "from",
        "to": "to",
        "title": "title",
        "valid_from": "from",
        "valid_to": "to",
    },
}
WORK: dict[str, dict[str, tuple[str, str]]] = {
    "da": {
        "trial_action": ("prøvehandling", "prøvehandlinger"),
        "agreement": ("aftale", "aftaler"),
        "follow_up": ("opfølgning", "opfølgninger"),
        "session": ("planlagt drøftelse", "planlagte drøftelser"),
        "support_request": ("ønske om hjælp", "ønsker om hjælp"),
        "journey": ("runde", "runder"),
        "other": ("andet", "andre"),
    },
    "en": {
        "trial_action": ("trial action", "trial actions"),
        "agreement": ("agreement", "agreements"),
        "follow_up": ("follow-up", "follow-ups"),
        "session": ("planned session", "planned sessions"),
        "support_request": ("request for help", "requests for help"),
        "journey": ("round", "rounds"),
        "other": ("other", "others"),
    },
}
"""A kind of open work, for one and for several."""

FILE: dict[str, dict[str, str]] = {
    "da": {
        "not_text": "Filen er hverken en tekst eller et regneark, vi kan læse. Gem den som .xlsx eller CSV.",
        "bad_quotes": "Anførselstegnene i række {row} går ikke op. Ret dem, eller gem filen som .xlsx.",
        "not_a_workbook": "Filen ligner et regneark, men kan ikke læses. Åbn den, og gem den igen som .xlsx.",
        "old_excel": "Filen er i det gamle Excel-format (.xls). Gem den som .xlsx eller CSV.",
        "encrypted": "Filen er låst med en adgangskode. Gem en kopi uden adgangskode.",
        "unpacks_too_large": "Regnearket fylder for meget, når det pakkes ud. Gem kun det ark, I bruger.",
        "too_wide": "Arket er meget større end det, der står i det. Kopiér cellerne til et nyt regneark.",
        "cell_too_long": "En celle i række {row} er længere end {most} tegn. Ret den.",
        "too_large": "Filen er for stor. Del den i flere.",
        "too_many_rows": "Filen har {rows} rækker, og der kan højst være {most}. Del den i flere.",
        "empty": "Filen er tom. Første række skal være overskrifterne.",
        "only_header": "Filen har kun overskrifter. Skriv rækkerne under dem.",
        "missing_columns": "Der mangler en kolonne: {columns}. Første række er: {found}.",
        "doubled_columns": "Kolonnen står to gange: {columns}. Slet den ene.",
    },
    "en": {
        "not_text": "The file is neither text nor a spreadsheet that we can read. Save it as .xlsx or CSV.",
        "bad_quotes": "The quotation marks in row {row} do not match. Mend them, or save the file as .xlsx.",
        "not_a_workbook": "The file looks like a workbook but cannot be read. Save it again as .xlsx.",
        "old_excel": "The file is in the old Excel format (.xls). Save it as .xlsx or CSV.",
        "encrypted": "The file is locked with a password. Save a copy without one.",
        "unpacks_too_large": "The workbook grows too large when unpacked. Save only the sheet you need.",
        "too_wide": "The sheet is much larger than what stands in it. Copy the cells to a new workbook.",
        "cell_too_long": "A cell in row {row} is longer than {most} characters. Correct it.",
        "too_large": "The file is too large. Divide it.",
        "too_many_rows": "The file has {rows} rows, and there can be {most} at most. Divide it.",
        "empty": "The file is empty. Its first row must be the titles.",
        "only_header": "The file has titles only. Write the rows beneath them.",
        "missing_columns": "A column is missing: {columns}. The first row is: {found}.",
        "doubled_columns": "The column stands twice: {columns}. Delete one.",
    },
}
STATUS: dict[str, dict[str, str]] = {
    "da": {
        "refused": "skal rettes",
        "warning": "værd at se på",
        "ended": "slutter",
        "moved": "flyttes",
        "changed": "ændres",
        "added": "ny",
    },
    "en": {
        "refused": "to be corrected",
        "warning": "worth a look",
        "ended": "ends",
        "moved": "moves",
        "changed": "changes",
        "added": "new",
    },
}
ODD: dict[str, dict[str, tuple[str, str]]] = {
    "da": {
        "crowded": ("afdeling med flere ansatte i afsnittene", "afdelinger med flere ansatte i afsnittene"),
        "no_leader": ("afdeling uden ledelse", "afdelinger uden ledelse"),
        "no_department": ("person uden afdeling", "personer uden afdeling"),
        "no_department_count": ("lukning, der efterlader folk uden afdeling",) * 2,
        "begins_later": ("rolle, der begynder senere", "roller, der begynder senere"),
    },
    "en": {
        "crowded": (
            "department with more people in its sections",
            "departments with more people in sections",
        ),
        "no_leader": ("department without leadership", "departments without leadership"),
        "no_department": ("person without a department", "people without a department"),
        "no_department_count": ("closing that leaves people without a department",) * 2,
        "begins_later": ("role that begins later", "roles that begin later"),
    },
}
"""What is odd, for one and for several: the report's summary."""
