"""What must hold across a whole content pack, once each of its fields has the right form. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from re import fullmatch

from trinvis.content.colours.rules import Palette
from trinvis.content.rules import Pack, Text

Report = Callable[[str, str], None]
"""Takes the field a problem is at, and its remedy."""

# WCAG 2.2 AA for text, and for marks that carry meaning; a public body may not go below.
TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0


def check(pack: Pack, report: Report) -> None:
    """Report every fault of references, keys, sources, scale and colours."""
    _keys(pack, report)
    _references(pack, report)
    _sources(pack, report)
    _survey(pack, report)
    _steps(pack, report)
    for name in ("light", "dark"):
        _colours(getattr(pack.organisation.colours, name), f"organisation.colours.{name}", report)


def texts(value: object, at: str = "") -> Iterator[tuple[str, Text]]:
    """Every text within `value`, with the path to its field as error messages write it."""
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value, start=1):
            yield from texts(each, f"{at}[{index}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{at}.{field.name}" if at else field.name)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours #rrggbb, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _keys(pack: Pack, report: Report) -> None:
    lists: dict[str, Iterable[str]] = {
        "note.sections": (each.key for each in pack.note.sections),
        "committees": (each.key for each in pack.committees),
        "abbreviations": (each.key for each in pack.abbreviations),
        "about.purposes": (each.key for each in pack.about.purposes),
        "about.perspectives": (each.key for each in pack.about.perspectives),
        "factors": pack.factor_keys(),
        "dimensions": pack.dimension_keys(),
        "forums": pack.forum_keys(),
        "instruments": (each.key for each in pack.instruments),
        "tools": pack.tool_keys(),
        "trial_ideas": (each.key for each in pack.trial_ideas),
    }
    for n, step in enumerate(pack.steps, start=1):
        lists[f"steps[{n}].parts"] = (each.key for each in step.parts)
    for n, track in enumerate(pack.tracks, start=1):
        lists[f"tracks[{n}].items"] = (each.key for each in track.items)
    for n, instrument in enumerate(pack.instruments, start=1):
        lists[f"instruments[{n}].statements"] = (each.key for each in instrument.statements)
    for at, keys in lists.items():
        seen: set[str] = set()
        for index, key in enumerate(keys, start=1):
            if not fullmatch(r"[a-z][a-z0-9_]{0,39}", key):
                report(f"{at}[{index}].key", "write a-z, digits and _, a letter first, at most 40")
            if key in seen:
                report(f"{at}[{index}].key", f"'{key}' is used twice: give each its own key")
            seen.add(key)
        if not seen:
            report(at, "is empty: write at least one")


def _references(pack: Pack, report: Report) -> None:
    factors, dimensions, tools = pack.factor_keys(), pack.dimension_keys(), pack.tool_keys()
    for index, item in enumerate(pack.agenda, start=1):
        _known(item.covers, pack.cover_keys(), f"agenda[{index}].covers", report)
        if item.minutes < 1:
            report(f"agenda[{index}].minutes", "write a number of minutes, 1 or more")
    committees = tuple(committee.key for committee in pack.committees)
    for number, track in enumerate(pack.tracks, start=1):
        for index, entry in enumerate(track.items, start=1):
            _known(entry.talks_to, committees, f"tracks[{number}].items[{index}].talks_to", report)
    tops = tuple(tool.key for tool in pack.tools if tool.parent is None)
    for index, tool in enumerate(pack.tools, start=1):
        at = f"tools[{index}]"
        _known(tool.factors, factors, f"{at}.factors", report)
        _known(tool.dimensions, dimensions, f"{at}.dimensions", report)
        _known((tool.parent,) if tool.parent else (), tops, f"{at}.parent", report)
    for index, idea in enumerate(pack.trial_ideas, start=1):
        at = f"trial_ideas[{index}]"
        _known(idea.factors, factors, f"{at}.factors", report)
        _known(idea.dimensions, dimensions, f"{at}.dimensions", report)
        _known(idea.tools, tools, f"{at}.tools", report)
    for index, card in enumerate(pack.dialogue.cards, start=1):
        for instrument in pack.instruments:
            keys = tuple(statement.key for statement in instrument.statements)
            _known((card.statement,), keys, f"dialogue.cards[{index}].statement", report)
    _sentences(pack, report)


def _sentences(pack: Pack, report: Report) -> None:
    sentences = pack.dialogue.sentences
    if sentences is None:
        return
    points = {each.key: len(each.points) for each in pack.about.perspectives}
    _known((sentences.perspective,), tuple(points), "dialogue.sentences.perspective", report)
    wanted = points.get(sentences.perspective, len(sentences.asks))
    if len(sentences.asks) != wanted:
        report("dialogue.sentences.asks", f"write a question for each of the {wanted} points, in their order")


def _known(keys: Iterable[str], known: tuple[str, ...], at: str, report: Report) -> None:
    for key in keys:
        if key not in known:
            report(at, f"'{key}' is not known: write one of {', '.join(known)}")


def _sources(pack: Pack, report: Report) -> None:
    sections = tuple(section.key for section in pack.note.sections)
    for at, text in texts(pack):
        if text.source is not None:
            _known((text.source,), sections, f"{at}.source", report)
        elif text.verbatim:
            report(f"{at}.source", "is missing: a quotation names its section of the note")


def _survey(pack: Pack, report: Report) -> None:
    if not 1 <= pack.scale.low < pack.scale.high <= 10:
        report("scale.high", "write whole numbers with 1 <= low < high <= 10")
    first = pack.instruments[0].statements if pack.instruments else ()
    keys = tuple(statement.key for statement in first)
    for index, instrument in enumerate(pack.instruments, start=1):
        if tuple(statement.key for statement in instrument.statements) != keys:
            report(
                f"instruments[{index}].statements",
                "has other keys than the first version: versions differ in wording, not in what is asked",
            )


def _steps(pack: Pack, report: Report) -> None:
    # The steps are code; a pack only words them.
    if tuple(step.number for step in pack.steps) != (1, 2, 3):
        report("steps", "write exactly the steps numbered 1, 2 and 3, in this order")


def _colours(palette: Palette, at: str, report: Report) -> None:
    faulty = [f.name for f in fields(palette) if not fullmatch(r"#[0-9a-f]{6}", getattr(palette, f.name))]
    for name in faulty:
        report(f"{at}.{name}", "write a colour as #rrggbb in small letters")
    if faulty:
        return
    pairs = (
        ("accent", palette.ground, TEXT_CONTRAST), ("accent", palette.accent_tint, TEXT_CONTRAST),
        ("warm", palette.ground, TEXT_CONTRAST), ("warm", palette.warm_tint, TEXT_CONTRAST),
        ("warm_mark", palette.ground, MARK_CONTRAST),
    )
    for name, ground, least in pairs:
        ratio = contrast(getattr(palette, name), ground)
        if ratio < least:
            report(f"{at}.{name}", f"contrast on {ground} is {ratio:.1f}: take one with at least {least}")
