"""Which links are files of the text, and what reading a long list of them costs."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from policytext.locate.text_blocks import BlockReader
from policytext.matching.matcher import matcher
from policytext.page.view import View, build_view
from policytext.readers.html.reader import read_html
from policytext.script.normalize import repair
from policytext.sources import SHARED
from policytext.sources.generic import SOURCE

LINKED = '<p><a href="/{0}.html">{0}.青禾县补植任务表</a></p>'
ANNOUNCED = '<p><a href="/1.html">附件：1.苗木清单</a></p>'


def view(first: str, count: int) -> View:
    """A page of numbered links below a line."""
    page = read_html(first + "".join(LINKED.format(number) for number in range(2, count)))
    return build_view(page, repair(page.text))


@pytest.mark.parametrize(("first", "kind"), [(ANNOUNCED, "file"), ("<p>青禾县林业局</p>", "link")])
def test_numbered_links_are_files_below_an_attachment(first: str, kind: str) -> None:
    """附件：1.… stands in the first line alone; numbers below another line are those of any list."""
    shown = view(first, 6)
    reader = BlockReader(shown, matcher(SOURCE, SHARED).run(shown))
    assert {reader._kind(index, 1) for index in range(1, len(shown.lines))} == {kind}


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("first", [ANNOUNCED, "<p>青禾县林业局</p>"])
def test_a_long_list_is_walked_over_once(first: str, backwards: bool) -> None:
    """However many numbered links there are, and in whatever order they are asked for, each is looked at a few times."""
    shown = view(first, 90)
    reader = BlockReader(shown, matcher(SOURCE, SHARED).run(shown))
    with patch.object(reader, "shape", wraps=reader.shape) as looked:
        for index in sorted(range(len(shown.lines)), reverse=backwards):
            reader._kind(index, 1)
    assert looked.call_count <= 3 * len(shown.lines)
