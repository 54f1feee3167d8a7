"""The room of official documents, module by module: table, closing lines, opening lines, references, regions."""

from __future__ import annotations

import pytest

import policytext
from policytext.fields.grammar.numbering import number_of, ordinal
from policytext.fields.grammar.official_words import DOC_NUMBER, OFFICE_NAME, kind_of, read_number
from policytext.models.document import SiteInfo
from policytext.models.script import NormalizedText
from policytext.official.closing import find_closings, note_of
from policytext.official.opening import find_addressees
from policytext.official.references import find_references
from policytext.official.regions import find_regions
from policytext.official.register import read_register
from policytext.page.shadow import fold
from policytext.page.view import View, build_view
from policytext.readers.dump.reader import read_dump


def view(text: str) -> View:
    """A dump, cut into lines."""
    page = read_dump(text, encoding=None, notes=())
    return build_view(page, NormalizedText(page.text, page.text))


TABLES = {
    "two pairs a line": "索 引 号：\t\tQH/2019-1\t\t主题分类：\t\t水利\n发文机关：\t\t青禾市人民政府\t\t成文日期：\t\t2019年3月4日\n",
    "label over value": "索引号：\nQH/2019-1\n主题分类：\n水利\n发文机关：\n青禾市人民政府\n成文日期：\n2019年3月4日\n关于节水的通知\n",
    "bullets": "  • 索引号: QH/2019-1\n  • 主题分类: 水利\n  • 发文机关: 青禾市人民政府\n  • 成文日期: 2019-03-04\n",
    "brackets": "[ 索引号 ] QH/2019-1\n[ 主题分类 ] 水利\n[ 发文机关 ] 青禾市人民政府\n[ 成文日期 ] 2019-03-04\n[ 有效性 ]\n",
    "tabs": "索引号\tQH/2019-1\t主题分类\t水利\n发文机关\t青禾市人民政府\t成文日期\t2019-03-04\n",
    "no colon": "索引号 QH/2019-1\n主题分类  水利\n发文机关  青禾市人民政府\n成文日期 2019-03-04\n",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES.keys())
def test_a_table_reads_alike_in_every_flattening(text: str) -> None:
    """Label and value are the same whether they share a line, stand one over the other, or have lost their colon."""
    table = read_register(view(text))
    assert table is not None
    assert {entry.field: entry.value for entry in table.entries}.keys() == {
        "index_no",
        "category",
        "issuers",
        "signed_on",
    }
    assert [entry.value for entry in table.entries][:3] == ["QH/2019-1", "水利", "青禾市人民政府"]


def test_an_empty_label_takes_no_line_of_the_document() -> None:
    """Negative: behind 内容概述： and 主题词： without a value stands the headline, and stays where it is."""
    table = read_register(
        view(
            "索引号：QH/2019-1\n成文日期：2019-03-04\n主题词：\n青禾市人民政府关于节水的通知\n各区人民政府：\n"
        )
    )
    assert table is not None
    assert table.lines == (0, 1, 2)


def test_a_byline_row_is_no_table() -> None:
    """Negative: publisher, date and origin stand over news as well."""
    assert (
        read_register(
            view(
                "发布机构：青禾日报　发布日期：2019-03-04　来源：青禾网\n有效性有争议的文件,由制定机关评估。\n"
            )
        )
        is None
    )


CLOSINGS = {
    "one a line": ("青禾市人民政府\n2019年3月4日\n", ["青禾市人民政府"], "2019-03-04"),
    "joint": (
        "甲县水利局　　甲县财政局\n乙县人民政府\n二〇一九年三月四日\n",
        ["甲县水利局", "甲县财政局", "乙县人民政府"],
        "2019-03-04",
    ),
    "one line": ("青禾市公安局  2019年3月4日\n", ["青禾市公安局"], "2019-03-04"),
    "two lines": (
        "青禾市森林草原防灭火\n指挥部办公室\n2019年3月4日\n",
        ["青禾市森林草原防灭火指挥部办公室"],
        "2019-03-04",
    ),
    "letters apart": ("国 务 院\n一九九六年六月二十九日\n", ["国务院"], "1996-06-29"),
    "a person": ("市　长　　张　三\n二OO四年十二月二十日\n", ["市长 张三"], "2004-12-20"),
    "day lost": ("青禾市公安局\n2022年9月23\n", ["青禾市公安局"], "2022-09-23"),
    "date first": ("2019年3月4日\n青禾市公安局\n", ["青禾市公安局"], "2019-03-04"),
}


@pytest.mark.parametrize(("text", "names", "date"), CLOSINGS.values(), ids=CLOSINGS.keys())
def test_signatures(text: str, names: list[str], date: str) -> None:
    """Names and date, in the forms that pages show."""
    closing = find_closings(view(text).lines, 0)[0]
    assert [said.value for said in closing.names] == names
    assert closing.date is not None
    assert closing.date.value.date().isoformat() == date


@pytest.mark.parametrize(
    ("date", "damaged"),
    [
        ("2022年9月23日", False),
        ("二〇二二年九月二十三日", False),
        ("2022-09-23", False),
        ("2022年9月23", True),
        ("二О二二年九月二十三日", True),
    ],
)
def test_a_damaged_date_is_told(date: str, damaged: bool) -> None:
    """A date that lacks its 日, or has a letter for 〇, is read all the same, and a note gives it as it stands."""
    doc = policytext.parse(
        f"青禾市公安局关于开展春季植树工作的通知\n青公发〔2022〕7号\n各分局：\n"
        f"各分局要在三月底前完成补植，并做好管护，确保成活。\n青禾市公安局\n{date}\n"
    )
    assert doc.official is not None
    assert doc.official.signed_on is not None
    assert doc.official.signed_on.isoformat() == "2022-09-23"
    assert doc.notes == (
        (f"date: official.signed_on was read from a damaged date, {date}",) if damaged else ()
    )


@pytest.mark.parametrize(
    "line", ["（此件公开发布）", "（联系人：某某，联系电话：0999-1）", "(本文有删减)", "此件主动公开"]
)
def test_notes(line: str) -> None:
    """附注 with its bracket of either width, or without."""
    said = note_of(view(line + "\n").lines[0])
    assert said is not None
    assert said.value == line.strip("（）()")


@pytest.mark.parametrize(
    "line", ["现将有关事项通知如下：", "附件：", "报名时间：", "分享：", "一、工作目标："]
)
def test_what_ends_in_a_colon_and_addresses_nobody(line: str) -> None:
    """Negative: openings of a text, of a list and of tools are no addressees."""
    assert find_addressees(view(f"{line}\n各地要落实责任，抓好春耕生产。\n").lines) is None


@pytest.mark.parametrize(
    ("raw", "code", "year", "serial"),
    [
        ("国办发〔2019〕61号", "国办发", 2019, 61), ("穗府办规〔2024〕13号", "穗府办规", 2024, 13), ("山政发【2008】26号", "山政发", 2008, 26),
        ("豫政{2017}3号", "豫政", 2017, 3), ("牟政办发〔201746", "牟政办发", 2017, 46), ("云政发201746号", "云政发", 2017, 46), ("第36號", None, None, 36),
        ("鹭门市人民政府令第118号", "鹭门市人民政府令", None, 118), ("2022年第28号", None, 2022, 28), ("中华人民共和国主席令第四十五号", "中华人民共和国主席令", None, 45),
        ("〔2021〕8号", None, 2021, 8),
    ],
)  # fmt: skip
def test_numbers(raw: str, code: str | None, year: int | None, serial: int) -> None:
    """文号 with every bracket, with half of one, without any, and counted through."""
    hit = read_number(fold(raw))
    assert hit is not None
    assert (hit.code, hit.year, hit.serial) == (code, year, serial)


@pytest.mark.parametrize("text", ["2019年3月4日", "3号楼", "青禾市下雨", "第3条"])
def test_no_numbers(text: str) -> None:
    """Negative: dates, houses and articles are numbers of nothing."""
    assert read_number(fold(text)) is None
    assert DOC_NUMBER.fullmatch(fold(text)) is None


@pytest.mark.parametrize(
    "kind",
    [
        "决议",
        "决定",
        "令",
        "公报",
        "公告",
        "通告",
        "意见",
        "通知",
        "通报",
        "报告",
        "请示",
        "批复",
        "议案",
        "函",
        "纪要",
    ],
)
def test_every_kind(kind: str) -> None:
    """The fifteen 文种 end a headline, a bracket behind them or not."""
    assert kind_of(f"青禾市人民政府关于节水工作的{kind}") == kind
    assert kind_of(f"青禾市人民政府关于节水工作的{kind}(试行)") == kind


def test_offices() -> None:
    """A line that is the name of an office, and lines that only hold one."""
    for name in (
        "国务院",
        "青禾市人民政府办公室",
        "白石县人民法院",
        "共安县公安局交通警察大队",
        "青禾市总工会",
    ):
        assert OFFICE_NAME.fullmatch(name)
    for line in ("特此通知", "请与青禾市公安局联系。", "2019年"):
        assert not OFFICE_NAME.fullmatch(line)


def test_numbering() -> None:
    """Kinds in their order; values of their numbers; 一是 and years count nothing."""
    heads = (
        "第一编 总则",
        "第二章　罚则",
        "第三节 附则",
        "第四条　本法",
        "一、总则",
        "（一）总则",
        "1.总则",
        "（1）总则",
        "①总则",
    )
    assert [found and found[0] for found in map(number_of, heads)] == list(range(1, 10))
    assert number_of("一是摸底") is None
    assert number_of("2022年工作") is None
    assert [ordinal(text) for text in ("第一百零二条", "（十二）", "⑶", "３．")] == [102, 12, 3, 3]


CITED = "根据《中华人民共和国水法》、《青禾市节水条例》（青禾市人民政府令第12号）制定本办法，《青禾市用水办法》同时废止。"


def test_references() -> None:
    """One verb for all titles before it, one behind its own; the number in its bracket; a novel is only mentioned."""
    found = view(CITED + "\n他读过《河边》。\n")
    got = find_references(found, found.lines, official=True)
    assert [(one.title, one.action) for one in got] == [
        ("中华人民共和国水法", "based_on"), ("青禾市节水条例", "based_on"), ("青禾市用水办法", "repeals"), ("河边", None),
    ]  # fmt: skip
    assert str(got[1].doc_number) == "青禾市人民政府令第12号"
    assert [one.title for one in find_references(found, found.lines, official=False)] == [
        one.title for one in got[:3]
    ]


def test_regions_need_evidence() -> None:
    """Codes and full names show a region; a name that several places have, and an invented one, show none."""
    site = SiteInfo("浙江省杭州市西湖区人民政府", "浙ICP备00001234号", None, "3301060001")
    assert [(one.code, one.level) for one in find_regions("", site, ())] == [
        ("330000", "province"), ("330100", "city"), ("330106", "county"),
    ]  # fmt: skip
    assert find_regions("", SiteInfo("朝阳区人民政府"), ()) == ()
    assert find_regions("", SiteInfo("青禾市人民政府"), ()) == ()


NEWS = "青禾市举办节水宣传活动\n2024-05-06 08:30 来源：青禾日报\n5月5日，青禾市水利局在人民广场举办节水宣传活动，市民踊跃参加。\n活动现场，工作人员发放了《青禾市节水办法》，并回答了市民提问。\n"


def test_news_is_no_official_document() -> None:
    """Negative: an article about an office has no official fields and no parts, and its kind is article."""
    doc = policytext.parse(NEWS)
    assert (doc.official, doc.parts, doc.kind) == (None, (), "article")


def test_citations_are_found_and_anchored() -> None:
    """A section is found by its path in digits or Han; Markdown has a link target of the same name."""
    text = "青禾市人民政府关于节水的通知\n青府发〔2024〕3号\n各区人民政府：\n为做好节水工作，现将有关事项通知如下，请遵照执行。\n一、总体要求\n坚持节水优先，把节水贯穿到经济社会发展全过程。\n二、重点任务\n（一）管好农业用水。推广滴灌，三年内改造渠道二百公里。\n（二）管好工业用水。新建项目应当同步建设循环用水设施。\n青禾市人民政府\n2024年5月6日\n"
    doc = policytext.parse(text)
    assert doc.find("2.2")[0].text.startswith("（二）管好工业用水。新建")
    assert doc.find("二、（二）") == doc.find("2.2")
    assert doc.find("9") == doc.find("第九条") == ()
    assert '<a id="2.2"></a>' in doc.to_markdown()
    number = doc.field("official.doc_number")
    assert number is not None
    assert number.span is not None
    assert number.span.cut(doc.page.text) == "青府发〔2024〕3号"


ORDER = "江右东省人民政府令\n第 201 号\n《江右东省粮食流通管理办法》已经2014年7月10日省人民政府常务会议通过，现予公布，自2014年9月1日起施行。\n省　长　朱小舟\n2014年7月25日\n江右东省粮食流通管理办法\n第一条　为了保护粮食生产者的积极性，制定本办法。\n第二条　在本省从事粮食收购等活动，应当遵守本办法。\n"


def test_an_order_without_a_headline() -> None:
    """The page is about what the order issues; the order and the rules behind it are two parts."""
    doc = policytext.parse(ORDER)
    assert doc.title == "江右东省粮食流通管理办法"
    assert [(part.kind, part.signature) for part in doc.parts] == [
        ("order", ("省长 朱小舟",)),
        ("issued", ()),
    ]
    assert doc.official is not None
    assert (str(doc.official.doc_number), doc.official.issuers) == (
        "江右东省人民政府令第201号",
        ("江右东省人民政府",),
    )


def test_an_announcement_with_its_number_over_the_headline() -> None:
    """公 告 and 2023年第5号 stand over the headline and are none."""
    doc = policytext.parse(
        "青禾市住房和城乡建设局\n公 告\n2023年第5号\n青禾市住房和城乡建设局关于公布建筑业企业资质名单的公告\n"
        "根据有关规定，经审查，青禾建工有限公司等十二家企业符合资质标准要求，现予公告。\n青禾市住房和城乡建设局\n2023年4月20日\n"
    )
    assert doc.title == "青禾市住房和城乡建设局关于公布建筑业企业资质名单的公告"
    assert doc.official is not None
    assert str(doc.official.doc_number) == "2023年第5号"
