"""HTML to `Page`, in one pass over libxml2's events and without a tree.

libxml2 parses and calls a handler (`events`) for every start tag, end tag and piece of text; the handler keeps a stack, and
what it collects is made into lines in one go at the end. Against a bare parse into a tree (1.0), over 96 saved pages:
events into empty callbacks 1.2, this handler 2.2, cleaning 0.15, lines 0.3. Walking a finished tree from Python costs 1.4 to
1.5 before a node is looked at, and that tree ends at 256 levels of depth, where libxml2 drops the rest of the page; events
have no such limit. A tokenizer of our own on top of ``str.split`` and a table of the tags met, with libxml2's rules of what ends what,
gave the same pages and took longer: 3.3 in all.

White space is all that changes. ASCII white space inside a line becomes one space, and nothing where the source
breaks a line between two CJK characters. No-break and ideographic spaces stay as they are, outside the run where
they stand at its ends. The join of two inline elements adds nothing.

What is treated on purpose:

* ``<script>`` and ``<style>`` are one run each, marked ``SCRIPT``; JSON-LD is read into ``meta`` as well.
* ``<template>``, ``<iframe>``, ``<video>``, ``<audio>``, ``<canvas>``, ``<datalist>``, ``display:none``,
  ``visibility:hidden`` and the ``hidden`` attribute mark all text below them ``HIDDEN``. ``aria-hidden`` does not: it is displayed.
* ``<noscript>`` and ``<noframes>`` are marked ``NOSCRIPT``.
* A ``<form>`` that is a child of ``<body>`` is not marked: whole pages stand in one.
* Something invisible in the midst of a line splits it: the second half is marked ``CONTINUED``.
* Comments are no text. ``<!--enpproperty ...-->`` is read into ``meta``, short ones are kept with their place, since
  publishing systems mark the body by them; conditional comments are left out.
* Cells of a table row are runs joined by a tab; rows are lines.
* After ``</html>`` the page goes on, and a second document in the same file is read like the first.
"""

from __future__ import annotations

from functools import partial
from inspect import signature

from lxml import etree

from policytext.models.limits import DEFAULT_LIMITS, Limits
from policytext.models.page import Node, Page
from policytext.readers.html.clean import FLATTEN_LEVELS, clean, flatten, keep_brackets
from policytext.readers.html.compose import compose
from policytext.readers.html.handler import Handler
from policytext.readers.html.references import references
from policytext.readers.html.seams import seams

__all__ = ["read_html"]

# Appended to the page. Its start is reported only if the page does not end inside a tag, a comment or raw text.
_END_TAG = "<x-end-of-page>"

_node = partial(tuple.__new__, Node)

# For every page lxml asks how many arguments this takes, to tell whether it wants the namespaces too; so it is worked out once.
setattr(Handler.start, "__signature__", signature(Handler.start))  # noqa: B010 - a checker knows of no such attribute


def read_html(
    text: str,
    *,
    encoding: str | None = None,
    notes: tuple[str, ...] = (),
    data: bytes | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Page:
    """Read a decoded HTML page.

    Args:
        text: The page; any ``str`` at all, fragments and broken markup included.
        encoding: What the page was decoded from, kept in the result.
        notes: What the decoder had to tell; the reader's notes are added.
        data: ``text`` in UTF-8, if the caller has it: saves encoding it.
        limits: How many lines and blocks there may be, how deep, and with how many attributes.

    Raises:
        InputError: ``too_large``: too many lines or blocks.

    Returns:
        The page. ``Page.text`` without white space is the text of the parsed tree, scripts, styles and title
        included, in their order. Spans are code points of ``Page.text``, half-open.
    """
    data, found = clean(text, data, attributes=limits.attributes)
    handler, level = _parse(data, limits)
    if "bogus" in handler.seen:
        again = keep_brackets(data, found)
        if again != data:
            data = again
            handler, level = _parse(data, limits)
    if _unclosed(handler, data) == "tag" and data.endswith(b"</"):
        # With nothing behind it this is text; with the end mark behind it, a comment.
        data = data[:-2] + b"&lt;/"
        handler, level = _parse(data, limits)
    if level:
        found.append(f"depth: over {limits.depth} nested elements, the markup was flattened (level {level})")
    columns = handler.columns
    _finish(handler, data, found)
    composed, runs, places = compose(columns)
    page = Page(
        text=composed,
        form="html",
        runs=tuple(runs),
        nodes=tuple(map(_node, zip(columns.parents, columns.tags, columns.idents, strict=True))),
        meta=tuple(columns.meta),
        comments=tuple((places[index], comment) for index, comment in columns.comments),
        refs=partial(references, columns.refs, columns.laid_out, places, composed),
        seams=partial(seams, columns.parts, places, composed) if columns.parts else None,
        encoding=encoding,
        notes=(*notes, *found),
    )
    columns.clear()
    return page


def _parse(data: bytes, limits: Limits) -> tuple[Handler, int]:
    """What the handler saw, and how far the markup had to be flattened for it; 0 where it was read as it is."""
    handler, level = Handler(limits), 0
    for level in range(FLATTEN_LEVELS + 1):
        if level:
            handler = Handler(limits)
        # A parser of its own for every call: a shared one is locked, and a fork while it is held never ends.
        parser = etree.HTMLParser(target=handler, encoding="utf-8", huge_tree=True)
        try:
            etree.fromstring((flatten(data, level) if level else data) + _END_TAG.encode(), parser)
        except IndexError:  # the handler's stack is full
            continue
        break
    return handler, level


def _unclosed(handler: Handler, data: bytes) -> str | None:
    """What the page ends inside of, if anything: ``text`` of an element that holds nothing else, a ``comment`` or a ``tag``."""
    if "end" in handler.seen:
        return None
    texts = handler.columns.texts
    if texts and texts[-1].rstrip().endswith(_END_TAG):
        return "text"
    return "comment" if data.rfind(b"<!--") > data.rfind(b"-->") else "tag"


def _finish(handler: Handler, data: bytes, notes: list[str]) -> None:
    """Take the end mark out again where it became text, and say what the page ended inside of."""
    inside = _unclosed(handler, data)
    if inside == "text":
        notes.append("unclosed: the page ends inside an element that holds text only")
        texts = handler.columns.texts
        texts[-1] = texts[-1].rstrip().removesuffix(_END_TAG)
    elif inside:
        notes.append(f"unclosed: the page ends inside a {inside}, which is not displayed")
