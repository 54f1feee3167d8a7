"""山西大院资讯网 (shanxidayuan.com), a local portal on EmpireCMS."""

from policytext.rules import Source
from policytext.sources import empirecms

SOURCE = Source(
    key="shanxidayuan",
    name="山西大院资讯网",
    hosts=("shanxidayuan.com",),
    signature=(r"山西大院(?:资讯|新闻)网", r"留言与评论\(共有"),
    body=empirecms.SOURCE.body,
    family=empirecms.SOURCE,
)
