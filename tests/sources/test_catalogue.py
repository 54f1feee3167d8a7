"""Which source answers for a key, a host, an address."""

from __future__ import annotations

import pytest

from policytext.errors import UsageError
from policytext.rules import Source
from policytext.sources import GENERIC, find_source
from policytext.sources._catalogue import Catalogue

FIRST = Source(key="first", hosts=("qinghe.example",))
SECOND = Source(key="second", hosts=("qinghe.example", "news.qinghe.example"))
BOTH = Catalogue((FIRST, SECOND), GENERIC)


def test_of_two_sources_with_one_host_the_first_answers() -> None:
    """The order of the sources decides, and a closer host decides before it."""
    assert BOTH.find("https://qinghe.example/1.html") is FIRST
    assert BOTH.find("https://news.qinghe.example/1.html") is SECOND


def test_a_host_answers_for_its_subdomains_and_no_other() -> None:
    """www.qinghe.example is qinghe.example's, notqinghe.example is nobody's."""
    assert BOTH.find("https://www.qinghe.example/1.html") is FIRST
    assert BOTH.find("https://notqinghe.example/1.html") is GENERIC


def test_an_unknown_key_names_the_known_ones() -> None:
    """A key is taken to the letter; the error says which there are."""
    assert find_source("gscn").key == "gscn"
    with pytest.raises(UsageError, match="gscn"):
        find_source("gscm")
