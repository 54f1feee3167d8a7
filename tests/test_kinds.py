"""Pages that are no article are told apart in the notes; articles that look like one of them are not.

The pages in ``fixtures/kinds`` are synthetic, our own writing, named after what they are: ``list-dated.html`` is a list.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

import policytext
from policytext import Document

if TYPE_CHECKING:
    from pathlib import Path
from support.cases import FIXTURES
from support.floor import document, folders

PAGES = sorted((FIXTURES / "kinds").iterdir())
KINDS = ("empty", "error", "login", "list", "forum", "spam")
REAL = folders("pages")
ARTICLES = [path for path in PAGES if path.name.startswith("article-")]
OTHERS = [path for path in PAGES if path not in ARTICLES]
ENTRY = re.compile(
    "值班工作|泵站安全|公共租赁|交通管制|水质监测|老照片|公开招聘|社保缴费|规范养犬|小学入学|运动会|供水管网"
    "|防汛办|本次检查|资格审查|分流管网|上月全市|即日起"
)
"""Words of every entry of the index fixtures, and of every excerpt below one."""
THREADS = frozenset(
    {
        "cwced-386d70f8",
        "cwced-6dc2d508",
        "cwced-9b1e5dcb",
        "cwced-a6e8b739",
        "cwced-c2d9f85c",
        "cwced-d519ec93",
    }
)
"""The threads of the labelled pages, by reading them."""


def kinds(doc: Document) -> set[str]:
    """The first words of the notes that tell a kind."""
    return {note.split(":")[0] for note in doc.notes} & set(KINDS)


@cache
def read(path: Path) -> Document:
    """The page in the form its name tells."""
    return policytext.parse(path.read_bytes(), form="html" if path.suffix == ".html" else "text")


def test_every_kind_has_a_page() -> None:
    """No kind goes untested, and every kind has a look-alike beside it."""
    assert {path.name.split("-")[0] for path in OTHERS} == set(KINDS)
    assert len(ARTICLES) >= len(KINDS)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_it_is_told_in_the_notes(path: Path) -> None:
    """The page is what its name says, and nothing else."""
    assert kinds(read(path)) == {path.name.split("-")[0]}
    assert read(path).kind == path.name.split("-")[0]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_an_article_is_none_of_these(path: Path) -> None:
    """Negative: short, with pictures only, about log-ins or error pages, with a long list beside it, and still an article, or a notice of an office."""
    assert kinds(read(path)) == set()
    assert read(path).kind in {"article", "official"}
    assert read(path).text


@pytest.mark.parametrize(
    "path",
    [path for path in OTHERS if path.name.startswith(("list-", "login-", "empty-"))],
    ids=lambda path: path.name,
)
def test_nothing_is_dressed_up_as_an_article(path: Path) -> None:
    """An index, a log-in and an empty page have no text; no teaser and no line of the footer becomes one."""
    assert read(path).text == ""


@pytest.mark.parametrize(
    "path", [path for path in OTHERS if path.name.startswith("list-")], ids=lambda path: path.name
)
def test_no_entry_becomes_the_headline(path: Path) -> None:
    """The headline of an index is its own, or none: never the title of one of its entries."""
    title = read(path).title
    assert title is None or not ENTRY.search(title)


@pytest.mark.parametrize(
    "path", [path for path in OTHERS if path.name.startswith("error-")], ids=lambda path: path.name
)
def test_an_error_page_keeps_its_message_only(path: Path) -> None:
    """What is left of an error page as text is its message; the frame around it is not."""
    doc = read(path)
    assert "未经许可" not in doc.text
    assert "ICP" not in doc.text
    message = next(note for note in doc.notes if note.startswith("error:"))
    assert message.removeprefix("error: the page says ") in doc.page.text


@pytest.mark.parametrize(
    "path", [path for path in OTHERS if path.name.startswith(("forum-", "spam-"))], ids=lambda path: path.name
)
def test_a_thread_and_a_hacked_article_keep_their_text(path: Path) -> None:
    """The note warns; the text is still the first post's, or the article's without the keywords."""
    doc = read(path)
    assert doc.text
    assert "必威" not in doc.text
    assert "第 2 楼" not in doc.text


def test_a_real_article_can_report_on_gambling() -> None:
    """Negative: words of such trades in the text itself are what the article is about."""
    page = (
        "青禾警方捣毁一个网络博彩窝点\n2023-05-08 09:12 来源：青禾日报\n"
        "近日，青禾警方捣毁一个网络博彩窝点，抓获犯罪嫌疑人九名，查扣手机四十余部。\n"
        "据办案民警介绍，该团伙以必威、亚博等名义招揽赌客，投注金额累计超过三百万元。\n"
        "警方提醒，百家乐、时时彩等网络赌博十赌九骗，切勿参与，发现线索请及时举报。\n"
    )
    assert kinds(policytext.parse(page)) == set()


@pytest.mark.skipif(not REAL, reason="the labelled pages are not beside the repository")
@pytest.mark.parametrize("form", ["html", "dump", "flattened"])
def test_the_labelled_pages(form: str) -> None:
    """In the wild: no labelled article is called an index, a log-in or an error; the threads are threads, and only they."""
    wrong: list[tuple[str, set[str]]] = []
    threads: set[str] = set()
    for folder in folders("pages"):
        doc = document("pages", folder, form)
        assert doc is not None
        found = kinds(doc)
        if "forum" in found:
            threads.add(folder.name)
        # One page of the set was in fact broken into: its foot links to betting sites.
        if found & {"empty", "error", "login", "list"}:
            wrong.append((folder.name, found))
    assert wrong == []
    assert threads == THREADS


@pytest.mark.skipif(not REAL, reason="the labelled pages are not beside the repository")
def test_the_labels_agree_with_the_threads() -> None:
    """The pages that the labels call forum pages are all among the threads."""
    labelled = {
        path.name for path in REAL if json.loads((path / "meta.json").read_text()).get("kind") == "forum"
    }
    assert labelled <= THREADS


@pytest.mark.parametrize(
    "name",
    [
        "list-dated.html",
        "list-dated.txt",
        "list-home.html",
        "login-form.html",
        "login-site.html",
        "error-404.html",
    ],
)
def test_a_page_without_a_text_has_no_unlabelled_origin(name: str) -> None:
    """Buttons, and titles that stand beside a day, are not where anything comes from."""
    doc = policytext.parse((FIXTURES / "kinds" / name).read_bytes())
    assert doc.kind not in ("article", "official")
    assert doc.origin is None
