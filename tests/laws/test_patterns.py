"""Law 8 for patterns: none is built so that giving up costs more than its text is long."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

import policytext
from policytext.rules import Rule
from policytext.sources import SHARED, SOURCES

CHILD = Path(__file__).with_name("patterns_child.py")


def test_no_pattern_parts_a_run_in_many_ways() -> None:
    """Every pattern that the library compiles, those of rules included, is looked at."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(CHILD)], capture_output=True, text=True, timeout=300, check=True
    )
    found = json.loads(done.stdout)
    assert found["patterns"] > 400
    assert all(found["probe"]), "the lint finds nothing, so it proves nothing"
    assert found["begun"] == [True, True, False, False]
    assert found["bad"] == {}
    assert found["late"] == {}
    # The set in front of a search lets through all that the search can begin with, see `policytext.page.begins`.
    assert len(found["gates"]) > 5
    assert {pattern: missed for pattern, missed in found["gates"].items() if missed} == {}


WORD = re.compile(r"[\u4e00-\u9fff]{1,8}|[A-Za-z]{1,12}|\\?\+?1")
RULES = [
    rule for rule in (*SHARED, *(own for source in SOURCES for own in source.all_rules())) if rule.pattern
]


def _stop(*_: object) -> None:
    raise AssertionError("giving up takes time without end")


@pytest.mark.parametrize(
    "rule", {(rule.name, rule.pattern): rule for rule in RULES}.values(), ids=lambda rule: rule.name
)
def test_a_row_of_a_rules_own_words_is_given_up_at_once(rule: Rule) -> None:
    """Words that can be read in two ways each (微信朋友圈: one or two) make a long row hopeless: such a rule would take years, so a minute stops it."""
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(60)
    try:
        words = [word.lstrip("\\") for word in WORD.findall(rule.pattern)]
        pairs = {one + other for at, one in enumerate(words) for other in words[at + 1 : at + 5]}
        for word in {"1", *words, *pairs, *rule.removes}:
            for start, mark in product(("", *rule.removes[:1]), ("", " ", " | ")):
                row = start + (word + mark) * (rule.longest // len(word + mark) + 1)
                rule.regex.fullmatch(row[: min(rule.longest, 400) - 1] + "\x00")
    finally:
        signal.alarm(0)


BLANKS = "\u3000" * 30_000


@pytest.mark.parametrize(
    "line",
    [
        f"[{BLANKS}第{BLANKS}x",
        f"附{BLANKS}件{BLANKS}x",
        f"文号{BLANKS}x",
        f"404{BLANKS}x",
        f"关于植树的通知（共{'1' * 30_000}x）",
        f"收藏{BLANKS}x",
        f"关于植树的通知 [{'[' * 9_000}x",
        f"/{BLANKS}:{BLANKS}记",
    ],
    ids=["page number", "annex", "document number", "error", "draft", "tools", "brackets", "credit"],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_line_of_blanks_is_read_at_once(line: str, place: str) -> None:
    """What earlier patterns took minutes for; a step that is more than linear shows as a test that does not end."""
    prose = "各村要在三月底前完成补植，并做好管护，确保成活。县林业部门要加强指导，及时调运苗木。\n" * 3
    text = (
        f"关于开展春季植树的通知\n青政发〔2024〕5号\n{line}\n{prose}"
        if place == "above"
        else f"关于开展春季植树的通知\n{prose}{line}\n2024年5月6日\n"
    )
    doc = policytext.parse(text)
    assert "".join(piece.span.cut(doc.page.text) for piece in doc.pieces) == text
