"""What a change of the tree means, and what refuses it. Pure.

A change is understood as a `Meaning`: which nodes are made, move, close or take another way through the
steps. The tree that follows is derived from it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from trinvis.departments.tree.rules import FOLLOWS, WALKS, Stand, Tree
from trinvis.errors import Code, Refused

NAME_LENGTH, CODE_LENGTH, MOST_HEADS = 200, 40, 100_000
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
"""Days outside are typing errors."""


# ---- what refuses a change


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a change cannot be done. `later`: it may be gone by the day for which it is planned."""

    code: Code
    facts: Mapping[str, object] = field(default_factory=dict)
    later: bool = False


def wrong(name: str, problem: str, **facts: object) -> Obstacle:
    """A field that cannot be so."""
    return Obstacle(Code.INVALID, {"errors": [{"field": name, "problem": problem, **facts}]})


def raise_first(obstacles: Sequence[Obstacle], *, planned: bool = False) -> None:
    """Refuse with the first obstacle; for a planned change only with what no day takes away."""
    standing = [each for each in obstacles if not (planned and each.later)]
    errors: list[object] = []
    for each in standing:
        found = each.facts.get("errors", [])
        errors += found if isinstance(found, list) else []
    if errors:
        raise Refused(Code.INVALID, errors=errors)
    if standing:
        raise Refused(standing[0].code, **standing[0].facts)


# ---- what a change means


@dataclass(slots=True)
class Meaning:
    """What happens to which nodes.

    `closed`: node -> the one that takes what is open there (None: nothing may be). `successors`: node ->
    those that continue it. `moved`: node -> its new parent. `begin_anew`: roles at the closed nodes begin
    anew at the one that takes over; else they end.
    """

    made: list[Stand] = field(default_factory=list)
    moved: dict[UUID, UUID] = field(default_factory=dict)
    walks: dict[UUID, str] = field(default_factory=dict)
    closed: dict[UUID, UUID | None] = field(default_factory=dict)
    successors: dict[UUID, list[UUID]] = field(default_factory=dict)
    begin_anew: bool = False
    obstacles: list[Obstacle] = field(default_factory=list)

    def applied(self, tree: Tree) -> Tree:
        """The tree as it then stands."""
        nodes = dict(tree.nodes) | {node.id: node for node in self.made}
        for node_id, parent in self.moved.items():
            nodes[node_id] = dataclasses.replace(nodes[node_id], parent_id=parent, position="")
        for node_id, walks in self.walks.items():
            nodes[node_id] = dataclasses.replace(nodes[node_id], walks=walks)
        for node_id in self.closed:
            nodes[node_id] = dataclasses.replace(nodes[node_id], closed=True)
        return Tree(nodes.values())


@dataclass(frozen=True, slots=True)
class NewNode:
    """A node that a change makes, as it is asked for."""

    id: UUID
    code: str
    name: str
    kind: str | None = None
    parent_id: UUID | None = None


def move(tree: Tree, node: UUID, parent: UUID) -> Meaning:
    """The node stands beneath another parent from now on, with everything beneath it."""
    found = Meaning(obstacles=_stands(tree, node, "root"))
    found.obstacles += _receives(tree, parent, "parent_id", not_in=tree.subtree(node))
    if tree.nodes[node].parent_id == parent:
        found.obstacles.append(wrong("parent_id", "unchanged"))
    if not found.obstacles:
        found.moved[node] = parent
        found.obstacles += _followers(tree, found, "parent_id")
    return found


def close(tree: Tree, node: UUID, hand_to: UUID | None) -> Meaning:
    """The node is no more; what is beneath it moves to `hand_to`, or has been closed before."""
    found = Meaning(obstacles=_stands(tree, node, "root"))
    if hand_to is not None:
        found.obstacles += _receives(tree, hand_to, "hand_to", not_in=tree.subtree(node))
    if found.obstacles:
        return found
    found.closed[node] = hand_to
    if hand_to is not None:
        found.successors[node] = [hand_to]
        found.moved = {child.id: hand_to for child in tree.children(node) if not child.closed}
        found.obstacles += _followers(tree, found, "hand_to")
    return found


def merge(
    tree: Tree, node: UUID, others: Sequence[UUID], target: UUID | None, new: NewNode | None
) -> Meaning:
    """The node and the others become one of them, or a new one."""
    parties = [node, *others]
    found = Meaning(obstacles=_stands(tree, node) + _parties(tree, parties))
    if (target is None) == (new is None):
        found.obstacles.append(wrong("target_id", "missing"))
    if found.obstacles:
        return found
    closing = [party for party in parties if party != target]
    if any(tree.nodes[party].parent_id is None for party in closing):
        found.obstacles.append(Obstacle(Code.WRONG_STATE, {"state": "root"}))
    goes_to = _new(tree, found, new, node, parties, "new") if new else _one_of(tree, found, target, parties)
    if found.obstacles or goes_to is None:
        return found
    found.begin_anew = True
    found.closed = dict.fromkeys(closing, goes_to)
    found.successors = {party: [goes_to] for party in closing}
    for party in closing:
        going = [each.id for each in tree.children(party) if not each.closed and each.id not in parties]
        found.moved |= dict.fromkeys(going, goes_to)
    found.obstacles += _followers(tree, found, "new.parent_id" if new else "target_id")
    return found


def _parties(tree: Tree, parties: Sequence[UUID]) -> list[Obstacle]:
    found: list[Obstacle] = []
    for other in parties[1:]:
        if other not in tree.nodes:
            found.append(wrong("with_ids", "unknown"))
        elif tree.nodes[other].closed:
            found.append(wrong("with_ids", "closed", department=tree.nodes[other].name))
    if len(set(parties)) < len(parties):
        found.append(wrong("with_ids", "duplicate"))
    return found


def _one_of(tree: Tree, found: Meaning, target: UUID | None, parties: Sequence[UUID]) -> UUID | None:
    """The target, if it is one of the parties and would not stand beneath a closed one."""
    if target is None or target not in parties:
        found.obstacles.append(wrong("target_id", "not_a_party"))
        return None
    over = [tree.nodes[each].name for each in tree.above(target) if each in parties]
    if over:
        found.obstacles.append(wrong("target_id", "own_subtree", department=over[0]))
    return target


def goes_on(tree: Tree, parties: Sequence[UUID], round_from: UUID | None) -> list[Obstacle]:
    """Whether the round that is to go on is an open one of a party."""
    if round_from is None or (round_from in parties and tree.nodes[round_from].has_round):
        return []
    return [wrong("round_from", "no_round")]


def split(tree: Tree, node: UUID, parts: Sequence[NewNode], sections: Mapping[UUID, int]) -> Meaning:
    """The node becomes several; its sub-nodes go where they are placed, else to the first."""
    found = Meaning(obstacles=_stands(tree, node, "root"))
    if found.obstacles:
        return found
    beneath = [child.id for child in tree.children(node) if not child.closed]
    if any(each not in beneath for each in sections):
        found.obstacles.append(wrong("sections", "unknown"))
    if any(part >= len(parts) for part in sections.values()):
        found.obstacles.append(wrong("sections", "no_part"))
    for number, part in enumerate(parts):
        _new(tree, found, part, node, [node], f"parts.{number}")
    if found.obstacles:
        return found
    found.begin_anew = True
    found.closed[node] = parts[0].id
    found.successors[node] = [part.id for part in parts]
    found.moved = {each: parts[sections.get(each, 0)].id for each in beneath}
    found.obstacles += _followers(tree, found, "parts")
    return found


def walk(tree: Tree, node: UUID, walks: str) -> Meaning:
    """The node goes through the steps by itself, follows its parent, or stands outside."""
    found = Meaning(obstacles=_stands(tree, node))
    if tree.nodes[node].walks == walks:
        found.obstacles.append(wrong("walks", "unchanged"))
    if not found.obstacles:
        found.walks[node] = walks
        found.obstacles += _followers(tree, found, "walks")
    return found


def made(tree: Tree, new: NewNode, walks: str) -> Meaning:
    """A node is added, last among its siblings."""
    assert new.parent_id is not None
    found = Meaning(obstacles=_receives(tree, new.parent_id, "parent_id"))
    found.obstacles += _code_free(tree, found, new.code, "code")
    if not found.obstacles:
        found.made.append(
            Stand(new.id, new.code, new.name, new.kind or "department", new.parent_id, walks)
        )
        found.obstacles += _followers(tree, found, "walks")
    return found


def code_key(code: str) -> str:
    """Codes are one code whatever their case."""
    return code.strip().upper()


def code_free(tree: Tree, code: str, besides: UUID | None = None) -> bool:
    """Whether no other node has the code, closed ones included: codes are never given twice."""
    return not any(node.code == code and node.id != besides for node in tree.nodes.values())


# ---- parts of it


def _stands(tree: Tree, node: UUID, not_root: str | None = None) -> list[Obstacle]:
    if tree.nodes[node].closed:
        return [Obstacle(Code.WRONG_STATE, {"state": "closed"})]
    if not_root and tree.nodes[node].parent_id is None:
        return [Obstacle(Code.WRONG_STATE, {"state": not_root})]
    return []


def _receives(tree: Tree, node: UUID, name: str, not_in: Collection[UUID] = ()) -> list[Obstacle]:
    """What keeps a node from taking others in."""
    if node not in tree.nodes:
        return [wrong(name, "unknown")]
    if node in not_in:
        return [wrong(name, "own_subtree")]
    if tree.nodes[node].closed:
        return [wrong(name, "closed")]
    return []


def _code_free(tree: Tree, found: Meaning, code: str, name: str) -> list[Obstacle]:
    if code_free(tree, code) and all(node.code != code for node in found.made):
        return []
    return [wrong(name, "taken")]


def _new(
    tree: Tree, found: Meaning, new: NewNode, like: UUID, parties: Sequence[UUID], name: str
) -> UUID:
    """Add a new node to the meaning: like the one that is changed where nothing else is said."""
    model = tree.nodes[like]
    parent = new.parent_id or model.parent_id
    closing = [each for party in parties for each in tree.subtree(party)]
    if parent is None:
        found.obstacles.append(Obstacle(Code.WRONG_STATE, {"state": "root"}))
        return new.id
    found.obstacles += _receives(tree, parent, f"{name}.parent_id", not_in=closing)
    found.obstacles += _code_free(tree, found, new.code, f"{name}.code")
    ways = {tree.nodes[party].walks for party in parties}
    walks = WALKS if WALKS in ways else model.walks
    found.made.append(Stand(new.id, new.code, new.name, new.kind or model.kind, parent, walks))
    return new.id


def _followers(tree: Tree, found: Meaning, name: str) -> list[Obstacle]:
    """Nodes that would follow nobody, and did not before."""
    then = found.applied(tree)
    before, after = tree.derived(), then.derived()
    lost = [
        node.name
        for node in then.nodes.values()
        if node.walks == FOLLOWS
        and not node.closed
        and after[node.id].walking_id is None
        and (node.id not in before or before[node.id].walking_id is not None or node.id in found.walks)
    ]
    return [wrong(name, "follows_nobody", departments=sorted(lost))] if lost else []
