"""The lines that close a document: signature, signing date, note, and the colophon (copies-to, printed by).

GB/T 9704-2012, 7.3.5 to 7.4: 发文机关署名, 成文日期, 附注 in brackets, then 抄送 and 印发. On pages the signature runs over two lines, several
organs stand on one line or on lines of their own, an order is signed by a person with his office, the date has its digits in Han
numerals, and any of them may be missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.dates import FIRST_DOCUMENT, find_dates
from policytext.fields.grammar.official_words import OFFICE_NAME
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.grammar.dates import DateHit
    from policytext.page.view import Line

__all__ = ["Closing", "Said", "colophon", "date_line", "find_closings", "last_names", "names_in", "note_of"]


class Said(NamedTuple):
    """A value and where it stands: code points of ``View.text``, half-open."""

    value: str
    start: int
    end: int


class Closing(NamedTuple):
    """A signature with its date; one of the two may be missing. ``first:last`` are places in the lines that were read."""

    names: tuple[Said, ...]
    date: DateHit | None
    date_at: int
    """Where the date's line begins, in ``View.text``."""
    first: int
    last: int


_ROLES: Final = "主任委员|副主任|副市长|副省长|副县长|市长|县长|区长|省长|主席|总理|部长|局长|主任|署长|行长|院长|检察长|会长|州长|旗长|盟长|镇长|乡长|书记|关长|审计长|总署长|厅长|委员长|理事长|行政长官|司长|处长|校长|总统|秘书长|司令员|代市长|代省长|代县长"
_SPACED_ROLES: Final = "|".join(" *".join(role) for role in _ROLES.split("|"))
# 市　长　　张　三: blanks stand within the office, between the two, and within the name.
_PERSON: Final = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,16}}?(?:{_SPACED_ROLES})) *:? {{0,12}}[\u4e00-\u9fff](?:[ ·]{{0,3}}[\u4e00-\u9fff]){{1,7}}"
)
_DAY_LOST: Final = re.compile(r"(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2}")
"""The last character is lost where editors break a line by its length."""
_APART: Final = re.compile(r"[一二](?: +\S)+ +日")
"""A date whose letters are set apart, as the office above it is."""
_DATE_ENDS: Final = frozenset("0123456789日号月)(*?.。 ")
"""What a date that ends a line ends in; asked before the line is searched for one."""
_DATE_REST: Final = re.compile(r"[日号\s?.。()*]*")
# One blank between Chinese words parts offices only if three letters follow: 国 务 院 is one.
_PARTED: Final = re.compile(r"\s{2,}|[\u2003\u3000]|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]{3})")
_NOT_NAME: Final = re.compile(
    r"[:。;!?\"'<>《》|]|特此|此致|附件|电话|\d{3}|^\(|^[一二三四五六七八九十]{1,3}、|^\d"
)
_PLACED: Final = re.compile(r"省|市|县|区|州|盟|旗|乡|镇|中共|中国|国家|中华|全国|委|局|厅|部|公司|学")
_MOST: Final = 24
"""Organs that sign together, one a line: ministries do."""
_NOTE: Final = re.compile(
    r"[(\[] ?((?:此件|此文|本文|本件|该件|联系人|联系电话|信息公开|公开方式|公开属性|主动公开|依申请公开|不予公开|有删减|附件|注)[^()]{0,60}(?:\([^()]*\)[^()]{0,40})*) ?[)\]]。?"
    r"|(此件(?:[不已]?(?:予以?)?公开|依申请公开|主动公开|删减后)[^。]{0,12}"
    r"|(?:政府)?(?:信息)?公开(?:选项|形式|方式|类别|属性) *: *(?:主动公开|依申请公开|不予公开|此件公开发布))。?"
)
_SEAL: Final = re.compile(r"(?<! ) *\((?:盖章|公章|签章|印章|印|章|代章)\) *$")
"""Where the seal was: 青禾市水利局（盖章）."""
# 主送 stands among them in the colophon of minutes and of telegrams.
_CC: Final = re.compile(r"(?:抄 *送|抄 *报|分 *送|主 *送|发 *送|抄报送)(?:机关|单位)? *: *(?=\S)")
_PRINTED: Final = re.compile(
    r"(?P<by>[\u4e00-\u9fff()、 ]{2,46}?)? {0,40}(?P<date>(?:[12]\d{3}|二[^年]{3}) ?年.{2,10}?[日]) *印 ?发"
)


def date_line(line: Line) -> DateHit | None:
    """The date that a line is, nothing else; day or month."""
    folded = line.fold
    if not 6 <= len(folded) <= 30 or folded[0] == "*" or folded[-1] not in _DATE_ENDS:
        return None
    if _APART.fullmatch(folded):
        whole = find_dates("".join(folded.split()), since=FIRST_DOCUMENT)
        return whole[0]._replace(start=0, end=len(folded)) if whole else None
    if _DAY_LOST.fullmatch(folded):
        folded = f"{folded}日"
        return next((hit._replace(end=len(line)) for hit in find_dates(folded, since=FIRST_DOCUMENT)), None)
    for hit in find_dates(folded, since=FIRST_DOCUMENT):
        before = folded[: hit.start].strip("( ")
        if not before and _DATE_REST.fullmatch(folded[hit.end :]) and hit.precision in ("day", "month"):
            return hit
    return None


def _tail_date(line: Line) -> DateHit | None:
    """The date that a short line ends in, behind a name."""
    folded = line.fold
    if len(folded) > 70 or folded[-1] not in _DATE_ENDS:
        return None
    for hit in find_dates(folded, since=FIRST_DOCUMENT):
        if hit.start >= 4 and _DATE_REST.fullmatch(folded[hit.end :]):
            return hit
    return None


def _joined(text: str) -> str:
    """Letters that are set apart, joined: ``国 务 院``."""
    words = text.split()
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)


def names_in(line: Line, stop: int | None = None) -> list[Said]:
    """The organs or the person that a line names, nothing else; empty where it says more."""
    text = line.text[:stop].rstrip()
    folded = _SEAL.sub("", line.fold[: len(text)])
    text = text[: len(folded)]
    if not 2 <= len(folded) <= 90 or is_prose(line):
        return []
    if _PERSON.fullmatch(folded) and not OFFICE_NAME.fullmatch(folded):
        words = text.replace(":", " ").replace("：", " ").split()
        role, name = _role_and_name(words)
        return [Said(f"{role} {name}" if role else name, line.start, line.start + len(text))]
    if _NOT_NAME.search(folded):
        return []
    whole = "".join(folded.split())
    if not OFFICE_NAME.fullmatch(whole):
        return []
    parts: list[Said] = []
    at = 0
    pieces = [match.span() for match in _PARTED.finditer(folded)]
    for start, end in [*pieces, (len(folded), len(folded))]:
        part = text[at:start].strip()
        if part:
            begin = line.start + at + text[at:start].find(part)
            parts.append(Said(_joined(part), begin, begin + len(part)))
        at = end
    # Parted only if every part is an office by itself: a blank may stand within one name.
    if len(parts) > 1 and all(
        len(part.value) >= 3
        and OFFICE_NAME.fullmatch(line.fold[part.start - line.start : part.end - line.start])
        for part in parts
    ):
        return parts
    return [Said(_joined(text), line.start, line.start + len(text))]


def _role_and_name(words: list[str]) -> tuple[str, str]:
    for cut in range(1, len(words)):
        role = "".join(words[:cut])
        if re.search(rf"(?:{_ROLES})$", role):
            return role, "".join(words[cut:])
    whole = "".join(words)
    found = re.match(rf"(.*?(?:{_ROLES}))(.{{2,}})", whole)
    return (found[1], found[2]) if found else ("", whole)


def _wrapped(lines: Sequence[Line], at: int) -> Said | None:
    """The first half of a name that runs on in the next line."""
    line = lines[at]
    folded = line.fold
    if not 6 <= len(folded) <= 40 or _NOT_NAME.search(folded) or is_prose(line) or not _PLACED.search(folded):
        return None
    if (
        folded[-1] in ",、."
        or OFFICE_NAME.fullmatch(folded)
        or not re.fullmatch(r"[\u4e00-\u9fff() ]+", folded)
    ):
        return None
    return Said(_joined(line.text), line.start, line.end)


def _names_above(lines: Sequence[Line], at: int, low: int) -> tuple[tuple[Said, ...], int]:
    """The names on the lines that end above ``at``, and where they begin."""
    found: list[Said] = []
    first = at
    while first > low and at - first < _MOST:
        names = names_in(lines[first - 1])
        if not names:
            break
        found[:0] = names
        first -= 1
    if found and first > low and len(found) == 1:
        # 青禾市森林草原防灭火 / 指挥部办公室: narrow columns break a long name.
        head = _wrapped(lines, first - 1)
        if head is not None and not _starts_whole(found[0].value):
            found[0] = Said(head.value + found[0].value, head.start, found[0].end)
            first -= 1
    return tuple(found), first


def _starts_whole(name: str) -> bool:
    """Whether a name begins like that of an office and not in the middle of one."""
    return bool(
        re.match(
            r"[\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州|盟|旗|乡|镇|街道|自治)|中共|中国|中华|国[务家]|全国|最高",
            name,
        )
    )


def find_closings(lines: Sequence[Line], low: int) -> list[Closing]:
    """Signatures with their dates, in order, among ``lines[low:]``."""
    out: list[Closing] = []
    floor = low
    for at in range(low, len(lines)):
        line = lines[at]
        hit = date_line(line)
        if hit is not None:
            names, first = _names_above(lines, at, floor)
            last = at + 1
            if not names and at + 1 < len(lines):
                # Some write the date above the name.
                below = names_in(lines[at + 1])
                if below and not (at + 2 < len(lines) and date_line(lines[at + 2])):
                    names, last = tuple(below), at + 2
            out.append(Closing(names, hit, line.start, first, last))
            # A line signs once: what is taken is not looked at for the next date.
            floor = last
            continue
        tail = _tail_date(line)
        if tail is not None and "印发" not in line.fold and "印 发" not in line.fold:
            own = names_in(line, tail.start)
            if own:
                above, first = _names_above(lines, at, floor)
                out.append(Closing((*above, *own), tail, line.start, first, at + 1))
                floor = at + 1
    return out


def last_names(lines: Sequence[Line], low: int) -> Closing | None:
    """A signature without a date: names on the last lines, notes and colophon aside."""
    at = len(lines)
    while at > low and (
        note_of(lines[at - 1]) or _CC.match(lines[at - 1].fold) or _PRINTED.search(lines[at - 1].fold)
    ):
        at -= 1
    names, first = _names_above(lines, at, low)
    return Closing(names, None, -1, first, at) if names and first > low else None


def note_of(line: Line) -> Said | None:
    """附注: what a line says in brackets, and nothing else."""
    if len(line) > 140 or line.fold[0] not in "([此政信公":
        return None
    found = _NOTE.fullmatch(line.fold)
    if found is None:
        return None
    group = 1 if found[1] else 2
    start, end = found.span(group)
    return Said(line.text[start:end].strip(), line.start + start, line.start + end)


class Colophon(NamedTuple):
    """版记."""

    cc: tuple[Said, ...]
    printed_by: Said | None
    printed_on: DateHit | None
    printed_at: int
    first: int | None
    last: int


def colophon(lines: Sequence[Line], low: int) -> Colophon:
    """Copies-to and printing line among ``lines[low:]``; the copies run on until their full stop."""
    cc: list[Said] = []
    by: Said | None = None
    on: DateHit | None = None
    printed_at = -1
    first: int | None = None
    last = low
    at = low
    while at < len(lines):
        line = lines[at]
        head = _CC.match(line.fold)
        # 主送 of a colophon are addressees, no copies.
        if head is not None and not line.fold.startswith("主"):
            first = at if first is None else first
            start = head.end()
            while True:
                cc += _split(line, start)
                if line.fold[-1] == "。" or at + 1 >= len(lines) or not _goes_on(lines[at + 1], line):
                    break
                at += 1
                line, start = lines[at], 0
            last = at + 1
        printed = _PRINTED.search(line.fold) if len(line) <= 90 else None
        if printed is not None:
            dates = find_dates(line.fold[printed.start("date") : printed.end("date")], since=FIRST_DOCUMENT)
            if dates:
                first = at if first is None else first
                on, printed_at = dates[0], line.start + printed.start("date")
                start, end = printed.span("by")
                name = line.text[start:end].strip() if start >= 0 else ""
                if name:
                    by = Said(_joined(name), line.start + start, line.start + end)
                elif at > max(low, 0) and len(above := names_in(lines[at - 1])) == 1:
                    # The two ends of the line may have come apart.
                    by = above[0]
                last = at + 1
        at += 1
    return Colophon(tuple(cc), by, on, printed_at, first, last)


def _goes_on(line: Line, above: Line) -> bool:
    if _CC.match(line.fold) or _PRINTED.search(line.fold) or len(line) > 160:
        return False
    return above.fold[-1] in ",、;" or (line.fold[-1] == "。" and "," in line.fold and ":" not in line.fold)


def _split(line: Line, start: int) -> list[Said]:
    """The names of a list: parted at commas and semicolons, at 、 where there is no comma."""
    folded = line.fold[start:].rstrip("。 ")
    # 、 joins offices of one rank within a group, commas part the groups.
    mark = ",;" if re.search("[,;]", folded) else "、"
    out: list[Said] = []
    at = 0
    for piece in re.split(f"[{mark}]", folded):
        name = line.text[start + at : start + at + len(piece)]
        word = name.strip(" \t\u3000\xa0。")
        if word:
            begin = line.start + start + at + name.find(word)
            out.append(Said(word, begin, begin + len(word)))
        at += len(piece) + 1
    return out
