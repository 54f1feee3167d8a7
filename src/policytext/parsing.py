"""`parse`: the door's main call. Sorts out what came in, and hands a page to the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from policytext.document.script_view import Target
from policytext.encoding.decode import decode
from policytext.errors import InputError, UsageError
from policytext.pipeline import read
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html
from policytext.readers.sniff import looks_like_html
from policytext.rules import Source
from policytext.sources import find_source

if TYPE_CHECKING:
    from policytext.models.document import Document

__all__ = ["MAX_LENGTH", "parse"]

MAX_LENGTH = 32_000_000
"""Longest input, in bytes or code points. A page is a few hundred thousand; beyond this it is an archive."""

Form = Literal["html", "text"]
Keep = Literal["body", "all"]


def parse(
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | Source | None = None,
    form: Form | None = None,
    encoding: str | None = None,
    script: Target | None = None,
    keep: Keep = "body",
) -> Document:
    """Read a page of Chinese news, policy or notice.

    A page that is odd, empty, cut short, badly encoded or not Chinese gives a document, with ``notes``; never an exception.

    Args:
        page: Saved HTML, or the plain-text dump of a page; as bytes or as text.
        url: Where the page came from. It finds the source and corroborates the date; nothing is fetched.
        source: Key of a source, or a `Source` of your own; ``None`` to find it from the page.
        form: ``"html"`` or ``"text"``; ``None`` to tell it by the content.
        encoding: Encoding of bytes, by a WHATWG label; ``None`` to find it out.
        script: ``"hans"`` or ``"hant"`` converts the document's text and fields; ``None`` keeps the page's script.
            Pinyin glosses and byte wounds are repaired, and recorded, either way.
        keep: ``"body"``, or ``"all"`` to remove nothing: the document's text is all that is displayed, and the ledger
            still says what the body would be, and why the rest would not.

    Returns:
        The document. Its ledger (``pieces``) covers every code point of ``document.page.text``.

    Raises:
        InputError: ``binary``: the bytes are no text (an image, an archive); ``too_large``: over 32 million.
        UsageError: ``wrong_type``, ``unknown_source``, ``unknown_form``, ``unknown_encoding``, ``unknown_script`` or
            ``unknown_keep``: the call is wrong; the message names what is allowed.
    """
    if script is not None and script not in get_args(Target):
        raise UsageError("unknown_script", f'script={script!r}: allowed are "hans", "hant" and None')
    if form is not None and form not in get_args(Form):
        raise UsageError("unknown_form", f'form={form!r}: allowed are "html", "text" and None')
    if keep not in get_args(Keep):
        raise UsageError("unknown_keep", f'keep={keep!r}: allowed are "body" and "all"')
    if url is not None and not isinstance(url, str):
        raise UsageError("wrong_type", f"url must be a str or None, not {type(url).__name__}")
    if source is None or isinstance(source, Source):
        chosen = source
    elif isinstance(source, str):
        chosen = find_source(source)
    else:
        raise UsageError("wrong_type", f"source must be a key, a Source or None, not {type(source).__name__}")
    used: str | None = None
    notes: tuple[str, ...] = ()
    data: bytes | None = None
    if isinstance(page, (bytes, bytearray, memoryview)):
        decoded = decode(bytes(page), encoding=encoding)
        text, used, notes, data = decoded.text, decoded.encoding, decoded.notes, decoded.data
    elif isinstance(page, str):
        text = page
        if len(text) > MAX_LENGTH:
            raise InputError(
                "too_large", f"the page has {len(text):,} code points; at most {MAX_LENGTH:,} are read"
            )
    else:
        raise UsageError("wrong_type", f"parse takes the page as bytes or str, not {type(page).__name__}")
    if looks_like_html(text) if form is None else form == "html":
        found = read_html(text, encoding=used, notes=notes, data=data)
    else:
        found = read_dump(text, encoding=used, notes=notes)
    return read(found, url=url, source=chosen, target=script, keep_all=keep == "all")
