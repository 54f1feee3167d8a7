"""Who owns which character: the order of right, and what becomes of what nobody claims."""

from __future__ import annotations

import pytest

import policytext
from policytext.ledger.resolve import resolve
from policytext.models.script import NormalizedText
from policytext.page.layout import Layout, Proposal
from policytext.page.view import View
from policytext.readers.dump.reader import read_dump
from policytext.rules import Source, line

BODY = (
    "近日，青禾市水务局组织技术人员对禾水河沿线的十二处泵站逐一检修，更换老化电缆三百余米。",
    "检修人员每天早上六点出发，赶在气温升高之前完成露天作业，下午再回到站房核对仪表读数。",
)
LINES = ("首页", "新闻", "青禾市检修泵站", "2023-05-08 09:12 来源：青禾日报", *BODY, "相关新闻", "春灌开闸")
PAGE = "\n".join(LINES) + "\n"
GREEDY = Source(
    key="greedy",
    rules=(
        line("greedy/byline", r"\d{4}-\d\d-\d\d.*", keys=("来源",), place="anywhere"),
        line("greedy/menu", r"首页|新闻", keys=("首页", "新闻"), place="head"),
    ),
)


def owner(doc: policytext.Document, text: str) -> tuple[str, str | None]:
    """Role and rule of the piece that holds the first character of this text."""
    at = doc.page.text.index(text)
    piece = next(piece for piece in doc.pieces if piece.span.start <= at < piece.span.end)
    return piece.role, piece.rule


def test_fields_are_heard_before_named_rules() -> None:
    """A byline that a rule also takes for frame is a field: what a page says of itself is not lost to its frame."""
    doc = policytext.parse(PAGE, source=GREEDY)
    assert owner(doc, "2023-05-08") == ("field", "generic/byline")
    assert owner(doc, "来源") == ("field", "generic/byline")


def test_named_rules_are_heard_before_the_outside() -> None:
    """What a rule claims outside the body stands under its name, what nobody claims under one of the engine's."""
    doc = policytext.parse(PAGE, source=GREEDY)
    assert owner(doc, "首页") == ("boilerplate", "greedy/menu")
    named = owner(policytext.parse(PAGE), "首页")[1]
    assert named is not None
    assert named.startswith("generic/")


def test_keep_all_keeps_every_line() -> None:
    """With keep="all" the text is all that is displayed, from the first line to the last; the ledger stays as it was."""
    doc = policytext.parse(PAGE, keep="all")
    assert doc.text.split("\n") == list(LINES)
    assert doc.pieces == policytext.parse(PAGE).pieces


def test_blanks_between_belong_to_the_piece_before() -> None:
    """White space at the very front goes to the first piece, all other to the piece before it; a blank page is one piece."""
    doc = policytext.parse("\n \n" + PAGE)
    assert doc.pieces[0].span.start == 0
    assert [
        p.span.cut(doc.page.text)[0] for p in doc.pieces[1:] if p.span.cut(doc.page.text)[0].isspace()
    ] == []
    blank = policytext.parse(" \n\n")
    assert [(piece.role, piece.rule) for piece in blank.pieces] == [("boilerplate", "generic/blank")]


@pytest.mark.parametrize("keep", ["body", "all"])
def test_glosses_are_pieces_of_their_own(keep: str) -> None:
    """A pinyin gloss inside a line is a piece under its rule, and in no span of a block."""
    page = "汛期前的檢查\n2024-05-06 08:30\n縣裡召開(kāi)會(huì)議，研究防汛工作。各鄉(xiāng)鎮(zhèn)要實(shí)行專(zhuān)人值守，開(kāi)展巡查。\n"
    doc = policytext.parse(page, keep=keep)  # type: ignore[arg-type]
    glosses = [item.text for item in doc.pieces if item.rule == "script/pinyin-gloss"]
    assert glosses == ["(kāi)", "(huì)", "(xiāng)", "(zhèn)", "(shí)", "(zhuān)", "(kāi)"]
    cut = "".join(span.cut(doc.page.text) for block in doc.blocks for span in block.spans)
    assert "(" not in cut


def shared_out(text: str, *claims: Proposal) -> list[tuple[str, str | None]]:
    """Text and rule of each piece of a page whose lines are all body, with these claims on it."""
    view = View(read_dump(text), NormalizedText(text, text))
    pieces, _ = resolve(view, Layout(0, len(view.lines)), claims, ())
    return [(piece.text, piece.rule) for piece in pieces]


def test_the_first_claim_on_a_character_keeps_it() -> None:
    """Of two claims that overlap within a line the later one is cut down to what is left, on either side of the first."""
    first, later = Proposal(2, 4, "field", "own/first"), Proposal(0, 6, "boilerplate", "own/later")
    cut = [("甲乙", "own/later"), ("丙丁", "own/first"), ("戊己", "own/later"), ("庚", None)]
    assert shared_out("甲乙丙丁戊己庚", first, later) == cut
    turned = [("甲乙丙丁戊己", "own/later"), ("庚", None)]
    assert shared_out("甲乙丙丁戊己庚", later, first) == turned


def test_what_is_left_of_a_claimed_line_is_body() -> None:
    """One claim on a part of a line: that part goes under its rule, and the rest of the line stays text."""
    assert shared_out("甲乙丙丁", Proposal(0, 2, "field", "own/only")) == [
        ("甲乙", "own/only"),
        ("丙丁", None),
    ]
