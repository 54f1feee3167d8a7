"""Byline rows and credit lines: a folded line cut into labelled parts, and how much of it the grammar explains.

A byline row (``21-12-21 09:08 来源:某某网-某某晚报 编辑:某某``) consists of dates, labels with values, counters, buttons, and
perhaps one bare word beside a date (the paper). A sentence may hold any of these too; what tells them apart is what
remains: of a row nearly nothing, of a sentence nearly all.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from policytext.fields.dates import DateHit, find_dates
from policytext.fields.labels import LABELS, ROLES, WIDGET, WRITER_ROLES
from policytext.fields.names import Trust, is_body, looks_person, split_names

__all__ = ["Part", "Row", "bracket_credit", "credit_line", "dateline_credit", "glued_names", "read_row"]


class Part(NamedTuple):
    """A labelled stretch of a line. All offsets are code points of the line, half-open."""

    role: str
    """Role of `policytext.fields.labels.ROLES`, ``date:<kind>``, ``url``, ``button``, or ``bare`` for a word
    without a label."""
    start: int
    end: int
    value_start: int
    value_end: int
    names: tuple[str, ...] = ()
    date: DateHit | None = None


class Row(NamedTuple):
    """A line as the grammar reads it."""

    parts: tuple[Part, ...]
    total: int
    """Characters of the line that are no blanks."""
    left: int
    """Those that the grammar does not explain."""

    @property
    def explained(self) -> float:
        """Share of the line that the grammar explains, 0 to 1."""
        return 1.0 - self.left / self.total if self.total else 0.0

    @property
    def is_byline(self) -> bool:
        """Whether the line is a byline row: it says who, when or from where, and hardly anything else."""
        if not any(p.role in _TELLING or p.role.startswith("date:") for p in self.parts):
            return False
        dated = any(p.date or p.role == "label" for p in self.parts)
        signed = dated and any(p.role == "author" for p in self.parts)
        # Beside a date stand a paper, a column, a place; a sentence leaves more than a dozen characters.
        return self.left <= (28 if signed else 14 if dated else 2) or self.explained >= 0.8


_PEOPLE: Final = frozenset(
    "author reporter correspondent translator photographer editor duty_editor proofreader reviewer producer issuer".split()
)
_TELLING: Final = frozenset({*_PEOPLE, "origin", "publisher", "label"}) - {"issuer"}
# A label counts with a colon, slash or bar after it. Without one it counts at the head of a line or after a blank or bracket,
# before a blank, a digit or the end, and then only where names, a date or a counter follow.
_MARK: Final = re.compile(r" {0,4}(?:是?[:/|])+ {0,3}")
_LONGEST: Final = max(map(len, LABELS))
_PLAIN_WORDS: Final = frozenset(
    {
        word
        for role in ("author", "reporter", "correspondent", "editor", "duty_editor", "photographer", "proofreader", "reviewer", "producer", "translator")
        for word in ROLES[role].split()
        if len(word) > 1 and "/" not in word
    }
    | set("来源 来自 发表于 发布于 发布时间 更新时间 发布日期 浏览 阅读 点击 人气 浏览量 阅读量".split())
)
_PLAIN_LENGTHS: Final = sorted({len(word) for word in _PLAIN_WORDS}, reverse=True)
_PLAIN_FIRST: Final = frozenset(word[0] for word in _PLAIN_WORDS)
_EDGE_BEFORE: Final = re.compile(r"^|[ \[(|/、,]")
_URL: Final = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+-]+", re.ASCII)
_JUNK: Final = re.compile(r'[\s|()\[\]<>《》·,.,。、;:/\\\-_~*+=@"\'#!?〓]+')
_GAP: Final = re.compile(r" {2,}| ?\| ?| ?> ?")
_BY: Final = re.compile(
    r"(?:本[文贴帖]?由|由) ?(?P<by>[^ ,。:]{1,20}?) ?(?:于|张贴|发表|发布|上传|投稿|@)|(?<![a-z] )\bby ?:? (?P<en>[\w.&-]{2,24})", re.IGNORECASE
)
_POSTER: Final = re.compile(r"[-·*\s]*(?P<who>[^\s:,。|()]{2,20}) {0,3}\Z")
_LINE_LIMIT: Final = 240
_ROLE_WORD: Final = re.compile(
    r"(?:(?:特约|本报|本网|本刊|本台|实习|见习|首席|特派|全媒体|融媒体?|摄影|文字|总台|央视|职工|驻[^ ]{1,6}?)*"
    r"(?:记者|通讯员|评论员|撰稿人|实习生|编辑|作者|报道员|特派员|执笔))(?: ?[:/|] ?)?"
)
_VERBS: Final = re.compile(r"[。!?;\"']|了|的|是|在|从|获悉|看到|介绍|表示|采访|认为|发现|了解|告诉|说|问")


def _label_before(folded: str, end: int) -> tuple[int, str] | None:
    """The longest label that ends at ``end``: its start, and the label without blanks."""
    compact: list[str] = []
    places: list[int] = []
    at = end - 1
    gap = 0
    while at >= 0 and len(compact) < _LONGEST:
        char = folded[at]
        if char == " ":
            gap += 1
            if gap > 4:
                break
        else:
            gap = 0
            compact.append(char)
            places.append(at)
        at -= 1
    word = "".join(reversed(compact)).lower()
    for size in range(len(word), 0, -1):
        label = word[-size:]
        if label in LABELS:
            start = places[size - 1]
            # 来 源, 责　编: short labels are stretched to one width; a longer one with a blank inside is two words.
            if end - start == size or size <= 3:
                return start, label
    return None


def _label_value(folded: str, start: int, stop: int, role: str) -> int:
    """Where a value that begins at ``start`` ends, ``stop`` at the latest."""
    value = folded[start:stop]
    if role == "keywords":
        return start + len(value.rstrip())
    gap = None if role in _PEOPLE else _GAP.search(value.rstrip(), 1)
    end = gap.start() if gap else len(value)
    if role in ("origin", "publisher", "column") or role in _PEOPLE:
        # A button or counter behind one blank ends the value: 来源:某报 分享到 微信.
        at = value.find(" ", 1, end)
        while at > 0:
            if (hit := WIDGET.match(value, at + 1)) and hit.end() > hit.start():
                end = at
                break
            at = value.find(" ", at + 1, end)
    closing = value.find(")", 0, end)
    if closing >= 0 and "(" not in value[:closing]:
        end = closing
    closing = value.find("]", 0, end)
    if closing >= 0 and "[" not in value[:closing]:
        end = closing
    return start + len(value[:end].rstrip())


def _anchors(folded: str, dates: list[DateHit]) -> list[tuple[int, int, str]]:
    """Start, end and role of every label, date (role ``date``) and address (``url``), in order, without overlaps."""
    out: list[tuple[int, int, str]] = [(d.start, d.end, "date") for d in dates]
    for match in _URL.finditer(folded):
        out.append((match.start(), match.end(), "url"))
    for mark in _MARK.finditer(folded):
        found = _label_before(folded, mark.start())
        if found is None:
            continue
        start, label = found
        role = LABELS[label]
        before = folded[start - 1] if start else " "
        if "\u3400" <= before <= "\u9fff" and before not in "日月年" and (
            len(label) < 2
            or role in _FREE
            or (role == "widget" and label not in _GLUED_BUTTONS)
            or (role == "date:published" and len(label) < 4)
        ):
            continue
        if len(label) == 1 and before not in " |(/[、,·":
            continue
        out.append((start, mark.end(), role))
    for edge in _EDGE_BEFORE.finditer(folded):
        at = edge.end()
        if folded[at : at + 1] not in _PLAIN_FIRST:
            continue
        for size in _PLAIN_LENGTHS:
            word = folded[at : at + size]
            if len(word) == size and word in _PLAIN_WORDS:
                end = at + size
                if end == len(folded) or folded[end] == " " or folded[end].isdigit():
                    while end < len(folded) and folded[end] == " ":
                        end += 1
                    if not any(a <= at < b for a, b, _ in out):
                        out.append((at, end, "~" + LABELS[word]))
                break
    out.sort(key=lambda item: (item[0], -item[1]))
    clean: list[tuple[int, int, str]] = []
    for item in out:
        if not clean or item[0] >= clean[-1][1]:
            clean.append(item)
    return clean


def read_row(folded: str, text: str | None = None) -> Row:
    """Cut a line into parts.

    Args:
        folded: The line's shadow.
        text: The line as displayed, same length; names are cut from it. Defaults to ``folded``.

    Returns:
        The parts in order. A line that is too long for a row (over 240 characters) or holds neither a label mark,
        a digit nor a credit word gives no parts and counts as unexplained.
    """
    text = folded if text is None else text
    total = len(folded) - folded.count(" ")
    if len(folded) > _LINE_LIMIT:
        return Row((), total, total)
    dates = find_dates(folded)
    anchors = _anchors(folded, dates)
    if not anchors:
        return Row((), total, total)
    parts: list[Part] = []
    free: list[tuple[int, int]] = []
    at = 0
    by_start = {d.start: d for d in dates}
    waiting: tuple[int, str] | None = None
    for index, (start, end, role) in enumerate(anchors):
        stop = anchors[index + 1][0] if index + 1 < len(anchors) else len(folded)
        if role == "date":
            kind = "date:" + (_trailing_kind(folded, end, stop) or "published")
            if waiting and not folded[waiting[0] : start].strip(" -,("):
                kind = waiting[1]
            free.append((at, start))
            parts.append(Part(kind, start, end, start, end, (), by_start[start]))
            at, waiting = end, None
            continue
        waiting = None
        if role == "url":
            free.append((at, start))
            parts.append(Part(role, start, end, start, end))
            at = end
            continue
        plain = role.startswith("~")
        role = role.lstrip("~")
        if role.startswith("date:"):
            # The date itself is the next anchor; a label whose date is missing explains only itself.
            poster = _POSTER.match(folded, at, start) if "于" in folded[start:end] or plain else None
            if poster and not is_body(poster["who"]) and not WIDGET.match(poster["who"]) and "[" not in poster["who"]:
                a, b = poster.span("who")
                parts.append(Part("author", a, b, a, b, (text[a:b],)))
            else:
                free.append((at, start))
            if index + 1 < len(anchors) and anchors[index + 1][2] == "date":
                waiting = (end, role)
            elif partial := _PARTIAL.match(folded, end, stop):
                end = partial.end()
            parts.append(Part("label", start, end, end, end))
            at = end
            continue
        value_end = _label_value(folded, end, stop, role)
        names: tuple[str, ...] = ()
        if role in _PEOPLE:
            names = split_credit(text[end:value_end], folded[end:value_end], trust="none" if plain else "label")
            if plain and not names:
                continue
            if names:
                value_end = _names_end(text, end, value_end, names)
            elif value_end - end > 24:
                value_end = end
        elif plain and (role == "origin" and value_end - end > 24):
            continue
        free.append((at, start))
        if role == "counter":
            hit = _COUNT.match(folded, end)
            value_end = hit.end() if hit else end
        elif role in ("origin", "publisher", "column") and value_end - end > 40:
            value_end = end + 40
        elif role in ("official", "subtitle"):
            value_end = stop
        elif role == "widget":
            value_end = end
        parts.append(Part(role, start, value_end, end, value_end, names))
        at = value_end
    free.append((at, len(folded)))
    left = 0
    for start, end in free:
        left += _leftover(folded, text, start, end, parts)
    parts.sort(key=lambda p: p.start)
    return Row(tuple(parts), total, left)


def _trailing_kind(folded: str, end: int, stop: int) -> str | None:
    """The kind of date that a word right behind it tells: ``13:18 更新``, ``印发``."""
    after = folded[end : min(stop, end + 6)].lstrip(" )]")
    for word, kind in (("印发", "printed"), ("更新", "updated"), ("修改", "updated"), ("归档", "archived"), ("截止", "other"), ("前", "other"), ("起", "other")):
        if after.startswith(word):
            return kind
    return None


def _names_end(text: str, start: int, end: int, names: tuple[str, ...]) -> int:
    last = names[-1]
    at = text.rfind(last, start, end)
    if at < 0:
        at = text.rfind(last[-1], start, end)
        return at + 1 if at >= 0 else end
    at += len(last)
    code = _CODE.match(text, at, end)
    return code.end() if code else at


def _leftover(folded: str, text: str, start: int, end: int, parts: list[Part]) -> int:
    """Explain what stands between two anchors by buttons and bare words; count what remains."""
    piece = folded[start:end]
    if not piece.strip():
        return 0
    by = _BY.search(piece) if "由" in piece or "by" in piece or "By" in piece or "BY" in piece else None
    if by and any(p.date for p in parts):
        group = "by" if by["by"] else "en"
        name = text[start + by.start(group) : start + by.end(group)]
        parts.append(Part("author", start + by.start(), start + by.end(), start + by.start(group), start + by.end(group), (name,)))
        piece = piece[: by.start()] + " " * (by.end() - by.start()) + piece[by.end() :]
    mark = _ROLE_WORD.search(piece)
    if mark and not _VERBS.search(piece):
        names = split_credit(text[start + mark.start() : end], piece[mark.start() :], trust="role")
        if names:
            stop = _names_end(text, start + mark.end(), end, names)
            parts.append(Part("reporter", start + mark.start(), stop, start + mark.end(), stop, names))
            piece = piece[: mark.start()] + " " * (stop - start - mark.start()) + piece[stop - start :]
    rest = WIDGET.sub(lambda m: " " * len(m[0]), piece) if len(piece) < 120 else piece
    left = 0
    for match in _WORDS.finditer(rest):
        word = _JUNK.sub("", match[0])
        if not word:
            continue
        a, b = start + match.start(), start + match.end()
        while a < b and (folded[a] in " |:,()[]<>-·〓" ):
            a += 1
        while b > a and (folded[b - 1] in " |:,([<>-·〓"):
            b -= 1
        if (word.isdigit() and len(word) <= 7) or word.endswith(("供稿", "供图")):
            continue
        parts.append(Part("bare", a, b, a, b))
        left += len(match[0].replace(" ", ""))
    return left


def split_credit(text: str, folded: str, *, trust: Trust = "label") -> tuple[str, ...]:
    """Names of a value that may hold offices and roles: ``南都记者 张三 通讯员 李四`` gives 张三, 李四."""
    marks = list(_ROLE_WORD.finditer(folded))
    if not marks:
        return split_names(text, folded, trust=trust)
    out: list[str] = []
    first = marks[0].start()
    if first and _LISTED.search(folded[:first].strip()):
        # A list of names before the first role word; a single word there is an office (南都记者).
        out += split_names(text[:first], folded[:first], trust="none")
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else len(folded)
        out += split_names(text[mark.end() : stop], folded[mark.end() : stop], trust="role")
    return tuple(dict.fromkeys(out))


# A date without its year, or counted from now: explained, but no date.
_PARTIAL: Final = re.compile(r"\d{1,2}[-/月.]\d{1,2}日? ?(?:\d\d:\d\d(?::\d\d)?)?|今天|昨天|前天|刚刚|\d{1,3} ?(?:分钟|小时|天|个?月|年)前")
# Buttons that stand glued to the value before them where inline elements join.
_FREE: Final = frozenset({"official", "counter", "column", "keywords", "issuer"})
_GLUED_BUTTONS: Final = frozenset({"分享到", "分享至", "分享", "字号", "字体", "打印", "收藏", "字体大小"})
_COUNT: Final = re.compile(r"[\d,.]* ?(?:万|亿)? ?(?:次|人次|人|条|\(\d*\))?")
_CODE: Final = re.compile(r"[ _]*\(?[A-Z]{1,3}\d{2,7}\)?")
_WORDS: Final = re.compile(r"[^ |]+(?: [^ |]+)*")
_LISTED: Final = re.compile(r"[ 、,]")
_LINE_CREDIT: Final = re.compile(
    r"^[\s·*□■◎〇[({<|/-]*(?:整合|采写|撰文|文|图|文/图|图/文|来源)?[ :/|丨]*(?P<office>[^()。,;!?:]{0,22}?)"
    r"(?P<roles>(?:记者|通讯员|评论员|实习生|特约撰稿人?|撰稿人|报道员|作者)[ :/|丨]{0,4})(?P<names>.{2,70}?)[\s\])}>|/]*$"
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
    names = split_credit(text[match.start("roles") : match.end("names")], folded[match.start("roles") : match.end("names")])
    names = tuple(n for n in names if not is_body(n))
    if not names:
        return None
    # All of the line must be accounted for, or it is a sentence that begins with a reporter.
    rest = match["names"]
    for name in names:
        rest = rest.replace(" ".join(name), "", 1).replace(name, "", 1)
    rest = re.sub(r"本报|特约|记者|通讯员|实习生?|受访者供图|供图|摄影|[^/ ]{0,8}报[道导]|综合|摄|文|图|视频|编辑|[^ ]{0,8}(?=记者)|[\s/|、,;:()&丨·]", "", rest)
    if len(rest) > 3:
        return None
    role = "author" if match["roles"].startswith("作者") else "correspondent" if match["roles"].startswith(("通讯员", "实习生")) else "reporter"
    return role, names, match.start("office"), match.end("office")


_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]{2,70}(?:\([^()]{1,12}\)[^()\[\]]{0,20})?)[)\]][\s。.]*$")
_BRACKET_ROLE: Final = re.compile(rf"(?:{_ROLE_WORD.pattern}|作者|执笔|文|图|摄|编辑|责编|责任编辑|供稿|摄影|整理|撰稿)")


def bracket_credit(folded: str, text: str) -> tuple[int, int, str, tuple[str, ...]] | None:
    """A credit in brackets at the end of a paragraph: ``（记者 张三 李四）``, ``(某某)``, ``（作者：某某，系某大学教授）``.

    Args:
        folded: The paragraph's shadow, or the end of it.
        text: The same stretch as displayed.

    Returns:
        Start and end of the bracket, role (``reporter``, ``author``, ``photographer``, ``editor`` …) and names.
    """
    if not folded.rstrip(" 。.")[-1:] in (")", "]"):
        return None
    match = _BRACKET.search(folded)
    if match is None:
        return None
    inner, shown = match[1], text[match.start(1) : match.end(1)]
    if "贡献" in inner:
        # Thanks to a helper are no credit of the text.
        return None
    row = read_row(inner, shown)
    people = [p for p in row.parts if p.role in _PEOPLE and p.names and p.start <= 18]
    if people:
        part = people[0]
        kin = WRITER_ROLES if part.role in WRITER_ROLES else {part.role}
        names = tuple(dict.fromkeys(n for p in people if p.role in kin for n in p.names))
        return match.start(), match.end(), part.role, names
    mark = _ROLE_WORD.search(inner[:30])
    if mark and not _VERBS.search(inner[: mark.start()]):
        names = split_credit(shown, inner)
        if names:
            word = mark[0]
            role = "editor" if "编辑" in word else "author" if "作者" in word or "评论员" in word else "reporter"
            return match.start(), match.end(), role, names
        return None
    if _photo(inner):
        names = split_names(shown, inner, trust="none")
        return (match.start(), match.end(), "photographer", names) if names else None
    if match.start() and folded[match.start() - 1] not in "。.!?;\"') ":
        return None
    names = split_names(shown, inner, trust="none")
    if names and len("".join(names)) >= len(inner.replace(" ", "")) - inner.count("、") - inner.count(",") - inner.count("/"):
        return match.start(), match.end(), "author", names
    return None


def _photo(inner: str) -> bool:
    return inner.endswith(("摄", "摄影")) and len(inner) <= 16


_DATELINE: Final = re.compile(
    r"^.{0,46}?(?:讯|电|快讯|消息|报道|专电|特稿|稿)?[\s|:丨]{0,4}\((?P<credit>[^()]{0,24}?(?:记者|通讯员|实习生|评论员|特派员)[^()]{1,60})\)"
)


# 本报讯 记者张三报道：…
_TOLD: Final = re.compile(r"^[^。,:()]{0,20}?(?P<credit>(?:本报|实习|见习|特约)?记者 ?[^。,:()]{2,20}?)(?:发自[^ ]{2,6})?报道[:,]")


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
    if len(folded) > 24:
        return ()
    names = split_names(text, folded, trust="none")
    return names if names and all(looks_person(n) for n in names) else ()
