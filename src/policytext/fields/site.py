"""What the frame says of the site's owner: ICP and 公安备 numbers, 网站标识码, 主办, 承办, contacts.

Forms: ``晋ICP备05001234号-1``, ``京ICP证040089号``, ``浙公网安备 33010602009328号``, 网站标识码 (``bm`` and 8 digits for central bodies,
10 digits otherwise; 国办发〔2017〕47号, annex 2).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.models.document import SiteInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.models.page import Page
    from policytext.view import Line

__all__ = ["read_site"]

_ICP: Final = re.compile(
    r"([\u4e00-\u9fff] ?ICP ?[备证] ?(?:\(?[A-Z]\d\)?-?)?\d{5,9} ?号?(?:-\d{1,3})?|ICP ?备案?号?:? ?[\u4e00-\u9fff]?\d{8})",
    re.IGNORECASE,
)
_POLICE: Final = re.compile(r"([\u4e00-\u9fff]?公网安备 ?:?\d{6} ?\d{4,8} ?号?)")
_CODE: Final = re.compile(r"(?:网站标识码|政府网站标识码|标识码)[ :]*((?:bm|BM)?\d{8,10})")
_SPONSOR: Final = re.compile(r"(?:主 ?办(?:单位|方)?|主管主办|主办机构)[ :]+([^ |,;:]{2,40})")
_ORGANIZER: Final = re.compile(r"(?:承 ?办(?:单位|方)?|承建单位|承办机构)[ :]+([^ |,;:]{2,40})")
_CONTACT: Final = re.compile(r"(?:电话|传真|邮箱|邮编|地址|热线|E-?mail|邮政编码)", re.IGNORECASE)
_GATE: Final = re.compile(
    r"ICP|icp|备|[标標][识識][码碼]|主\s?[办辦]|承\s?[办辦]|承建|[电電][话話]|[传傳]真|[邮郵]|地址|[热熱][线線]|mail"
)
_NAMES: Final = ("sitename", "og:site_name", "application-name", "publisher.name")


def read_site(page: Page, lines: Iterable[Line]) -> SiteInfo:
    """Owner of the site, from meta tags and the lines of the frame.

    Args:
        page: For its meta tags.
        lines: Lines outside the body, in order of the page.
    """
    values: dict[str, str] = {}
    contacts: list[str] = []
    for line in lines:
        if not 8 <= line.end - line.start <= 400 or not _GATE.search(line.text):
            continue
        folded = line.fold
        for name, pattern in (
            ("icp", _ICP),
            ("police_no", _POLICE),
            ("id_code", _CODE),
            ("sponsor", _SPONSOR),
            ("organizer", _ORGANIZER),
        ):
            if name not in values and (match := pattern.search(folded)):
                values[name] = " ".join(line.text[match.start(1) : match.end(1)].split())
        if (
            len(line) <= 120
            and len(contacts) < 6
            and _CONTACT.search(folded)
            and (":" in folded or any(c.isdigit() for c in folded))
        ):
            contacts.append(line.text)
    return SiteInfo(
        name=page.meta_value(*_NAMES),
        icp=values.get("icp"),
        police_no=values.get("police_no"),
        id_code=page.meta_value("siteidcode") or values.get("id_code"),
        sponsor=values.get("sponsor"),
        organizer=values.get("organizer"),
        contacts=tuple(contacts),
    )
