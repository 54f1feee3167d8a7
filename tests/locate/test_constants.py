"""Each number that decides where the text is, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.locate.block_evidence import Surroundings
from policytext.locate.block_weights import WEIGHTS
from policytext.locate.core import Core, _climb, _closed
from policytext.locate.declared_region import Region, declared_region
from policytext.locate.edges import _is_own, _reach, extend_to_edges
from policytext.locate.likeness import Likeness
from policytext.locate.text_blocks import BlockReader
from policytext.matching.line_matches import LineMatches
from support.edges import Edge, at_the_edge, fake
from support.views import sentence, view_of, view_of_html

if TYPE_CHECKING:
    from collections.abc import Callable


NONE = LineMatches()
BIAS = WEIGHTS["text", "below"]["bias"]


def steps_told(steps: int) -> bool:
    """Whether a block so many steps out of the text's is told from one that is a step nearer."""
    out: dict[str, float] = {}
    around: Any = fake(_markup=True, _element=lambda _: 0, _alike=(), _steps_out=lambda _: steps)
    Surroundings._of_markup(around, fake(kind="short"), view_of("植树").lines, out)
    return f"out:{steps}" in out


def below_title(lines: int) -> bool:
    """Whether a block so many lines below the headline is told to stand there."""
    out: dict[str, float] = {}
    around: Any = fake(title=0, _view=view_of("植树"))
    Surroundings._of_neighbours(around, fake(first=lines, kind="short"), None, [], -1, out)
    return "below-title" in out


def ends_at_links(links: int, tail: float) -> bool:
    """Whether a declared place ends at so many links in a row, with so much text behind them and 100 before."""
    row = "".join(f'<p><a href="/{at}.html">云岭乡第{at}期</a></p>' for at in range(links))
    view = view_of_html(f"<p>{sentence(60)}</p>{row}<p>林业站供图</p>")
    weights = [100.0, *[-50.0] * links, tail]
    count = len(view.lines)
    return _closed(view, NONE, [False] * count, weights, Region(0, count, -1)) < count


def climbs(lines: int) -> bool:
    """Whether the block around the text is its block, which adds so many lines, one of them a link."""
    added = "<p>云岭乡</p>" * (lines - 1) + '<p><a href="/1.html">青禾县</a></p>'
    view = view_of_html(f"<div><div><p>{sentence(60)}</p><p>{sentence(60)}</p></div>{added}</div>")
    nodes = view.page.nodes
    inner = nodes[view.lines[0].node].parent
    return _climb(view, [False] * len(view.lines), nodes, inner) < inner


def place_after(blocks: int) -> bool:
    """Whether a declared place is found behind so many of its name that hold little."""
    view = view_of_html(
        "<div class=con><p>摘要</p></div>" * blocks + f"<div class=con><p>{sentence(60)}</p></div>"
    )
    weights = [*[1.0] * blocks, 100.0]
    return declared_region(view, (".con",), weights, (blocks, blocks + 1)) is not None


def place_with(share: float) -> bool:
    """Whether a declared place is taken that holds so much in a hundred of what the search found."""
    view = view_of_html(f"<div class=con><p>{sentence(60)}</p></div><p>{sentence(60)}</p>")
    return declared_region(view, (".con",), [share, 100.0 - share], (0, 2)) is not None


def lead_stays(size: int) -> bool:
    """Whether the text begins behind a headline that so much running text stands over."""
    view = view_of(sentence(size), "青禾县公布今年植树成绩", sentence(60), sentence(60))
    return extend_to_edges(view, Core(0, 4, -1, 9.0), NONE, 1).title == 1


def reached(*says: float, row: bool = False, ahead: list[int] | None = None) -> bool:
    """Whether the text goes on up to the last of the blocks below it, of which each says so much; ``row``: the first is a byline."""
    lines = view_of(*(f"植树{at}" for at in range(len(says) + 1)))
    blocks: list[Any] = [
        fake(kind="row" if row and at == 0 else "short", first=at + 1, last=at + 2, opens=False)
        for at in range(len(says))
    ]

    def evidence(block: Any, _: object, queue: list[Any], *__: object) -> dict[str, float]:
        if ahead is not None:
            ahead.append(len(queue))
        return {"bias": says[block.first - 1] / BIAS}

    around: Any = fake(
        reader=fake(blocks=lambda *_: iter(blocks)),
        form="text",
        title=None,
        evidence=evidence,
        is_of_others=lambda *_: False,
        is_needed=lambda _: False,
        speaks_on=lambda _: False,
        pass_by=lambda *_: None,
        is_set_like_the_text=lambda _: False,
        reads_like_the_text=lambda *_: False,
    )
    return _reach(lines, around, NONE, 1, len(says) + 1, 1) == len(says) + 1


def blocks_ahead(count: int) -> bool:
    """Whether so many blocks behind one are looked at."""
    ahead: list[int] = []
    reached(*[0.0] * 9, ahead=ahead)
    return max(ahead) >= count


def own_salutation(size: int) -> bool:
    """Whether a line of so many code points that ends in a colon, right above the text, is its addressees."""
    lines: list[Any] = [fake(fold="植" * (size - 1) + ":")]
    return _is_own(lines, fake(kind="short", first=0, last=1), -1)


def words_known(size: int) -> float:
    """How well a block's words are known that the text has behind so many code points."""
    view = view_of("，" * size + "护林员登记。", "护林员登记")
    return Likeness(view.lines, NONE, (0, 1), None).evidence(fake(kind="short", first=1, last=2), {}, 1)[
        "words:short"
    ]


def stops(count: int) -> float:
    """What a paragraph of so many sentences says by its stops."""
    view = view_of("树。" * count)
    return Likeness(view.lines, NONE, (0, 1), None).evidence(fake(kind="prose", first=0, last=1), {}, 1)[
        "stops"
    ]


def indents_alike(blanks: int) -> bool:
    """Whether one blank more than these in front of a line is not seen."""
    view = view_of("植树", " " * blanks + "植树")
    return len(BlockReader(view, NONE).indent_of(1)) == blanks


@at_the_edge(
    Edge("block_evidence._FAR", 3, 4, steps_told),
    Edge("block_evidence._BELOW_TITLE", 3, 4, below_title),
    Edge("core._LINKS", 2, 3, lambda links: not ends_at_links(links, 1.0)),
    Edge("core._MORE", 24.0, 25.0, lambda tail: ends_at_links(3, tail)),
    Edge("core._PLAIN", 10, 9, climbs),
    Edge("declared_region._TRIED", 3, 4, place_after),
    Edge("declared_region._NEARLY_ALL", 80.0, 79.0, place_with),
    Edge("edges._LEAD", 200, 201, lead_stays),
    Edge("edges._GIVE_UP", -4.0, -4.1, lambda says: reached(-5.0, -5.0, says, 5.0)),
    Edge("edges._CROSSING", 4.1, 4.0, lambda says: reached(-5.0, says)),
    Edge("edges._BYLINE", 2.1, 2.0, lambda says: reached(1.0, says, row=True)),
    Edge("edges._AHEAD", 3, 4, blocks_ahead),
    Edge("edges._ADDRESSEES", 3, 4, lambda size: not own_salutation(size)),
    Edge("likeness._WORDS", 3995, 4000, words_known),
    Edge("likeness._MOST_STOPS", 4, 5, lambda count: stops(count) == count),
    Edge("text_blocks._DEEPEST", 8, 9, indents_alike),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
