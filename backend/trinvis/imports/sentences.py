"""What can be wrong or odd in a row, and what to do about it: a sentence each, with places for facts."""

from __future__ import annotations

DANISH = {
    "missing": "Cellen er tom. Skriv en værdi.",
    "too_long": "Teksten er for lang. Skriv højst {most} tegn.",
    "unknown_word": "Det ord bruges ikke her. Skriv et af: {words}.",
    "not_a_count": "Det er ikke et antal. Skriv et helt tal fra 0 til {most}, uden punktum og komma.",
    "formula": "Den begynder med =, +, - eller @ og ligner en formel. Skriv selve teksten i cellen.",
    "cell_error": "Regnearket viser en fejl i cellen. Ret formlen der, eller skriv værdien.",
    "duplicate": "Det samme står allerede i række {first}. Slet den ene. Store og små bogstaver er ens.",
    "unknown_code": "Koden findes ikke i organisationen. Ret den, eller indlæs afdelingen først.",
    "closed": "Afdelingen er lukket. Slet rækken, eller giv en ny afdeling sin egen kode.",
    "closed_code": "Den afdeling er lukket. Skriv koden på en, der er åben.",
    "cycle": "Overordnet fører i ring: {codes}. Ret den, så vejen ender øverst.",
    "second_root": "Kun én kan stå øverst, og det gør {other}. Skriv en overordnet.",
    "follows_nobody": (
        "Den følger, men ingen over den går selv. Skriv »går selv« eller »udenfor« i kolonnen »trin«."
    ),
    "outside": (
        "Den ligger uden for det, du administrerer. Slet rækken, eller spørg en administrator for hele huset."
    ),
    "open_sections": (
        "Den mangler i filen, men det gør dem under den ikke: {names}. "
        "Skriv den med, eller giv dem en anden overordnet."
    ),
    "open_work": (
        "Den mangler i filen, men har noget åbent: {counts}. "
        "Afslut eller overdrag det først, eller skriv den med i filen."
    ),
    "tree_refuses": "Det kan ikke gøres, som organisationen er nu. Prøv at gøre det for sig selv.",
    "not_an_address": "Det er ikke en e-mailadresse. Skriv som navn@hospital.dk.",
    "not_a_date": "Det er ikke en dato. Skriv dd-mm-åååå, for eksempel 31-12-2026.",
    "before_from": "Til ligger før fra. Byt om, eller ret en af dem.",
    "two_names": "Række {first} kalder samme e-mail »{other}«. Skriv samme navn.",
    "named_otherwise": (
        "E-mailen hører til en med et andet navn, som du ikke administrerer. Ret navnet eller e-mailen."
    ),
    "own_role": (
        "Det er din egen rolle som administrator, og så kunne du ikke rette det igen. "
        "Skriv dig selv med i filen."
    ),
    "no_admin": "Så er der ingen administrator tilbage. Skriv mindst én med i filen.",
    "crowded": (
        "Afsnittene har tilsammen {sections} ansatte. Tallet her er kun dem, der hører direkte til "
        "afdelingen. Er det sådan, er alt i orden."
    ),
    "no_leader": "Ingen er afdelingsledelse her bagefter. Skriv en med, eller gør det senere.",
    "no_department": "Hører ikke til nogen afdeling bagefter. Er det meningen, er alt i orden.",
    "no_department_count": "{people} personer hører ikke til nogen afdeling bagefter. Giv dem en rolle igen.",
    "begins_later": "Rollen begynder først {from} og bliver stående, selv om den mangler i filen.",
}

ENGLISH = {
    "missing": "The cell is empty. Write a value.",
    "too_long": "The text is too long. Write at most {most} characters.",
    "unknown_word": "That word is not used here. Write one of: {words}.",
    "not_a_count": "That is no count. Write a whole number from 0 to {most}, without points and commas.",
    "formula": "It begins with =, +, - or @ and looks like a formula. Write the text itself.",
    "cell_error": "The spreadsheet shows an error in the cell. Mend the formula, or write the value.",
    "duplicate": "The same stands in row {first} already. Delete one. Upper and lower case count as one.",
    "unknown_code": "No department has the code. Correct it, or import the department first.",
    "closed": "The department is closed. Delete the row, or give a new department a code of its own.",
    "closed_code": "That department is closed. Write the code of one that is open.",
    "cycle": "The parents lead in a ring: {codes}. Correct it so that the way ends at the top.",
    "second_root": "Only one can stand at the top, and that is {other}. Write a parent.",
    "follows_nobody": (
        "It follows, but nobody above it walks. Write 'walks' or 'outside' in the column of the steps."
    ),
    "outside": (
        "It lies beyond what you administrate. Delete the row, or ask an administrator of the whole house."
    ),
    "open_sections": (
        "It is not in the file, but what is beneath it is: {names}. "
        "Write it into the file, or give them another parent."
    ),
    "open_work": (
        "It is not in the file, but something is open there: {counts}. "
        "Finish it or hand it over first, or write it into the file."
    ),
    "tree_refuses": "That cannot be done as the organisation is now. Try to do it by itself.",
    "not_an_address": "That is no e-mail address. Write it like name@hospital.dk.",
    "not_a_date": "That is no date. Write dd-mm-yyyy, for example 31-12-2026.",
    "before_from": "The end lies before the start. Swap them, or correct one.",
    "two_names": "Row {first} calls the same e-mail '{other}'. Write the same name.",
    "named_otherwise": (
        "The e-mail belongs to somebody with another name whom you do not administrate. "
        "Correct the name or the e-mail."
    ),
    "own_role": (
        "That is your own role as administrator, and you could not mend it again. "
        "Write yourself into the file."
    ),
    "no_admin": "Then no administrator is left. Write at least one into the file.",
    "crowded": (
        "The sections have {sections} people together. The number here is only of those who belong "
        "directly to the department. If so, all is well."
    ),
    "no_leader": "Nobody leads here afterwards. Write somebody into the file, or do it later.",
    "no_department": "Belongs to no department afterwards. If that is meant, all is well.",
    "no_department_count": "{people} people belong to no department afterwards. Give them a role again.",
    "begins_later": "The role begins on {from} and stays, though the file lacks it.",
}
