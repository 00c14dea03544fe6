"""The sentences of the papers, in both languages: official enough for a committee, plain enough to read aloud."""

from __future__ import annotations

DANISH = {
    "name": "papirer", "yearly_name": "arbejdsmiljoedroeftelse", "experiences_name": "erfaringer",
    "page": "Side", "of": "af", "annex": "Bilag", "annexes": "Bilag",
    "meeting": "Møde {day}", "made": "Opgjort {day}", "item": "Punkt {number}",
    "title_hmu": "Status på arbejdet med psykologisk tryghed",
    "title_lmu": "Psykologisk tryghed i {place}",
    "meta": "Opgjort pr. {as_of}. Nyt siden {since}.",
    "decisions": "Sidste beslutning, {day}", "no_decisions": "Ingen beslutninger fra tidligere møder.",
    "recommendation": "Indstilling", "asked": "Det indstilles, at {committee}",
    "approve": "godkender status og det videre arbejde", "discuss": "drøfter status og det videre arbejde",
    "note": "tager status til efterretning", "that": "{verb}: {words}",
    "verb_approve": "godkender", "verb_discuss": "drøfter", "verb_note": "tager til efterretning",
    "account": "Sagsfremstilling", "decision": "Beslutning", "continued": "Sagsfremstilling, fortsat",
    "follows": "Resten af sagsfremstillingen er i bilag {number}.",
    "background_hmu": "HMU har besluttet, at psykologisk tryghed er et indsatsområde i {short}. Afdelingerne "
    "arbejder med det i tre trin.",
    "steps": "Trin 1 er på plads i {one} af {all} afdelinger, trin 2 i {two} og trin 3 i {three}.",
    "steps_first": "Af {all} afdelinger har {begun} taget de første skridt.",
    "not_begun": "{number} er ikke begyndt.", "planned": "{number} er ikke begyndt; heraf har {dated} en "
    "planlagt start.", "all_planned": "{number} er ikke begyndt; alle har en planlagt start.",
    "trials": "Der er {open} prøvehandlinger undervejs eller planlagt.",
    "trial": "Der er én prøvehandling undervejs eller planlagt.",
    "no_trials": "Der er endnu ingen prøvehandlinger undervejs.",
    "evaluated": "{all} er evalueret: {adopt} beholdt, {adapt} justeret og {abandon} stoppet. Også de "
    "stoppede har lært afdelingerne noget.",
    "evaluated_none_stopped": "{all} er evalueret: {adopt} beholdt og {adapt} justeret.",
    "news": "Siden {since} har {changed} af {all} afdelinger noget nyt, bl.a.:",
    "news_all": "Siden {since} har {changed} af {all} afdelinger noget nyt:",
    "news_none": "Siden {since} er der ikke kommet nyt fra afdelingerne.",
    "news_more": "De øvrige står i bilag 1.",
    "shared_one": "Én erfaring er delt siden sidst: {titles} (bilag {annex}).",
    "shared_two": "To erfaringer er delt siden sidst: {titles} (bilag {annex}).",
    "shared": "{count} erfaringer er delt siden sidst, bl.a. {titles} (bilag {annex}).",
    "help": "{count} har bedt om hjælp: {centres}. Tallet tæller også afdelinger, der ikke ønsker at stå "
    "ved navn.",
    "help_unit": ("afdeling", "afdelinger"),
    "survey": "De 7 spørgsmål, lukket {day}: {place} har et gennemsnit på {mean} på en skala fra 1 til 7 "
    "(bilag {annex}).",
    "survey_hidden": "De 7 spørgsmål, lukket {day}: se bilag {annex}.",
    "row_steps": "Trin 1: {one}. Trin 2: {two}. Trin 3: {three}.",
    "row_news": "Siden {since}: {news}.", "row_unchanged": "Siden {since} er der ikke noget nyt.",
    "row_last": "Senest fulgt op {last}. Næste dato er {next}.", "row_last_only": "Senest fulgt op {last}. Der "
    "er ikke sat en ny dato.", "row_next_only": "Næste dato er {next}.", "row_no_dates": "Der er ikke sat en "
    "dato for opfølgning.",
    "next": "Næste aftaler", "result": "Måling lukket {day}: gennemsnittet er {mean} på en skala fra 1 til 7. "
    "Tallene er til samtale om, hvad vi vil holde fast i og gøre mere af (bilag {annex}).",
    "table_departments": "Afdelingerne", "table_departments_lead": "I organisationens rækkefølge, pr. {as_of}. "
    "”Nyt” er siden {since}.",
    "head_departments": ("Afdeling", "Nyt siden sidst", "Trin 1", "Trin 2", "Trin 3", "Prøvehandlinger",
                         "Senest fulgt op", "Næste dato"),
    "unchanged": "Uændret", "none": "Ingen endnu", "no_date": "Ingen dato", "pilot": "prøveafdeling",
    "round": "{number}. runde", "not_invited": "Ikke begyndt", "starts": "Planlagt til {quarter}",
    "story_experiences": "Delte erfaringer", "did": "Det gjorde de", "learned": "Det lærte de",
    "advice": "Det råder de andre til", "kept": "Prøvet {tried} steder, beholdt {kept}.",
    "table_survey": "De 7 spørgsmål", "table_survey_lead": "Målingen er lukket {day}. Skala fra 1 (helt uenig) til 7 "
    "(helt enig). Tal vises kun, hvor mindst 5 har svaret.",
    "head_survey": ("Sted", "Gennemsnit", "Svar"), "not_shown": "Vises ikke", "five": "mindst 5",
    "of_heads": "{n} af {heads}", "span": "Afdelingernes gennemsnit ligger mellem {low} og {high} ({n} "
    "afdelinger).",
    "table_trials": "Prøvehandlinger", "table_trials_lead": "Det, der prøves, og det, der er evalueret siden {since}.",
    "head_trials": ("Vi prøver", "Status", "Periode", "Det lærte vi"), "period": "{start} – {end}",
    "table_promises": "Aftaler og opfølgninger", "table_promises_lead": "Det, der er aftalt, og det, der følges op på.",
    "head_promises": ("Dato", "Hvad", "Slags"), "agreement": "Aftale", "process": "Gør vi det, vi aftalte?",
    "result_kind": "Mærker vi en forskel?",
    "table_result": "De 7 spørgsmål", "head_result": ("Spørgsmål", "Gennemsnit"), "scale": "Alle syv spørgsmål",
    "slide_short": "Kort fortalt", "slide_steps": "Trin 3 er på plads i {three} af {all} afdelinger",
    "slide_steps_note": "Antal afdelinger på hvert trin", "step": "Trin {number}",
    "slide_trials": "{open} prøvehandlinger er undervejs eller planlagt", "slide_trials_one": "Én prøvehandling er "
    "undervejs eller planlagt", "slide_trials_none": "Prøvehandlinger",
    "slide_trials_note": "Antal prøvehandlinger", "chart_decisions": ("Beholdt", "Justeret", "Stoppet"),
    "slide_news": "Nyt siden {since}", "slide_experiences": "Erfaringer, der er delt",
    "slide_no_news": "Ikke noget nyt siden {since}.",
    "slide_survey": "De 7 spørgsmål, som HMU må se dem", "slide_survey_note": "Gennemsnit på en skala fra 1 til 7. "
    "Forskelle er til samtale, ikke til rangorden.",
    "slide_ask": "Det indstilles", "slide_decisions": "Sidst besluttede {committee}",
    "slide_next": "Det næste", "no_trials_slide": "Der er endnu ingen prøvehandlinger.",
    "yearly_title": "Bidrag til den årlige arbejdsmiljødrøftelse {year}",
    "yearly_meta": "Psykologisk tryghed i {place}. Opgjort pr. {as_of}.",
    "goals": "Målene for {year}", "met": "Nåede vi dem?", "next_goals": "Målene for {year}",
    "follow_up": "Sådan følger vi op", "empty": "Ikke skrevet endnu.", "status": "Sådan ser det ud",
    "experiences_title": "Erfaringer med psykologisk tryghed",
    "experiences_meta": "Delt af afdelingerne i {place}. Samlet {as_of}.",
    "experiences_meta_since": "Delt af afdelingerne i {place} siden {since}. Samlet {as_of}.",
    "experiences_lead": "Her er {count} erfaringer, som afdelingerne har delt. Alt må lånes: prøv det i det små hos jer, "
    "og fortæl, hvad I lærte.", "experiences_lead_one": "Her er én erfaring, som en afdeling har delt. Den må "
    "lånes: prøv det i det små hos jer, og fortæl, hvad I lærte.",
    "experiences_none": "Ingen afdelinger har delt en erfaring i perioden.", "shared_on": "Delt {day}",
    "sheet_departments": "Afdelinger", "sheet_counts": "Optælling", "sheet_experiences": "Erfaringer",
    "sheet_survey": "De 7 spørgsmål", "sheet_trials": "Prøvehandlinger", "sheet_promises": "Aftaler",
    "head_counts": ("Hvad", "Antal"), "count_departments": "Afdelinger", "count_step": "Trin {number} på plads",
    "count_not_begun": "Ikke begyndt", "count_changed": "Afdelinger med nyt siden {since}",
    "count_trial": "Prøvehandlinger: {state}", "count_experiences": "Delte erfaringer siden {since}",
    "count_help": "Har bedt om hjælp: {centre}",
    "head_experiences": ("Titel", "Afdeling", "Det gjorde de", "Det lærte de", "Det råder de andre til", "Delt"),
}  # fmt: skip
ENGLISH = {
    "name": "papers", "yearly_name": "work-environment", "experiences_name": "experiences",
    "page": "Page", "of": "of", "annex": "Annex", "annexes": "Annexes",
    "meeting": "Meeting {day}", "made": "As of {day}", "item": "Item {number}",
    "title_hmu": "Status of the work with psychological safety",
    "title_lmu": "Psychological safety in {place}",
    "meta": "As of {as_of}. New since {since}.",
    "decisions": "Last decision, {day}", "no_decisions": "No decisions of former meetings.",
    "recommendation": "Recommendation", "asked": "It is recommended that {committee}",
    "approve": "approves the status and the further work", "discuss": "discusses the status and the further work",
    "note": "takes note of the status", "that": "{verb}: {words}",
    "verb_approve": "approves", "verb_discuss": "discusses", "verb_note": "takes note",
    "account": "Account", "decision": "Decision", "continued": "Account, continued",
    "follows": "The rest of the account is in annex {number}.",
    "background_hmu": "HMU has decided that psychological safety is a focus area in {short}. The departments "
    "work with it in three steps.",
    "steps": "Step 1 is in place in {one} of {all} departments, step 2 in {two} and step 3 in {three}.",
    "steps_first": "Of {all} departments {begun} have taken the first steps.",
    "not_begun": "{number} have not begun.", "planned": "{number} have not begun; {dated} of them have a "
    "planned start.", "all_planned": "{number} have not begun; all of them have a planned start.",
    "trials": "{open} trial actions are under way or planned.",
    "trial": "One trial action is under way or planned.",
    "no_trials": "No trial actions are under way yet.",
    "evaluated": "{all} are evaluated: {adopt} kept, {adapt} adjusted and {abandon} stopped. The stopped ones "
    "have taught the departments something too.",
    "evaluated_none_stopped": "{all} are evaluated: {adopt} kept and {adapt} adjusted.",
    "news": "Since {since} there is news from {changed} of {all} departments, among it:",
    "news_all": "Since {since} there is news from {changed} of {all} departments:",
    "news_none": "Since {since} there is no news from the departments.",
    "news_more": "The others are in annex 1.",
    "shared_one": "One experience has been shared since: {titles} (annex {annex}).",
    "shared_two": "Two experiences have been shared since: {titles} (annex {annex}).",
    "shared": "{count} experiences have been shared since, among them {titles} (annex {annex}).",
    "help": "{count} have asked for help: {centres}. The number also counts departments that do not wish to be "
    "named.",
    "help_unit": ("department", "departments"),
    "survey": "The 7 questions, closed {day}: {place} has a mean of {mean} on a scale from 1 to 7 "
    "(annex {annex}).",
    "survey_hidden": "The 7 questions, closed {day}: see annex {annex}.",
    "row_steps": "Step 1: {one}. Step 2: {two}. Step 3: {three}.",
    "row_news": "Since {since}: {news}.", "row_unchanged": "Since {since} there is nothing new.",
    "row_last": "Last followed up {last}. The next date is {next}.", "row_last_only": "Last followed up {last}. No "
    "new date is set.", "row_next_only": "The next date is {next}.", "row_no_dates": "No date is set for a "
    "follow-up.",
    "next": "Next agreements", "result": "Survey closed {day}: the mean is {mean} on a scale from 1 to 7. The "
    "numbers are for a talk about what to hold on to and do more of (annex {annex}).",
    "table_departments": "The departments", "table_departments_lead": "In the organisation's order, as of {as_of}. "
    "“New” is since {since}.",
    "head_departments": ("Department", "New since last", "Step 1", "Step 2", "Step 3", "Trial actions",
                         "Last followed up", "Next date"),
    "unchanged": "Unchanged", "none": "None yet", "no_date": "No date", "pilot": "pilot department",
    "round": "round {number}", "not_invited": "Not begun", "starts": "Planned for {quarter}",
    "story_experiences": "Shared experiences", "did": "What they did", "learned": "What they learned",
    "advice": "What they advise others", "kept": "Tried in {tried} places, kept in {kept}.",
    "table_survey": "The 7 questions", "table_survey_lead": "The survey closed {day}. Scale from 1 (strongly disagree) "
    "to 7 (strongly agree). Numbers are shown only where at least 5 have answered.",
    "head_survey": ("Place", "Mean", "Answers"), "not_shown": "Not shown", "five": "at least 5",
    "of_heads": "{n} of {heads}", "span": "The departments' means lie between {low} and {high} ({n} departments).",
    "table_trials": "Trial actions", "table_trials_lead": "What is being tried, and what was evaluated since {since}.",
    "head_trials": ("We try", "Status", "Period", "What we learned"), "period": "{start} – {end}",
    "table_promises": "Agreements and follow-ups", "table_promises_lead": "What was agreed, and what is followed up.",
    "head_promises": ("Date", "What", "Kind"), "agreement": "Agreement", "process": "Do we do what we agreed?",
    "result_kind": "Do we notice a difference?",
    "table_result": "The 7 questions", "head_result": ("Question", "Mean"), "scale": "All seven questions",
    "slide_short": "In brief", "slide_steps": "Step 3 is in place in {three} of {all} departments",
    "slide_steps_note": "Number of departments at each step", "step": "Step {number}",
    "slide_trials": "{open} trial actions are under way or planned", "slide_trials_one": "One trial action is under "
    "way or planned", "slide_trials_none": "Trial actions",
    "slide_trials_note": "Number of trial actions", "chart_decisions": ("Kept", "Adjusted", "Stopped"),
    "slide_news": "New since {since}", "slide_experiences": "Experiences that were shared",
    "slide_no_news": "Nothing new since {since}.",
    "slide_survey": "The 7 questions, as HMU may see them", "slide_survey_note": "Mean on a scale from 1 to 7. "
    "Differences are for a talk, not for a ranking.",
    "slide_ask": "Recommended", "slide_decisions": "What {committee} decided last",
    "slide_next": "What comes next", "no_trials_slide": "There are no trial actions yet.",
    "yearly_title": "Contribution to the yearly discussion of the work environment {year}",
    "yearly_meta": "Psychological safety in {place}. As of {as_of}.",
    "goals": "The goals for {year}", "met": "Did we meet them?", "next_goals": "The goals for {year}",
    "follow_up": "How we follow up", "empty": "Not written yet.", "status": "How it stands",
    "experiences_title": "Experiences with psychological safety",
    "experiences_meta": "Shared by the departments of {place}. Collected {as_of}.",
    "experiences_meta_since": "Shared by the departments of {place} since {since}. Collected {as_of}.",
    "experiences_lead": "Here are {count} experiences that departments have shared. All may be borrowed: try it on a "
    "small scale, and tell what you learned.", "experiences_lead_one": "Here is one experience that a department "
    "has shared. It may be borrowed: try it on a small scale, and tell what you learned.",
    "experiences_none": "No department shared an experience in this time.", "shared_on": "Shared {day}",
    "sheet_departments": "Departments", "sheet_counts": "Counts", "sheet_experiences": "Experiences",
    "sheet_survey": "The 7 questions", "sheet_trials": "Trial actions", "sheet_promises": "Agreements",
    "head_counts": ("What", "Number"), "count_departments": "Departments", "count_step": "Step {number} in place",
    "count_not_begun": "Not begun", "count_changed": "Departments with news since {since}",
    "count_trial": "Trial actions: {state}", "count_experiences": "Experiences shared since {since}",
    "count_help": "Have asked for help: {centre}",
    "head_experiences": ("Title", "Department", "What they did", "What they learned", "What they advise", "Shared"),
}  # fmt: skip
SENTENCES: dict[str, dict[str, str]] = {
    lang: {key: one for key, one in said.items() if isinstance(one, str)}
    for lang, said in (("da", DANISH), ("en", ENGLISH))
}
ROWS: dict[str, dict[str, tuple[str, ...]]] = {
    lang: {key: one for key, one in said.items() if isinstance(one, tuple)}
    for lang, said in (("da", DANISH), ("en", ENGLISH))
}
"""Headers and other things that come in several words."""
