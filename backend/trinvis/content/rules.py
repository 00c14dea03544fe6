"""What a content pack is made of, and what may be looked up in it.

A pack is all wording of one installation: names, definition, factors, steps, statements, tools.
The classes below are its form; `reading.py` turns loaded files into them. Nothing knows a word of it.

Source of the first pack: the note "Psykologisk tryghed med hjerne, hjerte og vilje" (HE Midt).
"""

from dataclasses import dataclass
from typing import Literal

from trinvis.content.colours.rules import Colours

Length = Literal["two_weeks", "four_weeks", "three_months"]


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in both languages.

    `verbatim` is about the Danish: true means it is quoted as it stands, misprints and all, from
    the section `source`; false means our own words, where `source` (if any) is what they retell.
    """

    da: str
    en: str
    verbatim: bool
    source: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A text under a key: a section of the note, a kind of meeting, a statement."""

    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class Topic:
    """A title with a short text: a purpose, a factor."""

    key: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Note:
    """The decision the work follows."""

    title: Text
    subtitle: Text
    sections: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose installation this is: its name and colours."""

    name: Text
    short_name: Text
    motto: Text
    colours: Colours


@dataclass(frozen=True, slots=True)
class Name:
    """A committee or an abbreviation; `expansion` is written out at first use, where there is one."""

    key: str
    name: Text
    expansion: Text | None


@dataclass(frozen=True, slots=True)
class Contrast:
    """One row of the table of what psychological safety is, and what it is not."""

    is_items: tuple[Text, ...]
    is_not_items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Perspective:
    """A context psychological safety is seen in; `points` are a list read after `lead`."""

    key: str
    title: Text
    text: Text
    lead: Text
    points: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What psychological safety is, and why this organisation works with it."""

    mandate: Text
    background: Text
    purposes: tuple[Topic, ...]
    purposes_together: Text
    definition: Text
    contrasts: tuple[Contrast, ...]
    perspectives: tuple[Perspective, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """`label` is the short form on chips and in lists."""

    key: str
    title: Text
    label: Text
    text: Text


@dataclass(frozen=True, slots=True)
class StepPart:
    """Something a step contains; `quote` is how the note names it, where it has words for it."""

    key: str
    label: Text
    quote: Text | None


@dataclass(frozen=True, slots=True)
class Step:
    """`name` is the short title on the step path, `question` what the step asks a department."""

    number: int
    title: Text
    name: Text
    question: Text
    quote: Text | None
    parts: tuple[StepPart, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """`covers` are parts of step 1 that this item deals with."""

    minutes: int
    text: Text
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrackItem:
    """`talks_to` are committees (keys) that a talk is planned for."""

    key: str
    label: Text
    talks_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A track of the organisation's own work beside the departments' steps."""

    number: int
    title: Text
    items: tuple[TrackItem, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers from `low` to `high`; `dont_know` stands outside them."""

    prompt: Text
    low: int
    high: int
    low_label: Text
    high_label: Text
    dont_know: Text


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of the statements. All are worded so that agreeing is the safe end: none is turned."""

    key: str
    label: Text
    worded: Literal["positive"]
    statements: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as a card on the table, with one question that opens the talk."""

    statement: str
    ask: Text


@dataclass(frozen=True, slots=True)
class SentenceCards:
    """A perspective's points as cards too; `asks` has a question for each of them, in order."""

    perspective: str
    title: Text
    asks: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The statements as cards for a talk, and other sentences if there are any; no answer is stored."""

    title: Text
    intro: Text
    how: tuple[Text, ...]
    cards: tuple[Card, ...]
    sentences: SentenceCards | None


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool of the annex. `parent` is the tool it is a sub-item of; `when` and `how` are the long text."""

    key: str
    parent: str | None
    title: Text
    summary: Text
    when: Text
    how: tuple[Text, ...]
    factors: tuple[str, ...]
    dimensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialIdea:
    """A ready trial: each sentence continues the form's own opening ("Vi prøver ...")."""

    key: str
    title: Text
    change: Text
    prediction: Text
    measure: Text
    length: Length
    factors: tuple[str, ...]
    dimensions: tuple[str, ...]
    tools: tuple[str, ...]


# Compared by identity: hashing all its texts to find a ready reply would cost more than the reply.
@dataclass(frozen=True, eq=False)
class Pack:
    """The wording of one installation. `version` rises whenever a verbatim wording changes."""

    key: str
    version: int
    product: str
    organisation: Organisation
    note: Note
    committees: tuple[Name, ...]
    abbreviations: tuple[Name, ...]
    about: About
    factors: tuple[Topic, ...]
    dimensions: tuple[Dimension, ...]
    steps: tuple[Step, ...]
    forums: tuple[Entry, ...]
    agenda: tuple[AgendaItem, ...]
    tracks: tuple[Track, ...]
    scale: Scale
    instruments: tuple[Instrument, ...]
    dialogue: Dialogue
    tools: tuple[Tool, ...]
    trial_ideas: tuple[TrialIdea, ...]

    def factor_keys(self) -> tuple[str, ...]:
        """The factors, in the pack's order."""
        return tuple(factor.key for factor in self.factors)

    def dimension_keys(self) -> tuple[str, ...]:
        """The dimensions, in the pack's order."""
        return tuple(dimension.key for dimension in self.dimensions)

    def tool_keys(self) -> tuple[str, ...]:
        """All tools, sub-items included."""
        return tuple(tool.key for tool in self.tools)

    def forum_keys(self) -> tuple[str, ...]:
        """The meetings a discussion may be held in."""
        return tuple(forum.key for forum in self.forums)

    def cover_keys(self) -> tuple[str, ...]:
        """What held sessions must cover together before step 1 is done."""
        return tuple(part.key for step in self.steps if step.number == 1 for part in step.parts)

    def tool(self, key: str) -> Tool | None:
        """The tool of that key, if there is one."""
        return next((tool for tool in self.tools if tool.key == key), None)
