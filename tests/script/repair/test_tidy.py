"""Code points put in order: every step with what it does and what it leaves alone."""

from __future__ import annotations

import unicodedata

import pytest

from policytext.script.normalize import normalize
from policytext.script.repair.charmaps import FORMS, PRIVATE, RADICALS
from policytext.script.repair.steps import STEPS

DONE = [
    (
        "line-breaks",
        "第一行\r\n第二行\r第三行\u2028第四行\x0b第五行\x85",
        "第一行\n第二行\n第三行\n第四行\n第五行\n",
    ),
    ("controls", "通\x00知\x07书\x7f\ufffe", "通知书"),
    ("controls", "笑\ud83d\ude00脸\ud800", "笑😀脸"),
    ("invisibles", "\ufeff通\u200b知\u00ad书\u202c\u2060", "通知书"),
    ("invisibles", "通\u200d知\u200c书", "通知书"),
    ("nfc", "金\uf90a額e\u0301", "金金額é"),
    ("radicals", "⽬标⾦额⼀致⻓期", "目标金额一致长期"),
    ("private-use", "\ue81e字\ue7c7\ue78d", "龴字ḿ，"),
    ("blanks", "　　通\u00a0知\u2003书", "  通 知 书"),
    ("full-width", "第１２号ＧＤＰ", "第12号GDP"),
    ("half-width", "ｶﾞｽ｡｢ﾃｽﾄ｣", "ガス。「テスト」"),
    ("small-forms", "通知﹐如下﹕︵略︶", "通知，如下：（略）"),
    ("wave-dash", "３〜５月", "3～5月"),
    ("middle-dot", "约翰•史密斯・李", "约翰·史密斯·李"),
    ("circle-zero", "二○二三年一○月", "二〇二三年一〇月"),
    ("circle-zero", "二○◯○年", "二〇〇〇年"),
]

LEFT = [
    ("第①项、㈠、㎡、℃、½、10²、№3、㍿", "no compatibility decomposition"),
    ("全角标点：，；：？！（）％～￥", "full-width punctuation is right"),
    ("“引号”‘单引’「直角」『双』", "quotes keep their pairs"),
    (
        "家庭👨\u200d👩\u200d👧，按键1\ufe0f\u20e3，葛\U000e0100城",
        "joiners and selectors that spell a character",
    ),
    ("می\u200cخواهم", "a joiner that spells a Persian word"),
    ("• 第一项\n· 第二项", "a bullet at the head of a line"),
    ("○ 选项一　".strip() + "\n○ 选项二", "circles that are marks"),
    ("张○○同学，一○人", "circles that hide a name"),
    ("偏旁⺮与⻌", "components that mean themselves"),
    ("私有\ue123\uf8ff区", "private-use characters that nobody knows"),
    ("省略…和……与...，破折—和——", "dots and dashes, unless asked for"),
    ("﨎﨏﨑", "compatibility ideographs that are unified ones"),
    ("१२ ٣٤", "digits of other scripts"),
]


@pytest.mark.parametrize(("step", "text", "expected"), DONE)
def test_what_a_step_does(step: str, text: str, expected: str) -> None:
    """Each example changes as said, on record under its step's name, and not at all with the step off."""
    done = normalize(text, None)
    assert done.text == expected
    assert step in {name for change in done.changes for name in change.kind.split("+")}
    others = tuple(other.name for other in STEPS if other.name != step)
    alone = normalize(text, None, skip=others)
    assert {change.kind for change in alone.changes} == {step}


@pytest.mark.parametrize(("text", "why"), LEFT)
def test_what_is_left_alone(text: str, why: str) -> None:
    """Negative: nothing is done to characters that are right as they are."""
    assert normalize(text, None).changes == (), why


def test_every_step_has_an_example() -> None:
    """No step without a test: the steps that tidy are those of the list above, and three on request."""
    shown = {step for step, _, _ in DONE} | {"strip-private", "ellipsis", "dashes", "restore-punctuation"}
    assert shown == {step.name for step in STEPS} - {"mojibake", "shift-wounds", "glosses"}


FLAT = "全县动员,全民参与,抓好秋收,抓实秋种,确保增产,确保增收;下一步:继续努力!好吗?好"


def test_lost_punctuation_is_restored() -> None:
    """A document with no full-width comma at all and five commas right between characters had them folded."""
    full = FLAT.translate(str.maketrans(",;:?!", "，；：？！"))
    assert normalize(FLAT, None).text == full
    assert {change.kind for change in normalize(FLAT, None).changes} == {"restore-punctuation"}
    assert normalize(full, None).text == full


@pytest.mark.parametrize(
    "text",
    [
        FLAT + "，",
        "全县动员,全民参与,抓好秋收",
        "one,two,three,four,five,six,seven",
    ],
)
def test_punctuation_is_left_without_evidence(text: str) -> None:
    """Negative: one full-width comma left, too few commas, or no Chinese."""
    assert normalize(text, None).text == text


def test_times_addresses_numbers_and_brackets_keep_theirs() -> None:
    """Negative: beside restored commas, ASCII marks that belong to digits and Latin letters stay, and brackets do."""
    done = normalize(FLAT + ",10:30开会(扩大),见http://a.cn:80/?x=1,共1,200人,即a:b", None).text
    assert "10:30" in done
    assert "(扩大)" in done
    assert "http://a.cn:80/?x=1" in done
    assert "1,200" in done
    assert "a:b" in done


def test_dashes_on_request() -> None:
    """Doubled bars become the dash; single ones, and all of them by default, stay."""
    assert normalize("通知――办公室", None, also=("dashes",)).text == "通知——办公室"
    assert normalize("通知――办公室", None).text == "通知――办公室"


def test_the_tables_whole() -> None:
    """All 214 Kangxi radicals; every private cell by itself; forms go to full width, never to ASCII; all in one step."""
    assert sum("\u2f00" <= char <= "\u2fd5" for char in RADICALS) == 214
    for table in (RADICALS, PRIVATE, FORMS):
        assert not set(table) & (set(table.values()) - set(FORMS))
        assert all(unicodedata.normalize("NFC", value) == value for value in table.values())
    assert all(value > "\x7f" for value in FORMS.values())
    assert len(PRIVATE) >= 100


def test_a_long_run_of_marks_is_left() -> None:
    """No language stacks thirty marks; ordering a long run would take time that grows with its square."""
    text = "字" + "\u0301\u0316" * 40
    assert normalize(text, None).text == text
    assert normalize("字e\u0301", None).text == "字é"
