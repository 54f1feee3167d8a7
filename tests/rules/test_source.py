"""A source as data: in which order its rules and those of its family are heard."""

from __future__ import annotations

import policytext
from policytext.rules import Source, line

FAMILY = Source(
    key="family",
    rules=(line("family/notice", r"青禾提示:.{2,30}", keys=("青禾提示",), place="outside"),),
)
SITE = Source(
    key="site",
    family=FAMILY,
    rules=(line("site/notice", r"青禾提示:.{2,30}", keys=("青禾提示",), place="outside"),),
)
PAGE = (
    "青禾市检修泵站\n"
    "2023-05-08 09:12 来源：青禾日报\n"
    "近日，青禾市水务局组织技术人员对禾水河沿线的十二处泵站逐一检修，更换老化电缆三百余米。\n"
    "检修人员每天早上六点出发，赶在气温升高之前完成露天作业，下午再回到站房核对仪表读数。\n"
    "相关新闻\n"
    "青禾提示：本栏目每周更新\n"
)


def test_own_rules_come_before_the_familys() -> None:
    """Where a site and its family know the same line, the site's rule answers for it."""
    assert [rule.name for rule in SITE.all_rules()] == ["site/notice", "family/notice"]
    named = {item.rule for item in policytext.parse(PAGE, source=SITE).removed if "青禾提示" in item.text}
    assert named == {"site/notice"}


def test_the_familys_rules_hold_for_the_site() -> None:
    """A line that only the family knows is taken under the family's name."""
    bare = Source(key="bare", family=FAMILY)
    named = {item.rule for item in policytext.parse(PAGE, source=bare).removed if "青禾提示" in item.text}
    assert named == {"family/notice"}
