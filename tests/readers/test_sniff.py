"""What has tags for its lines is HTML; a text that mentions tags, or keeps a stray one, is text."""

from __future__ import annotations

import pytest

from policytext.readers.sniff import looks_like_html

P = "青禾市水务局近日发布消息，今年汛期全市累计降雨量较常年偏多两成，部分中小河流水位上涨较快。"


@pytest.mark.parametrize(
    "markup",
    [
        f"{P}<br>{P}",
        f"　　{P}<br/>　　{P}<br />　　{P}",
        f"{P}&nbsp;&nbsp;<br>{P}",
        f"{P * 10}<br>{P * 10}<br>{P * 20}",
        f"{P}</p><p>{P}",
        f"{P}<p align=center>{P}</p>",
        f'<p style="{"margin:0;" * 400}">{P}</p><p>{P}</p>',
        f'<div style="{"margin:0;" * 4000}">{P}</div>',
        f"<!--{'x' * 15_000}--><div><p>{P}</p></div>",
        f"<!--{'说明，' * 8_000}-->\n<p>{P}</p>",
        f"{'<!--a-->' * 40}<p>{P}</p>",
        f"<o:p>{P}</o:p><p>{P}</p>",
        f"<?xml version='1.0'?><p>{P}</p>",
    ],
)
def test_fragments(markup: str) -> None:
    """Without a document's head, behind long comments, with long styles, with nothing but line breaks."""
    assert looks_like_html(markup)


@pytest.mark.parametrize(
    "text",
    [
        P,
        f"{P}\n如何在网页中使用<br>标签换行",
        f"如果 a<b 且 c>d，则 {P}",
        f"{P}<br>",
        f"青禾市汛情\n2023-07-08\n{P}<br>\n{P}",
        f"在网页中，<p> 表示段落，</p> 结束段落，<br> 换行。{P * 3}",
        f"用 <div> 包裹 <span>，再用 </span></div> 关闭。{P * 6}",
        f"{P}<通知>{P}</通知>",
        f"<青禾县政府>\n{P}\n<<青禾日报>>",
        f"联系邮箱 <qinghe@example.com>，{P}",
    ],
)
def test_texts(text: str) -> None:
    """About tags, with words in angle brackets, or with a stray tag among lines of its own."""
    assert not looks_like_html(text)


@pytest.mark.parametrize("opening", ["<!--a-->", "<!-- ", "<?xml ", "<p ", "<br", "。<br>"])
def test_hostile_repeats_are_linear(opening: str) -> None:
    """Half a megabyte of an opening costs no more than a pass or two: forty comments before a fragment once took minutes."""
    looks_like_html(opening * 60_000)
    looks_like_html(opening * 60_000 + "<p>文")
