"""What tells a dump for Markdown."""

from __future__ import annotations

import pytest

import policytext
from policytext.readers.dump.markdown import looks_like_markdown

PROSE = (
    "会议强调，各乡镇要把防汛责任落实到人，对低洼地带逐户排查，发现险情先转移群众再组织抢护，确保不落一户。"
)


@pytest.mark.parametrize(
    "dump",
    [
        f"# 青禾县部署防汛\n\n{PROSE}\n",
        f"首页\n\n## 青禾县部署防汛\n\n{PROSE}\n",
        f"{PROSE}\n序号 | 乡镇\n---|---\n1 | 白沙\n",
    ],
)
def test_one_mark_is_enough(dump: str) -> None:
    """A heading between blank lines, or the ruler of a table below its head, stands in no other dump."""
    assert looks_like_markdown(dump)
    assert "#" not in policytext.parse(dump).text


@pytest.mark.parametrize(
    "dump",
    [
        f"# 青禾县部署防汛\n{PROSE}\n",
        f"#青禾县部署防汛#\n\n{PROSE}\n",
        f"{PROSE}\n---|---\n{PROSE}\n",
        f"{PROSE}\n\n# \n\n{PROSE}\n",
    ],
)
def test_what_is_no_mark(dump: str) -> None:
    """A comment amid lines, a topic between hashes, a ruler below prose, a mark alone."""
    assert not looks_like_markdown(dump)
