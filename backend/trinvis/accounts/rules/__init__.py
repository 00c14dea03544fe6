"""What an imported table of people and roles would change. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trinvis.access import Role
from trinvis.accounts.rules.cells import Held, Key, is_address, understand
from trinvis.departments.rules.cells import Wrong

__all__ = ["Known", "Plan", "Spot", "Stands", "is_address", "last_day", "plan"]


@dataclass(frozen=True, slots=True)
class Stands:
    """A role as it stands in the database. `deputy`: somebody's for a time, which no file knows of."""

    title: str | None
    valid_from: date | None
    valid_to: date | None
    deputy: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A person as she stands. `within`: none of her roles lies beyond the reach of whoever imports."""

    name: str
    left: bool = False
    within: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """A node of the tree, where roles are held."""

    name: str = ""
    closed: bool = False
    within: bool = True
    walks: bool = False


@dataclass(slots=True)
class Plan:
    """What the file would do. Nothing is done if there is an error.

    `changed`: the row and field -> (was, becomes); `people_*`: e-mail -> name, with the row for the
    renamed and returned; `ended`: roles that a file of the whole organisation does not have.
    """

    added: list[Held] = dataclasses.field(default_factory=list)
    changed: list[tuple[Held, dict[str, tuple[object, object]]]] = dataclasses.field(default_factory=list)
    ended: list[Key] = dataclasses.field(default_factory=list)
    people_added: dict[str, str] = dataclasses.field(default_factory=dict)
    people_renamed: dict[str, tuple[int, str, str]] = dataclasses.field(default_factory=dict)
    people_returned: dict[str, int] = dataclasses.field(default_factory=dict)
    unchanged: int = 0
    errors: list[Wrong] = dataclasses.field(default_factory=list)
    warnings: list[Wrong] = dataclasses.field(default_factory=list)


def plan(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    people: Mapping[str, Known],
    roles: Mapping[Key, Stands],
    spots: Mapping[str, Spot],
    *,
    today: date,
    whole: bool = False,
    me: str | None = None,
) -> Plan:
    """What the rows would add and change; absence of a person or role changes nothing.

    `people`: by e-mail; `spots`: the tree by code; `whole`: the file has everybody, so that roles it
    lacks end; `me`: e-mail of whoever imports, who keeps what lets her do so.
    """
    held, errors = understand(rows)
    result = Plan(errors=errors)
    first: dict[Key, int] = {}
    for one in held:
        if one.key in first:
            facts = {"value": one.email, "first": first[one.key]}
            errors.append(Wrong(one.row, "role", "duplicate", facts, one.name))
            continue
        first[one.key] = one.row
        wrong = _place_wrong(one, spots.get(one.code))
        errors += wrong
        if not wrong:
            _compare(one, roles.get(one.key), spots[one.code], result)
    _compare_people(held, people, today, result)
    if whole:
        _end(set(first), roles, spots, today, result)
    after = _after(roles, result)
    _stay_in(me, roles, after, today, result)
    result.warnings += _without_department(after, people, today, result)
    result.warnings += _without_leader(held, after, spots, today, result)
    errors.sort(key=lambda wrong: wrong.row)
    return result


def _place_wrong(one: Held, spot: Spot | None) -> list[Wrong]:
    problem = "unknown_code" if spot is None else "closed_code" if spot.closed else None
    return [Wrong(one.row, "department", problem, {"value": one.code}, one.name)] if problem else []


def _compare(one: Held, stands: Stands | None, spot: Spot, result: Plan) -> None:
    if stands is not None:
        kept = {name: getattr(stands, name) for name in one.silent}
        one = dataclasses.replace(one, title=one.title or stands.title, **kept)
        fields = ("title", "valid_from", "valid_to")
        changes = {
            f: (getattr(stands, f), getattr(one, f)) for f in fields if getattr(stands, f) != getattr(one, f)
        }
        if not changes:
            result.unchanged += 1
            return
    if stands and stands.valid_to and one.valid_from and one.valid_from > stands.valid_to:
        stands = None  # held before, and begun anew: another role
    if not spot.within:
        result.errors.append(Wrong(one.row, "department", "outside", {"value": one.code}, one.name))
    elif stands is None:
        result.added.append(one)
    else:
        if one.valid_from and one.valid_to and one.valid_to < one.valid_from:
            # Only one of the two dates has a column, and the other one stands.
            result.errors.append(
                Wrong(one.row, "to", "before_from", {"value": f"{one.valid_to:%d-%m-%Y}"}, one.name)
            )
            return
        result.changed.append((one, changes))


def _compare_people(held: Sequence[Held], people: Mapping[str, Known], today: date, result: Plan) -> None:
    names: dict[str, Held] = {}
    for one in held:
        first = names.setdefault(one.email, one)
        if first.name != one.name:
            facts = {"value": one.name, "other": first.name, "first": first.row}
            result.errors.append(Wrong(one.row, "name", "two_names", facts, one.name))
        known = people.get(one.email)
        if known and known.left and (one.valid_to is None or one.valid_to >= today):
            result.people_returned.setdefault(one.email, one.row)
    for email, one in names.items():
        known = people.get(email)
        if known is None:
            result.people_added[email] = one.name
        elif known.name != one.name and known.within:
            result.people_renamed[email] = (one.row, known.name, one.name)
        elif known.name != one.name:
            result.errors.append(Wrong(one.row, "name", "named_otherwise", {"value": one.name}, one.name))


def _end(
    named: set[Key], roles: Mapping[Key, Stands], spots: Mapping[str, Spot], today: date, result: Plan
) -> None:
    """End what the whole organisation's file does not have. What begins later is left to be decided."""
    for key, stands in roles.items():
        over = stands.valid_to is not None and stands.valid_to < today
        if key in named or over or stands.deputy or not spots[key[2]].within:
            continue
        if stands.valid_from and stands.valid_from > today:
            facts = {"value": key[0], "role": key[1].value, "from": stands.valid_from.isoformat()}
            result.warnings.append(Wrong(0, "role", "begins_later", facts, key[0]))
        else:
            result.ended.append(key)


def last_day(valid_from: date | None, today: date) -> date:
    """The last day of a role that a file ends: yesterday, but never before its first."""
    yesterday = date.fromordinal(today.toordinal() - 1)
    return max(valid_from, yesterday) if valid_from else yesterday


def _after(roles: Mapping[Key, Stands], result: Plan) -> dict[Key, date | None]:
    """Last day of every role as the file would leave it."""
    after = {key: stands.valid_to for key, stands in roles.items()}
    after |= {one.key: one.valid_to for one in result.added}
    after |= {one.key: one.valid_to for one, _ in result.changed}
    return after | dict.fromkeys(result.ended, date.min)


def _goes_on(last: date | None, today: date) -> bool:
    return last is None or last >= today


def _stay_in(
    me: str | None,
    roles: Mapping[Key, Stands],
    after: Mapping[Key, date | None],
    today: date,
    result: Plan,
) -> None:
    """Nobody imports herself out, and somebody is left who can administrate."""
    left = {key for key, last in after.items() if key[1] == Role.ADMIN and _goes_on(last, today)}
    mine = [
        key
        for key, stands in roles.items()
        if key[0] == me and key[1] == Role.ADMIN and _goes_on(stands.valid_to, today)
    ]
    rows = {one.key: one.row for one, _ in result.changed}
    for key in mine:
        if key not in left:
            result.errors.append(Wrong(rows.get(key, 0), "role", "own_role", {"value": key[0]}, key[0]))
    had = any(key[1] == Role.ADMIN and _goes_on(stands.valid_to, today) for key, stands in roles.items())
    if had and not left and not mine:
        result.errors.append(Wrong(0, "role", "no_admin", {"value": ""}))


def _without_department(
    after: Mapping[Key, date | None], people: Mapping[str, Known], today: date, result: Plan
) -> list[Wrong]:
    """People who would hold no role any more."""
    still = {key[0] for key, last in after.items() if _goes_on(last, today)}
    rows = {one.email: one.row for one, _ in result.changed}
    touched = dict.fromkeys([*(key[0] for key in result.ended), *rows])
    return [
        Wrong(rows.get(email, 0), "email", "no_department", {"value": email}, people[email].name)
        for email in touched
        if email not in still and email in people
    ]


def _without_leader(
    held: Sequence[Held],
    after: Mapping[Key, date | None],
    spots: Mapping[str, Spot],
    today: date,
    result: Plan,
) -> list[Wrong]:
    """Walking nodes of the file that nobody leads."""
    leading = (Role.LEADER, Role.SECTION_LEADER)
    led = {key[2] for key, last in after.items() if key[1] in leading and _goes_on(last, today)}
    touched = dict.fromkeys([*(one.code for one in held), *(key[2] for key in result.ended)])
    return [
        Wrong(0, "role", "no_leader", {"value": code}, spots[code].name)
        for code in touched
        if code not in led and code in spots and spots[code].walks and not spots[code].closed
    ]
