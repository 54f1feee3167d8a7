"""How much one page may hold: the arguments by which a caller bounds time and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from policytext.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

__all__ = ["DEFAULT_LIMITS", "Limits"]


def _at_least(least: int) -> Callable[[object, Attribute[int], object], None]:
    def check(_: object, attribute: Attribute[int], value: object) -> None:
        # True is an int in Python, and surely not meant as one.
        if not isinstance(value, int) or isinstance(value, bool):
            raise UsageError(
                "wrong_type", f"Limits({attribute.name}=) must be an int, not {type(value).__name__}"
            )
        if value < least:
            raise UsageError("bad_limit", f"Limits({attribute.name}={value}): this limit is {least} or more")

    return check


def _most(default: int, *, least: int = 1) -> int:
    most: int = field(default=default, validator=_at_least(least))
    return most


_PLAINEST = 3
"""Elements within each other on any page: html, body and a paragraph."""


@frozen(kw_only=True)
class Limits:
    """How much of one page is read, for `Parser` and `parse`. Beyond a limit nothing is cut silently.

    Each default is far above what pages have, and keeps every input that was tried to about 2 GB of memory and under a minute of one core. A limit that is
    passed either raises `InputError` with the code ``too_large``, or the markup in question is read in a simpler way, which stands in
    `Document.notes`; text is never left out.

    Attributes:
        size: Bytes of the input, or code points of a ``str``. Raises.
        blocks: Lines of the page (of Markdown, the pieces between its marks), and likewise the block elements and cells that hold them. Raises.
        changes: Damaged or invisible places that one step of repair finds. Raises. `normalize` has no such limit: in a long text that is
            converted each change is rightful.
        depth: Elements within each other; a page that goes deeper is read without its phrase elements, and if that does not help without
            any (the note ``depth``); three at least, since any page has ``html``, ``body`` and a paragraph. libxml2 looks for a stray end tag through all open elements, so time goes with it.
        attributes: Attributes of one tag; of a tag longer than twice as many bytes those beyond are not read (the note ``attributes``).
        cells: Places that the tables of a body cover, rows times columns; a table beyond is read line by line (the note ``cells``). A row of a thousand cells over a thousand rows of one is a million places.
    """

    size: int = _most(32_000_000)
    blocks: int = _most(250_000)
    changes: int = _most(1_200_000)
    depth: int = _most(600, least=_PLAINEST)
    attributes: int = _most(4_096)
    cells: int = _most(1_000_000)

    def check_size(self, size: int, unit: str) -> None:
        """Refuse an input that is too long.

        Raises:
            InputError: ``too_large``.
        """
        if size > self.size:
            raise InputError(
                "too_large", f"the input has {size:,} {unit}; at most {self.size:,} are read {_RAISE}"
            )

    def check_blocks(self, count: int) -> None:
        """Refuse a page of too many lines or elements.

        Raises:
            InputError: ``too_large``.
        """
        if count > self.blocks:
            raise InputError(
                "too_large",
                f"the page has more than {self.blocks:,} lines or blocks: skip it, or split it {_RAISE}",
            )


_RAISE = "(see policytext.Limits)"
DEFAULT_LIMITS = Limits()
