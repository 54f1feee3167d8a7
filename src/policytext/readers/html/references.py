"""Links, images and raised text with their places in the page's text; how cells and items are laid out.

The handler knows a place by the characters of its line that stand before it. White space is put right later, so only
those that are none are counted: their number is the same in the source and in the page's text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policytext.models.page import Ref
from policytext.readers.html.clean import legal
from policytext.readers.html.open_line import ALL, solid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policytext.models.page import RefKind
    from policytext.readers.html.open_line import Linked

__all__ = ["LAID_OUT", "references"]

LAID_OUT = frozenset(("td", "th", "ol", "li"))
"""Elements whose attributes say how their text is laid out."""

# Where scripts load an image later they keep its address here; ``src`` holds a blank one until then.
_LAZY = (
    "data-original", "data-src", "data-lazy-src", "data-lazyload", "data-actualsrc", "data-echo", "data-url", "zoomfile", "file", "src",
)  # fmt: skip
_SOURCES = ("data-srcset", "srcset")
_NO_IMAGE = re.compile(
    r"data:|about:|javascript:|.{0,300}(?:/blank|/spacer|/pixel|/transparent|/loading|/grey|/lazyload)\.\w{3,4}$"
)
_CANDIDATE = re.compile(r"(?<![^\s,])([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,|$)")
_MAX_ADDRESS = 4_000
_MAX_TEXT = 500
_MOST = 1_000
"""Columns or rows of one cell; browsers, too, take no more."""


def references(
    rows: Sequence[Sequence[Any]],
    laid_out: Iterable[tuple[int, str, Mapping[str, str]]],
    places: Sequence[int],
    text: str,
) -> tuple[Ref, ...]:
    """The references of a page.

    Args:
        rows: What the handler kept, see `Columns.refs`.
        laid_out: See `Columns.laid_out`.
        places: For a count of lines, the length of the text they take.
        text: The page's text.
    """
    lines = _Lines(places, text)
    found: list[Ref] = []
    for tag, line, count, node, said, *rest in rows:
        more = rest[-1]
        if tag == "link":
            for start, end, value in _links(lines, line, more, said):
                if start < end and value:
                    found.append(Ref("link", start, end, node, _clean(value)))
            continue
        start = lines.place(line, count, more=more)
        if tag == "img":
            value = _image(said)
            if value:
                alt = " ".join(legal(said.get("alt", "")[:_MAX_TEXT]).split())
                found.append(Ref("image", start, start, node, _clean(value), alt))
        else:
            end = lines.place(rest[0], rest[1], closing=True, more=more)
            while start < end and text[start].isspace():
                start += 1  # it begins where a line ends
            if start < end:
                found.append(Ref(tag, start, end, node, ""))
    # A link is known when its line ends, an image where it stands.
    found.sort(key=lambda ref: (ref.start, -ref.end, ref.kind))
    for node, tag, attrib in laid_out:
        name, value = _layout(tag, attrib)
        if value:
            found.append(Ref(name, 0, 0, node, value))
    return tuple(found)


def _links(lines: _Lines, line: int, more: int, linked: Linked) -> Iterator[tuple[int, int, str]]:
    """Start, end and address of the links of a line; of preformatted text, of the ``more`` lines behind it as well."""
    if isinstance(linked, str):
        yield lines.place(line, 0), lines.place(line, ALL, closing=True, more=more), linked.strip()
        return
    parts, ranges, addresses = linked
    at = count = 0
    for (begin, end), address in zip(ranges, addresses, strict=True):
        count += solid(parts[at:begin])
        start = lines.place(line, count, more=more)
        count += solid(parts[begin:end])
        at = end
        yield start, lines.place(line, count, closing=True, more=more), address.strip()


def _clean(value: str) -> str:
    value = value[:_MAX_ADDRESS]
    return value if value.isprintable() else legal(value)


class _Lines:
    """Places in the lines of a page's text."""

    __slots__ = ("_places", "_solid", "_text")

    def __init__(self, places: Sequence[int], text: str) -> None:
        self._places = places
        self._text = text
        self._solid: dict[int, list[int]] = {}

    def place(self, line: int, count: int, *, closing: bool = False, more: int = 0) -> int:
        """Code points of the text before the place behind ``count`` characters of a line that are no white space.

        ``more`` lines behind it count as one with it.
        """
        if line + more + 1 >= len(self._places):
            return len(self._text)
        # A line ends where the next one's separator stands.
        start, end = self._places[line] + (line > 0), self._places[line + more + 1]
        found = self._solid.get(line)
        if found is None:
            text = self._text[start:end]
            found = self._solid[line] = [index for index, char in enumerate(text) if not char.isspace()]
        if closing:
            if count == ALL or count > len(found):
                count = len(found)
            # With nothing of this line in it, it ends where the line before does.
            return start + found[count - 1] + 1 if count else self._places[line]
        return start + found[count] if count < len(found) else end


def _image(attrib: Mapping[str, str]) -> str:
    """The address of an image: the one it is loaded from later, the largest of several."""
    for name in _SOURCES:
        best = max(
            (
                (float(size or 1), -at, address)
                for at, (address, size) in enumerate(_CANDIDATE.findall(attrib.get(name, "")[:_MAX_ADDRESS]))
            ),
            default=None,
        )
        if best is not None and not _NO_IMAGE.match(best[2]):
            return str(best[2])
    if attrib.get("width", "").strip() in ("0", "1") and attrib.get("height", "").strip() in ("0", "1"):
        return ""
    for name in _LAZY:
        address = attrib.get(name, "").strip()
        if address and not _NO_IMAGE.match(address.lower()):
            return address
    return ""


def _layout(tag: str, attrib: Mapping[str, str]) -> tuple[RefKind, str]:
    if tag == "li":
        return "item", _number(attrib.get("value", ""))
    if tag == "ol":
        start, kind = _number(attrib.get("start", "")), attrib.get("type", "").strip()[:1]
        return "list", f"{start} {kind}" if start or kind else ""
    columns, rows = (_number(attrib.get(name, "")) or "1" for name in ("colspan", "rowspan"))
    size = f"{min(int(columns) or 1, _MOST)}x{min(int(rows) or 1, _MOST)}"
    return "cell", "" if size == "1x1" else size


def _number(text: str) -> str:
    text = text.strip()
    return text if text.isascii() and text.isdigit() and len(text) <= 9 else ""
