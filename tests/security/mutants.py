"""Mutants of a small pure module: each is the module with one fault, to see whether tests tell.

Faults are put into the syntax tree: a comparison turned round, an operand left out, `and` for
`or`, a `not` added or dropped, a constant or one element of a tuple changed.
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
NUMBERS = count()


class Mutant(NamedTuple):
    """A module with one fault, and what it is."""

    what: str
    module: ModuleType


def mutants_of(module: ModuleType) -> Iterator[Mutant]:
    """Every mutant of the functions in a module; what cannot even be loaded is none."""
    tree = ast.parse(inspect.getsource(module))
    for number, node in enumerate(_changeable(tree)):
        for fault in range(len(list(_faults(node)))):
            changed = deepcopy(tree)
            place = list(_changeable(changed))[number]
            what, new = list(_faults(place))[fault]
            changed = ast.fix_missing_locations(_Replace(place, new).visit(changed))
            yield Mutant(f"line {place.lineno}: {what}", _load(changed, module.__name__))


def _changeable(tree: ast.Module) -> list[ast.expr]:
    return [
        node
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        for statement in function.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant | ast.Tuple)
        or (isinstance(node, ast.Call | ast.Attribute) and _is_whole(node, statement))
    ]


def _is_whole(node: ast.expr, statement: ast.stmt) -> bool:
    """Whether it is all that a statement returns or asks, or an operand of it."""
    asked = getattr(statement, "value", None) or getattr(statement, "test", None)
    return node is asked or (isinstance(asked, ast.BoolOp) and node in asked.values)


def _faults(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    said = ast.unparse(node)
    if isinstance(node, ast.Compare):
        turned = deepcopy(node)
        turned.ops = [TURNED[type(node.ops[0])](), *node.ops[1:]]
        yield f"{said} turned round", turned
    elif isinstance(node, ast.BoolOp):
        for at in range(len(node.values)):
            kept = [value for place, value in enumerate(node.values) if place != at]
            short = kept[0] if len(kept) == 1 else ast.BoolOp(deepcopy(node.op), kept)
            yield f"{said} without operand {at}", deepcopy(short)
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"{said} with the other word", ast.BoolOp(other, deepcopy(node.values))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{said} without not", deepcopy(node.operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"not {said}", ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield f"{said} + 1", ast.Constant(node.value + 1)
    elif isinstance(node, ast.Tuple):
        for at in range(len(node.elts)):
            kept = [each for place, each in enumerate(node.elts) if place != at]
            yield f"{said} without element {at}", ast.Tuple(deepcopy(kept), ast.Load())
    elif isinstance(node, ast.Call | ast.Attribute):
        yield f"not {said}", ast.UnaryOp(ast.Not(), deepcopy(node))


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.expr, new: ast.expr) -> None:
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
