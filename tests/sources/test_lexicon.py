"""Forms of frame and lines that look like them, each on a page around it.

Negative evidence: a line between paragraphs stays, and so do the paragraphs. Positive evidence: the same forms where
frame stands go, under a rule whose name tells their class. From the wild: the lexicon beside the repository, where it is
there; our own lists in ``tests/fixtures`` always.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import pytest

import policytext
from support.around import HEADLINE, PARAGRAPHS, page_around, roles_of
from support.cases import FIXTURES, SHARED
from support.sampling import one_in


class Entry(NamedTuple):
    """A line of a list: where from, its class, its text, where it stands."""

    source: str
    kind: str
    text: str
    position: str


# Notes of the lexicon's maker about a form, in place of an example.
_NOTE = re.compile(r"\((?=[^()]*[a-z]{3,} [a-z]{2,})[^()]*\)")
_GLOSS = re.compile(r"[\u4e00-\u9fff]\([a-zāáǎàēéěèīíǐìōóǒòūúǔùü]+\)")


def _entries(*, negative: bool) -> list[Entry]:
    out: list[Entry] = []
    wild = SHARED / "lexicon" / "boilerplate.jsonl"
    if wild.exists():
        for line in wild.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["example"] if negative else _NOTE.sub("", row["example"]).strip()
            if row["hard_negative"] is negative and text:
                out.append(Entry("wild", row["class"], text, row["position"]))
    own = FIXTURES / ("negative/hard_negatives.jsonl" if negative else "boilerplate.jsonl")
    for line in own.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        out.append(Entry("own", row["class"], row["line"], row.get("position", "body")))
    return [entry for entry in out if negative or entry.kind not in NO_FRAME]


# Damage is repaired, not removed.
NO_FRAME = frozenset({"script_artifact", "official_or_body_line"})

NEGATIVE = _entries(negative=True)
POSITIVE = _entries(negative=False)


def _ids(entry: object) -> str:
    return f"{entry.source}-{entry.kind}-{entry.text[:12]}" if isinstance(entry, Entry) else str(entry)


SIZES = (2, 4, 6)


@pytest.mark.parametrize(
    ("entry", "size"),
    [
        pair
        for turn, size in enumerate(SIZES)
        for pair in one_in(len(SIZES), [(entry, size) for entry in NEGATIVE], of=turn)
    ],
    ids=_ids,
)
def test_hard_negative_stays(entry: Entry, size: int) -> None:
    """Between paragraphs the line is body, every character of it, and the paragraphs around it are, too."""
    doc = policytext.parse(page_around(middle=entry.text, body=size))
    lost = [found for found in roles_of(doc, entry.text) if found[1] != "body"]
    for paragraph in PARAGRAPHS[:size]:
        lost += [found for found in roles_of(doc, paragraph) if found[1] != "body"]
    assert lost == []


# Lines that close or open a document stand at its ends, too.
CLOSING = re.compile(
    r"^(?:特此|附件|抄送|（此件|\(此件|[^\n]{2,30}\n+\s*[12]\d{3}年)|印发$|相关链接：《|^联系人：|^咨询电话\n|^附件"
)


@pytest.mark.parametrize("entry", [e for e in NEGATIVE if CLOSING.search(e.text.strip())], ids=_ids)
def test_end_of_document_stays(entry: Entry) -> None:
    """Signature, date, attachments, notes and copies-to behind the last paragraph are body."""
    doc = policytext.parse(page_around(tail=entry.text))
    assert [found for found in roles_of(doc, entry.text) if found[1] != "body"] == []


# Which rules' names tell a class. The part behind the slash; a block's lines go under the name of its opener.
NAMES: dict[str, str] = {
    "breadcrumb": r"breadcrumb",
    "byline_row": r"byline|editor-line|tool-bar|counter|subtitle",
    "trailing_credit": r"editor-line|byline|signature|pager",
    "original_title": r"subtitle|original-title|title",
    "lead_duplicate": r"lead-summary|cut-lead|repeated-title|title",
    "toolbar_share": r"tool-bar|share-bar|log-in|byline|comment-head",
    "qr_app_prompt": r"qr-code|app-prompt|follow|tool-bar",
    "copyright_disclaimer": r"copyright|site-links|footer-legal",
    "reprint_notice": r"reprint-notice|copyright|byline",
    "related_list": r"related-list|tool-bar",
    "rank_list": r"rank-list",
    "prev_next": r"prev-next",
    "pagination": r"pager",
    "tags_row": r"tags",
    "comments_area": r"comment|log-in|follow",
    "footer_legal": r"footer-legal|related-list|site-footer",
    "footer_ownership": r"footer-owner|footer-legal|copyright|contact|site-links",
    "contact_block": r"contact|site-links|site-footer|footer-legal",
    "site_intro": r"today|site-links|site-footer|site-intro|related-list",
    "nav_menu": r"menu|log-in|breadcrumb|link-list|related-list|site-footer|site-links",
    "login_register": r"log-in|menu|today",
    "orphan_counter": r"counter|byline|tool-bar|pager",
    "spam_injection": r"spam",
    "gov_header_table": r"official-header|official-table|byline",
}
# Where on the page a class stands when its position says head or tail.
HEAD = frozenset({"original_title", "lead_duplicate", "byline_row", "toolbar_share", "tags_row", "orphan_counter", "qr_app_prompt", "pagination", "trailing_credit"})  # fmt: skip
FOOT = frozenset({"footer_legal", "footer_ownership", "contact_block", "site_intro", "nav_menu"})
# Items of a list: they are recognised by the head of their list.
LIST_HEADS = {"rank_list": "点击排行", "related_list": "推荐阅读"}
_ITEM = re.compile(r"\d{1,2}\.?\s")
FLOOR = 0.95


def _places(entry: Entry) -> list[str]:
    places: list[str] = []
    for position in entry.position.split("|"):
        if position in ("head", "any"):
            places.append("head" if entry.kind in HEAD else "top")
        if position in ("tail", "any"):
            places.append("foot" if entry.kind in FOOT else "tail")
    return places


def _outcome(entry: Entry, place: str) -> tuple[bool, bool, str]:
    """Whether the line went, whether the names tell its class, and what became of it."""
    text = entry.text
    if _ITEM.match(text) and entry.kind in LIST_HEADS:
        text = LIST_HEADS[entry.kind] + "\n" + text
    if (
        entry.kind == "lead_duplicate"
        and text.endswith(("...", "…"))
        and "：" not in text
        and ":" not in text
    ):
        # The lead cut short: the paragraph it was cut from follows.
        text += "\n" + text.rstrip(".…") + "，年底前全部完工，方便群众夜间出行。"
    if place == "foot":
        # No list above it, whose lines would go under the name of its head.
        page = page_around(tail="【打印】【关闭】", foot=text, related=False)
    else:
        page = page_around(**{place: text}, glossed=bool(_GLOSS.search(text)))  # type: ignore[arg-type]
    doc = policytext.parse(page)
    found = roles_of(doc, entry.text)
    gone = all(role != "body" for _, role, _ in found)
    told = gone and any(re.search(NAMES[entry.kind], (rule or "/").split("/")[1]) for _, _, rule in found)
    return gone, told, f"{place} {entry.kind}: {found}"


@cache
def figures() -> dict[str, list[tuple[bool, bool, str]]]:
    """What became of every form of frame in its place, by class."""
    out: dict[str, list[tuple[bool, bool, str]]] = defaultdict(list)
    for entry in POSITIVE:
        for place in _places(entry):
            out[entry.kind].append(_outcome(entry, place))
    return out


def test_every_class_has_a_name() -> None:
    """No class of the lists is without rules that are meant for it, and each has forms."""
    assert set(figures()) == set(NAMES)
    assert sum(len(rows) for rows in figures().values()) > 300


def test_forms_of_frame_go() -> None:
    """In their place at least 95 in 100 forms of frame are no body."""
    rows = [row for kind in figures().values() for row in kind]
    missed = [told for gone, _, told in rows if not gone]
    assert len(missed) <= (1 - FLOOR) * len(rows), "\n".join(missed)


def test_names_tell_the_class() -> None:
    """In their place at least 95 in 100 forms of frame are taken under a name that tells their class."""
    rows = [row for kind in figures().values() for row in kind]
    missed = [what for _, told, what in rows if not told]
    assert len(missed) <= (1 - FLOOR) * len(rows), "\n".join(missed)


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_each_class_is_known(kind: str) -> None:
    """No class is left behind: of each at least two in three forms go under a telling name."""
    rows = figures()[kind]
    missed = [what for _, told, what in rows if not told]
    assert len(missed) * 3 <= len(rows), "\n".join(missed)


def test_headline_survives_all_forms() -> None:
    """The page around the forms is one that is read right: its headline and all paragraphs are found."""
    doc = policytext.parse(page_around())
    assert doc.title == HEADLINE
    assert doc.text == "\n".join(PARAGRAPHS)
