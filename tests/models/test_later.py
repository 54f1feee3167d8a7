"""Attributes that are made when they are first asked for."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from attrs import frozen

import policytext
from policytext.models.later import MadeLater, put_off

NOTICE = (
    "青禾市关于春季植树的通知\n2024-05-06\n一、总体要求\n各村要在三月底前完成补植，并做好管护，确保成活。\n"
    "二、工作措施\n各乡镇要备足树苗，组织专业队伍，按期完成任务。\n"
)


@frozen
class _Pair(MadeLater):
    one: int
    two: int = 0


def test_an_attribute_is_made_once_when_it_is_asked_for() -> None:
    """Nothing is made before; what is made may ask for another attribute; then it stays."""
    calls: list[str] = []

    def make(pair: _Pair) -> int:
        calls.append("two")
        return pair.one + 1

    pair = put_off(_Pair(1), {"two": make})
    assert calls == []
    assert (pair.two, pair.two, calls) == (2, 2, ["two"])


def test_a_value_that_was_put_off_equals_one_that_was_not() -> None:
    """Equality and hash do not tell whether an attribute was made yet."""
    assert put_off(_Pair(1), {"two": lambda _: 2}) == _Pair(1, 2)
    assert hash(put_off(_Pair(1), {"two": lambda _: 2})) == hash(_Pair(1, 2))


@pytest.mark.parametrize("value", [_Pair(1, 2), put_off(_Pair(1), {"one": lambda _: 1})])
def test_what_is_not_an_attribute_is_missed_by_its_own_name(value: _Pair) -> None:
    """The error is Python's own, with the name that was asked for."""
    with pytest.raises(AttributeError, match="'_Pair' object has no attribute 'three'"):
        getattr(value, "three")  # noqa: B009 - a checker knows that it is not there


def test_a_document_is_the_same_whoever_asks_first() -> None:
    """Pickled, copied, compared, or asked by many threads before anybody looked at its outline: the same document."""
    expected = policytext.parse(NOTICE)
    assert [section.title for section in expected.sections] == ["总体要求", "工作措施"]
    assert expected.script.script == "hans"
    for number in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(policytext.parse(NOTICE), number)) == expected  # noqa: S301 - our own
    assert copy.copy(policytext.parse(NOTICE)) == copy.deepcopy(policytext.parse(NOTICE)) == expected
    asked = policytext.parse(NOTICE)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: (asked.sections, asked.measures, asked.script), range(32)))
    assert all(one == (expected.sections, expected.measures, expected.script) for one in found)
