"""How large functions are, and how much is said about why: read from the source, without running it."""

from __future__ import annotations

import ast
import io
import tokenize
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Comments", "Function", "comments_of", "functions"]

_BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.Assert,
    ast.match_case,
)
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Function(NamedTuple):
    """A function or method: its name with its class, its lines without decorators and docstring, its McCabe complexity."""

    name: str
    lines: int
    mccabe: int


def functions(tree: ast.Module) -> list[Function]:
    """All functions of a module, inner ones too; an inner one counts with its own lines and in those of the outer one."""
    found: list[Function] = []

    def walk(node: ast.AST, names: tuple[str, ...]) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                found.append(Function(".".join((*names, child.name)), _lines(child), _mccabe(child)))
            walk(child, (*names, child.name) if isinstance(child, _NESTED) else names)

    walk(tree, ())
    return found


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    told = ast.get_docstring(node) is not None
    return (
        (node.end_lineno or 0) - node.lineno + 1 - ((first.end_lineno or 0) - first.lineno + 1 if told else 0)
    )


def _mccabe(node: ast.AST) -> int:
    """One, and one more for each branch: a condition, a loop, a handler, each further part of ``and`` and ``or``."""
    return 1 + sum(_weight(child) for child in _own(node))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, _NESTED):
            yield from _own(child)


def _weight(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, _BRANCHES))


class Comments(NamedTuple):
    """Lines with a comment, texts below a name that say what it is for, and lines of code. Docstrings are none of these."""

    lines: int
    below: int
    code: int


def comments_of(text: str, tree: ast.Module) -> Comments:
    """How much a module says about why."""
    comments: set[int] = set()
    code: set[int] = set()
    told = {
        number
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for number in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    skipped = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments.add(token.start[0])
        elif token.type not in skipped:
            code.update(range(token.start[0], token.end[0] + 1))
    return Comments(len(comments), _below(tree), len(code - told))


def _below(node: ast.Module | ast.ClassDef) -> int:
    """How many names of a module and its classes have a text below them."""
    count = 0
    for one, other in pairwise(node.body):
        is_name = isinstance(one, ast.Assign | ast.AnnAssign)
        count += is_name and isinstance(other, ast.Expr) and isinstance(other.value, ast.Constant)
    return count + sum(_below(child) for child in node.body if isinstance(child, ast.ClassDef))
