"""The documentation's blocks of Python, to be run as they stand.

An expression that is a DataFrame is collected, and has to give rows. A comment behind an
expression, ``# 'x'`` or ``# [x ...``, says what its value is, or what it prints.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from pyspark.sql import SparkSession

from spark_home import PROJECT

_BLOCK = re.compile(r"^```python(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SAID = re.compile(r"\s#\s+(?P<said>['\[].*)$")


@dataclass(frozen=True)
class Block:
    """A block of a page.

    :param needs: what it needs and the tests have not, as its fence says: ``needs=...``
    """

    page: str
    line: int
    text: str
    needs: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def opens_session(self) -> bool:
        return "SparkSession.builder" in self.text

    def run(self, spark: SparkSession, replaced: dict[str, str]) -> None:
        """Runs the block with other paths than the page's; one that needs more is compiled."""
        text = self.text
        for there, here in replaced.items():
            text = text.replace(there, here)
        tree = _Shown(text.splitlines()).visit(ast.parse(text))
        ast.increment_lineno(tree, self.line - 1)
        code = compile(ast.fix_missing_locations(tree), self.page, "exec")
        if not self.needs:
            said: list[str] = []
            shown = _shown(said)
            exec(code, {"spark": spark, "print": str, "_shown": shown})
            assert said == [
                found["said"] for found in map(_SAID.search, text.splitlines()) if found
            ]


def blocks() -> list[Block]:
    """All blocks of README.md and docs/, in the order of each page."""
    pages = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("**/*.md"))]
    return [block for page in pages if "target" not in page.parts for block in _blocks(page)]


def _blocks(page: Path) -> list[Block]:
    text = page.read_text()
    return [
        Block(
            page=str(page.relative_to(PROJECT)),
            line=text.count("\n", 0, found.start("text")) + 1,
            text=found["text"],
            needs=found["info"].partition("needs=")[2],
        )
        for found in _BLOCK.finditer(text)
    ]


class _Shown(ast.NodeTransformer):
    """Hands each expression's value to ``_shown``, with the comment behind it."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:  # the name that ast looks for
        found = _SAID.search(self._lines[node.end_lineno - 1])
        said = ast.Constant(found["said"] if found else "")
        call = ast.Call(ast.Name("_shown", ast.Load()), [node.value, said], [])
        return ast.copy_location(ast.Expr(call), node)


def _shown(checked: list[str]):
    def shown(value: object, said: str) -> None:
        if hasattr(value, "collect"):
            assert value.collect(), "it gives no rows"
        elif said.startswith("'"):
            assert repr(value) == said
        elif said:
            assert str(value).startswith(said.removesuffix("..."))
        if said:
            checked.append(said)

    return shown
