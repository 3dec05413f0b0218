"""The extractor's sources as the compiler to C is given them: the same meaning, said so that it can see it."""

from __future__ import annotations

import ast
import re

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
# Records that `dataclasses.replace` is asked for.
_MADE_ANEW = {"Act", "Governed"}
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def prepared(source: str) -> str:
    """The source with what the compiler cannot see by itself, and means the same: constants declared final, which are
    read without a look-up of their names, records that set their own columns instead of having it done to them, and
    names of their own in comprehensions.
    """
    source = _with_names_of_their_own(source)
    tree = ast.parse(source)
    bound = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)]
    lines = source.split("\n")
    for node in reversed(tree.body):
        if isinstance(node, ast.ClassDef) and node.name not in _MADE_ANEW:
            _set_columns(node, lines)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            _declare_final(node, lines, bound)
    future = lines.index("from __future__ import annotations")
    return "\n".join([*lines[: future + 1], "from typing import Final as _Final", *lines[future + 1 :]])


def _with_names_of_their_own(source: str) -> str:
    """The source with other names for what comprehensions bind in generators, where the compiler would take a name for
    the same variable inside and outside of one.
    """
    spots: dict[tuple[int, int, int], str] = {}
    for function in ast.walk(ast.parse(source)):
        inside = [*ast.walk(function)] if isinstance(function, ast.FunctionDef) else []
        if not any(isinstance(node, ast.Yield | ast.YieldFrom) for node in inside):
            continue
        # An inner comprehension comes after the one around it, and its names are its own.
        for number, made in enumerate(node for node in inside if isinstance(node, _COMPREHENSIONS)):
            bound = {
                node.id for part in made.generators for node in ast.walk(part.target) if isinstance(node, ast.Name)
            }
            outside = {*ast.walk(made.generators[0].iter)}
            for node in ast.walk(made):
                if isinstance(node, ast.Name) and node.id in bound and node not in outside:
                    spots[node.lineno, node.col_offset, node.end_col_offset or 0] = f"{node.id}_{number}"
    lines = [line.encode() for line in source.split("\n")]
    for (line, begin, end), name in sorted(spots.items(), reverse=True):
        lines[line - 1] = lines[line - 1][:begin] + name.encode() + lines[line - 1][end:]
    return b"\n".join(lines).decode()


def _declare_final(node: ast.Assign | ast.AnnAssign, lines: list[str], bound: list[str]) -> None:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    name, value = targets[0], node.value
    if value is None or len(targets) > 1 or not isinstance(name, ast.Name) or not _CONSTANT.fullmatch(name.id):
        return
    kind = "_Final"
    if isinstance(node, ast.AnnAssign):
        told = ast.unparse(node.annotation)
        kind = told if "Final" in told else f"_Final[{told}]"
    line, at = lines[node.lineno - 1], value.col_offset
    if bound.count(name.id) == 1 and value.lineno == node.lineno and "(" not in line[:at].partition("=")[2]:
        lines[node.lineno - 1] = f"{name.id}: {kind} = {line[at:]}"


def _set_columns(node: ast.ClassDef, lines: list[str]) -> None:
    """Writes out what `dataclass(slots=True)` makes of a class: the compiler would leave it to the interpreter."""
    told = {ast.unparse(decorator) for decorator in node.decorator_list}
    kinds = {"dataclass(slots=True)", "dataclass(slots=True, eq=False)", "dataclass(frozen=True, slots=True)"}
    if len(told) != 1 or not told <= kinds:
        return
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)]
    given, set_ = [], []
    for part in fields:
        name, kind, value = ast.unparse(part.target), ast.unparse(part.annotation), part.value
        if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
            words = {word.arg: word.value for word in value.keywords}
            value = words.get("default")
            if made := words.get("default_factory"):
                new = ast.unparse(made.body) if isinstance(made, ast.Lambda) else f"{ast.unparse(made)}()"
                given.append(f"{name}: {kind} | None = None")
                set_.append(f"        self.{name} = {new} if {name} is None else {name}")
                continue
        given.append(f"{name}: {kind}" + (f" = {ast.unparse(value)}" if value else ""))
        set_.append(f"        self.{name} = {name}")
    written = [f"    def __init__(self, {', '.join(given)}) -> None:", *set_]
    if "dataclass(slots=True, eq=False)" not in told:
        mine, other = (", ".join(f"{of}.{ast.unparse(part.target)}" for part in fields) for of in ("self", "other"))
        written += [
            "    def __eq__(self, other: object) -> bool:",
            f"        return isinstance(other, {node.name}) and ({mine},) == ({other},)",
        ]
        if "dataclass(frozen=True, slots=True)" in told:
            written += ["    def __hash__(self) -> int:", f"        return hash(({mine},))"]
    for part in reversed(fields):
        own = f"    {ast.unparse(part.target)}: {ast.unparse(part.annotation)}"
        lines[part.lineno - 1 : part.end_lineno] = [own, *written] if part is fields[-1] else [own]
    del lines[node.decorator_list[0].lineno - 1]
