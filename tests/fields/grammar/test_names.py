"""Names: shapes, cleaning, and when a string of names is split."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.names import is_organisation, looks_person, split_names
from policytext.fields.grammar.role_names import split_credit
from policytext.page.shadow import fold


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("赵小河、钱大江", ("赵小河", "钱大江")),
        ("赵小河 钱大江", ("赵小河", "钱大江")),
        ("赵小河，钱大江", ("赵小河", "钱大江")),
        ("王乐文 方　敏", ("王乐文", "方敏")),
        ("方 敏", ("方敏",)),
        ("林一木_NB12556", ("林一木",)),
        ("林一木 PK155", ("林一木",)),
        ("林一木（实习）", ("林一木",)),
        ("阿不都·热依木", ("阿不都·热依木",)),
        ("biaofeng", ("biaofeng",)),
        ("私~川", ("私~川",)),
        ("放风筝&心情", ("放风筝&心情",)),
        ("周思远 (Joe Smith)", ("周思远 (Joe Smith)",)),
        ("Demi Xia", ("Demi Xia",)),
        ("南都记者 余一青 向二妮", ("余一青", "向二妮")),
        ("向二妮返回某站，查看更多", ("向二妮",)),
        ("医技药剂党支部", ()),
        ("某某日报编辑部", ()),
        ("系统管理员", ()),
        ("HN666", ()),
        ("佚名", ()),
        ("", ()),
    ],
)
def test_the_names_of_a_labelled_value(value: str, names: tuple[str, ...]) -> None:
    """Names come out clean; offices, staff codes and stand-ins do not come out at all."""
    assert split_credit(value, fold(value)) == names


@pytest.mark.parametrize("value", ["防控 疫情 疫苗", "首页 新闻", "在现场看到大家都很好", "完", "图"])
def test_unannounced_words_are_no_names(value: str) -> None:
    """Without a label every part must look like a person."""
    assert split_names(value, fold(value), trust="none") == ()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("田小东", True), ("欧阳明", True), ("太原市", False), ("经济观察", False), ("东", False)],
)
def test_a_person_is_known_by_the_surname(text: str, verdict: bool) -> None:
    """A frequent surname and one or two characters more."""
    assert looks_person(text) is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("某某晚报", True), ("新华网", True), ("县融媒体中心", True), ("刘会", False), ("林一木", False)],
)
def test_a_body_is_known_by_its_end(text: str, verdict: bool) -> None:
    """Papers, offices and companies; a person's name may end likewise if it is short."""
    assert is_organisation(text) is verdict
