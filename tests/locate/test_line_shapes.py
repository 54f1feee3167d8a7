"""Shapes of single lines."""

from __future__ import annotations

import pytest

from policytext.locate.line_shapes import SHAPES, shapes_of
from policytext.page.view import Line, build_view
from policytext.readers.dump.reader import read_dump
from policytext.script.normalize import repair


def line_of(text: str) -> Line:
    """The one line of a dump."""
    return build_view(read_dump(text), repair(text)).lines[0]


def names_of(text: str) -> set[str]:
    """The names of the shapes that a line has."""
    bits = shapes_of(line_of(text))
    return {name for at, name in enumerate(SHAPES) if bits >> at & 1}


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("10,800", "number"),
        ("98.5%", "number"),
        ("120 户", "number"),
        ("王小禾", "name"),
        ("李　云", "name"),
        ("（一）王小禾", "enum"),
        ("3.近期免冠照片两张", "enum"),
        ("• 旧书市集", "bullet"),
        ("主办单位：云岭县文化馆", "label"),
        ("1998.05—2006.11 云岭县水务局", "dated"),
        ("9:30 开幕式", "dated"),
        ("青禾镇便民服务中心 0900-6210001", "phone"),
        ("云岭县人民政府办公室", "sign"),
        ("二〇二四年三月一日", "sign"),
        ("特此公告。", "sign"),
        ("附件：报名表", "attached"),
        ("云岭县岗位一览表.xlsx", "attached"),
        ("（此件公开发布）", "note"),
        ("山里的路再远，", "pause"),
        ("答案是没有。", "sentence"),
        ("白河大桥合龙在即", "tiny"),
        ("枣林小学今年添了三面新书架", "title"),
        ("Notice to all residents", "latin"),
        ("首页", "furniture"),
        ("更多>>", "template"),
    ],
)
def test_a_line_has_its_shape(text: str, shape: str) -> None:
    """Numbers, names, items, labels, dates, telephones, signatures, files, sentences: each is told by its form."""
    assert shape in names_of(text)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("2022年", "number"),
        ("首页", "name"),
        ("网站首页", "name"),
        ("1.5万元", "enum"),
        ("王小禾，男", "name"),
        ("3-5 人一组", "phone"),
    ],
)
def test_a_line_that_looks_alike_has_not(text: str, shape: str) -> None:
    """Negative: a year is no number of a table, a menu's word is no name, an amount is no item."""
    assert shape not in names_of(text)


def test_every_shape_has_a_bit_of_its_own() -> None:
    """The names are distinct; their order is that of the bits."""
    assert len(set(SHAPES)) == len(SHAPES)
