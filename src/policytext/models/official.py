"""What an official document says of itself, and the documents that one page holds."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from policytext.models.blocks import Block
from policytext.models.fields import DateValue

__all__ = ["DocNumber", "Official", "Part", "PartKind"]


@frozen
class DocNumber:
    """文号: ``国办发〔2019〕61号``, ``青禾市人民政府令第118号``, ``2022年第28号``.

    Attributes:
        raw: As displayed, without blanks outside.
        code: 机关代字 (``国办发``), or what counts (``青禾市人民政府令``); ``None`` for a bare ``第36号``.
        year: In full; ``None`` where orders are counted through.
        serial: The number itself; ``None`` where it cannot be read.
    """

    raw: str
    code: str | None = None
    year: int | None = None
    serial: int | None = None

    def __str__(self) -> str:
        return self.raw


@frozen
class Official:
    """Fields of an official document (GB/T 9704-2012, 政府信息公开 header tables). Absent is ``None`` or empty; nothing is guessed.

    Where each value was read, and what disagreed: ``doc.field("official.doc_number")`` and so on.

    Attributes:
        issuers: 发文机关. As the header table writes them, names set apart by blanks; else of the mark, the headline or the signature.
        doc_number: 发文字号.
        index_no: 索引号.
        category: 主题分类, as displayed.
        kind: 文种, the headline's last word: 通知 意见 办法 令 …
        secrecy: 密级和保密期限, as displayed.
        urgency: 紧急程度.
        signed_off_by: 签发人, of upward documents.
        addressees: 主送机关, parted at commas.
        attachment_notes: 附件说明: names of the attachments, without number and file ending.
        signature: 发文机关署名, of the letter where the page holds letter and issued document; of an order, the person.
        signed_on: 成文日期.
        note: 附注 without its brackets: 此件公开发布.
        cc: 抄送.
        printed_by: 印发机关.
        printed_on: 印发日期.
        keywords: 主题词.
        status: 有效性, as displayed: 有效 失效 已修改 废止.
        effective_on: Day from which it holds.
        expires_on: Day to which it holds.
        repealed_on: Day on which it was repealed.
    """

    issuers: tuple[str, ...] = ()
    doc_number: DocNumber | None = None
    index_no: str | None = None
    category: str | None = None
    kind: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    signed_off_by: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    attachment_notes: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    signed_on: DateValue | None = None
    note: str | None = None
    cc: tuple[str, ...] = ()
    printed_by: str | None = None
    printed_on: DateValue | None = None
    keywords: tuple[str, ...] = ()
    status: str | None = None
    effective_on: DateValue | None = None
    expires_on: DateValue | None = None
    repealed_on: DateValue | None = None


PartKind = Literal["letter", "order", "notice", "issued", "draft", "attachment", "interpretation"]


@frozen
class Part:
    """One of the documents that a page holds.

    Attributes:
        kind: ``letter`` what is sent; ``order`` what puts a document in force; ``notice`` what is announced to everybody;
            ``issued`` what a letter or order issues or forwards; ``draft`` what a notice asks comments on; ``attachment``;
            ``interpretation`` 解读, alone or beside its document.
        title: Its own headline, lines joined; ``None`` where it shows none.
        blocks: Its blocks, in order; together the parts hold every block of the document once.
        signature: Its own signature.
        signed_on: Its own date.
        label: ``附件1`` of an attachment, as displayed.
        note: The attachment note of the letter that names it.
    """

    kind: PartKind
    title: str | None = None
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    signature: tuple[str, ...] = ()
    signed_on: DateValue | None = None
    label: str | None = None
    note: str | None = None
