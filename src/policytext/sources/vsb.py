"""VisualSiteBuilder (博达) of universities, hospitals and counties: text in ``.v_news_content``, numbered ``#vsb_content`` around it."""

from policytext.rules import Source, line

SOURCE = Source(
    key="vsb",
    markup=(".v_news_content", "#vsb_content"),
    body=(".v_news_content", "#vsb_content", "#vsb_content_2", "#vsb_content_4"),
    rules=(
        line(
            "vsb/attachment-counter",
            r"(?:已下载|下载次数:?)\s*(?:\d+\s*)?次",
            keys=("下载",),
            place="anywhere",
            longest=20,
            removes=("已下载次", "已下载 12 次"),
            spares=("已下载 300 余次",),
        ),
    ),
)
