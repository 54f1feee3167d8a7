"""Every model and every error, one by one: pickled, copied, compared and hashed as the value that it is."""

from __future__ import annotations

import copy
import importlib
import inspect
import pickle
import pkgutil
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import policytext
from policytext import errors, models, rules
from policytext.models.script import Ambiguity, Damage, Rival
from policytext.models.spans import Span
from policytext.rules import Label, line
from support.cases import ROOT, every_case

if TYPE_CHECKING:
    from collections.abc import Iterator

_HELD = 12
"""Values of a class that are looked at."""
_MACHINERY = frozenset({"Alignment", "Replacement", "Block", "RecordField", "Slot", "EngineRule"})
"""What no document holds: bases, and what the library works with."""
_PROSE = "青禾县各村要在三月底前完成补植，并做好管护，确保成活，县里派人逐村检查，发现问题当场整改。"
PAGE = f"""<h1>青禾县节水办法</h1><p>（2024年5月1日县政府第3次常务会议通过）</p><p>第一章　总则</p><p>第一条　{_PROSE}</p><p>第二条　{_PROSE}</p>
<p>一、加强领导</p><p>{_PROSE}见<a href="/a/2.html">说明</a>。</p><ul><li>{_PROSE}</li><li>{_PROSE}</li></ul><blockquote><p>{_PROSE}</p></blockquote><pre>a = 1
b = 2</pre><figure><img src="/a/1.jpg" alt="渠"><figcaption>新修的渠</figcaption></figure><p>附件：<a href="/a/1.doc">名单.doc</a></p>
<div class="page"><a href="a.html">1</a> <a href="a_2.html">2</a> <a href="a_2.html">下一页</a></div>"""


def classes() -> list[type]:
    """The public classes of the models and of the rules; what has no values of its own (a base, a protocol) is none."""
    found: dict[str, type] = {}
    for package in (models, rules):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, each in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                own = each.__module__ == module.name and not name.startswith("_")
                if own and not issubclass(each, (Enum, Exception)) and not inspect.isabstract(each):
                    found[f"{each.__module__}.{name}"] = each
    return [
        each
        for _, each in sorted(found.items())
        if (attrs.has(each) or hasattr(each, "_fields")) and each.__name__ not in _MACHINERY
    ]


@cache
def values() -> dict[type, list[Any]]:
    """Values of every class that our own pages hold, and what a call takes."""
    learned = policytext.learn(
        [f"青禾网\n青禾县第{n}批树苗昨天{n}点运到各村，村民冒雨栽种。\n版权所有 青禾网\n" for n in "一二三"],
        key="site",
    )
    found: dict[type, list[Any]] = {}
    waiting: list[Any] = [
        policytext.parse((ROOT / "docs" / "sample.html").read_bytes(), script="hant"),
        *(policytext.parse(case.page("html")) for case in every_case()[::7]),
        policytext.parse(PAGE, url="http://qinghe.example/a.html"),
        Ambiguity(Span(0, 1), "里", "里", ("裡",)),
        Damage("mojibake", Span(0, 1), "?", "Bytes are gone."),
        Rival("里", 3.5),
        Label("稿件出处", "origin"),
        policytext.parse(
            "<p>縣(xiàn)里修?；颊渠<sup>2</sup><a href=/b>办<img src=a.jpg></a><table><tr><td colspan=2>表"
        ),
        policytext.normalize("縣(xiàn)里修渠", to="hans"),
        policytext.detect_script("縣里修渠"),
        policytext.Parser(),
        policytext.Limits(),
        learned,
        policytext.Source(key="own", rules=(line("own/line", "青禾.*", place="head"),)),
    ]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, (tuple, list, frozenset)):
            waiting += value
        if isinstance(value, dict):
            waiting += value.values()
        if attrs.has(type(value)):
            waiting += [getattr(value, each.name) for each in attrs.fields(type(value))]
            waiting += _stated(value)
        kept = found.setdefault(type(value), [])
        if len(kept) < _HELD and value not in kept:
            kept.append(value)
    return found


def _stated(value: Any) -> Iterator[Any]:
    """What a document works out when it is asked."""
    if isinstance(value, policytext.Document):
        yield from (value.images, value.links, value.attachments, value.removed, value.audit(), value.pager)
        yield value.clauses


def check(value: Any) -> None:
    """Equal, of the same type and with the same hash, whichever way it is copied."""
    for back in (
        copy.copy(value),
        copy.deepcopy(value),
        *(pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, 6)),  # noqa: S301 - our own
    ):
        assert type(back) is type(value)
        assert back == value
        assert hash(back) == hash(value)


@pytest.mark.parametrize("model", classes(), ids=lambda each: each.__name__)
def test_a_model_is_a_value(model: type) -> None:
    """Values of each class survive pickling and copying, and differ from each other and from what is none."""
    found = values().get(model, [])
    assert found, f"no page of ours has a {model.__name__}"
    for value in found:
        check(value)
        assert value != "x"
        assert repr(value)
    assert len(set(found)) == len(found)


ERRORS = [each for _, each in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: each.__name__)
def test_an_error_is_handed_on(error: type[policytext.PolicytextError]) -> None:
    """Each error comes out of a pickle and a copy with its code, message and arguments."""
    one = error("binary", "the input is no text")
    for back in (
        copy.copy(one),
        copy.deepcopy(one),
        *(pickle.loads(pickle.dumps(one, protocol)) for protocol in range(2, 6)),  # noqa: S301 - our own
    ):
        assert type(back) is error
        assert (back.code, back.message, back.args, str(back)) == (one.code, one.message, one.args, str(one))
