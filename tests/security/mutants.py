"""Mutants of a small pure module: each is the module with one fault, to see whether tests tell.

Faults are put into the syntax tree: a comparison turned round, an operand left out, `and` for
`or`, a `not` added or dropped, a constant changed, one element of a list or a table left out, a
refusal that is not raised, a condition of a loop that is not asked.  What is written for readers
alone, such as docstrings and annotations, has none.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from types import ModuleType
from typing import NamedTuple

TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Lt: ast.LtE, ast.LtE: ast.Lt,
    ast.Gt: ast.GtE, ast.GtE: ast.Gt,
}  # fmt: skip
OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip
NUMBERS = count()


class Mutant(NamedTuple):
    """A module with one fault, and what it is."""

    what: str
    module: ModuleType


class Fault(NamedTuple):
    """A source with one fault, and what it is."""

    what: str
    tree: ast.Module


def mutants_of(module: ModuleType) -> Iterator[Mutant]:
    """Every mutant of a module; what cannot even be loaded is none."""
    for what, tree in faults_in(inspect.getsource(module)):
        try:
            yield Mutant(what, _load(tree, module.__name__))
        except Exception:
            continue


def faults_in(source: str) -> Iterator[Fault]:
    """Every way in which this source can be wrong in one place."""
    tree = ast.parse(source)
    for number, node in enumerate(_changeable(tree)):
        for fault in range(len(list(_faults(node)))):
            changed = deepcopy(tree)
            place = list(_changeable(changed))[number]
            what, new = list(_faults(place))[fault]
            changed = ast.fix_missing_locations(_Replace(place, new).visit(changed))
            yield Fault(f"line {getattr(place, 'lineno', 0)}: {what}", changed)


def _changeable(node: ast.AST) -> Iterator[ast.AST]:
    """What decides something, from the top; no annotation, docstring, decorator or import."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "bases", "keywords"} and not (
            isinstance(node, ast.Call)
        ):
            continue
        for inner in value if isinstance(value, list) else [value]:
            if not isinstance(inner, ast.AST) or isinstance(inner, ast.Import | ast.ImportFrom):
                continue
            if isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant):
                continue  # a docstring
            if isinstance(node, ast.Module) and _is_alias(inner):
                continue
            yield inner
            yield from _changeable(inner)


def _is_alias(node: ast.AST) -> bool:
    """Whether it only names a type, such as `Pair = tuple[UUID, UUID]`."""
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)


def _faults(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    said = (ast.unparse(node).splitlines() or [""])[0][:70]
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            turned = deepcopy(node)
            turned.ops[at] = TURNED[type(op)]()
            yield f"{said} turned round", turned
    elif isinstance(node, ast.BoolOp):
        yield from _of_words(node, said)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{said} without not", deepcopy(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in OTHER:
        other = deepcopy(node)
        other.op = OTHER[type(node.op)]()
        yield f"{said} with another sign", other
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node, said)
    elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
        yield from _of_many(node, said)
    else:
        yield from _of_steps(node, said)


def _of_words(node: ast.BoolOp, said: str) -> Iterator[tuple[str, ast.AST]]:
    for at in range(len(node.values)):
        kept = [value for place, value in enumerate(node.values) if place != at]
        short = kept[0] if len(kept) == 1 else ast.BoolOp(deepcopy(node.op), kept)
        yield f"{said} without operand {at}", deepcopy(short)
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield f"{said} with the other word", ast.BoolOp(other, deepcopy(node.values))


def _of_constant(node: ast.Constant, said: str) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node.value, bool):
        yield f"not {said}", ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield f"{said} + 1", ast.Constant(node.value + 1)
    elif isinstance(node.value, str):
        yield f"{said} said otherwise", ast.Constant(node.value + "x")


def _of_many(
    node: ast.Tuple | ast.List | ast.Set | ast.Dict, said: str
) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(getattr(node, "ctx", None), ast.Store):
        return  # what is taken apart, not what is made
    elements = node.values if isinstance(node, ast.Dict) else node.elts
    for at in range(len(elements)):
        fewer = deepcopy(node)
        if isinstance(fewer, ast.Dict):
            del fewer.keys[at], fewer.values[at]
        else:
            del fewer.elts[at]
        yield f"{said} without element {at}", _or_empty(fewer)


def _of_steps(node: ast.AST, said: str) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.Raise):
        yield f"{said} left out", ast.Pass()
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        turned = deepcopy(node)
        turned.test = ast.UnaryOp(ast.Not(), turned.test)
        yield f"not {said}", turned
    elif isinstance(node, ast.Return) and isinstance(node.value, ast.Call | ast.Attribute):
        yield f"not {said}", ast.Return(ast.UnaryOp(ast.Not(), deepcopy(node.value)))
    elif isinstance(node, ast.comprehension):
        for at in range(len(node.ifs)):
            fewer = deepcopy(node)
            del fewer.ifs[at]
            yield f"{said} without condition {at}", fewer
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield f"{said} left out", ast.Pass()


def _or_empty(node: ast.AST) -> ast.AST:
    if isinstance(node, ast.Set) and not node.elts:
        return ast.Call(ast.Name("set", ast.Load()), [], [])
    return node


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def _load(tree: ast.Module, name: str) -> ModuleType:
    made = ModuleType(f"{name}_mutant_{next(NUMBERS)}")
    sys.modules[made.__name__] = made  # dataclasses look their module up
    try:
        exec(compile(tree, made.__name__, "exec"), made.__dict__)
    finally:
        del sys.modules[made.__name__]
    return made
