"""Numbers, kinds and offices of official documents, in the spellings that sites show."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.official_words import OFFICE_NAME, kind_of, read_number
from policytext.page.shadow import fold

NUMBERS = (
    "青政发〔2023〕17号 青政发[2023]17号 青政发(2023)17号 青政发【2023】17号 青政发{2023}17号 青政发﹝2023﹞17号 青政发［2023〕17号 青政发「2023」17号 "
    "青政发〈2023〉17号 青政发《2023》17号 青政发2023〕17号 青政发〔2023〕第17号 青政发〔2023〕17 青政发〔2023年〕17号 青政发〔2023〕017号 青政发2023年17号 "
    "青政发2023-17号 （青政发〔2023〕17号） 青政发〔２０２３〕１７号 青政发〔2023〕17-1号 青政发〔2023〕十七号 青政发〔二〇二三〕17号 青政发〔2023〕17号文 青政发〔2023〕17號"
).split()


@pytest.mark.parametrize("raw", NUMBERS)
def test_one_number_in_every_spelling(raw: str) -> None:
    """Brackets of any shape, one or none, figures of either kind: code, year and serial are the same."""
    hit = read_number(fold(raw))
    assert hit is not None
    assert (hit.code, hit.year, hit.serial) == ("青政发", 2023, 17)


@pytest.mark.parametrize(
    ("raw", "code", "year"),
    [
        ("第17号令", "令", None), ("青禾市人民政府第17号令", "青禾市人民政府令", None), ("青禾市人民政府令（第17号）", "青禾市人民政府令", None), ("2023年第17号公告", "公告", 2023),
        ("青禾市税务局公告2023年第17号", "青禾市税务局公告", 2023), ("〔2023〕17号", None, 2023), ("青字第17号", "青字", None), ("青公（交）字〔2023〕17号", "青公(交)字", 2023),
    ],
)  # fmt: skip
def test_what_counts_through(raw: str, code: str | None, year: int | None) -> None:
    """Orders and announcements count through, their number before or behind the word."""
    hit = read_number(fold(raw))
    assert hit is not None
    assert (hit.code, hit.year, hit.serial) == (code, year, 17)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青禾市节水办法（征求意见稿）", "办法"), ("青禾市水利局2022年度部门决算", "决算"), ("致广大家长的一封信", "公开信"), ("青禾市人民法院布告", "布告"),
        ("关于做好春耕生产的通知 青农发〔2023〕17号", "通知"), ("青禾市促进消费若干措施", "措施"), ("青禾市知识产权保护状况白皮书", "白皮书"), ("青禾市下雨", None),
    ],
)  # fmt: skip
def test_kinds(title: str, kind: str | None) -> None:
    """What a headline ends in, a bracket or the document's number behind it."""
    assert kind_of(fold(title)) == kind


OFFICES = (
    "青禾市公安局交通警察支队 青禾高新区管委会 国家税务总局青禾市税务局 城东街道办事处 青禾师范学院 共青团青禾市委 青禾市红十字会 青禾市慈善总会 青禾市气象台 青禾军分区 "
    "青禾市人民代表大会 青禾市第十四届人民代表大会第二次会议 中共中央 青禾市第一中学 青禾市工业和信息化局（大数据局） 国家能源局综合司 中国证监会 国家统计局青禾调查队 青禾公路管理段 "
    "青禾市人民政府参事室 白杨村村民委员会 青禾市人大常委会 中央军委 国务院 青禾市疾病预防控制中心 青禾城市建设投资集团有限公司"
).split()


@pytest.mark.parametrize("name", OFFICES)
def test_offices(name: str) -> None:
    """Organs of state and party, of every level, and whoever else signs."""
    assert OFFICE_NAME.fullmatch(fold(name))


@pytest.mark.parametrize(
    "line", "一、总体要求 附件 工作目标 特此通知 市长张三 青禾晚报记者 青禾市下雨 加强组织领导 首页".split()
)
def test_no_offices(line: str) -> None:
    """Negative: headings, closing words, persons and menus sign nothing."""
    assert not OFFICE_NAME.fullmatch(fold(line))
