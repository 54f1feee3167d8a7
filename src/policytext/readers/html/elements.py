"""What each HTML element does to the line it stands in, and which marks it sets on the text inside."""

from __future__ import annotations

from policytext.models.page import Mark

__all__ = ["KINDS", "MARKS", "Kind"]


class Kind:
    """Words for what a start tag does; plain integers, since an operation on an enumeration costs ten times as much."""

    BLOCK = 0  # ends the line, starts another
    ROW = 1  # likewise, and its cells are counted from here
    CELL = 2  # likewise, set off by a tab from the cell before
    TITLE = 3  # likewise; in a drawing it is a tooltip
    LINK = 4
    BREAK = 5  # ends the line, holds nothing
    RAW = 6  # its text is no text of the page
    BOLD = 7
    META = 8  # says something of the page, holds nothing
    HIDE = 9  # is not displayed, goes on with the line
    SVG = 10
    ROOT = 11
    BLOCK_LINK = 13
    REFERENCE = 14  # an image, super- or subscript: does nothing to the line, its place is kept
    GLOSS = 15  # stands over the line, which goes on
    END = 12  # the reader's own mark behind the page


MARKS: dict[str, int] = {
    **dict.fromkeys(
        "address article dialog details dir div dl fieldset figure head hgroup legend main marquee menu ol optgroup"
        " option search section summary ucapcontent ul".split(),
        0,
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), int(Mark.HEADING)),
    **dict.fromkeys(("li", "dd", "dt"), int(Mark.LIST)),
    **dict.fromkeys(("td", "th"), int(Mark.TABLE)),
    **dict.fromkeys(("figcaption", "caption"), int(Mark.CAPTION)),
    **dict.fromkeys(("form", "select", "button", "textarea"), int(Mark.FORM)),
    **dict.fromkeys(("nav", "header", "footer", "aside"), int(Mark.FRAME)),
    **dict.fromkeys(("noscript", "noframes"), int(Mark.NOSCRIPT)),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), int(Mark.PRE)),
    "p": int(Mark.PARAGRAPH),
    "center": int(Mark.CENTER),
    "blockquote": int(Mark.QUOTE),
    "title": int(Mark.TITLE),
    "svg:title": int(Mark.HIDDEN),
}
# Elements not listed are inline and do nothing.
KINDS: dict[str, int] = {
    **dict.fromkeys(MARKS, Kind.BLOCK),
    **dict.fromkeys(("table", "thead", "tbody", "tfoot", "tr"), Kind.ROW),
    **dict.fromkeys(("td", "th"), Kind.CELL),
    "title": Kind.TITLE,
    **dict.fromkeys(("script", "style"), Kind.RAW),
    **dict.fromkeys(("template", "iframe", "video", "audio", "canvas", "datalist"), Kind.HIDE),
    **dict.fromkeys(("rt", "rp", "rtc"), Kind.GLOSS),
    **dict.fromkeys(("br", "hr"), Kind.BREAK),
    **dict.fromkeys(("meta", "link", "time", "base"), Kind.META),
    **dict.fromkeys(("html", "body"), Kind.ROOT),
    **dict.fromkeys(("b", "strong"), Kind.BOLD),
    "a": Kind.LINK,
    **dict.fromkeys(("img", "sup", "sub"), Kind.REFERENCE),
    "svg": Kind.SVG,
    "x-end-of-page": Kind.END,
}
