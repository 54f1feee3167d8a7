"""What the frame says of its owner."""

from __future__ import annotations

import policytext
from policytext.fields.metadata import by_name
from policytext.fields.site import read_site
from policytext.models.script import NormalizedText
from policytext.page.view import build_view
from policytext.readers.dump.reader import read_dump


def test_the_frame_tells_the_owner() -> None:
    """Licence numbers, site code, sponsor and contacts come out of the footer."""
    text = "主办：某县人民政府办公室 承办：某县大数据中心\n晋ICP备05001234号-1 晋公网安备 14010502000123号\n网站标识码：1401050001\n联系电话：0351-1234567"
    page = read_dump(text)
    view = build_view(page, NormalizedText(text=text, source=text))
    site = read_site(by_name(page), view.lines)
    assert site.icp == "晋ICP备05001234号-1"
    assert site.police_no == "晋公网安备 14010502000123号"
    assert site.id_code == "1401050001"
    assert (site.sponsor, site.organizer) == ("某县人民政府办公室", "某县大数据中心")
    assert site.contacts == ("联系电话：0351-1234567",)


def test_the_first_line_that_names_an_owner_counts() -> None:
    """A second licence number below, of a partner or of the maker of the site, does not replace the first."""
    text = "主办：云岭县人民政府办公室\n滇ICP备05001234号-1\n技术支持 滇ICP备09999999号-9\n主办：青禾网络公司"
    page = read_dump(text)
    site = read_site(by_name(page), build_view(page, NormalizedText(text=text, source=text)).lines)
    assert site.icp == "滇ICP备05001234号-1"
    assert site.sponsor == "云岭县人民政府办公室"


def test_the_page_tags_tell_site_and_column() -> None:
    """SiteName, SiteDomain, SiteIDCode, ColumnName and ColumnType of 国办发〔2017〕47号, annex 2; absent tags are ``None``."""
    tags = {
        "SiteName": "青禾市人民政府", "SiteDomain": "www.example.gov.cn", "SiteIDCode": "9901000001", "ColumnName": "规范性文件", "ColumnType": "政策文件，信息公开目录",
    }  # fmt: skip
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in tags.items())
    site = policytext.parse(f"<html><head>{head}</head><body><p>青禾市节水。</p></body></html>").site
    assert (site.name, site.domain, site.id_code, site.column, site.column_type) == tuple(tags.values())
    bare = policytext.parse("<html><body><p>青禾市节水。</p></body></html>").site
    assert (bare.domain, bare.column, bare.column_type) == (None, None, None)
