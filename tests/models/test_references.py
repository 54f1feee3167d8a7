"""Images, links and attachments of a document: which are its own, their addresses, captions and places."""

from __future__ import annotations

import pytest

from policytext import parse

FIRST = "青禾市近日启动春季植树行动，各乡镇组织干部群众补植苗木，确保三月底前完成任务。"
SECOND = "市林业局派出技术人员驻村指导，落实管护责任，并对成活率进行抽查，结果向社会公布。"
PAGE = f"""<html><head><base href="{{base}}"></head><body>
<div class="nav"><img src="/logo.png"><a href="/">首页</a> <a href="/news/">要闻</a></div>
<div class="article"><h1>青禾市启动春季植树行动</h1><p>2024-03-01 来源：<a href="http://paper.example/">青禾日报</a></p>
<img src="top.jpg" alt="植树现场">
<p>{FIRST}见<a href="../plan.html">《植树规划》</a>和<a href="#note">注</a>。</p>
<figure><img data-src="/img/2.jpg" src="data:image/gif;base64,R0lGOD"><figcaption>东乡镇干部群众在补植苗木</figcaption></figure>
<p>{SECOND}</p>
<p><img src="/ueditor/dialogs/attachment/fileTypeImages/icon_pdf.gif"><a href="files/plan.PDF?v=1">附件：青禾市植树规划</a></p>
<p><a href="files/list.xlsx">苗木清单.xlsx</a></p></div>
<div class="side"><h3>相关新闻</h3><a href="/a.html"><img src="/thumb.jpg">青禾市召开春耕生产现场会</a>
<a href="/old.pdf">往期</a></div><div class="footer"><img src="/beian.png">青禾市人民政府主办</div></body></html>"""


def page(base: str = "") -> str:
    """The page, with a base address or without."""
    return PAGE.replace("{base}", base)


def test_images_of_the_body() -> None:
    """Images amid the body and at its head are the document's, with alt and caption; logos, thumbnails and icons are not."""
    doc = parse(page(), url="http://www.qinghe.example/news/a.html")
    assert [(image.address, image.alt, image.caption) for image in doc.images] == [
        ("http://www.qinghe.example/news/top.jpg", "植树现场", None),
        ("http://www.qinghe.example/img/2.jpg", "", "东乡镇干部群众在补植苗木"),
    ]
    assert [image.block for image in doc.images] == [-1, 0]
    assert all(image.span.start == image.span.end for image in doc.images)


def test_links_of_the_text() -> None:
    """Links in the body's text come with their words; anchors, menus and the byline's are left."""
    doc = parse(page(), url="http://www.qinghe.example/news/a.html")
    (link, *rest) = doc.links
    assert (link.address, link.text, link.block) == ("http://www.qinghe.example/plan.html", "《植树规划》", 0)
    assert link.span.cut(doc.page.text) == link.text
    assert {item.address.rsplit("/", 1)[-1] for item in rest} <= {"plan.PDF?v=1", "list.xlsx"}


def test_attachments() -> None:
    """Files that the text or what stands right below it leads to, with their kind; files of the frame are left."""
    doc = parse(page(), url="http://www.qinghe.example/news/a.html")
    assert [(item.address, item.text, item.kind) for item in doc.attachments] == [
        ("http://www.qinghe.example/news/files/plan.PDF?v=1", "附件：青禾市植树规划", "pdf"),
        ("http://www.qinghe.example/news/files/list.xlsx", "苗木清单.xlsx", "xlsx"),
    ]


NOTICE = """<html><body><div class="article"><h1>青禾县林业局关于印发春季植树方案的通知</h1><p>青林发〔2024〕3号</p><p>各乡镇人民政府：</p>
<p>现将方案印发给你们，请认真贯彻执行，三月底前完成补植任务，并做好管护。</p><p>附件：1.苗木清单</p><p>2.补植任务表（2024年）</p>
<p>青禾县林业局</p><p>2024年3月1日</p>{links}</div></body></html>"""


@pytest.mark.parametrize(
    ("called", "note"),
    [
        ("苗木清单.xlsx", "苗木清单"),
        ("附件1：苗木清单.xlsx", "苗木清单"),
        ("2．补植任务表(2024年).doc", "补植任务表（2024年）"),
        ("附件2.pdf", "补植任务表（2024年）"),
        ("附件二", "补植任务表（2024年）"),
        ("附件十二", None),
        ("附件3.pdf", None),
        ("附件.zip", None),
        ("施工图.pdf", None),
    ],
)
def test_an_attachment_is_tied_to_the_note_that_names_it(called: str, note: str | None) -> None:
    """By name, or by number where the link has no other name; a file that no note names has none."""
    doc = parse(NOTICE.replace("{links}", f'<p><a href="/files/a.pdf">{called}</a></p>'))
    assert doc.official is not None
    assert doc.official.attachment_notes == ("苗木清单", "补植任务表（2024年）")
    assert [item.note for item in doc.attachments] == [note]


@pytest.mark.parametrize(
    ("base", "url", "expected"),
    [
        ("", None, "top.jpg"),
        ("http://cdn.example/x/", None, "http://cdn.example/x/top.jpg"),
        ("/pub/", "https://www.qinghe.example/news/a.html", "https://www.qinghe.example/pub/top.jpg"),
        ("http://[", "https://www.qinghe.example/news/a.html", "top.jpg"),
    ],
)
def test_addresses_are_absolute(base: str, url: str | None, expected: str) -> None:
    """The base element counts, then the page's own address; what cannot be resolved stays as it is written."""
    assert parse(page(base), url=url).images[0].address == expected


def test_the_text_is_the_same() -> None:
    """Text and blocks are those of the same page without an image or an address."""
    bare = page().replace(' src="', ' x="').replace("data-src", "y").replace(" href=", " z=")
    assert parse(bare).blocks == parse(page()).blocks
    assert (parse(bare).images, parse(bare).links) == ((), ())


def test_a_dump_has_none() -> None:
    """Text without markup has neither images nor links."""
    doc = parse(f"青禾市启动春季植树行动\n2024-03-01\n{FIRST}\n{SECOND}\n")
    assert (doc.images, doc.links, doc.attachments) == ((), (), ())
    assert (parse("").images, parse("<img src=a.jpg>").images) == ((), ())


def test_a_caption_is_that_of_its_figure() -> None:
    """A picture of its own right before a figure has none of its caption; two pictures in a figure share it."""
    page = (
        "<h1>青禾市部署防汛工作</h1><div><p>会议要求各县区压实责任，加强巡查值守，及时转移群众，确保安全度汛。</p>"
        "<p><img src=a.jpg></p><figure><img src=b.jpg><div><img src=c.jpg></div><figcaption><p>大坝除险加固</p></figcaption></figure>"
        "<p>各县区要备足抢险物资，组织专业队伍，确保一旦出险能够及时处置到位。</p></div>"
    )
    doc = parse(page)
    assert [(image.address, image.caption) for image in doc.images] == [
        ("a.jpg", None),
        ("b.jpg", "大坝除险加固"),
        ("c.jpg", "大坝除险加固"),
    ]
