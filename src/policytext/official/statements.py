"""What the header table and the text's own clauses say of a document: number, category, state, when it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.dates import FIRST_DOCUMENT, find_dates, parse_date
from policytext.fields.grammar.official_words import OFFICE_NAME, kind_of, read_number
from policytext.models.official import DocNumber
from policytext.official.draft import TEXT_RULE, words_of
from policytext.official.register import TABLE_RULE
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.fields import DateKind
    from policytext.official.draft import Draft
    from policytext.official.register import Register
    from policytext.page.view import Line

__all__ = ["read_table", "read_validity"]

_DATED: Final[tuple[tuple[str, DateKind], ...]] = (
    ("signed_on", "signed"), ("effective_on", "effective"), ("expires_on", "repealed"), ("repealed_on", "repealed"),
)  # fmt: skip
_RELATIVE: Final = re.compile(r"[省市县区州盟旗乡镇](?!直)")
"""市农业农村局: whose, only the site knows; a full name in the document says more."""
_OFFICES_APART: Final = re.compile(r"[\s,，、;；]+")
_EFFECTIVE: Final = re.compile(
    r"自 ?(?P<date>[^自。;]{6,18}?)(?:之日)?起 ?(?:正式|开始)?(?:施行|实施|执行|生效|试行)"
)
_EXPIRES: Final = re.compile(
    r"(?:有效期|试行期|执行期限?)[^。;]{0,16}?(?:至|到|截[至止]) ?(?P<date>[^。;,]{6,16})"
)
_SUBJECT: Final = re.compile(
    r"本(?:办法|规定|条例|细则|通知|意见|方案|规则|标准|法|决定|公告|通告|规划|制度|政策|措施|预案|规范|指南|准则|文件|令)|现予|予以|公布|发布|通过|批准"
)


def read_table(draft: Draft, register: Register) -> None:
    """Candidates of the header table.

    Issuers are kept as the table writes them, names set apart by blanks only: 、 joins offices there as it joins words.
    """
    for name in ("index_no", "category", "status"):
        entry = register.first(name)
        if entry is not None:
            draft.add(name, entry.value, entry.start, entry.end, TABLE_RULE, 0.95)
    entry = register.first("issuers")
    if entry is not None:
        # A place or a website where an office should stand is the site's word, not the document's.
        folded = fold(entry.value)
        score = 0.5 if not OFFICE_NAME.fullmatch(folded) else 0.7 if _RELATIVE.match(folded) else 0.95
        joint = register.first("_joint")
        names = (*entry.value.split(), *(_OFFICES_APART.split(joint.value) if joint is not None else ()))
        draft.add("issuers", tuple(dict.fromkeys(names)), entry.start, entry.end, TABLE_RULE, score)
    entry = register.first("doc_number")
    # 无 and 其他 stand where there is no number.
    hit = read_number(fold(entry.value)) if entry is not None else None
    if entry is not None and hit is not None:
        number = DocNumber(entry.value, hit.code, hit.year, hit.serial)
        draft.add("doc_number", number, entry.start, entry.end, TABLE_RULE, 0.95)
    entry = register.first("kind")
    word = kind_of(fold(entry.value)) if entry is not None else None
    if entry is not None and word is not None:
        draft.add("kind", word, entry.start, entry.end, TABLE_RULE, 0.7)
    entry = register.first("keywords")
    if entry is not None:
        draft.add("keywords", words_of(entry.value), entry.start, entry.end, TABLE_RULE, 0.9)
    for name, kind in _DATED:
        entry = register.first(name)
        date = parse_date(fold(entry.value), since=FIRST_DOCUMENT) if entry is not None else None
        if entry is not None and date is not None:
            if date.precision in ("minute", "second"):
                # The clock is the content system's: a document is signed on a day.
                date = date._replace(value=date.value.replace(hour=0, minute=0, second=0), precision="day")
            draft.add(name, date.dated(entry.value, kind), entry.start, entry.end, TABLE_RULE, 0.85)


def read_validity(draft: Draft, lines: Sequence[Line]) -> None:
    """自…起施行 and 有效期至…, where the document speaks of itself. 自公布之日起 names no day, and none is made up."""
    for line in lines:
        folded = line.fold
        if "起" in folded and not draft.has("effective_on", TEXT_RULE):
            for match in _EFFECTIVE.finditer(folded):
                # 自…起 of something else (a fee, a school year) says nothing of the document.
                if _SUBJECT.search(folded, max(0, match.start() - 80), match.end()):
                    _within(draft, "effective_on", line, match, "effective")
                    break
        if ("有效期" in folded or "试行期" in folded) and not draft.has("expires_on", TEXT_RULE):
            expires = _EXPIRES.search(folded)
            if expires is not None:
                _within(draft, "expires_on", line, expires, "repealed")


def _within(draft: Draft, name: str, line: Line, match: re.Match[str], kind: DateKind) -> None:
    start, end = match.span("date")
    hits = find_dates(line.fold[start:end], since=FIRST_DOCUMENT)
    if hits and hits[0].precision in ("day", "month"):
        draft.add_date(name, hits[0], line.start + start, kind, 0.8)
