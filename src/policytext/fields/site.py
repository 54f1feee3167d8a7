"""What the frame says of the site's owner: ICP and 公安备 numbers, 网站标识码, 主办, 承办, contacts.

Forms: ``晋ICP备05001234号-1``, ``京ICP证040089号``, ``浙公网安备 33010602009328号``, 网站标识码 (``bm`` and 8 digits for central bodies,
10 digits otherwise; 国办发〔2017〕47号, annex 2).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.models.document import SiteInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policytext.models.page import Meta
    from policytext.page.view import Line

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
_READERS: Final = (
    ("icp", ("ICP", "icp"), _ICP),
    ("police_no", ("公网安备",), _POLICE),
    ("id_code", ("标识码",), _CODE),
    ("sponsor", ("主",), _SPONSOR),
    ("organizer", ("承",), _ORGANIZER),
)
_CONTACTS: Final = 6
"""Lines of contacts that are kept: more are a list of offices, not the site's."""
_CONTACT_LINE: Final = 120
"""Code points of a line of contacts, at most."""
_NAMES: Final = ("sitename", "og:site_name", "application-name", "publisher.name")


def read_site(head: Mapping[str, Sequence[Meta]], lines: Iterable[Line]) -> SiteInfo:
    """Owner of the site, from meta tags and the lines of the frame.

    Args:
        head: The head's statements by name, see `policytext.fields.metadata.by_name`.
        lines: Lines outside the body, in order of the page.
    """
    values: dict[str, str] = {}
    contacts: list[str] = []
    for line in lines:
        if not 8 <= line.end - line.start <= 400 or not _telling(line.text):
            continue
        _read_line(line, values)
        if len(contacts) < _CONTACTS and _is_contact(line):
            contacts.append(line.text)
    return SiteInfo(
        name=_stated(head, *_NAMES),
        icp=values.get("icp"),
        police_no=values.get("police_no"),
        id_code=_stated(head, "siteidcode") or values.get("id_code"),
        sponsor=values.get("sponsor"),
        organizer=values.get("organizer"),
        contacts=tuple(contacts),
        domain=_stated(head, "sitedomain"),
        column=_stated(head, "columnname", "articlesection", "article:section"),
        column_type=_stated(head, "columntype"),
    )


def _read_line(line: Line, values: dict[str, str]) -> None:
    """Add what a line says of the owner; what was said above stays."""
    folded = line.fold
    for name, keys, pattern in _READERS:
        if name in values or not any(key in folded for key in keys):
            continue
        match = pattern.search(folded)
        if match:
            values[name] = " ".join(line.text[match.start(1) : match.end(1)].split())


def _is_contact(line: Line) -> bool:
    """Whether a short line gives a telephone, an address or the like, and not only the word for it."""
    folded = line.fold
    if len(line) > _CONTACT_LINE or not _CONTACT.search(folded):
        return False
    return ":" in folded or any(char.isdigit() for char in folded)


def _stated(head: Mapping[str, Sequence[Meta]], *names: str) -> str | None:
    return next((head[name][0].value for name in names if name in head), None)


def _telling(text: str) -> bool:
    """Whether a line may name an owner. Plain containment, in both scripts: it is asked of every line of the frame."""
    return (
        "备" in text or "備" in text or "ICP" in text or "主" in text or "承" in text or "标识" in text or "標識" in text
        or "电话" in text or "電話" in text or "邮" in text or "郵" in text or "地址" in text or "mail" in text
        or "热线" in text or "熱線" in text or "传真" in text or "傳真" in text
    )  # fmt: skip
