"""Credits outside byline rows: reporter lines, brackets behind the last sentence, reporters in a dateline.

``□ 本报记者 某某 某某``, ``…防线。（某某）``, ``某社某地12月9日电（记者某某）``. All work on a folded line and cut the names from the line as
displayed; each answers ``None`` rather than guess.
"""

from __future__ import annotations

import re
from typing import Final

from policytext.fields.grammar.byline_labels import WRITER_ROLES
from policytext.fields.grammar.names import ROLE_WORD, is_body, looks_person, split_credit, split_names
from policytext.fields.grammar.rows import PEOPLE, read_row

__all__ = ["bracket_credit", "credit_line", "dateline_credit", "glued_names"]

_VERBS: Final = re.compile(r"[。!?;\"']|了|的|是|在|从|获悉|看到|介绍|表示|采访|认为|发现|了解|告诉|说|问")
_LINE_CREDIT: Final = re.compile(
    r"^[\s·*□■◎〇[({<|/-]*(?:整合|采写|撰文|文|图|文/图|图/文|来源)?[ :/|丨]*(?P<office>[^()。,;!?:]{0,22}?)"
    r"(?P<roles>(?:记者|通讯员|评论员|实习生|特约撰稿人?|撰稿人|报道员|作者)[ :/|丨]{0,4})(?P<names>.{2,70}?)[\s\])}>|/]*$"
)
_BRACKET: Final = re.compile(
    r"[(\[]([^()\[\]]{2,70}(?:\([^()]{1,12}\)[^()\[\]]{0,20})?)[)\]](?:\d{7})?[\s。.]*$"
)
_DATELINE: Final = re.compile(
    r"^.{0,46}?(?:讯|电|快讯|消息|报道|专电|特稿|稿)?[\s|:丨]{0,4}\((?P<credit>[^()]{0,24}?(?:记者|通讯员|实习生|评论员|特派员)[^()]{1,60})\)"
)
# 本报讯 记者张三报道：…
_TOLD: Final = re.compile(
    r"^[^。,:()]{0,20}?(?P<credit>(?:本报|实习|见习|特约)?记者 ?[^。,:()]{2,20}?)(?:发自[^ ]{2,6})?报道[:,]"
)


def credit_line(folded: str, text: str) -> tuple[str, tuple[str, ...], int, int] | None:
    """A whole line that names reporters without a colon: ``□ 本报记者 张三 李四``, ``某报记者 张三/文 王五/图``.

    Returns:
        Role, names, and the span of the office before the role word (empty where there is none); ``None`` where the
        line says anything else.
    """
    if not 4 <= len(folded) <= 90:
        return None
    match = _LINE_CREDIT.match(folded)
    if match is None or _VERBS.search(match["office"]):
        return None
    names = split_credit(
        text[match.start("roles") : match.end("names")], folded[match.start("roles") : match.end("names")]
    )
    names = tuple(n for n in names if not is_body(n))
    if not names:
        return None
    # All of the line must be accounted for, or it is a sentence that begins with a reporter.
    rest = match["names"]
    for name in names:
        rest = rest.replace(" ".join(name), "", 1).replace(name, "", 1)
    rest = re.sub(
        r"本报|特约|记者|通讯员|实习生?|受访者供图|供图|摄影|[^/ ]{0,8}报[道导]|综合|摄|文|图|视频|编辑|[^ ]{0,8}(?=记者)|[\s/|、,;:()&丨·]",
        "",
        rest,
    )
    if len(rest) > 3:
        return None
    role = (
        "author"
        if match["roles"].startswith("作者")
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
    row = read_row(inner, shown)
    people = [p for p in row.parts if p.role in PEOPLE and p.names and p.start <= 18]
    if people:
        part = people[0]
        kin = WRITER_ROLES if part.role in WRITER_ROLES else {part.role}
        names = tuple(dict.fromkeys(n for p in people if p.role in kin for n in p.names))
        return match.start(), match.end(), part.role, names
    mark = ROLE_WORD.search(inner[:30])
    if mark and not _VERBS.search(inner[: mark.start()]):
        names = split_credit(shown, inner)
        if names:
            word = mark[0]
            role = (
                "editor" if "编辑" in word else "author" if "作者" in word or "评论员" in word else "reporter"
            )
            return match.start(), match.end(), role, names
        return None
    if _photo(inner):
        names = split_names(shown, inner, trust="none")
        return (match.start(), match.end(), "photographer", names) if names else None
    if match.start() and folded[match.start() - 1] not in "。.!?;\"') ":
        return None
    names = split_names(shown, inner, trust="none")
    if names and len("".join(names)) >= len(inner.replace(" ", "")) - inner.count("、") - inner.count(
        ","
    ) - inner.count("/"):
        return match.start(), match.end(), "author", names
    return None


def _photo(inner: str) -> bool:
    return inner.endswith(("摄", "摄影")) and len(inner) <= 16


def dateline_credit(folded: str, text: str) -> tuple[int, int, tuple[str, ...]] | None:
    """Reporters in the dateline of a first paragraph: ``新华社某地12月9日电（记者某某）``, ``本报讯（记者 某某 通讯员 某某）``.

    Returns:
        Span of the bracket's inside, and the names.
    """
    told = _TOLD.match(folded[:80]) if "报道" in folded[:60] else None
    if told:
        names = split_credit(text[told.start("credit") : told.end("credit")], told["credit"], trust="role")
        if names and all(looks_person(name) for name in names):
            return told.start("credit"), told.end("credit"), names
    match = _DATELINE.match(folded[:140])
    if match is None or "。" in folded[: match.start("credit")]:
        return None
    start, end = match.span("credit")
    names = split_credit(text[start:end], folded[start:end])
    return (start, end, names) if names else None


def glued_names(folded: str, text: str) -> tuple[str, ...]:
    """The names of a line that consists of personal names only: ``张三 李四`` under a headline."""
    if len(folded) > 24 or ":" in folded:
        return ()
    names = split_names(text, folded, trust="none")
    return names if names and all(looks_person(n) for n in names) else ()
