"""What changes nothing that is displayed changes nothing of the answer: how tags are written, comments, boxes around the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import policytext
from support.reading import read_text
from support.sampling import one_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext import Document

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PAGES = sorted(FIXTURES.rglob("*.html"))
RAW = re.compile(r"(<(script|style|textarea|title)\b.*?</\2\s*>|<!--.*?-->)", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)>")
FOOT = re.compile(
    r"""((?:<footer\b|<div[^>]*(?:class|id)=["']?[\w -]*(?:foot|copyright|bottom))(?:(?!</?body).)*)(</body>)""",
    re.IGNORECASE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"""([\w:-]+)=("[^"]*"|'[^']*'|[^\s"'>]+)""")


def outside_raw(html: str, change: Callable[[str], str]) -> str:
    """``change`` for what is no script, style, title or comment."""
    parts = RAW.split(html)
    return "".join(part if RAW.fullmatch(part) else change(part) for part in _without_names(parts))


def _without_names(parts: list[str | None]) -> list[str]:
    # The inner group of the pattern stands in every third place.
    return [part or "" for number, part in enumerate(parts) if number % 3 != 2]


def upper_case(html: str) -> str:
    """Names of elements in capitals."""
    return outside_raw(html, lambda part: TAG.sub(lambda m: f"<{m[1]}{m[2].upper()}{m[3]}>", part))


def reordered(html: str) -> str:
    """The attributes of every tag from the last to the first, the quotes changed."""

    def tag(match: re.Match[str]) -> str:
        rest = match[3]
        found = ATTRIBUTE.findall(rest)
        if not found or ATTRIBUTE.sub("", rest).strip(" /\n\t"):
            return match[0]
        turned = [
            f"{name}='{value[1:-1]}'" if value[0] == '"' and "'" not in value else f"{name}={value}"
            for name, value in reversed(found)
        ]
        return f"<{match[1]}{match[2]} {' '.join(turned)}>"

    return outside_raw(html, lambda part: TAG.sub(tag, part))


def commented(html: str) -> str:
    """A comment that says nothing before each block."""
    return outside_raw(html, lambda part: re.sub(r"<(?=(?:p|div|ul|h[1-6])[\s>])", "<!-- 0 --><", part))


def boxed(html: str) -> str:
    """Three more boxes around all of the page."""
    opened = re.sub(r"(<body[^>]*>)", r"\1<div><div><div>", html, count=1, flags=re.IGNORECASE)
    return re.sub(r"(</body>)", r"</div></div></div>\1", opened, count=1, flags=re.IGNORECASE)


def unlined(html: str) -> str:
    """White space between two tags of blocks as line ends and tabs."""
    return outside_raw(
        html, lambda part: re.sub(r">\s+<(?=/?(?:p|div|ul|li|table|tr|td)[\s>])", ">\n\t<", part)
    )


def uncommented(html: str) -> str:
    """Without the comments of whoever wrote the template; those that hold the fields of a paper are no remarks."""
    return re.sub(r"<!--(?!\[if|enp).*?-->", "", html, flags=re.DOTALL)


def footed(html: str) -> str:
    """The foot of the page a second time, as themes do that are included twice."""
    return FOOT.sub(lambda match: match[1] + match[1] + match[2], html, count=1)


def answer(doc: Document) -> dict[str, object]:
    """What a user reads."""
    names = ("kind", "text", "title", "subtitle", "published", "origin", "authors", "editors", "breadcrumb")
    return {name: getattr(doc, name) for name in names}


CHANGES = (upper_case, reordered, commented, uncommented, boxed, unlined, footed)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        pair
        for turn, change in enumerate(CHANGES)
        for pair in one_in(4, [(path, change) for path in PAGES], of=turn)
    ],
    ids=lambda part: part.relative_to(FIXTURES).as_posix() if isinstance(part, Path) else part.__name__,
)
def test_same_answer(path: Path, change: Callable[[str], str]) -> None:
    """Fields and text of a fixture are the same."""
    changed = policytext.parse(change(path.read_text(encoding="utf-8")), form="html")
    assert answer(changed) == answer(read_text(path))


def test_the_changes_change_something() -> None:
    """Every change is made on some fixture; one that is made on none would prove nothing."""
    texts = [path.read_text(encoding="utf-8") for path in PAGES]
    for change in CHANGES:
        assert any(change(text) != text for text in texts), change.__name__
