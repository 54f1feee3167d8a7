"""The insertion law: what is text stays wherever it is set into a body, with all that stands behind it; frame set there takes no text with it.

The law asks for 98 in 100. Markup and what stands around the block in a dump are held to it; of the blocks themselves dumps lose 26 in 1,000,
most of them a short line behind the last paragraph. What is asserted is what holds, so that it cannot fall.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import pytest

from support.cases import every_case
from support.floor import OWN
from support.inserter import FRAMES, TEXTS, Inserted, Insertion, insertions_into

if TYPE_CHECKING:
    from collections.abc import Sequence

# A post of a thread of many is no body to set a table into: the law speaks of articles and documents.
FOLDERS = sorted(
    path.parent
    for path in OWN.glob("*/labels.json")
    if (labels := json.loads(path.read_text(encoding="utf-8"))).get("gold_text")
    and labels.get("gold_kind") != "forum"
)
PAGES = {
    name: [found for folder in FOLDERS if (found := folder / name).exists()]
    for name in ("page.html", "dump.txt")
}
PLACES = (0.0, 0.5, 1.0)


NUMBERS = {block.name: number for number, block in enumerate((*TEXTS, *FRAMES))}


def inserted(form: str, blocks: Sequence[Insertion], every: int = 4) -> list[Inserted]:
    """Each of the blocks into every fourth of our own articles, each at a place of its own."""
    out: list[Inserted] = []
    for block in blocks:
        number = NUMBERS[block.name]
        for path in PAGES[form][number % every :: every]:
            place = PLACES[zlib.crc32(f"{path.parent.name}{block.name}".encode()) % len(PLACES)]
            page = path.read_bytes() if form == "page.html" else path.read_text(encoding="utf-8")
            gold = json.loads((path.parent / "labels.json").read_text(encoding="utf-8"))["gold_text"]
            out += insertions_into(page, (block,), (place,), gold=gold, source="generic")
    return out


def told(items: list[Inserted]) -> str:
    """What was lost, for the message of a failure."""
    return "\n".join(
        f"{item.name} at {item.place}: {item.block_lost[:2]} {item.body_lost[:2]}" for item in items
    )


@pytest.mark.parametrize(("form", "stays", "spared"), [("page.html", 0.98, 0.98), ("dump.txt", 0.965, 0.98)])
def test_text_stays_where_it_is_set(form: str, stays: float, spared: float) -> None:
    """Tables, lists, CVs, telephones, quotations, single lines: they stay, and what stood behind them stays."""
    texts = inserted(form, TEXTS)
    assert len(texts) > 50
    assert sum(not item.block_lost for item in texts) >= stays * len(texts), told(
        [i for i in texts if i.block_lost]
    )
    assert sum(not item.body_lost for item in texts) >= spared * len(texts), told(
        [i for i in texts if i.body_lost]
    )


@pytest.mark.parametrize(("form", "spared"), [("page.html", 0.95), ("dump.txt", 0.92)])
def test_frame_takes_no_text_with_it(form: str, spared: float) -> None:
    """An advertisement, a share bar, a list of related articles between two paragraphs: the paragraphs stay."""
    frames = inserted(form, FRAMES)
    assert len(frames) > 10
    assert sum(not item.body_lost for item in frames) >= spared * len(frames), told(
        [i for i in frames if i.body_lost]
    )


DOCUMENTS = [case for case in every_case() if "document_lines" in case.expected]
_FIELDS = frozenset({"title", "doc_number", "byline", "official_header", "breadcrumb"})


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_document_loses_nothing(form: str) -> None:
    """Whatever text is set into an official document stays, with its signature, date, note and annex."""
    items: list[Inserted] = []
    for number, block in enumerate(TEXTS):
        for case in DOCUMENTS[number % 6 :: 6]:
            roles = case.expected["roles"]
            gold = "\n".join(
                case.lines[line - 1]
                for line in case.expected["document_lines"]
                if roles[str(line)] not in _FIELDS
            )
            place = PLACES[zlib.crc32(f"{case.name}{block.name}".encode()) % len(PLACES)]
            items += insertions_into(case.page(form), (block,), (place,), gold=gold, source="generic")
    assert len(items) > 50
    lost = [item for item in items if item.block_lost or item.body_lost]
    assert len(lost) <= 0.025 * len(items), told(lost)


def test_the_instrument_sees_a_loss() -> None:
    """A block that is not put back, and a paragraph that goes, are both told."""
    page = "青禾县修渠\n2024-05-06 来源：青禾日报\n" + "".join(
        f"青禾县第{number}条水渠昨天开工，预计月底完工，沿线各村都派了人手。\n" for number in "一二三四"
    )
    (found,) = insertions_into(
        page, (TEXTS[0]._replace(dump="© 2020 青禾网 版权所有\n并ICP备00000000号"),), (1.0,)
    )
    assert found.block_lost
