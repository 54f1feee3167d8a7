"""Credits outside byline rows: reporter lines, brackets behind the last sentence.

``□ 本报记者 某某 某某``, ``…防线。（某某）``. All work on a folded line and cut the names from the line as
displayed; each answers ``None`` rather than guess.
"""

from __future__ import annotations

import re
from typing import Final

from policytext.fields.grammar.byline_labels import AUTHOR, WRITER_ROLES
from policytext.fields.grammar.names import is_organisation, looks_person, read_names, split_names
from policytext.fields.grammar.role_names import ROLE_WORD, split_credit
from policytext.fields.grammar.rows import PEOPLE, read_row
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import media_score
from policytext.page.shadow import fold

__all__ = ["bracket_credit", "credit_line", "glued_names"]

_VERBS: Final = re.compile(r"[。!?;\"']|了|的|是|在|从|获悉|看到|介绍|表示|采访|认为|发现|了解|告诉|说|问")
_LINE_CREDIT: Final = re.compile(
    r"^[\s·*□■◎〇[({<|/-]*(?:(?:整合|采写|撰文|文|图|文/图|图/文|来源)[ :/|丨]*|[:丨][ :/|丨]*)?(?P<office>[^()。,;!?:]{0,22}?)"
    rf"(?P<roles>(?:记者|通讯员|评论员|实习生|特约撰稿人?|撰稿人|报道员|{AUTHOR}|"
    r"[Bb][Yy](?= |:|[\u4e00-\u9fff]))[ :/|丨]{0,4})(?P<names>.{2,70}?)[\s\])}>|/]*$"
)
_BRACKET: Final = re.compile(
    r"[(\[]([^()\[\]]{2,70}(?:\([^()]{1,12}\)[^()\[\]]{0,20})?)[)\]](?:\d{7})?[\s。.]*$"
)


_FRONT: Final = 18
"""Characters of a bracket within which the first name's label begins."""
_BY: Final = re.compile(r"by ", re.IGNORECASE)
_WROTE: Final = re.compile(r"[/ ]?(?:文/?图|图/?文|文|整理|报道|供稿|撰稿|撰文)[ ]*$")
"""What ends a bracket that names who wrote: 某某、某某/文图, 某某整理."""
_NO_WRITING: Final = ("供图", "图", "提供")
"""What ends a bracket that names who gave pictures."""


def credit_line(folded: str, text: str) -> tuple[str, tuple[str, ...], int, int] | None:
    """A whole line that names reporters without a colon: ``□ 本报记者 张三 李四``, ``某报记者 张三/文 王五/图``.

    Returns:
        Role, names, and the span of the office before the role word (empty where there is none); ``None`` where the
        line says anything else.
    """
    if not 4 <= len(folded) <= 90:
        return None
    match = _LINE_CREDIT.match(folded)
    # 白芦在线 holds 在, and is a name.
    if match is None or (_VERBS.search(match["office"]) and media_score(match["office"].strip()) < SURE):
        return None
    names = split_credit(
        text[match.start("roles") : match.end("names")], folded[match.start("roles") : match.end("names")]
    )
    names = tuple(n for n in names if not is_organisation(fold(n)))
    if not names:
        return None
    # All of the line must be accounted for, or it is a sentence that begins with a reporter.
    rest = match["names"]
    for name in map(fold, names):
        rest = rest.replace(" ".join(name), "", 1).replace(name, "", 1)
    rest = re.sub(
        r"发自[^ /]{2,6}|本报|特约|记者|通讯员|实习生?|受访者供图|供图|摄影|[^/ ]{0,8}报[道导]|综合|摄|文|图|视频|编辑|[^ ]{0,8}(?=记者)|[\s/|、,;:()&丨·]",
        "",
        rest,
    )
    if len(rest) > 3:
        return None
    role = (
        "author"
        if match["roles"].startswith(("作者", "b", "B"))
        else "correspondent"
        if match["roles"].startswith(("通讯员", "实习生"))
        else "reporter"
    )
    return role, names, match.start("office"), match.end("office")


def bracket_credit(folded: str, text: str) -> tuple[int, int, str, tuple[str, ...]] | None:
    """A credit in brackets at the end of a paragraph: ``（记者 张三 李四）``, ``(某某)``, ``（作者：某某，系某大学教授）``.

    Args:
        folded: The paragraph's shadow, or the end of it.
        text: The same stretch as displayed.

    Returns:
        Start and end of the bracket, role (``reporter``, ``author``, ``photographer``, ``editor`` …) and names.
    """
    if folded.rstrip(" 。.0123456789")[-1:] not in (")", "]"):
        return None
    match = _BRACKET.search(folded)
    if match is None:
        return None
    inner, shown = match[1], text[match.start(1) : match.end(1)]
    if "贡献" in inner:
        # Thanks to a helper are no credit of the text.
        return None
    found = _labelled(inner, shown) or _announced(inner, shown)
    if found is None and _photo(inner):
        found = "photographer", split_names(shown, inner, trust="none")
    elif found is None and (not match.start() or folded[match.start() - 1] in "。.!?;\"') "):
        # Behind a word the bracket explains the word.
        found = "author", _only_names(inner, shown)
    if found is None or not found[1]:
        return None
    role, names = found
    return match.start(), match.end(), role, names


def _labelled(inner: str, shown: str) -> tuple[str, tuple[str, ...]] | None:
    """作者：某某，系某大学教授."""
    people = [p for p in read_row(inner, shown).parts if p.role in PEOPLE and p.names and p.start <= _FRONT]
    if not people:
        return None
    role = people[0].role
    kin = WRITER_ROLES if role in WRITER_ROLES else {role}
    return role, tuple(dict.fromkeys(n for p in people if p.role in kin for n in p.names))


def _announced(inner: str, shown: str) -> tuple[str, tuple[str, ...]] | None:
    """记者 某某 某某; no names where the bracket is a clause about reporters."""
    mark = ROLE_WORD.search(inner[:30])
    if mark is None or _VERBS.search(inner[: mark.start()]):
        return None
    word = mark[0]
    role = "editor" if "编辑" in word else "author" if "作者" in word or "评论员" in word else "reporter"
    return role, split_credit(shown, inner)


def _only_names(inner: str, shown: str) -> tuple[str, ...]:
    """The names of a bracket that holds nothing else, but for what they did."""
    did = _WROTE.search(inner)
    said = did.start() if did else len(inner.rstrip())
    found = read_names(shown[:said], inner[:said], trust="none")
    told = found.end >= said and (did or not inner.endswith(_NO_WRITING))
    return found.names if told else ()


def _photo(inner: str) -> bool:
    return inner.endswith(("摄", "摄影")) and len(inner) <= 16


def glued_names(folded: str, text: str) -> tuple[str, ...]:
    """The names of a line that consists of personal names only: ``张三 李四`` under a headline."""
    if len(folded) > 24 or ":" in folded:
        return ()
    by = _BY.match(folded)
    if by:
        folded, text = folded[by.end() :], text[by.end() :]
    names = split_names(text, folded, trust="none")
    return names if names and all(looks_person(fold(n)) for n in names) else ()
