"""The pack `hemidt` against the note it quotes, and the wording nobody may change unseen."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from trinvis.content import checking
from trinvis.content.checking import texts
from trinvis.content.pack import PACKS, pack
from trinvis.content.rules import Pack, Text

QUOTES = Path(__file__).parents[1] / "packs" / "note_quotes.txt"
SMALL = str(Path(__file__).parents[1] / "packs" / "small")
BACKEND = Path(__file__).parents[2] / "backend" / "trinvis"
HEMIDT = pack("hemidt")

# Verbatim wording changes only by a new version: a change gives another sum, which belongs to a new
# version and a new line here. The former lines stay.
VERBATIM_SUMS = {1: "03201189e590cfd6"}

TOOLS = {
    "action_learning": ["learning_from_deviance", "learning_by_trials"],
    "meta_reflection": [],
    "meeting_facilitation": ["leaders_toolkit", "meeting_diamond"],
    "process_facilitation": [],
    "project_management": [],
    "dialogue_skills": [],
    "learning_culture": ["talking_about_mistakes"],
    "follow_up_structures": [],
    "frame_direction": [],
    "chain_of_functions": [],
    "relational_coordination": [],
    "trial_concept": [],
    "positive_deviance": [],
    "measuring_tools": [],
    "narrative_perspectives": [],
}

# Rows of departments, trials and sessions carry these keys: a renamed key would orphan them.
KEYS = {
    "factors": [
        "leader_behaviour", "trust_respect", "organisational_support", "habits_routines", "practice_trials",
    ],
    "dimensions": ["vertical", "horizontal"],
    "covers": ["content", "meaning", "collaboration"],
    "forums": [
        "staff_meeting", "trio_meeting", "lmu_meeting", "management_meeting", "theme_day",
        "morning_conference", "other",
    ],
    "committees": [
        "hmu", "lmu", "trio", "slfm", "nursing_council", "consultant_council", "section_leaders",
    ],
    "instruments": ["as_note", "mended"],
    "perspectives": ["learning", "teams"],
}


def quotes() -> dict[str, set[str]]:
    """The note's quotations by section."""
    sections: dict[str, set[str]] = {}
    for line in QUOTES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = sections.setdefault(line[3:], set())
        elif line and not line.startswith("# "):
            section.add(line)
    return sections


def verbatim(of: Pack) -> list[tuple[str, Text]]:
    return [(at, text) for at, text in texts(of) if text.verbatim]


@pytest.mark.parametrize(("at", "text"), verbatim(HEMIDT), ids=[at for at, _ in verbatim(HEMIDT)])
def test_each_verbatim_text_stands_in_its_section_of_the_note(at: str, text: Text) -> None:
    assert text.da in quotes()[text.source or ""]


def test_no_quotation_of_the_note_is_left_out() -> None:
    quoted: dict[str, set[str]] = {}
    for _, text in verbatim(HEMIDT):
        quoted.setdefault(text.source or "", set()).add(text.da)
    assert quoted == quotes()


def test_verbatim_wording_changes_only_by_a_new_version() -> None:
    wording = "\n".join(f"{at}\t{text.da}" for at, text in verbatim(HEMIDT))
    assert hashlib.sha256(wording.encode()).hexdigest()[:16] == VERBATIM_SUMS.get(HEMIDT.version), (
        "verbatim wording differs: raise the pack's version and add its sum"
    )


def test_the_annex_has_15_tools_with_5_sub_items_in_its_order() -> None:
    order = [key for top, subs in TOOLS.items() for key in (top, *subs)]
    parents = {sub: top for top, subs in TOOLS.items() for sub in subs}
    assert (len(TOOLS), len(parents)) == (15, 5)
    assert list(HEMIDT.tool_keys()) == order
    assert {tool.key: tool.parent for tool in HEMIDT.tools} == {key: parents.get(key) for key in order}
    assert all(tool.title.verbatim and len(tool.how) == 3 for tool in HEMIDT.tools)


def test_keys_are_stable() -> None:
    assert {
        "factors": list(HEMIDT.factor_keys()),
        "dimensions": list(HEMIDT.dimension_keys()),
        "covers": list(HEMIDT.cover_keys()),
        "forums": list(HEMIDT.forum_keys()),
        "committees": [each.key for each in HEMIDT.committees],
        "instruments": [each.key for each in HEMIDT.instruments],
        "perspectives": [each.key for each in HEMIDT.about.perspectives],
    } == KEYS


def test_every_text_is_translated() -> None:
    same = {text.da for _, text in texts(HEMIDT) if text.da == text.en}
    assert same <= {
        "Hospitalsenhed Midt", "HE Midt", "HMU", "LMU", "TRIO", "SLFM", "AMiR", "TR", "MED", "HR",
    }
    assert not [at for at, text in texts(HEMIDT) if set(text.en.lower()) & set("æøå")]


def test_own_words_are_marked_as_such_where_misprints_are_mended() -> None:
    noted, mended = (
        {each.key: each.text for each in instrument.statements} for instrument in HEMIDT.instruments
    )
    changed = {key for key in noted if noted[key].da != mended[key].da}
    assert changed == {"q2", "q6"}
    assert "let ved at løse" in mended["q2"].da
    assert "Ingen vil bevidst handle" in mended["q6"].da
    assert {key for key, text in mended.items() if not text.verbatim} == changed
    assert all(text.verbatim for text in noted.values())


def test_seven_statements_none_turned_on_one_scale() -> None:
    for instrument in HEMIDT.instruments:
        assert [each.key for each in instrument.statements] == [f"q{n}" for n in range(1, 8)]
        assert instrument.worded == "positive"
    scale = HEMIDT.scale
    assert (scale.low, scale.high) == (1, 7)
    assert (scale.low_label.da, scale.high_label.da, scale.dont_know.da) == (
        "Helt uenig", "Helt enig", "Ved ikke",
    )
    assert [card.statement for card in HEMIDT.dialogue.cards] == [f"q{n}" for n in range(1, 8)]


def test_the_four_sentences_of_the_note_are_cards_with_a_question_each() -> None:
    sentences = HEMIDT.dialogue.sentences
    assert sentences is not None
    teams = next(each for each in HEMIDT.about.perspectives if each.key == sentences.perspective)
    assert [point.da.split()[0] for point in teams.points] == ["Jeg"] * 4
    asked = [each.da for each in (*(card.ask for card in HEMIDT.dialogue.cards), *sentences.asks)]
    assert len(set(asked)) == 11


def test_perspectives_go_by_meaning_not_by_the_swapped_labels() -> None:
    learning, teams = HEMIDT.about.perspectives
    assert "evne til at lære" in learning.text.da
    assert [point.da.startswith("Høj psykologisk tryghed") for point in learning.points] == [True] * 4
    assert "trygt team" in teams.text.da
    assert [point.da.startswith("Jeg ") for point in teams.points] == [True] * 4


def test_is_and_is_not_stand_in_the_pairs_of_the_notes_table() -> None:
    rows = [(len(row.is_items), len(row.is_not_items)) for row in HEMIDT.about.contrasts]
    assert rows == [(3, 3), (1, 1), (2, 1), (1, 1)]
    assert "tillid" in HEMIDT.about.contrasts[2].is_not_items[0].da
    assert "anything goes" in HEMIDT.about.contrasts[3].is_not_items[0].da


def test_a_first_talk_takes_three_quarters_and_covers_all_of_step_1() -> None:
    assert sum(item.minutes for item in HEMIDT.agenda) == 45
    assert {key for item in HEMIDT.agenda for key in item.covers} == set(HEMIDT.cover_keys())


def test_ten_ready_trials_go_on_from_the_forms_words() -> None:
    assert len(HEMIDT.trial_ideas) == 10
    for idea in HEMIDT.trial_ideas:
        for sentence in (idea.change, idea.prediction, idea.measure):
            for wording in (sentence.da, sentence.en):
                assert wording[0].islower(), wording
                assert wording.endswith((".", "?", "”")), wording
                assert not wording.lower().startswith(("vi ", "we ")), wording
        assert idea.factors
        assert idea.tools
    assert {factor for idea in HEMIDT.trial_ideas for factor in idea.factors} == set(HEMIDT.factor_keys())


def test_each_factor_finds_tools() -> None:
    assert {factor for tool in HEMIDT.tools for factor in tool.factors} == set(HEMIDT.factor_keys())


def test_a_second_pack_has_its_own_words_for_everything() -> None:
    small = pack(SMALL)
    assert small.key == "small"
    assert small.cover_keys() == ("what", "why")
    assert small.scale.high == 5
    ours = {text.da for _, text in texts(HEMIDT)}
    assert not ours & {text.da for _, text in texts(small)}


def test_no_code_repeats_a_wording_of_the_note() -> None:
    title = HEMIDT.note.title.da  # named as the source in comments
    wordings = {text.da for _, text in verbatim(HEMIDT) if len(text.da) > 15} - {title}
    # What the demo hospital's people wrote may well sound like the note.
    paths = [path for path in BACKEND.rglob("*.py") if "demo" not in str(path.relative_to(BACKEND))]
    assert len(paths) > 5
    assert not [
        (path.name, each) for path in paths for each in wordings if each in path.read_text(encoding="utf-8")
    ]


def test_contrast_is_that_of_wcag() -> None:
    assert round(checking.contrast("#ffffff", "#000000"), 1) == 21.0
    assert round(checking.contrast("#0b5a6e", "#ffffff"), 1) == 7.8
    assert round(checking.contrast("#ffffff", "#8e8e8e"), 1) == 3.3


def test_every_pack_that_comes_along_is_whole() -> None:
    names = [path.name for path in PACKS.iterdir() if path.is_dir()]
    assert "hemidt" in names
    assert [pack(name).key for name in names] == names
    assert pack("hemidt") is pack("hemidt")


def test_each_file_says_nothing_twice() -> None:
    files = [tomllib.loads(path.read_text("utf-8")) for path in (PACKS / "hemidt").glob("*.toml")]
    parts = [part for file in files for part in file]
    assert len(parts) == len(set(parts))
