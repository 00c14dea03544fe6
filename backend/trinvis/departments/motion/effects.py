"""What a change does to nodes, rows and readers, told from the tree before and after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from trinvis.departments.following import Shift, Told
from trinvis.departments.motion.rules import Meaning
from trinvis.departments.tree.rules import WALKS, Tree


def tell(shift: Shift, before: Tree, meaning: Meaning, told: Told) -> None:
    """Add nodes, readers and rows to what is told of the change."""
    told.nodes += [_node(shift, before, each.id, "opens") for each in meaning.made]
    told.nodes += [_node(shift, before, each, "closes") for each in meaning.closed]
    told.nodes += [_node(shift, before, each, "moves") for each in meaning.moved]
    others = [each for each in shift.touched if each not in meaning.moved and each not in meaning.closed]
    told.nodes += [_node(shift, before, each, "walks") for each in others]
    told.readers += _readers(shift, before, meaning)
    told.rows += _rows(shift, before)


def _node(shift: Shift, before: Tree, node: UUID, what: str) -> dict[str, Any]:
    def name(other: UUID | None) -> dict[str, Any] | None:
        return shift.name(other) if other else None

    was, now = before.nodes.get(node), shift.nodes[node]
    walked, walks = shift.walked(node), None if now.closed else shift.walks(node)
    same = was is not None and walked == walks
    return {
        "node": shift.name(node),
        "what": what,
        "parent_before": name(was.parent_id) if was else None,
        "parent_after": name(now.parent_id) if not now.closed else None,
        "walking_before": None if same else name(walked),
        "walking_after": None if same else name(walks),
    }


def _readers(shift: Shift, before: Tree, meaning: Meaning) -> list[dict[str, Any]]:
    def line(what: str, of: UUID, by: UUID | None = None) -> dict[str, Any]:
        return {"what": what, "of": shift.name(of), "by": shift.name(by) if by else None}

    found = [
        line("reads_shared", closed, by) for closed, after in meaning.successors.items() for by in after
    ]
    for node in meaning.moved:
        was = before.nodes[node].parent_id
        found.append(line("reads_shared", node, shift.nodes[node].parent_id))
        found.append(line("no_longer", node, was))
    for node in _open(shift, shift.touched):
        # Whoever belongs to a section that follows reads the plan of the department it follows.
        walked, walks = shift.walked(node), shift.walks(node)
        if walks and walks != node:
            found.append(line("reads_shared", walks, node))
        if walked and walked != node:
            found.append(line("no_longer", walked, node))
    found += [line("candid_stays", node) for node in (*meaning.successors, *meaning.moved)]
    return found


def _open(shift: Shift, nodes: Iterable[UUID]) -> list[UUID]:
    return [node for node in nodes if not shift.nodes[node].closed]


def _rows(shift: Shift, before: Tree) -> list[dict[str, Any]]:
    def walking(nodes: Any) -> set[UUID]:
        return {node.id for node in nodes.values() if node.walks == WALKS and not node.closed}

    was, now = walking(before.nodes), walking(shift.nodes)
    return [
        *({"department": shift.name(node), "becomes": "appears"} for node in sorted(now - was)),
        *({"department": shift.name(node), "becomes": "ends"} for node in sorted(was - now)),
    ]
