"""What other makers' dumps look like, made from our own HTML: converters that imitate what they leave and what they drop.

None of them is the program itself; each does what its name says to the tree that lxml makes of the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["DUMPERS", "split_inline"]

_SKIP = frozenset({"script", "style", "head", "noscript", "template", "input", "textarea"})
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol p pre section table tbody thead tfoot tr td th ul label".split()
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def _tree(page: bytes) -> html.HtmlElement:
    return html.document_fromstring(page.decode("utf-8"))


def _hidden(element: html.HtmlElement) -> bool:
    return (
        not isinstance(element.tag, str) or element.tag in _SKIP or "display:none" in element.get("style", "")
    )


def split_inline(page: bytes) -> bytes:
    """The page with inline elements in its sentences, as editors leave them: every 《…》 a link, every figure bold."""
    text = page.decode("utf-8")

    def marked(match: re.Match[str]) -> str:
        inner = re.sub(r"(《[^《》<>]{2,40}》)(?=[^》<>]{2,})", r'<a href="/x.html">\1</a>', match[2])
        if "<a " not in inner and "&" not in inner:
            inner = re.sub(
                r"(?<=[\u4e00-\u9fff])(\d{2,4})(?=[\u4e00-\u9fff，])", r"<strong>\1</strong>", inner, count=1
            )
        return match[1] + inner + match[3]

    return re.sub(r"(<p[^>]*>)([^<>]{30,})(</p>)", marked, text).encode()


# Lines of blocks: what is displayed, block by block.


def _lines(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """The displayed lines with the block each stands in."""
    parts: list[str] = []
    owner = [element]

    def flush() -> Iterator[tuple[html.HtmlElement, str]]:
        text = _BLANKS.sub(" ", "".join(parts)).strip()
        parts.clear()
        if text:
            yield owner[0], text

    def walk(node: html.HtmlElement, block: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
        inner = node.tag in _BLOCKS
        if inner:
            yield from flush()
            block = node
        owner[0] = block
        parts.append(node.text or "")
        for child in node:
            if isinstance(child.tag, str) and child.tag == "br":
                yield from flush()
            elif not _hidden(child):
                yield from walk(child, block)
            owner[0] = block
            parts.append(child.tail or "")
        if inner:
            yield from flush()

    yield from walk(element, element)
    yield from flush()


def paragraphs(page: bytes) -> str:
    """As main-text extractors leave it: a line for each block, ``- `` before items, cells joined by bars, no blank lines."""
    out: list[str] = []
    row: list[str] = []
    above: html.HtmlElement | None = None
    for block, text in _lines(_tree(page).body):
        if block.tag in ("td", "th"):
            if above is not None and block.getparent() is not above and row:
                out.append(" | ".join(row))
                row = []
            above = block.getparent()
            row.append(text)
            continue
        if row:
            out.append(" | ".join(row))
            row = []
        out.append(f"- {text}" if block.tag == "li" else text)
    if row:
        out.append(" | ".join(row))
    return "\n".join(out) + "\n"


# Text nodes.


def _nodes(page: bytes) -> list[str]:
    out: list[str] = []

    def walk(node: html.HtmlElement) -> None:
        if not _hidden(node):
            if node.text:
                out.append(node.text)
            for child in node:
                walk(child)
                if child.tail:
                    out.append(child.tail)

    walk(_tree(page).body)
    return out


def text_plain(page: bytes) -> str:
    """``get_text()``: text nodes as they stand in the source."""
    return "".join(_nodes(page))


def text_newline(page: bytes) -> str:
    """A line end between all text nodes, the source's own white space left: many blank lines, sentences split."""
    return "\n".join(_nodes(page))


def text_stripped(page: bytes) -> str:
    """One line for each text node, stripped."""
    return "\n".join(text for text in (_BLANKS.sub(" ", node).strip() for node in _nodes(page)) if text)


def text_blank(page: bytes) -> str:
    """The whole page on one line, text nodes joined by a blank."""
    return text_stripped(page).replace("\n", " ")


# Markdown.


class _Markdown:
    def __init__(self, links: str) -> None:
        self.links = links
        self.found: list[str] = []

    def inline(self, node: html.HtmlElement) -> str:
        out = [node.text or ""]
        for child in node:
            if not _hidden(child) and child.tag not in _BLOCKS:
                out.append(self.element(child))
            out.append(child.tail or "")
        return "".join(out)

    def element(self, node: html.HtmlElement) -> str:
        if node.tag == "br":
            return "\n"
        if node.tag == "img":
            return f"![{node.get('alt', '')}]({node.get('src', '')})" if self.links == "inline" else ""
        text = self.inline(node)
        shown = text.strip()
        if node.tag in ("strong", "b") and shown:
            return text.replace(shown, f"**{shown}**")
        if node.tag == "a" and shown and node.get("href"):
            self.found.append(node.get("href"))
            number = len(self.found)
            if self.links == "inline":
                return f"[{shown}]({node.get('href').replace(' ', '%20')})"
            return f"[{shown}][{number}]" if self.links == "reference" else f"[{number}]{shown}"
        return text

    def blocks(self, node: html.HtmlElement, out: list[str], quote: str = "", item: str = "") -> None:
        """The blocks below ``node``, each with its mark."""
        run: list[str] = [node.text or ""]
        mark = quote
        if re.fullmatch(r"h[1-6]", node.tag):
            mark += "#" * int(node.tag[1]) + " "
        elif item:
            mark += item

        def flush() -> None:
            nonlocal mark
            text = "".join(run)
            run.clear()
            for line in text.split("\n") if self._has_break else [text]:
                shown = _BLANKS.sub(" ", line).strip()
                if shown:
                    out.append(mark + shown)

        for child in node:
            if not _hidden(child):
                if child.tag in _BLOCKS or any(below.tag in _BLOCKS for below in child.iterdescendants()):
                    flush()
                    if child.tag == "tr":
                        self.row(child, out)
                    elif child.tag == "li":
                        number = [c for c in node if c.tag == "li"].index(child) + 1
                        self.blocks(child, out, quote, f"  {number}. " if node.tag == "ol" else "  * ")
                    else:
                        self.blocks(child, out, quote + "> " if child.tag == "blockquote" else quote)
                elif child.tag == "br":
                    flush()
                else:
                    run.append(_BLANKS.sub(" ", self.element(child).replace("\n", " ")))
            run.append(child.tail or "")
        flush()

    _has_break = False

    def row(self, row: html.HtmlElement, out: list[str]) -> None:
        """A table row, with the ruler below the first one."""
        cells = [
            _BLANKS.sub(" ", "".join(cell.itertext())).strip() for cell in row if cell.tag in ("td", "th")
        ]
        out.append(" | ".join(cells))
        if row.getprevious() is None and len(cells) > 1:
            out.append("|".join(["---"] * len(cells)))


def _markdown(page: bytes, links: str) -> str:
    maker = _Markdown(links)
    out: list[str] = []
    maker.blocks(_tree(page).body, out)
    lines: list[str] = []
    for line in out:
        # A blank line between blocks, none between items and rows.
        tight = line.startswith(("  ", "---")) or " | " in line
        lines += [line] if tight else ["", line]
    text = "\n".join(lines).strip("\n") + "\n"
    if links == "reference":
        text += "\n" + "\n".join(f"   [{n}]: {href}" for n, href in enumerate(maker.found, 1)) + "\n"
    elif links == "numbered":
        text += (
            "\nReferences\n\n" + "\n".join(f"   {n}. {href}" for n, href in enumerate(maker.found, 1)) + "\n"
        )
    return text


def markdown(page: bytes) -> str:
    """As HTML-to-Markdown converters leave it: headings, bold, links with their address, images, bullets, quotes."""
    return _markdown(page, "inline")


def markdown_references(page: bytes) -> str:
    """Markdown whose links are ``[text][1]``, the addresses in a list at the end."""
    return _markdown(page, "reference")


def browser_numbers(page: bytes) -> str:
    """As text browsers dump: ``[1]`` before each link, a list of References at the end."""
    return re.sub(r"^#+ |\*\*", "", _markdown(page, "numbered"), flags=re.MULTILINE)


# Line ends and indents, on top of the block lines.


def windows(page: bytes) -> str:
    """CR LF at the ends of lines."""
    return paragraphs(page).replace("\n", "\r\n")


def old_mac(page: bytes) -> str:
    """CR alone at the ends of lines."""
    return paragraphs(page).replace("\n", "\r")


def indented(page: bytes) -> str:
    """Every line set in by two ideographic blanks."""
    return re.sub(r"^(?=\S)", "　　", paragraphs(page), flags=re.MULTILINE)


def marked(page: bytes) -> str:
    """A byte order mark in front."""
    return "\ufeff" + paragraphs(page)


DUMPERS: dict[str, Callable[[bytes], str]] = {
    function.__name__: function
    for function in (
        paragraphs,
        text_plain,
        text_newline,
        text_stripped,
        text_blank,
        markdown,
        markdown_references,
        browser_numbers,
        windows,
        old_mac,
        indented,
        marked,
    )
}
