"""Small inputs, a few tags, tokens or lines each, made of a `random.Random`: cheap enough that a million of them are an evening's work.

Large inputs find what sums up, small ones what clashes: two tags, a label without a value, half a character. What broke a law on a
whole page always broke it on three lines, too.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

from fuzz.inputs import CODECS, HOSTILE, LABELLED, Call, Chooser, corpus, site
from laws.strategies import DATES, LABELS, PARTS, SEPARATORS, WORDS
from policytext.script.repair.shifted import has_sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext import Source

__all__ = ["Pool", "small_text", "text_line"]

_ELEMENTS = (
    "p div h1 h2 h3 li ul ol dl dt dd td th tr table tbody caption span b i em a font script style title br hr nav header footer section article aside main "
    "template noscript textarea pre code select option button form input label iframe svg math ruby rt rp sup sub blockquote center img head body html base "
    "meta link plaintext xmp frameset noframes object embed video details summary del ins marquee nobr wbr q cite address figure figcaption image o:p"
).split()
_ATTRIBUTES = (
    "class=content", "id=zoom", "class='article-title'", "class=footer", "style='display:none'", "style='visibility:hidden;color:#fff'", "hidden",
    "href='/a/1.html'", "href='javascript:alert(1)'", "href='data:text/html,x'", "src=a.jpg", "onclick=alert(1)", "name=ContentTitle", "name=PubDate",
    "content='2024-05-06'", "content='青禾日报'", "property='og:title'", "itemprop=author", "charset=gbk", "http-equiv=refresh", "colspan=3", "rowspan=999",
    "start=7", "type=a", "align=center", "alt='图'", "title='\"><script>'", "class='", "a=1 a=2", "=", "'", '"', "/", "aria-hidden=true", "dir=rtl", "lang=zh-TW",
)  # fmt: skip
_OFFICIAL = (
    "青政发〔2024〕5号", "关于印发《青禾市节水办法》的通知", "各区人民政府：", "（2024年5月1日市政府第3次常务会议通过）", "第一条　为了节约用水，制定本办法。", "第一章　总则",
    "附件：1.名单", "附件1", "青禾市人民政府办公室", "2024年5月6日", "（此件公开发布）", "抄送：市委办公室。", "索引号：123/2024-00001", "发文字号：", "主题词：节水 办法", "特此通知。",
    "（联系人：王小禾，电话：0900-1234567）", "（一）加强领导", "1.补植", "①", "答：", "问：", "问题1", "表1　苗木", "注：含补植", "续表", "（草案）", "（下转第2版）", "第1页 共3页", "上一页 1 2 3 下一页",
)  # fmt: skip
_SCRIPTS = (
    "乾隆皇帝在乾清宮發現頭髮乾了，後來皇后說里長住在八里外", "麵條、裡面、纔、祇、隻、鍾鐘", "縣(xiàn)里檢(jiǎn)修", "重(zhòng)慶(qìng)", "一隻(zhī)", "鍏充簬鍋氬ソ闃叉睕宸ヤ綔", "锟斤拷锟斤拷",
    "ä¸\xadå›½æ–°é—»å‘", "ÖÐ¹úÐÂÎÅÍø", "青\ufffd禾\ufffd", "葉\u3000音葉韻", "0台湾 臺灣 台灣", "𠮷野家𡃁", "㐀㐁", "龜鱉", "著名著作 看著", "于右任 於是", "﹛﹝ㄛㄩ", "ﾊﾝｶｸ", "ｆｕｌｌ　ｗｉｄｔｈ",
)  # fmt: skip
_PROSE = "会议强调，各县区要压实责任，加强巡查值守，确保群众生命财产安全，遇有险情第一时间上报。"
_MOST = 400
"""Characters of an input; what has grown beyond is cut."""
_COSTLY = 0.02
"""Share of the inputs taken that have a sign of characters out of step: looking for what stood there takes hundreds of times as long as all else."""


def _byline(rng: Random) -> str:
    parts = []
    for _ in range(rng.randint(1, 4)):
        kind = rng.random()
        if kind < 0.45:
            parts.append(
                rng.choice(LABELS)
                + rng.choice(("：", ":", " ", "", " : ", "/", "\n"))
                + rng.choice((*WORDS, *DATES, ""))
            )
        elif kind < 0.65:
            parts.append(rng.choice(DATES))
        else:
            word = rng.choice(WORDS)
            parts.append(word if kind < 0.9 else word + rng.choice(SEPARATORS) + word)
    return rng.choice(SEPARATORS).join(parts)


def _anything(rng: Random) -> str:
    bases = (
        0,
        0,
        0x80,
        0x2000,
        0x3000,
        0x4E00,
        0xD800,
        0xE000,
        0xF900,
        0xFE00,
        0xFF00,
        0x1F300,
        0x20000,
        0xE0000,
    )
    return "".join(chr(rng.choice(bases) + rng.randrange(256)) for _ in range(rng.randint(1, 6)))


def text_line(rng: Random) -> str:
    """A line: policy words, a byline, a part of an official document, scripts and damage, hostile tokens, characters from anywhere."""
    kind = rng.random()
    if kind < 0.2:
        return rng.choice(PARTS)
    if kind < 0.4:
        return _byline(rng)
    if kind < 0.55:
        return rng.choice(_OFFICIAL)
    if kind < 0.65:
        return rng.choice(_SCRIPTS)
    if kind < 0.75:
        return rng.choice(HOSTILE)[:60]
    if kind < 0.82:
        return _anything(rng)
    if kind < 0.92:
        return _PROSE[rng.randrange(10) :]
    return rng.choice(PARTS) + rng.choice((*HOSTILE, *_SCRIPTS))[:40] + rng.choice(_OFFICIAL)


def small_text(rng: Random) -> str:
    """A dump of a few lines."""
    end = rng.choice(("\n", "\n", "\n", "\r\n", "\r", "\n\n", " ", "\u2028", "\x0b"))
    return end.join(text_line(rng) for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 3, 4, 6))))


def _tag(rng: Random) -> str:
    name = rng.choice(_ELEMENTS)
    if rng.random() < 0.3:
        return f"<{name} {rng.choice(_ATTRIBUTES)}>"
    return f"<{name}>"


def _markup(rng: Random) -> str:
    """A few elements, closed or not, in each other or not, with text between them."""
    out: list[str] = []
    opened: list[str] = []
    for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 5, 7, 9))):
        kind = rng.random()
        if kind < 0.45:
            tag = _tag(rng)
            out.append(tag)
            opened.append(tag[1:-1].split(" ")[0])
        elif kind < 0.6:
            out.append(f"</{opened.pop() if opened and rng.random() < 0.8 else rng.choice(_ELEMENTS)}>")
        else:
            out.append(text_line(rng))
    if rng.random() < 0.5:
        out += [f"</{name}>" for name in reversed(opened)]
    return "".join(out)


def _article(rng: Random) -> str:
    """A page with all that a page has, so that fields, edges and rules have something to decide."""
    lines = ["青禾市部署春季植树", _byline(rng), _PROSE, text_line(rng), _PROSE[7:], text_line(rng)]
    if rng.random() < 0.5:
        return "\n".join(lines)
    return "".join(f"<{rng.choice(('p', 'p', 'div', 'h1', 'li', 'td'))}>{line}" for line in lines)


@cache
def _sites() -> tuple[Source, ...]:
    return tuple(site(Chooser(bytes((number, number % 5, number % 3, 1)))) for number in range(9))


@cache
def _windows() -> tuple[str, ...]:
    """Pieces of our own pages, cut where a tag begins."""
    found: list[str] = []
    for page in corpus():
        text = page.decode("utf-8", "replace")
        at = 0
        while at < len(text):
            stop = text.find("<", at + 200)
            stop = min(stop if stop > 0 else len(text), at + 500)
            found.append(text[at:stop])
            at = stop
    return tuple(found)


def _mutated(rng: Random, text: str) -> str:
    for _ in range(rng.randint(1, 4)):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.randrange(1, 30))
        kind = rng.randrange(7)
        if kind == 0:
            text = text[:start] + text[end:]
        elif kind == 1:
            text = text[:start] + text[start:end] * rng.randint(2, 4) + text[end:]
        elif kind == 2:
            text = text[:start] + text_line(rng) + text[end:]
        elif kind == 3:
            text = text[:start] + _tag(rng) + text[start:]
        elif kind == 4:
            other = rng.choice(_windows())
            at = rng.randrange(len(other) + 1)
            text = text[:start] + other[at : at + 60] + text[end:]
        elif kind == 5:
            text = (
                text[:start] + rng.choice(("\n", "\t", " ", "\u3000", "\x00", "\u200b", "\r")) + text[start:]
            )
        else:
            text = text[:start] + rng.choice(HOSTILE)[:40] + text[start:]
    return text[:_MOST]


def _redecoded(rng: Random) -> str:
    text = small_text(rng).encode("utf-8", "replace").decode()
    for _ in range(rng.randint(1, 2)):
        text = text.encode(rng.choice(CODECS), rng.choice(("replace", "ignore"))).decode(
            rng.choice(CODECS), rng.choice(("replace", "ignore"))
        )
    return text


def _damaged(rng: Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(rng.randint(1, 3)):
        if not broken:
            break
        at = rng.randrange(len(broken))
        kind = rng.randrange(4)
        if kind == 0:
            del broken[at]
        elif kind == 1:
            broken[at] = rng.randrange(256)
        elif kind == 2:
            broken[at:at] = rng.randbytes(2)
        else:
            del broken[at:]
    return bytes(broken)


class Pool:
    """Makes calls, and keeps the texts whose document had something that none before had, to grow the next ones from.

    Args:
        seed: The same seed gives the same calls, as long as the documents are the same.
    """

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311 - not a secret
        self.texts: list[str] = []
        self._seen: set[object] = set()

    def call(self) -> Call:
        """The next call."""
        while True:
            call = self._any_call()
            page = call.page
            if not has_sign(page if isinstance(page, str) else page.decode("utf-8", "replace")):
                return call
            if self.rng.random() < _COSTLY:
                return call

    def _any_call(self) -> Call:
        rng = self.rng
        kind = rng.random()
        make: Callable[[Random], str] = (
            small_text if kind < 0.25 else _markup if kind < 0.6 else _article if kind < 0.65 else _redecoded
        )
        text = (
            make(rng)
            if kind < 0.7
            else _mutated(
                rng, rng.choice(self.texts) if kind > 0.78 and self.texts else rng.choice(_windows())
            )
        )
        page: str | bytes = text
        if rng.random() < 0.25:
            page = text.encode(rng.choice(CODECS), "ignore")
            if rng.random() < 0.4:
                page = _damaged(rng, page)
            if rng.random() < 0.2:
                page = b"<meta charset='%s'>" % rng.choice(LABELLED).encode() + page
        return Call(page, self._options())

    def _options(self) -> dict[str, Any]:
        rng = self.rng
        options: dict[str, Any] = {}
        chance = rng.random()
        if chance < 0.1:
            options["form"] = rng.choice(("html", "text"))
        elif chance < 0.2:
            # A source is compiled the first time it is used, which costs as much as thirty pages.
            options["source"] = rng.choice(_sites())
        elif chance < 0.3:
            options["url"] = rng.choice(
                (
                    "http://gansu.gscn.com.cn/2024/0506/1.html",
                    "https://qinghe.example/20240506/a.html",
                    "::",
                    "x" * 90,
                )
            )
        return options

    def note(self, call: Call, features: frozenset[object]) -> None:
        """Keep the text of a call whose document has a feature that is new."""
        if features <= self._seen:
            return
        self._seen |= features
        page = call.page
        if isinstance(page, bytes):
            page = page.decode("utf-8", "replace")
        self.texts.append(page[:_MOST])
