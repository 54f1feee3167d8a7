"""Blocks set into the body of a page: the instrument of the insertion law. What is text must stay, and what is frame must take no text with it.

A page is parsed as it is, a block is set behind one of the paragraphs that came out, and the page is parsed again. What stood in
the text before must stand in it still; so must the block, if it is text. Every text here is invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

import lxml.html
from lxml import etree

import policytext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["FRAMES", "TEXTS", "Inserted", "Insertion", "inserter_for", "insertions_into"]


class Insertion(NamedTuple):
    """A block, as markup and as the lines of a dump. ``shown`` is what has to be in the text, without white space."""

    name: str
    markup: str
    dump: str

    @property
    def shown(self) -> list[str]:
        """Its lines, cells apart, without white space."""
        return [key for line in self.dump.replace("\t", "\n").split("\n") if (key := _key(line))]


class Inserted(NamedTuple):
    """What became of one insertion: lines of the block and lines of the body that are gone."""

    name: str
    place: str
    block_lost: tuple[str, ...]
    body_lost: tuple[str, ...]


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _rows(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


_TABLE = (
    ("乡镇", "任务数", "完成数"),
    ("青禾镇", "120", "118"),
    ("云岭乡", "86", "80"),
    ("石门乡", "45", "45"),
)
_NAMES = (
    "陈小禾", "李云岭", "王石门", "赵白河", "孙柳湾", "周枣林", "吴杏塬", "郑竹溪", "冯松岭", "褚榆泉", "卫桐城", "蒋甘棠", "沈临水", "韩望山",
    "杨平襄",
)  # fmt: skip
_CV = (
    "陈小禾，男，1971年5月生",
    "1993.07—1998.03 云岭县水务局科员",
    "1998.03—2006.11 云岭县水务局副局长",
    "2006.11—2015.09 青禾镇党委书记",
    "2015.09— 云岭县副县长",
)
_NUMBERED = ("1.身份证原件及复印件", "2.户口簿首页及本人页", "3.近期免冠照片两张", "4.学历证书复印件")
_FILES = ("附件：1.云岭县报名登记表.docx", "2.云岭县岗位一览表.xlsx", "3.健康承诺书.pdf")
_PHONES = (
    "青禾镇便民服务中心 0900-6210001",
    "云岭乡便民服务中心 0900-6210002",
    "石门乡便民服务中心 0900-6210003",
)
_QUOTE = ("山里的路再远，", "也有人天天在走；", "门前的树再小，", "也会一年年长高。")
_AGENDA = ("9:00 签到", "9:30 开幕式", "10:00 主旨发言：陈小禾", "11:30 茶歇", "14:00 分组讨论")
_PRICES = ("云岭古堡", "门票：40元", "电话：0900-6210009", "石门水库", "门票：免费", "电话：0900-6210010")
_LABELS = ("主办单位：云岭县人民政府", "承办单位：云岭县文化馆", "协办单位：青禾镇商会")
_TALK = ("记者：什么时候通水？", "陈小禾：月底之前。", "记者：水费怎么收？", "陈小禾：按表收，每方两元。")


def _text_block(name: str, lines: Sequence[str], markup: str | None = None) -> Insertion:
    return Insertion(name, markup or _paragraphs(lines), "\n".join(lines))


TEXTS: tuple[Insertion, ...] = (
    Insertion("table", _rows(_TABLE), "\n".join(cell for row in _TABLE for cell in row)),
    Insertion("table-rows", _rows(_TABLE), "\n".join("\t".join(row) for row in _TABLE)),
    _text_block("names", _NAMES),
    _text_block("names-list", _NAMES, "<ul>" + "".join(f"<li>{name}</li>" for name in _NAMES) + "</ul>"),
    _text_block("five-names", _NAMES[:5], "<p>" + "<br>".join(_NAMES[:5]) + "</p>"),
    _text_block("cv", _CV),
    _text_block("numbered", _NUMBERED),
    Insertion(
        "attachments",
        "<p>附件：1.<a href='/f/1.docx'>云岭县报名登记表.docx</a></p><p>2.<a href='/f/2.xlsx'>云岭县岗位一览表.xlsx</a></p>"
        "<p>3.<a href='/f/3.pdf'>健康承诺书.pdf</a></p>",
        "\n".join(_FILES),
    ),
    _text_block("phones", _PHONES),
    _text_block("quotation", _QUOTE, "<blockquote>" + "<br>".join(_QUOTE) + "</blockquote>"),
    _text_block("verse", _QUOTE),
    _text_block("one-line", ("答案是没有。",)),
    _text_block("one-line-unended", ("云岭的冬天来了",)),
    _text_block("agenda", _AGENDA),
    _text_block("prices", _PRICES),
    _text_block("labels", _LABELS),
    _text_block("interview", _TALK),
)
"""Blocks that are text wherever they stand in a body."""

_RELATED = ("枣林小学添了新书架", "白河大桥合龙在即", "松岭冬季课表公布", "甘棠山货进城开了直通车")

FRAMES: tuple[Insertion, ...] = (
    Insertion(
        "advertisement",
        "<div class='ad'><a href='http://ad.example/1'>云岭房产网：学区好房限时优惠</a></div>",
        "云岭房产网：学区好房限时优惠",
    ),
    Insertion(
        "advertisement-2",
        "<p><a href='http://ad.example/1'>点击下载客户端</a></p><p><a href='http://ad.example/2'>看更多本地新闻</a></p>",
        "点击下载客户端\n看更多本地新闻",
    ),
    Insertion(
        "share-bar",
        "<div class='share'>分享到：<a href='#'>微信</a> <a href='#'>微博</a> <a href='#'>QQ空间</a></div>",
        "分享到：微信 微博 QQ空间",
    ),
    Insertion(
        "related-list",
        "<div><h3>相关阅读</h3><ul>"
        + "".join(f"<li><a href='/a/{at}.html'>{line}</a></li>" for at, line in enumerate(_RELATED))
        + "</ul></div>",
        "\n".join(("相关阅读", *_RELATED)),
    ),
    Insertion("read-on", "<p><a href='#more'>展开全文</a></p>", "展开全文"),
)
"""Blocks that may go or stay, but take nothing with them."""


def _key(text: str) -> str:
    return "".join(text.split())


def _lost(text: str, wanted: Sequence[str]) -> tuple[str, ...]:
    """The lines of ``wanted`` that a text does not have, each as often as it has to be there."""
    return tuple(line for line in wanted if line not in text)


def insertions_into(
    page: bytes | str,
    blocks: Sequence[Insertion],
    places: Sequence[float],
    *,
    gold: str | None = None,
    **options: Any,
) -> Iterator[Inserted]:
    """Set each block at each place of a page, one at a time.

    Args:
        page: HTML as bytes, or a dump as ``str``.
        blocks: What to insert.
        places: Where, as shares of the body's paragraphs: 0 is behind the first one, 1 behind the last one.
        gold: The text of the page, where it is known: frame that is taken for text is no paragraph, and may go.
        options: For `policytext.parse`.
    """
    inserter = inserter_for(page)
    whole = policytext.parse(inserter.page(), **options)
    known = None if gold is None else _key(gold)
    body = [
        key
        for block in whole.blocks
        for line in block.text.split("\n")
        if (key := _key(line)) and (known is None or key in known)
    ]
    spots = inserter.spots(
        [
            block.text
            for block in whole.blocks
            if len(block.text) >= _LONG_ENOUGH and (known is None or _key(block.text) in known)
        ]
    )
    if len(spots) < _FEW:
        return
    for block in blocks:
        for place in places:
            changed = inserter.page(spots[round(place * (len(spots) - 1))], block)
            text = _key(policytext.parse(changed, **options).text)
            yield Inserted(block.name, f"{place:.2f}", _lost(text, block.shown), _lost(text, body))


_LONG_ENOUGH = 20
_FEW = 2


def inserter_for(page: bytes | str) -> _Dump | _Markup:
    """What sets blocks into this page."""
    return _Markup(page) if isinstance(page, bytes) else _Dump(page)


class _Dump:
    """A dump; spots are the ends of lines that a paragraph ends: within a page on one line there is none."""

    def __init__(self, text: str) -> None:
        self._text = text

    def spots(self, paragraphs: Sequence[str]) -> list[Any]:
        found = []
        for paragraph in paragraphs:
            at = self._text.find(paragraph)
            if at >= 0 and self._text.count(paragraph) == 1:
                end = self._text.find("\n", at + len(paragraph))
                end = end if end >= 0 else len(self._text)
                if not self._text[at + len(paragraph) : end].strip():
                    found.append(end)
        return found

    def page(self, spot: Any = None, block: Insertion | None = None) -> str:
        if spot is None or block is None:
            return self._text
        apart = "\n\n" if "\n\n" in self._text[max(0, spot - 400) : spot + 2] else "\n"
        return self._text[:spot] + apart + block.dump.replace("\n", apart) + self._text[spot:]


class _Markup:
    """A tree; spots are the blocks that hold a paragraph and nothing else."""

    def __init__(self, raw: bytes) -> None:
        encoding = policytext.parse(raw).page.encoding or "utf-8"
        text = raw.decode(encoding, "replace").replace("\0", "")
        self._tree: Any = lxml.html.document_fromstring(
            text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
        for meta in cast("Any", self._tree).xpath("//meta[@charset or @http-equiv]"):
            meta.getparent().remove(meta)

    def spots(self, paragraphs: Sequence[str]) -> list[Any]:
        wanted = {_key(text) for text in paragraphs}
        found = []
        for element in self._tree.iter("p", "div", "section"):
            key = _key(element.text_content())
            if key in wanted:
                wanted.discard(key)
                outer = element
                while outer.getparent() is not None and _key(outer.getparent().text_content()) == key:
                    outer = outer.getparent()
                found.append(outer)
        return found

    def page(self, spot: Any = None, block: Insertion | None = None) -> bytes:
        added: list[Any] = []
        if spot is not None and block is not None:
            tail, spot.tail = spot.tail, None
            added = list(lxml.html.fragments_fromstring(block.markup))
            parent = spot.getparent()
            at = parent.index(spot)
            for offset, one in enumerate(added, 1):
                parent.insert(at + offset, one)
            added[-1].tail = tail
        out = b"<!DOCTYPE html><meta charset=utf-8>" + etree.tostring(
            self._tree, encoding="utf-8", method="html"
        )
        if spot is not None and added:
            tail = added[-1].tail
            for element in added:
                spot.getparent().remove(element)
            spot.tail = tail
        return out
