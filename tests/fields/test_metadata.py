"""What the head of a page states, and in which order it is believed."""

from __future__ import annotations

from policytext.fields.metadata import by_name, dates, statements
from policytext.models.page import Meta, Page


def test_official_tags_come_before_opengraph() -> None:
    """PubDate and ContentSource of the official page tags lead; a value said twice is said once."""
    page = Page(
        "x",
        meta=(
            Meta("meta", "article:published_time", "2021-03-05T00:00:00+08:00"),
            Meta("meta", "pubdate", "2021-03-04 10:20"),
            Meta("meta", "contentsource", "某县水务局"),
            Meta("meta", "source", "某县水务局"),
            Meta("meta", "author", ""),
        ),
    )
    head = by_name(page)
    found = [(hit.dated("").isoformat(), stated.rule) for hit, stated in dates(head)]
    assert found == [
        ("2021-03-04T10:20:00+08:00", "meta/pubdate"),
        ("2021-03-05", "meta/article-published-time"),
    ]
    assert [item.value for item in statements(head, "origin")] == ["某县水务局"]
    assert list(statements(head, "authors")) == []
