"""Names of people as credits give them: what a value of names holds, and how far into it the names go.

A value is cut at the marks that part names. Each part is a name, or something that stands beside names and explains
itself (an office, a place with 报道, 摄, a staff code), or the end of what is understood. Splitting is refused unless every
part looks like a name: ``私~川流`` stays one handle, ``医技药剂党支部`` is no person.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from policytext.fields.grammar.byline_labels import BUTTON, LABELS, NOBODY, WIDGET
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import media_score
from policytext.fields.knowledge.offices import office_score
from policytext.fields.knowledge.persons import LIKELY, person_score
from policytext.fields.knowledge.places import place_score

__all__ = ["Names", "Trust", "is_name", "is_organisation", "looks_person", "names_nobody", "read_names", "split_names"]  # fmt: skip

_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]{2,4}\Z")
_DOTTED: Final = re.compile(r"[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}\Z")
_LATIN: Final = re.compile(r"[A-Z][A-Za-z.'-]{0,20}(?: [A-Z][A-Za-z.'-]{0,20}){0,3}\Z")
_HANDLE: Final = re.compile(
    r"(?!.*(?:点击|收藏|打印|分享|查看|返回|此处|本文))(?=[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,10}\Z)"
    r"[\w~&@.\-· ]{1,24}(?: ?\([A-Za-z .]{2,30}\))?\Z"
)
_CODE: Final = re.compile(r"[ _]*\(?[A-Z]{1,3}\d{2,7}\)?$")
_STAFF: Final = re.compile(r"[A-Z]{0,4}\d{1,8}\Z")
_SPLIT: Final = re.compile(r" *[、,/&;|+] *| +")
_AND: Final = re.compile(r"[、,/;]")
_BESIDE: Final = re.compile(
    r"(?:文|图|摄|影|摄影|摄像|供稿|供图|撰稿|撰文|采写|整理|综合|报[道导]|摄影报[道导]|(?:综合|即时|现场|专题|独家|联合|编译)?报[道导]|"
    r"[文图][/|]?[文图]|文并图|实习|见习|视频|制图|通稿|翻摄|摄制|发自|等|和|与|及|暨)"
)
"""What stands beside names and is none."""
_WROTE: Final = frozenset("文 文字 采写 撰文 撰稿 文稿".split())
_SHOT: Final = frozenset("图 摄 摄影 供图 图片 视频 摄像 拍摄 影 图影".split())
# 王小禾（青禾大学教授）: of whom the bracket speaks stands before it.
_AFFILIATION: Final = re.compile(r"(?<=[\u3400-\u9fff])(?= ?\() ?\(([\u3400-\u9fff·、, ]{3,30})\)")
_REPORTED: Final = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:综合|即时|现场)?(?:报[道导]|传真|讯|电|摄影|摄)\Z")
_TITLED: Final = re.compile(
    r"(?:教授|研究员|讲师|博士|硕士|主任|院长|所长|会长|主席|理事长|秘书长|律师|医师|医生|老师|先生|女士|局长|处长|科长|书记|校长|作家|诗人|学者|评论员|专栏作者|"
    r"记者|通讯员|编辑|干部|[长员师家生]|[系室组科处局院部队站所])\Z"
)
# 作者：王小禾，青禾大学法学院教授.
_TITLE_BEHIND: Final = re.compile(
    r"[ ,、(:]{0,3}(?:系|为|现任|单位:?)?[\u3400-\u9fff·、,() ]{2,40}"
    r"(?:[教研讲博硕主院所会理秘律医老先女局处科书校作诗学评专记通编干员长师家生授士任史席手人]|[系室组科处局院部队站所校厂社网会]|大学|中心|公司)[。.)\]]*"
)
_TAIL: Final = re.compile(
    r"(?:\((?:实习生?|见习|整理|编译|文|图|摄|摄影)\)|[ /]+(?:文|图|摄|文/图|图/文|译|文图)|[ /]*(?:摄影报[道导]|摄影|报[道导]|供图|供稿|综合报[道导]|编译|整理|发自[^ ]{0,8})"
    r"|(?<=..)[摄译]|等)$"
)
_DOUBLE: Final = re.compile(r"[\u3400-\u9fff·]{2,12} ?\([A-Z][A-Za-z .'-]{2,30}\)\Z")
_CUT: Final = re.compile(
    r"(?<=..)(?::|。|,?系(?![^ ,。]{0,16}[、,])|,[男女]|对此文|对本文|http|返回|查看|报料|澎湃新闻|版权|未经|更多|来源|点击|联系电话|责任编辑)"
)
_WIRE: Final = re.compile(r"\d{1,2}日(?:综合|专)?(?:外)?电|(?:(?<=^\w{4})|(?<=^\w{5}))(?:即时)?报[道导]\Z")
_EDGE: Final = " \t:：/|,，、;；[]【】()（）<>《》-—_·・*#。.□■◎○\"'"
_LONGEST: Final = 80
_PLACED: Final = 0.6
"""So much of a place the form alone makes (青禾镇)."""
_LEVELS: Final = 4  # Edges and tails are taken off in turns: （记者 某某（实习） 摄）.

Trust = Literal["label", "role", "none"]
"""How a string of names was announced: by a label with a colon, by a role word (记者某某), or not at all."""


class Names(NamedTuple):
    """The names of a value, as displayed, and one past the last character that is understood."""

    names: tuple[str, ...]
    end: int


def is_organisation(name: str) -> bool:
    """Whether the folded string names an organisation (paper, site, office, company); a person's name may end likewise."""
    if len(name) < 3:
        return False
    best = max(media_score(name), office_score(name))
    return best >= 0.75 and not (len(name) < 4 and person_score(name) > best - 0.3)


def is_name(text: str) -> bool:
    """Whether one folded string has the shape of a name: 2 to 4 Han characters, dotted, or capitalised Latin."""
    if (
        text in NOBODY
        or text in LABELS
        or "受访" in text
        or text.endswith(
            ("报道", "报导", "供图", "推荐", "管理", "编辑部", "阅读", "撰稿", "记者", "通讯员", "评论员")
        )
    ):
        return False
    if _HAN_NAME.match(text):
        if person_score(text) >= LIKELY:
            return True
        return (
            not is_organisation(text)
            and place_score(text) < 0.95
            and not (len(text) == 3 and text[-1] in "省市县区镇乡村")
        )
    if _DOTTED.match(text):
        return person_score(text) >= LIKELY or media_score(text) < 0.5
    return len(text) > 1 and bool(_LATIN.match(text))


def names_nobody(value: str) -> bool:
    """Whether a labelled value stands where a name should and is none: 佚名, a staff code, an office."""
    word = value.strip(_EDGE)
    return word in NOBODY or bool(_STAFF.match(word)) or is_organisation(word) or place_score(word) >= _PLACED


def looks_person(text: str) -> bool:
    """Whether a folded string without a label is the name of a person: a known surname, a likely given name, no word."""
    return text not in NOBODY and not text[:1].isascii() and person_score(text) >= LIKELY


def _tokens(folded: str) -> list[tuple[int, int]]:
    """Spans of the parts of a list of names; single Han characters set apart by a blank (方 敏) are one part."""
    if _LATIN.match(folded):
        return [(0, len(folded))]
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _SPLIT.finditer(folded):
        if match.start() > at:
            spans.append((at, match.start()))
        at = match.end()
    if at < len(folded):
        spans.append((at, len(folded)))
    if "&" in folded and not _AND.search(folded) and not all(looks_person(folded[a:b]) for a, b in spans):
        # One handle (某某&某某), not two people.
        return [(0, len(folded))]
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and _one_name(folded, out[-1], (start, end)):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _one_name(folded: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether two parts are one name that was stretched: ``方 敏``, ``李   川``."""
    return (
        right[1] - right[0] == 1
        and left[1] - left[0] == 1
        and folded[left[1] : right[0]].isspace()
        and "\u3400" <= folded[right[0]] <= "\u9fff"
    )


def _clean(text: str, folded: str) -> tuple[str, str]:
    """Staff codes (PK155), tails (摄, （实习）) and edges off, on both strings alike."""
    for _ in range(_LEVELS):
        before = folded
        lead = len(folded) - len(folded.lstrip(_EDGE))
        text, folded = text[lead:], folded[lead:]
        keep = len(folded.rstrip(" " if folded.endswith(")") and "(" in folded else _EDGE))
        text, folded = text[:keep], folded[:keep]
        for pattern in (_CODE, _TAIL):
            tail = pattern.search(folded)
            if tail and tail.start() >= 2:
                text, folded = text[: tail.start()], folded[: tail.start()]
        if folded == before:
            break
    return text, folded


def _limit(folded: str) -> int:
    """Where a value of names ends at the latest: before a sentence, an address, a button."""
    cut = _CUT.search(folded)
    stop = cut.start() if cut else len(folded)
    wired = _WIRE.search(folded, 2, stop)
    if wired and not ("报" in wired[0] and looks_person(folded[: wired.start()])):
        # 记者张三台北12日电, 记者张三台北报导: a name, a place, a day.
        stop = wired.start()
        for size in (2, 3, 4, 5):
            if stop - size >= 2 and place_score(folded[stop - size : stop]) >= 0.95:
                return stop - size
        return stop - 2 if stop >= 4 else stop
    return stop


def _behind_organisation(joined: str) -> int:
    """Where the name begins behind the organisation its bearer belongs to: 某某大学历史学院郭小伦; 0 where there is none."""
    for size in (3, 2, 4):
        at = len(joined) - size
        if (
            at >= 3
            and person_score(joined[at:]) >= LIKELY
            and (is_organisation(joined[:at]) or _TITLED.search(joined[:at]))
        ):
            return at
    return 0


def read_names(text: str, folded: str, *, trust: Trust = "label") -> Names:
    """The names in a credit's value, and how far they go.

    Args:
        text: The value as displayed.
        folded: Its shadow, same length.
        trust: After a label a single handle (``biaoffeng``) counts as a name; after a role word every part must have
            the shape of a name; unannounced, every part must look like a person.

    Returns:
        Names as displayed, blanks inside two-character names closed up; none where the value is no list of names.
        Names at the head of a longer labelled value stand, what is glued on behind them does not.
    """
    stop = _limit(folded)
    first = len(folded) - len(folded.lstrip(_EDGE))
    value = folded[first:stop].rstrip()
    shown = text[first : first + len(value)]
    if not value or len(value) > _LONGEST:
        return Names((), 0)
    whole_text, whole = _clean(shown, value)
    if trust == "label" and _DOUBLE.match(whole):
        return Names((whole_text,), first + len(value))
    shown, value = _without_affiliations(shown, value)
    parts = _tokens(value)
    names, end, last = _listed(shown, value, parts, trust)
    if last == len(value):
        # Blanks at the end were an affiliation.
        return Names(names, first + (last if names and value[end:].isspace() else end))
    if trust == "none":
        return Names((), 0)
    if trust == "label" and len(parts) == 1 and not names and _is_handle(whole):
        return Names((whole_text,), first + len(value))
    if names and trust == "label" and _TITLE_BEHIND.fullmatch(value, last):
        end = len(value)
    return Names(names, first + end if names else 0)


def _without_affiliations(text: str, folded: str) -> tuple[str, str]:
    """Both strings with blanks in the place of what a bracket says of the name before it: 王小禾（青禾大学教授）."""
    for match in _AFFILIATION.finditer(folded):
        if is_organisation(match[1]) or _TITLED.search(match[1]) or match[1].startswith("系"):
            low, high = match.span()
            text = text[:low] + " " * (high - low) + text[high:]
            folded = folded[:low] + " " * (high - low) + folded[high:]
    return text, folded


def _listed(
    shown: str, value: str, parts: list[tuple[int, int]], trust: Trust
) -> tuple[tuple[str, ...], int, int]:
    """The names of a list of parts, one past the last that counts, and one past the last that is understood.

    Where 文 and 图 tell who wrote from who took the pictures, before or behind their names, the writers alone are given.
    """
    names: list[str] = []
    end = last = 0
    wrote = 0
    leading = bool(parts) and value[slice(*parts[0])].strip(_EDGE) in _WROTE
    shooting = False
    for start, stop in parts:
        between = value[last:start]
        listed = not names or "、" in between or "," in between
        name = _part(shown[start:stop], value[start:stop], trust, listed=listed)
        if name is None:
            return tuple(dict.fromkeys(names)), end, last
        last = stop
        mark = value[start:stop].strip(_EDGE)
        if name:
            if not shooting:
                names.append(name)
            end = stop
        elif names and mark:
            if "、" not in between and media_score(mark) >= SURE:
                # 编辑：王小禾　青禾日报: the paper is the row's.
                return tuple(dict.fromkeys(names)), end, start
            end = stop
        if mark in _WROTE:
            wrote, shooting = len(names), False
        elif mark in _SHOT and (leading or (mark in ("摄影", "摄像") and names)):
            # 通讯员 王小禾 摄影 李麦秋: the role stands before its name, as the first one did.
            shooting = True
        elif wrote and (mark in _SHOT or (name and mark[-1:] in _SHOT)):
            del names[wrote:]
    return tuple(dict.fromkeys(names)), end, len(value)


def _is_handle(folded: str) -> bool:
    """Whether a labelled value that is no list of names is the name an account bears."""
    return bool(
        _HANDLE.match(folded)
        and folded.lower() not in NOBODY
        and not is_organisation(folded)
        and not _STAFF.match(folded)
        and not BUTTON.match(folded)
        and not _BESIDE.fullmatch(folded)
    )


def _part(text: str, folded: str, trust: Trust, *, listed: bool) -> str | None:
    """One part of a list: a name, the empty string for what stands beside names, ``None`` for anything else.

    ``listed`` tells a part behind 、 (another name) from one behind a blank or slash (a place, as in ``某某／青禾报导``).
    """
    shown, part = _clean(text, folded)
    joined = part.replace(" ", "")
    if not joined or _stands_beside(part, joined) or (not listed and _is_place_of_report(folded, joined)):
        return ""
    if _counts(joined, trust):
        return shown if part.isascii() else "".join(shown.split())
    if trust != "none" and joined == part and (at := _behind_organisation(joined)):
        return shown[at:]
    if is_organisation(joined) or place_score(joined) >= _PLACED:
        return ""
    return None


def _stands_beside(part: str, joined: str) -> bool:
    """Whether a part is none of the names but may stand among them: 佚名, a button, a staff code, a role."""
    return bool(joined in NOBODY or WIDGET.fullmatch(part) or _STAFF.match(part) or _BESIDE.fullmatch(joined))


def _is_place_of_report(folded: str, joined: str) -> bool:
    """Whether a part behind a name says from where was reported: 记者 郭小久 云渡报道."""
    told = folded.strip(_EDGE)
    if not _REPORTED.match(told):
        return False
    named = looks_person(joined) and (told.endswith("摄") or len(joined) > 2)
    return not (named and place_score(joined) < _PLACED)


def _counts(joined: str, trust: Trust) -> bool:
    """Whether a part is a name, the less being asked the more announces it."""
    if trust == "none":
        return looks_person(joined)
    if BUTTON.match(joined) and not looks_person(joined):
        return False
    return is_name(joined) and (trust == "label" or not _clausal(joined))


def _clausal(joined: str) -> bool:
    """Whether a part behind a role word is more likely the end of a sentence: four characters that no table takes for a name."""
    plain = "·" not in joined and not joined.isascii()
    return plain and len(joined) == 4 and person_score(joined) < LIKELY


def split_names(text: str, folded: str, *, trust: Trust = "label") -> tuple[str, ...]:
    """The names alone, see `read_names`."""
    return read_names(text, folded, trust=trust).names
