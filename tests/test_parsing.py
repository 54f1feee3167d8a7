"""The parser: own sources beside the built-in ones, a value that travels, and pages that are only the name of one."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from attrs.exceptions import FrozenInstanceError

import policytext
from policytext import Parser, Source
from policytext.rules import line

SLOGAN = "【青禾在线客户端，您身边的新闻管家】"
RULE = line("qinghe/slogan", r"\[青禾在线客户端,.{2,20}\]", keys=("青禾在线客户端",), place="tail")
QINGHE = Source(
    key="qinghe",
    name="青禾在线",
    hosts=("qinghe.example",),
    signature=(r"青禾在线 > ",),
    markup=("#qinghe_text",),
    rules=(RULE,),
)
OWN_GSCN = Source(key="gscn", name="自家的网", hosts=("gscn.com.cn",))
PARSER = Parser(sources=(QINGHE,))
BODY = (
    "东乡镇新建三处便民服务点\n2024-03-18 09:20\n"
    "东乡镇近日新建三处便民服务点，群众在家门口就能办理社保、医保等二十六项业务。\n"
    "服务点由镇政务服务中心统一管理，每周一至周五开放，周六预约办理，节假日轮值。\n"
)
PAGE = f"{BODY}{SLOGAN}\n"
MARKUP = "<h1>东乡镇新建三处便民服务点</h1><div id='qinghe_text'><p>{}</p></div>".format(
    BODY.split("\n", 2)[2].replace("\n", "</p><p>")
)
FOUND = {
    "host": (PAGE, "http://www.qinghe.example/a.html"),
    "address on the page": (
        "<link rel=canonical href='http://qinghe.example/a'>" + MARKUP.replace("qinghe_text", "x"),
        None,
    ),
    "signature": ("青禾在线 > 民生 > 正文\n" + PAGE, None),
    "markup": (MARKUP, None),
}


@pytest.mark.parametrize("case", FOUND)
def test_own_sources_are_found(case: str) -> None:
    """A page is found to be of an own source by host, by its own address, by signature and by markup; `parse` knows none."""
    page, url = FOUND[case]
    doc = PARSER.parse(page, url=url)
    assert (doc.source, doc.publisher) == ("qinghe", "青禾在线")
    assert policytext.parse(page, url=url).source == "generic"


def test_own_rules_are_named_in_the_ledger() -> None:
    """What an own rule takes stands in the audit under its name."""
    doc = PARSER.parse(PAGE, source="qinghe")
    assert [(item.rule, item.text.strip()) for item in doc.removed] == [("qinghe/slogan", SLOGAN)]


def test_built_in_sources_stay() -> None:
    """Beside own sources the built-in ones are found as ever, and an own one of the same key or host goes before."""
    url = "http://gansu.gscn.com.cn/a.shtml"
    assert PARSER.parse(PAGE, url=url).publisher == policytext.parse(PAGE, url=url).publisher == "中国甘肃网"
    assert PARSER.parse(PAGE, source="gscn").source == "gscn"
    mine = Parser(sources=[OWN_GSCN])
    assert mine.parse(PAGE, url=url).publisher == "自家的网"
    assert mine.parse(PAGE, source="gscn").publisher == "自家的网"


def test_parse_is_the_default_parsers() -> None:
    """`parse` and a parser of the same options give equal documents."""
    assert Parser().parse(PAGE) == policytext.parse(PAGE)
    assert Parser(script="hant").parse(PAGE) == policytext.parse(PAGE, script="hant")
    assert Parser(keep="all").parse(PAGE) == policytext.parse(PAGE, keep="all")


def test_a_parser_is_a_value() -> None:
    """Frozen, hashable, equal by its options, also after it was used, copied and pickled."""
    parser = Parser(sources=(QINGHE,), script="hans")
    doc = parser.parse(PAGE)
    for back in (copy.copy(parser), copy.deepcopy(parser), pickle.loads(pickle.dumps(parser))):  # noqa: S301
        assert back == parser
        assert hash(back) == hash(parser)
        assert back.parse(PAGE) == doc
    assert parser != Parser(sources=(QINGHE,))
    with pytest.raises(FrozenInstanceError):
        parser.keep = "all"  # type: ignore[misc]


def test_a_parser_travels_to_processes() -> None:
    """A bound method is all a process pool needs."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(PARSER.parse, [PAGE])) == [PARSER.parse(PAGE)]


@pytest.mark.parametrize(
    ("page", "word"),
    [
        ("/data/pages/a.html", "path"),
        ("pages/我的 页面.htm\n", "path"),
        ("C:\\pages\\1.shtml", "path"),
        ("notice.txt", "path"),
        ("http://qinghe.example/a/1.html", "address"),
        (b"https://qinghe.example/", "address"),
    ],
)
def test_the_name_of_a_page_is_no_page(page: str | bytes, word: str) -> None:
    """A path or an address and nothing else is read as the text it is, and a note says what was probably meant."""
    doc = policytext.parse(page)
    assert doc.notes[0].startswith(f"{word}: ")
    assert doc.page.text.strip() in (page if isinstance(page, str) else page.decode())


@pytest.mark.parametrize(
    "page",
    [
        "青禾市.",
        "见 a/b 与 c。",
        "东乡/西乡",
        PAGE,
        "网址 http://qinghe.example/a",
        "<p>/a/b.html</p>",
        "附件：1.规划.txt，见后。",
    ],
)
def test_text_with_names_in_it_is_text(page: str) -> None:
    """Other short texts bear no such note."""
    assert [note for note in policytext.parse(page).notes if note.startswith(("path:", "address:"))] == []
