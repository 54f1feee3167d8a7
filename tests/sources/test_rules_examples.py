"""Law 5: every rule earns its place. Its examples fire, its hard negatives stay, and its source's pages show it at work."""

from __future__ import annotations

from functools import cache

import pytest

import policytext
from policytext import Document
from policytext.matching.check_source import check_source, takes
from policytext.rules import Rule, Source
from policytext.sources import ENGINE, SHARED, SOURCES
from support.cases import FIXTURES
from support.reading import read

RULES: dict[str, Rule] = {}
for _rule in (*SHARED, *(rule for source in SOURCES for rule in source.rules)):
    RULES[f"{_rule.name}#{sum(key.split('#')[0] == _rule.name for key in RULES)}"] = _rule

PATTERNED = {key: rule for key, rule in RULES.items() if rule.kind not in ("repeat", "excerpt")}
REMOVES = [(key, text) for key, rule in PATTERNED.items() for text in rule.removes]
SPARES = [(key, text) for key, rule in PATTERNED.items() for text in rule.spares]

LEAD = "青禾市防汛抗旱指挥部召开会议，研究部署近期防汛工作，要求各县区压实责任，加强巡查值守。"
AFTER = "会议指出，当前正值主汛期，各部门要密切配合，及时发布预警信息，提前转移受威胁的群众。"
ARTICLE = (
    LEAD,
    AFTER,
    "一要强化预报预警，落实叫应机制，确保信息第一时间传达到村到户到人，不留死角。",
    "二要备足抢险物资，组织专业队伍，做到险情早发现、早处置、早报告，守住安全底线。",
    "三要严格值班制度，领导干部在岗带班，遇有情况及时上报，不得迟报、漏报、瞒报。",
    "四要抓好水毁工程修复，抓紧恢复道路、供水、供电，保障受灾群众的基本生活。",
)

"""Six paragraphs; a hard negative is set in their midst."""


def test_there_are_rules() -> None:
    """The lists below are not empty, so the tests below test something."""
    assert len(REMOVES) > 60
    assert len(SPARES) > 40


@pytest.mark.parametrize("key", PATTERNED)
def test_every_rule_has_examples(key: str) -> None:
    """Each pattern comes with a line it takes and a line that looks like it and stays."""
    assert PATTERNED[key].removes
    assert PATTERNED[key].spares


@pytest.mark.parametrize(("key", "text"), REMOVES)
def test_examples_fire(key: str, text: str) -> None:
    """The rule takes its own examples."""
    assert takes(PATTERNED[key], text)


@pytest.mark.parametrize(("key", "text"), SPARES)
def test_hard_negatives_do_not_fire(key: str, text: str) -> None:
    """The rule leaves the lines that only look like its own."""
    assert not takes(PATTERNED[key], text)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.key)
def test_no_source_has_a_problem(source: Source) -> None:
    """`check_source` finds nothing in the library's own sources."""
    assert check_source(source) == ()


@pytest.mark.parametrize("text", sorted({text for _, text in SPARES}))
def test_hard_negatives_stay_in_a_document(text: str) -> None:
    """In the middle of an article no other rule takes a hard negative either: it is in the document's text."""
    page = "\n".join(("青禾市部署防汛工作", "2024-05-06 08:30", *ARTICLE[:3], text, *ARTICLE[3:]))
    assert text.strip() in policytext.parse(page).text


# A row of a thread ends the text above it by itself, so its place says nothing.
PLACED = [
    (key, text)
    for key, text in REMOVES
    if RULES[key].kind == "line" and RULES[key].place in {"head", "tail"} and RULES[key].sign != "post"
]
ANYWHERE = {
    # The bare word above an advertisement, and the line that asks to fetch an app: sites set both between two paragraphs.
    "shared/advertisement",
    "shared/app-prompt",
    "shared/image-name",
    "shared/read-on",
    "shared/share-bar",
    "tougao/repeated-title",
    "vsb/attachment-counter",
}


def test_rules_that_reach_into_the_text_are_few() -> None:
    """Over-removal is the worse error: which rules hold in the midst of a body is told by name, and needs a word for each."""
    assert {rule.name for rule in RULES.values() if rule.place == "anywhere"} == ANYWHERE


@pytest.mark.parametrize(("key", "text"), PLACED)
def test_a_form_in_the_midst_of_the_text_is_no_frame(key: str, text: str) -> None:
    """Place decides with form: in the middle of the body the rule of its head or tail leaves even its own examples."""
    page = "\n".join(("青禾市部署防汛工作", "2024-05-06 08:30", *ARTICLE[:3], text, *ARTICLE[3:]))
    rule = RULES[key]
    doc = policytext.parse(page, source=Source(key="site", rules=() if rule in SHARED else (rule,)))
    assert rule.name not in {item.rule for item in doc.removed}


@cache
def fixture_rules() -> frozenset[str]:
    """Names of all rules that answer for a piece or a field on a fixture page, read as HTML and as dumps."""
    found = {field.rule for doc in fixture_documents() for field in doc.fields}
    return frozenset(found.union(*(ledger_rules(doc) for doc in fixture_documents())))


MARKDOWN = f"# 青禾市部署防汛工作\n\n![图](a.jpg)\n\n**{LEAD}**\n\n[{AFTER}](http://qinghe.example/)\n"
"""A dump with marks that its extractor wrote."""


@cache
def fixture_documents() -> tuple[Document, ...]:
    """All fixture pages, read as HTML and as dumps."""
    pages = [*FIXTURES.glob("*/*/page.html"), *FIXTURES.glob("*/*/dump.txt"), *FIXTURES.glob("kinds/*")]
    assert len(pages) > 40
    parts = [policytext.parse(f"{LEAD}\n{text}\n") for text in (AFTER, AFTER * 2)]
    return (
        *map(read, pages),
        policytext.parse(MARKDOWN),
        policytext.join(parts),
    )


def ledger_rules(doc: Document) -> set[str]:
    """Names of the rules in the ledger."""
    return {piece.rule for piece in doc.pieces if piece.rule}


def test_no_ledger_bears_a_name_that_is_not_declared() -> None:
    """Every piece of every fixture is under a rule that a source, the shared rules or the engine's list declare, in a role it has."""
    roles: dict[str, set[str]] = {rule.name: {rule.role} for rule in ENGINE}
    for rule in RULES.values():
        roles.setdefault(rule.name, set()).add(rule.role)
    pieces = {(piece.rule, piece.role) for doc in fixture_documents() for piece in doc.pieces if piece.rule}
    assert {(name, role) for name, role in pieces if role not in roles.get(name, ())} == set()


def test_every_removing_rule_of_the_engine_works_on_a_page() -> None:
    """Each name of the engine's that a ledger can bear stands in the ledger of some fixture."""
    found = set().union(*(ledger_rules(doc) for doc in fixture_documents()))
    assert [rule.name for rule in ENGINE if rule.role != "value" and rule.name not in found] == []


def test_values_of_the_engines_own_come_under_declared_names() -> None:
    """The rules that fields name, where they are the engine's own, are declared as well."""
    declared = {rule.name for rule in ENGINE}
    own = {name for name in fixture_rules() if name.startswith(("generic/", "script/"))}
    assert own <= declared


OWN = sorted({rule.name for source in SOURCES for rule in source.rules})


@pytest.mark.parametrize("name", OWN)
def test_every_rule_of_a_source_works_on_a_page(name: str) -> None:
    """On some fixture page the rule answers for a piece or a field: no rule of a source is dead weight."""
    assert name in fixture_rules()


def test_a_repeated_headline_is_taken_outside_the_body_only() -> None:
    """The shared rule takes the headline where the frame repeats it and leaves it where the text speaks it."""
    title = "青禾市部署防汛工作"
    page = "\n".join((title, "2024-05-06 08:30", *ARTICLE, "相关新闻", title, "青禾市召开春耕会议"))
    doc = policytext.parse(page)
    taken = [piece.rule for piece in doc.removed if title in piece.text]
    assert taken == ["shared/repeated-title"]


def test_a_lead_cut_short_is_taken_before_its_paragraph() -> None:
    """The excerpt rule takes the cut lead, whose dots give it away, and not the paragraph itself."""
    page = "\n".join(("青禾市部署防汛工作", "2024-05-06 08:30", LEAD[:28] + "...", *ARTICLE))
    doc = policytext.parse(page)
    assert [(piece.rule, piece.text.strip()) for piece in doc.removed] == [
        ("shared/cut-lead", LEAD[:28] + "...")
    ]
    assert doc.text.startswith(LEAD)
