"""From what was asked for to what it means: the input classes, read by the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from pydantic import TypeAdapter

from trinvis.core.columns import new_id
from trinvis.departments.motion import rules
from trinvis.departments.motion.rules import Meaning, NewNode
from trinvis.departments.shapes import ChangeIn, CloseIn, MergeIn, MoveIn, NewNodeIn, PlacedIn, SplitIn
from trinvis.departments.tree.rules import Tree

_CHANGE: TypeAdapter[ChangeIn] = TypeAdapter(ChangeIn)


@dataclass(frozen=True, slots=True)
class Asked:
    """A change of one node, ready for the rules.

    `heads`: head counts of the nodes it makes. `placed`: role or record -> the part chosen for it.
    """

    kind: str
    node: UUID
    on: date
    body: ChangeIn
    made: Sequence[NewNode] = ()
    heads: dict[UUID, int] = field(default_factory=dict)
    placed: dict[UUID, UUID] = field(default_factory=dict)
    round_from: UUID | None = None
    round_to: UUID | None = None

    def meaning(self, tree: Tree) -> Meaning:
        """What it means for the tree as it stands."""
        body = self.body
        if isinstance(body, MoveIn):
            return rules.move(tree, self.node, body.parent_id)
        if isinstance(body, CloseIn):
            return rules.close(tree, self.node, body.hand_to)
        if isinstance(body, MergeIn):
            new = self.made[0] if self.made else None
            found = rules.merge(tree, self.node, body.with_ids, body.target_id, new)
            if not found.obstacles:
                found.obstacles += rules.goes_on(tree, [self.node, *body.with_ids], body.round_from)
            return found
        if isinstance(body, SplitIn):
            found = rules.split(tree, self.node, self.made, {each.id: each.part for each in body.sections})
            for name, placed in (("roles", body.roles), ("work", body.work)):
                if any(each.part >= len(self.made) for each in placed):
                    found.obstacles.append(rules.wrong(name, "no_part"))
            if body.round_to >= len(self.made):
                found.obstacles.append(rules.wrong("round_to", "no_part"))
            return found
        return rules.walk(tree, self.node, body.walks.value)

    @property
    def names_placed(self) -> dict[str, frozenset[UUID]]:
        """By field: the ids that were placed in a part."""
        body = self.body
        if not isinstance(body, SplitIn):
            return {}
        return {
            name: frozenset(each.id for each in placed)
            for name, placed in (("roles", body.roles), ("work", body.work))
        }

    @property
    def named(self) -> list[UUID]:
        """Existing nodes that it speaks of."""
        body = self.body
        found = [self.node, *(new.parent_id for new in self.made if new.parent_id)]
        if isinstance(body, MoveIn):
            found.append(body.parent_id)
        if isinstance(body, CloseIn) and body.hand_to:
            found.append(body.hand_to)
        if isinstance(body, MergeIn):
            found += [*body.with_ids, *([body.target_id] if body.target_id else [])]
        if isinstance(body, SplitIn):
            found += [each.id for each in body.sections]
        return list(dict.fromkeys(found))

    def field_of(self, node: UUID) -> str:
        """The field that names the node."""
        for name in ("parent_id", "hand_to", "target_id"):
            if getattr(self.body, name, None) == node:
                return name
        if isinstance(self.body, MergeIn):
            return "with_ids" if node in self.body.with_ids else "new.parent_id"
        numbers = [number for number, new in enumerate(self.made) if new.parent_id == node]
        return f"parts.{numbers[0]}.parent_id" if numbers else "sections"


def asked(node: UUID, body: ChangeIn) -> Asked:
    """What was asked for; new nodes get their ids here."""
    wanted: list[NewNodeIn] = list(body.parts) if isinstance(body, SplitIn) else []
    if isinstance(body, MergeIn) and body.new:
        wanted.append(body.new)
    made = [_new(each) for each in wanted]
    heads = {new.id: each.headcount for new, each in zip(made, wanted, strict=True)}
    if not isinstance(body, SplitIn):
        round_from = body.round_from if isinstance(body, MergeIn) else None
        return Asked(body.kind, node, body.effective_on, body, made, heads, round_from=round_from)

    def at(placed: Sequence[PlacedIn]) -> dict[UUID, UUID]:
        return {each.id: made[each.part].id for each in placed if each.part < len(made)}

    return Asked(
        body.kind,
        node,
        body.effective_on,
        body,
        made,
        heads,
        at(body.roles) | at(body.work),
        round_to=made[min(body.round_to, len(made) - 1)].id,
    )


def from_kept(node: UUID, wanted: dict[str, object]) -> Asked:
    """What was asked for, from the row that kept it until its day."""
    return asked(node, _CHANGE.validate_python(wanted))


def _new(new: NewNodeIn) -> NewNode:
    return NewNode(
        new_id(), rules.code_key(new.code), new.name, new.kind.value if new.kind else None, new.parent_id
    )
