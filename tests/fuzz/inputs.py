"""Inputs for the fuzzer, put together from choices that a string of bytes makes: the same bytes give the same input.

One generator serves all drivers: Hypothesis draws the bytes (and shrinks them), atheris evolves them, the plain driver takes them
from a seed. All texts are this project's own writing.
"""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define

from laws.strategies import DATES, LABELS, PARTS, SEPARATORS, TAGS, WORDS
from policytext.rules import Source, line, opener
from support.cases import FIXTURES, every_case
from support.dumpers import DUMPERS
from support.floor import OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["CODECS", "HOSTILE", "LABELLED", "Call", "Chooser", "corpus", "make", "site"]

T = TypeVar("T")

CODECS = ("utf-8", "gb18030", "big5hkscs", "utf-16le", "utf-16", "utf-8-sig", "latin-1", "shift_jis")
LABELLED = ("gb2312", "big5", "utf-8", "iso-8859-1", "x-user-defined", "utf-7", "windows-1252", "none such")
HOSTILE = (
    "<", ">", "</", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<!ENTITY a 'b'>", "<?xml version='1.0'?>", "&#0;", "&#xD800;",
    "&#x110000;", "&lt;script&gt;", "&ampamp;", "<svg><title>", "<math><mi>", "<frameset>", "<plaintext>", "<textarea>", "<select><option>",
    "<table><p>", "<a><a>", "<b><i></b></i>", "<p>" * 40, "<div>" * 300, "<font>" * 80, "\x00", "\ufeff", "\ufffe", "\uffff", "\ud800", "\udfff",
    "\u202e", "\u200b" * 9, "\u0301" * 30, "\u2028", "\x85", "\x1b[31m", "\r", "\r\n", "\x0c", "\x1c", "javascript:alert(1)", '"><script>alert(1)</script>',
    "' onerror='x", "](javascript:x)", "![x](data:text/html,x)", "```", "    ", "\\", "| --- |", "[1]: http://x", "{{7*7}}", "${x}", "%s%n", "0" * 400,
    "１２３４－５６", "9999-99-99", "来源：" * 20, "（" * 60, "《" * 40, "a" * 3000, "，" * 200, "一、" * 50,
)  # fmt: skip
"""What breaks parsers, terminals and Markdown."""


@define
class Call:
    """One call: the page and the options that go with it."""

    page: bytes | str
    options: dict[str, Any]


class Chooser:
    """Choices read from bytes; when they run out, always the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def below(self, count: int) -> int:
        """A number below ``count``; two bytes where one does not reach."""
        size = 1 if count <= 256 else 2 if count <= 65_536 else 3
        taken = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken, "big") % count

    def one(self, items: Sequence[T]) -> T:
        """One of these."""
        return items[self.below(len(items))]

    def some(self, most: int, make_one: Callable[[Chooser], str]) -> list[str]:
        """Up to ``most`` of what ``make_one`` makes."""
        return [make_one(self) for _ in range(self.below(most + 1))]


def byline(choose: Chooser) -> str:
    """A row by a grammar: labels with and without value, dates, names, widgets, doubled and unlabelled words."""

    def part(choose: Chooser) -> str:
        kind = choose.below(4)
        if kind == 0:
            return (
                choose.one(LABELS)
                + choose.one(("：", ":", " ", "", " : ", "/"))
                + choose.one((*WORDS, *DATES, ""))
            )
        if kind == 1:
            return choose.one(DATES)
        word = choose.one(WORDS)
        return word if kind == 2 else word + choose.one(SEPARATORS) + word

    return choose.one(SEPARATORS).join(choose.some(6, part))


def text_line(choose: Chooser) -> str:
    """A line: policy words, a byline, hostile tokens, characters from anywhere."""
    kind = choose.below(8)
    if kind < 3:
        return choose.one(PARTS)
    if kind == 3:
        return byline(choose)
    if kind == 4:
        return choose.one(HOSTILE)
    if kind == 5:
        return "".join(choose.some(4, lambda inner: inner.one((*PARTS, *HOSTILE))))
    if kind == 6:
        return "".join(
            chr(choose.below(0x3000) + choose.one((0, 0x3000, 0x4E00, 0xF000, 0x20000)))
            for _ in range(choose.below(12))
        )
    return "会议强调，各县区要压实责任，加强巡查值守，确保群众生命财产安全，遇有险情第一时间上报。" * (
        1 + choose.below(3)
    )


def dump(choose: Chooser) -> str:
    """A dump, with line ends of one kind or mixed."""
    ends = choose.one((("\n",), ("\n",), ("\r\n",), ("\r",), ("\n", "\r\n", "\r", "\n\n", " ")))
    return "".join(part + choose.one(ends) for part in choose.some(30, text_line))


def markup(choose: Chooser) -> str:
    """Markup, as broken as it comes."""

    def element(choose: Chooser) -> str:
        tag, inner = choose.one(TAGS), text_line(choose)
        return f"<{tag}>{inner}" + (f"</{tag.split()[0]}>" if choose.below(3) else "")

    return "".join(choose.some(24, element))


@cache
def corpus() -> tuple[bytes, ...]:
    """Our own pages that are not large."""
    found = [case.html for case in every_case() if case.html]
    found += [
        path.read_bytes()
        for path in sorted(OWN.glob("*/page.html")) + sorted((FIXTURES / "kinds").glob("*.html"))
    ]
    return tuple(page for page in found if len(page) < 20_000)


def mutated(choose: Chooser) -> bytes:
    """A whole page with pieces cut out, doubled, moved, swapped with another page's, and bytes broken."""
    page = bytearray(choose.one(corpus()))
    for _ in range(1 + choose.below(6)):
        if not page:
            break
        start = choose.below(len(page))
        end = min(len(page), start + choose.below(400))
        kind = choose.below(7)
        if kind == 0:
            del page[start:end]
        elif kind == 1:
            page[start:start] = page[start:end] * (1 + choose.below(4))
        elif kind == 2:
            other = choose.one(corpus())
            at = choose.below(len(other))
            page[start:end] = other[at : at + choose.below(600)]
        elif kind == 3:
            page[start] = choose.below(256)
        elif kind == 4:
            page[start:start] = text_line(choose).encode("utf-8", "surrogatepass")
        elif kind == 5:
            del page[start:]
        else:
            page[start:end] = bytes(reversed(page[start:end]))
    return bytes(page)


def dumped(choose: Chooser) -> str:
    """A page of ours as some extractor dumps it, cut and stirred."""
    page = choose.one(corpus())
    try:
        text = DUMPERS[choose.one(tuple(DUMPERS))](page)
    except UnicodeDecodeError:
        text = page.decode("gb18030", "replace")
    lines = text.split("\n")
    for _ in range(choose.below(5)):
        at, other = choose.below(len(lines)), choose.below(len(lines))
        lines[at], lines[other] = lines[other], choose.one((lines[at], text_line(choose), ""))
    return "\n".join(lines)


def damaged(choose: Chooser) -> str:
    """Text decoded wrongly: in another encoding, with replacements, or twice."""
    text = dump(choose).encode("utf-8", "replace").decode("utf-8")
    for _ in range(1 + choose.below(2)):
        raw = text.encode(choose.one(CODECS), "replace")
        text = raw.decode(choose.one(CODECS), choose.one(("replace", "ignore")))
    return text


def site(choose: Chooser) -> Source:
    """A source of one's own, whose rules are as greedy as they come."""
    pattern = choose.one(
        (
            r".*",
            r".{0,20}",
            r"会议.*",
            r"[一二三]、.*",
            r".*来源.*",
            r"\d.*",
            r".*。",
            r"(?P<title>.{2,30})",
            r".*(?P<published>\d{4}-\d\d-\d\d).*",
        )
    )
    place: Any = choose.one(("anywhere", "head", "tail", "edge", "outside"))
    rules = (
        line("site/line", pattern, place=place),
        opener("site/end", choose.one((r"相关新闻", r".{0,6}", r"一、.*"))),
    )
    return Source(key="site", hosts=("qinghe.example",), rules=rules[: 1 + choose.below(2)])


def make(data: bytes) -> Call:
    """The call that these bytes stand for."""
    choose = Chooser(data)
    options: dict[str, Any] = {}
    kind = choose.below(8)
    page: bytes | str
    if kind < 2:
        page = dump(choose)
    elif kind < 4:
        page = markup(choose)
    elif kind == 4:
        page = damaged(choose)
    elif kind == 5:
        page = dumped(choose)
    else:
        page = mutated(choose)
    if isinstance(page, str) and choose.below(3) == 0:
        page = page.encode(choose.one(CODECS), "replace")
    if isinstance(page, bytes) and choose.below(4) == 0:
        options["encoding"] = choose.one(("utf-8", "gb18030", "big5", "utf-16le", "windows-1252"))
    if choose.below(4) == 0:
        options["form"] = choose.one(("html", "text"))
    if choose.below(4) == 0:
        options["source"] = site(choose)
    if choose.below(4) == 0:
        options["url"] = choose.one(
            (
                "http://gansu.gscn.com.cn/2024/0506/1.html",
                "https://qinghe.example/20240506/a.html",
                "::",
                "x" * 90,
            )
        )
    return Call(page, options)


def from_seed(seed: int, size: int = 400) -> bytes:
    """Bytes for `make`, from a number."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - not a secret
