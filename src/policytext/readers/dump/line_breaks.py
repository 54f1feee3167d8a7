r"""Line breaks that do not end a line, and lines without a break: a sentence on several lines, and a page on one.

``get_text("\n", strip=True)`` and its like put every text node on a line of its own, so ``…根据`` / ``《办法》`` / ``，制定…`` are three
lines of one sentence. A line that begins with a comma goes on with the one before, and one that begins with 的, and 已经 behind a
title in its marks: nothing else begins so. Where that is seen more than once, lines that end with a comma, or within an open bracket, are believed to go on, too.

``get_text(" ", strip=True)`` puts the page on one line, its nodes set apart by blanks. Chinese has no blanks between words, so
where a blank follows the end of a sentence again and again, blanks are ends of lines; but not between a date and a
time of day, within Latin words, and within the label rows of a byline.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["continued", "crowded", "segments"]

_Lines = list[tuple[int, int]]

# Below the room of shadows there is no folding: what the patterns here name, in the forms that Traditional pages have. A test
# derives the same from OpenCC's tables.
ONE_SCRIPT = str.maketrans(
    "佈來個備傢傳億員噸執實審對嵗戶擊據數於時條棟業構標機歲瀏畝發眞確碼稱箇節簡簽籤級經網編脩萬處號覈覽訂訊記詞話讀責輛輯辦違郵鍵間閱閲關電頁項題類體髮點",
    "布来个备家传亿员吨执实审对岁户击据数于时条栋业构标机岁浏亩发真确码称个节简签签级经网编修万处号核览订讯记词话读责辆辑办违邮键间阅阅关电页项题类体发点",
)

_OTHER_SCRIPT = re.compile("[" + "".join(map(chr, ONE_SCRIPT)) + "]")

# What no line begins with. ASCII forms where the width was folded.
_INNER = "，。、；：！？）》”’】」』,;)"
_STARTS_INNER = re.compile(
    r"[\r\n][^\S\r\n]*(?:[（(]以下[简簡][称稱]|[12]?\d{1,3}\s*[\r\n]|的|已[经經于於]|[业業][经經]|[，。、；：！？）》”’】」』,;)]|[>»›|/→＞]{1,2}\s*[\r\n])"
)
_ARROW = re.compile(r"[>»›|/→＞]{1,2}")
_NAMED = re.compile(r"[（(]以下简称")
_OF = re.compile(r"的(?![确士哥])")
_SAID_OF_TITLE = re.compile(r"已[经于]|业经")
_UNIT = re.compile(r"[年月日号万亿元个人名家户岁公平％%点时分次页栋座亩吨级度米天处条项辆件][^\s]{2}")
_TITLE = re.compile(r"《[^《》\n]{2,40}》")
_PLACE_LABEL = re.compile(r"位置\s?[:：]?$")
_LINK = 16
"""Longest column of a path that is set apart by arrows on lines of their own."""
_OPEN_END = frozenset("，、《（“‘「『【(,")
_STOPPED = frozenset("。！？；：…!?;:”」』")
_PAUSE = re.compile(r"[，、,；]")
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、．)]|第[一二三四五六七八九十百\d]{1,4}[章节条]|[•·●*■◆▶#>|-]|附件|[12]\d{3}[-年/.]"
)
_SURE = 2
"""Lines that begin with a comma, from which on a dump is taken for one of text nodes."""
_PIECE = 40
"""Longest line that is taken for an inline element."""
_CALLS_FOR_TITLE = re.compile(r"(?:根据|按照|依照|遵照|违反|印发|修订|落实|执行|依据)$")
"""What a title in its marks goes on with, however short the line is."""
_BEFORE_PIECE = 12
_BEFORE_TITLE = 6
"""Shortest line with a comma in it that a piece goes on with; before a title in its marks: 近日，县里印发."""

# A page on few lines: so many code points a line, and so many sentences whose end a blank follows.
_CROWDED = 400
_FEW_LINES = 6
_LEAST_ENDS = 3
_LEAST_ENDS_ALONE = 2
_ENDED_BLANK = re.compile(r"[。！？；”][ \t\xa0\u3000]+(?=\S)")
_BLANKS = re.compile(r"[ \t\xa0\u3000]+")
_ROW_WORD = re.compile(
    r"(?:[12]\d{3}|\d\d)[-/.年]\d{1,2}|\d{1,2}:\d\d|[^，。（(]{0,6}(?:来源|作者|编辑|责编|记者|时间|日期|浏览|阅读|点击|字号|发布)(?:次数|量)?[:：]?|\d{1,7}次?$"
)
_LABELS = re.compile(
    r".{0,4}(?:来源|作者|编辑|责编|记者|时间|日期|浏览|阅读|点击|次数|字号|字体|发布|电话|地址|邮编|编码|传真|邮箱|位置|"
    r"号|机构|机关|分类|主题词|关键词|标签|名称|标题|标　　题|称|题|词|校对|审核|主办|承办|网址|备案)[:：]$"
)
_NUMBERING = re.compile(
    r"第[一二三四五六七八九十百\d]{1,5}[章节条编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、．)]|[•·●*■◆▶-]"
)
_REPORTER = re.compile(r"(?:记者|通讯员)$")
_NAME = 4
_DATELINE = re.compile(r"\d[日号](?:[讯电]|消息)(?:[（(][^()（）]{2,30}[)）])?$")
_WORD = re.compile(r"[^ \t\xa0\u3000\n]+")
_ARROWS = frozenset("><»›|/\\-—·→＞")


def continued(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which lines go on with the line before.

    Args:
        text: The dump.
        lines: Start and end of each line, trimmed.
    """
    if _STARTS_INNER.search(text) is None:
        return frozenset()
    text = _in_one_script(text)
    sure = [number for number in range(1, len(lines)) if _starts_inside(text, lines, number)]
    figures = [number for number in range(1, len(lines) - 1) if _is_figure(text, lines, number)]
    out = {*sure, *figures, *(number + 1 for number in figures), *_path_columns(text, lines)}
    sure += figures
    for number in sure:
        # 「根据」「《办法》」「，制定」: what the comma goes on with is itself a piece of the sentence.
        start, end = lines[number - 1]
        if number >= 2 and end - start <= _PIECE and _is_piece(text, lines, number - 1):
            out.add(number - 1)
    if len(sure) >= _SURE:
        out |= _pieces(text, lines, out)
    return frozenset(out)


def _in_one_script(text: str) -> str:
    """``text`` in the forms that the patterns name; a look whether there is anything to do costs a tenth of doing it."""
    return text.translate(ONE_SCRIPT) if _OTHER_SCRIPT.search(text) else text


def _starts_inside(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a line begins as no line does: with a comma, with （以下简称, with 的; with 已经 below a title in its marks."""
    start = lines[number][0]
    if text[start] in _INNER:
        return _goes_on(text, lines, number)
    if _NAMED.match(text, start):
        return True
    if text[lines[number - 1][1] - 1] in _STOPPED:
        return False
    if _SAID_OF_TITLE.match(text, start):
        return _TITLE.fullmatch(text, *lines[number - 1]) is not None
    return _OF.match(text, start) is not None


def _is_piece(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a line that a comma goes on with goes itself on with the line before."""
    if not _TITLE.fullmatch(text, *lines[number]):
        return _amid(text, lines, number)
    before = lines[number - 1]
    if _CALLS_FOR_TITLE.search(text, max(before[0], before[1] - 4), before[1]):
        return True
    return _amid(text, lines, number, least=_BEFORE_TITLE)


def _is_figure(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a line is a figure set in bold, and the next its unit: 到 / 2020 / 年底."""
    start, end = lines[number]
    return (
        end - start <= 4
        and text[start:end].isdecimal()
        and _UNIT.match(text, lines[number + 1][0]) is not None
        and text[lines[number - 1][1] - 1] not in _STOPPED
        and text.count("\n", lines[number - 1][1], lines[number + 1][0]) <= 2
    )


def _path_columns(text: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    """Arrows on lines of their own, with what stands around them: a path or a menu, 首页 / > / 新闻."""
    out: set[int] = set()
    for number in range(1, len(lines) - 1):
        start, end = lines[number]
        if end - start > 2 or not _ARROW.fullmatch(text, start, end) or not _is_column(lines[number - 1]):
            continue
        out.add(number)
        if _is_column(lines[number + 1]):
            out.add(number + 1)
        if number >= 2:
            label = lines[number - 2][1]
            if _PLACE_LABEL.search(text, max(0, label - 6), label):
                out.add(number - 1)
    return out


def _pieces(text: str, lines: Sequence[tuple[int, int]], known: set[int]) -> set[int]:
    """Further lines that go on, in a dump that is known for one of text nodes."""
    out: set[int] = set()
    amid_text = False  # a sentence has ended: what is above is menus and bylines
    for number in range(1, len(lines)):
        last = text[lines[number - 1][1] - 1]
        if number not in known:
            if _TITLE.fullmatch(text, *lines[number - 1]):
                start, end = lines[number]
                goes_on = end - start > _LINK and not _ITEM.match(text, start)
            else:
                goes_on = amid_text and _amid(text, lines, number, strict=last not in _OPEN_END)
            if goes_on:
                out.add(number)
        amid_text = amid_text or last in "。！？"
    return out


def _is_column(line: tuple[int, int]) -> bool:
    return line[1] - line[0] <= _LINK


def _goes_on(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    start, end = lines[number]
    if end - start <= 1:
        return text[start] in ")）】》”"
    if text[start + 1] == text[start]:
        # ：：：: an ornament.
        return False
    return text[lines[number - 1][1] - 1] not in "。！？" or text[start] in "”’」』）)】》"


def _amid(
    text: str,
    lines: Sequence[tuple[int, int]],
    number: int,
    *,
    strict: bool = True,
    least: int = _BEFORE_PIECE,
) -> bool:
    """Whether the line before breaks off amid a sentence, and this one may go on with it."""
    start, end = lines[number - 1]
    if text[end - 1] in _STOPPED or _ITEM.match(text, lines[number][0]):
        return False
    if text.count("\n", end, lines[number][0]) > 1:
        return False
    before = text[max(start, end - 200) : end]
    if not strict:
        return True
    for opening, closing in ("《》", "（）", "“”"):
        if before.rfind(opening) > before.rfind(closing):
            return True
    return end - start >= least and _PAUSE.search(before) is not None


def crowded(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the page stands on a few lines that blanks set apart."""
    if not lines or (len(lines) > _FEW_LINES and len(text) < _CROWDED * len(lines)):
        return False
    longest = max(lines, key=lambda line: line[1] - line[0])
    if len(text) < _CROWDED:
        return len(lines) == 1 and _is_short_page(text, *longest)
    if (longest[1] - longest[0]) * 2 < len(text):
        return False
    # A page of this length on one line is a page whatever it says; on several, the line may be a paragraph.
    least = _LEAST_ENDS if len(lines) > 1 else _LEAST_ENDS_ALONE
    return sum(1 for _ in islice(_ENDED_BLANK.finditer(text, *longest), least)) == least


def _is_short_page(text: str, start: int, end: int) -> bool:
    """Whether a single line is a notice of a few sentences: blanks behind stops, and as many behind titles, heads and rows."""
    ends = sum(1 for _ in _ENDED_BLANK.finditer(text, start, end))
    blanks = sum(1 for _ in _BLANKS.finditer(text, start, end))
    return ends >= _LEAST_ENDS_ALONE and blanks - ends >= _LEAST_ENDS


def segments(text: str, lines: Sequence[tuple[int, int]]) -> _Lines:
    """The lines, cut at the blanks that stand for ends of lines.

    Args:
        text: The dump.
        lines: Start and end of each line, trimmed.
    """
    out: _Lines = []
    text = _in_one_script(text)
    for start, end in lines:
        at = start
        for blank in _BLANKS.finditer(text, start, end):
            if blank.start() > at and _breaks(text, at, blank.start(), blank.end(), end):
                out.append((at, blank.start()))
                at = blank.end()
        out.append((at, end))
    return out


def _breaks(text: str, start: int, left: int, right: int, end: int) -> bool:
    """Whether the blank ``text[left:right]`` ends the line that began at ``start``."""
    before, after = text[left - 1], text[right]
    said = text[max(start, left - 60) : left]
    if max(said.rfind("("), said.rfind("（")) > max(said.rfind(")"), said.rfind("）")):
        return False
    if before in "。！？…”；":
        return True
    if _DATELINE.search(said):
        return False
    if text[left:right].strip("\u3000") == "":
        # Ideographic blanks are the text's own; two of them set a paragraph in.
        return text.startswith("\u3000\u3000", left) and right - left == 2 and not after.isdecimal()
    word = said[max(said.rfind(" "), said.rfind("\u3000")) + 1 :]
    if before == "：":
        return _LABELS.fullmatch(word) is None
    if _is_inside(before, after) or _NUMBERING.fullmatch(text, max(start, left - 8), left):
        return False
    following = _WORD.match(text, right, min(end, right + 24))
    return not _stand_together(text, word, following.group() if following else "", right)


def _is_inside(before: str, after: str) -> bool:
    """Whether a blank between these two characters is one of punctuation, of a path, or of Latin words."""
    if before in "，、（《“:" or after in _INNER or before in _ARROWS or after in _ARROWS:
        return True
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _stand_together(text: str, word: str, behind: str, right: int) -> bool:
    """Whether two words with a blank between them are one thing: letters set apart, a figure and its unit, a byline row."""
    if len(word) == len(behind) == 1:
        return True  # 总 则
    if _REPORTER.search(word) and len(behind) <= _NAME:
        return True  # 日报记者 王明
    if word[-4:].isdecimal() and _UNIT.match(text, right):
        return True
    if behind.isdecimal() and len(behind) <= 4 and _UNIT.match(text, right + len(behind) + 1):
        return True
    return _ROW_WORD.match(word) is not None and _ROW_WORD.match(behind) is not None
