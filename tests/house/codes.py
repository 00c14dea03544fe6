"""Finds every code that the backend writes into the history, by reading its source.

A code is the first argument of `work.record(...)`. Where it is not written there, it is followed to where
it comes from: the callers of a parameter, the values of an enum or of a table, both sides of a condition.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

Function = ast.FunctionDef


class Unreadable(Exception):
    """A code whose words cannot be told from the source: write it plainer."""


@dataclass(frozen=True)
class Where:
    """The file, class and function in which something stands."""

    path: str
    owner: ast.ClassDef | None = None
    function: Function | None = None


@dataclass
class Source:
    """The parsed backend: module-level values, enums, what each file imports, who calls what from where."""

    calls: list[tuple[ast.Call, Where]] = field(default_factory=list)
    values: dict[str, list[ast.expr]] = field(default_factory=dict)
    enums: dict[str, dict[str, str]] = field(default_factory=dict)
    imported: dict[str, set[str]] = field(default_factory=dict)


def read(files: Mapping[str, str]) -> Source:
    """Parse sources by path."""
    source = Source()
    for path, text in files.items():
        tree = ast.parse(text)
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        source.imported[path] = {alias.name for node in imports for alias in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
                source.enums.setdefault(node.name, {}).update(_members(node))
        for node in tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and (name := _target(node)) and node.value:
                source.values.setdefault(name, []).append(node.value)
        source.calls += _calls(tree, Where(path))
    return source


def codes(source: Source) -> set[str]:
    """Every code of the history. Raises `Unreadable`."""
    found: set[str] = set()
    for call, where in source.calls:
        if _records(call) and call.args:
            try:
                found |= _resolve(source, call.args[0], where, frozenset())
            except Unreadable as error:
                raise Unreadable(f"{where.path}:{call.lineno}: {error}") from error
    return found


def _records(call: ast.Call) -> bool:
    """`work.record(...)`, `self.work.record(...)`: the transaction's own, not what a room puts around it."""
    return _name(call.func) == "record" and _name(getattr(call.func, "value", ast.Name(""))) == "work"


def _resolve(source: Source, node: ast.expr, where: Where, seen: frozenset[str]) -> set[str]:
    match node:
        case ast.Constant(value=str(word)):
            return {word}
        case ast.IfExp(body=one, orelse=other):
            return _resolve(source, one, where, seen) | _resolve(source, other, where, seen)
        case ast.JoinedStr(values=parts):
            each = [_resolve(source, part, where, seen) for part in parts]
            return {"".join(words) for words in product(*each)}
        case ast.FormattedValue(value=inner) | ast.Attribute(value=inner, attr="value"):
            return _resolve(source, inner, where, seen)
        case ast.Subscript(value=ast.Name(id=table)) if table in source.values:
            return _table(source, table, where, seen)
        case ast.Attribute(value=ast.Name(id="self"), attr=name) if where.owner:
            return _of_class(where.owner, name)
        case ast.Attribute(value=ast.Name(id=cls), attr=member) if member in source.enums.get(cls, {}):
            return {source.enums[cls][member]}
        case ast.Call(func=ast.Name(id=cls)) if source.enums.get(cls):
            return set(source.enums[cls].values())
        case ast.Name(id=name):
            return _named(source, name, where, seen)
    raise Unreadable(ast.unparse(node))


def _table(source: Source, name: str, where: Where, seen: frozenset[str]) -> set[str]:
    tables = [value for value in source.values[name] if isinstance(value, ast.Dict)]
    if not tables:
        raise Unreadable(name)
    return set().union(*(_resolve(source, value, where, seen) for table in tables for value in table.values))


def _of_class(owner: ast.ClassDef, name: str) -> set[str]:
    found = _members(owner).get(name)
    if found is None:
        raise Unreadable(f"{owner.name}.{name}")
    return {found}


def _named(source: Source, name: str, where: Where, seen: frozenset[str]) -> set[str]:
    """What a name stands for: set in this function, or given by whoever calls it."""
    inside = where.function
    if inside is None or f"{where.path}:{inside.name}.{name}" in seen:
        raise Unreadable(name)
    seen |= {f"{where.path}:{inside.name}.{name}"}
    found: set[str] = set()
    for node in ast.walk(inside):
        if isinstance(node, ast.Assign | ast.AnnAssign) and _target(node) == name and node.value:
            found |= _resolve(source, node.value, where, seen)
        elif isinstance(node, ast.For):
            found |= _looped(source, name, node, where, seen)
    if not found:
        for given, caller in _given(source, name, where, inside):
            found |= _resolve(source, given, caller, seen)
    if not found:
        raise Unreadable(f"{name} in {inside.name}")
    return found


def _given(source: Source, name: str, where: Where, inside: Function) -> Iterator[tuple[ast.expr, Where]]:
    """What callers give for the parameter: in the same file, or where the function or class is imported."""
    arguments = [each.arg for each in [*inside.args.posonlyargs, *inside.args.args] if each.arg != "self"]
    place = arguments.index(name) if name in arguments else None
    known_as = where.owner.name if where.owner else inside.name
    for call, caller in source.calls:
        near = caller.path == where.path or known_as in source.imported[caller.path]
        if _name(call.func) != inside.name or not near or _records(call):
            continue
        for keyword in call.keywords:
            if keyword.arg == name:
                yield keyword.value, caller
        if place is not None and place < len(call.args):
            yield call.args[place], caller


def _looped(source: Source, name: str, loop: ast.For, where: Where, seen: frozenset[str]) -> set[str]:
    """`for name, ... in (("a", ...), ("b", ...))`."""
    names = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
    spelt = [each.id if isinstance(each, ast.Name) else "" for each in names]
    place = spelt.index(name) if name in spelt else None
    if place is None or not isinstance(loop.iter, ast.Tuple | ast.List):
        return set()
    found: set[str] = set()
    for each in loop.iter.elts:
        value = each.elts[place] if isinstance(each, ast.Tuple) else each
        found |= _resolve(source, value, where, seen)
    return found


def _members(node: ast.ClassDef) -> dict[str, str]:
    return {
        name: each.value.value
        for each in node.body
        if isinstance(each, ast.Assign | ast.AnnAssign)
        and (name := _target(each))
        and isinstance(each.value, ast.Constant)
        and isinstance(each.value.value, str)
    }


def _target(node: ast.Assign | ast.AnnAssign) -> str | None:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else None


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _calls(node: ast.AST, where: Where) -> Iterator[tuple[ast.Call, Where]]:
    for child in ast.iter_child_nodes(node):
        inner = where
        if isinstance(child, ast.ClassDef):
            inner = Where(where.path, child)
        elif isinstance(child, ast.FunctionDef):
            inner = Where(where.path, where.owner, child)
        if isinstance(child, ast.Call):
            yield child, inner
        yield from _calls(child, inner)
