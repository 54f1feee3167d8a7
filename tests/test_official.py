"""Official documents: no line of a document is lost, whatever frame stands around it, in a dump as in HTML."""

from __future__ import annotations

import pytest

import policytext
from support.cases import Case, every_case
from support.expectations import document, squeezed

CASES = [case for case in every_case() if "document_lines" in case.expected]
FORMS = [(case, form) for case in CASES for form in case.forms]
FRAME = frozenset({"nav", "share", "related", "site_footer"})
MAY_BE_FIELD = frozenset({"title", "doc_number", "byline", "official_header", "breadcrumb"})


def _ids(value: object) -> str:
    return value.name if isinstance(value, Case) else str(value)


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_no_line_of_the_document_is_lost(case: Case) -> None:
    """Every line of the document is body; its headline and number may be fields; none is boilerplate."""
    doc = document(case, "text")
    wrong: list[str] = []
    start = 0
    for number, line in enumerate(case.text.split("\n"), 1):
        role = case.expected["roles"].get(str(number))
        if number in case.expected["document_lines"]:
            low = start + len(line) - len(line.lstrip())
            high = start + len(line.rstrip())
            got = {p.role for p in doc.pieces if p.span.start < high and p.span.end > low}
            if got - ({"body", "field"} if role in MAY_BE_FIELD else {"body"}):
                wrong.append(f"{number} {role}: {got}: {line.strip()[:40]}")
        elif role in FRAME:
            low = start + len(line) - len(line.lstrip())
            got = {
                p.role for p in doc.pieces if p.span.start < start + len(line.rstrip()) and p.span.end > low
            }
            if got != {"boilerplate"}:
                wrong.append(f"{number} {role}: {got}: {line.strip()[:40]}")
        start += len(line) + 1
    assert wrong == []


@pytest.mark.parametrize(("case", "form"), FORMS, ids=_ids)
def test_document_lines_are_in_the_text(case: Case, form: str) -> None:
    """What belongs to the document, signature, date, notes and attachment list included, is in ``doc.text``, in order."""
    text = squeezed(document(case, form).text)
    at = 0
    missing: list[str] = []
    for number in case.expected["document_lines"]:
        if case.expected["roles"][str(number)] in MAY_BE_FIELD:
            continue
        line = squeezed(case.lines[number - 1])
        found = text.find(line, at)
        if found < 0:
            missing.append(f"{number}: {line[:40]}")
        else:
            at = found + len(line)
    assert missing == []


@pytest.mark.parametrize(("case", "form"), FORMS, ids=_ids)
def test_frame_is_not_in_the_text(case: Case, form: str) -> None:
    """Menus, tool bars, related links and footers are not in ``doc.text``."""
    lines = set(map(squeezed, document(case, form).text.split("\n")))
    frame = [case.lines[number - 1] for number in case.numbered(FRAME)]
    assert [line for line in frame if squeezed(line) in lines] == []


LIST = "白杨镇剪纸 南河社火 手工挂面 皮影戏 木版年画 打铁花 刺绣 竹编 陶器烧制 古法酿醋 面塑 泥塑 秧歌 高跷 鼓乐 说书 灯彩 根雕 风筝 布鞋 糖画 草编 香包 石雕 砖雕 织布 染布 豆腐 粉条 麻花 月饼 花灯 唢呐".split()
FRAME_BELOW = (
    "相关新闻\n县里新建两所小学\n公交线路调整\n关于我们 | 网站地图 | 联系我们\n并ICP备00001234号-1\n"
)


def test_long_numbered_list_stays() -> None:
    """A list that counts on behind the last paragraph is the document's, however long its end is out of reach."""
    items = [f"{number}. {name}" for number, name in enumerate(LIST, 1)]
    lead = "近日，河阴县人民政府批准并公布第三批县级非物质文化遗产代表性项目名录，现将名单公布如下。"
    page = "河阴县第三批非物质文化遗产项目公布\n2024-05-06 08:30 来源：河阴县文化馆\n" + "\n".join(
        [lead, *items, FRAME_BELOW]
    )
    assert policytext.parse(page).text.split("\n") == [lead, *items]


def test_page_of_short_lines_is_kept() -> None:
    """A page without running text keeps what stands between its byline and the frame, and says so."""
    page = "\n".join(
        ["河阴县非物质文化遗产项目一览", "2024-05-06 08:30 来源：河阴县文化馆", *LIST, FRAME_BELOW]
    )
    doc = policytext.parse(page)
    assert doc.text.split("\n") == LIST
    assert any(note.startswith("body: short lines only") for note in doc.notes)


def test_menu_alone_is_no_body() -> None:
    """Short lines without a headline and byline above them are no body."""
    assert policytext.parse("\n".join([*LIST, FRAME_BELOW])).text == ""
