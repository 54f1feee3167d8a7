"""`learn`: what it takes from pages of one site, what it leaves, and what it says of both."""

from __future__ import annotations

import itertools
import json
import random

import pytest

import policytext
from policytext.errors import InputError, UsageError
from policytext.learning.observe import masked
from support.site import FRAME, SitePage, pages

SITE = pages(24)
HTML = [page.html for page in SITE]
DUMPS = [page.dump for page in SITE]


@pytest.fixture(scope="module")
def source() -> policytext.Source:
    """Learned from ten pages."""
    return policytext.learn(HTML[:10], key="qinghe")


@pytest.fixture(scope="module")
def dump_source() -> policytext.Source:
    """Learned from ten dumps."""
    return policytext.learn(DUMPS[:10], key="qinghe")


def lines_of(document: policytext.Document) -> list[str]:
    """The lines of the body."""
    return document.text.split("\n")


@pytest.mark.parametrize("page", SITE[10:], ids=lambda page: page.title)
def test_pages_not_learned_from_are_exact(source: policytext.Source, page: SitePage) -> None:
    """On other pages of the site the body is the text, line by line."""
    assert lines_of(policytext.parse(page.html, source=source)) == list(page.text)


@pytest.mark.parametrize("page", SITE[10:], ids=lambda page: page.title)
def test_dumps_not_learned_from_are_exact(dump_source: policytext.Source, page: SitePage) -> None:
    """The same of dumps, where no block helps."""
    assert lines_of(policytext.parse(page.dump, source=dump_source)) == list(page.text)


def test_the_place_is_the_block_of_the_text(source: policytext.Source) -> None:
    """The block with the name, not the one around it that holds the headline too."""
    assert source.body == (".txt",)


def test_numbers_in_a_name_stay_open() -> None:
    """An id that ends in the number of the article is one place."""
    numbered = [page.html for page in pages(6, block='id="content_%d"')]
    assert policytext.learn(numbered, key="qinghe").body == ("#content_*",)


def test_a_block_without_a_name_is_found_by_its_path() -> None:
    """Where the template has no ids and classes, the path of blocks is the place."""
    bare = [
        page.html.replace(" class='main'", "").replace(" class='info'", "") for page in pages(12, block="")
    ]
    learned = policytext.learn(bare[:8], key="qinghe")
    assert learned.body == ("path:html/body/div/div",)
    for page, html in zip(pages(12)[8:], bare[8:], strict=True):
        assert lines_of(policytext.parse(html, source=learned)) == list(page.text)


def test_what_is_repeated_but_text_is_kept_and_told(source: policytext.Source) -> None:
    """A telephone and a closing form stand in many documents; they are no frame, and the report names them."""
    kept = {item.example: item.why for item in source.evidence if item.subject == "kept"}
    assert kept == {masked("联系电话：0900-1234567"): "contact", masked("特此公告。"): "closing form"}
    assert "特此公告。" in source.report()


def test_every_line_of_the_template_has_a_rule(source: policytext.Source) -> None:
    """The lines of the frame, inside the block of the text and around it, each with its count."""
    seen = {item.example: item.documents for item in source.evidence if item.subject in ("frame", "end")}
    assert {masked(line): seen.get(masked(line)) for line in FRAME} == {masked(line): 10 for line in FRAME}


@pytest.mark.parametrize("form", ["html", "dump"])
def test_no_line_of_a_text_is_taken_from_the_pages_learned_from(form: str) -> None:
    """Law 6: of the pages it was learned from a source takes no line of the text."""
    for count in (1, 2, 3, 5, 10):
        learned = policytext.learn([getattr(page, form) for page in SITE[:count]], key="qinghe")
        for page in SITE[:count]:
            missing = set(page.text) - set(lines_of(policytext.parse(getattr(page, form), source=learned)))
            assert missing == set()


def test_a_line_seen_once_makes_no_rule(source: policytext.Source) -> None:
    """Nothing of a single document is in the source: neither in a rule nor in the evidence."""
    whole = json.dumps(source.to_dict(), ensure_ascii=False)
    counts: dict[str, int] = {}
    for page in SITE[:10]:
        for line in set(page.dump.split("\n")):
            counts[masked(line)] = counts.get(masked(line), 0) + 1
    once = [line for line, count in counts.items() if count == 1 and len(line) > 6]
    assert once
    assert [line for line in once if line in whole] == []


def test_neighbours_of_an_article_are_frame_by_how_they_begin() -> None:
    """前一条 | … in the block of the text: the words differ, the beginning does not; a heading that begins alike in the texts stays."""
    titles = [page.title for page in SITE]

    def with_neighbour(number: int) -> str:
        foot = f"<p>前一条 | {titles[number - 1]}</p><p>后一条 | {titles[number + 1]}</p>"
        return HTML[number].replace(
            "</p></div></div><div class='side'>", f"</p>{foot}</div></div><div class='side'>"
        )

    learned = policytext.learn([with_neighbour(number) for number in range(1, 9)], key="qinghe")
    assert {item.example for item in learned.evidence if item.example.endswith("*")} == {
        "前一条 | *",
        "后一条 | *",
    }
    for number in range(10, 16):
        shown = lines_of(policytext.parse(with_neighbour(number), source=learned))
        assert shown == list(SITE[number].text)


def test_order_does_not_matter() -> None:
    """Any order of the pages gives the same bytes."""
    first = json.dumps(policytext.learn(HTML[:8], key="qinghe").to_dict())
    shuffled = HTML[:8]
    random.Random(1).shuffle(shuffled)  # noqa: S311 - an order, no secret
    assert json.dumps(policytext.learn(shuffled, key="qinghe").to_dict()) == first


def test_more_of_the_same_keeps_the_names(source: policytext.Source) -> None:
    """Rules are named by the text they take, so that learning again from more pages keeps them."""
    more = {rule.name for rule in policytext.learn(HTML[:20], key="qinghe").rules}
    assert {rule.name for rule in source.rules} <= more


def test_copies_are_one_document() -> None:
    """Five copies of one page teach what one page teaches: nothing."""
    learned = policytext.learn(HTML[:1] * 5, key="qinghe")
    assert (learned.rules, learned.body) == ((), ())
    assert learned.evidence[0].why == "5 pages of 1 documents"


def test_one_page_teaches_nothing() -> None:
    """And the report says of how many documents it is."""
    learned = policytext.learn(HTML[:1], key="qinghe")
    assert (learned.rules, learned.body) == ((), ())
    assert "1 pages of 1 documents" in learned.report()


def test_pages_of_another_site_are_outvoted(source: policytext.Source) -> None:
    """Two pages of another template among ten add no rule of theirs and no place."""
    strangers = [
        "<div id=x><h2>" + page.title + "</h2><p>" + "</p><p>".join(page.text) + "</p></div>"
        for page in pages(2, start=20)
    ]
    learned = policytext.learn([*HTML[:10], *strangers], key="qinghe")
    assert learned.body[0] == ".txt"
    assert {rule.name for rule in learned.rules} == {rule.name for rule in source.rules}


def test_a_persons_word_decides() -> None:
    """`keep` leaves a line that was learned as frame, `cut` takes one that is protected; both with any number in it."""
    learned = policytext.learn(HTML[:10], key="qinghe", keep=[FRAME[2]], cut=["联系电话：0900-7654321"])
    shown = lines_of(policytext.parse(SITE[12].html, source=learned))
    assert FRAME[2] in shown
    assert "联系电话：0900-1234567" not in shown
    assert "特此公告。" in shown


def test_a_new_template_is_told() -> None:
    """Pages of another template under the same source: the note says so, and the generic reading stands."""
    learned = policytext.learn(HTML[:10], key="qinghe")
    changed = pages(6, block='class="zw"', start=30)
    for page in changed:
        document = policytext.parse(page.html, source=learned)
        assert [note for note in document.notes if note.startswith("template drift: ")]
        assert set(page.text) <= set(lines_of(document))
    for page in SITE[10:]:
        assert not [
            note
            for note in policytext.parse(page.html, source=learned).notes
            if note.startswith("template drift")
        ]


def test_a_new_template_of_dumps_is_told(dump_source: policytext.Source) -> None:
    """Without blocks the lines that were on every page tell."""
    stranger = "山里通了自来水\n2024-05-06 来源：云岭晚报\n" + "\n".join(SITE[3].text) + "\n"
    notes = policytext.parse(stranger, source=dump_source).notes
    assert [note for note in notes if note.startswith("template drift: ")]


def test_there_and_back(source: policytext.Source) -> None:
    """A source survives JSON, and parses as before."""
    back = policytext.Source.from_dict(json.loads(json.dumps(source.to_dict())))
    assert back == source
    assert policytext.parse(HTML[15], source=back) == policytext.parse(HTML[15], source=source)


def test_the_parser_finds_a_learned_source_by_its_host() -> None:
    """A learned source is used like any other."""
    learned = policytext.learn(HTML[:5], key="qinghe", hosts=["qinghe.example"], name="青禾在线")
    document = policytext.Parser(sources=[learned]).parse(HTML[9], url="http://www.qinghe.example/9.html")
    assert document.source == "qinghe"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (([],), "no_pages"),
        ((HTML[0],), "wrong_type"),
    ],
)
def test_calls_that_are_wrong(arguments: tuple[object, ...], code: str) -> None:
    """No pages, and one page in place of several."""
    with pytest.raises(UsageError) as caught:
        policytext.learn(*arguments, key="qinghe")  # type: ignore[arg-type]
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("key", "code"),
    [("gscn", "taken"), ("generic", "taken"), ("a b", "bad_source"), ("Qinghe", "bad_source")],
)
def test_keys_that_cannot_be(key: str, code: str) -> None:
    """A key of a built-in source, and one that no rule's name could begin with."""
    with pytest.raises(UsageError) as caught:
        policytext.learn(HTML[:3], key=key)
    assert caught.value.code == code


def test_a_page_that_is_no_text_is_named() -> None:
    """The message says which of the pages it is."""
    with pytest.raises(InputError, match="page 2"):
        policytext.learn([HTML[0], HTML[1], b"\x89PNG\r\n\x1a\n" + bytes(200)], key="qinghe")


def test_addresses_must_be_one_each() -> None:
    """Fewer or more addresses than pages are a mistake."""
    for urls in ([None], [None] * 4):
        with pytest.raises(UsageError):
            policytext.learn(HTML[:3], key="qinghe", urls=urls)


def test_odd_pages_are_no_error() -> None:
    """Empty pages, pages without text and dumps among HTML."""
    for odd in itertools.permutations(["", "<p></p>", DUMPS[1], HTML[2]], 3):
        assert policytext.learn(odd, key="qinghe").key == "qinghe"
