"""Keeping what follows from the tree in its rows, wherever parents, order or closing have changed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel import select as entities

from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department, Succession
from trinvis.departments.tree.rules import Derived, Stand, Tree

_ONE_AT_A_TIME = 20261123
"""Key of the lock that makes changes of the tree wait for each other on PostgreSQL."""


def alone(work: Transaction) -> None:
    """Wait until no other transaction changes the tree. SQLite has one writer anyhow."""
    if work.session.get_bind().dialect.name == "postgresql":
        work.session.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))


def nodes_now(work: Transaction) -> Sequence[Department]:
    """Every node, read afresh."""
    work.session.flush()
    return work.session.exec(entities(Department).execution_options(populate_existing=True)).all()


def tree_of(nodes: Sequence[Department]) -> Tree:
    """The nodes for the rules."""
    return Tree(
        Stand(
            node.id,
            node.code,
            node.name,
            node.kind,
            node.parent_id,
            node.walks,
            node.closed_on is not None,
            node.position,
            node.journey_id is not None,
        )
        for node in nodes
    )


def continued(work: Transaction) -> list[tuple[UUID, UUID]]:
    """(closed node, node that continues it), all of them."""
    rows = work.rows(columns(Succession.predecessor_id, Succession.successor_id))
    return [(row.predecessor_id, row.successor_id) for row in rows]


def settle_tree(work: Transaction) -> dict[UUID, Derived]:
    """Derive what follows for every node from parents, siblings' order and what continues what.

    A node that stands elsewhere than before remembers where it stood: what was written there *Kun for
    os* stays with those who read it there.
    """
    alone(work)
    nodes = nodes_now(work)
    found = tree_of(nodes).derived(continued(work))
    today = clock.today().isoformat()
    repathed = False
    for node in nodes:
        now = found[node.id]
        if (node.path, node.position, node.walking_id) != (now.path, now.position, now.walking_id):
            work.touch(node.id)
            if node.walking_id and node.walking_id != now.walking_id:
                work.touch(node.walking_id)
        if node.path != now.path:
            # Assigned, not appended to: a change within a JSON column would go unnoticed.
            node.former_paths = [*node.former_paths, [today, node.path]]
            repathed = True
        node.path, node.position, node.walking_id = now.path, now.position, now.walking_id
        if node.inherits != list(now.inherits):
            node.inherits = list(now.inherits)
    work.session.flush()
    if repathed:
        for carrier in work.upward.carriers:
            carrier.repath(work)
    return found


def node_of(work: Transaction, department_id: UUID) -> Department:
    """The node as a row of this transaction."""
    return work.session.exec(entities(Department).where(col(Department.id) == department_id)).one()
