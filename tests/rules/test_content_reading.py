"""A pack with a fault is refused with a message that names file, field and remedy."""

import copy
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from trinvis.content.pack import pack
from trinvis.content.reading import PackError, read_pack

SMALL = Path(__file__).parents[1] / "packs" / "small"
FILES = {path.name: tomllib.loads(path.read_text("utf-8")) for path in SMALL.glob("*.toml")}
GONE: Any = object()
LIGHT, DARK = "organisation.colours.light", "organisation.colours.dark"

OWN = {"da": "Ord", "en": "Word", "verbatim": False}
FACTOR = {"key": "time", "title": OWN, "text": OWN}
SECOND = {"key": "second", "label": OWN, "worded": "positive", "statements": [{"key": "q1", "text": OWN}]}


def problems(changes: dict[str, Any]) -> list[str]:
    """What is said of the small pack after the values at these fields were changed or taken away.

    A field is written as the messages write it: `forums[1].key`.
    """
    files = copy.deepcopy(FILES)
    for field, value in changes.items():
        *way, last = [int(part) - 1 if part.isdigit() else part for part in re.findall(r"\w+", field)]
        part = (way or [last])[0]
        at: Any = next((tables for tables in files.values() if part in tables), files["rest.toml"])
        for part in way:
            at = at[part]
        if value is GONE:
            del at[last]
        elif isinstance(at, list) and last == len(at):
            at.append(value)
        else:
            at[last] = value
    try:
        read_pack("small", files)
    except PackError as error:
        return [str(problem) for problem in error.problems]
    return []


# field that is changed, its new value, where the message puts the fault, a word of the remedy
CASES = [
    ("about.definition.en", GONE, "rest.toml: about.definition.en", "English text"),
    ("about.definition.da", GONE, "rest.toml: about.definition.da", "Danish text"),
    ("about.definition.verbatim", GONE, "rest.toml: about.definition.verbatim", "our own words"),
    ("about.definition.source", GONE, "rest.toml: about.definition.source", "names its section"),
    ("about.definition.source", "end", "rest.toml: about.definition.source", "one of start"),
    ("about.definition.en", " ", "rest.toml: about.definition.en", "is empty"),
    ("about.definition.en", 3, "rest.toml: about.definition.en", "quotation marks"),
    ("about.definition.fr", "Oser", "rest.toml: about.definition.fr", "known: da, en"),
    ("about.definition", "Mod", "rest.toml: about.definition", "write a table"),
    ("note.title.en", GONE, "pack.toml: note.title.en", "English text"),
    ("scale", GONE, "small: scale", "add it"),
    ("scale.high", True, "rest.toml: scale.high", "whole number"),
    ("scale.high", 1, "rest.toml: scale.high", "low < high"),
    ("version", "3", "pack.toml: version", "whole number"),
    ("forums", {}, "rest.toml: forums", "write a list"),
    ("forums", [], "rest.toml: forums", "at least one"),
    ("forums[1].key", "Kaffe!", "rest.toml: forums[1].key", "a-z"),
    ("factors[3]", FACTOR, "rest.toml: factors[3].key", "used twice"),
    ("tools[2].parent", "run", "rest.toml: tools[2].parent", "one of walk"),
    ("tools[1].parent", "short_walk", "rest.toml: tools[1].parent", "not known"),
    ("tools[1].factors", ["mood"], "rest.toml: tools[1].factors", "time, room"),
    ("tools[1].dimensions", ["up"], "rest.toml: tools[1].dimensions", "inward"),
    ("trial_ideas[1].length", "a_year", "rest.toml: trial_ideas[1].length", "two_weeks"),
    ("trial_ideas[1].factors", ["mood"], "rest.toml: trial_ideas[1].factors", "time, room"),
    ("trial_ideas[1].dimensions", ["up"], "rest.toml: trial_ideas[1].dimensions", "inward"),
    ("trial_ideas[1].tools", ["run"], "rest.toml: trial_ideas[1].tools", "walk"),
    ("agenda[1].covers", ["who"], "rest.toml: agenda[1].covers", "what, why"),
    ("agenda[1].minutes", 0, "rest.toml: agenda[1].minutes", "1 or more"),
    ("tracks[1].items[1].talks_to", ["x"], "rest.toml: tracks[1].items[1].talks_to", "council"),
    ("tracks[1].items", [], "rest.toml: tracks[1].items", "at least one"),
    ("steps[3]", GONE, "rest.toml: steps", "1, 2 and 3"),
    ("steps[1].parts", [], "rest.toml: steps[1].parts", "at least one"),
    ("instruments[1].worded", "mixed", "rest.toml: instruments[1].worded", "positive"),
    ("instruments[1].reversed", True, "rest.toml: instruments[1].reversed", "not known"),
    ("instruments[2]", SECOND, "rest.toml: instruments[2].statements", "other keys"),
    ("dialogue.cards[1].statement", "q9", "rest.toml: dialogue.cards[1].statement", "q1"),
    ("dialogue.sentences.perspective", "x", "rest.toml: dialogue.sentences.perspective", "together"),
    ("dialogue.sentences.asks", [], "rest.toml: dialogue.sentences.asks", "each of the 1 points"),
    (f"{LIGHT}.accent", "purple", f"pack.toml: {LIGHT}.accent", "#rrggbb"),
    (f"{DARK}.accent", "#4b2e83", f"pack.toml: {DARK}.accent", "contrast"),
    (f"{LIGHT}.warm", "#b86a00", f"pack.toml: {LIGHT}.warm", "4.5"),
]


def test_the_small_pack_is_whole() -> None:
    assert problems({}) == []
    assert problems({"dialogue.sentences": GONE}) == []


@pytest.mark.parametrize(("field", "value", "where", "remedy"), CASES)
def test_a_fault_is_named(field: str, value: object, where: str, remedy: str) -> None:
    told = problems({field: value})
    assert [each for each in told if each.startswith(f"{where}: ") and remedy in each], told


def test_all_faults_are_told_at_once() -> None:
    told = problems({"scale.low": GONE, "note.title.en": GONE})
    assert {each.split(": ")[1] for each in told} == {"scale.low", "note.title.en"}


def test_a_part_stands_in_one_file_only() -> None:
    files = copy.deepcopy(FILES)
    files["pack.toml"]["forums"] = files["rest.toml"]["forums"]
    with pytest.raises(PackError, match=r"forums: stands in .*toml as well: keep it in one file"):
        read_pack("small", files)


def test_the_message_names_the_pack() -> None:
    with pytest.raises(PackError, match="Content pack 'fjord' cannot be used"):
        read_pack("fjord", {})


def test_a_folder_without_files_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"no \.toml files.*hemidt"):
        pack(str(tmp_path))
    with pytest.raises(PackError, match="no_such_pack"):
        pack("no_such_pack")


@pytest.mark.parametrize("content", [b"key = ", b"key = \"\xe6\""])
def test_a_file_that_is_no_toml_is_told_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pack.toml").write_bytes(content)
    with pytest.raises(PackError, match=r"pack\.toml: file: is no TOML in UTF-8"):
        pack(str(tmp_path))
