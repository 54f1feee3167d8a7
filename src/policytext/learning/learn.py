"""`learn`: pages of one site in, a source with its evidence out."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from policytext.errors import InputError, UsageError
from policytext.learning.documents import distinct
from policytext.learning.ends import find_ends
from policytext.learning.frame import find_frame
from policytext.learning.labels import find_labels
from policytext.learning.observe import Vocabulary, masked, observe
from policytext.learning.places import find_places
from policytext.learning.prefixes import find_prefixes
from policytext.parsing import Parser
from policytext.rules import Evidence, Label, Source
from policytext.rules.builders import line, opener, text_line
from policytext.sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policytext.learning.frame import FrameLine
    from policytext.learning.labels import FoundLabel
    from policytext.learning.observe import Observation
    from policytext.learning.places import Place
    from policytext.learning.prefixes import FoundPrefix
    from policytext.parsing import Form
    from policytext.rules import Rule
    from policytext.rules.evidence import Subject

__all__ = ["learn"]

_LONGEST = 160
"""Code points of the longest line that becomes a rule: what is longer and stands on every page is a text of its own."""
_SLACK = 40
"""By how much a line may be longer than its masked form: numbers and blanks are wider on the page."""
_MOST = 150
"""Rules at most; the most common lines first."""
_KEY = re.compile(r"[a-z0-9_]+")
_GENERIC = Source(key="generic")


def learn(
    pages: Iterable[bytes | str],
    *,
    key: str,
    name: str | None = None,
    hosts: Sequence[str] = (),
    urls: Sequence[str | None] | None = None,
    form: Form | None = None,
    keep: Sequence[str] = (),
    cut: Sequence[str] = (),
) -> Source:
    """Learn the template of a site from some of its pages.

    What is learned: the block that holds the body, the lines of frame (inside the text and around it), the lines that end it, and the
    labels of its byline rows that are not in common use. Each is believed only where several documents show it; what is doubtful is kept, and `Source.evidence` says so. One page teaches
    nothing. The same pages give the same source, in whatever order they come.

    Never learned as frame, whatever the count: closing forms, signatures, dates, numbered heads, addressees, telephones; ``cut`` takes them.

    Args:
        pages: Saved HTML or dumps of one site; three are the least from which anything is learned, ten are good.
        key: Name of the source; its rules are called ``key/frame-…``.
        name: Name of the site, the publisher where a page does not say another.
        hosts: Host names, for finding the source by a page's address.
        urls: Addresses of the pages, one each, ``None`` where one is unknown.
        form: ``"html"`` or ``"text"``; ``None`` to tell it of each page by its content.
        keep: Lines that are text, whatever was seen; compared folded, with digits as one.
        cut: Lines that are frame, whatever was seen.

    Raises:
        UsageError: ``no_pages``: no page was given; ``taken``: a built-in source has the key; ``bad_source``: the key is malformed;
            ``wrong_type``: ``urls`` is not as long as ``pages``.
        InputError: ``binary``, ``too_large``: a page is not text; the message says which, counted from 0.
    """
    if isinstance(pages, (str, bytes)):
        raise UsageError("wrong_type", "pages must be several pages; for one page put it into a list: [page]")
    _check_key(key)
    # Hosts or a name that no source can have are refused before a thousand pages are read, not after.
    _ = Source(key=key, name=name, hosts=tuple(hosts))
    lines, kinds = Vocabulary(), Vocabulary()
    seen = _observed(pages, urls, form, lines, kinds)
    documents = distinct(seen)
    found = _find_all(documents, lines, kinds)
    word = _Word([masked(text) for text in keep], [masked(text) for text in cut])
    rules, evidence = _rules(key, len(documents), found, lines.texts, word)
    pages_seen = f"{len(seen)} pages of {len(documents)} documents"
    return Source(
        key=key,
        name=name,
        hosts=tuple(hosts),
        body=tuple(place.where for place in found.places),
        rules=rules,
        labels=tuple(Label(one.text, one.field) for one in found.labels if one.field),
        evidence=(
            Evidence("pages", "pages", len(seen), len(seen), "", pages_seen),
            *_evidence_of_places(found.places),
            *_evidence_of_labels(found.labels, len(documents)),
            *evidence,
        ),
    )


def _check_key(key: str) -> None:
    """Refuse a name that a built-in source has, or that no rule name can begin with."""
    if any(source.key == key for source in (*SOURCES, _GENERIC)):
        raise UsageError("taken", f"key={key!r}: a built-in source has this name; choose another")
    if not _KEY.fullmatch(key):
        raise UsageError(
            "bad_source",
            f"key={key!r}: a name of small letters, digits and _ is wanted; the names of the rules begin with it",
        )


class _Found(NamedTuple):
    """What the documents of a site agree on."""

    places: list[Place]
    frame: list[FrameLine]
    ends: dict[int, int]
    """Lines of frame that end the text, each with the number of documents that it ends."""
    prefixes: list[FoundPrefix]
    labels: list[FoundLabel]


def _find_all(documents: Sequence[Observation], lines: Vocabulary, kinds: Vocabulary) -> _Found:
    """Run every search over the documents."""
    counts: Counter[int] = Counter()
    for page in documents:
        counts.update({item.key for item in page.lines})
    per_line = [counts[number] for number in range(len(lines.texts))]
    prefixes = find_prefixes(documents, lines.texts)
    begun = tuple(prefix.text for prefix in prefixes)
    # A line that a learned beginning takes is no longer loose text in a place; so beginnings are found before places.
    framed = {number for number, text in enumerate(lines.texts) if begun and text.startswith(begun)}
    frame = find_frame(documents, lines.texts)
    beside = [item.key for item in frame if item.frame and item.beside]
    return _Found(
        find_places(documents, per_line, kinds.texts, framed),
        frame,
        find_ends(documents, beside, per_line),
        prefixes,
        find_labels(documents, lines.texts),
    )


def _evidence_of_places(places: Sequence[Place]) -> list[Evidence]:
    return [
        Evidence("place", place.where, place.documents, place.of, "", "holds the text") for place in places
    ]


def _evidence_of_labels(labels: Sequence[FoundLabel], of: int) -> list[Evidence]:
    return [
        Evidence("label", one.field or "doubtful", one.documents, of, one.text, one.why) for one in labels
    ]


def _observed(
    pages: Iterable[bytes | str],
    urls: Sequence[str | None] | None,
    form: Form | None,
    lines: Vocabulary,
    kinds: Vocabulary,
) -> list[Observation]:
    # With the generic reading only: what a built-in source knows of the site would hide what there is to learn.
    parser = Parser()
    out: list[Observation] = []
    for number, page in enumerate(pages):
        if urls is not None and number >= len(urls):
            raise UsageError("wrong_type", f"urls has {len(urls)} addresses, and there are more pages")
        try:
            document = parser.parse(
                page, url=None if urls is None else urls[number], source=_GENERIC, form=form
            )
        except InputError as error:
            raise InputError(error.code, f"page {number}: {error.message}") from None
        out.append(observe(document, lines, kinds))
    if urls is not None and len(urls) > len(out):
        raise UsageError("wrong_type", f"urls has {len(urls)} addresses for {len(out)} pages")
    if not out:
        raise UsageError(
            "no_pages", "pages is empty; three pages are the least from which anything is learned"
        )
    return out


class _Word(NamedTuple):
    """What a person said: lines that are text, lines that are frame, masked."""

    keep: list[str]
    cut: list[str]


def _rules(
    key: str,
    of: int,
    site: _Found,
    texts: Sequence[str],
    word: _Word,
) -> tuple[tuple[Rule, ...], list[Evidence]]:
    """The rules, a person's first, and what each rests on; behind them what was kept in doubt.

    ``of``: how many documents there are.
    """
    found: dict[str, tuple[Rule, Evidence]] = {}
    kept: list[Evidence] = []

    def add(text: str, rule: Rule, subject: Subject, count: int, why: str) -> None:
        # The first one who speaks of a line decides: so a person's word stands against what was learned.
        found.setdefault(text, (rule, Evidence(subject, rule.name, count, of, text, why)))

    for text in filter(None, word.keep):
        add(text, _text(key, text), "kept", 0, "you said so (keep)")
    for text in filter(None, word.cut):
        add(text, _line(key, text, anywhere=True), "frame", 0, "you said so (cut)")
    for item in site.frame:
        text = texts[item.key]
        if text in found or len(text) > _LONGEST:
            continue
        if not item.frame:
            kept.append(Evidence("kept", "doubtful", item.documents, of, text, item.why))
        elif len(found) >= _MOST:
            break
        elif item.key in site.ends:
            why = f"ends the text in {site.ends[item.key]} documents"
            add(text, _end(key, text), "end", item.documents, why)
        else:
            add(text, _line(key, text, anywhere=item.inside), "frame", item.documents, item.why)
    for prefix in site.prefixes:
        rule = _beginning(key, prefix.text)
        why = "begins alike behind the text, and in no text"
        add(f"{prefix.text}*", rule, "frame", prefix.documents, why)
    return tuple(rule for rule, _ in found.values()), [*[one for _, one in found.values()], *kept]


def _text(key: str, text: str) -> Rule:
    return text_line(_named(key, text, "text"), _pattern(text), keys=_keys(text), longest=len(text) + _SLACK)


def _line(key: str, text: str, *, anywhere: bool) -> Rule:
    return line(
        _named(key, text),
        _pattern(text),
        keys=_keys(text),
        place="anywhere" if anywhere else "outside",
        longest=len(text) + _SLACK,
        # The line itself as an example: `check_source` proves a learned rule as it does a written one.
        removes=(text,),
    )


def _beginning(key: str, text: str) -> Rule:
    return line(
        _named(key, f"{text}*"),
        f"{_pattern(text.rstrip())}.{{1,{_LONGEST}}}",
        keys=_keys(text),
        place="edge",
        longest=_LONGEST,
    )


def _end(key: str, text: str) -> Rule:
    return opener(
        _named(key, text, "end"),
        _pattern(text),
        keys=_keys(text),
        longest=len(text) + _SLACK,
        removes=(text,),
    )


def _named(key: str, text: str, what: str = "frame") -> str:
    """A name by the text, so that it stays when more pages are learned from."""
    return f"{key}/{what}-{blake2b(text.encode(), digest_size=4).hexdigest()}"


def _pattern(text: str) -> str:
    """The masked line as a pattern: a number stands for any, a blank for several."""
    return re.sub(r"0", r"\\d{1,12}", re.sub(r"(?:\\ )", r"\\s{1,9}", re.escape(text)))


def _keys(text: str) -> tuple[str, ...]:
    """The longest run without blanks and numbers: of which a line must hold one to be looked at."""
    # A blank may be several on the page and a 0 any number, so no key may hold either.
    parts = re.split(r"[\s0]+", text)
    longest = max(parts, key=len)
    return (longest[:12],) if longest else ()
