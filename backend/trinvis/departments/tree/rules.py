"""Where every node of the tree stands, whose steps it takes part in, what its readers inherit. Pure.

It is derived from parents and order, never adjusted: what a preview says of a tree is what is then kept.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

WALKS, FOLLOWS, OUTSIDE = "walks", "follows", "outside"


@dataclass(frozen=True, slots=True)
class Stand:
    """A node as the rules need it. `position` is empty for whoever comes last among its siblings."""

    id: UUID
    code: str
    name: str
    kind: str
    parent_id: UUID | None
    walks: str
    closed: bool = False
    position: str = ""
    has_round: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows for a node from the tree: kept in its row, never decided."""

    path: str
    position: str
    walking_id: UUID | None
    inherits: tuple[str, ...] = ()


class Tree:
    """Nodes by id, and what stands beneath each in the organisation's order."""

    def __init__(self, nodes: Iterable[Stand]) -> None:
        self.nodes = {node.id: node for node in nodes}
        self._beneath: dict[UUID | None, list[Stand]] = {}
        # A node without a position would sort first: it belongs after its siblings.
        for node in sorted(self.nodes.values(), key=lambda each: (not each.position, each.position, each.id)):
            self._beneath.setdefault(node.parent_id, []).append(node)

    def children(self, node_id: UUID | None) -> Sequence[Stand]:
        """The nodes directly beneath, closed ones included."""
        return self._beneath.get(node_id, [])

    def subtree(self, node_id: UUID) -> list[UUID]:
        """The node and everything beneath it."""
        found = [node_id]
        for each in found:
            found += [child.id for child in self.children(each)]
        return found

    def above(self, node_id: UUID) -> list[UUID]:
        """The nodes above this one, nearest first."""
        found: list[UUID] = []
        parent = self.nodes[node_id].parent_id
        while parent is not None and parent not in found:
            found.append(parent)
            parent = self.nodes[parent].parent_id
        return found

    def derived(self, continued: Collection[tuple[UUID, UUID]] = ()) -> dict[UUID, Derived]:
        """Path, position, walking node and what is inherited, of every node.

        `continued`: (closed node, node that continues it).
        """
        found: dict[UUID, Derived] = {}
        waiting: list[tuple[UUID | None, Stand, int]] = [
            (None, child, number) for number, child in enumerate(self.children(None), 1)
        ]
        while waiting:
            parent, node, number = waiting.pop()
            base = found[parent] if parent is not None else Derived("", "", None)
            walking = node.id if node.walks == WALKS else base.walking_id if node.walks == FOLLOWS else None
            position = f"{base.position}.{number:04d}" if base.position else f"{number:04d}"
            found[node.id] = Derived(f"{base.path}{node.id.hex}/", position, walking)
            waiting += [(node.id, child, order) for order, child in enumerate(self.children(node.id), 1)]
        for node_id, paths in self._inherited(found, continued).items():
            found[node_id] = dataclasses.replace(found[node_id], inherits=tuple(sorted(paths)))
        return found

    def _inherited(
        self, places: Mapping[UUID, Derived], continued: Collection[tuple[UUID, UUID]]
    ) -> dict[UUID, set[str]]:
        """By node: the paths of what it, or a node beneath it, continues and that stand elsewhere.

        Whoever reads a department from above it reads what its own people read, also what it continues.
        """
        after: dict[UUID, list[UUID]] = {}
        for closed, successor in continued:
            after.setdefault(closed, []).append(successor)
        found: dict[UUID, set[str]] = {}
        for closed, successors in after.items():
            path = places[closed].path
            reached = list(successors)
            for successor in reached:
                reached += [each for each in after.get(successor, ()) if each not in reached]
            for successor in reached:
                for reader in (successor, *self.above(successor)):
                    if not path.startswith(places[reader].path):
                        found.setdefault(reader, set()).add(path)
        return found
