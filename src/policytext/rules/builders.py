"""The closed vocabulary in which rules are written: one builder a kind of rule."""

from __future__ import annotations

from policytext.rules.rule import Place, Rule, Sign

__all__ = ["excerpt", "field_line", "glued", "line", "opener", "repeat", "text_line"]


def line(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...] = (),
    place: Place = "outside",
    longest: int = 120,
    sign: Sign | None = None,
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """A whole line of boilerplate. Named groups in the pattern are still read as fields.

    A line that holds in the tail only is a sign that the body is over, unless ``sign`` says otherwise.
    """
    sign = sign or ("end" if place == "tail" else "none")
    return Rule(name, "line", pattern, place, "boilerplate", keys, longest, sign, removes, spares)


def field_line(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...] = (),
    place: Place = "head",
    longest: int = 200,
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """A whole line that is spent on fields: a byline row, a breadcrumb, a signature."""
    # A signature or a row of editors stands behind the last paragraph.
    sign: Sign = "end" if place == "tail" else "none"
    return Rule(name, "line", pattern, place, "field", keys, longest, sign, removes, spares)


def opener(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...] = (),
    sign: Sign = "opener",
    longest: int = 60,
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """The first line of a block of frame: it and what follows, up to the next opener, is boilerplate.

    An opener holds behind the last line of the body, or in front of the first one; ``sign`` tells how surely it ends the body.
    """
    return Rule(name, "opener", pattern, "tail", "boilerplate", keys, longest, sign, removes, spares)


def glued(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...],
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """A credit stuck to the end of one of the last lines of the body. It is read; the line keeps its text.

    The pattern is searched in the last 120 code points of a line and must reach its end.
    """
    # Of any length: it is a paragraph, and only its end is searched.
    return Rule(name, "glued", pattern, "edge", "body", keys, 1_000_000, "none", removes, spares)


def repeat(name: str, *, place: Place = "outside") -> Rule:
    """The headline once more: the text of an image, a share widget, a caption of the theme."""
    return Rule(name, "repeat", "", place)


def excerpt(name: str) -> Rule:
    """The lead cut short with dots, in front of the paragraph it was cut from."""
    return Rule(name, "excerpt", "", "edge")


def text_line(name: str, pattern: str, *, keys: tuple[str, ...] = (), longest: int = 200) -> Rule:
    """A whole line that is text, whatever other rules say of it: how a wrong removal is mended on one site.

    It stays wherever it stands; it does not move the edges of the body.
    """
    return Rule(name, "text", pattern, "anywhere", "body", keys, longest)
