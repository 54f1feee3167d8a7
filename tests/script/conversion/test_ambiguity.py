"""Doubtful conversions: what is listed, what is settled by a word, and that the list agrees with the conversion."""

from __future__ import annotations

import pytest

from policytext.errors import UsageError
from policytext.script.conversion.ambiguity import ambiguities
from policytext.script.conversion.convert import LENGTH_CHANGING, convert
from policytext.script.conversion.tables import CONFIGS
from script.differential import mixtures


@pytest.mark.parametrize(
    ("text", "config", "place", "chosen", "alternative"),
    [
        ("太后", "s2t", None, "", ""),
        ("，后，", "s2t", "后", "後", "后"),
        ("发，", "s2t", "发", "發", "髮"),
        ("干。", "s2t", "干", "幹", "乾"),
        ("那里的", "s2t", None, "", ""),
        ("里。", "s2tw", "里", "裡", "里"),
        ("徵於", "t2s", "徵", "征", "徵"),
        ("徵於", "t2s", "於", "于", "於"),
        ("乾的", "tw2s", "乾", "干", "乾"),
        ("乾隆", "t2s", None, "", ""),
        ("头发", "s2twp", None, "", ""),
    ],
)
def test_places(text: str, config: str, place: str | None, chosen: str, alternative: str) -> None:
    """Shows what is listed: the place in the input, what was taken, what else there is; words settle the matter."""
    found = [each for each in ambiguities(text, config) if place is None or each.text == place]
    if place is None:
        assert found == []
        return
    (each,) = found
    assert each.span.cut(text) == place
    assert each.chosen == chosen
    assert alternative in each.alternatives


@pytest.mark.parametrize("overlay", [True, False])
@pytest.mark.parametrize("config", sorted(set(CONFIGS) - LENGTH_CHANGING))
def test_list_agrees_with_the_conversion(config: str, overlay: bool) -> None:
    """Shows that what is listed as chosen stands in the converted text, in order, and apart from the alternatives."""
    seen = 0
    for text in mixtures(config, 40, seed=8):
        out = convert(text, config, overlay)
        last = 0
        for each in ambiguities(text, config, overlay=overlay):
            assert each.text == each.span.cut(text)
            assert each.chosen == each.span.cut(out)
            assert each.alternatives
            assert each.chosen not in each.alternatives
            assert each.span.start >= last or config in ("tw2s", "hk2s", "s2tw", "s2hk")
            last = each.span.end
            seen += 1
    assert seen > 0 or config == "t2tw"


def test_unknown_configuration() -> None:
    """Shows that a wrong name is refused with an error of ours."""
    with pytest.raises(UsageError):
        ambiguities("发", "s2x")


def test_nothing_doubtful() -> None:
    """Negative: shows that plain text has no doubtful places."""
    assert ambiguities("人口一百万", "s2t") == ()
    assert ambiguities("", "t2s") == ()
