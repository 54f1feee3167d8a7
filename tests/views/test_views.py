"""The views: everything of the page is in them, nothing of it is markup, and they fetch nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policytext
from laws.strategies import html_pages, pages
from policytext import Document, PolicytextError, Source
from policytext.rules import line
from policytext.views import compare_view, page_fragment, page_view
from policytext.views.changed import changed
from support.cases import ROOT
from support.sampling import examples, one_in

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = policytext.parse((ROOT / "docs" / "sample.html").read_bytes())
TAGS = set(
    "html head meta title style body div span h1 h2 h3 h4 p b i table tbody tr th td a code input button article details summary blockquote ins pre br script".split()
)
VOID = {"meta", "input", "br"}
HOSTILE = (
    '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
    "</div></details></article><script>document.title='broken'</script>",
    "'\" onmouseover=alert(1) x='",
    "javascript:alert(1) {{7*7}} ${7*7} <!-- --> ]]> &amp; &lt;",
    "\u202e\u2066倒\u0000\u001b[31m\ud800",
)


class _Reader(HTMLParser):
    """Collects what a view is made of, and checks that every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)


def read(html: str) -> _Reader:
    """The parsed view."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_fields_stand_on_top_with_their_rules() -> None:
    """Headline, kind and every field with its value and the rule that read it; a rule on the page is a link to its piece."""
    shown = read(page_view(SAMPLE, location="docs/sample.html"))
    text = "".join(shown.text)
    for wanted in (
        SAMPLE.title,
        SAMPLE.kind,
        "docs/sample.html",
        "2024-03-18T09:20:00+08:00",
        "王小禾",
        "meta/keywords",
    ):
        assert wanted is not None
        assert wanted in text
    places = {value for tag, name, value in shown.attributes if (tag, name) == ("a", "href")}
    assert places
    assert places <= {"#" + value for _, name, value in shown.attributes if name == "id"}


def test_every_piece_is_in_its_place() -> None:
    """Body blocks and the other pieces stand in the order of the page, removed ones folded under their rule."""
    html = page_view(SAMPLE)
    shown = read(html)
    ruled = [piece.rule for piece in SAMPLE.pieces if piece.rule]
    assert [value for _, name, value in shown.attributes if name == "data-rule"] == ruled
    assert shown.tags.count("details") == len(SAMPLE.removed)
    assert not any(name == "open" for _, name, _ in shown.attributes)
    text = "".join(
        shown.text[shown.text.index("find a rule") :] if "find a rule" in shown.text else shown.text
    )
    at = -1
    for block in SAMPLE.blocks:
        at = text.index(block.text, at + 1)
    assert (
        html.index("shared/share-bar</span>")
        < html.index(SAMPLE.blocks[0].text)
        < html.index("shared/copyright</span>")
    )


def test_the_bar_says_how_much_was_kept() -> None:
    """Kept, fields, removed and what is not displayed, in characters; together they are the page."""
    legend = re.search(r'class="legend">(.*?)</div>', page_view(SAMPLE))
    assert legend is not None
    numbers = [
        int(number.replace(",", ""))
        for number in re.findall(r"(?:kept|fields|removed|displayed) ([\d,]+)", legend[1])
    ]
    assert len(numbers) == 4
    assert sum(numbers) == len(SAMPLE.page.text)


@settings(max_examples=examples(100))
@given(st.one_of(pages(), html_pages(), st.sampled_from(HOSTILE), st.text(max_size=80)), st.booleans())
def test_nothing_of_the_page_becomes_markup(text: str, whole: bool) -> None:
    """Whatever the page holds, the view has our tags, no handler, no address but its own places, and one script at most: ours."""
    doc = policytext.parse(text)
    html = page_view(doc, location=text[:50]) if whole else page_fragment(doc)
    shown = read(html)
    assert set(shown.tags) <= TAGS
    assert shown.tags.count("script") == int(whole)
    assert [name for _, name, _ in shown.attributes if name.startswith("on") or name == "src"] == []
    assert [
        value for _, name, value in shown.attributes if name == "href" and not re.fullmatch(r"#pt\d+", value)
    ] == []
    html.encode("utf-8")
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", html)


def test_changes_are_underlined() -> None:
    """A repair and a converted character show what stood there; a gloss that was taken out leaves its mark."""
    glossed = "青禾市近日(jìnrì)启动春季(chūnjì)植树行动，各(gè)乡镇组织(zǔzhī)干部群众补植(bǔzhí)苗木，确保(quèbǎo)完成任务。"
    doc = policytext.parse(f"青禾市启动春季植树\n2024-03-01\n{glossed}\n", script="hant")
    block = doc.blocks[-1]
    html = changed(doc, block)
    assert re.sub(r"<[^>]*>", "", html) == block.text
    assert '<ins title="动">動</ins>' in html
    assert len(doc.script.glosses) == html.count("></ins>")


def test_a_notebook_shows_it() -> None:
    """`_repr_html_` is the view without a script."""
    assert SAMPLE._repr_html_() == page_fragment(SAMPLE)
    assert "<script" not in page_fragment(SAMPLE)


def test_long_removed_pieces_are_cut_short_for_the_eye() -> None:
    """A page's script does not bury the page; the view says how much it leaves out."""
    doc = policytext.parse(
        f"<script>{'x=1;' * 5000}</script><p>会议要求加强巡查值守，及时转移群众，确保安全度汛。</p>"
    )
    assert "16,000 more characters" in page_view(doc)
    assert len(page_view(doc)) < 20_000


def readings() -> tuple[Document, Document]:
    """One page, with a source and without."""
    page = "青禾市部署防汛\n2024-05-06\n会议要求加强巡查值守，及时转移群众，确保安全度汛。\n各乡镇要备足抢险物资，组织专业队伍。\n本台热线随时为您服务。\n"
    own = Source(key="own", name="青禾台", rules=(line("own/hotline", "本台热线.*", place="anywhere"),))
    return policytext.parse(page), policytext.parse(page, source=own)


def test_two_readings_are_compared() -> None:
    """What only one keeps, under which rule of the other, and the fields that differ."""
    shown = read(compare_view(*readings(), names=("generic", "own")))
    text = "".join(shown.text)
    assert "本台热线随时为您服务。" in text
    assert "own: own/hotline" in text
    assert "kept by generic only: 11" in text
    assert "青禾台" in text
    assert "各乡镇" not in text


def test_readings_of_two_pages_are_not_compared() -> None:
    """Two pages have nothing to be compared by."""
    with pytest.raises(PolicytextError, match="one page"):
        compare_view(SAMPLE, readings()[0])
    assert "No character moved" in compare_view(SAMPLE, SAMPLE)


@pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed")
@pytest.mark.parametrize("number", one_in(len(HOSTILE), range(len(HOSTILE))))
def test_hostile_text_runs_nothing_in_a_browser(number: int, tmp_path: Path) -> None:
    """A real browser shows hostile text as text: the title stays, no dialog or element of the page's comes to be."""
    doc = policytext.parse(
        f"{HOSTILE[number]}\n2024-05-06\n{HOSTILE[number]}会议要求加强巡查值守，确保安全度汛。\n", form="text"
    )
    path = tmp_path / "view.html"
    path.write_text(page_view(doc, location="hostile"), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", path.as_uri()]
    dom = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode("utf-8")
    assert dom.count("<script") == 1
    assert "<img" not in dom
    assert "<title>broken" not in dom


LETTER = (
    "青禾市人民政府关于印发《青禾市节水办法》的通知\n青政发〔2024〕3号\n各区人民政府：\n《青禾市节水办法》已经市政府同意，现印发给你们，请遵照执行。\n"
    "青禾市人民政府\n2024年5月6日\n青禾市节水办法\n（2024年5月1日市政府第3次常务会议通过）\n第一条　为了节约用水，保护水资源，制定本办法。\n第二条　本办法适用于本市行政区域内的用水单位和个人。\n"
)


def test_an_official_document_is_set_like_one() -> None:
    """Signature and date at the right, the title of what is issued in the middle, a line between the parts."""
    html = page_fragment(policytext.parse(LETTER))
    for line_ in (
        '<p class="signed">青禾市人民政府</p>',
        '<p class="signed">2024年5月6日</p>',
        '<div class="part">issued</div>',
        '<p class="title">青禾市节水办法</p>',
    ):
        assert html.count(line_) == 1
