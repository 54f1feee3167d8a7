"""What a document does to what it cites: the verb of every kind, before the titles or behind them, and the number in its bracket."""

from __future__ import annotations

import pytest

from policytext.models.script import NormalizedText
from policytext.official.references import find_references
from policytext.page.view import build_view
from policytext.readers.dump.reader import read_dump

SENTENCES = [
    ("根据《中华人民共和国水法》等有关法律法规，结合本市实际，制定本办法。", [("中华人民共和国水法", None, "based_on", "根据")]),
    ("依据《甲办法》（青政发〔2020〕3号）和《乙办法》（青政办发〔2021〕4号）规定，现通知如下。", [("甲办法", "青政发〔2020〕3号", "based_on", "依据"), ("乙办法", "青政办发〔2021〕4号", "based_on", "依据")]),
    ("本办法自2023年6月1日起施行。2015年5月1日公布的《青禾市用水办法》（市政府令第12号）同时废止。", [("青禾市用水办法", "市政府令第12号", "repeals", "同时废止")]),
    ("决定废止《青禾市用水办法》。", [("青禾市用水办法", None, "repeals", "废止")]),
    ("现决定对《青禾市用水办法》作如下修改：", [("青禾市用水办法", None, "amends", "作如下修改")]),
    ("青禾市人民政府关于修改《青禾市用水办法》的决定", [("青禾市用水办法", None, "amends", "修改")]),
    ("青禾市人民政府关于印发《青禾市用水办法》的通知", [("青禾市用水办法", None, "issues", "印发")]),
    ("现将《青禾市用水办法》印发给你们，请认真贯彻执行。", [("青禾市用水办法", None, "issues", "印发给")]),
    ("《青禾市用水办法》已经市政府同意，现印发给你们，请遵照执行。", [("青禾市用水办法", None, "issues", "现印发")]),
    ("《青禾市用水办法》已经2023年4月28日市政府第12次常务会议审议通过，现予公布，自2023年6月1日起施行。", [("青禾市用水办法", None, "issues", "现予公布")]),
    ("青禾市人民政府办公室转发市水利局《关于加强用水管理的意见》的通知", [("关于加强用水管理的意见", None, "forwards", "转发")]),
    ("市水利局《关于加强用水管理的意见》已经市政府同意，现转发给你们，请遵照执行。", [("关于加强用水管理的意见", None, "forwards", "现转发给")]),
    ("现将省政府《关于加强用水管理的意见》转发给你们。", [("关于加强用水管理的意见", None, "forwards", "转发给")]),
    ("为贯彻落实《国务院关于加强用水管理的意见》（国发〔2022〕3号）精神，现提出如下意见。", [("国务院关于加强用水管理的意见", "国发〔2022〕3号", "based_on", "为贯彻落实")]),
    ("为深入贯彻《条例》精神，全面落实《规划》要求，制定本方案。", [("条例", None, "based_on", "为深入贯彻"), ("规划", None, "based_on", "全面落实")]),
    ("《青禾市用水办法》政策解读", [("青禾市用水办法", None, "interprets", "政策解读")]),
    ("关于《青禾市用水办法》的解读", [("青禾市用水办法", None, "interprets", "解读")]),
    ("一图读懂《青禾市用水办法》", [("青禾市用水办法", None, "interprets", "读懂")]),
    ("现就《青禾市用水办法》有关问题解释如下。", [("青禾市用水办法", None, "interprets", "解释如下")]),
    ("《青禾市用水办法》自本办法施行之日起废止。", [("青禾市用水办法", None, "repeals", "废止")]),
    ("原《青禾市用水办法》（青政发〔2015〕3号）即行废止。", [("青禾市用水办法", "青政发〔2015〕3号", "repeals", "即行废止")]),
    ("凡与《青禾市用水办法》不一致的，以本办法为准。", [("青禾市用水办法", None, None, None)]),
    ("按照《财政部 税务总局关于延续优惠政策的公告》（财政部 税务总局公告2023年第1号）规定执行。", [("财政部 税务总局关于延续优惠政策的公告", "财政部 税务总局公告2023年第1号", "based_on", "按照")]),
    ("经研究，现批复《青禾市国土空间规划》如下。", [("青禾市国土空间规划", None, None, None)]),
    ("原则同意《青禾市国土空间规划（2021—2035年）》。", [("青禾市国土空间规划（2021—2035年）", None, None, None)]),
    ("你县《关于批准国土空间规划的请示》（青政〔2023〕5号）收悉。", [("关于批准国土空间规划的请示", "青政〔2023〕5号", None, None)]),
    ("依照本办法和《行政处罚法》第三十三条的规定处罚。", [("行政处罚法", None, "based_on", "依照")]),
    ("根据国务院《关于修改〈水法〉的决定》修订", [("关于修改〈水法〉的决定", None, "based_on", "根据")]),
    ("现将《甲办法》《乙办法》印发给你们，请遵照执行。", [("甲办法", None, "issues", "印发给"), ("乙办法", None, "issues", "印发给")]),
    ("废止《甲办法》（青政发〔2010〕1号）、《乙办法》（青政发〔2011〕2号）等2件规范性文件。", [("甲办法", "青政发〔2010〕1号", "repeals", "废止"), ("乙办法", "青政发〔2011〕2号", "repeals", "废止")]),
    ("《甲办法》、《乙办法》同时废止。", [("甲办法", None, "repeals", "同时废止"), ("乙办法", None, "repeals", "同时废止")]),
    ("将《甲办法》第五条修改为：“略”。", [("甲办法", None, "amends", "修改")]),
    ("严格执行《甲办法》有关规定，确保落实到位。", [("甲办法", None, "based_on", "执行")]),
    ("现公布《甲办法》，自公布之日起施行。", [("甲办法", None, "issues", "公布")]),
    ("我局起草了《甲办法（征求意见稿）》，现向社会公开征求意见。", [("甲办法（征求意见稿）", None, "issues", "起草了")]),
    ("《甲通知》（青政发〔2010〕1号，以下简称《通知》）要求各地抓好落实，《通知》还明确了时限。", [("甲通知", "青政发〔2010〕1号", None, None), ("甲通知", None, None, None)]),
    ("《甲办法》有效期延长至2028年5月31日。", [("甲办法", None, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_what_a_sentence_does(
    sentence: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    """Title, number, deed and verb of every 《…》 of the sentence; the verb's place holds the verb."""
    page = read_dump(sentence + "\n", encoding=None, notes=())
    view = build_view(page, NormalizedText(page.text, page.text))
    found = find_references(view, view.lines, official=True)
    assert [
        (one.title, one.doc_number and str(one.doc_number), one.action, one.verb) for one in found
    ] == expected
    assert all(one.verb_span is None or one.verb_span.cut(page.text) == one.verb for one in found)
