"""What a clean text costs: which steps look at it, and which tables are read for it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.script.repair.shifted import SIGN, has_sign
from policytext.script.repair.steps import REPAIRS
from policytext.script.repair.tidy import dots_in_names, middle_dot

CHILD = """
import sys
from policytext import normalize, parse
normalize("各县区要落实责任，确保安全。下一步怎么办？请看•一、•二。")
parse("<p>各县区要落实责任，确保安全。</p>")
TABLES = {"policytext.script.data.words_data", "policytext.script.data.readings_data"}
assert TABLES.isdisjoint(sys.modules)
normalize("各縣區要落實責任，確?；颊吣軌虻玫郊皶r(shí)治療。", None)
assert TABLES <= set(sys.modules)
"""


def test_the_tables_are_read_at_the_first_damage() -> None:
    """A process that sees clean text only never reads them."""
    subprocess.run([sys.executable, "-c", CHILD], check=True, timeout=120)


@given(st.text(alphabet="字？?\ufffd，！；:.(qū)• ·A\n"))
def test_signs_looked_for_one_by_one(text: str) -> None:
    """Law: the quick look finds what the pattern finds, for signs and for dots."""
    assert has_sign(text) == (SIGN.search(text) is not None)
    assert dots_in_names(text) == bool(middle_dot(text))


@pytest.mark.parametrize("text", ["", "各县区要落实责任。", "• 一\n• 二", "是吗? 是的！", "emoji 😀"])
def test_clean_text_has_no_step(text: str) -> None:
    """Bullets, questions and emoji are no damage."""
    assert REPAIRS.steps(text) == []
