"""Characters out of step: put in step on evidence, refused and flagged without."""

from __future__ import annotations

from collections import Counter

import pytest

from policytext.models.script import Change, NormalizedText
from policytext.script.conversion.convert import convert
from policytext.script.normalize import normalize, repair
from policytext.script.repair.lattice import tokens
from script.damage import damage, truth, verdict

NEWS = (
    "本报讯（记者 林晓）昨日，市政府召开全市防汛工作会议，总结上半年防汛工作，分析当前形势，部署下一阶段任务。"
    "会议指出，今年以来各县区、各部门认真落实防汛责任，加强监测预警，及时转移群众，确保了人民生命财产安全。"
    "会议强调，当前正处于防汛关键时期，各级各部门要进一步提高认识，确保责任落实到位，确保物资储备充足。"
    "“要把群众的安全放在第一位。”市长在会上说。“水库要有人看守！河道要有人巡查！”会后，与会人员分组讨论。\n"
    "记者从会上了解到，全市已经建成监测站点一百二十个，实现了重点区域全覆盖，并与气象部门实时共享数据。"
    "下一步，将在相关区域实施分级管理，由专业技术人员逐户检查房屋，对年久失修的危房要限期整改，经验收合格后方可入住。"
    "专家提醒，雨季出行要注意安全，不要在河边停留；遇到险情，马上拨打电话报警，听从现场工作人员指挥。\n"
)
NEWS_HANT = convert(NEWS, "s2t")
FLAT = str.maketrans("，；：？！", ",;:?!")


def test_kind_a_with_readings_at_both_ends() -> None:
    """Synthetic: the pair 域實 holds the bytes of 驅; its reading and that of 級 prove every byte."""
    hurt = damage("我市在相关区域实施分级管理。", glosses={"驅": "qū", "級": "jí"}, isolate=0)
    assert hurt.text == "我市在相關區域?qū)嵤┓旨?jí)管理。"
    done = repair(hurt.text)
    assert done.text == hurt.clean
    (change,) = done.report.repaired
    assert (change.kind, change.before, change.after) == ("shift-wounds", "?qū)嵤┓旨?jí)", "實施分級")
    assert change.confidence == 1.0


def test_kind_a_that_ends_at_once() -> None:
    """Synthetic: the next character lost its second byte as well, and its reading tells it."""
    whole = damage("新闻动画", glosses={"聞": "wén", "動": "dòng"}, isolate=0)
    hurt = damage("看新动力", glosses={"動": "dòng", "聞": "wén"}, isolate=0)
    assert whole.text == "新聞(wén)動(dòng)畫"
    assert hurt.text == "看新?wén)?dòng)力"
    assert repair(hurt.text).text == "看新動力"


def test_kind_b_takes_its_first_byte_from_the_document() -> None:
    """Synthetic: what follows 確 is 保 wherever else the document has it."""
    text = "要确保安全，确保供应，确保患者能够得到及时治疗。"
    hurt = damage(text, glosses={"時": "shí"}, isolate=1)
    assert "確?；颊吣軌虻玫郊皶r(shí)" in hurt.text
    done = repair(hurt.text)
    assert "確保患者能夠得到及時(shí)" in done.text
    assert [verdict(hurt, change) for change in done.report.repaired] == ["exact"]


def test_kind_b_without_evidence_leaves_a_placeholder() -> None:
    """Synthetic: where several characters fit in front, U+FFFD stands for one; the rest is exact."""
    hurt = damage("家长和学校患者能够得到及时治疗。", glosses={"時": "shí"}, isolate=1)
    done = repair(hurt.text)
    (change,) = done.report.repaired
    assert verdict(hurt, change) in {"placeholder", "exact"}
    assert change.after.endswith("患者能夠得到及時")


def test_a_wound_whose_characters_were_stripped_is_refused() -> None:
    """Without its private-use characters the run decodes to fluent nonsense, so it is left, and flagged."""
    text = "家園，當(dāng)?shù)卣杆夙憫?yīng)，采取措施"
    done = repair(text)
    assert done.text == text
    assert [wound.text for wound in done.report.unrecoverable] == ["?shù)卣杆夙憫?yīng)"]
    assert done.report.unrecoverable[0].kind == "shift-wounds"


def test_a_wound_that_swallowed_a_digit_is_refused() -> None:
    """What a lost byte took with it is gone: no digit is invented."""
    hurt = damage("分三批治理", glosses={"驅": "qū"}, isolate=0)
    assert hurt.text == hurt.clean
    text = "相關區域?qū)嵤┝朔旨?30項措施"
    assert repair(text).text == text


def test_private_use_characters_in_the_run_are_used() -> None:
    """Synthetic: shifted pairs in the user-defined zones are characters like others as long as nobody strips them."""
    found = 0
    for seed in range(60):
        hurt = damage(NEWS, seed=seed)
        for change in repair(hurt.text).report.repaired:
            if any("\ue000" <= char <= "\uf8ff" for char in change.before):
                found += 1
                assert "\ue000" not in change.after
    assert found > 5


@pytest.mark.parametrize(("keep", "recall"), [(True, 0.5), (False, 0.1)])
def test_simulated_damage(keep: bool, recall: float) -> None:
    """Synthetic: in 40 damaged texts no repair is wrong, enough are made, and none touches good text.

    How many are exact is a matter of vocabulary, and is measured on much more text by ``report_damage.py``.
    """
    count: Counter[str] = Counter()
    for seed in range(40):
        hurt = damage(NEWS, seed=seed, keep_private=keep)
        for change in _shifts(repair(hurt.text)):
            count[verdict(hurt, change)] += 1
            assert any(start < change.span.end and change.span.start < end for start, end in hurt.wounds)
            assert truth(hurt, change)
        count["wounds"] += len(hurt.wounds)
    assert count["wrong"] == 0
    assert count["exact"] >= count["placeholder"]
    assert count["exact"] + count["placeholder"] >= recall * count["wounds"]


def _shifts(done: NormalizedText) -> list[Change]:
    return [change for change in done.report.repaired if change.kind.startswith("shift-wounds")]


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        NEWS.translate(str.maketrans("，；：？！。", ",;:?!.")),
        "什么?！你说A座还没有完工?！",
        "真的?;当然。是吗?:不是B。",
        "问:这样行吗?!答:行c",
        "a?b:c 中?国:人 x?（是）y",
        "http://example.org/?q=中&r=(ok)",
        "他问(你好吗?hǎo)，我答好。",
    ],
)
def test_question_marks_of_good_text_stay(text: str) -> None:
    """Negative: questions, ternaries and addresses hold the same marks, folded to ASCII or not."""
    done = repair(text)
    assert (done.text, done.report.unrecoverable) == (text, ())


FOLDED = "市里召開會議,研究工作,部署任務,提出要求,落實責任,確保安全。"


def test_a_kept_mark_that_was_folded_to_ascii() -> None:
    """Behind the last lost byte a mark was kept: folded to ASCII it is one as well, and nothing was swallowed."""
    hurt = "，確?；颊吣軌虻玫?，"
    done = {
        text: repair(text).text
        for text in (NEWS_HANT + hurt, NEWS_HANT.translate(FLAT) + hurt.translate(FLAT))
    }
    (full, _), (flat, _) = done.items()
    assert done[flat] == done[full].translate(FLAT)


def test_a_full_width_mark_among_folded_ones_is_damage() -> None:
    """Where all marks were folded one behind a sign was kept by the damage: it is listed, and no later step touches it."""
    done = normalize(FOLDED + "這樣才能發展?！", None)
    assert done.text.endswith("發展?！")
    assert [damage.text for damage in done.wounds] == ["?！"]
    assert normalize(FOLDED.replace(",", "，") + "這樣才能發展?！", None).wounds == ()
    assert normalize(FOLDED + "真好！這樣才能發展?！", None).wounds == ()


def test_what_is_open_may_have_been_swallowed() -> None:
    """A lost byte before a kept mark swallows nothing, but where an ASCII quotation has to be closed: then it is left."""
    shown = tokens('他說"我會坐在?。', 0, 9)
    assert shown[-2].opened
    assert not tokens('他說"是"我會坐在?。', 0, 11)[-2].opened
    assert tokens("他（坐(在?。", 0, 7)[-2].opened


def test_a_text_full_of_signs_is_left_alone() -> None:
    """Looking for what stood there is bounded: beyond it nothing is put in step, and one damage says so; read once more it is the same."""
    done = repair("?；" * 300)
    assert not any(change.kind == "shift-wounds" for change in done.report.repaired)
    (told,) = [each for each in done.report.unrecoverable if "none of it" in each.reason]
    assert (told.span.start, told.text) == (0, "?")
    assert repair(done.text).text == done.text


def test_a_text_of_many_damaged_runs_is_read() -> None:
    """The bound is beyond what texts have: of sixty like runs each is read."""
    hurt = damage("我市在相关区域实施分级管理。", glosses={"驅": "qū", "級": "jí"}, isolate=0)
    done = repair(f"{hurt.text}\n" * 60)
    assert done.text == f"{hurt.clean}\n" * 60
