"""`parse` and `Parser`: the door's main call. Sorts out what came in, and hands a page to the engine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import field, frozen

from policytext.encoding.decode import decode
from policytext.errors import UsageError
from policytext.models.limits import DEFAULT_LIMITS, Limits
from policytext.models.script import Target
from policytext.pipeline import read
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html
from policytext.readers.sniff import looks_like_html
from policytext.rules import Source
from policytext.sources import Catalogue, catalogue

if TYPE_CHECKING:
    from policytext.models.document import Document

__all__ = ["Parser", "parse"]

Form = Literal["html", "text"]
Keep = Literal["body", "all"]

_LONGEST_NAME = 1_000
"""Code points of a path or an address; a line that is longer is read as a page without more ado."""
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
# A headline may hold a slash, so a path has a root and a folder, or the suffix of a saved page.
_PATH = re.compile(
    r"(?:[A-Za-z]:[\\/]|\\\\|~?/|\.{1,2}[\\/])?(?:[^\\/\n<>|]+[\\/])*[^\\/\n<>|，。；：]*\.(?:s?html?|xhtml|mht|mhtml|txt|md|php|aspx?|jsp|json|jsonl|gz|warc)"
    r"|(?:[A-Za-z]:[\\/]|\\\\|~?/)(?:[^\\/\s<>|]+[\\/])+[^\\/\s<>|]*",
    re.IGNORECASE,
)


def _known_sources(_: object, __: object, value: object) -> None:
    if not isinstance(value, tuple) or not all(isinstance(source, Source) for source in value):
        raise UsageError(
            "wrong_type", "sources must be a tuple of Source; a key, such as 'gscn', goes into parse(source=)"
        )
    # The key is how a call names a source and how a document says which was used, so it must mean one.
    keys = [source.key for source in value]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise UsageError("bad_source", f"two of the sources are called {', '.join(twice)}")


def _known_script(_: object, __: object, value: object) -> None:
    if value is not None and value not in get_args(Target):
        raise UsageError("unknown_script", f'script={value!r}: allowed are "hans", "hant" and None')


def _known_keep(_: object, __: object, value: object) -> None:
    if value not in get_args(Keep):
        raise UsageError("unknown_keep", f'keep={value!r}: allowed are "body" and "all"')


def _known_limits(_: object, __: object, value: object) -> None:
    if not isinstance(value, Limits):
        raise UsageError("wrong_type", f"limits must be a Limits, not {type(value).__name__}")


def _as_tuple(value: Any) -> Any:
    # A list would make the parser unhashable, and could change behind its back.
    return tuple(value) if isinstance(value, (list, set, frozenset)) else value


@frozen(kw_only=True)
class Parser:
    """A configured parser: frozen, hashable, picklable, safe to share among threads and to send to processes.

    Attributes:
        sources: Sources of your own, beside the built-in ones; a page is found to be of one of them by host, address or
            signature as of these. Where both fit, and where a key is the same, yours is taken.
        script: ``"hans"`` or ``"hant"`` converts the documents' text and fields; ``None`` keeps the page's script.
            Pinyin glosses and byte wounds are repaired, and recorded, either way.
        keep: ``"body"``, or ``"all"`` to remove nothing: the document's text is all that is displayed, and the ledger
            still says what the body would be, and why the rest would not.
        limits: How much one page may hold.

    Raises:
        UsageError: ``wrong_type``, ``bad_source``, ``unknown_script`` or ``unknown_keep``.
    """

    sources: tuple[Source, ...] = field(default=(), converter=_as_tuple, validator=_known_sources)
    script: Target | None = field(default=None, validator=_known_script)
    keep: Keep = field(default="body", validator=_known_keep)
    limits: Limits = field(default=DEFAULT_LIMITS, validator=_known_limits)
    # Made of `sources`; a process that gets a parser makes it anew.
    _catalogue: Catalogue | None = field(default=None, init=False, eq=False, repr=False)

    def parse(
        self,
        page: bytes | str,
        *,
        url: str | None = None,
        source: str | Source | None = None,
        form: Form | None = None,
        encoding: str | None = None,
    ) -> Document:
        """Read a page of Chinese news, policy or notice; see `policytext.parse`.

        Args:
            page: Saved HTML, or the plain-text dump of a page; as bytes or as text.
            url: Where the page came from.
            source: Key of a source (yours or a built-in one), or a `Source`; ``None`` to find it from the page.
            form: ``"html"`` or ``"text"``; ``None`` to tell it by the content.
            encoding: Encoding of bytes, by a WHATWG label; ``None`` to find it out.

        Raises:
            InputError: ``binary``, ``too_large``.
            UsageError: ``wrong_type``, ``unknown_source``, ``unknown_form`` or ``unknown_encoding``.
        """
        if form is not None and form not in get_args(Form):
            raise UsageError("unknown_form", f'form={form!r}: allowed are "html", "text" and None')
        for name, value in (("url", url), ("encoding", encoding)):
            if value is not None and not isinstance(value, str):
                raise UsageError("wrong_type", f"{name} must be a str or None, not {type(value).__name__}")
        chosen = self._chosen(source)
        used: str | None = None
        notes: tuple[str, ...] = ()
        data: bytes | None = None
        if isinstance(page, (bytes, bytearray, memoryview)):
            # Before a copy is made of it.
            self.limits.check_size(memoryview(page).nbytes, "bytes")
            decoded = decode(bytes(page), encoding=encoding)
            text, used, notes, data = decoded.text, decoded.encoding, decoded.notes, decoded.data
        elif isinstance(page, str):
            text = page
            self.limits.check_size(len(text), "code points")
        else:
            raise UsageError("wrong_type", f"parse takes the page as bytes or str; {_remedy(page)}")
        if len(text) <= _LONGEST_NAME:
            notes += _only_a_name(text.strip())
        # Whoever says the form is believed: a page about HTML, dumped, looks like HTML itself.
        if looks_like_html(text) if form is None else form == "html":
            found = read_html(text, encoding=used, notes=notes, data=data, limits=self.limits)
        else:
            found = read_dump(text, encoding=used, notes=notes, limits=self.limits)
        return read(
            found,
            url=url,
            source=chosen,
            sources=self._sources(),
            target=self.script,
            keep_all=self.keep == "all",
            limits=self.limits,
        )

    def _chosen(self, source: object) -> Source | None:
        if source is None or isinstance(source, Source):
            return source
        if isinstance(source, str):
            return self._sources().find(source)
        raise UsageError("wrong_type", f"source must be a key, a Source or None, not {type(source).__name__}")

    def _sources(self) -> Catalogue:
        if self._catalogue is None:
            object.__setattr__(self, "_catalogue", catalogue(self.sources))
        assert self._catalogue is not None  # noqa: S101 - for the type checker
        return self._catalogue

    def __getstate__(self) -> tuple[object, ...]:
        # Without the catalogue, whose compiled patterns are heavy to send and quick to make.
        return self.sources, self.script, self.keep, self.limits

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(("sources", "script", "keep", "limits"), state, strict=True):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_catalogue", None)


def parse(
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | Source | None = None,
    form: Form | None = None,
    encoding: str | None = None,
    script: Target | None = None,
    keep: Keep = "body",
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Read a page of Chinese news, policy or notice.

    A page that is odd, empty, cut short, badly encoded or not Chinese gives a document, with ``notes``; never an exception.
    Pages of a site of your own are found by a `Parser`, which knows your sources beside the built-in ones.

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
        limits: How much the page may hold; see `Limits` for what happens beyond.

    Returns:
        The document. Its ledger (``pieces``) covers every code point of ``document.page.text``.

    Raises:
        InputError: ``binary``: the bytes are not text (an image, an archive); ``too_large``: beyond one of the ``limits``.
        UsageError: ``wrong_type``, ``unknown_source``, ``unknown_form``, ``unknown_encoding``, ``unknown_script`` or
            ``unknown_keep``: the call is wrong; the message names what is allowed.
    """
    # Most calls ask for nothing special, and share the parser whose catalogue is made.
    plain = script is None and keep == "body" and limits is DEFAULT_LIMITS
    parser = _DEFAULT if plain else Parser(script=script, keep=keep, limits=limits)
    return parser.parse(page, url=url, source=source, form=form, encoding=encoding)


_DEFAULT = Parser()


def _remedy(page: object) -> str:
    """What to pass in place of something that is not a page; told by what it can do, so that nothing needs to be imported."""
    kind = type(page).__name__
    if page is None:
        return "None came in: nothing was downloaded or read"
    if hasattr(page, "__fspath__"):
        return f"of a {kind} pass page.read_bytes()"
    if hasattr(page, "itertext") or hasattr(page, "getroot"):
        return f"of a tree ({kind}) pass lxml.html.tostring(page, encoding='unicode'), or the bytes it was made of"
    # requests and httpx have `content`, Scrapy and aiohttp `body`; only with headers is it a response.
    for name in ("content", "body"):
        if hasattr(page, "headers") and isinstance(getattr(page, name, None), bytes):
            return f"of a {kind} pass page.{name}"
    if hasattr(page, "read"):
        return f"of an open file or response ({kind}) pass page.read()"
    if hasattr(page, "prettify"):
        return f"of a {kind} pass str(page), or the bytes it was made of"
    return f"{kind} is neither"


def _only_a_name(text: str) -> tuple[str, ...]:
    """A note where the page is nothing but an address or the path of a file: it is read as text, but hardly meant so."""
    if "\n" in text or not text:
        return ()
    if _ADDRESS.fullmatch(text):
        return ("address: the page is nothing but an address; download it and pass what came",)
    if _PATH.fullmatch(text):
        return (
            "path: the page is nothing but the path of a file; pass what it holds, pathlib.Path(…).read_bytes()",
        )
    return ()
